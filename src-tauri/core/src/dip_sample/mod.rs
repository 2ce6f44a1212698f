//! Dip samples: a quick look at a few cases on one point, with a few questions that are answered yes, partly or no.
//!
//! A case is a number and never a child. Refuses to know: papers and screens.

mod draw;
mod keep;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::case_audit::{AuditState, CaseNumber};
use crate::error::{Error, Result};
use crate::id::row_id;

pub use draw::{Frame, ordered};
pub use keep::{
    ADD, ANSWER, BEGIN, DRAW, FINISH, PLAN, REMOVE, REMOVE_CASE, REOPEN, add, all, answer, begin, cases,
    draw, finish, load, plan, remove, remove_case, reopen,
};

row_id! {
    /// The id of a dip sample.
    DipSampleId
}

row_id! {
    /// The id of a case of a dip sample.
    DipCaseId
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "DipAnswer"))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Answer {
    Yes,
    Partly,
    No,
    NotApplicable,
}

/// How a case came into the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "DipChosen"))]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// By chance.
    Drawn,
    /// By a person; it speaks for itself alone.
    ByHand,
}

/// What is planned.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "DipPlan"))]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// Who asked for it.
    pub asked_by: String,
    /// What it is to find out.
    pub why: String,
    /// Who does it.
    pub lead: String,
    /// The group that hears of it.
    pub group: String,
    /// When.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// How many cases.
    pub cases: u32,
}

/// A question of the sample.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "DipQuestion"))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id in this sample; blank where it is new.
    #[serde(default)]
    pub id: String,
    /// What is asked.
    pub text: String,
}

/// A dip sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DipSample {
    /// Its id.
    pub id: DipSampleId,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: AuditState,
    /// What is planned.
    pub plan: Plan,
    /// What is asked of each case.
    pub questions: Vec<Question>,
    /// What it was drawn from; none where it was not drawn.
    pub frame: Option<Frame>,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
}

/// One case of a dip sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DipCase {
    /// Its id.
    pub id: DipCaseId,
    /// Its number.
    pub number: CaseNumber,
    /// How it came in.
    pub chosen: Chosen,
    /// The answers, by question.
    pub answers: BTreeMap<String, Answer>,
    /// What else was seen.
    pub note: String,
}

/// How often each answer was given to a question, and how often none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Yes.
    pub yes: u32,
    /// Partly.
    pub partly: u32,
    /// No.
    pub no: u32,
    /// Not applicable.
    pub not_applicable: u32,
    /// Nobody has answered.
    pub blank: u32,
}

impl Answer {
    /// The word for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Partly => "Partly",
            Self::No => "No",
            Self::NotApplicable => "Not applicable",
        }
    }
}

impl Chosen {
    fn code(self) -> &'static str {
        match self {
            Self::Drawn => "drawn",
            Self::ByHand => "by_hand",
        }
    }
}

impl DipSample {
    /// Refuses to change a sample that is done.
    pub fn still_open(&self) -> Result<()> {
        match self.state {
            AuditState::Open => Ok(()),
            AuditState::Done => Err(Error::state("The dip sample is done.")
                .hint("Open it again first, if something is wrong in it.")),
        }
    }
}

/// How often each answer was given to a question.
pub fn count(question: &str, cases: &[DipCase]) -> Count {
    let mut count = Count::default();
    for case in cases {
        let place = match case.answers.get(question) {
            Some(Answer::Yes) => &mut count.yes,
            Some(Answer::Partly) => &mut count.partly,
            Some(Answer::No) => &mut count.no,
            Some(Answer::NotApplicable) => &mut count.not_applicable,
            None => &mut count.blank,
        };
        *place += 1;
    }
    count
}
