//! A question to a reading child process and its answer, as bytes.
//!
//! Refuses to know: processes and pipes.

use serde::{Deserialize, Serialize};

use super::{Found, InProcess, Reads as _};
use crate::error::{Error, Kind, Result};
use crate::problem::{Problem, Read};
use crate::template::Template;

#[derive(Serialize, Deserialize)]
enum Asked {
    Return { name: String, known: Vec<Template> },
    Template { name: String },
}

#[derive(Serialize, Deserialize)]
enum Answered {
    Found { found: Box<Found>, problems: Vec<Problem> },
    Template { template: Option<Box<Template>>, problems: Vec<Problem> },
    Refused { message: String, hint: String, missing: bool },
}

/// What is asked of a child: a heading in JSON, its length before it, then the bytes of the file.
pub fn ask(name: &str, bytes: &[u8], known: &[Template]) -> Result<Vec<u8>> {
    packed(&Asked::Return { name: name.to_owned(), known: known.to_vec() }, bytes)
}

/// The same for a template's workbook.
pub fn ask_template(name: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    packed(&Asked::Template { name: name.to_owned() }, bytes)
}

fn packed(asked: &Asked, bytes: &[u8]) -> Result<Vec<u8>> {
    let heading = serde_json::to_vec(asked).map_err(|_| garbled())?;
    let length = u32::try_from(heading.len()).map_err(|_| garbled())?;
    Ok([&length.to_le_bytes()[..], &heading, bytes].concat())
}

/// The child's side: reads what was asked for and gives the answer.
pub fn serve(question: &[u8]) -> Vec<u8> {
    let answered = answered(question).unwrap_or_else(|error| Answered::Refused {
        message: error.message,
        hint: error.hint,
        missing: error.kind == Kind::Missing,
    });
    serde_json::to_vec(&answered).unwrap_or_default()
}

/// The parent's side: what the child answered.
pub fn hear(answer: &[u8]) -> Result<Read<Found>> {
    match heard(answer)? {
        Answered::Found { found, problems } => Ok(Read { value: *found, problems }),
        Answered::Template { .. } | Answered::Refused { .. } => Err(garbled()),
    }
}

/// The parent's side: what the child made of a template's workbook.
pub fn hear_template(answer: &[u8]) -> Result<Read<Option<Template>>> {
    match heard(answer)? {
        Answered::Template { template, problems } => {
            Ok(Read { value: template.map(|template| *template), problems })
        }
        Answered::Found { .. } | Answered::Refused { .. } => Err(garbled()),
    }
}

/// An answer that is no refusal.
fn heard(answer: &[u8]) -> Result<Answered> {
    match serde_json::from_slice(answer).map_err(|_| garbled())? {
        Answered::Refused { message, hint, missing } => {
            let kind = if missing { Kind::Missing } else { Kind::Input };
            Err(Error::new(kind, message).hint(hint))
        }
        answered => Ok(answered),
    }
}

fn answered(question: &[u8]) -> Result<Answered> {
    let (length, rest) = question.split_first_chunk::<4>().ok_or_else(garbled)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| garbled())?;
    let (heading, bytes) = rest.split_at_checked(length).ok_or_else(garbled)?;
    match serde_json::from_slice(heading).map_err(|_| garbled())? {
        Asked::Return { name, known } => {
            let read = InProcess.read(&name, bytes, &known)?;
            Ok(Answered::Found { found: Box::new(read.value), problems: read.problems })
        }
        Asked::Template { name } => {
            let read = InProcess.template(&name, bytes)?;
            Ok(Answered::Template { template: read.value.map(Box::new), problems: read.problems })
        }
    }
}

fn garbled() -> Error {
    Error::fault("The reading process and Attest did not understand each other.")
}
