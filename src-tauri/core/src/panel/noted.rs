//! What people note, of panels and of case audits: known by its content, so that merging takes nothing away.
//!
//! The one merge of both. Refuses to know: what a note is on, and where it is kept.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::id::derived;

/// Something that one person noted.
pub trait Noted: Clone + Ord {
    /// The note in normal form.
    #[must_use]
    fn tidied(self) -> Self;
    /// Whether there is anything in it.
    fn says_something(&self) -> bool;
    /// Where it comes from: typed, or the name of a form.
    fn source(&self) -> &str;
    /// The same note from elsewhere.
    #[must_use]
    fn sourced(self, source: String) -> Self;
}

/// Two lists as one: every note of both, once each, in an order of their own.
pub fn merged<N: Noted>(one: &[N], other: &[N]) -> Vec<N> {
    let mut all: BTreeMap<N, String> = BTreeMap::new();
    for note in one.iter().chain(other) {
        let key = note.clone().tidied().sourced(String::new());
        if !key.says_something() {
            continue;
        }
        let source = all.entry(key).or_insert_with(|| note.source().to_owned());
        if note.source() < source.as_str() {
            note.source().clone_into(source);
        }
    }
    all.into_iter().map(|(note, source)| note.sourced(source)).collect()
}

/// The id of a note within something: by all that it says, each part with its length, so that no two run together.
pub fn id_of(within: &str, parts: &[&str]) -> Uuid {
    let parts: Vec<String> = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
    derived(within, &parts.join("\n"))
}
