//! The rules of a draw: who is in and out and why, the groups, the size.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::frame::{Candidate, Trait};
use crate::error::{Error, Result};
use crate::setting::SettingId;
use crate::text;

/// How many are to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleSize"))]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// A share of the frame, in hundredths of a per cent: 300 is 3 %.
    Share(u32),
    /// So many.
    Number(u32),
}

/// What a share that is no whole number becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// The next whole number.
    #[default]
    Up,
    /// The nearest whole number.
    Nearest,
}

/// Of whom the sample is to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleBase"))]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// All who are asked to return.
    #[default]
    Register,
    /// Those whose return was accepted.
    Returned,
}

/// Whether a rule takes in or leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Bearing {
    /// Only those for whom one such rule holds can be drawn.
    TakesIn,
    /// Those for whom it holds cannot be drawn.
    LeavesOut,
}

/// For whom a rule holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Those that are so by a trait.
    Is(Trait, String),
    /// Those that a panel met within so many years.
    MetWithin(u32),
    /// Those that opened on a day or later.
    OpenedSince(#[cfg_attr(test, ts(type = "string"))] NaiveDate),
    /// Some by name.
    Named(Vec<SettingId>),
}

/// Who can be drawn, or cannot, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleRule"))]
pub struct Rule {
    /// Whether it takes in or leaves out.
    pub bearing: Bearing,
    /// For whom it holds.
    pub of: Criterion,
    /// Why.
    pub reason: String,
}

/// Groups that are drawn as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleMerge"))]
pub struct Merge {
    /// What they are called together.
    pub name: String,
    /// The groups, as they are called apart.
    pub of: Vec<String>,
}

/// The rules of a draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SampleRules"))]
pub struct Rules {
    /// Of whom it is to speak.
    #[serde(default)]
    pub base: Base,
    /// Who can be drawn, or cannot.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// What groups are made by; none where all are one group.
    pub strata: Vec<Trait>,
    /// Groups that are drawn as one.
    #[serde(default)]
    pub merges: Vec<Merge>,
    /// Groups smaller than this are drawn as one.
    #[serde(default)]
    pub merge_below: u32,
    /// How many.
    pub size: Size,
    /// What a share that is no whole number becomes.
    #[serde(default)]
    pub rounding: Rounding,
    /// At least so many of each group.
    pub minimum: u32,
    /// Every setting is met within so many years; none where there is no such promise.
    #[serde(default)]
    pub cycle: Option<u32>,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            base: Base::Register,
            rules: Vec::new(),
            strata: vec![Trait::Phase],
            merges: Vec::new(),
            merge_below: 20,
            size: Size::Share(300),
            rounding: Rounding::Up,
            minimum: 1,
            cycle: None,
        }
    }
}

impl Rules {
    /// Refuses what cannot be drawn by.
    pub fn sound(&self) -> Result<()> {
        match self.size {
            Size::Share(share) if share == 0 || share > 10_000 => {
                return Err(Error::input("The share to be drawn is not between 0.01 % and 100 %.")
                    .hint("Type a share such as 3."));
            }
            Size::Number(0) => {
                return Err(Error::input("Nobody is to be drawn.").hint("Type how many panels will meet."));
            }
            Size::Share(_) | Size::Number(_) => {}
        }
        if self.cycle.is_some_and(|years| years == 0 || years > 20) {
            return Err(Error::input("The cycle is not between 1 and 20 years.")
                .hint("Type within how many years every setting is to be met, or leave it blank."));
        }
        if self.rules.iter().any(|rule| text::normal(&rule.reason).trim().is_empty()) {
            return Err(Error::input("A rule about who can be drawn has no reason.")
                .hint("Say why in a few words: it is printed with the sample."));
        }
        self.merges_once()
    }

    fn merges_once(&self) -> Result<()> {
        let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
        for merge in &self.merges {
            if merge.name.trim().is_empty() {
                return Err(Error::input("Groups that are drawn as one have no name together.")
                    .hint("Type one, such as Special and PRU."));
            }
            for group in &merge.of {
                if taken.insert(group, &merge.name).is_some() {
                    return Err(Error::input(format!("The group {group} is merged twice."))
                        .hint("Take it out of one of the two."));
                }
            }
        }
        Ok(())
    }

    /// Why a candidate cannot be drawn; none where it can.
    pub fn leaves_out(&self, candidate: &Candidate, on: NaiveDate) -> Option<String> {
        if !candidate.out.is_empty() {
            return Some(candidate.out.clone());
        }
        if self.base == Base::Returned && !candidate.returned {
            return Some("No accepted return on the day of the frame".to_owned());
        }
        let of = |bearing: Bearing| self.rules.iter().filter(move |rule| rule.bearing == bearing);
        if let Some(rule) = of(Bearing::LeavesOut).find(|rule| rule.of.holds(candidate, on)) {
            return Some(rule.reason.clone());
        }
        let mut taking = of(Bearing::TakesIn).peekable();
        if taking.peek().is_some() && !taking.any(|rule| rule.of.holds(candidate, on)) {
            let why: Vec<&str> = of(Bearing::TakesIn).map(|rule| rule.reason.as_str()).collect();
            return Some(format!("Not among those taken in: {}", why.join("; ")));
        }
        None
    }
}

impl Criterion {
    fn holds(&self, candidate: &Candidate, on: NaiveDate) -> bool {
        match self {
            Self::Is(by, value) => candidate.is(by) == value,
            Self::MetWithin(years) => candidate.years_since(on).is_some_and(|since| since < *years),
            Self::OpenedSince(day) => candidate.opened.is_some_and(|opened| opened >= *day),
            Self::Named(settings) => settings.contains(&candidate.setting),
        }
    }
}
