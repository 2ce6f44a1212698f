//! A list and what it would change, as the page is shown it.

use super::{ListView, OpenList, RegisterChange, RegisterDifference};
use crate::error::{Error, Result};
use crate::listing::{Candidate, Columns, Field};
use crate::round::RoundId;
use crate::round::difference::{self, Change, Known};
use crate::round::taking;
use crate::store::Reader;

/// More than this without a choice is the whole country, which nobody means.
const MOST: usize = 30_000;

/// The list, and what there is to choose.
pub(super) fn list(open: &OpenList) -> ListView {
    let list = &open.list;
    ListView {
        name: open.name.clone(),
        rows: number(list.entries.len()),
        headings: list.headings.clone(),
        sample: list.sample.clone(),
        columns: list.columns.0.clone(),
        fields: Field::ALL.to_vec(),
        ready: list.columns.suffice(),
        national: Columns::national(&list.headings),
        holdings: open.filter.holdings(&list.entries),
        filter: open.filter.clone(),
        kind: open.kind.clone(),
        problems: list.problems.clone(),
    }
}

/// What the list would change, line by line.
pub(super) fn difference(reader: Reader<'_>, round: RoundId, open: &OpenList) -> Result<RegisterDifference> {
    let (changes, known) = changes(reader, round, open)?;
    let chosen = open.list.entries.iter().filter(|entry| open.filter.takes(entry)).count();
    let on_register = known.iter().filter(|one| one.line.is_some()).count();
    Ok(RegisterDifference {
        name: open.name.clone(),
        chosen: number(chosen),
        on_register: number(on_register),
        changes: changes.into_iter().map(|change| line(change, &known)).collect(),
    })
}

/// The changes themselves, and the settings that they were worked out on.
pub(super) fn changes(
    reader: Reader<'_>,
    round: RoundId,
    open: &OpenList,
) -> Result<(Vec<Change>, Vec<Known>)> {
    let (taken, left): (Vec<_>, Vec<_>) =
        open.list.entries.iter().partition(|entry| open.filter.takes(entry));
    if taken.is_empty() {
        return Err(Error::input("Nothing on the list is left by your choice.")
            .hint("Choose another authority, status, type or phase."));
    }
    if taken.len() > MOST {
        return Err(Error::input("Your choice leaves over 30,000 settings.")
            .hint("Choose the local authority first."));
    }
    let known = taking::known(reader, round)?;
    let candidate = |entry: &&_| Candidate::of(entry, &open.kind, &open.filter);
    let chosen: Vec<Candidate> = taken.iter().map(candidate).collect();
    let others: Vec<Candidate> = left.iter().map(candidate).collect();
    Ok((difference::difference(&known, &chosen, &others), known))
}

fn line(change: Change, known: &[Known]) -> RegisterChange {
    let listed = change.candidate.as_ref().and_then(|it| it.urn().map(ToOwned::to_owned));
    let held = || {
        let at = known.binary_search_by_key(&change.setting?, |one| one.id).ok()?;
        known[at].identifiers.get("urn").cloned()
    };
    RegisterChange {
        urn: listed.or_else(held).unwrap_or_default(),
        id: change.id,
        kind: change.kind,
        setting: change.setting,
        name: change.name,
        fields: change.fields,
        note: change.note,
        suggested: change.suggested,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
