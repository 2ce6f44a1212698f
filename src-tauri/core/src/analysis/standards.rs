//! T5, the result per standard: ratings by meaning, "% met" with its base, N/A and blank in columns of their own.
//!
//! Pure over the grid. Refuses to know: the file, and how the table is drawn.

use super::behind::Ratings;
use super::between::{Earlier, NO_EARLIER, change, change_columns, pairs};
use super::grid::{Grid, GridRow};
use super::judged::{Caption, Judged, caption_of, day, notes};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::Template;

/// The result per standard of a round's accepted returns.
pub fn results(grid: &Grid, template: &Template, caption: &Caption, shown: Shown<'_>) -> Table {
    results_beside(grid, template, caption, None, shown)
}

/// The same, with the last round's figure and the change, over the questions that are compared.
pub fn results_beside(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: Option<&Earlier<'_>>,
    shown: Shown<'_>,
) -> Table {
    let judged = Judged::of(template, grid);
    let tallies = grid.tallies(&grid.everyone());
    let then = earlier.map(|earlier| Then::of(grid, template, earlier));
    let row = |name: Cell, within: Vec<usize>| {
        let cells = judged.cells(vec![name], sum(&tallies, &within), &Ratings::all(within.clone()));
        let mut cells = shown.cells(grid, &within, 1, cells);
        cells.extend(then.iter().flat_map(|then| then.cells(grid, &tallies, &within, shown)));
        cells
    };
    let standards = template.standards.iter().enumerate().filter(|(_, it)| it.scored);
    let mut rows: Vec<Vec<Cell>> = standards
        .map(|(place, standard)| {
            let within = grid.scored().filter(|column| grid.columns[*column].standard == place).collect();
            row(Cell::text(format!("{} {}", standard.number, standard.title)), within)
        })
        .collect();
    rows.push(row(Cell::text("All standards"), grid.scored().collect()));
    let counts = "Each number counts ratings: one for each question and return.".to_owned();
    let mut columns = judged.columns(vec![Column::new("Standard", ColumnKind::Text)]);
    if let Some(earlier) = earlier {
        columns.push(Column::new("Questions compared", ColumnKind::Short));
        columns.extend(change_columns(earlier, "Same questions, now"));
    }
    let compared = earlier.map(|earlier| pairs(grid, template, earlier).notes(earlier)).unwrap_or_default();
    Table {
        title: "Result per standard".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows,
        notes: shown.notes([vec![counts], notes(grid, template), compared].concat()),
    }
}

fn sum(tallies: &[Tally], columns: &[usize]) -> Tally {
    columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]))
}

/// The last round, by the questions that are compared.
struct Then<'e> {
    earlier: &'e Grid,
    tallies: Vec<Tally>,
    /// Column now and column then.
    pairs: Vec<(usize, usize)>,
}

impl<'e> Then<'e> {
    fn of(grid: &Grid, template: &Template, earlier: &'e Earlier<'e>) -> Self {
        let pairs = pairs(grid, template, earlier).same.iter().map(|pair| (pair.now, pair.then)).collect();
        Self { earlier: earlier.grid, tallies: earlier.grid.tallies(&earlier.grid.everyone()), pairs }
    }

    fn cells(&self, grid: &Grid, now: &[Tally], within: &[usize], shown: Shown<'_>) -> Vec<Cell> {
        let (columns, then): (Vec<usize>, Vec<usize>) =
            self.pairs.iter().copied().filter(|(now, _)| within.contains(now)).unzip();
        let compared = Cell::text(format!("{} of {}", columns.len(), within.len()));
        if columns.is_empty() {
            return [compared].into_iter().chain([NO_EARLIER, "", "", ""].map(Cell::text)).collect();
        }
        let few = |grid: &Grid, columns: &[usize]| shown.hides_base(speaks(grid, columns));
        if few(grid, &columns) || few(self.earlier, &then) {
            return [compared].into_iter().chain(vec![Cell::hidden(); 4]).collect();
        }
        let cells = change(sum(&self.tallies, &then), sum(now, &columns), &Ratings::all(columns));
        [compared].into_iter().chain(cells).collect()
    }
}

/// How many returns judge at least one of some questions.
fn speaks(grid: &Grid, columns: &[usize]) -> u32 {
    let judged = |row: &&GridRow| Tally::of(columns.iter().map(|column| grid.mark(row, *column))).base() > 0;
    u32::try_from(grid.rows.iter().filter(judged).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "standards_tests.rs"]
mod tests;
