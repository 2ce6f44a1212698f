//! A row of a question as it was typed, and the rows below that go on with it.
//!
//! Refuses to know: what a value means.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::value;
use crate::problem::{Problem, Severity};
use crate::sheet::{Cell, Content, Place, Sheet};
use crate::template::{Question, QuestionId};
use crate::text::{normal, short};
use crate::workbook::layout::Column;
use crate::workbook::long;
use crate::workbook::onward::Part;

/// What was typed in a row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Where it stands.
    pub source: String,
    /// The answer itself, with its place.
    pub rating: Option<(Cell, String)>,
    /// The texts beside it.
    pub texts: BTreeMap<Column, String>,
    /// Whether nobody sees it.
    pub hidden: bool,
    /// How far the rows that it goes over belong together.
    pub seam: Seam,
}

/// How far the rows of an answer belong together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Seam {
    /// It is one row.
    #[default]
    None,
    /// Each says that it goes on where another follows.
    Whole,
    /// One does not: it was typed over, emptied, or another one stands in its place.
    Torn,
}

impl Row {
    /// Reads the cells that people write in; what is no answer that somebody typed and sees is said and left out.
    pub fn read(
        sheet: &Sheet,
        row: u32,
        columns: &BTreeMap<Column, u32>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let source = sheet.at(Place::new(row, columns.get(&Column::Rating).copied().unwrap_or(0)));
        let mut read = Self { source, ..Self::default() };
        let Some(cells) = sheet.rows.get(&row) else { return read };
        for (column, place) in columns.iter().filter(|(column, _)| column.answered()) {
            let at = || sheet.at(Place::new(row, *place));
            if !sheet.merged.is_empty() && covered(sheet, Place::new(row, *place), problems) {
                continue;
            }
            let Some(cell) = cells.get(place).and_then(|cell| value::plain(cell, &at, problems)) else {
                continue;
            };
            if *column == Column::Rating {
                read.rating = Some((cell.clone(), at()));
            } else {
                read.texts.insert(*column, value::text(cell, &at, problems));
            }
        }
        read
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.rated().trim().is_empty() && self.texts.values().all(|text| text.trim().is_empty())
    }

    /// Whether it says the same as another.
    pub fn says(&self, other: &Self) -> bool {
        let said = |row: &Self| -> Vec<(Column, String)> {
            let texts = row.texts.iter().filter(|(_, text)| !text.is_empty());
            texts.map(|(column, text)| (*column, text.clone())).collect()
        };
        self.rated() == other.rated() && said(self) == said(other)
    }

    fn rated(&self) -> String {
        self.rating.as_ref().map(|(cell, _)| normal(&cell.shown())).unwrap_or_default()
    }
}

/// Whether a cell lies under a merged one, which is said where an answer may be meant for it or stands beneath.
fn covered(sheet: &Sheet, place: Place, problems: &mut Vec<Problem>) -> bool {
    let Some(area) = sheet.merge(place).filter(|area| area.from != place) else { return false };
    let beneath = sheet.text(place);
    let (first, shown) = (area.from, sheet.text(area.from));
    if !beneath.trim().is_empty() {
        let message = format!(
            "This cell lies under the merged cell {first}, so that nobody sees what it holds, \u{201c}{}\u{201d}; it was left out.",
            short(&beneath)
        );
        let hint = "Take the merge apart in the workbook, and type the answer where it belongs.";
        problems.push(Problem::new(Severity::Question, sheet.at(place), message).hint(hint));
    } else if first.row != place.row && !shown.trim().is_empty() {
        let message = format!(
            "This cell is merged with {first}; \u{201c}{}\u{201d} was taken for the first row only, and this one as blank.",
            short(&shown)
        );
        let hint = "Ask whether the answer is meant for every row that the merged cell covers.";
        problems.push(Problem::new(Severity::Question, sheet.at(place), message).hint(hint));
    }
    true
}

/// The rows that go on with a question's first.
#[derive(Default)]
pub struct Onward(HashMap<QuestionId, BTreeMap<u32, (Part, Row)>>);

impl Onward {
    /// Keeps a row that goes on; a second one with its place is said.
    pub fn keep(&mut self, question: &Question, part: Part, row: Row, problems: &mut Vec<Problem>) {
        let parts = self.0.entry(question.id.clone()).or_default();
        match parts.get(&part.place) {
            None => drop(parts.insert(part.place, (part, row))),
            Some((_, first)) if first.says(&row) || row.is_blank() => {}
            Some((_, first)) if first.is_blank() => drop(parts.insert(part.place, (part, row))),
            Some((_, first)) => {
                let message = format!(
                    "Part {} of question {} stands twice, here and at {}; the first was taken.",
                    part.place, question.number, first.source
                );
                let hint = "Look which of the two is meant.";
                problems.push(Problem::new(Severity::Question, row.source, message).hint(hint));
            }
        }
    }

    /// A question's row with everything that goes on below it; none where there is neither.
    pub fn join(
        &mut self,
        question: &Question,
        first: Option<Row>,
        problems: &mut Vec<Problem>,
    ) -> Option<Row> {
        let Some(parts) = self.0.remove(&question.id) else {
            return first.map(|first| joined(vec![first]));
        };
        let of = parts.values().map(|(part, _)| part.of).max().unwrap_or(1);
        let gone = (2..=of).filter(|place| !parts.contains_key(place)).count() + usize::from(first.is_none());
        if gone > 0 {
            let place = first.as_ref().or(parts.values().next().map(|(_, row)| row));
            problems.push(missing(question, place.map_or("", |row| &row.source)));
        }
        let rows: Vec<Row> = first.into_iter().chain(parts.into_values().map(|(_, row)| row)).collect();
        Some(joined(rows))
    }
}

fn missing(question: &Question, place: &str) -> Problem {
    let message = format!(
        "The answer to question {} goes on over several rows, and one of them is no longer in the workbook.",
        question.number
    );
    Problem::new(Severity::Question, place, message).hint("Ask the setting for the whole of this answer.")
}

fn joined(rows: Vec<Row>) -> Row {
    let Some(first) = rows.first() else { return Row::default() };
    let mut whole = Row { source: first.source.clone(), hidden: first.hidden, ..Row::default() };
    let columns: BTreeSet<Column> = rows.iter().flat_map(|row| row.texts.keys().copied()).collect();
    let mut torn = false;
    for column in columns {
        let parts: Vec<String> =
            rows.iter().map(|row| row.texts.get(&column).cloned().unwrap_or_default()).collect();
        torn |= !long::unbroken(&parts);
        whole.texts.insert(column, long::whole(parts));
    }
    let rated: Vec<String> = rows.iter().map(Row::rated).collect();
    let one = long::unbroken(&rated[..1]) && rated[1..].iter().all(String::is_empty);
    torn |= !one && !long::unbroken(&rated);
    whole.rating = if one { first.rating.clone() } else { Some((rating(rated), first.source.clone())) };
    whole.seam = match (rows.len(), torn) {
        (_, true) => Seam::Torn,
        (1, false) => Seam::None,
        (_, false) => Seam::Whole,
    };
    whole
}

/// An answer whose text goes over several rows, as one cell.
fn rating(parts: Vec<String>) -> Cell {
    Cell { content: Content::Text(Arc::from(long::whole(parts))), formula: false }
}
