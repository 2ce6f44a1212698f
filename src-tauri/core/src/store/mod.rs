//! `AuditFile`: one `.attest` file, opened, changed by whole operations, read.
//!
//! Knows rows, operations and versions; refuses to know the field: every noun owns its own table's SQL.

pub mod backup;
mod beside;
mod changed;
mod check;
mod dump;
mod fault;
mod fill;
mod history;
mod image;
mod log;
mod open;
mod owner;
pub mod packed;
mod redact;
mod row;
mod schema;
mod stood;
mod then;
mod thin;
mod undo;
mod words;

use std::sync::Arc;

pub use rusqlite::params;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind, Result};
use crate::world::World;
pub use beside::Beside;
pub use changed::{Changed, Texts};
pub use history::{Past, RowPast};
pub use log::Tx;
use log::{Entry, Outcome};
pub use redact::{Redacted, TOMBSTONE};
pub use row::{Reader, Row};
pub use then::{Moment, RowThen, Rows};
pub use words::Words;

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
    /// Undo passes it by: what went out stays written down, whatever is taken back here.
    Stays,
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
    /// An operation that undo passes by.
    pub const fn stays(name: &'static str) -> Self {
        Self { name, step: Step::Stays }
    }
    /// A chunk of an intake.
    pub const fn bulk(name: &'static str) -> Self {
        Self { name, step: Step::Bulk }
    }
}

impl FileKind {
    /// The word for it in the file itself.
    fn word(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Partnership => "partnership",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Setting, Self::Partnership].into_iter().find(|kind| kind.word() == word)
    }
}

impl Step {
    /// The word for it in the log.
    fn word(self) -> &'static str {
        match self {
            Self::Ordinary | Self::Stays => "ordinary",
            Self::Typing => "typing",
            Self::Fence => "fence",
            Self::Bulk => "bulk",
        }
    }
}

/// An open Attest file.
pub struct AuditFile {
    connection: Connection,
    world: Arc<dyn World>,
    kind: FileKind,
    revision: u32,
    steps: undo::Steps,
    read_only: Option<String>,
    remark: Option<String>,
    /// Dropped after the connection, so that nobody else writes before the file is closed.
    _owner: Option<owner::Owner>,
}

impl AuditFile {
    /// One operation: committed whole with its row images in the log, or not at all.
    pub fn transact<T>(
        &mut self,
        operation: Operation,
        target: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        self.writable()?;
        let now = self.world.now();
        let continued = self.continued(operation, target)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let world = self.world.as_ref();
        let mut tx = match operation.step {
            Step::Ordinary | Step::Typing | Step::Fence | Step::Stays => Tx::with_images(&transaction, world),
            Step::Bulk => Tx::with_ids(&transaction, world),
        };
        let value = work(&mut tx)?;
        still_whole(&transaction)?;
        let (changes, summary) = match tx.outcome()? {
            Outcome::Changes(changes) => (changes, String::new()),
            Outcome::Bulk { count: 0, .. } => return Ok(value),
            Outcome::Bulk { count, digest } => {
                (Vec::new(), format!("{{\"count\":{count},\"ids\":\"{digest}\"}}"))
            }
        };
        if changes.is_empty() && summary.is_empty() && operation.step != Step::Fence {
            return Ok(value);
        }
        let at = log::instant(now);
        if let Some(seq) = continued {
            let changes = log::extend(&transaction, world, seq, &at, changes)?;
            transaction.commit()?;
            self.steps.went_on(seq, now, &changes);
            return Ok(value);
        }
        let entry = Entry {
            seq: self.revision + 1,
            at,
            who: world.who(),
            name: operation.name.to_owned(),
            target: target.to_owned(),
            kind: operation.step.word(),
            undoes: None,
            summary,
        };
        log::append(&transaction, world, &entry, &changes)?;
        transaction.commit()?;
        self.revision = entry.seq;
        self.steps.took(entry.seq, operation, target, now);
        Ok(value)
    }

    /// The operation that this one would continue: typing on, at the same place, by the same person.
    fn continued(&self, operation: Operation, target: &str) -> Result<Option<u32>> {
        let Some(seq) = self.steps.continued(operation, self.world.now()) else { return Ok(None) };
        let same = self.reader().one(
            "SELECT 1 FROM operation WHERE seq = ?1 AND name = ?2 AND target = ?3 AND who = ?4",
            params![seq, operation.name, target, self.world.who()],
            |_| Ok(()),
        )?;
        Ok(same.filter(|()| seq == self.revision).map(|()| seq))
    }

    fn writable(&self) -> Result<()> {
        match &self.read_only {
            None => Ok(()),
            Some(reason) => Err(Error::new(Kind::ReadOnly, reason.clone())
                .hint("Close it and open it again when it is free, or work on a copy in another folder.")),
        }
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
        Revision(self.revision)
    }

    /// The name of the operation that undo would take back.
    pub fn can_undo(&self) -> Option<&str> {
        self.steps.undo.last().map(|taken| taken.name.as_str())
    }

    /// The name of the operation that redo would do again.
    pub fn can_redo(&self) -> Option<&str> {
        self.steps.redo.last().map(|taken| taken.name.as_str())
    }

    /// What the operation that undo would take back was done to.
    pub fn undo_target(&self) -> Option<&str> {
        self.steps.undo.last().map(|taken| taken.target.as_str())
    }

    /// What the operation that redo would do again was done to.
    pub fn redo_target(&self) -> Option<&str> {
        self.steps.redo.last().map(|taken| taken.target.as_str())
    }

    /// Who has the file, when it can only be read; nothing when it can be written.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// What a person should know although work goes on: a backup that could not be made.
    pub fn remark(&self) -> Option<&str> {
        self.remark.as_deref()
    }

    /// Whose file it is.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// The code of the head of the log, as printed on reports; from here on the last operation stays as it is.
    pub fn head(&self) -> Result<String> {
        self.steps.close_typing();
        Ok(log::tip(&self.connection)?.1)
    }
}

/// SQLite ends a transaction itself when a disk is full; nothing may be written after that as if it went on.
fn still_whole(transaction: &Connection) -> Result<()> {
    if transaction.is_autocommit() {
        return Err(Error::new(Kind::Disk, "The disk refused the change, so it was not saved.")
            .hint("Make room on the disk and make the change again."));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
