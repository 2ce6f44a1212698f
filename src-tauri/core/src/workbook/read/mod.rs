//! Reads a return from a workbook that people have worked in, by what is visible first.
//!
//! Nothing is found by a sheet's name or a cell's address. Everything repaired or in doubt is said with
//! its sheet and cell.

mod agreed;
mod answers;
mod beside;
mod columns;
mod cover;
mod dates;
mod heads;
mod marks;
mod row;
mod signed;
mod stray;
mod table;
mod unseen;
pub(super) mod value;
mod whose;

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::{Found, Identity, Known, LAYOUT, Return, Templates};
use crate::error::Result;
use crate::problem::{Problem, Read, Severity};
use crate::sheet::{self, Book};
use crate::template::Template;
use crate::workbook::tables::Names;
use columns::Looking;
use cover::Kept;
pub use cover::NO_ANSWER;
use heads::Headed;
pub use marks::Marks;
pub use signed::verified;

/// Reads a return that follows one of the known templates, or the workbook's own copy of one.
pub fn read(bytes: &[u8], known: &Templates) -> Result<Read<Found>> {
    let book = sheet::open(bytes)?;
    found(&book.value, book.problems, known)
}

fn found(book: &Book, mut problems: Vec<Problem>, known: &Templates) -> Result<Read<Found>> {
    let own = whose::own(book, &mut problems);
    let words = agreed::voted(book, &own, &mut problems);
    // No identity of ours: perhaps the partnership's own workbook, filled in.
    if !agreed::names_template(&words, &own)
        && let Some(mut read) = known.foreign(book)
    {
        read.problems.splice(..0, problems);
        return Ok(read);
    }
    let (mut identity, followed) = agreed::agreed(&words, &own, known, &mut problems)?;
    let (kept, visible, template) = (&own.kept, &own.visible, &followed.template);
    (identity.template, identity.version) = (template.id.clone(), template.version.clone());
    identity.digest = followed.digest.to_string();
    problems.extend(newer(kept));
    let written = written(&identity, template);
    let sheets = headed(book, &own.sheets, &followed, &mut problems);
    let facts = cover::facts(kept, visible, template, &mut problems);
    let asked = asked(book, kept, &followed, &facts);
    let names = Names::of(template);
    let by = answers::By { template, marks: followed.marks(), names: &names, kept, asked };
    let answers::Taken { answers, rows } = answers::read(&sheets, &by, &mut problems)?;
    answers::compare(&answers, &by, &mut problems);
    unseen::say(&sheets, &rows, &mut problems);
    stray::say(&sheets, followed.marks(), &rows, &mut problems);
    let (sign_off, standing) = signed::read(&sheets, template, (kept, visible, written), &mut problems);
    let returned = Return {
        setting: cover::setting(kept, visible, &mut problems),
        identifiers: cover::identifiers(kept, visible, &mut problems),
        facts,
        identity,
        answers,
        actions: beside::actions(&sheets, &names, (kept, written), &mut problems),
        evidence: beside::items(&sheets, &names, kept, &mut problems),
        sign_off,
        standing,
        last_round: BTreeMap::new(),
        calendar: cover::calendar(kept, visible),
        asked: cover::asked(kept),
    };
    let verified = signed::compare(&returned, template, &mut problems);
    Ok(Read { value: Found { returned, template: template.clone(), verified }, problems })
}

/// Every sheet with its rows of headings, and its columns where those do not say.
fn headed<'b>(
    book: &'b Book,
    sheets: &[&'b sheet::Sheet],
    known: &Known,
    problems: &mut Vec<Problem>,
) -> Vec<Headed<'b>> {
    let looking = Looking::new(book, &known.template, known.marks());
    let mut headed = heads::find(sheets, known.marks());
    headed.iter_mut().for_each(|sheet| looking.settle(sheet, problems));
    headed
}

/// The questions that were asked: what the hidden sheet holds, else the names, else what the facts make of the template.
fn asked(book: &Book, kept: &Kept, known: &Known, facts: &BTreeMap<String, String>) -> HashSet<usize> {
    let marks = known.marks();
    let held: HashSet<usize> = kept.answers.keys().filter_map(|id| marks.keyed(id)).collect();
    if !held.is_empty() {
        return held;
    }
    let named: HashSet<usize> = book.names.iter().filter_map(|name| marks.rated(&name.name)).collect();
    if !named.is_empty() {
        return named;
    }
    known.template.asked(facts).iter().filter_map(|question| marks.place(&question.id)).collect()
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

#[cfg(test)]
mod tests;
