//! Questions that the partnership sent back: why, until they have been looked at again.
//!
//! Refuses to know: workbooks and screens.

use std::collections::BTreeMap;

use super::{Submission, SubmissionId};
use crate::error::Result;
use crate::store::{AuditFile, Operation, Reader, Row, Tx, params};
use crate::template::QuestionId;

/// Questions that were sent back were put on the list.
pub const NOTE: Operation = Operation::ordinary("sent_back.note");
/// A question that was sent back has been looked at.
pub const SETTLE: Operation = Operation::ordinary("sent_back.settle");

/// Puts questions on the list, each with the reason; one that is there already gets the new reason.
pub fn note(
    file: &mut AuditFile,
    submission: &Submission,
    reasons: &BTreeMap<QuestionId, String>,
) -> Result<()> {
    submission.own()?;
    file.transact(NOTE, "", |tx| {
        for (question, reason) in reasons {
            let row = row(tx.reader(), submission.id, question)?;
            let row = row.unwrap_or_else(|| tx.world().new_id().to_string());
            let row = Row::new("sent_back", row).text("submission_id", submission.id);
            let today = tx.world().today();
            tx.put(row.text("question_id", question).text("reason", reason).text("on_date", today))?;
        }
        Ok(())
    })
}

/// Takes a question off the list.
pub fn settle(file: &mut AuditFile, submission: &Submission, question: &QuestionId) -> Result<()> {
    file.transact(SETTLE, &question.0, |tx| settle_in(tx, submission.id, question))
}

fn settle_in(tx: &mut Tx<'_>, submission: SubmissionId, question: &QuestionId) -> Result<()> {
    match row(tx.reader(), submission, question)? {
        Some(row) => tx.remove("sent_back", row),
        None => Ok(()),
    }
}

/// The questions that still wait, with the reasons.
pub fn waiting(reader: Reader<'_>, submission: SubmissionId) -> Result<BTreeMap<QuestionId, String>> {
    let sql = "SELECT question_id, reason FROM sent_back WHERE submission_id = ?1";
    let rows = reader.all(sql, params![submission], |row| Ok((QuestionId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

fn row(reader: Reader<'_>, submission: SubmissionId, question: &QuestionId) -> Result<Option<String>> {
    let sql = "SELECT id FROM sent_back WHERE submission_id = ?1 AND question_id = ?2";
    reader.one(sql, params![submission, question.0], |row| row.get(0))
}
