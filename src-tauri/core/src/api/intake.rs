//! Taking in returned workbooks as a job: files, a folder, the last folder again; accepting and withdrawing.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::intake_view::view;
use super::job;
use super::round;
use super::session::Session;
use super::views::{IntakeView, JobView, RoundOverview};
use crate::error::{Error, Result};
use crate::intake::{self, BatchId, Lends, Outcome, accept as officer, again, original};
use crate::progress::Progress;
use crate::round::RoundId;
use crate::store::AuditFile;
use crate::submission::SubmissionId;

/// One intake.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Batch {
    pub batch: BatchId,
}

/// Some returns.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Returns {
    pub submissions: Vec<SubmissionId>,
}

impl Lends for Session {
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        Self::file(self, work)
    }
}

/// Asks for returned workbooks and takes them in.
pub fn files(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    let round = ready(session)?;
    let chosen = session.desktop().pick_files("Take in returned workbooks", &["xlsx", "xlsm"]);
    chosen.map(|paths| begin(session, "intake.files", round, paths)).transpose()
}

/// Asks for a folder of returned workbooks and takes them in.
pub fn folder(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    let round = ready(session)?;
    let chosen = session.desktop().pick_folder("Take in a folder of returned workbooks");
    chosen.map(|path| begin(session, "intake.folder", round, vec![path])).transpose()
}

/// Takes in the files and folders that were dropped on the window; none where nothing was.
pub fn dropped(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    let paths = session.desktop().dropped();
    let round = ready(session)?;
    let from = match paths.as_slice() {
        [] => return Ok(None),
        [one] if one.is_dir() => "intake.folder",
        [..] => "intake.files",
    };
    begin(session, from, round, paths).map(Some)
}

/// Takes in the folder of an earlier intake once more: only what is new in it is placed.
pub fn folder_again(session: &Session, request: Batch) -> Result<JobView> {
    let round = ready(session)?;
    let folder = session.file(|file| Ok(original::batch(file.reader(), request.batch)?.folder))?;
    let path = PathBuf::from(&folder);
    if folder.is_empty() || !path.is_dir() {
        return Err(Error::missing("The folder of that intake is not there any more.").hint(
            "It may have been moved or renamed: choose it again with \u{201c}Take in a folder\u{201d}.",
        ));
    }
    begin(session, "intake.folder", round, vec![path])
}

/// The latest intake of the open round.
pub fn latest(session: &Session, _: Nothing) -> Result<Option<IntakeView>> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let latest = original::batches(file.reader(), round.id)?.into_iter().next();
        latest.map(|batch| view(file.reader(), batch.id)).transpose()
    })
}

/// One intake, a line a file.
pub fn show(session: &Session, request: Batch) -> Result<IntakeView> {
    session.file(|file| view(file.reader(), request.batch))
}

/// Accepts returns.
pub fn accept(session: &Session, request: Returns) -> Result<RoundOverview> {
    session.file(|file| officer::accept(file, &request.submissions))?;
    round::show(session, Nothing {})
}

/// Accepts every clean return of an intake.
pub fn accept_clean(session: &Session, request: Batch) -> Result<RoundOverview> {
    session.file(|file| officer::accept_clean(file, request.batch))?;
    round::show(session, Nothing {})
}

/// Withdraws an intake; what it had replaced counts again.
pub fn withdraw(session: &Session, request: Batch) -> Result<RoundOverview> {
    session.refuse_while_working()?;
    again::withdraw(session, session.reads()?.as_ref(), request.batch)?;
    round::show(session, Nothing {})
}

/// Reads the kept files of an intake again that wait for somebody.
pub fn look_again(session: &Session, request: Batch) -> Result<IntakeView> {
    session.refuse_while_working()?;
    again::again(session, session.reads()?.as_ref(), &Progress::default(), request.batch)?;
    show(session, request)
}

/// Refuses early, before anybody is asked for files.
fn ready(session: &Session) -> Result<RoundId> {
    session.refuse_while_working()?;
    session.reads()?;
    session.file(|file| Ok(crate::round::open(file.reader(), session.round(file)?.id)?.id))
}

fn begin(session: &Session, name: &'static str, round: RoundId, chosen: Vec<PathBuf>) -> Result<JobView> {
    job::start(session, name, move |session, progress| run(session, progress, round, &chosen))
}

/// The work of the job; its sentence says what came of it.
pub(super) fn run(
    session: &Session,
    progress: &Progress,
    round: RoundId,
    chosen: &[PathBuf],
) -> Result<String> {
    let reads = session.reads()?;
    intake::run(session, reads.as_ref(), progress, round, chosen).map(|outcome| sentence(&outcome))
}

fn sentence(outcome: &Outcome) -> String {
    let files = match outcome.files {
        1 => "1 file was".to_owned(),
        many => format!("{many} files were"),
    };
    match (outcome.batch, outcome.placed) {
        (None, _) => format!("{files} looked at and nothing was new; nothing was changed."),
        (Some(_), 1) => format!("{files} taken in; 1 return was placed as received."),
        (Some(_), placed) => format!("{files} taken in; {placed} returns were placed as received."),
    }
}

/// The error where this program was started without a reader of workbooks.
pub(super) fn no_reader() -> Error {
    Error::fault("This program was started without its reader of workbooks.")
}
