//! Batches and the files in them, as they are kept: bytes, verdict, what was said.
//!
//! Owns the tables `batch` and `original`. Refuses to know: answers and figures.

use std::collections::BTreeMap;

use rusqlite::Row as Line;

use super::read::Received;
use super::verdict::{Claim, Held, Verdict, VerdictKind};
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::problem::Problem;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Reader, Row, Tx, packed, params};
use crate::submission::SubmissionId;

row_id! {
    /// The id of a batch: what came in with one run.
    BatchId
}

row_id! {
    /// The id of a file that came in.
    OriginalId
}

/// What came in with one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// Its round.
    pub round: RoundId,
    /// When.
    pub at: String,
    /// What it was called.
    pub label: String,
    /// `placed` or `withdrawn`.
    pub state: String,
    /// How many files it holds.
    pub files: u32,
}

/// A file that came in, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Its id.
    pub id: OriginalId,
    /// Its name.
    pub name: String,
    /// Digest of its bytes.
    pub sha256: String,
    /// What was made of it.
    pub kind: VerdictKind,
    /// That in a sentence.
    pub message: String,
    /// What there was to say about its content.
    pub problems: Vec<Problem>,
    /// Whose it is.
    pub setting: Option<SettingId>,
    /// The return it claims to be.
    pub submission: Option<SubmissionId>,
    /// Whether its answers were placed.
    pub placed: Held,
}

/// Opens a batch.
pub fn put_batch(tx: &mut Tx<'_>, id: BatchId, round: RoundId, label: &str) -> Result<()> {
    let at = tx.world().now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (who, today) = (tx.world().who(), tx.world().today());
    tx.put(
        Row::new("batch", id)
            .text("on_date", today)
            .text("round_id", round)
            .text("at", at)
            .text("who", who)
            .text("label", label),
    )
}

/// Marks a batch as withdrawn; its files are kept.
pub fn withdraw_batch(tx: &mut Tx<'_>, id: BatchId) -> Result<()> {
    tx.put(Row::new("batch", id).text("state", "withdrawn"))
}

/// Keeps a file with its verdict; gives its id.
pub fn put_original(
    tx: &mut Tx<'_>,
    (batch, round): (BatchId, RoundId),
    place: usize,
    received: &Received,
    verdict: &Verdict,
) -> Result<OriginalId> {
    let id = OriginalId(derived(&batch.to_string(), &place.to_string()));
    let bytes = match verdict.kind {
        VerdictKind::SameAgain => Vec::new(),
        VerdictKind::Clean
        | VerdictKind::Repaired
        | VerdictKind::NeedsYou
        | VerdictKind::NotAReturn
        | VerdictKind::Replaces
        | VerdictKind::OtherRound
        | VerdictKind::Superseded => packed::pack(&received.bytes)?,
    };
    let row = Row::new("original", id)
        .text("batch_id", batch)
        .text("round_id", round)
        .text("name", &received.name)
        .text("sha256", &received.sha256)
        .set("size", whole(received.bytes.len()))
        .set("place", whole(place))
        .set("bytes", bytes);
    tx.put(judged(row, received, verdict)?)?;
    Ok(id)
}

/// Writes another verdict on a file that is kept.
pub fn judge_again(tx: &mut Tx<'_>, id: OriginalId, received: &Received, verdict: &Verdict) -> Result<()> {
    tx.put(judged(Row::new("original", id), received, verdict)?)
}

fn judged(row: Row, received: &Received, verdict: &Verdict) -> Result<Row> {
    let read = received.found.as_ref().ok();
    let problems = read.map(|it| it.problems.as_slice()).unwrap_or_default();
    let problems = serde_json::to_string(problems)
        .map_err(|_| Error::fault("What there was to say about a file could not be written down."))?;
    Ok(row
        .text("verdict", code(verdict.kind))
        .text("message", &verdict.message)
        .text("problems", problems)
        .set("setting_id", verdict.setting.map(|id| id.to_string()))
        .set("submission_id", read.map(|it| received.submission(&it.returned).to_string()))
        .set("revision", read.map_or(0, |it| i64::from(it.returned.identity.revision)))
        .set("placed", i64::from(verdict.place == Held::Placed)))
}

const BATCHES: &str = "SELECT b.id, b.round_id, b.at, b.label, b.state,
    (SELECT count(*) FROM original o WHERE o.batch_id = b.id) FROM batch b";

/// A round's batches, newest first.
pub fn batches(reader: Reader<'_>, round: RoundId) -> Result<Vec<Batch>> {
    let sql = format!("{BATCHES} WHERE b.round_id = ?1 ORDER BY b.at DESC, b.id DESC");
    reader.all(&sql, params![round], batch_line)
}

/// One batch.
pub fn batch(reader: Reader<'_>, id: BatchId) -> Result<Batch> {
    let found = reader.one(&format!("{BATCHES} WHERE b.id = ?1"), params![id], batch_line)?;
    found.ok_or_else(|| {
        Error::missing("This intake is not in the open file.").hint("Choose one from the list of intakes.")
    })
}

/// The files of a batch, by name.
pub fn originals(reader: Reader<'_>, batch: BatchId) -> Result<Vec<Original>> {
    let sql = "SELECT id, name, sha256, verdict, message, problems, setting_id, submission_id, placed
      FROM original WHERE batch_id = ?1 ORDER BY place";
    reader.all(sql, params![batch], original_line)?.into_iter().collect()
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

/// Every file that came in for a return, oldest first, with the instant of its intake.
pub fn of_submission(reader: Reader<'_>, id: SubmissionId) -> Result<Vec<(Original, String)>> {
    let sql = "SELECT o.id, o.name, o.sha256, o.verdict, o.message, o.problems, o.setting_id, o.submission_id, \
      o.placed, b.at FROM original o JOIN batch b ON b.id = o.batch_id \
      WHERE o.submission_id = ?1 ORDER BY b.at, o.place";
    let lines = reader.all(sql, params![id], |line| Ok((original_line(line)?, line.get::<_, String>(9)?)))?;
    lines.into_iter().map(|(original, at)| Ok((original?, at))).collect()
}

/// The name of a file that is kept.
pub fn name(reader: Reader<'_>, id: OriginalId) -> Result<String> {
    let sql = "SELECT name FROM original WHERE id = ?1";
    let name = reader.one(sql, params![id], |line| line.get(0))?;
    name.ok_or_else(|| Error::missing("This file is not kept in the open Attest file."))
}

/// How many files of a round wait for an answer of the officer's.
pub fn needing(reader: Reader<'_>, round: RoundId) -> Result<u32> {
    let sql = "SELECT count(*) FROM original o JOIN batch b ON b.id = o.batch_id \
               WHERE b.round_id = ?1 AND b.state <> 'withdrawn' AND o.verdict = 'needs_you' AND o.placed = 0";
    Ok(reader.one(sql, params![round], |row| row.get(0))?.unwrap_or(0))
}

/// The bytes of a file that is kept, as they were.
pub fn bytes(reader: Reader<'_>, id: OriginalId) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM original WHERE id = ?1";
    let stored = reader.one(sql, params![id], |line| line.get::<_, Vec<u8>>(0))?;
    let stored = stored.ok_or_else(|| Error::missing("This file is not kept in the open Attest file."))?;
    packed::unpack(&stored)
}

/// The files that stand: of batches that were not withdrawn, by digest, and what they claim to be.
pub fn standing(reader: Reader<'_>, round: RoundId) -> Result<(Vec<String>, Vec<Claim>)> {
    let sql = "SELECT o.sha256, o.setting_id, o.submission_id, o.revision, o.placed
      FROM original o JOIN batch b ON b.id = o.batch_id
      WHERE b.round_id = ?1 AND b.state = 'placed' AND o.verdict <> 'same_again'";
    let lines = reader.all(sql, params![round], claim_line)?;
    let digests = lines.iter().map(|(sha256, _)| sha256.clone()).collect();
    Ok((digests, lines.into_iter().filter_map(|(_, claim)| claim).collect()))
}

fn batch_line(line: &Line<'_>) -> rusqlite::Result<Batch> {
    Ok(Batch {
        id: line.get(0)?,
        round: line.get(1)?,
        at: line.get(2)?,
        label: line.get(3)?,
        state: line.get(4)?,
        files: line.get(5)?,
    })
}

fn original_line(line: &Line<'_>) -> rusqlite::Result<Result<Original>> {
    let (verdict, problems): (String, String) = (line.get(3)?, line.get(5)?);
    let damaged = || Error::fault(format!("The verdict \u{201c}{verdict}\u{201d} on a file cannot be read."));
    let (Some(kind), Ok(problems)) = (kind_of(&verdict), serde_json::from_str(&problems)) else {
        return Ok(Err(damaged()));
    };
    Ok(Ok(Original {
        id: line.get(0)?,
        name: line.get(1)?,
        sha256: line.get(2)?,
        kind,
        message: line.get(4)?,
        problems,
        setting: line.get(6)?,
        submission: line.get(7)?,
        placed: held(line.get(8)?),
    }))
}

fn claim_line(line: &Line<'_>) -> rusqlite::Result<(String, Option<Claim>)> {
    let sha256: String = line.get(0)?;
    let whose: (Option<SettingId>, Option<SubmissionId>) = (line.get(1)?, line.get(2)?);
    let (revision, placed) = (line.get(3)?, held(line.get(4)?));
    let claim = match whose {
        (Some(setting), Some(submission)) => {
            Some(Claim { sha256: sha256.clone(), setting, submission, revision, held: placed })
        }
        (None, _) | (_, None) => None,
    };
    Ok((sha256, claim))
}

fn held(placed: i64) -> Held {
    if placed == 1 { Held::Placed } else { Held::Kept }
}

fn code(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Clean => "clean",
        VerdictKind::Repaired => "repaired",
        VerdictKind::NeedsYou => "needs_you",
        VerdictKind::NotAReturn => "not_a_return",
        VerdictKind::SameAgain => "same_again",
        VerdictKind::Replaces => "replaces",
        VerdictKind::OtherRound => "other_round",
        VerdictKind::Superseded => "superseded",
    }
}

fn kind_of(code: &str) -> Option<VerdictKind> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_a_code_that_is_read_back() {
        for kind in [
            VerdictKind::Clean,
            VerdictKind::Repaired,
            VerdictKind::NeedsYou,
            VerdictKind::NotAReturn,
            VerdictKind::SameAgain,
            VerdictKind::Replaces,
            VerdictKind::OtherRound,
            VerdictKind::Superseded,
        ] {
            assert_eq!(kind_of(code(kind)), Some(kind));
        }
    }
}
