//! T5, the result per standard: ratings by meaning, "% met" with its base, N/A and blank in columns of their own.
//!
//! Pure over the grid. Refuses to know: the file, and how the table is drawn.

use chrono::NaiveDate;

use super::grid::Grid;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::{Tally, percent};
use crate::template::{Meaning, Template};

/// What the table is said to be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Label of the round.
    pub round: String,
    /// The day it is true of.
    pub as_at: NaiveDate,
}

/// The judgements, best first, with the words of the column.
const JUDGEMENTS: [(Meaning, &str); 5] = [
    (Meaning::Exceeds, "Exceeds"),
    (Meaning::Met, "Met"),
    (Meaning::Mostly, "Mostly met"),
    (Meaning::Partly, "Partly met"),
    (Meaning::NotMet, "Not met"),
];

/// The result per standard of a round's accepted returns.
pub fn results(grid: &Grid, template: &Template, caption: &Caption) -> Table {
    let judged: Vec<(Meaning, &str)> =
        JUDGEMENTS.into_iter().filter(|(meaning, _)| used(template, *meaning)).collect();
    let plain = used(template, Meaning::None);
    let scored = template.standards.iter().enumerate().filter(|(_, standard)| standard.scored);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut total = Tally::default();
    for (place, standard) in scored {
        let tally = grid.tally_of_standard(place);
        total = total.plus(tally);
        rows.push(line(&format!("{} {}", standard.number, standard.title), tally, &judged, plain));
    }
    rows.push(line("All standards", total, &judged, plain));
    Table {
        title: "Result per standard".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns: columns(&judged, plain),
        rows,
        notes: notes(grid, template),
    }
}

/// A date as it is read: `21 November 2026`.
pub fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

fn used(template: &Template, meaning: Meaning) -> bool {
    let questions =
        template.standards.iter().filter(|standard| standard.scored).flat_map(|standard| &standard.questions);
    let mut scales = questions.filter_map(|question| question.scale.as_ref());
    scales.any(|id| {
        let mut same = template.scales.iter().filter(|scale| scale.id == *id);
        same.any(|scale| scale.levels.iter().any(|level| level.meaning == meaning))
    })
}

fn columns(judged: &[(Meaning, &str)], plain: bool) -> Vec<Column> {
    let mut columns = vec![Column::new("Standard", ColumnKind::Text)];
    columns.extend(judged.iter().map(|(_, label)| Column::new(*label, ColumnKind::Count)));
    columns.push(Column::new("Base", ColumnKind::Count));
    columns.push(Column::new("% met", ColumnKind::Share));
    if plain {
        columns.push(Column::new("No judgement", ColumnKind::Count));
    }
    let outside = ["Not applicable", "Blank", "Not asked"];
    columns.extend(outside.map(|label| Column::new(label, ColumnKind::Count)));
    columns
}

fn line(label: &str, tally: Tally, judged: &[(Meaning, &str)], plain: bool) -> Vec<Cell> {
    let mut cells = vec![Cell::text(label)];
    cells.extend(judged.iter().map(|(meaning, _)| Cell::count(tally.count(*meaning))));
    cells.push(Cell::count(tally.base()));
    cells.push(Cell::share(tally.at_least_met(), tally.base()));
    if plain {
        cells.push(Cell::count(tally.other));
    }
    cells.extend([tally.not_applicable, tally.blank, tally.not_asked].map(Cell::count));
    cells
}

fn caption_of(grid: &Grid, template: &Template, caption: &Caption) -> String {
    format!(
        "Self-assessed. {}, {} version {}. {} As at {}.",
        caption.round,
        template.title,
        template.version,
        response(grid),
        day(caption.as_at)
    )
}

/// `41 of 60 settings (68.3%)`: the returns that count, of those asked.
pub fn response(grid: &Grid) -> String {
    let accepted = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
    let share = percent(accepted, grid.expected).map_or(String::new(), |share| format!(" ({share})"));
    format!("Accepted returns from {accepted} of {} settings asked{share}.", grid.expected)
}

fn notes(grid: &Grid, template: &Template) -> Vec<String> {
    let mut notes = vec![
        "Each number counts ratings: one for each question and return.".to_owned(),
        "% met is exceeds and met, out of all judgements (the base). Not applicable, blank and not asked stand in columns of their own and are in no base."
            .to_owned(),
        "A setting\u{2019}s own ratings of itself; codes are never averaged.".to_owned(),
    ];
    let moderated: u32 = grid.rows.iter().map(|row| row.moderated).sum();
    if moderated > 0 {
        notes.push(format!(
            "Ratings that a panel gave and the setting agreed to stand in place of {moderated} of its own; every self-rating is kept."
        ));
    }
    let left_out: Vec<&str> = template
        .standards
        .iter()
        .filter(|standard| !standard.scored)
        .map(|standard| standard.title.as_str())
        .collect();
    if !left_out.is_empty() {
        notes.push(format!("Not counted in figures: {}.", left_out.join(", ")));
    }
    notes
}

#[cfg(test)]
#[path = "standards_tests.rs"]
mod tests;
