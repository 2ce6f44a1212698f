//! The partnership's own workbook, filled in from an audit whose tool came of it.

use super::super::call::Nothing;
use super::super::returns;
use super::super::save;
use super::super::session::Session;
use super::super::views::{Written, view};
use super::made_with;
use crate::error::{Error, Result};
use crate::own_workbook::{self, KEEP, OwnWorkbook};
use crate::store::{AuditFile, Operation};
use crate::submission::SubmissionId;
use crate::workbook::foreign;

/// The workbook was written: no fence, and no step of undo, which could not take it back from the disk.
const WRITE: Operation = Operation::bulk("own_workbook.write");

view! {
    /// The partnership's own workbook can be filled in from this audit.
    OwnWorkbookOffer { name: String, }
}

/// Keeps the workbook that a tool was made of in a file that an audit is begun in with it.
pub(in super::super) fn keep_with(session: &Session, file: &mut AuditFile, key: &str) -> Result<()> {
    let Some(workbook) = made_with(session, key) else { return Ok(()) };
    if own_workbook::of(file.reader(), key)?.as_ref() == Some(&workbook) {
        return Ok(());
    }
    file.transact(KEEP, key, |tx| own_workbook::keep(tx, key, &workbook)).map(drop)
}

/// `own_workbook.offered`: none where this audit's tool did not come of a workbook.
pub fn offered(session: &Session, _: Nothing) -> Result<Option<OwnWorkbookOffer>> {
    let (kept, key) = session.audit(|file, audit| {
        let key = crate::submission::load(file.reader(), audit)?.template;
        Ok((own_workbook::name_of(file.reader(), &key)?, key))
    })?;
    let name = kept.or_else(|| made_with(session, &key).map(|made| made.name));
    Ok(name.map(|name| OwnWorkbookOffer { name }))
}

/// `own_workbook.write`: none where the dialog was dismissed.
pub fn write(session: &Session, _: Nothing) -> Result<Option<Written>> {
    let (workbook, audit) = session.audit(|file, audit| workbook(session, file, audit))?;
    let returned = session.file(|file| returns::travelling(file, audit))?;
    let stem = workbook.name.rsplit_once('.').unwrap_or((&workbook.name, "xlsx"));
    let suggested = save::file_name(&[&returned.setting, stem.0], stem.1);
    let title = "Save your partnership\u{2019}s own workbook, filled in";
    let Some(path) = session.desktop().pick_save(title, &suggested) else { return Ok(None) };
    let filled = foreign::fill(&workbook.bytes, &workbook.mapping, &returned)?;
    session.file(|file| {
        file.transact(WRITE, &returned.setting, |_| save::whole(&path, &filled.value)).map(drop)
    })?;
    let sentence = "Your partnership\u{2019}s own workbook was filled in; everything else in it is as it was. Look through it, then send it.";
    Ok(Some(save::written(&path, sentence, filled.problems)))
}

/// The workbook of the audit's tool; one that was made in this sitting is kept in the file from now on.
fn workbook(
    session: &Session,
    file: &mut AuditFile,
    audit: SubmissionId,
) -> Result<(OwnWorkbook, SubmissionId)> {
    let key = crate::submission::load(file.reader(), audit)?.template;
    if own_workbook::name_of(file.reader(), &key)?.is_none() {
        keep_with(session, file, &key)?;
    }
    let kept = own_workbook::of(file.reader(), &key)?.ok_or_else(|| {
        Error::missing(
            "This audit\u{2019}s tool was not made from a workbook of your partnership\u{2019}s own.",
        )
        .hint("Save the Attest return file instead.")
    })?;
    Ok((kept, audit))
}
