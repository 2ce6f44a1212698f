//! Guessing how an unknown workbook is laid out, with the reasons for people.
//!
//! A guess is only a beginning: a person looks at it over a picture of the sheet and corrects it. Whatever is
//! in the workbook, a guess comes back. Refuses to know: files, and what anybody answered.

mod columns;
pub(super) mod number;
mod rows;
pub(super) mod survey;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::headings::{self, Label};
use super::mapping::{ColumnRole, Divided, FORM, Mapping, RowRole, SheetMap, SheetRole, Spot, Tool};
use super::{questions, scales};
use crate::sheet::{Content, Place, Seen, Sheet};
use crate::template::Audience;
use crate::text::normal;
use survey::Survey;

/// The most standards that sections make; beyond it each sheet is one.
const MOST_STANDARDS: usize = 60;

/// Guesses; `name` is the file's, for the title, and `today` the day the tool is made.
pub fn guess(seen: &Seen, name: &str, today: NaiveDate) -> Mapping {
    let mut mapping = Mapping {
        form: FORM,
        tool: tool(name, today),
        divided: Divided::Section,
        sheets: sheets(seen),
        scales: Vec::new(),
        name_at: None,
        urn_at: None,
        questions: Vec::new(),
        retired: Vec::new(),
    };
    (mapping.name_at, mapping.urn_at) = (spot(seen, Label::Name), spot(seen, Label::Urn));
    renew(seen, &mut mapping);
    let sections: BTreeSet<(usize, &str)> =
        mapping.questions.iter().map(|one| (one.sheet, one.section.as_str())).collect();
    if sections.len() > MOST_STANDARDS {
        mapping.divided = Divided::Sheet;
    }
    mapping
}

/// Works out again what is asked and on which scales, after something was corrected.
pub(super) fn renew(seen: &Seen, mapping: &mut Mapping) {
    scales::renew(seen, mapping);
    questions::renew(seen, mapping);
}

fn tool(name: &str, today: NaiveDate) -> Tool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = normal(&stem.replace(['_', '-'], " ")).split_whitespace().collect::<Vec<_>>().join(" ");
    let title = if title.is_empty() { "Our own audit".to_owned() } else { title };
    let id = questions::slug(&title, 3);
    Tool {
        id: if id.is_empty() || id.starts_with(|c: char| c.is_ascii_digit()) {
            format!("own-{id}").trim_end_matches('-').to_owned()
        } else {
            id
        },
        version: format!("{}.1", today.format("%Y")),
        title,
        publisher: String::new(),
        audience: Audience::School,
        made: today,
        follows: None,
    }
}

/// What every sheet is for.
fn sheets(seen: &Seen) -> Vec<SheetMap> {
    let sources: BTreeSet<&str> = seen
        .beside
        .iter()
        .flat_map(|beside| &beside.lists)
        .filter_map(|list| list.source.as_ref().map(|(name, _)| name.as_str()))
        .collect();
    let both = seen.book.sheets.iter().zip(&seen.beside);
    let surveys: Vec<Survey<'_>> = both.map(|(sheet, beside)| Survey::of(sheet, beside)).collect();
    let mut maps: Vec<SheetMap> = surveys.iter().map(|survey| one(survey, &sources)).collect();
    without_lists(&surveys, &mut maps);
    maps
}

/// Where one sheet has lists to choose from, another that only has a heading like a rating is not asked.
fn without_lists(surveys: &[Survey<'_>], maps: &mut [SheetMap]) {
    let asks = |map: &SheetMap| map.role == SheetRole::Questions;
    let listed = |survey: &Survey<'_>, map: &SheetMap| {
        map.with(ColumnRole::Rating).any(|one| survey.listed.contains_key(&one.column))
    };
    if !surveys.iter().zip(&*maps).any(|(survey, map)| asks(map) && listed(survey, map)) {
        return;
    }
    for (survey, map) in surveys.iter().zip(maps).filter(|(survey, map)| asks(map) && !listed(survey, map)) {
        let reason = "Other sheets have lists to choose from; this one has none.".to_owned();
        let name = survey.sheet.name.clone();
        *map = SheetMap { name, reasons: vec![reason], ..left(SheetRole::Skipped) };
    }
}

fn one(survey: &Survey<'_>, sources: &BTreeSet<&str>) -> SheetMap {
    let sheet = survey.sheet;
    asks(survey).unwrap_or_else(|| {
        let (role, reason) = idle(sheet, sources.contains(sheet.name.as_str()));
        SheetMap { name: sheet.name.clone(), reasons: vec![reason.to_owned()], ..left(role) }
    })
}

fn left(role: SheetRole) -> SheetMap {
    SheetMap {
        name: String::new(),
        role,
        heading: None,
        columns: Vec::new(),
        rows: Default::default(),
        sure: 90,
        reasons: Vec::new(),
        doubts: Vec::new(),
    }
}

/// The sheet as one that asks; none where it does not, or nobody sees it.
fn asks(survey: &Survey<'_>) -> Option<SheetMap> {
    if survey.sheet.hidden {
        return None;
    }
    let mut columns = columns::guess(survey)?;
    let mut rows = rows::guess(survey, &mut columns);
    let asked = rows.values().filter(|role| **role == RowRole::Question).count();
    rows.retain(|_, role| *role != RowRole::Other);
    let listed = !survey.listed.is_empty();
    if asked < 2 {
        return None;
    }
    let sure = 55 + 20 * u8::from(columns.heading.is_some()) + 15 * u8::from(listed && asked >= 5) + 10;
    let sure = sure.saturating_sub(u8::try_from(columns.doubts.len() * 12).unwrap_or(u8::MAX)).max(10);
    Some(SheetMap {
        name: survey.sheet.name.clone(),
        role: SheetRole::Questions,
        heading: columns.heading,
        columns: columns.maps,
        rows,
        sure,
        reasons: columns.reasons,
        doubts: columns.doubts,
    })
}

/// What a sheet that asks nothing is for.
fn idle(sheet: &Sheet, is_source: bool) -> (SheetRole, &'static str) {
    let cells = || sheet.rows.values().flat_map(|cells| cells.values());
    let (all, formulas) = (cells().count(), cells().filter(|cell| cell.formula).count());
    let long = cells()
        .filter(|cell| matches!(&cell.content, Content::Text(text) if text.chars().count() > 80))
        .count();
    match () {
        () if all == 0 => (SheetRole::Skipped, "Nothing stands on it."),
        () if is_source => (SheetRole::Lists, "The words of the lists stand on it."),
        () if sheet.hidden => (SheetRole::Skipped, "It is hidden."),
        () if formulas * 4 >= all => (SheetRole::Summary, "It works figures out with formulas."),
        () if long >= 2 => (SheetRole::Guidance, "It holds long texts and nothing to rate."),
        () => (SheetRole::Skipped, "It has nothing to rate."),
    }
}

/// The cell beside or below a label such as "School name".
fn spot(seen: &Seen, label: Label) -> Option<Spot> {
    for (number, sheet) in seen.book.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden) {
        for (row, cells) in sheet.rows.range(..60) {
            let found = cells.iter().find(|(_, cell)| headings::label(&cell.text()) == Some(label));
            if let Some((column, _)) = found {
                let place = blank_beside(sheet, Place::new(*row, *column))?;
                return Some(Spot { sheet: number, row: place.row, column: place.column });
            }
        }
    }
    None
}

/// The empty cell right of a label, else the one below it.
fn blank_beside(sheet: &Sheet, label: Place) -> Option<Place> {
    let right = sheet.merge(label).map_or(label.column, |area| area.to.column) + 1;
    let places = [Place::new(label.row, right), Place::new(label.row + 1, label.column)];
    places.into_iter().find(|place| sheet.text(*place).trim().is_empty()).or(Some(places[0]))
}

/// A sheet that a person says asks something, though the guess did not see it.
pub(super) fn forced(seen: &Seen, sheet: usize) -> Option<SheetMap> {
    let (found, beside) = (seen.book.sheets.get(sheet)?, seen.beside.get(sheet)?);
    let mut shown = found.clone();
    shown.hidden = false;
    let survey = Survey::of(&shown, beside);
    asks(&survey).or_else(|| by_text(&survey))
}

/// Every row of the column with most text, from the second row on: a person says the rest.
fn by_text(survey: &Survey<'_>) -> Option<SheetMap> {
    let length = |column: &u32| -> usize {
        survey.sheet.rows.keys().map(|row| survey.text(*row, *column).chars().count()).sum()
    };
    let statement = survey.columns().into_iter().max_by_key(length)?;
    let asked =
        survey.sheet.rows.keys().skip(1).filter(|row| survey.text(**row, statement).chars().count() >= 12);
    let rows = asked.map(|row| (*row, RowRole::Question)).collect();
    let column =
        super::mapping::ColumnMap { column: statement, role: ColumnRole::Statement, heading: String::new() };
    let doubt = "Point at the column in which it is rated.".to_owned();
    Some(SheetMap {
        name: survey.sheet.name.clone(),
        heading: survey.sheet.rows.keys().next().copied(),
        columns: vec![column],
        rows,
        sure: 20,
        doubts: vec![doubt],
        ..left(SheetRole::Questions)
    })
}

/// What stands above a column of a sheet, as its headings have it.
pub(super) fn heading_of(seen: &Seen, map: &SheetMap, sheet: usize, column: u32) -> String {
    if let Some(known) = map.columns.iter().find(|one| one.column == column && !one.heading.is_empty()) {
        return known.heading.clone();
    }
    let found = seen.book.sheets.get(sheet).zip(map.heading);
    let text = found.map(|(sheet, row)| sheet.text(Place::new(row, column))).unwrap_or_default();
    normal(&text).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect()
}
