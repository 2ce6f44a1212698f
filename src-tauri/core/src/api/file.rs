//! The open file as a whole: closing, undo and redo, its history, its backups, redaction.

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::session::Session;
use super::start;
use super::views::{BackupLine, HistoryLine, Named, Opened, Places, Start};
use crate::error::Result;

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
