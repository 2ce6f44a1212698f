//! The register of a round: who is asked to return, who is not and why, and until when each may take.
//!
//! Refuses to know: what came back.

use chrono::NaiveDate;

use super::RoundId;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::setting::SettingId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text;

pub use super::cut_off::{CutOff, Frozen, cut_offs, freeze};
pub use super::dates::{due, dues};

row_id! {
    /// The id of a line of a register.
    ExpectedId
}

/// A setting was put on the register.
pub const ADD: Operation = Operation::ordinary("register.add");
/// A setting was made exempt.
pub const EXEMPT: Operation = Operation::ordinary("register.exempt");
/// A setting's return is covered by another's.
pub const COVER: Operation = Operation::ordinary("register.cover");
/// A setting closed, converted or merged during the round.
pub const CLOSE: Operation = Operation::ordinary("register.close");
/// A setting is asked to return again.
pub const ASK: Operation = Operation::ordinary("register.ask");
/// A setting was given more time.
pub const EXTEND: Operation = Operation::ordinary("register.extend");
/// A setting was taken off the register.
pub const LEAVE: Operation = Operation::ordinary("register.leave");

/// The longest reason that a register keeps.
const LONGEST_REASON: usize = 1_000;

/// How a setting stands on a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is asked to return.
    Expected,
    /// It is not, for a reason that was given.
    Exempt,
    /// The return of another setting covers it.
    Covered,
    /// It closed.
    Closed,
}

/// One line of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Its id.
    pub id: ExpectedId,
    /// Who is asked.
    pub setting: SettingId,
    /// How it stands.
    pub standing: Standing,
    /// Why it is not expected; empty where it is.
    pub reason: String,
    /// Whose return covers it.
    pub covered_by: Option<SettingId>,
    /// Until when it was given more time.
    pub extended_to: Option<NaiveDate>,
    /// Why it was given more time.
    pub extension_reason: String,
    /// The date since which it stands so, where that was said.
    pub since: Option<NaiveDate>,
    /// The issue that went to it.
    pub issue: Option<String>,
}

impl Standing {
    pub(super) const ALL: [Self; 4] = [Self::Expected, Self::Exempt, Self::Covered, Self::Closed];

    /// Its word in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Exempt => "exempt",
            Self::Covered => "covered",
            Self::Closed => "closed",
        }
    }
}

impl rusqlite::types::FromSql for Standing {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let word = value.as_str()?;
        let known = Self::ALL.into_iter().find(|standing| standing.name() == word);
        known.ok_or(rusqlite::types::FromSqlError::InvalidType)
    }
}

/// Puts a setting on the register of a round; once is enough.
pub fn expect(tx: &mut Tx<'_>, round: RoundId, setting: SettingId) -> Result<()> {
    if line(tx.reader(), round, setting)?.is_some() {
        return Ok(());
    }
    let id = ExpectedId::new(tx.world());
    tx.put(Row::new("expected", id).text("round_id", round).text("setting_id", setting))
}

/// Makes a setting exempt; a reason is required.
pub fn exempt(tx: &mut Tx<'_>, round: RoundId, setting: SettingId, reason: &str) -> Result<()> {
    let reason = reasoned(reason).map_err(|error| {
        error.hint(
            "Say why no return is expected: newly opened, in special circumstances, or agreed with whom.",
        )
    })?;
    stand(tx, round, setting, Standing::Exempt, &reason).and_then(|row| tx.put(row))
}

/// Says that the return of another setting on the register covers this one.
pub fn cover(tx: &mut Tx<'_>, round: RoundId, setting: SettingId, by: SettingId, reason: &str) -> Result<()> {
    if setting == by {
        return Err(Error::input("A setting\u{2019}s return cannot cover the setting itself.")
            .hint("Choose the setting that returns for both."));
    }
    let covering = line(tx.reader(), round, by)?.ok_or_else(absent)?;
    if covering.standing != Standing::Expected {
        return Err(Error::state("The setting chosen is not asked to return itself.")
            .hint("Choose one that is, or ask that one to return first."));
    }
    let on = lines(tx.reader(), round)?;
    if on.iter().any(|line| line.covered_by == Some(setting)) {
        return Err(Error::state("This setting\u{2019}s own return covers another one.")
            .hint("Ask that other setting to return first."));
    }
    let reason = limited(reason)?;
    let row = stand(tx, round, setting, Standing::Covered, &reason)?;
    tx.put(row.text("covered_by", by))
}

/// Says that a setting closed on a day; what it has returned stays.
pub fn close(
    tx: &mut Tx<'_>,
    round: RoundId,
    setting: SettingId,
    on: Option<NaiveDate>,
    reason: &str,
) -> Result<()> {
    let reason = limited(reason)?;
    let row = stand(tx, round, setting, Standing::Closed, &reason)?;
    tx.put(row.set("since", on.map(|date| date.to_string())))
}

/// Asks a setting to return again that was exempt, covered or closed.
pub fn ask(tx: &mut Tx<'_>, round: RoundId, setting: SettingId) -> Result<()> {
    stand(tx, round, setting, Standing::Expected, "").and_then(|row| tx.put(row))
}

/// Gives a setting more time; no date takes that back.
pub fn extend(
    tx: &mut Tx<'_>,
    round: RoundId,
    setting: SettingId,
    until: Option<NaiveDate>,
    reason: &str,
) -> Result<()> {
    let known = line(tx.reader(), round, setting)?.ok_or_else(absent)?;
    if known.standing != Standing::Expected {
        return Err(Error::state("No return is expected of this setting, so there is nothing to extend.")
            .hint("Ask it to return first."));
    }
    let reason = limited(reason)?;
    let row = Row::new("expected", known.id).set("extended_to", until.map(|date| date.to_string()));
    tx.put(row.text("extension_reason", reason))
}

/// Takes a setting off the register; refused once a workbook was issued to it.
pub fn leave(tx: &mut Tx<'_>, round: RoundId, setting: SettingId) -> Result<()> {
    let known = line(tx.reader(), round, setting)?.ok_or_else(absent)?;
    if known.issue.is_some() {
        return Err(Error::state("A workbook was issued to this setting, so it stays on the register.")
            .hint("Make it exempt instead, and say why."));
    }
    let covered = lines(tx.reader(), round)?.into_iter().filter(|line| line.covered_by == Some(setting));
    if covered.count() > 0 {
        return Err(Error::state(
            "This setting\u{2019}s return covers another one, so it stays on the register.",
        )
        .hint("Ask that other setting to return first."));
    }
    tx.remove("expected", known.id)
}

const COLUMNS: &str =
    "id, setting_id, state, reason, covered_by, extended_to, extension_reason, since, issue_id";

/// The register of a round, in the order of the settings' ids.
pub fn lines(reader: Reader<'_>, round: RoundId) -> Result<Vec<Expected>> {
    let sql = format!("SELECT {COLUMNS} FROM expected WHERE round_id = ?1 ORDER BY setting_id");
    reader.all(&sql, params![round], expected)
}

/// One setting's line on the register of a round.
pub fn line(reader: Reader<'_>, round: RoundId, setting: SettingId) -> Result<Option<Expected>> {
    let sql = format!("SELECT {COLUMNS} FROM expected WHERE round_id = ?1 AND setting_id = ?2");
    reader.one(&sql, params![round, setting], expected)
}

fn expected(row: &rusqlite::Row<'_>) -> rusqlite::Result<Expected> {
    Ok(Expected {
        id: row.get(0)?,
        setting: row.get(1)?,
        standing: row.get(2)?,
        reason: row.get(3)?,
        covered_by: row.get(4)?,
        extended_to: super::day(row, 5)?,
        extension_reason: row.get(6)?,
        since: super::day(row, 7)?,
        issue: row.get(8)?,
    })
}

/// The row of a line that stands so from now on.
fn stand(tx: &Tx<'_>, round: RoundId, setting: SettingId, standing: Standing, reason: &str) -> Result<Row> {
    let known = line(tx.reader(), round, setting)?.ok_or_else(absent)?;
    let none: Option<String> = None;
    let row = Row::new("expected", known.id).text("state", standing.name()).text("reason", reason);
    Ok(row.set("covered_by", none.clone()).set("since", none))
}

fn reasoned(typed: &str) -> Result<String> {
    let reason = limited(typed)?;
    if reason.is_empty() {
        return Err(Error::input("No reason was given for the exemption."));
    }
    Ok(reason)
}

fn limited(typed: &str) -> Result<String> {
    let reason = text::normal(typed).trim().to_owned();
    if reason.chars().count() > LONGEST_REASON {
        return Err(
            Error::input("The reason is over 1,000 characters long.").hint("Say it in a sentence or two.")
        );
    }
    Ok(reason)
}

fn absent() -> Error {
    Error::missing("That setting is not on this round\u{2019}s register.")
        .hint("Add it to the register first.")
}
