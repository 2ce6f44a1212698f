//! The officer's other word over a return: looked at and not yet counted, or sent back with a reason.
//!
//! Refuses to know: the workbook that goes back; whoever calls writes it inside the same operation.

use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader};
use crate::submission::{self, State, SubmissionId, note};
use crate::template::QuestionId;
use crate::text;

const CHECK: Operation = Operation::ordinary("return.check");
const SEND_BACK: Operation = Operation::ordinary("return.send_back");

/// The longest reason that is kept.
const LONGEST_REASON: usize = 2_000;

/// Why a return goes back: on the whole, and question by question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doubt {
    /// The reason on the whole; required.
    pub reason: String,
    /// What is in doubt, with why.
    pub questions: Vec<(QuestionId, String)>,
}

/// Marks returns as looked at: they wait to be accepted, and count in no figure yet.
pub fn check(file: &mut AuditFile, returns: &[SubmissionId]) -> Result<()> {
    if returns.is_empty() {
        return Err(Error::input("No return was chosen.").hint("Choose the returns that you have looked at."));
    }
    for id in returns {
        if submission::load(file.reader(), *id)?.state != State::Received {
            return Err(Error::state("Only a return that was received can be marked as checked.")
                .hint("Leave out those that were accepted or sent back."));
        }
    }
    file.transact(CHECK, &named(returns), |tx| {
        returns.iter().try_for_each(|id| submission::put_state(tx, *id, State::Checked, ""))
    })
}

/// Sends a return back: `write` puts the workbook on the disk, and without it nothing is changed.
pub fn send_back(
    file: &mut AuditFile,
    id: SubmissionId,
    doubt: &Doubt,
    write: impl FnOnce() -> Result<()>,
) -> Result<()> {
    can_go_back(file.reader(), id)?;
    let reason = reason(&doubt.reason)?;
    file.transact(SEND_BACK, &id.to_string(), |tx| {
        submission::put_state(tx, id, State::SentBack, &reason)?;
        for (question, why) in doubt.questions.iter().filter(|(_, why)| !why.trim().is_empty()) {
            note::put(tx, id, Some(question), why)?;
        }
        write()
    })
}

/// Refuses where a return cannot be sent back, before anybody is asked where to save.
pub fn can_go_back(reader: Reader<'_>, id: SubmissionId) -> Result<()> {
    match submission::load(reader, id)?.state {
        State::Received | State::Checked | State::Accepted => Ok(()),
        State::SentBack => Err(Error::state("This return was sent back before.")
            .hint("Wait for the correction, or accept the return as it is.")),
        State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn => {
            Err(Error::state("This return does not stand, so it cannot be sent back.")
                .hint("Look at the return that stands in its place."))
        }
    }
}

/// A reason as it was typed: neither blank nor endless.
pub fn reason(typed: &str) -> Result<String> {
    let reason = text::normal(typed).trim().to_owned();
    match reason.chars().count() {
        0 => Err(Error::input("A return is sent back with a reason, and none was given.")
            .hint("Say in a sentence what has to be put right; it goes to the setting.")),
        1..=LONGEST_REASON => Ok(reason),
        _ => {
            Err(Error::input("The reason is over 2,000 characters long.").hint("Say it in a few sentences."))
        }
    }
}

fn named(returns: &[SubmissionId]) -> String {
    match returns {
        [one] => one.to_string(),
        many => format!("{} returns", many.len()),
    }
}
