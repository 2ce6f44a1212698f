//! A partnership's own workbook as it is understood: what each sheet, row and column is for, and what is asked.
//!
//! It is data, kept in a file and made again from nothing else. Refuses to know: cells beyond the texts that a
//! question is known by, and who answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::template::{Audience, Meaning};

/// The form in which a mapping is written down.
pub const FORM: u32 = 1;

/// How a workbook is understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The form it is written in.
    pub form: u32,
    /// The audit tool that comes of it.
    pub tool: Tool,
    /// What becomes a standard.
    #[serde(default)]
    pub divided: Divided,
    /// Every sheet, in the order of the workbook.
    pub sheets: Vec<SheetMap>,
    /// The scales of its lists.
    pub scales: Vec<ScaleMap>,
    /// The cell for the name of the setting.
    #[serde(default)]
    pub name_at: Option<Spot>,
    /// The cell for its URN.
    #[serde(default)]
    pub urn_at: Option<Spot>,
    /// What is asked, in order.
    pub questions: Vec<Asked>,
    /// Ids that were used once and never come again.
    #[serde(default)]
    pub retired: Vec<String>,
}

/// What the audit tool is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Its id: `sampleton`.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Who answers it.
    pub audience: Audience,
    /// The day it was made.
    pub made: NaiveDate,
    /// The version that it follows.
    #[serde(default)]
    pub follows: Option<String>,
}

/// What becomes a standard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Divided {
    /// Each section.
    #[default]
    Section,
    /// Each sheet.
    Sheet,
}

/// A cell of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// The sheet, by its place.
    pub sheet: usize,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// What a sheet is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetMap {
    /// Its name, for people.
    pub name: String,
    /// What it is for.
    pub role: SheetRole,
    /// Its row of headings.
    #[serde(default)]
    pub heading: Option<u32>,
    /// Its columns that are for something.
    #[serde(default)]
    pub columns: Vec<ColumnMap>,
    /// Its rows that are for something.
    #[serde(default)]
    pub rows: BTreeMap<u32, RowRole>,
    /// How sure the guess is, of 100.
    #[serde(default)]
    pub sure: u8,
    /// Why it was guessed so, for people.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// What a person should look at.
    #[serde(default)]
    pub doubts: Vec<String>,
}

/// What a column is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnMap {
    /// Its number, from 0.
    pub column: u32,
    /// What it is for.
    pub role: ColumnRole,
    /// What stands above it.
    #[serde(default)]
    pub heading: String,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SheetRole {
    /// It asks.
    Questions,
    /// It explains, or is the cover.
    Guidance,
    /// It holds words for lists.
    Lists,
    /// It adds up.
    Summary,
    /// It is left alone.
    Skipped,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ColumnRole {
    /// Printed number.
    Number,
    /// The statement.
    Statement,
    /// The section that rows belong to.
    Section,
    /// The rating.
    Rating,
    /// Evidence and commentary.
    Note,
    /// The difference made.
    Impact,
    /// Area for development, or action.
    Area,
    /// Why it does not apply.
    Reason,
    /// A text of the tool's own.
    Extra,
    /// Help for whoever answers.
    Guidance,
    /// Left alone.
    Other,
}

/// What a row is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RowRole {
    /// It asks.
    Question,
    /// It begins a section.
    Section,
    /// It names the columns.
    Heading,
    /// It explains.
    Guidance,
    /// Left alone.
    Other,
}

/// A scale of the workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleMap {
    /// Its id.
    pub id: String,
    /// Its levels, in the order of the list.
    pub levels: Vec<LevelMap>,
    /// Words of the list that say nothing: `-`, `Please select`.
    #[serde(default)]
    pub blanks: Vec<String>,
    /// Whether a person said that the meanings are right.
    #[serde(default)]
    pub confirmed: bool,
}

/// A level of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelMap {
    /// What Attest keeps.
    pub code: String,
    /// The word in the workbook.
    pub word: String,
    /// As the workbook stores it, where that is a number.
    #[serde(default)]
    pub number: Option<f64>,
    /// What it means; none until somebody says.
    #[serde(default)]
    pub meaning: Option<Meaning>,
}

/// A question, and where it is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Its id in the tool, for ever.
    pub id: String,
    /// Printed number.
    pub number: String,
    /// The statement.
    pub text: String,
    /// What stands above its score, where a row has several.
    #[serde(default)]
    pub score: String,
    /// The section it stands in; may be empty.
    #[serde(default)]
    pub section: String,
    /// The sheet, by its place.
    pub sheet: usize,
    /// The row, from 0.
    pub row: u32,
    /// The column of its rating.
    pub rating: u32,
    /// The id of its scale.
    pub scale: String,
    /// Help for whoever answers.
    #[serde(default)]
    pub guidance: String,
}

impl SheetMap {
    /// What a column is for.
    pub fn column(&self, column: u32) -> ColumnRole {
        self.columns.iter().find(|one| one.column == column).map_or(ColumnRole::Other, |one| one.role)
    }

    /// The columns that are for something, from left to right.
    pub fn with(&self, role: ColumnRole) -> impl Iterator<Item = &ColumnMap> {
        self.columns.iter().filter(move |one| one.role == role)
    }

    /// The column of a text beside a rating: with several ratings in a row, the one that follows it before the next.
    pub fn beside(&self, rating: u32, role: ColumnRole) -> Option<&ColumnMap> {
        let next = self.with(ColumnRole::Rating).map(|one| one.column).filter(|one| *one > rating).min();
        let mut ratings = self.with(ColumnRole::Rating);
        if ratings.next().is_some() && ratings.next().is_none() {
            return self.with(role).next();
        }
        self.with(role).find(|one| one.column > rating && next.is_none_or(|next| one.column < next))
    }

    /// Texts of the tool's own beside a rating.
    pub fn extras(&self, rating: u32) -> Vec<&ColumnMap> {
        let several = self.with(ColumnRole::Rating).count() > 1;
        let next = self.with(ColumnRole::Rating).map(|one| one.column).filter(|one| *one > rating).min();
        let here =
            |one: &&ColumnMap| !several || (one.column > rating && next.is_none_or(|next| one.column < next));
        self.with(ColumnRole::Extra).filter(here).collect()
    }
}

impl Mapping {
    /// The scale with an id.
    pub fn scale(&self, id: &str) -> Option<&ScaleMap> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// A mapping as it is written down.
    pub fn written(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// A mapping that was written down; none where it is none, or of a later form.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|mapping| mapping.form <= FORM && mapping.is_whole())
    }

    /// Whether it refers to nothing that is not there.
    fn is_whole(&self) -> bool {
        let sheet = |sheet: usize| sheet < self.sheets.len();
        let spots = [self.name_at, self.urn_at].into_iter().flatten();
        self.questions.iter().all(|one| sheet(one.sheet) && self.scale(&one.scale).is_some())
            && spots.into_iter().all(|spot| sheet(spot.sheet))
    }
}
