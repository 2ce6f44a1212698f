//! What became of every question of the version that a template follows.
//!
//! Refuses to know: any round and its answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{QuestionId, ScaleId, Template};

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lineage {
    /// How.
    pub change: Change,
    /// Questions of the earlier version.
    #[serde(default)]
    pub from: Vec<QuestionId>,
    /// Questions of this version.
    #[serde(default)]
    pub to: Vec<QuestionId>,
    /// Why, in a sentence.
    #[serde(default)]
    pub note: String,
}

/// How a question became another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Change {
    Same,
    Reworded,
    Split,
    Merged,
    New,
    Dropped,
}

/// What became of the levels of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleMap {
    /// The earlier version's scale.
    pub from: ScaleId,
    /// This version's scale.
    pub to: ScaleId,
    /// Old level to new; none is not comparable.
    pub levels: BTreeMap<String, String>,
}

/// One line of the printed table of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// How.
    pub change: Change,
    /// Printed number and text of the questions before.
    pub before: Vec<(String, String)>,
    /// Printed number and text of the questions now.
    pub now: Vec<(String, String)>,
    /// Why.
    pub note: String,
}

/// What changed from the earlier version to this one: everything that is not the same, in the order of the lineage.
pub fn changes(earlier: &Template, now: &Template) -> Vec<Changed> {
    let texts = |template: &Template, ids: &[QuestionId]| -> Vec<(String, String)> {
        let found = ids.iter().filter_map(|id| template.question(id));
        found.map(|question| (question.number.clone(), question.text.clone())).collect()
    };
    let row = |row: &Lineage| Changed {
        change: row.change,
        before: texts(earlier, &row.from),
        now: texts(now, &row.to),
        note: row.note.clone(),
    };
    now.lineage.iter().filter(|row| row.change != Change::Same).map(row).collect()
}

/// The lineage over two steps, from the first version straight to the last.
pub fn compose(first: &[Lineage], second: &[Lineage]) -> Vec<Lineage> {
    let passing = |row: &Lineage| row.from.is_empty() && row.to.is_empty();
    let mut rows: Vec<Lineage> =
        second.iter().map(|row| over(first, row)).filter(|row| !passing(row)).collect();
    let gone = first.iter().filter(|row| row.change == Change::Dropped);
    rows.extend(gone.cloned());
    rows
}

/// The one question of the earlier version whose ratings may be set beside this one's: only where it is the same.
pub fn comparable<'a>(lineage: &'a [Lineage], now: &QuestionId) -> Option<&'a QuestionId> {
    let row = lineage.iter().find(|row| row.to.contains(now))?;
    (row.change == Change::Same).then(|| row.from.first()).flatten()
}

/// The level of this version's scale that an old one maps to; nothing is not comparable.
pub fn mapped<'a>(maps: &'a [ScaleMap], from: &ScaleId, to: &ScaleId, old: &'a str) -> Option<&'a str> {
    match maps.iter().find(|map| map.from == *from && map.to == *to) {
        Some(map) => map.levels.get(old).map(String::as_str).filter(|new| !new.is_empty()),
        None => (from == to).then_some(old),
    }
}

/// A row of the second step, told from the first version.
fn over(first: &[Lineage], row: &Lineage) -> Lineage {
    let steps: Vec<&Lineage> =
        row.from.iter().filter_map(|id| first.iter().find(|step| step.to.contains(id))).collect();
    let mut from: Vec<QuestionId> = steps.iter().flat_map(|step| step.from.iter().cloned()).collect();
    from.sort();
    from.dedup();
    let mut kinds = steps.iter().map(|step| step.change).chain([row.change]);
    let change = match (from.len(), row.to.len()) {
        (0, 0) | (_, 0) => Change::Dropped,
        (0, _) => Change::New,
        (1, 1) if kinds.clone().all(|kind| kind == Change::Same) => Change::Same,
        (1, _) if kinds.clone().any(|kind| kind == Change::Split) => Change::Split,
        (1, 1) if kinds.all(|kind| kind != Change::Merged) => Change::Reworded,
        (_, _) => Change::Merged,
    };
    let notes: Vec<&str> = steps
        .iter()
        .map(|step| step.note.as_str())
        .chain([row.note.as_str()])
        .filter(|note| !note.is_empty())
        .collect();
    Lineage { change, from, to: row.to.clone(), note: notes.join(" ") }
}
