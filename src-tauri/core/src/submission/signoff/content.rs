//! What an audit in the file says, gathered as values to be signed.
//!
//! Refuses to know: which of it is signed; `canonical` says that.

use super::super::{Submission, action, answers, evidence};
use super::canonical::{Canonical, Content, canonical};
use crate::error::Result;
use crate::store::Reader;
use crate::{round, setting, template};

/// Gathers what an audit says now.
pub fn content(reader: Reader<'_>, submission: &Submission) -> Result<Content> {
    Ok(Content {
        template: template::digest_of(reader, &submission.template)?,
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
