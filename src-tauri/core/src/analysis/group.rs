//! Who a return is from, and the returns by what their settings have in common.
//!
//! Refuses to know: what was answered.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::grid::Grid;

/// Who a setting is, as far as figures are told apart by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Who {
    /// Its name.
    pub name: SmolStr,
    /// `Primary`.
    pub phase: SmolStr,
    /// `Academy`.
    pub status: SmolStr,
    /// Its locality.
    pub locality: SmolStr,
    /// Its trust.
    pub trust: SmolStr,
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

    fn put(self, who: &mut Who, name: &str) {
        let said = match self {
            Self::Phase => &mut who.phase,
            Self::Status => &mut who.status,
            Self::Locality => &mut who.locality,
            Self::Trust => &mut who.trust,
        };
        *said = name.into();
    }
}

/// The most groups that have a column of their own; smaller ones stand together.
const MOST: usize = 12;

/// The name under which the smallest groups stand together.
const OTHERS: &str = "All others";

/// Which groups have had a column of their own wherever they were shared, by each way of telling settings apart; beside
/// them the others stand together for good, since a group that came out of them or went into them would tell of the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns([Named; By::ALL.len()]);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Named {
    names: BTreeSet<String>,
    /// Whether others stood together beside them.
    others: bool,
}

impl Columns {
    /// The same after returns of such settings were shared too.
    pub fn and<'w>(&mut self, whose: impl Iterator<Item = &'w Who> + Clone) {
        for (by, named) in By::ALL.into_iter().zip(&mut self.0) {
            named.grow(whose.clone().map(|who| by.of(who)));
        }
    }

    /// A grid in which those are put together that stand together; none where nothing was shared yet.
    pub fn together(&self, grid: &Grid) -> Option<Grid> {
        if *self == Self::default() {
            return None;
        }
        let (mut now, mut together) = (self.clone(), grid.clone());
        now.and(grid.rows.iter().map(|row| &row.who));
        let rows = together.rows.iter_mut().map(|row| &mut row.who);
        for who in rows.chain(together.absent.iter_mut().map(|one| &mut one.who)) {
            for (by, named) in By::ALL.into_iter().zip(&now.0) {
                if named.others && !named.names.contains(by.of(who)) {
                    by.put(who, OTHERS);
                }
            }
        }
        Some(together)
    }
}

impl Named {
    /// New groups have columns of their own while there is room, the largest first, and never where others stand together.
    fn grow<'n>(&mut self, all: impl Iterator<Item = &'n str>) {
        let mut new: BTreeMap<&str, usize> = BTreeMap::new();
        for name in all.filter(|name| !self.names.contains(*name)) {
            *new.entry(name).or_default() += 1;
        }
        if self.others {
            return;
        }
        let mut new: Vec<(&str, usize)> = new.into_iter().collect();
        new.sort_by_key(|(name, many)| (*name == NOT_SAID, std::cmp::Reverse(*many)));
        if self.names.len() + new.len() > MOST {
            new.truncate((MOST - 1).saturating_sub(self.names.len()));
            self.others = true;
        }
        self.names.extend(new.into_iter().map(|(name, _)| name.to_owned()));
    }
}

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
    if groups.len() > MOST && groups.iter().all(|(name, _)| name != OTHERS) {
        let rest: Vec<usize> = groups.drain(MOST - 1..).flat_map(|(_, rows)| rows).collect();
        groups.push((OTHERS.to_owned(), rest));
    }
    groups
}

/// How many groups have a name: where none has, settings are not told apart so.
pub fn named(grid: &Grid, by: By) -> usize {
    groups(grid, by).iter().filter(|(name, _)| name != NOT_SAID).count()
}

/// The rows of a grid by what their settings are; the largest group first, what is not said and what stands together last.
pub fn groups(grid: &Grid, by: By) -> Vec<(String, Vec<usize>)> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, row) in grid.rows.iter().enumerate() {
        groups.entry(by.of(&row.who)).or_default().push(place);
    }
    let mut groups: Vec<(String, Vec<usize>)> =
        groups.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect();
    groups.sort_by_key(|(name, rows)| (name == OTHERS, name == NOT_SAID, std::cmp::Reverse(rows.len())));
    groups
}
