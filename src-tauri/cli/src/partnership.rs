//! A partnership's file from the command line: taking workbooks in, and waiting for what takes long.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use attest::api::views::{IntakeLine, IntakeView, JobState, JobView, VerdictKind};
use attest::error::{Error, Kind, Result};
use attest::world::World;
use serde::Serialize;
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
    if let Some(gone) = folders.iter().find(|folder| !folder.exists()) {
        return Err(Error::missing(format!("The folder {} is not there.", gone.display()))
            .hint("Look at its name, and whether its drive is connected. Nothing was taken in."));
    }
    let desk = Desk::at(world, file)?;
    let mut views = Vec::new();
    for folder in folders {
        views.push(take_in(&desk, folder)?);
    }
    let taken: Vec<Taken<'_>> = views.iter().map(Taken::of).collect();
    match taken.as_slice() {
        [one] => printer.value(one, Taken::words)?,
        many => printer.value(&many, |_| many.iter().flat_map(Taken::words).collect())?,
    }
    let looked_at = taken.iter().any(|taken| taken.to_look_at > 0);
    Ok(if looked_at { Status::Problems } else { Status::Done })
}

/// What came of a folder: the same counts for people and for programs.
#[derive(Serialize)]
struct Taken<'a> {
    #[serde(flatten)]
    view: &'a IntakeView,
    files: usize,
    /// Files that somebody has to look at.
    to_look_at: usize,
    /// How many files had each verdict.
    verdicts: Vec<(VerdictKind, usize)>,
}

impl<'a> Taken<'a> {
    fn of(view: &'a IntakeView) -> Self {
        let mut verdicts: Vec<(VerdictKind, usize)> = Vec::new();
        for line in &view.lines {
            match verdicts.iter_mut().find(|(kind, _)| *kind == line.verdict) {
                Some((_, count)) => *count += 1,
                None => verdicts.push((line.verdict, 1)),
            }
        }
        let to_look_at = view.lines.iter().filter(|line| to_look_at(line)).count();
        Self { view, files: view.lines.len(), to_look_at, verdicts }
    }

    fn words(&self) -> Vec<String> {
        let counts: Vec<String> =
            self.verdicts.iter().map(|(kind, count)| format!("{count} {}", verdict(*kind))).collect();
        let sum = format!("{} files: {}. {} to look at.", self.files, counts.join(", "), self.to_look_at);
        self.view.lines.iter().flat_map(words).chain([sum]).collect()
    }
}

/// Whether somebody has to look at a file: what is settled by itself is no problem.
fn to_look_at(line: &IntakeLine) -> bool {
    match line.verdict {
        VerdictKind::Repaired | VerdictKind::NeedsYou | VerdictKind::NotAReturn | VerdictKind::OtherRound => {
            true
        }
        VerdictKind::Clean | VerdictKind::SameAgain | VerdictKind::Replaces | VerdictKind::Superseded => {
            line.asks
        }
    }
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
