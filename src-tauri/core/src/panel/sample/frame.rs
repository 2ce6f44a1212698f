//! The frame: everybody who could be drawn, as the register stood on a day, with what each is told apart by.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::setting::SettingId;

/// What is said of a setting of which a trait is not known.
pub const NOT_SAID: &str = "Not said";

/// What settings are told apart by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleTrait"))]
#[serde(rename_all = "snake_case")]
pub enum Trait {
    /// Primary, secondary, special...
    Phase,
    /// Maintained, academy, independent...
    Status,
    /// Where it is.
    Locality,
    /// Its trust.
    Trust,
    /// School, organisation...
    Kind,
    /// How many are on roll, in bands.
    Size,
    /// How it rated itself, in bands.
    Rating,
    /// A fact of the register: nursery, boarding, sixth form...
    Fact(String),
}

/// One setting of the frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleCandidate"))]
pub struct Candidate {
    /// Which setting.
    pub setting: SettingId,
    /// What it was called.
    pub name: String,
    /// What it is, by what settings are told apart by.
    pub traits: BTreeMap<String, String>,
    /// Why it cannot be drawn: exempt, covered by another, closed; empty where it can.
    pub out: String,
    /// Whether its return was accepted by the day of the frame.
    pub returned: bool,
    /// When a panel met it last.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub met: Option<NaiveDate>,
    /// When it opened, where that is known.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub opened: Option<NaiveDate>,
}

/// Everybody who could be drawn on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleFrame"))]
pub struct Frame {
    /// The day.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
    /// Everybody on the register.
    pub candidates: Vec<Candidate>,
}

impl Trait {
    /// Those that are always there; facts come beside them.
    pub const FIXED: [Self; 7] =
        [Self::Phase, Self::Status, Self::Locality, Self::Trust, Self::Kind, Self::Size, Self::Rating];

    /// The name under which a candidate keeps it.
    pub fn key(&self) -> String {
        match self {
            Self::Phase => "phase".to_owned(),
            Self::Status => "status".to_owned(),
            Self::Locality => "locality".to_owned(),
            Self::Trust => "trust".to_owned(),
            Self::Kind => "kind".to_owned(),
            Self::Size => "size".to_owned(),
            Self::Rating => "rating".to_owned(),
            Self::Fact(fact) => format!("fact {fact}"),
        }
    }

    /// The words for it.
    pub fn words(&self) -> String {
        match self {
            Self::Phase => "Phase".to_owned(),
            Self::Status => "Status".to_owned(),
            Self::Locality => "Locality".to_owned(),
            Self::Trust => "Trust".to_owned(),
            Self::Kind => "Kind".to_owned(),
            Self::Size => "On roll".to_owned(),
            Self::Rating => "Own ratings".to_owned(),
            Self::Fact(fact) => fact.replace('_', " "),
        }
    }

    /// The trait of a name as it is typed: `phase`, `fact nursery`.
    pub fn named(typed: &str) -> Option<Self> {
        let known = Self::FIXED.into_iter().find(|known| known.key() == typed);
        known.or_else(|| typed.strip_prefix("fact ").map(|fact| Self::Fact(fact.to_owned())))
    }
}

impl Candidate {
    /// What it is by a trait.
    pub fn is(&self, by: &Trait) -> &str {
        self.traits.get(&by.key()).map(String::as_str).filter(|said| !said.is_empty()).unwrap_or(NOT_SAID)
    }

    /// Whole years since a panel met it, on a day; none where none ever did.
    pub fn years_since(&self, on: NaiveDate) -> Option<u32> {
        self.met.map(|met| on.years_since(met).unwrap_or(0))
    }
}

/// The bands of numbers on roll, the smallest first.
pub const BANDS: [&str; 5] = ["Up to 100", "101 to 250", "251 to 500", "501 to 1,000", "Over 1,000"];

/// The band of a number on roll.
pub fn size_band(pupils: Option<u32>) -> &'static str {
    match pupils {
        None => NOT_SAID,
        Some(0..=100) => BANDS[0],
        Some(101..=250) => BANDS[1],
        Some(251..=500) => BANDS[2],
        Some(501..=1_000) => BANDS[3],
        Some(_) => BANDS[4],
    }
}
