//! The register of a round: who is asked to return, and who is exempt for which reason.

use super::RoundId;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::setting::SettingId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text;

row_id! {
    /// The id of a line of a register.
    ExpectedId
}

/// A setting was put on the register.
pub const ADD: Operation = Operation::ordinary("register.add");
/// A setting was made exempt.
pub const EXEMPT: Operation = Operation::ordinary("register.exempt");

/// One line of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Its id.
    pub id: ExpectedId,
    /// Who is asked.
    pub setting: SettingId,
    /// The reason for which it is exempt, if it is.
    pub exempt: Option<String>,
    /// The issue that went to it.
    pub issue: Option<String>,
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
    let reason = text::normal(reason).trim().to_owned();
    if reason.is_empty() {
        return Err(Error::input("No reason was given for the exemption.")
            .hint("Say why no return is expected: closed, new, or covered by another return."));
    }
    let known = line(tx.reader(), round, setting)?;
    let known = known.ok_or_else(|| Error::missing("That setting is not on this round's register."))?;
    tx.put(Row::new("expected", known.id).text("state", "exempt").text("reason", reason))
}

/// The register of a round, in the order of the settings' ids.
pub fn lines(reader: Reader<'_>, round: RoundId) -> Result<Vec<Expected>> {
    let sql = "SELECT id, setting_id, state, reason, issue_id FROM expected WHERE round_id = ?1 ORDER BY setting_id";
    reader.all(sql, params![round], expected)
}

/// One setting's line on the register of a round.
pub fn line(reader: Reader<'_>, round: RoundId, setting: SettingId) -> Result<Option<Expected>> {
    let sql = "SELECT id, setting_id, state, reason, issue_id FROM expected WHERE round_id = ?1 AND setting_id = ?2";
    reader.one(sql, params![round, setting], expected)
}

fn expected(row: &rusqlite::Row<'_>) -> rusqlite::Result<Expected> {
    let is_exempt = row.get::<_, String>(2)? == "exempt";
    let reason: String = row.get(3)?;
    Ok(Expected {
        id: row.get(0)?,
        setting: row.get(1)?,
        exempt: is_exempt.then_some(reason),
        issue: row.get(4)?,
    })
}
