//! Making and opening a file: every reason to refuse has its own sentence.
//!
//! Never opens the live file with anything but SQLite: closing a second handle would drop SQLite's locks.
//! Refuses to know: what stands in the file, beyond whose it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use super::fault::{named, refused_by_system};
use super::owner::{Claim, Owner};
use super::undo::Steps;
use super::{AuditFile, FileKind, backup, check, log, schema};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;
use crate::world::World;

impl AuditFile {
    /// Makes a new file; an existing one is never overwritten.
    pub fn create(path: &Path, kind: FileKind, world: Arc<dyn World>) -> Result<Self> {
        free(path)?;
        let owner = match Owner::claim(path, world.as_ref()) {
            Claim::Ours(owner) => owner,
            Claim::Theirs(why) => return Err(Error::new(Kind::ReadOnly, why)),
            Claim::Refused(error) => return Err(error),
        };
        lay(path, kind, world.as_ref())?;
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        assembled(connection, world, Some(owner), path)
    }

    /// Opens a file, after looking whether it is sound; read-only where somebody else has it. Backs it up.
    pub fn open(path: &Path, world: Arc<dyn World>) -> Result<Self> {
        let mut file = Self::look_through(path, world, &Progress::default())?;
        file.back_up_at_opening(&Progress::default());
        Ok(file)
    }

    /// Opens a file once it has been looked through, without a backup. Stopped, it is not opened and not written to.
    pub fn look_through(path: &Path, world: Arc<dyn World>, progress: &Progress) -> Result<Self> {
        if !path.is_file() {
            return Err(Error::missing(format!("The file {} is not there any more.", named(path)))
                .hint("It may have been moved or renamed: look for it and open it from where it is."));
        }
        let (owner, mut reason) = match Owner::claim(path, world.as_ref()) {
            Claim::Ours(owner) => (Some(owner), None),
            Claim::Theirs(who) => (None, Some(who)),
            Claim::Refused(why) => (None, Some(format!("{} The file can only be read.", why.message))),
        };
        let access = if reason.is_none() {
            OpenFlags::SQLITE_OPEN_READ_WRITE
        } else {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        };
        let mut connection = connect(path, access).map_err(|error| about(path, error))?;
        if reason.is_none() && connection.is_readonly(MAIN_DB)? {
            reason = Some(format!(
                "The file {} is marked as read-only, so nothing can be changed in it.",
                named(path)
            ));
        }
        let older = judge(&mut connection, path, progress)?;
        if older && reason.is_none() {
            raise(&mut connection, world.as_ref(), progress).map_err(|error| about(path, error))?;
        } else if older {
            return Err(Error::new(Kind::ReadOnly, format!("The file {} is from an older version of Attest and cannot be brought up to date where it is.", named(path)))
                .hint("Copy it to a folder in which you may write, and open the copy."));
        }
        let mut file = assembled(connection, world, owner, path)?;
        file.read_only = reason;
        Ok(file)
    }
}

/// Refuses where there is a file of that name.
fn free(path: &Path) -> Result<()> {
    if path.try_exists().unwrap_or(false) { Err(there(path)) } else { Ok(()) }
}

fn there(path: &Path) -> Error {
    Error::input(format!("There is a file {} in that folder already.", named(path)))
        .hint("Choose another name; Attest never writes over a file.")
}

/// Takes the name, so that two who create at once cannot both have it.
pub(super) fn reserve(path: &Path) -> Result<()> {
    match std::fs::File::options().write(true).create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(there(path)),
        Err(error) => Err(refused_by_system(&format!("the file {}", named(path)), &error)),
    }
}

/// Lays a new file beside and gives it its name once it is whole: whatever ends the program, no empty file is left
/// under that name. Nobody else of ours comes between, for the name is claimed.
fn lay(path: &Path, kind: FileKind, world: &dyn World) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-new");
    let beside = PathBuf::from(beside);
    let tidy = |_: &Error| {
        // What was being laid holds nothing yet; a failure to tidy up changes nothing.
        let _ = std::fs::remove_file(&beside);
    };
    // What an earlier program left half laid is of no use to anyone.
    let _ = std::fs::remove_file(&beside);
    let laid = reserve(&beside).and_then(|()| {
        let mut connection = connect(&beside, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let (id, created) = (world.new_id().to_string(), log::instant(world.now()));
        schema::lay(&mut connection, &[("kind", kind.word()), ("file", &id), ("created", &created)])
    });
    laid.inspect_err(tidy)?;
    let named = free(path).and_then(|()| {
        std::fs::rename(&beside, path)
            .map_err(|error| refused_by_system(&format!("the file {}", named(path)), &error))
    });
    named.inspect_err(tidy)
}

fn connect(path: &Path, access: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    schema::settle(&connection)?;
    Ok(connection)
}

/// Looks whether a file is ours, of a version we know, and sound; says whether it is an older one.
pub(super) fn judge(connection: &mut Connection, path: &Path, progress: &Progress) -> Result<bool> {
    let (application, version) = schema::stamps(connection).map_err(|error| about(path, error))?;
    if application != schema::APPLICATION_ID {
        return Err(foreign(path));
    }
    if version > schema::VERSION {
        return Err(Error::new(
            Kind::File,
            format!("The file {} was written by a newer version of Attest.", named(path)),
        )
        .hint(
            "Install the newer version on this computer and open the file again; nothing in it was changed.",
        ));
    }
    check::sound(connection, progress).map_err(|error| about(path, error))?;
    Ok(version < schema::VERSION)
}

/// The same refusal with the file's name in it.
fn about(path: &Path, error: Error) -> Error {
    match error.kind {
        Kind::File if begins_otherwise(path) => foreign(path),
        Kind::File => Error::new(Kind::File, format!("The file {} is damaged: part of it is missing or not what was written.", named(path)))
            .hint("Nothing in it was changed. Restore the newest backup from the start screen, and keep the damaged file."),
        Kind::Disk => Error::new(Kind::Disk, format!("The file {} could not be read from its disk or drive.", named(path)))
            .hint("Check that the drive is connected and that you may read the file."),
        Kind::Stopped => Error::new(Kind::Stopped, format!("The file {} was not opened, because looking through it was stopped.", named(path)))
            .hint("Nothing in it was changed. Open it again when there is time to look through it."),
        Kind::Input | Kind::Missing | Kind::State | Kind::ReadOnly | Kind::Fault => error,
    }
}

fn foreign(path: &Path) -> Error {
    Error::new(Kind::File, format!("The file {} is not an Attest file.", named(path))).hint(
        "Attest opens files ending in .attest that it made itself; workbooks are read in from inside a file.",
    )
}

/// Whether a file that SQLite refused begins as no SQLite file does.
///
/// No connection of ours holds the file any more when this is asked, so a plain look drops nobody's locks here.
fn begins_otherwise(path: &Path) -> bool {
    use std::io::Read;
    let mut first = [0_u8; 16];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok() && &first != b"SQLite format 3\0"
}

fn raise(connection: &mut Connection, world: &dyn World, progress: &Progress) -> Result<()> {
    let (_, version) = schema::stamps(connection)?;
    backup::write(connection, world, "before update", progress)?;
    schema::migrate(connection, version)
}

fn assembled(
    connection: Connection,
    world: Arc<dyn World>,
    owner: Option<Owner>,
    path: &Path,
) -> Result<AuditFile> {
    let word: String = meta(&connection, "kind")?;
    let kind = FileKind::from_word(&word).ok_or_else(|| foreign(path))?;
    let (revision, _) = log::tip(&connection)?;
    Ok(AuditFile {
        connection,
        world,
        kind,
        revision,
        steps: Steps::default(),
        read_only: None,
        remark: None,
        _owner: owner,
    })
}

/// A word that the file says about itself.
pub(super) fn meta(connection: &Connection, key: &str) -> Result<String> {
    Ok(connection.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0))?)
}
