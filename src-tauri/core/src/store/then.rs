//! Rows as they stood at a past moment: what stands now, rolled back by the images of what was done since.
//!
//! A bulk operation keeps no images: what one placed is not rolled back, so whoever asks goes by dated events there.
//! Refuses to know: what a table means.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::params;
use rusqlite::types::Value;

use super::image::{self, Columns};
use super::{AuditFile, Operation, log};
use crate::error::Result;
use crate::text::digest;

/// A moment in a file's past: everything that was done up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub(super) seq: u32,
    /// The instant.
    pub at: DateTime<Utc>,
}

/// Rows that say something together: all of a table, or those of one owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// All of a table.
    All(&'static str),
    /// Those of a table that have the owner in a column.
    Of(&'static str, &'static str),
}

/// A row as it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct RowThen(Columns);

impl RowThen {
    /// A column's text; empty where it holds none.
    pub fn text(&self, column: &str) -> &str {
        match self.0.get(column) {
            Some(Value::Text(text)) => text,
            Some(Value::Null | Value::Integer(_) | Value::Real(_) | Value::Blob(_)) | None => "",
        }
    }

    /// A column's whole number; none where it holds none.
    pub fn number(&self, column: &str) -> Option<i64> {
        match self.0.get(column) {
            Some(Value::Integer(number)) => Some(*number),
            Some(Value::Null | Value::Text(_) | Value::Real(_) | Value::Blob(_)) | None => None,
        }
    }

    /// A column's bytes; none where it holds none.
    pub fn bytes(&self, column: &str) -> &[u8] {
        match self.0.get(column) {
            Some(Value::Blob(bytes)) => bytes,
            Some(Value::Null | Value::Integer(_) | Value::Real(_) | Value::Text(_)) | None => &[],
        }
    }

    /// A column's text as what it says, where it says that.
    pub fn parsed<T: std::str::FromStr>(&self, column: &str) -> Option<T> {
        self.text(column).parse().ok()
    }
}

impl AuditFile {
    /// The moment of an instant: after everything that was done up to it.
    pub fn moment(&self, at: DateTime<Utc>) -> Result<Moment> {
        let sql = "SELECT max(seq) FROM operation WHERE at <= ?1";
        let seq: Option<u32> = self.reader().one(sql, params![log::instant(at)], |row| row.get(0))?.flatten();
        Ok(Moment { seq: seq.unwrap_or(0), at })
    }

    /// The moment at which the log had a code at its head; none where it never had.
    pub fn moment_of(&self, head: &str) -> Result<Option<Moment>> {
        let sql = "SELECT seq, at FROM operation WHERE digest = ?1";
        let found =
            self.reader().one(sql, params![head], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        Ok(found.and_then(|(seq, at)| Some(Moment { seq, at: at.parse().ok()? })))
    }

    /// The code that the log had after the last operation up to a moment, but for some; nothing before the first.
    pub fn last_but(&self, some: &[Operation], moment: Moment) -> Result<String> {
        let sql = "SELECT digest, name FROM operation WHERE seq <= ?1 ORDER BY seq DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params![moment.seq])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(1)?;
            if !some.iter().any(|one| one.name == name) {
                return Ok(row.get(0)?);
            }
        }
        Ok(String::new())
    }

    /// The rows of a table as they stood at a moment: in the order in which they came, those that went since last.
    pub fn rows_at(&self, table: &str, moment: Moment) -> Result<Vec<RowThen>> {
        let mut rows = Rolled::of(self, table)?;
        let sql = "SELECT row_id, before FROM image WHERE seq > ?1 AND table_name = ?2 \
                   ORDER BY seq DESC, place DESC";
        let images = self.reader().all(sql, params![moment.seq, table], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?))
        })?;
        for (id, before) in images {
            match before {
                Some(before) => rows.put(id, image::parsed(&before)?.0),
                None => rows.take(&id),
            }
        }
        Ok(rows.rows.into_iter().flatten().map(RowThen).collect())
    }

    /// The digest of rows as they stood at a moment: the same while they say the same, in whatever order they came.
    pub fn digest_at(&self, rows: &[Rows], owner: &str, moment: Moment) -> Result<String> {
        let mut lines = Vec::new();
        for one in rows {
            let (table, column) = match one {
                Rows::All(table) => (table, None),
                Rows::Of(table, column) => (table, Some(column)),
            };
            let mut stood = self.rows_at(table, moment)?;
            stood.retain(|row| column.is_none_or(|column| row.text(column) == owner));
            lines.extend(stood.iter().map(|row| row.line(table)));
        }
        lines.sort_unstable();
        Ok(digest(lines.concat().as_bytes()))
    }
}

impl RowThen {
    /// Every column that holds something, with its length before it, so that no two rows are the same line.
    fn line(&self, table: &str) -> String {
        let held = |(name, value): (&String, &Value)| {
            let text = match value {
                Value::Null => return None,
                Value::Integer(number) => number.to_string(),
                Value::Real(number) => number.to_string(),
                Value::Text(text) => text.clone(),
                Value::Blob(bytes) => digest(bytes),
            };
            Some(format!("{name} {} {text}\n", text.len()))
        };
        format!("{table}\n{}", self.0.iter().filter_map(held).collect::<String>())
    }
}

/// The rows of a table while they are rolled back.
struct Rolled {
    rows: Vec<Option<Columns>>,
    places: BTreeMap<String, usize>,
}

impl Rolled {
    fn of(file: &AuditFile, table: &str) -> Result<Self> {
        let sql = format!("SELECT * FROM {} ORDER BY rowid", image::quoted(table)?);
        let mut statement = file.connection.prepare_cached(&sql)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let row = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Columns> {
            names.iter().enumerate().map(|(place, name)| Ok((name.clone(), row.get(place)?))).collect()
        };
        let rows: Vec<Columns> = statement.query_map([], row)?.collect::<rusqlite::Result<_>>()?;
        let id = |row: &Columns| match row.get("id") {
            Some(Value::Text(id)) => id.clone(),
            Some(Value::Null | Value::Integer(_) | Value::Real(_) | Value::Blob(_)) | None => String::new(),
        };
        let places = rows.iter().enumerate().map(|(place, row)| (id(row), place)).collect();
        Ok(Self { rows: rows.into_iter().map(Some).collect(), places })
    }

    fn put(&mut self, id: String, before: Columns) {
        let place = *self.places.entry(id).or_insert_with(|| {
            self.rows.push(None);
            self.rows.len() - 1
        });
        self.rows[place].get_or_insert_with(Columns::new).extend(before);
    }

    fn take(&mut self, id: &str) {
        if let Some(place) = self.places.get(id) {
            self.rows[*place] = None;
        }
    }
}
