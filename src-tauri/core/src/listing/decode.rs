//! The bytes of a field as text: UTF-8 where they are that, else Windows-1252, as the national register comes.

use std::borrow::Cow;

/// What the bytes 0x80 to 0x9F are in Windows-1252; those that it leaves open stand for themselves.
const HIGH: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
    '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// The text of some bytes; whatever they are, it is a text.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| letter(*byte)).collect()),
    }
}

fn letter(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ascii_or_latin => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_codings_are_read() {
        assert_eq!(super::text("Ysgol Llŷn – St Anne’s".as_bytes()), "Ysgol Llŷn – St Anne’s");
        assert_eq!(super::text(b"St Anne\x92s \x96 caf\xe9"), "St Anne\u{2019}s \u{2013} caf\u{e9}");
        assert_eq!(super::text(b"plain"), "plain");
    }
}
