//! One call from a host: a name and an input in, a reply or a failure out.
//!
//! Refuses to know: which commands there are. No input, however wrong, and no panic of ours gets past it.

use std::panic::UnwindSafe;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::session::Session;
use super::views::FileState;
use crate::error::{Error, Result};
use crate::text;

/// Longest text that one call may carry: far more than a field of an answer holds.
const LONGEST_TEXT: usize = 1_000_000;

/// What a command answers: its value, and the state of the open file after it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reply {
    /// The command's own answer.
    pub value: Value,
    /// The open file; none where no file is open.
    pub file: Option<FileState>,
}

/// What a host is given where a command could not be done: kind, sentence, what to do.
pub type Failure = Error;

/// The request of a command that needs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Reads the request of a command, runs it, and writes its answer down.
pub(super) fn run<Request: DeserializeOwned, Answer: Serialize>(
    session: &Session,
    name: &str,
    input: Value,
    command: impl FnOnce(&Session, Request) -> Result<Answer>,
) -> Result<Value> {
    let request = request(name, input)?;
    let answer = command(session, request)?;
    serde_json::to_value(answer)
        .map_err(|_| Error::fault(format!("The answer of “{name}” could not be written down.")))
}

/// Runs work in which a panic is a fault that is said, not the end of the program.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T> + UnwindSafe) -> Result<T> {
    std::panic::catch_unwind(work).unwrap_or_else(|_| {
        Err(Error::fault("Attest met a fault of its own, and what you asked for was not done."))
    })
}

/// The failure for a name that is no command.
pub(super) fn unknown(name: &str) -> Error {
    Error::missing(format!("Attest has no command called “{}”.", text::short(name)))
        .hint("Check the name; the page and the program may be of different versions.")
}

fn request<Request: DeserializeOwned>(name: &str, input: Value) -> Result<Request> {
    if !input.is_object() {
        return Err(wrong(name, "the request as a whole", "it is not a set of named fields"));
    }
    if longest(&input) > LONGEST_TEXT {
        return Err(Error::input(format!("The text given to “{name}” is over a million characters long."))
            .hint("Shorten it, or keep it in a document of its own and name that document."));
    }
    serde_path_to_error::deserialize(input).map_err(|error| {
        let path = error.path().to_string();
        let place =
            if path == "." { "the request".to_owned() } else { format!("“{}”", text::short(&path)) };
        wrong(name, &place, &error.inner().to_string())
    })
}

fn wrong(name: &str, place: &str, reason: &str) -> Error {
    let reason: String = quoted(reason).chars().take(200).collect();
    Error::input(format!("“{name}” cannot use what was given in {place}: {reason}."))
        .hint("Give the fields that the command names, and no others.")
}

/// The words of a decoder with quotation marks in place of its back-quotes.
fn quoted(reason: &str) -> String {
    let parts: Vec<&str> = reason.split('`').collect();
    let mark = |index: usize| if index.is_multiple_of(2) { "“" } else { "”" };
    let joined = parts.iter().enumerate().map(|(index, part)| match index + 1 == parts.len() {
        true => (*part).to_owned(),
        false => format!("{part}{}", mark(index)),
    });
    joined.collect()
}

fn longest(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(longest).max().unwrap_or(0),
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| name.len().max(longest(value))).max().unwrap_or(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::Kind;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only reading it is tried")]
    struct Inner {
        question: String,
        places: Vec<u32>,
    }

    fn said(input: Value) -> String {
        request::<Inner>("answer.rate", input).expect_err("it is wrong").message
    }

    #[test]
    fn a_wrong_request_is_answered_with_the_field_by_name() {
        assert!(said(json!({"question": 1, "places": []})).contains("question"));
        assert!(said(json!({"question": "a", "places": [1, "x"]})).contains("places[1]"));
        assert!(said(json!({"question": "a"})).contains("places"));
        assert!(said(json!({"question": "a", "places": [], "x": 1})).contains("“x”"));
        assert!(said(json!([])).contains("not a set of named fields"));
        assert!(said(json!({"question": "a".repeat(2_000_000), "places": []})).contains("million"));
    }

    #[test]
    fn a_panic_is_a_fault_with_a_sentence() {
        let caught = guarded(|| -> Result<()> { panic!("on purpose") });
        assert_eq!(caught.map_err(|error| error.kind), Err(Kind::Fault));
    }
}
