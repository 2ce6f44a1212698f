//! What was said of a list once: which column means what, and what was chosen of it; known again by its headings.

use crate::error::{Error, Result};
use crate::listing::{Columns, Filter};
use crate::store::{Reader, Row, Tx, params};

/// Remembers what was said of a list.
pub fn remember(tx: &mut Tx<'_>, headings: &[String], columns: &Columns, filter: &Filter) -> Result<()> {
    let fault = |_| Error::fault("The columns of the list could not be written down.");
    let json = |value: serde_json::Result<String>| value.map_err(fault);
    let row = Row::new("list_columns", Columns::key(headings));
    let row = row.text("headings", json(serde_json::to_string(headings))?);
    let row = row.text("columns", json(serde_json::to_string(columns))?);
    let row = row.text("chosen", json(serde_json::to_string(filter))?);
    tx.put(row.text("at", tx.world().now().to_rfc3339()))
}

/// What was said of a list with these headings.
pub fn recall(reader: Reader<'_>, headings: &[String]) -> Result<Option<(Columns, Filter)>> {
    let sql = "SELECT columns, chosen FROM list_columns WHERE id = ?1";
    let read: Option<(String, String)> =
        reader.one(sql, params![Columns::key(headings)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(read.and_then(|(columns, chosen)| {
        Some((serde_json::from_str(&columns).ok()?, serde_json::from_str(&chosen).ok()?))
    }))
}
