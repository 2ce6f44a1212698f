//! The history as people read it: newest first, with what was taken back marked.
//!
//! Refuses to know: the words for an operation's name; the page has them.

use std::collections::{BTreeMap, HashSet};

use rusqlite::params;

use super::changed::texts;
use super::{AuditFile, image};
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

/// One operation's change of one row: its columns as texts, only those that changed unless the row came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowPast {
    /// The operation's number.
    pub seq: u32,
    /// When, UTC.
    pub at: String,
    /// Who did it.
    pub who: String,
    /// Its name, or `undo`, `redo`, `redaction`.
    pub step: String,
    /// Columns before; empty where there was no row.
    pub before: BTreeMap<String, String>,
    /// Columns after; empty where the row went.
    pub after: BTreeMap<String, String>,
}

impl AuditFile {
    /// What became of one row, newest first; what an intake placed has left no images.
    pub fn past_of(&self, table: &str, row: &str) -> Result<Vec<RowPast>> {
        let sql = "SELECT o.seq, o.at, o.who, CASE WHEN o.undoes IS NULL THEN o.name ELSE o.kind END, i.before, i.after \
                   FROM image i JOIN operation o ON o.seq = i.seq \
                   WHERE i.table_name = ?1 AND i.row_id = ?2 ORDER BY o.seq DESC, i.place DESC";
        let rows = self.reader().all(sql, params![table, row], |row| {
            let body = |place| row.get::<_, Option<String>>(place);
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, body(4)?, body(5)?))
        })?;
        let told = |(seq, at, who, step, before, after)| {
            Ok(RowPast { seq, at, who, step, before: columns(before)?, after: columns(after)? })
        };
        rows.into_iter().map(told).collect()
    }

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

/// The columns of an image as texts; blobs say nothing to a person.
fn columns(body: Option<String>) -> Result<BTreeMap<String, String>> {
    let Some(body) = body else { return Ok(BTreeMap::new()) };
    let (columns, _) = image::parsed(&body)?;
    Ok(texts(columns))
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
