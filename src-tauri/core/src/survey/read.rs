//! What a Forms or SurveyMonkey export says, in counts: a row for each respondent, or a row for each answer.
//!
//! Pure: it sees rows of texts. Who answered is passed over, and so is what was typed freely.

use super::{Item, Leaning};
use crate::error::{Error, Result};
use crate::text::folded;

/// More different answers than this are words of people's own, or dates, or names.
const MOST_ANSWERS: usize = 12;
/// The longest answer that is one of a choice.
const LONGEST_ANSWER: usize = 80;
/// Most questions of a survey.
const MOST_ITEMS: usize = 300;

/// What was read of an export.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The questions with their counts.
    pub items: Vec<Item>,
    /// Headings that were passed over, each with the reason.
    pub passed_over: Vec<(String, &'static str)>,
    /// How many people answered; none where only counts are there.
    pub people: Option<u32>,
}

/// Headings of who answered and when; these are never looked into.
const WHO: [&str; 22] = [
    "id",
    "respondent",
    "respondent id",
    "collector id",
    "start time",
    "completion time",
    "start date",
    "end date",
    "date created",
    "date modified",
    "ip address",
    "email",
    "email address",
    "e-mail",
    "name",
    "first name",
    "last name",
    "custom data 1",
    "custom data",
    "language",
    "timestamp",
    "username",
];

/// Reads the rows of an export, its headings first.
pub fn read(rows: &[Vec<String>]) -> Result<Export> {
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count() >= 2;
    let first = rows.iter().position(|row| filled(&row)).ok_or_else(nothing)?;
    let (head, body) = (&rows[first], &rows[first + 1..]);
    let place = |names: &[&str]| head.iter().position(|cell| names.contains(&folded(cell).as_str()));
    let question = place(&["question", "questions", "item", "statement", "question text"]);
    let answer =
        place(&["answer", "answers", "response", "responses", "answer choices", "answer choice", "choice"]);
    let count = place(&["count", "number", "n", "responses", "total", "frequency"]);
    let export = match (question, answer) {
        (Some(question), Some(answer)) => long(body, question, answer, count.filter(|it| *it != answer)),
        (Some(_) | None, _) => wide(head, body),
    };
    if export.items.is_empty() {
        return Err(nothing());
    }
    if export.items.len() > MOST_ITEMS {
        return Err(
            Error::input("The export has over 300 questions.").hint("Save only those that are needed.")
        );
    }
    Ok(export)
}

fn nothing() -> Error {
    Error::input("No question with a choice of answers was found in this export.").hint(
        "Export all responses, with a heading over each column; or a list with the columns Question, Answer and Count.",
    )
}

fn cell(row: &[String], place: usize) -> &str {
    row.get(place).map_or("", |cell| cell.trim())
}

/// A row for each answer, or for each question and answer with its count.
fn long(body: &[Vec<String>], question: usize, answer: usize, count: Option<usize>) -> Export {
    let mut export = Export::default();
    let mut last = String::new();
    for row in body {
        let asked = cell(row, question);
        if !asked.is_empty() {
            asked.clone_into(&mut last);
        }
        let many = match count {
            Some(place) => cell(row, place).replace(',', "").parse().unwrap_or(0),
            None => 1,
        };
        if !last.is_empty() && !cell(row, answer).is_empty() && many > 0 {
            add(&mut export.items, &last, cell(row, answer), many);
        }
    }
    let (kept, open): (Vec<Item>, Vec<Item>) = export.items.into_iter().partition(|item| is_choice(item, ""));
    export.items = kept;
    export.passed_over =
        open.into_iter().map(|item| (item.text, "answered in words of people\u{2019}s own")).collect();
    export
}

/// A row for each respondent.
fn wide(head: &[String], body: &[Vec<String>]) -> Export {
    let (under, body) = match body.split_first() {
        Some((under, rest)) if is_second_heading(head, under) => (under.as_slice(), rest),
        Some(_) | None => (&[][..], body),
    };
    let mut export = Export { people: u32::try_from(body.len()).ok(), ..Export::default() };
    let mut heading = String::new();
    for place in 0..head.len().max(under.len()) {
        let (over, below) = (cell(head, place), cell(under, place));
        if !over.is_empty() {
            over.clone_into(&mut heading);
        }
        if WHO.contains(&folded(&heading).as_str()) {
            if !over.is_empty() {
                export.passed_over.push((heading.clone(), "says who answered, or when"));
            }
            continue;
        }
        let item = column(&heading, below, body, place);
        match item {
            Some(item) if !asks_for_words(below) && is_choice(&item, below) => {
                for (answer, many) in &item.answers {
                    add(&mut export.items, &item.text, answer, *many);
                }
            }
            Some(item) => {
                export.passed_over.push((item.text, "answered in words of people\u{2019}s own"));
            }
            None => {}
        }
    }
    export
}

/// SurveyMonkey puts choices, or the word "Response", in a row of its own under the headings.
fn is_second_heading(head: &[String], under: &[String]) -> bool {
    let told = ["response", "open-ended response", "responses"];
    let says = under.iter().any(|cell| told.contains(&folded(cell).as_str()));
    let gaps = head.iter().skip(1).any(|cell| cell.trim().is_empty());
    says || (gaps && cell(under, 0).is_empty())
}

/// The answers of a column; of a grid, each of its lines is a question of its own.
fn column(heading: &str, below: &str, body: &[Vec<String>], place: usize) -> Option<Item> {
    let mut item = Item { text: heading.to_owned(), answers: Vec::new() };
    for row in body {
        let said = cell(row, place);
        // Forms writes several choices in one cell, each with a semicolon behind it.
        let parts: Vec<&str> = if said.ends_with(';') { said.split(';').collect() } else { vec![said] };
        for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
            count(&mut item.answers, part, 1);
        }
    }
    let is_choice_of = item.answers.iter().all(|(answer, _)| folded(answer) == folded(below));
    let plain = below.is_empty() || ["response", "responses"].contains(&folded(below).as_str());
    if !plain && !is_choice_of {
        item.text = format!("{heading}: {below}");
    }
    (!item.answers.is_empty() && !heading.is_empty()).then_some(item)
}

/// Whether answers were chosen from what was offered: some were given more than once, or each is known for one that was.
fn is_choice(item: &Item, below: &str) -> bool {
    let given: u32 = item.answers.iter().map(|(_, many)| many).sum();
    let different = item.answers.len();
    let short = item.answers.iter().all(|(answer, _)| answer.chars().count() <= LONGEST_ANSWER);
    let twice = u32::try_from(different).is_ok_and(|different| different < given);
    let offered = || item.answers.iter().all(|(answer, _)| is_offered(answer, below));
    short && different <= MOST_ANSWERS && !asks_for_words(&item.text) && (twice || offered())
}

/// Whether an answer is the choice over its column, a number, or a few words that lean somewhere.
fn is_offered(answer: &str, below: &str) -> bool {
    let leans = answer.split_whitespace().count() <= 4 && Leaning::guessed(answer) != Leaning::NotKnown;
    folded(answer) == folded(below) || answer.chars().all(|c| c.is_ascii_digit()) || leans
}

/// Whether a heading asks for words of people's own.
fn asks_for_words(heading: &str) -> bool {
    let heading = folded(heading);
    ["specify", "please state", "please explain", "please say", "open-ended", "comment"]
        .iter()
        .any(|word| heading.contains(word))
}

fn add(items: &mut Vec<Item>, text: &str, answer: &str, many: u32) {
    let same = |item: &&mut Item| folded(&item.text) == folded(text);
    if let Some(item) = items.iter_mut().find(same) {
        return count(&mut item.answers, answer, many);
    }
    items.push(Item { text: text.to_owned(), answers: vec![(answer.to_owned(), many)] });
}

fn count(answers: &mut Vec<(String, u32)>, answer: &str, many: u32) {
    match answers.iter_mut().find(|(known, _)| folded(known) == folded(answer)) {
        Some((_, count)) => *count = count.saturating_add(many),
        None => answers.push((answer.to_owned(), many)),
    }
}
