//! A sample partnership: two years in one file (rounds, panels, a plan, case audits, a peer review, packs of neighbours),
//! the list of its schools, and a folder of returned workbooks ready to be taken in.
//!
//! Made in the folder that a person names, as a job; the same seed on the same day makes the same.

mod case_words;
mod cases;
mod desk;
mod dipped;
mod folder;
mod neighbours;
mod panel_words;
mod panels;
mod papers;
mod people;
mod planned;
mod reviewed;
mod rounds;
mod school_year;
mod sent_out;
mod tracked;
mod voices;
mod years_ago;

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::job;
use super::session::Session;
use super::start::Recent;
use super::views::{JobView, Opened};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;
use crate::store::FileKind;
use school_year::Plan;

/// Name of the partnership, which says what it is.
pub const NAME: &str = "Sampleshire Safeguarding Partnership (sample)";
/// The list of schools.
pub const REGISTER: &str = "register.csv";
/// What came in this year and has not been taken in.
pub const RETURNED: &str = "returned";
/// Packs that neighbours sent, and one that was given to them.
pub const PACKS: &str = "packs";

/// How large a sample, and which.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SampleWanted {
    /// How many schools; 380 is a large county.
    #[serde(default = "large")]
    pub settings: u32,
    /// The same number gives the same partnership.
    #[serde(default = "first")]
    pub seed: u32,
}

fn large() -> u32 {
    380
}

fn first() -> u32 {
    2026
}

/// `sample.partnership`: asks for a folder and makes it there, as a job; none where the dialog was dismissed.
pub fn make(session: &Session, wanted: SampleWanted) -> Result<Option<JobView>> {
    session.refuse_while_working()?;
    if !(1..=5_000).contains(&wanted.settings) {
        return Err(Error::input(format!("A sample of {} schools cannot be made.", wanted.settings))
            .hint("Ask for between 1 and 5,000."));
    }
    let Some(folder) = session.desktop().pick_folder("Choose an empty folder for the sample partnership")
    else {
        return Ok(None);
    };
    empty(&folder)?;
    job::start(session, "sample.partnership", move |session, progress| {
        made(session, &folder, wanted, progress)
    })
    .map(Some)
}

/// `sample.open_partnership`: opens the one that was made last.
pub fn open(session: &Session, _: Nothing) -> Result<Opened> {
    session.refuse_while_working()?;
    let recent = session.preferences().recent();
    let made = recent.iter().find(|file| file.there && file.name == NAME);
    let made = made.ok_or_else(|| {
        Error::missing("There is no sample partnership to open.").hint("Make one on the first screen.")
    })?;
    super::start::open_recent(session, Recent { id: made.id })
}

fn made(session: &Session, folder: &Path, wanted: SampleWanted, progress: &Progress) -> Result<String> {
    let plan = Plan::of(wanted, session.world().today())?;
    progress.expect(plan.steps());
    folder::put(&folder.join(REGISTER), &crate::demo::gias::list(&plan.schools))?;
    let file = folder.join(format!("{NAME}.attest"));
    rounds::make(&file, folder, &plan, progress)?;
    let files = folder::fill(&folder.join(RETURNED), &plan, progress)?;
    let now = session.world().now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    // A list of recent files that cannot be kept is no reason to refuse the file.
    let _ = session.preferences().opened(&file, FileKind::Partnership, now);
    Ok(format!(
        "{} schools were made up; {files} files wait in the folder \u{201c}{RETURNED}\u{201d}.",
        wanted.settings
    ))
}

/// Makes a folder; one that holds something is left alone.
fn empty(folder: &Path) -> Result<()> {
    let refused =
        |_| Error::new(Kind::Disk, "That folder could not be made or read.").hint("Choose another folder.");
    std::fs::create_dir_all(folder).map_err(refused)?;
    if std::fs::read_dir(folder).map_err(refused)?.next().is_some() {
        return Err(Error::input("That folder is not empty.")
            .hint("Choose a new or empty folder; nothing is overwritten."));
    }
    Ok(())
}
