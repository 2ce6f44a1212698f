//! T5, the result per standard: ratings by meaning, "% met" with its base, N/A and blank in columns of their own.
//!
//! Pure over the grid. Refuses to know: the file, and how the table is drawn.

use super::grid::Grid;
use super::judged::{Caption, Judged, caption_of, day, notes};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::Template;

/// The result per standard of a round's accepted returns.
pub fn results(grid: &Grid, template: &Template, caption: &Caption, shown: Shown<'_>) -> Table {
    let judged = Judged::of(template);
    let tallies = grid.tallies(&grid.everyone());
    let mut total = Tally::default();
    let mut rows = Vec::new();
    for (place, standard) in template.standards.iter().enumerate().filter(|(_, it)| it.scored) {
        let within: Vec<usize> =
            grid.scored().filter(|column| grid.columns[*column].standard == place).collect();
        let tally = within.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]));
        total = total.plus(tally);
        let name = Cell::text(format!("{} {}", standard.number, standard.title));
        rows.push(shown.cells(grid, &within, 1, judged.cells(vec![name], tally)));
    }
    let every: Vec<usize> = grid.scored().collect();
    rows.push(shown.cells(grid, &every, 1, judged.cells(vec![Cell::text("All standards")], total)));
    let counts = "Each number counts ratings: one for each question and return.".to_owned();
    Table {
        title: "Result per standard".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns: judged.columns(vec![Column::new("Standard", ColumnKind::Text)]),
        rows,
        notes: shown.notes([vec![counts], notes(grid, template)].concat()),
    }
}

#[cfg(test)]
#[path = "standards_tests.rs"]
mod tests;
