//! How much of an audit a submission answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::SubmissionId;
use crate::error::Result;
use crate::round::RoundId;
use crate::store::{Reader, params};

/// How much of the audit a submission answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Extent"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// All of it.
    Full,
    /// Only the questions that a short form asks.
    ShortForm,
    /// No question: somebody signs that the audit was done.
    AssuranceOnly,
}

impl Kind {
    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ShortForm => "short_form",
            Self::AssuranceOnly => "assurance_only",
        }
    }

    fn of(code: &str) -> rusqlite::Result<Self> {
        let all = [Self::Full, Self::ShortForm, Self::AssuranceOnly];
        all.into_iter().find(|kind| kind.code() == code).ok_or(rusqlite::Error::InvalidQuery)
    }
}

/// How much each return of a round answers.
pub fn kinds(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, Kind>> {
    let sql = "SELECT id, kind FROM submission WHERE round_id = ?1";
    let all =
        reader.all(sql, params![round], |row| Ok((row.get(0)?, Kind::of(&row.get::<_, String>(1)?)?)))?;
    Ok(all.into_iter().collect())
}
