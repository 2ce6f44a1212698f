//! A rule over answers, written as data, and what it says of one setting's answers.
//!
//! Refuses to know: the file and its rows; it sees values.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::expression::{Expression, Name, Part, Value, Values};
use super::{Facts, Question, QuestionId, QuestionKind, Template};

/// A rule over answers; `when` true means there is something to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// The sentence shown.
    pub message: String,
    /// What to do.
    #[serde(default)]
    pub hint: String,
    /// `gap` must be put right before sign-off, `look` is worth a look.
    #[serde(default)]
    pub weight: Weight,
    /// An expression; with `each`, over every question in turn.
    pub when: String,
    /// Whether it is asked of every question in turn.
    #[serde(default)]
    pub each: bool,
}

impl Check {
    /// Whether it sets the answers to several questions beside each other.
    pub fn compares(&self) -> bool {
        let named = |when: &Expression| names(when).into_iter().cloned().collect::<BTreeSet<_>>();
        Expression::known(&self.when).is_some_and(|when| named(&when).len() > 1)
    }
}

/// The question that a part of a condition names.
fn named(part: &Expression) -> Option<&QuestionId> {
    if let Expression::Name(Name::Answer(Some(id), _)) = part { Some(id) } else { None }
}

/// How much a check matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weight {
    Gap,
    #[default]
    Look,
}

/// What a question was answered with, as values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
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
    /// Items of evidence behind it.
    pub evidence: u32,
    /// Actions that grew out of it.
    pub actions: u32,
    /// Those of them that are overdue.
    pub overdue: u32,
    /// Marked to come back to.
    pub flagged: bool,
}

/// One setting's answers on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Occasion {
    /// Facts about the setting.
    pub facts: Facts,
    /// Answers, by question.
    pub answers: HashMap<QuestionId, Given>,
    /// Today.
    pub today: NaiveDate,
    /// The date the return is due, if there is one.
    pub due: Option<NaiveDate>,
}

/// Something that a check has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The check.
    pub check: String,
    /// The question in turn, else the first that the condition names and that is asked.
    pub question: Option<QuestionId>,
    /// How much it matters.
    pub weight: Weight,
    /// The sentence shown.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// What a template's checks say of one setting's answers, in the order of the checks and of the questions.
pub fn run(template: &Template, occasion: &Occasion) -> Vec<Remark> {
    let asked = template.asked(&occasion.facts);
    let of = |check: &Check| -> Vec<Remark> {
        let Some(when) = Expression::known(&check.when) else { return Vec::new() };
        if check.each {
            let holds = |question: &&&Question| holds(&when, template, occasion, Some(question));
            return asked.iter().filter(holds).map(|question| said(check, Some(&question.id))).collect();
        }
        let first = names(&when).into_iter().find(|id| asked.iter().any(|question| question.id == **id));
        holds(&when, template, occasion, None).then(|| said(check, first)).into_iter().collect()
    };
    template.checks.iter().flat_map(of).collect()
}

/// What the checks say of one question: those asked of each, and those that name it.
pub fn run_one(template: &Template, occasion: &Occasion, question: &Question) -> Vec<Remark> {
    let of = |check: &&Check| {
        let Some(when) = Expression::known(&check.when) else { return false };
        let turn = check.each.then_some(question);
        (check.each || names(&when).contains(&&question.id)) && holds(&when, template, occasion, turn)
    };
    template.checks.iter().filter(of).map(|check| said(check, Some(&question.id))).collect()
}

fn holds(when: &Expression, template: &Template, occasion: &Occasion, question: Option<&Question>) -> bool {
    when.holds(&Turn { template, occasion, question })
}

/// The questions that a condition names, in the order they stand in it.
fn names(when: &Expression) -> Vec<&QuestionId> {
    when.all().into_iter().filter_map(named).collect()
}

fn said(check: &Check, question: Option<&QuestionId>) -> Remark {
    Remark {
        check: check.id.clone(),
        question: question.cloned(),
        weight: check.weight,
        message: check.message.clone(),
        hint: check.hint.clone(),
    }
}

/// The values that a condition sees while one question is in turn.
struct Turn<'a> {
    template: &'a Template,
    occasion: &'a Occasion,
    question: Option<&'a Question>,
}

impl Values for Turn<'_> {
    fn value(&self, name: &Name) -> Value {
        match name {
            Name::Today => Value::Date(self.occasion.today),
            Name::Due => self.occasion.due.map_or(Value::Blank, Value::Date),
            Name::Fact(_) => self.occasion.facts.value(name),
            Name::Answer(id, part) => {
                let question = match id {
                    Some(id) => self.template.question(id),
                    None => self.question,
                };
                question.map_or(Value::Blank, |question| self.part(question, *part))
            }
        }
    }
}

impl Turn<'_> {
    fn part(&self, question: &Question, part: Part) -> Value {
        let blank = Given::default();
        let given = self.occasion.answers.get(&question.id).unwrap_or(&blank);
        let code = given.value.as_deref().unwrap_or_default();
        let level = self.template.level(question, code);
        match part {
            Part::Value => answered(question, code),
            Part::Meaning => level.map_or(Value::Blank, |level| Value::text(level.meaning.name())),
            Part::Target => Value::Flag(level.is_some_and(|level| level.target)),
            Part::Note => Value::text(&given.note),
            Part::Impact => Value::text(&given.impact),
            Part::Area => Value::text(&given.area),
            Part::Reason => Value::text(&given.reason),
            Part::Evidence => Value::count(given.evidence),
            Part::Actions => Value::count(given.actions),
            Part::Overdue => Value::count(given.overdue),
            Part::Flagged => Value::Flag(given.flagged),
            Part::Duty => Value::text(question.duty.name()),
            Part::Priority => Value::Flag(question.priority),
        }
    }
}

/// An answer as its kind of question means it; what is not of that kind stays text.
fn answered(question: &Question, text: &str) -> Value {
    let text = text.trim();
    let read = match question.kind {
        QuestionKind::Number => text.parse().ok().map(Value::Number),
        QuestionKind::Date => text.parse().ok().map(Value::Date),
        QuestionKind::Rating
        | QuestionKind::YesNo
        | QuestionKind::OneChoice
        | QuestionKind::ManyChoices
        | QuestionKind::Text => None,
    };
    read.unwrap_or_else(|| Value::text(text))
}
