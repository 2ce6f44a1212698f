//! From what figures were made: which round, tool and returns, as at which day, for whom; and whether the same are there still.
//!
//! Refuses to know: which figures were made from them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::source::{self, Source, Sources, short};
use crate::analysis::Grid;
use crate::analysis::grid::GridRow;
use crate::analysis::group::{By, Who};
use crate::analysis::sharing::Hidden;
use crate::error::Result;
use crate::intake::kept::{self, CameFrom};
use crate::round::Round;
use crate::store::{AuditFile, Moment, Reader};
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
    /// The returns of the round before, where figures are set beside it.
    #[serde(default)]
    pub earlier: Vec<Returned>,
    /// What of each question was hidden, in figures for others; nothing where that was not kept.
    #[serde(default, skip_serializing_if = "Hidden::is_empty")]
    #[cfg_attr(test, ts(skip))]
    pub hidden: Hidden,
    /// What was told of settings that are counted, in figures for others: by what a line is known by.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(test, ts(skip))]
    pub told: BTreeMap<String, Line>,
    /// One digest over all of them.
    pub digest: String,
    /// A digest of everything else that figures may be made of.
    #[serde(default)]
    pub sources: Sources,
    /// Which table or chart it is, where it is one by itself.
    #[serde(default)]
    pub part: Option<Single>,
    /// The code of the head of the log.
    pub head: String,
    /// Under which version of the program.
    pub program: String,
}

/// A table or a chart by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Single {
    /// Its word: `standards_by`; nothing where all charts were written together.
    pub name: String,
    /// By what settings are told apart in it.
    pub by: By,
    /// The instant it is as at, where it is of a past one.
    pub as_at: Option<String>,
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
    /// By what its setting was told apart: phase, status, locality and trust; nothing where that was not kept.
    #[serde(default)]
    pub groups: Vec<String>,
    /// The digest of the file that it came in; nothing where it came in none, or that was not kept.
    #[serde(default)]
    pub file: String,
}

/// A line in which settings are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which of the returns are counted in it, by their places.
    pub of: Vec<usize>,
    /// What is hidden of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<String>,
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
    /// So many are from settings that are told apart otherwise now.
    Grouped(u32),
    /// So many returns of the round before came, went or have other ratings.
    Earlier(u32),
    /// More or fewer settings are asked now.
    Expected(u32),
    /// The audit tool is another one.
    Tool,
    /// The smallest number shown to others is another one.
    Threshold(u32),
    /// Something else that it is made of is another one.
    Source(Source),
}

/// What figures are made of.
#[derive(Debug, Clone, Copy)]
pub struct Of<'g> {
    /// The round.
    pub round: &'g Round,
    /// Its audit tool.
    pub template: &'g Template,
    /// Its ratings.
    pub grid: &'g Grid,
    /// Those of the round before, where figures are set beside it.
    pub earlier: Option<&'g Grid>,
}

/// The recipe of figures made now, of now.
pub fn now(file: &AuditFile, made_of: Of<'_>, readers: &str, as_at: chrono::NaiveDate) -> Result<Recipe> {
    of(file, made_of, readers, (None, as_at))
}

/// The recipe of figures made now; of a past moment where one is named.
pub fn of(
    file: &AuditFile,
    of: Of<'_>,
    readers: &str,
    (then, as_at): (Option<Moment>, chrono::NaiveDate),
) -> Result<Recipe> {
    let (reader, round) = (file.reader(), of.round.id);
    let (revisions, files) = (revisions(reader, of.round)?, kept::came_from(reader, round)?);
    let came = |row: &GridRow, _: &str| Came {
        revision: revisions.get(&row.submission).copied().unwrap_or(0),
        file: files.get(&row.submission).map(CameFrom::code).unwrap_or_default(),
    };
    let then = then.map_or_else(|| file.moment(file.world().now()), Ok)?;
    let sources = source::sources(file, of.round, then)?;
    Ok(Recipe { sources, ..made(of, (readers, as_at), &came, file.head()?) })
}

/// The recipe of figures made as they stood at a past moment, for whom a recipe says; a return with the same ratings is of
/// the revision that it was then, and came in the same file.
pub fn again(
    file: &AuditFile,
    of: Of<'_>,
    (then, as_at): (Moment, chrono::NaiveDate),
    was: &Recipe,
) -> Result<Recipe> {
    let known: BTreeMap<_, _> = was.returns.iter().map(|one| (one.submission, one)).collect();
    let came = |row: &GridRow, ratings: &str| {
        let same = known.get(&row.submission).filter(|one| one.ratings == ratings);
        same.map(|one| Came { revision: one.revision, file: one.file.clone() }).unwrap_or_default()
    };
    let mut sources = source::sources(file, of.round, then)?;
    // What people wrote in a paper is no part of a round.
    sources.extend(was.sources.get(&Source::Words).map(|words| (Source::Words, words.clone())));
    sources.retain(|source, _| was.sources.contains_key(source));
    let part = was.part.clone();
    Ok(Recipe { sources, part, ..made(of, (&was.readers, as_at), &came, was.head.clone()) })
}

/// How a return came.
#[derive(Default)]
pub(super) struct Came {
    pub revision: u32,
    pub file: String,
}

fn made(
    Of { round, template, grid, earlier }: Of<'_>,
    (readers, as_at): (&str, chrono::NaiveDate),
    came: &dyn Fn(&GridRow, &str) -> Came,
    head: String,
) -> Recipe {
    let returns = returned(grid, came);
    // What was the last revision then is told by its ratings.
    let earlier = earlier.map(|grid| returned(grid, &|_, _| Came::default())).unwrap_or_default();
    let line = |one: &Returned| {
        format!("{} {} {} {}\n", one.submission, one.revision, one.ratings, one.groups.join("\t"))
    };
    let whole: String = returns.iter().chain(&earlier).map(line).collect();
    Recipe {
        round: round.label.clone(),
        tool: format!("{}, version {}", template.title, template.version),
        tool_digest: short(&template::digest(template)),
        as_at: as_at.to_string(),
        readers: readers.to_owned(),
        threshold: round.threshold,
        expected: grid.expected,
        hidden: Hidden::new(),
        told: BTreeMap::new(),
        digest: short(&text::digest(whole.as_bytes())),
        returns,
        earlier,
        sources: Sources::new(),
        part: None,
        head,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The returns of a grid, in the order of their ids.
pub(super) fn returned(grid: &Grid, came: &dyn Fn(&GridRow, &str) -> Came) -> Vec<Returned> {
    let one = |row: &GridRow| {
        let ratings = short(&text::digest(&row.ratings));
        let Came { revision, file } = came(row, &ratings);
        Returned { submission: row.submission, revision, ratings, groups: groups(row), file }
    };
    let mut returns: Vec<Returned> = grid.rows.iter().map(one).collect();
    returns.sort_by_key(|one| one.submission);
    returns
}

fn groups(row: &GridRow) -> Vec<String> {
    By::ALL.iter().map(|by| by.of(&row.who).to_owned()).collect()
}

fn revisions(reader: Reader<'_>, round: &Round) -> Result<BTreeMap<SubmissionId, u32>> {
    Ok(submission::of_round(reader, round.id)?.into_iter().map(|one| (one.id, one.revision)).collect())
}

impl Returned {
    /// Whether its setting is told apart otherwise in the other.
    pub(super) fn is_elsewhere(&self, other: &Self) -> bool {
        !self.groups.is_empty() && !other.groups.is_empty() && self.groups != other.groups
    }

    /// Who its setting was, as far as that was kept.
    pub(super) fn who(&self) -> Option<Who> {
        let [phase, status, locality, trust] = <[String; 4]>::try_from(self.groups.clone()).ok()?;
        Some(Who {
            name: "".into(),
            phase: phase.into(),
            status: status.into(),
            locality: locality.into(),
            trust: trust.into(),
        })
    }
}

/// What became of returns since: how many came, went, have other ratings, and are told apart otherwise.
struct Became {
    came: usize,
    went: usize,
    rated: usize,
    grouped: usize,
}

impl Became {
    fn of(then: &[Returned], now: &[Returned]) -> Self {
        let by = |all: &[Returned]| -> BTreeMap<SubmissionId, Returned> {
            all.iter().map(|one| (one.submission, one.clone())).collect()
        };
        let (then, here) = (by(then), by(now));
        let both = || then.iter().filter_map(|(id, one)| Some((one, here.get(id)?)));
        let rating = |one: &Returned| (one.revision, one.ratings.clone());
        Self {
            came: here.keys().filter(|id| !then.contains_key(id)).count(),
            went: then.keys().filter(|id| !here.contains_key(id)).count(),
            rated: both().filter(|(one, other)| rating(one) != rating(other)).count(),
            grouped: both().filter(|(one, other)| one.is_elsewhere(other)).count(),
        }
    }

    fn all(&self) -> usize {
        self.came + self.went + self.rated + self.grouped
    }
}

impl Recipe {
    /// What else it was made of that is not as it was.
    pub fn moved(&self, now: &Self) -> impl Iterator<Item = Source> {
        let moved =
            |(source, was): (&Source, &String)| (now.sources.get(source) != Some(was)).then_some(*source);
        self.sources.iter().filter_map(moved)
    }

    /// What is no longer as it was; nothing where the same figures can be made again.
    pub fn against(&self, now: &Self) -> Vec<Differs> {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let became = Became::of(&self.returns, &now.returns);
        let before = Became::of(&self.earlier, &now.earlier).all();
        let mut differs = Vec::new();
        let counted = [
            (became.came, Differs::Came(count(became.came))),
            (became.went, Differs::Went(count(became.went))),
            (became.rated, Differs::Rated(count(became.rated))),
            (became.grouped, Differs::Grouped(count(became.grouped))),
            (before, Differs::Earlier(count(before))),
        ];
        differs.extend(counted.into_iter().filter(|(number, _)| *number > 0).map(|(_, differs)| differs));
        differs.extend((self.expected != now.expected).then_some(Differs::Expected(now.expected)));
        differs.extend((self.tool_digest != now.tool_digest).then_some(Differs::Tool));
        differs.extend((self.threshold != now.threshold).then_some(Differs::Threshold(now.threshold)));
        differs.extend(self.moved(now).map(Differs::Source));
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
            Self::Grouped(count) => {
                format!("{} from settings of another phase, status, locality or trust now.", returns(count))
            }
            Self::Earlier(count) => {
                format!("{} of the round before came, went or have other ratings or groups.", returns(count))
            }
            Self::Expected(count) => format!("{count} settings are asked to return now."),
            Self::Tool => "The audit tool of the round is another version.".to_owned(),
            Self::Threshold(count) => format!("The smallest number shown to others is {count} now."),
            Self::Source(source) => source.changed().to_owned(),
        }
    }
}
