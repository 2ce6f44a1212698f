//! One normal form for text that people typed: NFC, line ends as LF, no control characters.
//!
//! Refuses to know: what the text says.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// Text as it is stored: NFC, LF, no control characters but tab and line end, no trailing white space.
pub fn normal(text: &str) -> String {
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
    fn folding_forgives_case_spaces_and_apostrophes() {
        assert_eq!(folded("  Not\u{a0}Met \n"), "not met");
        assert_eq!(folded("Children\u{2019}s"), "children's");
    }
}
