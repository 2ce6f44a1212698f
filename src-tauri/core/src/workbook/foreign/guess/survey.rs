//! What can be counted of a sheet: which cells have a list, what stands in each row.
//!
//! Refuses to know: what anything is for.

use std::collections::{BTreeMap, BTreeSet};

use crate::sheet::{Beside, Cell, List, Place, Sheet};

/// The most listed cells that are looked at on one sheet.
const MOST: usize = 100_000;
/// The most words of a list that can be a scale.
const MOST_WORDS: usize = 12;

/// A sheet with its lists spread over its cells.
pub struct Survey<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Its lists and its looks.
    pub beside: &'a Beside,
    /// The list of each cell that has one that could be a scale, by column and row.
    pub listed: BTreeMap<u32, BTreeMap<u32, &'a List>>,
}

impl<'a> Survey<'a> {
    /// Spreads the lists of a sheet over the rows that hold anything.
    pub fn of(sheet: &'a Sheet, beside: &'a Beside) -> Self {
        let mut survey = Self { sheet, beside, listed: BTreeMap::new() };
        let mut room = MOST;
        for list in beside.lists.iter().filter(|list| (2..=MOST_WORDS).contains(&list.words.len())) {
            for area in &list.areas {
                survey.spread(list, area.from, area.to, &mut room);
            }
        }
        survey
    }

    fn spread(&mut self, list: &'a List, from: Place, to: Place, room: &mut usize) {
        let rows: Vec<u32> = self.sheet.rows.range(from.row..=to.row).map(|(row, _)| *row).collect();
        for column in from.column..=to.column {
            if *room == 0 || column - from.column > 200 {
                return;
            }
            let cells = self.listed.entry(column).or_default();
            for row in &rows {
                *room = room.saturating_sub(1);
                cells.insert(*row, list);
            }
        }
    }

    /// The text of a cell, of the whole merged area where it lies in one.
    pub fn text(&self, row: u32, column: u32) -> String {
        let place = Place::new(row, column);
        let anchor = self.sheet.merge(place).map_or(place, |area| area.from);
        self.sheet.text(anchor).trim().to_owned()
    }

    /// The cell itself.
    pub fn cell(&self, row: u32, column: u32) -> Option<&'a Cell> {
        self.sheet.cell(Place::new(row, column))
    }

    /// Whether a cell of a merged area other than its first.
    pub fn covered(&self, row: u32, column: u32) -> bool {
        let place = Place::new(row, column);
        self.sheet.merge(place).is_some_and(|area| area.from != place)
    }

    /// The columns of a row in which something stands.
    pub fn filled(&self, row: u32) -> BTreeSet<u32> {
        let cells = self.sheet.rows.get(&row);
        let said = |(column, cell): (&u32, &Cell)| (!cell.text().trim().is_empty()).then_some(*column);
        cells.into_iter().flatten().filter_map(said).collect()
    }

    /// The columns of the sheet in which something stands or a list does.
    pub fn columns(&self) -> BTreeSet<u32> {
        let said = self.sheet.rows.values().flat_map(|cells| cells.keys().copied());
        said.chain(self.listed.keys().copied()).collect()
    }

    /// The rows in which a column has a list and something else stands beside it.
    pub fn rows_with(&self, column: u32) -> BTreeSet<u32> {
        let Some(cells) = self.listed.get(&column) else { return BTreeSet::new() };
        let beside = |row: &&u32| {
            let listed = |one: &u32| self.listed.get(one).is_some_and(|cells| cells.contains_key(row));
            self.filled(**row).iter().any(|one| *one != column && !listed(one))
                || self.merged_text(**row, column)
        };
        cells.keys().filter(beside).copied().collect()
    }

    fn merged_text(&self, row: u32, but: u32) -> bool {
        let here = |area: &&crate::sheet::Area| {
            (area.from.row..=area.to.row).contains(&row) && area.from.column != but
        };
        self.sheet.merged.iter().filter(here).any(|area| !self.sheet.text(area.from).trim().is_empty())
    }

    /// The words that a column's cells choose from, the commonest first.
    pub fn words(&self, column: u32) -> Vec<String> {
        let mut counts: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for list in self.listed.get(&column).into_iter().flat_map(BTreeMap::values) {
            *counts.entry(list.words.iter().map(|word| word.text.clone()).collect()).or_default() += 1;
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(words, _)| words).unwrap_or_default()
    }
}
