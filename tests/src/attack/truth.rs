//! What is true of some rounds at some times, which the attacker tries to find out.

use std::collections::{BTreeMap, BTreeSet};

use attest::analysis::grid::Grid;
use attest::analysis::group::By;
use attest::analysis::quality::{Version, WayHere};
use attest::analysis::tally::Mark;
use attest::setting::SettingId;
use attest::submission::SubmissionId;
use attest::template::Meaning;

use super::ground::Round;
use super::known::{JUDGED, Rows, What};

/// Where the questions of the round before begin, then themes, then what is known of returns, and whether anything is blank.
pub const THEN: usize = 100;
pub const THEMES: usize = 200;
pub const QUALITY: usize = 300;
pub const BLANK: usize = 400;

/// What is true: by question, of each return, as a kind of rating; and which returns are in which group.
#[derive(Default)]
pub struct Truth {
    marks: BTreeMap<usize, BTreeMap<usize, What>>,
}

impl Truth {
    pub fn whole(&self) -> BTreeMap<usize, Rows> {
        let all = |rows: &BTreeMap<usize, What>| rows.keys().fold(0, |all, row| all | 1 << row);
        self.marks.iter().map(|(question, rows)| (*question, all(rows))).collect()
    }

    pub fn count(&self, of: &[(usize, Rows)], what: What) -> i64 {
        let one = |(question, rows): &(usize, Rows)| {
            let held =
                self.marks[question].iter().filter(|(row, is)| rows >> **row & 1 == 1 && what & **is != 0);
            i64::try_from(held.count()).expect("few")
        };
        of.iter().map(one).sum()
    }

    /// How many returns judged any of it.
    pub fn judged(&self, of: &[(usize, Rows)]) -> u32 {
        let judged = |(question, rows): &(usize, Rows)| {
            let held =
                self.marks[question].iter().filter(|(row, is)| rows >> **row & 1 == 1 && JUDGED & **is != 0);
            held.fold(0, |all: Rows, (row, _)| all | 1 << row)
        };
        of.iter().map(judged).fold(0, |all, rows| all | rows).count_ones()
    }

    fn put(&mut self, question: usize, row: usize, what: What) {
        self.marks.entry(question).or_default().insert(row, what);
    }
}

/// A round at some time, its returns by their place in all that is true.
pub struct State<'r> {
    pub round: &'r Round,
    pub places: Vec<usize>,
    pub day: usize,
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
        Self { round, places, day }
    }

    pub fn everyone(&self) -> Rows {
        self.places.iter().fold(0, |all, place| all | 1 << place)
    }

    pub fn group(&self, by: By, name: &str) -> Rows {
        let rows = self.round.grid.rows.iter().zip(&self.places);
        rows.filter(|(row, _)| by.of(&row.who) == name).fold(0, |all, (_, place)| all | 1 << place)
    }

    /// Whose returns these are.
    pub fn settings(&self, of: Rows) -> BTreeSet<SettingId> {
        let rows = self.round.grid.rows.iter().zip(&self.places);
        rows.filter(|(_, place)| of >> **place & 1 == 1).map(|(row, _)| row.setting).collect()
    }

    /// The returns of settings that returned in both rounds: their places now, and then.
    pub fn in_both(&self) -> (Rows, Rows) {
        let then: BTreeMap<SettingId, usize> =
            self.round.before.rows.iter().enumerate().map(|(place, row)| (row.setting, place)).collect();
        let rows = self.round.grid.rows.iter().zip(&self.places);
        let both = rows.filter_map(|(row, place)| Some((place, then.get(&row.setting)?)));
        both.fold((0, 0), |all, (now, was)| (all.0 | 1 << now, all.1 | 1 << was))
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
