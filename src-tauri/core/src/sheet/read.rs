//! The cells of a guarded workbook, streamed into our own type and bounded on the way.
//!
//! A formula is marked, because its cached value is never an answer. Refuses to know: what a cell is for.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx};

use super::guard::Guarded;
use super::place::{LAST_COLUMN, LAST_ROW, Place};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};

/// The most cells with content that are kept of a whole workbook.
const MOST_CELLS: usize = 2_000_000;

/// A workbook as cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// Its custom properties, by name.
    pub properties: BTreeMap<String, String>,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name, for people; never for finding anything.
    pub name: String,
    /// Its rows with content, counted from 0, each with its columns.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

/// One cell with content.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub content: Content,
    /// Whether that came out of a formula.
    pub formula: bool,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// TRUE or FALSE.
    Truth(bool),
    /// A date, or date and time, by the count of days that Excel keeps (1900 system).
    Date(f64),
    /// A date as ISO 8601 text.
    IsoDate(String),
    /// A length of time.
    Duration(String),
    /// An error such as `#REF!`.
    Error(&'static str),
}

impl Cell {
    /// The text as a person sees it; dates as ISO dates.
    pub fn text(&self) -> String {
        match &self.content {
            Content::Text(text) => text.to_string(),
            Content::Number(number) => number.to_string(),
            Content::Truth(true) => "TRUE".to_owned(),
            Content::Truth(false) => "FALSE".to_owned(),
            Content::Date(days) => iso_date(*days),
            Content::IsoDate(text) | Content::Duration(text) => text.clone(),
            Content::Error(name) => (*name).to_owned(),
        }
    }
}

fn iso_date(days: f64) -> String {
    let base = chrono::NaiveDate::from_ymd_opt(1899, 12, 30).expect("the first day of Excel's calendar");
    let whole = chrono::TimeDelta::try_days(days.floor() as i64);
    whole
        .and_then(|whole| base.checked_add_signed(whole))
        .map_or_else(|| days.to_string(), |date| date.to_string())
}

impl Sheet {
    /// The cell at a place.
    pub fn cell(&self, place: Place) -> Option<&Cell> {
        self.rows.get(&place.row)?.get(&place.column)
    }

    /// The text at a place; empty where there is nothing.
    pub fn text(&self, place: Place) -> String {
        self.cell(place).map(Cell::text).unwrap_or_default()
    }

    /// A place on this sheet in words: `Sheet 'Cover', cell B4`.
    pub fn at(&self, place: Place) -> String {
        format!("Sheet '{}', cell {place}", self.name)
    }
}

/// Reads every sheet of a guarded workbook; a sheet that cannot be read is left out and said.
pub fn read(guarded: Guarded) -> Result<Read<Book>> {
    let mut book = Book { properties: guarded.properties.into_iter().collect(), ..Book::default() };
    let mut problems = Vec::new();
    let mut xlsx = Xlsx::new(Cursor::new(guarded.package)).map_err(|_| unsound())?;
    let names: Vec<(String, SheetVisible)> =
        xlsx.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    let mut room = MOST_CELLS;
    for (name, _) in names {
        let mut sheet = Sheet { name, ..Sheet::default() };
        if fill(&mut xlsx, &mut sheet, &mut room).is_none() {
            problems.push(unreadable(&sheet.name));
        }
        book.sheets.push(sheet);
    }
    Ok(Read { value: book, problems })
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
        sheet.rows.entry(row).or_default().insert(column, Cell { content, formula });
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
