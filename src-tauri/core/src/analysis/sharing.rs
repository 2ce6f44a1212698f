//! Figures for those who may not know what one setting said: small numbers are hidden, over all tables alike.
//!
//! What is hidden is settled question by question, over every way in which settings are told apart. Whatever else is shared
//! of ratings is a sum of what stands there, so that no table says more than the questions do: a question that is hidden for
//! all is in no figure at all, and a figure of a group counts the questions that are open for it. Pure over the grid.
//! Refuses to know: who the others are, and how a table is drawn.

mod line;
mod over_days;
mod settings;
mod since;

use std::collections::{BTreeMap, BTreeSet};

use super::behind::Rows;
use super::disclose::{Combinations, Figures, Follows, Kind, Parts, hidden_with, tells};
use super::grid::{Counts, Grid};
use super::group::{self, By, shown_groups};
use super::table::Cell;
use super::tally::Tally;
use crate::submission::SubmissionId;
use crate::submission::ratings::NOT_ASKED;
pub use line::Line;
use over_days::OverDays;
pub use settings::{Counted, Told};
pub use since::{Hidden, SharedBefore};
use since::{Since, part_name};

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
    /// The first part of each way of telling settings apart.
    first: [usize; By::ALL.len()],
    since: Vec<Since>,
    over_days: Option<OverDays>,
    /// By question, what is hidden.
    lines: Vec<Line>,
    /// By word, of which returns something is true, and what is hidden of how many they are.
    settings: BTreeMap<String, (BTreeSet<SubmissionId>, Line)>,
    /// The grid without the questions that are hidden for all.
    open: Grid,
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
        let none = Grid {
            columns: Vec::new(),
            rows: Vec::new(),
            expected: 0,
            absent: Vec::new(),
            outside: Vec::new(),
        };
        let mut made = Self {
            threshold,
            parts: known,
            rows,
            first,
            since: Vec::new(),
            over_days: None,
            lines: Vec::new(),
            settings: BTreeMap::new(),
            open: none,
        };
        made.lines = made.settled(grid, &[]);
        made.open = made.without_closed(grid);
        made
    }

    /// The same, where these were shared before, in the order in which they were: what the two say together is hidden too.
    #[must_use]
    pub fn beside(self, grid: &Grid, before: &[SharedBefore]) -> Self {
        let mut columns = group::Columns::default();
        before.iter().for_each(|one| columns.and(one.whose.iter()));
        match columns.together(grid) {
            Some(together) => Self::of(&together, self.threshold).since(&together, before),
            None => self.since(grid, before),
        }
    }

    fn since(self, grid: &Grid, before: &[SharedBefore]) -> Self {
        let threshold = self.threshold;
        let mut made = Self { since: before.iter().filter_map(|one| Since::of(grid, one)).collect(), ..self };
        let stays: Vec<BTreeSet<usize>> = (0..made.lines.len()).map(|column| made.stays(column)).collect();
        if stays.iter().any(|stays| !stays.is_empty()) {
            made.lines = made.settled(grid, &stays);
        }
        for since in &made.since {
            let shut = since.lines(threshold);
            made.lines.iter_mut().zip(shut).for_each(|(line, shut)| line.hide(&shut));
        }
        // Shared again with nothing changed, a paper says what it said.
        for since in made.since.iter().filter(|since| since.many() == 0) {
            let all = made.lines.iter_mut().enumerate();
            all.for_each(|(column, line)| line.hide(since.was_hidden(column)));
        }
        made.over_days = OverDays::of(&made.parts, &made.rows, &made.since);
        if let Some(over_days) = &made.over_days {
            let mut known = Combinations::default();
            for column in (0..made.lines.len()).filter(|it| grid.columns[*it].counts == Counts::Scored) {
                let hidden = (column, &made.lines[column].hidden[..]);
                let hidden = over_days.hidden(grid, hidden, threshold, &mut known);
                made.lines[column].hide(&hidden);
            }
        }
        made.open = made.without_closed(grid);
        made
    }

    /// Of a question, the parts that were hidden in what was shared before, and are to stay so.
    fn stays(&self, column: usize) -> BTreeSet<usize> {
        let changed = self.since.iter().filter(|since| since.many() > 0);
        changed.flat_map(|since| since.stays(column, self.threshold)).collect()
    }

    /// What is hidden of each question, by the names of the parts.
    pub fn hidden(&self) -> Hidden {
        let names = self.names();
        let all = self.open.columns.iter().zip(&self.lines);
        let all = all.map(|(column, line)| (column.question.clone(), line.names(&names)));
        all.filter(|(_, hidden)| !hidden.is_empty()).collect()
    }

    /// What the parts are called: that of everyone has no name.
    fn names(&self) -> Vec<String> {
        let of =
            |by: By| shown_groups(&self.open, by).into_iter().map(move |(group, _)| part_name(by, &group));
        std::iter::once(String::new()).chain(By::ALL.into_iter().flat_map(of)).collect()
    }

    /// How many settings came, went or changed since something was shared, where they are too few to share anything new.
    pub fn too_few_since(&self) -> Option<u32> {
        self.since.iter().map(Since::many).filter(|many| (1..self.threshold).contains(many)).min()
    }

    /// The grid as every figure that is shared is made from it: without the questions that are hidden for all.
    pub fn open(&self) -> &Grid {
        &self.open
    }

    /// How many questions are hidden for all.
    pub fn left_out(&self) -> usize {
        self.open.columns.iter().filter(|column| column.counts == Counts::Withheld).count()
    }

    /// What is hidden of a question.
    pub fn line(&self, column: usize) -> &Line {
        &self.lines[column]
    }

    /// Whether a figure of these returns on a question would tell of a few, beside all that is shared of it.
    pub fn tells(&self, column: usize, rows: &[usize]) -> bool {
        let parts = self.parts.and(rows);
        let few = (1..self.threshold).contains(&self.judged(column, rows));
        let line = &self.lines[column];
        let hidden: Vec<bool> = line.hidden.iter().copied().chain([false]).collect();
        let figures = Figures {
            said: Vec::new(),
            kinds: RATED,
            settings: Vec::new(),
            atoms: vec![parts.by_atom(|rows| self.judged(column, rows))],
        };
        few || line.hides_all() || tells(&parts, &figures, &hidden, self.threshold)
    }

    fn judged(&self, column: usize, rows: &[usize]) -> u32 {
        Tally::of(rows.iter().map(|row| self.open.mark(&self.open.rows[*row], column))).base()
    }

    /// Every question, settled: what is hidden of it so that nothing about a few follows, nor about parts that are to stay
    /// hidden.
    fn settled(&self, grid: &Grid, stays: &[BTreeSet<usize>]) -> Vec<Line> {
        let by_atom: Vec<Vec<Tally>> = self.parts.by_atom(|rows| grid.tallies(rows));
        let mut follows = Follows::new(&self.parts);
        let mut line = |column: usize| {
            let of_part = |atoms: &Vec<usize>| {
                atoms.iter().fold(Tally::default(), |sum, atom| sum.plus(by_atom[*atom][column]))
            };
            let tallies: Vec<Tally> = self.parts.atoms_by_part().iter().map(of_part).collect();
            let figures = Figures {
                said: self
                    .rows
                    .iter()
                    .zip(&tallies)
                    .enumerate()
                    .map(|(part, of)| said(part == 0, of))
                    .collect(),
                kinds: RATED,
                settings: tallies.iter().enumerate().map(|(part, of)| speaks_of(part == 0, of)).collect(),
                atoms: vec![by_atom.iter().map(|of| of[column].base()).collect()],
            };
            let stays = stays.get(column).cloned().unwrap_or_default();
            self.line_of(hidden_with(&self.parts, &figures, self.threshold, &mut follows, stays))
        };
        let none = || self.line_of(vec![false; self.rows.len()]);
        let scored = |column: usize| grid.columns[column].counts == Counts::Scored;
        (0..grid.columns.len()).map(|column| if scored(column) { line(column) } else { none() }).collect()
    }

    fn line_of(&self, hidden: Vec<bool>) -> Line {
        Line { hidden, first: self.first }
    }

    fn without_closed(&self, grid: &Grid) -> Grid {
        let mut open = grid.clone();
        let closed = (0..self.lines.len()).filter(|column| self.lines[*column].hides_all());
        for column in closed {
            open.columns[column].counts = Counts::Withheld;
            for rating in open.rows.iter_mut().filter_map(|row| row.ratings.get_mut(column)) {
                *rating = NOT_ASKED;
            }
        }
        open
    }

    /// What a reader has to be told.
    pub fn note(&self) -> String {
        let beside = if self.since.iter().all(|since| since.many() == 0) {
            ""
        } else {
            ", alone or beside what was shared before"
        };
        format!(
            "Hidden: a figure that speaks of fewer than {} settings, and any from which such a figure could be worked out{beside}.",
            self.threshold
        )
    }

    /// What a reader has to be told of the questions that are in no figure.
    pub fn note_left_out(&self) -> Option<String> {
        let (subject, them) = match self.left_out() {
            0 => return None,
            1 => ("1 question is".to_owned(), "it"),
            many => (format!("{many} questions are"), "them"),
        };
        Some(format!(
            "Left out: {subject} in no figure that is shared, since fewer than {} settings judged {them}, or what so few said could be worked out.",
            self.threshold
        ))
    }
}

impl<'s> Shown<'s> {
    /// The grid that figures are made from.
    pub fn grid<'g>(self, grid: &'g Grid) -> &'g Grid
    where
        's: 'g,
    {
        match self {
            Self::ToOfficers => grid,
            Self::ToOthers(sharing) => sharing.open(),
        }
    }

    /// What may be shared of the round before, where it may not all be, beside what was shared of it.
    pub fn of_earlier(self, earlier: &Grid, shared: &[SharedBefore]) -> Option<Sharing> {
        match self {
            Self::ToOfficers => None,
            Self::ToOthers(sharing) => Some(Sharing::of(earlier, sharing.threshold).beside(earlier, shared)),
        }
    }

    /// Of some questions those that a figure of these returns may count.
    pub fn open(self, rows: Rows, columns: &[usize]) -> Vec<usize> {
        let sharing = match self {
            Self::ToOfficers => return columns.to_vec(),
            Self::ToOthers(sharing) => sharing,
        };
        let shut = |column: usize| match rows {
            Rows::Everyone => sharing.line(column).hides_all(),
            Rows::Group(by, group) => sharing.line(column).hides(by, group),
        };
        columns.iter().copied().filter(|column| !shut(*column)).collect()
    }

    /// Whether a figure of these returns is hidden, since none of these questions may be counted in it.
    pub fn hides(self, rows: Rows, columns: &[usize]) -> bool {
        match self {
            Self::ToOfficers => false,
            Self::ToOthers(_) => self.open(rows, columns).is_empty(),
        }
    }

    /// The cells of a row about all returns, after the ones that name it; hidden where they have to be.
    pub fn cells(self, columns: &[usize], named: usize, mut cells: Vec<Cell>) -> Vec<Cell> {
        let hides = self.hides(Rows::Everyone, columns);
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

    /// What a reader has to be told of a table, after the other notes: that figures are hidden, where one of its cells is.
    #[must_use]
    pub fn notes(self, rows: &[Vec<Cell>], mut notes: Vec<String>) -> Vec<String> {
        match self {
            Self::ToOfficers => {}
            Self::ToOthers(sharing) => {
                notes.extend(rows.iter().flatten().any(Cell::is_hidden).then(|| sharing.note()));
            }
        }
        notes
    }

    /// The same of a table of ratings, from which questions are left out.
    #[must_use]
    pub fn notes_of_ratings(self, rows: &[Vec<Cell>], notes: Vec<String>) -> Vec<String> {
        let mut notes = self.notes(rows, notes);
        match self {
            Self::ToOfficers => {}
            Self::ToOthers(sharing) => notes.extend(sharing.note_left_out()),
        }
        notes
    }
}

/// What is told of a question: how many met it, judged it otherwise, and did not judge it; of everyone, each rating of these.
const RATED: &[Kind] =
    &[None, None, None, Some(0), Some(0), Some(1), Some(1), Some(1), Some(2), Some(2), Some(2), Some(2)];

/// What some returns said of a question, as far as it is told of them.
fn said(of_everyone: bool, (rows, tally): (&Vec<usize>, &Tally)) -> Vec<u32> {
    let (met, base) = (tally.at_least_met(), tally.base());
    let mut said = vec![met, base - met, count(rows.len()) - base];
    if of_everyone {
        said.extend([tally.exceeds, tally.met, tally.mostly, tally.partly, tally.not_met]);
        said.extend([tally.not_applicable, tally.other, tally.blank, tally.not_asked]);
    }
    said
}

/// How many returns a figure speaks of: those that judged; of everyone, of whom each rating is told, those that said nothing of it
/// or that it does not apply, where nobody judged.
fn speaks_of(everyone: bool, tally: &Tally) -> u32 {
    match tally.base() {
        0 if everyone => tally.not_applicable + tally.other + tally.blank,
        judged => judged,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
