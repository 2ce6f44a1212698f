//! What can be done with the open file as a whole: undo, redo, history, backups, redaction, closing.

use std::sync::Arc;

use serde::Serialize;

use super::gateway::Nothing;
use super::session::Session;
use super::start;
use super::views::Start;
use crate::error::Result;

/// The name of the operation that was undone or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Stepped {
    /// `answer.rate`.
    pub name: String,
}

/// `file.close`.
pub fn close(session: &Arc<Session>, _: Nothing) -> Result<Start> {
    session.close()?;
    start::show(session, Nothing {})
}

/// `file.undo`.
pub fn undo(session: &Arc<Session>, _: Nothing) -> Result<Stepped> {
    session.file(|file| Ok(Stepped { name: file.undo()? }))
}

/// `file.redo`.
pub fn redo(session: &Arc<Session>, _: Nothing) -> Result<Stepped> {
    session.file(|file| Ok(Stepped { name: file.redo()? }))
}
