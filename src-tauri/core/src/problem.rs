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
}

impl Problem {
    /// A remark on a place.
    pub fn new(severity: Severity, place: impl Into<String>, message: impl Into<String>) -> Self {
        Self { severity, place: place.into(), message: message.into(), hint: String::new() }
    }

    /// The same remark with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
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
