//! Where the rows of headings are: of answers, of the plan, of the evidence, of the signatures.
//!
//! Refuses to know: what stands below them.

use std::collections::{BTreeMap, HashMap};

use super::cover::is_kept;
use crate::sheet::{Book, Cell, Cells, Content, Sheet};
use crate::template::Template;
use crate::workbook::layout::{Column, bare};
use crate::workbook::tables::{EVIDENCE, PLAN, SIGNED, Table};

/// The columns of answers, by what stands above them.
pub type Columns = BTreeMap<Column, u32>;

/// A heading longer than this is none.
const LONGEST: usize = 200;

/// What a row of headings is of.
pub enum Heads {
    /// Answers.
    Answers(Columns),
    /// A table beside them, by its name, with the places of its columns.
    Beside(&'static str, Vec<Option<u32>>),
}

/// A sheet that is not hidden, with its rows of headings.
pub struct Headed<'b> {
    /// The sheet.
    pub sheet: &'b Sheet,
    /// Its rows of headings.
    pub heads: BTreeMap<u32, Heads>,
}

/// Every sheet that is not hidden, with its rows of headings.
pub fn find<'b>(book: &'b Book, template: &Template) -> Vec<Headed<'b>> {
    let names = Column::names(template);
    let shown = book.sheets.iter().filter(|sheet| !is_kept(sheet));
    shown.map(|sheet| Headed { sheet, heads: heads(sheet, &names) }).collect()
}

fn heads(sheet: &Sheet, names: &HashMap<String, Column>) -> BTreeMap<u32, Heads> {
    let head = |(row, cells): (&u32, &Cells)| {
        let words: Vec<(u32, String)> =
            cells.iter().filter_map(|(column, cell)| word(cell).map(|word| (*column, word))).collect();
        let answers = answers(&words, names).map(Heads::Answers);
        answers.or_else(|| beside(&words)).map(|head| (*row, head))
    };
    sheet.rows.iter().filter_map(head).collect()
}

fn word(cell: &Cell) -> Option<String> {
    match &cell.content {
        Content::Text(text) if text.len() <= LONGEST => Some(bare(text)),
        Content::Text(_)
        | Content::Number(_)
        | Content::Truth(_)
        | Content::Date(_)
        | Content::IsoDate(_)
        | Content::Duration(_)
        | Content::Error(_) => None,
    }
}

fn answers(words: &[(u32, String)], names: &HashMap<String, Column>) -> Option<Columns> {
    let mut columns = Columns::new();
    for (at, word) in words {
        if let Some(column) = names.get(word) {
            columns.entry(*column).or_insert(*at);
        }
    }
    let known = columns.contains_key(&Column::Statement) || columns.contains_key(&Column::Key);
    (known && columns.contains_key(&Column::Rating)).then_some(columns)
}

fn beside(words: &[(u32, String)]) -> Option<Heads> {
    if words.len() < 2 {
        return None;
    }
    let found = |table: &'static Table| table.places(words).map(|places| Heads::Beside(table.name, places));
    [&PLAN, &EVIDENCE, &SIGNED].into_iter().find_map(found)
}
