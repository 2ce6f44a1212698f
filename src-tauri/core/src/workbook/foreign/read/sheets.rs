//! Where the rows and columns of a mapping stand in a workbook that people have worked in.
//!
//! Refuses to know: what is answered there.

use std::collections::{BTreeMap, HashMap};

use super::super::guess::number;
use super::super::mapping::{Asked, ColumnMap, ColumnRole, Mapping, SheetMap};
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Place, Sheet};
use crate::template::propose::alike;
use crate::text::{folded, short};

/// From here on a statement with the same number is the same in other words.
const REWORDED: f64 = 0.6;

/// The sheets of a workbook, each as far as it is one that was mapped.
pub struct Sheets<'a> {
    found: BTreeMap<usize, Matched<'a>>,
    mapping: &'a Mapping,
}

/// A sheet that was mapped, where it stands now.
struct Matched<'a> {
    sheet: &'a Sheet,
    map: &'a SheetMap,
    /// Rows by statement, from top to bottom.
    rows: HashMap<String, Vec<u32>>,
    /// How far the columns moved, where no heading says better.
    shift: i64,
    heading: Option<u32>,
}

/// The row of a question.
pub struct Located<'a> {
    /// Its sheet.
    pub sheet: &'a Sheet,
    row: u32,
    matched: &'a Matched<'a>,
}

impl<'a> Sheets<'a> {
    /// Finds every mapped sheet by its statements.
    pub fn of(book: &'a Book, mapping: &'a Mapping) -> Self {
        let mut found = BTreeMap::new();
        for (number, map) in mapping.sheets.iter().enumerate() {
            let asked: Vec<&Asked> = mapping.questions.iter().filter(|one| one.sheet == number).collect();
            // Of sheets with the same statements the one that kept its name holds, else the one in its place.
            let rank = |(place, matched): &(usize, Matched<'_>)| {
                let named = folded(&matched.sheet.name) == folded(&map.name);
                (matched.hits(), named, usize::MAX - place.abs_diff(number))
            };
            let all = book.sheets.iter().enumerate();
            let best = all.map(|(place, sheet)| (place, Matched::of(sheet, map, &asked))).max_by_key(rank);
            let best = best.map(|(_, matched)| matched);
            if let Some(best) = best.filter(|best| !asked.is_empty() && best.hits() > 0) {
                found.insert(number, best);
            }
        }
        Self { found, mapping }
    }

    /// How many of the statements are there, of 1.
    pub fn likeness(&self) -> f64 {
        let there = |one: &&Asked| {
            self.found.get(&one.sheet).is_some_and(|sheet| sheet.rows.contains_key(&folded(&one.text)))
        };
        let all = self.mapping.questions.len().max(1);
        self.mapping.questions.iter().filter(there).count() as f64 / all as f64
    }

    /// The row of a question: by its statement, else by its number with words that are nearly the same.
    pub fn locate(&'a self, asked: &Asked, problems: &mut Vec<Problem>) -> Option<Located<'a>> {
        let name = self.mapping.sheets.get(asked.sheet).map(|map| map.name.as_str()).unwrap_or_default();
        let Some(matched) = self.found.get(&asked.sheet) else {
            problems.push(super::gone(asked, name));
            return None;
        };
        let row = match matched.rows.get(&folded(&asked.text)).map(Vec::as_slice) {
            Some([row]) => Some(*row),
            Some(rows) => self.among(rows, asked, matched, problems),
            None => matched.reworded(asked, problems),
        };
        if row.is_none() {
            problems.push(super::gone(asked, name));
        }
        row.map(|row| Located { sheet: matched.sheet, row, matched })
    }

    /// Of several rows with one statement: the one in the same turn, where there are as many as there were.
    fn among(
        &self,
        rows: &[u32],
        asked: &Asked,
        matched: &Matched<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<u32> {
        let same = |one: &&Asked| {
            one.sheet == asked.sheet && one.rating == asked.rating && folded(&one.text) == folded(&asked.text)
        };
        let turns: Vec<u32> = self.mapping.questions.iter().filter(same).map(|one| one.row).collect();
        let turn = turns.iter().position(|row| *row == asked.row)?;
        let row = *rows.get(turn)?;
        if turns.len() != rows.len() {
            let message = format!(
                "The statement of question {} stands in {} rows; the answer was taken from this one.",
                asked.number,
                rows.len()
            );
            let at = matched.sheet.at(Place::new(row, asked.rating));
            problems
                .push(Problem::new(Severity::Question, at, message).hint("Look which of the rows is meant."));
        }
        Some(row)
    }
}

impl<'a> Matched<'a> {
    fn of(sheet: &'a Sheet, map: &'a SheetMap, asked: &[&Asked]) -> Self {
        let wanted: HashMap<String, u32> = asked.iter().map(|one| (folded(&one.text), one.row)).collect();
        let (mut rows, mut columns): (HashMap<String, Vec<u32>>, BTreeMap<u32, usize>) = Default::default();
        for (row, cells) in &sheet.rows {
            for (column, cell) in cells {
                let text = cell.text();
                let bare = number::split(&text).map(|(_, rest)| folded(&rest));
                let known =
                    [Some(folded(&text)), bare].into_iter().flatten().find(|text| wanted.contains_key(text));
                if let Some(text) = known {
                    *columns.entry(*column).or_default() += 1;
                    rows.entry(text).or_default().push(*row);
                }
            }
        }
        rows.values_mut().for_each(Vec::dedup);
        let statement = map.with(ColumnRole::Statement).map(|one| one.column).next();
        let now = columns.into_iter().max_by_key(|(_, count)| *count).map(|(column, _)| column);
        let shift = now.zip(statement).map_or(0, |(now, before)| i64::from(now) - i64::from(before));
        let first = rows.values().flatten().min().copied();
        let heading = first.and_then(|first| heading(sheet, map, first));
        Self { sheet, map, rows, shift, heading }
    }

    fn hits(&self) -> usize {
        self.rows.len()
    }

    /// A row with the question's number whose words are nearly the same.
    fn reworded(&self, asked: &Asked, problems: &mut Vec<Problem>) -> Option<u32> {
        let statement = self.map.with(ColumnRole::Statement).next()?;
        let column = self.column(statement)?;
        let mut best = None;
        for (row, cells) in &self.sheet.rows {
            let Some(text) = cells.get(&column).map(crate::sheet::Cell::text) else { continue };
            let (inside, bare) = number::split(&text).unwrap_or((String::new(), text.clone()));
            let numbered = inside == asked.number
                || cells.values().any(|cell| cell.text().trim().trim_end_matches('.') == asked.number);
            let near = alike(&bare, &asked.text);
            if numbered && near >= REWORDED && best.as_ref().is_none_or(|(other, _, _)| near > *other) {
                best = Some((near, *row, bare));
            }
        }
        let (_, row, text) = best?;
        let message = format!(
            "Question {} is worded differently here: \u{201c}{}\u{201d}; its answer was taken.",
            asked.number,
            short(&text)
        );
        problems.push(
            Problem::new(Severity::Question, self.sheet.at(Place::new(row, column)), message)
                .hint("Look whether it is still the same question."),
        );
        Some(row)
    }

    /// Where a column stands now: by its heading, for the nth time where it comes several times, else as far on as
    /// the statements.
    fn column(&self, one: &ColumnMap) -> Option<u32> {
        let same = |text: &str| folded(text) == folded(&one.heading);
        let nth = self
            .map
            .columns
            .iter()
            .filter(|other| same(&other.heading))
            .position(|other| other.column == one.column)
            .unwrap_or(0);
        let by_heading = self.heading.filter(|_| !one.heading.is_empty()).and_then(|row| {
            let cells = self.sheet.rows.get(&row)?;
            let all: Vec<u32> = cells
                .iter()
                .filter(|(_, cell)| same(&one_line(&cell.text())))
                .map(|(column, _)| *column)
                .collect();
            let before = self.map.columns.iter().filter(|other| same(&other.heading)).count();
            // Of columns that share a heading with others that were left alone, the place decides.
            (all.len() == before).then(|| all.get(nth).copied()).flatten()
        });
        by_heading.or_else(|| u32::try_from(i64::from(one.column) + self.shift).ok())
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row above the questions that shares most headings with the mapping.
fn heading(sheet: &Sheet, map: &SheetMap, first: u32) -> Option<u32> {
    let known = |text: &str| {
        map.columns
            .iter()
            .any(|one| !one.heading.is_empty() && folded(&one.heading) == folded(&one_line(text)))
    };
    let above = sheet
        .rows
        .range(..first)
        .map(|(row, cells)| (*row, cells.values().filter(|cell| known(&cell.text())).count()));
    above.filter(|(_, count)| *count >= 2).max_by_key(|(row, count)| (*count, *row)).map(|(row, _)| row)
}

impl Located<'_> {
    /// The cell of a column in this row.
    pub fn place(&self, column: &ColumnMap) -> Option<Place> {
        self.matched.column(column).map(|column| Place::new(self.row, column))
    }
}
