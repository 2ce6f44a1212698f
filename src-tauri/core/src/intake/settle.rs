//! One chunk inside its transaction: what touches it is looked up, all is judged as one set, and what counts is placed.
//!
//! Refuses to know: where the files came from, and how they were read.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::Claim;
use super::kept;
use super::known::{Ground, Known};
use super::matching::settings_named;
use super::original::{self, BatchId, Original, OriginalId};
use super::read::{Received, Returned};
use super::remembered::Asked;
use super::verdict::{Held, Seen, Verdict, VerdictKind, judge};
use crate::error::{Error, Result};
use crate::setting::SettingId;
use crate::store::{Reader, Tx};
use crate::submission::{self, Kind, State, SubmissionId, receive, signoff};

/// A file that was read: new, or kept already.
#[derive(Debug)]
pub struct Arrived {
    /// As it was read.
    pub received: Received,
    /// Its place in the batch, where it is new.
    pub place: usize,
    /// As it was kept before, where it was.
    pub kept: Option<Original>,
}

/// What came of a chunk.
#[derive(Debug, Default)]
pub struct Settled {
    /// Returns that were placed.
    pub placed: usize,
    /// Kept files that count from now on and have to be read again.
    pub restore: Vec<OriginalId>,
}

/// Judges what arrived with all that touches it, keeps it, and places what counts.
pub fn settle(
    tx: &mut Tx<'_>,
    (ground, known): (&Ground, &Known),
    batch: BatchId,
    arrived: &[Arrived],
) -> Result<Settled> {
    let around = around(tx.reader(), ground, known, arrived)?;
    let no_claim = Error::input("It was no return.");
    let today = tx.world().today();
    let new = arrived.iter().map(|it| Seen {
        sha256: &it.received.sha256,
        on: it.kept.as_ref().map_or(today, |kept| kept.on),
        claim: it.received.found.as_ref().map(|found| &found.claim),
    });
    let old = around.iter().map(|it| seen(it, &no_claim));
    let seen: Vec<Seen<'_>> = new.chain(old).collect();
    let verdicts = judge(known, &seen);
    let (mine, others) = verdicts.split_at(arrived.len());
    let mut settled = Settled::default();
    retire(tx, arrived, &around, (mine, others))?;
    for (file, verdict) in around.iter().zip(others) {
        turn(tx, file, verdict, &mut settled)?;
    }
    let mut whole_first: Vec<(&Arrived, &Verdict)> = arrived.iter().zip(mine).collect();
    whole_first.sort_by_key(|(file, _)| corrects(file));
    let mut anew = BTreeSet::new();
    for (file, verdict) in whole_first {
        let id = keep(tx, ground, batch, file, &of_content(file, verdict))?;
        if place(tx, ground, batch, id, file, verdict)? {
            settled.placed += 1;
            anew.extend(claimed(&file.received));
        }
    }
    settled.restore.extend(corrections(&around, others, &anew));
    Ok(settled)
}

fn seen<'a>(file: &'a Original, no_claim: &'a Error) -> Seen<'a> {
    Seen { sha256: &file.sha256, on: file.on, claim: file.claim.as_ref().ok_or(no_claim) }
}

fn corrects(file: &Arrived) -> bool {
    file.received.found.as_ref().is_ok_and(|found| found.claim.corrects())
}

/// Corrections of returns that were placed anew: they are laid over them again.
fn corrections<'a>(
    around: &'a [Original],
    verdicts: &'a [Verdict],
    anew: &'a BTreeSet<SubmissionId>,
) -> impl Iterator<Item = OriginalId> + 'a {
    let over = |file: &Original| {
        file.claim.as_ref().is_some_and(|claim| claim.corrects() && anew.contains(&claim.submission))
    };
    let placed = around.iter().zip(verdicts).filter(move |(file, it)| it.place == Held::Placed && over(file));
    placed.map(|(file, _)| file.id)
}

/// Looks at files that are kept without reading them again: what they say of themselves is enough.
pub fn settle_kept(
    tx: &mut Tx<'_>,
    ground: &Ground,
    known: &Known,
    claims: &[(Claim, String)],
) -> Result<Settled> {
    let mut seeds = Seeds::default();
    for (claim, sha256) in claims {
        seeds.of_claim(known, claim, sha256);
    }
    let around = seeds.closed(tx.reader(), ground, known, &BTreeSet::new())?;
    let no_claim = Error::input("It was no return.");
    let seen: Vec<Seen<'_>> = around.iter().map(|it| seen(it, &no_claim)).collect();
    let verdicts = judge(known, &seen);
    let mut settled = Settled::default();
    retire(tx, &[], &around, (&[], &verdicts))?;
    for (file, verdict) in around.iter().zip(&verdicts) {
        turn(tx, file, verdict, &mut settled)?;
    }
    Ok(settled)
}

/// A locked file is no return yet: the officer is asked for its password.
fn of_content(file: &Arrived, verdict: &Verdict) -> Verdict {
    match &file.received.found {
        Err(error) if super::unlock::is_locked(&file.received.bytes, error) => {
            let asking = Verdict { kind: VerdictKind::NeedsYou, ..verdict.clone() };
            asking.asking(Asked::Locked)
        }
        Ok(_) | Err(_) => verdict.clone(),
    }
}

/// Kept files that touch what arrived, directly or over others.
fn around(reader: Reader<'_>, ground: &Ground, known: &Known, arrived: &[Arrived]) -> Result<Vec<Original>> {
    let mut seeds = Seeds::default();
    for file in arrived {
        if let Ok(found) = &file.received.found {
            seeds.of_claim(known, &found.claim, &file.received.sha256);
        }
        seeds.settings.extend(file.kept.as_ref().and_then(|kept| kept.setting));
        seeds.returns.extend(file.kept.as_ref().and_then(|kept| kept.submission));
    }
    let own: BTreeSet<OriginalId> =
        arrived.iter().filter_map(|it| it.kept.as_ref().map(|it| it.id)).collect();
    seeds.closed(reader, ground, known, &own)
}

/// Returns and settings whose files are to be judged together.
#[derive(Default)]
struct Seeds {
    returns: Vec<SubmissionId>,
    settings: Vec<SettingId>,
}

impl Seeds {
    fn of_claim(&mut self, known: &Known, claim: &Claim, sha256: &str) {
        self.returns.push(claim.submission);
        self.settings.extend(settings_named(known, claim));
        self.settings.extend(claim.identity.issue.and_then(|issue| known.issues.get(&issue)));
        let said = known.said.of(Asked::Whose, &claim.case(sha256));
        self.settings.extend(said.and_then(|said| said.parse::<SettingId>().ok()));
    }

    /// Every kept file that is reached from here, but those that are left out.
    fn closed(
        mut self,
        reader: Reader<'_>,
        ground: &Ground,
        known: &Known,
        left_out: &BTreeSet<OriginalId>,
    ) -> Result<Vec<Original>> {
        let (mut returns, mut settings) = (BTreeSet::new(), BTreeSet::new());
        let mut found: BTreeMap<OriginalId, Original> = BTreeMap::new();
        loop {
            let mut files = Vec::new();
            while let Some(of) = self.returns.pop() {
                if returns.insert(of) {
                    files.extend(kept::of_return(reader, ground.round, of)?);
                }
            }
            while let Some(of) = self.settings.pop() {
                if settings.insert(of) {
                    files.extend(kept::of_setting(reader, ground.round, of)?);
                }
            }
            if files.is_empty() {
                return Ok(found.into_values().filter(|it| !left_out.contains(&it.id)).collect());
            }
            for file in files {
                self.settings.extend(file.setting);
                if let Some(claim) = &file.claim {
                    self.of_claim(known, claim, &file.sha256);
                }
                found.insert(file.id, file);
            }
        }
    }
}

/// Takes out of the round the returns of which no file counts any more.
fn retire(
    tx: &mut Tx<'_>,
    arrived: &[Arrived],
    around: &[Original],
    (mine, others): (&[Verdict], &[Verdict]),
) -> Result<()> {
    let new = arrived.iter().zip(mine).map(|(it, verdict)| (claimed(&it.received), verdict));
    let old = around.iter().zip(others).map(|(it, verdict)| (it.submission, verdict));
    let held: BTreeSet<SubmissionId> =
        new.chain(old).filter(|(_, it)| it.place == Held::Placed).filter_map(|(of, _)| of).collect();
    let before = arrived.iter().filter_map(|it| it.kept.as_ref()).chain(around);
    for file in before.filter(|it| it.placed == Held::Placed) {
        let Some(of) = file.submission.filter(|of| !held.contains(of)) else { continue };
        let standing = submission::load(tx.reader(), of)?;
        if stands(standing.state) {
            submission::put_state(
                tx,
                of,
                State::Replaced,
                "Another file counts, or this one was set aside.",
            )?;
        }
    }
    Ok(())
}

fn claimed(received: &Received) -> Option<SubmissionId> {
    received.found.as_ref().ok().map(|found| found.claim.submission)
}

/// Whether a return is in the round, counted or not.
pub(super) fn stands(state: State) -> bool {
    match state {
        State::Received | State::Checked | State::Accepted | State::SentBack => true,
        State::InProgress | State::Signing | State::SignedOff | State::Replaced | State::Withdrawn => false,
    }
}

/// Writes down what a kept file has come to; one that counts from now on is read again afterwards.
fn turn(tx: &mut Tx<'_>, file: &Original, verdict: &Verdict, settled: &mut Settled) -> Result<()> {
    let same = file.kind == verdict.kind
        && file.message == verdict.message
        && file.placed == verdict.place
        && file.setting == verdict.setting
        && file.asks == verdict.asks;
    if same || file.claim.is_none() {
        return Ok(());
    }
    let anew =
        verdict.place == Held::Placed && (file.placed == Held::Kept || file.setting != verdict.setting);
    if anew {
        settled.restore.push(file.id);
        // Until it is read again its answers are not there.
        return original::judge_again(tx, file.id, &Verdict { place: Held::Kept, ..verdict.clone() });
    }
    original::judge_again(tx, file.id, verdict)
}

fn keep(
    tx: &mut Tx<'_>,
    ground: &Ground,
    batch: BatchId,
    file: &Arrived,
    verdict: &Verdict,
) -> Result<OriginalId> {
    if let Some(kept) = &file.kept {
        original::read_again(tx, kept.id, &file.received, verdict)?;
        return Ok(kept.id);
    }
    let id = original::original_id(batch, &file.received, verdict.kind);
    original::put_original(tx, id, (batch, ground.round, file.place), &file.received, verdict)?;
    Ok(id)
}

/// Places the answers of a file that counts; says whether it did.
fn place(
    tx: &mut Tx<'_>,
    ground: &Ground,
    batch: BatchId,
    id: OriginalId,
    file: &Arrived,
    verdict: &Verdict,
) -> Result<bool> {
    let (Ok(read), Some(setting), Held::Placed) = (&file.received.found, verdict.setting, verdict.place)
    else {
        return Ok(false);
    };
    let said = said_before(tx.reader(), id, read)?;
    let Returned { returned, claim, verified, .. } = read;
    let row = receive::Received {
        id: claim.submission,
        round: ground.round,
        setting,
        kind: kind_of(ground, read),
        revision: claim.revision(),
        issue: claim.identity.issue.map(|issue| issue.to_string()),
        export: claim.identity.export.to_string(),
        batch: file.kept.as_ref().map_or(batch, |kept| kept.batch).to_string(),
        original: id.to_string(),
        sha256: &file.received.sha256,
        facts: &returned.facts,
        answers: &returned.answers,
        evidence: &returned.evidence,
        actions: &returned.actions,
    };
    if claim.corrects() {
        receive::correct(tx, &ground.template, &row)?;
        return Ok(true);
    }
    receive::place(tx, &ground.template, &row)?;
    let signed = returned.sign_off.as_ref().zip(verified.as_ref());
    signoff::receive(tx, row.id, &file.received.sha256, returned.standing, signed)?;
    if let Some(state) = said {
        submission::put_state(tx, row.id, state, "What was in doubt in it was settled.")?;
    }
    Ok(true)
}

/// What the officer said of this very file before: read again, it stays as he said.
fn said_before(reader: Reader<'_>, id: OriginalId, read: &Returned) -> Result<Option<State>> {
    let before = submission::find(reader, read.claim.submission)?;
    let same = before.filter(|it| it.original.as_deref() == Some(id.to_string().as_str()));
    Ok(same.map(|it| it.state).filter(|state| *state != State::Received && stands(*state)))
}

/// Signed without a single answer it assures only; with fewer questions than are asked it is a short form.
fn kind_of(ground: &Ground, read: &Returned) -> Kind {
    let returned = &read.returned;
    let says_nothing = returned.answers.iter().all(|answer| !answer.says_something());
    if says_nothing && returned.sign_off.is_some() {
        return Kind::AssuranceOnly;
    }
    let asked = ground.asked(&returned.facts);
    if returned.answers.len() < asked { Kind::ShortForm } else { Kind::Full }
}
