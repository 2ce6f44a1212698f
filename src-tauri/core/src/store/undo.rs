//! Taking steps back and doing them again, by operations that are appended.
//!
//! Knows only the steps taken since the file was opened; stops at fences.
//! Refuses to cut the log, and to take back what has been changed again since.

use std::cell::Cell;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::TransactionBehavior;

use super::image::{self, Change};
use super::log::{self, Entry};
use super::{AuditFile, Operation, Step};
use crate::error::{Error, Result};

/// How long a pause may be within one typing.
const PAUSE: TimeDelta = TimeDelta::seconds(60);

/// A step that can be taken back or done again.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    pub seq: u32,
    pub name: String,
    /// What it was done to.
    pub target: String,
}

/// The steps taken since opening, and the typing that may be continued.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub undo: Vec<Taken>,
    pub redo: Vec<Taken>,
    /// Cleared, also while reading, when somebody has seen the head of the log.
    typing: Cell<Option<Typing>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Typing {
    seq: u32,
    touched: DateTime<Utc>,
}

impl Steps {
    /// From here on the last operation stays as it is.
    pub fn close_typing(&self) {
        self.typing.set(None);
    }

    /// Takes note of a new operation.
    pub fn took(&mut self, seq: u32, operation: Operation, target: &str, at: DateTime<Utc>) {
        self.close_typing();
        let taken = Taken { seq, name: operation.name.to_owned(), target: target.to_owned() };
        match operation.step {
            Step::Ordinary => self.remember(taken),
            Step::Typing => {
                self.remember(taken);
                self.typing.set(Some(Typing { seq, touched: at }));
            }
            Step::Fence => self.clear(),
            Step::Bulk | Step::Stays => {}
        }
    }

    /// Nothing before this point can be taken back any more.
    pub fn clear(&mut self) {
        self.close_typing();
        self.undo.clear();
        self.redo.clear();
    }

    /// The operation that typing at this time would continue, if any.
    pub fn continued(&self, operation: Operation, at: DateTime<Utc>) -> Option<u32> {
        let typing = self.typing.get().filter(|_| operation.step == Step::Typing)?;
        let pause = at - typing.touched;
        (TimeDelta::zero() <= pause && pause <= PAUSE).then_some(typing.seq)
    }

    fn remember(&mut self, taken: Taken) {
        self.undo.push(taken);
        self.redo.clear();
    }

    /// Takes note that the last operation went on, or came to nothing in the end.
    pub fn went_on(&mut self, seq: u32, at: DateTime<Utc>, changes: &[Change]) {
        if changes.is_empty() {
            self.close_typing();
            self.undo.retain(|taken| taken.seq != seq);
        } else {
            self.typing.set(Some(Typing { seq, touched: at }));
        }
    }
}

impl AuditFile {
    /// Takes the last operation back, by an operation that is appended; gives its name.
    pub fn undo(&mut self) -> Result<String> {
        let taken = self.steps.undo.last().cloned().ok_or_else(|| {
            Error::state("There is nothing to take back since the file was opened or last signed off.")
                .hint("The history shows what was done before; a backup can be restored to a new file.")
        })?;
        let seq = self.reverse(&taken, "undo")?;
        self.steps.undo.pop();
        self.steps.redo.push(Taken { seq, ..taken.clone() });
        Ok(taken.name)
    }

    /// Does again what was taken back; gives its name.
    pub fn redo(&mut self) -> Result<String> {
        let taken = self.steps.redo.last().cloned().ok_or_else(|| {
            Error::state("There is nothing to do again: no step was taken back just before.")
        })?;
        let seq = self.reverse(&taken, "redo")?;
        self.steps.redo.pop();
        self.steps.undo.push(Taken { seq, ..taken.clone() });
        Ok(taken.name)
    }

    /// Appends the inverse of an operation.
    fn reverse(&mut self, taken: &Taken, kind: &'static str) -> Result<u32> {
        self.writable()?;
        self.steps.close_typing();
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let inverse: Vec<Change> =
            log::changes(&tx, taken.seq)?.into_iter().rev().map(Change::inverse).collect();
        image::apply(&tx, &inverse)?;
        let target =
            tx.query_row("SELECT target FROM operation WHERE seq = ?1", [taken.seq], |row| row.get(0))?;
        let seq = self.revision + 1;
        let entry = Entry {
            seq,
            at: log::instant(self.world.now()),
            who: self.world.who(),
            name: taken.name.clone(),
            target,
            kind,
            undoes: Some(taken.seq),
            summary: String::new(),
        };
        log::append(&tx, self.world.as_ref(), &entry, &inverse)?;
        tx.commit()?;
        self.revision = seq;
        Ok(seq)
    }
}
