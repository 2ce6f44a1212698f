//! The sign-off code: eighty bits of a digest, as people read it aloud, print it and type it back.
//!
//! Sixteen characters of Crockford's base 32 (no I, L, O, U) and one check character, in groups: the same
//! code, typed with small letters, spaces or dashes, with O for 0 or I or L for 1, is the same code.
//! Refuses to know: what was signed.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The check character stands for the number modulo 37, so that it has five symbols more.
const CHECKS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
const LONG: usize = 16;
const GROUP: usize = 4;

/// A sign-off code: what a text comes to, in eighty bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(u128);

impl Code {
    /// The code of a text: the first eighty bits of its SHA-256.
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        Self(digest[..10].iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte)))
    }

    /// A code as somebody typed it from a printed page.
    pub fn read(typed: &str) -> Result<Self> {
        let kept: Vec<char> = typed.chars().filter(|c| !is_between(*c)).map(meant).collect();
        if kept.len() != LONG + 1 {
            return Err(wrong_length(kept.len()));
        }
        let bits = kept[..LONG].iter().try_fold(0_u128, |bits, c| Some(bits << 5 | place(DIGITS, *c)?));
        let found = bits.ok_or_else(slip)?;
        let check = place(CHECKS, kept[LONG]).ok_or_else(slip)?;
        if found % 37 == check { Ok(Self(found)) } else { Err(slip()) }
    }
}

impl std::fmt::Display for Code {
    /// In groups of four, the check character last: `7K2M-Q9XW-4TBD-0H3F-C`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for index in 0..LONG {
            if index > 0 && index % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", symbol(DIGITS, self.0 >> (5 * (LONG - 1 - index)) & 31))?;
        }
        write!(f, "-{}", symbol(CHECKS, self.0 % 37))
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for Code {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        Self::read(&text)
    }
}

fn symbol(of: &[u8], place: u128) -> char {
    let place = usize::try_from(place).expect("a remainder of at most 36");
    char::from(of[place])
}

fn place(of: &[u8], wanted: char) -> Option<u128> {
    let found = of.iter().position(|symbol| char::from(*symbol) == wanted)?;
    u128::try_from(found).ok()
}

/// What stands between groups: spaces, dashes of every length, full stops.
fn is_between(c: char) -> bool {
    c.is_whitespace() || c == '-' || c == '.' || ('\u{2010}'..='\u{2015}').contains(&c) || c == '\u{2212}'
}

/// The symbol that was meant: capitals, and the digits that letters are taken for.
fn meant(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn wrong_length(found: usize) -> Error {
    Error::input(format!("A sign-off code has 17 letters and digits; {found} were typed."))
        .hint("Copy it from the printed page, with or without the dashes.")
}

fn slip() -> Error {
    Error::input("There is a slip in that sign-off code: its last character does not fit the others.")
        .hint("Compare it with the printed page, character by character.")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_code_of_a_text_is_settled_for_ever() {
        assert_eq!(Code::of("").to_string(), "WERC-8GMR-ZGE1-96QV-M");
        assert_eq!(Code::of("attest sign-off 1\n").to_string(), "KFQZ-G3SQ-551H-GTYD-X");
        assert_ne!(Code::of("attest"), Code::of("Attest"));
    }

    #[test]
    fn what_is_no_code_is_refused_in_a_sentence() {
        let good = Code::of("x").to_string();
        let swapped = good.replacen(&good[0..1], if good.starts_with('7') { "8" } else { "7" }, 1);
        for typed in
            ["", "ABCD", &format!("{good}0"), &swapped, &"U".repeat(17), &"é".repeat(17), &"#".repeat(90_000)]
        {
            let error = Code::read(typed).expect_err("it is no code");
            assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{}", error.message);
        }
    }

    proptest! {
        #[test]
        fn a_code_survives_the_telephone(text in ".{0,40}", between in "[ \u{2013}.-]{0,3}", small: bool) {
            let code = Code::of(&text);
            let printed = code.to_string();
            let respelt = printed.replace('0', "o").replace('1', "l").replace('-', &between);
            let typed = if small { respelt.to_lowercase() } else { respelt };
            prop_assert_eq!(Code::read(&typed), Ok(code));
        }

        #[test]
        fn one_wrong_character_is_always_noticed(text in ".{0,20}", at in 0..17_usize, other in 0..32_usize) {
            let mut typed: Vec<char> = Code::of(&text).to_string().replace('-', "").chars().collect();
            let put = char::from(DIGITS[other]);
            prop_assume!(typed[at] != put);
            typed[at] = put;
            prop_assert!(Code::read(&typed.iter().collect::<String>()).is_err());
        }
    }
}
