//! Cut-offs: the register of a round frozen on a day, so that a share printed then keeps its base for ever.
//!
//! Append-only. Refuses to know: what came back; who reads a figure joins the two.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::register::{self, Standing};
use super::{RoundId, dates, day};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::setting::{self, SettingId};
use crate::store::{AuditFile, Moment, Operation, Reader, Row, RowThen, Tx, params};
use crate::text;

row_id! {
    /// The id of a cut-off.
    CutOffId
}

/// The register was frozen; a fence, so that nobody takes a printed base back.
pub const FREEZE: Operation = Operation::fence("register.freeze");

/// A setting as it stood on the register on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Frozen {
    /// Which setting.
    pub setting: SettingId,
    /// What it was called.
    pub name: String,
    /// School, organisation, early years, voluntary.
    pub kind: String,
    /// Phase.
    pub phase: String,
    /// Status or type.
    pub status: String,
    /// Locality.
    pub locality: String,
    /// Trust.
    pub trust: String,
    /// How it stood.
    pub standing: Standing,
    /// Why it was not expected.
    pub reason: String,
    /// Whose return covered it.
    pub covered_by: Option<SettingId>,
    /// When its return was due.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
}

/// A register frozen on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutOff {
    /// Its id.
    pub id: CutOffId,
    /// The day.
    pub on: NaiveDate,
    /// What for.
    pub label: String,
    /// Who froze it.
    pub who: String,
    /// The instant.
    pub at: String,
    /// How many were asked to return.
    pub expected: u32,
    /// How many were on the register.
    pub all: u32,
}

/// The register as it was frozen last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastFrozen {
    /// The day.
    pub on: NaiveDate,
    /// What for.
    pub label: String,
    /// Its lines, in the order of the settings' ids.
    pub lines: Vec<Frozen>,
}

/// Freezes the register as it stands today.
pub fn freeze(tx: &mut Tx<'_>, round: RoundId, label: &str) -> Result<CutOffId> {
    let label = text::normal(label).trim().to_owned();
    if label.is_empty() || label.chars().count() > 200 {
        return Err(Error::input("The cut-off has no label, or one over 200 characters.")
            .hint("Say what it is for, such as \u{201c}Report to the Executive\u{201d}."));
    }
    let lines = serde_json::to_string(&standing(tx.reader(), round)?)
        .map_err(|_| Error::fault("The register could not be written down."))?;
    let id = CutOffId::new(tx.world());
    let row = Row::new("cut_off", id).text("round_id", round).text("on_date", tx.world().today());
    let row = row.text("label", label).text("lines", lines);
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    tx.put(row.text("at", at).text("who", who))?;
    Ok(id)
}

/// The register of a round as it was frozen last; none where it never was.
pub fn last(reader: Reader<'_>, round: RoundId) -> Result<Option<LastFrozen>> {
    let sql = "SELECT on_date, label, lines FROM cut_off WHERE round_id = ?1 ORDER BY on_date DESC, rowid DESC LIMIT 1";
    let kept = reader.one(sql, params![round], |row| {
        Ok((day(row, 0)?.unwrap_or_default(), row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    })?;
    kept.map(|(on, label, lines)| Ok(LastFrozen { on, label, lines: read(&lines)? })).transpose()
}

/// The same of all that had been frozen at a past moment.
pub fn last_at(file: &AuditFile, round: RoundId, then: Moment) -> Result<Option<LastFrozen>> {
    let rows = file.rows_at("cut_off", then)?;
    let on = |row: &RowThen| row.parsed::<NaiveDate>("on_date").unwrap_or_default();
    let mine = rows.iter().filter(|row| row.text("round_id") == round.to_string());
    let kept = mine.max_by_key(|row| on(row));
    kept.map(|row| {
        Ok(LastFrozen { on: on(row), label: row.text("label").to_owned(), lines: read(row.text("lines"))? })
    })
    .transpose()
}

/// The days of the cut-offs of a round that there were at a past moment, with their names.
pub fn named_at(file: &AuditFile, round: RoundId, then: Moment) -> Result<Vec<(NaiveDate, String)>> {
    let rows = file.rows_at("cut_off", then)?;
    let mine = rows.iter().filter(|row| row.text("round_id") == round.to_string());
    Ok(mine.filter_map(|row| Some((row.parsed("on_date")?, row.text("label").to_owned()))).collect())
}

/// The cut-offs of a round, newest first.
pub fn cut_offs(reader: Reader<'_>, round: RoundId) -> Result<Vec<CutOff>> {
    let sql = "SELECT id, on_date, label, who, lines, at FROM cut_off WHERE round_id = ?1 ORDER BY on_date DESC, rowid DESC";
    let rows = reader.all(sql, params![round], |row| {
        let said: [String; 4] = [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?];
        Ok((row.get(0)?, day(row, 1)?.unwrap_or_default(), said))
    })?;
    let counted = |(id, on, [label, who, lines, at]): (CutOffId, NaiveDate, [String; 4])| {
        let lines = read(&lines)?;
        let asked = lines.iter().filter(|line| line.standing == Standing::Expected).count();
        let (expected, all) = (number(asked), number(lines.len()));
        Ok(CutOff { id, on, label, who, at, expected, all })
    };
    rows.into_iter().map(counted).collect()
}

/// Every line of the register as it stands now.
fn standing(reader: Reader<'_>, round: RoundId) -> Result<Vec<Frozen>> {
    let settings: BTreeMap<SettingId, setting::Setting> = setting::all(reader)?;
    let (groups, whole) = (dates::groups(reader, round)?, super::load(reader, round)?.due);
    let lines = register::lines(reader, round)?.into_iter();
    let frozen = lines.filter_map(|line| {
        let details = settings.get(&line.setting)?.details.clone();
        let due = dates::of_line(&line, &details, &groups, whole);
        Some(Frozen {
            setting: line.setting,
            name: details.name,
            kind: details.kind,
            phase: details.phase,
            status: details.status,
            locality: details.locality,
            trust: details.trust,
            standing: line.standing,
            reason: line.reason,
            covered_by: line.covered_by,
            due,
        })
    });
    Ok(frozen.collect())
}

fn read(lines: &str) -> Result<Vec<Frozen>> {
    let mut lines: Vec<Frozen> = serde_json::from_str(lines)
        .map_err(|_| Error::fault("A frozen register in this file cannot be read."))?;
    lines.sort_by_key(|line| line.setting);
    Ok(lines)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
