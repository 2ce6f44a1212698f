//! What people typed where no answer is looked for: beside, below and above the tables, and on sheets of their own.
//!
//! It is left out and said, with its place. Refuses to know: what is meant by it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use super::heads::{Headed, Heads};
use super::marks::Marks;
use crate::problem::{Problem, Severity};
use crate::sheet::{Cells, Content, Place, Sheet};
use crate::text::short;
use crate::workbook::layout::Column;

/// So many rows or cells of a sheet are said one by one; what is more is counted.
const MOST: usize = 12;
/// From so many cells on, a column is said as one.
const COLUMN: usize = 7;

/// Says what stands on the sheets and was taken for nothing; `taken` are the rows that were a question's.
pub fn say(sheets: &[Headed<'_>], marks: &Marks, taken: &HashSet<(usize, u32)>, problems: &mut Vec<Problem>) {
    for (place, headed) in sheets.iter().enumerate() {
        if headed.heads.is_empty() && headed.above.is_none() {
            problems.extend(own_sheet(headed.sheet, marks));
            continue;
        }
        let stray = Stray::of(headed, marks, &|row| taken.contains(&(place, row)));
        stray.say(headed.sheet, problems);
    }
}

/// A sheet that Attest did not write: it is named with the first words on it.
fn own_sheet(sheet: &Sheet, marks: &Marks) -> Option<Problem> {
    let cells = || sheet.rows.iter().flat_map(|(row, cells)| typed(*row, cells));
    let first = cells().next()?;
    if cells().take(MOST).any(|(_, text)| marks.is_ours(&text)) {
        return None;
    }
    let count = cells().count();
    let message = format!(
        "The sheet \u{2018}{}\u{2019} is none of this workbook\u{2019}s own; {} left out, the first of it \u{201c}{}\u{201d}.",
        sheet.name,
        if count == 1 { "one cell on it was".to_owned() } else { format!("{count} cells on it were") },
        short(&first.1)
    );
    let hint = "Look whether anything on it belongs to an answer, and copy that over.";
    Some(Problem::new(Severity::Question, format!("Sheet '{}'", sheet.name), message).hint(hint))
}

/// The cells of a row that somebody typed something into.
fn typed(row: u32, cells: &Cells) -> impl Iterator<Item = Typed<'_>> {
    cells
        .iter()
        .filter(|(_, cell)| !cell.formula && !is_blank(&cell.content))
        .map(move |(column, cell)| (Place::new(row, *column), cell.shown()))
}

fn is_blank(content: &Content) -> bool {
    match content {
        Content::Text(text) => text.trim().trim_matches(['\u{200b}', '\u{feff}']).is_empty(),
        Content::Number(_)
        | Content::Truth(_)
        | Content::Date(_)
        | Content::IsoDate(_)
        | Content::Duration(_)
        | Content::Error(_) => false,
    }
}

/// A cell that somebody typed into, with its text as it is kept: one text may stand in very many cells.
type Typed<'b> = (Place, Cow<'b, str>);

/// What stands on a sheet outside its tables.
#[derive(Default)]
struct Stray<'b> {
    /// In columns that no table has, by the row of headings and the column.
    beside: BTreeMap<(u32, u32), Vec<Typed<'b>>>,
    /// In rows of tables of answers that are no question's.
    rows: Vec<Vec<Typed<'b>>>,
    /// Whether people answer in each of those rows.
    answered: Vec<bool>,
}

/// What the rows below a row of headings are looked at for.
struct Region<'h> {
    heading: u32,
    covered: Vec<u32>,
    answers: Option<&'h BTreeMap<Column, u32>>,
}

impl<'b> Stray<'b> {
    fn of(headed: &Headed<'b>, marks: &Marks, taken: &dyn Fn(u32) -> bool) -> Self {
        let mut stray = Self::default();
        let above = headed.above.as_ref().map(|found| Region::answers(0, &found.columns));
        let mut region = above.unwrap_or(Region { heading: 0, covered: Vec::new(), answers: None });
        let mut begun = headed.above.is_some();
        for (row, cells) in &headed.sheet.rows {
            match headed.heads.get(row) {
                Some(Heads::Answers(found)) => {
                    region = Region::answers(*row, &found.columns);
                    region.covered.extend(found.again.iter().map(|(_, at)| *at));
                    begun = true;
                }
                Some(Heads::Beside(_, places)) => {
                    let covered = places.iter().flatten().copied().collect();
                    region = Region { heading: *row, covered, answers: None };
                    begun = true;
                }
                None if begun && (region.answers.is_none() || taken(*row)) => {
                    stray.beside(*row, cells, &region)
                }
                None => stray.row(*row, cells, marks, &region),
            }
        }
        stray
    }

    fn beside(&mut self, row: u32, cells: &'b Cells, region: &Region<'_>) {
        if cells.keys().all(|column| region.covered.contains(column)) {
            return;
        }
        for (place, text) in typed(row, cells).filter(|(place, _)| !region.covered.contains(&place.column)) {
            self.beside.entry((region.heading, place.column)).or_default().push((place, text));
        }
    }

    fn row(&mut self, row: u32, cells: &'b Cells, marks: &Marks, region: &Region<'_>) {
        let found: Vec<Typed<'b>> = typed(row, cells).filter(|(_, text)| !marks.is_ours(text)).collect();
        if found.is_empty() {
            return;
        }
        let answers = |column: u32| {
            region
                .answers
                .is_some_and(|columns| columns.iter().any(|(it, at)| it.answered() && *at == column))
        };
        self.answered.push(found.iter().any(|(place, _)| answers(place.column)));
        self.rows.push(found);
    }

    fn say(&self, sheet: &Sheet, problems: &mut Vec<Problem>) {
        for ((heading, column), cells) in &self.beside {
            let title = sheet.text(Place::new(*heading, *column));
            if cells.len() >= COLUMN || !title.trim().is_empty() {
                problems.push(column_of_theirs(sheet, Place::new(*heading, *column), &title, cells));
            } else {
                problems.extend(cells.iter().map(|(place, text)| cell_beside(sheet, *place, text)));
            }
        }
        for (cells, answered) in self.rows.iter().zip(&self.answered).take(MOST) {
            problems.extend(row_of_theirs(sheet, cells, *answered));
        }
        if let Some(rest) = self.rows.get(MOST..).filter(|rest| !rest.is_empty()) {
            let message = format!(
                "{} more rows of this sheet are no questions of this template; they were left out.",
                rest.len()
            );
            let hint = "Look at the sheet below its last question.";
            problems.push(
                Problem::new(Severity::Question, format!("Sheet '{}'", sheet.name), message).hint(hint),
            );
        }
    }
}

impl<'h> Region<'h> {
    fn answers(heading: u32, columns: &'h BTreeMap<Column, u32>) -> Self {
        Self { heading, covered: columns.values().copied().collect(), answers: Some(columns) }
    }
}

fn cell_beside(sheet: &Sheet, place: Place, text: &str) -> Problem {
    let message = format!(
        "\u{201c}{}\u{201d} stands beside the table, where no answer is looked for; it was left out.",
        short(text)
    );
    let hint = "If it belongs to the question of this row, copy it into one of its cells.";
    Problem::new(Severity::Question, sheet.at(place), message).hint(hint)
}

fn column_of_theirs(sheet: &Sheet, place: Place, title: &str, cells: &[Typed<'_>]) -> Problem {
    let named =
        if title.trim().is_empty() { String::new() } else { format!(" \u{2018}{}\u{2019}", short(title)) };
    let count = if cells.len() == 1 { "one cell".to_owned() } else { format!("{} cells", cells.len()) };
    let first = cells.first();
    let message = format!(
        "The column{named} is none of this workbook\u{2019}s own; {count} in it, at {} \u{201c}{}\u{201d}, {} left out.",
        first.map(|(place, _)| place.to_string()).unwrap_or_default(),
        first.map(|(_, text)| short(text)).unwrap_or_default(),
        if cells.len() == 1 { "was" } else { "were" }
    );
    let hint = "If it belongs to the answers, copy it into a column that is read.";
    Problem::new(Severity::Question, sheet.at(place), message).hint(hint)
}

/// One remark for a row; where people answer in it somebody has to look.
fn row_of_theirs(sheet: &Sheet, cells: &[Typed<'_>], answered: bool) -> Option<Problem> {
    let (first, _) = cells.first()?;
    let texts: Vec<String> =
        cells.iter().take(4).map(|(_, text)| format!("\u{201c}{}\u{201d}", short(text))).collect();
    let stands = if cells.len() == 1 { "stands" } else { "stand" };
    let was = if cells.len() == 1 { "it was" } else { "they were" };
    let message = format!(
        "{} {stands} in a row that is no question of this template; {was} left out.",
        texts.join(", ")
    );
    let severity = if answered { Severity::Question } else { Severity::Note };
    let hint = "If it belongs to a question, copy it into that question\u{2019}s row.";
    Some(Problem::new(severity, sheet.at(*first), message).hint(hint))
}
