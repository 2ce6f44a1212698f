//! A return that came in, placed as *received*: ids follow from the file's digest, so that two runs place the same.
//!
//! Refuses to know: how it was read, and whether it is any good; nothing here counts before it is accepted.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::action::Action;
use super::evidence::Item;
use super::{Answer, AnswerId, State, SubmissionId, answer, put_state, ratings, returned};
use crate::error::Result;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Row, Tx, params};
use crate::template::{Facts, QuestionId, Template};
use crate::text;

/// A return as it is placed.
#[derive(Debug, Clone)]
pub struct Received<'a> {
    /// Its own id, from the workbook or made from its digest.
    pub id: SubmissionId,
    /// The round it answers.
    pub round: RoundId,
    /// The setting it is of.
    pub setting: SettingId,
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

/// Places a return as received.
pub fn place(tx: &mut Tx<'_>, template: &Template, received: &Received<'_>) -> Result<()> {
    let by_question =
        received.answers.iter().map(|answer| (answer.question.clone(), answer.clone())).collect();
    let row = Row::new("submission", received.id)
        .text("round_id", received.round)
        .text("subject_id", received.setting)
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
    clear(tx, received)?;
    for answer in received.answers {
        put_answer(tx, received, answer)?;
    }
    returned::place(tx, received)?;
    put_state(tx, received.id, State::Received, "")
}

/// Takes away the answers of an earlier revision, read from another file.
fn clear(tx: &mut Tx<'_>, received: &Received<'_>) -> Result<()> {
    let sql = "SELECT id FROM answer WHERE submission_id = ?1";
    let there = tx.reader().all(sql, params![received.id], |row| row.get::<_, AnswerId>(0))?;
    let kept: BTreeSet<AnswerId> =
        received.answers.iter().map(|answer| answer_id(received.sha256, &answer.question)).collect();
    there.iter().filter(|id| !kept.contains(id)).try_for_each(|id| tx.remove("answer", id))
}

fn put_answer(tx: &mut Tx<'_>, received: &Received<'_>, answer: &Answer) -> Result<()> {
    let row = Row::new("answer", answer_id(received.sha256, &answer.question));
    tx.put(answer::whole(row, received.id, answer)?)
}

/// The id of an answer that came in: it follows from the file and the question alone.
pub fn answer_id(sha256: &str, question: &QuestionId) -> AnswerId {
    let digest = text::digest(format!("{sha256} {question}").as_bytes());
    let number = u128::from_str_radix(&digest[..32], 16).expect("a digest is hexadecimal");
    AnswerId(uuid::Builder::from_custom_bytes(number.to_be_bytes()).into_uuid())
}

/// The id of a return whose workbook has lost its own: it follows from the file alone.
pub fn id_from(sha256: &str) -> SubmissionId {
    let AnswerId(uuid) = answer_id(sha256, &QuestionId(String::new()));
    SubmissionId(Uuid::from_u128(uuid.as_u128()))
}
