//! A scale: its levels, what each means, and which one a person meant who typed a word.
//!
//! Refuses to know: that any code is good, bad or not applicable. Only meanings say that.

use serde::{Deserialize, Serialize};

use super::{LevelCode, ScaleId};
use crate::text::folded;

/// What a level means, whatever its code: the only thing that figures are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// More than is asked.
    Exceeds,
    /// What is asked is there.
    Met,
    /// Most of it is there.
    Mostly,
    /// Some of it is there.
    Partly,
    /// It is not there.
    NotMet,
    /// It does not apply here.
    NotApplicable,
    /// Not a judgement.
    None,
}

impl Meaning {
    /// Whether it is a judgement: what "% met" is counted over.
    pub fn judged(self) -> bool {
        match self {
            Self::Exceeds | Self::Met | Self::Mostly | Self::Partly | Self::NotMet => true,
            Self::NotApplicable | Self::None => false,
        }
    }

    /// Whether it counts as met.
    pub fn reached(self) -> bool {
        match self {
            Self::Exceeds | Self::Met => true,
            Self::Mostly | Self::Partly | Self::NotMet | Self::NotApplicable | Self::None => false,
        }
    }

    /// Its name in a template and in an expression.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exceeds => "exceeds",
            Self::Met => "met",
            Self::Mostly => "mostly",
            Self::Partly => "partly",
            Self::NotMet => "not_met",
            Self::NotApplicable => "not_applicable",
            Self::None => "none",
        }
    }
}

/// How many of some ratings count as met, and over how many judgements: numerator and denominator of "% met".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MetCount {
    /// Exceeds and met.
    pub met: u32,
    /// Every judgement.
    pub judged: u32,
}

impl MetCount {
    /// Counts some meanings.
    pub fn of(meanings: impl IntoIterator<Item = Meaning>) -> Self {
        meanings.into_iter().fold(Self::default(), |count, meaning| Self {
            met: count.met + u32::from(meaning.reached()),
            judged: count.judged + u32::from(meaning.judged()),
        })
    }

    /// The share as a percentage; nothing where nothing was judged.
    pub fn percent(self) -> Option<f64> {
        (self.judged > 0).then(|| 100.0 * f64::from(self.met) / f64::from(self.judged))
    }
}

/// A scale of levels, in the order they are shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its id.
    pub id: ScaleId,
    /// Its title.
    pub title: String,
    /// The scale that it can be chosen instead of, for a whole audit at once.
    #[serde(default)]
    pub instead_of: Option<ScaleId>,
    /// Its levels, in the order shown.
    pub levels: Vec<Level>,
}

impl Scale {
    /// The level that somebody typed: its exact code or label, else the same but for case, spaces and
    /// apostrophes, else a synonym. Anything else is no level.
    pub fn read(&self, typed: &str) -> Option<&Level> {
        let exact = typed.trim();
        if exact.is_empty() {
            return None;
        }
        let find = |fits: &dyn Fn(&Level) -> bool| self.levels.iter().find(|level| fits(level));
        find(&|level| level.code.as_str() == exact)
            .or_else(|| find(&|level| level.label == exact))
            .or_else(|| self.loosely(&loose(exact)))
    }

    /// The level of which a name is this word, compared loosely.
    fn loosely(&self, wanted: &str) -> Option<&Level> {
        let named = |level: &&Level| level.names().any(|name| loose(name) == wanted);
        self.levels.iter().find(named).filter(|_| !wanted.is_empty())
    }

    /// The level with a code.
    pub fn level(&self, code: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.code.as_str() == code)
    }

    /// The place of a level in the order shown.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.code.as_str() == code)
    }
}

/// A word as it is compared with the names of levels: without case, spaces, apostrophes, dashes between letters,
/// and signs that nobody sees.
pub(super) fn loose(text: &str) -> String {
    let folded = folded(text);
    let kept = |c: &char| !(c.is_whitespace() || *c == '\'' || unseen(*c));
    let signs: Vec<char> = folded.chars().filter(kept).collect();
    let between = |at: usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)];
        beside.iter().all(|at| at.and_then(|at| signs.get(at)).is_some_and(|c| c.is_alphanumeric()))
    };
    let word = signs.iter().enumerate().filter(|(at, c)| !(dash(**c) && between(*at)));
    word.map(|(_, c)| *c).collect()
}

fn unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn dash(c: char) -> bool {
    c == '-' || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl Level {
    /// Everything that is read as this level: code, label, synonyms.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.code.as_str(), &self.label].into_iter().chain(self.synonyms.iter().map(String::as_str))
    }

    /// Whether it asks for something beside it.
    pub fn asks_for(&self, what: Asks) -> bool {
        self.asks.contains(&what)
    }
}

/// One level of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// What is stored and typed.
    pub code: LevelCode,
    /// What is read.
    pub label: String,
    /// What it is in general.
    pub definition: String,
    /// What it means.
    pub meaning: Meaning,
    /// What it asks for.
    #[serde(default)]
    pub asks: Vec<Asks>,
    /// Whether it is the level to reach.
    #[serde(default)]
    pub target: bool,
    /// Other words people type for it.
    #[serde(default)]
    pub synonyms: Vec<String>,
}

/// What a level asks for beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Asks {
    Evidence,
    Action,
    Reason,
}
