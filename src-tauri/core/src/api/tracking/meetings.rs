//! Meetings of groups, and what was decided, challenged and taken higher at them.
//!
//! Refuses to know: how the plan stood.

use serde::{Deserialize, Serialize};

use crate::api::call::Nothing;
use crate::api::session::Session;
use crate::error::Result;
use crate::partnership::group::{self, Group};
use crate::plan::matter::{self, Matter, MatterId, MatterTyped};
use crate::plan::meeting::{self, Meeting, MeetingId, MeetingTyped};
use crate::store::{Operation, Tx};

/// The meetings, the latest first.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct MeetingsView {
    pub today: String,
    pub meetings: Vec<MeetingView>,
    /// Challenges and escalations that wait for a reply, from whatever meeting.
    pub waiting: Vec<MatterView>,
}

/// A meeting.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct MeetingView {
    pub id: MeetingId,
    /// The group, as it was called on the day.
    pub group: String,
    pub said: MeetingTyped,
    /// How many actions stood in the plan; none while it was not held.
    pub held: Option<u32>,
    /// How many of them were past their date.
    pub late: u32,
    /// Whether its day has come, so that it can be held.
    pub has_come: bool,
    pub matters: Vec<MatterView>,
}

/// A matter of a meeting.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct MatterView {
    pub id: MatterId,
    pub said: MatterTyped,
    /// The action that it is about: `A7`.
    pub about: String,
    /// To whom it goes, in words.
    pub goes_to: String,
    /// Whether somebody was asked who has not replied.
    pub open: bool,
    /// Whether a reply is wanted and has not come by its date.
    pub overdue: bool,
}

/// A meeting as it is saved.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MeetingSaved {
    pub id: Option<MeetingId>,
    pub said: MeetingTyped,
}

/// One of the meetings.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MeetingChosen {
    pub id: MeetingId,
}

/// A matter as it is saved.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MatterSaved {
    pub id: Option<MatterId>,
    pub said: MatterTyped,
}

/// The meetings with their matters.
pub fn list(session: &Session, _: Nothing) -> Result<MeetingsView> {
    session.file(|file| {
        session.round(file)?;
        let (reader, today) = (file.reader(), file.world().today());
        let groups = group::all(reader)?;
        let references = super::references(reader)?;
        let view = |one: Matter| MatterView {
            id: one.id,
            about: one.said.action.and_then(|id| references.get(&id).cloned()).unwrap_or_default(),
            goes_to: one.goes_to(),
            open: one.is_open(today),
            overdue: one.is_overdue(today),
            said: one.said,
        };
        let matters: Vec<MatterView> = matter::all(reader)?.into_iter().map(view).collect();
        let meetings = meeting::all(reader)?.into_iter().map(|one| {
            let mine = matters.iter().filter(|it| it.said.meeting == one.id).cloned().collect();
            meeting_view(one, &groups, today, mine)
        });
        Ok(MeetingsView {
            today: today.to_string(),
            meetings: meetings.collect(),
            waiting: matters.iter().filter(|one| one.open).cloned().collect(),
        })
    })
}

fn meeting_view(
    one: Meeting,
    groups: &[Group],
    today: chrono::NaiveDate,
    matters: Vec<MatterView>,
) -> MeetingView {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let stood = one.snapshot.as_ref().map(|stood| &stood.actions);
    let late = stood.map_or(0, |actions| actions.iter().filter(|it| it.is_overdue(one.said.on)).count());
    MeetingView {
        group: called(groups, &one),
        held: stood.map(|actions| count(actions.len())),
        late: count(late),
        has_come: one.said.on <= today,
        matters,
        id: one.id,
        said: one.said,
    }
}

/// What the group of a meeting was called on its day.
pub(super) fn called(groups: &[Group], meeting: &Meeting) -> String {
    let group = groups.iter().find(|group| group.id == meeting.said.group);
    group.map(|group| group.called(meeting.said.on).to_owned()).unwrap_or_default()
}

/// Sets a meeting down, or changes one that was not held yet.
pub fn save(session: &Session, saved: MeetingSaved) -> Result<MeetingsView> {
    changed(session, meeting::SAVE, |tx| meeting::save(tx, saved.id, &saved.said).map(drop))
}

/// Takes out a meeting that was not held.
pub fn remove(session: &Session, chosen: MeetingChosen) -> Result<MeetingsView> {
    changed(session, meeting::REMOVE, |tx| meeting::remove(tx, chosen.id))
}

/// Holds a meeting: the plan is written down as it stands.
pub fn hold(session: &Session, chosen: MeetingChosen) -> Result<MeetingsView> {
    changed(session, meeting::HOLD, |tx| meeting::hold(tx, chosen.id))
}

/// Writes a matter down, or the reply to one.
pub fn put_matter(session: &Session, saved: MatterSaved) -> Result<MeetingsView> {
    changed(session, matter::MATTER, |tx| matter::put(tx, saved.id, &saved.said).map(drop))
}

fn changed(
    session: &Session,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<MeetingsView> {
    session.file(|file| {
        session.round(file)?;
        file.transact(operation, "", change)
    })?;
    list(session, Nothing {})
}
