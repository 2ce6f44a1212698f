//! The history of a file as a table that a person can read: when, who, what, before and after.
//!
//! Pure. Refuses to know: how the log keeps it.

use super::document::{Document, Section};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};

/// A step of the history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastLine {
    /// When, as it is read.
    pub at: String,
    /// Who.
    pub who: String,
    /// What was done, in words.
    pub done: String,
    /// What it was done to, in words; may be empty.
    pub place: String,
    /// What it was, before and after.
    pub changes: Vec<(String, String, String)>,
}

/// Composes the history, in the order given.
pub fn compose(mut document: Document, lines: &[PastLine]) -> Document {
    let steps = lines.len();
    let table = Table {
        title: "Every step, the latest first".to_owned(),
        caption: format!("{steps} steps. What was taken back stands here too."),
        as_at: String::new(),
        columns: vec![
            Column::new("When", ColumnKind::Short),
            Column::new("Who", ColumnKind::Text),
            Column::new("What", ColumnKind::Text),
            Column::new("Before", ColumnKind::Text),
            Column::new("After", ColumnKind::Text),
        ],
        rows: lines.iter().map(line).collect(),
        notes: Vec::new(),
    };
    document.sections.push(Section::new("History").table(table));
    document
}

fn line(line: &PastLine) -> Vec<Cell> {
    let said = |pick: &dyn Fn(&(String, String, String)) -> String| {
        line.changes.iter().map(pick).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let named = |what: &str, text: &str| match (text.is_empty(), what.is_empty() || line.changes.len() == 1) {
        (true, _) => String::new(),
        (false, true) => text.to_owned(),
        (false, false) => format!("{what}: {text}"),
    };
    let what = [line.done.as_str(), &line.place].into_iter().filter(|part| !part.is_empty());
    vec![
        Cell::text(&line.at),
        Cell::text(&line.who),
        Cell::text(what.collect::<Vec<_>>().join("\n")),
        Cell::text(said(&|(what, before, _)| named(what, before))),
        Cell::text(said(&|(what, _, after)| named(what, after))),
    ]
}
