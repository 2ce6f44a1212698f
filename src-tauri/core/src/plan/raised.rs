//! Themes over the years: in which rounds each was raised, by panels, in what settings wrote, by recommendations.
//!
//! A theme is known by its words, whoever raised it. Refuses to know: what is done about one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::recommendation;
use crate::error::Result;
use crate::panel::finding;
use crate::round::{self, Round};
use crate::store::Reader;
use crate::text::folded;
use crate::theme::{self, coding};

/// A theme with the rounds in which it was raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ThemeRaised {
    /// What it is called.
    pub name: String,
    /// The rounds in which it was raised, the oldest first.
    pub rounds: Vec<RoundRaised>,
}

/// How often a theme was raised in a round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RoundRaised {
    /// The round.
    pub round: String,
    /// Findings of panels that have it.
    pub findings: u32,
    /// Returns in which a text was put to it.
    pub returns: u32,
    /// Recommendations that answer it.
    pub recommendations: Vec<String>,
}

impl ThemeRaised {
    /// Whether it was raised in more than one round.
    pub fn comes_again(&self) -> bool {
        self.rounds.len() > 1
    }
}

/// Every theme that was raised, those of the most rounds first.
pub fn all(reader: Reader<'_>) -> Result<Vec<ThemeRaised>> {
    let mut themes: BTreeMap<String, ThemeRaised> = BTreeMap::new();
    let mut rounds = round::all(reader)?;
    rounds.sort_by_key(|one| (one.opens, one.id));
    for round in &rounds {
        for (name, change) in of_round(reader, round)? {
            if folded(&name).is_empty() {
                continue;
            }
            let theme = themes
                .entry(folded(&name))
                .or_insert_with(|| ThemeRaised { name: name.clone(), rounds: Vec::new() });
            raise(theme, round, change);
        }
    }
    let mut all: Vec<ThemeRaised> = themes.into_values().collect();
    all.sort_by(|one, other| other.rounds.len().cmp(&one.rounds.len()).then(one.name.cmp(&other.name)));
    Ok(all)
}

/// By what a theme was raised.
enum Raised {
    Finding,
    Return,
    Recommendation(String),
}

fn of_round(reader: Reader<'_>, round: &Round) -> Result<Vec<(String, Raised)>> {
    let mut all = Vec::new();
    for found in finding::of_round(reader, round.id)? {
        all.extend(found.further.themes.into_iter().map(|name| (name, Raised::Finding)));
    }
    let names: BTreeMap<_, _> = theme::all(reader)?.into_iter().map(|one| (one.id, one.name)).collect();
    let mut coded: Vec<_> = coding::of_round(reader, round.id)?;
    // A return counts once in a theme, however many of its texts speak of it.
    coded.dedup_by_key(|one| (one.theme, one.submission));
    all.extend(coded.into_iter().filter_map(|one| Some((names.get(&one.theme)?.clone(), Raised::Return))));
    for one in recommendation::all(reader)?.into_iter().filter(|one| one.round == round.id) {
        all.push((one.said.theme, Raised::Recommendation(format!("R{}", one.number))));
    }
    Ok(all)
}

fn raise(theme: &mut ThemeRaised, round: &Round, by: Raised) {
    if theme.rounds.last().is_none_or(|last| last.round != round.label) {
        theme.rounds.push(RoundRaised { round: round.label.clone(), ..RoundRaised::default() });
    }
    let Some(last) = theme.rounds.last_mut() else { return };
    match by {
        Raised::Finding => last.findings += 1,
        Raised::Return => last.returns += 1,
        Raised::Recommendation(reference) => last.recommendations.push(reference),
    }
}
