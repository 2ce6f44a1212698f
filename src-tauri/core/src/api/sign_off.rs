//! Signing the audit that is being looked at: the steps, the code, what moved since, and a code typed from paper.

use serde::Deserialize;

use super::audit::{Audit, date};
use super::call::Nothing;
use super::check;
use super::session::Session;
use super::views::view;
use crate::error::{Error, Result};
use crate::store::{AuditFile, Reader};
use crate::submission::signoff::{self, Code, Kept, Moved, Part, Signature, Signing, Stage, moved, verify};
use crate::submission::{self, State, SubmissionId};
use crate::template::{self, QuestionId, SignOffStep, Template};

view! {
    /// The sign-off of an audit.
    SignOffView {
        state: State,
        steps: Vec<StepView>,
        /// The step whose turn it is.
        next: Option<String>,
        /// The code of the signing that stands; none while nobody has signed.
        code: Option<String>,
        /// Whether what stands in the file is what was signed.
        matches: Option<bool>,
        /// What moved since the last signing, taken back or not.
        moved: Vec<MovedLine>,
        /// Signings that were taken back, the latest first.
        earlier: Vec<EarlierSignOff>,
        /// Gaps to be put right before anybody signs.
        blocking: u32,
    }
    StepView { step: String, role: String, body: String, statement: String, signature: Option<Signature>, }
    /// A part that is not as it was signed.
    MovedLine {
        what: Part,
        question: Option<QuestionId>,
        number: String,
        text: String,
        /// The question of the fact, the title of the action or of the evidence; empty where it is gone.
        name: String,
    }
    EarlierSignOff { code: String, begun: String, voided: Option<String>, reason: String, signatures: Vec<Signature>, }
    /// A code typed from a printed page, held against this file.
    Comparison {
        /// The code as it is printed.
        code: String,
        /// Whether it is the code of what stands in the file now.
        matches: bool,
        /// The signing of this audit that has it, if one has.
        signing: Option<EarlierSignOff>,
        /// What moved since that signing.
        moved: Vec<MovedLine>,
    }
}

/// One signature.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// Id of the step.
    pub step: String,
    /// Who signs.
    pub name: String,
    /// As what; empty is as the template says.
    #[serde(default)]
    pub role: String,
    /// For which body; empty is as the template says.
    #[serde(default)]
    pub body: String,
    /// When that body met.
    #[serde(default)]
    pub meeting: Option<String>,
    /// Where its minutes say so.
    #[serde(default)]
    pub minute: String,
}

/// Why a sign-off is taken back.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Void {
    /// In a few words.
    pub reason: String,
}

/// A code as it was typed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TypedCode {
    /// With or without dashes, in any case.
    pub code: String,
}

/// `sign_off.show`.
pub fn show(session: &Session, _: Nothing) -> Result<SignOffView> {
    session.audit(|file, id| shown(file, id))
}

/// `sign_off.sign`: the next signature; the first freezes the content.
pub fn sign(session: &Session, given: Sign) -> Result<SignOffView> {
    let meeting = date(given.meeting.as_deref())?;
    let Sign { step, name, role, body, minute, .. } = given;
    let signing = Signing { step, name, role, body, meeting, minute };
    session.audit(|file, id| {
        let submission = submission::load(file.reader(), id)?;
        if submission.state == State::InProgress {
            refuse_gaps(blocking(file, id)?)?;
        }
        signoff::sign(file, &submission, &signing)?;
        shown(file, id)
    })
}

/// `sign_off.void`: taken back with a reason; the old one stays.
pub fn void(session: &Session, given: Void) -> Result<SignOffView> {
    session.audit(|file, id| {
        let submission = submission::load(file.reader(), id)?;
        signoff::void(file, &submission, &given.reason)?;
        shown(file, id)
    })
}

/// `sign_off.compare`: whether a printed code is that of what stands here now, and if not, what moved.
pub fn compare(session: &Session, typed: TypedCode) -> Result<Comparison> {
    let code = Code::read(&typed.code)?;
    session.audit(|file, id| compared(file.reader(), id, code))
}

fn shown(file: &AuditFile, id: SubmissionId) -> Result<SignOffView> {
    let reader = file.reader();
    let submission = submission::load(reader, id)?;
    let template = template::load(reader, &submission.template)?;
    let now = signoff::said(reader, &submission)?;
    let all = signoff::all(reader, id)?;
    let standing = all.iter().rfind(|one| one.stage != Stage::Void);
    let signed = standing.map(|one| one.sign_off.signatures.as_slice()).unwrap_or_default();
    let last = all.last().map(|one| verify(&one.sign_off, &now).moved).unwrap_or_default();
    Ok(SignOffView {
        state: submission.state,
        steps: template.sign_off.iter().map(|step| step_view(step, signed)).collect(),
        next: template.sign_off.get(signed.len()).map(|step| step.id.clone()),
        code: standing.and_then(|one| one.sign_off.code).map(|code| code.to_string()),
        matches: standing.and_then(|one| verify(&one.sign_off, &now).matches),
        moved: lines(&template, &last),
        earlier: all.iter().rev().filter(|one| one.stage == Stage::Void).map(earlier).collect(),
        blocking: blocking(file, id)?,
    })
}

/// Gaps that are to be put right before anybody signs.
fn blocking(file: &AuditFile, id: SubmissionId) -> Result<u32> {
    Ok(check::counts(&Audit::load(file.reader(), id)?, file.world().today()).must)
}

fn refuse_gaps(open: u32) -> Result<()> {
    let (gaps, are) = if open == 1 { ("gap", "is") } else { ("gaps", "are") };
    match open {
        0 => Ok(()),
        _ => Err(Error::state(format!("{open} {gaps} {are} still open, so nobody can sign yet."))
            .hint("Look at the list of checks: each line leads to the question.")),
    }
}

fn compared(reader: Reader<'_>, id: SubmissionId, code: Code) -> Result<Comparison> {
    let submission = submission::load(reader, id)?;
    let template = template::load(reader, &submission.template)?;
    let now = signoff::said(reader, &submission)?;
    let matches = Code::of(&now.text()) == code;
    let all = signoff::all(reader, id)?;
    let signing = all.iter().rfind(|one| one.sign_off.code == Some(code));
    let differing = signing.filter(|_| !matches).map(|one| moved(&one.sign_off.digests, &now));
    Ok(Comparison {
        code: code.to_string(),
        matches,
        signing: signing.map(earlier),
        moved: lines(&template, &differing.unwrap_or_default()),
    })
}

fn step_view(step: &SignOffStep, signed: &[Signature]) -> StepView {
    StepView {
        step: step.id.clone(),
        role: step.role.clone(),
        body: step.body.clone(),
        statement: step.statement.clone(),
        signature: signed.iter().find(|one| one.step == step.id).cloned(),
    }
}

fn earlier(kept: &Kept) -> EarlierSignOff {
    EarlierSignOff {
        code: kept.sign_off.code.map(|code| code.to_string()).unwrap_or_default(),
        begun: kept.begun.clone(),
        voided: kept.voided.clone(),
        reason: kept.reason.clone(),
        signatures: kept.sign_off.signatures.clone(),
    }
}

/// What moved, with the numbers and texts of the questions.
pub(super) fn lines(template: &Template, moved: &[Moved]) -> Vec<MovedLine> {
    let line = |one: &Moved| {
        let question = one.question.as_ref().and_then(|id| template.question(id));
        let fact = template.facts.iter().find(|fact| one.part == Part::Fact && fact.name.0 == one.name);
        MovedLine {
            what: one.part,
            question: one.question.clone(),
            number: question.map(|question| question.number.clone()).unwrap_or_default(),
            text: question.map(|question| question.text.clone()).unwrap_or_default(),
            name: fact.map_or_else(|| one.name.clone(), |fact| fact.question.clone()),
        }
    };
    moved.iter().map(line).collect()
}
