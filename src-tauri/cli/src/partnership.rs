//! A partnership's file from the command line: taking workbooks in, and the table of standards.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use attest::api::views::{IntakeLine, IntakeView, JobState, JobView, VerdictKind};
use attest::error::{Error, Kind, Result};
use attest::world::World;
use serde_json::json;

use crate::Status;
use crate::desk::Desk;
use crate::print::{Printer, problem};

/// Runs `attest intake`.
pub fn intake(
    world: Arc<dyn World>,
    file: &Path,
    folders: &[PathBuf],
    printer: &mut Printer<'_>,
) -> Result<Status> {
    let desk = Desk::at(world, file)?;
    let mut views = Vec::new();
    for folder in folders {
        views.push(take_in(&desk, folder)?);
    }
    let lines = || views.iter().flat_map(|view| &view.lines);
    match views.as_slice() {
        [one] => printer.value(one, |view| view.lines.iter().flat_map(words).collect())?,
        many => printer.value(&many, |_| lines().flat_map(words).collect())?,
    }
    let settled = lines().all(|line| line.verdict == VerdictKind::Clean);
    Ok(if settled { Status::Done } else { Status::Problems })
}

/// Takes a folder in and waits for the end of the job.
pub fn take_in(desk: &Desk, folder: &Path) -> Result<IntakeView> {
    desk.next_dialog(folder);
    desk.call("intake.folder", json!({}))?;
    wait(desk)?;
    let view: Option<IntakeView> = desk.ask("intake.latest", json!({}))?;
    view.ok_or_else(|| {
        Error::missing(format!("No workbook was found in {}.", folder.display()))
            .hint("Name a folder that holds returned workbooks.")
    })
}

/// Waits for the end of the job.
pub fn wait(desk: &Desk) -> Result<()> {
    loop {
        let job: Option<JobView> = desk.ask("job.show", json!({}))?;
        let Some(job) = job else { return Ok(()) };
        match job.state {
            JobState::Running => std::thread::sleep(Duration::from_millis(20)),
            JobState::Done => return Ok(()),
            JobState::Stopped => return Err(Error::new(Kind::Stopped, job.message).hint(job.hint)),
            JobState::Failed => return Err(Error::input(job.message).hint(job.hint)),
        }
    }
}

fn words(line: &IntakeLine) -> Vec<String> {
    let late = if line.late { ", late" } else { "" };
    let heading = format!("{}: {}{late}. {}", line.name, verdict(line.verdict), line.message);
    let mut lines = vec![heading.trim_end().to_owned()];
    lines.extend(line.problems.iter().map(problem));
    lines
}

fn verdict(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Clean => "clean",
        VerdictKind::Repaired => "repaired",
        VerdictKind::NeedsYou => "needs you",
        VerdictKind::NotAReturn => "not a return",
        VerdictKind::SameAgain => "the same file again",
        VerdictKind::Replaces => "replaces an earlier one",
        VerdictKind::OtherRound => "belongs to another round",
        VerdictKind::Superseded => "does not count",
    }
}
