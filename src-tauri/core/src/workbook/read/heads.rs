//! Where the rows of headings are: of answers, of the plan, of the evidence, of the signatures.
//!
//! Refuses to know: what stands below them.

use std::collections::{BTreeMap, HashMap};

use super::marks::Marks;
use crate::sheet::{Cell, Cells, Content, Sheet};
use crate::workbook::layout::Column;
use crate::workbook::tables::{EVIDENCE, PLAN, SIGNED, Table};

/// The columns of answers, by what stands above them.
pub type Columns = BTreeMap<Column, u32>;

/// So many headings of answers are a row of them, though the rating's may be gone.
const SURE: usize = 3;

/// What a row of headings is of.
pub enum Heads {
    /// Answers.
    Answers(Answers),
    /// A table beside them, by its name, with the places of its columns.
    Beside(&'static str, Vec<Option<u32>>),
}

/// The columns of a table of answers.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Each with its place.
    pub columns: Columns,
    /// Further columns with a heading that another one has.
    pub again: Vec<(Column, u32)>,
}

/// A sheet with its rows of headings.
pub struct Headed<'b> {
    /// The sheet.
    pub sheet: &'b Sheet,
    /// Its rows of headings.
    pub heads: BTreeMap<u32, Heads>,
    /// The columns of answers above the first of them, where they are known without headings.
    pub above: Option<Answers>,
}

/// Every sheet with its rows of headings.
pub fn find<'b>(sheets: &[&'b Sheet], marks: &Marks) -> Vec<Headed<'b>> {
    sheets.iter().map(|sheet| Headed { sheet, heads: heads(sheet, marks), above: None }).collect()
}

fn heads(sheet: &Sheet, marks: &Marks) -> BTreeMap<u32, Heads> {
    let head = |(row, cells): (&u32, &Cells)| {
        let known = |(column, cell): (&u32, &Cell)| word(cell, marks).map(|word| (*column, word));
        let words: Vec<(u32, String)> = cells.iter().filter_map(known).collect();
        if words.is_empty() {
            return None;
        }
        let found = answers(&words, &marks.headings);
        let whole = found.columns.contains_key(&Column::Rating) && is_known(&found);
        if whole {
            return Some((*row, Heads::Answers(found)));
        }
        let beside = beside(&words).map(|head| (*row, head));
        let sure = found.columns.len() >= SURE && is_known(&found);
        beside.or_else(|| sure.then_some((*row, Heads::Answers(found))))
    };
    sheet.rows.iter().filter_map(head).collect()
}

fn is_known(found: &Answers) -> bool {
    [Column::Statement, Column::Key, Column::Rating].iter().any(|column| found.columns.contains_key(column))
}

fn word(cell: &Cell, marks: &Marks) -> Option<String> {
    match &cell.content {
        Content::Text(text) => marks.heading(text),
        Content::Number(_)
        | Content::Truth(_)
        | Content::Date(_)
        | Content::IsoDate(_)
        | Content::Duration(_)
        | Content::Error(_) => None,
    }
}

/// Of two headings that mean the same, our own word holds, else the first.
fn answers(words: &[(u32, String)], names: &HashMap<String, Column>) -> Answers {
    let mut found = Answers::default();
    for (at, word) in words {
        let Some(column) = names.get(word).copied() else { continue };
        match found.columns.get(&column).copied() {
            None => drop(found.columns.insert(column, *at)),
            Some(earlier) if column.is_called(word) && !called(words, earlier, column) => {
                found.columns.insert(column, *at);
                found.again.push((column, earlier));
            }
            Some(_) => found.again.push((column, *at)),
        }
    }
    found
}

fn called(words: &[(u32, String)], at: u32, column: Column) -> bool {
    words.iter().any(|(place, word)| *place == at && column.is_called(word))
}

fn beside(words: &[(u32, String)]) -> Option<Heads> {
    if words.len() < 2 {
        return None;
    }
    let found = |table: &'static Table| table.places(words).map(|places| Heads::Beside(table.name, places));
    [&PLAN, &EVIDENCE, &SIGNED].into_iter().find_map(found)
}
