//! One setting's answers in one round: the school's own file and the partnership's received copy alike.
//!
//! Refuses to know: workbooks, verdicts and panels.

pub mod accepted;
pub mod action;
pub mod answer;
pub mod challenge;
pub mod check;
pub mod evidence;
pub mod exported;
mod field;
mod kind;
mod links;
pub mod merge;
pub mod personal;
pub mod places;
pub mod carry;
pub mod confirm;
pub mod content;
pub mod copy;
pub mod next;
pub mod note;
pub mod progress;
pub mod ratings;
pub mod receive;
mod returned;
pub mod sent_back;
pub mod share;
pub mod signoff;
pub mod start;
pub mod take;
mod state;
#[cfg(test)]
mod tests;
mod value;
pub mod written;

pub use kind::{Kind, kinds};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Reader, Row, Tx, params};
use crate::template::{Came, Facts, QuestionId};
use crate::text;
pub use state::{Days, Event, EventId, State, days, events, ever, first, put_state, since, states_at};

row_id! {
    /// The id of a submission: born once, at issue or at "new audit".
    SubmissionId
}

/// The id of an answer's row: its return and its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerId(String);

impl AnswerId {
    /// The id of the answer of a return to a question.
    pub fn of(submission: SubmissionId, question: &QuestionId) -> Self {
        Self(format!("{submission} {question}"))
    }
}

impl std::fmt::Display for AnswerId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One answer as a value: what a workbook carries and a screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Answer {
    /// The question.
    pub question: QuestionId,
    /// The level's code, or the value of another kind of question; none is blank.
    pub value: Option<String>,
    /// Evidence and commentary.
    pub note: String,
    /// The difference made.
    pub impact: String,
    /// Area for development.
    pub area: String,
    /// Why it does not apply.
    pub reason: String,
    /// Marked to come back to.
    pub flag: bool,
    /// Label of the round it was carried from, while nobody has confirmed it.
    pub carried_from: Option<String>,
    /// How its question came from last round's, while nobody has confirmed it; none where it was copied.
    #[serde(default)]
    pub carried_how: Option<Came>,
    /// Text fields that the template declares.
    pub extra: BTreeMap<String, String>,
    /// Sheet and cell it was read from; empty where it was typed in Attest.
    pub source: String,
}

impl Answer {
    /// A blank answer to a question.
    pub fn blank(question: QuestionId) -> Self {
        Self {
            question,
            value: None,
            note: String::new(),
            impact: String::new(),
            area: String::new(),
            reason: String::new(),
            flag: false,
            carried_from: None,
            carried_how: None,
            extra: BTreeMap::new(),
            source: String::new(),
        }
    }

    /// The same answer as it leaves the file: no white space at the end of a text, no text of white space alone.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let texts = [&mut self.note, &mut self.impact, &mut self.area, &mut self.reason];
        for kept in texts.into_iter().chain(self.extra.values_mut()).chain(self.value.as_mut()) {
            *kept = text::normal(kept);
        }
        self
    }

    /// Whether the question has been answered here: a value that nobody has yet to confirm.
    pub fn is_answered(&self) -> bool {
        self.value.is_some() && self.carried_from.is_none()
    }

    /// Whether there is a value or a text at all, confirmed or not.
    pub fn says_something(&self) -> bool {
        let texts = [&self.note, &self.impact, &self.area, &self.reason];
        self.value.is_some() || texts.into_iter().chain(self.extra.values()).any(|text| !text.is_empty())
    }
}

/// A submission without its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its id.
    pub id: SubmissionId,
    /// Its round.
    pub round: RoundId,
    /// The setting it is of.
    pub setting: SettingId,
    /// Where it stands.
    pub state: State,
    /// Grows with every export.
    pub revision: u32,
    /// The issue it answers, if it was issued.
    pub issue: Option<String>,
    /// Key of its template.
    pub template: String,
    /// The batch it came in with, if it came in.
    pub batch: Option<String>,
    /// The original it was read from, if it came in.
    pub original: Option<String>,
    /// The same setting's audit of the round before, if it goes on from one.
    pub earlier: Option<SubmissionId>,
    /// What is known of the setting in this round: it switches modules on and off.
    pub facts: Facts,
}

impl Submission {
    /// Refuses a return that came in: what goes on beside the answers, signed or not, is the setting's own.
    pub fn own(&self) -> Result<()> {
        if self.state.is_own() { Ok(()) } else { self.changeable() }
    }

    /// Refuses where the answers stay as they are: signed off, or come in from elsewhere.
    pub fn changeable(&self) -> Result<()> {
        if self.state == State::InProgress {
            return Ok(());
        }
        Err(match self.state {
            State::Signing | State::SignedOff => Error::state(
                "This audit is signed, so it stays as it was signed.",
            )
            .hint("To change it, take the sign-off back with a reason; the old one stays in the history."),
            State::InProgress
            | State::Received
            | State::Checked
            | State::Accepted
            | State::SentBack
            | State::Replaced
            | State::Withdrawn => Error::state("This return can no longer be changed here.")
                .hint("A return that came in keeps its answers as they were."),
        })
    }
}

const COLUMNS: &str = "id, round_id, subject_id, state, revision, issue_id, template, batch_id, original_id, \
     earlier_id, facts";

/// Says facts of the setting in a round; facts not named stay.
pub fn tell(tx: &mut Tx<'_>, submission: &Submission, said: &Facts) -> Result<Submission> {
    let mut told = submission.clone();
    told.facts.extend(said.iter().map(|(name, value)| (name.clone(), value.clone())));
    tx.put(Row::new("submission", told.id).set("facts", facts_text(&told.facts)?))?;
    Ok(told)
}

/// Facts as they are kept.
fn facts_text(facts: &Facts) -> Result<String> {
    serde_json::to_string(facts).map_err(|_| Error::fault("The facts could not be kept."))
}

/// A submission by its id.
pub fn load(reader: Reader<'_>, id: SubmissionId) -> Result<Submission> {
    find(reader, id)?.ok_or_else(|| Error::missing("That return is not in this file."))
}

/// A submission by its id, if it is here.
pub fn find(reader: Reader<'_>, id: SubmissionId) -> Result<Option<Submission>> {
    reader.one(&format!("SELECT {COLUMNS} FROM submission WHERE id = ?1"), params![id], submission)
}

/// Every submission of a round, whatever its state.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Submission>> {
    let sql =
        format!("SELECT {COLUMNS} FROM submission WHERE round_id = ?1 ORDER BY subject_id, revision, id");
    reader.all(&sql, params![round], submission)
}

/// The returns of a setting in a round, oldest first.
pub fn of_setting(reader: Reader<'_>, round: RoundId, setting: SettingId) -> Result<Vec<Submission>> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE round_id = ?1 AND subject_id = ?2 ORDER BY id");
    reader.all(&sql, params![round, setting], submission)
}

/// The accepted returns of a setting in every round, the latest revision last.
pub fn accepted_of(reader: Reader<'_>, setting: SettingId) -> Result<Vec<Submission>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM submission WHERE subject_id = ?1 AND state = 'accepted' ORDER BY revision, id"
    );
    reader.all(&sql, params![setting], submission)
}

/// Every audit that was begun in a setting's file, oldest first.
pub fn begun(reader: Reader<'_>) -> Result<Vec<Submission>> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE batch_id IS NULL ORDER BY id");
    reader.all(&sql, [], submission)
}

/// The audit that a setting's file opens at: the latest one begun here.
pub fn current(reader: Reader<'_>) -> Result<Submission> {
    let sql = format!("SELECT {COLUMNS} FROM submission WHERE batch_id IS NULL ORDER BY id DESC LIMIT 1");
    reader.one(&sql, [], submission)?.ok_or_else(|| {
        Error::missing("There is no audit in this file.").hint("Start a new audit on the first screen.")
    })
}

fn submission(row: &rusqlite::Row<'_>) -> rusqlite::Result<Submission> {
    Ok(Submission {
        id: row.get(0)?,
        round: row.get(1)?,
        setting: row.get(2)?,
        state: State::of(&row.get::<_, String>(3)?)?,
        revision: row.get(4)?,
        issue: row.get(5)?,
        template: row.get(6)?,
        batch: row.get(7)?,
        original: row.get(8)?,
        earlier: row.get(9)?,
        facts: serde_json::from_str(&row.get::<_, String>(10)?).map_err(|_| rusqlite::Error::InvalidQuery)?,
    })
}

/// What the accepted returns of a round gave as the value of a question.
pub fn given(
    reader: Reader<'_>,
    round: RoundId,
    question: &QuestionId,
) -> Result<Vec<(SubmissionId, String)>> {
    let sql = "SELECT s.id, a.value FROM submission s JOIN answer a ON a.submission_id = s.id \
               WHERE s.round_id = ?1 AND s.state = 'accepted' AND a.question_id = ?2 AND a.value IS NOT NULL \
               ORDER BY s.id";
    reader.all(sql, params![round, question.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The answers of a round's accepted returns beside which neither a note nor an item of evidence stands.
pub fn unbacked(reader: Reader<'_>, round: RoundId) -> Result<Vec<(SubmissionId, QuestionId, String)>> {
    let sql = "SELECT s.id, a.question_id, a.value FROM submission s JOIN answer a ON a.submission_id = s.id \
               WHERE s.round_id = ?1 AND s.state = 'accepted' AND a.value IS NOT NULL AND a.note = '' \
               AND NOT EXISTS (SELECT 1 FROM backing b \
                 WHERE b.submission_id = a.submission_id AND b.question_id = a.question_id)";
    reader.all(sql, params![round], |row| Ok((row.get(0)?, QuestionId(row.get(1)?), row.get(2)?)))
}

/// Every answer that a submission holds, by question; questions without one are blank.
pub fn answers(reader: Reader<'_>, id: SubmissionId) -> Result<BTreeMap<QuestionId, Answer>> {
    let sql = "SELECT question_id, value, note, impact, area, reason, flag, carried_from, extra, source, \
               carried_how \
               FROM answer WHERE submission_id = ?1";
    let rows = reader.all(sql, params![id], answer)?;
    Ok(rows.into_iter().map(|answer| (answer.question.clone(), answer)).collect())
}

/// An answer as its columns stand in order.
fn answer(row: &rusqlite::Row<'_>) -> rusqlite::Result<Answer> {
    let extra: String = row.get(8)?;
    Ok(Answer {
        question: QuestionId(row.get(0)?),
        value: row.get(1)?,
        note: row.get(2)?,
        impact: row.get(3)?,
        area: row.get(4)?,
        reason: row.get(5)?,
        flag: row.get(6)?,
        carried_from: row.get(7)?,
        extra: serde_json::from_str(&extra).unwrap_or_default(),
        source: row.get(9)?,
        carried_how: row.get::<_, Option<String>>(10)?.as_deref().and_then(Came::of),
    })
}

/// The id of the row in which a question is answered, if it was ever answered at.
pub fn answer_row(reader: Reader<'_>, id: SubmissionId, question: &QuestionId) -> Result<Option<AnswerId>> {
    let sql = "SELECT 1 FROM answer WHERE submission_id = ?1 AND question_id = ?2";
    let there = reader.one(sql, params![id, question.0], |_| Ok(()))?;
    Ok(there.map(|()| AnswerId::of(id, question)))
}

/// The highest revision that was ever written of a submission here.
pub fn last_export(reader: Reader<'_>, id: SubmissionId) -> Result<u32> {
    let sql = "SELECT COALESCE(MAX(revision), 0) FROM export WHERE submission_id = ?1";
    Ok(reader.one(sql, params![id], |row| row.get(0))?.unwrap_or(0))
}

/// A workbook that was written of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// This very workbook.
    pub id: uuid::Uuid,
    /// Its revision.
    pub revision: u32,
    /// The name it was saved under.
    pub name: String,
    /// The last name of the folder it was saved in.
    pub folder: String,
}

/// The workbook of a submission that was saved last, and when.
pub fn last_saved(reader: Reader<'_>, id: SubmissionId) -> Result<Option<(Export, String)>> {
    let sql = "SELECT id, revision, name, folder, at FROM export WHERE submission_id = ?1 \
               ORDER BY revision DESC LIMIT 1";
    reader.one(sql, params![id], |row| {
        let text: String = row.get(0)?;
        let id = uuid::Uuid::parse_str(&text).map_err(|_| rusqlite::Error::InvalidQuery)?;
        Ok((Export { id, revision: row.get(1)?, name: row.get(2)?, folder: row.get(3)? }, row.get(4)?))
    })
}

/// When a workbook was written, if it was written here.
pub fn saved_at(reader: Reader<'_>, export: uuid::Uuid) -> Result<Option<String>> {
    reader.one("SELECT at FROM export WHERE id = ?1", params![export.to_string()], |row| row.get(0))
}

/// Keeps that a workbook was written of a submission.
pub fn put_export(tx: &mut Tx<'_>, id: SubmissionId, export: &Export) -> Result<()> {
    let row =
        Row::new("export", export.id).text("submission_id", id).set("revision", i64::from(export.revision));
    let now = tx.world().now().to_rfc3339();
    tx.put(row.text("at", now).text("name", &export.name).text("folder", &export.folder))
}

/// Whether a workbook was written of a submission since it was last signed off.
pub fn sent_signed(reader: Reader<'_>, id: SubmissionId) -> Result<bool> {
    let sql = "SELECT 1 FROM export WHERE submission_id = ?1 AND at >= \
               (SELECT MAX(at) FROM state_event WHERE submission_id = ?1 AND state = 'signed_off')";
    Ok(reader.one(sql, params![id], |_| Ok(()))?.is_some())
}
