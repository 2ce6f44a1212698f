//! What may be shared of a round beside all that was shared of it before, and keeping that something was.
//!
//! Refuses to know: what is shared.

use std::collections::BTreeMap;

use super::Readers;
use crate::analysis::Grid;
use crate::analysis::sharing::Sharing;
use crate::error::{Error, Kind, Result};
use crate::publication::{self, Recipe, Wrote};
use crate::round::Round;
use crate::store::AuditFile;

/// What may be shared, beside what was shared before; of a paper that was written, before that one.
pub(in crate::api) fn sharing(
    file: &AuditFile,
    (grid, round): (&Grid, &Round),
    readers: Readers,
    wrote: Option<&Wrote>,
) -> Result<Option<Sharing>> {
    if readers == Readers::Officers {
        return Ok(None);
    }
    let all = publication::writings(file.reader(), round.id)?.into_iter();
    let earlier = |one: &Wrote| wrote.is_none_or(|wrote| one.at < wrote.at);
    let shared = all.filter(|one| Readers::of(&one.recipe.readers) == Readers::Others && earlier(one));
    let by_digest: BTreeMap<String, Recipe> =
        shared.map(|one| (one.recipe.digest.clone(), one.recipe)).collect();
    let before: Vec<_> = by_digest.values().map(|recipe| recipe.shared_before(grid)).collect();
    Ok(Some(Sharing::of(grid, round.threshold).beside(grid, &before)))
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
    (kind, title, format): (&str, &str, &str),
    recipe: &Recipe,
) -> Result<()> {
    let is_kept = |one: &Wrote| {
        let same = one.paper == kind && one.format == format;
        same && (&one.recipe.digest, &one.recipe.readers) == (&recipe.digest, &recipe.readers)
    };
    if publication::writings(file.reader(), round.id)?.iter().any(is_kept) {
        return Ok(());
    }
    let kept = file
        .transact(publication::WRITE, title, |tx| publication::record(tx, round.id, (kind, format), recipe));
    match kept {
        Err(error) if error.kind == Kind::ReadOnly => Ok(()),
        other => other,
    }
}
