//! Which answers an item of evidence backs, and which an action grew out of: the same line in two tables.
//!
//! Refuses to know: what stands at either end.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::ToSql;
use uuid::Uuid;

use super::{Submission, SubmissionId};
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Reader, Row, Tx, params};
use crate::template::{self, QuestionId, Template};
use crate::text;

/// A table of links.
pub(super) struct Links {
    table: &'static str,
    column: &'static str,
}

/// Which answers an item of evidence backs.
pub(super) const BACKING: Links = Links { table: "backing", column: "evidence_id" };
/// Which answers an action grew out of.
pub(super) const GROWTH: Links = Links { table: "growth", column: "action_id" };

impl Links {
    /// The questions of a submission at the other end of each thing, in the order of their ids.
    pub fn of_submission(
        &self,
        reader: Reader<'_>,
        id: SubmissionId,
    ) -> Result<BTreeMap<Uuid, Vec<QuestionId>>> {
        let Self { table, column } = self;
        let sql = format!(
            "SELECT {column}, question_id FROM {table} WHERE submission_id = ?1 ORDER BY question_id"
        );
        let pairs = reader.all(&sql, params![id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let mut found = BTreeMap::<Uuid, Vec<QuestionId>>::new();
        for (thing, question) in pairs {
            let thing =
                Uuid::parse_str(&thing).map_err(|_| Error::fault("A link in this file cannot be read."))?;
            found.entry(thing).or_default().push(QuestionId(question));
        }
        Ok(found)
    }

    /// The submissions in which a thing is linked to any answer.
    pub fn submissions(&self, reader: Reader<'_>, thing: Uuid) -> Result<Vec<SubmissionId>> {
        let Self { table, column } = self;
        let sql =
            format!("SELECT DISTINCT submission_id FROM {table} WHERE {column} = ?1 ORDER BY submission_id");
        reader.all(&sql, params![thing.to_string()], |row| row.get(0))
    }

    /// Links a thing to exactly these questions of a submission.
    pub fn set(
        &self,
        tx: &mut Tx<'_>,
        thing: Uuid,
        id: SubmissionId,
        questions: &[QuestionId],
    ) -> Result<()> {
        for (of, question) in self.rows(tx.reader(), thing)? {
            if of == id && !questions.contains(&question) {
                tx.remove(self.table, key(thing, id, &question))?;
            }
        }
        questions.iter().try_for_each(|question| self.tie(tx, thing, id, question))
    }

    /// Links a thing to a question of a submission's audit, as an operation of its own.
    pub fn link(
        &self,
        file: &mut AuditFile,
        (operation, thing): (Operation, Uuid),
        submission: &Submission,
        question: &QuestionId,
    ) -> Result<()> {
        let template = template::load(file.reader(), &submission.template)?;
        known(&template, std::slice::from_ref(question))?;
        file.transact(operation, &question.0, |tx| self.tie(tx, thing, submission.id, question))
    }

    /// Links a thing to a question; once is enough.
    pub fn tie(&self, tx: &mut Tx<'_>, thing: Uuid, id: SubmissionId, question: &QuestionId) -> Result<()> {
        let row = Row::new(self.table, key(thing, id, question)).text(self.column, thing);
        tx.put(row.text("submission_id", id).text("question_id", question))
    }

    /// Links a thing that came in with a return to these questions alone.
    pub fn fill(
        &self,
        tx: &mut Tx<'_>,
        thing: Uuid,
        id: SubmissionId,
        questions: &BTreeSet<&QuestionId>,
    ) -> Result<()> {
        let (thing, id) = (thing.to_string(), id.to_string());
        let rows = questions.iter().map(|question| -> [&dyn ToSql; 3] { [&thing, &id, &question.0] });
        tx.clear(self.table, self.column, &thing)?;
        tx.fill(self.table, [self.column, "submission_id", "question_id"], &thing, rows)
    }

    /// Takes the link to a question away, where there is one.
    pub fn untie(&self, tx: &mut Tx<'_>, thing: Uuid, id: SubmissionId, question: &QuestionId) -> Result<()> {
        match self.rows(tx.reader(), thing)?.iter().any(|(of, there)| (of, there) == (&id, question)) {
            true => tx.remove(self.table, key(thing, id, question)),
            false => Ok(()),
        }
    }

    /// Takes every link of a thing away.
    pub fn clear(&self, tx: &mut Tx<'_>, thing: Uuid) -> Result<()> {
        let rows = self.rows(tx.reader(), thing)?;
        rows.iter().try_for_each(|(id, question)| tx.remove(self.table, key(thing, *id, question)))
    }

    fn rows(&self, reader: Reader<'_>, thing: Uuid) -> Result<Vec<(SubmissionId, QuestionId)>> {
        let Self { table, column } = self;
        let sql = format!("SELECT submission_id, question_id FROM {table} WHERE {column} = ?1 ORDER BY 1, 2");
        reader.all(&sql, params![thing.to_string()], |row| Ok((row.get(0)?, QuestionId(row.get(1)?))))
    }
}

/// A link as a row: what is at either end of it.
fn key(thing: Uuid, id: SubmissionId, question: &QuestionId) -> String {
    format!("{thing} {id} {question}")
}

/// The questions as they are linked: each once, each of this audit.
pub(super) fn known(template: &Template, questions: &[QuestionId]) -> Result<Vec<QuestionId>> {
    let mut kept = Vec::new();
    for question in questions {
        if template.question(question).is_none() {
            return Err(Error::missing(format!(
                "There is no question \u{201c}{}\u{201d} in this audit.",
                text::short(&question.0)
            ))
            .hint("Choose one of the questions of this audit."));
        }
        if !kept.contains(question) {
            kept.push(question.clone());
        }
    }
    Ok(kept)
}
