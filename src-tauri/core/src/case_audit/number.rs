//! The number of a case: what stands for a child in an audit, and what can only be a child.
//!
//! A name, initials, a date of birth, a pupil's, patient's or telephone number is refused, with what to write instead.
//! It sees one text, so it is strict: a word that is not known as the beginning of a number may be a name.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::submission::personal;
use crate::text::{normal, short};

/// The number of a case, in capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(transparent)]
pub struct CaseNumber(pub(super) String);

/// The longest number.
const LONGEST: usize = 24;

/// Words that a number begins with, of files, teams and systems.
const KNOWN: &[&str] = &[
    "AUDIT", "CAMHS", "CASE", "CHILD", "CIC", "CIN", "CLA", "CP", "DIP", "EH", "EHA", "EHM", "FAMILY",
    "FILE", "ICS", "ID", "LAC", "LCS", "MAA", "MACA", "MACE", "MARAC", "MASA", "MASH", "NO", "NR", "NUMBER",
    "RECORD", "REF", "SAMPLE", "TAF", "YJS", "YOT",
];

/// Signs that may stand between the parts of a number.
const BETWEEN: &str = " -/._#";

/// What to write instead.
const INSTEAD: &str = "Write the number that the partnership gave the case, such as C-07 or 2027/014. A name, \
    initials, a date of birth, or a number from a record never stands here.";

impl CaseNumber {
    /// The number that was typed; what can be a child is refused.
    pub fn read(typed: &str, today: NaiveDate) -> Result<Self> {
        let text = normal(typed).split_whitespace().collect::<Vec<_>>().join(" ");
        let refused = |why: String| Err(Error::input(why).hint(INSTEAD));
        if text.is_empty() {
            return refused("The number of the case is blank.".to_owned());
        }
        if text.chars().count() > LONGEST {
            return refused(format!(
                "\u{201c}{}\u{201d} is too long for the number of a case.",
                short(&text)
            ));
        }
        match looks_like(&text, today) {
            None => Ok(Self(text.to_uppercase())),
            Some(what) => refused(format!("\u{201c}{}\u{201d} looks like {what}.", short(&text))),
        }
    }

    /// A number that was read before and kept.
    pub(crate) fn kept(number: String) -> Self {
        Self(number)
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether two are the same number, however their parts are held together.
    pub fn is(&self, other: &Self) -> bool {
        let bare = |one: &Self| one.0.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        bare(self) == bare(other)
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a text looks like that is no number of a case.
fn looks_like(text: &str, today: NaiveDate) -> Option<&'static str> {
    let parts = parts(text);
    let words: Vec<&str> = parts.iter().copied().filter(|part| is_word(part)).collect();
    if words.iter().any(|word| may_be_name(word)) {
        return Some("a name");
    }
    if text.chars().any(|c| !c.is_ascii_alphanumeric() && !BETWEEN.contains(c)) {
        return Some("something else than a number: only letters, figures and - / . _ # are used");
    }
    if may_be_date(text) {
        return Some("a date of birth");
    }
    if !personal::find(text, today).is_empty() {
        return Some("a number or an address from a person\u{2019}s record");
    }
    if may_be_initials(&parts) {
        return Some("initials");
    }
    (!text.contains(|c: char| c.is_ascii_digit())).then_some("no number: it holds no figure")
}

/// A text as runs of letters and runs of figures.
fn parts(text: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphabetic(), c.is_numeric());
    let (mut parts, mut from) = (Vec::new(), 0);
    let mut last = None;
    for (at, c) in text.char_indices() {
        if last.is_some_and(|last| last != kind(c)) {
            parts.push(&text[from..at]);
            from = at;
        }
        last = Some(kind(c));
    }
    parts.push(&text[from..]);
    parts.into_iter().filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}

fn is_word(part: &str) -> bool {
    part.chars().any(char::is_alphabetic)
}

fn is_known(word: &str) -> bool {
    KNOWN.contains(&word.to_uppercase().as_str())
}

/// Whether a word can be said: one that is not known as a beginning may be a name. Three letters without a vowel are none.
fn may_be_name(word: &str) -> bool {
    let length = word.chars().count();
    let said = word.contains(|c: char| "AEIOUYaeiouy".contains(c));
    let small = length > 1 && word.contains(char::is_lowercase);
    !is_known(word) && (!word.is_ascii() || small || length > 5 || (length > 2 && said))
}

/// Single letters after one another, or two letters with no more than an age beside them.
fn may_be_initials(parts: &[&str]) -> bool {
    let single = |part: &&str| is_word(part) && part.len() == 1;
    let apart = parts.windows(2).any(|two| two.iter().all(single));
    let figures: usize = parts.iter().filter(|part| !is_word(part)).map(|part| part.len()).sum();
    let two = parts.iter().any(|part| is_word(part) && part.len() == 2 && !is_known(part));
    apart || (two && figures < 3)
}

/// Three groups of figures that are a date, or eight figures in a row that are one.
fn may_be_date(text: &str) -> bool {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|one| !one.is_empty()).collect();
    let valid = |year: &str, month: &str, day: &str| {
        let number = |text: &str| text.parse::<u32>().unwrap_or(0);
        let year = match year.len() {
            2 => number(year) + 2000,
            _ => number(year),
        };
        (1980..2100).contains(&year)
            && NaiveDate::from_ymd_opt(i32::try_from(year).unwrap_or(0), number(month), number(day)).is_some()
    };
    let three = groups.windows(3).any(|three| {
        let [a, b, c] = [three[0], three[1], three[2]];
        let short = |one: &str| one.len() <= 2;
        (short(a) && short(b) && (c.len() == 2 || c.len() == 4) && (valid(c, b, a) || valid(c, a, b)))
            || (a.len() == 4 && short(b) && short(c) && valid(a, b, c))
    });
    let eight = groups.iter().filter(|one| one.len() == 8);
    let mut eight =
        eight.map(|one| valid(&one[4..], &one[2..4], &one[..2]) || valid(&one[..4], &one[4..6], &one[6..]));
    three || eight.any(|date| date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2027-03-02".parse().expect("a date")
    }

    #[test]
    fn numbers_of_cases_are_read_and_stand_in_capitals() {
        for (typed, kept) in [
            ("C-07", "C-07"),
            (" case  7 ", "CASE 7"),
            ("2027/014", "2027/014"),
            ("mash-2027-014", "MASH-2027-014"),
            ("LCS 1234567", "LCS 1234567"),
            ("12", "12"),
            ("c7", "C7"),
            ("Case No. 3", "CASE NO. 3"),
            ("SPT 0412", "SPT 0412"),
            ("AB-014", "AB-014"),
            ("MAA27_03", "MAA27_03"),
        ] {
            let read = CaseNumber::read(typed, today());
            assert_eq!(read.as_ref().map(CaseNumber::as_str), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_can_be_a_child_is_refused_with_what_to_write_instead() {
        for (typed, looks) in [
            ("Ella", "a name"),
            ("ELLA 7", "a name"),
            ("ella-014", "a name"),
            ("Ava 2027/014", "a name"),
            ("MIA-014", "a name"),
            ("Smith J 014", "a name"),
            ("Zo\u{eb} 4", "a name"),
            ("Case Ella 7", "a name"),
            ("12 May 2012", "a name"),
            ("Child A (Ella)", "a name"),
            ("J.S. 14", "initials"),
            ("J S 2014", "initials"),
            ("JS 14", "initials"),
            ("ES-9", "initials"),
            ("12/05/2012", "a date of birth"),
            ("12.5.12", "a date of birth"),
            ("C 2012-05-12", "a date of birth"),
            ("12052012", "a date of birth"),
            ("MASH", "no number"),
            ("C", "no number"),
            ("7 & 8", "something else"),
            ("943 476 5919", "a number or an address from a person"),
            ("SW1A 2AA", "a number or an address from a person"),
        ] {
            let refused = CaseNumber::read(typed, today()).expect_err(typed);
            assert!(refused.message.contains(looks), "{typed}: {}", refused.message);
            assert!(refused.hint.contains("C-07"), "{typed} is told what to write");
        }
        CaseNumber::read("  ", today()).expect_err("blank");
        CaseNumber::read(&"1".repeat(25), today()).expect_err("too long");
    }

    #[test]
    fn the_same_number_is_known_however_it_is_held_together() {
        let read = |typed: &str| CaseNumber::read(typed, today()).expect(typed);
        assert!(read("C-07").is(&read("c07")));
        assert!(!read("C-07").is(&read("C-70")));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused_with_a_sentence(typed in "\\PC{0,30}") {
            match CaseNumber::read(&typed, today()) {
                Ok(number) => proptest::prop_assert!(number.0.contains(|c: char| c.is_ascii_digit())),
                Err(error) => proptest::prop_assert!(error.message.ends_with('.') && !error.hint.is_empty()),
            }
        }
    }
}
