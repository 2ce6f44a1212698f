//! Audits side by side, and answers copied from one to another: a trust's schools, or two years of one school.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::audit::Audit;
use super::session::Session;
use super::views::view;
use crate::error::{Error, Result};
use crate::setting::SettingId;
use crate::store::Reader;
use crate::submission::copy::{self, What};
use crate::submission::{self, Answer, State, SubmissionId};
use crate::template::{Meaning, Question, QuestionId};

/// The most audits that stand beside one another.
const MOST: usize = 40;

view! {
    /// Some audits, question by question.
    CompareView {
        settings: Vec<ComparedAudit>,
        rows: Vec<ComparedRow>,
    }
    ComparedAudit { submission: SubmissionId, setting: SettingId, name: String, round: String, state: State, }
    ComparedRow {
        question: QuestionId,
        number: String,
        text: String,
        /// Title of its standard.
        standard: String,
        /// In the order of the settings.
        cells: Vec<ComparedCell>,
    }
    ComparedCell {
        submission: SubmissionId,
        /// Whether the question is asked there at all.
        asked: bool,
        /// Whether the answer waits to be confirmed.
        carried: bool,
        /// The level’s label, or the value of a question that is not rated; none is blank.
        label: Option<String>,
        meaning: Option<Meaning>,
        note: Option<String>,
    }
    /// What was copied, and the questions left as they were: not asked, blank, or answered there already.
    CopiedView { copied: u32, skipped: Vec<QuestionId>, }
}

/// Which audits to set side by side.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// Their ids.
    pub submissions: Vec<SubmissionId>,
}

/// Answers to be copied.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Copying {
    /// The audit they stand in.
    pub from: SubmissionId,
    /// The audit they are copied to.
    pub to: SubmissionId,
    /// The questions.
    pub questions: Vec<QuestionId>,
    /// How much of each.
    pub what: CopyWhat,
}

/// What of an answer is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CopyWhat {
    /// Its texts alone.
    Texts,
    /// Its rating too.
    All,
}

/// `audit.compare`: every question that one of them asks; the same id is the same question in every version.
pub fn compare(session: &Session, compared: Compared) -> Result<CompareView> {
    if compared.submissions.is_empty() || compared.submissions.len() > MOST {
        return Err(Error::input(format!("Between one and {MOST} audits can stand side by side."))
            .hint("Choose fewer of them."));
    }
    session.audit(|file, _| {
        let audits = compared.submissions.iter().map(|id| own(file.reader(), *id));
        let audits = audits.collect::<Result<Vec<_>>>()?;
        Ok(CompareView { settings: audits.iter().map(head).collect(), rows: rows(&audits) })
    })
}

/// `audit.copy`: copied answers wait to be confirmed; what has been answered there stays.
pub fn copy(session: &Session, copying: Copying) -> Result<CopiedView> {
    let what = match copying.what {
        CopyWhat::Texts => What::Texts,
        CopyWhat::All => What::All,
    };
    session.audit(|file, _| {
        let (from, to) = (own(file.reader(), copying.from)?, own(file.reader(), copying.to)?);
        let (from, to) = (from.submission.id, to.submission.id);
        let copy::Copied { copied, skipped } = copy::copy(file, from, to, &copying.questions, what)?;
        Ok(CopiedView { copied, skipped })
    })
}

/// An audit that was begun in this file, not a return that came in.
fn own(reader: Reader<'_>, id: SubmissionId) -> Result<Audit> {
    let submission = submission::load(reader, id)?;
    if submission.batch.is_some() {
        return Err(Error::missing("That audit was not begun in this file."));
    }
    Audit::of(reader, submission)
}

fn head(audit: &Audit) -> ComparedAudit {
    ComparedAudit {
        submission: audit.submission.id,
        setting: audit.setting.id,
        name: audit.setting.details.name.clone(),
        round: audit.round.label.clone(),
        state: audit.submission.state,
    }
}

/// The questions of the first audit in its order, then what only others ask.
fn rows(audits: &[Audit]) -> Vec<ComparedRow> {
    let asked: Vec<BTreeMap<&QuestionId, &Question>> = audits.iter().map(by_id).collect();
    let mut rows: Vec<ComparedRow> = Vec::new();
    for audit in audits {
        for (standard, questions) in audit.asked() {
            for question in questions {
                if rows.iter().any(|row| row.question == question.id) {
                    continue;
                }
                let cells = audits
                    .iter()
                    .zip(&asked)
                    .map(|(audit, asked)| cell(audit, asked.get(&question.id).copied()));
                rows.push(ComparedRow {
                    question: question.id.clone(),
                    number: question.number.clone(),
                    text: question.text.clone(),
                    standard: standard.title.clone(),
                    cells: cells.collect(),
                });
            }
        }
    }
    rows
}

fn by_id(audit: &Audit) -> BTreeMap<&QuestionId, &Question> {
    let questions = audit.asked().into_iter().flat_map(|(_, questions)| questions);
    questions.map(|question| (&question.id, question)).collect()
}

fn cell(audit: &Audit, question: Option<&Question>) -> ComparedCell {
    let answer = question.and_then(|question| audit.answers.get(&question.id));
    let value = answer.and_then(|answer| answer.value.clone());
    let level =
        question.zip(value.as_deref()).and_then(|(question, value)| audit.template.level(question, value));
    ComparedCell {
        submission: audit.submission.id,
        asked: question.is_some(),
        carried: answer.is_some_and(|answer| answer.carried_from.is_some()),
        label: level
            .map(|level| level.label.clone())
            .or_else(|| value.map(|value| value.replace('\n', ", "))),
        meaning: level.map(|level| level.meaning),
        note: answer.map(said).filter(|note| !note.is_empty()),
    }
}

fn said(answer: &Answer) -> String {
    answer.note.trim_end().to_owned()
}
