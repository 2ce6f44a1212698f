//! The accepted returns of a round, read in one walk: what each answered, and what stands behind its answers.
//!
//! Refuses to know: what is made of them.

use std::collections::BTreeMap;

use super::{Answer, SubmissionId, answer};
use crate::error::Result;
use crate::round::RoundId;
use crate::store::{Reader, params};
use crate::template::QuestionId;

/// Shows each accepted return of a round with its answers, in the order of their ids.
pub fn each(
    reader: Reader<'_>,
    round: RoundId,
    mut show: impl FnMut(SubmissionId, BTreeMap<QuestionId, Answer>) -> Result<()>,
) -> Result<()> {
    let sql = "SELECT a.question_id, a.value, a.note, a.impact, a.area, a.reason, a.flag, a.carried_from, a.extra, \
               a.source, a.carried_how, a.submission_id \
               FROM submission s JOIN answer a ON a.submission_id = s.id \
               WHERE s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting' ORDER BY s.id";
    let mut at: Option<(SubmissionId, BTreeMap<QuestionId, Answer>)> = None;
    let mut said = Ok(());
    reader.all(sql, params![round], |row| {
        let (id, answer): (SubmissionId, Answer) = (row.get(11)?, answer(row)?);
        if at.as_ref().is_some_and(|(last, _)| *last != id)
            && let (Some((last, answers)), Ok(())) = (at.take(), &said)
        {
            said = show(last, answers);
        }
        at.get_or_insert_with(|| (id, BTreeMap::new())).1.insert(answer.question.clone(), answer);
        Ok(())
    })?;
    said?;
    at.map_or(Ok(()), |(last, answers)| show(last, answers))
}

/// How many items of evidence that are still used stand behind each answer of the accepted returns of a round.
pub fn backed(
    reader: Reader<'_>,
    round: RoundId,
) -> Result<BTreeMap<SubmissionId, BTreeMap<QuestionId, u32>>> {
    let sql = "SELECT b.submission_id, b.question_id, count(*) FROM submission s \
               JOIN backing b ON b.submission_id = s.id JOIN evidence e ON e.id = b.evidence_id \
               WHERE s.round_id = ?1 AND s.state = 'accepted' AND e.retired IS NULL \
               GROUP BY b.submission_id, b.question_id";
    let line = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, QuestionId(row.get(1)?), row.get(2)?));
    let mut found: BTreeMap<SubmissionId, BTreeMap<QuestionId, u32>> = BTreeMap::new();
    for (id, question, count) in reader.all(sql, params![round], line)? {
        found.entry(id).or_default().insert(question, count);
    }
    Ok(found)
}
