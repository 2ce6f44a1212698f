//! What operations did to rows, as texts: for a history that people read.
//!
//! Refuses to know: what a table or a column means.

use std::collections::BTreeMap;

use rusqlite::params;
use rusqlite::types::Value;

use super::image::{self, Columns};
use super::{AuditFile, log};
use crate::error::Result;

/// Columns of a row by name, as texts; blobs say nothing to a person.
pub type Texts = BTreeMap<String, String>;

/// What one operation did to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its table.
    pub table: String,
    /// Its id.
    pub row: String,
    /// Columns before: those that changed, or all of a row that went; none where there was no row.
    pub before: Option<Texts>,
    /// Columns after: those that changed, or all of a row that came; none where the row went.
    pub after: Option<Texts>,
}

impl AuditFile {
    /// What an operation did, row by row; an intake keeps no images and says nothing.
    pub fn changed(&self, seq: u32) -> Result<Vec<Changed>> {
        let changes = log::changes(&self.connection, seq)?;
        let told = |change: image::Change| Changed {
            table: change.table,
            row: change.id,
            before: change.before.map(texts),
            after: change.after.map(texts),
        };
        Ok(changes.into_iter().map(told).collect())
    }

    /// A whole row as it stands, or as it last stood.
    pub fn stood(&self, table: &str, row: &str) -> Result<Texts> {
        if let Some(columns) = image::row(&self.connection, table, row)? {
            return Ok(texts(columns));
        }
        let sql = "SELECT before FROM image WHERE table_name = ?1 AND row_id = ?2 AND after IS NULL \
                   ORDER BY seq DESC LIMIT 1";
        let last: Option<String> = self.reader().one(sql, params![table, row], |row| row.get(0))?;
        last.map_or(Ok(Texts::new()), |body| Ok(texts(image::parsed(&body)?.0)))
    }
}

/// The columns of a row as texts.
pub(super) fn texts(columns: Columns) -> Texts {
    let text = |value: Value| match value {
        Value::Null => Some(String::new()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Real(number) => Some(number.to_string()),
        Value::Text(text) => Some(text),
        Value::Blob(_) => None,
    };
    columns.into_iter().filter_map(|(name, value)| Some((name, text(value)?))).collect()
}
