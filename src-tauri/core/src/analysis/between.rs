//! T9 and T10: this round beside the last, by lineage only; a question whose meaning changed is left out and counted.
//!
//! Pure over two grids. Refuses to know: the file, and how a table is drawn.

use std::collections::{BTreeMap, HashMap};

use super::grid::{Grid, GridRow};
use super::judged::{Caption, caption_of, day};
use super::questions::{named, names, scored};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::{Mark, SMALL_BASE, Tally};
use crate::setting::SettingId;
use crate::template::{Meaning, QuestionId, Template};

/// The round before, as it is set beside this one.
pub struct Earlier<'e> {
    /// Its label.
    pub label: &'e str,
    /// Its ratings.
    pub grid: &'e Grid,
    /// The questions of now that are the same as one of its own.
    pub same: &'e BTreeMap<QuestionId, QuestionId>,
}

/// How many stand at each end.
const ENDS: usize = 10;

/// The largest rises and falls in the share met, of questions that are the same in both rounds.
pub fn changes(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: &Earlier<'_>,
    shown: Shown<'_>,
) -> Table {
    let (now, before) = (grid.tallies(&grid.everyone()), earlier.grid.tallies(&earlier.grid.everyone()));
    let pairs = pairs(grid, template, earlier);
    let mut moved: Vec<(f64, Vec<Cell>)> = Vec::new();
    for (question, column, was) in &pairs.same {
        let (now, before) = (now[*column], before[*was]);
        if shown.hides_base(now.base().min(before.base())) {
            continue;
        }
        if let Some(points) = points(before, now) {
            moved.push((points, change(named(question), before, now, points)));
        }
    }
    moved.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut rows: Vec<Vec<Cell>> = moved.into_iter().map(|(_, cells)| cells).collect();
    if rows.len() > 2 * ENDS {
        rows.drain(ENDS..rows.len() - ENDS);
    }
    let mut columns = names();
    columns.push(Column::new(earlier.label, ColumnKind::Share));
    columns.push(Column::new("This round", ColumnKind::Share));
    columns.extend(["Change", "Base"].map(|label| Column::new(label, ColumnKind::Short)));
    let title = "Largest rises and falls".to_owned();
    let notes = shown.notes(pairs.notes(earlier));
    Table {
        title,
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows,
        notes,
    }
}

/// Only settings that returned in both rounds: how many rate themselves higher, the same, lower.
pub fn matched(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    earlier: &Earlier<'_>,
    shown: Shown<'_>,
) -> Table {
    let before: HashMap<SettingId, &GridRow> =
        earlier.grid.rows.iter().map(|row| (row.setting, row)).collect();
    let both: Vec<(&GridRow, &GridRow)> =
        grid.rows.iter().filter_map(|row| Some((row, *before.get(&row.setting)?))).collect();
    let pairs = pairs(grid, template, earlier);
    let row = |(question, column, was): &(&_, usize, usize)| {
        let mut moves = [0_u32; 3];
        for (now, then) in &both {
            let both = (judged(earlier.grid.mark(then, *was)), judged(grid.mark(now, *column)));
            if let (Some(then), Some(now)) = both {
                moves[usize::from(now >= then) + usize::from(now > then)] += 1;
            }
        }
        let [fell, same, rose] = moves;
        let mut cells = named(question);
        let base = rose + same + fell;
        let share = |count| if shown.hides_base(base) { Cell::hidden() } else { Cell::share(count, base) };
        cells.extend([rose, same, fell].map(share));
        cells
    };
    let rows = pairs.same.iter().map(row).collect();
    let mut columns = names();
    columns.extend(["Higher", "Same", "Lower"].map(|label| Column::new(label, ColumnKind::Share)));
    let mut notes = vec![format!(
        "{} settings returned in both rounds; a share is out of those that judged the question in both.",
        both.len()
    )];
    notes.extend(shown.notes(pairs.notes(earlier)));
    let title = format!("Matched settings: this round beside {}", earlier.label);
    Table {
        title,
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows,
        notes,
    }
}

/// The questions that may be compared, with their columns now and before.
struct Pairs<'t> {
    same: Vec<(&'t crate::template::Question, usize, usize)>,
    broken: usize,
}

fn pairs<'t>(grid: &'t Grid, template: &'t Template, earlier: &Earlier<'_>) -> Pairs<'t> {
    let column = |id: &QuestionId| earlier.grid.columns.iter().position(|column| column.question == *id);
    let mut pairs = Pairs { same: Vec::new(), broken: 0 };
    for (now, question) in scored(grid, template) {
        let was = earlier.same.get(&question.id).and_then(column);
        match was.filter(|was| earlier.grid.columns[*was].same_scale(&grid.columns[now])) {
            Some(was) => pairs.same.push((question, now, was)),
            None => pairs.broken += 1,
        }
    }
    pairs
}

impl Pairs<'_> {
    fn notes(&self, earlier: &Earlier<'_>) -> Vec<String> {
        let mut notes = vec![
            "Change is in percentage points. A base under 50 in either round is marked small.".to_owned(),
            format!(
                "{} questions are the same as in {} on the same scale and are compared.",
                self.same.len(),
                earlier.label
            ),
        ];
        if self.broken > 0 {
            notes.push(format!(
                "{} questions are new, reworded, split, merged or rated on another scale: their meaning changed, and they are not compared.",
                self.broken
            ));
        }
        notes
    }
}

fn points(before: Tally, now: Tally) -> Option<f64> {
    let share = |tally: Tally| {
        (tally.base() > 0).then(|| 100.0 * f64::from(tally.at_least_met()) / f64::from(tally.base()))
    };
    Some(share(now)? - share(before)?)
}

fn change(mut cells: Vec<Cell>, before: Tally, now: Tally, points: f64) -> Vec<Cell> {
    let small = before.base() < SMALL_BASE || now.base() < SMALL_BASE;
    let rounded = (points * 10.0).round() / 10.0;
    let shown = if rounded == 0.0 { "0.0 points".to_owned() } else { format!("{rounded:+.1} points") };
    cells.extend([before, now].map(|tally| Cell::share(tally.at_least_met(), tally.base())));
    cells.push(Cell::text(shown.replace('-', "\u{2212}")));
    cells.push(Cell::text(if small { "small" } else { "" }));
    cells
}

/// A judgement's place, the worst first; nothing where it is none.
pub(super) fn place(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::NotMet => Some(0),
        Meaning::Partly => Some(1),
        Meaning::Mostly => Some(2),
        Meaning::Met => Some(3),
        Meaning::Exceeds => Some(4),
        Meaning::NotApplicable | Meaning::None => None,
    }
}

fn judged(mark: Mark) -> Option<u8> {
    match mark {
        Mark::NotAsked | Mark::Blank | Mark::NotApplicable => None,
        Mark::Level(meaning) => place(meaning),
    }
}
