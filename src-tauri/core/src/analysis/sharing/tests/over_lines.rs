//! An attacker who has every shared table of a round, and adds and takes away over groups, tables and lines.
//!
//! What each of the settings said of each question is unknown; every cell that is shown says what some of them come to.

use std::collections::{BTreeMap, BTreeSet};

use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::THRESHOLD;
use crate::analysis::grid::Grid;
use crate::analysis::group::{By, shown_groups};
use crate::analysis::naive_tests::{caption, random_grid, template};
use crate::analysis::sharing::{Sharing, Shown};
use crate::analysis::table::{Cell, Table};
use crate::analysis::tally::Tally;
use crate::analysis::{matrix, questions, standards};

const PRIME: u64 = 998_244_353;

/// A round whose groups overlap, and some of whose questions few settings judged.
fn round(seed: u64) -> Grid {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let many = random.random_range(16..48);
    let mut grid = random_grid(&mut random, many);
    for row in &mut grid.rows {
        let mut one = |of: &[&str]| of[random.random_range(0..of.len())].to_owned();
        let who = &mut row.who;
        who.status = one(&["Academy", "Maintained", "Maintained"]).into();
        who.locality = one(&["North", "North", "North", "South", "East"]).into();
        who.trust = if who.status == "Academy" { one(&["One", "Two"]).into() } else { "".into() };
    }
    for column in 0..grid.columns.len() {
        if random.random_range(0..4_u32) == 0 {
            let judged = random.random_range(0..8);
            grid.rows.iter_mut().skip(judged).for_each(|row| row.ratings[column] = 1);
        }
    }
    grid
}

/// What a reader knows: which ratings come to which counts.
struct Known<'g> {
    grid: &'g Grid,
    /// By atom, its settings: those that no table tells apart.
    atoms: Vec<Vec<usize>>,
    sums: Vec<Sum>,
    /// How many questions are hidden for all.
    shut: usize,
}

/// Ratings of some questions by some settings: how many met, judged otherwise, did not judge.
struct Sum {
    of: BTreeSet<usize>,
    said: [u32; 3],
}

impl<'g> Known<'g> {
    fn of(grid: &'g Grid) -> Self {
        let sharing = Sharing::of(grid, THRESHOLD);
        let mut atoms: BTreeMap<[&str; 4], Vec<usize>> = BTreeMap::new();
        for (place, row) in grid.rows.iter().enumerate() {
            atoms.entry(By::ALL.map(|by| by.of(&row.who))).or_default().push(place);
        }
        let mut known = Self { grid, atoms: atoms.into_values().collect(), sums: Vec::new(), shut: 0 };
        known.read(Shown::ToOthers(&sharing));
        known
    }

    fn read(&mut self, shown: Shown<'_>) {
        let (grid, template, caption) = (self.grid, template(), caption());
        let each = questions::results(grid, &template, &caption, shown);
        no_other_share_says_more(&each);
        let open: Vec<bool> = column(&each, "% met").map(|cell| cell.base.is_some()).collect();
        self.shut = open.iter().filter(|open| !**open).count();
        for (question, cell) in column(&each, "% met").enumerate() {
            self.learn(cell, &[question], &[question], &grid.everyone());
        }
        let by_standard = standards::results(grid, &template, &caption, shown);
        no_other_share_says_more(&by_standard);
        for (standard, cell) in column(&by_standard, "% met").enumerate() {
            let all: Vec<usize> = if standard < 4 { within(standard) } else { (0..16).collect() };
            let left: Vec<usize> = all.iter().copied().filter(|question| open[*question]).collect();
            self.learn(cell, &all, &left, &grid.everyone());
        }
        for by in By::ALL {
            let each = matrix::questions(grid, &template, &caption, by, shown);
            let sums = matrix::standards(grid, &template, &caption, by, shown);
            for (group, (_, rows)) in shown_groups(grid, by).iter().enumerate() {
                let open: Vec<bool> = each.rows.iter().map(|row| row[2 + group].base.is_some()).collect();
                for (question, row) in each.rows.iter().enumerate() {
                    self.learn(&row[2 + group], &[question], &[question], rows);
                }
                for (standard, row) in sums.rows.iter().enumerate() {
                    let all = within(standard);
                    let left: Vec<usize> = all.iter().copied().filter(|question| open[*question]).collect();
                    self.learn(&row[1 + group], &all, &left, rows);
                }
            }
        }
    }

    /// Takes a cell for what it counts: all of its line, or only what is shown of that.
    fn learn(&mut self, cell: &Cell, all: &[usize], left: &[usize], rows: &[usize]) {
        let Some((met, base)) = cell.count.zip(cell.base) else { return };
        let counted = |columns: &[usize]| {
            let tally = self.tally(columns, rows);
            (tally.at_least_met(), tally.base()) == (met, base)
        };
        let columns =
            [all, left].into_iter().find(|columns| counted(columns)).expect("it counts one or the other");
        let whole = u32::try_from(rows.len() * columns.len()).expect("few");
        self.sums.push(Sum { of: self.unknown(columns, rows), said: [met, base - met, whole - base] });
    }

    fn tally(&self, columns: &[usize], rows: &[usize]) -> Tally {
        let marks = rows
            .iter()
            .flat_map(|row| columns.iter().map(|column| self.grid.mark(&self.grid.rows[*row], *column)));
        Tally::of(marks)
    }

    /// How many of some settings judged any of some questions.
    fn speaks(&self, columns: &[usize], rows: &[usize]) -> u32 {
        let judged = rows.iter().filter(|row| self.tally(columns, &[**row]).base() > 0).count();
        u32::try_from(judged).expect("few")
    }

    /// What some settings said of some questions, as unknowns: one for each question and atom.
    fn unknown(&self, columns: &[usize], rows: &[usize]) -> BTreeSet<usize> {
        let atoms = (0..self.atoms.len()).filter(|atom| rows.contains(&self.atoms[*atom][0]));
        atoms.flat_map(|atom| columns.iter().map(move |column| column * self.atoms.len() + atom)).collect()
    }

    /// Everybody, each group, each atom, and what any two groups have in common or not.
    fn sets(&self) -> BTreeSet<Vec<usize>> {
        let mut groups = vec![self.grid.everyone()];
        groups.extend(By::ALL.iter().flat_map(|by| shown_groups(self.grid, *by)).map(|(_, rows)| rows));
        let mut sets: BTreeSet<Vec<usize>> = self.atoms.iter().cloned().collect();
        for one in &groups {
            for other in &groups {
                let (both, apart): (Vec<usize>, Vec<usize>) = one.iter().partition(|row| other.contains(row));
                sets.extend([both, apart].into_iter().filter(|rows| !rows.is_empty()));
            }
        }
        sets
    }

    /// The questions one by one, and those that are hidden for all by standard and together.
    fn lines(&self) -> BTreeSet<Vec<usize>> {
        let each = (0..16).map(|question| vec![question]);
        let seen = |question: &usize| {
            let of = self.unknown(&[*question], &self.grid.everyone());
            self.sums.iter().any(|sum| sum.of == of)
        };
        let shut = |columns: Vec<usize>| columns.into_iter().filter(|one| !seen(one)).collect::<Vec<_>>();
        let sums = (0..4).flat_map(|standard| [within(standard), shut(within(standard))]);
        let all = [(0..16).collect(), shut((0..16).collect())];
        each.chain(sums).chain(all).filter(|columns| !columns.is_empty()).collect()
    }

    /// How often something about few settings is a sum or a difference of cells.
    fn found_by_sums(&self) -> usize {
        let many = 16 * self.atoms.len();
        let mut rows: Vec<(usize, Vec<u64>)> = Vec::new();
        for sum in &self.sums {
            let mut row = vec![0; many];
            sum.of.iter().for_each(|place| row[*place] = 1);
            rows.iter().for_each(|(place, other)| take(&mut row, *place, other));
            let Some(place) = row.iter().position(|one| *one != 0) else { continue };
            let over = power(row[place], PRIME - 2);
            row.iter_mut().for_each(|one| *one = *one * over % PRIME);
            rows.iter_mut().for_each(|(_, other)| take(other, place, &row));
            rows.push((place, row));
        }
        let follows = |of: &BTreeSet<usize>| {
            let used: Vec<_> = rows.iter().filter(|(place, _)| of.contains(place)).collect();
            let sum = |place: usize| used.iter().map(|(_, row)| row[place]).sum::<u64>() % PRIME;
            (0..many).all(|place| sum(place) == u64::from(of.contains(&place)))
        };
        let (sets, lines) = (self.sets(), self.lines());
        let targets = sets.iter().flat_map(|rows| lines.iter().map(move |columns| (columns, rows)));
        let few = targets.filter(|(columns, rows)| (1..THRESHOLD).contains(&self.speaks(columns, rows)));
        few.filter(|(columns, rows)| follows(&self.unknown(columns, rows))).count()
    }

    /// How often a small group said only one number of something, by the least and the most that each atom can have said.
    fn found_by_bounds(&self) -> usize {
        let sizes: Vec<u32> = (0..16 * self.atoms.len())
            .map(|place| u32::try_from(self.atoms[place % self.atoms.len()].len()).expect("few"))
            .collect();
        let mut bounds: Vec<[(u32, u32); 3]> = sizes.iter().map(|size| [(0, *size); 3]).collect();
        let mut before = Vec::new();
        while before != bounds {
            before.clone_from(&bounds);
            self.sums.iter().for_each(|sum| narrow(&mut bounds, sum));
            for (place, size) in sizes.iter().enumerate() {
                within_whole(&mut bounds[place], *size);
            }
        }
        let mut found = 0;
        let groups = By::ALL.iter().flat_map(|by| shown_groups(self.grid, *by)).map(|(_, rows)| rows);
        for rows in groups {
            for question in (0..16).filter(|it| (1..THRESHOLD).contains(&self.speaks(&[*it], &rows))) {
                let of = self.unknown(&[question], &rows);
                for thing in 0..3 {
                    let (low, high) = added(&bounds, &of, thing);
                    let alike =
                        |sum: &Sum| of.is_subset(&sum.of) && sum.said[thing] == sum.said.iter().sum::<u32>();
                    found += usize::from(low == high && low > 0 && !self.sums.iter().any(alike));
                }
            }
        }
        found
    }
}

/// What is left of the share met stands where that stands, out of the same base, and nowhere else.
fn no_other_share_says_more(table: &Table) {
    let shares = ["% met", "% partly", "% not met"].map(|label| column(table, label).collect::<Vec<_>>());
    let ranges = ["Range", "Range, partly", "Range, not met"].map(|label| column(table, label));
    for row in 0..table.rows.len() {
        let cells = shares.each_ref().map(|cells| cells[row]);
        match cells[0].base {
            Some(base) => {
                assert!(cells.iter().all(|cell| cell.base == Some(base)), "{cells:?}");
                assert_eq!(cells.iter().filter_map(|cell| cell.count).sum::<u32>(), base);
            }
            None => assert!(cells.iter().all(|cell| **cell == Cell::hidden()), "{cells:?}"),
        }
    }
    for (range, cells) in ranges.into_iter().zip(&shares) {
        let hides = |(range, share): (&Cell, &&Cell)| share.base.is_some() || *range == Cell::hidden();
        assert!(range.zip(cells).all(hides), "a range stands beside a share that is hidden");
    }
}

fn within(standard: usize) -> Vec<usize> {
    (standard * 4..standard * 4 + 4).collect()
}

fn column<'t>(table: &'t Table, label: &str) -> impl Iterator<Item = &'t Cell> {
    let place = table.columns.iter().position(|column| column.label == label).expect("a column");
    table.rows.iter().map(move |row| &row[place])
}

fn take(row: &mut [u64], place: usize, other: &[u64]) {
    let times = row[place];
    if times != 0 {
        row.iter_mut().zip(other).for_each(|(one, of)| *one = (*one + (PRIME - times) * of) % PRIME);
    }
}

fn power(number: u64, times: u64) -> u64 {
    (0..64).rev().fold(1, |made, bit| {
        let square = made * made % PRIME;
        if times >> bit & 1 == 1 { square * number % PRIME } else { square }
    })
}

fn added(bounds: &[[(u32, u32); 3]], of: &BTreeSet<usize>, thing: usize) -> (u32, u32) {
    of.iter().fold((0, 0), |sum, place| (sum.0 + bounds[*place][thing].0, sum.1 + bounds[*place][thing].1))
}

fn narrow(bounds: &mut [[(u32, u32); 3]], sum: &Sum) {
    for thing in 0..3 {
        let (least, most) = added(bounds, &sum.of, thing);
        for place in &sum.of {
            let (low, high) = bounds[*place][thing];
            let said = sum.said[thing];
            bounds[*place][thing] =
                (low.max((said + high).saturating_sub(most)), high.min(said + low - least));
        }
    }
}

/// What an atom said in all is its settings.
fn within_whole(bounds: &mut [(u32, u32); 3], size: u32) {
    let (least, most) = bounds.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    for one in bounds {
        *one = (one.0.max((size + one.1).saturating_sub(most)), one.1.min(size + one.0 - least));
    }
}

#[test]
fn nothing_about_a_few_follows_from_lines_that_add_up() {
    let (mut hidden, mut shown) = (0, 0);
    for seed in 0..30 {
        let grid = round(seed);
        let known = Known::of(&grid);
        assert_eq!(known.found_by_sums(), 0, "seed {seed}: by adding and taking away");
        assert_eq!(known.found_by_bounds(), 0, "seed {seed}: by bounds");
        hidden += known.shut;
        shown += known.sums.len();
    }
    assert!(hidden > 20 && shown > 2_000, "{hidden} questions hidden for all, {shown} cells shown");
}

#[test]
fn the_attacker_finds_what_is_not_hidden() {
    let mut found = (0, 0);
    for seed in 0..4 {
        let grid = round(seed);
        let mut known = Known::of(&grid);
        known.read(Shown::ToOfficers);
        found = (found.0 + known.found_by_sums(), found.1 + known.found_by_bounds());
    }
    assert!(found.0 > 100 && found.1 > 20, "the attacker is blind");
}

/// As it was once: the sum of all standards held what is hidden.
#[test]
fn the_attacker_finds_what_is_hidden_in_the_sum_of_all() {
    let mut found = 0;
    for seed in 0..6 {
        let grid = round(seed);
        let mut known = Known::of(&grid);
        let whole = standards::results(&grid, &template(), &caption(), Shown::ToOfficers);
        let sum = column(&whole, "% met").last().expect("all standards").clone();
        let every: Vec<usize> = (0..16).collect();
        known.learn(&sum, &every, &every, &grid.everyone());
        found += known.found_by_sums();
    }
    assert!(found > 0, "the attacker is blind");
}
