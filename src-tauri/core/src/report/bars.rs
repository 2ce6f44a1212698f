//! A stacked bar a row: parts of a whole, each with its label and number, so that no colour stands alone.
//!
//! Refuses to know: how it is drawn, and what is counted.

use serde::{Deserialize, Serialize};

use crate::analysis::table::{Cell, Column, ColumnKind, Table};

/// Bars under one title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bars {
    /// What they show.
    pub title: String,
    /// Whose figures, and what the base is.
    pub caption: String,
    /// What a row is.
    pub row: String,
    /// What the share beside each bar is of.
    pub share: String,
    /// The parts, in the order they are stacked.
    pub parts: Vec<BarPart>,
    /// The bars.
    pub rows: Vec<Bar>,
    /// What must be known to read them.
    pub notes: Vec<String>,
}

/// A part of every bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BarPart {
    /// Its words.
    pub label: String,
    /// How it is filled.
    pub fill: Fill,
}

/// A fill, from dark to light and by pattern, to be told apart without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Fill {
    /// The darkest.
    Deepest,
    /// Dark.
    Deep,
    /// Between.
    Middle,
    /// Light.
    Light,
    /// Hatched: to be seen at once.
    Hatched,
    /// Dotted: it does not apply.
    Dotted,
    /// Empty: nothing there yet.
    Empty,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// A number for each part.
    pub counts: Vec<u32>,
    /// The share that is said beside it, with its base.
    pub share: BarShare,
}

/// A share with its base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BarShare {
    /// The numerator.
    pub count: u32,
    /// The base.
    pub base: u32,
}

impl Bar {
    /// Everything that the bar is made of.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }
}

impl Bars {
    /// The longest bar: what the others are drawn against.
    pub fn longest(&self) -> u32 {
        self.rows.iter().map(Bar::total).max().unwrap_or(0)
    }

    /// The same figures as a table.
    pub fn table(&self) -> Table {
        let mut columns = vec![Column::new(&self.row, ColumnKind::Text)];
        columns.extend(self.parts.iter().map(|part| Column::new(&part.label, ColumnKind::Count)));
        columns.push(Column::new(&self.share, ColumnKind::Share));
        Table {
            title: self.title.clone(),
            caption: self.caption.clone(),
            as_at: String::new(),
            columns,
            rows: self.rows.iter().map(line).collect(),
            notes: self.notes.clone(),
        }
    }
}

fn line(bar: &Bar) -> Vec<Cell> {
    let mut cells = vec![Cell::text(&bar.label)];
    cells.extend(bar.counts.iter().copied().map(Cell::count));
    cells.push(Cell::share(bar.share.count, bar.share.base));
    cells
}
