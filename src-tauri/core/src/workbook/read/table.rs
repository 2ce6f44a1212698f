//! The rows of a table beside the answers, found by its headings, each with what goes on below it.
//!
//! Refuses to know: what the columns mean.

use super::heads::{Headed, Heads};
use super::value;
use crate::problem::Problem;
use crate::sheet::{Cell, Place, Sheet};
use crate::text::normal;
use crate::workbook::long;
use crate::workbook::onward;
use crate::workbook::tables::{Holds, Table};

/// A row of a table.
pub struct Line {
    number: String,
    cells: Vec<Option<(Cell, String)>>,
    parts: Vec<Vec<String>>,
    /// Where it starts.
    pub source: String,
}

/// The rows of a table that hold anything; none where the workbook has no such table.
pub fn read(sheets: &[Headed<'_>], table: &Table, problems: &mut Vec<Problem>) -> Option<Vec<Line>> {
    let mut found: Option<Vec<Line>> = None;
    for headed in sheets {
        let mut places = None;
        for row in headed.sheet.rows.keys() {
            match (headed.heads.get(row), places) {
                (Some(Heads::Beside(name, fresh)), _) if *name == table.name => {
                    places = Some(fresh);
                    found.get_or_insert_default();
                }
                (Some(Heads::Beside(..) | Heads::Answers(_)), _) => places = None,
                (None, Some(places)) => {
                    let line = line(headed.sheet, *row, table, places, problems);
                    keep(found.get_or_insert_default(), line);
                }
                (None, None) => {}
            }
        }
    }
    found
}

fn line(sheet: &Sheet, row: u32, table: &Table, places: &[Option<u32>], problems: &mut Vec<Problem>) -> Line {
    let cell = |(heading, at): (&crate::workbook::tables::Heading, &Option<u32>)| {
        let place = Place::new(row, (*at)?);
        let cell = match heading.holds {
            Holds::Number | Holds::Key => sheet.cell(place),
            Holds::Text | Holds::Day | Holds::State | Holds::Origin => {
                sheet.cell(place).and_then(|cell| value::plain(cell, &|| sheet.at(place), problems))
            }
        };
        cell.map(|cell| (cell.clone(), sheet.at(place)))
    };
    let cells: Vec<Option<(Cell, String)>> = table.columns.iter().zip(places).map(cell).collect();
    let first = places.iter().flatten().next().copied().unwrap_or(0);
    let number =
        cells.first().and_then(Option::as_ref).map(|(cell, _)| normal(&cell.shown())).unwrap_or_default();
    Line { number, cells, parts: Vec::new(), source: sheet.at(Place::new(row, first)) }
}

/// Keeps a row that holds anything: as a row of its own, or as a part of the one it goes on with.
fn keep(lines: &mut Vec<Line>, line: Line) {
    let texts: Vec<String> = (0..line.cells.len()).map(|column| line.here(column)).collect();
    let typed = texts.iter().zip(&line.cells).skip(1);
    if typed.clone().all(|(text, _)| text.is_empty()) {
        return;
    }
    let (number, part) = onward::split(&line.number);
    let goes_on =
        part.is_some() || (number.is_empty() && typed.clone().any(|(text, _)| text.starts_with('\u{2026}')));
    let named = lines.iter().rposition(|it| part.is_some() && it.number == number);
    match named.or_else(|| lines.len().checked_sub(1)).filter(|_| goes_on) {
        Some(above) => lines[above].parts.push(texts),
        None => lines.push(line),
    }
}

impl Line {
    fn here(&self, column: usize) -> String {
        self.cells
            .get(column)
            .and_then(Option::as_ref)
            .map(|(cell, _)| normal(&cell.shown()))
            .unwrap_or_default()
    }

    /// The whole text of a column.
    pub fn text(&self, column: usize) -> String {
        let on = self.parts.iter().map(|texts| texts.get(column).cloned().unwrap_or_default());
        long::whole([self.here(column)].into_iter().chain(on))
    }

    /// A column's date; what is none is said.
    pub fn day(&self, column: usize, problems: &mut Vec<Problem>) -> Option<chrono::NaiveDate> {
        let (cell, place) = self.cells.get(column)?.as_ref()?;
        let typed = normal(&cell.shown());
        if typed.trim().is_empty() {
            return None;
        }
        value::date(cell, &typed, place, problems)?.parse().ok()
    }

    /// Where a column of it stands.
    pub fn place(&self, column: usize) -> &str {
        self.cells.get(column).and_then(Option::as_ref).map_or(&self.source, |(_, place)| place)
    }
}
