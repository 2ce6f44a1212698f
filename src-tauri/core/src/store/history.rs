//! The history as people read it: newest first, with what was taken back marked.
//!
//! Refuses to know: the words for an operation's name; the page has them.

use std::collections::HashSet;

use super::AuditFile;
use crate::error::Result;

/// One operation of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its number.
    pub seq: u32,
    /// When, UTC.
    pub at: String,
    /// Who did it.
    pub who: String,
    /// Its name (`answer.rate`).
    pub name: String,
    /// What it was done to.
    pub target: String,
    /// How it stands in the log: ordinary, typing, fence, bulk, undo, redo, redaction.
    pub kind: String,
    /// The operation that it took back or did again.
    pub undoes: Option<u32>,
    /// Its own account, where it has no images.
    pub summary: String,
    /// Whether it was taken back since.
    pub undone: bool,
}

impl AuditFile {
    /// Every operation, newest first.
    pub fn history(&self) -> Result<Vec<Past>> {
        let mut undone = HashSet::new();
        let mut past = self.reader().all(
            "SELECT seq, at, who, name, target, kind, undoes, summary FROM operation ORDER BY seq DESC",
            [],
            past,
        )?;
        for line in &mut past {
            line.undone = undone.contains(&line.seq);
            if !line.undone {
                undone.extend(line.undoes);
            }
        }
        Ok(past)
    }
}

fn past(row: &rusqlite::Row<'_>) -> rusqlite::Result<Past> {
    Ok(Past {
        seq: row.get(0)?,
        at: row.get(1)?,
        who: row.get(2)?,
        name: row.get(3)?,
        target: row.get(4)?,
        kind: row.get(5)?,
        undoes: row.get(6)?,
        summary: row.get(7)?,
        undone: false,
    })
}
