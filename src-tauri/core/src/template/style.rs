//! How a template is written: what it leaves undescribed, unexplained or hard to read, and its figures.
//!
//! What is said here refuses nothing; a template that ships has none of it. Refuses to know: what is asked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Duty, Question, QuestionKind, Template};
use crate::problem::{Problem, Severity};

/// The most words that a statement should have.
const LONG: usize = 36;
/// The highest reading age that a statement should need on the whole.
const READING_AGE: f64 = 17.0;

/// Instruments and guidance that references may name: one a line, as they are printed.
const INSTRUMENTS: &str = include_str!("../../../../audit-templates/instruments.txt");

/// Abbreviations that everybody reads as words.
const EVERYDAY: &[&str] = &["CV", "UK", "AI", "IT", "TV", "PE", "OK", "ID", "US"];

/// American spellings by their beginnings, each with the British one.
const AMERICAN: &[(&str, &str)] = &[
    ("behavior", "behaviour"),
    ("organiz", "organis"),
    ("recogniz", "recognis"),
    ("minimiz", "minimis"),
    ("prioritiz", "prioritis"),
    ("summariz", "summaris"),
    ("analyz", "analys"),
    ("criticiz", "criticis"),
    ("emphasiz", "emphasis"),
    ("authoriz", "authoris"),
    ("center", "centre"),
    ("favor", "favour"),
    ("honor", "honour"),
    ("labor", "labour"),
    ("neighbor", "neighbour"),
    ("color", "colour"),
    ("fulfill", "fulfil"),
    ("enrollment", "enrolment"),
    ("counselor", "counsellor"),
    ("counseling", "counselling"),
    ("traveled", "travelled"),
    ("labeled", "labelled"),
    ("modeling", "modelling"),
    ("program ", "programme "),
    ("pediatric", "paediatric"),
    ("defense", "defence"),
    ("offense", "offence"),
    ("judgment", "judgement"),
];

/// What can be counted of a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Figures {
    /// Questions in all.
    pub questions: u32,
    /// Of them, legal duties.
    pub must: u32,
    /// Expected by guidance.
    pub should: u32,
    /// Good practice.
    pub good_practice: u32,
    /// References whose paragraph somebody checked.
    pub checked: u32,
    /// References with a paragraph that nobody checked.
    pub unchecked: u32,
    /// Words in a statement, on the whole.
    pub words: f64,
    /// The age at which the statements can be read, on the whole.
    pub reading_age: f64,
    /// Checks.
    pub checks: u32,
}

/// Counts a template.
pub fn figures(template: &Template) -> Figures {
    let count = |wanted: Duty| tally(template.questions().filter(|question| question.duty == wanted).count());
    let references = || template.questions().flat_map(|question| &question.references);
    let statements: Vec<&str> = template.questions().map(|question| question.text.as_str()).collect();
    let words: usize = statements.iter().map(|text| text.split_whitespace().count()).sum();
    Figures {
        questions: tally(statements.len()),
        must: count(Duty::Must),
        should: count(Duty::Should),
        good_practice: count(Duty::GoodPractice),
        checked: tally(references().filter(|it| it.checked).count()),
        unchecked: tally(references().filter(|it| !it.checked && !it.paragraph.is_empty()).count()),
        words: tenth(words as f64 / statements.len().max(1) as f64),
        reading_age: tenth(reading_age(&statements)),
        checks: tally(template.checks.len()),
    }
}

/// Everything there is to say of the wording.
pub fn remarks(template: &Template) -> Vec<Problem> {
    let mut found = Vec::new();
    for question in template.questions() {
        undescribed(template, question, &mut found);
        unknown_instruments(question, &mut found);
        too_long(question, &mut found);
    }
    let explained: BTreeSet<String> = capitals(&template.introduction).collect();
    for (at, text) in texts(template) {
        american(text, &at, &mut found);
        unexplained(text, &at, &explained, &mut found);
    }
    hard_to_read(template, &mut found);
    found
}

fn undescribed(template: &Template, question: &Question, found: &mut Vec<Problem>) {
    let described = question.duty != Duty::GoodPractice && question.kind == QuestionKind::Rating;
    let scored = template.standard_of(&question.id).is_some_and(|standard| standard.scored);
    let Some(scale) = template.scale_of(question).filter(|_| described && scored) else { return };
    let missing = scale.levels.iter().filter(|level| level.meaning.judged());
    let missing = missing.filter(|level| !question.looks_like.iter().any(|one| one.level == level.code));
    let labels: Vec<&str> = missing.map(|level| level.label.as_str()).collect();
    if !labels.is_empty() {
        let message =
            format!("Question {} does not say what {} looks like.", question.number, labels.join(", "));
        found.push(note(&at(question), message).hint("Describe each level for this question."));
    }
}

fn unknown_instruments(question: &Question, found: &mut Vec<Problem>) {
    for reference in &question.references {
        if !INSTRUMENTS.lines().any(|known| known.trim() == reference.instrument) {
            let message =
                format!("\u{201c}{}\u{201d} is no instrument that is known here.", reference.instrument);
            let known = INSTRUMENTS.lines().map(str::trim).filter(|line| !line.is_empty());
            let hint = super::sound::did_you_mean(&reference.instrument, known);
            let hint =
                if hint.starts_with("Did") { hint } else { "Name it as the other templates do.".to_owned() };
            found.push(note(&at(question), message).hint(hint));
        }
    }
}

fn too_long(question: &Question, found: &mut Vec<Problem>) {
    let words = question.text.split_whitespace().count();
    if words > LONG {
        let message = format!("Question {} has {words} words.", question.number);
        found.push(note(&at(question), message).hint("Say it in at most 36, or ask two questions."));
    }
}

fn american(text: &str, at: &str, found: &mut Vec<Problem>) {
    let lower = format!(" {} ", text.to_lowercase());
    for (spelt, british) in AMERICAN {
        if lower.contains(&format!(" {spelt}")) {
            let message = format!("\u{201c}{}\u{201d} is spelt as in America.", spelt.trim());
            found.push(note(at, message).hint(format!("Write \u{201c}{}\u{201d}.", british.trim())));
        }
    }
}

fn unexplained(text: &str, at: &str, explained: &BTreeSet<String>, found: &mut Vec<Problem>) {
    let unknown: BTreeSet<String> = capitals(text)
        .filter(|word| !EVERYDAY.contains(&word.as_str()) && !explained.contains(word))
        .collect();
    for word in unknown {
        let message =
            format!("\u{201c}{word}\u{201d} is an abbreviation that the introduction does not explain.");
        found.push(note(at, message).hint("Write it out, or explain it in the introduction."));
    }
}

/// Words of two to six capitals.
fn capitals(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let short = words.map(|word| word.strip_suffix('s').unwrap_or(word));
    short
        .filter(|word| (2..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase()))
        .map(str::to_owned)
}

fn hard_to_read(template: &Template, found: &mut Vec<Problem>) {
    let age = figures(template).reading_age;
    if age > READING_AGE {
        let message = format!("The statements need a reading age of {age:.0} on the whole.");
        found.push(note("the questions", message).hint("Use shorter sentences and plainer words."));
    }
}

/// Every text that a person reads, with its place.
fn texts(template: &Template) -> Vec<(String, &str)> {
    let mut all = vec![("the introduction".to_owned(), template.introduction.as_str())];
    for standard in &template.standards {
        let asks = standard.enquiries.iter().flat_map(|enquiry| &enquiry.ask);
        let lists = standard.governors.iter().chain(asks).map(String::as_str);
        let texts = [standard.title.as_str(), &standard.introduction].into_iter().chain(lists);
        all.extend(texts.map(|text| (format!("standard {}", standard.number), text)));
    }
    for question in template.questions() {
        let looks = question.looks_like.iter().map(|one| one.text.as_str());
        let lists = question.evidence.iter().map(String::as_str).chain(looks);
        let texts = [question.text.as_str(), &question.guidance].into_iter().chain(lists);
        all.extend(texts.map(|text| (at(question), text)));
    }
    for check in &template.checks {
        let texts = [check.message.as_str(), &check.hint];
        all.extend(texts.map(|text| (format!("check {}", check.id), text)));
    }
    all
}

fn at(question: &Question) -> String {
    format!("question {}", question.number)
}

fn note(place: &str, message: String) -> Problem {
    Problem::new(Severity::Note, place, message)
}

/// The Flesch-Kincaid grade of the statements and five years: words a sentence, and syllables a word.
fn reading_age(statements: &[&str]) -> f64 {
    let words: Vec<&str> = statements.iter().flat_map(|text| text.split_whitespace()).collect();
    let sentences =
        statements.iter().map(|text| text.matches(['.', '?', '!', ':', ';']).count().max(1)).sum::<usize>();
    if words.is_empty() {
        return 0.0;
    }
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (words, sentences) = (words.len() as f64, sentences as f64);
    0.39 * (words / sentences) + 11.8 * (syllables as f64 / words) - 15.59 + 5.0
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let word: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| "aeiouy".contains(*c);
    let groups =
        word.iter().enumerate().filter(|(n, c)| vowel(c) && (*n == 0 || !vowel(&word[n - 1]))).count();
    let silent = word.last() == Some(&'e') && !word.ends_with(&['l', 'e']) && groups > 1;
    groups.saturating_sub(usize::from(silent)).max(1)
}

fn tally(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::toml;

    fn said(change: &[(&str, &str)]) -> String {
        let mut text = include_str!("fixture.toml").to_owned();
        for (from, to) in change {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let template = toml::read_with_remarks(&text).expect("sound").value;
        remarks(&template).iter().map(|it| format!("{} {}\n", it.place, it.message)).collect()
    }

    #[test]
    fn what_is_hard_or_unexplained_is_said() {
        let planted = "text = \"The LADO organizes the behavior program for all.\"";
        let found = said(&[("text = \"The house is safe.\"", planted)]);
        for part in ["\u{201c}LADO\u{201d}", "organiz", "behavior", "\u{201c}program\u{201d}"] {
            assert!(found.contains(part), "{part}: {found}");
        }
        let long = format!("text = \"{}.\"", "word ".repeat(40).trim());
        assert!(said(&[("text = \"The house is safe.\"", &long)]).contains("40 words"));
    }

    #[test]
    fn reading_age_grows_with_long_words_and_long_sentences() {
        let plain = reading_age(&["The cat sat on the mat."]);
        let hard = reading_age(&[
            "Organisational arrangements demonstrably facilitate interdisciplinary safeguarding accountability.",
        ]);
        assert!(plain < 8.0 && hard > 20.0, "{plain} {hard}");
        assert_eq!(["cat", "table", "safe", "policy", "area"].map(syllables), [1, 2, 1, 3, 2]);
    }
}
