//! What is in a number: which returns it counts, which stand in its base besides, and which it leaves out, with why.
//!
//! A figure carries what it is made of; the lists are made only when somebody asks. Pure over the grid. Refuses to
//! know: how a table is drawn, and who may see a setting's name.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::grid::{Absent, Grid, GridRow};
use super::group::{By, shown_groups};
use super::response::Came;
use super::tally::Mark;
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::Meaning;

/// What a figure is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behind {
    /// Ratings of some returns on some questions.
    Ratings(Box<Ratings>, Part),
    /// Ratings of one return, by its row, on every question that counts in figures.
    Row(u32, Part),
    /// One return, which it counts.
    Return(Box<SubmissionId>),
    /// Settings or returns, each with how it counts.
    Named(Box<Named>),
    /// The same of another round.
    Elsewhere(Box<Elsewhere>),
    /// Ratings of the round before.
    Earlier,
}

/// Settings or returns, each with how it counts; in a place of its own, so that a cell stays small.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named(Vec<(Of, How)>);

/// Settings or returns of another round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The ratings of that round.
    pub grid: Arc<Grid>,
    /// Each with how it counts.
    pub named: Vec<(Of, How)>,
}

/// Ratings of some returns on some questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    /// Whose.
    pub rows: Rows,
    /// The places of the questions.
    pub columns: Arc<[usize]>,
}

/// Some returns of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// All that count.
    Everyone,
    /// A group, by its place among those shown.
    Group(By, usize),
}

/// Which of the ratings a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Those that meet or exceed.
    Met,
    /// Those between met and not met.
    Between,
    /// Those that mean this.
    Of(Meaning),
    /// Every judgement.
    Base,
    /// Those said not to apply.
    NotApplicable,
    /// Those not answered.
    Blank,
    /// Those not asked.
    NotAsked,
}

/// A setting or a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A return.
    Return(SubmissionId),
    /// A setting.
    Setting(SettingId),
}

/// How something counts in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It is counted.
    Counted,
    /// It is in the base and not counted.
    InBase,
    /// It was said not to apply: in no base.
    NotApplicable,
    /// It was answered by a value that is no judgement: in no base.
    NoJudgement,
    /// It was not answered: in no base.
    Blank,
    /// It was not asked: in no base.
    NotAsked,
    /// The return waits to be accepted.
    Waiting,
    /// The return was sent back.
    SentBack,
    /// Nothing was returned.
    Missing,
}

impl How {
    /// Every way, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Counted,
        Self::InBase,
        Self::NotApplicable,
        Self::NoJudgement,
        Self::Blank,
        Self::NotAsked,
        Self::Waiting,
        Self::SentBack,
        Self::Missing,
    ];
}

/// What counts in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// How.
    pub how: How,
    /// How many ratings, or settings where those are counted.
    pub count: u32,
    /// From whom, by name.
    pub lines: Vec<ListedLine>,
}

/// A setting in such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedLine {
    /// Its return, where there is one.
    pub submission: Option<SubmissionId>,
    /// Its name.
    pub name: SmolStr,
    /// Its phase.
    pub phase: SmolStr,
    /// How many ratings of it stand in this list.
    pub count: u32,
    /// What it said, where that is one rating.
    pub said: &'static str,
}

impl Ratings {
    /// Everybody's ratings of some questions.
    pub fn all(columns: impl Into<Arc<[usize]>>) -> Self {
        Self { rows: Rows::Everyone, columns: columns.into() }
    }

    /// What a number over a part of them is made of.
    pub fn part(&self, part: Part) -> Behind {
        Behind::Ratings(Box::new(self.clone()), part)
    }
}

impl Behind {
    /// Returns that are counted, a return as often as it stands here.
    pub fn counted(returns: impl IntoIterator<Item = SubmissionId>) -> Self {
        Self::named(returns.into_iter().map(|id| (Of::Return(id), How::Counted)))
    }

    /// Settings or returns, each with how it counts.
    pub fn named(each: impl IntoIterator<Item = (Of, How)>) -> Self {
        Self::Named(Box::new(Named(each.into_iter().collect())))
    }

    /// Returns that are counted, and others that are in the base besides.
    pub fn returns(counted: impl Iterator<Item = SubmissionId>, base: &[SubmissionId]) -> Self {
        let counted: std::collections::BTreeSet<SubmissionId> = counted.collect();
        let how = |id: &SubmissionId| if counted.contains(id) { How::Counted } else { How::InBase };
        Self::named(base.iter().map(|id| (Of::Return(*id), how(id))))
    }
}

/// The lists behind a figure; those with nothing in them are left out.
pub fn lists(grid: &Grid, behind: &Behind) -> Vec<Listed> {
    let mut lists = How::ALL.map(|how| Listed { how, count: 0, lines: Vec::new() });
    match behind {
        Behind::Ratings(ratings, part) => {
            let (rows, absent) = whose(grid, ratings.rows);
            rated(grid, &rows, &ratings.columns, *part, &mut lists);
            absent.into_iter().for_each(|one| put_absent(one, &mut lists));
        }
        Behind::Row(row, part) => {
            let columns: Vec<usize> = grid.scored().collect();
            rated(grid, &[*row as usize], &columns, *part, &mut lists);
        }
        Behind::Return(id) => name(grid, Of::Return(**id), How::Counted, &mut lists),
        Behind::Named(named) => named.0.iter().for_each(|(of, how)| name(grid, *of, *how, &mut lists)),
        Behind::Elsewhere(of) => {
            of.named.iter().for_each(|(one, how)| name(&of.grid, *one, *how, &mut lists));
        }
        Behind::Earlier => {}
    }
    let mut lists: Vec<Listed> = lists.into_iter().filter(|list| list.count > 0).collect();
    for list in &mut lists {
        list.lines.sort_by(|one, other| (&one.name, one.submission).cmp(&(&other.name, other.submission)));
    }
    lists
}

fn rated(grid: &Grid, rows: &[usize], columns: &[usize], part: Part, lists: &mut [Listed; 9]) {
    for row in rows.iter().map(|row| &grid.rows[*row]) {
        let mut seen = [0_u32; 9];
        let mut said = "";
        for column in columns {
            let mark = grid.mark(row, *column);
            seen[place(how(mark, part))] += 1;
            said = word(mark);
        }
        let said = if columns.len() == 1 { said } else { "" };
        for (list, count) in lists.iter_mut().zip(seen).filter(|(_, count)| *count > 0) {
            list.count += count;
            list.lines.push(line(row, count, said));
        }
    }
}

/// The returns of some rows, and those of the same group of whom none counts.
fn whose(grid: &Grid, rows: Rows) -> (Vec<usize>, Vec<&Absent>) {
    match rows {
        Rows::Everyone => (grid.everyone(), grid.absent.iter().collect()),
        Rows::Group(by, place) => {
            let groups = shown_groups(grid, by);
            let absent =
                grid.absent.iter().filter(|one| super::group::place(&groups, by.of(&one.who)) == place);
            let absent = absent.collect();
            (groups.into_iter().nth(place).map(|(_, rows)| rows).unwrap_or_default(), absent)
        }
    }
}

fn put_absent(one: &Absent, lists: &mut [Listed; 9]) {
    let how = match one.came {
        Came::Waiting | Came::Accepted => How::Waiting,
        Came::SentBack => How::SentBack,
        Came::Missing => How::Missing,
    };
    let list = &mut lists[place(how)];
    list.count += 1;
    let (name, phase) = (one.who.name.clone(), one.who.phase.clone());
    list.lines.push(ListedLine { submission: one.submission, name, phase, count: 1, said: "" });
}

fn name(grid: &Grid, of: Of, how: How, lists: &mut [Listed; 9]) {
    // A panel may have met a setting whose return is in no figure.
    let row = grid.rows.iter().chain(&grid.outside).find(|row| match of {
        Of::Return(id) => row.submission == id,
        Of::Setting(id) => row.setting == id,
    });
    let absent = grid.absent.iter().find(|one| match of {
        Of::Return(id) => one.submission == Some(id),
        Of::Setting(id) => one.setting == id,
    });
    let line = match (row, absent) {
        (Some(row), _) => line(row, 1, ""),
        (None, Some(one)) => {
            let (name, phase) = (one.who.name.clone(), one.who.phase.clone());
            ListedLine { submission: one.submission, name, phase, count: 1, said: "" }
        }
        (None, None) => return,
    };
    let list = &mut lists[place(how)];
    list.count += 1;
    match list.lines.iter_mut().find(|known| known.submission == line.submission && known.name == line.name) {
        Some(known) => known.count += 1,
        None => list.lines.push(line),
    }
}

fn line(row: &GridRow, count: u32, said: &'static str) -> ListedLine {
    let (name, phase) = (row.who.name.clone(), row.who.phase.clone());
    ListedLine { submission: Some(row.submission), name, phase, count, said }
}

fn place(how: How) -> usize {
    How::ALL.iter().position(|one| *one == how).unwrap_or(0)
}

fn how(mark: Mark, part: Part) -> How {
    if counts(mark, part) {
        return How::Counted;
    }
    match mark {
        Mark::NotAsked => How::NotAsked,
        Mark::Blank => How::Blank,
        Mark::NotApplicable | Mark::Level(Meaning::NotApplicable) => How::NotApplicable,
        Mark::Level(Meaning::None) => How::NoJudgement,
        Mark::Level(
            Meaning::Exceeds | Meaning::Met | Meaning::Mostly | Meaning::Partly | Meaning::NotMet,
        ) => How::InBase,
    }
}

fn counts(mark: Mark, part: Part) -> bool {
    use Meaning::{Exceeds, Met, Mostly, NotApplicable, NotMet, Partly};
    match part {
        Part::Met => matches!(mark, Mark::Level(Exceeds | Met)),
        Part::Between => matches!(mark, Mark::Level(Mostly | Partly)),
        Part::Of(meaning) => mark == Mark::Level(meaning),
        Part::Base => matches!(mark, Mark::Level(Exceeds | Met | Mostly | Partly | NotMet)),
        Part::NotApplicable => matches!(mark, Mark::NotApplicable | Mark::Level(NotApplicable)),
        Part::Blank => mark == Mark::Blank,
        Part::NotAsked => mark == Mark::NotAsked,
    }
}

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Level(Meaning::Exceeds) => "Exceeds",
        Mark::Level(Meaning::Met) => "Met",
        Mark::Level(Meaning::Mostly) => "Mostly met",
        Mark::Level(Meaning::Partly) => "Partly met",
        Mark::Level(Meaning::NotMet) => "Not met",
        Mark::Level(Meaning::None | Meaning::NotApplicable)
        | Mark::NotApplicable
        | Mark::Blank
        | Mark::NotAsked => "",
    }
}
