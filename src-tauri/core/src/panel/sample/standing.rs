//! Who is to be met now: the draw, and what became of it as settings declined and reserves took their places.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::draw::{Drawing, Drawn, Stratum};
use crate::setting::SettingId;

/// A setting that was drawn and will not be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Which setting.
    pub setting: SettingId,
    /// Why.
    pub reason: String,
}

/// How a setting that was drawn stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleSeat"))]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// It was drawn, and is to be met.
    Drawn,
    /// It took the place of another, by name.
    Reserve(String),
    /// It will not be met: why, and who took its place; none where no reserve was left.
    Declined(String, Option<String>),
}

/// One place of the sample, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleChosen"))]
pub struct Chosen {
    /// Its group.
    pub stratum: String,
    /// Its place in the order of the group, from 1.
    pub place: u32,
    /// Which setting.
    pub setting: SettingId,
    /// What it was called.
    pub name: String,
    /// How it stands.
    pub seat: Seat,
}

/// Everybody who was drawn or took a place, group by group in the order of the draw.
pub fn standing(drawing: &Drawing, refusals: &[Refusal]) -> Vec<Chosen> {
    drawing.strata.iter().flat_map(|stratum| of_stratum(stratum, refusals)).collect()
}

/// Reserves take places in their order, in the order in which those drawn declined.
fn of_stratum(stratum: &Stratum, refusals: &[Refusal]) -> Vec<Chosen> {
    let places = usize::try_from(stratum.places).unwrap_or(usize::MAX).min(stratum.order.len());
    let (drawn, reserves) = stratum.order.split_at(places);
    let mut seats: BTreeMap<SettingId, Seat> = drawn.iter().map(|one| (one.setting, Seat::Drawn)).collect();
    let mut waiting = reserves.iter();
    for refusal in refusals {
        let Some(name) = seated(stratum, &seats, refusal.setting) else { continue };
        let next = waiting.find(|one| !refusals_before(refusals, refusal).any(|id| id == one.setting));
        if let Some(next) = next {
            seats.insert(next.setting, Seat::Reserve(name));
        }
        let by = next.map(|one| one.name.clone());
        seats.insert(refusal.setting, Seat::Declined(refusal.reason.clone(), by));
    }
    let chosen = |(at, one): (usize, &Drawn)| {
        let seat = seats.remove(&one.setting)?;
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        Some(Chosen {
            stratum: stratum.name.clone(),
            place,
            setting: one.setting,
            name: one.name.clone(),
            seat,
        })
    };
    stratum.order.iter().enumerate().filter_map(chosen).collect()
}

/// The name of a setting that holds a place; none where it holds none.
fn seated(stratum: &Stratum, seats: &BTreeMap<SettingId, Seat>, setting: SettingId) -> Option<String> {
    match seats.get(&setting)? {
        Seat::Declined(..) => None,
        Seat::Drawn | Seat::Reserve(_) => {
            stratum.order.iter().find(|one| one.setting == setting).map(|one| one.name.clone())
        }
    }
}

/// Who had declined before one did: a reserve that said no beforehand is passed over.
fn refusals_before<'a>(refusals: &'a [Refusal], this: &'a Refusal) -> impl Iterator<Item = SettingId> + 'a {
    refusals.iter().take_while(move |one| !std::ptr::eq(*one, this)).map(|one| one.setting)
}
