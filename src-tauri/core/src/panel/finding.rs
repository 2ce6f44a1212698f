//! A panel's finding on a return, with a moderated rating where the panel gave one, as it is kept and read.
//!
//! The setting's own rating is never touched; the view `rated` joins the two. Dissent stays beside it.

use std::collections::BTreeMap;

use rusqlite::Row as Line;
use serde::{Deserialize, Serialize};

use super::further::Further;
use super::session::PanelSessionId;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Reader, params};
use crate::submission::SubmissionId;
use crate::template::{LevelCode, QuestionId};

row_id! {
    /// The id of a finding.
    FindingId
}

row_id! {
    /// The id of a moderated rating.
    ModeratedId
}

/// What a panel recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Worth showing to others.
    GoodPractice,
    /// Something to work on.
    AreaForDevelopment,
    /// A challenge, and how it was met.
    Challenge,
    /// The setting asks for support.
    SupportRequest,
    /// A theme for the partners.
    Theme,
}

impl FindingKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::GoodPractice, Self::AreaForDevelopment, Self::Challenge, Self::SupportRequest, Self::Theme];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::GoodPractice => "good_practice",
            Self::AreaForDevelopment => "area_for_development",
            Self::Challenge => "challenge",
            Self::SupportRequest => "support_request",
            Self::Theme => "theme",
        }
    }

    /// The word for it in a report.
    pub fn label(self) -> &'static str {
        match self {
            Self::GoodPractice => "Good practice",
            Self::AreaForDevelopment => "Area for development",
            Self::Challenge => "Challenge",
            Self::SupportRequest => "Support request",
            Self::Theme => "Theme for partners",
        }
    }
}

/// A rating that others gave; it counts in figures only when agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moderation {
    /// The level.
    pub level: LevelCode,
    /// Why.
    pub reason: String,
    /// Whether the panel and the setting agreed on it.
    pub standing: Standing,
}

/// Whether a moderated rating was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Agreed: it counts.
    Agreed,
    /// Not agreed: kept beside the setting's own rating, which counts.
    Dissent,
}

/// A finding as a panel gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFinding {
    /// The return.
    pub submission: SubmissionId,
    /// Its round.
    pub round: RoundId,
    /// The question it is about, if it is about one.
    pub question: Option<QuestionId>,
    /// What it is.
    pub kind: FindingKind,
    /// What was found.
    pub text: String,
    /// The agency that speaks.
    pub agency: String,
    /// A rating with it.
    pub moderation: Option<Moderation>,
    /// What else is kept of it.
    pub further: Further,
}

/// A finding as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// The return.
    pub submission: SubmissionId,
    /// The question, if it is about one.
    pub question: Option<QuestionId>,
    /// What it is.
    pub kind: FindingKind,
    /// What was found.
    pub text: String,
    /// The agency that speaks.
    pub agency: String,
    /// The day.
    pub on: String,
    /// A rating with it.
    pub moderation: Option<Moderation>,
    /// What else is kept of it.
    pub further: Further,
}

const FINDINGS: &str = "SELECT f.id, f.submission_id, f.question_id, f.kind, f.text, f.agency, f.on_date,
    m.level, m.reason, m.agreed,
    f.session_id, f.standard_id, f.themes, f.whom, f.permission, f.permission_by, f.voice
  FROM finding f LEFT JOIN moderated m ON m.finding_id = f.id";

/// The findings of a return, in the order recorded.
pub fn of_submission(reader: Reader<'_>, submission: SubmissionId) -> Result<Vec<Finding>> {
    let sql = format!("{FINDINGS} WHERE f.submission_id = ?1 ORDER BY f.id");
    reader.all(&sql, params![submission], read)?.into_iter().collect()
}

/// The findings of a round, in the order recorded.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Finding>> {
    let sql = format!("{FINDINGS} WHERE f.round_id = ?1 ORDER BY f.id");
    reader.all(&sql, params![round], read)?.into_iter().collect()
}

/// The findings of a session, in the order recorded.
pub fn of_session(reader: Reader<'_>, session: PanelSessionId) -> Result<Vec<Finding>> {
    let sql = format!("{FINDINGS} WHERE f.session_id = ?1 ORDER BY f.id");
    reader.all(&sql, params![session], read)?.into_iter().collect()
}

/// How many findings a round has.
pub fn count(reader: Reader<'_>, round: RoundId) -> Result<u32> {
    let sql = "SELECT count(*) FROM finding WHERE round_id = ?1";
    Ok(reader.one(sql, params![round], |line| line.get(0))?.unwrap_or(0))
}

/// The agreed moderated rating of each question of a return, where there is one.
pub fn agreed(reader: Reader<'_>, submission: SubmissionId) -> Result<BTreeMap<QuestionId, LevelCode>> {
    let sql = "SELECT question_id, moderated_rating FROM rated
      WHERE submission_id = ?1 AND moderated_rating IS NOT NULL";
    let pair = |line: &Line<'_>| Ok((QuestionId(line.get(0)?), LevelCode(line.get(1)?)));
    Ok(reader.all(sql, params![submission], pair)?.into_iter().collect())
}

fn read(line: &Line<'_>) -> rusqlite::Result<Result<Finding>> {
    let code: String = line.get(3)?;
    let level: Option<String> = line.get(7)?;
    let moderation = match level {
        None => None,
        Some(level) => Some(Moderation {
            level: LevelCode(level),
            reason: line.get(8)?,
            standing: if line.get::<_, i64>(9)? == 1 { Standing::Agreed } else { Standing::Dissent },
        }),
    };
    let finding = |kind| -> rusqlite::Result<Finding> {
        Ok(Finding {
            id: line.get(0)?,
            submission: line.get(1)?,
            question: line.get::<_, Option<String>>(2)?.map(QuestionId),
            kind,
            text: line.get(4)?,
            agency: line.get(5)?,
            on: line.get(6)?,
            moderation,
            further: Further::read(line, 10)?,
        })
    };
    match FindingKind::ALL.into_iter().find(|kind| kind.code() == code) {
        Some(kind) => finding(kind).map(Ok),
        None => Ok(Err(Error::fault(format!("A finding is of the unknown kind \u{201c}{code}\u{201d}.")))),
    }
}
