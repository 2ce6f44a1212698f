//! An audit tool as data: standards, questions, scales, checks, sign-off steps, lineage.
//!
//! Refuses to know: files, settings and answers.

pub mod check;
pub mod excel;
pub mod expression;
mod keep;
pub mod library;
pub mod lineage;
pub mod local;
pub mod propose;
mod question;
mod scale;
mod slug;
mod sound;
mod standard;
pub mod style;
#[cfg(test)]
mod tests;
pub mod toml;
pub mod variant;
mod way;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use check::{Check, Weight};
use expression::Expression;
pub use keep::{digest_of, keep, load, way};
pub use lineage::{Change, Lineage, ScaleMap};
pub use question::{Duty, LooksLike, Question, QuestionKind, Reference};
pub use scale::{Asks, Level, Meaning, MetCount, Scale};
pub use slug::{FactName, LevelCode, QuestionId, ScaleId, StandardId};
pub use standard::{Enquiry, ExtraField, Fact, SignOffStep, Standard};
pub use toml::digest;
pub use way::{Came, Origin, Way};

/// What is known of a setting: name of the fact to its value (`yes`, `no`, or a choice).
pub type Facts = BTreeMap<String, String>;

/// A whole audit tool, one version of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Family of versions: `school`.
    pub id: String,
    /// This version: `2025.1`.
    pub version: String,
    /// Title on the cover.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Who answers it.
    pub audience: Audience,
    /// The guidance edition it was written against.
    pub edition: String,
    /// The date of the legal position.
    pub legal_position: NaiveDate,
    /// How far it has been looked at.
    pub status: Status,
    /// What to say of its status (`may be superseded since 1 September 2026`); may be empty.
    #[serde(default)]
    pub status_note: String,
    /// The version it follows.
    #[serde(default)]
    pub follows: Option<String>,
    /// What changed since that version.
    #[serde(default)]
    pub changes: String,
    /// Introduction on the cover.
    #[serde(default)]
    pub introduction: String,
    /// Scales.
    pub scales: Vec<Scale>,
    /// Facts about the setting that switch modules on.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Extra text fields of every answer.
    #[serde(default)]
    pub fields: Vec<ExtraField>,
    /// Standards with their questions.
    pub standards: Vec<Standard>,
    /// Rules over answers.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// Who signs, in order.
    #[serde(default)]
    pub sign_off: Vec<SignOffStep>,
    /// What became of the questions of the earlier version.
    #[serde(default)]
    pub lineage: Vec<Lineage>,
    /// What became of the levels of the earlier version's scales.
    #[serde(default)]
    pub scale_maps: Vec<ScaleMap>,
}

/// Who answers a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Audience {
    School,
    Agency,
    EarlyYears,
    Voluntary,
    CaseAudit,
    PractitionerSurvey,
}

/// How far a template has been looked at; anything but reviewed asks before it is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Status {
    Draft,
    Preview,
    Unreviewed,
    Reviewed,
}

impl Template {
    /// Its key in a file: `school@2025.1`.
    pub fn key(&self) -> String {
        key(&self.id, &self.version)
    }

    /// Every question, in the order printed.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.standards.iter().flat_map(|standard| &standard.questions)
    }

    /// The question with an id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// The standard with an id.
    pub fn standard(&self, id: &StandardId) -> Option<&Standard> {
        self.standards.iter().find(|standard| standard.id == *id)
    }

    /// The standard that a question stands in.
    pub fn standard_of(&self, id: &QuestionId) -> Option<&Standard> {
        self.standards.iter().find(|standard| standard.questions.iter().any(|question| question.id == *id))
    }

    /// The scale with an id.
    pub fn scale(&self, id: &ScaleId) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == *id)
    }

    /// The scale that a question is rated on.
    pub fn scale_of(&self, question: &Question) -> Option<&Scale> {
        question.scale.as_ref().and_then(|id| self.scale(id))
    }

    /// The level of a question's scale with a code.
    pub fn level(&self, question: &Question, code: &str) -> Option<&Level> {
        self.scale_of(question)?.level(code)
    }

    /// The questions that are asked of a setting with these facts, in the order printed.
    pub fn asked(&self, facts: &Facts) -> Vec<&Question> {
        let standards = self.standards.iter().filter(|standard| applies(&standard.applies, facts));
        standards
            .flat_map(|standard| &standard.questions)
            .filter(|question| applies(&question.applies, facts))
            .collect()
    }
}

/// The key of a version of a template: `school@2025.1`.
pub fn key(id: &str, version: &str) -> String {
    format!("{id}@{version}")
}

/// Nothing said is always; what cannot be read is asked rather than dropped (a sound template has none).
fn applies(condition: &str, facts: &Facts) -> bool {
    condition.trim().is_empty() || Expression::known(condition).is_none_or(|it| it.holds(facts))
}

impl Status {
    /// Its name in a template and in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Preview => "preview",
            Self::Unreviewed => "unreviewed",
            Self::Reviewed => "reviewed",
        }
    }
}
