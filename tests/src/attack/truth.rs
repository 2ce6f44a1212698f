//! What is true of some rounds at some times, which the attacker tries to find out.

use std::collections::{BTreeMap, BTreeSet};

use attest::analysis::grid::Grid;
use attest::analysis::group::{By, shown_groups};
use attest::analysis::quality::{Version, WayHere};
use attest::analysis::tally::Mark;
use attest::setting::SettingId;
use attest::submission::SubmissionId;
use attest::template::Meaning;

use super::ground::Round;
use super::known::{EVERY, JUDGED, What};
use super::rows::Rows;

/// Where the questions of the round before begin, then themes, then what is known of returns, and whether anything is blank.
pub const THEN: usize = 100;
pub const THEMES: usize = 200;
pub const QUALITY: usize = 300;
pub const BLANK: usize = 400;

/// What is true: by question, of each return, as a kind of rating; and which returns are in which group.
#[derive(Default)]
pub struct Truth {
    marks: BTreeMap<usize, [Rows; 9]>,
}

impl Truth {
    pub fn whole(&self) -> BTreeMap<usize, Rows> {
        self.marks.keys().map(|question| (*question, self.rated(*question, EVERY))).collect()
    }

    pub fn count(&self, of: &[(usize, Rows)], what: What) -> i64 {
        of.iter().map(|(question, rows)| i64::from((self.rated(*question, what) & *rows).many())).sum()
    }

    /// How many returns judged any of it.
    pub fn judged(&self, of: &[(usize, Rows)]) -> u32 {
        let judged = of.iter().map(|(question, rows)| self.rated(*question, JUDGED) & *rows);
        judged.fold(Rows::NONE, |all, rows| all | rows).many()
    }

    fn put(&mut self, question: usize, row: usize, what: What) {
        let ratings = self.marks.entry(question).or_default();
        ratings[usize::try_from(what.trailing_zeros()).expect("a kind")].insert(row);
    }

    /// The returns that rated a question in one of some ways.
    fn rated(&self, question: usize, what: What) -> Rows {
        let of = self.marks[&question].iter().enumerate().filter(|(kind, _)| what >> kind & 1 == 1);
        of.fold(Rows::NONE, |all, (_, rows)| all | *rows)
    }
}

/// A round at some time, its returns by their place in all that is true.
pub struct State<'r> {
    pub round: &'r Round,
    pub places: Vec<usize>,
    pub day: usize,
    /// The groups that have a column: of many, the smallest stand together.
    shown: Vec<(By, String, Rows)>,
}

impl<'r> State<'r> {
    /// Says what is true of a round whose returns have these places.
    pub fn new(round: &'r Round, places: Vec<usize>, (day, open): (usize, &Grid), truth: &mut Truth) -> Self {
        for (row, place) in round.grid.rows.iter().zip(&places) {
            for column in 0..16 {
                truth.put(column, *place, kind(round.grid.mark(row, column)));
            }
            for (theme, spoken) in round.spoken.iter().enumerate() {
                let speaks = spoken.returns.contains(&row.submission);
                truth.put(THEMES + theme, *place, if speaks { 1 << 1 } else { 1 << 4 });
            }
            for (said, is) in quality(round, row.submission).into_iter().enumerate() {
                truth.put(QUALITY + said, *place, if is { 1 << 1 } else { 1 << 4 });
            }
        }
        for (row, place) in open.rows.iter().zip(&places) {
            let blank = (0..16).any(|column| open.mark(row, column) == Mark::Blank);
            truth.put(BLANK + day, *place, if blank { 1 << 1 } else { 1 << 4 });
        }
        for (place, row) in round.before.rows.iter().enumerate() {
            for column in 0..16 {
                truth.put(THEN + column, place, kind(round.before.mark(row, column)));
            }
        }
        let of = |by: By| {
            let rows = |rows: Vec<usize>| rows.into_iter().map(|row| places[row]).collect();
            shown_groups(open, by).into_iter().map(move |(name, held)| (by, name, rows(held)))
        };
        let shown = By::ALL.into_iter().flat_map(of).collect();
        Self { round, places, day, shown }
    }

    pub fn everyone(&self) -> Rows {
        self.places.iter().copied().collect()
    }

    /// The groups that have a column.
    pub fn shown(&self) -> impl Iterator<Item = (By, &str)> {
        self.shown.iter().map(|(by, name, _)| (*by, name.as_str()))
    }

    pub fn group(&self, by: By, name: &str) -> Rows {
        if let Some((.., rows)) = self.shown.iter().find(|(one, shown, _)| *one == by && shown == name) {
            return *rows;
        }
        let rows = self.round.grid.rows.iter().zip(&self.places);
        rows.filter(|(row, _)| by.of(&row.who) == name).map(|(_, place)| *place).collect()
    }

    /// Whose returns these are.
    pub fn settings(&self, of: Rows) -> BTreeSet<SettingId> {
        let rows = self.round.grid.rows.iter().zip(&self.places);
        rows.filter(|(_, place)| of.holds(**place)).map(|(row, _)| row.setting).collect()
    }

    /// The returns of settings that returned in both rounds: their places now, and then.
    pub fn in_both(&self) -> (Rows, Rows) {
        let then: BTreeMap<SettingId, usize> =
            self.round.before.rows.iter().enumerate().map(|(place, row)| (row.setting, place)).collect();
        let rows = self.round.grid.rows.iter().zip(&self.places);
        let both = rows.filter_map(|(row, place)| Some((*place, *then.get(&row.setting)?)));
        let (now, was): (Vec<usize>, Vec<usize>) = both.unzip();
        (now.into_iter().collect(), was.into_iter().collect())
    }
}

fn quality(round: &Round, of: SubmissionId) -> [bool; 5] {
    let known = round.quality(of);
    let late = known.signed.zip(known.due).is_some_and(|(signed, due)| signed > due);
    let another = known.version == Version::Another;
    [known.signed.is_some(), late, known.unbacked > 0, another, known.way == WayHere::SentBack]
}

fn kind(mark: Mark) -> What {
    match mark {
        Mark::Level(Meaning::Exceeds) => 1,
        Mark::Level(Meaning::Met) => 1 << 1,
        Mark::Level(Meaning::Mostly) => 1 << 2,
        Mark::Level(Meaning::Partly) => 1 << 3,
        Mark::Level(Meaning::NotMet) => 1 << 4,
        Mark::NotApplicable | Mark::Level(Meaning::NotApplicable) => 1 << 5,
        Mark::Level(Meaning::None) => 1 << 6,
        Mark::Blank => 1 << 7,
        Mark::NotAsked => 1 << 8,
    }
}
