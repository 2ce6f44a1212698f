//! Answering: a rating, a text, a mark. Each is one operation, with the submission's bytes kept in step.
//!
//! Refuses to know: screens; and never touches what others said of an answer.

use std::sync::Arc;

use super::confirm::cleared;
use super::{Answer, AnswerId, Submission, SubmissionId, answers, load, ratings, tell, value};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader, Row, Tx};
use crate::template::{self, Facts, Question, QuestionId, Template};
use crate::text;

/// A rating was given or taken away.
pub const RATE: Operation = Operation::ordinary("answer.rate");
/// A text was typed.
pub const WRITE: Operation = Operation::typing("answer.write");
/// An answer was marked or unmarked.
pub const FLAG: Operation = Operation::ordinary("answer.flag");

/// Made-up answers were given.
pub const FILL: Operation = Operation::ordinary("sample.fill");

/// The most that a cell of a workbook takes, in UTF-16 units.
const LONGEST: usize = 32_767;

/// Which text of an answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The value; it is typed where a question is not rated.
    Value,
    /// Evidence and commentary.
    Note,
    /// The difference made.
    Impact,
    /// Area for development.
    Area,
    /// Why it does not apply.
    Reason,
    /// A field that the template declares.
    Extra(String),
}

impl Field {
    /// A field by its name, if this template has it.
    pub fn named(name: &str, template: &Template) -> Result<Self> {
        match name {
            "note" => Ok(Self::Note),
            "impact" => Ok(Self::Impact),
            "area" => Ok(Self::Area),
            "reason" => Ok(Self::Reason),
            "value" => Ok(Self::Value),
            other if template.fields.iter().any(|field| field.name == other) => {
                Ok(Self::Extra(other.to_owned()))
            }
            other => {
                Err(Error::input(format!("An answer has no field \u{201c}{}\u{201d}.", text::short(other))))
            }
        }
    }
}

/// Rates a question, or takes its rating away.
pub fn rate(
    file: &mut AuditFile,
    id: SubmissionId,
    question: &QuestionId,
    level: Option<&str>,
) -> Result<()> {
    let place = Place::find(file.reader(), id, question)?;
    let code = level.map(|code| place.level(code)).transpose()?;
    file.transact(RATE, &question.0, |tx| {
        let row = cleared(place.row().set("value", code));
        place.put(tx, row)
    })
}

/// Writes a text of an answer; typing on continues the last operation.
pub fn write(
    file: &mut AuditFile,
    id: SubmissionId,
    question: &QuestionId,
    field: &str,
    typed: &str,
) -> Result<()> {
    let place = Place::find(file.reader(), id, question)?;
    let field = Field::named(field, &place.template)?;
    let typed = kept(typed)?;
    let target = format!("{question} {}", target(&field));
    file.transact(WRITE, &target, |tx| {
        let row = place.written(tx, &field, typed)?;
        place.put(tx, row)
    })
}

/// Says facts and gives whole answers at once, where they were made up; answers that are there are laid over.
pub fn fill(file: &mut AuditFile, id: SubmissionId, facts: &Facts, given: &[Answer]) -> Result<()> {
    let submission = load(file.reader(), id)?;
    submission.changeable()?;
    let template = template::load(file.reader(), &submission.template)?;
    file.transact(FILL, "", |tx| {
        let submission = tell(tx, &submission, facts)?;
        for answer in given {
            tx.put(whole(id, answer)?)?;
        }
        refresh(tx, &submission, &template)
    })
}

/// Marks an answer to come back to, or takes the mark away.
pub fn flag(file: &mut AuditFile, id: SubmissionId, question: &QuestionId, mark: Mark) -> Result<()> {
    let place = Place::find(file.reader(), id, question)?;
    file.transact(FLAG, &question.0, |tx| {
        let row = place.row().set("flag", mark == Mark::Set);
        place.put(tx, row)
    })
}

/// Whether an answer is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Come back to it.
    Set,
    /// Not marked.
    Clear,
}

/// Text as it is kept while it is typed: line ends and control characters put right, spaces left as typed.
fn kept(typed: &str) -> Result<String> {
    let ending: String = typed.chars().rev().take_while(|c| *c == ' ' || *c == '\n').collect();
    let kept = text::normal(typed) + &ending.chars().rev().collect::<String>();
    if kept.encode_utf16().count() > LONGEST {
        return Err(Error::input(
            "That text is longer than a cell of a workbook can hold (32,767 characters).",
        )
        .hint("Shorten it, or say where the longer document is kept."));
    }
    Ok(kept)
}

/// A question of a submission that may be answered now.
pub(super) struct Place {
    submission: Submission,
    template: Arc<Template>,
    question: Question,
}

impl Place {
    pub(super) fn find(reader: Reader<'_>, id: SubmissionId, question: &QuestionId) -> Result<Self> {
        let submission = load(reader, id)?;
        submission.changeable()?;
        let template = template::load(reader, &submission.template)?;
        let found = template.question(question).cloned().ok_or_else(|| {
            Error::missing(format!(
                "There is no question \u{201c}{}\u{201d} in this audit.",
                text::short(&question.0)
            ))
        })?;
        if !template.asked(&submission.facts).iter().any(|asked| asked.id == *question) {
            return Err(Error::state(format!("Question {} is not asked of this setting.", found.number))
                .hint(
                    "Change the facts about the setting on the first page of the audit, if it should be.",
                ));
        }
        Ok(Self { submission, template, question: found })
    }

    /// The printed number of its question.
    pub(super) fn number(&self) -> &str {
        &self.question.number
    }

    fn level(&self, code: &str) -> Result<String> {
        let level = self.template.level(&self.question, code).ok_or_else(|| {
            Error::input(format!(
                "Question {} has no rating \u{201c}{}\u{201d}.",
                self.question.number,
                text::short(code)
            ))
            .hint("Choose one of the ratings beside the question.")
        })?;
        Ok(level.code.0.clone())
    }

    /// The answer's row, new or there already.
    pub(super) fn row(&self) -> Row {
        Row::new("answer", AnswerId::of(self.submission.id, &self.question.id))
            .text("submission_id", self.submission.id)
            .text("question_id", &self.question.id)
    }

    fn written(&self, tx: &Tx<'_>, field: &Field, typed: String) -> Result<Row> {
        let row = self.row();
        match field {
            Field::Note | Field::Impact | Field::Area | Field::Reason => Ok(row.set(column(field), typed)),
            Field::Value => {
                let value = value::read(&self.question, &typed)?;
                Ok(cleared(row.set("value", value)))
            }
            Field::Extra(name) => {
                let answer = answers(tx.reader(), self.submission.id)?.remove(&self.question.id);
                let mut extra = answer.map(|answer| answer.extra).unwrap_or_default();
                extra.insert(name.clone(), typed);
                let json =
                    serde_json::to_string(&extra).map_err(|_| Error::fault("The text could not be kept."))?;
                Ok(row.set("extra", json))
            }
        }
    }

    /// Puts the row and brings the submission's bytes in step.
    pub(super) fn put(&self, tx: &mut Tx<'_>, row: Row) -> Result<()> {
        tx.put(row)?;
        refresh(tx, &self.submission, &self.template)
    }
}

/// A row with everything that an answer says.
pub(super) fn whole(submission: SubmissionId, answer: &Answer) -> Result<Row> {
    let extra =
        serde_json::to_string(&answer.extra).map_err(|_| Error::fault("An answer could not be kept."))?;
    let row = Row::new("answer", AnswerId::of(submission, &answer.question))
        .text("submission_id", submission)
        .text("question_id", &answer.question)
        .set("value", answer.value.clone())
        .text("note", &answer.note)
        .text("impact", &answer.impact)
        .text("area", &answer.area)
        .text("reason", &answer.reason)
        .set("flag", answer.flag)
        .set("carried_from", answer.carried_from.clone())
        .set("carried_how", answer.carried_how.map(|came| came.code().to_owned()));
    Ok(row.text("extra", extra).text("source", &answer.source))
}

/// Brings the bytes of a submission in step with its answers and facts.
pub fn refresh(tx: &mut Tx<'_>, submission: &Submission, template: &Template) -> Result<()> {
    let bytes = ratings::bytes(template, &submission.facts, &answers(tx.reader(), submission.id)?);
    tx.put(Row::new("submission", submission.id).set("ratings", bytes))
}

/// What typing goes on at: one text of one answer.
fn target(field: &Field) -> &str {
    match field {
        Field::Extra(name) => name,
        Field::Note | Field::Impact | Field::Area | Field::Reason | Field::Value => column(field),
    }
}

fn column(field: &Field) -> &'static str {
    match field {
        Field::Note => "note",
        Field::Impact => "impact",
        Field::Area => "area",
        Field::Reason => "reason",
        Field::Value => "value",
        Field::Extra(_) => "extra",
    }
}

/// An answer that is not there yet.
pub fn or_blank(found: Option<Answer>, question: &QuestionId) -> Answer {
    found.unwrap_or_else(|| Answer::blank(question.clone()))
}
