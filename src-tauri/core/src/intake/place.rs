//! Taking in: chunk by chunk, one is placed while the next is read; each chunk is one operation.
//!
//! Running twice changes nothing; a run with nothing new leaves no batch; a stop keeps the chunks that are placed, and
//! running again goes on. Refuses to know: who asked for it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::again;
use super::copy::copy;
use super::gather::{Incoming, gather, together};
use super::kept;
use super::known::{Ground, Known, known};
use super::original::{self, BatchId, OriginalId};
use super::read::{Reading, Received};
use super::settle::{Arrived, settle};
use super::verdict::{Verdict, VerdictKind};
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::round::{self, RoundId};
use crate::store::{AuditFile, Operation, Reader, Revision};
use crate::text::digest;
use crate::workbook::Reads;

/// A chunk of a run was placed.
pub const PLACE: Operation = Operation::bulk("intake.place");

/// Whoever holds the open file, and lends it for one step at a time, so that clicks go on beside a run.
pub trait Lends: Sync {
    /// Works on the open file.
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T>;
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The batch it left; none where there was nothing new.
    pub batch: Option<BatchId>,
    /// Files that were looked at.
    pub files: usize,
    /// Returns that were placed as received.
    pub placed: usize,
}

/// Takes files and folders into a round.
pub fn run(
    desk: &impl Lends,
    reads: &dyn Reads,
    progress: &Progress,
    round: RoundId,
    chosen: &[PathBuf],
) -> Result<Outcome> {
    let files = gather(chosen)?;
    if files.is_empty() {
        return Err(Error::input("There is no file to take in there.")
            .hint("Choose the folder in which the returned workbooks are."));
    }
    progress.expect(2 * u64::try_from(files.len()).unwrap_or(0));
    let mut run = Run::begin(desk, round, folder_of(chosen))?;
    let ended = run.all(desk, reads, progress, &files);
    // What is placed is settled even where the rest was stopped.
    let restored = again::restore(desk, reads, round, &run.restore);
    ended.and(restored.map(drop))?;
    Ok(Outcome { batch: run.batch, files: files.len(), placed: run.placed })
}

/// Takes a file that is kept in one round into another.
pub fn take_kept(
    desk: &impl Lends,
    reads: &dyn Reads,
    progress: &Progress,
    round: RoundId,
    name: &str,
    bytes: Vec<u8>,
) -> Result<()> {
    let mut run = Run::begin(desk, round, String::new())?;
    let sha256 = digest(&bytes);
    let reading = Reading { reads, ground: &run.ground, said: &run.known.said };
    let found = reading.found(name, &sha256, &bytes);
    let received = Received { name: name.to_owned(), sha256, bytes, found };
    run.chunk(desk, progress, vec![received])?;
    again::restore(desk, reads, round, &run.restore).map(drop)
}

/// The folder that was chosen, where it was one.
fn folder_of(chosen: &[PathBuf]) -> String {
    match chosen {
        [one] if one.is_dir() => one.to_string_lossy().into_owned(),
        _ => String::new(),
    }
}

/// New files, and files whose very bytes are here under another name, with their place in the round.
type Sorted = (Vec<Arrived>, Vec<(usize, Received)>);

struct Run {
    ground: Ground,
    known: Known,
    folder: String,
    batch: Option<BatchId>,
    /// The revision of the file after our last step: where it is another, somebody worked beside us.
    revision: Revision,
    place: usize,
    here_already: u32,
    placed: usize,
    restore: Vec<OriginalId>,
}

impl Run {
    fn begin(desk: &impl Lends, round: RoundId, folder: String) -> Result<Self> {
        desk.file(|file| {
            round::open(file.reader(), round)?;
            Ok(Self {
                ground: Ground::of(file.reader(), round)?,
                known: known(file.reader(), round)?,
                folder,
                batch: None,
                revision: file.revision(),
                place: 0,
                here_already: 0,
                placed: 0,
                restore: Vec::new(),
            })
        })
    }

    /// Reads a chunk while the one before it is placed.
    fn all(
        &mut self,
        desk: &impl Lends,
        reads: &dyn Reads,
        progress: &Progress,
        files: &[Incoming],
    ) -> Result<()> {
        let (ground, said) = (self.ground.clone(), self.known.said.clone());
        let reading = Reading { reads, ground: &ground, said: &said };
        let mut waiting = Vec::new();
        for chunk in together(files) {
            let before = std::mem::take(&mut waiting);
            let (placed, read) =
                rayon::join(|| self.chunk(desk, progress, before), || reading.files(chunk, progress));
            placed?;
            waiting = read?;
        }
        self.chunk(desk, progress, waiting)
    }

    fn chunk(&mut self, desk: &impl Lends, progress: &Progress, received: Vec<Received>) -> Result<()> {
        if received.is_empty() {
            return Ok(());
        }
        let count = u64::try_from(received.len()).unwrap_or(0);
        let (new, again) = desk.file(|file| self.sorted(file.reader(), received))?;
        if !new.is_empty() || !again.is_empty() {
            if self.batch.is_none() {
                copy(desk, progress)?;
            }
            desk.file(|file| self.place(file, &new, &again))?;
        }
        progress.step(count)
    }

    fn place(&mut self, file: &mut AuditFile, new: &[Arrived], again: &[(usize, Received)]) -> Result<()> {
        if file.revision() != self.revision {
            self.known = known(file.reader(), self.ground.round)?;
        }
        let begun = self.batch.is_some();
        let batch = self.batch.unwrap_or_else(|| BatchId::new(file.world().as_ref()));
        let settled = file.transact(PLACE, &batch.to_string(), |tx| {
            if !begun {
                original::put_batch(tx, batch, self.ground.round, &self.folder)?;
            }
            original::put_known(tx, batch, self.here_already)?;
            for (place, one) in again {
                let verdict = same_again();
                let id = original::original_id(batch, one, verdict.kind);
                original::put_original(tx, id, (batch, self.ground.round, *place), one, &verdict)?;
            }
            settle(tx, (&self.ground, &self.known), batch, new)
        })?;
        (self.batch, self.revision) = (Some(batch), file.revision());
        self.placed += settled.placed;
        self.restore.extend(settled.restore);
        Ok(())
    }

    /// New files, and files whose very bytes are here under another name. Those that are here under theirs are counted.
    fn sorted(&mut self, reader: Reader<'_>, received: Vec<Received>) -> Result<Sorted> {
        let (mut new, mut again, mut fresh) = (Vec::new(), Vec::new(), BTreeSet::new());
        for received in received {
            let place = self.place;
            self.place += 1;
            let there = kept::with_bytes(reader, self.ground.round, &received.sha256)?;
            if there.is_none() && fresh.insert(received.sha256.clone()) {
                new.push(Arrived { received, place, kept: None });
            } else if there.is_some()
                && kept::is_known_as(reader, self.ground.round, &received.sha256, &received.name)?
            {
                self.here_already += 1;
            } else {
                again.push((place, received));
            }
        }
        Ok((new, again))
    }
}

fn same_again() -> Verdict {
    Verdict::kept(VerdictKind::SameAgain, None, "This very file is here already; nothing was changed.")
}
