//! Changing the plan: writing an action down, saying how far it is, linking it to answers.
//!
//! What a sign-off covers stays as it was signed; progress goes on between rounds, and so do actions that grew out of
//! no answer of that audit. Refuses to know: screens.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Action, ActionId, ActionState, Kept, Origin, ReviewId, of_submission};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader, Row, Tx, params};
use crate::submission::Submission;
use crate::submission::field::{cell, kept_day, line, wanted};
use crate::submission::links::{self, GROWTH};
use crate::template::{self, QuestionId};

/// An action was written down or changed.
pub const SAVE: Operation = Operation::ordinary("action.save");
/// It was looked at again.
pub const REVIEW: Operation = Operation::ordinary("action.review");
/// It was linked to an answer.
pub const LINK: Operation = Operation::ordinary("action.link");
/// It was taken from an answer.
pub const UNLINK: Operation = Operation::ordinary("action.unlink");
/// It was taken out of the plan.
pub const REMOVE: Operation = Operation::ordinary("action.remove");

/// An action as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// What is to be done.
    pub title: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: ActionState,
    /// The difference it made.
    pub outcome: String,
    /// The answers it grew out of.
    pub questions: Vec<QuestionId>,
}

/// Writes an action down, or changes one.
pub fn save(
    file: &mut AuditFile,
    submission: &Submission,
    id: Option<ActionId>,
    typed: &Typed,
) -> Result<ActionId> {
    let before = id.map(|id| find(file.reader(), submission, id)).transpose()?;
    let after = sound(file, submission, before.as_ref(), typed)?;
    if is_covered(before.as_ref().map(|kept| &kept.action), &after) {
        submission.changeable().map_err(|error| error.hint(PROGRESS))?;
    } else {
        submission.own()?;
    }
    let id = id.unwrap_or_else(|| ActionId::new(file.world().as_ref()));
    file.transact(SAVE, &id.to_string(), |tx| {
        put(tx, submission, id, &after)?;
        GROWTH.set(tx, id.0, submission.id, &after.questions)?;
        Ok(id)
    })
}

/// Says how far an action is, on a day between rounds.
pub fn review(
    file: &mut AuditFile,
    submission: &Submission,
    id: ActionId,
    state: ActionState,
    note: &str,
) -> Result<()> {
    submission.own()?;
    let kept = find(file.reader(), submission, id)?;
    let note = cell("The note of the review", note)?;
    file.transact(REVIEW, &id.to_string(), |tx| {
        let (row, today, who) = (ReviewId::new(tx.world()), tx.world().today(), tx.world().who());
        let row = Row::new("review", row).text("action_id", id).text("on_date", today).text("who", who);
        tx.put(row.text("state", state.code()).text("note", &note))?;
        let done_on = kept_day(done_on(Some(&kept.action), state, today));
        tx.put(Row::new("action", id).text("state", state.code()).set("done_on", done_on))
    })
}

/// Links an action to an answer.
pub fn link(
    file: &mut AuditFile,
    submission: &Submission,
    id: ActionId,
    question: &QuestionId,
) -> Result<()> {
    submission.changeable()?;
    find(file.reader(), submission, id)?;
    GROWTH.link(file, (LINK, id.0), submission, question)
}

/// Takes an action from an answer; it stays in the plan.
pub fn unlink(
    file: &mut AuditFile,
    submission: &Submission,
    id: ActionId,
    question: &QuestionId,
) -> Result<()> {
    submission.changeable()?;
    find(file.reader(), submission, id)?;
    file.transact(UNLINK, &question.0, |tx| GROWTH.untie(tx, id.0, submission.id, question))
}

/// Takes an action out of the plan, with its reviews; one that stands in an earlier audit is dropped instead.
pub fn remove(file: &mut AuditFile, submission: &Submission, id: ActionId) -> Result<()> {
    let kept = find(file.reader(), submission, id)?;
    submission.own()?;
    if !kept.action.questions.is_empty() {
        submission.changeable().map_err(|error| error.hint(PROGRESS))?;
    }
    if GROWTH.submissions(file.reader(), id.0)?.iter().any(|other| *other != submission.id) {
        return Err(Error::state("This action also stands in the audit of another year.")
            .hint("Put it into the state \u{201c}dropped\u{201d} and say why, so that the earlier audit stays as it was."));
    }
    file.transact(REMOVE, &id.to_string(), |tx| {
        GROWTH.clear(tx, id.0)?;
        let sql = "SELECT id FROM review WHERE action_id = ?1";
        let reviews: Vec<ReviewId> = tx.reader().all(sql, params![id], |row| row.get(0))?;
        reviews.iter().try_for_each(|review| tx.remove("review", review))?;
        tx.remove("action", id)
    })
}

const PROGRESS: &str = "How far the action is, and the difference it made, can still be changed; \
    its wording, owner, date and answers are part of what was signed.";

/// Whether a change touches what a sign-off of the submission covers.
fn is_covered(before: Option<&Action>, after: &Action) -> bool {
    let linked = before.is_some_and(|before| !before.questions.is_empty()) || !after.questions.is_empty();
    let seen = |action: &Action| {
        let questions: BTreeSet<QuestionId> = action.questions.iter().cloned().collect();
        (action.title.clone(), action.owner.clone(), action.due, questions)
    };
    linked && before.map(seen) != Some(seen(after))
}

fn done_on(before: Option<&Action>, state: ActionState, today: NaiveDate) -> Option<NaiveDate> {
    let already = before.filter(|before| before.state == ActionState::Done).and_then(|before| before.done_on);
    (state == ActionState::Done).then(|| already.unwrap_or(today))
}

/// The action as it is kept.
fn sound(file: &AuditFile, submission: &Submission, before: Option<&Kept>, typed: &Typed) -> Result<Action> {
    let template = template::load(file.reader(), &submission.template)?;
    let (before, today) = (before.map(|kept| &kept.action), file.world().today());
    Ok(Action {
        title: wanted("The action", &typed.title, "Say what is to be done.")?,
        owner: line("The name of who does the action", &typed.owner)?,
        due: typed.due,
        state: typed.state,
        done_on: done_on(before, typed.state, today),
        outcome: cell("The outcome of the action", &typed.outcome)?,
        origin: before.map_or(Origin::Audit, |before| before.origin),
        created: before.map_or(today, |before| before.created),
        questions: links::known(&template, &typed.questions)?,
    })
}

pub(in crate::submission) fn put(
    tx: &mut Tx<'_>,
    submission: &Submission,
    id: ActionId,
    action: &Action,
) -> Result<()> {
    let row = Row::new("action", id)
        .text("setting_id", submission.setting)
        .text("title", &action.title)
        .text("owner", &action.owner)
        .set("due", kept_day(action.due))
        .text("state", action.state.code())
        .set("done_on", kept_day(action.done_on));
    let row = row.text("outcome", &action.outcome).text("origin", action.origin.code());
    tx.put(row.text("created", action.created))
}

fn find(reader: Reader<'_>, submission: &Submission, id: ActionId) -> Result<Kept> {
    let found = if submission.state.is_own() { of_submission(reader, submission)? } else { Vec::new() };
    found.into_iter().find(|kept| kept.id == id).ok_or_else(|| {
        Error::missing("That action is not in this setting\u{2019}s plan.")
            .hint("Look at the plan again; the step that wrote it may have been undone.")
    })
}
