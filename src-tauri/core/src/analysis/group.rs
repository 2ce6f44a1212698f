//! Who a return is from, and the returns by what their settings have in common.
//!
//! Refuses to know: what was answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::grid::Grid;

/// Who a setting is, as far as figures are told apart by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Who {
    /// Its name.
    pub name: String,
    /// `Primary`.
    pub phase: String,
    /// `Academy`.
    pub status: String,
    /// Its locality.
    pub locality: String,
    /// Its trust.
    pub trust: String,
}

/// What settings are told apart by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Their phase.
    #[default]
    Phase,
    /// Maintained, academy, independent.
    Status,
    /// Where they are.
    Locality,
    /// Their trust.
    Trust,
}

/// What is said of a setting of which it is not known.
pub const NOT_SAID: &str = "Not said";

impl By {
    /// Every one of them.
    pub const ALL: [Self; 4] = [Self::Phase, Self::Status, Self::Locality, Self::Trust];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Status => "status",
            Self::Locality => "locality",
            Self::Trust => "trust",
        }
    }

    /// What a setting is by it.
    pub fn of(self, who: &Who) -> &str {
        let said = match self {
            Self::Phase => &who.phase,
            Self::Status => &who.status,
            Self::Locality => &who.locality,
            Self::Trust => &who.trust,
        };
        if said.is_empty() { NOT_SAID } else { said }
    }
}

/// The most groups that have a column of their own; smaller ones stand together.
const MOST: usize = 12;

/// The name under which the smallest groups stand together.
const OTHERS: &str = "All others";

/// The place of the group that holds what a setting is, among the groups shown.
pub fn place(groups: &[(String, Vec<usize>)], of: &str) -> usize {
    let own = groups.iter().position(|(name, _)| name == of);
    own.or_else(|| groups.iter().position(|(name, _)| name == OTHERS)).unwrap_or(usize::MAX)
}

/// Of each of these groups, how many settings are asked of whom no return counts.
pub fn absent(grid: &Grid, by: By, groups: &[(String, Vec<usize>)]) -> Vec<u32> {
    let mut counts = vec![0; groups.len()];
    for one in &grid.absent {
        if let Some(count) = counts.get_mut(place(groups, by.of(&one.who))) {
            *count += 1;
        }
    }
    counts
}

/// The groups as they have a column each: the smallest stand together where there are many.
pub fn shown_groups(grid: &Grid, by: By) -> Vec<(String, Vec<usize>)> {
    let mut groups = groups(grid, by);
    if groups.len() > MOST {
        let rest: Vec<usize> = groups.drain(MOST - 1..).flat_map(|(_, rows)| rows).collect();
        groups.push((OTHERS.to_owned(), rest));
    }
    groups
}

/// The rows of a grid by what their settings are; the largest group first, what is not said last.
pub fn groups(grid: &Grid, by: By) -> Vec<(String, Vec<usize>)> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, row) in grid.rows.iter().enumerate() {
        groups.entry(by.of(&row.who)).or_default().push(place);
    }
    let mut groups: Vec<(String, Vec<usize>)> =
        groups.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    groups.sort_by_key(|(name, rows)| (name == NOT_SAID, std::cmp::Reverse(rows.len())));
    groups
}
