//! Multi-agency case audits: a few cases on one theme, each agency's own look, what they agree, what was learnt.
//!
//! A case is a number and never a child. Grades of agencies stand beside each other and beside the one that is agreed.
//! Refuses to know: papers and screens.

pub mod came_of;
pub mod case;
pub mod fed_back;
pub mod form;
mod keep;
pub mod note;
mod number;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::panel::session::Presence;
use crate::submission::personal;
use crate::template::{Level, Meaning, QuestionKind, Template};
use crate::text::normal;

pub use case::{Agreed, AuditedCase, CaseId};
pub use keep::{
    APPROVE, BEGIN, FINISH, PLAN, POINTS, REMOVE, REOPEN, SITTINGS, WORDS, all, approve, begin, finish, load,
    plan, points, remove, reopen, sittings, words,
};
pub use note::{CaseNote, CaseNoteId, Item};
pub use number::CaseNumber;

row_id! {
    /// The id of a case audit.
    CaseAuditId
}

/// The longest text.
const LONGEST: usize = 6_000;

/// How far an audit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseAuditState"))]
#[serde(rename_all = "snake_case")]
pub enum AuditState {
    /// It is being prepared or done.
    Open,
    /// It is done with.
    Done,
}

/// What is planned: who asked for it and why, who leads it, and how much of it there is to be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseAuditPlan"))]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// Who asked for it.
    pub asked_by: String,
    /// Why.
    pub why: String,
    /// What it looks at, and what it leaves out.
    pub scope: String,
    /// Who leads it.
    pub lead: String,
    /// The group that watches what comes of it.
    pub group: String,
    /// When it begins.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub begins: Option<NaiveDate>,
    /// By when forms are to be back.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub forms_by: Option<NaiveDate>,
    /// By when it is to be done.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// How many cases.
    pub cases: u32,
    /// How many meetings of the agencies.
    pub sittings: u32,
    /// What its one-page briefing is called.
    pub briefing: String,
}

/// An area that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseFocus"))]
#[serde(deny_unknown_fields)]
pub struct Focus {
    /// Its id in this audit and in those that look again; blank where it is new.
    #[serde(default)]
    pub id: String,
    /// Its name.
    pub name: String,
    /// What to look for.
    #[serde(default)]
    pub look_for: String,
}

/// Whether an agency came to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseAttendance"))]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The agency.
    pub agency: String,
    /// Whether it came.
    #[serde(default)]
    pub presence: Presence,
    /// Who came for it, or why nobody did.
    #[serde(default)]
    pub note: String,
}

/// A meeting of the agencies.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseSitting"))]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// The day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Whether it was held.
    #[serde(default)]
    pub held: bool,
    /// Which agencies came.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
}

/// What was learnt: good practice, or an area for development.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Learnt {
    /// To be kept and used again.
    #[default]
    GoodPractice,
    /// To be worked on.
    AreaForDevelopment,
}

/// A point that the agencies agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CasePoint"))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Which kind.
    #[serde(default)]
    pub kind: Learnt,
    /// In a sentence or two.
    pub text: String,
    /// The focus area it belongs to; blank where it is of all.
    #[serde(default)]
    pub focus: String,
    /// The agencies that it is for; none is all.
    #[serde(default)]
    pub agencies: Vec<String>,
}

/// That the learning summary was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "CaseApproved"))]
pub struct Approved {
    /// By whom: a person or a group.
    pub by: String,
    /// On which day.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
}

/// A case audit.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseAudit {
    /// Its id.
    pub id: CaseAuditId,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: AuditState,
    /// The tool that it was begun from, in words.
    pub tool: String,
    /// The grades, the best first.
    pub scale: Vec<Level>,
    /// What is planned.
    pub plan: Plan,
    /// What is looked at.
    pub focus: Vec<Focus>,
    /// Who fills in a form.
    pub agencies: Vec<String>,
    /// Meetings of the agencies.
    pub sittings: Vec<Sitting>,
    /// What was learnt.
    pub points: Vec<Point>,
    /// Texts that only a person can write, by key.
    pub texts: BTreeMap<String, String>,
    /// Who approved what was learnt.
    pub approved: Option<Approved>,
    /// The audit that it looks at again.
    pub earlier: Option<CaseAuditId>,
    /// The day on which it was done with.
    pub done_on: Option<NaiveDate>,
}

/// What an audit begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    /// What it is called.
    pub title: String,
    /// The tool in words.
    pub tool: String,
    /// The grades.
    pub scale: Vec<Level>,
    /// What is looked at.
    pub focus: Vec<Focus>,
    /// Who fills in a form.
    pub agencies: Vec<String>,
    /// The audit that it looks at again.
    pub earlier: Option<CaseAuditId>,
}

impl AuditState {
    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }
}

impl Learnt {
    /// The words for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::GoodPractice => "Good practice",
            Self::AreaForDevelopment => "Area for development",
        }
    }
}

impl CaseAudit {
    /// What an item is called.
    pub fn called(&self, item: &Item) -> String {
        match item.0.as_str() {
            "voice" => VOICE.to_owned(),
            "whole" => WHOLE.to_owned(),
            id => self
                .focus
                .iter()
                .find(|one| one.id == id)
                .map_or_else(|| id.to_owned(), |one| one.name.clone()),
        }
    }

    /// All that is looked at in a case, in order.
    pub fn items(&self) -> Vec<Item> {
        let focus = self.focus.iter().map(|one| Item(one.id.clone()));
        focus.chain([Item::voice(), Item::whole()]).collect()
    }

    /// The words of a grade.
    pub fn grade(&self, code: &str) -> String {
        self.level(code).map_or_else(|| code.to_owned(), |level| level.label.clone())
    }

    /// A grade.
    pub fn level(&self, code: &str) -> Option<&Level> {
        self.scale.iter().find(|level| level.code.as_str() == code)
    }

    /// How many meetings were held.
    pub fn held(&self) -> usize {
        self.sittings.iter().filter(|one| one.held).count()
    }

    /// Refuses to change an audit that is done.
    pub fn still_open(&self) -> Result<()> {
        match self.state {
            AuditState::Open => Ok(()),
            AuditState::Done => {
                Err(Error::state("The audit is done.")
                    .hint("Open it again first, if something is wrong in it."))
            }
        }
    }

    /// Points of a kind, for an agency where one is named.
    pub fn learnt<'a>(&'a self, kind: Learnt, agency: Option<&'a str>) -> impl Iterator<Item = &'a Point> {
        let is_for = move |one: &&Point| {
            agency.is_none_or(|agency| one.agencies.is_empty() || one.agencies.iter().any(|it| it == agency))
        };
        self.points.iter().filter(move |one| one.kind == kind).filter(is_for)
    }
}

/// What the voice of the child is called on forms and papers.
pub const VOICE: &str = "Voice and lived experience of the child";
/// What the case as a whole is called.
pub const WHOLE: &str = "The case as a whole";

/// What an audit takes from a tool for case audits: its scored standards, its grades, the agencies that it names.
pub fn from_tool(title: &str, tool: &Template) -> Begun {
    let rated = tool.questions().filter(|question| question.kind == QuestionKind::Rating);
    let mut rated = rated.filter_map(|question| tool.scale_of(question));
    let judged = |level: &&Level| level.meaning.judged() || level.meaning == Meaning::NotApplicable;
    let scale = rated.next().map(|scale| scale.levels.iter().filter(judged).cloned().collect());
    let standards = tool.standards.iter().filter(|one| one.scored);
    let focus = standards.map(|standard| Focus {
        id: standard.id.to_string(),
        name: standard.title.clone(),
        look_for: look_for(standard),
    });
    let named = tool.facts.iter().find(|fact| fact.name.as_str() == "agency");
    Begun {
        title: title.to_owned(),
        tool: format!("{}, version {}", tool.title, tool.version),
        scale: scale.unwrap_or_default(),
        focus: focus.collect(),
        agencies: named
            .map(|fact| fact.choices.iter().filter(|it| *it != "Other").cloned().collect())
            .unwrap_or_default(),
        earlier: None,
    }
}

fn look_for(standard: &crate::template::Standard) -> String {
    let rated = standard.questions.iter().filter(|question| question.kind == QuestionKind::Rating);
    rated.map(|question| question.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// A text in normal form; refused where it is endless, or looks like a child's personal data.
pub(crate) fn nameless(what: &str, typed: &str, today: NaiveDate) -> Result<String> {
    let text = normal(typed).trim().to_owned();
    if text.chars().count() > LONGEST {
        return Err(Error::input(format!("The {what} is over 6,000 characters long.")).hint("Shorten it."));
    }
    match personal::find(&text, today).first() {
        None => Ok(text),
        Some(seen) => {
            let seen = crate::text::short(&text[seen.start..seen.end]);
            Err(Error::input(format!(
                "The {what} holds \u{201c}{seen}\u{201d}, which looks like personal data of a child or family."
            ))
            .hint("Take it out: a case stands here by its number alone."))
        }
    }
}
