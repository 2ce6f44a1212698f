//! What an audit in the file says, gathered as values to be signed.
//!
//! Refuses to know: which of it is signed; `canonical` says that.

use super::super::{Submission, action, answers, evidence};
use super::canonical::{Canonical, Content, canonical};
use crate::error::Result;
use crate::store::{Reader, params};
use crate::{round, setting, template};

/// Gathers what an audit says now.
pub fn content(reader: Reader<'_>, submission: &Submission) -> Result<Content> {
    Ok(Content {
        template: template_digest(reader, &submission.template)?,
        setting: setting::load(reader, submission.setting)?.details.name,
        round: round::load(reader, submission.round)?.label,
        facts: submission.facts.clone(),
        answers: answers(reader, submission.id)?.into_values().collect(),
        actions: action::grown(reader, submission)?.into_iter().map(|kept| kept.action).collect(),
        evidence: evidence::travelling(reader, submission)?,
    })
}

/// The canonical text of what an audit says now.
pub fn said(reader: Reader<'_>, submission: &Submission) -> Result<Canonical> {
    let template = template::load(reader, &submission.template)?;
    Ok(canonical(&content(reader, submission)?, &template))
}

fn template_digest(reader: Reader<'_>, key: &str) -> Result<String> {
    let sql = "SELECT digest FROM template WHERE id = ?1";
    Ok(reader.one(sql, params![key], |row| row.get(0))?.unwrap_or_default())
}
