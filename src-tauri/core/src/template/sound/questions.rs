//! Questions that can be answered: a scale or choices where their kind needs one, levels that are there.

use super::{Remark, did_you_mean, scales};
use crate::template::{Asks, Duty, Meaning, Question, QuestionKind, Scale, Template};

/// Every question with its place.
pub(super) fn placed(template: &Template) -> impl Iterator<Item = (String, &Question)> {
    template.standards.iter().enumerate().flat_map(|(s, standard)| {
        let place = move |(q, question)| (format!("standards.{s}.questions.{q}"), question);
        standard.questions.iter().enumerate().map(place)
    })
}

pub(super) fn remarks(template: &Template, found: &mut Vec<Remark>) {
    for (n, standard) in
        template.standards.iter().enumerate().filter(|(_, standard)| standard.questions.is_empty())
    {
        found.push(
            Remark::fault(
                &format!("standards.{n}.questions"),
                format!("Standard {} has no questions.", standard.number),
            )
            .hint("Add one with [[standards.questions]], or take the standard out."),
        );
    }
    for (at, question) in placed(template) {
        if question.text.trim().is_empty() {
            found.push(
                Remark::fault(&format!("{at}.text"), format!("Question {} says nothing.", question.number))
                    .hint("Write its statement."),
            );
        }
        by_kind(question, &at, found);
        scales::choices(&question.choices, &format!("{at}.choices"), found);
        rated(template, question, &at, found);
    }
}

fn by_kind(question: &Question, at: &str, found: &mut Vec<Remark>) {
    let number = &question.number;
    match question.kind {
        QuestionKind::Rating if question.scale.is_none() => found.push(
            Remark::fault(&format!("{at}.scale"), format!("Question {number} is a rating without a scale."))
                .hint("Add scale = \"its id\"."),
        ),
        QuestionKind::OneChoice | QuestionKind::ManyChoices if question.choices.is_empty() => found.push(
            Remark::fault(&format!("{at}.choices"), format!("Question {number} has no choices."))
                .hint("Add choices = [\"one\", \"two\"]."),
        ),
        QuestionKind::Rating | QuestionKind::YesNo | QuestionKind::OneChoice | QuestionKind::ManyChoices => {}
        QuestionKind::Number | QuestionKind::Date | QuestionKind::Text => {
            if question.scale.is_some() {
                found.push(
                    Remark::fault(
                        &format!("{at}.scale"),
                        format!("Question {number} is not rated, so it cannot have a scale."),
                    )
                    .hint("Take the scale out, or make it a rating."),
                );
            }
        }
    }
}

fn rated(template: &Template, question: &Question, at: &str, found: &mut Vec<Remark>) {
    let Some(id) = &question.scale else { return };
    let Some(scale) = template.scale(id) else {
        let known = template.scales.iter().map(|scale| scale.id.as_str());
        found.push(
            Remark::fault(&format!("{at}.scale"), format!("There is no scale \u{201c}{id}\u{201d}."))
                .hint(did_you_mean(id.as_str(), known)),
        );
        return;
    };
    for (n, look) in question.looks_like.iter().enumerate() {
        if scale.level(look.level.as_str()).is_none() {
            let known = scale.levels.iter().map(|level| level.code.as_str());
            found.push(
                Remark::fault(
                    &format!("{at}.looks_like.{n}.level"),
                    format!("The scale {id} has no level \u{201c}{}\u{201d}.", look.level),
                )
                .hint(did_you_mean(look.level.as_str(), known)),
            );
        }
    }
    if question.duty == Duty::Must && lets_off_without_reason(scale) {
        found.push(
            Remark::fault(
                &format!("{at}.scale"),
                format!(
                    "Question {} is a must, and its scale takes not applicable without a reason.",
                    question.number
                ),
            )
            .hint("Add asks = [\"reason\"] to that level."),
        );
    }
}

fn lets_off_without_reason(scale: &Scale) -> bool {
    scale.levels.iter().any(|level| level.meaning == Meaning::NotApplicable && !level.asks_for(Asks::Reason))
}
