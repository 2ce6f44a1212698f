//! How a document is parted into sheets: what stands on one, what it is called, and how wide its columns are.
//!
//! Refuses to know: how a sheet is written.

use std::borrow::Cow;

use super::PAGE;
use crate::analysis::table::{ColumnKind, Table};
use crate::report::document::{Block, Section};

const WIDEST: usize = 64;
/// The widest column of a table that has many columns of words: its long ones share what the others leave of so much.
const WIDEST_OF_MANY: usize = 24;
const MANY: usize = 5;
const TOGETHER: usize = 130;
const NARROWEST: usize = 11;
/// The most characters of a sheet's name.
const SHEET_NAME: usize = 31;
/// A table of so many rows is looked through on a sheet of its own.
const LONG: usize = 40;
/// Tables on one sheet share its columns: where that makes the sheet so much wider, they part.
const CLASH: usize = 20;

/// Excel refuses some characters in a sheet's name, and more than 31 of them.
pub(super) fn sheet_name(name: &str) -> String {
    let kept: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
    kept.chars().take(SHEET_NAME).collect::<String>().trim_end().to_owned()
}

/// The names of the sheets, each once: Excel tells none apart by small and capital letters.
pub(super) fn sheet_names(sections: &[Section]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for section in sections {
        let plain = sheet_name(&section.name);
        let numbered = (2..).map(|number| {
            let end = format!(" {number}");
            let kept: String = plain.chars().take(SHEET_NAME - end.len()).collect();
            kept + &end
        });
        let is_free = |name: &String| !names.iter().any(|one| one.to_lowercase() == name.to_lowercase());
        let name = std::iter::once(plain.clone()).chain(numbered).find(is_free);
        names.push(name.unwrap_or(plain));
    }
    names
}

/// A section as sheets: a long table that does not stand first has a sheet of its own, with its head in view.
pub(super) fn apart(section: &Section) -> Vec<Section> {
    let mut sheets = vec![Section { blocks: Vec::new(), ..section.clone() }];
    for block in &section.blocks {
        let long = table_of(block).filter(|table| table.rows.len() >= LONG);
        let begun = sheets.last().is_some_and(|sheet| tables(sheet).next().is_some());
        let after = sheets.last().is_some_and(|sheet| tables(sheet).any(|table| table.rows.len() >= LONG));
        match long {
            Some(table) if begun => {
                let led = heading_before(&mut sheets);
                let name = if table.title.is_empty() { &section.name } else { &table.title };
                sheets.push(Section { blocks: led.into_iter().collect(), ..Section::new(name) });
            }
            None if table_of(block).is_some_and(|table| {
                after || begun && sheets.last().is_some_and(|sheet| clash(sheet, &table))
            }) =>
            {
                let led = heading_before(&mut sheets);
                sheets.push(Section { blocks: led.into_iter().collect(), ..Section::new(&section.name) });
            }
            Some(_) | None => {}
        }
        if let Some(sheet) = sheets.last_mut() {
            sheet.blocks.push(block.clone());
        }
    }
    sheets
}

/// Sheets of mere words that follow one another, as one.
pub(super) fn together(sheets: impl Iterator<Item = Section>) -> Vec<Section> {
    let mut kept: Vec<Section> = Vec::new();
    for sheet in sheets {
        let words = tables(&sheet).next().is_none();
        match kept.last_mut().filter(|last| words && tables(last).next().is_none()) {
            Some(last) => last.blocks.extend(sheet.blocks),
            None => kept.push(sheet),
        }
    }
    kept
}

/// Whether a table would make the columns of a sheet too wide for the tables that stand there.
pub(super) fn clash(sheet: &Section, table: &Table) -> bool {
    let (theirs, mine) = (widths(sheet), widths_of(std::iter::once(Cow::Borrowed(table))));
    let wide = |place: usize| theirs.get(place).max(mine.get(place)).copied().unwrap_or(0);
    let together: usize = (0..theirs.len().max(mine.len())).map(wide).sum();
    let alone = theirs.iter().sum::<usize>().max(mine.iter().sum());
    together > alone + CLASH
}

/// The heading right before a table, which goes with it to its sheet.
fn heading_before(sheets: &mut [Section]) -> Option<Block> {
    sheets.last_mut()?.blocks.pop_if(|last| matches!(last, Block::Heading(_) | Block::Subheading(_)))
}

/// The tables of a section; bars are written as the table of their figures.
fn tables(section: &Section) -> impl Iterator<Item = Cow<'_, Table>> {
    section.blocks.iter().filter_map(table_of)
}

pub(super) fn table_of(block: &Block) -> Option<Cow<'_, Table>> {
    match block {
        Block::Table(table) => Some(Cow::Borrowed(table)),
        Block::Bars(bars) => Some(Cow::Owned(bars.table())),
        Block::Chart(chart) => Some(Cow::Borrowed(&chart.table)),
        Block::Heading(_)
        | Block::Subheading(_)
        | Block::Text(_)
        | Block::List(_)
        | Block::Pairs(_)
        | Block::Notice(_)
        | Block::Figures(_)
        | Block::Signatures(_) => None,
    }
}

pub(super) fn widths(section: &Section) -> Vec<usize> {
    let widths = widths_of(tables(section));
    if widths.is_empty() { vec![PAGE] } else { widths }
}

fn widths_of<'t>(tables: impl Iterator<Item = Cow<'t, Table>>) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for table in tables {
        widths.resize(widths.len().max(table.columns.len()), NARROWEST);
        for (place, width) in widths.iter_mut().enumerate().take(table.columns.len()) {
            *width = (*width).max(width_of(&table, place));
        }
    }
    widths
}

pub(super) fn width_of(table: &Table, place: usize) -> usize {
    let heading = table.columns[place].label.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    match table.columns[place].kind {
        ColumnKind::Count | ColumnKind::Share => heading + 3,
        ColumnKind::Text | ColumnKind::Short => {
            (longest(table, place) + 2).max(heading + 3).min(widest(table))
        }
    }
}

/// How many letters the longest text of a column has.
fn longest(table: &Table, place: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.chars().count());
    cells.max().unwrap_or(0)
}

fn widest(table: &Table) -> usize {
    let words = (0..table.columns.len()).filter(|place| !table.columns[*place].kind.is_number());
    if words.clone().count() <= MANY {
        return WIDEST;
    }
    let long = words.filter(|place| longest(table, *place) > WIDEST_OF_MANY).count().max(1);
    let others = NARROWEST * (table.columns.len() - long);
    (TOGETHER.saturating_sub(others) / long).clamp(WIDEST_OF_MANY, WIDEST)
}
