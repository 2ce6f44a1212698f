//! What became of one answer: who changed what in it, and when, newest first.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Asked;
use super::audit::Audit;
use super::session::Session;
use super::views::view;
use crate::error::{Error, Result};
use crate::store::RowPast;
use crate::submission;
use crate::template::{Question, Template};

view! {
    /// A change of one answer.
    AnswerPast {
        seq: u32,
        at: String,
        who: String,
        /// Name of the operation (`answer.rate`), or `undo`, `redo`, `redaction`.
        step: String,
        /// What of the answer: `value`, `note`, `impact`, `area`, `reason`, `flag`, `carried_from`, or a field that
        /// the template declares.
        what: String,
        /// As it is read: a level's label; none is blank.
        before: Option<String>,
        after: Option<String>,
    }
}

/// The columns of an answer that say something to a person.
const TOLD: [&str; 7] = ["value", "note", "impact", "area", "reason", "flag", "carried_from"];

/// `answer.history`.
pub fn history(session: &Session, asked: Asked) -> Result<Vec<AnswerPast>> {
    session.audit(|file, id| {
        let audit = Audit::load(file.reader(), id)?;
        let question = audit.template.question(&asked.question);
        let question = question.ok_or_else(|| Error::missing("That question is not in this audit."))?;
        let Some(row) = submission::answer_row(file.reader(), id, &asked.question)? else {
            return Ok(Vec::new());
        };
        let past = file.past_of("answer", &row.to_string())?;
        Ok(past.iter().flat_map(|past| lines(&audit.template, question, past)).collect())
    })
}

fn lines(template: &Template, question: &Question, past: &RowPast) -> Vec<AnswerPast> {
    let (before, after) = (texts(&past.before), texts(&past.after));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let changed = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    let read = |name: &str, value: Option<&String>| {
        let value = value.filter(|value| !value.is_empty())?;
        let level = template.level(question, value).filter(|_| name == "value");
        Some(level.map_or_else(|| value.clone(), |level| level.label.clone()))
    };
    let line = |name: &String| AnswerPast {
        seq: past.seq,
        at: past.at.clone(),
        who: past.who.clone(),
        step: past.step.clone(),
        what: name.clone(),
        before: read(name, before.get(name)),
        after: read(name, after.get(name)),
    };
    changed.map(line).filter(|line| line.before != line.after).collect()
}

/// The texts of a row by name, the declared fields among them.
fn texts(row: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let told = row.iter().filter(|(name, _)| TOLD.contains(&name.as_str()));
    let mut texts: BTreeMap<String, String> =
        told.map(|(name, value)| (name.clone(), unmarked(name, value))).collect();
    let extra = row.get("extra").and_then(|json| serde_json::from_str::<BTreeMap<String, String>>(json).ok());
    texts.extend(extra.unwrap_or_default());
    texts
}

/// A mark that is not set is blank.
fn unmarked(name: &str, value: &str) -> String {
    if name == "flag" && value == "0" { String::new() } else { value.to_owned() }
}
