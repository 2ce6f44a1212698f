//! The partnership's plan: recommendations and actions, meetings, reply forms, the tracker.
//!
//! Refuses to know: how a colour is worked out.

mod meetings;
pub(super) mod own;
mod papers;
mod views;

pub use meetings::{
    MatterSaved, MeetingChosen, MeetingSaved, MeetingsView, hold, list as meetings, put_matter,
    remove as remove_meeting, save as save_meeting,
};
pub use papers::{
    FormWanted, RepliesTaken, RepliesView, TrackerWanted, forms, replies, show as tracker, write,
};
pub use views::{
    ActionView, PlannedChosen, PlannedSaved, PlannedUpdated, RecommendationChosen, RecommendationSaved,
    RecommendationView, TrackingView,
};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::call::Nothing;
use super::session::Session;
use crate::error::Result;
use crate::partnership::agency;
use crate::partnership::group::{self, Group};
use crate::plan::action::{self, Action, ActionId};
use crate::plan::matter::{self, Matter, MatterKind};
use crate::plan::meeting::{self, Meeting};
use crate::plan::rag::Rag;
use crate::plan::recommendation::{self, Recommendation, RecommendationId};
use crate::plan::{progress, raised};
use crate::store::{AuditFile, Operation, Reader, Tx};
use meetings::called;
use views::{EscalatedView, GroupNamed, NextMeeting};

/// The plan.
pub fn show(session: &Session, _: Nothing) -> Result<TrackingView> {
    session.file(|file| {
        let round = session.round(file)?;
        let (reader, today) = (file.reader(), file.world().today());
        let rounds: BTreeMap<_, _> =
            crate::round::all(reader)?.into_iter().map(|round| (round.id, round.label)).collect();
        let beside = Beside {
            meetings: meeting::all(reader)?,
            matters: matter::all(reader)?,
            groups: group::all(reader)?,
        };
        let mut actions: BTreeMap<RecommendationId, Vec<ActionView>> = BTreeMap::new();
        for one in action::all(reader)? {
            actions.entry(one.recommendation).or_default().push(beside.view(one, today));
        }
        let view = |one: Recommendation| RecommendationView {
            actions: actions.remove(&one.id).unwrap_or_default(),
            reference: format!("R{}", one.number),
            round: rounds.get(&one.round).cloned().unwrap_or_default(),
            on: one.on.to_string(),
            id: one.id,
            said: one.said,
        };
        let groups = beside.groups.iter().filter(|one| one.stood(today));
        Ok(TrackingView {
            today: today.to_string(),
            round: round.label,
            groups: groups.map(|one| GroupNamed { id: one.id, name: one.name.clone() }).collect(),
            agencies: agency::all(reader)?.into_iter().map(|(_, one)| one.name).collect(),
            recommendations: recommendation::all(reader)?.into_iter().map(view).collect(),
            themes: raised::all(reader)?,
        })
    })
}

/// What meetings have to do with actions.
struct Beside {
    meetings: Vec<Meeting>,
    matters: Vec<Matter>,
    groups: Vec<Group>,
}

impl Beside {
    fn view(&self, one: Action, today: NaiveDate) -> ActionView {
        ActionView {
            id: one.id,
            reference: format!("A{}", one.number),
            rag: Rag::shown(&one, today),
            worked_out: Rag::worked_out(&one, today),
            overdue: one.is_overdue(today),
            look_again: one.wants_follow_up(today),
            escalated: self.escalated(one.id, today),
            next_meeting: self.next(&one, today),
            stage: one.stage,
            ended: one.ended.map(|day| day.to_string()),
            follow_up: one.follow_up.map(|day| day.to_string()),
            impact: one.impact,
            followed_up: one.followed_up,
            said: one.said,
            updates: one.updates,
        }
    }

    /// The latest escalation of an action.
    fn escalated(&self, id: ActionId, today: NaiveDate) -> Option<EscalatedView> {
        let mut mine = self.matters.iter().rev().filter(|one| one.said.action == Some(id));
        let last = mine.find(|one| one.said.kind == MatterKind::Escalation)?;
        Some(EscalatedView { on: last.on.to_string(), to: last.goes_to(), open: last.is_open(today) })
    }

    /// The next meeting of a group that looks at an action.
    fn next(&self, one: &Action, today: NaiveDate) -> Option<NextMeeting> {
        let coming = self.meetings.iter().filter(|it| it.snapshot.is_none() && it.said.on >= today);
        let next =
            coming.filter(|it| one.said.groups.contains(&it.said.group)).min_by_key(|it| it.said.on)?;
        Some(NextMeeting { on: next.said.on.to_string(), group: called(&self.groups, next) })
    }
}

/// What each action is called on paper.
fn references(reader: Reader<'_>) -> Result<BTreeMap<ActionId, String>> {
    Ok(action::all(reader)?.into_iter().map(|one| (one.id, format!("A{}", one.number))).collect())
}

/// Writes a recommendation down, or changes one.
pub fn save_recommendation(session: &Session, saved: RecommendationSaved) -> Result<TrackingView> {
    let round = session.file(|file| Ok(session.round(file)?.id))?;
    changed(session, recommendation::SAVE, |tx| {
        recommendation::save(tx, round, saved.id, &saved.said).map(drop)
    })
}

/// Takes a recommendation out.
pub fn remove_recommendation(session: &Session, chosen: RecommendationChosen) -> Result<TrackingView> {
    changed(session, recommendation::REMOVE, |tx| recommendation::remove(tx, chosen.id))
}

/// Writes an action down, or changes one.
pub fn save(session: &Session, saved: PlannedSaved) -> Result<TrackingView> {
    changed(session, action::SAVE, |tx| {
        action::save(tx, saved.recommendation, saved.id, &saved.said).map(drop)
    })
}

/// Says what is new of an action, and how far it is.
pub fn update(session: &Session, said: PlannedUpdated) -> Result<TrackingView> {
    changed(session, progress::UPDATE, |tx| {
        progress::update(tx, said.id, said.stage, &said.text, &said.impact)
    })
}

/// Takes an action out.
pub fn remove(session: &Session, chosen: PlannedChosen) -> Result<TrackingView> {
    changed(session, action::REMOVE, |tx| action::remove(tx, chosen.id))
}

fn changed(
    session: &Session,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<TrackingView> {
    session.file(|file: &mut AuditFile| {
        session.round(file)?;
        file.transact(operation, "", change)
    })?;
    show(session, Nothing {})
}
