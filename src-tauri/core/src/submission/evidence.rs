//! Evidence: what shows an answer and where it is kept; one item backs many answers and goes stale on its review date.
//!
//! A setting's own list goes on over the years; what came in with a return stays that return's. Files are not kept.
//! Refuses to know: screens and workbooks.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Submission;
use super::field::{cell, day, kept_day, line, wanted};
use super::links::{self, BACKING};
use super::signoff;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{AuditFile, Operation, Reader, Row, Tx, params};
use crate::template::{self, QuestionId};

row_id! {
    /// The id of an item of evidence.
    EvidenceId
}

/// An item was written down or changed.
pub const SAVE: Operation = Operation::ordinary("evidence.save");
/// It was put behind an answer.
pub const LINK: Operation = Operation::ordinary("evidence.link");
/// It was taken from behind an answer.
pub const UNLINK: Operation = Operation::ordinary("evidence.unlink");
/// It is no longer used.
pub const RETIRE: Operation = Operation::ordinary("evidence.retire");
/// It is used again.
pub const RESTORE: Operation = Operation::ordinary("evidence.restore");

/// An item of evidence as a value: what a workbook carries.
///
/// A sign-off covers all of an item that backs an answer of its submission but `review`: when it is looked at again
/// may go on after the signing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Item {
    /// What it is and shows.
    pub title: String,
    /// Where it is kept.
    pub place: String,
    /// Who keeps it: a role or a name.
    pub owner: String,
    /// The date it bears.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub dated: Option<NaiveDate>,
    /// When it goes stale.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub review: Option<NaiveDate>,
    /// The answers of this submission that it backs.
    pub questions: Vec<QuestionId>,
}

/// An item as the file keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: EvidenceId,
    /// What it says.
    pub item: Item,
    /// No longer used since.
    pub retired: Option<NaiveDate>,
}

impl Kept {
    /// Whether its review date has passed; until the end of that day it is good.
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        self.retired.is_none() && self.item.review.is_some_and(|review| review < today)
    }
}

/// Every item that belongs to a submission, with the answers of it that each backs, in the order written down:
/// the setting's own list, or what came in with the return.
pub fn of_submission(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Kept>> {
    let mut backed = BACKING.of_submission(reader, submission.id)?;
    let sql = "SELECT id, title, place, owner, dated, review, retired FROM evidence \
               WHERE setting_id = ?1 AND returned_id IS ?2 ORDER BY id";
    let kept = |row: &rusqlite::Row<'_>| {
        let id: EvidenceId = row.get(0)?;
        Ok(Kept {
            id,
            item: Item {
                title: row.get(1)?,
                place: row.get(2)?,
                owner: row.get(3)?,
                dated: day(row, 4)?,
                review: day(row, 5)?,
                questions: backed.remove(&id.0).unwrap_or_default(),
            },
            retired: day(row, 6)?,
        })
    };
    reader.all(sql, params![submission.setting, returned(submission)], kept)
}

/// The return that a submission's evidence and actions came in with; none in a setting's own file.
pub(super) fn returned(submission: &Submission) -> Option<String> {
    (!submission.state.is_own()).then(|| submission.id.to_string())
}

/// The items that leave the file with a submission, each as a value: those still used, and those that were used
/// when it was signed.
pub fn travelling(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Item>> {
    Ok(leaving(reader, submission)?.into_iter().map(|kept| kept.item).collect())
}

/// The same as the file keeps them.
pub fn leaving(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Kept>> {
    let signed = signoff::standing(reader, submission.id)?.map(|kept| kept.begun);
    let goes = |kept: &Kept| match (kept.retired, signed.as_deref().and_then(|begun| begun.get(..10))) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(retired), Some(begun)) => retired.to_string().as_str() > begun,
    };
    let mut kept = of_submission(reader, submission)?;
    kept.retain(goes);
    Ok(kept)
}

/// Writes an item down, or changes one.
pub fn save(
    file: &mut AuditFile,
    submission: &Submission,
    id: Option<EvidenceId>,
    item: &Item,
) -> Result<EvidenceId> {
    let before = id.map(|id| find(file.reader(), submission, id)).transpose()?;
    let item = sound(file.reader(), submission, item)?;
    if is_covered(before.as_ref().map(|kept| &kept.item), &item) {
        submission.changeable()?;
    } else {
        submission.own()?;
    }
    let id = id.unwrap_or_else(|| EvidenceId::new(file.world().as_ref()));
    file.transact(SAVE, &id.to_string(), |tx| {
        put(tx, submission, id, &item)?;
        BACKING.set(tx, id.0, submission.id, &item.questions)?;
        Ok(id)
    })
}

/// Puts an item behind an answer.
pub fn link(
    file: &mut AuditFile,
    submission: &Submission,
    id: EvidenceId,
    question: &QuestionId,
) -> Result<()> {
    submission.changeable()?;
    find(file.reader(), submission, id)?;
    BACKING.link(file, (LINK, id.0), submission, question)
}

/// Takes an item from behind an answer.
pub fn unlink(
    file: &mut AuditFile,
    submission: &Submission,
    id: EvidenceId,
    question: &QuestionId,
) -> Result<()> {
    submission.changeable()?;
    find(file.reader(), submission, id)?;
    file.transact(UNLINK, &question.0, |tx| BACKING.untie(tx, id.0, submission.id, question))
}

/// Says that an item is no longer used; it stays on the list, and behind the answers of earlier years.
pub fn retire(file: &mut AuditFile, submission: &Submission, id: EvidenceId) -> Result<()> {
    unsigned(file, submission, id)?;
    file.transact(RETIRE, &id.to_string(), |tx| {
        let today = tx.world().today();
        tx.put(Row::new("evidence", id).text("retired", today))
    })
}

/// Says that an item is used again.
pub fn restore(file: &mut AuditFile, submission: &Submission, id: EvidenceId) -> Result<()> {
    unsigned(file, submission, id)?;
    file.transact(RESTORE, &id.to_string(), |tx| {
        tx.put(Row::new("evidence", id).set("retired", None::<String>))
    })
}

/// Refuses an item that backs an answer of a signed audit.
fn unsigned(file: &AuditFile, submission: &Submission, id: EvidenceId) -> Result<()> {
    let kept = find(file.reader(), submission, id)?;
    if kept.item.questions.is_empty() { submission.own() } else { submission.changeable() }
}

/// Whether a change touches what a sign-off of the submission covers.
fn is_covered(before: Option<&Item>, after: &Item) -> bool {
    let linked = before.is_some_and(|before| !before.questions.is_empty()) || !after.questions.is_empty();
    let seen = |item: &Item| {
        let questions: BTreeSet<QuestionId> = item.questions.iter().cloned().collect();
        (item.title.clone(), item.place.clone(), item.owner.clone(), item.dated, questions)
    };
    linked && before.map(seen) != Some(seen(after))
}

pub(super) fn put(tx: &mut Tx<'_>, submission: &Submission, id: EvidenceId, item: &Item) -> Result<()> {
    let row = Row::new("evidence", id)
        .text("setting_id", submission.setting)
        .set("returned_id", returned(submission))
        .text("title", &item.title)
        .text("place", &item.place)
        .text("owner", &item.owner);
    tx.put(row.set("dated", kept_day(item.dated)).set("review", kept_day(item.review)))
}

/// The item as it is kept.
fn sound(reader: Reader<'_>, submission: &Submission, item: &Item) -> Result<Item> {
    let template = template::load(reader, &submission.template)?;
    Ok(Item {
        title: wanted("The title of the evidence", &item.title, "Say what it is and what it shows.")?,
        place: cell("The place where the evidence is kept", &item.place)?,
        owner: line("The name of who keeps the evidence", &item.owner)?,
        dated: item.dated,
        review: item.review,
        questions: links::known(&template, &item.questions)?,
    })
}

fn find(reader: Reader<'_>, submission: &Submission, id: EvidenceId) -> Result<Kept> {
    let found = if submission.state.is_own() { of_submission(reader, submission)? } else { Vec::new() };
    found.into_iter().find(|kept| kept.id == id).ok_or_else(|| {
        Error::missing("That item is not on this setting\u{2019}s list of evidence.")
            .hint("Look at the list of evidence again; the step that wrote it may have been undone.")
    })
}
