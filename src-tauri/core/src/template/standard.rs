//! A group of questions, the facts that switch groups on, and who signs.
//!
//! Refuses to know: which setting it is asked of.

use serde::{Deserialize, Serialize};

use super::{FactName, Question, StandardId};

/// A group of questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Its id.
    pub id: StandardId,
    /// Printed number: `C`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    #[serde(default)]
    pub introduction: String,
    /// Questions for governors to ask.
    #[serde(default)]
    pub governors: Vec<String>,
    /// Key lines of enquiry for panels, by agency.
    #[serde(default)]
    pub enquiries: Vec<Enquiry>,
    /// When it applies: an expression over facts; empty is always.
    #[serde(default)]
    pub applies: String,
    /// Whether its answers count in figures.
    #[serde(default = "yes")]
    pub scored: bool,
    /// Its questions.
    pub questions: Vec<Question>,
}

fn yes() -> bool {
    true
}

/// Key lines of enquiry of one agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enquiry {
    /// `all`, `police`, `health`, `local_authority`.
    pub agency: String,
    /// What to ask.
    pub ask: Vec<String>,
}

/// A fact about the setting that switches modules on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its name in expressions.
    pub name: FactName,
    /// What is asked of the setting.
    pub question: String,
    /// Its values: empty for yes or no, else one of these.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// An extra text field of every answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraField {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: String,
}

/// One signature in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SignOffStep {
    /// Its id.
    pub id: String,
    /// Who signs: `Headteacher`.
    pub role: String,
    /// For which body; may be empty.
    #[serde(default)]
    pub body: String,
    /// What they state.
    pub statement: String,
}
