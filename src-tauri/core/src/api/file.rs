//! The open file as a whole: closing, undo and redo, its history, its backups, redaction.

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::job;
use super::session::{Session, name_of};
use super::start;
use super::views::{BackupLine, Named, Opened, Places, Start};
use crate::error::{Error, Result};
use crate::store::backup::{self, Backup};

/// A backup, by its number in the list.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// Its number in the list.
    pub id: u32,
}

/// A text that is to be found nowhere any more.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Redact {
    /// The text, exactly as it stands.
    pub text: String,
}

/// Closes the file and shows the first screen.
pub fn close(session: &Session, _: Nothing) -> Result<Start> {
    session.close()?;
    start::show(session, Nothing {})
}

/// Takes the last operation back.
pub fn undo(session: &Session, _: Nothing) -> Result<Named> {
    session.file(|file| Ok(Named { name: file.undo()? }))
}

/// Does again what was taken back.
pub fn redo(session: &Session, _: Nothing) -> Result<Named> {
    session.file(|file| Ok(Named { name: file.redo()? }))
}

/// The automatic backups of the file, newest first.
pub fn backups(session: &Session, _: Nothing) -> Result<Vec<BackupLine>> {
    session.file(|file| Ok(file.backups()?.iter().map(backup_line).collect()))
}

/// Restores a backup to a new file and opens that; none where the dialog was dismissed.
pub fn restore(session: &Session, restore: Restore) -> Result<Option<Opened>> {
    session.refuse_while_working()?;
    let backups = session.file(|file| file.backups())?;
    let chosen = backups.into_iter().find(|backup| number(backup) == restore.id).ok_or_else(|| {
        Error::missing("That backup is no longer there.")
            .hint("Look at the list of backups again and choose another.")
    })?;
    let suggested = format!("{} restored.attest", name_of(&session.path()?));
    let Some(path) = session.desktop().pick_save("Save the restored file", &suggested) else {
        return Ok(None);
    };
    let world = session.world().clone();
    let file =
        job::here(session, "file.restore", |progress| backup::restore(&chosen.path, &path, world, progress))?;
    start::adopt(session, &path, file).map(Some)
}

/// Takes a text out of the file, its history and its backups for good.
pub fn redact(session: &Session, redact: Redact) -> Result<Places> {
    session.refuse_while_working()?;
    let done = session.file(|file| file.redact(&redact.text))?;
    Ok(Places { places: done.places, backups: done.backups, left: done.left })
}

fn backup_line(backup: &Backup) -> BackupLine {
    let at = backup.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    BackupLine { id: number(backup), at, size: u32::try_from(backup.size).unwrap_or(u32::MAX) }
}

/// A backup's number: the second it was made in, which stays the same when others come and go.
fn number(backup: &Backup) -> u32 {
    u32::try_from(backup.at.timestamp()).unwrap_or(u32::MAX)
}
