//! T9: the largest rises and falls since the last round, each with the places that are certain.
//!
//! Pure over two grids. Refuses to know: who decided what is compared, and how a table is drawn.

use super::behind::Ratings;
use super::between::{Earlier, change, change_columns, pairs};
use super::grid::Grid;
use super::judged::{Caption, IF_MISSING, caption_of, day};
use super::places;
use super::questions::{named, names};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::template::{Question, Template};

/// How many stand at each end.
const ENDS: usize = 10;

/// A question with what it was and is, and how far it can have moved.
struct Moved<'t> {
    question: &'t Question,
    column: usize,
    then: Tally,
    now: Tally,
    /// In millionths, of the returns alone.
    by: i64,
    /// In millionths, if all that are missing in either round were at the worst or at the best.
    range: (i64, i64),
}

/// The largest rises and falls in the share met, of questions that are compared.
pub fn changes(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: &Earlier<'_>,
    shown: Shown<'_>,
) -> Table {
    let grid = shown.grid(grid);
    let hiding = shown.of_earlier(earlier.grid, earlier.shared);
    let earlier = &earlier.as_shared(hiding.as_ref());
    let pairs = pairs(grid, template, earlier);
    let moved = moved(grid, template, earlier, shown);
    let mut rows: Vec<Vec<Cell>> = (0..moved.len()).map(|at| row(&moved, at)).collect();
    if rows.len() > 2 * ENDS {
        rows.drain(ENDS..rows.len() - ENDS);
    }
    let mut columns = vec![places::column()];
    columns.extend(names());
    columns.extend(change_columns(earlier, "This round"));
    columns.push(Column::new(IF_MISSING, ColumnKind::Short));
    let mut notes = vec![places::least_said(grid)];
    notes.extend(pairs.notes(earlier));
    let table = Table {
        title: "Largest rises and falls".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        notes: shown.notes_of_ratings(&rows, notes),
        rows,
    };
    places::said_once(
        table,
        (
            "A place is the range of places that a change could have if every setting that is missing in either round rated the question at the worst or at the best. Where ranges overlap, neither is said to have risen or fallen more.",
            "none is said to have risen or fallen more than another",
        ),
    )
}

/// Every question that is compared and may be shown, the largest rise first.
fn moved<'t>(
    grid: &'t Grid,
    template: &'t Template,
    earlier: &Earlier<'_>,
    shown: Shown<'_>,
) -> Vec<Moved<'t>> {
    let (now, before) = (grid.tallies(&grid.everyone()), earlier.grid.tallies(&earlier.grid.everyone()));
    let mut all: Vec<Moved<'_>> = Vec::new();
    for pair in pairs(grid, template, earlier).same {
        let (now, then) = (now[pair.now], before[pair.then]);
        let few = now.base() < places::least(grid) || then.base() < places::least(earlier.grid);
        if few || shown.hides_base(now.base().min(then.base())) || now.base() == 0 || then.base() == 0 {
            continue;
        }
        let (is, was) = (bounds(now, grid.absent.len()), bounds(then, earlier.grid.absent.len()));
        all.push(Moved {
            question: pair.question,
            column: pair.now,
            then,
            now,
            by: bounds(now, 0).0 - bounds(then, 0).0,
            range: (is.0 - was.1, is.1 - was.0),
        });
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.by));
    all
}

/// The lowest and the highest share, in millionths, if so many settings more had judged.
fn bounds(tally: Tally, gone: usize) -> (i64, i64) {
    let gone = i64::try_from(gone).unwrap_or(0);
    let (met, base) = (i64::from(tally.at_least_met()), i64::from(tally.base()) + gone);
    let of = |met: i64| (met * 1_000_000).checked_div(base).unwrap_or(0);
    (of(met), of(met + gone))
}

fn row(moved: &[Moved<'_>], at: usize) -> Vec<Cell> {
    let one = &moved[at];
    let ahead = moved.iter().filter(|other| other.range.0 > one.range.1).count();
    let behind = moved.iter().filter(|other| other.range.1 < one.range.0).count();
    let (first, last) = (ahead + 1, moved.len() - behind);
    let mut cells = vec![Cell::text(places::place(first, last))];
    cells.extend(named(one.question));
    cells.extend(change(one.then, one.now, &Ratings::all([one.column])));
    cells.push(Cell::text(format!("{} to {}", points(one.range.0), points(one.range.1))));
    cells
}

/// Points with a sign, from millionths.
fn points(millionths: i64) -> String {
    let tenths = (millionths.abs() + 500) / 1000;
    let sign = match millionths.signum() {
        _none if tenths == 0 => "",
        1 => "+",
        _less => "\u{2212}",
    };
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::between::Beside;
    use crate::analysis::grid::{Absent, GridRow};
    use crate::analysis::naive_tests::{caption, random_grid, template};
    use crate::analysis::response::Came;
    use rand::SeedableRng as _;
    use rand_chacha::ChaCha8Rng;
    use std::collections::BTreeMap;

    /// The table of two random rounds, from which so many settings are missing.
    fn table(seed: u64, missing: usize) -> Table {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let [now, before] = [40, 40].map(|count| {
            let grid = random_grid(&mut random, count);
            let gone = |row: &GridRow| Absent {
                setting: row.setting,
                came: Came::Missing,
                submission: None,
                who: row.who.clone(),
            };
            let absent = grid.rows.iter().cycle().take(missing).map(gone).collect();
            Grid { absent, ..grid }
        });
        let questions: BTreeMap<_, _> = template()
            .questions()
            .map(|one| {
                (
                    one.id.clone(),
                    Beside::With { then: one.id.clone(), number: one.number.clone(), said: String::new() },
                )
            })
            .collect();
        let earlier = Earlier { label: "2025/26", grid: &before, questions: &questions, shared: &[] };
        changes(&now, &template(), &caption(), &earlier, Shown::ToOfficers)
    }

    fn range(row: &[Cell]) -> (f64, f64) {
        let text = row.last().map(|cell| cell.text.replace('\u{2212}', "-")).unwrap_or_default();
        let (low, high) = text.split_once(" to ").expect("a range");
        (low.parse().expect("points"), high.parse().expect("points"))
    }

    #[test]
    fn no_order_is_said_where_ranges_overlap_and_every_order_where_nobody_is_missing() {
        for seed in 0..8 {
            let sure = table(seed, 0);
            for row in &sure.rows {
                let said: f64 =
                    row[5].text.replace('\u{2212}', "-").trim_end_matches(" points").parse().expect("points");
                let (low, high) = range(row);
                assert!((low - high).abs() < 0.01 && (low - said).abs() < 0.11, "{low} {high} {said}");
            }
            let open = table(seed, 400);
            assert_eq!(open.columns[0].label, "No.", "the same place in every row is said once");
            assert!(open.notes[0].contains(&format!("from 1 to {}:", open.rows.len())), "{:?}", open.notes);
            assert!(open.rows.iter().all(|row| range(row).0 < 0.0 && range(row).1 > 0.0));
        }
    }

    #[test]
    fn points_have_a_sign_and_one_place() {
        assert_eq!(
            [points(0), points(12_340), points(-400), points(-500)],
            ["0.0", "+1.2", "0.0", "\u{2212}0.1"]
        );
        assert_eq!(points(-123_456), "\u{2212}12.3");
    }
}
