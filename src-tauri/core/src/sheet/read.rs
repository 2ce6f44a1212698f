//! The cells of a guarded workbook, streamed into our own type and bounded on the way.
//!
//! A formula is marked, because its cached value is never an answer. Refuses to know: what a cell is for.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx};

use super::book::{Area, Book, Cell, Content, Name, Sheet};
use super::guard::{self, Guarded};
use super::place::{LAST_COLUMN, LAST_ROW, Place};
use super::sorted::Sorted;
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};

/// The most cells with content that are kept of a whole workbook.
const MOST_CELLS: usize = 2_000_000;

/// Takes a file from outside through the guard and reads it.
pub fn open(bytes: &[u8]) -> Result<Read<Book>> {
    let guarded = guard::open(bytes)?;
    let book = read(guarded.value)?;
    Ok(Read { value: book.value, problems: [guarded.problems, book.problems].concat() })
}

/// Reads every sheet of a guarded workbook; a sheet that cannot be read is left out and said.
pub fn read(guarded: Guarded) -> Result<Read<Book>> {
    let mut book = Book { properties: guarded.properties.into_iter().collect(), ..Book::default() };
    let mut problems = Vec::new();
    let mut xlsx = Xlsx::new(Cursor::new(guarded.package)).map_err(|_| unsound())?;
    book.names = xlsx.defined_names().iter().filter_map(|(name, formula)| named(name, formula)).collect();
    let later = xlsx.has_1904_epoch();
    let names: Vec<(String, SheetVisible)> =
        xlsx.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    let mut room = MOST_CELLS;
    for (name, visible) in names {
        let hidden = !matches!(visible, SheetVisible::Visible);
        let mut sheet = Sheet { name, hidden, ..Sheet::default() };
        if fill(&mut xlsx, &mut sheet, &mut room).is_none() {
            problems.push(unreadable(&sheet.name));
        }
        merges(&mut xlsx, &mut sheet);
        if later {
            turn(&mut sheet);
        }
        book.sheets.push(sheet);
    }
    Ok(Read { value: book, problems })
}

/// A name that stands for one area of a sheet.
fn named(name: &str, formula: &str) -> Option<Name> {
    let (sheet, area) = formula.trim_start_matches('=').rsplit_once('!')?;
    let sheet =
        sheet.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')).unwrap_or(sheet).replace("''", "'");
    Some(Name { name: name.to_owned(), sheet, area: Area::parse(area)? })
}

fn merges(xlsx: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &mut Sheet) {
    let Ok(found) = xlsx.merge_cells_by_sheet_name(&sheet.name) else { return };
    let corner = |(row, column)| Place::new(row, column);
    sheet.merged = found.iter().map(|it| Area { from: corner(it.start), to: corner(it.end) }).collect();
}

/// Turns the dates of a sheet that counts its days from 1904.
fn turn(sheet: &mut Sheet) {
    for cell in sheet.rows.values_mut().flat_map(Sorted::values_mut) {
        if let Content::Date(days) = &mut cell.content {
            *days += 1462.0;
        }
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
        format!("The sheet \u{2018}{name}\u{2019} could not be read to its end; what stands after the fault is missing."),
    )
    .hint("Open the workbook in Excel, look at that sheet, save it under a new name and read it again.")
}

/// Streams the cells in; none if the sheet breaks off or there is no more room.
fn fill(xlsx: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &mut Sheet, room: &mut usize) -> Option<()> {
    let mut cells = xlsx.worksheet_cells_reader(&sheet.name).ok()?;
    let mut shared = Shared::default();
    while let Some(record) = cells.next_cell_with_formula_metadata().ok()? {
        let (row, column) = record.pos;
        let formula = record.formula.is_some();
        let Some(content) = content(record.value, &mut shared) else { continue };
        if row > LAST_ROW || column > LAST_COLUMN || *room == 0 {
            return None;
        }
        *room -= 1;
        sheet.rows.or_insert_with(row, Sorted::default).insert(column, Cell { content, formula });
    }
    Some(())
}

/// One copy of each shared text, however often it is used.
#[derive(Default)]
struct Shared(HashMap<usize, Arc<str>>);

impl Shared {
    fn text(&mut self, text: &str) -> Arc<str> {
        self.0.entry(text.as_ptr() as usize).or_insert_with(|| Arc::from(text)).clone()
    }
}

fn content(value: DataRef<'_>, shared: &mut Shared) -> Option<Content> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) if text.is_empty() => return None,
        DataRef::SharedString("") => return None,
        DataRef::String(text) => Content::Text(Arc::from(text)),
        DataRef::SharedString(text) => Content::Text(shared.text(text)),
        DataRef::Int(number) => Content::Number(number as f64),
        DataRef::Float(number) => Content::Number(number),
        DataRef::Bool(truth) => Content::Truth(truth),
        DataRef::DateTime(date) => date_or_duration(&date),
        DataRef::DateTimeIso(text) => Content::IsoDate(text),
        DataRef::DurationIso(text) => Content::Duration(text),
        DataRef::Error(error) => Content::Error(error_name(&error)),
    })
}

fn date_or_duration(date: &ExcelDateTime) -> Content {
    if date.is_duration() {
        Content::Duration(date.as_f64().to_string())
    } else {
        Content::Date(date.as_f64())
    }
}

fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
