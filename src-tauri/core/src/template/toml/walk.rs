//! Walks a document along the shape of a template, and gathers every key that does not fit.
//!
//! What does not fit is put right as best it can, so that the rest can still be judged.
//! Refuses to know: what a template means.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::shape::{Key, Shape};
use crate::template::sound::{Remark, did_you_mean};
use crate::text::normal;

/// The longest text that fits a cell.
const LONGEST: usize = 32_767;

/// For whom a hint is written: somebody with a text file, or somebody with a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::template) enum Voice {
    /// Lines of TOML.
    Toml,
    /// Cells of Excel.
    Excel,
}

/// One walk, and what it found.
pub(super) struct Walk {
    voice: Voice,
    pub faults: Vec<Remark>,
}

impl Walk {
    /// A walk that has not begun.
    pub fn new(voice: Voice) -> Self {
        Self { voice, faults: Vec::new() }
    }

    /// A table's keys, put right.
    pub fn table(&mut self, keys: &[Key], found: &DeTable<'_>, at: &str) -> Value {
        self.unknown(keys, found, at);
        let mut table = Map::new();
        for key in keys {
            let place = join(at, key.name);
            match found.get(key.name) {
                Some(value) => {
                    table.insert(key.name.to_owned(), self.value(key.shape, value, &place));
                }
                None if key.required => {
                    let message = format!("\u{201c}{}\u{201d} is missing here.", key.name);
                    let hint = match self.voice {
                        Voice::Toml => format!("Add {} = {}.", key.name, sample(key.shape)),
                        Voice::Excel => format!("Write {} there.", in_a_cell(key.shape)),
                    };
                    self.fault(&place, message, hint);
                    table.insert(key.name.to_owned(), filler(key.shape));
                }
                None => {}
            }
        }
        Value::Object(table)
    }

    fn unknown(&mut self, keys: &[Key], found: &DeTable<'_>, at: &str) {
        let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
        for key in found.keys().filter(|key| !names.contains(&key.get_ref().as_ref())) {
            let message = format!("\u{201c}{}\u{201d} is not a key of a template here.", key.get_ref());
            self.fault(&join(at, key.get_ref()), message, did_you_mean(key.get_ref(), names.iter().copied()));
        }
    }

    fn value(&mut self, shape: &Shape, found: &Spanned<DeValue<'_>>, at: &str) -> Value {
        match (shape, found.get_ref()) {
            (Shape::Text, DeValue::String(text)) => self.text(text, at),
            (Shape::Date, DeValue::String(text)) => self.date(text, at),
            (Shape::Flag(_), DeValue::Boolean(flag)) => Value::Bool(*flag),
            (Shape::OneOf(words), DeValue::String(word)) => self.word(words, word, at),
            (Shape::List(inner), DeValue::Array(items)) => {
                let place = |place: usize| join(at, &place.to_string());
                Value::Array(
                    items.iter().enumerate().map(|(n, item)| self.value(inner, item, &place(n))).collect(),
                )
            }
            (Shape::Table(keys), DeValue::Table(table)) => self.table(keys, table, at),
            (Shape::Map, DeValue::Table(table)) => self.map(table, at),
            (wanted, other) => {
                let message = format!("{} stands here where {} belongs.", kind(other), wanted_here(wanted));
                self.fault(at, message, self.written_as(wanted));
                filler(wanted)
            }
        }
    }

    fn text(&mut self, text: &str, at: &str) -> Value {
        if text.encode_utf16().count() > LONGEST {
            self.fault(
                at,
                "This text is longer than a cell of a workbook holds.".to_owned(),
                "Shorten it to 32,767 characters.".to_owned(),
            );
        }
        Value::String(normal(text))
    }

    fn date(&mut self, text: &str, at: &str) -> Value {
        if text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() {
            return Value::String(text.to_owned());
        }
        let message = format!("\u{201c}{text}\u{201d} is not a date.");
        self.fault(at, message, self.written_as(&Shape::Date));
        filler(&Shape::Date)
    }

    fn word(&mut self, words: &[&'static str], word: &str, at: &str) -> Value {
        if !words.contains(&word) {
            let message = format!("\u{201c}{word}\u{201d} is not one of the words that can stand here.");
            self.fault(at, message, did_you_mean(word, words.iter().copied()));
        }
        let kept = words.iter().find(|known| **known == word).or(words.first());
        Value::String(kept.copied().unwrap_or_default().to_owned())
    }

    fn map(&mut self, table: &DeTable<'_>, at: &str) -> Value {
        let entry = |(key, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
            let name = key.get_ref().to_string();
            let text = self.value(&Shape::Text, value, &join(at, &name));
            (name, text)
        };
        Value::Object(table.iter().map(entry).collect())
    }

    fn written_as(&self, wanted: &Shape) -> String {
        match self.voice {
            Voice::Toml => format!("Write it as {}.", sample(wanted)),
            Voice::Excel => format!("Write {} there.", in_a_cell(wanted)),
        }
    }

    fn fault(&mut self, at: &str, message: String, hint: String) {
        self.faults.push(Remark::fault(at, message).hint(hint));
    }
}

/// A place inside a place.
fn join(at: &str, part: &str) -> String {
    if at.is_empty() { part.to_owned() } else { format!("{at}.{part}") }
}

/// What stands in for something missing, so that the rest can be judged.
fn filler(shape: &Shape) -> Value {
    match shape {
        Shape::Text => Value::String(String::new()),
        Shape::Date => Value::String("2000-01-01".to_owned()),
        Shape::Flag(flag) => Value::Bool(*flag),
        Shape::OneOf(words) => Value::String(words.first().copied().unwrap_or_default().to_owned()),
        Shape::List(_) => Value::Array(Vec::new()),
        Shape::Table(keys) => {
            let required = keys.iter().filter(|key| key.required);
            Value::Object(required.map(|key| (key.name.to_owned(), filler(key.shape))).collect())
        }
        Shape::Map => Value::Object(Map::new()),
    }
}

fn sample(shape: &Shape) -> String {
    match shape {
        Shape::Text => "\"text in quotes\"".to_owned(),
        Shape::Date => "a day in quotes, such as \"2026-09-01\"".to_owned(),
        Shape::Flag(_) => "true or false".to_owned(),
        Shape::OneOf(words) => format!("one of \"{}\"", words.join("\", \"")),
        Shape::List(Shape::Table(_)) => "a table headed with [[double brackets]]".to_owned(),
        Shape::List(_) => "[\"a list\", \"in brackets\"]".to_owned(),
        Shape::Table(_) | Shape::Map => "a table".to_owned(),
    }
}

/// The same for somebody with a workbook.
fn in_a_cell(shape: &Shape) -> String {
    match shape {
        Shape::Text | Shape::Table(_) | Shape::Map => "a text".to_owned(),
        Shape::Date => "a date".to_owned(),
        Shape::Flag(_) => "yes or no".to_owned(),
        Shape::OneOf(words) => format!("one of: {}", words.join(", ")),
        Shape::List(Shape::Table(_)) => "at least one row on the sheet for it, with this one's id".to_owned(),
        Shape::List(_) => "a line for each".to_owned(),
    }
}

fn wanted_here(shape: &Shape) -> &'static str {
    match shape {
        Shape::Text => "text",
        Shape::Date => "a day",
        Shape::Flag(_) => "true or false",
        Shape::OneOf(_) => "a word",
        Shape::List(_) => "a list",
        Shape::Table(_) | Shape::Map => "a table",
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "Text",
        DeValue::Integer(_) | DeValue::Float(_) => "A number",
        DeValue::Boolean(_) => "True or false",
        DeValue::Datetime(_) => "A date without quotes",
        DeValue::Array(_) => "A list",
        DeValue::Table(_) => "A table",
    }
}
