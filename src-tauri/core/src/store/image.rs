//! Images of rows: what a row held before and after, as canonical JSON, and putting a row back by one.
//!
//! An image names the columns that changed (all of them where the row came or went) and carries a random
//! salt, so that the digest which stays after a redaction cannot be guessed back to the text.
//! Refuses to know: what the columns mean.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::json;

use super::log::OWN_TABLES;
use crate::error::{Error, Kind, Result};
use crate::text::digest;

/// The columns of a row by name.
pub(super) type Columns = BTreeMap<String, Value>;

/// A row as it was and as it became; nothing where there was no row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub table: String,
    pub id: String,
    pub before: Option<Columns>,
    pub after: Option<Columns>,
}

impl Change {
    /// The change from one whole row to another; nothing where they are equal.
    pub(super) fn between(
        table: &str,
        id: &str,
        before: Option<Columns>,
        after: Option<Columns>,
    ) -> Option<Self> {
        Self { table: table.to_owned(), id: id.to_owned(), before, after }.narrowed()
    }

    /// The change that takes this one back.
    pub(super) fn inverse(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }

    /// This change and a later one of the same row, as one.
    pub(super) fn then(self, later: Self) -> Option<Self> {
        let before = self.before.map(|first| overlaid(later.before.unwrap_or_default(), first));
        let after = later.after.map(|last| overlaid(self.after.unwrap_or_default(), last));
        Self { before, after, ..self }.narrowed()
    }

    fn narrowed(mut self) -> Option<Self> {
        if self.before == self.after {
            return None;
        }
        if let (Some(before), Some(after)) = (&mut self.before, &mut self.after) {
            let same = |name: &String, value: &Value| after.get(name) == Some(value);
            let equal: Vec<String> = before
                .iter()
                .filter(|(name, value)| same(name, value))
                .map(|(name, _)| name.clone())
                .collect();
            for name in equal {
                before.remove(&name);
                after.remove(&name);
            }
        }
        Some(self)
    }
}

fn overlaid(mut below: Columns, above: Columns) -> Columns {
    below.extend(above);
    below
}

/// The tables whose id is the row's keys with a space between them, and how the keys are found in it: all but the
/// last are uuids.
const OF_KEYS: [(&str, &str); 3] = [
    ("answer", "submission_id = substr(?1, 1, 36) AND question_id = substr(?1, 38)"),
    (
        "backing",
        "evidence_id = substr(?1, 1, 36) AND submission_id = substr(?1, 38, 36) AND question_id = substr(?1, 75)",
    ),
    (
        "growth",
        "action_id = substr(?1, 1, 36) AND submission_id = substr(?1, 38, 36) AND question_id = substr(?1, 75)",
    ),
];

/// How a row of a table is found by its id.
fn found_by(table: &str) -> &'static str {
    OF_KEYS.iter().find(|(name, _)| *name == table).map_or("id = ?1", |(_, found)| found)
}

/// A whole row, if it is there.
pub(super) fn row(connection: &Connection, table: &str, id: &str) -> Result<Option<Columns>> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT * FROM {} WHERE {}", quoted(table)?, found_by(table)))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let read = |row: &rusqlite::Row<'_>| {
        names.iter().enumerate().map(|(place, name)| Ok((name.clone(), row.get(place)?))).collect()
    };
    Ok(statement.query_row([id], read).optional()?)
}

/// Whether a row is there.
pub(super) fn is_there(connection: &Connection, table: &str, id: &str) -> Result<bool> {
    let sql = format!("SELECT 1 FROM {} WHERE {}", quoted(table)?, found_by(table));
    Ok(connection.prepare_cached(&sql)?.exists([id])?)
}

/// Stores columns of a row that is there.
pub(super) fn update(
    connection: &Connection,
    table: &str,
    id: &str,
    columns: &[(&str, &Value)],
) -> Result<()> {
    if columns.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = (2..)
        .zip(columns)
        .map(|(at, (name, _))| Ok(format!("{} = ?{at}", quoted(name)?)))
        .collect::<Result<_>>()?;
    let sql = format!("UPDATE {} SET {} WHERE {}", quoted(table)?, list.join(", "), found_by(table));
    let key = Value::from(id.to_owned());
    let values = [&key].into_iter().chain(columns.iter().map(|(_, value)| *value));
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Stores a row that is not there yet.
pub(super) fn insert(
    connection: &Connection,
    table: &str,
    id: &str,
    columns: &[(&str, &Value)],
) -> Result<()> {
    let key = Value::from(id.to_owned());
    let mut columns = columns.to_vec();
    if !OF_KEYS.iter().any(|(name, _)| *name == table) {
        columns.insert(0, ("id", &key));
    }
    let names: Vec<String> = columns.iter().map(|(name, _)| quoted(name)).collect::<Result<_>>()?;
    let marks = vec!["?"; columns.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(table)?, names.join(", "));
    let values = columns.iter().map(|(_, value)| *value);
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Takes a row away.
pub(super) fn delete(connection: &Connection, table: &str, id: &str) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE {}", quoted(table)?, found_by(table));
    connection.prepare_cached(&sql)?.execute([id])?;
    Ok(())
}

/// Makes rows what the changes say they become; refused where a row is not what they say it was.
///
/// All that goes is taken away before anything comes, so that unique columns cannot stand in each other's way.
pub(super) fn apply(connection: &Connection, changes: &[Change]) -> Result<()> {
    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let mut whole = Vec::new();
    for change in changes {
        let now = row(connection, &change.table, &change.id)?;
        unchanged(change, now.as_ref())?;
        if now.is_some() {
            delete(connection, &change.table, &change.id)?;
        }
        whole.push(change.after.clone().map(|after| overlaid(now.unwrap_or_default(), after)));
    }
    for (change, columns) in changes.iter().zip(whole) {
        let Some(columns) = columns else { continue };
        let list: Vec<(&str, &Value)> = columns
            .iter()
            .filter(|(name, _)| *name != "id")
            .map(|(name, value)| (name.as_str(), value))
            .collect();
        insert(connection, &change.table, &change.id, &list)?;
    }
    Ok(())
}

/// Makes rows what they were before the changes, as far as they are there; what came is gone first, so that unique columns cannot
/// stand in each other's way. A row that stays keeps its place among the others.
pub(super) fn put_back(connection: &Connection, changes: &[Change]) -> Result<()> {
    for change in changes.iter().filter(|change| change.before.is_none()) {
        delete(connection, &change.table, &change.id)?;
    }
    for change in changes.iter().rev() {
        let Some(before) = &change.before else { continue };
        let list: Vec<(&str, &Value)> = before
            .iter()
            .filter(|(name, _)| *name != "id")
            .map(|(name, value)| (name.as_str(), value))
            .collect();
        match (is_there(connection, &change.table, &change.id)?, &change.after) {
            (true, _) => update(connection, &change.table, &change.id, &list)?,
            (false, None) => insert(connection, &change.table, &change.id, &list)?,
            // Something that keeps no images took it away since.
            (false, Some(_)) => {}
        }
    }
    Ok(())
}

fn unchanged(change: &Change, now: Option<&Columns>) -> Result<()> {
    let same = match (&change.before, now) {
        (None, None) => true,
        (Some(before), Some(now)) => before.iter().all(|(name, value)| now.get(name) == Some(value)),
        (Some(_), None) | (None, Some(_)) => false,
    };
    if same {
        return Ok(());
    }
    Err(Error::new(
        Kind::State,
        "This step cannot be taken back, because what it changed has been changed again since.",
    )
    .hint("Change it by hand; the history shows what it was."))
}

/// A name of a table or column for SQL; the log's own tables are never written by images.
pub(super) fn quoted(name: &str) -> Result<String> {
    if OWN_TABLES.contains(&name) || name.contains(['"', '\0']) {
        return Err(Error::fault(format!("The table or column \u{201c}{name}\u{201d} may not be written.")));
    }
    Ok(format!("\"{name}\""))
}

/// An image's canonical JSON with its salt, and the digest that goes into the chain.
pub(super) fn sealed(columns: &Columns, salt: &str) -> Result<(String, String)> {
    let body = written(columns, salt)?;
    let seal = digest(body.as_bytes());
    Ok((body, seal))
}

/// An image's canonical JSON: columns sorted, blobs in hexadecimal.
pub(super) fn written(columns: &Columns, salt: &str) -> Result<String> {
    let mut row = serde_json::Map::new();
    for (name, value) in columns {
        row.insert(name.clone(), to_json(name, value)?);
    }
    Ok(json!({ "row": row, "salt": salt }).to_string())
}

fn to_json(name: &str, value: &Value) -> Result<serde_json::Value> {
    Ok(match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => json!(number),
        Value::Real(number) if number.is_finite() => json!(number),
        Value::Real(_) => {
            return Err(Error::fault(format!("The column \u{201c}{name}\u{201d} was given no real number.")));
        }
        Value::Text(text) => json!(text),
        Value::Blob(bytes) => json!({ "blob": hex(bytes) }),
    })
}

/// The columns of an image, and its salt (empty once redacted).
pub(super) fn parsed(body: &str) -> Result<(Columns, String)> {
    let json: serde_json::Value = serde_json::from_str(body).map_err(|_| unreadable())?;
    let row = json["row"].as_object().ok_or_else(unreadable)?;
    let columns =
        row.iter().map(|(name, value)| Ok((name.clone(), from_json(value)?))).collect::<Result<_>>()?;
    Ok((columns, json["salt"].as_str().unwrap_or_default().to_owned()))
}

fn from_json(value: &serde_json::Value) -> Result<Value> {
    use serde_json::Value as Json;
    match value {
        Json::Null => Ok(Value::Null),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Ok(Value::Integer(whole)),
            None => number.as_f64().map(Value::Real).ok_or_else(unreadable),
        },
        Json::String(text) => Ok(Value::Text(text.clone())),
        Json::Object(object) => {
            object.get("blob").and_then(Json::as_str).and_then(unhex).map(Value::Blob).ok_or_else(unreadable)
        }
        Json::Bool(_) | Json::Array(_) => Err(unreadable()),
    }
}

fn unreadable() -> Error {
    Error::new(Kind::File, "A step in the history of this file cannot be read.")
        .hint("Restore the newest backup from the start screen.")
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pair =
        |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
    text.as_bytes().chunks(2).map(pair).collect()
}
