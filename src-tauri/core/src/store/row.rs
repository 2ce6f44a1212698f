//! A row on its way into the file, and plain reading.

use rusqlite::types::Value;
use rusqlite::{Connection, Params};

use crate::error::Result;

/// The columns of one row that are to be stored; columns not named keep what they hold.
#[derive(Debug, Clone)]
pub struct Row {
    pub(super) table: &'static str,
    pub(super) id: String,
    pub(super) columns: Vec<(&'static str, Value)>,
}

impl Row {
    /// A row of a table.
    pub fn new(table: &'static str, id: impl ToString) -> Self {
        Self { table, id: id.to_string(), columns: Vec::new() }
    }

    /// The same row with a column's value (`i64`, `f64`, `bool`, `String`, `Vec<u8>`, or an `Option` of them).
    #[must_use]
    pub fn set(mut self, column: &'static str, value: impl Into<Value>) -> Self {
        self.columns.push((column, value.into()));
        self
    }

    /// The same row with a column's text.
    #[must_use]
    pub fn text(self, column: &'static str, value: impl ToString) -> Self {
        self.set(column, value.to_string())
    }
}

/// Plain reading of the file; what is read may be within a transaction that is not yet committed.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub(super) &'a Connection);

impl Reader<'_> {
    /// Every row of a query.
    pub fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.0.prepare_cached(sql)?;
        let rows = statement.query_map(params, row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first row of a query, if there is one.
    pub fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        row: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        use rusqlite::OptionalExtension;
        Ok(self.0.prepare_cached(sql)?.query_row(params, row).optional()?)
    }
}
