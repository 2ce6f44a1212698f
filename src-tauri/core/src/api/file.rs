//! The open file as a whole: closing, undo and redo, its history, its backups, redaction.

use super::call::Nothing;
use super::session::Session;
use super::start;
use super::views::{Named, Start};
use crate::error::Result;

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
