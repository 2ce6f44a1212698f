//! A submission's answers as bytes, one a question in the template's order: what a round's figures are made of.
//!
//! Refuses to know: files.

use std::collections::BTreeMap;

use super::Answer;
use crate::template::{Facts, Meaning, Question, QuestionId, Template};

/// The question is not asked of this setting.
pub const NOT_ASKED: u8 = 0;
/// Asked and not answered.
pub const BLANK: u8 = 1;
/// Carried from last round and not yet confirmed.
pub const CARRIED: u8 = 2;
/// Does not apply here.
pub const NOT_APPLICABLE: u8 = 3;
/// The first level of the scale; the others follow in the order shown.
pub const FIRST_LEVEL: u8 = 4;

/// The bytes of a submission.
pub fn bytes(template: &Template, facts: &Facts, answers: &BTreeMap<QuestionId, Answer>) -> Vec<u8> {
    let asked: std::collections::BTreeSet<&QuestionId> =
        template.asked(facts).iter().map(|question| &question.id).collect();
    let byte = |question: &Question| {
        if asked.contains(&question.id) {
            of(template, question, answers.get(&question.id))
        } else {
            NOT_ASKED
        }
    };
    template.questions().map(byte).collect()
}

/// The byte of one question that is asked.
pub fn of(template: &Template, question: &Question, answer: Option<&Answer>) -> u8 {
    let Some(answer) = answer else { return BLANK };
    if answer.value.is_some() && answer.carried_from.is_some() {
        return CARRIED;
    }
    answer.value.as_deref().map_or(BLANK, |value| of_value(template, question, value))
}

/// The byte of a level's code; of a question that is not rated, the first level's stands for "answered".
pub fn of_value(template: &Template, question: &Question, value: &str) -> u8 {
    let Some(scale) = template.scale_of(question) else { return FIRST_LEVEL };
    match (scale.level(value).map(|level| level.meaning), scale.place(value)) {
        (Some(Meaning::NotApplicable), _) => NOT_APPLICABLE,
        (Some(_), Some(place)) => {
            u8::try_from(place).map_or(BLANK, |place| FIRST_LEVEL.saturating_add(place))
        }
        (Some(_) | None, _) => BLANK,
    }
}

/// The meaning behind a byte of a question; none where there is no level.
pub fn meaning(template: &Template, question: &Question, byte: u8) -> Option<Meaning> {
    if byte == NOT_APPLICABLE {
        return Some(Meaning::NotApplicable);
    }
    let place = usize::from(byte.checked_sub(FIRST_LEVEL)?);
    match template.scale_of(question) {
        Some(scale) => scale.levels.get(place).map(|level| level.meaning),
        None => Some(Meaning::None),
    }
}
