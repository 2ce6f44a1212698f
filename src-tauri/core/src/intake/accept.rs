//! The officer's say over what came in: accepting returns, and withdrawing a whole batch.
//!
//! Both are operations that are appended; nothing that came in is thrown away.

use super::original::{self, BatchId};
use super::verdict::{Held, VerdictKind};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader};
use crate::submission::{self, State, Submission, SubmissionId};

const ACCEPT: Operation = Operation::ordinary("intake.accept");
const WITHDRAW: Operation = Operation::ordinary("intake.withdraw");

/// Accepts returns that were received: from now on they count.
pub fn accept(file: &mut AuditFile, returns: &[SubmissionId]) -> Result<()> {
    if returns.is_empty() {
        return Err(Error::input("No return was chosen.").hint("Choose the returns that you want to accept."));
    }
    for id in returns {
        acceptable(&submission::load(file.reader(), *id)?)?;
    }
    let target = match returns {
        [one] => one.to_string(),
        many => format!("{} returns", many.len()),
    };
    file.transact(ACCEPT, &target, |tx| {
        returns.iter().try_for_each(|id| submission::put_state(tx, *id, State::Accepted, ""))
    })
}

/// Accepts every clean return of a batch that is still waiting.
pub fn accept_clean(file: &mut AuditFile, batch: BatchId) -> Result<()> {
    let waiting = clean_and_waiting(file.reader(), batch)?;
    if waiting.is_empty() {
        return Err(Error::state("No clean return of this intake is waiting to be accepted.")
            .hint("Look at the others one by one."));
    }
    accept(file, &waiting)
}

/// Withdraws a batch: its returns count no more; its files are kept.
pub fn withdraw(file: &mut AuditFile, id: BatchId) -> Result<()> {
    let batch = original::batch(file.reader(), id)?;
    if batch.state != "placed" {
        return Err(Error::state("This intake was withdrawn before."));
    }
    let returns: Vec<Submission> = submission::of_round(file.reader(), batch.round)?
        .into_iter()
        .filter(|it| it.batch.as_deref() == Some(id.to_string().as_str()) && stands(it.state))
        .collect();
    file.transact(WITHDRAW, &id.to_string(), |tx| {
        original::withdraw_batch(tx, id)?;
        returns.iter().try_for_each(|it| {
            submission::put_state(tx, it.id, State::Withdrawn, "The intake was withdrawn.")
        })
    })
}

fn stands(state: State) -> bool {
    match state {
        State::Received | State::Checked | State::Accepted | State::SentBack => true,
        State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn => false,
    }
}

fn acceptable(submission: &Submission) -> Result<()> {
    match submission.state {
        State::Received | State::Checked | State::SentBack => Ok(()),
        State::Accepted => Err(Error::state("This return was accepted before.")),
        State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn => {
            Err(Error::state("This return is not waiting to be accepted.")
                .hint("Only a return that was received, or sent back, can be accepted."))
        }
    }
}

/// A return of a batch counts as clean by the very file it was placed from.
fn clean_and_waiting(reader: Reader<'_>, batch: BatchId) -> Result<Vec<SubmissionId>> {
    original::batch(reader, batch)?;
    let clean = original::originals(reader, batch)?
        .into_iter()
        .filter(|file| file.kind == VerdictKind::Clean && file.placed == Held::Placed);
    let mut waiting = Vec::new();
    for file in clean {
        let Some(id) = file.submission else { continue };
        let submission = submission::load(reader, id)?;
        let from_it = submission.original.as_deref() == Some(file.id.to_string().as_str());
        if from_it && matches!(submission.state, State::Received | State::Checked) {
            waiting.push(id);
        }
    }
    Ok(waiting)
}
