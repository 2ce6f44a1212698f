//! Looking again at files that are kept: when more is known, when the officer said something, when a batch goes.
//!
//! Refuses to know: what changed, beyond the files that it touches.

use rayon::prelude::*;

use super::claim::Claim;
use super::kept;
use super::known::{Ground, known};
use super::original::{self, BatchId, Original, OriginalId};
use super::place::{Lends, Outcome};
use super::read::{Reading, Received};
use super::settle::{Arrived, Settled, settle, settle_kept, stands};
use super::verdict::Held;
use crate::error::{Error, Result};
use crate::progress::{Progress, count};
use crate::round::RoundId;
use crate::store::{AuditFile, Operation, Reader, Tx};
use crate::submission::{self, State, SubmissionId};
use crate::workbook::Reads;

/// Kept files were judged again.
pub const AGAIN: Operation = Operation::bulk("intake.again");
const WITHDRAW: Operation = Operation::bulk("intake.withdraw");
/// Kept files in one operation.
const CHUNK: usize = 200;

/// Reads the kept files of a batch again that wait for somebody, now that more is known.
pub fn again(desk: &impl Lends, reads: &dyn Reads, progress: &Progress, batch: BatchId) -> Result<Outcome> {
    let (round, ids) = desk.file(|file| {
        let batch = original::batch(file.reader(), batch)?;
        if batch.state != "placed" {
            return Err(Error::state("This intake was withdrawn.").hint("Take the files in again."));
        }
        let files = kept::originals(file.reader(), batch.id)?.into_iter();
        let waiting: Vec<OriginalId> = files.filter(waits).map(|it| it.id).collect();
        Ok((batch.round, waiting))
    })?;
    let placed = look_again(desk, reads, progress, round, &ids)?;
    Ok(Outcome { batch: Some(batch), files: ids.len(), placed })
}

/// Whether a file waits for somebody and is not placed.
fn waits(file: &Original) -> bool {
    file.placed == Held::Kept && (file.asks.is_some() || file.kind == super::VerdictKind::OtherRound)
}

/// Reads kept files again and settles them with all that they touch; gives how many returns were placed.
pub fn look_again(
    desk: &impl Lends,
    reads: &dyn Reads,
    progress: &Progress,
    round: RoundId,
    ids: &[OriginalId],
) -> Result<usize> {
    progress.expect(count(ids.len()));
    let (mut placed, mut further) = (0, Vec::new());
    for chunk in ids.chunks(CHUNK) {
        let settled = read_again(desk, reads, round, chunk)?;
        placed += settled.placed;
        further.extend(settled.restore);
        progress.step(count(chunk.len()))?;
    }
    further.retain(|id| !ids.contains(id));
    Ok(placed + restore(desk, reads, round, &further)?)
}

/// Places kept files that count from now on.
pub fn restore(desk: &impl Lends, reads: &dyn Reads, round: RoundId, ids: &[OriginalId]) -> Result<usize> {
    let mut placed = 0;
    for chunk in ids.chunks(CHUNK) {
        placed += read_again(desk, reads, round, chunk)?.placed;
    }
    Ok(placed)
}

fn read_again(desk: &impl Lends, reads: &dyn Reads, round: RoundId, ids: &[OriginalId]) -> Result<Settled> {
    let (ground, known) =
        desk.file(|file| Ok((Ground::of(file.reader(), round)?, known(file.reader(), round)?)))?;
    let files =
        desk.file(|file| ids.iter().map(|id| with_bytes(file.reader(), *id)).collect::<Result<Vec<_>>>())?;
    let reading = Reading { reads, ground: &ground, said: &known.said };
    let arrived: Vec<Arrived> =
        files.into_par_iter().map(|(kept, bytes)| arrived(&reading, kept, bytes)).collect();
    let Some(batch) = arrived.iter().find_map(|it| it.kept.as_ref().map(|kept| kept.batch)) else {
        return Ok(Settled::default());
    };
    desk.file(|file| {
        file.transact(AGAIN, &batch.to_string(), |tx| settle(tx, (&ground, &known), batch, &arrived))
    })
}

fn with_bytes(reader: Reader<'_>, id: OriginalId) -> Result<(Original, Vec<u8>)> {
    Ok((kept::original(reader, id)?, kept::readable(reader, id)?))
}

fn arrived(reading: &Reading<'_>, kept: Original, bytes: Vec<u8>) -> Arrived {
    let found = reading.found(&kept.name, &kept.sha256, &bytes);
    let received = Received { name: kept.name.clone(), sha256: kept.sha256.clone(), bytes, found };
    Arrived { received, place: 0, kept: Some(kept) }
}

/// Settles kept files by what they say of themselves, within an operation that changed what is known.
pub fn settle_within(tx: &mut Tx<'_>, round: RoundId, files: &[Original]) -> Result<Vec<OriginalId>> {
    let (ground, known) = (Ground::of(tx.reader(), round)?, known(tx.reader(), round)?);
    let claims: Vec<(Claim, String)> =
        files.iter().filter_map(|it| Some((it.claim.clone()?, it.sha256.clone()))).collect();
    Ok(settle_kept(tx, &ground, &known, &claims)?.restore)
}

/// Withdraws a batch: its returns count no more, what they replaced counts again; its files are kept.
pub fn withdraw(desk: &impl Lends, reads: &dyn Reads, id: BatchId) -> Result<()> {
    let (round, restore) = desk.file(|file| take_out(file, id))?;
    look_again(desk, reads, &Progress::default(), round, &restore).map(drop)
}

fn take_out(file: &mut AuditFile, id: BatchId) -> Result<(RoundId, Vec<OriginalId>)> {
    let batch = original::batch(file.reader(), id)?;
    if batch.state != "placed" {
        return Err(Error::state("This intake was withdrawn before."));
    }
    let files = kept::originals(file.reader(), id)?;
    file.transact(WITHDRAW, &id.to_string(), |tx| {
        original::withdraw_batch(tx, id)?;
        for of in placed_by(&files) {
            if submission::find(tx.reader(), of)?.is_some_and(|it| stands(it.state)) {
                submission::put_state(tx, of, State::Withdrawn, "The intake was withdrawn.")?;
            }
        }
        let mut restore = adopt(tx, batch.round)?;
        restore.extend(settle_within(tx, batch.round, &files)?);
        for of in placed_by(&files) {
            // What stands of a return of which a correction goes is read again.
            let left = kept::of_return(tx.reader(), batch.round, of)?.into_iter();
            restore.extend(left.filter(|it| it.placed == Held::Placed).map(|it| it.id));
        }
        restore.sort_unstable();
        restore.dedup();
        Ok((batch.round, restore))
    })
}

fn placed_by(files: &[Original]) -> Vec<SubmissionId> {
    files.iter().filter(|it| it.placed == Held::Placed).filter_map(|it| it.submission).collect()
}

/// Files that came in again stand for themselves once the first of them is withdrawn.
fn adopt(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<OriginalId>> {
    let orphans = kept::orphans(tx.reader(), round)?;
    for file in &orphans {
        let stored = kept::stored_bytes(tx.reader(), &file.sha256)?;
        original::put_bytes(tx, file.id, stored)?;
    }
    Ok(orphans.into_iter().map(|it| it.id).collect())
}
