//! A sheet as it looks, with what its rows and columns are taken for: what the screen draws.

use std::collections::BTreeSet;

use super::super::views::view;
use super::bench::Opened;
use super::show::number;
use crate::error::{Error, Result};
use crate::sheet::{Beside, Place, Sheet};
use crate::workbook::foreign::{ColumnRole, RowRole, SheetMap};

/// The most rows that are drawn at once.
const MOST_ROWS: usize = 200;
/// The most columns that are drawn.
const MOST_COLUMNS: u32 = 40;
/// The longest text of a drawn cell.
const LONGEST: usize = 400;

view! {
    /// A part of a sheet as it looks.
    SheetPicture {
        sheet: u32, name: String, columns: Vec<PictureColumn>, rows: Vec<PictureRow>,
        /// The first row of the next part; none where this is the last.
        next: Option<u32>,
        from: u32,
    }
    /// A column, and what it is taken for.
    PictureColumn { column: u32, letter: String, width: f64, role: ColumnRole, heading: String, hidden: bool, }
    /// A row, and what it is taken for.
    PictureRow { row: u32, role: RowRole, hidden: bool, cells: Vec<PictureCell>, }
    /// A cell that is drawn; one that a merged cell covers is not.
    PictureCell {
        column: u32, text: String, across: u32, down: u32, bold: bool,
        /// Its shade as six figures; empty where it has none.
        shade: String,
        /// Whether a list is offered in it.
        listed: bool,
    }
}

/// So much of a sheet as is drawn at once, from a row on.
pub(super) fn picture(opened: &Opened, which: u32, from: u32) -> Result<SheetPicture> {
    let place = usize::try_from(which).unwrap_or(usize::MAX);
    let found = opened
        .seen
        .book
        .sheets
        .get(place)
        .zip(opened.seen.beside.get(place))
        .zip(opened.mapping().sheets.get(place));
    let ((sheet, beside), map) = found.ok_or_else(|| {
        Error::missing("The workbook has no such sheet.").hint("Choose one of the sheets beside the picture.")
    })?;
    let draw = Draw { sheet, beside, map };
    let columns = draw.columns();
    let all: Vec<u32> = draw.all_rows().into_iter().filter(|row| *row >= from).collect();
    let shown = &all[..all.len().min(MOST_ROWS)];
    Ok(SheetPicture {
        sheet: which,
        name: sheet.name.clone(),
        rows: shown.iter().map(|row| draw.row(*row, &columns, shown)).collect(),
        columns: columns.iter().map(|column| draw.column(*column)).collect(),
        next: all.get(MOST_ROWS).copied(),
        from,
    })
}

struct Draw<'a> {
    sheet: &'a Sheet,
    beside: &'a Beside,
    map: &'a SheetMap,
}

impl Draw<'_> {
    /// Columns with something in them, or that are for something; the far right is cut.
    fn columns(&self) -> Vec<u32> {
        let filled = self.sheet.rows.values().flat_map(|cells| cells.keys().copied());
        let mapped = self.map.columns.iter().map(|one| one.column);
        let used: BTreeSet<u32> = filled.chain(mapped).collect();
        let near =
            used.into_iter().take_while(|column| *column < MOST_COLUMNS * 2).take(MOST_COLUMNS as usize);
        near.collect()
    }

    /// Rows with something in them; one empty row stands for a gap.
    fn all_rows(&self) -> Vec<u32> {
        self.sheet.rows.iter().filter(|(_, cells)| !cells.is_empty()).map(|(row, _)| *row).collect()
    }

    fn column(&self, column: u32) -> PictureColumn {
        let known = self.map.columns.iter().find(|one| one.column == column);
        PictureColumn {
            column,
            letter: Place::new(0, column).to_string().trim_end_matches('1').to_owned(),
            width: self.beside.looks.width(column).unwrap_or(9.0).clamp(3.0, 60.0),
            role: self.map.column(column),
            heading: known.map(|one| one.heading.clone()).unwrap_or_default(),
            hidden: self.sheet.hidden_columns.holds(column),
        }
    }

    fn row(&self, row: u32, columns: &[u32], shown: &[u32]) -> PictureRow {
        PictureRow {
            row,
            role: self.map.rows.get(&row).copied().unwrap_or(RowRole::Other),
            hidden: self.sheet.hidden_rows.holds(row),
            cells: columns.iter().filter_map(|column| self.cell(row, *column, columns, shown)).collect(),
        }
    }

    /// The cell, unless a merged one above or left of it is drawn over it.
    fn cell(&self, row: u32, column: u32, columns: &[u32], shown: &[u32]) -> Option<PictureCell> {
        let place = Place::new(row, column);
        let merged = self.sheet.merge(place);
        let area = merged.unwrap_or(crate::sheet::Area { from: place, to: place });
        let first =
            |all: &[u32], from: u32, to: u32| all.iter().copied().find(|one| (from..=to).contains(one));
        let drawn_at =
            (first(shown, area.from.row, area.to.row)?, first(columns, area.from.column, area.to.column)?);
        if drawn_at != (row, column) {
            return None;
        }
        let count =
            |all: &[u32], from: u32, to: u32| all.iter().filter(|one| (from..=to).contains(*one)).count();
        let look = self.beside.looks.look(area.from).unwrap_or_default();
        let text: String = self.sheet.text(area.from).chars().take(LONGEST).collect();
        Some(PictureCell {
            column,
            text,
            across: number(count(columns, area.from.column, area.to.column)),
            down: number(count(shown, area.from.row, area.to.row)),
            bold: look.bold,
            shade: look.shade.map(|shade| format!("{shade:06x}")).unwrap_or_default(),
            listed: self.listed(place),
        })
    }

    fn listed(&self, place: Place) -> bool {
        self.beside.lists.iter().any(|list| list.areas.iter().any(|area| area.holds(place)))
    }
}
