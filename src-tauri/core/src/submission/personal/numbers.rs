//! Numbers that name a child: the unique pupil number with its check letter, the NHS number with its check digit.
//!
//! A number that is called one in so many words is shown even where its check fails: it was mistyped, not made up.

use super::words::Words;
use super::{Sighting, What};

/// The letters of a UPN, by value.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
/// How many words back a number may be called what it is.
const REACH: usize = 4;

/// Unique pupil numbers: a letter and twelve digits, the last of which is a letter in a temporary one.
pub(super) fn upns(words: &Words<'_>) -> Vec<Sighting> {
    let bytes = words.text().as_bytes();
    let starts =
        words.all.iter().enumerate().filter(|(_, word)| word.text.as_bytes()[0].is_ascii_alphabetic());
    starts
        .filter_map(|(at, word)| {
            let (number, end) = collected(bytes, word.start, 13)?;
            let right = is_upn(&number)? || is_called(words, at, &["upn", "upns"]);
            right.then_some(Sighting { what: What::Upn, start: word.start, end })
        })
        .collect()
}

/// So many letters and digits from a place on, with single spaces or hyphens between the digits; in capitals.
fn collected(bytes: &[u8], start: usize, count: usize) -> Option<(Vec<u8>, usize)> {
    let mut kept = Vec::with_capacity(count);
    let mut at = start;
    while kept.len() < count {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            kept.push(byte.to_ascii_uppercase());
        } else if !matches!(byte, b' ' | b'-') || !bytes.get(at + 1)?.is_ascii_digit() {
            return None;
        }
        at += 1;
    }
    let goes_on = bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    (!goes_on).then_some((kept, at))
}

/// Whether the check letter is right; nothing where the form is no UPN's.
fn is_upn(number: &[u8]) -> Option<bool> {
    let (check, rest) = number.split_first()?;
    let (last, digits) = rest.split_last()?;
    let value = |letter: u8| LETTERS.iter().position(|known| *known == letter);
    let last = if last.is_ascii_digit() { usize::from(last - b'0') } else { value(*last)? };
    if !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let values = digits.iter().map(|digit| usize::from(digit - b'0')).chain([last]);
    let sum: usize = values.zip(2..).map(|(value, weight)| value * weight).sum();
    Some(value(*check)? == sum % LETTERS.len())
}

/// NHS numbers: ten digits, alone or in groups of three, three and four.
pub(super) fn nhs_numbers(words: &Words<'_>) -> Vec<Sighting> {
    (0..words.all.len()).filter_map(|at| nhs_number(words, at)).collect()
}

fn nhs_number(words: &Words<'_>, at: usize) -> Option<Sighting> {
    let (digits, end, grouped) = ten_digits(words, at)?;
    let called = is_called(words, at, &["nhs"]);
    let plausible = grouped || matches!(digits[0], 4 | 6 | 7 | 9);
    let right = called || (plausible && is_nhs(&digits));
    right.then_some(Sighting { what: What::Nhs, start: words.all[at].start, end })
}

/// Ten digits from a word on, where they end, and whether they stand in groups.
fn ten_digits(words: &Words<'_>, at: usize) -> Option<(Vec<u32>, usize, bool)> {
    let lengths: Vec<usize> = (at..at + 3).map(|at| words.as_is(at).len()).collect();
    let grouped =
        lengths == [3, 3, 4] && (at..at + 2).all(|at| matches!(words.gap(at), " " | "-" | "\u{a0}"));
    let count = if grouped { 3 } else { 1 };
    let text: String = (at..at + count).map(|at| words.as_is(at)).collect();
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    let last = words.all.get(at + count - 1)?;
    (digits.len() == 10).then_some((digits, last.end, grouped))
}

fn is_nhs(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().take(9).zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 11;
    check == digits[9] && digits.iter().any(|digit| *digit != digits[0])
}

/// Whether one of these words stands a little before, in the same sentence.
fn is_called(words: &Words<'_>, at: usize, names: &[&str]) -> bool {
    let from = words.sentence(at).start.max(at.saturating_sub(REACH));
    (from..at).any(|before| names.contains(&words.lower(before)))
}
