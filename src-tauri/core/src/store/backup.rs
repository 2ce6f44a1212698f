//! Copies of a file, kept in the world's backups folder, a sub-folder for each file's id; and in a further folder
//! that the person chose, such as a stick.
//!
//! Taken at opening when something changed since the last, and before anything large. Kept originals of
//! returns stay in them: a restore must lose nothing, and thinning keeps the whole small.
//! Refuses to know: why a backup is wanted, beyond a few words for its name.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::fault::refused_by_system;
use super::{AuditFile, log, open, schema, thin};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;
use crate::world::World;

/// One backup of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it stands.
    pub path: PathBuf,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The number of the last operation in it.
    pub revision: u32,
    /// Why it was made.
    pub reason: String,
    /// Its size in bytes.
    pub size: u64,
}

const STAMP: &str = "%Y%m%dT%H%M%S%3fZ";

/// What is said of a file that somebody wanted at once.
const UNFINISHED: &str = "No safety copy was kept when this file was opened, because that was stopped.";

/// So many pages are copied before somebody who asked to stop is heard.
const PAGES: i32 = 2000;

impl AuditFile {
    /// Makes a backup now (`before intake`); nothing where there is no backups folder.
    pub fn backup(&mut self, reason: &str) -> Result<Option<Backup>> {
        self.back_up(reason, &Progress::default())
    }

    fn back_up(&mut self, reason: &str, progress: &Progress) -> Result<Option<Backup>> {
        self.steps.close_typing();
        let (written, remark) = both(&self.connection, self.world.as_ref(), reason, progress)?;
        self.remarked(remark);
        Ok(written)
    }

    /// The backups of this file, newest first.
    pub fn backups(&self) -> Result<Vec<Backup>> {
        match folder(&self.connection, self.world.as_ref())? {
            Some(folder) => list(&folder),
            None => Ok(Vec::new()),
        }
    }

    /// The backups of this file wherever they are, the further copies too.
    pub(super) fn every_backup(&self) -> Result<Vec<Backup>> {
        let mut all = self.backups()?;
        if let Some(folder) = further(&self.connection, self.world.as_ref())? {
            let known: Vec<PathBuf> = all.iter().map(|backup| backup.path.clone()).collect();
            all.extend(list(&folder)?.into_iter().filter(|backup| !known.contains(&backup.path)));
        }
        Ok(all)
    }

    /// A backup when something changed since the last; a failure, or a stop, is a remark and keeps nobody out.
    pub fn back_up_at_opening(&mut self, progress: &Progress) {
        if self.read_only.is_some() || self.revision == 0 {
            return;
        }
        let newest = self.backups().ok().and_then(|list| list.first().map(|backup| backup.revision));
        if newest == Some(self.revision) {
            return;
        }
        match self.back_up("at opening", progress) {
            Err(error) if error.kind == Kind::Stopped => self.remark = Some(UNFINISHED.to_owned()),
            Err(error) => self.remark = Some(format!("No backup could be made. {}", error.message)),
            Ok(_) => {}
        }
    }
}

/// The backups in a folder, newest first.
pub fn list(folder: &Path) -> Result<Vec<Backup>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused_by_system("the folder for backups", &error)),
    };
    let mut found: Vec<Backup> = entries.flatten().filter_map(|entry| parsed(&entry.path())).collect();
    found.sort_by_key(|backup| std::cmp::Reverse((backup.at, backup.revision)));
    Ok(found)
}

/// Restores a backup to a new file, never over one that is there; opens it. Stopped, there is no new file.
pub fn restore(
    backup: &Path,
    new_path: &Path,
    world: Arc<dyn World>,
    progress: &Progress,
) -> Result<AuditFile> {
    let mut source = Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::settle(&source)?;
    open::judge(&mut source, backup, progress)?;
    open::reserve(new_path)?;
    let restored = Connection::open(new_path)
        .map_err(Error::from)
        .and_then(|mut copy| copy_whole(&source, &mut copy, progress))
        .and_then(|()| AuditFile::look_through(new_path, world, progress));
    let mut file = restored.inspect_err(|_| {
        // Only the name that was reserved a moment ago is taken away again.
        let _ = std::fs::remove_file(new_path);
    })?;
    file.back_up_at_opening(progress);
    Ok(file)
}

/// Writes a backup, and the further copy where one is wanted; with what a person should know of the latter.
pub(super) fn both(
    connection: &Connection,
    world: &dyn World,
    reason: &str,
    progress: &Progress,
) -> Result<(Option<Backup>, Option<String>)> {
    let written = write(connection, world, reason, progress)?;
    // A stick that is not plugged in stops nobody; the person is told.
    match write_further(connection, world, reason, progress) {
        Ok(further) => Ok((written.or(further), None)),
        Err(error) => Ok((written, Some(further_failed(&error)))),
    }
}

/// Writes a backup beside the others and thins them.
pub(super) fn write(
    connection: &Connection,
    world: &dyn World,
    reason: &str,
    progress: &Progress,
) -> Result<Option<Backup>> {
    let folder = folder(connection, world)?;
    folder.map_or(Ok(None), |folder| write_in(&folder, connection, world, reason, progress))
}

/// Writes a copy into the further folder that the person chose, if they did.
fn write_further(
    connection: &Connection,
    world: &dyn World,
    reason: &str,
    progress: &Progress,
) -> Result<Option<Backup>> {
    let Some(folder) = further(connection, world)? else { return Ok(None) };
    if world.further_backups().is_some_and(|chosen| !chosen.is_dir()) {
        return Err(Error::new(Kind::Disk, "The folder for further safety copies is not there."));
    }
    write_in(&folder, connection, world, reason, progress)
}

fn further_failed(error: &Error) -> String {
    format!("No further safety copy could be made in the folder that you chose. {}", error.message)
}

fn write_in(
    folder: &Path,
    connection: &Connection,
    world: &dyn World,
    reason: &str,
    progress: &Progress,
) -> Result<Option<Backup>> {
    std::fs::create_dir_all(folder).map_err(|error| refused_by_system("the folder for backups", &error))?;
    let (revision, _) = log::tip(connection)?;
    let slug: String = reason
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let path = folder.join(format!("{}_{revision}_{slug}.attest", world.now().format(STAMP)));
    let half = path.with_extension("part");
    let written = copy_to(connection, &half, progress).and_then(|()| {
        std::fs::rename(&half, &path).map_err(|error| refused_by_system("the backup", &error))
    });
    if let Err(error) = written {
        // A half-written copy is no backup.
        let _ = std::fs::remove_file(&half);
        return Err(error);
    }
    thin_out(folder, world.now())?;
    Ok(parsed(&path))
}

fn copy_to(connection: &Connection, half: &Path, progress: &Progress) -> Result<()> {
    match std::fs::remove_file(half) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(refused_by_system("the backup", &error)),
    }
    let mut copy = Connection::open(half)?;
    copy_whole(connection, &mut copy, progress)
}

/// Copies a whole file some pages at a time, by SQLite's own means.
fn copy_whole(from: &Connection, to: &mut Connection, progress: &Progress) -> Result<()> {
    progress.go_on()?;
    let copying = Copying::new(from, to)?;
    loop {
        match copying.step(PAGES)? {
            StepResult::Done => return Ok(()),
            StepResult::More => {
                progress.step(u64::from(PAGES.unsigned_abs()))?;
                progress.expect(progress.seen().0 + u64::from(copying.progress().remaining.unsigned_abs()));
            }
            _ => return Err(in_use()),
        }
    }
}

fn in_use() -> Error {
    Error::new(Kind::Disk, "The backup could not be finished, because another program is using the file.")
        .hint("Try again in a moment.")
}

fn folder(connection: &Connection, world: &dyn World) -> Result<Option<PathBuf>> {
    below(world.backups(), connection)
}

fn further(connection: &Connection, world: &dyn World) -> Result<Option<PathBuf>> {
    below(world.further_backups(), connection)
}

/// The sub-folder of this file's own.
fn below(root: Option<PathBuf>, connection: &Connection) -> Result<Option<PathBuf>> {
    let Some(root) = root else { return Ok(None) };
    let id = open::meta(connection, "file")?;
    let safe = !id.is_empty() && id.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    Ok(safe.then(|| root.join(id)))
}

fn parsed(path: &Path) -> Option<Backup> {
    if path.extension()? != "attest" {
        return None;
    }
    let mut parts = path.file_stem()?.to_str()?.splitn(3, '_');
    let at = NaiveDateTime::parse_from_str(parts.next()?, STAMP).ok()?.and_utc();
    let revision = parts.next()?.parse().ok()?;
    let reason = parts.next()?.replace('-', " ");
    Some(Backup { path: path.to_owned(), at, revision, reason, size: std::fs::metadata(path).ok()?.len() })
}

fn thin_out(folder: &Path, now: DateTime<Utc>) -> Result<()> {
    let backups = list(folder)?;
    let dates: Vec<DateTime<Utc>> = backups.iter().map(|backup| backup.at).collect();
    for (backup, _) in backups.iter().zip(thin::kept(now, &dates)).filter(|(_, kept)| !kept) {
        std::fs::remove_file(&backup.path).map_err(|error| refused_by_system("an old backup", &error))?;
    }
    Ok(())
}
