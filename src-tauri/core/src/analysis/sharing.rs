//! Figures for those who may not know what one setting said: small numbers are hidden, over all tables alike.
//!
//! What is hidden is settled over every way in which settings are told apart, so that two tables together say no more
//! than each alone. Pure over the grid. Refuses to know: who the others are, and how a table is drawn.

mod since;

use super::disclose::{Figures, Parts, hidden};
use super::grid::Grid;
use super::group::{By, shown_groups};
use super::table::Cell;
use super::tally::Tally;
pub use since::SharedBefore;
use since::Since;

/// Whom a table is for.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'s> {
    /// Officers of the partnership, who know each return.
    ToOfficers,
    /// Anybody else.
    ToOthers(&'s Sharing),
}

/// What may be shared of a grid.
#[derive(Debug, Clone)]
pub struct Sharing {
    threshold: u32,
    parts: Parts,
    /// The returns of each part: everyone first.
    rows: Vec<Vec<usize>>,
    tallies: Vec<Vec<Tally>>,
    /// The first part of each way of telling settings apart.
    first: [usize; By::ALL.len()],
    since: Vec<Since>,
}

/// Which parts are hidden in a line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    hidden: Vec<bool>,
    first: [usize; By::ALL.len()],
}

impl Sharing {
    /// What may be shared where nothing may be said of fewer settings than this.
    pub fn of(grid: &Grid, threshold: u32) -> Self {
        let mut parts = vec![(0, grid.everyone())];
        let mut first = [0; By::ALL.len()];
        for (place, by) in By::ALL.into_iter().enumerate() {
            first[place] = parts.len();
            parts.extend(shown_groups(grid, by).into_iter().map(|(_, rows)| (place + 1, rows)));
        }
        let known = Parts::new(&parts);
        let rows: Vec<Vec<usize>> = parts.into_iter().map(|(_, rows)| rows).collect();
        let tallies = rows.iter().map(|rows| grid.tallies(rows)).collect();
        Self { threshold, parts: known, rows, tallies, first, since: Vec::new() }
    }

    /// The same, where these were shared before: what the two say together is hidden too.
    #[must_use]
    pub fn beside(self, grid: &Grid, before: &[SharedBefore]) -> Self {
        Self { since: before.iter().filter_map(|one| Since::of(grid, one)).collect(), ..self }
    }

    /// How many settings came, went or changed since something was shared, where they are too few to share anything new.
    pub fn too_few_since(&self) -> Option<u32> {
        self.since.iter().map(Since::many).filter(|many| (1..self.threshold).contains(many)).min()
    }

    /// Hides in a line what others hide too.
    fn with(&self, mut hidden: Vec<bool>, line: impl Fn(&Since) -> Vec<bool>) -> Line {
        for since in &self.since {
            hidden.iter_mut().zip(line(since)).for_each(|(hidden, too)| *hidden |= too);
        }
        Line { hidden, first: self.first }
    }

    /// What is hidden where these questions are counted together.
    pub fn line(&self, grid: &Grid, columns: &[usize]) -> Line {
        let said = |(rows, tallies): (&Vec<usize>, &Vec<Tally>)| {
            let sum = columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]));
            let all = count(rows.len()) * count(columns.len());
            vec![sum.at_least_met(), sum.base() - sum.at_least_met(), all - sum.base()]
        };
        let speaks = |rows: &Vec<usize>| {
            let judged = |row: &&usize| {
                let marks = columns.iter().map(|column| grid.mark(&grid.rows[**row], *column));
                Tally::of(marks).base() > 0
            };
            count(rows.iter().filter(judged).count())
        };
        let figures = Figures {
            said: self.rows.iter().zip(&self.tallies).map(said).collect(),
            settings: self.rows.iter().map(speaks).collect(),
            each: count(columns.len()),
        };
        let threshold = self.threshold;
        self.with(hidden(&self.parts, &figures, threshold), |since| since.line(columns, threshold))
    }

    /// What is hidden where settings are counted of which something is true, of all whose return counts.
    pub fn line_of_settings(&self, is_true: &[bool]) -> Line {
        let true_of = |rows: &Vec<usize>| count(rows.iter().filter(|row| is_true[**row]).count());
        // A small group is hidden whatever is true of it, and so is a small number within a large one.
        let speaks = |rows: &Vec<usize>| match count(rows.len()) {
            few if few < self.threshold => few,
            _many => true_of(rows),
        };
        let figures = Figures {
            said: self
                .rows
                .iter()
                .map(|rows| vec![true_of(rows), count(rows.len()) - true_of(rows)])
                .collect(),
            settings: self.rows.iter().map(speaks).collect(),
            each: 1,
        };
        let threshold = self.threshold;
        self.with(hidden(&self.parts, &figures, threshold), |since| since.line_of_settings(threshold))
    }

    /// What a reader has to be told.
    pub fn note(&self) -> String {
        let beside = if self.since.is_empty() { "" } else { ", alone or beside what was shared before" };
        format!(
            "Hidden: a figure that speaks of fewer than {} settings, and any from which such a figure could be worked out{beside}.",
            self.threshold
        )
    }
}

impl Line {
    /// Whether the figure for all is hidden.
    pub fn hides_all(&self) -> bool {
        self.hidden[0]
    }

    /// Whether the figure of a group is hidden.
    pub fn hides(&self, by: By, group: usize) -> bool {
        let first = By::ALL.into_iter().zip(self.first).find(|(one, _)| *one == by);
        first.is_some_and(|(_, first)| self.hidden[first + group])
    }
}

impl Shown<'_> {
    /// The cells of a row about all returns, after the ones that name it; hidden where they have to be.
    pub fn cells(self, grid: &Grid, columns: &[usize], named: usize, mut cells: Vec<Cell>) -> Vec<Cell> {
        let hides = match self {
            Self::ToOfficers => false,
            Self::ToOthers(sharing) => sharing.line(grid, columns).hides_all(),
        };
        cells.iter_mut().skip(named).filter(|_| hides).for_each(|cell| *cell = Cell::hidden());
        cells
    }

    /// Whether a figure that speaks of so many settings is hidden on its own account.
    pub fn hides_base(self, base: u32) -> bool {
        match self {
            Self::ToOfficers => false,
            Self::ToOthers(sharing) => (1..sharing.threshold).contains(&base),
        }
    }

    /// What a reader has to be told of it, after the other notes.
    #[must_use]
    pub fn notes(self, mut notes: Vec<String>) -> Vec<String> {
        match self {
            Self::ToOfficers => {}
            Self::ToOthers(sharing) => notes.push(sharing.note()),
        }
        notes
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
