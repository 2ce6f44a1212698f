//! Sharing a section: a workbook with some standards for a colleague, and what is out until it is back.

use std::path::Path;

use serde::Deserialize;
use uuid::Uuid;

use super::audit::{Audit, date};
use super::call::Nothing;
use super::returns::{self, gather};
use super::save;
use super::session::{Session, folder_of};
use super::views::{Written, view};
use crate::error::{Error, Result};
use crate::problem::Problem;
use crate::store::{AuditFile, Operation};
use crate::submission::share::{self, Share};
use crate::submission::{SubmissionId, exported};
use crate::template::{QuestionId, StandardId};
use crate::workbook::{self, Asked, ExportKind};

/// A section was written for a colleague: no step of undo, which could not take it back from the disk.
const WRITE: Operation = Operation::bulk("share.write");

view! {
    /// What can be shared, and what is out.
    ShareView {
        standards: Vec<ShareStandard>,
        /// Given away and not yet back, then what came back, the latest first.
        shares: Vec<ShareLine>,
    }
    ShareStandard { id: StandardId, number: String, title: String, questions: u32, answered: u32, }
    ShareLine {
        id: String,
        to: String,
        due: Option<String>,
        /// Wanted back by a day that has passed.
        late: bool,
        standards: Vec<String>,
        name: String,
        at: String,
        back: Option<String>,
    }
}

/// A section to be written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// The standards.
    pub standards: Vec<StandardId>,
    /// Who gets it.
    pub to: String,
    /// By when it is wanted back.
    #[serde(default)]
    pub by: Option<String>,
}

/// A section that was given away.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Its id.
    pub id: String,
}

/// `share.list`.
pub fn list(session: &Session, _: Nothing) -> Result<ShareView> {
    session.audit(|file, id| shown(file, id))
}

/// `share.write`: none where the dialog was dismissed.
pub fn write(session: &Session, sharing: Sharing) -> Result<Option<Written>> {
    let audit = session.audit(|file, audit| Audit::load(file.reader(), audit))?;
    let asked = asked(&audit, &sharing)?;
    let suggested = name(&audit, &asked);
    let Some(path) = session.desktop().pick_save("Save the section", &suggested) else { return Ok(None) };
    let problems = session.file(|file| save(file, audit.submission.id, (&sharing, &asked), &path))?;
    let sentence = match asked.to.as_str() {
        "" => "Saved as a workbook to fill in. Now give it to your colleague.".to_owned(),
        to => format!("Saved as a workbook to fill in. Now give it to {to}."),
    };
    Ok(Some(save::written(&path, sentence, problems)))
}

/// `share.call_off`: a section is no longer awaited.
pub fn call_off(session: &Session, shared: Shared) -> Result<ShareView> {
    let id = Uuid::parse_str(&shared.id)
        .map_err(|_| Error::missing("That section was not given away from here."))?;
    session.audit(|file, audit| {
        let submission = crate::submission::load(file.reader(), audit)?;
        share::call_off(file, &submission, id)?;
        shown(file, audit)
    })
}

fn asked(audit: &Audit, sharing: &Sharing) -> Result<Asked> {
    if questions(audit, &sharing.standards).is_empty() {
        return Err(Error::input("No standard was chosen to be shared.")
            .hint("Choose at least one of the standards that are asked of you."));
    }
    Ok(Asked { to: share::named(&sharing.to)?, by: date(sharing.by.as_deref())?, ..Asked::default() })
}

fn name(audit: &Audit, asked: &Asked) -> String {
    save::file_name(&[&audit.setting.details.name, &audit.round.label, "Section", &asked.to], "xlsx")
}

/// The questions of some standards that are asked.
fn questions(audit: &Audit, standards: &[StandardId]) -> Vec<QuestionId> {
    let chosen = audit.asked().into_iter().filter(|(standard, _)| standards.contains(&standard.id));
    chosen.flat_map(|(_, questions)| questions).map(|question| question.id.clone()).collect()
}

fn save(
    file: &mut AuditFile,
    id: SubmissionId,
    (sharing, asked): (&Sharing, &Asked),
    path: &Path,
) -> Result<Vec<Problem>> {
    let audit = Audit::load(file.reader(), id)?;
    audit.submission.changeable()?;
    let whole = gather(file, &audit)?;
    let questions = questions(&audit, &sharing.standards);
    let mut section = whole.only(ExportKind::Section, &questions, asked.clone());
    section.identity.revision -= 1;
    let written = workbook::write(&section, &audit.template)?;
    let content = returns::content(file, &audit)?.only(&questions);
    let at = file.world().now().to_rfc3339();
    let share = Share {
        id: section.identity.export,
        to: asked.to.clone(),
        due: asked.by,
        standards: sharing.standards.clone(),
        name: format!("{} \u{2013} {}", folder_of(path), save::name(path)),
        at,
        back: None,
    };
    file.transact(WRITE, &asked.to, |tx| {
        exported::keep(tx, id, section.identity.export, &content)?;
        share::lend(tx, id, &share)?;
        save::whole(path, &written.value)
    })?;
    Ok(written.problems)
}

fn shown(file: &AuditFile, id: SubmissionId) -> Result<ShareView> {
    let audit = Audit::load(file.reader(), id)?;
    let today = file.world().today();
    let asked = audit.asked();
    let standard = |(standard, questions): &(&crate::template::Standard, Vec<&crate::template::Question>)| {
        let (progress, _) = audit.count(questions.iter().copied());
        ShareStandard {
            id: standard.id.clone(),
            number: standard.number.clone(),
            title: standard.title.clone(),
            questions: progress.asked,
            answered: progress.answered,
        }
    };
    let title = |id: &StandardId| {
        let found = audit.template.standard(id);
        found.map_or_else(|| id.to_string(), |standard| format!("{} {}", standard.number, standard.title))
    };
    let line = |share: Share| ShareLine {
        id: share.id.to_string(),
        late: share.back.is_none() && share.due.is_some_and(|due| due < today),
        due: share.due.map(|due| due.to_string()),
        standards: share.standards.iter().map(title).collect(),
        to: share.to,
        name: share.name,
        at: share.at,
        back: share.back.map(|back| back.to_string()),
    };
    let (out, back): (Vec<Share>, Vec<Share>) =
        share::of_submission(file.reader(), id)?.into_iter().partition(|share| share.back.is_none());
    Ok(ShareView {
        standards: asked.iter().map(standard).collect(),
        shares: out.into_iter().chain(back).map(line).collect(),
    })
}
