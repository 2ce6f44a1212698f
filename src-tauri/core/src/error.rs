//! What went wrong, for whom, and what to do next.
//!
//! Every message is one sentence that names the thing and the place; the hint says what to do.
//! Refuses to know: screens, languages of code, and anything that a user cannot act on.

use serde::Serialize;

/// The result of anything in Attest that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// Whose move it is after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What was given cannot be used: the user gives something else.
    Input,
    /// The thing asked for is not there.
    Missing,
    /// It is not allowed in this state (signed off, frozen, already done).
    State,
    /// Somebody else has the file, or it can only be read.
    ReadOnly,
    /// The file is damaged, foreign or from a newer version.
    File,
    /// The disk, the folder or the share refused.
    Disk,
    /// The user stopped it.
    Stopped,
    /// A fault of ours.
    Fault,
}

/// An error that can be shown to the person at the screen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{message}")]
pub struct Error {
    /// Whose move it is.
    pub kind: Kind,
    /// One sentence: the thing and the place.
    pub message: String,
    /// What to do; empty where nothing can be done.
    pub hint: String,
}

impl Error {
    /// An error of a kind, with its sentence.
    pub fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: String::new() }
    }

    /// What was given cannot be used.
    pub fn input(message: impl Into<String>) -> Self {
        Self::new(Kind::Input, message)
    }

    /// The thing asked for is not there.
    pub fn missing(message: impl Into<String>) -> Self {
        Self::new(Kind::Missing, message)
    }

    /// It is not allowed now.
    pub fn state(message: impl Into<String>) -> Self {
        Self::new(Kind::State, message)
    }

    /// A fault of ours: something that should not happen.
    pub fn fault(message: impl Into<String>) -> Self {
        Self::new(Kind::Fault, message)
            .hint("Your work is saved. Close Attest and open the file again; if it happens again, tell whoever supports you.")
    }

    /// The same error with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}
