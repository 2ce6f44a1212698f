//! The officer's say over what came in: accepting returns, one by one or all clean ones.
//!
//! Refuses to know: how they came in.

use super::kept;
use super::original::{self, BatchId};
use super::remembered::Asked;
use super::verdict::{Held, VerdictKind};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader};
use crate::submission::{self, State, Submission, SubmissionId};

const ACCEPT: Operation = Operation::ordinary("intake.accept");

/// Accepts returns that were received: from now on they count. Of several, those whose setting sent more than one
/// are left until it is said which counts; answers how many were accepted.
pub fn accept(file: &mut AuditFile, returns: &[SubmissionId]) -> Result<usize> {
    if returns.is_empty() {
        return Err(Error::input("No return was chosen.").hint("Choose the returns that you want to accept."));
    }
    let mut sure = Vec::new();
    for id in returns {
        let submission = submission::load(file.reader(), *id)?;
        acceptable(&submission)?;
        if !is_disputed(file.reader(), &submission) {
            sure.push(*id);
        }
    }
    let target = match sure.as_slice() {
        [] => return Err(disputed()),
        [one] => one.to_string(),
        many => format!("{} returns", many.len()),
    };
    file.transact(ACCEPT, &target, |tx| {
        sure.iter().try_for_each(|id| submission::put_state(tx, *id, State::Accepted, ""))
    })?;
    Ok(sure.len())
}

/// Accepts every clean return of a batch that is still waiting.
pub fn accept_clean(file: &mut AuditFile, batch: BatchId) -> Result<()> {
    let waiting = clean_and_waiting(file.reader(), batch)?;
    if waiting.is_empty() {
        return Err(Error::state("No clean return of this intake is waiting to be accepted.")
            .hint("Look at the others one by one."));
    }
    accept(file, &waiting)?;
    Ok(())
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

/// Whether it is one of several returns of a setting, and nobody has said yet which counts.
pub fn is_disputed(reader: Reader<'_>, submission: &Submission) -> bool {
    let original = submission.original.as_deref().and_then(|id| id.parse().ok());
    original
        .and_then(|id| kept::original(reader, id).ok())
        .is_some_and(|file| file.asks == Some(Asked::Which))
}

fn disputed() -> Error {
    Error::state("Several returns came from this setting, and nobody has said which counts.")
        .hint("Say it under \u{201c}Needs you\u{201d}, then accept the one that counts.")
}

/// A return of a batch counts as clean by the very file it was placed from.
fn clean_and_waiting(reader: Reader<'_>, batch: BatchId) -> Result<Vec<SubmissionId>> {
    original::batch(reader, batch)?;
    let clean = kept::originals(reader, batch)?
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
