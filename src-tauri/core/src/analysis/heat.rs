//! The heatmap: a letter for each question of each return; the page adds up and draws what is in view.
//!
//! Pure over the grid. Refuses to know: the file, and how it is drawn.

mod choice;
mod chosen;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::grid::Grid;
use super::judged::{Caption, caption_of};
use super::tally::Mark;
use crate::submission::SubmissionId;
use crate::submission::ratings::NOT_ASKED;
use crate::template::{Meaning, QuestionId, Template};
pub use choice::{HeatChoice, HeatColumns, HeatOnly, HeatOrder, HeatRows};
pub use chosen::{Chosen, Line, Share, chosen, of_table};

/// A round's ratings, a letter each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Heat {
    /// Whose figures, of which round, from how many returns.
    pub caption: String,
    /// The questions that count in figures.
    pub columns: Vec<HeatColumn>,
    /// The accepted returns, by name.
    pub rows: Vec<HeatRow>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeatColumn {
    /// Its id.
    pub question: QuestionId,
    /// Its printed number.
    pub number: String,
    /// Its text.
    pub text: String,
    /// The number and title of its standard.
    pub standard: String,
}

/// An accepted return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeatRow {
    /// The return.
    pub submission: SubmissionId,
    /// Its setting's name.
    #[cfg_attr(test, ts(type = "string"))]
    pub name: SmolStr,
    /// Its phase.
    #[cfg_attr(test, ts(type = "string"))]
    pub phase: SmolStr,
    /// Maintained, academy, independent.
    #[cfg_attr(test, ts(type = "string"))]
    pub status: SmolStr,
    /// Where it is.
    #[cfg_attr(test, ts(type = "string"))]
    pub locality: SmolStr,
    /// Its trust.
    #[cfg_attr(test, ts(type = "string"))]
    pub trust: SmolStr,
    /// A letter a column: E exceeds, M met, O mostly, P partly, N not met, `-` not applicable, `.` blank,
    /// space not asked, `*` no judgement.
    pub marks: String,
}

/// The ratings of a round's accepted returns.
pub fn heat(grid: &Grid, template: &Template, caption: &Caption) -> Heat {
    // What each byte of a column is read as, looked up once.
    let scored: Vec<(usize, [char; 256])> =
        grid.scored().map(|column| (column, grid.columns[column].each_byte(letter))).collect();
    let mark = |row: &super::grid::GridRow, (column, letters): &(usize, [char; 256])| {
        letters[usize::from(row.ratings.get(*column).copied().unwrap_or(NOT_ASKED))]
    };
    let row = |row: &super::grid::GridRow| HeatRow {
        submission: row.submission,
        name: row.who.name.clone(),
        phase: row.who.phase.clone(),
        status: row.who.status.clone(),
        locality: row.who.locality.clone(),
        trust: row.who.trust.clone(),
        marks: scored.iter().map(|column| mark(row, column)).collect(),
    };
    let rows = grid.rows.iter().map(row).collect();
    Heat { caption: caption_of(grid, template, caption), columns: columns(grid, template), rows }
}

fn columns(grid: &Grid, template: &Template) -> Vec<HeatColumn> {
    let questions: Vec<_> = template.questions().collect();
    let column = |at: usize| {
        let (question, standard) = (questions.get(at)?, template.standards.get(grid.columns[at].standard)?);
        Some(HeatColumn {
            question: question.id.clone(),
            number: question.number.clone(),
            text: question.text.clone(),
            standard: format!("{} {}", standard.number, standard.title),
        })
    };
    grid.scored().filter_map(column).collect()
}

fn letter(mark: Mark) -> char {
    match mark {
        Mark::NotAsked => ' ',
        Mark::Blank => '.',
        Mark::NotApplicable | Mark::Level(Meaning::NotApplicable) => '-',
        Mark::Level(Meaning::Exceeds) => 'E',
        Mark::Level(Meaning::Met) => 'M',
        Mark::Level(Meaning::Mostly) => 'O',
        Mark::Level(Meaning::Partly) => 'P',
        Mark::Level(Meaning::NotMet) => 'N',
        Mark::Level(Meaning::None) => '*',
    }
}
