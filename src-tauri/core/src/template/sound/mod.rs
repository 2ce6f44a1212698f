//! Whether a template is sound: what it refers to is there, and nothing is said twice.
//!
//! Refuses to know: lines and cells. A remark's place is a path (`standards.2.questions.0.text`), which the
//! reader of a file turns into a line or a cell.

mod conditions;
mod lineage;
mod names;
mod questions;
mod scales;

use std::collections::HashSet;

use super::Template;
use crate::problem::Severity;
use crate::text::folded;

/// A remark on a place of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The path of the place.
    pub at: String,
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Remark {
    /// Something that refuses the template.
    pub fn fault(at: &str, message: impl Into<String>) -> Self {
        Self { at: at.to_owned(), severity: Severity::Fault, message: message.into(), hint: String::new() }
    }

    /// Something worth knowing.
    pub fn note(at: &str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::fault(at, message) }
    }

    /// The same remark with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// Everything there is to say of a template.
pub fn remarks(template: &Template) -> Vec<Remark> {
    let mut found = Vec::new();
    names::remarks(template, &mut found);
    scales::remarks(template, &mut found);
    questions::remarks(template, &mut found);
    conditions::remarks(template, &mut found);
    lineage::remarks(template, &mut found);
    found
}

/// Remarks on whatever is there a second time.
fn twice<'a>(
    what: &str,
    places: impl Iterator<Item = (String, &'a str)>,
    remark: fn(&str, String) -> Remark,
    found: &mut Vec<Remark>,
) {
    let mut seen = HashSet::new();
    for (at, text) in places {
        if !text.is_empty() && !seen.insert(folded(text)) {
            found.push(
                remark(&at, format!("The {what} \u{201c}{text}\u{201d} is there twice."))
                    .hint("Change one of the two."),
            );
        }
    }
}

/// The nearest known word, or all of them where none is near.
pub(super) fn did_you_mean<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    let near = known.iter().map(|word| (steps(found, word), word)).min();
    match near {
        Some((steps, word)) if steps <= 1 + found.len() / 4 => {
            format!("Did you mean \u{201c}{word}\u{201d}?")
        }
        Some(_) => format!("Known here: {}.", known.join(", ")),
        None => "None is known here.".to_owned(),
    }
}

/// How many letters have to be put in, taken out or changed to make one word the other.
fn steps(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (j, y) in b.iter().enumerate() {
            let here = (corner + usize::from(x != *y)).min(left + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j] = left;
            left = here;
        }
        row[b.len()] = left;
    }
    row[b.len()]
}
