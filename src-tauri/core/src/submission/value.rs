//! The value of a question that is not rated, in its one form: a number, a date, choices, a text.
//!
//! Refuses to know: levels and files.

use chrono::{Datelike, NaiveDate};

use crate::error::{Error, Result};
use crate::template::{Question, QuestionKind};
use crate::text;

/// What was typed as the value of a question; empty is blank. A text keeps its spaces while it is typed.
pub(super) fn read(question: &Question, typed: &str) -> Result<Option<String>> {
    let bare = typed.trim();
    if bare.is_empty() {
        return Ok(None);
    }
    let value = match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => None,
        QuestionKind::Number => number(bare),
        QuestionKind::Date => date(bare),
        QuestionKind::OneChoice => question.choices.iter().find(|choice| *choice == bare).cloned(),
        QuestionKind::ManyChoices => choices(question, bare),
        QuestionKind::Text => Some(typed.to_owned()),
    };
    value.map(Some).ok_or_else(|| wrong(question, bare))
}

fn number(typed: &str) -> Option<String> {
    let plain = typed.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    (plain && typed.parse::<f64>().is_ok_and(f64::is_finite)).then(|| typed.to_owned())
}

fn date(typed: &str) -> Option<String> {
    let date: NaiveDate = typed.parse().ok()?;
    (1900..2200).contains(&date.year()).then(|| date.to_string())
}

/// Choices a line each, put in the template's order, each once.
fn choices(question: &Question, typed: &str) -> Option<String> {
    let picked: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let known = picked.iter().all(|line| question.choices.iter().any(|choice| choice == line));
    let ordered = question.choices.iter().filter(|choice| picked.contains(&choice.as_str()));
    known.then(|| ordered.cloned().collect::<Vec<_>>().join("\n"))
}

fn wrong(question: &Question, typed: &str) -> Error {
    let (what, hint) = match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => {
            ("a rating that can be typed", "Choose one of the ratings beside the question.")
        }
        QuestionKind::Number => ("a number", "Type digits only, such as 42."),
        QuestionKind::Date => ("a date", "Pick the day, month and year."),
        QuestionKind::OneChoice | QuestionKind::ManyChoices | QuestionKind::Text => {
            ("one of the choices", "Choose from the list.")
        }
    };
    let shown = text::short(typed);
    Error::input(format!("\u{201c}{shown}\u{201d} is not {what} (question {}).", question.number)).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::library;

    fn of(kind: QuestionKind, typed: &str) -> std::result::Result<Option<String>, String> {
        let mut question =
            library::shipped()[0].template().questions().next().expect("it has questions").clone();
        question.kind = kind;
        question.choices = ["Walk", "Bus", "Car"].map(ToOwned::to_owned).to_vec();
        read(&question, typed).map_err(|error| error.message)
    }

    #[test]
    fn each_kind_has_one_form() {
        let good = [
            (QuestionKind::Number, " 12.5 ", "12.5"),
            (QuestionKind::Date, "2026-02-28", "2026-02-28"),
            (QuestionKind::OneChoice, "Bus", "Bus"),
            (QuestionKind::ManyChoices, "Car\nWalk\n\nCar", "Walk\nCar"),
            (QuestionKind::Text, "In the ", "In the "),
        ];
        for (kind, typed, kept) in good {
            assert_eq!(of(kind, typed), Ok(Some(kept.to_owned())));
            assert_eq!(of(kind, " \n"), Ok(None), "white space alone is blank");
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let bad = [
            (QuestionKind::Number, "NaN"),
            (QuestionKind::Number, "1e5"),
            (QuestionKind::Number, "three"),
            (QuestionKind::Date, "31/02/2026"),
            (QuestionKind::Date, "0001-01-01"),
            (QuestionKind::OneChoice, "bus stop"),
            (QuestionKind::ManyChoices, "Car\nBoat"),
            (QuestionKind::Rating, "met"),
        ];
        for (kind, typed) in bad {
            let message = of(kind, typed).expect_err("it does not fit");
            let start: String = typed.chars().take(3).collect();
            assert!(message.contains(&start) && message.ends_with(")."), "{message}");
        }
    }
}
