//! What was shared before, as a recipe keeps it: which returns, what they had rated, and what of it was hidden.
//!
//! Refuses to know: what may be shared beside it.

use std::collections::BTreeMap;

use super::recipe::{Came, Line, Recipe, Returned, returned};
use super::source::short;
use crate::analysis::Grid;
use crate::analysis::sharing::{Counted, SharedBefore, Told};
use crate::submission::SubmissionId;
use crate::text;

/// Of returns that were shared, what counts now as it did, and what is gone from where it was.
pub fn shared_before(shared: &[Returned], grid: &Grid) -> SharedBefore {
    let here: BTreeMap<SubmissionId, Returned> =
        returned(grid, &|_, _| Came::default()).into_iter().map(|one| (one.submission, one)).collect();
    let mut before = SharedBefore::default();
    for one in shared {
        let now = here.get(&one.submission);
        let stands = now.is_some_and(|now| !one.is_elsewhere(now));
        before.whose.extend(one.who());
        if !stands {
            before.gone.push((one.submission, one.who()));
        } else if now.is_some_and(|now| now.ratings == one.ratings) {
            before.same.insert(one.submission);
        } else {
            before.rated.insert(one.submission);
        }
    }
    before
}

/// What is told of settings that are counted, as it is kept beside the returns.
pub fn counted(returns: &[Returned], told: &Told) -> BTreeMap<String, Line> {
    let line = |counted: &Counted| {
        let all = returns.iter().enumerate();
        let of = all.filter(|(_, one)| counted.returns.contains(&one.submission)).map(|(place, _)| place);
        Line { of: of.collect(), hidden: counted.hidden.clone() }
    };
    told.iter().map(|(word, counted)| (word.clone(), line(counted))).collect()
}

/// The same as it was kept in a recipe.
pub fn told(recipe: &Recipe) -> Told {
    let counted = |line: &Line| Counted {
        returns: line.of.iter().filter_map(|place| Some(recipe.returns.get(*place)?.submission)).collect(),
        hidden: line.hidden.clone(),
    };
    recipe.told.iter().map(|(word, line)| (word.clone(), counted(line))).collect()
}

/// What returns that were shared had rated, which count otherwise now or not at all, as far as the round as it stood has it.
pub fn rated_then(
    shared: &[Returned],
    before: &SharedBefore,
    stood: &Grid,
) -> BTreeMap<SubmissionId, Vec<u8>> {
    let rated: BTreeMap<SubmissionId, &Vec<u8>> =
        stood.rows.iter().map(|row| (row.submission, &row.ratings)).collect();
    let other = shared.iter().filter(|one| !before.same.contains(&one.submission));
    let known = other.filter_map(|one| Some((one, *rated.get(&one.submission)?)));
    let the_same = known.filter(|(one, ratings)| one.ratings == short(&text::digest(ratings)));
    the_same.map(|(one, ratings)| (one.submission, ratings.clone())).collect()
}
