//! Looking for files that are kept: those of a batch, those that stand, those that touch one another.
//!
//! Refuses to know: what is made of them.

use std::collections::BTreeMap;

use rusqlite::Row as Line;

use super::original::{BatchId, Original, OriginalId, kind_of};
use super::remembered::Asked;
use super::verdict::{Held, VerdictKind};
use crate::error::{Error, Result};
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Reader, packed, params};
use crate::submission::SubmissionId;

const COLUMNS: &str = "o.id, o.batch_id, o.name, o.sha256, o.verdict, o.asks, o.message, o.problems, o.claim,
    o.setting_id, o.submission_id, o.placed,
    (SELECT b.on_date FROM batch b WHERE b.id = o.batch_id) FROM original o";
/// Of batches that were not withdrawn.
const STANDING: &str = "o.batch_id IN (SELECT b.id FROM batch b WHERE b.round_id = ?1 AND b.state = 'placed')
    AND o.verdict <> 'same_again'";

/// The files of a batch, by name.
pub fn originals(reader: Reader<'_>, batch: BatchId) -> Result<Vec<Original>> {
    let sql = format!("SELECT {COLUMNS} WHERE o.batch_id = ?1 ORDER BY o.place");
    reader.all(&sql, params![batch], line)?.into_iter().collect()
}

/// What a list says of a file that a return was placed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Light {
    /// Its name.
    pub name: String,
    /// What was made of it.
    pub kind: VerdictKind,
    /// How many things there were to say about it.
    pub problems: u32,
}

/// The files that the returns of a round were placed from.
pub fn placed(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<OriginalId, Light>> {
    let sql = "SELECT id, name, verdict, json_array_length(problems) FROM original WHERE round_id = ?1 AND placed = 1";
    let line = |line: &Line<'_>| {
        let kind = kind_of(&line.get::<_, String>(2)?).ok_or(rusqlite::Error::InvalidQuery)?;
        Ok((line.get(0)?, Light { name: line.get(1)?, kind, problems: line.get(3)? }))
    };
    Ok(reader.all(sql, params![round], line)?.into_iter().collect())
}

/// The file that a return came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameFrom {
    /// Its name.
    pub name: String,
    /// The digest of its bytes.
    pub sha256: String,
}

impl CameFrom {
    /// So much of its digest as tells it from others.
    pub fn code(&self) -> String {
        self.sha256.chars().take(16).collect()
    }
}

/// The file that each return of a round came in last.
pub fn came_from(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, CameFrom>> {
    let sql = "SELECT submission_id, name, sha256 FROM original \
               WHERE round_id = ?1 AND placed = 1 AND submission_id IS NOT NULL ORDER BY rowid";
    let pair = |line: &Line<'_>| Ok((line.get(0)?, CameFrom { name: line.get(1)?, sha256: line.get(2)? }));
    Ok(reader.all(sql, params![round], pair)?.into_iter().collect())
}

/// The version of the audit tool on which each return of a round came.
pub fn claims(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, String>> {
    let sql = "SELECT submission_id, claim ->> '$.identity.version' FROM original \
               WHERE round_id = ?1 AND placed = 1 AND submission_id IS NOT NULL AND claim <> '' ORDER BY rowid";
    let pair = |line: &Line<'_>| Ok((line.get(0)?, line.get::<_, Option<String>>(1)?));
    let claims = reader.all(sql, params![round], pair)?;
    Ok(claims.into_iter().filter_map(|(of, version)| Some((of, version?))).collect())
}

/// Every file that came in for a return, oldest first, with the instant of its intake.
pub fn of_submission(reader: Reader<'_>, id: SubmissionId) -> Result<Vec<(Original, String)>> {
    let sql = format!(
        "SELECT {COLUMNS} JOIN batch b ON b.id = o.batch_id WHERE o.submission_id = ?1 ORDER BY b.at, o.place"
    );
    let files: Vec<Original> = reader.all(&sql, params![id], line)?.into_iter().collect::<Result<_>>()?;
    files
        .into_iter()
        .map(|file| Ok((at(reader, file.batch)?, file)))
        .map(|it| it.map(|(at, file)| (file, at)))
        .collect()
}

fn at(reader: Reader<'_>, batch: BatchId) -> Result<String> {
    let at = reader.one("SELECT at FROM batch WHERE id = ?1", params![batch], |line| line.get(0))?;
    Ok(at.unwrap_or_default())
}

/// How many files of a round wait for an answer of the officer's.
pub fn needing(reader: Reader<'_>, round: RoundId) -> Result<u32> {
    let sql =
        format!("SELECT count(*) FROM original o WHERE o.round_id = ?1 AND o.asks <> '' AND {STANDING}");
    Ok(reader.one(&sql, params![round], |row| row.get(0))?.unwrap_or(0))
}

/// The name of a file that is kept.
pub fn name(reader: Reader<'_>, id: OriginalId) -> Result<String> {
    reader.one("SELECT name FROM original WHERE id = ?1", params![id], |line| line.get(0))?.ok_or_else(gone)
}

/// One file.
pub fn original(reader: Reader<'_>, id: OriginalId) -> Result<Original> {
    let found = reader.one(&format!("SELECT {COLUMNS} WHERE o.id = ?1"), params![id], line)?;
    found.unwrap_or_else(|| Err(gone()))
}

/// The file with these bytes that stands in a round, if there is one: its id and name.
pub fn with_bytes(reader: Reader<'_>, round: RoundId, sha256: &str) -> Result<Option<(OriginalId, String)>> {
    let sql = format!("SELECT o.id, o.name FROM original o WHERE o.sha256 = ?2 AND {STANDING}");
    reader.one(&sql, params![round, sha256], |line| Ok((line.get(0)?, line.get(1)?)))
}

/// Whether a file with these bytes is in a round under this name.
pub fn is_known_as(reader: Reader<'_>, round: RoundId, sha256: &str, name: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM original o WHERE o.sha256 = ?2 AND o.name = ?3 AND o.batch_id IN
        (SELECT b.id FROM batch b WHERE b.round_id = ?1 AND b.state = 'placed')";
    Ok(reader.one(sql, params![round, sha256, name], |_| Ok(()))?.is_some())
}

/// The files that stand and claim to be this return.
pub fn of_return(reader: Reader<'_>, round: RoundId, of: SubmissionId) -> Result<Vec<Original>> {
    let sql = format!("SELECT {COLUMNS} WHERE o.submission_id = ?2 AND {STANDING}");
    reader.all(&sql, params![round, of], line)?.into_iter().collect()
}

/// The files that stand and were matched to this setting.
pub fn of_setting(reader: Reader<'_>, round: RoundId, of: SettingId) -> Result<Vec<Original>> {
    let sql = format!("SELECT {COLUMNS} WHERE o.setting_id = ?2 AND {STANDING}");
    reader.all(&sql, params![round, of], line)?.into_iter().collect()
}

/// The files of a round that wait for the officer, in the order in which they came.
pub fn open(reader: Reader<'_>, round: RoundId) -> Result<Vec<Original>> {
    let sql = format!(
        "SELECT {COLUMNS} WHERE o.round_id = ?1 AND o.verdict IN ('needs_you', 'other_round', 'not_a_return')
         AND o.asks <> '' AND {STANDING} ORDER BY o.asks, o.name, o.id"
    );
    reader.all(&sql, params![round], line)?.into_iter().collect()
}

/// The setting of every file that stands in a round and was matched.
pub fn of_settings(reader: Reader<'_>, round: RoundId) -> Result<Vec<(SettingId, OriginalId)>> {
    let sql =
        format!("SELECT o.setting_id, o.id FROM original o WHERE o.setting_id IS NOT NULL AND {STANDING}");
    reader.all(&sql, params![round], |line| Ok((line.get(0)?, line.get(1)?)))
}

/// All files that stand in a round.
pub fn standing(reader: Reader<'_>, round: RoundId) -> Result<Vec<Original>> {
    let sql = format!("SELECT {COLUMNS} WHERE {STANDING} ORDER BY o.batch_id, o.place");
    reader.all(&sql, params![round], line)?.into_iter().collect()
}

/// Files that came in again, of which the first was withdrawn.
pub fn orphans(reader: Reader<'_>, round: RoundId) -> Result<Vec<Original>> {
    let sql = format!(
        "SELECT {COLUMNS} WHERE o.verdict = 'same_again'
         AND o.batch_id IN (SELECT b.id FROM batch b WHERE b.round_id = ?1 AND b.state = 'placed')
         AND NOT EXISTS (SELECT 1 FROM original p JOIN batch c ON c.id = p.batch_id WHERE p.sha256 = o.sha256
           AND c.round_id = ?1 AND c.state = 'placed' AND p.verdict <> 'same_again')
         GROUP BY o.sha256 HAVING o.id = min(o.id)"
    );
    reader.all(&sql, params![round], line)?.into_iter().collect()
}

/// The bytes of a file that is kept, as they were.
pub fn bytes(reader: Reader<'_>, id: OriginalId) -> Result<Vec<u8>> {
    stored(reader, "SELECT bytes FROM original WHERE id = ?1", id)
}

/// The bytes of a file that is kept, as they are read: without the password, where one was typed.
pub fn readable(reader: Reader<'_>, id: OriginalId) -> Result<Vec<u8>> {
    stored(reader, "SELECT COALESCE(opened, bytes) FROM original WHERE id = ?1", id)
}

/// The bytes with this digest as they are stored, in whatever batch they came.
pub fn stored_bytes(reader: Reader<'_>, sha256: &str) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM original WHERE sha256 = ?1 AND verdict <> 'same_again'";
    reader.one(sql, params![sha256], |line| line.get(0))?.ok_or_else(gone)
}

fn stored(reader: Reader<'_>, sql: &str, id: OriginalId) -> Result<Vec<u8>> {
    let stored = reader.one(sql, params![id], |line| line.get::<_, Vec<u8>>(0))?;
    packed::unpack(&stored.ok_or_else(gone)?)
}

fn gone() -> Error {
    Error::missing("This file is not kept in the open Attest file.")
}

fn line(line: &Line<'_>) -> rusqlite::Result<Result<Original>> {
    let (verdict, asks): (String, String) = (line.get(4)?, line.get(5)?);
    let (problems, claim): (String, String) = (line.get(7)?, line.get(8)?);
    let damaged = || Error::fault(format!("The verdict \u{201c}{verdict}\u{201d} on a file cannot be read."));
    let (Some(kind), Ok(problems)) = (kind_of(&verdict), serde_json::from_str(&problems)) else {
        return Ok(Err(damaged()));
    };
    let on: String = line.get(12)?;
    let Ok(on) = on.parse() else { return Ok(Err(damaged())) };
    Ok(Ok(Original {
        id: line.get(0)?,
        batch: line.get(1)?,
        name: line.get(2)?,
        sha256: line.get(3)?,
        kind,
        asks: Asked::of(&asks).ok(),
        message: line.get(6)?,
        problems,
        claim: serde_json::from_str(&claim).ok(),
        setting: line.get(9)?,
        submission: line.get(10)?,
        placed: if line.get::<_, i64>(11)? == 1 { Held::Placed } else { Held::Kept },
        on,
    }))
}
