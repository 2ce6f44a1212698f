//! A text as words with what stands between them.
//!
//! Refuses to know: what the words mean.

use std::ops::Range;

use super::{Sighting, What};

/// A word: letters and digits, with an apostrophe or a hyphen inside.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    pub start: usize,
    pub end: usize,
    /// As it stands.
    pub text: &'a str,
    /// In lower case, apostrophes straight.
    pub lower: String,
}

/// The words of a text.
pub(super) struct Words<'a> {
    text: &'a str,
    pub all: Vec<Word<'a>>,
}

impl<'a> Words<'a> {
    /// Splits a text.
    pub fn of(text: &'a str) -> Self {
        let mut all: Vec<Word<'a>> = Vec::new();
        let mut begun = None;
        for (at, c) in text.char_indices() {
            match (begun, c.is_alphanumeric() || is_inside(text, at, c)) {
                (None, true) => begun = Some(at),
                (Some(start), false) => {
                    all.push(word(text, start..at));
                    begun = None;
                }
                (None, false) | (Some(_), true) => {}
            }
        }
        all.extend(begun.map(|start| word(text, start..text.len())));
        Self { text, all }
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The word at a place in lower case; nothing before the first and after the last.
    pub fn lower(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| word.lower.as_str())
    }

    /// The word at a place as it stands.
    pub fn as_is(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |word| word.text)
    }

    /// What stands between a word and the next.
    pub fn gap(&self, at: usize) -> &'a str {
        match (self.all.get(at), self.all.get(at + 1)) {
            (Some(word), Some(next)) => &self.text[word.end..next.start],
            (Some(word), None) => &self.text[word.end..],
            (None, _) => "",
        }
    }

    /// Whether a word and the next belong closely together: space, comma, colon, bracket, dash or underscore.
    pub fn is_close(&self, at: usize) -> bool {
        at + 1 < self.all.len()
            && self.gap(at).chars().all(|c| " ,:()[]-\u{2013}\u{2014}_\u{a0}/=".contains(c))
    }

    /// Whether a word and the next stand in one name: one space, an underscore, or a full stop after an initial.
    pub fn is_joined(&self, at: usize) -> bool {
        let gap = self.gap(at);
        at + 1 < self.all.len()
            && (gap == " " || gap == "_" || gap == "\u{a0}" || (gap == ". " && self.as_is(at).len() == 1))
    }

    /// Whether a sentence or a line ends after a word.
    pub fn ends(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let stop = gap.starts_with(['.', '!', '?']) && gap.len() > 1 && self.as_is(at).chars().count() > 1;
        stop || gap.contains(['\n', ';', '\u{2022}']) || at + 1 >= self.all.len()
    }

    /// The words of the sentence around a place.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let start = (0..at).rev().find(|before| self.ends(*before)).map_or(0, |before| before + 1);
        let end =
            (at..self.all.len()).find(|after| self.ends(*after)).map_or(self.all.len(), |last| last + 1);
        start..end
    }

    /// Whether a word opens its sentence or line.
    pub fn opens(&self, at: usize) -> bool {
        at == 0 || self.ends(at - 1)
    }

    /// A sighting over some words.
    pub fn sighting(&self, what: What, words: Range<usize>) -> Option<Sighting> {
        let (first, last) = (self.all.get(words.start)?, self.all.get(words.end.checked_sub(1)?)?);
        Some(Sighting { what, start: first.start, end: last.end })
    }
}

fn word(text: &str, at: Range<usize>) -> Word<'_> {
    let (start, end) = (at.start, at.end);
    let text = &text[at];
    Word { start, end, text, lower: text.to_lowercase().replace('\u{2019}', "'") }
}

/// An apostrophe or a hyphen between two letters belongs to the word.
fn is_inside(text: &str, at: usize, c: char) -> bool {
    if !matches!(c, '\'' | '\u{2019}' | '-') {
        return false;
    }
    let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    before && text[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphabetic)
}
