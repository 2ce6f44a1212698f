//! The log: one chain of operations, each with the images of the rows it changed.
//!
//! What is hashed is the digest of each image, not the image, so that a redaction can replace a text and
//! the chain still holds. Refuses to know: how steps are taken back (`undo`), and what the rows mean.

use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::image::{self, Change, Columns};
use super::row::{Reader, Row};
use crate::error::Result;
use crate::text::digest;
use crate::world::World;

/// The tables that only the log itself writes.
pub(super) const OWN_TABLES: [&str; 3] = ["meta", "operation", "image"];

/// What a log begins with, before its first operation.
pub(super) const BEGINNING: &str = "";

/// An operation as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub seq: u32,
    pub at: String,
    pub who: String,
    pub name: String,
    pub target: String,
    pub kind: &'static str,
    pub undoes: Option<u32>,
    pub summary: String,
}

/// The inside of one operation: what is put here is committed whole or not at all.
pub struct Tx<'a> {
    pub(super) connection: &'a Connection,
    pub(super) world: &'a dyn World,
    pub(super) trace: Trace,
}

/// What an operation has touched: rows as they were first, or only their ids.
pub(super) enum Trace {
    Images {
        places: HashMap<(&'static str, String), usize>,
        rows: Vec<(&'static str, String, Option<Columns>)>,
    },
    Ids {
        count: u32,
        ids: Sha256,
    },
}

/// What an operation came to.
pub(super) enum Outcome {
    Changes(Vec<Change>),
    Bulk { count: u32, digest: String },
}

impl<'a> Tx<'a> {
    pub(super) fn with_images(connection: &'a Connection, world: &'a dyn World) -> Self {
        Self { connection, world, trace: Trace::Images { places: HashMap::new(), rows: Vec::new() } }
    }

    pub(super) fn with_ids(connection: &'a Connection, world: &'a dyn World) -> Self {
        Self { connection, world, trace: Trace::Ids { count: 0, ids: Sha256::new() } }
    }

    /// Stores a row: a new one, or the named columns of one that is there.
    pub fn put(&mut self, row: Row) -> Result<()> {
        let there = self.touch(row.table, &row.id)?;
        let columns: Vec<(&str, &Value)> = row.columns.iter().map(|(name, value)| (*name, value)).collect();
        if there {
            image::update(self.connection, row.table, &row.id, &columns)
        } else {
            image::insert(self.connection, row.table, &row.id, &columns)
        }
    }

    /// Takes a row away.
    pub fn remove(&mut self, table: &'static str, id: impl ToString) -> Result<()> {
        let id = id.to_string();
        self.touch(table, &id)?;
        image::delete(self.connection, table, &id)
    }

    /// Reading inside the operation: sees what was put.
    pub fn reader(&self) -> Reader<'_> {
        Reader(self.connection)
    }

    /// The world the file was opened in: time, name, new ids.
    pub fn world(&self) -> &dyn World {
        self.world
    }

    /// Remembers a row as it is before its first change; says whether it is there now.
    fn touch(&mut self, table: &'static str, id: &str) -> Result<bool> {
        match &mut self.trace {
            Trace::Images { places, rows } => {
                let key = (table, id.to_owned());
                if places.contains_key(&key) {
                    return image::is_there(self.connection, table, id);
                }
                let before = image::row(self.connection, table, id)?;
                let there = before.is_some();
                places.insert(key, rows.len());
                rows.push((table, id.to_owned(), before));
                Ok(there)
            }
            Trace::Ids { count, ids } => {
                *count += 1;
                ids.update(format!("{table} {id}\n"));
                image::is_there(self.connection, table, id)
            }
        }
    }

    /// What has changed in the end.
    pub(super) fn outcome(self) -> Result<Outcome> {
        match self.trace {
            Trace::Images { rows, .. } => {
                let mut changes = Vec::new();
                for (table, id, before) in rows {
                    let after = image::row(self.connection, table, &id)?;
                    changes.extend(Change::between(table, &id, before, after));
                }
                Ok(Outcome::Changes(changes))
            }
            Trace::Ids { count, ids } => Ok(Outcome::Bulk { count, digest: image::hex(&ids.finalize()) }),
        }
    }
}

/// An instant as the log writes it.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The number and the digest of the last operation.
pub(super) fn tip(connection: &Connection) -> Result<(u32, String)> {
    let last = connection
        .query_row("SELECT seq, digest FROM operation ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(last.unwrap_or((0, BEGINNING.to_owned())))
}

/// Writes an operation and its images at the end of the chain.
pub(super) fn append(
    connection: &Connection,
    world: &dyn World,
    entry: &Entry,
    changes: &[Change],
) -> Result<()> {
    let (_, previous) = tip(connection)?;
    connection.execute(
        "INSERT INTO operation (seq, at, who, name, target, kind, undoes, summary, previous, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')",
        params![
            entry.seq,
            entry.at,
            entry.who,
            entry.name,
            entry.target,
            entry.kind,
            entry.undoes,
            entry.summary,
            previous
        ],
    )?;
    write_images(connection, world, entry.seq, changes)?;
    seal(connection, entry.seq)
}

/// Writes the images of an operation in place of those it had.
pub(super) fn write_images(
    connection: &Connection,
    world: &dyn World,
    seq: u32,
    changes: &[Change],
) -> Result<()> {
    connection.prepare_cached("DELETE FROM image WHERE seq = ?1")?.execute([seq])?;
    let mut statement = connection.prepare_cached(
        "INSERT INTO image (seq, place, table_name, row_id, before, before_digest, after, after_digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (place, change) in (0_u32..).zip(changes) {
        let side = |columns: &Option<Columns>| -> Result<(Option<String>, Option<String>)> {
            let Some(columns) = columns else { return Ok((None, None)) };
            let (body, digest) = image::sealed(columns, &image::hex(&world.random()))?;
            Ok((Some(body), Some(digest)))
        };
        let (before, before_digest) = side(&change.before)?;
        let (after, after_digest) = side(&change.after)?;
        statement.execute(params![
            seq,
            place,
            change.table,
            change.id,
            before,
            before_digest,
            after,
            after_digest
        ])?;
    }
    Ok(())
}

/// Lets the last operation go on: its images become what it and the new changes came to together.
pub(super) fn extend(
    connection: &Connection,
    world: &dyn World,
    seq: u32,
    at: &str,
    later: Vec<Change>,
) -> Result<Vec<Change>> {
    let mut whole = changes(connection, seq)?;
    for change in later {
        match whole.iter().position(|known| known.table == change.table && known.id == change.id) {
            Some(place) => {
                let known = whole.remove(place);
                if let Some(both) = known.then(change) {
                    whole.insert(place, both);
                }
            }
            None => whole.push(change),
        }
    }
    write_images(connection, world, seq, &whole)?;
    connection.execute("UPDATE operation SET at = ?2 WHERE seq = ?1", params![seq, at])?;
    seal(connection, seq)?;
    Ok(whole)
}

/// Computes the digest of an operation and writes it down; only ever done to the last one.
pub(super) fn seal(connection: &Connection, seq: u32) -> Result<()> {
    let digest = digest_of(connection, seq)?;
    connection.execute("UPDATE operation SET digest = ?2 WHERE seq = ?1", params![seq, digest])?;
    Ok(())
}

/// The digest of an operation as it stands: its own fields, the digest before it, and the digests of its images.
pub(super) fn digest_of(connection: &Connection, seq: u32) -> Result<String> {
    let field = |row: &rusqlite::Row<'_>, place| row.get::<_, Option<String>>(place);
    let mut hashed = connection
        .prepare_cached("SELECT previous, seq, at, who, name, target, kind, undoes, summary FROM operation WHERE seq = ?1")?
        .query_row([seq], |row| {
            let (seq, undoes): (u32, Option<u32>) = (row.get(1)?, row.get(7)?);
            let texts = [0, 2, 3, 4, 5, 6, 8].into_iter().map(|place| field(row, place));
            Ok(json!([seq, undoes, texts.collect::<rusqlite::Result<Vec<_>>>()?]).to_string())
        })?;
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_id, before_digest, after_digest FROM image WHERE seq = ?1 ORDER BY place",
    )?;
    let lines = statement.query_map([seq], |row| {
        Ok(json!([field(row, 0)?, field(row, 1)?, field(row, 2)?, field(row, 3)?]).to_string())
    })?;
    for line in lines {
        hashed.push('\n');
        hashed.push_str(&line?);
    }
    Ok(digest(hashed.as_bytes()))
}

/// The changes that an operation made.
pub(super) fn changes(connection: &Connection, seq: u32) -> Result<Vec<Change>> {
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_id, before, after FROM image WHERE seq = ?1 ORDER BY place",
    )?;
    let rows = statement.query_map([seq], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get::<_, Option<String>>(2)?, row.get::<_, Option<String>>(3)?))
    })?;
    let columns =
        |body: Option<String>| body.map(|body| image::parsed(&body).map(|(columns, _)| columns)).transpose();
    rows.map(|row| {
        let (table, id, before, after) = row?;
        Ok(Change { table, id, before: columns(before)?, after: columns(after)? })
    })
    .collect()
}
