//! Batches and the files in them, as they are kept: bytes, verdict, what was said.
//!
//! Owns the tables `batch` and `original`, with `kept`. Refuses to know: answers and figures.

use chrono::NaiveDate;
use rusqlite::Row as Line;

use super::claim::Claim;
pub use super::kept::{Light, bytes, name, needing, of_submission, originals, placed};
use super::read::Received;
use super::remembered::Asked;
use super::verdict::{Held, Verdict, VerdictKind};
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
    /// The day on which its files were received.
    pub on: String,
    /// What it was called.
    pub label: String,
    /// Where the files were taken from, to look there again.
    pub folder: String,
    /// Files that were here already.
    pub known: u32,
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
    /// The batch it came in with.
    pub batch: BatchId,
    /// Its name.
    pub name: String,
    /// The day on which it came in.
    pub on: NaiveDate,
    /// Digest of its bytes.
    pub sha256: String,
    /// What was made of it.
    pub kind: VerdictKind,
    /// What the officer is asked, if anything.
    pub asks: Option<Asked>,
    /// That in a sentence.
    pub message: String,
    /// What there was to say about its content.
    pub problems: Vec<Problem>,
    /// What it says of itself, where it is a return.
    pub claim: Option<Claim>,
    /// Whose it is.
    pub setting: Option<SettingId>,
    /// The return it claims to be.
    pub submission: Option<SubmissionId>,
    /// Whether its answers were placed.
    pub placed: Held,
}

/// Opens a batch.
pub fn put_batch(tx: &mut Tx<'_>, id: BatchId, round: RoundId, folder: &str) -> Result<()> {
    let at = tx.world().now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (who, today) = (tx.world().who(), tx.world().today());
    let label = today.format("Intake of %-d %B %Y").to_string();
    let row = Row::new("batch", id).text("on_date", today).text("folder", folder).text("at", at);
    tx.put(row.text("round_id", round).text("who", who).text("label", label))
}

/// Says how many files of a batch were here already.
pub fn put_known(tx: &mut Tx<'_>, id: BatchId, known: u32) -> Result<()> {
    tx.put(Row::new("batch", id).set("known", i64::from(known)))
}

/// Marks a batch as withdrawn; its files are kept.
pub fn withdraw_batch(tx: &mut Tx<'_>, id: BatchId) -> Result<()> {
    tx.put(Row::new("batch", id).text("state", "withdrawn"))
}

/// The id of a file in a batch: it follows from its bytes; one that came in again under another name has its own.
pub fn original_id(batch: BatchId, received: &Received, kind: VerdictKind) -> OriginalId {
    let name = if kind == VerdictKind::SameAgain { received.name.as_str() } else { "" };
    OriginalId(derived(&format!("{batch} {}", received.sha256), name))
}

/// Keeps a file with its verdict.
pub fn put_original(
    tx: &mut Tx<'_>,
    id: OriginalId,
    (batch, round, place): (BatchId, RoundId, usize),
    received: &Received,
    verdict: &Verdict,
) -> Result<()> {
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
    tx.put(judged(read(row, received)?, verdict))
}

/// Writes down what was read of a file that is kept, and the verdict on it.
pub fn read_again(tx: &mut Tx<'_>, id: OriginalId, received: &Received, verdict: &Verdict) -> Result<()> {
    tx.put(judged(read(Row::new("original", id), received)?, verdict))
}

/// Writes another verdict on a file that is kept.
pub fn judge_again(tx: &mut Tx<'_>, id: OriginalId, verdict: &Verdict) -> Result<()> {
    tx.put(judged(Row::new("original", id), verdict))
}

/// Keeps the bytes of a file beside those that came, as they are without their password.
pub fn put_opened(tx: &mut Tx<'_>, id: OriginalId, bytes: &[u8]) -> Result<()> {
    tx.put(Row::new("original", id).set("opened", packed::pack(bytes)?))
}

/// Gives a file that came in again the bytes of the first, which was withdrawn.
pub fn put_bytes(tx: &mut Tx<'_>, id: OriginalId, stored: Vec<u8>) -> Result<()> {
    tx.put(Row::new("original", id).set("bytes", stored))
}

fn read(row: Row, received: &Received) -> Result<Row> {
    let unwritten = |_| Error::fault("What there was to say about a file could not be written down.");
    let Ok(read) = &received.found else {
        let blank = row.text("problems", "[]").text("claim", "").set("submission_id", None::<String>);
        return Ok(blank.set("revision", 0_i64));
    };
    let problems = match read.problems.as_slice() {
        [] => "[]".to_owned(),
        problems => serde_json::to_string(problems).map_err(unwritten)?,
    };
    Ok(row
        .text("problems", problems)
        .set("claim", serde_json::to_string(&read.claim).map_err(unwritten)?)
        .text("submission_id", read.claim.submission)
        .set("revision", i64::from(read.claim.revision())))
}

fn judged(row: Row, verdict: &Verdict) -> Row {
    row.text("verdict", code(verdict.kind))
        .text("asks", verdict.asks.map_or("", Asked::code))
        .text("message", &verdict.message)
        .set("setting_id", verdict.setting.map(|id| id.to_string()))
        .set("placed", i64::from(verdict.place == Held::Placed))
}

const BATCHES: &str = "SELECT b.id, b.round_id, b.at, b.label, b.state, b.on_date, b.folder, b.known,
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

fn batch_line(line: &Line<'_>) -> rusqlite::Result<Batch> {
    Ok(Batch {
        id: line.get(0)?,
        round: line.get(1)?,
        at: line.get(2)?,
        label: line.get(3)?,
        state: line.get(4)?,
        on: line.get(5)?,
        folder: line.get(6)?,
        known: line.get(7)?,
        files: line.get(8)?,
    })
}

fn code(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Clean => "clean",
        VerdictKind::Repaired => "repaired",
        VerdictKind::NeedsYou => "needs_you",
        VerdictKind::NotAReturn => "not_a_return",
        VerdictKind::Replaces => "replaces",
        VerdictKind::SameAgain => "same_again",
        VerdictKind::OtherRound => "other_round",
        VerdictKind::Superseded => "superseded",
    }
}

/// The verdict with a name in the file.
pub(super) fn kind_of(name: &str) -> Option<VerdictKind> {
    use VerdictKind::{Clean, NeedsYou, NotAReturn, OtherRound, Repaired, Replaces, SameAgain, Superseded};
    [Clean, Repaired, NeedsYou, NotAReturn, SameAgain, Replaces, OtherRound, Superseded]
        .into_iter()
        .find(|kind| code(*kind) == name)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_a_code_that_the_page_reads_too() {
        for name in
            ["clean", "repaired", "needs_you", "not_a_return", "same_again", "replaces", "other_round"]
        {
            let kind = kind_of(name).expect("a verdict");
            assert_eq!(serde_json::to_value(kind).expect("json"), name);
        }
        assert_eq!(kind_of("x"), None);
    }
}
