//! Which heading of a list means which field: known for the national register, guessed for others, else said once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Field;
use crate::error::{Error, Result};
use crate::text;

/// Field to the headings that hold it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Columns(pub BTreeMap<Field, Vec<String>>);

/// Columns of the national register that a list must have to be taken for it.
const NATIONAL: [&str; 4] = ["URN", "EstablishmentName", "LA (name)", "EstablishmentStatus (name)"];

/// Which heading means what, as far as the headings tell.
pub fn guessed(headings: &[String]) -> Columns {
    match is_national(headings) {
        true => Columns(all(|field| national(field, headings))),
        false => Columns(all(|field| called(field, headings))),
    }
}

fn is_national(headings: &[String]) -> bool {
    NATIONAL.iter().all(|name| find(headings, name).is_some())
}

fn all(held: impl Fn(Field) -> Vec<String>) -> BTreeMap<Field, Vec<String>> {
    Field::ALL.into_iter().map(|field| (field, held(field))).filter(|(_, held)| !held.is_empty()).collect()
}

fn national(field: Field, headings: &[String]) -> Vec<String> {
    let held: Vec<String> = field
        .national()
        .iter()
        .filter_map(|name| find(headings, name))
        .map(|at| headings[at].clone())
        .collect();
    // Half a number is none.
    if field == Field::Laestab && held.len() < 2 { Vec::new() } else { held }
}

fn called(field: Field, headings: &[String]) -> Vec<String> {
    let of = |name: &str| headings.iter().find(|heading| plain(heading) == name).cloned();
    field.synonyms().iter().find_map(|name| of(name)).into_iter().collect()
}

/// A heading as it is compared: folded, with blanks for strokes.
fn plain(heading: &str) -> String {
    text::folded(&heading.replace(['_', '.', ':', '*'], " "))
}

fn find(headings: &[String], name: &str) -> Option<usize> {
    headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(name))
}

impl Columns {
    /// Whether a list can be read with these: it must be known where the name stands.
    pub fn suffice(&self) -> bool {
        self.0.contains_key(&Field::Name)
    }

    /// The places of the fields among the headings; refused by name where a heading is not there.
    pub fn places(&self, headings: &[String]) -> Result<Vec<(Field, Vec<usize>)>> {
        let place = |heading: &String| {
            find(headings, heading.trim()).ok_or_else(|| {
                Error::input(format!("The list has no column \u{201c}{}\u{201d}.", text::short(heading)))
                    .hint("Choose one of the headings of the list.")
            })
        };
        let held = self.0.iter().filter(|(_, held)| !held.is_empty());
        held.map(|(field, held)| Ok((*field, held.iter().map(place).collect::<Result<_>>()?))).collect()
    }

    /// Whether these headings are the national register's.
    pub fn national(headings: &[String]) -> bool {
        is_national(headings)
    }

    /// A list's own name: a digest of its headings, by which what was said of it is remembered.
    pub fn key(headings: &[String]) -> String {
        let folded: Vec<String> = headings.iter().map(|heading| text::folded(heading)).collect();
        text::digest(folded.join("\n").as_bytes())
    }
}
