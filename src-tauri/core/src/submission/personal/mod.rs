//! Text that looks like a child's personal data: found before anything leaves the setting.
//!
//! Pure: it sees one text and today's date. It looks for forms and words, so it shows places and decides nothing;
//! staff names, published reviews and the setting's own shared mailboxes are left alone.
//! Refuses to know: where the text stands, and what to do about it.

mod address;
mod birth;
mod named;
mod numbers;
mod phone;
mod pupil;
mod staff;
#[cfg(test)]
mod tests;
mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use words::Words;

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A unique pupil number.
    Upn,
    /// An NHS number.
    Nhs,
    /// An e-mail address of a person.
    Email,
    /// A postcode.
    Postcode,
    /// A telephone number of a person.
    Phone,
    /// A date of birth.
    Dob,
    /// A named or lettered child.
    Pupil,
}

/// A piece of text that looks like personal data, by its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// What it looks like.
    pub what: What,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// Everything in a text that looks like a child's personal data, in the order it stands.
pub fn find(text: &str, today: NaiveDate) -> Vec<Sighting> {
    let words = Words::of(text);
    let mut found = numbers::upns(&words);
    found.extend(numbers::nhs_numbers(&words));
    found.extend(address::emails(text));
    found.extend(address::postcodes(&words));
    found.extend(phone::phones(&words));
    let births = birth::births(&words, today);
    found.extend(births.iter().map(|birth| birth.sighting));
    found.extend(pupil::pupils(&words, &births));
    apart(found)
}

/// Of two that lie over each other the more certain stays: kinds are listed by certainty.
fn apart(mut found: Vec<Sighting>) -> Vec<Sighting> {
    found.sort_by_key(|one| (one.what, one.start));
    let mut kept: Vec<Sighting> = Vec::new();
    for one in found {
        if kept.iter().all(|other| one.end <= other.start || other.end <= one.start) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.start);
    kept
}
