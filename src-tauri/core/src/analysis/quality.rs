//! T4: how good the returns are that count: signed, in time, whole, backed, on the right version, sent back or not.
//!
//! Pure. Refuses to know: what a return says of safeguarding.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::behind::Behind;
use super::grid::Grid;
use super::group::By;
use super::judged::{Caption, caption_of, day};
use super::sharing::Shown;
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
    let groups = super::group::shown_groups(grid, by);
    let sizes: Vec<u32> = groups.iter().map(|(_, rows)| count(rows.len())).collect();
    let hidden = super::response::hidden_of(&sizes, shown);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for ((name, of), hidden) in groups.iter().zip(hidden) {
        let mut cells = row(grid, name, of, known);
        cells.iter_mut().skip(2).filter(|_| hidden).for_each(|cell| *cell = Cell::hidden());
        rows.push(cells);
    }
    rows.push(row(grid, "All returns", &grid.everyone(), known));
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
        rows,
        notes: shown.notes(vec![
            "Of accepted returns. Signed after due: of those signed by everybody, the last signature came after the day on which the return was due.".to_owned(),
            "A blank is a scored question that was asked and not answered. Evidence missing: at least one rating asks for evidence, and neither a note nor an item of evidence stands beside it.".to_owned(),
        ]),
    }
}

fn row(grid: &Grid, name: &str, rows: &[usize], known: &BTreeMap<SubmissionId, Quality>) -> Vec<Cell> {
    let of: Vec<(SubmissionId, Quality, u32)> = rows
        .iter()
        .map(|place| {
            let row = &grid.rows[*place];
            let blanks = grid.scored().filter(|column| grid.mark(row, *column) == Mark::Blank).count();
            (row.submission, known.get(&row.submission).copied().unwrap_or_default(), count(blanks))
        })
        .collect();
    let all: Vec<SubmissionId> = of.iter().map(|(id, ..)| *id).collect();
    let signed: Vec<SubmissionId> =
        of.iter().filter(|(_, it, _)| it.signed.is_some()).map(|(id, ..)| *id).collect();
    let late = |it: &Quality| it.signed.zip(it.due).is_some_and(|(signed, due)| signed > due);
    let share = |base: &[SubmissionId], holds: &dyn Fn(&Quality, u32) -> bool| {
        let held = of.iter().filter(|(_, it, blanks)| holds(it, *blanks)).map(|(id, ..)| *id);
        let held: Vec<SubmissionId> = held.collect();
        Cell::share(count(held.len()), count(base.len())).of(Behind::returns(held.into_iter(), base))
    };
    let blanks = of.iter().map(|(.., blanks)| blanks).sum();
    let unbacked = of.iter().map(|(_, it, _)| it.unbacked).sum();
    vec![
        Cell::text(name),
        Cell::count(count(all.len())).of(Behind::returns(all.iter().copied(), &all)),
        share(&all, &|it, _| it.signed.is_some()),
        share(&signed, &|it, _| late(it)),
        share(&all, &|_, blanks| blanks > 0),
        share(&all, &|it, _| it.unbacked > 0),
        share(&all, &|it, _| it.version == Version::Another),
        share(&all, &|it, _| it.way == WayHere::SentBack),
        Cell::count(blanks),
        Cell::count(unbacked),
    ]
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
