//! T11, the profile of each setting: what it rated, in one line. Restricted: it names settings.
//!
//! Pure over the grid. Refuses to know: the file, and how a table is drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::behind::{Behind, Part};
use super::grid::{Grid, GridRow};
use super::judged::{Caption, caption_of, day};
use super::table::{Cell, Column, ColumnKind, Table};
use super::tally::Tally;
use crate::submission::SubmissionId;
use crate::template::{Meaning, Template};

/// What a profile says of returns besides their ratings; today alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Besides {
    /// Actions still to do whose date has passed, by return.
    pub overdue: BTreeMap<SubmissionId, u32>,
    /// Returns of which a panel found something.
    pub panel: BTreeSet<SubmissionId>,
}

/// A line for each setting with an accepted return, by name.
pub fn settings(grid: &Grid, template: &Template, caption: &Caption) -> Table {
    settings_beside(grid, template, caption, None)
}

/// The same, with overdue actions and whether a panel met the setting, where that is known.
pub fn settings_beside(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    besides: Option<&Besides>,
) -> Table {
    let row = |((place, row), tally): ((u32, &GridRow), Tally)| {
        let count = |count: u32, part: Part| Cell::count(count).of(Behind::Row(place, part));
        let mut cells = vec![
            Cell::text(row.who.name.clone()),
            Cell::text(row.who.phase.clone()),
            Cell::share(tally.at_least_met(), tally.base()).of(Behind::Row(place, Part::Met)),
            count(tally.mostly + tally.partly, Part::Between),
            count(tally.not_met, Part::Of(Meaning::NotMet)),
            count(tally.not_applicable, Part::NotApplicable),
            count(tally.blank, Part::Blank),
        ];
        cells.extend(besides.iter().flat_map(|besides| more(row, besides)));
        cells
    };
    let rows = (0..).zip(&grid.rows).zip(grid.tallies_of_rows()).map(row).collect();
    let count = |label| Column::new(label, ColumnKind::Count);
    let more = besides.map(|_| [count("Overdue actions"), Column::new("Panel", ColumnKind::Short)]);
    Table {
        title: "Profile of each setting".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns: vec![
            Column::new("Setting", ColumnKind::Text),
            Column::new("Phase", ColumnKind::Short),
            Column::new("% met", ColumnKind::Share),
            count("Mostly or partly met"),
            count("Not met"),
            count("Not applicable"),
            count("Blank"),
        ]
        .into_iter()
        .chain(more.into_iter().flatten())
        .collect(),
        rows,
        notes: vec![
            "Restricted: it names settings and is for the partnership\u{2019}s officers.".to_owned(),
            "By name, not by rank: what a setting says of itself is no league table.".to_owned(),
        ],
    }
}

/// Overdue actions, and whether a panel found something.
fn more(row: &GridRow, besides: &Besides) -> [Cell; 2] {
    let overdue = besides.overdue.get(&row.submission).copied().unwrap_or_default();
    let panel = if besides.panel.contains(&row.submission) { "Yes" } else { "" };
    [Cell::count(overdue).of(Behind::Return(Box::new(row.submission))), Cell::text(panel)]
}
