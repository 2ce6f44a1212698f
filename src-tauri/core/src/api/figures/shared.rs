//! What may be shared of a round beside all that was shared of it before, and keeping that something was.
//!
//! Refuses to know: what is shared.

use std::collections::BTreeSet;

use super::Readers;
use crate::analysis::Grid;
use crate::analysis::sharing::{Hidden, SharedBefore, Sharing};
use crate::error::{Error, Kind, Result};
use crate::publication::{self, Recipe, Returned, Wrote};
use crate::round::{self, Round, RoundId};
use crate::store::{AuditFile, Operation};

/// What may be shared, beside what was shared before; of a paper that was written, before that one.
pub(in crate::api) fn sharing(
    file: &AuditFile,
    (grid, round): (&Grid, &Round),
    readers: Readers,
    wrote: Option<&Wrote>,
) -> Result<Option<Sharing>> {
    match readers {
        Readers::Officers => Ok(None),
        Readers::Others => beside(file, (grid, round), wrote).map(Some),
    }
}

/// A recipe of what others are given, with what is hidden of it.
pub(in crate::api) fn hiding(recipe: Recipe, sharing: Option<&Sharing>) -> Recipe {
    Recipe { hidden: sharing.map(Sharing::hidden).unwrap_or_default(), ..recipe }
}

/// The same for others.
pub(in crate::api) fn beside(
    file: &AuditFile,
    (grid, round): (&Grid, &Round),
    wrote: Option<&Wrote>,
) -> Result<Sharing> {
    let before = until(file, (round.id, grid), wrote)?;
    Ok(Sharing::of(grid, round.threshold).beside(grid, &before))
}

/// What was shared of a round before: in its own papers, and in those of a round that is set beside it.
pub(super) fn before(file: &AuditFile, round: RoundId, grid: &Grid) -> Result<Vec<SharedBefore>> {
    until(file, (round, grid), None)
}

/// The same, up to a paper that was written.
fn until(
    file: &AuditFile,
    (round, grid): (RoundId, &Grid),
    wrote: Option<&Wrote>,
) -> Result<Vec<SharedBefore>> {
    // In the order in which they were shared, each once.
    let shared = |of: RoundId| -> Result<Vec<Recipe>> {
        let all = publication::writings(file.reader(), of)?.into_iter().rev();
        let earlier = |one: &Wrote| wrote.is_none_or(|wrote| one.at < wrote.at);
        let others = all.filter(|one| Readers::of(&one.recipe.readers) == Readers::Others && earlier(one));
        let mut known = BTreeSet::new();
        Ok(others.map(|one| one.recipe).filter(|one| known.insert(one.digest.clone())).collect())
    };
    let mut returns: Vec<(Vec<Returned>, Hidden)> =
        shared(round)?.into_iter().map(|one| (one.returns, one.hidden)).collect();
    let after = round::all(file.reader())?.into_iter().filter(|one| one.earlier == Some(round));
    for later in after {
        let beside = shared(later.id)?.into_iter().map(|one| one.earlier).filter(|them| !them.is_empty());
        returns.extend(beside.map(|them| (them, Hidden::new())));
    }
    let before = |(them, hidden): (Vec<Returned>, Hidden)| SharedBefore {
        hidden,
        ..publication::shared_before(&them, grid)
    };
    Ok(returns.into_iter().map(before).collect())
}

/// Refuses to share anything new where too few returns differ from what was shared before.
pub(in crate::api) fn may_be(sharing: Option<&Sharing>, round: &Round) -> Result<()> {
    let few = sharing.and_then(Sharing::too_few_since);
    few.map_or(Ok(()), |few| {
        let differ = if few == 1 { "1 return differs".to_owned() } else { format!("{few} returns differ") };
        Err(Error::state(format!(
            "Only {differ} from what was shared before, so the two papers side by side would tell what was rated."
        ))
        .hint(format!("Share the earlier paper again, or wait until at least {} returns differ.", round.threshold)))
    })
}

/// Keeps that figures of some kind were shared: once for the same returns, and not in a file that can only be read.
pub(in crate::api) fn keep(
    file: &mut AuditFile,
    round: &Round,
    (how, kind, title, format): (Operation, &str, &str, &str),
    recipe: &Recipe,
) -> Result<()> {
    let is_kept = |one: &Wrote| {
        let same = one.paper == kind && one.format == format;
        let made = |of: &Recipe| (of.digest.clone(), of.readers.clone(), of.sources.clone(), of.part.clone());
        same && made(&one.recipe) == made(recipe)
    };
    if publication::writings(file.reader(), round.id)?.iter().any(is_kept) {
        return Ok(());
    }
    record(file, round, (how, kind, title, format), recipe)
}

/// The same each time, also where the same was kept before.
pub(in crate::api) fn keep_each(
    file: &mut AuditFile,
    round: &Round,
    (kind, title, format): (&str, &str, &str),
    recipe: &Recipe,
) -> Result<()> {
    record(file, round, (publication::WRITE, kind, title, format), recipe)
}

fn record(
    file: &mut AuditFile,
    round: &Round,
    (how, kind, title, format): (Operation, &str, &str, &str),
    recipe: &Recipe,
) -> Result<()> {
    match file.transact(how, title, |tx| publication::record(tx, round.id, (kind, format), recipe)) {
        // A file that can only be read is still read from: then nobody keeps what was written.
        Err(error) if error.kind == Kind::ReadOnly => Ok(()),
        other => other,
    }
}
