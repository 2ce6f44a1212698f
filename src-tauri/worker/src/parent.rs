//! The parent's side: children kept for the next file, each ended when it takes too long.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use attest::error::{Error, Kind, Result};
use attest::problem::Read;
use attest::template::Template;
use attest::workbook::{self, Found, Reads};

use crate::ARGUMENT;
use crate::child::{give, take};

/// The time that one file may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads files in child processes of an executable that calls [`crate::branch_off`].
pub struct Worker {
    program: PathBuf,
    patience: Duration,
    idle: Mutex<Vec<Running>>,
}

/// A child with the thread that waits for its answers.
struct Running {
    child: Child,
    answers: Receiver<std::io::Result<Option<Vec<u8>>>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Worker {
    /// A worker with this executable as its child.
    pub fn new(program: PathBuf) -> Self {
        Self { program, patience: PATIENCE, idle: Mutex::default() }
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

    /// Asks a child; one that dies or takes too long is ended and never used again.
    pub fn ask(&self, question: &[u8]) -> Result<Vec<u8>> {
        let waiting = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut child = match waiting {
            Some(child) => child,
            None => self.start()?,
        };
        let answer = child.ask(question, self.patience)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(child);
        Ok(answer)
    }

    fn start(&self) -> Result<Running> {
        let mut child = Command::new(&self.program)
            .arg(OsString::from(ARGUMENT))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| no_child())?;
        let mut output = child.stdout.take().ok_or_else(no_child)?;
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            loop {
                let answer = take(&mut output);
                let last = !matches!(answer, Ok(Some(_)));
                if sender.send(answer).is_err() || last {
                    break;
                }
            }
        });
        Ok(Running { child, answers })
    }
}

impl Running {
    fn ask(&mut self, question: &[u8], patience: Duration) -> Result<Vec<u8>> {
        let mut input = self.child.stdin.take().ok_or_else(unsafe_file)?;
        let question = question.to_vec();
        // Written beside, because a child that hangs would not take it in.
        let writing = std::thread::spawn(move || {
            let given = give(&mut input, &question);
            given.map(|()| input)
        });
        let answer = self.answers.recv_timeout(patience).map_err(|_| too_slow())?;
        let answer = answer.ok().flatten().ok_or_else(unsafe_file)?;
        let input = writing.join().ok().and_then(std::io::Result::ok).ok_or_else(unsafe_file)?;
        self.child.stdin = Some(input);
        Ok(answer)
    }
}

impl Reads for Worker {
    fn read(&self, name: &str, bytes: &[u8], known: &[Template]) -> Result<Read<Found>> {
        let answer = self.ask(&workbook::ask(name, bytes, known)?)?;
        workbook::hear(&answer)
    }

    fn template(&self, name: &str, bytes: &[u8]) -> Result<Read<Option<Template>>> {
        workbook::hear_template(&self.ask(&workbook::ask_template(name, bytes)?)?)
    }
}

fn unsafe_file() -> Error {
    Error::new(
        Kind::File,
        "This file could not be read safely: reading it took more memory than any return needs.",
    )
    .hint(
        "Open it in Excel, save it under a new name and try again; if it came from outside, ask who sent it.",
    )
}

fn too_slow() -> Error {
    Error::new(Kind::File, "This file could not be read safely: reading it took too long.").hint(
        "Open it in Excel, save it under a new name and try again; if it came from outside, ask who sent it.",
    )
}

fn no_child() -> Error {
    Error::fault("The process that reads files from outside could not be started.")
}
