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
    // What was done is done: a history is never a draft.
    document.draft = String::new();
    let steps = lines.len();
    let table = Table {
        title: "Every step, the latest first".to_owned(),
        caption: format!("{steps} steps. What was taken back stands here too."),
        as_at: String::new(),
        columns: vec![
            Column::new("When", ColumnKind::Short),
            Column::new("Who", ColumnKind::Text),
            Column::new("What was done", ColumnKind::Text),
            Column::new("Of it", ColumnKind::Text),
            Column::new("Before", ColumnKind::Text),
            Column::new("After", ColumnKind::Text),
        ],
        rows: lines.iter().flat_map(rows).collect(),
        notes: Vec::new(),
    };
    document.sections.push(Section::new("History").table(table));
    document
}

/// A step that changed more than this at once is told in one line: each answer has a history of its own.
const TOLD: usize = 12;

/// A row for each thing that changed in a step.
fn rows(line: &PastLine) -> Vec<Vec<Cell>> {
    match line.changes.len() {
        0 => vec![row(line, "", "", "")],
        1..=TOLD => line.changes.iter().map(|(what, before, after)| row(line, what, before, after)).collect(),
        many => vec![row(line, &format!("{many} things at once"), "", "")],
    }
}

fn row(line: &PastLine, what: &str, before: &str, after: &str) -> Vec<Cell> {
    let done = [line.done.as_str(), &line.place].into_iter().filter(|part| !part.is_empty());
    vec![
        Cell::text(&line.at),
        Cell::text(&line.who),
        Cell::text(done.collect::<Vec<_>>().join("\n")),
        Cell::text(what),
        Cell::text(before),
        Cell::text(after),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(changes: usize) -> PastLine {
        let change = |place: usize| (format!("Note {place}"), "then".to_owned(), "now".to_owned());
        PastLine {
            done: "Rated A1".to_owned(),
            changes: (0..changes).map(change).collect(),
            ..PastLine::default()
        }
    }

    #[test]
    fn a_step_has_a_row_for_each_change_and_one_where_there_are_many() {
        let count = |changes| rows(&step(changes)).len();
        assert_eq!((count(0), count(1), count(12), count(13)), (1, 1, 12, 1));
        assert_eq!(rows(&step(13))[0][3].text, "13 things at once");
    }

    #[test]
    fn a_history_is_never_a_draft() {
        let draft = Document { draft: "Draft".to_owned(), ..Document::default() };
        assert_eq!(compose(draft, &[step(1)]).draft, "");
    }
}
