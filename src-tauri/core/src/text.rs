//! One normal form for text that people typed: NFC, line ends as LF, no control characters.
//!
//! Refuses to know: what the text says.

pub mod find;

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text as it is stored: NFC, LF, no control characters but tab and line end, no trailing white space.
pub fn normal(text: &str) -> String {
    // Nearly every text is in this form already, which is far quicker seen than made.
    if text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control())
        && is_nfc_quick(text.chars()) == IsNormalized::Yes
    {
        return text.trim_end().to_owned();
    }
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = lines.nfc().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    kept.trim_end().to_owned()
}

/// Text as it is compared: normal form, white space folded to single spaces, lower case, apostrophes straight.
pub fn folded(text: &str) -> String {
    let straight =
        normal(text).replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"");
    straight.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
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
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
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
}
