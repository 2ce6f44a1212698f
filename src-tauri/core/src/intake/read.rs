//! Reading the files of a chunk in parallel; the order is kept, and no content fails it.
//!
//! Refuses to know: the file and its database, and what is made of what was read.

use rayon::prelude::*;

use super::across::across;
use super::claim::Claim;
use super::decide::decide;
use super::gather::Incoming;
use super::known::Ground;
use super::remembered::Said;
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};
use crate::progress::Progress;
use crate::submission::signoff::Verified;
use crate::text::digest;
use crate::workbook::{self, ExportKind, Found, Reads, Return};

/// A file larger than this is no return, and is not kept.
const LARGEST: u64 = 25 * 1024 * 1024;

/// A file that was read, whatever came of it.
#[derive(Debug, Clone)]
pub struct Received {
    /// Its name.
    pub name: String,
    /// Digest of its bytes as they came.
    pub sha256: String,
    /// Its bytes as they were.
    pub bytes: Vec<u8>,
    /// What was read, or why nothing was.
    pub found: Result<Returned>,
}

/// A return as it was read.
#[derive(Debug, Clone)]
pub struct Returned {
    /// What it says of itself.
    pub claim: Claim,
    /// What was answered.
    pub returned: Return,
    /// What there was to say about it.
    pub problems: Vec<Problem>,
    /// Whether it is what was signed, where somebody signed.
    pub verified: Option<Verified>,
}

/// What reading needs besides the files.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// What reads a workbook.
    pub reads: &'a dyn Reads,
    /// The round, and the templates that files may follow.
    pub ground: &'a Ground,
    /// What the officer said of doubts in answers.
    pub said: &'a Said,
}

impl Reading<'_> {
    /// Reads files, several at a time, and counts them; fails only when it is asked to stop.
    pub fn files(&self, files: &[Incoming], progress: &Progress) -> Result<Vec<Received>> {
        let one = |file: &Incoming| {
            progress.go_on()?;
            let received = match bytes_of(file) {
                Ok(bytes) => {
                    let sha256 = digest(&bytes);
                    let found = self.found(&file.name, &sha256, &bytes);
                    Received { name: file.name.clone(), sha256, bytes, found }
                }
                Err(error) => no_bytes(&file.name, error),
            };
            progress.step(1)?;
            Ok(received)
        };
        files.par_iter().map(one).collect()
    }

    /// Reads one file's bytes; `sha256` is that of the file as it came, locked or not.
    pub fn found(&self, name: &str, sha256: &str, bytes: &[u8]) -> Result<Returned> {
        let Read { value: Found { mut returned, template, mut verified }, mut problems } =
            self.reads.read(name, bytes, &self.ground.templates)?;
        // What the officer said of a doubt may have put another answer there than was compared.
        if decide(&mut returned, &mut problems, &template, self.said, sha256) {
            verified = workbook::verified(&returned, &template);
        }
        let round = &self.ground.template;
        let mut changed = across(&mut returned, &template, round, &self.ground.templates);
        let empty = unanswered(&returned, problems.iter().chain(&changed));
        changed.extend(empty);
        decide(&mut returned, &mut changed, round, self.said, sha256);
        problems.extend(changed);
        let worst = problems.iter().map(|problem| problem.severity).max();
        let claim = Claim::of(&returned, sha256, worst);
        Ok(Returned { claim, returned, problems, verified })
    }
}

/// What is asked of a return in which nothing is answered, as an issued workbook that came back as it was. One that is
/// signed without an answer assures, and where answers were not understood that is said already.
fn unanswered<'p>(returned: &Return, mut problems: impl Iterator<Item = &'p Problem>) -> Option<Problem> {
    let whole = returned.identity.kind == ExportKind::Return && returned.sign_off.is_none();
    let silent = returned.answers.iter().all(|answer| !answer.says_something());
    let asked = problems.any(|problem| problem.severity >= Severity::Question);
    let question = || {
        Problem::new(Severity::Question, "The workbook", "Nothing in it is answered.")
            .hint("Ask the setting for the workbook that it filled in. If you accept this one, it counts as a return in which all is blank.")
    };
    (whole && silent && !asked).then(question)
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
