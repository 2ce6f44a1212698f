//! Confirming what was carried: one answer, or together those whose question is the same as it was.
//!
//! Refuses to know: screens; and never confirms an answer without a value, or a reworded question unseen.

use std::collections::BTreeMap;

use super::answer::{Place, refresh};
use super::{Answer, SubmissionId, answer_row, answers, load};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Row};
use crate::template::{self, Came, QuestionId, StandardId, Template};
use crate::text;

/// A carried answer was confirmed.
pub const CONFIRM: Operation = Operation::ordinary("answer.confirm");
/// Carried answers to unchanged questions were confirmed together.
pub const CONFIRM_SAME: Operation = Operation::ordinary("answer.confirm_same");

/// Confirms a carried answer as it stands.
pub fn confirm(file: &mut AuditFile, id: SubmissionId, question: &QuestionId) -> Result<()> {
    let place = Place::find(file.reader(), id, question)?;
    let answer = answers(file.reader(), id)?.remove(question);
    match answer {
        Some(Answer { carried_from: Some(_), value: Some(_), .. }) => {}
        Some(Answer { carried_from: Some(_), value: None, .. }) => {
            return Err(Error::state(format!(
                "Question {} has no answer from last round that could be confirmed, only texts.",
                place.number()
            ))
            .hint("Answer it; the texts stay as they are."));
        }
        Some(Answer { carried_from: None, .. }) | None => {
            return Err(Error::state(format!("There is nothing to confirm in question {}.", place.number()))
                .hint("Only answers that came from last round are confirmed."));
        }
    }
    file.transact(CONFIRM, &question.0, |tx| {
        let row = cleared(place.row());
        place.put(tx, row)
    })
}

/// Confirms every carried answer to a question that is the same as it was, in one standard or in all; says how many.
pub fn confirm_same(file: &mut AuditFile, id: SubmissionId, within: Option<&StandardId>) -> Result<u32> {
    let submission = load(file.reader(), id)?;
    submission.changeable()?;
    let template = template::load(file.reader(), &submission.template)?;
    if let Some(standard) = within.filter(|standard| template.standard(standard).is_none()) {
        let shown = text::short(&standard.0);
        return Err(Error::missing(format!("There is no standard \u{201c}{shown}\u{201d} in this audit.")));
    }
    let there = answers(file.reader(), id)?;
    let asked = template.asked(&submission.facts);
    let meant: Vec<&QuestionId> = asked
        .iter()
        .map(|question| &question.id)
        .filter(|question| within.is_none_or(|standard| stands_in(&template, standard, question)))
        .filter(|question| may_together(&there, question))
        .collect();
    file.transact(CONFIRM_SAME, within.map_or("", StandardId::as_str), |tx| {
        for question in &meant {
            if let Some(row) = answer_row(tx.reader(), id, question)? {
                tx.put(cleared(Row::new("answer", row)))?;
            }
        }
        refresh(tx, &submission, &template)
    })?;
    Ok(u32::try_from(meant.len()).unwrap_or(u32::MAX))
}

/// The same row with nothing left of where it was carried from.
pub(super) fn cleared(row: Row) -> Row {
    row.set("carried_from", None::<String>).set("carried_how", None::<String>)
}

fn stands_in(template: &Template, standard: &StandardId, question: &QuestionId) -> bool {
    template.standard_of(question).is_some_and(|found| found.id == *standard)
}

/// Whether a carried answer may be confirmed together with others: its question is the same, and it has a value.
pub fn may_together(answers: &BTreeMap<QuestionId, Answer>, question: &QuestionId) -> bool {
    answers.get(question).is_some_and(|answer| {
        answer.carried_from.is_some() && answer.value.is_some() && answer.carried_how == Some(Came::Same)
    })
}
