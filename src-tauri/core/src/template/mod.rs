//! An audit tool as data: standards, questions, scales, checks, sign-off steps, lineage.
//!
//! Refuses to know: files, settings and answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub String);
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

slug! {
    /// The id of a question: a slug in a family (`school.c4`), never reused.
    QuestionId
}
slug! {
    /// The id of a standard (`school.c`).
    StandardId
}
slug! {
    /// The code of a level in its scale (`met`, `1`, `green`).
    LevelCode
}
slug! {
    /// The id of a scale.
    ScaleId
}
slug! {
    /// The name of a fact (`boarding`).
    FactName
}

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

/// What a level means, whatever its code: the only thing that figures are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// More than is asked.
    Exceeds,
    /// What is asked is there.
    Met,
    /// Most of it is there.
    Mostly,
    /// Some of it is there.
    Partly,
    /// It is not there.
    NotMet,
    /// It does not apply here.
    NotApplicable,
    /// Not a judgement.
    None,
}

/// A scale of levels, in the order they are shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its id.
    pub id: ScaleId,
    /// Its title.
    pub title: String,
    /// Its levels, in the order shown.
    pub levels: Vec<Level>,
}

/// One level of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// What is stored and typed.
    pub code: LevelCode,
    /// What is read.
    pub label: String,
    /// What it is in general.
    pub definition: String,
    /// What it means.
    pub meaning: Meaning,
    /// What it asks for.
    #[serde(default)]
    pub asks: Vec<Asks>,
    /// Whether it is the level to reach.
    #[serde(default)]
    pub target: bool,
    /// Other words people type for it.
    #[serde(default)]
    pub synonyms: Vec<String>,
}

/// What a level asks for beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Asks {
    Evidence,
    Action,
    Reason,
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

/// What one level looks like for one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LooksLike {
    /// The level.
    pub level: LevelCode,
    /// What it looks like.
    pub text: String,
}

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

/// One signature in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub levels: std::collections::BTreeMap<String, String>,
}
