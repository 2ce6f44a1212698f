//! The audit programme of a year: what is planned, beside what stands in the file of every kind.
//!
//! Refuses to know: how the paper is laid out.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::paper_format::{self, PaperFormat};
use super::save;
use super::session::Session;
use super::table::table_view;
use super::views::{TableView, Written, view};
use crate::analysis::judged::day;
use crate::case_audit::{self, AuditState, case, note};
use crate::dip_sample;
use crate::error::{Error, Result};
use crate::panel::session::{self as panel, PanelSession, SessionState};
use crate::panel::workshop::{self, Workshop, WorkshopKind};
use crate::partnership::{self, group};
use crate::programme::{self, Begun, EntryId, Fact, Kind, Line, Stands, Typed, stands};
use crate::report::programme as paper;
use crate::round::{self, RoundState};
use crate::store::{AuditFile, Reader};

view! {
    /// A year of the programme.
    ProgrammeView {
        /// The first day, and the day after the last.
        from: String,
        until: String,
        lines: Vec<ProgrammeLine>,
        counts: TableView,
        /// What stands in the file and no entry became yet, to be chosen from.
        loose: Vec<ProgrammeLoose>,
        known_groups: Vec<String>,
    }
    ProgrammeLine {
        entry: Option<EntryId>,
        typed: Option<Typed>,
        kind: Kind,
        title: String,
        lead: String,
        group: String,
        on: Option<String>,
        planned: Option<String>,
        done: Option<String>,
        stands: Stands,
        /// In figures: `3 of 4 cases closed`.
        said: String,
        /// Id of what stands in the file.
        of: Option<String>,
    }
    ProgrammeLoose { kind: Kind, id: String, title: String, }
}

/// A year: the twelve months from a day on; the school year of today where none is said.
#[derive(Debug, Clone, Copy, Default, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ProgrammeWanted {
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
}

/// An entry that is written down or changed, repeated so many times, so many months apart.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EntryTyped {
    #[serde(default)]
    pub id: Option<EntryId>,
    pub said: Typed,
    #[serde(default)]
    pub every_months: u32,
    #[serde(default = "once")]
    pub times: u32,
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
}

fn once() -> u32 {
    1
}

/// One entry.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EntryChosen {
    pub id: EntryId,
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
}

/// The paper of a year.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ProgrammePaperWanted {
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    pub format: PaperFormat,
}

/// `programme.show`.
pub fn show(session: &Session, wanted: ProgrammeWanted) -> Result<ProgrammeView> {
    session.file(|file| {
        session.round(file)?;
        shown(file, wanted.from)
    })
}

/// `programme.save`.
pub fn save(session: &Session, typed: EntryTyped) -> Result<ProgrammeView> {
    session.file(|file| {
        session.round(file)?;
        let repeated = (typed.every_months, typed.times);
        file.transact(programme::SAVE, &typed.said.title, |tx| {
            programme::save(tx, typed.id, &typed.said, repeated)
        })?;
        shown(file, typed.from)
    })
}

/// `programme.remove`: what the entry became stays.
pub fn remove(session: &Session, chosen: EntryChosen) -> Result<ProgrammeView> {
    session.file(|file| {
        session.round(file)?;
        file.transact(programme::REMOVE, &chosen.id.to_string(), |tx| programme::remove(tx, chosen.id))?;
        shown(file, chosen.from)
    })
}

/// `programme.paper`: none where the dialog was dismissed.
pub fn paper(session: &Session, wanted: ProgrammePaperWanted) -> Result<Option<Written>> {
    let document = session.file(|file| {
        session.round(file)?;
        let (from, until) = year(file, wanted.from)?;
        let today = file.world().today();
        let lines = programme::laid_out(
            &programme::all(file.reader())?,
            &facts(file.reader(), today)?,
            (from, until),
            today,
        );
        let about = [partnership::load(file.reader())?.name];
        let as_at = day(today);
        Ok(paper::compose(&named(from, until), &lines, &about, (&as_at, &file.head()?)))
    })?;
    let name = save::file_name(&[&document.title], wanted.format.ending());
    paper_format::offer(session, ("Save the programme", &name), &document, wanted.format)
}

/// `September 2026 to August 2027`.
fn named(from: NaiveDate, until: NaiveDate) -> String {
    let last = until.pred_opt().unwrap_or(until);
    format!("{} to {}", from.format("%B %Y"), last.format("%B %Y"))
}

/// The twelve months from a day on; without one, the school year of today.
fn year(file: &AuditFile, from: Option<NaiveDate>) -> Result<(NaiveDate, NaiveDate)> {
    let today = file.world().today();
    let begins = if today.month() >= 9 { today.year() } else { today.year() - 1 };
    let from = from.or_else(|| NaiveDate::from_ymd_opt(begins, 9, 1)).and_then(|day| day.with_day(1));
    let ends = from.and_then(|from| Some((from, from.checked_add_months(Months::new(12))?)));
    ends.ok_or_else(|| {
        Error::input("That is no year of a programme.").hint("Choose the month in which the year begins.")
    })
}

fn shown(file: &AuditFile, from: Option<NaiveDate>) -> Result<ProgrammeView> {
    let (from, until) = year(file, from)?;
    let today = file.world().today();
    let (entries, facts) = (programme::all(file.reader())?, facts(file.reader(), today)?);
    let lines = programme::laid_out(&entries, &facts, (from, until), today);
    let is_loose =
        |fact: &&Fact| !entries.iter().any(|one| one.said.became.as_deref() == Some(fact.id.as_str()));
    let loose = facts.iter().filter(is_loose);
    Ok(ProgrammeView {
        from: from.to_string(),
        until: until.to_string(),
        counts: table_view(paper::counts(&lines, &day(today))),
        lines: lines.into_iter().map(line).collect(),
        loose: loose
            .map(|one| ProgrammeLoose { kind: one.kind, id: one.id.clone(), title: one.title.clone() })
            .collect(),
        known_groups: group::all(file.reader())?.into_iter().map(|one| one.name).collect(),
    })
}

fn line(line: Line) -> ProgrammeLine {
    let date = |on: Option<NaiveDate>| on.map(|on| on.to_string());
    ProgrammeLine {
        entry: line.entry.as_ref().map(|entry| entry.id),
        typed: line.entry.map(|entry| entry.said),
        kind: line.kind,
        title: line.title,
        lead: line.lead,
        group: line.group,
        on: date(line.on),
        planned: date(line.planned),
        done: date(line.done),
        stands: line.stands,
        said: line.fact.as_ref().map(|fact| fact.said.clone()).unwrap_or_default(),
        of: line.fact.map(|fact| fact.id),
    }
}

/// Everything of every kind that stands in the file.
fn facts(reader: Reader<'_>, today: NaiveDate) -> Result<Vec<Fact>> {
    let mut facts = Vec::new();
    for one in round::all(reader)? {
        facts.push(of_round(&one, today));
        let (workshops, met) = (workshop::of_round(reader, one.id)?, panel::of_round(reader, one.id)?);
        facts.extend(workshops.iter().map(|it| of_workshop(it, &met, today)));
        let in_one = |session: &PanelSession| workshops.iter().any(|it| it.sessions.contains(&session.id));
        let alone: Vec<&PanelSession> = met.iter().filter(|session| !in_one(session)).collect();
        facts.extend(of_panels(&one, &alone, today));
    }
    for one in case_audit::all(reader)? {
        facts.push(of_audit(reader, one, today)?);
    }
    for one in dip_sample::all(reader)? {
        facts.push(of_sample(reader, one, today)?);
    }
    Ok(facts)
}

fn of_round(round: &round::Round, today: NaiveDate) -> Fact {
    let stands = match round.state {
        RoundState::Closed => Stands::Done,
        RoundState::Open => stands(round.due, None, Begun::Yes, today),
        RoundState::Preparing => stands(round.opens.or(round.due), None, Begun::NotYet, today),
    };
    let done = round.due.filter(|_| stands == Stands::Done);
    Fact {
        kind: Kind::Round,
        id: round.id.to_string(),
        title: format!("Round {}", round.label),
        lead: String::new(),
        group: String::new(),
        planned: round.due.or(round.opens),
        done,
        stands,
        said: String::new(),
    }
}

/// The panel sessions of a round that are part of no workshop, as one: until the last that is planned.
fn of_panels(round: &round::Round, all: &[&PanelSession], today: NaiveDate) -> Option<Fact> {
    let held = all.iter().filter(|one| one.state != SessionState::Planned).count();
    let last = all.iter().filter_map(|one| one.plan.on).max();
    let whole = held == all.len();
    let begun = if held > 0 { Begun::Yes } else { Begun::NotYet };
    (!all.is_empty()).then(|| Fact {
        kind: Kind::Panel,
        id: format!("panels {}", round.id),
        title: format!("Panels {}", round.label),
        lead: String::new(),
        group: String::new(),
        planned: last,
        done: last.filter(|_| whole),
        stands: if whole { Stands::Done } else { stands(last, None, begun, today) },
        said: format!("{held} of {} sessions held", all.len()),
    })
}

/// A peer review is done once all its sessions are held; an event at which organisations are challenged, once its day has passed.
fn of_workshop(one: &Workshop, met: &[PanelSession], today: NaiveDate) -> Fact {
    let theirs = met.iter().filter(|session| one.sessions.contains(&session.id));
    let held = theirs.filter(|session| session.state != SessionState::Planned).count();
    let whole = match one.plan.kind {
        WorkshopKind::PeerReview => held > 0 && held == one.sessions.len(),
        WorkshopKind::ChallengeEvent => one.plan.on.is_some_and(|on| on < today),
    };
    let begun = if held > 0 { Begun::Yes } else { Begun::NotYet };
    let takers = one.plan.takers.len();
    Fact {
        kind: Kind::PeerReview,
        id: one.id.to_string(),
        title: one.plan.name.clone(),
        lead: String::new(),
        group: String::new(),
        planned: one.plan.on,
        done: one.plan.on.filter(|_| whole),
        stands: if whole { Stands::Done } else { stands(one.plan.on, None, begun, today) },
        said: match one.plan.kind {
            WorkshopKind::PeerReview => {
                format!("{takers} organisations, {held} of {} sessions held", one.sessions.len())
            }
            WorkshopKind::ChallengeEvent => format!("{takers} organisations"),
        },
    }
}

fn of_audit(reader: Reader<'_>, audit: case_audit::CaseAudit, today: NaiveDate) -> Result<Fact> {
    let cases = case::of_audit(reader, audit.id)?;
    let closed = cases.iter().filter(|one| one.closed.is_some()).count();
    let said = !note::of_audit(reader, audit.id)?.is_empty();
    let begun = if said || closed > 0 { Begun::Yes } else { Begun::NotYet };
    let planned = audit.plan.due.or(audit.plan.begins);
    let done = audit.done_on.filter(|_| audit.state == AuditState::Done);
    Ok(Fact {
        kind: Kind::CaseAudit,
        id: audit.id.to_string(),
        title: audit.title,
        lead: audit.plan.lead,
        group: audit.plan.group,
        planned,
        done,
        stands: stands(planned, done, begun, today),
        said: format!(
            "{closed} of {} cases closed",
            cases.len().max(usize::try_from(audit.plan.cases).unwrap_or(0))
        ),
    })
}

fn of_sample(reader: Reader<'_>, sample: dip_sample::DipSample, today: NaiveDate) -> Result<Fact> {
    let cases = dip_sample::cases(reader, sample.id)?;
    let answered = cases.iter().filter(|one| !one.answers.is_empty()).count();
    let begun = if answered > 0 { Begun::Yes } else { Begun::NotYet };
    let done = sample.done_on.filter(|_| sample.state == AuditState::Done);
    let planned = usize::try_from(sample.plan.cases).unwrap_or(0);
    Ok(Fact {
        kind: Kind::DipSample,
        id: sample.id.to_string(),
        title: sample.title,
        lead: sample.plan.lead,
        group: sample.plan.group,
        planned: sample.plan.on,
        done,
        stands: stands(sample.plan.on, done, begun, today),
        said: format!("{answered} of {} cases looked at", cases.len().max(planned)),
    })
}
