//! Who a return is from and what it answers, by a vote of the places that say so, and the template that it follows.
//!
//! Refuses to know: what was answered.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::cover::Kept;
use super::whose::Own;
use crate::error::{Error, Kind, Result};
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Content, Sheet};
use crate::template;
use crate::workbook::{Identity, Known, Templates, identity};

/// The words of an identity, each as most places say it.
pub type Words = BTreeMap<&'static str, String>;

/// So many statements have to be a template's for a workbook that does not say which it follows.
const ENOUGH: usize = 5;

/// Whether a workbook says which template it follows, or holds a copy of it.
pub fn names_template(words: &Words, own: &Own<'_>) -> bool {
    words.contains_key("template") || !own.kept.copy.is_empty()
}

/// The identity that its words say, and the template; no return says neither, and holds no known statements.
pub fn agreed(
    words: &Words,
    own: &Own<'_>,
    known: &Templates,
    problems: &mut Vec<Problem>,
) -> Result<(Identity, Known)> {
    let identity = identity::heard(words);
    let followed = if names_template(words, own) {
        template_of(&identity, &own.kept, known)?
    } else {
        let followed = recognised(&own.sheets, known).ok_or_else(no_return)?;
        problems.push(by_statements(&followed));
        followed
    };
    if identity.submission.is_nil() {
        problems.push(without_id());
    }
    Ok((identity, followed))
}

/// The one known template whose statements stand on the sheets; none where two have as many of them.
fn recognised(sheets: &[&Sheet], known: &Templates) -> Option<Known> {
    let cells = || sheets.iter().flat_map(|sheet| sheet.rows.values()).flat_map(|cells| cells.values());
    let texts = || {
        cells().filter_map(|cell| match &cell.content {
            Content::Text(text) if !cell.formula => Some(text.as_ref()),
            _ => None,
        })
    };
    let count = |known: &Known| -> usize {
        texts().filter_map(|text| known.marks().stated(text).flatten()).collect::<HashSet<_>>().len()
    };
    let mut counted: Vec<(usize, &Known)> = known.all().map(|known| (count(known), known)).collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let (best, found) = counted.first()?;
    let rival = counted.get(1).map_or(0, |(count, _)| *count);
    (*best >= ENOUGH && *best > rival).then(|| (*found).clone())
}

fn by_statements(known: &Known) -> Problem {
    let message = format!(
        "The workbook no longer says which audit tool it is of; by its statements it was taken for \u{201c}{}\u{201d}, version {}.",
        known.template.title, known.template.version
    );
    Problem::new(Severity::Question, "The workbook", message)
        .hint("Look whether that is the tool that was sent out, and in this version.")
}

/// The identity on which most of its places agree: hidden sheet, properties, cover.
pub fn voted(book: &Book, own: &Own<'_>, problems: &mut Vec<Problem>) -> Words {
    let tag: BTreeMap<&str, String> = own.tag.iter().flat_map(identity::words).collect();
    let mut words = BTreeMap::new();
    for word in &identity::WORDS {
        let places = [
            own.kept.words.get(word.kept).cloned(),
            book.properties.get(word.property).cloned(),
            own.visible.get(word.cover).map(|(text, _)| text),
            tag.get(word.kept).cloned(),
        ];
        let said: Vec<String> = places.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        let votes = |text: &String| said.iter().filter(|other| *other == text).count();
        let Some(best) = said.iter().rev().max_by_key(|text| votes(text)).cloned() else { continue };
        if votes(&best) < said.len() {
            problems.push(differs(word.cover, &best));
        }
        words.insert(word.kept, best);
    }
    words
}

fn no_return() -> Error {
    Error::input("This workbook is not a return that was written by Attest.")
        .hint("Look whether it is the workbook that was sent out; answers typed into another one have to be copied over.")
}

fn without_id() -> Problem {
    Problem::new(
        Severity::Question,
        "The workbook",
        "The return\u{2019}s id is gone from the cover, the properties and the hidden sheet.",
    )
    .hint("Choose the setting it belongs to by hand.")
}

fn differs(word: &str, best: &str) -> Problem {
    let message = format!(
        "\u{2018}{word}\u{2019} is not the same everywhere in the workbook; \u{201c}{best}\u{201d} was taken."
    );
    Problem::new(Severity::Question, "The workbook", message)
        .hint("Look whether two workbooks were mixed; if it is the right return, go on.")
}

/// The template: the known one with the same digest, else the workbook's own copy.
fn template_of(identity: &Identity, kept: &Kept, known: &Templates) -> Result<Known> {
    let key = template::key(&identity.template, &identity.version);
    match known.find(&identity.template, &identity.version) {
        Some(known) if identity.digest.is_empty() || *known.digest == *identity.digest => Ok(known.clone()),
        Some(_) => Err(Error::input(format!("This return follows another text of the template {key} than the one here."))
            .hint("The same version of a template never has two texts: ask who sent it out which one holds.")),
        None => own_copy(identity, kept).ok_or_else(|| {
            Error::new(Kind::Missing, format!("This return follows the template {key}, which is not here, and its own copy is gone or was changed."))
                .hint("Add that template first, then read the return again.")
        }),
    }
}

fn own_copy(identity: &Identity, kept: &Kept) -> Option<Known> {
    let own = Known::new(Arc::new(template::toml::read(&kept.copy).ok()?));
    (identity.digest.is_empty() || *own.digest == *identity.digest).then_some(own)
}
