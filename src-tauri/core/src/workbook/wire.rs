//! What is said to a reading child process and what it answers, as bytes.
//!
//! A child is told the known templates once and keeps them; a return that follows one of them comes back with
//! its key alone. Refuses to know: processes and pipes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::foreign::Mapping;
use super::{Found, InProcess, Reads as _, Return, Templates};
use crate::error::{Error, Kind, Result};
use crate::problem::{Problem, Read, Severity};
use crate::sheet::{self, Beside, Book, Seen};
use crate::submission::signoff::Verified;
use crate::template::Template;

/// The most remarks of a file that are passed on.
const MOST_PROBLEMS: usize = 5_000;

/// What comes before the bytes of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Asked {
    Return = b'r',
    Template = b't',
    Book = b'b',
    Seen = b's',
    /// A password, then the bytes of what it opens.
    Unlock = b'u',
    /// No file: the templates to keep.
    Keep = b'k',
}

#[derive(Serialize, Deserialize)]
enum Answered {
    Found { returned: Box<Return>, template: Follows, verified: Option<Verified>, problems: Remarks },
    Template { template: Option<Spelt>, problems: Remarks },
    Book { packed: Vec<u8>, problems: Remarks },
    Seen { packed: Vec<u8>, beside: Vec<Beside>, problems: Remarks },
    Unlocked { plain: Vec<u8> },
    Kept,
    Refused { message: String, hint: String, missing: bool },
}

/// The template that a return follows.
#[derive(Serialize, Deserialize)]
enum Follows {
    /// One that both sides know.
    Known { id: String, version: String },
    /// The workbook's own copy.
    Own(Spelt),
}

/// Remarks spelt out, because what they leave out when it is not there could not be told apart otherwise.
#[derive(Serialize, Deserialize)]
struct Remarks(Vec<u8>);

impl Remarks {
    fn of(problems: Vec<Problem>) -> Result<Self> {
        serde_json::to_vec(&shortened(problems)).map(Self).map_err(|_| garbled())
    }

    fn read(&self) -> Result<Vec<Problem>> {
        serde_json::from_slice(&self.0).map_err(|_| garbled())
    }
}

/// A template spelt out: seldom said, and its form is read from a text that says its own names.
#[derive(Serialize, Deserialize)]
struct Spelt(Vec<u8>);

impl Spelt {
    fn of(template: &Template) -> Result<Self> {
        serde_json::to_vec(template).map(Self).map_err(|_| garbled())
    }

    fn read(&self) -> Result<Template> {
        serde_json::from_slice(&self.0).map_err(|_| garbled())
    }
}

/// What is asked before the bytes of a return.
pub fn ask() -> Vec<u8> {
    vec![Asked::Return as u8]
}

/// The same for a template's workbook.
pub fn ask_template() -> Vec<u8> {
    vec![Asked::Template as u8]
}

/// The same for any workbook, as its cells.
pub fn ask_book() -> Vec<u8> {
    vec![Asked::Book as u8]
}

/// The same for a workbook of an unknown layout.
pub fn ask_seen() -> Vec<u8> {
    vec![Asked::Seen as u8]
}

/// The same for a workbook under a password: the password with its length before it.
pub fn ask_unlock(password: &str) -> Result<Vec<u8>> {
    let length = u16::try_from(password.len()).map_err(|_| Error::input("That password is too long."))?;
    Ok([&[Asked::Unlock as u8][..], &length.to_le_bytes(), password.as_bytes()].concat())
}

/// What a child is told first: the templates to keep for all the files that follow.
pub fn tell(known: &Templates) -> Result<Vec<u8>> {
    let templates: Vec<&Template> = known.all().map(|known| known.template.as_ref()).collect();
    let mappings: Vec<&Mapping> = known.mappings().iter().map(AsRef::as_ref).collect();
    let mut told = vec![Asked::Keep as u8];
    serde_json::to_writer(&mut told, &(templates, mappings)).map_err(|_| garbled())?;
    Ok(told)
}

/// The child's side: what it was told, and the answers to what it is asked.
#[derive(Default)]
pub struct Listener {
    known: Templates,
}

impl Listener {
    /// Reads what was asked for and gives the answer.
    pub fn serve(&mut self, question: &[u8]) -> Vec<u8> {
        let answered = self.answered(question).unwrap_or_else(|error| Answered::Refused {
            message: error.message,
            hint: error.hint,
            missing: error.kind == Kind::Missing,
        });
        postcard::to_stdvec(&answered).unwrap_or_default()
    }

    fn answered(&mut self, question: &[u8]) -> Result<Answered> {
        let (asked, bytes) = question.split_first().ok_or_else(garbled)?;
        match asked {
            b'r' => self.found(bytes),
            b't' => {
                let read = InProcess.template("", bytes)?;
                let template = read.value.as_ref().map(Spelt::of).transpose()?;
                Ok(Answered::Template { template, problems: Remarks::of(read.problems)? })
            }
            b'b' => {
                let read = InProcess.book("", bytes)?;
                Ok(Answered::Book { packed: sheet::pack(&read.value), problems: Remarks::of(read.problems)? })
            }
            b's' => {
                let Read { value: Seen { book, beside }, problems } = InProcess.see("", bytes)?;
                Ok(Answered::Seen { packed: sheet::pack(&book), beside, problems: Remarks::of(problems)? })
            }
            b'u' => unlocked(bytes),
            b'k' => {
                let (templates, mappings): (Vec<Template>, Vec<Mapping>) =
                    serde_json::from_slice(bytes).map_err(|_| garbled())?;
                let known = Templates::new(templates.into_iter().map(Arc::new));
                self.known = known.mapped(mappings.into_iter().map(Arc::new));
                Ok(Answered::Kept)
            }
            _ => Err(garbled()),
        }
    }

    fn found(&self, bytes: &[u8]) -> Result<Answered> {
        let Read { value: Found { returned, template, verified }, problems } =
            InProcess.read("", bytes, &self.known)?;
        let (id, version) = (template.id.clone(), template.version.clone());
        let known =
            self.known.find(&id, &version).is_some_and(|known| Arc::ptr_eq(&known.template, &template));
        let template = match known {
            true => Follows::Known { id, version },
            false => Follows::Own(Spelt::of(&template)?),
        };
        let (returned, problems) = (Box::new(returned), Remarks::of(problems)?);
        Ok(Answered::Found { returned, template, verified, problems })
    }
}

/// The parent's side: what the child answered of a return.
pub fn hear(answer: &[u8], known: &Templates) -> Result<Read<Found>> {
    let Answered::Found { returned, template, verified, problems } = heard(answer)? else {
        return Err(garbled());
    };
    let template = match template {
        Follows::Known { id, version } => {
            Arc::clone(&known.find(&id, &version).ok_or_else(garbled)?.template)
        }
        Follows::Own(template) => Arc::new(template.read()?),
    };
    Ok(Read { value: Found { returned: *returned, template, verified }, problems: problems.read()? })
}

/// The parent's side: what the child made of a template's workbook.
pub fn hear_template(answer: &[u8]) -> Result<Read<Option<Template>>> {
    let Answered::Template { template, problems } = heard(answer)? else { return Err(garbled()) };
    Ok(Read { value: template.as_ref().map(Spelt::read).transpose()?, problems: problems.read()? })
}

/// The parent's side: the cells of a workbook.
pub fn hear_book(answer: &[u8]) -> Result<Read<Book>> {
    let Answered::Book { packed, problems } = heard(answer)? else { return Err(garbled()) };
    Ok(Read { value: sheet::unpack(&packed).ok_or_else(garbled)?, problems: problems.read()? })
}

/// The parent's side: a workbook of an unknown layout.
pub fn hear_seen(answer: &[u8]) -> Result<Read<Seen>> {
    let Answered::Seen { packed, beside, problems } = heard(answer)? else { return Err(garbled()) };
    let book = sheet::unpack(&packed).filter(|book| book.sheets.len() == beside.len()).ok_or_else(garbled)?;
    Ok(Read { value: Seen { book, beside }, problems: problems.read()? })
}

/// The parent's side: a workbook without its lock.
pub fn hear_unlocked(answer: &[u8]) -> Result<Vec<u8>> {
    let Answered::Unlocked { plain } = heard(answer)? else { return Err(garbled()) };
    Ok(plain)
}

/// The parent's side: whether the child keeps the templates.
pub fn hear_kept(answer: &[u8]) -> Result<()> {
    let Answered::Kept = heard(answer)? else { return Err(garbled()) };
    Ok(())
}

fn unlocked(asked: &[u8]) -> Result<Answered> {
    let (length, rest) = asked.split_first_chunk::<2>().ok_or_else(garbled)?;
    let length = usize::from(u16::from_le_bytes(*length));
    let (password, bytes) = rest.split_at_checked(length).ok_or_else(garbled)?;
    let password = std::str::from_utf8(password).map_err(|_| garbled())?;
    Ok(Answered::Unlocked { plain: InProcess.unlock(bytes, password)? })
}

/// So many remarks as anybody could look through; of a hostile file there may be millions.
fn shortened(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_PROBLEMS);
    if more > 0 {
        problems.truncate(MOST_PROBLEMS);
        let message = format!("There is as much to say of {more} more places, which is left out here.");
        let hint = "Ask for the workbook again, or look at it in Excel: so many remarks mean that much of it was changed.";
        problems.push(Problem::new(Severity::Question, "The workbook", message).hint(hint));
    }
    problems
}

/// An answer that is no refusal.
fn heard(answer: &[u8]) -> Result<Answered> {
    match postcard::from_bytes(answer).map_err(|_| garbled())? {
        Answered::Refused { message, hint, missing } => {
            let kind = if missing { Kind::Missing } else { Kind::Input };
            Err(Error::new(kind, message).hint(hint))
        }
        answered => Ok(answered),
    }
}

fn garbled() -> Error {
    Error::fault("The reading process and Attest did not understand each other.")
}
