//! What of a heatmap a person chose to see.
//!
//! Refuses to know: the ratings.

use serde::{Deserialize, Serialize};

/// What a row of a heatmap is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeatRows {
    /// A setting.
    #[default]
    Setting,
    /// All of a phase.
    Phase,
    /// All of a status.
    Status,
    /// All of a locality.
    Locality,
    /// All of a trust.
    Trust,
}

/// What a column of a heatmap is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeatColumns {
    /// A question.
    #[default]
    Question,
    /// A standard.
    Standard,
}

/// What the rows are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeatOrder {
    /// Their names.
    #[default]
    Name,
    /// The largest share met first.
    Best,
    /// The smallest first.
    Worst,
}

/// Only settings that are this; empty where all are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct HeatOnly {
    pub phase: String,
    pub status: String,
    pub locality: String,
    pub trust: String,
}

/// What of a heatmap is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct HeatChoice {
    /// What a row is.
    pub rows_by: HeatRows,
    /// What a column is.
    pub columns_by: HeatColumns,
    /// What the rows are sorted by.
    pub sort: HeatOrder,
    /// What was looked for in their names.
    pub find: String,
    /// Which settings.
    pub only: HeatOnly,
    /// The number and title of the one standard; empty for all.
    pub standard: String,
    /// The rows as they stand on the screen, by the id of the return or the name of the group; all by name where
    /// nothing is said.
    pub lines: Option<Vec<String>>,
}

impl HeatRows {
    /// The word for so many of them.
    pub fn word(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Setting, 1) => "setting",
            (Self::Setting, _) => "settings",
            (Self::Phase, 1) => "phase",
            (Self::Phase, _) => "phases",
            (Self::Status, 1) => "status",
            (Self::Status, _) => "statuses",
            (Self::Locality, 1) => "locality",
            (Self::Locality, _) => "localities",
            (Self::Trust, 1) => "trust",
            (Self::Trust, _) => "trusts",
        }
    }
}
