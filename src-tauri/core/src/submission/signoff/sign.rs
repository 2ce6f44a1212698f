//! Signing and taking a sign-off back: each is one operation, and undo stops at each.
//!
//! Refuses to know: what still has to be put right before anybody signs; the caller counts that.

use chrono::NaiveDate;

use super::super::{State, Submission, put_state};
use super::content::said;
use super::keep::{Kept, Stage, put, put_signature, standing};
use super::{Code, Digests, SignOff, SignOffId, Signature, SignatureId, verify};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader, Row, params};
use crate::template::{self, SignOffStep, Template};
use crate::text;

/// Somebody signed.
pub const SIGN: Operation = Operation::fence("sign_off.sign");
/// A sign-off was taken back.
pub const VOID: Operation = Operation::fence("sign_off.void");

/// Longest name, role, body or minute reference.
const LONGEST: usize = 200;
/// Longest reason.
const LONGEST_REASON: usize = 2_000;

/// A signature about to be given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signing {
    /// Id of the template's step.
    pub step: String,
    /// Who signs.
    pub name: String,
    /// As what; empty is as the template says.
    pub role: String,
    /// For which body; empty is as the template says.
    pub body: String,
    /// When that body met.
    pub meeting: Option<NaiveDate>,
    /// Where its minutes say so.
    pub minute: String,
}

/// Gives the next signature; the first freezes the content, the last signs it off.
pub fn sign(file: &mut AuditFile, submission: &Submission, given: &Signing) -> Result<()> {
    let turn = Turn::of(file.reader(), submission)?;
    let step = turn.step(&given.step)?;
    let signature = signature(step, given, file.world().today())?;
    file.transact(SIGN, &submission.id.to_string(), |tx| {
        let id = match &turn.standing {
            Some(standing) => standing.id,
            None => SignOffId::new(tx.world()),
        };
        let stage = if turn.is_last() { Stage::Complete } else { Stage::Open };
        match &turn.standing {
            Some(_) => tx.put(Row::new("sign_off", id).text("state", stage.code()))?,
            None => put(tx, id, submission.id, stage, &turn.frozen, None)?,
        }
        let new = SignatureId::new(tx.world());
        put_signature(tx, new, id, &signature)?;
        let state = if turn.is_last() { State::SignedOff } else { State::Signing };
        if state == submission.state { Ok(()) } else { put_state(tx, submission.id, state, "") }
    })
}

/// Takes a sign-off back, so that answers can be changed; it stays in the file with the reason.
pub fn void(file: &mut AuditFile, submission: &Submission, reason: &str) -> Result<()> {
    let standing = standing(file.reader(), submission.id)?;
    let standing = standing.filter(|_| is_frozen(submission.state)).ok_or_else(|| {
        Error::state("Nobody has signed this audit, so there is no sign-off to take back.")
            .hint("Its answers can be changed as they are.")
    })?;
    refuse_behind_a_later_audit(file.reader(), submission)?;
    let reason = line("The reason for taking the sign-off back", reason, LONGEST_REASON)?;
    if reason.is_empty() {
        return Err(Error::input("A sign-off is taken back with a reason, and none was given.")
            .hint("Say in a few words what has to be changed; it stays in the history."));
    }
    file.transact(VOID, &submission.id.to_string(), |tx| {
        let at = tx.world().now().to_rfc3339();
        let row = Row::new("sign_off", standing.id).text("state", Stage::Void.code()).text("voided", at);
        tx.put(row.text("void_reason", &reason))?;
        put_state(tx, submission.id, State::InProgress, &reason)
    })
}

fn is_frozen(state: State) -> bool {
    match state {
        State::Signing | State::SignedOff => true,
        State::InProgress
        | State::Received
        | State::Checked
        | State::Accepted
        | State::SentBack
        | State::Replaced
        | State::Withdrawn => false,
    }
}

/// Whose turn it is to sign.
struct Turn {
    template: std::sync::Arc<Template>,
    standing: Option<Kept>,
    frozen: SignOff,
    place: usize,
}

impl Turn {
    fn of(reader: Reader<'_>, submission: &Submission) -> Result<Self> {
        let template = template::load(reader, &submission.template)?;
        let standing = match submission.state {
            State::InProgress => None,
            State::Signing => standing(reader, submission.id)?,
            State::SignedOff => return Err(already()),
            State::Received
            | State::Checked
            | State::Accepted
            | State::SentBack
            | State::Replaced
            | State::Withdrawn => {
                submission.changeable()?;
                None
            }
        };
        let now = said(reader, submission)?;
        if standing.as_ref().is_some_and(|kept| verify(&kept.sign_off, &now).matches != Some(true)) {
            return Err(no_longer());
        }
        let frozen =
            SignOff { code: Some(Code::of(&now.text())), signatures: Vec::new(), digests: Digests::of(&now) };
        let place = standing.as_ref().map_or(0, |kept| kept.sign_off.signatures.len());
        Ok(Self { template, standing, frozen, place })
    }

    /// The step whose turn it is, if it is the one that was asked for.
    fn step(&self, wanted: &str) -> Result<&SignOffStep> {
        let next = self.template.sign_off.get(self.place).ok_or_else(|| {
            Error::state("This audit tool names nobody who signs.")
                .hint("Send the return as it is; its cover has room for a signature.")
        })?;
        if next.id == wanted {
            return Ok(next);
        }
        if !self.template.sign_off.iter().any(|step| step.id == wanted) {
            return Err(Error::missing(format!(
                "This audit has no step of sign-off \u{201c}{}\u{201d}.",
                text::short(wanted)
            ))
            .hint("Look at the sign-off page for the steps."));
        }
        Err(Error::state(format!("It is the turn of this signature: {}.", next.role))
            .hint("People sign in the order of the audit tool."))
    }

    fn is_last(&self) -> bool {
        self.place + 1 >= self.template.sign_off.len()
    }
}

fn signature(step: &SignOffStep, given: &Signing, today: NaiveDate) -> Result<Signature> {
    let or = |said: String, otherwise: &str| if said.is_empty() { otherwise.to_owned() } else { said };
    let name = line("The name of the person who signs", &given.name, LONGEST)?;
    if name.is_empty() {
        return Err(Error::input("A signature has the name of the person who signs, and none was given.")
            .hint("Type the first and last name, as they would sign."));
    }
    if given.meeting.is_some_and(|day| day > today) {
        return Err(Error::input("The meeting is dated after today.")
            .hint("Sign after the meeting has been held, or put its date right."));
    }
    Ok(Signature {
        step: step.id.clone(),
        name,
        role: or(line("The role", &given.role, LONGEST)?, &step.role),
        body: or(line("The name of the body", &given.body, LONGEST)?, &step.body),
        meeting: given.meeting,
        minute: line("The minute reference", &given.minute, LONGEST)?,
        statement: step.statement.clone(),
        on: today,
    })
}

/// A short text on one line.
fn line(what: &str, typed: &str, longest: usize) -> Result<String> {
    let kept = text::normal(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    if kept.chars().count() > longest {
        return Err(Error::input(format!("{what} is over {longest} characters long.")).hint("Shorten it."));
    }
    Ok(kept)
}

fn refuse_behind_a_later_audit(reader: Reader<'_>, submission: &Submission) -> Result<()> {
    let sql = "SELECT 1 FROM submission WHERE earlier_id = ?1";
    match reader.one(sql, params![submission.id], |_| Ok(()))? {
        None => Ok(()),
        Some(()) => Err(Error::state("A later audit goes on from this one, so its sign-off stays as it is.")
            .hint("Put it right in the later audit.")),
    }
}

fn already() -> Error {
    Error::state("This audit is signed off already.")
        .hint("To change it, take the sign-off back with a reason; the old one stays in the history.")
}

fn no_longer() -> Error {
    Error::state("What stands here is no longer what the first person signed.")
        .hint("Take the sign-off back with a reason, and let everybody sign what stands here now.")
}
