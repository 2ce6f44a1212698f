//! `AuditFile`: one `.attest` file, opened, changed by whole operations, read.
//!
//! Knows rows, operations and versions; refuses to know the field: every noun owns its own table's SQL.

mod row;

use std::path::Path;
use std::sync::Arc;

use rusqlite::Connection;
pub use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind, Result};
use crate::world::World;
pub use row::{Reader, Row};

/// Whose file it is; the schema is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// One or more settings with all their rounds.
    Setting,
    /// Registers, rounds, intake, panels and plans.
    Partnership,
}

/// The number of the last operation in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Revision(pub u32);

/// What kind of step an operation is for undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Can be undone.
    Ordinary,
    /// Can be undone; typing on within a minute on the same target continues it.
    Typing,
    /// Undo stops here: sign-off, issue.
    Fence,
    /// A chunk of an intake: logged with ids and digest, without images; withdrawn, never undone.
    Bulk,
}

/// An operation's name (`answer.rate`; the page has its words) and its kind of step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// How undo treats it.
    pub step: Step,
}

impl Operation {
    /// An operation that can be undone.
    pub const fn ordinary(name: &'static str) -> Self {
        Self { name, step: Step::Ordinary }
    }
    /// An operation that typing on continues.
    pub const fn typing(name: &'static str) -> Self {
        Self { name, step: Step::Typing }
    }
    /// An operation that undo stops at.
    pub const fn fence(name: &'static str) -> Self {
        Self { name, step: Step::Fence }
    }
    /// A chunk of an intake.
    pub const fn bulk(name: &'static str) -> Self {
        Self { name, step: Step::Bulk }
    }
}

/// An open Attest file.
pub struct AuditFile {
    connection: Connection,
    world: Arc<dyn World>,
}

/// The inside of one operation: what is put here is committed whole or not at all.
pub struct Tx<'a> {
    connection: &'a Connection,
    world: &'a dyn World,
}

impl AuditFile {
    /// Makes a new file; an existing one is never overwritten.
    pub fn create(path: &Path, kind: FileKind, world: Arc<dyn World>) -> Result<Self> {
        todo!("{path:?} {kind:?} {}", world.who())
    }

    /// Opens a file, after looking whether it is sound; read-only where somebody else has it.
    pub fn open(path: &Path, world: Arc<dyn World>) -> Result<Self> {
        todo!("{path:?} {}", world.who())
    }

    /// One operation: committed whole with its row images in the log, or not at all.
    pub fn transact<T>(
        &mut self,
        operation: Operation,
        target: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        let _ = (operation, target);
        work(&mut Tx { connection: &self.connection, world: self.world.as_ref() })
    }

    /// Plain reading.
    pub fn reader(&self) -> Reader<'_> {
        Reader(&self.connection)
    }

    /// The world it was opened in.
    pub fn world(&self) -> &Arc<dyn World> {
        &self.world
    }

    /// The number of the last operation.
    pub fn revision(&self) -> Revision {
        Revision(0)
    }

    /// The name of the operation that undo would take back.
    pub fn can_undo(&self) -> Option<&str> {
        None
    }

    /// The name of the operation that redo would do again.
    pub fn can_redo(&self) -> Option<&str> {
        None
    }

    /// Takes the last operation back, by an operation that is appended; gives its name.
    pub fn undo(&mut self) -> Result<String> {
        todo!()
    }

    /// Does again what was taken back; gives its name.
    pub fn redo(&mut self) -> Result<String> {
        todo!()
    }

    /// Who has the file, when it can only be read; nothing when it can be written.
    pub fn read_only(&self) -> Option<&str> {
        None
    }

    /// Whose file it is.
    pub fn kind(&self) -> FileKind {
        FileKind::Setting
    }

    /// The code of the head of the log, as printed on reports.
    pub fn head(&self) -> Result<String> {
        todo!()
    }
}

impl Tx<'_> {
    /// Stores a row: a new one, or the named columns of one that is there.
    pub fn put(&mut self, row: Row) -> Result<()> {
        let _ = (row.table, row.id, row.columns);
        todo!()
    }

    /// Takes a row away.
    pub fn remove(&mut self, table: &'static str, id: impl ToString) -> Result<()> {
        let _ = (table, id.to_string());
        todo!()
    }

    /// Reading inside the operation: sees what was put.
    pub fn reader(&self) -> Reader<'_> {
        Reader(self.connection)
    }

    /// The world the file was opened in: time, name, new ids.
    pub fn world(&self) -> &dyn World {
        self.world
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::new(Kind::Fault, format!("The file could not be read or written: {error}."))
    }
}
