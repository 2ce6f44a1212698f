//! Tables that only papers need: standards beside the last round, actions by the month in which they are due.
//!
//! Pure. Refuses to know: how they are drawn.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::ground::{Before, Ground, count};
use crate::analysis::grid::Counts;
use crate::analysis::group::By;
use crate::analysis::judged::caption_of;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::analysis::tally::{SMALL_BASE, Tally};
use crate::analysis::themes::{self, Spoken};
use crate::submission::action::{ActionState, Planned};

/// C4: the share met of each standard in both rounds, over the questions that may be compared.
pub(super) fn between(ground: &Ground<'_>, before: &Before<'_>) -> Table {
    let hiding = ground.shown.of_earlier(before.earlier.grid, before.earlier.shared);
    let earlier = &before.earlier.as_shared(hiding.as_ref());
    let now = ground.grid.tallies(&ground.grid.everyone());
    let then = earlier.grid.tallies(&earlier.grid.everyone());
    let open = |place: &usize| earlier.grid.columns[*place].counts == Counts::Scored;
    let was = |column: usize| before.place(&ground.grid.columns[column].question).filter(open);
    let row = |(name, columns): (String, Vec<usize>)| {
        let pairs: Vec<(usize, usize)> =
            columns.into_iter().filter_map(|column| Some((column, was(column)?))).collect();
        let sum = |tallies: &[Tally], of: &dyn Fn(&(usize, usize)) -> usize| {
            pairs.iter().fold(Tally::default(), |sum, pair| sum.plus(tallies[of(pair)]))
        };
        let (before, now) = (sum(&then, &|pair| pair.1), sum(&now, &|pair| pair.0));
        let compared: Vec<usize> = pairs.iter().map(|pair| pair.0).collect();
        let hidden = ground.hides(&compared);
        (!pairs.is_empty()).then(|| line(name, before, now, (pairs.len(), hidden)))
    };
    let rows: Vec<Vec<Cell>> = ground.standards().into_iter().filter_map(row).collect();
    Table {
        title: format!("Standards beside {}", earlier.label),
        caption: caption_of(ground.grid, ground.template, ground.caption),
        as_at: ground.as_at(),
        columns: vec![
            Column::new("Standard", ColumnKind::Text),
            Column::new("Questions compared", ColumnKind::Count),
            Column::new(earlier.label, ColumnKind::Share),
            Column::new("This round", ColumnKind::Share),
            Column::new("Change", ColumnKind::Short),
        ],
        notes: ground.shown.notes_of_ratings(&rows, vec![
            "Only questions that are the same in both rounds, on the same scale. Change is in percentage points; a base under 50 in either round is marked small.".to_owned(),
        ]),
        rows,
    }
}

fn line(name: String, before: Tally, now: Tally, (questions, hidden): (usize, bool)) -> Vec<Cell> {
    let mut cells = vec![Cell::text(name), Cell::count(count(questions))];
    if hidden {
        cells.extend([Cell::hidden(), Cell::hidden(), Cell::hidden()]);
        return cells;
    }
    cells.extend([before, now].map(|tally| Cell::share(tally.at_least_met(), tally.base())));
    let share = |tally: Tally| 100.0 * f64::from(tally.at_least_met()) / f64::from(tally.base().max(1));
    let points = share(now) - share(before);
    let small = before.base() < SMALL_BASE || now.base() < SMALL_BASE;
    let said = match (before.base(), now.base()) {
        (0, _) | (_, 0) => "no figure".to_owned(),
        _ => format!("{:+.1} points{}", points, if small { ", small" } else { "" }).replace('-', "\u{2212}"),
    };
    cells.push(Cell::text(said));
    cells
}

/// C8: the actions in returns by the month in which they are due.
pub(super) fn months(ground: &Ground<'_>) -> Table {
    let on = ground.on();
    let mut months: BTreeMap<(i32, u32), [u32; 4]> = BTreeMap::new();
    let mut undated = [0; 4];
    for one in ground.planned {
        let place = standing(one, on);
        match one.due {
            Some(due) => months.entry((due.year(), due.month())).or_default()[place] += 1,
            None => undated[place] += 1,
        }
    }
    let row = |name: String, counts: [u32; 4]| {
        let mut cells = vec![Cell::text(name)];
        cells.extend(counts.map(Cell::count));
        cells.push(Cell::count(counts.iter().sum()));
        cells
    };
    let (early, late) = window(on);
    let mut rows = Vec::new();
    let outside = |fits: &dyn Fn((i32, u32)) -> bool| {
        let within = months.iter().filter(|(month, _)| fits(**month));
        within.fold([0; 4], |sum, (_, counts)| std::array::from_fn(|place| sum[place] + counts[place]))
    };
    let before = outside(&|month| month < early);
    rows.extend((before != [0; 4]).then(|| row("Earlier".to_owned(), before)));
    rows.extend(months.iter().filter(|(month, _)| (early..=late).contains(*month)).map(|(month, counts)| {
        let first = NaiveDate::from_ymd_opt(month.0, month.1, 1);
        row(first.map_or_else(String::new, |first| first.format("%B %Y").to_string()), *counts)
    }));
    let after = outside(&|month| month > late);
    rows.extend((after != [0; 4]).then(|| row("Later".to_owned(), after)));
    rows.extend((undated != [0; 4]).then(|| row("No date".to_owned(), undated)));
    month_table(ground, rows)
}

fn month_table(ground: &Ground<'_>, rows: Vec<Vec<Cell>>) -> Table {
    let count = |label: &str| Column::new(label, ColumnKind::Count);
    Table {
        title: "Actions by the month they are due".to_owned(),
        caption: caption_of(ground.grid, ground.template, ground.caption),
        as_at: ground.as_at(),
        columns: vec![
            Column::new("Due in", ColumnKind::Short),
            count("Done"),
            count("Under way or open"),
            count("Overdue"),
            count("Dropped"),
            count("All"),
        ],
        rows,
        notes: vec!["Overdue: still to be done, with a date that had passed on this day.".to_owned()],
    }
}

fn standing(one: &Planned, on: NaiveDate) -> usize {
    match one.state {
        ActionState::Done => 0,
        ActionState::Dropped => 3,
        ActionState::Open | ActionState::UnderWay => {
            if one.due.is_some_and(|due| due < on) {
                2
            } else {
                1
            }
        }
    }
}

/// T12: how many settings speak of each theme; none where nothing was coded.
pub(super) fn told(ground: &Ground<'_>) -> Option<Table> {
    let beside = (ground.by(), themes::Beside::Quotation);
    of_themes(ground, ground.spoken, beside)
}

/// T22: what settings ask for, with what is planned.
pub(super) fn asked_for(ground: &Ground<'_>) -> Option<Table> {
    let beside = (ground.by(), themes::Beside::Response);
    of_themes(ground, ground.asked_for, beside)
}

fn of_themes(ground: &Ground<'_>, spoken: &[Spoken], beside: (By, themes::Beside)) -> Option<Table> {
    let said: Vec<Spoken> = spoken.iter().filter(|one| !one.returns.is_empty()).cloned().collect();
    let (grid, template, caption) = (ground.grid, ground.template, ground.caption);
    (!said.is_empty()).then(|| themes::table(grid, template, caption, beside, &said, ground.shown))
}

/// A year of months, half of it behind the day.
fn window(on: NaiveDate) -> ((i32, u32), (i32, u32)) {
    let months = on.year() * 12 + i32::try_from(on.month0()).unwrap_or(0);
    let of = |months: i32| (months.div_euclid(12), u32::try_from(months.rem_euclid(12)).unwrap_or(0) + 1);
    (of(months - 6), of(months + 8))
}
