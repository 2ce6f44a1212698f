//! A partnership's data pack: chosen rounds, with or without names, for other partnerships to set beside their own.
//!
//! A round is known by its id, whoever brought it; of two editions the later stands, and so packs come together in
//! whatever order and however often. Without names only counts leave, and none that speaks of a few. Refuses to know:
//! screens and papers.

pub mod compose;
mod counts;
pub mod file;
pub mod joined;
pub mod kept;
pub mod merged;
mod sound;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::panel::FindingKind;
use crate::panel::finding::FindingId;
use crate::panel::view::Sees;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::{LevelCode, QuestionId, StandardId};
use crate::text;

/// Whether a pack says whose its answers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Naming {
    /// Counts alone, and none that speaks of fewer than the round's smallest number.
    Nameless,
    /// Every organisation by name, with its ratings.
    Named,
}

/// One round of a partnership, as it goes to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackRound {
    /// The round, in its own file.
    pub round: RoundId,
    /// Its label.
    pub label: String,
    /// The partnership whose it is.
    pub partnership: String,
    /// The day of which it is true.
    pub as_at: NaiveDate,
    /// The number of the last operation in its file: what comes later has a higher one.
    pub revision: u32,
    /// Whether names are in it.
    pub naming: Naming,
    /// Figures that speak of fewer are not shown to others.
    pub threshold: u32,
    /// Key of its audit tool.
    pub template: String,
    /// Its audit tool, as text.
    pub tool: String,
    /// How many are asked to return.
    pub expected: u32,
    /// How many returns count.
    pub returned: u32,
    /// How many of those go to other partnerships too.
    pub shared: u32,
    /// The returns; none without names.
    pub returns: Vec<PackReturn>,
    /// Ratings counted by question; none with names.
    pub counts: Vec<PackCount>,
    /// What reviewers said of single ratings; none without names.
    pub views: Vec<PackView>,
    /// The same, counted by question; none with names.
    pub seen: Vec<PackSeen>,
    /// What was found.
    pub findings: Vec<PackFinding>,
    /// Findings that were held back, because they may tell whose they are.
    pub withheld: u32,
}

/// One organisation's return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackReturn {
    /// The return: one that goes to several partnerships has the same id in each.
    pub submission: SubmissionId,
    /// Which of its exports it is.
    pub revision: u32,
    /// The organisation, in its partnership's file.
    pub setting: SettingId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Its phase or sort.
    pub phase: String,
    /// Its identifiers.
    pub identifiers: BTreeMap<String, String>,
    /// Other partnerships that it returns to.
    pub also: Vec<String>,
    /// Its own ratings.
    pub ratings: BTreeMap<QuestionId, LevelCode>,
    /// Ratings that reviewers gave and it agreed to.
    pub agreed: BTreeMap<QuestionId, LevelCode>,
    /// Questions that were asked and not answered.
    pub blank: Vec<QuestionId>,
}

/// How often each level of a question was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackCount {
    /// The question.
    pub question: QuestionId,
    /// How often each level was; none where that would speak of a few.
    pub levels: Option<BTreeMap<LevelCode, u32>>,
    /// How often it was left blank.
    pub blank: u32,
}

/// What reviewers said of one rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackView {
    /// Of whom.
    pub setting: SettingId,
    /// Of which question.
    pub question: QuestionId,
    /// How they see the rating.
    pub sees: Sees,
    /// Their own rating, where they gave one.
    pub level: Option<LevelCode>,
}

/// How often reviewers saw a question's ratings as they were given, higher or lower.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// As it was given.
    pub agrees: u32,
    /// Higher.
    pub higher: u32,
    /// Lower.
    pub lower: u32,
}

/// The same of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackSeen {
    /// The question.
    pub question: QuestionId,
    /// What was said.
    pub moved: Moved,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFinding {
    /// Its id.
    pub id: FindingId,
    /// The return that it is about; none without names.
    pub of: Option<SubmissionId>,
    /// What it is.
    pub kind: FindingKind,
    /// The question, if it is about one.
    pub question: Option<QuestionId>,
    /// The standard, if it is about one.
    pub standard: Option<StandardId>,
    /// What was found.
    pub text: String,
    /// The agency that speaks.
    pub agency: String,
    /// Whether the organisation may be named with it.
    pub may_name: bool,
}

impl Moved {
    /// How many were looked at.
    pub fn base(self) -> u32 {
        self.agrees + self.higher + self.lower
    }

    /// Counts one more.
    pub fn count(&mut self, sees: Sees) {
        match sees {
            Sees::Agrees => self.agrees += 1,
            Sees::Higher => self.higher += 1,
            Sees::Lower => self.lower += 1,
            Sees::NotTested => {}
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            agrees: self.agrees + other.agrees,
            higher: self.higher + other.higher,
            lower: self.lower + other.lower,
        }
    }
}

impl PackRound {
    /// The digest of all that it says.
    pub fn digest(&self) -> String {
        text::digest(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Which of two editions of a round is the later: the one further on in its file; of the same, the one with names.
    pub fn edition(&self) -> (u32, Naming, String) {
        (self.revision, self.naming, self.digest())
    }
}

/// Rounds of partnerships by their ids: the later edition of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rounds(pub BTreeMap<RoundId, PackRound>);

impl Rounds {
    /// The rounds that some packs hold together: commutative, associative, and twice is once.
    pub fn of(rounds: impl IntoIterator<Item = PackRound>) -> Self {
        rounds.into_iter().fold(Self::default(), Self::with)
    }

    /// Both together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        other.0.into_values().fold(self, Self::with)
    }

    fn with(mut self, round: PackRound) -> Self {
        let later = self.0.get(&round.round).is_none_or(|there| there.edition() < round.edition());
        if later {
            self.0.insert(round.round, round);
        }
        self
    }
}
