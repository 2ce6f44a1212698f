//! T5, the result per standard: ratings by meaning, "% met" with its base, N/A and blank in columns of their own.
//!
//! Pure over the grid. Refuses to know: the file, and how the table is drawn.

use super::behind::{Ratings, Rows};
use super::between::{Earlier, NO_EARLIER, change, change_columns, pairs};
use super::grid::Grid;
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
    let grid = shown.grid(grid);
    let hiding = earlier.and_then(|earlier| shown.of_earlier(earlier.grid, earlier.shared));
    let earlier = earlier.map(|earlier| earlier.as_shared(hiding.as_ref()));
    let earlier = earlier.as_ref();
    let judged = Judged::of(template, grid);
    let tallies = grid.tallies(&grid.everyone());
    let then = earlier.map(|earlier| Then::of(grid, template, earlier));
    let row = |name: Cell, within: Vec<usize>| {
        let (rated, within) = (within.len(), shown.open(Rows::Everyone, &within));
        let tally = sum(&tallies, &within);
        let cells = judged.cells(vec![name], tally, &Ratings::all(within.clone()));
        // Nothing is left where nobody judged what is not hidden.
        let left = if tally.base() == 0 && within.len() < rated { &[][..] } else { &within[..] };
        let mut cells = shown.cells(left, 1, cells);
        cells.extend(then.iter().flat_map(|then| then.cells(&tallies, &within)));
        cells
    };
    let standards = template.standards.iter().enumerate().filter(|(_, it)| it.scored);
    let mut rows: Vec<Vec<Cell>> = standards
        .map(|(place, standard)| {
            row(Cell::text(format!("{} {}", standard.number, standard.title)), grid.rated(place))
        })
        .collect();
    let all = (0..template.standards.len()).flat_map(|place| grid.rated(place)).collect();
    rows.push(row(Cell::text("All standards"), all));
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
        notes: shown.notes_of_ratings(&rows, [vec![counts], notes(grid, template), compared].concat()),
        rows,
    }
}

fn sum(tallies: &[Tally], columns: &[usize]) -> Tally {
    columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]))
}

/// The last round, by the questions that are compared.
struct Then {
    tallies: Vec<Tally>,
    /// Column now and column then.
    pairs: Vec<(usize, usize)>,
    /// Columns that too few judged then.
    withheld: Vec<usize>,
}

impl Then {
    fn of(grid: &Grid, template: &Template, earlier: &Earlier<'_>) -> Self {
        let pairs = pairs(grid, template, earlier);
        let withheld = pairs.withheld;
        let pairs = pairs.same.iter().map(|pair| (pair.now, pair.then)).collect();
        Self { tallies: earlier.grid.tallies(&earlier.grid.everyone()), pairs, withheld }
    }

    fn cells(&self, now: &[Tally], within: &[usize]) -> Vec<Cell> {
        let (columns, then): (Vec<usize>, Vec<usize>) =
            self.pairs.iter().copied().filter(|(now, _)| within.contains(now)).unzip();
        let compared = Cell::text(format!("{} of {}", columns.len(), within.len()));
        let shut = self.withheld.iter().any(|column| within.contains(column));
        if columns.is_empty() && (shut || within.is_empty()) {
            return [compared].into_iter().chain(vec![Cell::hidden(); 4]).collect();
        }
        if columns.is_empty() {
            return [compared].into_iter().chain([NO_EARLIER, "", "", ""].map(Cell::text)).collect();
        }
        let cells = change(sum(&self.tallies, &then), sum(now, &columns), &Ratings::all(columns));
        [compared].into_iter().chain(cells).collect()
    }
}

#[cfg(test)]
#[path = "standards_tests.rs"]
mod tests;
