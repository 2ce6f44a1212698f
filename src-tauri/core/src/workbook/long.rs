//! A long text over several rows, and back: nothing of it is cut, and no hidden word is needed to join it.
//!
//! A part that goes on in the middle of a paragraph starts with an ellipsis, followed by what came next, space
//! included; one that starts a new line has none. Refuses to know: rows and columns.

use super::measure::fitting;

/// The sign of a part that goes on in the middle of a paragraph.
const ON: char = '\u{2026}';

/// A text in parts that each take at most so many lines of a column; a short one is one part.
pub fn parts(text: &str, width: f64, most: u32) -> Vec<String> {
    let (mut parts, mut rest) = (Vec::new(), text.to_owned());
    loop {
        let end = ending(&rest, fitting(&rest, width, most));
        if end >= rest.len() {
            parts.push(rest);
            return parts;
        }
        let next = after(&rest[end..]);
        rest.truncate(end);
        parts.push(std::mem::replace(&mut rest, next));
    }
}

/// The text that some parts make.
pub fn whole(parts: impl IntoIterator<Item = String>) -> String {
    let mut parts = parts.into_iter();
    let mut text = parts.next().unwrap_or_default();
    for part in parts.filter(|part| !part.is_empty()) {
        match part.strip_prefix(ON) {
            Some(on) => text.push_str(on),
            None if text.is_empty() => text = part,
            None => text = format!("{text}\n{part}"),
        }
    }
    text
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

    proptest! {
        #[test]
        fn parts_make_the_text_again(text in "(?s)([ \n\t\u{2026}a-z\u{1f600}]{0,40}|[a-z ]{0,90}|\n{0,9}|.{0,20}){0,9}", width in 4.0..30.0_f64, most in 1..4_u32) {
            let text = normal(&text);
            let parts: Vec<String> = parts(&text, width, most).iter().map(|part| normal(part)).collect();
            prop_assert!(parts.len() == 1 || parts.iter().all(|part| !part.is_empty()));
            prop_assert_eq!(whole(parts), text);
        }
    }
}
