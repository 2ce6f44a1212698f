//! What was shared before and what may be shared now, together: by the least and the most that all their figures leave.
//!
//! A figure of then and one of now that speak of many can leave one number alone for the few of a cell that one of them hides.
//! What those said that changed since is not known here and is taken to be known to the reader, who then knows more than
//! anybody does. Refuses to know: in which paper it was shared.

use super::super::disclose::{self, Combinations, Figures, Parts};
use super::super::grid::{Grid, GridRow};
use super::super::tally::Tally;
use super::said;
use super::since::Since;

/// The parts of now, and those of what was shared before as far as nothing in them changed.
pub(super) struct OverDays {
    parts: Parts,
    rows: Vec<Vec<usize>>,
    /// How many of them are parts of now.
    now: usize,
    /// By question, of each part of then whether it was hidden.
    was_hidden: Vec<Vec<bool>>,
    combinations: Combinations,
}

impl OverDays {
    /// None where nothing was shared before of which anything changed.
    pub fn of(parts: &Parts, rows: &[Vec<usize>], since: &[Since]) -> Option<Self> {
        let first = since.first()?;
        let mut known: Vec<&Since> = Vec::new();
        for one in since {
            known.extend((!known.iter().any(|other| one.tells_as(other))).then_some(one));
        }
        let mut all: Vec<(usize, Vec<usize>)> =
            rows.iter().enumerate().map(|(part, rows)| (parts.facet(part), rows.clone())).collect();
        let facets = 1 + (0..rows.len()).map(|part| parts.facet(part)).max().unwrap_or(0);
        for (day, one) in known.iter().enumerate() {
            let unchanged = |rows: &Vec<usize>| -> Vec<usize> {
                rows.iter().copied().filter(|row| !one.has_changed(*row)).collect()
            };
            let of_then = rows.iter().enumerate();
            all.extend(of_then.map(|(part, rows)| ((day + 1) * facets + parts.facet(part), unchanged(rows))));
        }
        let columns = 0..first.columns();
        let was =
            |column: usize| known.iter().flat_map(|one| one.was_hidden(column).iter().copied()).collect();
        Some(Self {
            parts: Parts::new(&all),
            rows: all.into_iter().map(|(_, rows)| rows).collect(),
            now: rows.len(),
            was_hidden: columns.map(was).collect(),
            combinations: Combinations::default(),
        })
    }

    /// What is hidden of a question, with what has to be besides.
    pub fn hidden(&mut self, grid: &Grid, column: usize, hidden: &[bool], threshold: u32) -> Vec<bool> {
        let hidden: Vec<bool> = hidden.iter().chain(&self.was_hidden[column]).copied().collect();
        let judged = |row: &GridRow| Tally::of([grid.mark(row, column)]);
        let tally = |rows: &Vec<usize>| {
            rows.iter().fold(Tally::default(), |sum, row| sum.plus(judged(&grid.rows[*row])))
        };
        // Of a part of then, some may have judged who changed since.
        let least = |part: usize| u32::from(part < self.now);
        let is_few = |part: &usize| (least(*part)..threshold).contains(&tally(&self.rows[*part]).base());
        let small: Vec<usize> = (0..hidden.len()).filter(|part| hidden[*part]).filter(is_few).collect();
        if small.is_empty() {
            return hidden[..self.now].to_vec();
        }
        let tallies: Vec<Tally> = self.rows.iter().map(tally).collect();
        let figures = Figures {
            said: self.rows.iter().zip(&tallies).map(said).collect(),
            settings: tallies.iter().map(|tally| tally.base()).collect(),
            atoms: Vec::new(),
            each: 1,
        };
        let line = disclose::OverDays { parts: &self.parts, figures: &figures, now: self.now };
        line.hidden(hidden, &small, &mut self.combinations)
    }
}
