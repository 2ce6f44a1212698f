//! What the officer said of doubts in answers, applied to a return as it was read.
//!
//! Pure: the same file and the same sayings give the same return. Refuses to know: where either is kept.

use super::remembered::{Asked, Said};
use crate::problem::{Doubt, DoubtKind, Problem, Severity};
use crate::template::{Question, QuestionId, Template};
use crate::text::folded;
use crate::workbook::{NO_ANSWER, Return};

/// Day before month.
pub const DAY_FIRST: &str = "day first";
/// Month before day.
pub const MONTH_FIRST: &str = "month first";
/// It may stand as it was read.
pub const FINE: &str = "fine";
/// Nothing was meant: the answer is blank.
pub const BLANK: &str = "blank";

/// Applies what was said; the remarks that it settles say so. Gives whether an answer may be another now.
pub fn decide(
    returned: &mut Return,
    problems: &mut [Problem],
    template: &Template,
    said: &Said,
    sha256: &str,
) -> bool {
    let mut applied = false;
    for problem in problems.iter_mut().filter(|it| it.severity >= Severity::Question) {
        let (kind, given) = case(problem, template, sha256);
        let Some(meaning) = said.of(kind, &given) else { continue };
        let words = match &problem.doubt {
            Some(doubt) => apply(returned, doubt, template, meaning),
            None => Some("you let it stand".to_owned()),
        };
        let Some(words) = words else { continue };
        applied |= problem.doubt.is_some();
        problem.severity = Severity::Repaired;
        problem.message = format!("{} This was settled: {words}.", problem.message);
        problem.hint =
            "Take back what you said under \u{201c}Needs you\u{201d} if it does not hold here.".to_owned();
    }
    applied
}

/// How a remark on a part ends that was signed otherwise: all of them are one case, because one decision settles a file.
const OTHERWISE_SIGNED: &str = "is not as it was signed.";

/// Whether a remark says that a part was signed otherwise.
pub fn is_otherwise_signed(problem: &Problem) -> bool {
    problem.doubt.is_none() && problem.message.ends_with(OTHERWISE_SIGNED)
}

/// Whether a remark says that a fact on the cover was not understood: all of them are one case of their file, since
/// who writes letters for yes and no does so all over it.
pub fn is_unread_fact(problem: &Problem) -> bool {
    problem.doubt.is_none() && problem.message.contains(NO_ANSWER)
}

/// What is asked about a remark, and for which case.
pub fn case(problem: &Problem, template: &Template, sha256: &str) -> (Asked, String) {
    match &problem.doubt {
        Some(Doubt { kind: DoubtKind::Level, question, given }) => {
            (Asked::Level, format!("{} {}", scale_of(template, question), folded(given)))
        }
        Some(Doubt { kind: DoubtKind::Dates, .. }) => (Asked::Dates, "dates".to_owned()),
        None if is_otherwise_signed(problem) => (Asked::Doubt, format!("{sha256} as signed")),
        None if is_unread_fact(problem) => (Asked::Doubt, format!("{sha256} facts")),
        None => (Asked::Doubt, format!("{sha256} {} {}", problem.place, problem.message)),
    }
}

/// The scale of a question, or the question itself where it has choices of its own.
fn scale_of(template: &Template, question: &str) -> String {
    let found = find(template, question).and_then(|question| question.scale.as_ref());
    found.map_or_else(|| question.to_owned(), ToString::to_string)
}

fn find<'t>(template: &'t Template, question: &str) -> Option<&'t Question> {
    template.question(&QuestionId(question.to_owned()))
}

/// Puts what was meant into the answer; gives it in words, or nothing where it cannot be meant.
fn apply(returned: &mut Return, doubt: &Doubt, template: &Template, meaning: &str) -> Option<String> {
    let question = find(template, &doubt.question)?;
    let answer = returned.answers.iter_mut().find(|answer| answer.question == question.id)?;
    match doubt.kind {
        DoubtKind::Level if meaning == BLANK => Some(format!("\u{201c}{}\u{201d} is no answer", doubt.given)),
        DoubtKind::Level => {
            let (value, words) = meant(template, question, meaning)?;
            answer.value = Some(value);
            Some(format!("\u{201c}{}\u{201d} means \u{201c}{words}\u{201d}", doubt.given))
        }
        DoubtKind::Dates if meaning == MONTH_FIRST => {
            let turned = turned(answer.value.as_deref()?)?;
            let words = format!("the month stands first, so it is {}", turned.format("%-d %B %Y"));
            answer.value = Some(turned.to_string());
            Some(words)
        }
        DoubtKind::Dates => Some("the day stands first".to_owned()),
    }
}

fn meant(template: &Template, question: &Question, meaning: &str) -> Option<(String, String)> {
    if let Some(level) = template.level(question, meaning) {
        return Some((level.code.to_string(), level.label.clone()));
    }
    let choice = question.choices.iter().find(|choice| choice.as_str() == meaning)?;
    Some((choice.clone(), choice.clone()))
}

/// A date with its day and month changed over.
fn turned(date: &str) -> Option<chrono::NaiveDate> {
    use chrono::Datelike;
    let date: chrono::NaiveDate = date.parse().ok()?;
    chrono::NaiveDate::from_ymd_opt(date.year(), date.day(), date.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_were_signed_otherwise_are_one_case_of_their_file() {
        let template = crate::template::library::find("school@2025.1").expect("it ships");
        let remark = |place: &str, message: &str| Problem::new(Severity::Question, place, message);
        let signed = |number: &str| {
            remark(number, &format!("The answer to question {number} is not as it was signed."))
        };
        let of = |problem: &Problem, sha256: &str| case(problem, template, sha256);
        assert_eq!(of(&signed("A1"), "one"), of(&signed("A2"), "one"));
        assert_ne!(of(&signed("A1"), "one"), of(&signed("A1"), "two"));
        assert_ne!(of(&remark("A1", "A row stands twice."), "one"), of(&signed("A1"), "one"));
    }

    #[test]
    fn facts_that_were_not_understood_are_one_case_of_their_file() {
        let template = crate::template::library::find("school@2025.1").expect("it ships");
        let fact = |place: &str, question: &str| {
            Problem::new(Severity::Question, place, format!("\u{201c}R{NO_ANSWER}{question}\u{201d}."))
        };
        let of = |problem: &Problem, sha256: &str| case(problem, template, sha256);
        let boarding = fact("Sheet 'Cover', cell C24", "Does the school board pupils?");
        assert_eq!(of(&boarding, "one"), of(&fact("Sheet 'Cover', cell C25", "Has it a nursery?"), "one"));
        assert_ne!(of(&boarding, "one"), of(&boarding, "two"));
        assert_eq!(of(&boarding, "one"), (Asked::Doubt, "one facts".to_owned()));
    }
}
