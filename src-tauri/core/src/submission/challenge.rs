//! Challenges: what a governor asked, of a question or of the whole audit, and how it was answered.
//!
//! They are a record beside the answers and no part of what is signed: governors challenge while they sign.
//! Refuses to know: screens.

use chrono::NaiveDate;

use super::field::{cell, day, line, wanted};
use super::{Submission, links};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{AuditFile, Operation, Reader, Row, params};
use crate::template::{self, QuestionId};

row_id! {
    /// The id of a challenge.
    ChallengeId
}

/// A challenge was written down or changed.
pub const SAVE: Operation = Operation::ordinary("challenge.save");
/// It was answered.
pub const REPLY: Operation = Operation::ordinary("challenge.reply");
/// It was taken away.
pub const REMOVE: Operation = Operation::ordinary("challenge.remove");

/// A challenge as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The question; none is the audit as a whole.
    pub question: Option<QuestionId>,
    /// Who asked.
    pub asked_by: String,
    /// In which role.
    pub role: String,
    /// What was asked.
    pub text: String,
    /// On which day.
    pub on: NaiveDate,
}

/// A challenge as the file keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Its id.
    pub id: ChallengeId,
    /// What was asked, by whom, when.
    pub asked: Typed,
    /// The answer; empty while there is none.
    pub reply: String,
    /// Who answered.
    pub replied_by: String,
    /// On which day.
    pub replied_on: Option<NaiveDate>,
}

/// The challenges to a submission, in the order of their days.
pub fn of_submission(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Challenge>> {
    let sql = "SELECT id, question_id, asked_by, role, text, on_date, reply, replied_by, replied_on FROM challenge \
               WHERE submission_id = ?1 ORDER BY on_date, id";
    let challenge = |row: &rusqlite::Row<'_>| {
        Ok(Challenge {
            id: row.get(0)?,
            asked: Typed {
                question: row.get::<_, Option<String>>(1)?.map(QuestionId),
                asked_by: row.get(2)?,
                role: row.get(3)?,
                text: row.get(4)?,
                on: day(row, 5)?.ok_or(rusqlite::Error::InvalidQuery)?,
            },
            reply: row.get(6)?,
            replied_by: row.get(7)?,
            replied_on: day(row, 8)?,
        })
    };
    reader.all(sql, params![submission.id], challenge)
}

/// Writes a challenge down, or changes one.
pub fn save(
    file: &mut AuditFile,
    submission: &Submission,
    id: Option<ChallengeId>,
    typed: &Typed,
) -> Result<ChallengeId> {
    submission.own()?;
    id.map_or(Ok(()), |id| find(file.reader(), submission, id))?;
    let asked = sound(file.reader(), submission, typed)?;
    let id = id.unwrap_or_else(|| ChallengeId::new(file.world().as_ref()));
    file.transact(SAVE, &id.to_string(), |tx| {
        tx.put(row(id, submission, &asked))?;
        Ok(id)
    })
}

/// Answers a challenge; an empty answer takes it back.
pub fn reply(
    file: &mut AuditFile,
    submission: &Submission,
    id: ChallengeId,
    reply: &str,
    replied_by: &str,
) -> Result<()> {
    submission.own()?;
    find(file.reader(), submission, id)?;
    let (reply, by) = (cell("The reply", reply)?, line("The name of who replied", replied_by)?);
    file.transact(REPLY, &id.to_string(), |tx| {
        let on = (!reply.is_empty()).then(|| tx.world().today().to_string());
        let by = if reply.is_empty() { String::new() } else { by };
        tx.put(Row::new("challenge", id).text("reply", &reply).text("replied_by", by).set("replied_on", on))
    })
}

/// Takes a challenge away.
pub fn remove(file: &mut AuditFile, submission: &Submission, id: ChallengeId) -> Result<()> {
    submission.own()?;
    find(file.reader(), submission, id)?;
    file.transact(REMOVE, &id.to_string(), |tx| tx.remove("challenge", id))
}

/// The challenge as it is kept.
fn sound(reader: Reader<'_>, submission: &Submission, typed: &Typed) -> Result<Typed> {
    let template = template::load(reader, &submission.template)?;
    links::known(&template, typed.question.as_slice())?;
    let hint = "Give the name, or the role such as \u{201c}Chair\u{201d}.";
    let text = cell("The challenge", &typed.text)?;
    if text.is_empty() {
        return Err(Error::input("The challenge is empty.").hint("Write down what was asked."));
    }
    Ok(Typed {
        question: typed.question.clone(),
        asked_by: wanted("The name of who asked", &typed.asked_by, hint)?,
        role: line("The role of who asked", &typed.role)?,
        text,
        on: typed.on,
    })
}

fn row(id: ChallengeId, submission: &Submission, asked: &Typed) -> Row {
    Row::new("challenge", id)
        .text("submission_id", submission.id)
        .set("question_id", asked.question.as_ref().map(ToString::to_string))
        .text("asked_by", &asked.asked_by)
        .text("role", &asked.role)
        .text("text", &asked.text)
        .text("on_date", asked.on)
}

fn find(reader: Reader<'_>, submission: &Submission, id: ChallengeId) -> Result<()> {
    let sql = "SELECT 1 FROM challenge WHERE id = ?1 AND submission_id = ?2";
    reader.one(sql, params![id, submission.id], |_| Ok(()))?.ok_or_else(|| {
        Error::missing("That challenge is not in this audit.")
            .hint("Look at the list again; the step that wrote it may have been undone.")
    })
}
