//! Two returns of one setting beside each other: each question whose answer is not the same.
//!
//! Pure. Refuses to know: which of the two counts, and where they are kept.

use std::collections::BTreeMap;

use crate::submission::Answer;
use crate::template::{Question, QuestionId, Template};

/// A question that the two answer differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The question.
    pub question: QuestionId,
    /// Its printed number.
    pub number: String,
    /// Its text.
    pub text: String,
    /// What differs: the rating, or the field.
    pub what: &'static str,
    /// What the first says; empty where it says nothing.
    pub before: String,
    /// What the second says.
    pub now: String,
}

/// What differs between two returns, in the order of the template; and how many questions both answer alike.
pub fn differences(template: &Template, before: &[Answer], now: &[Answer]) -> (Vec<Difference>, u32) {
    let by_question = |answers: &[Answer]| -> BTreeMap<QuestionId, Answer> {
        answers.iter().map(|answer| (answer.question.clone(), answer.clone())).collect()
    };
    let (before, now) = (by_question(before), by_question(now));
    let (mut found, mut alike) = (Vec::new(), 0);
    for question in template.questions() {
        let blank = Answer::blank(question.id.clone());
        let (was, is) = (before.get(&question.id).unwrap_or(&blank), now.get(&question.id).unwrap_or(&blank));
        let many = found.len();
        found.extend(of_question(template, question, was, is));
        alike += u32::from(found.len() == many && is.says_something());
    }
    (found, alike)
}

fn of_question(template: &Template, question: &Question, was: &Answer, is: &Answer) -> Vec<Difference> {
    let value = |answer: &Answer| {
        let code = answer.value.clone().unwrap_or_default();
        template.level(question, &code).map_or(code, |level| level.label.clone())
    };
    let extra = |answer: &Answer| answer.extra.values().cloned().collect::<Vec<_>>().join("\n");
    let fields = [
        ("answer", value(was), value(is)),
        ("note", was.note.clone(), is.note.clone()),
        ("impact", was.impact.clone(), is.impact.clone()),
        ("area", was.area.clone(), is.area.clone()),
        ("reason", was.reason.clone(), is.reason.clone()),
        ("extra", extra(was), extra(is)),
    ];
    let differs = fields.into_iter().filter(|(_, before, now)| before != now);
    differs
        .map(|(what, before, now)| Difference {
            question: question.id.clone(),
            number: question.number.clone(),
            text: question.text.clone(),
            what,
            before,
            now,
        })
        .collect()
}
