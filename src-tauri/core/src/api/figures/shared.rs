//! What may be shared of a round beside all that was shared of it before, and keeping that something was.
//!
//! Refuses to know: what is shared.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::Readers;
use super::of_then::moment_of;
use crate::analysis::Grid;
use crate::analysis::quality::{self, Quality};
use crate::analysis::sharing::{Hidden, SharedBefore, Sharing, Told};
use crate::analysis::themes::{self, Spoken};
use crate::error::{Error, Kind, Result};
use crate::publication::{self, Recipe, Wrote};
use crate::round::{self, Round, RoundId};
use crate::store::{AuditFile, Moment, Operation};
use crate::submission::SubmissionId;
use crate::template;

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

/// The same where it is counted besides of how many returns something is known, and how many speak of each theme.
pub(in crate::api) fn counting<'s>(
    sharing: Sharing,
    known: &BTreeMap<SubmissionId, Quality>,
    spoken: impl Iterator<Item = &'s Spoken>,
) -> Sharing {
    let of_returns = if known.is_empty() { Vec::new() } else { quality::counted(sharing.open(), known) };
    sharing.counting(of_returns.into_iter().chain(themes::counted(spoken)))
}

/// A recipe of what others are given, with what is hidden of it.
pub(in crate::api) fn hiding(recipe: Recipe, sharing: Option<&Sharing>) -> Recipe {
    let Some(sharing) = sharing else { return recipe };
    let told = publication::counted(&recipe.returns, &sharing.told());
    Recipe { hidden: sharing.hidden(), told, ..recipe }
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
    // In the order in which they were shared, those of the same returns together.
    let shared = |of: RoundId| -> Result<Vec<Vec<Wrote>>> {
        let all = publication::writings(file.reader(), of)?.into_iter().rev();
        let earlier = |one: &Wrote| wrote.is_none_or(|wrote| one.at < wrote.at);
        let mut alike: Vec<Vec<Wrote>> = Vec::new();
        for one in all.filter(|one| Readers::of(&one.recipe.readers) == Readers::Others && earlier(one)) {
            match alike.iter_mut().find(|known| known[0].recipe.digest == one.recipe.digest) {
                Some(known) => known.push(one),
                None => alike.push(vec![one]),
            }
        }
        Ok(alike)
    };
    let mut all: Vec<(Vec<Wrote>, bool)> = shared(round)?.into_iter().map(|same| (same, false)).collect();
    let after = round::all(file.reader())?.into_iter().filter(|one| one.earlier == Some(round));
    for later in after {
        let beside = shared(later.id)?.into_iter().filter(|same| !same[0].recipe.earlier.is_empty());
        all.extend(beside.map(|same| (same, true)));
    }
    let mut stood = Stood { file, round, grids: BTreeMap::new() };
    all.iter().map(|(same, beside)| stood.before(same, *beside, grid)).collect()
}

/// A round as it stood when something of it was shared, each moment read once.
struct Stood<'f> {
    file: &'f AuditFile,
    round: RoundId,
    grids: BTreeMap<Moment, Grid>,
}

impl Stood<'_> {
    /// What was shared of the round, or of a later one beside it, in papers of the same returns.
    fn before(&mut self, same: &[Wrote], beside: bool, grid: &Grid) -> Result<SharedBefore> {
        let wrote = &same[0];
        let moment = moment_of(self.file, wrote)?;
        let (shared, hidden, told) = match beside {
            true => (&wrote.recipe.earlier, Hidden::new(), Vec::new()),
            false => (&wrote.recipe.returns, wrote.recipe.hidden.clone(), told(same)),
        };
        let mut before = SharedBefore { hidden, told, ..publication::shared_before(shared, grid) };
        if let Some(moment) = moment.filter(|_| before.same.len() < shared.len()) {
            before.then = publication::rated_then(shared, &before, self.at(moment)?);
        }
        Ok(before)
    }

    fn at(&mut self, moment: Moment) -> Result<&Grid> {
        Ok(match self.grids.entry(moment) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(none) => {
                let round = round::load(self.file.reader(), self.round)?;
                let template = template::load(self.file.reader(), &round.template)?;
                none.insert(Grid::read_at(self.file, round.id, &template, moment)?)
            }
        })
    }
}

/// What papers told of settings that are counted, each once.
fn told(of: &[Wrote]) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for told in of.iter().map(|one| publication::told(&one.recipe)) {
        all.extend((!told.is_empty() && !all.contains(&told)).then_some(told));
    }
    all
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
    let says_the_same = |one: &Recipe| {
        (&one.digest, &one.readers, &one.part) == (&recipe.digest, &recipe.readers, &recipe.part)
            && (&one.sources, &one.told) == (&recipe.sources, &recipe.told)
    };
    let is_kept = |one: &Wrote| one.paper == kind && one.format == format && says_the_same(&one.recipe);
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
