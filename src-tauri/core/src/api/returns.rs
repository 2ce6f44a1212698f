//! The Excel return: the current audit as a workbook, saved where the person says.

use std::path::Path;

use super::Nothing;
use super::audit::Audit;
use super::session::{Session, folder_of};
use super::views::{Written, view};
use super::{save, send};
use crate::error::Result;
use crate::problem::Problem;
use crate::sheet;
use crate::store::{AuditFile, Operation};
use crate::submission::content::Content;
use crate::submission::signoff::{self, Standing};
use crate::submission::{self, Export, SubmissionId, action, answer, evidence, exported};
use crate::template::{self, Question, QuestionId};
use crate::workbook::{self, Asked, Calendar, ExportKind, Identity, LastRound, Return};

/// A workbook was written: no fence, and no step of undo, which could not take it back from the disk.
const WRITE: Operation = Operation::bulk("return.write");

view! {
    /// A return under a password; the passphrase is shown this once.
    Locked { written: Written, passphrase: String, }
}

/// `return.write`: none where the dialog was dismissed.
pub fn write(session: &Session, _: Nothing) -> Result<Option<Written>> {
    written(session, &|bytes| Ok(bytes))
}

/// `return.write_locked`: the same under a passphrase made for it, which is kept nowhere.
pub fn write_locked(session: &Session, _: Nothing) -> Result<Option<Locked>> {
    let world = session.world().as_ref();
    let passphrase = sheet::passphrase(world);
    let lock = |bytes: Vec<u8>| sheet::lock(&bytes, &passphrase, sheet::seed(world));
    let written = written(session, &lock)?;
    Ok(written.map(|written| Locked { written, passphrase: passphrase.clone() }))
}

/// What is done with the bytes of a return before they are saved.
type Wrap<'a> = &'a dyn Fn(Vec<u8>) -> Result<Vec<u8>>;

fn written(session: &Session, wrap: Wrap<'_>) -> Result<Option<Written>> {
    let audit = session.audit(|file, audit| Audit::load(file.reader(), audit))?;
    let revision = session.file(|file| submission::last_export(file.reader(), audit.submission.id))? + 1;
    let name = send::file_name(&audit, revision);
    let Some(path) = session.desktop().pick_save("Save the return", &name) else { return Ok(None) };
    let (revision, problems) = session.file(|file| save(file, audit.submission.id, &path, wrap))?;
    let sentence = format!("Saved as a return file (revision {revision}). Now send it to your partnership.");
    Ok(Some(save::written(&path, sentence, problems)))
}

/// Saves the audit as it is now; the log says so only when the file stands there, and the other way round.
fn save(
    file: &mut AuditFile,
    audit: SubmissionId,
    path: &Path,
    wrap: Wrap<'_>,
) -> Result<(u32, Vec<Problem>)> {
    let audit = Audit::load(file.reader(), audit)?;
    let content = gather(file, &audit)?;
    let written = workbook::write(&content, &audit.template)?;
    let bytes = wrap(written.value)?;
    let held = self::content(file, &audit)?;
    let Identity { export, revision, .. } = content.identity;
    file.transact(WRITE, &content.setting, |tx| {
        let (name, folder) = (save::name(path), folder_of(path));
        submission::put_export(tx, audit.submission.id, &Export { id: export, revision, name, folder })?;
        exported::keep(tx, audit.submission.id, export, &held)?;
        save::whole(path, &bytes)
    })?;
    Ok((revision, written.problems))
}

/// What the audit says, with the ids that no workbook carries.
pub(super) fn content(file: &AuditFile, audit: &Audit) -> Result<Content> {
    Content::of(file.reader(), &audit.submission, &audit.template)
}

/// The audit as it travels, as it is now.
pub(super) fn travelling(file: &AuditFile, audit: SubmissionId) -> Result<Return> {
    gather(file, &Audit::load(file.reader(), audit)?)
}

/// The audit as it travels: only questions that are asked, in the template's order.
pub(super) fn gather(file: &AuditFile, audit: &Audit) -> Result<Return> {
    let asked = audit.template.asked(&audit.submission.facts);
    let answers =
        asked.iter().map(|one| answer::or_blank(audit.answers.get(&one.id).cloned(), &one.id).tidied());
    Ok(Return {
        identity: Identity {
            submission: audit.submission.id.0,
            issue: audit.submission.issue.as_deref().and_then(|issue| issue.parse().ok()),
            export: file.world().new_id(),
            revision: submission::last_export(file.reader(), audit.submission.id)? + 1,
            template: audit.template.id.clone(),
            version: audit.template.version.clone(),
            digest: template::digest(&audit.template),
            round: audit.round.label.clone(),
            kind: ExportKind::Return,
        },
        setting: audit.setting.details.name.clone(),
        identifiers: audit.setting.identifiers.clone(),
        facts: audit.submission.facts.clone(),
        answers: answers.collect(),
        actions: action::travelling(file.reader(), &audit.submission)?,
        evidence: evidence::travelling(file.reader(), &audit.submission)?,
        calendar: Calendar {
            governors: audit.round.governors,
            due: audit.round.due,
            return_to: audit.round.return_to.clone(),
            instructions: audit.round.instructions.clone(),
        },
        asked: Asked::default(),
        last_round: asked.iter().filter_map(|one| last_round(audit, one)).collect(),
        standing: Standing::of(audit.submission.state),
        sign_off: signoff::standing(file.reader(), audit.submission.id)?.map(|kept| kept.sign_off),
    })
}

/// What was said of a question in the round before, as its column in the workbook shows it.
fn last_round(audit: &Audit, question: &Question) -> Option<(QuestionId, LastRound)> {
    let said = audit.earlier.as_ref()?.said(question)?;
    let texts: Vec<String> = [said.note, said.area].into_iter().filter(|text| !text.is_empty()).collect();
    Some((question.id.clone(), LastRound { round: said.round, label: said.label, note: texts.join("\n") }))
}
