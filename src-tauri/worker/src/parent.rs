//! The parent's side: children kept for the next file, each told the templates once.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use attest::error::{Error, Kind, Result};
use attest::problem::Read;
use attest::sheet::{Book, Seen, guard};
use attest::template::Template;
use attest::workbook::{self, Found, Reads, Templates};

use crate::gate::{Gate, Turn};
use crate::running::{Running, Silent};

/// The time that one file may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// A child reads so many files; then a fresh one takes its place.
const BATCH: u32 = 400;

/// Reads files in child processes of an executable that calls [`crate::branch_off`].
pub struct Worker {
    program: PathBuf,
    patience: Duration,
    idle: Mutex<Vec<Running>>,
    gate: Gate,
}

impl Worker {
    /// A worker with this executable as its child.
    pub fn new(program: PathBuf) -> Self {
        Self { program, patience: PATIENCE, idle: Mutex::default(), gate: Gate::default() }
    }

    /// A worker with the running executable as its child.
    pub fn of_this_program() -> Result<Self> {
        std::env::current_exe().map(Self::new).map_err(|_| no_child())
    }

    /// The same with another time that one file may take.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Asks a child about a file; one that dies or takes too long is ended and never used again.
    pub fn ask(&self, asked: &[u8], bytes: &[u8]) -> Result<Vec<u8>> {
        let turn = self.gate.enter(guard::weight(bytes));
        let mut child = self.child()?;
        let answer = child.ask(&[asked, bytes]).map_err(said)?;
        self.give_back(child, &turn);
        Ok(answer)
    }

    fn child(&self) -> Result<Running> {
        let waiting = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        waiting.map_or_else(|| Running::start(&self.program, self.patience).map_err(|_| no_child()), Ok)
    }

    /// Keeps a child for the next file, unless it has read many, or a heavy one that left it large.
    fn give_back(&self, mut child: Running, turn: &Turn<'_>) {
        child.files += 1;
        if child.files < BATCH && !turn.heavy {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(child);
        }
    }
}

impl Reads for Worker {
    fn read(&self, _: &str, bytes: &[u8], known: &Templates) -> Result<Read<Found>> {
        let turn = self.gate.enter(guard::weight(bytes));
        let mut child = self.child()?;
        if child.keeps != known.digest() {
            let told = workbook::tell(known)?;
            workbook::hear_kept(&child.ask(&[&told]).map_err(said)?)?;
            known.digest().clone_into(&mut child.keeps);
        }
        let answer = child.ask(&[&workbook::ask(), bytes]).map_err(said)?;
        self.give_back(child, &turn);
        drop(turn);
        workbook::hear(&answer, known)
    }

    fn template(&self, _: &str, bytes: &[u8]) -> Result<Read<Option<Template>>> {
        workbook::hear_template(&self.ask(&workbook::ask_template(), bytes)?)
    }

    fn book(&self, _: &str, bytes: &[u8]) -> Result<Read<Book>> {
        workbook::hear_book(&self.ask(&workbook::ask_book(), bytes)?)
    }

    fn see(&self, _: &str, bytes: &[u8]) -> Result<Read<Seen>> {
        workbook::hear_seen(&self.ask(&workbook::ask_seen(), bytes)?)
    }

    fn unlock(&self, bytes: &[u8], password: &str) -> Result<Vec<u8>> {
        workbook::hear_unlocked(&self.ask(&workbook::ask_unlock(password)?, bytes)?)
    }
}

fn said(silent: Silent) -> Error {
    let message = match silent {
        Silent::Gone => {
            "This file could not be read safely: reading it took more memory than any return needs."
        }
        Silent::Slow => "This file could not be read safely: reading it took too long.",
    };
    Error::new(Kind::File, message).hint(
        "Open it in Excel, save it under a new name and try again; if it came from outside, ask who sent it.",
    )
}

fn no_child() -> Error {
    Error::fault("The process that reads files from outside could not be started.")
}
