//! A long text over several rows, and back: nothing of it is cut, and no hidden word is needed to join it.
//!
//! A part that goes on in the middle of a paragraph starts with an ellipsis, followed by what came next, space
//! included; one that starts a new line has none. Every part but the last says at its end that it goes on, so that
//! what is typed over it cannot pass for its beginning. Refuses to know: rows and columns.

use super::measure::fitting;

/// The sign of a part that goes on in the middle of a paragraph.
const ON: char = '\u{2026}';
/// What a part ends with that goes on.
const BELOW: &str = "\u{2026} (goes on below)";

/// A text in parts that each take at most so many lines of a column; a short one is one part.
pub fn parts(text: &str, width: f64, most: u32) -> Vec<String> {
    let (mut parts, mut rest) = (Vec::new(), text.to_owned());
    loop {
        if fitting(&rest, width, most) == rest.len() {
            parts.push(rest);
            return parts;
        }
        // The last line is left for the word that it goes on.
        let end = ending(&rest, fitting(&rest, width, most.saturating_sub(1).max(1)));
        if end >= rest.len() {
            parts.push(rest);
            return parts;
        }
        let next = after(&rest[end..]);
        rest.truncate(end);
        rest.push_str(BELOW);
        parts.push(std::mem::replace(&mut rest, next));
    }
}

/// The text that some parts make.
pub fn whole(parts: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for (place, part) in parts.into_iter().enumerate().filter(|(_, part)| !part.is_empty()) {
        let part = cut(&part).map_or(part.as_str(), |before| before);
        match part.strip_prefix(ON).filter(|_| place > 0) {
            Some(on) => text.push_str(on),
            None if text.is_empty() => part.clone_into(&mut text),
            None => text = format!("{text}\n{part}"),
        }
    }
    text
}

/// Whether the parts are as they were cut: each says that it goes on just where another follows.
pub fn unbroken(parts: &[String]) -> bool {
    let follows = |place: usize| parts.get(place + 1).is_some_and(|next| !next.trim().is_empty());
    parts.iter().enumerate().all(|(place, part)| cut(part).is_some() == follows(place))
}

/// A part without the word that it goes on; none where it does not say so.
fn cut(part: &str) -> Option<&str> {
    part.trim_end().strip_suffix(BELOW)
}

/// A part never ends in white space, which a program may take away, and is never white space alone.
fn ending(text: &str, fits: usize) -> usize {
    let bare = text[..fits].trim_end();
    let said = bare.strip_prefix(ON).unwrap_or(bare);
    if fits == text.len() {
        return fits;
    }
    if !said.is_empty() {
        return bare.len();
    }
    let first = text.char_indices().skip(1).find(|(_, letter)| !letter.is_whitespace());
    first.map_or(text.len(), |(at, letter)| at + letter.len_utf8())
}

fn after(rest: &str) -> String {
    match rest.strip_prefix('\n') {
        // A program may take white space away from the start: an ellipsis of the text must not come to stand there.
        Some(line) if !line.trim_start().starts_with(ON) => line.to_owned(),
        _ => format!("{ON}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::normal;

    #[test]
    fn a_long_text_breaks_between_words_and_paragraphs() {
        let text = format!("{}\n{}", "one two three ".repeat(9).trim(), "four five ".repeat(9).trim());
        let parts = parts(&text, 20.0, 3);
        assert!(parts.len() > 2);
        assert!(parts.iter().skip(1).any(|part| part.starts_with("\u{2026} ")));
        assert!(parts.iter().skip(1).all(|part| part.starts_with("\u{2026} ") || part.starts_with("four")));
        assert_eq!(whole(parts), text);
    }

    #[test]
    fn what_a_person_adds_below_is_a_new_line() {
        assert_eq!(whole(["One.".to_owned(), "Two.".to_owned()]), "One.\nTwo.");
        assert_eq!(whole([String::new(), "Two.".to_owned(), String::new()]), "Two.");
    }

    #[test]
    fn what_is_typed_over_a_part_is_no_part_of_the_text() {
        let cut = parts(&"one two three ".repeat(90), 20.0, 3);
        assert!(cut.len() > 2 && unbroken(&cut));
        for place in 0..cut.len() {
            let mut typed = cut.clone();
            typed[place] = "Typed over.".to_owned();
            assert_eq!(unbroken(&typed), place + 1 == cut.len(), "{place}");
            typed[place].clear();
            assert!(!unbroken(&typed), "{place}");
        }
        assert!(!unbroken(&cut[..1]) && unbroken(&["Short.".to_owned(), String::new()]));
    }

    proptest! {
        #[test]
        fn parts_make_the_text_again(text in "(?s)([ \n\t\u{2026}a-z\u{1f600}]{0,40}|[a-z ]{0,90}|\n{0,9}|.{0,20}){0,9}", width in 4.0..30.0_f64, most in 1..4_u32) {
            let text = normal(&text);
            let parts: Vec<String> = parts(&text, width, most).iter().map(|part| normal(part)).collect();
            prop_assert!(parts.len() == 1 || parts.iter().all(|part| !part.is_empty()));
            prop_assert!(unbroken(&parts));
            prop_assert_eq!(whole(parts), text);
        }
    }
}
