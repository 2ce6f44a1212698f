//! One answered cell: a level by its words, a date, a number; never what a formula worked out.

use chrono::NaiveDate;

use super::dates::{self, Said};
use crate::problem::{DoubtKind, Problem, Severity};
use crate::sheet::{Cell, Content};
use crate::template::{Question, QuestionKind, Scale, Template};
use crate::text::{folded, normal, short};

/// A word longer than this is no level, in bytes.
const LONGEST_LEVEL: usize = 200;

/// A cell whose content was typed; a formula or an error is said and left out.
pub fn plain<'c>(cell: &'c Cell, at: &dyn Fn() -> String, problems: &mut Vec<Problem>) -> Option<&'c Cell> {
    let found = match &cell.content {
        _ if cell.formula => "a formula".to_owned(),
        Content::Error(name) => format!("the error {name}"),
        Content::Text(_)
        | Content::Number(_)
        | Content::Truth(_)
        | Content::Date(_)
        | Content::IsoDate(_)
        | Content::Duration(_) => return Some(cell),
    };
    problems.push(
        Problem::new(
            Severity::Question,
            at(),
            format!("This cell holds {found}, not an answer that was typed; it was taken as blank."),
        )
        .hint("Type the answer into the cell as text, or choose it from the list."),
    );
    None
}

/// The text of a cell for words; a date in it may be what a program made of something else, which is said.
pub fn text(cell: &Cell, at: &dyn Fn() -> String, problems: &mut Vec<Problem>) -> String {
    let typed = normal(&cell.shown());
    match &cell.content {
        Content::Date(_) | Content::IsoDate(_) => {
            let day: String = typed.chars().take(10).collect();
            let spoken = day.parse().map_or_else(|_| day.clone(), spoken);
            let message = format!(
                "This cell is for words and holds a date, {spoken}; spreadsheets turn such things as 3/4 into dates."
            );
            problems.push(
                Problem::new(Severity::Question, at(), message)
                    .hint("Look whether a date was meant; if not, type it again as text."),
            );
            day
        }
        Content::Text(_)
        | Content::Number(_)
        | Content::Truth(_)
        | Content::Duration(_)
        | Content::Error(_) => typed,
    }
}

/// Whether a cell names a level of a scale.
pub fn names(scale: &Scale, cell: &Cell) -> bool {
    let text = cell.shown();
    text.len() <= LONGEST_LEVEL && scale.read(&text).is_some()
}

/// The value of a question from its cell; none where it is blank or cannot be known.
pub fn read(
    question: &Question,
    template: &Template,
    cell: &Cell,
    at: &str,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let typed = normal(&cell.shown());
    if typed.trim().is_empty() {
        return None;
    }
    match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => level(question, template, cell, &typed, at, problems),
        QuestionKind::OneChoice => one_of(question, &typed, at, problems),
        QuestionKind::Date => dated(question, cell, &typed, at, problems),
        QuestionKind::ManyChoices => several(question, &typed, at, problems),
        QuestionKind::Number => number(&typed, at, problems),
        QuestionKind::Text => Some(text(cell, &|| at.to_owned(), problems)),
    }
}

fn level(
    question: &Question,
    template: &Template,
    cell: &Cell,
    typed: &str,
    at: &str,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let scale = template.scale_of(question)?;
    let truth = match cell.content {
        Content::Truth(true) => "Yes",
        Content::Truth(false) => "No",
        _ => typed,
    };
    let Some(level) = scale.read(typed).or_else(|| scale.read(truth)) else {
        let words: Vec<&str> = scale.levels.iter().map(|level| level.label.as_str()).collect();
        let doubt =
            not_one(typed, at, &words.join(", ")).doubt(DoubtKind::Level, question.id.as_str(), typed);
        problems.push(doubt);
        return None;
    };
    if level.label != typed && level.code.as_str() != typed {
        let message = format!("\u{201c}{typed}\u{201d} was read as \u{201c}{}\u{201d}.", level.label);
        problems
            .push(Problem::new(Severity::Repaired, at, message).hint("Look whether that is what was meant."));
    }
    Some(level.code.to_string())
}

fn not_one(typed: &str, at: &str, choices: &str) -> Problem {
    let shown: String = typed.chars().take(60).collect();
    Problem::new(
        Severity::Question,
        at,
        format!("\u{201c}{shown}\u{201d} is none of the answers to choose from; it was taken as blank."),
    )
    .hint(format!("Choose one of: {choices}."))
}

fn one_of(question: &Question, typed: &str, at: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let found = question.choices.iter().find(|choice| folded(choice) == folded(typed));
    if found.is_none() {
        let doubt = not_one(typed, at, &question.choices.join(", "));
        problems.push(doubt.doubt(DoubtKind::Level, question.id.as_str(), typed));
    }
    found.cloned()
}

/// Choices a line each, or with semicolons between them; in the template's order.
fn several(question: &Question, typed: &str, at: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let find = |named: &str| question.choices.iter().find(|choice| folded(choice) == folded(named));
    let bare = |named: &str| named.trim().trim_start_matches(['\u{2022}', '-', '*']).trim().to_owned();
    let mut picked: Vec<&String> = Vec::new();
    for line in typed.split('\n').filter(|line| !line.trim().is_empty()) {
        if let Some(choice) = find(line).or_else(|| find(&bare(line))) {
            picked.push(choice);
            continue;
        }
        for named in line.split(';').map(str::trim).filter(|named| !named.is_empty()) {
            match find(named) {
                Some(choice) => picked.push(choice),
                None => problems.push(not_one(named, at, &question.choices.join("; "))),
            }
        }
    }
    let ordered = question.choices.iter().filter(|choice| picked.contains(choice)).cloned();
    let ordered: Vec<String> = ordered.collect();
    (!ordered.is_empty()).then(|| ordered.join("\n"))
}

/// A number; thousands may be set apart, anything else is said.
fn number(typed: &str, at: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let is_number = |text: &str| {
        let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
        plain && text.parse::<f64>().is_ok_and(f64::is_finite)
    };
    if is_number(typed) {
        return Some(typed.to_owned());
    }
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if is_number(&bare) {
        let message = format!("\u{201c}{}\u{201d} was read as {bare}.", short(typed));
        problems
            .push(Problem::new(Severity::Repaired, at, message).hint("Look whether that is what was meant."));
        return Some(bare);
    }
    let message = format!("\u{201c}{}\u{201d} is not a number; it was taken as blank.", short(typed));
    problems.push(Problem::new(Severity::Question, at, message).hint("Type digits only, such as 42."));
    None
}

/// The date that answers a question: whether its day or its month stands first can be said once for all.
fn dated(
    question: &Question,
    cell: &Cell,
    typed: &str,
    at: &str,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let before = problems.len();
    let read = date(cell, typed, at, problems);
    if let (Some(_), Some(said)) = (&read, problems.get_mut(before)) {
        *said = said.clone().doubt(DoubtKind::Dates, question.id.as_str(), typed);
    }
    read
}

/// A date as ISO; one in another form is said, and one that could be two days is asked.
pub fn date(cell: &Cell, typed: &str, at: &str, problems: &mut Vec<Problem>) -> Option<String> {
    if matches!(cell.content, Content::Date(_) | Content::IsoDate(_)) {
        return Some(typed.chars().take(10).collect());
    }
    let typed = typed.trim();
    let (day, severity, other) = match dates::said(typed) {
        Said::Plain(day) => return Some(day.to_string()),
        Said::Sure(day) => (day, Severity::Repaired, String::new()),
        Said::Either(day, other) => (day, Severity::Question, format!(", not as {}", spoken(other))),
        Said::Nothing => {
            problems.push(no_date(typed, at));
            return None;
        }
    };
    let message = format!("\u{201c}{}\u{201d} was read as {}{other}.", short(typed), spoken(day));
    problems.push(
        Problem::new(severity, at, message)
            .hint("Look whether the day and the month are the right way round."),
    );
    Some(day.to_string())
}

fn no_date(typed: &str, at: &str) -> Problem {
    let message =
        format!("\u{201c}{}\u{201d} is not a date that could be read; it was taken as blank.", short(typed));
    Problem::new(Severity::Question, at, message).hint("Type it as day, month, year: 31/03/2027.")
}

fn spoken(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
