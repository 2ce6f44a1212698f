//! Taking what a list changes: some of the changes that were shown, in one operation.
//!
//! Refuses to know: how the changes were worked out.

use std::collections::BTreeSet;

use super::difference::{Change, ChangeKind, Known};
use super::{RoundId, register};
use crate::error::Result;
use crate::listing::Candidate;
use crate::setting::{self, About, Details, SettingId};
use crate::store::{Operation, Reader, Tx};

/// Changes of a list were taken into a register.
pub const TAKE: Operation = Operation::ordinary("register.take");

/// Every setting of the file, with its line on the register of a round.
pub fn known(reader: Reader<'_>, round: RoundId) -> Result<Vec<Known>> {
    let mut abouts = setting::abouts(reader)?;
    let lines = register::lines(reader, round)?;
    let mut lines: std::collections::BTreeMap<SettingId, register::Expected> =
        lines.into_iter().map(|line| (line.setting, line)).collect();
    let mut known: Vec<Known> = Vec::new();
    for (id, setting) in setting::all(reader)? {
        known.push(Known {
            id,
            details: setting.details,
            identifiers: setting.identifiers,
            past: Vec::new(),
            about: abouts.remove(&id).unwrap_or_default(),
            line: lines.remove(&id),
        });
    }
    for (id, scheme, value) in setting::past_identifiers(reader)? {
        if let Ok(at) = known.binary_search_by_key(&id, |one| one.id) {
            known[at].past.push((scheme, value));
        }
    }
    Ok(known)
}

/// Takes changes; `returned` are the settings whose returns are in, and which therefore never leave the register.
pub fn take(
    tx: &mut Tx<'_>,
    round: RoundId,
    changes: &[&Change],
    known: &[Known],
    returned: &BTreeSet<SettingId>,
) -> Result<()> {
    let covering = known.iter().filter_map(|one| one.line.as_ref()?.covered_by);
    let issued = known.iter().filter(|one| one.line.as_ref().is_some_and(|line| line.issue.is_some()));
    let kept: BTreeSet<SettingId> =
        returned.iter().copied().chain(covering).chain(issued.map(|one| one.id)).collect();
    for change in changes {
        let at = change.setting.and_then(|id| known.binary_search_by_key(&id, |one| one.id).ok());
        let before = at.map(|at| &known[at]);
        match (&change.candidate, before) {
            (Some(candidate), None) => add(tx, round, candidate)?,
            (candidate, Some(before)) => alter(tx, round, change, candidate.as_ref(), before, &kept)?,
            (None, None) => {}
        }
    }
    Ok(())
}

fn add(tx: &mut Tx<'_>, round: RoundId, candidate: &Candidate) -> Result<()> {
    let id = setting::add(tx, &candidate.details, &candidate.identifiers)?;
    setting::know(tx, id, &candidate.about)?;
    register::expect(tx, round, id)
}

fn alter(
    tx: &mut Tx<'_>,
    round: RoundId,
    change: &Change,
    candidate: Option<&Candidate>,
    before: &Known,
    kept: &BTreeSet<SettingId>,
) -> Result<()> {
    let id = before.id;
    match (change.kind, candidate) {
        (ChangeKind::Joins, _) => register::expect(tx, round, id),
        (ChangeKind::Reopened, _) => register::ask(tx, round, id),
        (ChangeKind::Closed | ChangeKind::Merged, _) => close(tx, round, change, before),
        (ChangeKind::Gone, _) => leave(tx, round, before.id, kept),
        (ChangeKind::Renamed, Some(listed)) => {
            rename(tx, id, |now| now.name.clone_from(&listed.details.name))
        }
        (ChangeKind::Regrouped, Some(listed)) => rename(tx, id, |now| regroup(now, &listed.details)),
        (ChangeKind::Details, Some(listed)) => know(tx, before, listed),
        (ChangeKind::Converted, Some(listed)) => {
            rename(tx, id, |now| {
                now.name.clone_from(&listed.details.name);
                regroup(now, &listed.details);
            })?;
            know(tx, before, listed)
        }
        (ChangeKind::New | ChangeKind::Renamed | ChangeKind::Regrouped, _) => Ok(()),
        (ChangeKind::Details | ChangeKind::Converted, None) => Ok(()),
    }
}

/// Changes the name or the groups of a setting as it stands by now.
fn rename(tx: &mut Tx<'_>, id: SettingId, change: impl FnOnce(&mut Details)) -> Result<()> {
    let mut details = setting::load(tx.reader(), id)?.details;
    change(&mut details);
    setting::rename(tx, id, &details)
}

fn regroup(now: &mut Details, listed: &Details) {
    let pairs = [
        (&mut now.phase, &listed.phase),
        (&mut now.status, &listed.status),
        (&mut now.locality, &listed.locality),
        (&mut now.trust, &listed.trust),
    ];
    for (now, listed) in pairs.into_iter().filter(|(_, listed)| !listed.is_empty()) {
        now.clone_from(listed);
    }
}

/// Numbers and what else the list says; what it leaves blank stays.
fn know(tx: &mut Tx<'_>, before: &Known, listed: &Candidate) -> Result<()> {
    for (scheme, value) in &listed.identifiers {
        setting::identify(tx, before.id, scheme, value, listed.about.opened)?;
    }
    let or = |listed: &String, known: &String| if listed.is_empty() { known.clone() } else { listed.clone() };
    let (after, known) = (&listed.about, &before.about);
    let facts = known.facts.iter().chain(&after.facts).map(|(name, said)| (name.clone(), said.clone()));
    let about = About {
        head: or(&after.head, &known.head),
        email: or(&after.email, &known.email),
        address: or(&after.address, &known.address),
        pupils: after.pupils.or(known.pupils),
        facts: facts.collect(),
        opened: after.opened.or(known.opened),
        closed: known.closed,
    };
    setting::know(tx, before.id, &about)
}

fn close(tx: &mut Tx<'_>, round: RoundId, change: &Change, before: &Known) -> Result<()> {
    register::close(tx, round, before.id, change.on, &change.note)?;
    setting::know(tx, before.id, &About { closed: change.on, ..before.about.clone() })?;
    match change.into {
        Some(later) => setting::succeed(tx, before.id, later, "merged", change.on),
        None => Ok(()),
    }
}

/// Off the register; where a workbook went out or a return came in, exempt instead.
fn leave(tx: &mut Tx<'_>, round: RoundId, id: SettingId, kept: &BTreeSet<SettingId>) -> Result<()> {
    if kept.contains(&id) {
        let on = tx.world().today().format("%-d %B %Y");
        return register::exempt(tx, round, id, &format!("Not on the list that was taken on {on}."));
    }
    register::leave(tx, round, id)
}
