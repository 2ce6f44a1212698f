//! What was shared before: set beside it, a figure of now says what those rated that came, went or changed since.
//!
//! Where they are few, the figure is hidden, and whatever it could be worked out from. Refuses to know: in which paper it
//! was shared.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::disclose::{Figures, Follows, Parts, hidden};
use super::super::grid::{Counts, Grid, GridRow};
use super::super::group::{By, Who, place, shown_groups};
use super::super::tally::Tally;
use super::count;
use crate::setting::SettingId;
use crate::submission::SubmissionId;

/// The returns behind a paper that was shared before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharedBefore {
    /// Those that count now with the same ratings.
    pub same: BTreeSet<SubmissionId>,
    /// Those that do not count now, or not where they did: who their settings were then, where that is known.
    pub gone: Vec<(SubmissionId, Option<Who>)>,
    /// Who all the settings were whose returns were shared, as far as that is known.
    pub whose: Vec<Who>,
}

/// The settings that came, went or changed since something was shared, in the parts of what is shared now.
#[derive(Debug, Clone)]
pub(super) struct Since {
    changed: Grid,
    /// How many of the rows are there; those after them are gone.
    there: usize,
    parts: Parts,
    rows: Vec<Vec<usize>>,
}

impl Since {
    /// None where nothing changed.
    pub fn of(grid: &Grid, before: &SharedBefore) -> Option<Self> {
        let came = grid.rows.iter().filter(|row| !before.same.contains(&row.submission));
        let mut rows: Vec<GridRow> = came.cloned().collect();
        let there = rows.len();
        let absent = grid.absent.iter().filter_map(|one| Some((one.submission?, &one.who)));
        let outside = grid.outside.iter().map(|one| (one.submission, &one.who));
        let absent: BTreeMap<_, _> = absent.chain(outside).collect();
        rows.extend(before.gone.iter().map(|(submission, who)| {
            let known =
                who.clone().map(Arc::new).or_else(|| absent.get(submission).map(|who| Arc::clone(who)));
            GridRow {
                submission: *submission,
                setting: SettingId(submission.0),
                ratings: Vec::new(),
                moderated: 0,
                who: known.unwrap_or_default(),
            }
        }));
        if rows.is_empty() {
            return None;
        }
        let mut parts = vec![(0, (0..rows.len()).collect::<Vec<_>>())];
        for (at, by) in By::ALL.into_iter().enumerate() {
            let groups = shown_groups(grid, by);
            let mut of_groups = vec![Vec::new(); groups.len()];
            for (row, known) in rows.iter().enumerate() {
                if let Some(group) = of_groups.get_mut(place(&groups, by.of(&known.who))) {
                    group.push(row);
                }
            }
            parts.extend(of_groups.into_iter().map(|rows| (at + 1, rows)));
        }
        let known = Parts::new(&parts);
        let (absent, outside) = (Vec::new(), Vec::new());
        let changed = Grid { columns: grid.columns.clone(), rows, expected: 0, absent, outside };
        Some(Self { changed, there, parts: known, rows: parts.into_iter().map(|(_, rows)| rows).collect() })
    }

    /// How many settings changed.
    pub fn many(&self) -> u32 {
        // One that moved from group to group stands in both.
        let returns: BTreeSet<_> = self.changed.rows.iter().map(|row| row.submission).collect();
        count(returns.len())
    }

    /// By question, what is hidden of it.
    pub fn lines(&self, threshold: u32) -> Vec<Vec<bool>> {
        let mut follows = Follows::new(&self.parts);
        let columns = &self.changed.columns;
        let line = |column: usize| match columns[column].counts {
            Counts::Scored => self.line(column, threshold, &mut follows),
            Counts::Unscored | Counts::Withheld => vec![false; self.rows.len()],
        };
        (0..columns.len()).map(line).collect()
    }

    fn line(&self, column: usize, threshold: u32, follows: &mut Follows) -> Vec<bool> {
        let tally = |row: usize| Tally::of([self.changed.mark(&self.changed.rows[row], column)]);
        let said = |rows: &Vec<usize>| {
            let sum = rows.iter().fold(Tally::default(), |sum, row| sum.plus(tally(*row)));
            vec![sum.at_least_met(), sum.base() - sum.at_least_met(), count(rows.len()) - sum.base()]
        };
        let speaks = |rows: &[usize]| {
            // What those said that are gone is not known here, so they count as if they had judged.
            count(rows.iter().filter(|row| **row >= self.there || tally(**row).base() > 0).count())
        };
        let figures = Figures {
            said: self.rows.iter().map(said).collect(),
            settings: self.rows.iter().map(|rows| speaks(rows)).collect(),
            atoms: vec![self.parts.by_atom(speaks)],
            each: 1,
        };
        hidden(&self.parts, &figures, threshold, follows)
    }

    /// What is hidden where settings are counted of which something is true: every part in which few changed.
    pub fn line_of_settings(&self, threshold: u32) -> Vec<bool> {
        let size = |rows: &[usize]| count(rows.len());
        let figures = Figures {
            said: self.rows.iter().map(|rows| vec![size(rows)]).collect(),
            settings: self.rows.iter().map(|rows| size(rows)).collect(),
            atoms: vec![self.parts.by_atom(size)],
            each: 1,
        };
        hidden(&self.parts, &figures, threshold, &mut Follows::new(&self.parts))
    }
}
