//! The open workbook as the screen is given it: what was guessed, why, and what comes of it.

use super::super::views::view;
use super::bench::Opened;
use crate::problem::Problem;
use crate::sheet::Place;
use crate::template::{Audience, Meaning};
use crate::workbook::foreign::{self, Became, Divided, ScaleMap, SheetRole, Spot};

view! {
    /// A partnership's own workbook that lies open.
    WorkbookView {
        name: String, title: String, publisher: String, audience: Audience, key: String, follows: Option<String>,
        divided: Divided, sheets: Vec<SheetLine>, scales: Vec<ScaleWords>, questions: Vec<AskedLine>,
        /// The cells for the setting's name and URN, in words.
        name_at: Option<String>, urn_at: Option<String>,
        /// What was said of the file in reading.
        remarks: Vec<Problem>,
        /// What keeps it from being an audit tool, or should be looked at.
        problems: Vec<Problem>,
        sound: bool,
        differences: Vec<BecameLine>, moved: Vec<String>, steps: u32,
    }
    /// A sheet and what it is taken for.
    SheetLine {
        sheet: u32, name: String, hidden: bool, role: SheetRole, sure: u8, questions: u32,
        /// How many scores a row has.
        scores: u32,
        reasons: Vec<String>, doubts: Vec<String>,
    }
    /// A scale of the workbook's own words.
    ScaleWords {
        id: String, levels: Vec<WordLine>, blanks: Vec<String>, confirmed: bool, questions: u32,
        /// Whether its words stand in no list, so that a person types them.
        typed: bool,
    }
    /// A word of a scale, and what it means.
    WordLine { code: String, word: String, meaning: Option<Meaning>, }
    /// What is asked, and where.
    AskedLine { id: String, number: String, text: String, score: String, section: String, sheet: u32, row: u32, }
    /// A question that is not as it was in the earlier workbook.
    BecameLine { became: BecameWord, number: String, before: String, now: String, }
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum BecameWord {
    Reworded,
    New,
    Gone,
}

/// The open workbook, whole.
pub(super) fn view(opened: &Opened) -> WorkbookView {
    let mapping = opened.mapping();
    let made = foreign::template(mapping, opened.earlier.as_ref());
    let tool = &mapping.tool;
    WorkbookView {
        name: opened.name.clone(),
        title: tool.title.clone(),
        publisher: tool.publisher.clone(),
        audience: tool.audience,
        key: crate::template::key(&tool.id, &tool.version),
        follows: opened.earlier.as_ref().map(|earlier| earlier.tool.version.clone()),
        divided: mapping.divided,
        sheets: (0..mapping.sheets.len()).map(|sheet| line(opened, sheet)).collect(),
        scales: mapping.scales.iter().map(|scale| words(opened, scale)).collect(),
        questions: mapping.questions.iter().map(asked).collect(),
        name_at: spot(opened, mapping.name_at),
        urn_at: spot(opened, mapping.urn_at),
        remarks: opened.problems.clone(),
        problems: made.problems,
        sound: made.value.is_some(),
        differences: opened.differences.iter().map(difference).collect(),
        moved: opened.moved.clone(),
        steps: number(opened.steps()),
    }
}

pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn line(opened: &Opened, sheet: usize) -> SheetLine {
    let mapping = opened.mapping();
    let map = &mapping.sheets[sheet];
    let asking = map.role == SheetRole::Questions;
    SheetLine {
        sheet: number(sheet),
        name: map.name.clone(),
        hidden: opened.seen.book.sheets.get(sheet).is_some_and(|one| one.hidden),
        role: map.role,
        sure: map.sure,
        questions: number(mapping.questions.iter().filter(|one| one.sheet == sheet).count()),
        scores: if asking { number(map.with(foreign::ColumnRole::Rating).count()) } else { 0 },
        reasons: map.reasons.clone(),
        doubts: if asking { map.doubts.clone() } else { Vec::new() },
    }
}

fn words(opened: &Opened, scale: &ScaleMap) -> ScaleWords {
    let level = |one: &foreign::LevelMap| WordLine {
        code: one.code.clone(),
        word: one.word.clone(),
        meaning: one.meaning,
    };
    ScaleWords {
        id: scale.id.clone(),
        levels: scale.levels.iter().map(level).collect(),
        blanks: scale.blanks.clone(),
        confirmed: scale.confirmed,
        questions: number(opened.mapping().questions.iter().filter(|one| one.scale == scale.id).count()),
        typed: scale.id == foreign::TYPED,
    }
}

fn asked(one: &foreign::Asked) -> AskedLine {
    AskedLine {
        id: one.id.clone(),
        number: one.number.clone(),
        text: one.text.clone(),
        score: one.score.clone(),
        section: one.section.clone(),
        sheet: number(one.sheet),
        row: one.row,
    }
}

fn difference(one: &foreign::Difference) -> BecameLine {
    let became = match one.became {
        Became::Reworded => BecameWord::Reworded,
        Became::New => BecameWord::New,
        Became::Gone => BecameWord::Gone,
    };
    BecameLine { became, number: one.number.clone(), before: one.before.clone(), now: one.now.clone() }
}

fn spot(opened: &Opened, spot: Option<Spot>) -> Option<String> {
    let spot = spot?;
    let sheet = opened.mapping().sheets.get(spot.sheet)?;
    Some(format!("{}, {}", sheet.name, Place::new(spot.row, spot.column)))
}
