//! Conditions that can be read and name only what is there.

use super::{Remark, did_you_mean};
use crate::template::expression::{Comparison, Expression, Name, Part};
use crate::template::{Question, QuestionId, Template};

/// Where a condition stands: only a check over each question has an answer in turn, only checks have answers.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    Applicability,
    Whole,
    Each,
}

pub(super) fn remarks(template: &Template, found: &mut Vec<Remark>) {
    for (n, standard) in template.standards.iter().enumerate() {
        condition(
            template,
            &standard.applies,
            &format!("standards.{n}.applies"),
            Scope::Applicability,
            found,
        );
    }
    for (at, question) in super::questions::placed(template) {
        condition(template, &question.applies, &format!("{at}.applies"), Scope::Applicability, found);
    }
    for (n, check) in template.checks.iter().enumerate() {
        let scope = if check.each { Scope::Each } else { Scope::Whole };
        let at = format!("checks.{n}.when");
        if check.when.trim().is_empty() {
            found.push(
                Remark::fault(&at, format!("Check {} has no condition.", check.id))
                    .hint("Say when it has something to say."),
            );
        }
        condition(template, &check.when, &at, scope, found);
    }
}

fn condition(template: &Template, text: &str, at: &str, scope: Scope, found: &mut Vec<Remark>) {
    if text.trim().is_empty() {
        return;
    }
    match Expression::parse(text) {
        Err(mistake) => found.push(
            Remark::fault(
                at,
                format!("At letter {} of \u{201c}{text}\u{201d}, {}.", mistake.at, mistake.message),
            )
            .hint(mistake.hint),
        ),
        Ok(whole) => {
            for part in whole.all() {
                let remark = match part {
                    Expression::Name(name) => named(template, name, at, scope),
                    Expression::Compare(a, Comparison::Equal | Comparison::Unequal, b) => {
                        word(template, a, b, at)
                    }
                    Expression::In(a, list) => list.iter().find_map(|b| word(template, a, b, at)),
                    Expression::Compare(..)
                    | Expression::Or(..)
                    | Expression::And(..)
                    | Expression::Not(_)
                    | Expression::Blank(_) => None,
                    Expression::Plus(..)
                    | Expression::Minus(..)
                    | Expression::Span(..)
                    | Expression::Flag(_) => None,
                    Expression::Number(_) | Expression::Date(_) | Expression::Text(_) => None,
                };
                found.extend(remark);
            }
        }
    }
}

fn named(template: &Template, name: &Name, at: &str, scope: Scope) -> Option<Remark> {
    match name {
        Name::Fact(fact) if template.facts.iter().any(|known| known.name == *fact) => None,
        Name::Fact(fact) => Some(
            Remark::fault(at, format!("There is no fact \u{201c}{fact}\u{201d}."))
                .hint(did_you_mean(fact.as_str(), template.facts.iter().map(|known| known.name.as_str()))),
        ),
        Name::Today | Name::Due | Name::Answer(..) if scope == Scope::Applicability => Some(
            Remark::fault(at, "What applies can depend on facts only.")
                .hint("Use a fact, or make it a check."),
        ),
        Name::Answer(None, _) if scope == Scope::Whole => Some(
            Remark::fault(at, "\u{201c}answer\u{201d} has no question here.")
                .hint("Add each = true, or name the question."),
        ),
        Name::Answer(Some(id), _) if template.question(id).is_none() => Some(
            Remark::fault(at, format!("There is no question \u{201c}{id}\u{201d}."))
                .hint(did_you_mean(id.as_str(), template.questions().map(|known| known.id.as_str()))),
        ),
        Name::Today | Name::Due | Name::Answer(..) => None,
    }
}

/// A word that something is compared with must be one that it can have.
fn word(template: &Template, a: &Expression, b: &Expression, at: &str) -> Option<Remark> {
    let (Expression::Name(name), Expression::Text(text)) = (a, b) else { return None };
    let known = words(template, name)?;
    if known.iter().any(|word| word == text) {
        return None;
    }
    let hint = did_you_mean(text, known.iter().map(String::as_str));
    Some(
        Remark::fault(at, format!("\u{201c}{text}\u{201d} is nothing that \u{201c}{name}\u{201d} can be."))
            .hint(hint),
    )
}

/// The words that something can be, where they are known beforehand.
fn words(template: &Template, name: &Name) -> Option<Vec<String>> {
    let plain = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    match name {
        Name::Fact(fact) => {
            let fact = template.facts.iter().find(|known| known.name == *fact)?;
            if fact.choices.is_empty() { plain(&["yes", "no"]) } else { Some(fact.choices.clone()) }
        }
        Name::Answer(_, Part::Meaning) => {
            plain(&["exceeds", "met", "mostly", "partly", "not_met", "not_applicable", "none"])
        }
        Name::Answer(_, Part::Duty) => plain(&["must", "should", "good_practice"]),
        Name::Answer(Some(id), Part::Value) => answers(template, id),
        Name::Today | Name::Due | Name::Answer(..) => None,
    }
}

fn answers(template: &Template, id: &QuestionId) -> Option<Vec<String>> {
    let question: &Question = template.question(id)?;
    if !question.choices.is_empty() {
        return Some(question.choices.clone());
    }
    let scale = template.scale_of(question)?;
    Some(scale.levels.iter().map(|level| level.code.to_string()).collect())
}
