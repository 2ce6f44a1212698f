//! Where a submission stands, and the dated events that brought it there: append-only.
//!
//! Refuses to know: who may do what in which state.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::SubmissionId;
use crate::error::Result;
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{AuditFile, Moment, Reader, Row, RowThen, Tx, params};

row_id! {
    /// The id of a dated event of a submission.
    EventId
}

/// Where a submission stands: in its setting's file, or at the partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Being answered.
    InProgress,
    /// The first of the people who sign has signed: frozen until the last has, or until it is voided.
    Signing,
    /// Signed off by the accountable body.
    SignedOff,
    /// Read and placed; counts in no figure yet.
    Received,
    /// Looked at by the officer; counts in no figure yet.
    Checked,
    /// Accepted by the officer; counts.
    Accepted,
    /// Sent back with a reason.
    SentBack,
    /// A later return stands in its place.
    Replaced,
    /// Its batch was withdrawn.
    Withdrawn,
}

impl State {
    const ALL: [Self; 9] = [
        Self::InProgress,
        Self::Signing,
        Self::SignedOff,
        Self::Received,
        Self::Checked,
        Self::Accepted,
        Self::SentBack,
        Self::Replaced,
        Self::Withdrawn,
    ];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::InProgress => "in_progress",
            Self::Signing => "signing",
            Self::SignedOff => "signed_off",
            Self::Received => "received",
            Self::Checked => "checked",
            Self::Accepted => "accepted",
            Self::SentBack => "sent_back",
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether it is in its setting's own file; else it came in from elsewhere.
    pub fn is_own(self) -> bool {
        match self {
            Self::InProgress | Self::Signing | Self::SignedOff => true,
            Self::Received
            | Self::Checked
            | Self::Accepted
            | Self::SentBack
            | Self::Replaced
            | Self::Withdrawn => false,
        }
    }

    pub(super) fn of(code: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code).ok_or(rusqlite::Error::InvalidQuery)
    }
}

/// A dated event of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The state it came into.
    pub state: State,
    /// The day, in Europe/London.
    pub on: String,
    /// The instant.
    pub at: String,
    /// Who did it.
    pub who: String,
    /// Why; empty where no reason is asked for.
    pub reason: String,
}

/// Puts a submission into a state, with its dated event; an acceptance keeps the ratings that count from then on.
pub fn put_state(tx: &mut Tx<'_>, id: SubmissionId, state: State, reason: &str) -> Result<()> {
    tx.put(Row::new("submission", id).text("state", state.code()))?;
    let (event, now, day, who) =
        (EventId::new(tx.world()), tx.world().now(), tx.world().today(), tx.world().who());
    let row = Row::new("state_event", event).text("submission_id", id).text("state", state.code());
    let row = row.text("on_date", day).text("at", now.to_rfc3339()).text("who", who).text("reason", reason);
    tx.put(if state == State::Accepted { row.set("ratings", rated(tx.reader(), id)?) } else { row })
}

fn rated(reader: Reader<'_>, id: SubmissionId) -> Result<Option<Vec<u8>>> {
    reader.one("SELECT ratings FROM submission WHERE id = ?1", params![id], |row| row.get(0))
}

/// The day on which a submission last came into a state.
pub fn since(reader: Reader<'_>, id: SubmissionId, state: State) -> Result<Option<String>> {
    let sql = "SELECT on_date FROM state_event WHERE submission_id = ?1 AND state = ?2 ORDER BY at DESC, rowid DESC LIMIT 1";
    reader.one(sql, params![id, state.code()], |row| row.get(0))
}

/// The day on which a submission began.
pub fn first(reader: Reader<'_>, id: SubmissionId) -> Result<Option<NaiveDate>> {
    let sql = "SELECT on_date FROM state_event WHERE submission_id = ?1 ORDER BY at, rowid LIMIT 1";
    let day: Option<String> = reader.one(sql, params![id], |row| row.get(0))?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// Every event of a submission, oldest first.
pub fn events(reader: Reader<'_>, id: SubmissionId) -> Result<Vec<Event>> {
    let sql =
        "SELECT state, on_date, at, who, reason FROM state_event WHERE submission_id = ?1 ORDER BY at, rowid";
    reader.all(sql, params![id], |row| {
        Ok(Event {
            state: State::of(&row.get::<_, String>(0)?)?,
            on: row.get(1)?,
            at: row.get(2)?,
            who: row.get(3)?,
            reason: row.get(4)?,
        })
    })
}

/// The returns of a round that ever were in a state.
pub fn ever(reader: Reader<'_>, round: RoundId, state: State) -> Result<BTreeSet<SubmissionId>> {
    let sql = "SELECT DISTINCT e.submission_id FROM state_event e JOIN submission s ON s.id = e.submission_id \
               WHERE s.round_id = ?1 AND e.state = ?2";
    let found: Vec<SubmissionId> = reader.all(sql, params![round, state.code()], |row| row.get(0))?;
    Ok(found.into_iter().collect())
}

/// How every return of the file stood at a past moment, by its last event up to then.
pub fn states_at(file: &AuditFile, then: Moment) -> Result<BTreeMap<SubmissionId, State>> {
    let rows = file.rows_at("state_event", then)?.into_iter();
    let told = |row: RowThen| {
        let state = State::ALL.into_iter().find(|one| one.code() == row.text("state"))?;
        Some((row.parsed::<DateTime<Utc>>("at")?, row.parsed::<SubmissionId>("submission_id")?, state))
    };
    let mut told: Vec<_> = rows.filter_map(told).filter(|(at, ..)| *at <= then.at).collect();
    told.sort_by_key(|(at, ..)| *at);
    Ok(told.into_iter().map(|(_, of, state)| (of, state)).collect())
}

/// When a return came in first, and since when it stands as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The day it was received first.
    pub received: String,
    /// The day of its last event.
    pub since: String,
}

/// The days of every return of a round.
pub fn days(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, Days>> {
    let sql = "SELECT e.submission_id, e.on_date FROM state_event e JOIN submission s ON s.id = e.submission_id \
               WHERE s.round_id = ?1 ORDER BY e.at, e.rowid";
    let mut days: BTreeMap<SubmissionId, Days> = BTreeMap::new();
    for (id, on) in reader.all(sql, params![round], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))? {
        days.entry(id)
            .and_modify(|days| days.since.clone_from(&on))
            .or_insert_with(|| Days { received: on.clone(), since: on });
    }
    Ok(days)
}
