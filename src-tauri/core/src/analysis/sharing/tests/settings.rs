//! Settings that are counted, on several days: signed, late, that speak of a theme.

use std::collections::BTreeSet;

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::THRESHOLD;
use crate::analysis::grid::Grid;
use crate::analysis::naive_tests::random_grid;
use crate::analysis::sharing::{SharedBefore, Sharing, Told};
use crate::submission::SubmissionId;

const WORD: &str = "signed";

/// What is told of a line now, beside what was shared before.
fn told(grid: &Grid, before: &[SharedBefore], returns: &BTreeSet<SubmissionId>) -> Told {
    let sharing = Sharing::of(grid, THRESHOLD).beside(grid, before);
    sharing.counting([(WORD.to_owned(), returns.clone())]).told()
}

/// The returns of a grid as they are kept, which count as they did.
fn kept(grid: &Grid, told: Told) -> SharedBefore {
    SharedBefore {
        same: grid.rows.iter().map(|row| row.submission).collect(),
        whose: grid.rows.iter().map(|row| row.who.clone()).collect(),
        told: vec![told],
        ..SharedBefore::default()
    }
}

fn some(grid: &Grid, random: &mut ChaCha8Rng) -> BTreeSet<SubmissionId> {
    let rows = grid.rows.iter().filter(|_| random.random_range(0..3) > 0);
    rows.map(|row| row.submission).collect()
}

#[test]
fn what_is_counted_again_unchanged_is_the_same() {
    let mut hidden = 0;
    for seed in 0..30 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let grid = random_grid(&mut random, 18);
        let returns = some(&grid, &mut random);
        let first = told(&grid, &[], &returns);
        let before = vec![kept(&grid, first.clone())];
        assert_eq!(told(&grid, &before, &returns), first, "seed {seed}");
        hidden += first[WORD].hidden.len();
    }
    assert!(hidden > 10, "{hidden}");
}

#[test]
fn a_group_that_was_hidden_stays_so_until_enough_of_it_changed() {
    let mut grid = random_grid(&mut ChaCha8Rng::seed_from_u64(5), 40);
    for (place, row) in grid.rows.iter_mut().enumerate() {
        row.who.phase = if place < 20 { "Primary".into() } else { "Secondary".into() };
        (row.who.status, row.who.locality, row.who.trust) = Default::default();
    }
    let all: BTreeSet<SubmissionId> = grid.rows.iter().map(|row| row.submission).collect();
    let mut then = told(&grid, &[], &all);
    assert_eq!(then[WORD].hidden, Vec::<String>::new());
    // As it would stand if something else had hidden it then.
    let names = ["phase Primary", "phase Secondary"].map(str::to_owned);
    then.get_mut(WORD).expect("told").hidden = names.to_vec();
    let was = |since: usize| {
        let mut earlier = grid.clone();
        earlier.rows.truncate(40 - since);
        kept(&earlier, then.clone())
    };
    // Of the primary schools none came since, and of the secondary schools so many.
    let hidden = |since: usize| told(&grid, &[was(since)], &all)[WORD].hidden.clone();
    assert_eq!([hidden(0), hidden(6)], [&names, &names], "changed or not");
    let forgotten = SharedBefore { told: Vec::new(), ..was(6) };
    assert_eq!(told(&grid, &[forgotten], &all)[WORD].hidden, Vec::<String>::new());
}

#[test]
fn what_is_true_of_few_more_since_it_was_counted_is_hidden() {
    let grid = random_grid(&mut ChaCha8Rng::seed_from_u64(8), 60);
    let all: Vec<SubmissionId> = grid.rows.iter().map(|row| row.submission).collect();
    let signed = |many: usize| all[..many].iter().copied().collect::<BTreeSet<_>>();
    let then = kept(&grid, told(&grid, &[], &signed(30)));
    let hides_all = |many: usize| {
        let told = told(&grid, std::slice::from_ref(&then), &signed(many));
        told[WORD].hidden.contains(&String::new())
    };
    assert_eq!([30, 31, 34, 35, 50].map(hides_all), [false, true, true, false, false]);
}
