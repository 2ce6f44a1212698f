//! Which column holds what, where headings do not say so: by the workbook's own names, and by what stands there.
//!
//! Names are believed only where they agree with the headings that are left. Refuses to know: what was answered.

use std::collections::BTreeMap;

use super::heads::{Answers, Columns, Headed, Heads};
use super::marks::Marks;
use super::value;
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Cells, Content, Name, Place, Sheet};
use crate::template::{Question, Template};
use crate::workbook::layout::Column;
use crate::workbook::names;

/// How many rows have to bear a column out that nothing else names.
const ENOUGH: usize = 2;

/// What a workbook's columns are looked for with.
pub struct Looking<'a> {
    /// Its names.
    pub names: &'a [Name],
    /// The template.
    pub template: &'a Template,
    /// What its rows are known by.
    pub marks: &'a Marks,
}

impl<'a> Looking<'a> {
    /// Looks in a workbook.
    pub fn new(book: &'a Book, template: &'a Template, marks: &'a Marks) -> Self {
        Self { names: &book.names, template, marks }
    }

    /// Finds the columns that no heading names, and says which they are and which are gone.
    pub fn settle(&self, headed: &mut Headed<'_>, problems: &mut Vec<Problem>) {
        let sheet = headed.sheet;
        let rows: Vec<u32> = headed.heads.keys().copied().collect();
        for (place, row) in rows.iter().enumerate() {
            let below = rows.get(place + 1).copied().unwrap_or(u32::MAX);
            let Some(Heads::Answers(found)) = headed.heads.get_mut(row) else { continue };
            if self.whole(&found.columns) && found.again.is_empty() {
                continue;
            }
            let table = Table { sheet, heading: Some(*row), rows: questions(self, sheet, (row + 1, below)) };
            if !table.rows.is_empty() {
                self.table(&table, found, problems);
            }
        }
        if headed.heads.values().next().is_none_or(|head| !matches!(head, Heads::Answers(_))) {
            headed.above = self.above(sheet, rows.first().copied().unwrap_or(u32::MAX), problems);
        }
    }

    /// Whether every column has its heading.
    fn whole(&self, columns: &Columns) -> bool {
        self.written().all(|column| columns.contains_key(&column))
    }

    /// The columns that every workbook has.
    fn written(&self) -> impl Iterator<Item = Column> {
        let fixed = [
            Column::Key,
            Column::Statement,
            Column::Rating,
            Column::Note,
            Column::Impact,
            Column::Area,
            Column::Reason,
        ];
        fixed.into_iter().chain((0..self.template.fields.len()).map(Column::Extra))
    }

    /// A table of which the row of headings is gone: its rows bear keys, or its ratings are where names say.
    fn above(&self, sheet: &Sheet, below: u32, problems: &mut Vec<Problem>) -> Option<Answers> {
        if self.is_titled(sheet) {
            return None;
        }
        let rows = questions(self, sheet, (0, below));
        let keyed = rows.iter().filter(|row| row.keyed.is_some()).count();
        if rows.len() < ENOUGH || (keyed < ENOUGH && self.votes(sheet, &Columns::new()).is_empty()) {
            return None;
        }
        let table = Table { sheet, heading: None, rows };
        let mut found = Answers::default();
        self.table(&table, &mut found, problems);
        Some(found)
    }

    /// Whether the first text of a sheet says that it holds no answers.
    fn is_titled(&self, sheet: &Sheet) -> bool {
        let first = sheet.rows.values().flat_map(Cells::values).next();
        first.is_some_and(|cell| self.marks.is_title(&cell.text()))
    }

    fn table(&self, table: &Table<'_>, found: &mut Answers, problems: &mut Vec<Problem>) {
        let votes = self.votes(table.sheet, &found.columns);
        self.doubled(table, found, &votes, problems);
        let missing: Vec<Column> =
            self.written().filter(|column| !found.columns.contains_key(column)).collect();
        for column in missing {
            let free = |at: &u32| found.columns.values().all(|taken| taken != at);
            let by_content = || table.by_content(self, column).filter(free);
            let by_name = votes.get(&column).copied().filter(free).filter(|at| table.fits(self, column, *at));
            match by_name.or_else(by_content) {
                Some(at) => {
                    found.columns.insert(column, at);
                    problems.push(self.taken(table, column, at));
                }
                None => problems.extend(self.gone(table, column)),
            }
        }
    }

    /// The columns by a majority of the names of this sheet; none where they do not agree with the headings.
    fn votes(&self, sheet: &Sheet, known: &Columns) -> BTreeMap<Column, u32> {
        let mut votes: BTreeMap<(Column, u32), usize> = BTreeMap::new();
        for name in self.names.iter().filter(|name| name.sheet == sheet.name) {
            let column = names::named(&name.name).or(names::rated(&name.name).map(|_| Column::Rating));
            if let Some(column) = column {
                *votes.entry((column, name.area.from.column)).or_default() += 1;
            }
        }
        let mut sorted: Vec<((Column, u32), usize)> = votes.into_iter().collect();
        sorted.sort_by_key(|((column, at), count)| (*count, *column, *at));
        let best: BTreeMap<Column, u32> = sorted.into_iter().map(|(found, _)| found).collect();
        let compared = best.iter().filter_map(|(column, at)| known.get(column).map(|known| known == at));
        let (same, other): (Vec<bool>, Vec<bool>) = compared.partition(|same| *same);
        if other.len() > same.len() { BTreeMap::new() } else { best }
    }

    /// Of two columns with one heading, the one that the names mean; what stands in the other is said.
    fn doubled(
        &self,
        table: &Table<'_>,
        found: &mut Answers,
        votes: &BTreeMap<Column, u32>,
        problems: &mut Vec<Problem>,
    ) {
        for (column, at) in &mut found.again {
            if votes.get(column) == Some(at)
                && let Some(first) = found.columns.get_mut(column)
            {
                std::mem::swap(first, at);
            }
            let filled = table.filled(*at);
            if filled > 0 && column.answered() {
                let message = format!(
                    "A second column is headed as {}; {} in it {} left out.",
                    column.spoken(self.template),
                    cells(filled),
                    if filled == 1 { "was" } else { "were" }
                );
                let hint = "Look which of the two columns is meant, and copy over what is wanted.";
                problems.push(Problem::new(Severity::Question, table.at(*at), message).hint(hint));
            }
        }
    }

    fn taken(&self, table: &Table<'_>, column: Column, at: u32) -> Problem {
        let message = format!(
            "No heading that is known stands above this column; by the workbook\u{2019}s names and what stands in it, it was taken as {}.",
            column.spoken(self.template)
        );
        Problem::new(Severity::Repaired, table.at(at), message)
            .hint("Look whether that is what the column holds.")
    }

    /// A column that nobody answers in may be gone: the rows say that they were known otherwise.
    fn gone(&self, table: &Table<'_>, column: Column) -> Option<Problem> {
        if !column.answered() {
            return None;
        }
        let message = format!(
            "The column {} is no longer on this sheet; whatever was written there for its {} is missing.",
            column.spoken(self.template),
            if table.rows.len() == 1 {
                "question".to_owned()
            } else {
                format!("{} questions", table.rows.len())
            }
        );
        let hint = "Put the column back with its heading, or ask the setting for it.";
        let place = format!("Sheet '{}'", table.sheet.name);
        Some(Problem::new(Severity::Question, place, message).hint(hint))
    }
}

fn cells(count: usize) -> String {
    if count == 1 { "one cell".to_owned() } else { format!("{count} cells") }
}

/// A table of answers while its columns are looked for.
struct Table<'b> {
    sheet: &'b Sheet,
    heading: Option<u32>,
    rows: Vec<Found<'b>>,
}

/// A row that is a question's, by what stands anywhere in it.
struct Found<'b> {
    row: u32,
    cells: &'b Cells,
    question: usize,
    keyed: Option<u32>,
    stated: Option<u32>,
}

/// The rows of questions between two rows, by a key or a statement in any of their cells.
fn questions<'b>(looking: &Looking<'_>, sheet: &'b Sheet, (from, below): (u32, u32)) -> Vec<Found<'b>> {
    sheet.rows.range(from..below).filter_map(|(row, cells)| question(looking, *row, cells)).collect()
}

fn question<'b>(looking: &Looking<'_>, row: u32, cells: &'b Cells) -> Option<Found<'b>> {
    let (mut keyed, mut stated, mut found) = (None, None, None);
    for (column, cell) in cells {
        let Content::Text(text) = &cell.content else { continue };
        if cell.formula {
            continue;
        }
        if let Some(at) = looking.marks.keyed(text) {
            (keyed, found) = (Some(*column), Some(at));
        } else if let Some(at) = looking.marks.stated(text) {
            stated = Some(*column);
            found = found.or(at);
        }
    }
    found.map(|question| Found { row, cells, question, keyed, stated })
}

impl Table<'_> {
    fn at(&self, column: u32) -> String {
        let first = self.rows.first().map_or(0, |row| row.row);
        self.sheet.at(Place::new(self.heading.unwrap_or(first), column))
    }

    fn filled(&self, column: u32) -> usize {
        let filled =
            |row: &&Found<'_>| row.cells.get(&column).is_some_and(|cell| !cell.text().trim().is_empty());
        self.rows.iter().filter(filled).count()
    }

    /// The column in which most rows hold what such a column holds.
    fn by_content(&self, looking: &Looking<'_>, column: Column) -> Option<u32> {
        let mut votes: BTreeMap<u32, usize> = BTreeMap::new();
        for row in &self.rows {
            let found: Vec<u32> = match column {
                Column::Key => row.keyed.into_iter().collect(),
                Column::Statement => row.stated.into_iter().collect(),
                Column::Rating => row.levels(looking),
                Column::Number
                | Column::Note
                | Column::Impact
                | Column::Area
                | Column::Reason
                | Column::Extra(_)
                | Column::Last
                | Column::Why
                | Column::Scale => Vec::new(),
            };
            found.into_iter().for_each(|at| *votes.entry(at).or_default() += 1);
        }
        let best = votes.iter().max_by_key(|(at, count)| (**count, u32::MAX - **at));
        let (at, count) = best.map(|(at, count)| (*at, *count))?;
        let rivals = votes.iter().filter(|(other, votes)| **other != at && **votes * 2 > count).count();
        (count >= ENOUGH && rivals == 0).then_some(at)
    }

    /// Whether what stands in a column may be of that kind: most of its ratings have to be levels.
    fn fits(&self, looking: &Looking<'_>, column: Column, at: u32) -> bool {
        if column != Column::Rating {
            return true;
        }
        let rated = self.rows.iter().filter(|row| row.scaled(looking));
        let filled: Vec<_> = rated.filter(|row| row.cells.contains_key(&at)).collect();
        let levels = filled.iter().filter(|row| row.levels(looking).contains(&at)).count();
        levels * 2 >= filled.len()
    }
}

impl Found<'_> {
    fn question<'t>(&self, looking: &Looking<'t>) -> Option<&'t Question> {
        looking.marks.question(looking.template, self.question)
    }

    fn scaled(&self, looking: &Looking<'_>) -> bool {
        self.question(looking).is_some_and(|question| question.scale.is_some())
    }

    /// The columns in which a level of its scale stands.
    fn levels(&self, looking: &Looking<'_>) -> Vec<u32> {
        let Some(question) = self.question(looking) else { return Vec::new() };
        let Some(scale) = looking.template.scale_of(question) else { return Vec::new() };
        let level = |(_, cell): &(&u32, &crate::sheet::Cell)| !cell.formula && value::names(scale, cell);
        self.cells.iter().filter(level).map(|(column, _)| *column).collect()
    }
}
