//! Which answers moved: digests of the parts of what was signed, then and now.
//!
//! Refuses to know: the texts of then; a digest says that something differs, not what it was.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::canonical::{Canonical, Lines};
use crate::template::QuestionId;
use crate::text;

/// How many hexadecimal digits of a digest are kept of each part.
const KEPT: usize = 20;

/// Digests of the parts of what was signed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digests {
    /// Of the template.
    pub template: String,
    /// Of the setting's name.
    pub setting: String,
    /// Of the round's label.
    pub round: String,
    /// Of each fact, by name.
    pub facts: BTreeMap<String, String>,
    /// Of each answer that says something, by question.
    pub answers: BTreeMap<QuestionId, String>,
    /// Of each action.
    pub actions: Vec<String>,
    /// Of each item of evidence.
    pub evidence: Vec<String>,
}

/// Which part of what was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The template is another one.
    Template,
    /// The name of the setting.
    Setting,
    /// The label of the round.
    Round,
    /// A fact of the setting.
    Fact,
    /// An answer.
    Answer,
    /// An action.
    Action,
    /// An item of evidence.
    Evidence,
}

/// A part that is not as it was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which part.
    pub part: Part,
    /// Whose answer it is.
    pub question: Option<QuestionId>,
    /// Name of the fact, title of the action or of the evidence as it is now; empty where it is gone.
    pub name: String,
}

impl Digests {
    /// The digests of what is said now.
    pub fn of(now: &Canonical) -> Self {
        Self {
            template: short(&now.template),
            setting: short(&now.setting),
            round: short(&now.round),
            facts: now.facts.iter().map(|(name, line)| (name.clone(), short(line))).collect(),
            answers: now.answers.iter().map(|(id, lines)| (id.clone(), short(lines))).collect(),
            actions: now.actions.iter().map(|item| short(&item.lines)).collect(),
            evidence: now.evidence.iter().map(|item| short(&item.lines)).collect(),
        }
    }

    /// The digests as a list of names and digests, for a hidden sheet.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let head = [("template", &self.template), ("setting", &self.setting), ("round", &self.round)];
        let head = head.map(|(name, digest)| (name.to_owned(), digest.clone()));
        let facts = self.facts.iter().map(|(name, digest)| (format!("fact {name}"), digest.clone()));
        let answers = self.answers.iter().map(|(id, digest)| (format!("answer {id}"), digest.clone()));
        let actions = self.actions.iter().map(|digest| ("action".to_owned(), digest.clone()));
        let evidence = self.evidence.iter().map(|digest| ("evidence".to_owned(), digest.clone()));
        head.into_iter().chain(facts).chain(answers).chain(actions).chain(evidence).collect()
    }

    /// The digests from such a list; names that are none of ours are passed over.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut digests = Self::default();
        for (name, digest) in pairs {
            match name.split_once(' ').unwrap_or((&name, "")) {
                ("template", _) => digests.template = digest,
                ("setting", _) => digests.setting = digest,
                ("round", _) => digests.round = digest,
                ("fact", fact) => drop(digests.facts.insert(fact.to_owned(), digest)),
                ("answer", id) => drop(digests.answers.insert(id.into(), digest)),
                ("action", _) => digests.actions.push(digest),
                ("evidence", _) => digests.evidence.push(digest),
                _ => {}
            }
        }
        digests
    }

    /// Whether there are any: a workbook may have lost its hidden sheet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Every part that is not as it was, in the order of the canonical text.
pub fn moved(then: &Digests, now: &Canonical) -> Vec<Moved> {
    let fresh = Digests::of(now);
    let head = [
        (Part::Template, then.template == fresh.template),
        (Part::Setting, then.setting == fresh.setting),
        (Part::Round, then.round == fresh.round),
    ];
    let head = head.into_iter().filter(|(_, same)| !same).map(|(part, _)| plain(part, String::new()));
    let facts = differing(&then.facts, &fresh.facts).into_iter().map(|name| plain(Part::Fact, name));
    let answers = differing(&then.answers, &fresh.answers).into_iter().map(|id| Moved {
        part: Part::Answer,
        question: Some(id),
        name: String::new(),
    });
    head.chain(facts)
        .chain(answers)
        .chain(items(Part::Action, &then.actions, &now.actions))
        .chain(items(Part::Evidence, &then.evidence, &now.evidence))
        .collect()
}

fn differing<K: Ord + Clone>(then: &BTreeMap<K, String>, now: &BTreeMap<K, String>) -> BTreeSet<K> {
    let all: BTreeSet<&K> = then.keys().chain(now.keys()).collect();
    all.into_iter().filter(|key| then.get(key) != now.get(key)).cloned().collect()
}

/// Items that are new or different by their title, and one without for each that is gone.
fn items(part: Part, then: &[String], now: &[Lines]) -> Vec<Moved> {
    let mut left: Vec<&String> = then.iter().collect();
    let mut found = Vec::new();
    for item in now {
        let digest = short(&item.lines);
        match left.iter().position(|one| **one == digest) {
            Some(place) => drop(left.remove(place)),
            None => found.push(plain(part, item.title.clone())),
        }
    }
    let gone = left.len().saturating_sub(found.len());
    found.extend((0..gone).map(|_| plain(part, String::new())));
    found
}

fn plain(part: Part, name: String) -> Moved {
    Moved { part, question: None, name }
}

fn short(lines: &str) -> String {
    text::digest(lines.as_bytes()).chars().take(KEPT).collect()
}
