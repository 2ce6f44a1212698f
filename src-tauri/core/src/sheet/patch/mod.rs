//! Changing cells in somebody else's package: what is changed is rewritten, every other part is copied raw.
//!
//! Texts are written into their cells, so that the list of shared texts stays as it was; no formula is added or
//! taken away, so that the calculation chain holds. Where the workbook has formulas, their kept results are of the
//! old cells: they are taken out, and one attribute asks the program that opens it to work them out again. (Excel
//! goes by the attribute, LibreOffice by the missing results.)
//! Refuses to know: which cells should be changed, and why.

mod cell;
mod recalculate;
mod results;
mod rewrite;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Area, Place, parts};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};
use crate::text::short;

/// No part is taken to be larger than this when it is inflated; the guard lets no larger one in.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What is written into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, as it is.
    Text(String),
    /// A number.
    Number(f64),
}

/// A cell that gets another value.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The sheet, by its place in the workbook.
    pub sheet: usize,
    /// The cell.
    pub place: Place,
    /// What is written into it; its format stays.
    pub value: Value,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The package with some cells changed; a cell that holds a formula is left, and said.
pub fn patch(original: &[u8], changes: &[Change]) -> Result<Read<Vec<u8>>> {
    super::open(original)?;
    let mut archive = ZipArchive::new(Cursor::new(original)).map_err(|_| unsound())?;
    let workbook = part(&mut archive, parts::WORKBOOK)?;
    let relations = part(&mut archive, parts::RELATIONS)?;
    let sheets = parts::sheets(&workbook, &relations);
    let mut problems = signed(&archive);
    let mut written = BTreeMap::new();
    for (sheet, cells) in by_sheet(changes) {
        let Some(found) = sheets.get(sheet) else { return Err(unsound()) };
        let before = part(&mut archive, &found.part)?;
        let cells = anchored(&before, cells);
        let cells = cells.iter().map(|(place, value)| (*place, value)).collect();
        let (after, kept) = rewrite::sheet(&before, &cells).ok_or_else(unsound)?;
        problems.extend(kept.into_iter().map(|place| holds_formula(&found.name, place)));
        if after != before {
            written.insert(found.part.to_lowercase(), after);
        }
    }
    if !written.is_empty() && forget_results(&mut archive, &sheets, &mut written)? {
        let asked = recalculate::asked(&workbook).ok_or_else(unsound)?;
        if asked != workbook {
            written.insert(parts::WORKBOOK.to_owned(), asked);
        }
    }
    Ok(Read { value: packed(archive, &written)?, problems })
}

/// Changes by sheet and cell; the last one of a cell holds.
fn by_sheet(changes: &[Change]) -> BTreeMap<usize, BTreeMap<Place, &Value>> {
    let mut sheets: BTreeMap<usize, BTreeMap<Place, &Value>> = BTreeMap::new();
    for change in changes {
        sheets.entry(change.sheet).or_default().insert(change.place, &change.value);
    }
    sheets
}

/// Values of cells within a merged area go to its first cell, texts of several one below the other.
fn anchored(xml: &str, cells: BTreeMap<Place, &Value>) -> BTreeMap<Place, Value> {
    let mut merged = Vec::new();
    parts::each(xml, |element| {
        if element.local_name().as_ref() == "mergeCell" {
            merged.extend(parts::attribute(element, "ref").and_then(|area| Area::parse(&area)));
        }
    });
    let mut found: BTreeMap<Place, Value> = BTreeMap::new();
    for (place, value) in cells {
        let anchor = merged.iter().find(|area| area.holds(place)).map_or(place, |area| area.from);
        match (found.get_mut(&anchor), value) {
            (Some(Value::Text(before)), Value::Text(text)) => before.push_str(&format!("\n{text}")),
            (Some(_), _) => {}
            (None, value) => drop(found.insert(anchor, value.clone())),
        }
    }
    found
}

fn named(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// A part by its name, whatever its case.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<String> {
    let wanted = named(name);
    let found = (0..archive.len()).find(|index| entry_name(archive, *index) == wanted);
    let entry = archive.by_index(found.ok_or_else(unsound)?).map_err(|_| unsound())?;
    let mut text = String::new();
    entry.take(LARGEST).read_to_string(&mut text).map_err(|_| unsound())?;
    Ok(text)
}

fn entry_name(archive: &Archive<'_>, index: usize) -> String {
    archive.name_for_index(index).and_then(|name| name.ok()).map(|name| named(&name)).unwrap_or_default()
}

/// Takes the kept results of every formula out; says whether there was one.
fn forget_results(
    archive: &mut Archive<'_>,
    sheets: &[parts::Part],
    written: &mut BTreeMap<String, String>,
) -> Result<bool> {
    let mut any = false;
    for sheet in sheets {
        let name = sheet.part.to_lowercase();
        let xml = match written.get(&name) {
            Some(xml) => xml.clone(),
            None => part(archive, &sheet.part)?,
        };
        let mut formulas = false;
        parts::each(&xml, |element| {
            formulas |= element.local_name().as_ref() == "f" && element.name().as_ref() != "xm:f";
        });
        any |= formulas;
        let bare = results::forgotten(&xml).filter(|_| formulas);
        if let Some(bare) = bare.filter(|bare| *bare != xml) {
            written.insert(name, bare);
        }
    }
    Ok(any)
}

/// Every entry in its order: rewritten, or copied as it lies there.
fn packed(mut archive: Archive<'_>, written: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let name = entry_name(&archive, index);
        let entry = archive.by_index_raw(index).map_err(|_| unsound())?;
        let Some(text) = written.get(&name) else {
            out.raw_copy_file(entry).map_err(|_| unsound())?;
            continue;
        };
        let mut options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        if let Some(time) = entry.last_modified() {
            options = options.last_modified_time(time);
        }
        let kept = String::from_utf8_lossy(entry.name_raw()).into_owned();
        out.start_file(kept, options).map_err(|_| unsound())?;
        out.write_all(text.as_bytes()).map_err(|_| unsound())?;
    }
    Ok(out.finish().map_err(|_| unsound())?.into_inner())
}

fn signed(archive: &Archive<'_>) -> Vec<Problem> {
    let signed = (0..archive.len()).any(|index| entry_name(archive, index).starts_with("_xmlsignatures/"));
    let message =
        "This workbook carries a digital signature, which no longer fits once answers are written into it.";
    let problem = Problem::new(Severity::Note, "The workbook", message)
        .hint("Excel will say so when it is opened; the partnership can sign it again.");
    signed.then_some(problem).into_iter().collect()
}

fn holds_formula(sheet: &str, place: Place) -> Problem {
    let message = "This cell works its value out with a formula, so nothing was written into it.";
    Problem::new(Severity::Question, format!("Sheet \u{2018}{}\u{2019}, cell {place}", short(sheet)), message)
        .hint("Look whether it is the right cell; if it is, clear the formula in the original workbook.")
}

fn unsound() -> Error {
    Error::input("This workbook could not be filled in: its sheets could not be followed to their end.")
        .hint("Open it in Excel, save it under a new name as .xlsx, and make the audit tool from that.")
}

#[cfg(test)]
mod tests;
