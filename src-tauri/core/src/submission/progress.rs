//! How much has been looked at, and how it was rated: two measures that are never mixed.
//!
//! Refuses to know: files and screens. A carried answer that nobody has confirmed is no progress.

use serde::{Deserialize, Serialize};

use super::{Answer, ratings};
use crate::template::{Meaning, Question, Template};

/// How much has been looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Progress {
    /// Questions that are asked.
    pub asked: u32,
    /// Answered here, in this round.
    pub answered: u32,
    /// Carried from last round, to be confirmed.
    pub carried: u32,
    /// Marked to come back to.
    pub flagged: u32,
    /// Answered or written at, though perhaps not finished.
    pub opened: u32,
}

/// How it was rated, by meaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Ratings {
    pub exceeds: u32,
    pub met: u32,
    pub mostly: u32,
    pub partly: u32,
    pub not_met: u32,
    pub not_applicable: u32,
    pub other: u32,
    pub blank: u32,
}

/// Counts questions that are asked, with their answers.
pub fn count<'a>(
    template: &Template,
    asked: impl IntoIterator<Item = (&'a Question, Option<&'a Answer>)>,
) -> (Progress, Ratings) {
    let (mut progress, mut by_meaning) = (Progress::default(), Ratings::default());
    for (question, answer) in asked {
        let byte = ratings::of(template, question, answer);
        progress.asked += 1;
        progress.answered += u32::from(byte > ratings::CARRIED);
        progress.carried += u32::from(byte == ratings::CARRIED);
        progress.flagged += u32::from(answer.is_some_and(|answer| answer.flag));
        progress.opened += u32::from(answer.is_some_and(is_opened));
        by_meaning.add(ratings::meaning(template, question, byte));
    }
    (progress, by_meaning)
}

/// What was only carried has not been opened here.
fn is_opened(answer: &Answer) -> bool {
    answer.carried_from.is_none() && answer.says_something()
}

impl Ratings {
    /// Counts one more; none is blank.
    pub fn add(&mut self, meaning: Option<Meaning>) {
        let slot = match meaning {
            None => &mut self.blank,
            Some(Meaning::Exceeds) => &mut self.exceeds,
            Some(Meaning::Met) => &mut self.met,
            Some(Meaning::Mostly) => &mut self.mostly,
            Some(Meaning::Partly) => &mut self.partly,
            Some(Meaning::NotMet) => &mut self.not_met,
            Some(Meaning::NotApplicable) => &mut self.not_applicable,
            Some(Meaning::None) => &mut self.other,
        };
        *slot += 1;
    }

    /// Judgements: the base of "% met". Blank and not applicable stand apart.
    pub fn base(&self) -> u32 {
        self.reached() + self.mostly + self.partly + self.not_met
    }

    /// Met or more: the numerator of "% met".
    pub fn reached(&self) -> u32 {
        self.exceeds + self.met
    }
}
