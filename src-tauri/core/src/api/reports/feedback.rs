//! A feedback sheet for every setting whose return is accepted, as Word, as PDF and as a file for its app, in one job.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::gather::{Gathered, again};
use super::views::FeedbackView;
use crate::analysis::Grid;
use crate::analysis::grid::GridRow;
use crate::api::call::Nothing;
use crate::api::figures::Readers;
use crate::api::session::Session;
use crate::api::views::JobView;
use crate::api::{job, save};
use crate::error::{Error, Kind, Result};
use crate::progress::{Progress, count};
use crate::publication::{self, Added, Source, Wrote};
use crate::report::account::Paper;
use crate::report::account::feedback::{Sheets, Whose};
use crate::report::feedback_file::{self, FeedbackFile};
use crate::report::{Document, pdf, word};
use crate::round::register::{self, Standing};
use crate::setting::SettingId;
use crate::store::AuditFile;

/// The word of the sheets in the file.
pub(in crate::api::reports) const FEEDBACK: &str = "feedback";

/// So many sheets are written between two looks at whether to stop.
const CHUNK: usize = 16;

/// `feedback.show`: for how many, and the first of them to look at.
pub fn show(session: &Session, _: Nothing) -> Result<FeedbackView> {
    session.file(|file| {
        let gathered = Gathered::of(session, file, Readers::Others)?;
        let added = gathered.added(file, Paper::DslBriefing)?;
        let ground = gathered.ground(&added);
        let asked = asked(file, &gathered)?;
        let sheets = Sheets::new(&ground, &gathered.grid, (&gathered.sizes, &asked));
        let all = sheets.all();
        let example = all.first().map(|whose| sheets.sheet(*whose));
        Ok(FeedbackView { count: u32::try_from(all.len()).unwrap_or(u32::MAX), example })
    })
}

/// `feedback.write`: starts the job; none where the dialog was dismissed.
pub fn write(session: &Session, _: Nothing) -> Result<Option<JobView>> {
    session.refuse_while_working()?;
    let nobody = |grid: &Grid| grid.rows.is_empty() && grid.outside.is_empty();
    if session.file(|file| Ok(nobody(&Gathered::of(session, file, Readers::Others)?.grid)))? {
        return Err(Error::state("No return is accepted yet, so there is nobody to give feedback to.")
            .hint("Accept returns first."));
    }
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the feedback sheets") else {
        return Ok(None);
    };
    let work = move |session: &Session, progress: &Progress| written(session, progress, &folder);
    job::start(session, "feedback.write", work).map(Some)
}

/// Who is asked to return at present, whatever register the figures are of.
fn asked(file: &AuditFile, gathered: &Gathered) -> Result<BTreeSet<SettingId>> {
    let lines = register::lines(file.reader(), gathered.round.id)?.into_iter();
    Ok(lines.filter(|line| line.standing == Standing::Expected).map(|line| line.setting).collect())
}

/// All that the sheets of a round are made of.
pub(super) struct Made {
    gathered: Gathered,
    added: Added,
    asked: BTreeSet<SettingId>,
}

fn written(session: &Session, progress: &Progress, folder: &Path) -> Result<String> {
    let made = session.file(|file| {
        let gathered = Gathered::of(session, file, Readers::Others)?;
        let added = gathered.added(file, Paper::DslBriefing)?;
        let asked = asked(file, &gathered)?;
        Ok(Made { gathered: gathered.made_into_sheets(&added)?, added, asked })
    })?;
    // The first of them shares the figures for all, also where the rest is stopped.
    made.written(progress, folder, |gathered| keep(session, gathered))
}

/// The sheets as they were, of a file as it stood when they were written; none where the same figures do not come out.
pub(super) fn again(session: &Session, file: &AuditFile, wrote: &Wrote) -> Result<Option<Made>> {
    let past = Gathered::again(session, file, wrote)?;
    let Some(gathered) = past.filter(|past| wrote.recipe.against(&past.recipe).is_empty()) else {
        return Ok(None);
    };
    let added = again::words(file, &gathered, (wrote, Paper::DslBriefing))?;
    if wrote.recipe.sources.get(&Source::Words) != Some(&publication::words(&added)?) {
        return Ok(None);
    }
    let asked = asked(file, &gathered)?;
    Ok(Some(Made { gathered, added, asked }))
}

impl Made {
    /// Writes all of them into a folder; `kept` is asked once the first of them stand there.
    pub fn written(
        &self,
        progress: &Progress,
        folder: &Path,
        kept: impl Fn(&Gathered) -> Result<()>,
    ) -> Result<String> {
        let Self { gathered, added, asked } = self;
        let ground = gathered.ground(added);
        let sheets = Sheets::new(&ground, &gathered.grid, (&gathered.sizes, asked));
        let all = sheets.all();
        progress.expect(count(all.len()));
        let mut stand = 0;
        for chunk in all.chunks(CHUNK) {
            let write = |whose: &Whose<'_>| files(gathered, whose.row, sheets.sheet(*whose));
            let written = chunk.par_iter().map(write).collect::<Result<Vec<_>>>()?;
            for (whose, files) in chunk.iter().zip(written) {
                let name = name(gathered, whose.row);
                for (ending, bytes) in files {
                    save::whole(&folder.join(format!("{name}.{ending}")), &bytes)?;
                }
            }
            stand += chunk.len();
            if stand == chunk.len() {
                kept(gathered)?;
            }
            progress.step(count(chunk.len())).map_err(|error| stopped(error, stand))?;
        }
        Ok(told(stand, gathered.grid.outside.len()))
    }
}

fn told(stand: usize, outside: usize) -> String {
    let outside = match outside {
        0 => String::new(),
        1 => " 1 of them is of a return that is in no figure yet, and says so.".to_owned(),
        many => format!(" {many} of them are of returns that are in no figure yet, and say so."),
    };
    format!(
        "{stand} {} written, each in Word, as a PDF and as a workbook that its app opens.{outside} Nothing was sent: attach each to your own e-mail to that setting alone.",
        if stand == 1 { "feedback sheet is" } else { "feedback sheets are" }
    )
}

/// Keeps that sheets were written: once for a run, since the figures of the others are the same cells in each of them.
fn keep(session: &Session, gathered: &Gathered) -> Result<()> {
    session.file(|file| {
        file.transact(publication::WRITE, "Feedback sheets", |tx| {
            publication::record(tx, gathered.round.id, (FEEDBACK, "docx, pdf, xlsx"), &gathered.recipe)
        })
    })
}

/// What a setting gets: the sheet to read, twice, and the file that its app opens.
fn files(gathered: &Gathered, whose: &GridRow, sheet: Document) -> Result<[(&'static str, Vec<u8>); 3]> {
    let (docx, pdf) = (word::write(&sheet)?, pdf::write(&sheet)?);
    let urn = gathered.urns.get(&whose.setting);
    let file = FeedbackFile {
        partnership: gathered.partnership.clone(),
        round: gathered.round.label.clone(),
        setting: whose.who.name.to_string(),
        number: urn.map(|urn| format!("URN {urn}")).unwrap_or_default(),
        on: gathered.recipe.as_at.clone(),
        sheet,
    };
    Ok([("docx", docx), ("pdf", pdf), ("xlsx", feedback_file::write(&file)?)])
}

fn stopped(error: Error, stand: usize) -> Error {
    if error.kind == Kind::Stopped {
        Error::new(
            Kind::Stopped,
            format!("Stopped. The sheets written so far ({stand}) are whole and stay in the folder."),
        )
        .hint("Write them again into the same folder to have all of them.")
    } else {
        error
    }
}

/// The name of a sheet's files: the setting, and enough of its id that no two are the same.
fn name(gathered: &Gathered, row: &GridRow) -> String {
    let id: String = row.setting.to_string().chars().rev().take(6).collect();
    let full = save::file_name(&["Feedback", &row.who.name, &gathered.round.label, &id], "x");
    full.trim_end_matches(".x").to_owned()
}
