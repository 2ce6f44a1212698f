//! A list as it stands on the screen, saved as a workbook: what stands out, what was written, who is behind a figure.
//!
//! Refuses to know: what the list is of. Tables of figures have a command of their own, which makes them anew; here is
//! saved what the page was given before, in its order and as far as it was narrowed. What was made for others is kept as
//! shared.

use serde::Deserialize;

use super::figures::Readers;
use super::leaving::{Leaving, Place, What};
use super::save;
use super::session::Session;
use super::views::Written;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::error::{Error, Result};
use crate::report::table_book;

/// A cell of a workbook holds so many letters and a few more.
const LONGEST: usize = 32_000;

/// A list as the page shows it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ListShown {
    pub title: String,
    pub caption: String,
    pub columns: Vec<ListColumn>,
    /// A cell for each column.
    pub rows: Vec<Vec<ListCell>>,
    #[serde(default)]
    pub notes: Vec<String>,
    /// For whom it was made.
    #[serde(default)]
    pub readers: Readers,
}

/// A column of a list.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ListColumn {
    pub label: String,
    /// Whether numbers stand in it.
    #[serde(default)]
    pub numeric: bool,
}

/// A cell of a list.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ListCell {
    pub text: String,
    #[serde(default)]
    pub count: Option<u32>,
    #[serde(default)]
    pub base: Option<u32>,
}

/// `shown.save`: none where the dialog was dismissed; watched and stopped as a job while it is written.
pub fn save(session: &Session, list: ListShown) -> Result<Option<Written>> {
    let readers = list.readers;
    let table = table(list)?;
    let leaving = Leaving::of_now(session, What::Tables, readers)?;
    let code = session.file(|file| file.head())?;
    let name = save::file_name(&[&table.title, &leaving.round.label], "xlsx");
    let place = Place { title: "Save the list", name: &name, ending: "xlsx", job: "shown.save" };
    let saved = leaving.saved(session, &place, |_, progress| table_book::write(&table, &code, progress))?;
    let rows = table.rows.len();
    let lines = if rows == 1 { "1 line".to_owned() } else { format!("{rows} lines") };
    let sentence = format!("Saved as a workbook with {lines}, as on the screen.");
    Ok(saved.map(|path| save::written(&path, sentence, Vec::new())))
}

fn table(list: ListShown) -> Result<Table> {
    let wide = list.columns.len();
    if wide == 0 || list.rows.iter().any(|row| row.len() != wide) {
        return Err(Error::input(
            "The list cannot be saved: a row has not the cells that its columns ask for.",
        )
        .hint("Look at the list again, then save it."));
    }
    let kind = |at: usize, column: &ListColumn| match column.numeric {
        false => ColumnKind::Text,
        true if list.rows.iter().any(|row| row[at].base.is_some()) => ColumnKind::Share,
        true => ColumnKind::Count,
    };
    let columns: Vec<Column> = list
        .columns
        .iter()
        .enumerate()
        .map(|(at, one)| Column::new(one.label.clone(), kind(at, one)))
        .collect();
    let cell = |cell: ListCell| Cell {
        text: held(cell.text).into(),
        count: cell.count,
        base: cell.base,
        behind: None,
    };
    Ok(Table {
        title: list.title,
        caption: list.caption,
        as_at: String::new(),
        columns,
        rows: list.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
        notes: list.notes,
    })
}

/// A text that a cell can hold; one that is longer is cut, and says so.
fn held(text: String) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let kept: String = text.chars().take(LONGEST / 2).collect();
    format!("{kept} \u{2026} (cut here: too long for a cell)")
}
