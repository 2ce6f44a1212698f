//! Columns and rows counted by what their bytes mean, for many thousands of returns.
//!
//! Columns: strips of many rows lie side by side, and each strip is compared with one byte at a time, which machines do many
//! cells at once; a row that is not as long as the others is read cell by cell. Rows: what a byte means is looked up,
//! without a branch, and all that it can mean is counted in one number. Refuses to know: which rows, and why.

use super::{Counts, FIRST_LEVEL, Grid, GridColumn, GridRow, Mark, NOT_ASKED, Tally};
use crate::template::Meaning;

/// So many rows are counted before the counts, a byte each, are carried over.
const BLOCK: usize = u8::MAX as usize;

impl Grid {
    /// Every column counted over some rows, in one walk.
    pub fn tallies(&self, rows: &[usize]) -> Vec<Tally> {
        let known = self.columns.iter().map(|column| column.levels().len()).max().unwrap_or_default();
        let mut seen = Seen::new(usize::from(FIRST_LEVEL) + known, self.columns.len());
        let (whole, odd): (Vec<&GridRow>, Vec<&GridRow>) =
            rows.iter().map(|row| &self.rows[*row]).partition(|row| row.ratings.len() == self.columns.len());
        for block in whole.chunks(BLOCK) {
            seen.count(block);
        }
        let mut tallies: Vec<Tally> = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| seen.tally(column, place, whole.len()))
            .collect();
        for row in odd {
            let each = tallies.iter_mut().enumerate();
            each.for_each(|(column, tally)| tally.add(self.mark(row, column), 1));
        }
        tallies
    }

    /// The ratings of each return that count in figures, in the order of the rows.
    pub fn tallies_of_rows(&self) -> Vec<Tally> {
        // Columns of one scale share a table, so that all tables together stay small.
        let mut tables: Vec<(&GridColumn, [u64; 256])> = Vec::new();
        for column in self.scored().map(|column| &self.columns[column]) {
            if !tables.iter().any(|(known, _)| known.same_scale(column)) {
                tables.push((column, column.each_byte(|mark| 1 << (BITS * kind(mark)))));
            }
        }
        // A table for each column, nothing in it where the column counts in no figure: then a row is read without a branch.
        let none = [0; 256];
        let of = |column: &GridColumn| {
            let own = |(known, _): &&(&GridColumn, _)| known.same_scale(column);
            let scored = (column.counts == Counts::Scored).then(|| tables.iter().find(own)).flatten();
            scored.map_or(&none, |(_, ones)| ones)
        };
        let each: Vec<&[u64; 256]> = self.columns.iter().map(of).collect();
        let of_row = |row: &GridRow| {
            if row.ratings.len() != each.len() {
                return self.tally_of(row);
            }
            let mut tally = Tally::default();
            for (ratings, each) in row.ratings.chunks(MOST).zip(each.chunks(MOST)) {
                let ones = ratings.iter().zip(each).map(|(byte, ones)| ones[usize::from(*byte)]);
                // No more cells than find room, so that nothing is lost.
                let all = ones.fold(0_u64, u64::wrapping_add);
                for (place, mark) in (0..).zip(KINDS) {
                    tally.add(mark, u32::try_from(all >> (BITS * place) & MASK).unwrap_or(0));
                }
            }
            tally
        };
        self.rows.iter().map(of_row).collect()
    }
}

impl GridColumn {
    /// Something of what each byte stands for, to be looked up.
    pub fn each_byte<T>(&self, of: impl Fn(Mark) -> T) -> [T; 256] {
        std::array::from_fn(|byte| of(self.read(u8::try_from(byte).unwrap_or(NOT_ASKED))))
    }
}

/// Everything that a cell can say.
const KINDS: [Mark; 9] = [
    Mark::NotAsked,
    Mark::Blank,
    Mark::NotApplicable,
    Mark::Level(Meaning::Exceeds),
    Mark::Level(Meaning::Met),
    Mark::Level(Meaning::Mostly),
    Mark::Level(Meaning::Partly),
    Mark::Level(Meaning::NotMet),
    Mark::Level(Meaning::None),
];

/// So many bits of a number count one kind; all kinds find room in one.
const BITS: u32 = 7;
const MASK: u64 = (1 << BITS) - 1;
/// So many cells can be counted in it.
const MOST: usize = (1 << BITS) - 1;

/// The place of what a cell says among everything that one can say.
fn kind(mark: Mark) -> u32 {
    match mark {
        Mark::NotAsked => 0,
        Mark::Blank => 1,
        Mark::NotApplicable | Mark::Level(Meaning::NotApplicable) => 2,
        Mark::Level(Meaning::Exceeds) => 3,
        Mark::Level(Meaning::Met) => 4,
        Mark::Level(Meaning::Mostly) => 5,
        Mark::Level(Meaning::Partly) => 6,
        Mark::Level(Meaning::NotMet) => 7,
        Mark::Level(Meaning::None) => 8,
    }
}

/// How often each byte was seen in each column.
struct Seen {
    columns: usize,
    /// The rows of one block, a strip of columns after another.
    strips: Vec<Vec<Strip>>,
    /// By byte and then by column, of all blocks.
    all: Vec<u32>,
}

/// So many columns are counted at once.
const WIDE: usize = 64;
type Strip = [u8; WIDE];

impl Seen {
    fn new(bytes: usize, columns: usize) -> Self {
        let strips = vec![Vec::with_capacity(BLOCK); columns.div_ceil(WIDE)];
        Self { columns, strips, all: vec![0; bytes * columns] }
    }

    /// Counts rows, of which there are no more than a byte can count.
    fn count(&mut self, rows: &[&GridRow]) {
        self.strips.iter_mut().for_each(Vec::clear);
        for row in rows {
            let (whole, rest) = row.ratings.as_chunks();
            let mut last = [0; WIDE];
            last[..rest.len()].copy_from_slice(rest);
            self.strips.iter_mut().zip(whole.iter().chain([&last])).for_each(|(strips, it)| strips.push(*it));
        }
        for (byte, all) in (0_u8..).zip(self.all.chunks_exact_mut(self.columns.max(1))) {
            for (all, rows) in all.chunks_mut(WIDE).zip(&self.strips) {
                let mut counts: Strip = [0; WIDE];
                for row in rows {
                    for (count, rating) in counts.iter_mut().zip(row) {
                        *count = count.wrapping_add(u8::from(*rating == byte));
                    }
                }
                all.iter_mut().zip(counts).for_each(|(all, count)| *all += u32::from(count));
            }
        }
    }

    /// A column of so many rows; a byte that no level has was never counted and says nothing.
    fn tally(&self, column: &GridColumn, place: usize, rows: usize) -> Tally {
        let mut tally = Tally::default();
        let mut left = u32::try_from(rows).unwrap_or(u32::MAX);
        for (byte, count) in (0_u8..).zip(self.all.iter().skip(place).step_by(self.columns)) {
            tally.add(column.read(byte), *count);
            left -= count;
        }
        tally.add(Mark::Blank, left);
        tally
    }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt as _, SeedableRng as _};
    use rand_chacha::ChaCha8Rng;

    use super::*;
    use crate::analysis::naive_tests::random_grid;

    /// Rows of all lengths, with bytes that no level has, more than one block can count.
    fn odd_grid(seed: u64) -> Grid {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let many = random.random_range(0..900);
        let mut grid = random_grid(&mut random, many);
        for row in &mut grid.rows {
            if random.random_range(0..9) == 0 {
                row.ratings.resize(random.random_range(0..30), 77);
            }
        }
        grid
    }

    #[test]
    fn columns_and_rows_counted_at_once_are_what_cell_by_cell_says() {
        for seed in 0..20 {
            let grid = odd_grid(seed);
            let some: Vec<usize> = (0..grid.rows.len()).filter(|row| row % 3 != 1).collect();
            for (column, tally) in grid.tallies(&some).into_iter().enumerate() {
                let marks = some.iter().map(|row| grid.mark(&grid.rows[*row], column));
                assert_eq!(tally, Tally::of(marks), "column {column} of grid {seed}");
            }
            let each: Vec<Tally> = grid.rows.iter().map(|row| grid.tally_of(row)).collect();
            assert_eq!(grid.tallies_of_rows(), each, "grid {seed}");
        }
    }

    #[test]
    fn a_block_of_rows_that_all_say_the_same_is_counted_whole() {
        let mut grid = odd_grid(1);
        let row = GridRow { ratings: vec![FIRST_LEVEL; grid.columns.len()], ..grid.rows[0].clone() };
        grid.rows = vec![row; 3 * BLOCK + 1];
        let tallies = grid.tallies(&grid.everyone());
        assert!(tallies.iter().all(|tally| tally.exceeds + tally.met == 766), "{:?}", tallies[0]);
    }
}
