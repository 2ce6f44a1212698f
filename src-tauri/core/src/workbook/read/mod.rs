//! Reads a return from a workbook that people have worked in, by what is visible first.
//!
//! Nothing is found by a sheet's name or a cell's address. Everything repaired or in doubt is said with
//! its sheet and cell.

mod answers;
mod beside;
mod cover;
mod heads;
mod row;
mod signed;
mod table;
pub(super) mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{Found, Identity, Known, LAYOUT, Return, Templates, identity};
use crate::error::{Error, Kind, Result};
use crate::problem::{Problem, Read, Severity};
use crate::sheet::{self, Book};
use crate::template::{self, Template};
use cover::Kept;
pub use signed::verified;

/// Reads a return that follows one of the known templates, or the workbook's own copy of one.
pub fn read(bytes: &[u8], known: &Templates) -> Result<Read<Found>> {
    let book = sheet::open(bytes)?;
    found(&book.value, book.problems, known)
}

fn found(book: &Book, mut problems: Vec<Problem>, known: &Templates) -> Result<Read<Found>> {
    let kept = cover::kept(book);
    let visible = cover::visible(book);
    let mut identity = match agreed(book, &kept, &visible, &mut problems) {
        Ok(identity) => identity,
        // No identity of ours: perhaps the partnership's own workbook, filled in.
        Err(error) => {
            let mut read = known.foreign(book).ok_or(error)?;
            read.problems.splice(..0, problems);
            return Ok(read);
        }
    };
    let followed = template_of(&identity, &kept, known)?;
    let Known { template, digest } = followed;
    (identity.template, identity.version) = (template.id.clone(), template.version.clone());
    identity.digest = digest.to_string();
    problems.extend(newer(&kept));
    let written = written(&identity, &template);
    let sheets = heads::find(book, &template);
    let answers = answers::read(&sheets, &template, &kept, &mut problems)?;
    let (sign_off, standing) = signed::read(&sheets, &template, (&kept, &visible, written), &mut problems);
    let returned = Return {
        setting: cover::setting(&kept, &visible, &mut problems),
        identifiers: cover::identifiers(&kept, &visible, &mut problems),
        facts: cover::facts(&kept, &visible, &template, &mut problems),
        identity,
        answers,
        actions: beside::actions(&sheets, &template, (&kept, written), &mut problems),
        evidence: beside::items(&sheets, &template, &kept, &mut problems),
        sign_off,
        standing,
        last_round: BTreeMap::new(),
        calendar: cover::calendar(&kept, &visible),
        asked: cover::asked(&kept),
    };
    signed::compare(&returned, &template, &mut problems);
    Ok(Read { value: Found { returned, template }, problems })
}

/// The day that the workbook was written: the time in the export's own id, else the template's day.
fn written(identity: &Identity, template: &Template) -> NaiveDate {
    let seconds = identity.export.get_timestamp().and_then(|time| i64::try_from(time.to_unix().0).ok());
    let day =
        seconds.and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0)).map(|at| at.date_naive());
    day.filter(|day| day.year() >= 2000).unwrap_or(template.legal_position)
}

/// A layout that is newer than this version knows.
fn newer(kept: &Kept) -> Option<Problem> {
    let layout: u32 = kept.layout.parse().ok()?;
    let message = "This workbook was written by a later version of Attest; what this version does not know was left out.";
    let problem = Problem::new(Severity::Question, "The workbook", message);
    (layout > LAYOUT).then(|| problem.hint("Read it with the later version, so that nothing is missed."))
}

/// The identity on which most of its places agree: hidden sheet, properties, cover.
fn agreed(
    book: &Book,
    kept: &Kept,
    visible: &cover::Visible,
    problems: &mut Vec<Problem>,
) -> Result<Identity> {
    let mut words = BTreeMap::new();
    for word in &identity::WORDS {
        let places = [
            kept.words.get(word.kept).cloned(),
            book.properties.get(word.property).cloned(),
            visible.get(word.cover).map(|(text, _)| text.clone()),
        ];
        let said: Vec<String> = places.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        let votes = |text: &String| said.iter().filter(|other| *other == text).count();
        let Some(best) = said.iter().rev().max_by_key(|text| votes(text)).cloned() else { continue };
        if votes(&best) < said.len() {
            problems.push(differs(word.cover, &best));
        }
        words.insert(word.kept, best);
    }
    if !words.contains_key("template") && kept.copy.is_empty() {
        return Err(no_return());
    }
    let identity = identity::heard(&words);
    if identity.submission.is_nil() {
        problems.push(without_id());
    }
    Ok(identity)
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

#[cfg(test)]
mod tests;
