//! One normal form for text that people typed: NFC, line ends as LF, no control characters.
//!
//! Refuses to know: what the text says.

pub mod find;
pub mod seek;

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text as it is stored: NFC, LF, no control characters but tab and line end, no trailing white space.
pub fn normal(text: &str) -> String {
    // Nearly every text is in this form already, which is far quicker seen than made.
    if all_plain(text) {
        return text.trim_end().to_owned();
    }
    if text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control())
        && is_nfc_quick(text.chars()) == IsNormalized::Yes
    {
        return text.trim_end().to_owned();
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines.nfc().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    kept.trim_end().to_owned()
}

/// Whether every byte is a printed letter of ASCII, a line end or a tab; looked at without stopping, which is quicker.
fn all_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\n' | b'\t'))
}

/// Text as it is compared: normal form, white space folded to single spaces, lower case, apostrophes straight.
pub fn folded(text: &str) -> String {
    if all_plain(text) {
        return folded_plain(text);
    }
    let (mut folded, mut apart) = (String::with_capacity(text.len()), false);
    for letter in normal(text).chars() {
        if letter.is_whitespace() {
            apart = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut apart) {
            folded.push(' ');
        }
        folded.push(match letter {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            other => other,
        });
    }
    folded.to_lowercase()
}

/// The same of a text without any letter that has to be looked at twice.
fn folded_plain(text: &str) -> String {
    let text = text.trim_ascii();
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    let blank = |byte: u8| matches!(byte, b' ' | b'\n' | b'\t');
    let gaps = bytes
        .iter()
        .zip(behind)
        .fold(false, |gaps, (one, next)| gaps | (blank(*one) & blank(*next)) | matches!(*one, b'\n' | b'\t'));
    if !gaps {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split_ascii_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.make_ascii_lowercase();
    folded
}

/// So many of some things: `3 questions`, `1 question`.
pub fn counted<N: std::fmt::Display + From<u8> + PartialEq>(many: N, things: &str) -> String {
    let things = if many == N::from(1) { things.trim_end_matches('s') } else { things };
    format!("{many} {things}")
}

/// At most forty characters of what was given, for a sentence.
pub fn short(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control()).take(41).collect();
    match kept.char_indices().nth(40) {
        Some((end, _)) => format!("{}\u{2026}", &kept[..end]),
        None => kept,
    }
}

/// The SHA-256 of some bytes as 64 hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let both = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)]));
    Sha256::digest(bytes).iter().flat_map(both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_control_characters_are_put_right() {
        assert_eq!(normal("a\r\nb\rc\u{7}\t d \n"), "a\nb\nc\t d");
        assert_eq!(normal("e\u{301}"), "é");
    }

    #[test]
    fn what_is_said_of_a_text_is_short() {
        assert_eq!(short("a\nb"), "ab");
        assert_eq!(short(&"x".repeat(40)), "x".repeat(40));
        assert_eq!(short(&"é".repeat(4_000)).chars().count(), 41);
    }

    #[test]
    fn folding_forgives_case_spaces_and_apostrophes() {
        assert_eq!(folded("  Not\u{a0}Met \n"), "not met");
        assert_eq!(folded("Children\u{2019}s"), "children's");
    }

    proptest::proptest! {
        #[test]
        fn plain_texts_are_folded_like_all_others(text in "[ -~\n\t]{0,60}") {
            let long_way = folded(&format!("\u{2019} {text}"));
            let short_way = format!("' {}", folded(&text));
            proptest::prop_assert_eq!(long_way, short_way.trim_end());
            proptest::prop_assert_eq!(normal(&format!("\u{2019}{text}")), format!("\u{2019}{}", normal(&text)));
        }
    }
}
