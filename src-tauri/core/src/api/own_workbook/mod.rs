//! Making an audit tool from a partnership's own workbook: opened, guessed, put right step by step, made.
//!
//! No file needs to be open for it. What is made stands on the shelf with the workbook it came from, and both go
//! into every file that an audit is begun in with it.

mod bench;
mod picture;
mod show;
mod write;

use serde::Deserialize;

pub use bench::Bench;
pub use picture::{PictureCell, PictureColumn, PictureRow, SheetPicture};
pub use show::{AskedLine, BecameLine, BecameWord, ScaleWords, SheetLine, WordLine, WorkbookView};
pub(super) use write::keep_with;
pub use write::{OwnWorkbookOffer, offered, write};

use super::call::Nothing;
use super::session::Session;
use super::template::{TemplateOpened, made};
use crate::error::{Error, Result};
use crate::own_workbook::{self, OwnWorkbook};
use crate::problem::{Problem, Severity};
use crate::template::Template;
use crate::workbook::foreign::{self, Correction, Mapping};
use bench::Opened;

/// One step of putting a guess right.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Correcting {
    /// The step.
    pub step: Correction,
}

/// A sheet of the open workbook.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WhichSheet {
    /// Its place.
    pub sheet: u32,
    /// The first row of it that is wanted.
    #[serde(default)]
    pub from: u32,
}

/// `own_workbook.open`: asks for a workbook and guesses; none where the dialog was dismissed.
pub fn open(session: &Session, _: Nothing) -> Result<Option<WorkbookView>> {
    let picked = session.desktop().pick_files("Open your partnership\u{2019}s workbook", &["xlsx", "xlsm"]);
    let Some(path) = picked.and_then(|paths| paths.into_iter().next()) else { return Ok(None) };
    let name = super::save::name(&path);
    let bytes = super::template::bytes(&path, &name)?;
    let read = session.reads()?.see(&name, &bytes)?;
    let opened = Opened::new(name, bytes, read, &earlier(session), session.world().today());
    let view = show::view(&opened);
    session.bench().open = Some(opened);
    Ok(Some(view))
}

/// How workbooks were understood before: in this sitting, then in the open file.
fn earlier(session: &Session) -> Vec<Mapping> {
    let mut known: Vec<Mapping> =
        session.bench().made.iter().rev().map(|(_, made)| made.mapping.clone()).collect();
    known.extend(session.file(|file| own_workbook::mappings(file.reader())).unwrap_or_default());
    known
}

/// `own_workbook.show`: none where none is open.
pub fn show(session: &Session, _: Nothing) -> Result<Option<WorkbookView>> {
    Ok(session.bench().open.as_ref().map(show::view))
}

/// `own_workbook.sheet`.
pub fn sheet(session: &Session, which: WhichSheet) -> Result<SheetPicture> {
    on_bench(session, |opened| picture::picture(opened, which.sheet, which.from))
}

/// `own_workbook.correct`.
pub fn correct(session: &Session, correcting: Correcting) -> Result<WorkbookView> {
    on_bench(session, |opened| {
        opened.correct(&correcting.step)?;
        Ok(show::view(opened))
    })
}

/// `own_workbook.undo`: takes the last step back.
pub fn undo(session: &Session, _: Nothing) -> Result<WorkbookView> {
    on_bench(session, |opened| {
        opened.undo();
        Ok(show::view(opened))
    })
}

/// `own_workbook.afresh`: guesses again, without what was known of an earlier workbook.
pub fn afresh(session: &Session, _: Nothing) -> Result<WorkbookView> {
    let today = session.world().today();
    on_bench(session, |opened| {
        opened.afresh(today);
        Ok(show::view(opened))
    })
}

/// `own_workbook.make`: the audit tool, on the shelf if it is sound; every fault otherwise.
pub fn make(session: &Session, _: Nothing) -> Result<TemplateOpened> {
    let (workbook, read) = on_bench(session, |opened| {
        let read = foreign::template(opened.mapping(), opened.earlier.as_ref());
        Ok((opened.workbook(), read))
    })?;
    if let Some(scale) = workbook.mapping.scales.iter().find(|scale| !scale.confirmed) {
        let words: Vec<&str> = scale.levels.iter().map(|level| level.word.as_str()).collect();
        return Err(Error::input(format!(
            "Nobody has confirmed yet what \u{201c}{}\u{201d} mean.",
            words.join(", ")
        ))
        .hint("Look at the meaning of each word, then confirm them."));
    }
    let key = read.value.as_ref().map(Template::key);
    let opened = made(session, &workbook.name, read)?;
    if let Some(key) = key.filter(|_| opened.sheet.is_some()) {
        keep_made(session, &key, workbook);
    }
    Ok(opened)
}

/// A partnership's open file keeps it at once, so that filled workbooks can be taken in there.
fn keep_in_open_file(session: &Session, key: &str) {
    let kept = session.file(|file| keep_with(session, file, key));
    // Without an open file, or with one that can only be read, it is kept when an audit is begun.
    drop(kept);
}

fn on_bench<T>(session: &Session, work: impl FnOnce(&mut Opened) -> Result<T>) -> Result<T> {
    let mut bench = session.bench();
    let opened = bench.open.as_mut().ok_or_else(|| {
        Error::state("No workbook is open to make an audit tool from.")
            .hint("Open your partnership\u{2019}s workbook first.")
    })?;
    work(opened)
}

/// A tool's text with the workbook that it came of, where that is at hand.
pub(super) fn with_workbook(session: &Session, key: &str, tool: String) -> String {
    let kept = || session.file(|file| own_workbook::of(file.reader(), key)).ok().flatten();
    match made_with(session, key).or_else(kept) {
        Some(workbook) => own_workbook::enclose(&tool, &workbook),
        None => tool,
    }
}

/// Keeps the workbook that came inside a tool's text as if the tool had been made here; what keeps it from that is said.
pub(super) fn keep_enclosed(session: &Session, name: &str, text: &str, tool: &Template) -> Option<Problem> {
    match own_workbook::enclosed(text, tool) {
        Ok(Some(workbook)) => keep_made(session, &tool.key(), workbook),
        Ok(None) => {}
        Err(error) => return Some(Problem::new(Severity::Question, name, error.message).hint(error.hint)),
    }
    None
}

fn keep_made(session: &Session, key: &str, workbook: OwnWorkbook) {
    let mut bench = session.bench();
    bench.made.retain(|(other, _)| other != key);
    bench.made.push((key.to_owned(), workbook));
    drop(bench);
    keep_in_open_file(session, key);
}

/// The workbook that an audit tool was made from in this sitting.
fn made_with(session: &Session, key: &str) -> Option<OwnWorkbook> {
    session.bench().made.iter().find(|(known, _)| known == key).map(|(_, workbook)| workbook.clone())
}
