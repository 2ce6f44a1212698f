//! What each column of a sheet is for: the rating by its lists, the statement by its text, the others by heading.
//!
//! Refuses to know: other sheets.

use std::collections::{BTreeMap, BTreeSet};

use super::super::mapping::{ColumnMap, ColumnRole};
use super::super::{headings, words};
use super::number;
use super::survey::Survey;
use crate::text::folded;

/// The columns of a sheet of questions, and what there is to say about the guess.
#[derive(Default)]
pub struct Columns {
    /// Those that are for something.
    pub maps: Vec<ColumnMap>,
    /// The rows in which a rating can be chosen.
    pub rated: BTreeSet<u32>,
    /// The row of headings.
    pub heading: Option<u32>,
    /// Why, for people.
    pub reasons: Vec<String>,
    /// What to look at.
    pub doubts: Vec<String>,
}

/// Guesses; none where the sheet asks nothing.
pub fn guess(survey: &Survey<'_>) -> Option<Columns> {
    let (ratings, listed) = ratings(survey).or_else(|| by_heading(survey))?;
    let mut rated: BTreeSet<u32> = ratings.iter().flat_map(|(_, rows)| rows).copied().collect();
    let columns: BTreeSet<u32> = ratings.iter().map(|(column, _)| *column).collect();
    let heading = heading_row(survey, &rated, &columns);
    // A list over a whole column reaches over the title and the headings too.
    rated.retain(|row| heading.is_none_or(|heading| *row > heading));
    let statement = statement(survey, &rated, &columns, heading)?;
    let mut found = Columns { rated, heading, ..Columns::default() };
    for column in survey.columns() {
        let said = above(survey, heading, column);
        let role = match column {
            _ if columns.contains(&column) => ColumnRole::Rating,
            _ if column == statement => ColumnRole::Statement,
            _ => other(survey, &found.rated, column, statement, &said),
        };
        found.maps.push(ColumnMap { column, role, heading: said });
    }
    only_one(&mut found.maps, ColumnRole::Number, statement);
    only_one(&mut found.maps, ColumnRole::Section, statement);
    beside_without_heading(survey, &mut found);
    said(&mut found, listed);
    found.maps.retain(|one| one.role != ColumnRole::Other);
    Some(found)
}

type Ratings = Vec<(u32, BTreeSet<u32>)>;

/// The column with most listed cells, and those that share its words.
fn ratings(survey: &Survey<'_>) -> Option<(Ratings, bool)> {
    let rows = |column: &u32| (*column, survey.rows_with(*column));
    let all: Ratings = survey.listed.keys().map(rows).filter(|(_, rows)| rows.len() >= 2).collect();
    let most = all.iter().map(|(_, rows)| rows.len()).max()?;
    let near = all.iter().filter(|(_, rows)| rows.len() * 10 >= most * 9);
    let (best, rows) = near.max_by_key(|(column, rows)| {
        let words = survey.words(*column);
        let known = words.iter().filter(|word| words::meaning(word).is_some()).count();
        let first = rows.first().copied();
        let named = first.is_some_and(|row| named_above(survey, row, *column));
        (known * 2 >= words.len(), named, words.len().min(5), rows.len(), u32::MAX - *column)
    })?;
    let wanted = survey.words(*best);
    let same = |(column, other): &&(u32, BTreeSet<u32>)| {
        column == best || (survey.words(*column) == wanted && other.len() * 2 >= rows.len())
    };
    Some((all.iter().filter(same).cloned().collect(), true))
}

/// Whether one of the three cells above a column's first list reads like the heading of a rating.
fn named_above(survey: &Survey<'_>, first: u32, column: u32) -> bool {
    let above = (first.saturating_sub(3)..=first).map(|row| survey.text(row, column));
    above.into_iter().any(|text| headings::heading(&text) == Some(ColumnRole::Rating))
}

/// Without any list: a column whose heading says that it is rated, over rows with text beside it.
fn by_heading(survey: &Survey<'_>) -> Option<(Ratings, bool)> {
    for (row, cells) in &survey.sheet.rows {
        let rating =
            cells.iter().find(|(_, cell)| headings::heading(&cell.text()) == Some(ColumnRole::Rating));
        let Some((column, _)) = rating.filter(|_| cells.len() >= 2) else { continue };
        let long = |text: &str| text.chars().count() >= 12;
        let asks = |below: &u32| {
            survey.filled(*below).iter().any(|one| one != column && long(&survey.text(*below, *one)))
        };
        let below: BTreeSet<u32> =
            survey.sheet.rows.range(row + 1..).map(|(row, _)| *row).filter(asks).collect();
        if below.len() >= 3 {
            return Some((vec![(*column, below)], false));
        }
    }
    None
}

/// The row above the first rating in which the columns are named.
fn heading_row(survey: &Survey<'_>, rated: &BTreeSet<u32>, ratings: &BTreeSet<u32>) -> Option<u32> {
    let first = *rated.first()?;
    let above = survey.sheet.rows.range(first.saturating_sub(12)..=first).rev().map(|(row, _)| *row);
    let known = |row: u32| {
        let filled = survey.filled(row);
        let named =
            filled.iter().filter(|column| headings::heading(&survey.text(row, **column)).is_some()).count();
        let over = ratings.iter().any(|column| filled.contains(column));
        (filled.len(), named, over)
    };
    let rows: Vec<(u32, (usize, usize, bool))> = above.map(|row| (row, known(row))).collect();
    let fits =
        |test: fn(&(usize, usize, bool)) -> bool| rows.iter().find(|(_, it)| test(it)).map(|(row, _)| *row);
    let strong = fits(|(filled, named, over)| *filled >= 2 && *named >= 2 && *over);
    let strongly = |row: &u32| {
        let (_, named, over) = known(*row);
        named >= 2 && over
    };
    let below = survey.sheet.rows.range(first + 1..=first.saturating_add(8)).map(|(row, _)| *row);
    let weak = || fits(|(filled, named, over)| *filled >= 2 && (*over || *named >= 2));
    let row = strong.or_else(|| below.into_iter().find(strongly)).or_else(weak)?;
    (row != first || !survey.text(row, *ratings.first()?).is_empty()).then_some(row)
}

/// The column with most text over the rated rows; one whose heading names it, where its texts are long enough.
fn statement(
    survey: &Survey<'_>,
    rated: &BTreeSet<u32>,
    ratings: &BTreeSet<u32>,
    heading: Option<u32>,
) -> Option<u32> {
    let length = |column: u32| -> usize {
        let rows = rated.iter().filter(|row| Some(**row) != heading && !survey.covered(**row, column));
        let said = rows.filter_map(|row| survey.cell(*row, column)).filter(|cell| !cell.formula);
        said.map(|cell| cell.text().trim().chars().count()).sum()
    };
    let columns = survey.columns().into_iter().filter(|column| !ratings.contains(column));
    let lengths: BTreeMap<u32, usize> = columns.map(|column| (column, length(column))).collect();
    let (most, size) = lengths.iter().max_by_key(|(column, size)| (**size, u32::MAX - **column))?;
    let named = |column: &u32| headings::heading(&above(survey, heading, *column));
    let better = lengths
        .iter()
        .find(|(column, size)| named(column) == Some(ColumnRole::Statement) && **size >= 15 * rated.len());
    match better {
        Some((column, _)) if named(most) != Some(ColumnRole::Statement) => Some(*column),
        Some(_) | None => (*size > 0).then_some(*most),
    }
}

/// What stands above a column, over merged cells too.
fn above(survey: &Survey<'_>, heading: Option<u32>, column: u32) -> String {
    let text = heading.map(|row| survey.text(row, column)).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect()
}

/// What a column is for that is neither rated nor the statement.
fn other(survey: &Survey<'_>, rated: &BTreeSet<u32>, column: u32, statement: u32, said: &str) -> ColumnRole {
    let texts: Vec<String> =
        rated.iter().map(|row| survey.text(*row, column)).filter(|text| !text.is_empty()).collect();
    let full = texts.len() * 10 >= rated.len() * 6;
    let empty = texts.len() * 10 <= rated.len();
    let by_name = headings::heading(said);
    let merged = survey.sheet.merged.iter().any(|area| {
        area.from.column == column
            && area.from.column == area.to.column
            && area.to.row > area.from.row
            && rated.contains(&area.from.row)
    });
    let distinct: BTreeSet<String> = texts.iter().map(|text| folded(text)).collect();
    if column < statement && texts.iter().filter(|text| number::is(text)).count() * 10 >= rated.len() * 6 {
        return ColumnRole::Number;
    }
    let groups =
        !texts.is_empty() && (merged || (distinct.len() * 2 <= rated.len() && full) || (!full && !empty));
    if column < statement && groups && !texts.iter().all(|text| number::is(text)) {
        return ColumnRole::Section;
    }
    let answered =
        |role| [ColumnRole::Note, ColumnRole::Area, ColumnRole::Impact, ColumnRole::Reason].contains(&role);
    match by_name {
        Some(ColumnRole::Guidance) => ColumnRole::Guidance,
        Some(role) if answered(role) && !full => role,
        Some(role) if answered(role) && full => ColumnRole::Guidance,
        _ if empty && !said.is_empty() && column > statement => ColumnRole::Extra,
        _ => ColumnRole::Other,
    }
}

/// Of several columns for one thing the one nearest to the statement holds.
fn only_one(maps: &mut [ColumnMap], role: ColumnRole, statement: u32) {
    let nearest = maps
        .iter()
        .filter(|one| one.role == role)
        .min_by_key(|one| one.column.abs_diff(statement))
        .map(|one| one.column);
    for one in maps.iter_mut().filter(|one| one.role == role && Some(one.column) != nearest) {
        one.role = ColumnRole::Other;
    }
}

/// An empty column right of the only rating, where nothing has a heading: very likely for comments.
fn beside_without_heading(survey: &Survey<'_>, found: &mut Columns) {
    let ratings: Vec<u32> =
        found.maps.iter().filter(|one| one.role == ColumnRole::Rating).map(|one| one.column).collect();
    let [rating] = ratings[..] else { return };
    let wide = survey.beside.looks.width(rating + 1).is_some_and(|width| width >= 18.0);
    let used = found.maps.iter().any(|one| one.column == rating + 1);
    if found.heading.is_none() && wide && !used {
        found.maps.push(ColumnMap { column: rating + 1, role: ColumnRole::Note, heading: String::new() });
        found.doubts.push("The wide empty column beside the rating was taken for comments.".to_owned());
    }
}

fn said(found: &mut Columns, listed: bool) {
    let ratings = found.maps.iter().filter(|one| one.role == ColumnRole::Rating).count();
    let rated = found.rated.len();
    found.reasons.push(match listed {
        true => format!("{rated} rows have a cell with a list to choose from: that is the rating."),
        false => "No cell has a list to choose from; the rating was found by its heading.".to_owned(),
    });
    found.reasons.push("The column with most text in those rows is the statement.".to_owned());
    if !listed {
        found.doubts.push("Say which words the rating is chosen from: this sheet has no lists.".to_owned());
    }
    if ratings > 1 {
        found.doubts.push(format!(
            "{ratings} columns hold the same ratings: each is asked as a question of its own. Turn off those that are not to be asked."
        ));
    }
    if found.heading.is_none() {
        found.doubts.push("No row of headings was found: look at what each column is for.".to_owned());
    }
}
