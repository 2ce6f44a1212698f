//! A rule over answers, written as data, and what it says of one setting's answers.
//!
//! Refuses to know: the file and its rows; it sees values.

use serde::{Deserialize, Serialize};

/// A rule over answers; `when` true means there is something to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// The sentence shown.
    pub message: String,
    /// What to do.
    #[serde(default)]
    pub hint: String,
    /// `gap` must be put right before sign-off, `look` is worth a look.
    #[serde(default)]
    pub weight: Weight,
    /// An expression; with `each`, over every question in turn.
    pub when: String,
    /// Whether it is asked of every question in turn.
    #[serde(default)]
    pub each: bool,
}

/// How much a check matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weight {
    Gap,
    #[default]
    Look,
}
