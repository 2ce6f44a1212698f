//! Sections given to colleagues: who has which standards, by when, and whether they are back.
//!
//! Refuses to know: workbooks and screens.

use chrono::NaiveDate;
use uuid::Uuid;

use super::field::{day, kept_day, line};
use super::{Submission, SubmissionId};
use crate::error::Result;
use crate::store::{AuditFile, Operation, Reader, Row, Tx, params};
use crate::template::StandardId;

/// A section is no longer awaited.
pub const CALL_OFF: Operation = Operation::ordinary("share.call_off");

/// A section that was given to a colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The export’s id.
    pub id: Uuid,
    /// Who has it.
    pub to: String,
    /// By when it is wanted back.
    pub due: Option<NaiveDate>,
    /// Its standards.
    pub standards: Vec<StandardId>,
    /// The workbook’s name as it was saved.
    pub name: String,
    /// When it was written.
    pub at: String,
    /// The day it came back, or was no longer awaited.
    pub back: Option<NaiveDate>,
}

/// The name of who gets a section, as it is kept; it may be left empty.
pub fn named(to: &str) -> Result<String> {
    line("The name of who gets the section", to)
}

/// Keeps that a section was given away.
pub fn lend(tx: &mut Tx<'_>, submission: SubmissionId, share: &Share) -> Result<()> {
    let standards = serde_json::Value::from_iter(share.standards.iter().map(|id| id.0.clone()));
    let row = Row::new("share", share.id).text("submission_id", submission).text("lent_to", &share.to);
    let row = row.set("due", kept_day(share.due)).text("standards", standards).text("name", &share.name);
    tx.put(row.text("at", &share.at))
}

/// Every section of a submission that was given away, the latest first.
pub fn of_submission(reader: Reader<'_>, submission: SubmissionId) -> Result<Vec<Share>> {
    let sql = "SELECT id, lent_to, due, standards, name, at, back FROM share WHERE submission_id = ?1 \
               ORDER BY at DESC, rowid DESC";
    reader.all(sql, params![submission], |row| {
        let standards: Vec<String> = serde_json::from_str(&row.get::<_, String>(3)?).unwrap_or_default();
        Ok(Share {
            id: Uuid::parse_str(&row.get::<_, String>(0)?).map_err(|_| rusqlite::Error::InvalidQuery)?,
            to: row.get(1)?,
            due: day(row, 2)?,
            standards: standards.into_iter().map(StandardId).collect(),
            name: row.get(4)?,
            at: row.get(5)?,
            back: day(row, 6)?,
        })
    })
}

/// Marks a section as back, where it was given away from here.
pub fn came_back(tx: &mut Tx<'_>, submission: SubmissionId, id: Uuid) -> Result<()> {
    let ours = of_submission(tx.reader(), submission)?.into_iter().any(|share| share.id == id);
    let today = tx.world().today();
    if ours { tx.put(Row::new("share", id).text("back", today)) } else { Ok(()) }
}

/// No longer waits for a section; what comes back later can still be read.
pub fn call_off(file: &mut AuditFile, submission: &Submission, id: Uuid) -> Result<()> {
    file.transact(CALL_OFF, "", |tx| came_back(tx, submission.id, id))
}
