//! A remark on a place: what was found, what was done, what you can do.
//!
//! Reading never fails on content: it gives a [`Read`], a value with its problems.
//! Refuses to know: where the value came from, and who will look at it.

use serde::{Deserialize, Serialize};

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing was changed.
    Note,
    /// Put right in reading; look whether it is what was meant.
    Repaired,
    /// A person has to decide.
    Question,
    /// Cannot be used as it is.
    Fault,
}

/// What a person could say once for all files of a round: what was meant by what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Doubt {
    /// What is asked.
    pub kind: DoubtKind,
    /// The question whose answer it is.
    pub question: String,
    /// What was found.
    pub given: String,
}

/// What can be asked of what was found in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    /// Which level or choice is meant.
    Level,
    /// Whether the day or the month stands first.
    Dates,
}

/// Where a problem is, as a person would look for it: `line 12`, `Sheet 2, cell D14`, `question C4`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: String,
    /// What was found and what was done, in one sentence.
    pub message: String,
    /// What you can do.
    pub hint: String,
    /// What a person could say once for all files, where there is such a thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub doubt: Option<Doubt>,
}

impl Problem {
    /// A remark on a place.
    pub fn new(severity: Severity, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity, place: place.into(), message: message.into(), hint: String::new(), doubt: None }
    }

    /// The same remark with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same remark with what could be said once for all files of a round.
    #[must_use]
    pub fn doubt(mut self, kind: DoubtKind, question: impl Into<String>, given: impl Into<String>) -> Self {
        self.doubt = Some(Doubt { kind, question: question.into(), given: given.into() });
        self
    }
}

/// A value that was read, and what there was to say about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<T> {
    /// What was read.
    pub value: T,
    /// What there was to say, in the order of the places.
    pub problems: Vec<Problem>,
}

impl<T> Read<T> {
    /// A value with nothing to say about it.
    pub fn clean(value: T) -> Self {
        Self { value, problems: Vec::new() }
    }

    /// The heaviest severity among the problems.
    pub fn worst(&self) -> Option<Severity> {
        self.problems.iter().map(|problem| problem.severity).max()
    }
}
