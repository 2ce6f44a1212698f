//! Finding a word in a text as people mean it: whatever its case and accents, with the words around it.
//!
//! Refuses to know: what the text is.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word found in a text, as it stands there, with what stands before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What stands before it.
    pub before: String,
    /// The word as it stands there.
    pub found: String,
    /// What stands after it.
    pub after: String,
}

/// How much is shown on each side, in characters.
const AROUND: usize = 60;

/// What is looked for, in the form in which texts are compared; none where nothing is left of it.
pub fn wanted(typed: &str) -> Option<Vec<char>> {
    let plain: Vec<char> = plain(typed.trim()).map(|(_, c)| c).collect();
    (!plain.is_empty()).then_some(plain)
}

/// The first place of a text at which the wanted word stands.
pub fn find(text: &str, wanted: &[char]) -> Option<Found> {
    let plain: Vec<(usize, char)> = plain(text).collect();
    let fits = |window: &[(usize, char)]| window.iter().map(|(_, c)| c).eq(wanted);
    let place = plain.windows(wanted.len().max(1)).position(fits)?;
    let start = plain.get(place)?.0;
    let last = plain.get(place + wanted.len() - 1)?.0;
    let end = text[last..].char_indices().skip(1).find(|(_, c)| !is_combining_mark(*c));
    let end = end.map_or(text.len(), |(more, _)| last + more);
    Some(Found {
        before: one_line(&tail(&text[..start])),
        found: one_line(&text[start..end]),
        after: one_line(&head(&text[end..])),
    })
}

/// A text's letters without case and accents, white space as single spaces, each with where it stands.
fn plain(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut space = true;
    let letters = text.char_indices().flat_map(|(place, c)| {
        let bare = match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2015}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        let letters: Vec<char> =
            bare.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
        letters.into_iter().map(move |c| (place, c))
    });
    letters.filter(move |(_, c)| {
        let again = space && *c == ' ';
        space = *c == ' ';
        !again
    })
}

/// The end of a text, from the beginning of a word where it is cut.
fn tail(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_owned() };
    let kept = &text[cut..];
    let word = kept.find(char::is_whitespace).map_or(kept, |space| &kept[space..]);
    format!("\u{2026}{}", word.trim_start())
}

/// The beginning of a text, to the end of a word where it is cut.
fn head(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let kept = &text[..cut];
    let word = kept.rfind(char::is_whitespace).map_or(kept, |space| &kept[..space]);
    format!("{}\u{2026}", word.trim_end())
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(text: &str, typed: &str) -> Option<(String, String, String)> {
        let found = find(text, &wanted(typed)?)?;
        Some((found.before, found.found, found.after))
    }

    fn parts(before: &str, found: &str, after: &str) -> Option<(String, String, String)> {
        Some((before.to_owned(), found.to_owned(), after.to_owned()))
    }

    #[test]
    fn case_accents_and_quotes_are_forgiven() {
        assert_eq!(look("In the Café, daily", "CAFE"), parts("In the ", "Café", ", daily"));
        assert_eq!(look("In the Cafe\u{301}, daily", "café"), parts("In the ", "Cafe\u{301}", ", daily"));
        assert_eq!(
            look("the board\u{2019}s\n minutes", "board's  Minutes"),
            parts("the ", "board\u{2019}s  minutes", "")
        );
        assert_eq!(look("Straße", "strasse"), None);
        assert_eq!(look("anything", "  "), None);
        assert_eq!(look("", "x"), None);
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let text = format!("{}needle{}", "word ".repeat(40), " more".repeat(40));
        let (before, found, after) = look(&text, "needle").expect("it is there");
        assert!(before.starts_with("\u{2026}word ") && before.chars().count() <= 62, "{before}");
        assert!(after.starts_with(" more") && after.ends_with("more\u{2026}"), "{after}");
        assert_eq!(found, "needle");
    }
}
