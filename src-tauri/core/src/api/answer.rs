//! A rating, a text, a mark: each gives the question back as it is now.

use serde::Deserialize;

use super::audit::Audit;
use super::session::Session;
use super::views::{QuestionView, view};
use crate::error::{Error, Result};
use crate::store::AuditFile;
use crate::submission::SubmissionId;
use crate::submission::answer::{self, Mark};
use crate::submission::confirm;
use crate::template::{QuestionId, StandardId};

/// A rating; none takes it away.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The question.
    pub question: QuestionId,
    /// The level's code.
    pub level: Option<String>,
}

/// A text.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Write {
    /// The question.
    pub question: QuestionId,
    /// `note`, `impact`, `area`, `reason`, `value`, or a field that the template declares.
    pub field: String,
    /// What was typed.
    pub text: String,
}

/// A mark to come back to it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The question.
    pub question: QuestionId,
    /// Whether it is marked.
    pub flag: bool,
}

/// Which question.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
}

/// Unchanged questions to confirm together.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// In one standard; in all where none is named.
    #[serde(default)]
    pub standard: Option<StandardId>,
}

view! {
    /// How many answers were confirmed.
    Confirmed { confirmed: u32, }
}

/// `answer.rate`.
pub fn rate(session: &Session, rate: Rate) -> Result<QuestionView> {
    session.audit(|file, audit| {
        answer::rate(file, audit, &rate.question, rate.level.as_deref())?;
        question(file, audit, &rate.question)
    })
}

/// `answer.write`.
pub fn write(session: &Session, write: Write) -> Result<QuestionView> {
    session.audit(|file, audit| {
        answer::write(file, audit, &write.question, &write.field, &write.text)?;
        question(file, audit, &write.question)
    })
}

/// `answer.flag`.
pub fn flag(session: &Session, flag: Flag) -> Result<QuestionView> {
    let mark = if flag.flag { Mark::Set } else { Mark::Clear };
    session.audit(|file, audit| {
        answer::flag(file, audit, &flag.question, mark)?;
        question(file, audit, &flag.question)
    })
}

/// `answer.confirm`: last round's answer stands in this one too.
pub fn confirm(session: &Session, asked: Asked) -> Result<QuestionView> {
    session.audit(|file, audit| {
        confirm::confirm(file, audit, &asked.question)?;
        question(file, audit, &asked.question)
    })
}

/// `answer.confirm_same`: all carried answers to questions that did not change, in one step.
pub fn confirm_same(session: &Session, together: Together) -> Result<Confirmed> {
    let confirmed =
        session.audit(|file, audit| confirm::confirm_same(file, audit, together.standard.as_ref()))?;
    Ok(Confirmed { confirmed })
}

/// A question as it is now.
pub(super) fn question(file: &AuditFile, audit: SubmissionId, id: &QuestionId) -> Result<QuestionView> {
    let audit = Audit::load(file.reader(), audit)?;
    let question = audit.template.question(id);
    question
        .map(|question| audit.question(question, file.world().today()))
        .ok_or_else(|| Error::missing("That question is not in this audit."))
}
