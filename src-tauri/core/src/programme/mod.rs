//! The audit programme: what is planned to be audited and when, beside what became of it, over all kinds.
//!
//! Pure but for its own entries (`keep`): a year is laid out from entries and from what stands in the file as facts.
//! Refuses to know: where a fact comes from.

mod keep;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::row_id;

pub use keep::{REMOVE, SAVE, all, remove, save};

row_id! {
    /// The id of an entry.
    EntryId
}

/// What is audited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "ProgrammeKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A round of self-audits.
    Round,
    /// Panel sessions.
    Panel,
    /// A multi-agency case audit.
    CaseAudit,
    /// A dip sample.
    DipSample,
    /// A peer review.
    PeerReview,
    /// An inspection that is prepared for, a single agency's own audit, anything else.
    Other,
}

/// How far something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "ProgrammeStands"))]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// It is still to come.
    Planned,
    /// Its day has passed and it was not begun or not done.
    Late,
    /// It was begun.
    UnderWay,
    /// It is done.
    Done,
}

/// An entry as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "ProgrammeTyped"))]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// What is audited.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Who leads it.
    #[serde(default)]
    pub lead: String,
    /// The group that watches it.
    #[serde(default)]
    pub group: String,
    /// The day for which it is planned.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
    /// Id of what it became; none while it is only planned.
    #[serde(default)]
    pub became: Option<String>,
    /// The day on which it was done, where it stands nowhere else in the file.
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub done_on: Option<NaiveDate>,
    /// A note.
    #[serde(default)]
    pub note: String,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it says.
    pub said: Typed,
}

/// Something that stands in the file: a round, its panels, an audit, a sample, a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who leads it.
    pub lead: String,
    /// The group that watches it.
    pub group: String,
    /// When it is planned or due.
    pub planned: Option<NaiveDate>,
    /// When it was done.
    pub done: Option<NaiveDate>,
    /// How far it is.
    pub stands: Stands,
    /// What is planned and done in figures: `3 of 4 cases closed`.
    pub said: String,
}

/// A line of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The entry, where it was planned here.
    pub entry: Option<Entry>,
    /// What became of it.
    pub fact: Option<Fact>,
    /// What is audited.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// Who leads it.
    pub lead: String,
    /// The group that watches it.
    pub group: String,
    /// The day by which it is sorted: planned, else done.
    pub on: Option<NaiveDate>,
    /// The day for which it was planned.
    pub planned: Option<NaiveDate>,
    /// The day on which it was done.
    pub done: Option<NaiveDate>,
    /// How far it is.
    pub stands: Stands,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Round, Self::Panel, Self::CaseAudit, Self::DipSample, Self::PeerReview, Self::Other];

    fn code(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Panel => "panel",
            Self::CaseAudit => "case_audit",
            Self::DipSample => "dip_sample",
            Self::PeerReview => "peer_review",
            Self::Other => "other",
        }
    }

    /// The words for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Round => "Round of self-audits",
            Self::Panel => "Panel sessions",
            Self::CaseAudit => "Case audit",
            Self::DipSample => "Dip sample",
            Self::PeerReview => "Peer review",
            Self::Other => "Other",
        }
    }
}

impl Stands {
    /// The words for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Planned => "Planned",
            Self::Late => "Late",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
        }
    }
}

/// The lines of the days from one on and before another, by day; what has no day comes last, in every year.
pub fn laid_out(
    entries: &[Entry],
    facts: &[Fact],
    (from, until): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Vec<Line> {
    let is_taken = |fact: &&Fact| entries.iter().any(|entry| became(entry, fact));
    let planned =
        entries.iter().map(|entry| of_entry(entry, facts.iter().find(|fact| became(entry, fact)), today));
    let beside = facts.iter().filter(|fact| !is_taken(fact)).map(of_fact);
    let within = |line: &Line| line.on.is_none_or(|on| (from..until).contains(&on));
    let mut lines: Vec<Line> = planned.chain(beside).filter(within).collect();
    lines.sort_by(|one, other| {
        let key = |line: &Line| (line.on.is_none(), line.on, line.kind, line.title.clone());
        key(one).cmp(&key(other))
    });
    lines
}

fn became(entry: &Entry, fact: &Fact) -> bool {
    entry.said.kind == fact.kind && entry.said.became.as_deref() == Some(fact.id.as_str())
}

fn of_entry(entry: &Entry, fact: Option<&Fact>, today: NaiveDate) -> Line {
    let said = &entry.said;
    let done = fact.and_then(|fact| fact.done).or(said.done_on);
    let late = said.on < today;
    let stands = match fact.map(|fact| fact.stands) {
        Some(Stands::Done) => Stands::Done,
        None if done.is_some() => Stands::Done,
        Some(Stands::UnderWay) => Stands::UnderWay,
        None | Some(Stands::Planned | Stands::Late) if late => Stands::Late,
        None | Some(Stands::Planned | Stands::Late) => Stands::Planned,
    };
    let or = |own: &str, other: fn(&Fact) -> &String| match (own, fact) {
        ("", Some(fact)) => other(fact).clone(),
        _ => own.to_owned(),
    };
    Line {
        kind: said.kind,
        title: said.title.clone(),
        lead: or(&said.lead, |fact| &fact.lead),
        group: or(&said.group, |fact| &fact.group),
        on: Some(said.on),
        planned: Some(said.on),
        done,
        stands,
        fact: fact.cloned(),
        entry: Some(entry.clone()),
    }
}

fn of_fact(fact: &Fact) -> Line {
    Line {
        entry: None,
        kind: fact.kind,
        title: fact.title.clone(),
        lead: fact.lead.clone(),
        group: fact.group.clone(),
        on: fact.planned.or(fact.done),
        planned: fact.planned,
        done: fact.done,
        stands: fact.stands,
        fact: Some(fact.clone()),
    }
}

/// How far a thing with these days is.
pub fn stands(planned: Option<NaiveDate>, done: Option<NaiveDate>, begun: Begun, today: NaiveDate) -> Stands {
    match (done, begun) {
        (Some(_), _) => Stands::Done,
        (None, Begun::Yes) if planned.is_some_and(|on| on < today) => Stands::Late,
        (None, Begun::Yes) => Stands::UnderWay,
        (None, Begun::NotYet) if planned.is_some_and(|on| on < today) => Stands::Late,
        (None, Begun::NotYet) => Stands::Planned,
    }
}

/// Whether a thing was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// It was.
    Yes,
    /// It was not.
    NotYet,
}
