//! A template as TOML: read with every fault at once and its line, written in one canonical form.
//!
//! Refuses to know: where the text comes from. What makes a template sound is said in `sound`.

pub(super) mod shape;
mod walk;
mod write;

use ::toml::de::{DeTable, DeValue};

use super::{Template, sound};
use crate::problem::{Problem, Read, Severity};
use crate::text;
pub(super) use walk::Voice;
use walk::Walk;

/// Reads a template; a fault refuses it, and every fault is named with its line.
pub fn read(text: &str) -> Result<Template, Vec<Problem>> {
    read_with_remarks(text).map(|read| read.value)
}

/// Reads a template with the remarks that do not refuse it.
pub fn read_with_remarks(text: &str) -> Result<Read<Template>, Vec<Problem>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(|error| syntax(text, error)).collect());
    }
    let lines = Lines { text, document: document.get_ref() };
    let (template, remarks) = judged(document.get_ref(), Voice::Toml);
    let problems = lines.problems(remarks);
    match template {
        Some(template) => refuse_faulty(Read { value: template, problems }),
        None => Err(problems),
    }
}

/// The template that a value of the file's shape comes to, if it can be one, with every remark by its path.
pub(super) fn judge(value: &serde_json::Value, voice: Voice) -> (Option<Template>, Vec<sound::Remark>) {
    let text = write::text_of(value);
    let (document, _) = DeTable::parse_recoverable(&text);
    judged(document.get_ref(), voice)
}

fn judged(document: &DeTable<'_>, voice: Voice) -> (Option<Template>, Vec<sound::Remark>) {
    let mut walk = Walk::new(voice);
    let value = walk.table(shape::TEMPLATE_KEYS, document, "");
    let mut faults = walk.faults;
    let Ok(mut template) = serde_json::from_value::<Template>(value) else { return (None, faults) };
    in_order(&mut template);
    let known: Vec<String> = faults.iter().map(|fault| fault.at.clone()).collect();
    faults.extend(sound::remarks(&template).into_iter().filter(|fault| !known.contains(&fault.at)));
    (Some(template), faults)
}

/// What each level looks like stands in the order of the scale, however it was written.
fn in_order(template: &mut Template) {
    let Template { scales, standards, .. } = template;
    for question in standards.iter_mut().flat_map(|standard| &mut standard.questions) {
        let scale = scales.iter().find(|scale| Some(&scale.id) == question.scale.as_ref());
        let place = |level: &super::LevelCode| scale.and_then(|scale| scale.place(level.as_str()));
        question.looks_like.sort_by_key(|one| place(&one.level).unwrap_or(usize::MAX));
    }
}

/// The canonical text of a template: fixed order, normal text, what goes without saying left out.
pub fn write(template: &Template) -> String {
    write::canonical(template)
}

/// The digest of a template's canonical text.
pub fn digest(template: &Template) -> String {
    text::digest(write(template).as_bytes())
}

fn refuse_faulty(read: Read<Template>) -> Result<Read<Template>, Vec<Problem>> {
    match read.worst() {
        Some(Severity::Fault) => Err(read.problems),
        Some(_) | None => Ok(read),
    }
}

fn syntax(text: &str, error: &::toml::de::Error) -> Problem {
    let place = error.span().map_or_else(|| "the file".to_owned(), |span| line_at(text, span.start));
    Problem::new(
        Severity::Fault,
        place,
        format!("This is not TOML: {}.", error.message().replace('\n', ", ")),
    )
    .hint("Look for a missing quote, bracket or equals sign on this line or the one before.")
}

/// Finds the line of a place in the document.
struct Lines<'a> {
    text: &'a str,
    document: &'a DeTable<'a>,
}

impl Lines<'_> {
    /// The remarks with their lines, in the order of the file.
    fn problems(&self, remarks: Vec<sound::Remark>) -> Vec<Problem> {
        let mut placed: Vec<_> = remarks.into_iter().map(|remark| (self.start(&remark.at), remark)).collect();
        placed.sort_by_key(|(start, _)| *start);
        placed
            .into_iter()
            .map(|(start, it)| Problem::new(it.severity, line_at(self.text, start), it.message).hint(it.hint))
            .collect()
    }

    /// Where a place begins; a key that is missing is looked for at its table.
    fn start(&self, at: &str) -> usize {
        let mut parts = at.split('.').filter(|part| !part.is_empty());
        let Some((key, first)) = parts.next().and_then(|part| self.document.get_key_value(part)) else {
            return 0;
        };
        let mut place = (key.span().start, first);
        for part in parts {
            match step(place.1, part) {
                Some(next) => place = next,
                None => break,
            }
        }
        place.0
    }
}

fn step<'a, 'i>(
    value: &'a ::toml::Spanned<DeValue<'i>>,
    part: &str,
) -> Option<(usize, &'a ::toml::Spanned<DeValue<'i>>)> {
    let inside = value.get_ref();
    if let Some(list) = inside.as_array() {
        let item = list.get(part.parse::<usize>().ok()?)?;
        return Some((item.span().start, item));
    }
    let (key, value) = inside.as_table()?.get_key_value(part)?;
    Some((key.span().start, value))
}

fn line_at(text: &str, byte: usize) -> String {
    let before = text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count();
    format!("line {}", before + 1)
}
