//! What became of every question of the version that a template follows.
//!
//! Refuses to know: any round and its answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{QuestionId, ScaleId};

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// How.
    pub change: Change,
    /// Questions of the earlier version.
    #[serde(default)]
    pub from: Vec<QuestionId>,
    /// Questions of this version.
    #[serde(default)]
    pub to: Vec<QuestionId>,
    /// Why, in a sentence.
    #[serde(default)]
    pub note: String,
}

/// How a question became another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Change {
    Same,
    Reworded,
    Split,
    Merged,
    New,
    Dropped,
}

/// What became of the levels of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleMap {
    /// The earlier version's scale.
    pub from: ScaleId,
    /// This version's scale.
    pub to: ScaleId,
    /// Old level to new; none is not comparable.
    pub levels: BTreeMap<String, String>,
}
