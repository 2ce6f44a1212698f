//! Challenges on screen: what governors asked, and how it was answered.

use serde::Deserialize;

use super::audit::{Audit, date};
use super::call::Nothing;
use super::session::Session;
use super::views::view;
use crate::error::Result;
use crate::store::AuditFile;
use crate::submission::challenge::{self, Challenge, ChallengeId, Typed};
use crate::submission::{self, SubmissionId};
use crate::template::{self, QuestionId, Template};

view! {
    /// A challenge and the reply to it.
    ChallengeLine {
        id: ChallengeId,
        /// None: on the audit as a whole.
        question: Option<QuestionId>,
        number: Option<String>,
        asked_by: String,
        role: String,
        on: String,
        text: String,
        reply: String,
        replied_by: String,
        replied_on: Option<String>,
    }
}

/// A challenge as it is typed; without a day it was asked today.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChallengeTyped {
    #[serde(default)]
    pub id: Option<ChallengeId>,
    #[serde(default)]
    pub question: Option<QuestionId>,
    pub asked_by: String,
    #[serde(default)]
    pub role: String,
    pub text: String,
    #[serde(default)]
    pub on: Option<String>,
}

/// A reply as it is typed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReplyTyped {
    pub id: ChallengeId,
    pub reply: String,
    #[serde(default)]
    pub replied_by: String,
}

/// A challenge.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChallengeChosen {
    pub id: ChallengeId,
}

/// `challenge.list`.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<ChallengeLine>> {
    session.audit(|file, audit| listed(file, audit))
}

/// `challenge.save`.
pub fn save(session: &Session, typed: ChallengeTyped) -> Result<Vec<ChallengeLine>> {
    let on = date(typed.on.as_deref())?;
    session.submission(|file, submission| {
        let asked = Typed {
            question: typed.question,
            asked_by: typed.asked_by,
            role: typed.role,
            text: typed.text,
            on: on.unwrap_or_else(|| file.world().today()),
        };
        challenge::save(file, submission, typed.id, &asked)?;
        listed(file, submission.id)
    })
}

/// `challenge.reply`.
pub fn reply(session: &Session, typed: ReplyTyped) -> Result<Vec<ChallengeLine>> {
    session.submission(|file, submission| {
        challenge::reply(file, submission, typed.id, &typed.reply, &typed.replied_by)?;
        listed(file, submission.id)
    })
}

/// `challenge.remove`.
pub fn remove(session: &Session, chosen: ChallengeChosen) -> Result<Vec<ChallengeLine>> {
    session.submission(|file, submission| {
        challenge::remove(file, submission, chosen.id)?;
        listed(file, submission.id)
    })
}

fn listed(file: &AuditFile, id: SubmissionId) -> Result<Vec<ChallengeLine>> {
    let submission = submission::load(file.reader(), id)?;
    let template = template::load(file.reader(), &submission.template)?;
    let found = challenge::of_submission(file.reader(), &submission)?;
    Ok(found.iter().map(|challenge| line(&template, challenge)).collect())
}

/// The challenges to one question.
pub(super) fn beside(audit: &Audit, question: &QuestionId) -> Vec<ChallengeLine> {
    let mine =
        audit.challenges.iter().filter(|challenge| challenge.asked.question.as_ref() == Some(question));
    mine.map(|challenge| line(&audit.template, challenge)).collect()
}

fn line(template: &Template, challenge: &Challenge) -> ChallengeLine {
    let asked = &challenge.asked;
    let question = asked.question.as_ref().and_then(|id| template.question(id));
    ChallengeLine {
        id: challenge.id,
        question: asked.question.clone(),
        number: question.map(|question| question.number.clone()),
        asked_by: asked.asked_by.clone(),
        role: asked.role.clone(),
        on: asked.on.to_string(),
        text: asked.text.clone(),
        reply: challenge.reply.clone(),
        replied_by: challenge.replied_by.clone(),
        replied_on: challenge.replied_on.map(|date| date.to_string()),
    }
}
