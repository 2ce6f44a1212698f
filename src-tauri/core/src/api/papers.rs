//! The papers of a setting's year: what there is, how each reads, and each as a file where the person says.

use serde::{Deserialize, Serialize};

use super::audit::Audit;
use super::call::Nothing;
use super::changes::{self, ChangeRow};
use super::history as room;
use super::paper_format::{self, PaperFormat};
use super::save;
use super::session::Session;
use super::views::{HistoryLine, Written, view};
use crate::error::{Error, Result};
use crate::report::history::PastLine;
use crate::report::year::{Before, ChangeLine, Said, Year};
use crate::report::{self, Document, history};
use crate::store::AuditFile;
use crate::submission::SubmissionId;
use crate::submission::signoff::{self, Standing, verify};
use crate::template::Question;

/// A paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// For those who hold the setting to account.
    GovernorPack,
    /// For the day an inspection is announced.
    InspectionPack,
    /// What changed since the round before.
    WhatChanged,
    /// The actions as one list.
    Plan,
    /// What shows it, where it is kept, how old it is.
    EvidenceIndex,
    /// Every step of the file.
    History,
}

view! {
    /// A paper, and how it can be written.
    PaperLine { paper: PaperKind, formats: Vec<PaperFormat>, }
}

/// A paper that is asked for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PaperChosen {
    pub paper: PaperKind,
}

/// A paper, and how it is to be written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PaperWanted {
    pub paper: PaperKind,
    pub format: PaperFormat,
}

const PAPERS: [PaperKind; 6] = [
    PaperKind::GovernorPack,
    PaperKind::InspectionPack,
    PaperKind::WhatChanged,
    PaperKind::Plan,
    PaperKind::EvidenceIndex,
    PaperKind::History,
];

impl PaperKind {
    fn formats(self) -> &'static [PaperFormat] {
        match self {
            Self::GovernorPack | Self::InspectionPack => {
                &[PaperFormat::Pdf, PaperFormat::Html, PaperFormat::Docx]
            }
            Self::WhatChanged | Self::Plan | Self::EvidenceIndex | Self::History => {
                &[PaperFormat::Pdf, PaperFormat::Html, PaperFormat::Docx, PaperFormat::Xlsx]
            }
        }
    }
}

/// `papers.list`.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<PaperLine>> {
    session.audit(|_, _| Ok(()))?;
    let line = |paper: PaperKind| PaperLine { paper, formats: paper.formats().to_vec() };
    Ok(PAPERS.into_iter().map(line).collect())
}

/// `papers.show`: the paper as it will be written, for the page to draw.
pub fn show(session: &Session, chosen: PaperChosen) -> Result<Document> {
    composed(session, chosen.paper)
}

/// `papers.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: PaperWanted) -> Result<Option<Written>> {
    if !wanted.paper.formats().contains(&wanted.format) {
        return Err(Error::input("That paper is written as a page to read and print, not as a workbook.")
            .hint("Choose the other format."));
    }
    let document = composed(session, wanted.paper)?;
    let audit = session.audit(|file, id| Audit::load(file.reader(), id))?;
    let name = file_name(&audit, &document, wanted.format);
    paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)
}

fn file_name(audit: &Audit, document: &Document, format: PaperFormat) -> String {
    let draft = match Standing::of(audit.submission.state) {
        Standing::Draft => "DRAFT",
        Standing::SignedOff => "",
    };
    let parts = [&document.title, &audit.setting.details.name, &audit.round.label, draft];
    save::file_name(&parts, format.ending())
}

fn composed(session: &Session, paper: PaperKind) -> Result<Document> {
    if paper == PaperKind::History {
        return session.audit(|file, id| {
            let lines: Vec<PastLine> =
                room::lines(file, None, usize::MAX)?.into_iter().map(past_line).collect();
            of_year(file, id, |year| history::compose(compose(paper, year), &lines))
        });
    }
    session.audit(|file, id| of_year(file, id, |year| compose(paper, year)))
}

fn compose(paper: PaperKind, year: &Year<'_>) -> Document {
    match paper {
        PaperKind::GovernorPack => report::governors::compose(year),
        PaperKind::InspectionPack => report::inspection::compose(year),
        PaperKind::WhatChanged => report::changes::compose(year),
        PaperKind::Plan => report::plan::compose(year),
        PaperKind::EvidenceIndex => report::evidence::compose(year),
        PaperKind::History => year.document("History of the file"),
    }
}

/// Gathers the year of an audit and makes something of it.
fn of_year<T>(file: &AuditFile, id: SubmissionId, make: impl FnOnce(&Year<'_>) -> T) -> Result<T> {
    let (audit, today) = (Audit::load(file.reader(), id)?, file.world().today());
    let signing = signoff::standing(file.reader(), id)?;
    let now = signoff::said(file.reader(), &audit.submission)?;
    let verified = signing.as_ref().map(|kept| verify(&kept.sign_off, &now));
    let moved = verified.as_ref().map(|one| one.moved.clone()).unwrap_or_default();
    let gaps = crate::submission::check::gaps(&audit.ground(today));
    let code = file.head()?;
    Ok(make(&Year {
        setting: &audit.setting,
        round: &audit.round,
        template: &audit.template,
        facts: &audit.submission.facts,
        answers: &audit.answers,
        evidence: &audit.evidence,
        actions: &audit.actions,
        challenges: &audit.challenges,
        gaps: &gaps,
        before: before(&audit),
        state: audit.submission.state,
        signing: signing.as_ref(),
        matches: verified.and_then(|one| one.matches),
        moved: &moved,
        today,
        code: &code,
    }))
}

fn before(audit: &Audit) -> Option<Before> {
    let earlier = audit.earlier.as_ref()?;
    let changed = changes::changes(audit);
    let said = |question: &Question| {
        let said = earlier.said(question)?;
        Some((question.id.clone(), Said { label: said.label?, meaning: said.meaning, came: said.how? }))
    };
    Some(Before {
        round: earlier.round.label.clone(),
        template: earlier.template.title.clone(),
        said: audit.template.questions().filter_map(said).collect(),
        changes: changed.rows.into_iter().map(change).collect(),
        same: changed.counts.same,
    })
}

fn change(row: ChangeRow) -> ChangeLine {
    ChangeLine {
        change: row.change,
        before: row.before.into_iter().map(|one| (one.number, one.text)).collect(),
        now: row.now.into_iter().map(|one| (one.number, one.text)).collect(),
        note: row.note,
        answered_before: row.answered_before,
    }
}

fn past_line(line: HistoryLine) -> PastLine {
    let at = line.at.parse::<chrono::DateTime<chrono::Utc>>();
    let done = if line.done.is_empty() { line.name } else { line.done };
    let place: Vec<String> = [line.setting, line.text].into_iter().filter(|part| !part.is_empty()).collect();
    PastLine {
        at: at.map(|at| at.format("%-d %B %Y\n%H:%M UTC").to_string()).unwrap_or(line.at),
        who: line.who,
        done: if line.undone { format!("{done} (taken back)") } else { done },
        place: place.join(": "),
        changes: line.changes.into_iter().map(|one| (one.what, one.before, one.after)).collect(),
    }
}
