//! A return that came in, placed as *received*: ids follow from the file's digest, so that two runs place the same.
//!
//! Refuses to know: how it was read, and whether it is any good; nothing here counts before it is accepted.

use std::borrow::Cow;

use rusqlite::types::ToSql;

use super::action::Action;
use super::evidence::Item;
use super::{Answer, Kind, State, SubmissionId, put_state, ratings, returned};
use crate::error::{Error, Result};
use crate::id::derived;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Row, Tx};
use crate::template::{Facts, Template};

/// A return as it is placed.
#[derive(Debug, Clone)]
pub struct Received<'a> {
    /// Its own id, from the workbook or made from its digest.
    pub id: SubmissionId,
    /// The round it answers.
    pub round: RoundId,
    /// The setting it is of.
    pub setting: SettingId,
    /// Whether it answers everything.
    pub kind: Kind,
    /// Its revision.
    pub revision: u32,
    /// The issue it answers, if any.
    pub issue: Option<String>,
    /// This very export.
    pub export: String,
    /// The batch it came in with.
    pub batch: String,
    /// The original it was read from.
    pub original: String,
    /// SHA-256 of that original.
    pub sha256: &'a str,
    /// Facts it says of the setting.
    pub facts: &'a Facts,
    /// Its answers.
    pub answers: &'a [Answer],
    /// Its evidence.
    pub evidence: &'a [Item],
    /// Its actions.
    pub actions: &'a [Action],
}

/// Places a return as received, over whatever stood there under its id.
pub fn place(tx: &mut Tx<'_>, template: &Template, received: &Received<'_>) -> Result<()> {
    let by_question =
        received.answers.iter().map(|answer| (answer.question.clone(), answer.clone())).collect();
    let row = Row::new("submission", received.id)
        .text("round_id", received.round)
        .text("subject_id", received.setting)
        .text("kind", received.kind.code())
        .text("state", State::Received.code())
        .set("revision", i64::from(received.revision))
        .set("issue_id", received.issue.clone())
        .text("export_id", &received.export)
        .text("template", template.key())
        .text("batch_id", &received.batch)
        .text("original_id", &received.original)
        .set("facts", super::facts_text(received.facts)?)
        .set("ratings", ratings::bytes(template, received.facts, &by_question));
    tx.put(row)?;
    answers(tx, received)?;
    returned::place(tx, received)?;
    put_state(tx, received.id, State::Received, "")
}

/// Lays corrected answers over a return that is here; it has to be accepted again.
pub fn correct(tx: &mut Tx<'_>, template: &Template, received: &Received<'_>) -> Result<()> {
    let before = super::load(tx.reader(), received.id)?;
    let mut answers = super::answers(tx.reader(), received.id)?;
    for answer in received.answers {
        answers.insert(answer.question.clone(), answer.clone());
    }
    let row = Row::new("submission", received.id)
        .set("revision", i64::from(received.revision))
        .text("export_id", &received.export)
        .text("original_id", &received.original)
        .set("ratings", ratings::bytes(template, &before.facts, &answers));
    tx.put(row)?;
    let whole: Vec<Answer> = answers.into_values().collect();
    self::answers(tx, &Received { answers: &whole, ..received.clone() })?;
    put_state(tx, received.id, State::Received, "Answers that were sent back came in corrected.")
}

const ANSWER: [&str; 9] =
    ["submission_id", "question_id", "value", "note", "impact", "area", "reason", "extra", "source"];

/// The answers in the place of an earlier revision's. What was left blank altogether has no row.
fn answers(tx: &mut Tx<'_>, received: &Received<'_>) -> Result<()> {
    let id = received.id.to_string();
    let said = || received.answers.iter().filter(|answer| answer.says_something());
    let extras: Vec<Cow<'static, str>> = said().map(extra).collect::<Result<_>>()?;
    let rows = said().zip(&extras).map(|(answer, extra)| -> [&dyn ToSql; 9] {
        let Answer { question, value, note, impact, area, reason, source, .. } = answer;
        [&id, &question.0, value, note, impact, area, reason, extra, source]
    });
    tx.clear("answer", "submission_id", &id)?;
    tx.fill("answer", ANSWER, received.sha256, rows)
}

fn extra(answer: &Answer) -> Result<Cow<'static, str>> {
    if answer.extra.is_empty() {
        return Ok(Cow::Borrowed("{}"));
    }
    let written = serde_json::to_string(&answer.extra);
    written.map(Cow::Owned).map_err(|_| Error::fault("An answer could not be kept."))
}

/// The id of a return whose workbook has lost its own: it follows from the file alone.
pub fn id_from(sha256: &str) -> SubmissionId {
    SubmissionId(derived(sha256, "return"))
}
