//! What is shared of random rounds: no small group stands there, and none follows by taking the others from all.

use super::*;
use crate::analysis::matrix;
use crate::analysis::naive_tests::{caption, random_grid, template};
use crate::analysis::table::Table;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

const THRESHOLD: u32 = 5;

/// The share met and its base, where it is shown.
fn shown(cell: &Cell) -> Option<(u32, u32)> {
    cell.count.zip(cell.base)
}

fn tables(grid: &Grid, shown: Shown<'_>) -> Vec<Table> {
    By::ALL.map(|by| matrix::questions(grid, &template(), &caption(), by, shown)).into()
}

#[test]
fn small_groups_are_hidden_and_do_not_follow_from_the_rest() {
    let mut hidden = 0;
    for seed in 0..40 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let grid = random_grid(&mut random, 14);
        let sharing = Sharing::of(&grid, THRESHOLD);
        let whole = tables(&grid, Shown::ToOfficers);
        for (open, whole) in tables(&grid, Shown::ToOthers(&sharing)).iter().zip(&whole) {
            assert!(open.notes.iter().any(|note| note.contains("fewer than 5 settings")));
            for (row, known) in open.rows.iter().zip(&whole.rows) {
                hidden += attacked(&row[2..], &known[2..], &sizes(whole));
            }
        }
    }
    assert!(hidden > 100, "{hidden} cells were hidden");
}

/// Takes what is shown of groups from what is shown of all; gives how many cells are hidden.
fn attacked(row: &[Cell], known: &[Cell], sizes: &[u32]) -> usize {
    for (cell, known) in row.iter().zip(known) {
        let (_, base) = shown(known).expect("officers see all");
        assert!(shown(cell).is_none() || !(1..THRESHOLD).contains(&base), "{cell:?} speaks of {base}");
    }
    let all = row.len() - 1;
    let closed: Vec<usize> = (0..all).filter(|at| shown(&row[*at]).is_none()).collect();
    let whole = shown(&row[all]).map(|cell| things(cell, sizes[all]));
    let Some(whole) = whole.filter(|_| !closed.is_empty()) else { return closed.len() };
    let open = (0..all).filter_map(|at| Some(things(shown(&row[at])?, sizes[at])));
    let left = open.fold(whole, |left, it| std::array::from_fn(|thing| left[thing] - it[thing]));
    let settings: u32 = left.iter().sum();
    for at in closed.iter().filter(|at| (1..THRESHOLD).contains(&shown(&known[**at]).expect("seen").1)) {
        assert!(left[0] + left[1] >= THRESHOLD, "{left:?} are left of {whole:?}");
        for (thing, count) in left.iter().enumerate() {
            let (least, most) = ((sizes[*at] + count).saturating_sub(settings), sizes[*at].min(*count));
            let told = least == most && least > 0 && whole[thing] != sizes[all];
            assert!(!told, "{least} of group {at} follow from {row:?}");
        }
    }
    closed.len()
}

/// How many met it, judged otherwise, and did not judge.
fn things((met, base): (u32, u32), settings: u32) -> [u32; 3] {
    [met, base - met, settings - base]
}

/// The number of returns that stands in a heading, before that of those asked.
fn sizes(table: &Table) -> Vec<u32> {
    let size = |label: &str| label.rsplit_once('(')?.1.split([' ', ')']).next()?.parse().ok();
    table.columns.iter().filter_map(|column| size(&column.label)).collect()
}

#[test]
fn what_is_large_stays_as_it_is() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let grid = random_grid(&mut random, 190);
    let sharing = Sharing::of(&grid, THRESHOLD);
    let (open, whole) = (tables(&grid, Shown::ToOthers(&sharing)), tables(&grid, Shown::ToOfficers));
    assert_eq!(open[0].rows, whole[0].rows);
}
