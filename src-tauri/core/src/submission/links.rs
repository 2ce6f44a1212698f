//! Which answers an item of evidence backs, and which an action grew out of: the same line in two tables.
//!
//! Refuses to know: what stands at either end.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::ToSql;
use uuid::Uuid;

use super::SubmissionId;
use crate::error::{Error, Result};
use crate::id::derived;
use crate::store::{Reader, Row, Tx, params};
use crate::template::{QuestionId, Template};
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
        for (question, row) in self.rows(tx.reader(), thing, Some(id))? {
            if !questions.contains(&question) {
                tx.remove(self.table, row)?;
            }
        }
        questions.iter().try_for_each(|question| self.tie(tx, thing, id, question))
    }

    /// Links a thing to a question; once is enough.
    pub fn tie(&self, tx: &mut Tx<'_>, thing: Uuid, id: SubmissionId, question: &QuestionId) -> Result<()> {
        if self.rows(tx.reader(), thing, Some(id))?.iter().any(|(there, _)| there == question) {
            return Ok(());
        }
        let row = tx.world().new_id();
        self.put(tx, row, thing, id, question)
    }

    /// Links a thing that came in with a return to these questions alone, under ids that follow from both.
    pub fn fill(
        &self,
        tx: &mut Tx<'_>,
        thing: Uuid,
        id: SubmissionId,
        questions: &BTreeSet<&QuestionId>,
    ) -> Result<()> {
        let (thing, id) = (thing.to_string(), id.to_string());
        let ids: Vec<String> =
            questions.iter().map(|question| derived(&thing, &question.0).to_string()).collect();
        let rows = ids
            .iter()
            .zip(questions)
            .map(|(row, question)| -> [&dyn ToSql; 4] { [row, &thing, &id, &question.0] });
        tx.clear(self.table, self.column, &thing)?;
        tx.fill(self.table, ["id", self.column, "submission_id", "question_id"], &thing, rows)
    }

    /// Puts a link under an id of its own.
    pub fn put(
        &self,
        tx: &mut Tx<'_>,
        row: Uuid,
        thing: Uuid,
        id: SubmissionId,
        question: &QuestionId,
    ) -> Result<()> {
        let row = Row::new(self.table, row).text(self.column, thing);
        tx.put(row.text("submission_id", id).text("question_id", question))
    }

    /// Takes the link to a question away, where there is one.
    pub fn untie(&self, tx: &mut Tx<'_>, thing: Uuid, id: SubmissionId, question: &QuestionId) -> Result<()> {
        let rows = self.rows(tx.reader(), thing, Some(id))?;
        rows.into_iter()
            .filter(|(there, _)| there == question)
            .try_for_each(|(_, row)| tx.remove(self.table, row))
    }

    /// Takes every link of a thing away.
    pub fn clear(&self, tx: &mut Tx<'_>, thing: Uuid) -> Result<()> {
        let rows = self.rows(tx.reader(), thing, None)?;
        rows.into_iter().try_for_each(|(_, row)| tx.remove(self.table, row))
    }

    fn rows(
        &self,
        reader: Reader<'_>,
        thing: Uuid,
        id: Option<SubmissionId>,
    ) -> Result<Vec<(QuestionId, String)>> {
        let Self { table, column } = self;
        let sql = format!(
            "SELECT question_id, id FROM {table} WHERE {column} = ?1 AND (?2 IS NULL OR submission_id = ?2)"
        );
        let id = id.map(|id| id.to_string());
        reader.all(&sql, params![thing.to_string(), id], |row| Ok((QuestionId(row.get(0)?), row.get(1)?)))
    }
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
