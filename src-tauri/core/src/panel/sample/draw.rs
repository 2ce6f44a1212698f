//! The draw: each setting of the frame gets one number of ChaCha8 in the order of its id, and is drawn by that number.
//!
//! The key of ChaCha8 is the seed in eight bytes, the lowest first, and then zeros; its stream is 0.

use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::frame::{Candidate, Frame};
use super::places::{Asked, places, wanted};
use super::rules::Rules;
use crate::error::{Error, Result};
use crate::setting::SettingId;

/// One setting in the order of its group's draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleDrawn"))]
pub struct Drawn {
    /// Which setting.
    pub setting: SettingId,
    /// What it was called.
    pub name: String,
    /// Its number, in sixteen hexadecimal digits.
    pub number: String,
    /// Whether it comes first because a cycle has to be kept.
    pub due: bool,
}

/// One group of the draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Stratum {
    /// What it is called.
    pub name: String,
    /// What it was called before groups were merged, where they were.
    pub of: Vec<String>,
    /// How many places it has: the first so many in the order are the sample, the rest its reserves.
    pub places: u32,
    /// Everybody in it, in the order of the draw.
    pub order: Vec<Drawn>,
}

/// A setting that could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleLeftOut"))]
pub struct LeftOut {
    /// Which setting.
    pub setting: SettingId,
    /// What it was called.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A whole draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Drawing {
    /// The groups, the largest first.
    pub strata: Vec<Stratum>,
    /// Who could not be drawn.
    pub left_out: Vec<LeftOut>,
    /// How many were wanted before minimums and a cycle were kept.
    pub wanted: u32,
    /// What must be known to read it, in sentences.
    pub remarks: Vec<String>,
}

impl Drawing {
    /// How many could be drawn.
    pub fn population(&self) -> u32 {
        count(self.strata.iter().map(|stratum| stratum.order.len()).sum())
    }

    /// How many places there are.
    pub fn places(&self) -> u32 {
        self.strata.iter().map(|stratum| stratum.places).sum()
    }
}

/// Draws: the same frame, rules and seed give the same list for ever.
pub fn draw(frame: &Frame, rules: &Rules, seed: u64) -> Result<Drawing> {
    rules.sound()?;
    let (drawable, left_out) = apart(frame, rules);
    if drawable.is_empty() {
        return Err(Error::input("Nobody is left to be drawn.")
            .hint("Look at the rules about who can be drawn, and at the register."));
    }
    let numbers = numbers(frame, seed);
    let groups = groups(&drawable, rules);
    let wanted = wanted(rules.size, rules.rounding, total(drawable.len()));
    let asked: Vec<Asked> = groups.iter().map(|group| asked(&group.2, frame, rules)).collect();
    let places = places(&asked, wanted);
    let strata = groups.into_iter().zip(&places).map(|((name, of, members), places)| Stratum {
        name,
        of,
        places: u32::try_from(*places).unwrap_or(u32::MAX),
        order: ordered(members, &numbers, frame, rules),
    });
    let mut drawing = Drawing {
        strata: strata.collect(),
        left_out,
        wanted: u32::try_from(wanted).unwrap_or(u32::MAX),
        remarks: Vec::new(),
    };
    drawing.remarks = remarks(&drawing, rules);
    Ok(drawing)
}

fn apart<'a>(frame: &'a Frame, rules: &Rules) -> (Vec<&'a Candidate>, Vec<LeftOut>) {
    let (mut drawable, mut left_out) = (Vec::new(), Vec::new());
    for candidate in &frame.candidates {
        match rules.leaves_out(candidate, frame.on) {
            None => drawable.push(candidate),
            Some(reason) => {
                left_out.push(LeftOut { setting: candidate.setting, name: candidate.name.clone(), reason });
            }
        }
    }
    (drawable, left_out)
}

/// The number of everybody in the frame, in the order of ids: who is left out does not move the others' numbers.
fn numbers(frame: &Frame, seed: u64) -> BTreeMap<SettingId, u64> {
    let mut key = [0_u8; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    let mut stream = ChaCha8Rng::from_seed(key);
    let mut ids: Vec<SettingId> = frame.candidates.iter().map(|one| one.setting).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| (id, stream.next_u64())).collect()
}

type Group<'a> = (String, Vec<String>, Vec<&'a Candidate>);

/// The groups, the largest first: merged as the rules say, then the smallest together.
fn groups<'a>(drawable: &[&'a Candidate], rules: &Rules) -> Vec<Group<'a>> {
    let mut apart: BTreeMap<String, Vec<&'a Candidate>> = BTreeMap::new();
    for candidate in drawable {
        let parts: Vec<&str> = rules.strata.iter().map(|by| candidate.is(by)).collect();
        let name = if parts.is_empty() { "All".to_owned() } else { parts.join(", ") };
        apart.entry(name).or_default().push(candidate);
    }
    let mut together: BTreeMap<String, (Vec<String>, Vec<&'a Candidate>)> = BTreeMap::new();
    for (name, members) in apart {
        let merge = rules.merges.iter().find(|merge| merge.of.contains(&name));
        let group = together.entry(merge.map_or_else(|| name.clone(), |merge| merge.name.clone()));
        let group = group.or_default();
        group.1.extend(members);
        if merge.is_some() {
            group.0.push(name);
        }
    }
    let groups = together.into_iter().map(|(name, (of, members))| (name, of, members)).collect();
    let mut groups = small_together(groups, rules.merge_below);
    groups.sort_by_key(|group| std::cmp::Reverse(group.2.len()));
    groups
}

/// Groups that are too small stand as one, where there are at least two of them.
fn small_together(groups: Vec<Group<'_>>, below: u32) -> Vec<Group<'_>> {
    let is_small = |group: &Group<'_>| total(group.2.len()) < u64::from(below);
    let (small, mut rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_small);
    if small.len() < 2 {
        rest.extend(small);
        return rest;
    }
    let names: Vec<String> = small.iter().map(|group| group.0.clone()).collect();
    let of =
        small.iter().flat_map(|(name, of, _)| if of.is_empty() { vec![name.clone()] } else { of.clone() });
    let of = of.collect();
    let members = small.into_iter().flat_map(|group| group.2).collect();
    rest.push((named_together(&names), of, members));
    rest
}

/// `A, B and C`; of groups by several things, whose names hold commas, `A, x; B, y and C, z`.
fn named_together(names: &[String]) -> String {
    let between = if names.iter().any(|name| name.contains(", ")) { "; " } else { ", " };
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(between)),
    }
}

/// What a group asks for: the minimum, and what a cycle needs.
fn asked(members: &[&Candidate], frame: &Frame, rules: &Rules) -> Asked {
    let population = total(members.len());
    let rota = rules.cycle.map_or(0, |years| {
        let due = members.iter().filter(|one| is_due(one, frame, years)).count();
        population.div_ceil(u64::from(years)).max(total(due))
    });
    Asked { population, least: u64::from(rules.minimum).max(rota) }
}

/// Whether a setting has to be met this year for a cycle to be kept.
fn is_due(candidate: &Candidate, frame: &Frame, years: u32) -> bool {
    candidate.years_since(frame.on).is_some_and(|since| since >= years)
}

/// Everybody of a group in the order of the draw; where a cycle is kept, who waited longest comes first.
fn ordered(
    members: Vec<&Candidate>,
    numbers: &BTreeMap<SettingId, u64>,
    frame: &Frame,
    rules: &Rules,
) -> Vec<Drawn> {
    let number = |one: &Candidate| numbers.get(&one.setting).copied().unwrap_or(u64::MAX);
    let waited = |one: &Candidate| match rules.cycle {
        None => 0,
        Some(years) => one.years_since(frame.on).map_or(years, |since| since.min(years)),
    };
    let mut members = members;
    members.sort_by_key(|one| (std::cmp::Reverse(waited(one)), number(one), one.setting));
    let drawn = |one: &Candidate| Drawn {
        setting: one.setting,
        name: one.name.clone(),
        number: format!("{:016x}", number(one)),
        due: rules.cycle.is_some_and(|years| is_due(one, frame, years)),
    };
    members.into_iter().map(drawn).collect()
}

fn remarks(drawing: &Drawing, rules: &Rules) -> Vec<String> {
    let mut remarks = Vec::new();
    let (places, wanted) = (drawing.places(), drawing.wanted);
    if places > wanted {
        let why = if rules.cycle.is_some() { "the cycle and the minimum" } else { "the minimum" };
        remarks.push(format!("{wanted} were wanted; {why} of each group make it {places}."));
    }
    for stratum in &drawing.strata {
        let there = count(stratum.order.len());
        if there == stratum.places {
            remarks.push(format!("All {there} of the group {} are drawn: it has no reserves.", stratum.name));
        }
        if !stratum.of.is_empty() {
            let of = named_together(&stratum.of);
            // Groups that are called by their names are not named twice.
            let called = if of == stratum.name { String::new() } else { format!(": {}", stratum.name) };
            remarks.push(format!("{of} are drawn as one group{called}."));
        }
    }
    if let Some(years) = rules.cycle {
        remarks.push(format!(
            "Every setting is met within {years} years: who has waited longest comes first, so chances differ within a group this year."
        ));
    }
    remarks
}

fn total(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
