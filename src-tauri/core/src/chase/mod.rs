//! Chasing returns that are not in: reminded, spoken to, given more time, escalated step by step; each dated.
//!
//! Append-only. Refuses to know: letters, and how late a return is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::wording::WordingKind;
use crate::round::{RoundId, register};
use crate::setting::SettingId;
use crate::store::{AuditFile, Moment, Operation, Reader, Row, RowThen, Rows, Tx, params};
use crate::text;

row_id! {
    /// The id of something that was done about a return.
    ChaseId
}

row_id! {
    /// The id of a letter to many settings at once.
    ChaseRunId
}

/// Letters were written.
pub const LETTERS: Operation = Operation::ordinary("chase.letters");
/// Somebody was spoken to.
pub const SPOKEN: Operation = Operation::ordinary("chase.spoken");
/// More time was given.
pub const EXTEND: Operation = Operation::ordinary("chase.extend");
/// It was taken a step higher.
pub const ESCALATE: Operation = Operation::ordinary("chase.escalate");

/// The rows of what was done about returns.
pub const ROWS: &[Rows] = &[Rows::Of("chase", "round_id")];

/// What was done about a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A reminder was written.
    Reminder,
    /// Somebody was spoken to.
    Spoken,
    /// More time was given.
    Extension,
    /// It was taken a step higher.
    Escalated,
}

/// Something that was done about a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chased {
    /// Its id.
    pub id: ChaseId,
    /// Whose return.
    pub setting: SettingId,
    /// What was done.
    pub step: Step,
    /// On which day.
    pub on: NaiveDate,
    /// Who did it.
    pub who: String,
    /// What was said.
    pub note: String,
    /// Until when more time was given.
    pub until: Option<NaiveDate>,
    /// To whom it was escalated, as the partnership calls them.
    pub rung: String,
}

/// What is to be kept of something that was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// On which day; today where none is said.
    pub on: Option<NaiveDate>,
    /// What was said.
    pub note: String,
    /// To whom it was escalated.
    pub rung: String,
    /// The letter it was written with.
    pub run: Option<ChaseRunId>,
}

impl Step {
    const ALL: [Self; 4] = [Self::Reminder, Self::Spoken, Self::Extension, Self::Escalated];

    /// Its word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Spoken => "spoken",
            Self::Extension => "extension",
            Self::Escalated => "escalated",
        }
    }
}

/// Everything that was done in a round, oldest first.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Chased>> {
    let sql = "SELECT id, setting_id, step, on_date, who, note, until, rung FROM chase \
               WHERE round_id = ?1 ORDER BY on_date, at, rowid";
    reader.all(sql, params![round], |row| {
        let step: String = row.get(2)?;
        let step = Step::ALL.into_iter().find(|one| one.code() == step);
        let day =
            |at: usize| row.get::<_, Option<String>>(at).map(|day| day.and_then(|day| day.parse().ok()));
        Ok(Chased {
            id: row.get(0)?,
            setting: row.get(1)?,
            step: step.ok_or(rusqlite::Error::InvalidQuery)?,
            on: day(3)?.ok_or(rusqlite::Error::InvalidQuery)?,
            who: row.get(4)?,
            note: row.get(5)?,
            until: day(6)?,
            rung: row.get(7)?,
        })
    })
}

/// The same as it stood at a past moment.
pub fn at(file: &AuditFile, round: RoundId, then: Moment) -> Result<Vec<Chased>> {
    let mut rows = file.rows_at("chase", then)?;
    rows.retain(|row| row.text("round_id") == round.to_string());
    rows.sort_by(|one, other| {
        (one.text("on_date"), one.text("at")).cmp(&(other.text("on_date"), other.text("at")))
    });
    let chased = |row: &RowThen| {
        let step = Step::ALL.into_iter().find(|one| one.code() == row.text("step"))?;
        Some(Chased {
            id: row.parsed("id")?,
            setting: row.parsed("setting_id")?,
            step,
            on: row.parsed("on_date")?,
            who: row.text("who").to_owned(),
            note: row.text("note").to_owned(),
            until: row.parsed("until"),
            rung: row.text("rung").to_owned(),
        })
    };
    Ok(rows.iter().filter_map(chased).collect())
}

/// Keeps that somebody was spoken to; what was said is required.
pub fn spoken(tx: &mut Tx<'_>, round: RoundId, setting: SettingId, done: &Done) -> Result<()> {
    if done.note.trim().is_empty() {
        return Err(Error::input("Nothing is said of what was agreed.")
            .hint("Say with whom you spoke and what they said, in a sentence."));
    }
    put(tx, round, setting, Step::Spoken, done, None)
}

/// Gives a setting more time, on the register and in its history.
pub fn extend(
    tx: &mut Tx<'_>,
    round: RoundId,
    setting: SettingId,
    until: NaiveDate,
    reason: &str,
) -> Result<()> {
    register::extend(tx, round, setting, Some(until), reason)?;
    let done = Done { note: reason.to_owned(), ..Done::default() };
    put(tx, round, setting, Step::Extension, &done, Some(until))
}

/// Takes a return a step higher.
pub fn escalate(tx: &mut Tx<'_>, round: RoundId, setting: SettingId, done: &Done) -> Result<()> {
    put(tx, round, setting, Step::Escalated, done, None)
}

/// Keeps that one letter went to some settings.
pub fn letters(
    tx: &mut Tx<'_>,
    round: RoundId,
    kind: WordingKind,
    settings: &[SettingId],
    rung: &str,
    folder: &str,
) -> Result<()> {
    let run = ChaseRunId::new(tx.world());
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    let row = Row::new("chase_run", run).text("round_id", round).text("wording", kind.code());
    tx.put(row.text("at", at).text("who", who).text("folder", folder))?;
    let step = if kind.is_rung() { Step::Escalated } else { Step::Reminder };
    let done = Done { rung: rung.to_owned(), run: Some(run), ..Done::default() };
    settings.iter().try_for_each(|setting| put(tx, round, *setting, step, &done, None))
}

fn put(
    tx: &mut Tx<'_>,
    round: RoundId,
    setting: SettingId,
    step: Step,
    done: &Done,
    until: Option<NaiveDate>,
) -> Result<()> {
    let note = text::normal(&done.note).trim().to_owned();
    if note.chars().count() > 2_000 {
        return Err(
            Error::input("The note is over 2,000 characters long.").hint("Say it in a few sentences.")
        );
    }
    let today = tx.world().today();
    let on = done.on.unwrap_or(today);
    if on > today {
        return Err(Error::input("That day is still to come.").hint("Say on which day it was done."));
    }
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    let row = Row::new("chase", ChaseId::new(tx.world())).text("round_id", round).text("setting_id", setting);
    let row = row.text("step", step.code()).text("on_date", on).text("at", at).text("who", who);
    let row = row.text("note", note).text("rung", &done.rung);
    let row = row.set("until", until.map(|day| day.to_string()));
    tx.put(row.set("run_id", done.run.map(|run| run.to_string())))
}
