//! What each row of a sheet is for: questions, sections among them, headings that come again, guidance.
//!
//! Refuses to know: scales, and other sheets.

use std::collections::{BTreeMap, BTreeSet};

use super::super::mapping::{ColumnMap, ColumnRole, RowRole};
use super::columns::Columns;
use super::number;
use super::survey::Survey;
use crate::sheet::Place;
use crate::text::folded;

/// A title is no longer than this.
const TITLE: usize = 100;

/// The rows that are for something, from the headings to the last question.
pub fn guess(survey: &Survey<'_>, columns: &mut Columns) -> BTreeMap<u32, RowRole> {
    let of = |role| columns.maps.iter().find(|one: &&ColumnMap| one.role == role).map(|one| one.column);
    let Some(statement) = of(ColumnRole::Statement) else { return BTreeMap::new() };
    let look = Look {
        survey,
        columns,
        statement,
        number: of(ColumnRole::Number),
        companions: companions(survey, columns),
    };
    let first = columns.heading.or_else(|| columns.rated.first().copied()).unwrap_or(0);
    // A title above the first question belongs to it; what stands above the headings does not.
    let first = if columns.heading.is_some() { first } else { first.saturating_sub(3) };
    let last = columns.rated.last().copied().unwrap_or(first);
    let rows = survey.sheet.rows.range(first..=last).map(|(row, _)| *row);
    let mut roles: BTreeMap<u32, RowRole> = rows.map(|row| (row, look.role(row))).collect();
    let doubtful =
        roles.iter().filter(|(row, role)| **role == RowRole::Section && columns.rated.contains(row)).count();
    without_ends(&mut roles);
    if doubtful > 0 {
        columns
            .doubts
            .push(format!("{doubtful} rows have a list but read like titles: they were taken for sections."));
    }
    roles
}

/// A section with no question below it is none.
fn without_ends(roles: &mut BTreeMap<u32, RowRole>) {
    let mut asked = false;
    for role in roles.values_mut().rev() {
        match role {
            RowRole::Question => asked = true,
            RowRole::Section if !asked => *role = RowRole::Other,
            RowRole::Section => asked = false,
            RowRole::Heading | RowRole::Guidance | RowRole::Other => {}
        }
    }
}

/// Columns besides statement, number and rating that nearly every question fills.
fn companions(survey: &Survey<'_>, columns: &Columns) -> BTreeSet<u32> {
    let known: BTreeSet<u32> = columns.maps.iter().map(|one| one.column).collect();
    let full = |column: &u32| {
        let filled = columns.rated.iter().filter(|row| !survey.text(**row, *column).is_empty()).count();
        filled * 100 >= columns.rated.len() * 75
    };
    survey.columns().into_iter().filter(|column| !known.contains(column)).filter(full).collect()
}

struct Look<'a> {
    survey: &'a Survey<'a>,
    columns: &'a Columns,
    statement: u32,
    number: Option<u32>,
    companions: BTreeSet<u32>,
}

impl Look<'_> {
    fn role(&self, row: u32) -> RowRole {
        if self.is_heading(row) {
            return RowRole::Heading;
        }
        let text = self.survey.text(row, self.statement);
        if !self.columns.rated.contains(&row) {
            return self.unrated(row);
        }
        match () {
            () if text.is_empty() && self.is_title(row) => RowRole::Section,
            () if text.is_empty() => RowRole::Other,
            () if self.reads_like_a_title(row, &text) => RowRole::Section,
            () => RowRole::Question,
        }
    }

    /// The row of headings, and every row that says the same again.
    fn is_heading(&self, row: u32) -> bool {
        let Some(heading) = self.columns.heading else { return false };
        let named: Vec<(u32, String)> = self
            .survey
            .filled(heading)
            .into_iter()
            .map(|column| (column, folded(&self.survey.text(heading, column))))
            .collect();
        let same =
            named.iter().filter(|(column, text)| folded(&self.survey.text(row, *column)) == *text).count();
        row == heading || (same >= 2 && same * 2 >= named.len())
    }

    /// A row without a list: a title, or an explanation.
    fn unrated(&self, row: u32) -> RowRole {
        let texts: Vec<String> =
            self.survey.filled(row).iter().map(|column| self.survey.text(row, *column)).collect();
        // A letter alone is the number of a section.
        let said = |text: &&String| !number::is(text) && text.chars().count() > 3;
        let words: Vec<&String> = texts.iter().filter(said).collect();
        match words[..] {
            [] => RowRole::Other,
            [one] if is_short(one) => RowRole::Section,
            [_] => RowRole::Guidance,
            _ if words.len() <= 2 && self.is_title(row) => RowRole::Section,
            _ => RowRole::Other,
        }
    }

    /// One text over a merged area, or a bold one alone.
    fn is_title(&self, row: u32) -> bool {
        let filled = self.survey.filled(row);
        let first = filled.iter().find(|column| !number::is(&self.survey.text(row, **column)));
        first.is_some_and(|column| {
            let place = Place::new(row, *column);
            let wide =
                self.survey.sheet.merge(place).is_some_and(|area| area.to.column > area.from.column + 1);
            (wide || self.survey.beside.looks.is_bold(place)) && is_short(&self.survey.text(row, *column))
        })
    }

    /// A row that has a list like its neighbours, and yet nothing else that questions have.
    fn reads_like_a_title(&self, row: u32, text: &str) -> bool {
        if !is_short(text) || text.trim_end().ends_with(['.', '?', ';']) {
            return false;
        }
        if self.over_rating(row) {
            return true;
        }
        let missing =
            self.companions.iter().filter(|column| self.survey.text(row, **column).is_empty()).count();
        let bare = !self.companions.is_empty() && missing == self.companions.len();
        (bare && self.unlike_number(row)) || (self.is_bold_alone(row) && (bare || self.unlike_number(row)))
    }

    /// Whether the statement's merged area reaches over the rating.
    fn over_rating(&self, row: u32) -> bool {
        let ratings = self.columns.maps.iter().filter(|one| one.role == ColumnRole::Rating);
        let area = self.survey.sheet.merge(Place::new(row, self.statement));
        area.is_some_and(|area| ratings.into_iter().any(|one| area.holds(Place::new(row, one.column))))
    }

    /// Whether the number is missing, or has no dot where most have one.
    fn unlike_number(&self, row: u32) -> bool {
        let Some(column) = self.number else { return true };
        let dotted = |row: u32| self.survey.text(row, column).trim_end_matches('.').contains('.');
        let most =
            self.columns.rated.iter().filter(|row| dotted(**row)).count() * 2 > self.columns.rated.len();
        let here = self.survey.text(row, column);
        here.is_empty() || (most && !dotted(row))
    }

    fn is_bold_alone(&self, row: u32) -> bool {
        let bold = |row: u32| self.survey.beside.looks.is_bold(Place::new(row, self.statement));
        let others = self.columns.rated.iter().filter(|row| bold(**row)).count();
        bold(row) && others * 3 <= self.columns.rated.len()
    }
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= TITLE
}
