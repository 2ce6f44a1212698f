//! A guarded workbook as cells: its own list says where its sheets are, and one walk takes each.
//!
//! A formula is marked, because its cached value is never an answer. Refuses to know: what a cell is for.

use std::borrow::Borrow;
use std::cell::RefCell;

use super::book::{Book, Sheet};
use super::guard::{self, Guarded};
use super::outline::{self, Listed, Outline, Relation};
use super::place::Place;
use super::scan::{Counted, Ground, scan};
use super::strings::{Room, strings};
use super::styles::styles;
use super::xml::Fault;
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};

/// Room for a part that is larger than this is not kept for the next one.
const LARGEST_KEPT: usize = 4 * 1024 * 1024;

/// Takes a file from outside through the guard and reads it.
pub fn open(bytes: &[u8]) -> Result<Read<Book>> {
    let guarded = guard::open(bytes)?;
    let book = read(&guarded.value)?;
    Ok(Read { value: book.value, problems: [guarded.problems, book.problems].concat() })
}

/// Reads every sheet of a guarded workbook; what cannot be read of it is said.
pub fn read<'a>(guarded: impl Borrow<Guarded<'a>>) -> Result<Read<Book>> {
    let package = Package::of(guarded.borrow())?;
    let Outline { sheets, names, from_1904 } =
        package.walk(&package.workbook, outline::outline)?.unwrap_or_default();
    let properties = package.walk("docprops/custom.xml", outline::properties)?.unwrap_or_default();
    let mut ground = package.ground(from_1904)?;
    let (mut book, mut problems) = (Book { names, properties, ..Book::default() }, Vec::new());
    let mut taken = Vec::new();
    for listed in &sheets {
        let part = package.part_of(listed).filter(|part| !taken.contains(part));
        let mut sheet = Sheet { name: listed.name.clone(), hidden: listed.hidden, ..Sheet::default() };
        match part.map(|part| package.walk(part, |bytes| scan(bytes, &mut sheet, &mut ground))).transpose()? {
            Some(Some(lost)) => {
                problems.extend(lost.unread.map(|(first, count)| unread_cells(&sheet, first, count)));
                problems.extend(cut_texts(&sheet, &lost.cut));
            }
            Some(None) | None => problems.push(unreadable(&sheet.name)),
        }
        taken.extend(part);
        book.sheets.push(sheet);
    }
    Ok(Read { value: book, problems })
}

/// A guarded package with the names of its parts.
struct Package<'g, 'a> {
    guarded: &'g Guarded<'a>,
    workbook: String,
    folder: String,
    relations: Vec<Relation>,
    /// Where one part after the other is unpacked.
    room: RefCell<Vec<u8>>,
}

impl<'g, 'a> Package<'g, 'a> {
    fn of(guarded: &'g Guarded<'a>) -> Result<Self> {
        let (workbook, folder, relations, room) = Default::default();
        let mut package = Self { guarded, workbook, folder, relations, room };
        let top = package.walk("_rels/.rels", |part| outline::relations(part, ""))?.unwrap_or_default();
        let said = top.into_iter().find(|it| it.kind == "officeDocument").map(|it| it.part);
        package.workbook = said.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = package.workbook.rsplit_once('/').unwrap_or(("", &package.workbook));
        let relations = format!("{folder}/_rels/{file}.rels");
        let folder = folder.to_owned();
        if !guarded.holds(&package.workbook) {
            return Err(guarded.stranger());
        }
        package.relations = package
            .walk(relations.trim_start_matches('/'), |part| outline::relations(part, &folder))?
            .ok_or_else(unsound)?;
        package.folder = folder;
        Ok(package)
    }

    /// Walks over a part; none where the file has no such part.
    fn walk<T>(
        &self,
        name: &str,
        walk: impl FnOnce(&[u8]) -> std::result::Result<T, Fault>,
    ) -> Result<Option<T>> {
        let mut room = self.room.borrow_mut();
        let Some(part) = self.guarded.take(name, &mut room) else { return Ok(None) };
        let walked = walk(part?).map(Some).map_err(|fault| guard::faulty(name, &fault));
        if room.len() > LARGEST_KEPT {
            *room = Vec::new();
        }
        walked
    }

    fn ground(&self, from_1904: bool) -> Result<Ground> {
        let mut room = Room::default();
        let texts = self.named("sharedStrings");
        let strings = self.walk(&texts, |part| strings(part, &mut room))?.unwrap_or_default();
        let styles = self.walk(&self.named("styles"), styles)?.unwrap_or_default();
        Ok(Ground { strings, styles, from_1904, room, counted: Counted::default() })
    }

    /// The part of a kind of which there is one.
    fn named(&self, kind: &str) -> String {
        let said = self.relations.iter().find(|relation| relation.kind == kind).map(|it| it.part.clone());
        said.unwrap_or_else(|| format!("{}/{}.xml", self.folder, kind.to_lowercase()))
    }

    /// The part of a sheet; only those that are said to be sheets of cells.
    fn part_of(&self, listed: &Listed) -> Option<&str> {
        self.relations.iter().find(|relation| relation.id == listed.relation).map(|it| it.part.as_str())
    }
}

fn unsound() -> Error {
    Error::input("This file is an Excel package, but its list of sheets, texts or styles is damaged.")
        .hint("Open it in Excel, let Excel repair it, save it under a new name and try again.")
}

fn unreadable(name: &str) -> Problem {
    Problem::new(
        Severity::Question,
        format!("Sheet '{name}'"),
        format!("The sheet \u{2018}{name}\u{2019} could not be read; what stands on it is missing."),
    )
    .hint("Open the workbook in Excel, look at that sheet, save it under a new name and read it again.")
}

/// The cells of whose text only the beginning was taken; of very many the first.
fn cut_texts(sheet: &Sheet, places: &[Place]) -> Vec<Problem> {
    const MOST_SAID: usize = 100;
    let more = places.len().saturating_sub(MOST_SAID);
    let said = |(at, place): (usize, &Place)| {
        let also = if more > 0 && at + 1 == MOST_SAID {
            format!(" So it is in {more} more.")
        } else {
            String::new()
        };
        let message = format!(
            "This cell holds more text than Excel itself can hold, which is 32,767 characters; only so much of its beginning was taken.{also}"
        );
        Problem::new(Severity::Question, sheet.at(*place), message)
            .hint("Open the workbook in the program that wrote it, and copy the rest of the text over.")
    };
    places.iter().take(MOST_SAID).enumerate().map(said).collect()
}

fn unread_cells(sheet: &Sheet, first: Place, count: usize) -> Problem {
    let message = match count {
        1 => "This cell holds something that cannot be read; it was taken as blank.".to_owned(),
        _ => format!(
            "This cell and {} more hold something that cannot be read; they were taken as blank.",
            count - 1
        ),
    };
    Problem::new(Severity::Question, sheet.at(first), message)
        .hint("Open the workbook in Excel, look at that sheet, save it under a new name and read it again.")
}
