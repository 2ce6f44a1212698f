//! What was shared before: set beside it, a figure of now says what those rated that came, went or changed since.
//!
//! Where they are few, the figure is hidden, and whatever it could be worked out from. Refuses to know: in which paper it
//! was shared.

use std::collections::{BTreeMap, BTreeSet};

use super::super::disclose::{Figures, Follows, Parts, THINGS, hidden};
use super::super::grid::{Counts, Grid, GridRow};
use super::super::group::{By, Who, place, shown_groups};
use super::super::tally::Tally;
use super::settings::{Counted, Told};
use super::{count, settings};
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::QuestionId;

/// The returns behind a paper that was shared before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharedBefore {
    /// Those that count now with the same ratings.
    pub same: BTreeSet<SubmissionId>,
    /// Those that count now where they did, with other ratings.
    pub rated: BTreeSet<SubmissionId>,
    /// Those that do not count now, or not where they did: who their settings were then, where that is known.
    pub gone: Vec<(SubmissionId, Option<Who>)>,
    /// What those had rated that count otherwise now or not at all, as far as that is known.
    pub then: BTreeMap<SubmissionId, Vec<u8>>,
    /// Who all the settings were whose returns were shared, as far as that is known.
    pub whose: Vec<Who>,
    /// What was hidden of it, as far as that is known.
    pub hidden: Hidden,
    /// What was told in it, or in others of the same returns, of settings that are counted.
    pub told: Vec<Told>,
}

/// By question, the names of the parts that are hidden.
pub type Hidden = BTreeMap<QuestionId, Vec<String>>;

/// The settings that came, went or changed since something was shared, in the parts of what is shared now.
#[derive(Debug, Clone)]
pub(super) struct Since {
    changed: Grid,
    /// Of those that are there, the places in the grid of now; those that are gone come after them.
    places: Vec<usize>,
    /// Of each row, whether its return was shared before, so that what it said then is told too.
    was_shared: Vec<bool>,
    /// Of each row that was, what it said then, where that is known.
    then: Vec<Option<Vec<u8>>>,
    parts: Parts,
    rows: Vec<Vec<usize>>,
    /// By question, of each part whether it was hidden then.
    was_hidden: Vec<Vec<bool>>,
    /// What the parts are called.
    names: Vec<String>,
    told: Vec<Told>,
}

impl Since {
    /// None where nothing changed.
    pub fn of(grid: &Grid, before: &SharedBefore) -> Option<Self> {
        let came = grid.rows.iter().enumerate().filter(|(_, row)| !before.same.contains(&row.submission));
        let (places, mut rows): (Vec<usize>, Vec<GridRow>) =
            came.map(|(place, row)| (place, row.clone())).unzip();
        let mut was_shared: Vec<bool> =
            rows.iter().map(|row| before.rated.contains(&row.submission)).collect();
        was_shared.extend(before.gone.iter().map(|_| true));
        let absent = grid.absent.iter().filter_map(|one| Some((one.submission?, &one.who)));
        let outside = grid.outside.iter().map(|one| (one.submission, &one.who));
        let absent: BTreeMap<_, _> = absent.chain(outside).collect();
        rows.extend(before.gone.iter().map(|(submission, who)| {
            let known = who.clone().or_else(|| absent.get(submission).map(|who| (*who).clone()));
            GridRow {
                submission: *submission,
                setting: SettingId(submission.0),
                ratings: Vec::new(),
                moderated: 0,
                who: known.unwrap_or_default(),
            }
        }));
        let then =
            rows.iter().zip(&was_shared).map(|(row, was)| before.then.get(&row.submission).filter(|_| *was));
        let then = then.map(|ratings| ratings.cloned()).collect();
        if rows.is_empty() && before.hidden.is_empty() && before.told.is_empty() {
            return None;
        }
        let mut parts = vec![(0, (0..rows.len()).collect::<Vec<_>>())];
        let mut names = vec![String::new()];
        for (at, by) in By::ALL.into_iter().enumerate() {
            let groups = shown_groups(grid, by);
            names.extend(groups.iter().map(|(name, _)| part_name(by, name)));
            let mut of_groups = vec![Vec::new(); groups.len()];
            for (row, known) in rows.iter().enumerate() {
                if let Some(group) = of_groups.get_mut(place(&groups, by.of(&known.who))) {
                    group.push(row);
                }
            }
            parts.extend(of_groups.into_iter().map(|rows| (at + 1, rows)));
        }
        let known = Parts::new(&parts);
        let was_hidden = grid.columns.iter().map(|column| {
            let hidden = before.hidden.get(&column.question);
            names.iter().map(|name| hidden.is_some_and(|hidden| hidden.contains(name))).collect()
        });
        let was_hidden: Vec<Vec<bool>> = was_hidden.collect();
        let (absent, outside) = (Vec::new(), Vec::new());
        let changed = Grid { columns: grid.columns.clone(), rows, expected: 0, absent, outside };
        let rows = parts.into_iter().map(|(_, rows)| rows).collect();
        let told = before.told.clone();
        Some(Self { changed, places, was_shared, then, parts: known, rows, was_hidden, names, told })
    }

    /// How many settings changed.
    pub fn many(&self) -> u32 {
        // One that moved from group to group stands in both.
        let returns: BTreeSet<_> = self.changed.rows.iter().map(|row| row.submission).collect();
        count(returns.len())
    }

    /// How many questions there are.
    pub fn columns(&self) -> usize {
        self.was_hidden.len()
    }

    /// Of a question, of each part whether it was hidden then.
    pub fn was_hidden(&self, column: usize) -> &[bool] {
        &self.was_hidden[column]
    }

    /// Whether it was shared of the same returns, which had said the same, with the same hidden.
    pub fn tells_as(&self, other: &Self) -> bool {
        self.changed.rows == other.changed.rows
            && self.was_shared == other.was_shared
            && self.then == other.then
            && self.was_hidden == other.was_hidden
    }

    /// Of a part, its returns of now that came or changed since.
    pub fn came(&self, part: usize) -> impl Iterator<Item = usize> + '_ {
        self.rows[part].iter().filter_map(|row| self.places.get(*row).copied())
    }

    /// Of a part, its returns of then that went or changed since: which one, and what it had said where that is known.
    pub fn went(&self, part: usize) -> impl Iterator<Item = (&GridRow, Option<&[u8]>)> + '_ {
        let went = self.rows[part].iter().filter(|row| self.was_shared[**row]);
        went.map(|row| (&self.changed.rows[*row], self.then[*row].as_deref()))
    }

    /// Whether a return of now came or changed since.
    pub fn has_changed(&self, place: usize) -> bool {
        self.places.binary_search(&place).is_ok()
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
            super::said(false, (rows, &rows.iter().fold(Tally::default(), |sum, row| sum.plus(tally(*row)))))
        };
        let judged = |rows: &[usize]| count(rows.iter().filter(|row| tally(**row).base() > 0).count());
        let may_have = |rows: &[usize]| self.may_have_judged(column, rows);
        let speaks = |rows: &Vec<usize>| match judged(rows) {
            few if (1..threshold).contains(&few) => few,
            _none_or_many => may_have(rows),
        };
        let figures = Figures {
            said: self.rows.iter().map(said).collect(),
            kinds: THINGS,
            settings: self.rows.iter().map(speaks).collect(),
            atoms: vec![self.parts.by_atom(judged), self.parts.by_atom(may_have)],
        };
        hidden(&self.parts, &figures, threshold, follows)
    }

    /// How many of these judged a question, now or then; whose words of then are not known counts as if it had.
    fn may_have_judged(&self, column: usize, rows: &[usize]) -> u32 {
        let judged = |bytes: &[u8]| {
            let read = |byte: &u8| self.changed.columns[column].read(*byte);
            Tally::of(bytes.get(column).map(read)).base() > 0
        };
        let then = |row: usize| self.was_shared[row] && self.then[row].as_deref().is_none_or(judged);
        count(rows.iter().filter(|row| judged(&self.changed.rows[**row].ratings) || then(**row)).count())
    }

    /// Of a question, the parts that were hidden then and of which few judged since: shown now, they would tell what they were.
    pub fn stays(&self, column: usize, threshold: u32) -> impl Iterator<Item = usize> + '_ {
        let was = self.was_hidden[column].iter().enumerate().filter(|(_, was)| **was);
        was.map(|(part, _)| part)
            .filter(move |part| self.may_have_judged(column, &self.rows[*part]) < threshold)
    }

    /// What was told in a line that counts settings.
    pub fn counted<'s>(&'s self, word: &'s str) -> impl Iterator<Item = &'s Counted> {
        self.told.iter().filter_map(move |told| told.get(word))
    }

    /// Of each part, whether its name is among these.
    pub fn parts(&self, names: &[String]) -> Vec<bool> {
        self.names.iter().map(|name| names.contains(name)).collect()
    }

    /// How many came, went or changed in a part.
    pub fn many_of(&self, part: usize) -> u32 {
        count(self.rows[part].len())
    }

    /// What is hidden where settings are counted of which something is true: every part in which few changed, or in which it
    /// is true of few that changed.
    pub fn line_of_settings(&self, threshold: u32, is_true: &[bool]) -> Vec<bool> {
        let is = |row: usize| self.places.get(row).is_some_and(|place| is_true[*place]);
        let figures = settings::figures((&self.parts, &self.rows), is, threshold);
        hidden(&self.parts, &figures, threshold, &mut Follows::new(&self.parts))
    }
}

/// The name of a group among all the parts; that of all together is empty.
pub(super) fn part_name(by: By, group: &str) -> String {
    format!("{} {group}", by.word())
}
