//! Every text that the accepted returns of a round hold, each with the place where it stands.
//!
//! Refuses to know: what is looked for in them, and what is made of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::SubmissionId;
use super::accepted::{self, Stretch};
use crate::error::Result;
use crate::round::RoundId;
use crate::store::{Reader, params};
use crate::template::QuestionId;

/// What a text is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrittenAs {
    /// The answer to a question that is answered in words.
    Value,
    /// Evidence and commentary.
    Note,
    /// The difference made.
    Impact,
    /// Area for development.
    Area,
    /// Why it does not apply.
    Reason,
    /// A text field that the template declares.
    Extra(String),
    /// An item of evidence: what it is, and where it is kept.
    Evidence(Uuid),
    /// An action: what is to be done, and what came of it.
    Action(Uuid),
}

/// The kind of a text, without which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum WrittenKind {
    Value,
    Note,
    Impact,
    Area,
    Reason,
    Extra,
    Evidence,
    Action,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WrittenAt {
    /// The return.
    pub submission: SubmissionId,
    /// What it is.
    pub what: WrittenAs,
    /// The question that it belongs to, or the first one that its evidence or action belongs to.
    pub question: Option<QuestionId>,
}

impl WrittenAs {
    /// Its kind.
    pub fn kind(&self) -> WrittenKind {
        match self {
            Self::Value => WrittenKind::Value,
            Self::Note => WrittenKind::Note,
            Self::Impact => WrittenKind::Impact,
            Self::Area => WrittenKind::Area,
            Self::Reason => WrittenKind::Reason,
            Self::Extra(_) => WrittenKind::Extra,
            Self::Evidence(_) => WrittenKind::Evidence,
            Self::Action(_) => WrittenKind::Action,
        }
    }
}

impl WrittenAt {
    /// Its place within the return, as it is kept: `note school.c4`, `evidence 0193...`.
    pub fn key(&self) -> String {
        let question = self.question.as_ref().map_or("", QuestionId::as_str);
        match &self.what {
            WrittenAs::Value => format!("value {question}"),
            WrittenAs::Note => format!("note {question}"),
            WrittenAs::Impact => format!("impact {question}"),
            WrittenAs::Area => format!("area {question}"),
            WrittenAs::Reason => format!("reason {question}"),
            WrittenAs::Extra(name) => format!("extra.{name} {question}"),
            WrittenAs::Evidence(id) => format!("evidence {id}"),
            WrittenAs::Action(id) => format!("action {id}"),
        }
    }

    /// The place that a key names.
    pub fn of(submission: SubmissionId, key: &str) -> Option<Self> {
        let (what, rest) = key.rsplit_once(' ')?;
        let id = Uuid::parse_str(rest).ok();
        let what = match (what, id) {
            ("evidence", Some(id)) => WrittenAs::Evidence(id),
            ("action", Some(id)) => WrittenAs::Action(id),
            ("value", _) => WrittenAs::Value,
            ("note", _) => WrittenAs::Note,
            ("impact", _) => WrittenAs::Impact,
            ("area", _) => WrittenAs::Area,
            ("reason", _) => WrittenAs::Reason,
            (name, _) => WrittenAs::Extra(name.strip_prefix("extra.")?.to_owned()),
        };
        let question = match what.kind() {
            WrittenKind::Evidence | WrittenKind::Action => None,
            WrittenKind::Value
            | WrittenKind::Note
            | WrittenKind::Impact
            | WrittenKind::Area
            | WrittenKind::Reason
            | WrittenKind::Extra => Some(QuestionId(rest.to_owned())),
        };
        Some(Self { submission, what, question })
    }
}

/// What of returns is gone through: first the answers of all, then their evidence, then their actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenIn {
    /// Their answers.
    Answers,
    /// Their items of evidence.
    Evidence,
    /// Their actions.
    Actions,
}

impl WrittenIn {
    /// In the order in which they are gone through.
    pub const ALL: [Self; 3] = [Self::Answers, Self::Evidence, Self::Actions];
}

/// Shows every text of the accepted returns of a round; of answers that are values only those to these questions.
pub fn each(
    reader: Reader<'_>,
    round: RoundId,
    worded: &BTreeSet<QuestionId>,
    mut show: impl FnMut(WrittenAt, &str) -> Result<()>,
) -> Result<()> {
    let stretches = accepted::stretches(reader, round)?;
    for part in WrittenIn::ALL {
        for stretch in &stretches {
            of(reader, round, (part, *stretch), worded, &mut show)?;
        }
    }
    Ok(())
}

/// Shows the texts of one part of a stretch of the accepted returns of a round.
pub fn of(
    reader: Reader<'_>,
    round: RoundId,
    (part, stretch): (WrittenIn, Stretch),
    worded: &BTreeSet<QuestionId>,
    mut show: impl FnMut(WrittenAt, &str) -> Result<()>,
) -> Result<()> {
    let found = match part {
        WrittenIn::Answers => return answers(reader, round, stretch, worded, show),
        WrittenIn::Evidence => items(reader, round, stretch, (EVIDENCE, WrittenAs::Evidence))?,
        WrittenIn::Actions => items(reader, round, stretch, (ACTIONS, WrittenAs::Action))?,
    };
    found.into_iter().try_for_each(|(at, text)| show(at, &text))
}

fn answers(
    reader: Reader<'_>,
    round: RoundId,
    stretch: Stretch,
    worded: &BTreeSet<QuestionId>,
    mut show: impl FnMut(WrittenAt, &str) -> Result<()>,
) -> Result<()> {
    accepted::of(reader, round, stretch, |submission, answers| {
        for (question, answer) in answers {
            let mut texts = vec![
                (WrittenAs::Note, answer.note),
                (WrittenAs::Impact, answer.impact),
                (WrittenAs::Area, answer.area),
                (WrittenAs::Reason, answer.reason),
            ];
            texts.extend(answer.extra.into_iter().map(|(name, text)| (WrittenAs::Extra(name), text)));
            texts
                .extend(answer.value.filter(|_| worded.contains(&question)).map(|it| (WrittenAs::Value, it)));
            for (what, text) in texts.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
                show(WrittenAt { submission, what, question: Some(question.clone()) }, &text)?;
            }
        }
        Ok(())
    })
}

const EVIDENCE: &str = "SELECT s.id, e.id, e.title, e.place,
    (SELECT min(question_id) FROM backing WHERE evidence_id = e.id AND submission_id = s.id)
  FROM submission s JOIN evidence e ON e.returned_id = s.id
  WHERE +s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting'
    AND s.id BETWEEN ?2 AND ?3 ORDER BY s.id, e.id";

const ACTIONS: &str = "SELECT s.id, a.id, a.title, a.outcome,
    (SELECT min(question_id) FROM growth WHERE action_id = a.id AND submission_id = s.id)
  FROM submission s JOIN action a ON a.returned_id = s.id
  WHERE +s.round_id = ?1 AND s.state = 'accepted' AND s.subject_kind = 'setting'
    AND s.id BETWEEN ?2 AND ?3 ORDER BY s.id, a.id";

type Item = (&'static str, fn(Uuid) -> WrittenAs);

/// The texts of evidence or of actions.
fn items(
    reader: Reader<'_>,
    round: RoundId,
    stretch: Stretch,
    (sql, what): Item,
) -> Result<Vec<(WrittenAt, String)>> {
    reader.all(sql, params![round, stretch.first, stretch.last], |row| {
        let id: String = row.get(1)?;
        let id = Uuid::parse_str(&id).map_err(|_| rusqlite::Error::InvalidQuery)?;
        let question = row.get::<_, Option<String>>(4)?.map(QuestionId);
        Ok((WrittenAt { submission: row.get(0)?, what: what(id), question }, both(row.get(2)?, row.get(3)?)))
    })
}

fn both(first: String, second: String) -> String {
    if second.trim().is_empty() { first } else { format!("{first}\n{second}") }
}

/// The text that stands at a place; none where nothing stands there any more.
pub fn text_at(reader: Reader<'_>, at: &WrittenAt) -> Result<Option<String>> {
    let pair = |sql: &str, id: &Uuid| {
        let found =
            reader.one(sql, params![id.to_string(), at.submission], |row| Ok(both(row.get(0)?, row.get(1)?)));
        found.map(|text| text.filter(|text| !text.trim().is_empty()))
    };
    let field = match &at.what {
        WrittenAs::Evidence(id) => {
            return pair("SELECT title, place FROM evidence WHERE id = ?1 AND returned_id = ?2", id);
        }
        WrittenAs::Action(id) => {
            return pair("SELECT title, outcome FROM action WHERE id = ?1 AND returned_id = ?2", id);
        }
        WrittenAs::Value => "value",
        WrittenAs::Note => "note",
        WrittenAs::Impact => "impact",
        WrittenAs::Area => "area",
        WrittenAs::Reason => "reason",
        WrittenAs::Extra(_) => "extra",
    };
    let Some(question) = &at.question else { return Ok(None) };
    let sql = format!("SELECT {field} FROM answer WHERE submission_id = ?1 AND question_id = ?2");
    let said: Option<Option<String>> =
        reader.one(&sql, params![at.submission, question.as_str()], |row| row.get(0))?;
    let mut said = said.flatten();
    if let WrittenAs::Extra(name) = &at.what {
        let fields: BTreeMap<String, String> =
            said.and_then(|said| serde_json::from_str(&said).ok()).unwrap_or_default();
        said = fields.get(name).cloned();
    }
    Ok(said.filter(|said| !said.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_again_by_its_key() {
        let submission = SubmissionId(Uuid::from_u128(7));
        let question = Some(QuestionId("school.c4".to_owned()));
        let places = [
            (WrittenAs::Note, question.clone()),
            (WrittenAs::Value, question.clone()),
            (WrittenAs::Extra("pupil voice".to_owned()), question),
            (WrittenAs::Evidence(Uuid::from_u128(1)), None),
            (WrittenAs::Action(Uuid::from_u128(2)), None),
        ];
        for (what, question) in places {
            let at = WrittenAt { submission, what, question };
            assert_eq!(WrittenAt::of(submission, &at.key()), Some(at));
        }
        assert_eq!(WrittenAt::of(submission, "elsewhere school.c4"), None);
        assert_eq!(WrittenAt::of(submission, "evidence nothing"), None);
    }
}
