//! Taking in returned workbooks as a job, looking at the verdicts, accepting and withdrawing.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::job;
use super::round;
use super::session::Session;
use super::views::{IntakeLine, IntakeView, JobView, RoundOverview};
use crate::error::{Error, Result};
use crate::intake::original::{self, Original};
use crate::intake::{self, BatchId, Lends, Outcome, accept as officer};
use crate::progress::Progress;
use crate::round::Round;
use crate::setting;
use crate::store::{AuditFile, Reader};
use crate::submission::{self, SubmissionId};

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

    fn round(&self, reader: Reader<'_>) -> Result<Round> {
        Self::round(self, reader)
    }
}

/// Asks for returned workbooks and takes them in.
pub fn files(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    ready(session)?;
    let chosen = session.desktop().pick_files("Take in returned workbooks", &["xlsx", "xlsm"]);
    chosen.map(|paths| begin(session, "intake.files", paths)).transpose()
}

/// Asks for a folder of returned workbooks and takes them in.
pub fn folder(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    ready(session)?;
    let chosen = session.desktop().pick_folder("Take in a folder of returned workbooks");
    chosen.map(|path| begin(session, "intake.folder", vec![path])).transpose()
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

/// Withdraws an intake.
pub fn withdraw(session: &Session, request: Batch) -> Result<RoundOverview> {
    session.refuse_while_working()?;
    session.file(|file| officer::withdraw(file, request.batch))?;
    round::show(session, Nothing {})
}

/// Reads the kept files of an intake again that could not be placed.
pub fn again(session: &Session, request: Batch) -> Result<IntakeView> {
    session.refuse_while_working()?;
    intake::again(session, session.reads()?.as_ref(), request.batch)?;
    show(session, request)
}

/// Refuses early, before anybody is asked for files.
fn ready(session: &Session) -> Result<()> {
    session.refuse_while_working()?;
    session.reads()?;
    session.file(|file| round::current(session, file).map(drop))
}

fn begin(session: &Session, name: &'static str, chosen: Vec<PathBuf>) -> Result<JobView> {
    job::start(session, name, move |session, progress| run(session, progress, &chosen))
}

/// The work of the job; its sentence says what came of it.
pub(super) fn run(session: &Session, progress: &Progress, chosen: &[PathBuf]) -> Result<String> {
    let reads = session.reads()?;
    intake::run(session, reads.as_ref(), progress, chosen).map(|outcome| sentence(&outcome))
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

fn view(reader: Reader<'_>, id: BatchId) -> Result<IntakeView> {
    let batch = original::batch(reader, id)?;
    let lines = original::originals(reader, id)?.into_iter().map(|file| line(reader, file));
    Ok(IntakeView { lines: lines.collect::<Result<_>>()?, batch: round::batch_line(batch) })
}

fn line(reader: Reader<'_>, file: Original) -> Result<IntakeLine> {
    let setting = file.setting.map(|id| setting::load(reader, id)).transpose()?;
    let placed = file.submission.and_then(|id| submission::load(reader, id).ok());
    let placed = placed.filter(|it| it.original.as_deref() == Some(file.id.to_string().as_str()));
    Ok(IntakeLine {
        original: file.id.to_string(),
        name: file.name,
        sha256: file.sha256,
        verdict: file.kind,
        message: file.message,
        problems: file.problems,
        setting: setting.map(|setting| setting.details.name),
        submission: placed.as_ref().map(|it| it.id),
        state: placed.map(|it| round::state_of(it.state)),
    })
}

/// The error where this program was started without a reader of workbooks.
pub(super) fn no_reader() -> Error {
    Error::fault("This program was started without its reader of workbooks.")
}
