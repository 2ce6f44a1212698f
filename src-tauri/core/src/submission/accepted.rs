//! The accepted returns of a round, read in one walk: what each answered, and what stands behind its answers.
//!
//! Refuses to know: what is made of them.

use std::collections::BTreeMap;

use super::{Answer, SubmissionId, answer};
use crate::error::Result;
use crate::round::RoundId;
use crate::store::{Reader, params};
use crate::template::QuestionId;

/// So many returns are read at a time.
const TOGETHER: usize = 20;

/// A few accepted returns that follow each other in the order of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub(super) first: SubmissionId,
    pub(super) last: SubmissionId,
    /// How many they are.
    pub returns: u32,
}

/// The accepted returns of a round as stretches, for whoever lets others have their turn between them.
pub fn stretches(reader: Reader<'_>, round: RoundId) -> Result<Vec<Stretch>> {
    let sql = "SELECT id FROM submission WHERE round_id = ?1 AND state = 'accepted' AND subject_kind = 'setting' \
               ORDER BY id";
    let ids: Vec<SubmissionId> = reader.all(sql, params![round], |row| row.get(0))?;
    let stretch = |ids: &[SubmissionId]| {
        let (first, last) = (*ids.first()?, *ids.last()?);
        Some(Stretch { first, last, returns: u32::try_from(ids.len()).unwrap_or(u32::MAX) })
    };
    Ok(ids.chunks(TOGETHER).filter_map(stretch).collect())
}

/// Shows each accepted return of a round with its answers, in the order of their ids.
pub fn each(
    reader: Reader<'_>,
    round: RoundId,
    mut show: impl FnMut(SubmissionId, BTreeMap<QuestionId, Answer>) -> Result<()>,
) -> Result<()> {
    stretches(reader, round)?.into_iter().try_for_each(|stretch| of(reader, round, stretch, &mut show))
}

/// Shows the accepted returns of one stretch of a round with their answers.
pub fn of(
    reader: Reader<'_>,
    round: RoundId,
    stretch: Stretch,
    mut show: impl FnMut(SubmissionId, BTreeMap<QuestionId, Answer>) -> Result<()>,
) -> Result<()> {
    // The plus keeps SQLite from looking through the whole round for each stretch.
    let sql = "SELECT a.question_id, a.value, a.note, a.impact, a.area, a.reason, a.flag, a.carried_from, a.extra, \
               a.source, a.carried_how, a.submission_id \
               FROM submission s JOIN answer a ON a.submission_id = s.id \
               WHERE +s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting' \
               AND s.id BETWEEN ?2 AND ?3 ORDER BY s.id";
    let mut at: Option<(SubmissionId, BTreeMap<QuestionId, Answer>)> = None;
    let mut said = Ok(());
    reader.all(sql, params![round, stretch.first, stretch.last], |row| {
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
