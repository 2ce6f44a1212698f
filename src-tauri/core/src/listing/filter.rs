//! Which entries of a list belong to a partnership, chosen from what the list holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Entry, Field};

/// What is chosen of a list; an empty choice leaves nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Local authorities.
    pub authorities: BTreeSet<String>,
    /// Open, closed, proposed.
    pub states: BTreeSet<String>,
    /// Types.
    pub types: BTreeSet<String>,
    /// Phases.
    pub phases: BTreeSet<String>,
    /// What the locality of a setting is taken from.
    pub locality: LocalityBy,
}

/// What the locality of a setting is taken from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LocalityBy {
    /// The district, or the list's own column for it.
    #[default]
    District,
    /// The ward.
    Ward,
    /// The town.
    Town,
}

/// By what entries are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Local authority.
    Authority,
    /// Open, closed, proposed.
    State,
    /// Type.
    Type,
    /// Phase.
    Phase,
}

/// A value of a list and how many entries have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Counted {
    /// The value; empty where the list says nothing.
    pub value: String,
    /// How many, among those that the other choices leave.
    pub count: u32,
}

/// What a list holds to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Holdings {
    /// Local authorities.
    pub authorities: Vec<Counted>,
    /// Open, closed, proposed.
    pub states: Vec<Counted>,
    /// Types.
    pub types: Vec<Counted>,
    /// Phases.
    pub phases: Vec<Counted>,
    /// How many entries the choice leaves.
    pub chosen: u32,
}

impl Facet {
    const ALL: [Self; 4] = [Self::Authority, Self::State, Self::Type, Self::Phase];

    fn field(self) -> Field {
        match self {
            Self::Authority => Field::Authority,
            Self::State => Field::State,
            Self::Type => Field::Type,
            Self::Phase => Field::Phase,
        }
    }

    fn of(self, filter: &Filter) -> &BTreeSet<String> {
        match self {
            Self::Authority => &filter.authorities,
            Self::State => &filter.states,
            Self::Type => &filter.types,
            Self::Phase => &filter.phases,
        }
    }
}

impl Filter {
    /// The filter that a list is first shown with: whatever is open.
    pub fn open(entries: &[Entry]) -> Self {
        let states = entries.iter().map(|entry| entry.get(Field::State));
        let open: BTreeSet<String> =
            states.filter(|state| state.to_lowercase().starts_with("open")).map(ToOwned::to_owned).collect();
        Self { states: open, ..Self::default() }
    }

    /// Whether an entry is among those chosen.
    pub fn takes(&self, entry: &Entry) -> bool {
        Facet::ALL.into_iter().all(|facet| self.passes(facet, entry))
    }

    fn passes(&self, facet: Facet, entry: &Entry) -> bool {
        let chosen = facet.of(self);
        chosen.is_empty() || chosen.contains(entry.get(facet.field()))
    }

    /// What there is to choose: each value with the number of entries that the other choices leave.
    pub fn holdings(&self, entries: &[Entry]) -> Holdings {
        let mut counts: [BTreeMap<&str, u32>; 4] = Default::default();
        let mut chosen = 0;
        for entry in entries {
            let failed: Vec<Facet> =
                Facet::ALL.into_iter().filter(|facet| !self.passes(*facet, entry)).collect();
            chosen += u32::from(failed.is_empty());
            for (facet, counts) in Facet::ALL.into_iter().zip(&mut counts) {
                let others = failed.iter().all(|one| *one == facet);
                *counts.entry(entry.get(facet.field())).or_default() += u32::from(others);
            }
        }
        let [authorities, states, types, phases] = counts.map(|counts| {
            let counted = |(value, count): (&str, u32)| Counted { value: value.to_owned(), count };
            counts.into_iter().map(counted).collect()
        });
        Holdings { authorities, states, types, phases, chosen }
    }
}
