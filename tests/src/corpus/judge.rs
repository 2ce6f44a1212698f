//! What became of each answer of a damaged workbook: right, asked, missing with a word, or silently wrong.
//!
//! Refuses to know: how the damage was done.

use std::collections::BTreeMap;

use attest::problem::{Problem, Severity};
use attest::submission::Answer;
use attest::template::{Question, QuestionId, Template};
use attest::workbook::{self, Found, Templates};

use super::base::Base;

/// What ought to come of an answer.
#[derive(Debug, Clone)]
pub enum Truth {
    /// It says this now.
    Is(Box<Answer>),
    /// What was typed cannot be known for sure: a person is asked.
    Asked,
    /// It is no longer in the workbook, which is said.
    Gone,
}

/// Which templates the reader knows.
#[derive(Debug, Clone, Default)]
pub enum Knows {
    /// The one that was used.
    #[default]
    It,
    /// None.
    Nothing,
    /// Another one.
    Only(Box<Template>),
}

/// What ought to come of a workbook: all as it was, but for these.
#[derive(Debug, Clone, Default)]
pub struct Expected {
    /// The answers that are not as they were.
    pub changed: BTreeMap<QuestionId, Truth>,
    /// Whether the whole is refused, with a sentence.
    pub refused: bool,
    /// What the reader knows.
    pub knows: Knows,
    /// Whether runs of white space may have been lost.
    pub spaces: Spaces,
    /// What was typed outside the table: each has to stand in what is said.
    pub says: Vec<String>,
}

/// Whether white space counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spaces {
    /// Every one.
    #[default]
    Kept,
    /// The program on the way changes them.
    Lost,
}

/// What became of the answers of a kind of damage.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Answers right with nothing said of them.
    pub right: usize,
    /// Answers right, and something was put right or said.
    pub repaired: usize,
    /// Answers in doubt, and said.
    pub asked: usize,
    /// Answers gone from the workbook, and said.
    pub missing: usize,
    /// Answers of a workbook that was refused whole.
    pub refused: usize,
    /// Each answer that is wrong, or gone, without a word.
    pub wrong: Vec<String>,
}

impl Outcome {
    /// Adds what became of another workbook.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.repaired += other.repaired;
        self.asked += other.asked;
        self.missing += other.missing;
        self.refused += other.refused;
        self.wrong.extend(other.wrong);
    }
}

/// Reads a damaged workbook, and judges each answer.
pub fn judge(base: &Base, bytes: &[u8], expected: &Expected) -> Outcome {
    let known = match &expected.knows {
        Knows::It => Templates::of(std::slice::from_ref(&base.template)),
        Knows::Nothing => Templates::default(),
        Knows::Only(template) => Templates::of(std::slice::from_ref(template.as_ref())),
    };
    match workbook::read(bytes, &known) {
        Ok(read) => judged(base, &read.value, &read.problems, expected),
        Err(error) => refused(base, &error, expected),
    }
}

fn refused(base: &Base, error: &attest::error::Error, expected: &Expected) -> Outcome {
    let worded = !error.message.is_empty() && !error.hint.is_empty();
    if expected.refused && worded {
        return Outcome { refused: base.returned.answers.len(), ..Outcome::default() };
    }
    Outcome { wrong: vec![format!("refused: {} {}", error.message, error.hint)], ..Outcome::default() }
}

fn judged(base: &Base, found: &Found, problems: &[Problem], expected: &Expected) -> Outcome {
    let mut outcome = Outcome::default();
    if expected.refused {
        outcome.wrong.push("it was taken, and ought to have been refused".to_owned());
    }
    for sent in &base.returned.answers {
        let question = base.question(&sent.question);
        let read = found.returned.answers.iter().find(|it| it.question == sent.question);
        let truth = expected.changed.get(&sent.question);
        one(&mut outcome, &Case { question, sent, read, problems, spaces: expected.spaces }, truth);
    }
    for extra in found.returned.answers.iter().filter(|it| !blank(it)) {
        if base.returned.answers.iter().all(|it| it.question != extra.question) {
            outcome.wrong.push(format!("{} was answered though nobody asked it", extra.question));
        }
    }
    for words in &expected.says {
        if problems.iter().all(|problem| !problem.message.contains(words.as_str())) {
            outcome.wrong.push(format!("\u{201c}{words}\u{201d} was dropped without a word"));
        }
    }
    rest(&mut outcome, base, found, problems, expected);
    outcome
}

struct Case<'a> {
    question: &'a Question,
    sent: &'a Answer,
    read: Option<&'a Answer>,
    problems: &'a [Problem],
    spaces: Spaces,
}

fn one(outcome: &mut Outcome, case: &Case<'_>, truth: Option<&Truth>) {
    let least = if case.read.is_none_or(blank) { Severity::Repaired } else { Severity::Question };
    let (remarked, said) = (case.said(Severity::Note), case.said(least));
    let number = &case.question.number;
    let meant = match truth {
        Some(Truth::Is(answer)) => answer,
        Some(Truth::Asked) if case.said(Severity::Question) => return outcome.asked += 1,
        Some(Truth::Gone) if case.read.is_none_or(blank) && said => return outcome.missing += 1,
        // What is left of it in the rows below is shown with a question.
        Some(Truth::Gone) if case.said(Severity::Question) => return outcome.asked += 1,
        Some(Truth::Asked | Truth::Gone) => {
            return outcome.wrong.push(format!("{number} was taken without a word: {}", shown(case.read)));
        }
        None => case.sent,
    };
    match case.read {
        Some(read) if same(read, meant, case.spaces) && remarked => outcome.repaired += 1,
        Some(read) if same(read, meant, case.spaces) => outcome.right += 1,
        None if blank(meant) && said => outcome.repaired += 1,
        _ if said => outcome.asked += 1,
        read => outcome.wrong.push(format!("{number} is {} and not {}", shown(read), shown(Some(meant)))),
    }
}

fn blank(answer: &Answer) -> bool {
    let texts = [&answer.note, &answer.impact, &answer.area, &answer.reason];
    answer.value.is_none() && texts.into_iter().chain(answer.extra.values()).all(String::is_empty)
}

fn shown(answer: Option<&Answer>) -> String {
    let Some(it) = answer else { return "not there".to_owned() };
    let mut text = format!("{:?} | {} | {} | {} | {}", it.value, it.note, it.impact, it.area, it.reason);
    text.truncate(text.floor_char_boundary(160));
    text
}

/// Whether two answers say the same.
fn same(one: &Answer, other: &Answer, spaces: Spaces) -> bool {
    let said = |answer: &Answer| {
        let texts = [&answer.note, &answer.impact, &answer.area, &answer.reason].map(Clone::clone);
        let all = answer.value.iter().cloned().chain(texts).chain(answer.extra.values().cloned());
        all.map(|text| match spaces {
            Spaces::Kept => text,
            Spaces::Lost => text.split_whitespace().collect(),
        })
        .collect::<Vec<_>>()
    };
    one.value.is_some() == other.value.is_some() && said(one) == said(other)
}

impl Case<'_> {
    /// Whether something of at least this weight is said of the question, its row or its whole sheet.
    fn said(&self, least: Severity) -> bool {
        let row = self.read.and_then(|it| place(&it.source));
        let here = |problem: &Problem| {
            let there = place(&problem.place);
            let by_row = row.is_some() && there == row;
            let sheet = row.as_ref().map(|(sheet, _)| format!("Sheet '{sheet}'"));
            let by_sheet = problem.severity == Severity::Question && sheet.as_ref() == Some(&problem.place);
            by_row || by_sheet || named(&problem.message, &self.question.number)
        };
        self.problems.iter().any(|problem| problem.severity >= least && here(problem))
    }
}

/// The sheet and the row of a place in words.
fn place(words: &str) -> Option<(String, String)> {
    let (sheet, cell) = words.strip_prefix("Sheet '")?.rsplit_once("', cell ")?;
    Some((sheet.to_owned(), cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).to_owned()))
}

/// Whether a sentence names a question by its number.
fn named(sentence: &str, number: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    sentence.contains("uestion")
        && sentence.match_indices(number).any(|(at, found)| {
            edge(sentence[..at].chars().next_back()) && edge(sentence[at + found.len()..].chars().next())
        })
}

/// Everything beside the answers: as it was, or something is said.
fn rest(outcome: &mut Outcome, base: &Base, found: &Found, problems: &[Problem], expected: &Expected) {
    let (sent, read) = (&base.returned, &found.returned);
    let asked = problems.iter().any(|problem| problem.severity == Severity::Question);
    let mut differs = |what: &str, same: bool| {
        if !same && !asked {
            outcome.wrong.push(format!("{what} differs without a word"));
        }
    };
    let loose = expected.spaces == Spaces::Lost;
    differs("the return's id", sent.identity.submission == read.identity.submission);
    differs("the setting", sent.setting == read.setting);
    differs("an identifier", sent.identifiers == read.identifiers);
    differs("a fact", sent.facts == read.facts);
    differs("the plan", loose || sent.actions == read.actions);
    differs("the evidence", loose || sent.evidence == read.evidence);
    differs("the round", sent.identity.round == read.identity.round);
}
