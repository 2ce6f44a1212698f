//! Reading the files of a run in parallel; the order is kept, and no content fails it.
//!
//! Refuses to know: the file and its database, and what is made of what was read.

use rayon::prelude::*;

use super::gather::Incoming;
use super::verdict::{Looked, Seen};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read};
use crate::progress::Progress;
use crate::submission::{SubmissionId, receive};
use crate::text::digest;
use crate::workbook::{Found, Reads, Return, Templates};

/// A file larger than this is no return, and is not kept.
const LARGEST: u64 = 25 * 1024 * 1024;

/// A file that was read, whatever came of it.
#[derive(Debug, Clone)]
pub struct Received {
    /// Its name.
    pub name: String,
    /// Digest of its bytes; empty where they could not be had.
    pub sha256: String,
    /// Its bytes as they were.
    pub bytes: Vec<u8>,
    /// What was read, or why nothing was.
    pub found: Result<Returned>,
}

/// A return as it was read.
#[derive(Debug, Clone)]
pub struct Returned {
    /// What was answered.
    pub returned: Return,
    /// What there was to say about it.
    pub problems: Vec<Problem>,
}

/// Reads files, several at a time, and counts them; fails only when it is asked to stop.
pub fn read_all(
    files: &[Incoming],
    reads: &dyn Reads,
    known: &Templates,
    progress: &Progress,
) -> Result<Vec<Received>> {
    let one = |file: &Incoming| {
        progress.go_on()?;
        let received = match bytes_of(file) {
            Ok(bytes) => read_bytes(&file.name, bytes, reads, known),
            Err(error) => no_bytes(&file.name, error),
        };
        progress.step(1)?;
        Ok(received)
    };
    files.par_iter().map(one).collect()
}

/// Reads one file's bytes.
pub fn read_bytes(name: &str, bytes: Vec<u8>, reads: &dyn Reads, known: &Templates) -> Received {
    let found = reads.read(name, &bytes, known).map(returned);
    Received { name: name.to_owned(), sha256: digest(&bytes), bytes, found }
}

impl Received {
    /// So much of it as a verdict needs.
    pub fn seen(&self) -> Seen {
        let looked = |it: &Returned| Looked {
            submission: self.submission(&it.returned),
            identity: it.returned.identity.clone(),
            name: it.returned.setting.clone(),
            identifiers: it.returned.identifiers.clone(),
            worst: it.problems.iter().map(|problem| problem.severity).max(),
        };
        Seen { sha256: self.sha256.clone(), read: self.found.as_ref().map(looked).map_err(Clone::clone) }
    }

    /// The return's number; a workbook that lost it gets one from its own bytes.
    pub fn submission(&self, returned: &Return) -> SubmissionId {
        let number = returned.identity.submission;
        if number.is_nil() { receive::id_from(&self.sha256) } else { SubmissionId(number) }
    }
}

fn returned(read: Read<Found>) -> Returned {
    Returned { returned: read.value.returned, problems: read.problems }
}

fn bytes_of(file: &Incoming) -> Result<Vec<u8>> {
    let refused = |error: std::io::Error| {
        Error::input(format!("The file could not be opened: {error}."))
            .hint("If it is open in Excel or still being downloaded, close it or wait, and take it in again.")
    };
    let size = std::fs::metadata(&file.path).map_err(refused)?.len();
    if size > LARGEST {
        return Err(Error::input("The file is larger than 25 MB; a return never is.")
            .hint("Ask the setting for the workbook alone, without pictures or scans."));
    }
    std::fs::read(&file.path).map_err(refused)
}

/// Without bytes there is nothing to know a file by but its name.
fn no_bytes(name: &str, error: Error) -> Received {
    let sha256 = digest(format!("no bytes: {name}").as_bytes());
    Received { name: name.to_owned(), sha256, bytes: Vec::new(), found: Err(error) }
}
