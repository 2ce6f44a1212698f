//! A workbook as cells of our own, whatever program wrote it.
//!
//! Refuses to know: XML, packages, and what a cell is for.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::place::Place;
use super::sorted::Sorted;

/// A workbook as cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
    /// Its custom properties, by name.
    pub properties: BTreeMap<String, String>,
    /// Its defined names that stand for one area of a sheet.
    pub names: Vec<Name>,
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name, for people; never for finding anything.
    pub name: String,
    /// Whether it is hidden, in whatever way.
    pub hidden: bool,
    /// Its rows that nobody sees.
    pub hidden_rows: Ranges,
    /// Its columns that nobody sees.
    pub hidden_columns: Ranges,
    /// Its merged areas; only the first cell of one is seen.
    pub merged: Vec<Area>,
    /// Its rows with content, counted from 0, each with its columns.
    pub rows: Sorted<Cells>,
}

/// The cells of a row by their column.
pub type Cells = Sorted<Cell>;

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
    /// A date, or date and time, by the count of days that Excel keeps (1900 system, whatever the workbook has).
    Date(f64),
    /// A date as ISO 8601 text.
    IsoDate(String),
    /// A length of time.
    Duration(String),
    /// An error such as `#REF!`.
    Error(&'static str),
}

/// An area of cells, its corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Area {
    /// Its first cell.
    pub from: Place,
    /// Its last cell.
    pub to: Place,
}

/// A name that a workbook gives to an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// Name of the sheet that the area is on.
    pub sheet: String,
    /// The area.
    pub area: Area,
}

/// Rows or columns by their numbers, from and to, both included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    /// Whether a number is among them.
    pub fn holds(&self, number: u32) -> bool {
        let after = self.0.partition_point(|(from, _)| *from <= number);
        after.checked_sub(1).is_some_and(|place| self.0[place].1 >= number)
    }

    /// These stretches, in any order; those that touch are taken together.
    pub fn of(mut stretches: Vec<(u32, u32)>) -> Self {
        stretches.sort_unstable();
        stretches.dedup_by(|next, last| {
            let touch = next.0 <= last.1.saturating_add(1);
            if touch {
                last.1 = last.1.max(next.1);
            }
            touch
        });
        Self(stretches)
    }

    /// Each stretch, from and to.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u32)> {
        self.0.iter().copied()
    }
}

impl Area {
    /// The area of a reference such as `B2:D14`, `$B$2:$D$14` or `B2`; none if no sheet has it.
    pub fn parse(reference: &str) -> Option<Self> {
        let plain = match reference.contains('$') {
            true => Cow::Owned(reference.replace('$', "")),
            false => Cow::Borrowed(reference),
        };
        let (from, to) = plain.split_once(':').unwrap_or((&plain, &plain));
        let (from, to) = (Place::parse(from)?, Place::parse(to)?);
        Some(Self {
            from: Place::new(from.row.min(to.row), from.column.min(to.column)),
            to: Place::new(from.row.max(to.row), from.column.max(to.column)),
        })
    }

    /// Whether a cell is within.
    pub fn holds(&self, place: Place) -> bool {
        (self.from.row..=self.to.row).contains(&place.row)
            && (self.from.column..=self.to.column).contains(&place.column)
    }
}

impl Book {
    /// The sheet with a name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

impl Cell {
    /// The text as a person sees it; dates as ISO dates.
    pub fn text(&self) -> String {
        self.shown().into_owned()
    }

    /// The same, borrowed where it is a text.
    pub fn shown(&self) -> Cow<'_, str> {
        match &self.content {
            Content::Text(text) => Cow::Borrowed(text),
            Content::Number(number) => Cow::Owned(number.to_string()),
            Content::Truth(true) => Cow::Borrowed("TRUE"),
            Content::Truth(false) => Cow::Borrowed("FALSE"),
            Content::Date(days) => Cow::Owned(iso_date(*days)),
            Content::IsoDate(text) | Content::Duration(text) => Cow::Borrowed(text),
            Content::Error(name) => Cow::Borrowed(name),
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

    /// The merged area that a place lies in.
    pub fn merge(&self, place: Place) -> Option<Area> {
        self.merged.iter().find(|area| area.holds(place)).copied()
    }
}
