//! T6, the result per question, and T8, the strongest and the weakest of them with the places that are certain.
//!
//! Pure over the grid. Refuses to know: the file, and how a table is drawn.

use super::behind::{Part, Ratings, Rows};
use super::between::{Beside, Earlier, NO_EARLIER, change, change_columns, pairs};
use super::grid::{Counts, Grid};
use super::judged::{self, Caption, IF_MISSING, Judged, caption_of, day, missing, notes};
use super::places;
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::{Tally, shown_percent};
use crate::template::{Question, Template};

/// How many stand at each end.
const ENDS: usize = 10;
/// So many columns say what changed.
const CHANGE: usize = 4;

/// The result per question of a round's accepted returns.
pub fn results(grid: &Grid, template: &Template, caption: &Caption, shown: Shown<'_>) -> Table {
    results_beside(grid, template, caption, None, shown)
}

/// The same, with each question's figure of the last round and the change, where the two are compared.
pub fn results_beside(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: Option<&Earlier<'_>>,
    shown: Shown<'_>,
) -> Table {
    let grid = shown.grid(grid);
    let judged = Judged::of(template, grid);
    let tallies = grid.tallies(&grid.everyone());
    let hiding = earlier.and_then(|earlier| shown.of_earlier(earlier.grid, earlier.shared));
    let earlier = earlier.map(|earlier| earlier.as_shared(hiding.as_ref()));
    let earlier = earlier.as_ref();
    let beside = earlier.map(|earlier| Changes::of(grid, template, earlier));
    let rows = listed(grid, template).map(|(column, question)| {
        let known = known(question, earlier);
        let naming = known.len();
        let mut cells = judged.cells(known, tallies[column], &Ratings::all([column]));
        if let Some(changes) = &beside {
            cells.extend(changes.of_question(question, column, tallies[column]));
        }
        shown.cells(&[column], naming, cells)
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let counts = "Each number counts returns: one rating each.".to_owned();
    let mut columns = judged.columns(known_by(earlier));
    columns.extend(earlier.into_iter().flat_map(|earlier| change_columns(earlier, "This round")));
    let compared = earlier.map(|earlier| pairs(grid, template, earlier).notes(earlier)).unwrap_or_default();
    Table {
        title: "Result per question".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        notes: shown.notes_of_ratings(&rows, [vec![counts], notes(grid, template), compared].concat()),
        rows,
    }
}

/// The same on paper: the ratings, and the last round in a table of its own, since a page has not room for both.
pub fn on_paper(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: Option<&Earlier<'_>>,
    shown: Shown<'_>,
) -> Vec<Table> {
    let first = judged::on_paper(results(grid, template, caption, shown));
    let Some(earlier) = earlier else { return vec![first] };
    let mut tables = vec![first.without(&["ID"])];
    let whole = results_beside(grid, template, caption, Some(earlier), shown);
    let (naming, places) = (known_by(Some(earlier)).len(), whole.columns.len());
    let kept: Vec<usize> = (0..naming).chain(places - CHANGE..places).collect();
    let first = tables[0].notes.clone();
    let rows: Vec<Vec<Cell>> =
        whole.rows.iter().map(|row| kept.iter().map(|place| row[*place].clone()).collect()).collect();
    let said = [first, shown.notes_of_ratings(&whole.rows, Vec::new())].concat();
    let notes = whole.notes.iter().filter(|note| !said.contains(note)).cloned().collect();
    tables.push(Table {
        title: format!("Result per question beside {}", earlier.label),
        columns: kept.iter().map(|place| whole.columns[*place].clone()).collect(),
        notes: shown.notes_of_ratings(&rows, notes),
        rows,
        ..whole
    });
    tables
}

/// What the last round said of each question.
struct Changes<'e> {
    earlier: &'e Earlier<'e>,
    then: std::collections::BTreeMap<usize, Tally>,
    /// Questions of which too few judged one of the two.
    withheld: Vec<usize>,
}

impl<'e> Changes<'e> {
    fn of(grid: &Grid, template: &Template, earlier: &'e Earlier<'e>) -> Self {
        let tallies = earlier.grid.tallies(&earlier.grid.everyone());
        let pairs = pairs(grid, template, earlier);
        let then = pairs.same.iter().map(|pair| (pair.now, tallies[pair.then])).collect();
        Self { earlier, then, withheld: pairs.withheld }
    }

    fn of_question(&self, question: &Question, column: usize, now: Tally) -> Vec<Cell> {
        let none = |why: &str| [why, "", "", ""].map(Cell::text).to_vec();
        match (self.then.get(&column), self.earlier.questions.get(&question.id)) {
            (None, Some(Beside::With { .. })) if self.withheld.contains(&column) => vec![Cell::hidden(); 4],
            (Some(then), _) => change(*then, now, &Ratings::all([column])),
            (None, Some(Beside::Broken { why, .. })) => none(why),
            (None, Some(Beside::With { .. }) | None) => none(NO_EARLIER),
        }
    }
}

/// The ten questions at either end by share met; a place is a range, since settings that are missing may change it.
pub fn ends(grid: &Grid, template: &Template, caption: &Caption, shown: Shown<'_>) -> Table {
    let grid = shown.grid(grid);
    let tallies = grid.tallies(&grid.everyone());
    // A question that may not be shown has no place among those that are.
    let open = |column: usize| !shown.hides(Rows::Everyone, &[column]);
    let mut ranked: Vec<(&Question, usize, Tally)> = scored(grid, template)
        .filter(|(column, _)| open(*column))
        .map(|(column, question)| (question, column, tallies[column]))
        .filter(|(.., tally)| tally.base() > 0 && tally.base() >= places::least(grid))
        .collect();
    ranked.sort_by(|(.., one), (.., other)| by_share(*other, *one));
    let bounds: Vec<(u64, u64)> = ranked.iter().map(|(.., tally)| bounds(grid, *tally)).collect();
    let rows = (0..ranked.len()).map(|at| end(&ranked, &bounds, at)).collect();
    let mut columns = vec![places::column()];
    columns.extend(names());
    columns.push(Column::new("% met", ColumnKind::Share));
    columns.push(Column::new(IF_MISSING, ColumnKind::Short));
    let notes = vec![
        "Sorted by the share of returns that met or exceeded it, out of all judgements.".to_owned(),
        places::least_said(grid),
    ];
    let rows: Vec<Vec<Cell>> = at_ends(rows);
    let table = Table {
        title: "Strongest and weakest questions".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        notes: shown.notes_of_ratings(&rows, [missing(grid).into_iter().collect(), notes].concat()),
        rows,
    };
    places::said_once(
        table,
        (
            "A place is the range of places that a question could have if every setting that is missing rated it at the worst or at the best. Where ranges overlap, neither is said to be ahead.",
            "none is said to be ahead of another",
        ),
    )
}

/// The questions that count in figures, with the places of their columns.
pub fn scored<'t>(grid: &'t Grid, template: &'t Template) -> impl Iterator<Item = (usize, &'t Question)> {
    let all: Vec<&Question> = template.questions().collect();
    grid.scored().filter_map(move |column| Some((column, *all.get(column)?)))
}

/// The same with those that are withheld, which stand in a table without their figures.
pub fn listed<'t>(grid: &'t Grid, template: &'t Template) -> impl Iterator<Item = (usize, &'t Question)> {
    let rated = |column: usize| match grid.columns.get(column).map(|column| column.counts) {
        Some(Counts::Scored | Counts::Withheld) => true,
        Some(Counts::Unscored) | None => false,
    };
    template.questions().enumerate().filter(move |(column, _)| rated(*column))
}

/// The columns that name a question.
pub fn names() -> Vec<Column> {
    vec![Column::new("No.", ColumnKind::Short), Column::new("Question", ColumnKind::Text)]
}

/// The cells that name a question.
pub fn named(question: &Question) -> Vec<Cell> {
    vec![Cell::text(&question.number), Cell::text(&question.text)]
}

/// The columns that name a question whichever number it has, and had.
fn known_by(earlier: Option<&Earlier<'_>>) -> Vec<Column> {
    let mut columns = names();
    columns.push(Column::new("ID", ColumnKind::Short));
    columns
        .extend(earlier.map(|earlier| Column::new(format!("No. in {}", earlier.label), ColumnKind::Short)));
    columns
}

/// The cells of these columns.
fn known(question: &Question, earlier: Option<&Earlier<'_>>) -> Vec<Cell> {
    let mut cells = named(question);
    cells.push(Cell::text(question.id.as_str()));
    cells.extend(earlier.map(|earlier| {
        Cell::text(earlier.questions.get(&question.id).map(Beside::numbers).unwrap_or_default())
    }));
    cells
}

/// Shares compared without rounding.
fn by_share(one: Tally, other: Tally) -> std::cmp::Ordering {
    let (one, other) = (pair(one), pair(other));
    (one.0 * other.1).cmp(&(other.0 * one.1))
}

fn pair(tally: Tally) -> (u64, u64) {
    (u64::from(tally.at_least_met()), u64::from(tally.base()))
}

/// The lowest and the highest share, in millionths, that all settings together could have.
fn bounds(grid: &Grid, tally: Tally) -> (u64, u64) {
    let ((met, base), gone) = (pair(tally), u64::try_from(grid.absent.len()).unwrap_or(0));
    let of = |met: u64| (met * 1_000_000).checked_div(base + gone).unwrap_or(0);
    (of(met), of(met + gone))
}

fn end(ranked: &[(&Question, usize, Tally)], bounds: &[(u64, u64)], at: usize) -> Vec<Cell> {
    let (question, column, tally) = ranked[at];
    let (low, high) = bounds[at];
    let ahead = bounds.iter().filter(|other| other.0 > high).count();
    let behind = bounds.iter().filter(|other| other.1 < low).count();
    let (first, last) = (ahead + 1, bounds.len() - behind);
    let mut cells = vec![Cell::text(places::place(first, last))];
    cells.extend(named(question));
    let share_met = Cell::share(tally.at_least_met(), tally.base());
    cells.push(share_met.of(Ratings::all([column]).part(Part::Met)));
    cells.push(Cell::text(format!("{} to {}", share(low), share(high))));
    cells
}

fn share(millionths: u64) -> String {
    shown_percent(u32::try_from(millionths).unwrap_or(u32::MAX), 1_000_000).to_string()
}

fn at_ends(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    if rows.len() > 2 * ENDS {
        rows.drain(ENDS..rows.len() - ENDS);
    }
    rows
}
