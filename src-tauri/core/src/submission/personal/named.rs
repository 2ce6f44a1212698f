//! Words that look like the name of a person, and how sure that is.
//!
//! Refuses to know: whose name it is.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::words::Words;

static FIRST_NAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("first_names.txt").split_whitespace().collect());
/// Words that stand with a capital in this field, or at the start of a sentence, and are no names.
static TITLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("titles.txt").split_whitespace().collect());

/// How sure it is that words are a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// One word with a capital that is no word of the field.
    Bare,
    /// Two such words, or one with an initial.
    Pair,
    /// A first name is among them.
    Known,
}

/// Words that look like a name.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub at: Range<usize>,
    pub sure: Sure,
}

/// The name that begins at a word, if one does.
pub(super) fn name(words: &Words<'_>, at: usize) -> Option<Name> {
    let mut end = at;
    while end < at + 3 && end < words.all.len() && (is_part(words, end) || is_initial(words, end)) {
        end += 1;
        if !words.is_joined(end - 1) || words.as_is(end - 1).ends_with("'s") {
            break;
        }
    }
    let parts = at..end;
    let whole = parts.clone().any(|part| is_part(words, part));
    let known = parts.clone().any(|part| is_first_name(words.as_is(part)));
    let sure = match (whole, known, parts.len()) {
        (false, _, _) => return None,
        (true, true, _) => Sure::Known,
        (true, false, 1) => Sure::Bare,
        (true, false, _) => Sure::Pair,
    };
    Some(Name { at: parts, sure })
}

/// The name that ends before a word, if one does: the longest.
pub(super) fn name_before(words: &Words<'_>, end: usize) -> Option<Name> {
    (1..=3).rev().filter_map(|count| name(words, end.checked_sub(count)?)).find(|name| name.at.end == end)
}

/// Whether a word is a first name with a capital, or in capitals.
pub(super) fn is_first_name(word: &str) -> bool {
    let bare = bare(word);
    bare.starts_with(char::is_uppercase) && FIRST_NAMES.contains(bare.to_lowercase().as_str())
}

/// A word with a capital that is no word of the field.
fn is_part(words: &Words<'_>, at: usize) -> bool {
    let word = bare(words.as_is(at));
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.clone().all(|c| c.is_alphabetic() || matches!(c, '\'' | '\u{2019}' | '-'));
    let mixed = letters.any(char::is_lowercase) || is_first_name(word);
    let lower = word.to_lowercase();
    capital && rest && mixed && !TITLES.contains(lower.as_str()) && !is_plural_title(&lower)
}

/// `Ambassadors` where the field knows `ambassador`.
fn is_plural_title(lower: &str) -> bool {
    let single = lower.strip_suffix('s').unwrap_or(lower);
    single.len() < lower.len() && TITLES.contains(single) && !FIRST_NAMES.contains(lower)
}

/// One capital letter but the pronoun.
pub(super) fn is_initial(words: &Words<'_>, at: usize) -> bool {
    let word = words.as_is(at);
    word.len() == 1
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && (word != "I" || words.gap(at).starts_with('.'))
}

/// A word without a possessive ending.
pub(super) fn bare(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word)
}
