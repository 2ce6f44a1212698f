//! From what figures were made: which round, tool and returns, as at which day, for whom; and whether the same are there still.
//!
//! Refuses to know: which figures were made from them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::Grid;
use crate::analysis::grid::GridRow;
use crate::analysis::sharing::SharedBefore;
use crate::error::Result;
use crate::round::Round;
use crate::store::{AuditFile, Reader};
use crate::submission::{self, SubmissionId};
use crate::template::{self, Template};
use crate::text;

/// From what the figures of a paper were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Recipe {
    /// Label of the round.
    pub round: String,
    /// The audit tool with its version.
    pub tool: String,
    /// Its digest.
    pub tool_digest: String,
    /// The day it is true of.
    pub as_at: String,
    /// For whom: `officers`, or `others` from whom small numbers are hidden.
    pub readers: String,
    /// The smallest number shown to others.
    pub threshold: u32,
    /// How many settings were asked.
    pub expected: u32,
    /// The returns that count.
    pub returns: Vec<Returned>,
    /// One digest over all of them.
    pub digest: String,
    /// The code of the head of the log.
    pub head: String,
    /// Under which version of the program.
    pub program: String,
}

/// A return that counts, as its ratings stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Returned {
    /// The return.
    pub submission: SubmissionId,
    /// Its revision.
    pub revision: u32,
    /// The digest of the ratings that count.
    pub ratings: String,
}

/// What is no longer as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "what", content = "count", rename_all = "snake_case")]
pub enum Differs {
    /// So many returns count now that did not then.
    Came(u32),
    /// So many counted then and do not now.
    Went(u32),
    /// So many have other ratings: replaced by a later revision, or moderated.
    Rated(u32),
    /// More or fewer settings are asked now.
    Expected(u32),
    /// The audit tool is another one.
    Tool,
    /// The smallest number shown to others is another one.
    Threshold(u32),
}

/// The recipe of figures made now.
pub fn now(
    file: &AuditFile,
    (round, template): (&Round, &Template),
    grid: &Grid,
    readers: &str,
    as_at: chrono::NaiveDate,
) -> Result<Recipe> {
    let revisions = revisions(file.reader(), round)?;
    let revision = |row: &GridRow, _: &str| revisions.get(&row.submission).copied().unwrap_or(0);
    made((round, template), grid, (readers, as_at), &revision, file.head()?)
}

/// The recipe of figures made as they stood at a past moment, for whom a recipe says; a return with the same ratings is of
/// the revision that it was then.
pub fn again(
    (round, template): (&Round, &Template),
    grid: &Grid,
    as_at: chrono::NaiveDate,
    then: &Recipe,
) -> Result<Recipe> {
    let known: BTreeMap<_, _> = then.returns.iter().map(|one| (one.submission, one)).collect();
    let revision = |row: &GridRow, ratings: &str| {
        known.get(&row.submission).filter(|one| one.ratings == ratings).map_or(0, |one| one.revision)
    };
    made((round, template), grid, (&then.readers, as_at), &revision, then.head.clone())
}

fn made(
    (round, template): (&Round, &Template),
    grid: &Grid,
    (readers, as_at): (&str, chrono::NaiveDate),
    revision: &dyn Fn(&GridRow, &str) -> u32,
    head: String,
) -> Result<Recipe> {
    let returned = |row: &GridRow| {
        let ratings = short(&text::digest(&row.ratings));
        Returned { submission: row.submission, revision: revision(row, &ratings), ratings }
    };
    let mut returns: Vec<Returned> = grid.rows.iter().map(returned).collect();
    returns.sort_by_key(|one| one.submission);
    let whole: String =
        returns.iter().map(|one| format!("{} {} {}\n", one.submission, one.revision, one.ratings)).collect();
    Ok(Recipe {
        round: round.label.clone(),
        tool: format!("{}, version {}", template.title, template.version),
        tool_digest: short(&template::digest(template)),
        as_at: as_at.to_string(),
        readers: readers.to_owned(),
        threshold: round.threshold,
        expected: grid.expected,
        digest: short(&text::digest(whole.as_bytes())),
        returns,
        head,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

fn revisions(reader: Reader<'_>, round: &Round) -> Result<BTreeMap<SubmissionId, u32>> {
    Ok(submission::of_round(reader, round.id)?.into_iter().map(|one| (one.id, one.revision)).collect())
}

/// So much of a digest is enough to tell two apart.
fn short(digest: &str) -> String {
    digest.chars().take(16).collect()
}

impl Recipe {
    /// What of it counts now as it did, and what does not count now.
    pub fn shared_before(&self, grid: &Grid) -> SharedBefore {
        let ratings: BTreeMap<SubmissionId, String> =
            grid.rows.iter().map(|row| (row.submission, short(&text::digest(&row.ratings)))).collect();
        let same = self.returns.iter().filter(|one| ratings.get(&one.submission) == Some(&one.ratings));
        let gone = self.returns.iter().filter(|one| !ratings.contains_key(&one.submission));
        SharedBefore {
            same: same.map(|one| one.submission).collect(),
            gone: gone.map(|one| one.submission).collect(),
        }
    }

    /// What is no longer as it was; nothing where the same figures can be made again.
    pub fn against(&self, now: &Self) -> Vec<Differs> {
        let by = |recipe: &Self| -> BTreeMap<SubmissionId, (u32, String)> {
            let one = |one: &Returned| (one.submission, (one.revision, one.ratings.clone()));
            recipe.returns.iter().map(one).collect()
        };
        let (then, here) = (by(self), by(now));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let came = here.keys().filter(|id| !then.contains_key(id)).count();
        let went = then.keys().filter(|id| !here.contains_key(id)).count();
        let rated = then.iter().filter(|(id, one)| here.get(id).is_some_and(|other| other != *one)).count();
        let mut differs = Vec::new();
        let counted = [
            (came, Differs::Came(count(came))),
            (went, Differs::Went(count(went))),
            (rated, Differs::Rated(count(rated))),
        ];
        differs.extend(counted.into_iter().filter(|(number, _)| *number > 0).map(|(_, differs)| differs));
        differs.extend((self.expected != now.expected).then_some(Differs::Expected(now.expected)));
        differs.extend((self.tool_digest != now.tool_digest).then_some(Differs::Tool));
        differs.extend((self.threshold != now.threshold).then_some(Differs::Threshold(now.threshold)));
        differs
    }
}

impl Differs {
    /// In a sentence.
    pub fn sentence(&self) -> String {
        let returns =
            |count: &u32| if *count == 1 { "1 return".to_owned() } else { format!("{count} returns") };
        match self {
            Self::Came(count) => format!("{} more now counted.", returns(count)),
            Self::Went(count) => {
                format!("{} no longer counted: sent back, replaced or withdrawn.", returns(count))
            }
            Self::Rated(count) => {
                format!(
                    "{} with other ratings: replaced by a later revision, or a panel\u{2019}s rating agreed.",
                    returns(count)
                )
            }
            Self::Expected(count) => format!("{count} settings are asked to return now."),
            Self::Tool => "The audit tool of the round is another version.".to_owned(),
            Self::Threshold(count) => format!("The smallest number shown to others is {count} now."),
        }
    }
}
