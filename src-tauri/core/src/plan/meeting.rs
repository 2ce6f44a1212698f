//! Meetings of a group: the agenda, and the plan as it stood that day.
//!
//! A snapshot is taken once, when the meeting is held, and never changes after. Refuses to know: papers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::limited;
use super::matter;
use super::standing::{Standing, standing};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::partnership::group::{self, GroupId};
use crate::store::{Operation, Reader, Row, Tx};

row_id! {
    /// The id of a meeting.
    MeetingId
}

/// A meeting was set down or changed.
pub const SAVE: Operation = Operation::ordinary("meeting.save");
/// A meeting that was not held was taken out.
pub const REMOVE: Operation = Operation::ordinary("meeting.remove");
/// It was held: the plan was written down as it stood.
pub const HOLD: Operation = Operation::ordinary("meeting.hold");
/// A meeting as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MeetingTyped {
    /// The group that meets.
    pub group: GroupId,
    /// The day.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
    /// What is to be spoken of, a line each.
    #[serde(default)]
    pub agenda: String,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// What is said of it.
    pub said: MeetingTyped,
    /// The plan as it stood, and the day it was written down; none while the meeting was not held.
    pub snapshot: Option<Snapshot>,
}

/// The plan as it stood at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The day it was written down.
    pub written: NaiveDate,
    /// Its actions.
    pub actions: Vec<Standing>,
}

/// Every meeting, the latest first.
pub fn all(reader: Reader<'_>) -> Result<Vec<Meeting>> {
    let sql = "SELECT id, grouping_id, on_date, agenda, held_on, snapshot FROM meeting ORDER BY on_date DESC, id DESC";
    reader.all(sql, [], |row| {
        let unread = || rusqlite::Error::InvalidQuery;
        let (on, held, snapshot): (String, Option<String>, Option<String>) =
            (row.get(2)?, row.get(4)?, row.get(5)?);
        let snapshot = held.zip(snapshot).map(|(held, actions)| -> rusqlite::Result<Snapshot> {
            let written = held.parse().map_err(|_| unread())?;
            Ok(Snapshot { written, actions: serde_json::from_str(&actions).map_err(|_| unread())? })
        });
        Ok(Meeting {
            id: row.get(0)?,
            said: MeetingTyped {
                group: row.get(1)?,
                on: on.parse().map_err(|_| unread())?,
                agenda: row.get(3)?,
            },
            snapshot: snapshot.transpose()?,
        })
    })
}

/// A meeting by its id.
pub fn load(reader: Reader<'_>, id: MeetingId) -> Result<Meeting> {
    all(reader)?.into_iter().find(|one| one.id == id).ok_or_else(|| {
        Error::missing("That meeting is not in this file.").hint("Look at the list of meetings again.")
    })
}

/// Sets a meeting down, or changes one that was not held yet.
pub fn save(tx: &mut Tx<'_>, id: Option<MeetingId>, typed: &MeetingTyped) -> Result<MeetingId> {
    if let Some(id) = id
        && load(tx.reader(), id)?.snapshot.is_some()
    {
        return Err(
            Error::state("This meeting was held, so it stays as it was.").hint("Set down the next one.")
        );
    }
    if !group::all(tx.reader())?.iter().any(|one| one.id == typed.group) {
        return Err(Error::missing("That group is not in this file.").hint("Choose one of the groups."));
    }
    let id = id.unwrap_or_else(|| MeetingId::new(tx.world()));
    let row = Row::new("meeting", id).text("grouping_id", typed.group).text("on_date", typed.on);
    tx.put(row.text("agenda", limited("agenda", &typed.agenda)?))?;
    Ok(id)
}

/// Takes out a meeting that was not held and at which nothing came up.
pub fn remove(tx: &mut Tx<'_>, id: MeetingId) -> Result<()> {
    let meeting = load(tx.reader(), id)?;
    if meeting.snapshot.is_some() || matter::all(tx.reader())?.iter().any(|one| one.said.meeting == id) {
        return Err(Error::state("This meeting was held, or something came up at it, so it stays.")
            .hint("Only a meeting that did not take place is taken out."));
    }
    tx.remove("meeting", id)
}

/// The latest meeting that was held before a day.
pub fn last_held(reader: Reader<'_>, before: NaiveDate) -> Result<Option<Meeting>> {
    Ok(all(reader)?.into_iter().find(|one| one.snapshot.is_some() && one.said.on < before))
}

/// Holds a meeting: the plan is written down as it stands, once.
pub fn hold(tx: &mut Tx<'_>, id: MeetingId) -> Result<()> {
    let meeting = load(tx.reader(), id)?;
    if meeting.snapshot.is_some() {
        return Err(Error::state("The plan was written down for this meeting already.")
            .hint("Open its tracker to see it as it stood."));
    }
    let today = tx.world().today();
    if meeting.said.on > today {
        return Err(Error::state("The day of this meeting has not come yet.")
            .hint("Write the plan down on the day, or set the meeting down for today."));
    }
    let standing = standing(tx.reader(), meeting.said.on)?;
    let snapshot =
        serde_json::to_string(&standing).map_err(|_| Error::fault("The plan could not be kept."))?;
    tx.put(Row::new("meeting", id).text("held_on", today).text("snapshot", snapshot))
}
