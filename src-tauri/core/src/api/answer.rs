//! A rating, a text, a mark: each gives the question back as it is now.

use serde::Deserialize;

use super::audit::Audit;
use super::session::Session;
use super::views::QuestionView;
use crate::error::{Error, Result};
use crate::store::AuditFile;
use crate::submission::SubmissionId;
use crate::submission::answer::{self, Mark};
use crate::template::QuestionId;

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

/// A question as it is now.
pub(super) fn question(file: &AuditFile, audit: SubmissionId, id: &QuestionId) -> Result<QuestionView> {
    let audit = Audit::load(file.reader(), audit)?;
    let question = audit.template.question(id);
    question
        .map(|question| audit.question(question, file.world().today()))
        .ok_or_else(|| Error::missing("That question is not in this audit."))
}
