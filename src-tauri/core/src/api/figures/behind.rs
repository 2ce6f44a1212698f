//! What is in a number: the returns behind a figure of a table, for officers alone.

use serde::{Deserialize, Serialize};

use super::{FiguresWanted, Readers, made};
use crate::analysis::behind::{Behind, How, lists};
use crate::api::session::Session;
use crate::error::{Error, Result};
use crate::submission::SubmissionId;

/// So many settings of a list are given at once.
const MOST: usize = 500;

/// A figure of a table.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FigureChosen {
    pub figures: FiguresWanted,
    pub row: usize,
    pub column: usize,
    /// Only settings in whose names this stands.
    #[serde(default)]
    pub find: String,
    /// Every setting, and not only as many as a screen has room for.
    #[serde(default)]
    pub whole: bool,
}

/// What is in a figure.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct BehindView {
    /// What the row is of.
    pub row: String,
    /// What the column is of.
    pub column: String,
    /// The figure as it stands in the table.
    pub text: String,
    pub count: Option<u32>,
    pub base: Option<u32>,
    /// What the lists count.
    pub unit: Unit,
    pub lists: Vec<BehindList>,
}

/// What the lists behind a figure count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A rating each.
    Ratings,
    /// Things that settings did or said: an action, a request.
    Items,
    /// Nothing: the figure is the earlier round's.
    Earlier,
}

/// What counts in one way.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct BehindList {
    pub how: How,
    /// How many there are, found or not.
    pub count: u32,
    /// From how many settings.
    pub settings: usize,
    /// How many settings are found.
    pub found: usize,
    /// The first of them, by name.
    pub lines: Vec<BehindLine>,
}

/// A setting behind a figure.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct BehindLine {
    pub submission: Option<SubmissionId>,
    pub name: String,
    pub phase: String,
    pub count: u32,
    pub said: String,
}

/// `figure.behind`.
pub fn show(session: &Session, chosen: FigureChosen) -> Result<BehindView> {
    if chosen.figures.readers == Readers::Others {
        return Err(Error::state("Who is behind a figure is for officers alone.")
            .hint("Show the table as it is made for officers."));
    }
    made(session, &chosen.figures, |ground, table| {
        let row = table.rows.get(chosen.row).ok_or_else(gone)?;
        let (cell, column) = (row.get(chosen.column), table.columns.get(chosen.column));
        let (cell, column) = cell.zip(column).ok_or_else(gone)?;
        let behind = cell.behind.as_ref().ok_or_else(|| {
            Error::state("There is no list behind this one.").hint("Choose a figure that counts returns.")
        })?;
        let labels = |at: usize| table.columns.get(at).map(|column| column.label.as_str());
        let short = matches!(labels(0), Some("No." | "Place"))
            || matches!(labels(1), Some("Theme" | "Action" | "Group"));
        let named = row.iter().take(if short { 2 } else { 1 }).map(|cell| cell.text.as_str());
        Ok(BehindView {
            row: named.collect::<Vec<_>>().join(" "),
            column: column.label.clone(),
            text: cell.text.to_string(),
            count: cell.count,
            base: cell.base,
            unit: unit(behind),
            lists: lists(ground.grid, behind).into_iter().map(|list| narrowed(list, &chosen)).collect(),
        })
    })
}

fn narrowed(list: crate::analysis::behind::Listed, chosen: &FigureChosen) -> BehindList {
    let sought = chosen.find.trim().to_lowercase();
    let settings = list.lines.len();
    let mut lines = list.lines;
    lines.retain(|line| line.name.to_lowercase().contains(&sought));
    let found = lines.len();
    let line = |line: crate::analysis::behind::ListedLine| BehindLine {
        submission: line.submission,
        name: line.name.to_string(),
        phase: line.phase.to_string(),
        count: line.count,
        said: line.said.to_owned(),
    };
    let lines = lines.into_iter().take(if chosen.whole { usize::MAX } else { MOST }).map(line).collect();
    BehindList { how: list.how, count: list.count, settings, found, lines }
}

fn unit(behind: &Behind) -> Unit {
    match behind {
        Behind::Ratings(..) | Behind::Row(..) => Unit::Ratings,
        Behind::Return(_) | Behind::Named(_) | Behind::Elsewhere(..) => Unit::Items,
        Behind::Earlier => Unit::Earlier,
    }
}

fn gone() -> Error {
    Error::missing("That figure is not in the table any more.").hint("Look at the table again.")
}
