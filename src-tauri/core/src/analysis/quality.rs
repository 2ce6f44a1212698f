//! T4: how good the returns are that count: signed, in time, whole, backed, on the right version, sent back or not.
//!
//! Pure. Refuses to know: what a return says of safeguarding.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::behind::{Behind, Rows};
use super::grid::{Grid, GridRow};
use super::group::By;
use super::judged::{Caption, caption_of, day};
use super::sharing::{Line, Shown};
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Mark;
use crate::submission::SubmissionId;
use crate::template::Template;

/// What is known of a return besides its ratings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quality {
    /// The day of the last signature, where everybody signed.
    pub signed: Option<NaiveDate>,
    /// When it was due.
    pub due: Option<NaiveDate>,
    /// How many of its ratings ask for evidence and have none.
    pub unbacked: u32,
    /// Whether it came on another version of the audit tool.
    pub version: Version,
    /// Whether it was ever sent back.
    pub way: WayHere,
}

/// On which version of the audit tool a return came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Version {
    /// The round's.
    #[default]
    TheRounds,
    /// Another.
    Another,
}

/// How a return came to count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WayHere {
    /// At once.
    #[default]
    Straight,
    /// It was sent back before.
    SentBack,
}

/// The quality of a round's accepted returns, by group.
pub fn table(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    (by, known): (By, &BTreeMap<SubmissionId, Quality>),
    shown: Shown<'_>,
) -> Table {
    let grid = shown.grid(grid);
    let groups = super::group::shown_groups(grid, by);
    let shut = Shut::of(grid, shown);
    let named =
        groups.iter().enumerate().map(|(place, (name, of))| (Rows::Group(by, place), name, of.clone()));
    let all = "All returns".to_owned();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (which, name, of) in named.chain([(Rows::Everyone, &all, grid.everyone())]) {
        rows.push(shut.cells(which, row(grid, name, &of, known)));
    }
    let word = by.word();
    let mut columns = vec![Column::new(word[..1].to_uppercase() + &word[1..], ColumnKind::Text)];
    columns.push(Column::new("Returns", ColumnKind::Count));
    let shares = [
        "Signed by everybody",
        "Signed after due",
        "With a blank",
        "Evidence missing",
        "Another version",
        "Was sent back",
    ];
    columns.extend(shares.map(|label| Column::new(label, ColumnKind::Share)));
    columns.extend(["Blanks", "Ratings without evidence"].map(|label| Column::new(label, ColumnKind::Count)));
    Table {
        title: "Quality of the returns".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        notes: shown.notes_of_ratings(&rows, vec![
            "Of accepted returns. Signed after due: of those signed by everybody, the last signature came after the day on which the return was due.".to_owned(),
            "A blank is a scored question that was asked and not answered. Evidence missing: at least one rating asks for evidence, and neither a note nor an item of evidence stands beside it.".to_owned(),
        ]),
        rows,
    }
}

/// The same as it stands on paper: a column in which there is nothing, or nothing that may be shown, is a word below the
/// table.
pub fn on_paper(table: Table) -> Table {
    let (mut table, none) = table.hidden_below().without_zeros(&[
        "With a blank",
        "Evidence missing",
        "Another version",
        "Was sent back",
        "Blanks",
        "Ratings without evidence",
    ]);
    if !none.is_empty() {
        table.notes.push(none.iter().map(|label| format!("{label}: none.")).collect::<Vec<_>>().join(" "));
    }
    table
}

/// What the lines of the shares are known by, in their order.
const WORDS: [&str; 6] = ["signed", "late", "blank", "unbacked", "another version", "sent back"];

/// Which returns are counted in each share, by its word.
pub fn counted(
    grid: &Grid,
    known: &BTreeMap<SubmissionId, Quality>,
) -> Vec<(String, BTreeSet<SubmissionId>)> {
    let of = |row: &GridRow| {
        let quality = known.get(&row.submission).copied().unwrap_or_default();
        (row.submission, holds(&quality, blanks(grid, row)))
    };
    let all: Vec<(SubmissionId, [bool; 6])> = grid.rows.iter().map(of).collect();
    let line = |place: usize| all.iter().filter(|(_, holds)| holds[place]).map(|(id, _)| *id).collect();
    WORDS.into_iter().enumerate().map(|(place, word)| (word.to_owned(), line(place))).collect()
}

/// What is true of a return, in the order of the shares.
fn holds(it: &Quality, blanks: u32) -> [bool; 6] {
    [
        it.signed.is_some(),
        it.signed.zip(it.due).is_some_and(|(signed, due)| signed > due),
        blanks > 0,
        it.unbacked > 0,
        it.version == Version::Another,
        it.way == WayHere::SentBack,
    ]
}

fn blanks(grid: &Grid, row: &GridRow) -> u32 {
    count(grid.scored().filter(|column| grid.mark(row, *column) == Mark::Blank).count())
}

/// What is hidden of it from others: a line for each share.
struct Shut<'s> {
    lines: Vec<Line>,
    scored: Vec<usize>,
    shown: Shown<'s>,
}

impl<'s> Shut<'s> {
    fn of(grid: &Grid, shown: Shown<'s>) -> Self {
        let lines = match shown {
            Shown::ToOfficers => Vec::new(),
            Shown::ToOthers(sharing) => WORDS.map(|word| sharing.of_settings(word)).into(),
        };
        Self { lines, scored: grid.scored().collect(), shown }
    }

    /// The cells of a row, hidden where they have to be.
    fn cells(&self, rows: Rows, mut cells: Vec<Cell>) -> Vec<Cell> {
        let [signed, late, blank, unbacked, version, back] = self.lines.as_slice() else { return cells };
        let hides = |line: &Line| match rows {
            Rows::Everyone => line.hides_all(),
            Rows::Group(by, group) => line.hides(by, group),
        };
        // Blanks of a question that is hidden for a group would tell how many judged it.
        let trimmed = self.shown.open(rows, &self.scored).len() < self.scored.len();
        let hidden = [
            hides(signed),
            hides(signed) || hides(late),
            hides(blank),
            hides(unbacked),
            hides(version),
            hides(back),
            hides(blank) || trimmed,
            hides(unbacked),
        ];
        let counted = cells.iter_mut().skip(2).zip(hidden);
        counted.filter(|(_, hidden)| *hidden).for_each(|(cell, _)| *cell = Cell::hidden());
        cells
    }
}

fn row(grid: &Grid, name: &str, rows: &[usize], known: &BTreeMap<SubmissionId, Quality>) -> Vec<Cell> {
    let of: Vec<(SubmissionId, Quality, u32)> = rows
        .iter()
        .map(|place| {
            let row = &grid.rows[*place];
            let quality = known.get(&row.submission).copied().unwrap_or_default();
            (row.submission, quality, blanks(grid, row))
        })
        .collect();
    let all: Vec<SubmissionId> = of.iter().map(|(id, ..)| *id).collect();
    let is = |place: usize| -> Vec<SubmissionId> {
        of.iter().filter(|(_, it, blanks)| holds(it, *blanks)[place]).map(|(id, ..)| *id).collect()
    };
    let share = |held: Vec<SubmissionId>, base: &[SubmissionId]| {
        Cell::share(count(held.len()), count(base.len())).of(Behind::returns(held.into_iter(), base))
    };
    let signed = is(0);
    let mut cells =
        vec![Cell::text(name), Cell::count(count(all.len())).of(Behind::returns(all.iter().copied(), &all))];
    cells.extend((0..6).map(|place| share(is(place), if place == 1 { &signed } else { &all })));
    cells.push(Cell::count(of.iter().map(|(.., blanks)| blanks).sum()));
    cells.push(Cell::count(of.iter().map(|(_, it, _)| it.unbacked).sum()));
    cells
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::naive_tests::{caption, random_grid, template};
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn quality_is_counted_return_by_return() {
        for seed in 0..8 {
            let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
            let grid = random_grid(&mut random, 40);
            let day = |on: u32| NaiveDate::from_ymd_opt(2026, 11, on);
            let quality = |(place, row): (usize, &crate::analysis::grid::GridRow)| {
                let place = u32::try_from(place).unwrap_or(0);
                let quality = Quality {
                    signed: (place % 3 > 0).then_some(()).and_then(|()| day(place % 28 + 1)),
                    due: day(14),
                    unbacked: place % 4,
                    version: if place % 5 == 0 { Version::Another } else { Version::TheRounds },
                    way: if place % 7 == 0 { WayHere::SentBack } else { WayHere::Straight },
                };
                (row.submission, quality)
            };
            let known: BTreeMap<SubmissionId, Quality> = grid.rows.iter().enumerate().map(quality).collect();
            let table = table(&grid, &template(), &caption(), (By::Phase, &known), Shown::ToOfficers);
            let all = table.rows.last().expect("all");
            let (mut signed, mut late, mut blank, mut blanks) = (0, 0, 0, 0);
            for row in &grid.rows {
                let it = known[&row.submission];
                signed += u32::from(it.signed.is_some());
                late += u32::from(it.signed > it.due);
                let mine = (0..16).filter(|column| grid.mark(row, *column) == Mark::Blank).count();
                blank += u32::from(mine > 0);
                blanks += count(mine);
            }
            let pair = |place: usize| (all[place].count, all[place].base);
            assert_eq!(pair(1), (Some(40), None));
            assert_eq!(pair(2), (Some(signed), Some(40)));
            assert_eq!(pair(3), (Some(late), Some(signed)));
            assert_eq!(pair(4), (Some(blank), Some(40)));
            assert_eq!((pair(5).0, pair(6).0, pair(7).0), (Some(30), Some(8), Some(6)));
            assert_eq!((pair(8).0, pair(9).0), (Some(blanks), Some(60)));
        }
    }
}
