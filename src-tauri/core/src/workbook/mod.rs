//! A submission as an Excel workbook: `layout` says where each thing stands and is used both ways.
//!
//! Refuses to know: the file and its database; it sees values.

pub mod foreign;
mod identity;
mod layout;
mod long;
mod measure;
mod names;
mod onward;
mod part;
mod read;
mod tables;
mod templates;
mod wire;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::Result;
use crate::problem::Read;
use crate::sheet::{self, Book, Seen};
use crate::submission::Answer;
use crate::submission::action::Action;
use crate::submission::evidence::Item;
use crate::submission::signoff::Verified;
pub use crate::submission::signoff::{SignOff, Standing};
use crate::template::{self, QuestionId, Template};
pub use layout::spoken_day;
pub use part::{Asked, ExportKind, fix_back};
pub use read::{NO_ANSWER, read, verified};
pub use tables::state_word;
pub use templates::{Known, Templates};
pub use wire::{
    Listener, ask, ask_book, ask_seen, ask_template, ask_unlock, hear, hear_book, hear_kept, hear_seen,
    hear_template, hear_unlocked, tell,
};
pub use write::write;

/// The layout version every workbook carries from the first day; 2 has the plan, the evidence and the sign-off.
pub const LAYOUT: u32 = 2;

/// Who a return is from and what it answers; stands in several places of the workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Born once.
    pub submission: Uuid,
    /// Round and setting, if it was issued by a partnership.
    pub issue: Option<Uuid>,
    /// This very export.
    pub export: Uuid,
    /// Grows with every export.
    pub revision: u32,
    /// Template id.
    pub template: String,
    /// Template version.
    pub version: String,
    /// Digest of the canonical TOML.
    pub digest: String,
    /// Label of the round.
    pub round: String,
    /// Whether it is the whole return or a part of it.
    #[serde(default)]
    pub kind: ExportKind,
}

/// A submission as it travels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Who and what.
    pub identity: Identity,
    /// Name of the setting.
    pub setting: String,
    /// Identifiers: scheme (`urn`, `laestab`...) to value.
    pub identifiers: BTreeMap<String, String>,
    /// Facts: name to value (`yes`, `no`, or a choice).
    pub facts: BTreeMap<String, String>,
    /// Answers, in the template's order; questions not asked are left out.
    pub answers: Vec<Answer>,
    /// The action plan.
    pub actions: Vec<Action>,
    /// What shows it, and where that is kept.
    pub evidence: Vec<Item>,
    /// Who signed, as far as anybody has.
    pub sign_off: Option<SignOff>,
    /// Whether everybody has signed.
    pub standing: Standing,
    /// What was said last round, for the eye; it does not come back.
    pub last_round: BTreeMap<QuestionId, LastRound>,
    /// The round's dates and address.
    pub calendar: Calendar,
    /// What is asked of whoever gets only a part of it.
    #[serde(default)]
    pub asked: Asked,
}

/// When a return is due, and where it goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// When the governors meet.
    pub governors: Option<NaiveDate>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// Where it is sent; may be empty.
    pub return_to: String,
    /// What the partnership tells those who fill it in; may be empty.
    #[serde(default)]
    pub instructions: String,
}

/// Last round's answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRound {
    /// Label of that round.
    pub round: String,
    /// The answer as people read it; none where it was blank.
    pub label: Option<String>,
    /// What was written beside it.
    pub note: String,
}

impl Return {
    /// A return that nobody has filled in yet.
    pub fn blank(identity: Identity, facts: BTreeMap<String, String>, answers: Vec<Answer>) -> Self {
        Self { identity, facts, answers, ..Self::default() }
    }
}

/// A return that was read from a workbook, with the template it follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What was answered.
    pub returned: Return,
    /// The template it follows, from the known ones or from the workbook's own copy.
    pub template: Arc<Template>,
    /// Whether it is what was signed, as it was read; none where nobody has signed.
    pub verified: Option<Verified>,
}

/// Whatever reads a returned workbook: this very process, or a capped child process.
pub trait Reads: Sync {
    /// Reads one file by its name and bytes; `known` are the templates the caller already has.
    ///
    /// Content never fails it: an error means that the file is no return, or could not be read safely.
    fn read(&self, name: &str, bytes: &[u8], known: &Templates) -> Result<Read<Found>>;

    /// Reads a template's workbook; none where it has a fault, and every fault is named.
    fn template(&self, name: &str, bytes: &[u8]) -> Result<Read<Option<Template>>>;

    /// Reads any workbook as its cells: registers, and tools that are not ours.
    fn book(&self, name: &str, bytes: &[u8]) -> Result<Read<Book>>;

    /// Reads a workbook of an unknown layout: its cells, its lists, how it looks.
    fn see(&self, name: &str, bytes: &[u8]) -> Result<Read<Seen>>;

    /// Opens a workbook that is locked by a password; what comes back is read like any other.
    fn unlock(&self, bytes: &[u8], password: &str) -> Result<Vec<u8>> {
        sheet::unlock(bytes, password)
    }
}

/// Reads in this very process: for tests and for files that we wrote ourselves.
pub struct InProcess;

impl Reads for InProcess {
    fn read(&self, _: &str, bytes: &[u8], known: &Templates) -> Result<Read<Found>> {
        read(bytes, known)
    }

    fn template(&self, _: &str, bytes: &[u8]) -> Result<Read<Option<Template>>> {
        template::excel::read_with_remarks(bytes)
    }

    fn book(&self, _: &str, bytes: &[u8]) -> Result<Read<Book>> {
        sheet::open(bytes)
    }

    fn see(&self, _: &str, bytes: &[u8]) -> Result<Read<Seen>> {
        sheet::see(bytes)
    }
}
