//! The papers of a case audit, written where the person says; the briefing only once the summary is approved.

use serde::Deserialize;

use super::ground::Ground;
use super::{CaseAuditChosen, known};
use crate::api::paper_format::{self, PaperFormat};
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::case_audit::CaseAuditId;
use crate::error::{Error, Result};
use crate::report::case_audit as paper;
use crate::report::{Document, word};
use crate::store::AuditFile;

/// A paper of a case audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CasePaper {
    /// Good practice, areas for development, what has happened since.
    Summary,
    /// Seven points on a page; only once the summary is approved.
    Briefing,
    /// What one agency takes back.
    Extract,
    /// Everything, for officers.
    Record,
}

/// A paper that is asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CasePaperWanted {
    pub audit: CaseAuditId,
    pub paper: CasePaper,
    /// Of which agency, of an extract.
    #[serde(default)]
    pub agency: Option<String>,
    pub format: PaperFormat,
}

/// `case_audit.paper_show`: the paper as it would be written.
pub fn show(session: &Session, wanted: CasePaperWanted) -> Result<Document> {
    session.file(|file| document(session, file, &wanted))
}

/// `case_audit.paper`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: CasePaperWanted) -> Result<Option<Written>> {
    let document = session.file(|file| document(session, file, &wanted))?;
    let name = save::file_name(&[&document.title], wanted.format.ending());
    paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)
}

fn document(session: &Session, file: &AuditFile, wanted: &CasePaperWanted) -> Result<Document> {
    let ground = Ground::of(file, &known(session, file, wanted.audit)?)?;
    let account = ground.account();
    match wanted.paper {
        CasePaper::Summary => Ok(paper::summary(&account)),
        CasePaper::Briefing if ground.audit.approved.is_none() => {
            let name = account.briefing_name();
            Err(Error::state(format!("{name}: this briefing waits until the learning summary is approved."))
                .hint("Have the summary approved first, and say by whom."))
        }
        CasePaper::Briefing => Ok(paper::briefing(&account)),
        CasePaper::Record => Ok(paper::record(&account)),
        CasePaper::Extract => {
            let agency =
                wanted.agency.as_ref().filter(|one| ground.audit.agencies.contains(one)).ok_or_else(
                    || {
                        Error::missing("That agency takes no part in this audit.")
                            .hint("Choose one of the agencies of the audit.")
                    },
                )?;
            Ok(paper::extract(&account, agency))
        }
    }
}

/// `case_audit.extracts`: a Word document for each agency; none where the dialog was dismissed.
pub fn extracts(session: &Session, wanted: CaseAuditChosen) -> Result<Option<Written>> {
    let files = session.file(|file| {
        let ground = Ground::of(file, &known(session, file, wanted.audit)?)?;
        let account = ground.account();
        let one = |agency: &String| {
            let name = save::file_name(&["Learning", &ground.audit.title, agency.as_str()], "docx");
            Ok((name, word::write(&paper::extract(&account, agency))?))
        };
        ground.audit.agencies.iter().map(one).collect::<Result<Vec<_>>>()
    })?;
    let Some((first, _)) = files.first() else {
        return Err(
            Error::state("No agency takes part in this audit.").hint("Add the agencies of the audit first.")
        );
    };
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the extracts") else {
        return Ok(None);
    };
    files.iter().try_for_each(|(name, bytes)| save::whole(&folder.join(name), bytes))?;
    let sentence = format!(
        "An extract for each of {} agencies is saved. Nothing was sent: attach each to your own e-mail, and say here who fed back.",
        files.len()
    );
    Ok(Some(save::written(&folder.join(first), sentence, Vec::new())))
}
