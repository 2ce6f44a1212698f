//! Next year's workbook, read by this year's mapping: what is the same, reworded, new or gone, and what moved.
//!
//! Sheets and columns are known again by their statements and headings, never by name or place alone.
//! Refuses to know: whether a reworded question still means the same; only a person says that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::guess;
use super::mapping::{Asked, ColumnMap, Mapping, SheetMap, SheetRole};
use crate::sheet::{Place, Seen};
use crate::template::propose::alike;
use crate::text::folded;

/// From here on statements with one number are the same in other words.
const SAME_NUMBER: f64 = 0.5;
/// From here on statements are the same in other words, whatever their number.
const OTHER_NUMBER: f64 = 0.8;
/// So much of the earlier workbook has to be there again, of 1.
const ENOUGH: f64 = 0.4;

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// Its words changed.
    Reworded,
    /// It was not there before.
    New,
    /// It is no longer there.
    Gone,
}

/// A question that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What became of it.
    pub became: Became,
    /// Printed number.
    pub number: String,
    /// The words before; empty where it is new.
    pub before: String,
    /// The words now; empty where it is gone.
    pub now: String,
}

/// A workbook read by an earlier mapping.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The mapping of the new workbook.
    pub mapping: Mapping,
    /// Questions that are not as they were.
    pub differences: Vec<Difference>,
    /// Columns that stand elsewhere, a sentence each.
    pub moved: Vec<String>,
}

/// How much of a mapping's statements stand in a workbook, of 1.
fn likeness(earlier: &Mapping, seen: &Seen) -> f64 {
    let texts: BTreeSet<String> = earlier.questions.iter().map(|one| folded(&one.text)).collect();
    let mut there = BTreeSet::new();
    for cell in seen.book.sheets.iter().flat_map(|sheet| sheet.rows.values()).flat_map(|cells| cells.values())
    {
        let text = cell.text();
        let bare = guess::number::split(&text).map(|(_, rest)| folded(&rest));
        there.extend([Some(folded(&text)), bare].into_iter().flatten().filter(|text| texts.contains(text)));
    }
    there.len() as f64 / texts.len().max(1) as f64
}

/// Reads a workbook by a mapping: of this very workbook as it is, else as one that follows it; none where it is
/// another one.
pub fn apply(known: &Mapping, seen: &Seen, name: &str, today: NaiveDate) -> Option<Carried> {
    let mut again = known.clone();
    let names =
        |mapping: &Mapping| -> Vec<String> { mapping.sheets.iter().map(|one| one.name.clone()).collect() };
    let sheets: Vec<String> = seen.book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    guess::renew(seen, &mut again);
    if again.questions == known.questions && again.scales == known.scales && names(known) == sheets {
        return Some(Carried { mapping: again, differences: Vec::new(), moved: Vec::new() });
    }
    carry(known, seen, name, today)
}

/// Reads a workbook by an earlier mapping; none where it is another one.
pub fn carry(earlier: &Mapping, seen: &Seen, name: &str, today: NaiveDate) -> Option<Carried> {
    if likeness(earlier, seen) < ENOUGH {
        return None;
    }
    let mut mapping = guess::guess(seen, name, today);
    let mut moved = Vec::new();
    for number in 0..mapping.sheets.len() {
        if let Some(before) = before(earlier, &mapping, number) {
            take_over(seen, &mut mapping.sheets[number], before, number, &mut moved);
        }
    }
    mapping.tool = super::mapping::Tool { made: today, ..earlier.tool.clone() };
    mapping.tool.follows = Some(earlier.tool.version.clone());
    mapping.tool.version = next_version(&earlier.tool.version, today);
    mapping.divided = earlier.divided;
    (mapping.scales, mapping.retired) = (earlier.scales.clone(), earlier.retired.clone());
    mapping.questions.clone_from(&earlier.questions);
    guess::renew(seen, &mut mapping);
    let differences = settle(earlier, &mut mapping);
    Some(Carried { mapping, differences, moved })
}

/// The earlier sheet that shares most statements with this one, else the one with its name.
fn before<'a>(earlier: &'a Mapping, now: &Mapping, sheet: usize) -> Option<&'a SheetMap> {
    let texts: BTreeSet<String> =
        now.questions.iter().filter(|one| one.sheet == sheet).map(|one| folded(&one.text)).collect();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for one in earlier.questions.iter().filter(|one| texts.contains(&folded(&one.text))) {
        *counts.entry(one.sheet).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count).map(|(sheet, _)| sheet);
    let named = || earlier.sheets.iter().position(|map| folded(&map.name) == folded(&now.sheets[sheet].name));
    earlier.sheets.get(most.or_else(named)?)
}

/// Gives a sheet the roles that its columns had, wherever they stand now.
fn take_over(seen: &Seen, now: &mut SheetMap, before: &SheetMap, sheet: usize, moved: &mut Vec<String>) {
    if before.role != SheetRole::Questions || now.role != SheetRole::Questions {
        now.role = if before.role == SheetRole::Questions { now.role } else { before.role };
        return;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut columns: Vec<ColumnMap> = Vec::new();
    for one in &before.columns {
        let nth = taken.entry(folded(&one.heading)).or_default();
        let found = nth_heading(seen, now, sheet, &one.heading, *nth);
        *nth += 1;
        let guessed = now.columns.iter().find(|other| other.role == one.role).map(|other| other.column);
        let column = found.or(guessed).unwrap_or(one.column);
        if column != one.column {
            let at = |column| Place::new(0, column).to_string().trim_end_matches('1').to_owned();
            moved.push(format!(
                "Sheet \u{2018}{}\u{2019}: the column \u{201c}{}\u{201d} moved from {} to {}.",
                now.name,
                one.heading,
                at(one.column),
                at(column)
            ));
        }
        if !columns.iter().any(|other| other.column == column) {
            columns.push(ColumnMap { column, role: one.role, heading: one.heading.clone() });
        }
    }
    columns.sort_by_key(|one| one.column);
    now.columns = columns;
    now.doubts.clear();
}

/// The column that has a heading for the nth time.
fn nth_heading(seen: &Seen, map: &SheetMap, sheet: usize, heading: &str, nth: usize) -> Option<u32> {
    let row = map.heading.filter(|_| !heading.is_empty())?;
    let cells = seen.book.sheets.get(sheet)?.rows.get(&row)?;
    let same = |text: &str| folded(text) == folded(heading);
    cells.iter().filter(|(_, cell)| same(&cell.text())).map(|(column, _)| *column).nth(nth)
}

/// The version after another one: of this year, or the next number.
fn next_version(before: &str, today: NaiveDate) -> String {
    let year = format!("{}.", today.year());
    match before.strip_prefix(&year).and_then(|rest| rest.parse::<u32>().ok()) {
        Some(last) => format!("{year}{}", last + 1),
        None if before
            .split('.')
            .next()
            .and_then(|it| it.parse::<i32>().ok())
            .is_some_and(|it| it > today.year()) =>
        {
            format!("{before}.1")
        }
        None => format!("{year}1"),
    }
}

/// Gives reworded questions the id they had, retires the ids that are gone, and says what changed.
fn settle(earlier: &Mapping, now: &mut Mapping) -> Vec<Difference> {
    let ids = |mapping: &Mapping| -> BTreeSet<String> {
        mapping.questions.iter().map(|one| one.id.clone()).collect()
    };
    let (old, kept) = (ids(earlier), ids(now));
    let mut gone: Vec<&Asked> = earlier.questions.iter().filter(|one| !kept.contains(&one.id)).collect();
    let mut differences = Vec::new();
    for one in now.questions.iter_mut().filter(|one| !old.contains(&one.id)) {
        let best = gone
            .iter()
            .enumerate()
            .filter(|(_, before)| before.score == one.score)
            .map(|(place, before)| (place, near(before, one)))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let found = best.filter(|(_, near)| *near > 0.0).map(|(place, _)| gone.remove(place));
        differences.push(Difference {
            became: if found.is_some() { Became::Reworded } else { Became::New },
            number: one.number.clone(),
            before: found.map(|before| before.text.clone()).unwrap_or_default(),
            now: one.text.clone(),
        });
        if let Some(before) = found {
            one.id.clone_from(&before.id);
        }
    }
    for one in gone {
        now.retired.push(one.id.clone());
        differences.push(Difference {
            became: Became::Gone,
            number: one.number.clone(),
            before: one.text.clone(),
            now: String::new(),
        });
    }
    differences
}

/// How near two statements are; nothing where they are not the same in other words.
fn near(before: &Asked, now: &Asked) -> f64 {
    let alike = alike(&before.text, &now.text);
    let enough = if folded(&before.number) == folded(&now.number) { SAME_NUMBER } else { OTHER_NUMBER };
    if alike >= enough { alike } else { 0.0 }
}
