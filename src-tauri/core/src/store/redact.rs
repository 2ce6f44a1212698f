//! Taking a text out of a file for good: out of rows, images, kept originals and backups.
//!
//! The chain still holds, because it hashes the digests of images; a redaction is itself an operation, without
//! the text, and names the images whose digests no longer fit. Refuses to know: whose text it is.

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use super::image::{self, Columns};
use super::log::{self, Entry, OWN_TABLES};
use super::{AuditFile, packed, schema};
use crate::error::{Error, Result};
use crate::text::normal;
use crate::world::World;

/// What stands where a text was taken out.
pub const TOMBSTONE: &str = "[removed on request]";

/// The shortest text that can be taken out.
const SHORTEST: usize = 3;

/// What a redaction did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// In how many rows, steps of the history and kept originals the text stood.
    pub places: u32,
    /// In how many backups it stood.
    pub backups: u32,
    /// The backups that could not be rewritten, by name: these may still hold the text.
    pub left: Vec<String>,
}

/// A redaction's own account in the log: which images no longer fit their digests.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Account {
    places: u32,
    pub(super) images: Vec<(u32, u32)>,
}

/// Columns that hold words of ours (ids, codes, dates): a text that stands there cannot be taken out.
const FIXED: [&str; 29] = [
    "back",
    "id",
    "state",
    "kind",
    "verdict",
    "scheme",
    "status",
    "level",
    "at",
    "on_date",
    "sha256",
    "template",
    "opens",
    "due",
    "governors",
    "created",
    "begun",
    "voided",
    "revoked",
    "asks",
    "meeting",
    "step",
    "dated",
    "review",
    "retired",
    "done_on",
    "replied_on",
    "origin",
    "carried_how",
];

/// Columns that hold digests: letters that stand there by chance say nothing, and stay.
const DIGESTS: [&str; 2] = ["code", "digests"];

impl AuditFile {
    /// How often something was redacted: whoever keeps texts of the file in memory reads them again when it grows.
    pub fn redactions(&self) -> Result<u32> {
        let sql = "SELECT count(*) FROM operation WHERE kind = 'redaction'";
        Ok(self.reader().one(sql, [], |row| row.get(0))?.unwrap_or(0))
    }

    /// Takes a text out of the file and its backups for good. Undo stops here.
    pub fn redact(&mut self, text: &str) -> Result<Redacted> {
        self.writable()?;
        let text = wanted(text)?;
        let places = take_out(&mut self.connection, self.world.as_ref(), &text)?;
        self.steps.clear();
        self.revision = log::tip(&self.connection)?.0;
        self.connection.execute_batch("VACUUM")?;
        let mut done = Redacted { places, backups: 0, left: Vec::new() };
        for backup in self.every_backup()? {
            match in_backup(&backup.path, self.world.as_ref(), &text) {
                Ok(0) => {}
                Ok(_) => done.backups += 1,
                Err(_) => {
                    done.left.push(backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned())
                }
            }
        }
        Ok(done)
    }
}

fn wanted(text: &str) -> Result<String> {
    let text = normal(text.trim());
    if text.chars().count() < SHORTEST {
        return Err(Error::input("A text to be removed has at least three characters.")
            .hint("Type the name or the words as they stand in the answers."));
    }
    if schema::SCHEMA.contains(&text) || TOMBSTONE.contains(&text) {
        return Err(ours());
    }
    Ok(text)
}

fn ours() -> Error {
    Error::input("This text is also part of a word that the file itself needs, such as a template or a name in the history.")
        .hint("Give a longer text, as it stands in the answers.")
}

fn in_backup(path: &std::path::Path, world: &dyn World, text: &str) -> Result<u32> {
    let mut connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    schema::settle(&connection)?;
    let places = take_out(&mut connection, world, text)?;
    connection.execute_batch("VACUUM")?;
    Ok(places)
}

/// Takes the text out of one file, in one operation of its log.
fn take_out(connection: &mut Connection, world: &dyn World, text: &str) -> Result<u32> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    refuse_in_words_of_ours(&tx, text)?;
    let rows = rows(&tx, text)?;
    let images = images(&tx, text)?;
    let places = rows + u32::try_from(images.len()).unwrap_or(u32::MAX);
    if places == 0 {
        return Ok(0);
    }
    let account = Account { places, images };
    let entry = Entry {
        seq: log::tip(&tx)?.0 + 1,
        at: log::instant(world.now()),
        who: world.who(),
        name: "file.redact".to_owned(),
        target: String::new(),
        kind: "redaction",
        undoes: None,
        summary: serde_json::to_string(&account)
            .map_err(|_| Error::fault("An account could not be written."))?,
    };
    log::append(&tx, world, &entry, &[])?;
    tx.commit()?;
    Ok(places)
}

fn refuse_in_words_of_ours(tx: &Connection, text: &str) -> Result<()> {
    let held = "SELECT 1 FROM operation WHERE instr(who || char(10) || name || char(10) || target, ?1) > 0
        UNION ALL SELECT 1 FROM meta WHERE instr(value, ?1) > 0
        UNION ALL SELECT 1 FROM template WHERE instr(toml, ?1) > 0 OR instr(id, ?1) > 0 OR instr(title, ?1) > 0";
    if tx.prepare(held)?.exists([text])? { Err(ours()) } else { Ok(()) }
}

/// The tables of the field; a template is fixed by its digest and was refused above.
fn tables(tx: &Connection) -> Result<Vec<String>> {
    let mut statement =
        tx.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")?;
    let names =
        statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !OWN_TABLES.contains(&name.as_str()) && name != "template").collect())
}

fn rows(tx: &Connection, text: &str) -> Result<u32> {
    let mut count = 0;
    for table in tables(tx)? {
        let ids: Vec<String> = tx
            .prepare(&format!("SELECT id FROM \"{table}\""))?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for id in ids {
            let Some(columns) = image::row(tx, &table, &id)? else { continue };
            let Some(blotted) = blotted(&columns, text)? else { continue };
            let mut changed: Vec<(&str, &Value)> =
                blotted.iter().map(|(name, value)| (name.as_str(), value)).collect();
            let marked = Value::Integer(1);
            if columns.contains_key("redacted") {
                changed.push(("redacted", &marked));
            }
            image::update(tx, &table, &id, &changed)?;
            count += 1;
        }
    }
    Ok(count)
}

/// The columns that held the text, without it; nothing where none did.
fn blotted(columns: &Columns, text: &str) -> Result<Option<Columns>> {
    let mut changed = Columns::new();
    for (name, value) in columns.iter().filter(|(name, _)| !DIGESTS.contains(&name.as_str())) {
        let without = match value {
            Value::Text(held) => without(held, text).map(Value::Text),
            Value::Blob(bytes) => packed::without(bytes, text, TOMBSTONE)?.map(Value::Blob),
            Value::Null | Value::Integer(_) | Value::Real(_) => None,
        };
        let Some(without) = without else { continue };
        if FIXED.contains(&name.as_str()) || name.ends_with("_id") {
            return Err(ours());
        }
        changed.insert(name.clone(), without);
    }
    Ok((!changed.is_empty()).then_some(changed))
}

/// A text without the one to be taken out, also where it stands inside JSON.
fn without(held: &str, text: &str) -> Option<String> {
    let escaped = serde_json::Value::from(text).to_string();
    let escaped = escaped.trim_matches('"');
    let found = held.contains(text) || held.contains(escaped);
    found.then(|| held.replace(text, TOMBSTONE).replace(escaped, TOMBSTONE))
}

fn images(tx: &Connection, text: &str) -> Result<Vec<(u32, u32)>> {
    let mut found = Vec::new();
    let mut statement = tx.prepare("SELECT seq, place, before, after FROM image")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, place): (u32, u32) = (row.get(0)?, row.get(1)?);
        let (before, after): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let (clean_before, clean_after) = (clean(before.as_deref(), text)?, clean(after.as_deref(), text)?);
        if clean_before.is_some() || clean_after.is_some() {
            found.push((seq, place, clean_before.or(before), clean_after.or(after)));
        }
    }
    for (seq, place, before, after) in &found {
        tx.execute(
            "UPDATE image SET before = ?3, after = ?4 WHERE seq = ?1 AND place = ?2",
            params![seq, place, before, after],
        )?;
    }
    Ok(found.into_iter().map(|(seq, place, _, _)| (seq, place)).collect())
}

/// An image without the text and without its salt; nothing where the text does not stand in it.
fn clean(body: Option<&str>, text: &str) -> Result<Option<String>> {
    let Some(body) = body else { return Ok(None) };
    let (mut columns, _) = image::parsed(body)?;
    let Some(changed) = blotted(&columns, text)? else { return Ok(None) };
    columns.extend(changed);
    image::written(&columns, "").map(Some)
}
