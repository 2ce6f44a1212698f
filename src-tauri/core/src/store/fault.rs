//! What SQLite refused, said as whose move it is.
//!
//! Refuses to know: which file it was; those who know the file say it ([`named`]).

use std::path::Path;

use rusqlite::ErrorCode;

use crate::error::{Error, Kind};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => full(),
            Some(ErrorCode::SystemIoFailure) => refused(),
            Some(
                ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::AuthorizationForStatementDenied,
            ) => read_only(),
            Some(ErrorCode::CannotOpen) => Self::new(Kind::Disk, "The file could not be opened for writing.")
                .hint("Check that its folder is there and that you may write in it."),
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => busy(),
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => damaged(),
            Some(ErrorCode::TooBig) => {
                Self::input("A text or a file is too large for an Attest file to hold.")
                    .hint("Shorten it, or keep it elsewhere and name the place.")
            }
            Some(_) | None => Self::fault(format!("The file could not be read or written: {error}.")),
        }
    }
}

fn full() -> Error {
    Error::new(Kind::Disk, "The disk is full, so the last change was not saved.")
        .hint("Make room on the disk and make the change again; everything saved before it is still there.")
}

fn refused() -> Error {
    Error::new(Kind::Disk, "The disk or the network drive refused to read or write the file.")
        .hint("Check that the drive is still connected and has room, then make the change again.")
}

fn read_only() -> Error {
    Error::new(Kind::ReadOnly, "The file can only be read, so the change was not saved.")
        .hint("Ask whoever looks after the folder to let you write in it, or work on a copy.")
}

fn busy() -> Error {
    Error::new(
        Kind::ReadOnly,
        "Another program is using the file at this moment, so the change was not saved.",
    )
    .hint("Wait a moment and make the change again.")
}

fn damaged() -> Error {
    Error::new(Kind::File, "The file is damaged or is not an Attest file.")
        .hint("Restore the newest backup from the start screen.")
}

/// The file's name between quotation marks, as it stands in sentences.
pub(super) fn named(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    format!("\u{201c}{}\u{201d}", name.to_string_lossy())
}

/// What the operating system refused beside the file (a folder, an owner file, a backup).
pub(super) fn refused_by_system(what: &str, error: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Error::new(Kind::Disk, format!("The disk is full: {what} could not be written."))
                .hint("Make room on the disk and try again.")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::new(Kind::ReadOnly, format!("You may not write {what}."))
                .hint("Choose another folder, or ask whoever looks after this one.")
        }
        ErrorKind::NotFound => Error::missing(format!("The folder for {what} is not there."))
            .hint("Choose a folder that is there."),
        _ => Error::new(Kind::Disk, format!("The disk refused {what}: {error}."))
            .hint("Check that the drive is connected and try again."),
    }
}
