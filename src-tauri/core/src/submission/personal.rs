//! Text that looks like a child's personal data: found before anything leaves the setting.
//!
//! Pure: it sees one text at a time. Refuses to know: where the text stands, and what to do about it.

use serde::{Deserialize, Serialize};

/// What a piece of text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A unique pupil number.
    Upn,
    /// An NHS number.
    Nhs,
    /// A date of birth.
    Dob,
    /// A postcode.
    Postcode,
    /// An e-mail address.
    Email,
    /// A named or lettered child.
    Pupil,
    /// A telephone number.
    Phone,
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
pub fn find(text: &str) -> Vec<Sighting> {
    let mut from = 0;
    let mut found = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        let start = from + word.find(bare).unwrap_or(0);
        if bare.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) {
            found.push(Sighting { what: What::Email, start, end: start + bare.len() });
        }
        from += word.len();
    }
    found
}
