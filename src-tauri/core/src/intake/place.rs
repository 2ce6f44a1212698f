//! Placing what was read: what is known is gathered, all is judged together, each chunk is one operation.
//!
//! Running twice changes nothing; a run with nothing new leaves no batch; a stop keeps the chunks that are placed.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::gather::gather;
use super::matching::identifier_key;
use super::original::{self, BatchId, OriginalId};
use super::read::{Received, read_all, read_bytes};
use super::verdict::{Held, Known, KnownRound, Seen, Verdict, VerdictKind, judge};
use crate::error::{Error, Result};
use crate::own_workbook;
use crate::progress::Progress;
use crate::round::{self, Round, register};
use crate::store::{AuditFile, Operation, Reader, Tx};
use crate::submission::{self, receive, signoff};
use crate::template::{self, Template, library};
use crate::workbook::foreign::Mapping;
use crate::workbook::{self, Reads, Templates};

/// A chunk of a run was placed.
pub const PLACE: Operation = Operation::bulk("intake.place");
/// Kept files were judged again.
pub const AGAIN: Operation = Operation::bulk("intake.again");

/// Files in one operation.
const CHUNK: usize = 200;

/// Whoever holds the open file, and lends it for one step at a time, so that clicks go on beside a run.
pub trait Lends {
    /// Works on the open file.
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T>;

    /// The round that is taken in: the latest, where nobody chose another.
    fn round(&self, reader: Reader<'_>) -> Result<Round> {
        round::current(reader)
    }
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The batch it left; none where there was nothing new.
    pub batch: Option<BatchId>,
    /// Files that were looked at.
    pub files: usize,
    /// Returns that were placed as received.
    pub placed: usize,
}

/// Takes in files and folders.
pub fn run(desk: &impl Lends, reads: &dyn Reads, progress: &Progress, chosen: &[PathBuf]) -> Result<Outcome> {
    let files = gather(chosen)?;
    if files.is_empty() {
        return Err(Error::input("There is no file to take in there.")
            .hint("Choose the folder in which the returned workbooks are."));
    }
    progress.expect(2 * u64::try_from(files.len()).unwrap_or(0));
    let ground = desk.file(|file| Ground::of(file.reader(), desk.round(file.reader())?))?;
    let received = read_all(&files, reads, &ground.templates(), progress)?;
    let known = desk.file(|file| known(file.reader(), &ground))?;
    let verdicts = judge(&known, &received.iter().map(Received::seen).collect::<Vec<_>>());
    place_all(desk, progress, &ground, &received, &verdicts)
}

/// Reads the kept files of a batch again that could not be placed, now that more is known.
pub fn again(desk: &impl Lends, reads: &dyn Reads, batch: BatchId) -> Result<Outcome> {
    let ground = desk.file(|file| Ground::of_batch(file.reader(), batch))?;
    let kept = desk.file(|file| kept_of(file.reader(), batch))?;
    let templates = ground.templates();
    let read = |(id, name, bytes): &(OriginalId, String, Vec<u8>)| {
        (*id, read_bytes(name, bytes.clone(), reads, &templates))
    };
    let received: Vec<(OriginalId, Received)> = kept.par_iter().map(read).collect();
    desk.file(|file| judge_kept(file, &ground, batch, &received))
}

/// The round that is taken in, with its template.
struct Ground {
    round: Round,
    template: Arc<Template>,
    /// How the partnership's own workbooks are read.
    mappings: Vec<Arc<Mapping>>,
}

impl Ground {
    fn of_batch(reader: Reader<'_>, batch: BatchId) -> Result<Self> {
        let round = original::batch(reader, batch)?.round;
        Self::of(reader, round::load(reader, round)?)
    }

    fn of(reader: Reader<'_>, round: Round) -> Result<Self> {
        let template = template::load(reader, &round.template)?;
        let mappings = own_workbook::mappings(reader)?.into_iter().map(Arc::new).collect();
        Ok(Self { round, template, mappings })
    }

    /// The round's own template first, then those that ship: a return of another round is to be recognised too.
    fn templates(&self) -> Templates {
        let shipped = library::shipped().iter().map(|shipped| Arc::clone(shipped.shared()));
        Templates::new(std::iter::once(Arc::clone(&self.template)).chain(shipped))
            .mapped(self.mappings.iter().map(Arc::clone))
    }
}

fn known(reader: Reader<'_>, ground: &Ground) -> Result<Known> {
    let (digests, claims) = original::standing(reader, ground.round.id)?;
    let mut known = Known {
        round: KnownRound {
            label: ground.round.label.clone(),
            template: ground.template.id.clone(),
            version: ground.template.version.clone(),
            digest: template::digest(&ground.template),
        },
        digests: digests.into_iter().collect(),
        claims,
        ..Known::default()
    };
    for line in register::lines(reader, ground.round.id)? {
        let setting = crate::setting::load(reader, line.setting)?;
        for (scheme, value) in &setting.identifiers {
            known.identifiers.entry(identifier_key(scheme, value)).or_default().insert(setting.id);
        }
        if let Some(issue) = line.issue.and_then(|issue| issue.parse().ok()) {
            known.issues.insert(issue, setting.id);
        }
        known.register.insert(setting.id, setting.details.name);
    }
    Ok(known)
}

fn place_all(
    desk: &impl Lends,
    progress: &Progress,
    ground: &Ground,
    received: &[Received],
    verdicts: &[Verdict],
) -> Result<Outcome> {
    let mut outcome = Outcome { batch: None, files: received.len(), placed: 0 };
    if verdicts.iter().all(|verdict| verdict.kind == VerdictKind::SameAgain) {
        return Ok(outcome);
    }
    let batch =
        desk.file(|file| file.backup("before intake").map(|_| BatchId::new(file.world().as_ref())))?;
    let pairs: Vec<(usize, (&Received, &Verdict))> = received.iter().zip(verdicts).enumerate().collect();
    for chunk in pairs.chunks(CHUNK) {
        progress.step(u64::try_from(chunk.len()).unwrap_or(0))?;
        desk.file(|file| place_chunk(file, ground, batch, chunk))?;
        outcome.batch = Some(batch);
        outcome.placed += chunk.iter().filter(|(_, (_, verdict))| verdict.place == Held::Placed).count();
    }
    Ok(outcome)
}

fn place_chunk(
    file: &mut AuditFile,
    ground: &Ground,
    batch: BatchId,
    chunk: &[(usize, (&Received, &Verdict))],
) -> Result<()> {
    file.transact(PLACE, &batch.to_string(), |tx| {
        if chunk.iter().any(|(place, _)| *place == 0) {
            let label = tx.world().today().format("Intake of %-d %B %Y").to_string();
            original::put_batch(tx, batch, ground.round.id, &label)?;
        }
        for (place, (received, verdict)) in chunk {
            let id = original::put_original(tx, (batch, ground.round.id), *place, received, verdict)?;
            place_answers(tx, ground, batch, id, received, verdict)?;
        }
        Ok(())
    })
}

fn place_answers(
    tx: &mut Tx<'_>,
    ground: &Ground,
    batch: BatchId,
    original: OriginalId,
    received: &Received,
    verdict: &Verdict,
) -> Result<()> {
    let (Ok(read), Some(setting), Held::Placed) = (&received.found, verdict.setting, verdict.place) else {
        return Ok(());
    };
    let returned = &read.returned;
    let row = receive::Received {
        id: received.submission(returned),
        round: ground.round.id,
        setting,
        kind: submission::Kind::Full,
        revision: returned.identity.revision,
        issue: returned.identity.issue.map(|issue| issue.to_string()),
        export: returned.identity.export.to_string(),
        batch: batch.to_string(),
        original: original.to_string(),
        sha256: &received.sha256,
        facts: &returned.facts,
        answers: &returned.answers,
        evidence: &returned.evidence,
        actions: &returned.actions,
    };
    receive::place(tx, &ground.template, &row)?;
    let verified = workbook::verified(returned, &ground.template);
    let signed = returned.sign_off.as_ref().zip(verified.as_ref());
    signoff::receive(tx, row.id, &received.sha256, returned.standing, signed)
}

fn kept_of(reader: Reader<'_>, batch: BatchId) -> Result<Vec<(OriginalId, String, Vec<u8>)>> {
    if original::batch(reader, batch)?.state != "placed" {
        return Err(Error::state("This intake was withdrawn.").hint("Take the files in again."));
    }
    let waits = |kind| matches!(kind, VerdictKind::NeedsYou | VerdictKind::OtherRound);
    let originals = original::originals(reader, batch)?;
    originals
        .into_iter()
        .filter(|file| file.placed == Held::Kept && waits(file.kind))
        .map(|file| Ok((file.id, file.name, original::bytes(reader, file.id)?)))
        .collect()
}

fn judge_kept(
    file: &mut AuditFile,
    ground: &Ground,
    batch: BatchId,
    received: &[(OriginalId, Received)],
) -> Result<Outcome> {
    let mut known = known(file.reader(), ground)?;
    let seen: Vec<Seen> = received.iter().map(|(_, it)| it.seen()).collect();
    known.digests.retain(|digest| seen.iter().all(|it| it.sha256 != *digest));
    known.claims.retain(|claim| seen.iter().all(|it| it.sha256 != claim.sha256));
    let verdicts = judge(&known, &seen);
    let placed = verdicts.iter().filter(|verdict| verdict.place == Held::Placed).count();
    if placed > 0 {
        file.transact(AGAIN, &batch.to_string(), |tx| {
            for ((id, it), verdict) in received.iter().zip(&verdicts) {
                original::judge_again(tx, *id, it, verdict)?;
                place_answers(tx, ground, batch, *id, it, verdict)?;
            }
            Ok(())
        })?;
    }
    Ok(Outcome { batch: Some(batch), files: received.len(), placed })
}
