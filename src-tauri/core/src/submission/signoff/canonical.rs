//! The canonical text of what is signed: what can be seen of an audit, in one form, whoever writes it down.
//!
//! A setting's file and a workbook that was read come to the same text, whatever Excel or LibreOffice did to
//! line ends, tabs and trailing spaces. Format, version 1; a line each, what is empty is left out:
//!
//! ```text
//! attest sign-off 1
//! template: <digest of the template's canonical TOML>
//! setting: <name>
//! round: <label>
//! fact <name>: <value>                        by name
//! answer <question id>                        by id; only questions that are asked and say something
//!   value: <level code, or the value>
//!   note | impact | area | reason: <text>
//!   field <name>: <text>                      by name
//! action                                      by its lines; only those grown from a question that is asked
//!   title | owner | due: <text>
//!   for: <question ids, by id>
//! evidence                                    likewise
//!   title | place | owner | dated: <text>
//!   for: <question ids, by id>
//! ```
//!
//! Texts are in NFC, with LF, tabs as spaces, no white space at the ends of lines and of the whole; a line end
//! within a text is written `\n`, a backslash `\\`. No times, ids of rows or states: how an action stands and
//! when evidence is looked at again may go on after the signing.
//! Refuses to know: files, workbooks and who signed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::submission::Answer;
use crate::submission::action::Action;
use crate::submission::evidence::Item;
use crate::template::{Facts, Question, QuestionId, QuestionKind, Template};

/// What an audit says, as values: from the file, or from a workbook that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// Digest of the template's canonical TOML.
    pub template: String,
    /// Name of the setting.
    pub setting: String,
    /// Label of the round.
    pub round: String,
    /// Facts of the setting.
    pub facts: Facts,
    /// Answers; those of questions that are not asked are passed over.
    pub answers: Vec<Answer>,
    /// Actions with the answers that they grew out of.
    pub actions: Vec<Action>,
    /// Evidence with the answers that it backs.
    pub evidence: Vec<Item>,
}

/// The canonical text in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical {
    pub(super) template: String,
    pub(super) setting: String,
    pub(super) round: String,
    pub(super) facts: BTreeMap<String, String>,
    pub(super) answers: BTreeMap<QuestionId, String>,
    pub(super) actions: Vec<Lines>,
    pub(super) evidence: Vec<Lines>,
}

/// An action or an item of evidence: its lines, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Lines {
    pub lines: String,
    pub title: String,
}

/// The canonical text of what an audit says.
pub fn canonical(content: &Content, template: &Template) -> Canonical {
    let asked = template.asked(&content.facts);
    let ids: BTreeSet<&QuestionId> = asked.iter().map(|question| &question.id).collect();
    let of = |question: &&Question| {
        let answer = content.answers.iter().find(|answer| answer.question == question.id)?;
        let lines = answered(question, answer);
        (!lines.is_empty()).then(|| (question.id.clone(), format!("answer {}\n{lines}", question.id)))
    };
    let fact = |(name, value): (&String, &String)| {
        let value = seen(value);
        (!value.is_empty()).then(|| (name.clone(), line(&format!("fact {name}"), &value)))
    };
    Canonical {
        template: line("template", &content.template),
        setting: line("setting", &content.setting),
        round: line("round", &content.round),
        facts: content.facts.iter().filter_map(fact).collect(),
        answers: asked.iter().filter_map(of).collect(),
        actions: sorted(content.actions.iter().filter_map(|one| planned(one, &ids))),
        evidence: sorted(content.evidence.iter().filter_map(|one| backed(one, &ids))),
    }
}

impl Canonical {
    /// The whole text, of which the code is made.
    pub fn text(&self) -> String {
        let head = ["attest sign-off 1\n", &self.template, &self.setting, &self.round];
        let items = self.actions.iter().chain(&self.evidence).map(|item| item.lines.as_str());
        head.into_iter()
            .chain(self.facts.values().map(String::as_str))
            .chain(self.answers.values().map(String::as_str))
            .chain(items)
            .collect()
    }
}

/// Text as it can be seen: NFC, LF, tabs as spaces, nothing at the ends of lines and of the whole.
pub fn seen(text: &str) -> String {
    // Nearly every text is one line in this form already.
    if text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~')) {
        return text.trim().to_owned();
    }
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let plain = |c: char| if c == '\t' || c == '\u{a0}' { ' ' } else { c };
    let shown = |c: &char| *c == '\n' || !c.is_control();
    let kept: String = match is_nfc_quick(lines.chars()) {
        IsNormalized::Yes => lines.chars().map(plain).filter(shown).collect(),
        IsNormalized::No | IsNormalized::Maybe => lines.nfc().map(plain).filter(shown).collect(),
    };
    let bare: Vec<&str> = kept.split('\n').map(str::trim_end).collect();
    bare.join("\n").trim().to_owned()
}

fn line(name: &str, text: &str) -> String {
    match seen(text).as_str() {
        "" => String::new(),
        said if !said.contains(['\\', '\n']) => format!("{name}: {said}\n"),
        said => format!("{name}: {}\n", said.replace('\\', "\\\\").replace('\n', "\\n")),
    }
}

/// The lines of an answer; what was carried and not confirmed says nothing yet.
fn answered(question: &Question, answer: &Answer) -> String {
    if answer.carried_from.is_some() {
        return String::new();
    }
    let value = answer.value.as_deref().map(|value| valued(question, value)).unwrap_or_default();
    let texts = [
        line("  value", &value),
        line("  note", &answer.note),
        line("  impact", &answer.impact),
        line("  area", &answer.area),
        line("  reason", &answer.reason),
    ];
    let fields = answer.extra.iter().map(|(name, text)| line(&format!("  field {name}"), text));
    texts.into_iter().chain(fields).collect()
}

/// A value as its kind of question means it: `3.0` is `3`, choices stand in the template's order.
fn valued(question: &Question, value: &str) -> String {
    let plain = seen(value);
    match question.kind {
        QuestionKind::Number => plain.parse::<f64>().map_or(plain, |number| number.to_string()),
        QuestionKind::ManyChoices => {
            let picked: Vec<&str> = plain.lines().map(str::trim).collect();
            let known = question.choices.iter().filter(|choice| picked.contains(&choice.as_str()));
            let other = picked.iter().filter(|line| !question.choices.iter().any(|choice| choice == *line));
            known.map(String::as_str).chain(other.copied()).collect::<Vec<_>>().join("\n")
        }
        QuestionKind::Rating
        | QuestionKind::YesNo
        | QuestionKind::OneChoice
        | QuestionKind::Date
        | QuestionKind::Text => plain,
    }
}

fn planned(action: &Action, asked: &BTreeSet<&QuestionId>) -> Option<Lines> {
    let texts =
        [line("  title", &action.title), line("  owner", &action.owner), line("  due", &day(action.due))];
    item("action", &action.title, &texts, &action.questions, asked)
}

fn backed(evidence: &Item, asked: &BTreeSet<&QuestionId>) -> Option<Lines> {
    let texts = [
        line("  title", &evidence.title),
        line("  place", &evidence.place),
        line("  owner", &evidence.owner),
        line("  dated", &day(evidence.dated)),
    ];
    item("evidence", &evidence.title, &texts, &evidence.questions, asked)
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn item(
    kind: &str,
    title: &str,
    texts: &[String],
    questions: &[QuestionId],
    asked: &BTreeSet<&QuestionId>,
) -> Option<Lines> {
    let for_these: BTreeSet<&str> =
        questions.iter().filter(|id| asked.contains(id)).map(|id| id.0.as_str()).collect();
    if for_these.is_empty() {
        return None;
    }
    let ids = for_these.into_iter().collect::<Vec<_>>().join(" ");
    let lines = format!("{kind}\n{}{}", texts.concat(), line("  for", &ids));
    Some(Lines { lines, title: seen(title) })
}

fn sorted(items: impl Iterator<Item = Lines>) -> Vec<Lines> {
    let mut all: Vec<Lines> = items.collect();
    all.sort();
    all
}
