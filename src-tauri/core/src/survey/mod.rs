//! Surveys of staff, practitioners, parents or pupils, as counts of answers: set beside what settings say of themselves.
//!
//! Only counts are kept: no row of a respondent, no name, no free text. Refuses to know: ratings, and how a survey was held.

pub mod kept;
pub mod meaning;
pub mod read;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use meaning::Leaning;

/// Who answered a survey.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Answerers {
    /// People who work in a setting.
    #[default]
    Staff,
    /// People who work with children in any agency.
    Practitioners,
    /// Parents and carers.
    Parents,
    /// Pupils, children and young people.
    Pupils,
    /// Any others.
    Others,
}

impl Answerers {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Staff, Self::Practitioners, Self::Parents, Self::Pupils, Self::Others];

    /// The word for them in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Practitioners => "practitioners",
            Self::Parents => "parents",
            Self::Pupils => "pupils",
            Self::Others => "others",
        }
    }

    /// The word for them in a table.
    pub fn label(self) -> &'static str {
        match self {
            Self::Staff => "Staff",
            Self::Practitioners => "Practitioners",
            Self::Parents => "Parents and carers",
            Self::Pupils => "Pupils",
            Self::Others => "Others",
        }
    }
}

/// A question of a survey with how often each answer was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The question, as it was asked.
    pub text: String,
    /// Each answer and how often it was given, in the order met.
    pub answers: Vec<(String, u32)>,
}
