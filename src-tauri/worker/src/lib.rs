//! Foreign workbooks are read in a child process of the same executable, capped in memory and time: an allocation that
//! aborts cannot be caught, and no file may close the app.
//!
//! Refuses to know: what a return is. It carries bytes to [`attest::workbook::serve`] and back.
//!
//! On Unix the child caps its own memory and processor time before it reads anything. On Windows only the time on the
//! clock is capped, by the parent.

mod caps;
mod child;
mod frame;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use attest::error::{Error, Kind, Result};
use attest::problem::Read;
use attest::template::Template;
use attest::workbook::{self, Found, Reads};

use child::{Child, Ended};

/// The hidden argument of a reading child.
const BRANCH: &str = "--attest-read-files";
/// How long one file may take.
const LONGEST: Duration = Duration::from_secs(20);
/// How many files a child reads before a fresh one takes its place.
const BATCH: u32 = 100;

/// Called first in every host's `main`: in a reading child it reads until it is told no more, and ends there.
pub fn branch_off() {
    branch_off_to(workbook::serve);
}

/// The same with another way of serving.
pub fn branch_off_to(serve: fn(&[u8]) -> Vec<u8>) {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == BRANCH) {
        caps::set();
        frame::serve(serve);
        std::process::exit(0);
    }
}

/// Reads returned workbooks in child processes, which are kept for the next file as long as they are well.
pub struct Worker {
    program: PathBuf,
    longest: Duration,
    idle: Mutex<Vec<Child>>,
}

impl Worker {
    /// Children of this very executable.
    pub fn of_this_program() -> std::io::Result<Self> {
        std::env::current_exe().map(Self::of)
    }

    /// Children of another executable that branches off.
    pub fn of(program: PathBuf) -> Self {
        Self { program, longest: LONGEST, idle: Mutex::default() }
    }

    /// The same with another time limit for a file.
    #[must_use]
    pub fn at_most(mut self, longest: Duration) -> Self {
        self.longest = longest;
        self
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Child>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks a child; one that was killed by the question is not asked again.
    fn ask(&self, name: &str, question: &[u8]) -> Result<Vec<u8>> {
        let waiting = self.idle().pop();
        let mut child = match waiting {
            Some(child) => child,
            None => Child::start(&self.program).map_err(|_| no_child())?,
        };
        let answer = child.ask(question, self.longest).map_err(|ended| unsafe_to_read(name, ended))?;
        if child.asked() < BATCH {
            self.idle().push(child);
        }
        Ok(answer)
    }
}

impl Reads for Worker {
    fn read(&self, name: &str, bytes: &[u8], known: &[Template]) -> Result<Read<Found>> {
        let question = workbook::ask(name, bytes, known)?;
        workbook::hear(&self.ask(name, &question)?)
    }
}

fn no_child() -> Error {
    Error::new(Kind::Fault, "The reading process could not be started, so no file was read.")
        .hint("Close Attest, open it again and try once more.")
}

fn unsafe_to_read(name: &str, ended: Ended) -> Error {
    let why = match ended {
        Ended::Killed => "reading it used too much memory or broke off",
        Ended::Late => "reading it took too long",
    };
    Error::input(format!("{name} could not be read safely: {why}."))
        .hint("Ask the sender to open it in Excel, save it anew as .xlsx and send it again.")
}
