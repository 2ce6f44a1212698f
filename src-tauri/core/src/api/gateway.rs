//! The one way in: a name and an input become a reply or a failure. Knows no command; `commands!` in `mod.rs` lists them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::session::Session;
use super::views::FileState;
use crate::error::{Error, Kind, Result};

/// A request without fields.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// What a command gave, and the state of the open file after it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reply {
    /// The command's answer.
    pub value: Value,
    /// The open file, if one is open.
    pub file: Option<FileState>,
}

/// Why a command could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Failure {
    /// Whose move it is.
    pub kind: Kind,
    /// One sentence.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { kind: error.kind, message: error.message, hint: error.hint }
    }
}

/// Runs one command; a panic in it is caught and said, with the file safe.
pub fn dispatch(session: &Arc<Session>, name: &str, input: Value) -> std::result::Result<Reply, Failure> {
    let called = catch_unwind(AssertUnwindSafe(|| super::run(session, name, input)));
    let value = called.unwrap_or_else(|_| Err(Error::fault(format!("Something went wrong inside Attest ({name}).")))).map_err(Failure::from)?;
    Ok(Reply { value, file: session.file_state() })
}

/// Reads the input, runs the function, writes the answer.
pub(super) fn run_one<Request: DeserializeOwned, Answer: Serialize>(
    session: &Arc<Session>,
    name: &str,
    input: Value,
    function: impl FnOnce(&Arc<Session>, Request) -> Result<Answer>,
) -> Result<Value> {
    let request = serde_json::from_value(input).map_err(|error| wrong_input(name, &error))?;
    let answer = function(session, request)?;
    serde_json::to_value(answer).map_err(|_| Error::fault(format!("The answer of {name} could not be written.")))
}

fn wrong_input(name: &str, error: &serde_json::Error) -> Error {
    Error::input(format!("What was sent to {name} does not fit: {error}."))
        .hint("This is a fault of the program that asked, not of your work.")
}

/// The refusal of a name that is not in the list.
pub(super) fn unknown(name: &str) -> Error {
    let shown: String = name.chars().take(40).collect();
    Error::missing(format!("There is no command \u{201c}{shown}\u{201d}.")).hint("The commands are listed in api/mod.rs.")
}
