//! Charts made from tables of figures: each with its title, its caption, what it says in words, and its table beside it.
//!
//! Pure. Every part has a pattern and its word, every row its figure, so that no colour stands alone; a figure that is
//! hidden in the table is hidden in the drawing. Refuses to know: the file, and what a paper does with a chart.

mod bars;
mod dots;
mod heat;
mod native;
mod over_time;
pub mod png;
mod rows;
mod spread;
mod stacked;
pub mod svg;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use bars::{Aim, bars};
pub use dots::{ladder, moves};
pub use heat::heat;
pub use native::{Native, NativeKind};
pub use over_time::over_time;
pub use spread::{Spread, spread, spread_table};
pub use stacked::{Whole, from_bars, part, stacked};

use super::bars::Fill;
use super::drawing::Drawing;
use crate::analysis::table::{Cell, Table};

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Chart {
    /// What it is called among the charts: `C1`.
    pub code: String,
    /// What it shows.
    pub title: String,
    /// Whose figures, of which round, from how many returns.
    pub caption: String,
    /// What is to be seen in it, in words.
    pub said: String,
    /// What must be known to read it, where it stands by itself; empty where its drawing says all.
    #[serde(default)]
    pub note: String,
    /// It as SVG.
    pub svg: String,
    /// How a workbook draws it itself, where one can.
    pub native: Option<Native>,
    /// The same figures.
    pub table: Table,
    /// What is drawn.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub drawing: Drawing,
}

impl Chart {
    /// A chart of a table.
    fn of(code: &str, title: &str, (drawing, said): (Drawing, String), table: &Table) -> Self {
        let written = svg::svg(&drawing, title, &said);
        Self {
            code: code.to_owned(),
            title: title.to_owned(),
            caption: table.caption.clone(),
            said,
            note: String::new(),
            svg: written,
            native: None,
            table: table.clone(),
            drawing,
        }
    }

    /// The same chart, drawn by a workbook from some columns of its table.
    fn drawn_by(mut self, kind: NativeKind, columns: &[usize]) -> Self {
        let columns = columns.iter().filter_map(|column| u16::try_from(*column).ok()).collect();
        self.native = Some(Native { kind, columns, fills: Vec::new() });
        self
    }

    /// The same, its series filled as they are in the drawing.
    fn filled(mut self, fills: Vec<Fill>) -> Self {
        if let Some(native) = &mut self.native {
            native.fills = fills;
        }
        self
    }

    /// The same, with what must be known to read it.
    pub fn noted(self, note: &str) -> Self {
        Self { note: note.to_owned(), ..self }
    }

    /// Whether every figure in it is hidden.
    pub fn is_hidden(&self) -> bool {
        let cells = || self.table.rows.iter().flatten();
        cells().any(|cell| *cell == Cell::hidden()) && cells().all(|cell| cell.count.is_none())
    }

    /// Whether there is anything to be seen in it.
    pub fn is_empty(&self) -> bool {
        self.table.rows.is_empty()
    }
}

/// The place of a column by its heading.
pub fn column(table: &Table, label: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.label == label)
}

/// A share in thousandths; none where it is hidden or has no base.
fn thousandths(cell: &Cell) -> Option<i32> {
    let (count, base) = (u64::from(cell.count?), u64::from(cell.base?));
    let share = (count * 1000 + base / 2).checked_div(base)?;
    i32::try_from(share).ok()
}

/// Whether a figure is not shown to those who read it.
fn hidden(cell: &Cell) -> bool {
    *cell == Cell::hidden()
}

/// So much of a place as a number of dots.
fn of(whole: i32, thousandths: i32) -> i32 {
    whole * thousandths / 1000
}

fn dots(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
