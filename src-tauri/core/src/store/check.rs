//! Whether a file is sound, and whether its log is the one that was written.
//!
//! Refuses to know: how to mend; a backup does that.

use rusqlite::Connection;

use super::{AuditFile, image, log};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;
use crate::text::digest;

impl AuditFile {
    /// Goes through the whole log and names the first operation that is not as it was written; gives their number.
    pub fn verify(&self) -> Result<u32> {
        chain(&self.connection)
    }
}

/// After so many of its own steps SQLite says that it is still at it, and can be asked to leave off.
const STEPS: i32 = 1000;

/// The pages of a file that so many steps are worth, near enough: a partnership's file was counted.
const PAGES: u64 = 9;

/// Whether SQLite finds every page, row and reference in order; counted, and left off when somebody asks to stop.
pub(super) fn sound(connection: &mut Connection, progress: &Progress) -> Result<()> {
    let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    connection.progress_handler(STEPS, Some(counted(progress, u64::try_from(pages).unwrap_or(0))))?;
    let found = looked_through(connection);
    connection.progress_handler(0, None::<fn() -> bool>)?;
    progress.go_on()?;
    found
}

/// Counts the pages looked at; once they are more than there are, how much is left is not known.
fn counted(progress: &Progress, pages: u64) -> impl FnMut() -> bool + Send + 'static {
    let progress = progress.clone();
    let end = progress.seen().0 + pages;
    progress.expect(end);
    move || {
        if progress.seen().0 + PAGES > end {
            progress.expect(0);
        }
        progress.step(PAGES).is_err()
    }
}

fn looked_through(connection: &Connection) -> Result<()> {
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let loose = connection.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if verdict == "ok" && !loose { Ok(()) } else { Err(Error::new(Kind::File, "The file is damaged.")) }
}

/// Goes through the log of a connection.
pub(super) fn chain(connection: &Connection) -> Result<u32> {
    let redacted = redacted(connection)?;
    let mut statement =
        connection.prepare("SELECT seq, previous, digest, name, at FROM operation ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let (mut count, mut previous) = (0_u32, log::BEGINNING.to_owned());
    while let Some(row) = rows.next()? {
        let (seq, before, seal): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        count += 1;
        let whole = seq == count && before == previous && seal == log::digest_of(connection, seq)?;
        if !whole || !images_hold(connection, seq, &redacted)? {
            return Err(broken(count, &row.get::<_, String>(3)?, &row.get::<_, String>(4)?));
        }
        previous = seal;
    }
    Ok(count)
}

/// The images whose text was redacted, as the redactions themselves say.
fn redacted(connection: &Connection) -> Result<std::collections::HashSet<(u32, u32)>> {
    let mut statement = connection.prepare("SELECT summary FROM operation WHERE kind = 'redaction'")?;
    let mut images = std::collections::HashSet::new();
    for summary in statement.query_map([], |row| row.get::<_, String>(0))? {
        let summary: super::redact::Account = serde_json::from_str(&summary?).unwrap_or_default();
        images.extend(summary.images);
    }
    Ok(images)
}

fn images_hold(
    connection: &Connection,
    seq: u32,
    redacted: &std::collections::HashSet<(u32, u32)>,
) -> Result<bool> {
    let mut statement = connection.prepare_cached(
        "SELECT place, before, before_digest, after, after_digest FROM image WHERE seq = ?1",
    )?;
    let mut rows = statement.query([seq])?;
    while let Some(row) = rows.next()? {
        let excused = redacted.contains(&(seq, row.get(0)?));
        let side = |body, seal| -> Result<bool> { Ok(image_holds(row.get(body)?, row.get(seal)?, excused)) };
        if !side(1, 2)? || !side(3, 4)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn image_holds(body: Option<String>, seal: Option<String>, excused: bool) -> bool {
    let (Some(body), Some(seal)) = (&body, &seal) else { return body.is_none() && seal.is_none() };
    let blotted = || image::parsed(body).is_ok_and(|(_, salt)| salt.is_empty());
    digest(body.as_bytes()) == *seal || (excused && blotted())
}

fn broken(seq: u32, name: &str, at: &str) -> Error {
    Error::new(
        Kind::File,
        format!("The history of this file was changed outside Attest, at step {seq} (\u{201c}{name}\u{201d}, {at})."),
    )
    .hint("Compare with a backup from before that step; the answers themselves can still be read.")
}
