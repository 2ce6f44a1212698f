//! What was learnt: points, words of the papers, approval, and who fed it back.

use chrono::NaiveDate;
use serde::Deserialize;

use super::ground::Ground;
use super::{CaseAuditView, changed, known};
use crate::api::session::Session;
use crate::case_audit::came_of;
use crate::case_audit::fed_back::{self, FedBack};
use crate::case_audit::{self, CaseAuditId, Point};
use crate::error::{Error, Result};
use crate::report::case_audit as paper;

/// What was learnt, all of it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CasePoints {
    pub audit: CaseAuditId,
    pub points: Vec<Point>,
}

/// Words of a paper; with none, what is fed stands.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseWords {
    pub audit: CaseAuditId,
    pub key: String,
    pub text: String,
}

/// Who approves the summary; nobody opens it again.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseApproval {
    pub audit: CaseAuditId,
    #[serde(default)]
    pub by: Option<String>,
}

/// That an agency fed back; without a day it is taken back.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseFedBackSaid {
    pub audit: CaseAuditId,
    pub agency: String,
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub how: String,
}

/// A recommendation that is made from an audit.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseRecommended {
    pub audit: CaseAuditId,
    pub text: String,
}

/// `case_audit.recommend`: into the plan, where it waits to be accepted.
pub fn recommend(session: &Session, said: CaseRecommended) -> Result<CaseAuditView> {
    let round = session.file(|file| session.round(file))?;
    changed(session, said.audit, came_of::RECOMMEND, |tx, audit| {
        came_of::recommend(tx, round.id, audit, &said.text)
    })
}

/// `case_audit.points`.
pub fn points(session: &Session, said: CasePoints) -> Result<CaseAuditView> {
    changed(session, said.audit, case_audit::POINTS, |tx, audit| case_audit::points(tx, audit, &said.points))
}

/// `case_audit.words`.
pub fn words(session: &Session, said: CaseWords) -> Result<CaseAuditView> {
    let known_key = session.file(|file| {
        let ground = Ground::of(file, &known(session, file, said.audit)?)?;
        Ok(paper::fed(&ground.account()).iter().any(|(key, _)| *key == said.key))
    })?;
    if !known_key {
        return Err(
            Error::missing("That is no part of a paper of the audit.").hint("Look at the audit again.")
        );
    }
    changed(session, said.audit, case_audit::WORDS, |tx, audit| {
        case_audit::words(tx, audit, &said.key, &said.text)
    })
}

/// `case_audit.approve`: only once every part of the summary is there.
pub fn approve(session: &Session, said: CaseApproval) -> Result<CaseAuditView> {
    let missing = session.file(|file| {
        let ground = Ground::of(file, &known(session, file, said.audit)?)?;
        Ok(paper::missing(&ground.account()))
    })?;
    if said.by.is_some() && !missing.is_empty() {
        return Err(Error::state(format!("The learning summary still lacks {}.", missing.join(", ")))
            .hint("Write every part of it first; then it can be approved."));
    }
    changed(session, said.audit, case_audit::APPROVE, |tx, audit| {
        case_audit::approve(tx, audit, said.by.as_deref())
    })
}

/// `case_audit.fed_back`.
pub fn fed_back(session: &Session, said: CaseFedBackSaid) -> Result<CaseAuditView> {
    changed(session, said.audit, fed_back::SAY, |tx, audit| match said.on {
        Some(on) => {
            let said =
                FedBack { agency: said.agency.clone(), on, by: said.by.clone(), how: said.how.clone() };
            fed_back::say(tx, audit, &said)
        }
        None => fed_back::unsay(tx, audit, &said.agency),
    })
}
