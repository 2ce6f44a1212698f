//! Who has a file: a small file beside it, held by a lock of the operating system.
//!
//! The lock, not the file, says that somebody has it: a crash frees the lock and leaves only a stale note.
//! Refuses to know: what stands in the audit file, which it never opens.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fault::{named, refused_by_system};
use super::log::instant;
use crate::error::Error;
use crate::world::World;

/// The right to write a file, for as long as it lives.
#[derive(Debug)]
pub(super) struct Owner {
    path: PathBuf,
    file: Option<File>,
}

/// What came of asking for the right to write.
pub(super) enum Claim {
    /// It is ours.
    Ours(Owner),
    /// Somebody else has it; a sentence says who.
    Theirs(String),
    /// Nobody can have it here, for this reason.
    Refused(Error),
}

#[derive(Serialize, Deserialize)]
struct Note {
    who: String,
    since: String,
    program: String,
}

impl Owner {
    /// Asks for the right to write a file.
    pub fn claim(file: &Path, world: &dyn World) -> Claim {
        let path = beside(file);
        // A second round is for a note that its owner took away between our opening and our locking it.
        for _ in 0..5 {
            let Some(claim) = take(&path, file, world) else { continue };
            return claim;
        }
        Claim::Theirs(taken(file, None))
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        if cfg!(windows) {
            // Windows removes no file that is open.
            self.file = None;
        }
        // A note that stays behind is stale, and says so by not being locked.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-owner");
    PathBuf::from(name)
}

fn take(path: &Path, audit: &Path, world: &dyn World) -> Option<Claim> {
    let mut file = match opened(path) {
        Ok(file) => file,
        Err(error) if held_by_sharing(&error) => return Some(Claim::Theirs(taken(audit, read(path)))),
        Err(error) => return Some(Claim::Refused(refusal(audit, &error))),
    };
    match file.try_lock() {
        Ok(()) if !still_there(path, &file) => None,
        Ok(()) => Some(match write(&mut file, world) {
            Ok(()) => Claim::Ours(Owner { path: path.to_owned(), file: Some(file) }),
            Err(error) => {
                // A note that could not be written says nothing.
                let _ = std::fs::remove_file(path);
                Claim::Refused(refusal(audit, &error))
            }
        }),
        Err(TryLockError::WouldBlock) => Some(Claim::Theirs(taken(audit, read(path)))),
        Err(TryLockError::Error(error)) => Some(Claim::Refused(refusal(audit, &error))),
    }
}

#[cfg(not(windows))]
fn opened(path: &Path) -> std::io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

#[cfg(windows)]
fn opened(path: &Path) -> std::io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;
    const SHARE_READ: u32 = 1;
    File::options().read(true).write(true).create(true).truncate(false).share_mode(SHARE_READ).open(path)
}

/// Whether Windows refused because another program holds the note open for writing (sharing violation).
fn held_by_sharing(error: &std::io::Error) -> bool {
    cfg!(windows) && error.raw_os_error() == Some(32)
}

/// Whether the note that we locked is still the one beside the file.
#[cfg(unix)]
fn still_there(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(named), Ok(held)) = (std::fs::metadata(path), file.metadata()) else { return false };
    named.ino() == held.ino() && named.dev() == held.dev()
}

#[cfg(not(unix))]
fn still_there(path: &Path, _file: &File) -> bool {
    path.exists()
}

fn write(file: &mut File, world: &dyn World) -> std::io::Result<()> {
    let note = Note {
        who: world.who(),
        since: instant(world.now()),
        program: concat!("Attest ", env!("CARGO_PKG_VERSION")).to_owned(),
    };
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(serde_json::to_string(&note)?.as_bytes())?;
    file.flush()
}

/// Who has it, as far as the note can be read; a note that cannot be read is no error.
fn read(path: &Path) -> Option<Note> {
    let mut text = String::new();
    File::open(path).ok()?.take(64 * 1024).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

fn taken(audit: &Path, note: Option<Note>) -> String {
    match note {
        Some(Note { who, since, .. }) => {
            let since = since.get(..16).unwrap_or(&since).replace('T', " at ");
            format!(
                "{who} has the file {} open since {since} (UTC), so it can only be read here.",
                named(audit)
            )
        }
        None => format!("Somebody has the file {} open, so it can only be read here.", named(audit)),
    }
}

fn refusal(audit: &Path, error: &std::io::Error) -> Error {
    refused_by_system(&format!("beside the file {}", named(audit)), error)
}
