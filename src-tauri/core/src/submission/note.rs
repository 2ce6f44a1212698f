//! What an officer notes on a return, or on one question of it: beside the return, never part of it.
//!
//! Owns the table `note`. Refuses to know: states, findings, and who reads the notes.

use std::collections::BTreeMap;

use super::SubmissionId;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{AuditFile, Operation, Reader, Row, Tx, params};
use crate::template::QuestionId;
use crate::text;

row_id! {
    /// The id of a note.
    NoteId
}

const WRITE: Operation = Operation::ordinary("note.write");
const REMOVE: Operation = Operation::ordinary("note.remove");

/// A note on a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The question it is on; none: the return as a whole.
    pub question: Option<QuestionId>,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: String,
    /// What it says.
    pub text: String,
}

/// The longest note.
const LONGEST: usize = 5_000;

/// Writes a note on a return that came in.
pub fn write(
    file: &mut AuditFile,
    submission: SubmissionId,
    question: Option<&QuestionId>,
    typed: &str,
) -> Result<()> {
    file.transact(WRITE, &submission.to_string(), |tx| put(tx, submission, question, typed))
}

/// Puts a note inside another operation.
pub fn put(
    tx: &mut Tx<'_>,
    submission: SubmissionId,
    question: Option<&QuestionId>,
    typed: &str,
) -> Result<()> {
    let said = text::normal(typed).trim().to_owned();
    if said.is_empty() || said.chars().count() > LONGEST {
        return Err(Error::input("A note is empty, or over 5,000 characters long.")
            .hint("Write in a few sentences what should be remembered of this return."));
    }
    let (now, who) = (tx.world().now(), tx.world().who());
    let row = Row::new("note", NoteId::new(tx.world())).text("submission_id", submission);
    let row = row.set("question_id", question.map(|question| question.0.clone()));
    tx.put(row.text("who", who).text("at", now.to_rfc3339()).text("text", &said))
}

/// How many notes stand on each return of a round.
pub fn counts(reader: Reader<'_>, round: RoundId) -> Result<BTreeMap<SubmissionId, u32>> {
    let sql = "SELECT n.submission_id, count(*) FROM note n JOIN submission s ON s.id = n.submission_id \
               WHERE s.round_id = ?1 GROUP BY n.submission_id";
    Ok(reader.all(sql, params![round], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// Takes a note away; the history keeps it.
pub fn remove(file: &mut AuditFile, submission: SubmissionId, note: NoteId) -> Result<()> {
    if !of(file.reader(), submission)?.iter().any(|one| one.id == note) {
        return Err(
            Error::missing("That note is not on this return.").hint("It may have been taken away before.")
        );
    }
    file.transact(REMOVE, &submission.to_string(), |tx| tx.remove("note", note))
}

/// The notes on a return, oldest first.
pub fn of(reader: Reader<'_>, submission: SubmissionId) -> Result<Vec<Note>> {
    let sql = "SELECT id, question_id, who, at, text FROM note WHERE submission_id = ?1 ORDER BY at, rowid";
    reader.all(sql, params![submission], |row| {
        Ok(Note {
            id: row.get(0)?,
            question: row.get::<_, Option<String>>(1)?.map(QuestionId),
            who: row.get(2)?,
            at: row.get(3)?,
            text: row.get(4)?,
        })
    })
}
