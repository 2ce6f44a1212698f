//! How much of an audit a submission answers.

use serde::{Deserialize, Serialize};

/// How much of the audit a submission answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
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
}
