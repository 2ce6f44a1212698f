//! The non-return log: who has not returned, since when, and what was done about it. Restricted.
//!
//! Refuses to know: the file.

use chrono::NaiveDate;

use super::document::{Document, Section, Tone};
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};

/// Who may read it.
pub const MARKING: &str = "Restricted: names schools and organisations that have not returned";

/// What the log is composed of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NonReturns {
    /// Whose round, and as at which day.
    pub about: Vec<String>,
    /// How many were asked to return.
    pub expected: u32,
    /// Those that have not.
    pub lines: Vec<NonReturn>,
    /// The code of the head of the log.
    pub code: String,
}

/// A setting that has not returned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NonReturn {
    /// Its name.
    pub name: String,
    /// Its number.
    pub number: String,
    /// Its phase.
    pub phase: String,
    /// How it stands: not received, sent back.
    pub state: String,
    /// When it was or is due.
    pub due: Option<NaiveDate>,
    /// How many days ago that was; none where it is still to come.
    pub days_over: Option<i64>,
    /// Why more time was given, and until when.
    pub extension: String,
    /// What was done, a line each, oldest first.
    pub done: Vec<String>,
}

/// Composes the log.
pub fn compose(log: &NonReturns) -> Document {
    let notice = "For the partnership\u{2019}s officers and its Executive. Not received is not refused: say why only \
                  where it is known.";
    let section =
        Section::new("Non-return log").heading("Who has not returned").notice(Tone::Warning, notice);
    Document {
        title: "Non-return log".to_owned(),
        about: log.about.clone(),
        marking: MARKING.to_owned(),
        author: "Attest".to_owned(),
        code: log.code.clone(),
        sections: vec![section.table(table(log))],
        ..Document::default()
    }
}

fn table(log: &NonReturns) -> Table {
    let column = |label: &str, kind| Column::new(label, kind);
    Table {
        title: "Not returned".into(),
        caption: format!("{} of {} asked to return.", log.lines.len(), log.expected),
        as_at: String::new(),
        columns: vec![
            column("School or organisation", ColumnKind::Text),
            column("Number", ColumnKind::Short),
            column("Phase", ColumnKind::Text),
            column("State", ColumnKind::Text),
            column("Due", ColumnKind::Short),
            column("Days over", ColumnKind::Count),
            column("More time", ColumnKind::Text),
            column("What was done", ColumnKind::Text),
        ],
        rows: log.lines.iter().map(row).collect(),
        notes: vec!["What was done stands in the order of its dates.".to_owned()],
    }
}

fn row(line: &NonReturn) -> Vec<Cell> {
    let over = line.days_over.and_then(|days| u32::try_from(days).ok());
    vec![
        Cell::text(&line.name),
        Cell::text(&line.number),
        Cell::text(&line.phase),
        Cell::text(&line.state),
        Cell::text(line.due.map(day).unwrap_or_else(|| "no date".to_owned())),
        over.map_or_else(|| Cell::text(""), Cell::count),
        Cell::text(&line.extension),
        Cell::text(line.done.join("\n")),
    ]
}
