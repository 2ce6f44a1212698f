//! One line to answer, and where its duty comes from.
//!
//! Refuses to know: what anybody answered.

use serde::{Deserialize, Serialize};

use super::{LevelCode, QuestionId, ScaleId};

/// One line to answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, for ever.
    pub id: QuestionId,
    /// Printed number.
    pub number: String,
    /// Printed number in the earlier version.
    #[serde(default)]
    pub earlier_number: String,
    /// The statement.
    pub text: String,
    /// Kind of answer.
    #[serde(default)]
    pub kind: QuestionKind,
    /// The scale of a rating or yes/no question.
    #[serde(default)]
    pub scale: Option<ScaleId>,
    /// The choices of a one- or many-choice question.
    #[serde(default)]
    pub choices: Vec<String>,
    /// How binding the duty is.
    pub duty: Duty,
    /// Where it comes from.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// Two or three sentences of help.
    #[serde(default)]
    pub guidance: String,
    /// What a school really has that shows it.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// What each level looks like for this question.
    #[serde(default)]
    pub looks_like: Vec<LooksLike>,
    /// When it applies: an expression over facts; empty is always.
    #[serde(default)]
    pub applies: String,
    /// Whether it is marked as a priority.
    #[serde(default)]
    pub priority: bool,
}

/// The kind of answer a question takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum QuestionKind {
    #[default]
    Rating,
    YesNo,
    OneChoice,
    ManyChoices,
    Number,
    Date,
    Text,
}

/// How binding a duty is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Duty {
    Must,
    Should,
    GoodPractice,
}

impl Duty {
    /// Its name in a template and in a condition.
    pub fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Should => "should",
            Self::GoodPractice => "good_practice",
        }
    }
}

/// Where a duty comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// `KCSIE`, `Education Act 2002`.
    pub instrument: String,
    /// `2025`.
    #[serde(default)]
    pub edition: String,
    /// `Part two`.
    #[serde(default)]
    pub part: String,
    /// Heading in that part.
    #[serde(default)]
    pub heading: String,
    /// Paragraph or section number.
    #[serde(default)]
    pub paragraph: String,
    /// Whether a person or a seen page checked the paragraph; an unchecked one is never printed.
    #[serde(default)]
    pub checked: bool,
}

impl Reference {
    /// The reference as it is printed; a paragraph that nobody has checked is left out.
    pub fn printed(&self) -> String {
        let instrument = format!("{} {}", self.instrument, self.edition);
        let paragraph = match self.paragraph.as_str() {
            "" => String::new(),
            _ if !self.checked => String::new(),
            number if number.starts_with(|c: char| c.is_ascii_digit()) => format!("paragraph {number}"),
            named => named.to_owned(),
        };
        [instrument.trim(), &self.part, &self.heading, &paragraph]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// What one level looks like for one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LooksLike {
    /// The level.
    pub level: LevelCode,
    /// What it looks like.
    pub text: String,
}
