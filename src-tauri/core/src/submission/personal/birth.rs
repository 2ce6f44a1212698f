//! Dates of birth: a date that is called one, or one of a child's age right beside a name.
//!
//! Refuses to know: dates of training, meetings and policies; their words nearby speak against a birth.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::named::{self, Name, Sure};
use super::words::Words;
use super::{Sighting, What, staff};

/// What a date of birth is called.
const CALLED: &[&str] = &["dob", "d.o.b", "born", "birth", "birthday", "birthdate", "b'day", "dobs"];
/// The beginnings of words that speak of something done on a day.
const EVENTS: &[&str] = &[
    "train",
    "course",
    "certif",
    "complet",
    "attend",
    "approv",
    "review",
    "updat",
    "sign",
    "meeting",
    "minut",
    "visit",
    "audit",
    "dated",
    "policy",
    "since",
    "until",
    "due",
    "check",
    "dbs",
    "issue",
    "renew",
    "appoint",
    "join",
    "start",
    "induct",
    "refresh",
    "level",
    "ratif",
    "publish",
    "version",
    "report",
    "email",
    "letter",
    "survey",
    "ofsted",
    "inspect",
    "agreed",
    "adopted",
    "barred",
    "refer",
    "sampled",
    "samples",
    "post",
    "qualif",
    "expire",
    "valid",
    "employ",
    "govern",
    "deliver",
    "led",
    "read",
    "ran",
    "held",
    "interview",
    "apprais",
    "supervis",
    "log",
    "assess",
    "brief",
];
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date of birth, with the name that stands beside it.
#[derive(Debug, Clone)]
pub(super) struct Birth {
    pub sighting: Sighting,
    pub name: Option<Range<usize>>,
}

/// The dates of birth in a text.
pub(super) fn births(words: &Words<'_>, today: NaiveDate) -> Vec<Birth> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.all.len() {
        let Some((date, count)) = date(words, at, today) else {
            at += 1;
            continue;
        };
        found.extend(birth(words, at..at + count, date, today));
        at += count;
    }
    found
}

fn birth(words: &Words<'_>, at: Range<usize>, date: NaiveDate, today: NaiveDate) -> Option<Birth> {
    let sighting = words.sighting(What::Dob, at.clone())?;
    let beside = name_beside(words, &at);
    let name = beside.map(|name| name.at);
    if date > today {
        return None;
    }
    if is_called(words, &at) {
        return Some(Birth { sighting, name });
    }
    let age = (today - date).num_days() / 365;
    let staff = name.as_ref().is_some_and(|name| staff::is_staff(words, name));
    let child = (3..19).contains(&age) && !staff && !is_event(words, &at);
    (child && name.is_some()).then_some(Birth { sighting, name })
}

/// Whether a date is called a date of birth, a little before or right after.
fn is_called(words: &Words<'_>, at: &Range<usize>) -> bool {
    let start = words.sentence(at.start).start.max(at.start.saturating_sub(4));
    let end = words.sentence(at.end - 1).end.min(at.end + 2);
    let spelt =
        |near: usize| ["d", "o", "b"].iter().zip(near..).all(|(letter, at)| words.lower(at) == *letter);
    let near = (start..at.start).chain(at.end..end);
    near.into_iter()
        .any(|near| CALLED.contains(&words.lower(near)) || (words.lower(near) == "d" && spelt(near)))
        || (at.start >= 3 && spelt(at.start - 3))
}

fn is_event(words: &Words<'_>, at: &Range<usize>) -> bool {
    let sentence = words.sentence(at.start);
    sentence.into_iter().any(|near| {
        let lower = words.lower(near);
        EVENTS.iter().any(|event| lower.starts_with(event)) || staff::is_role(lower)
    })
}

/// A name right beside a date: two words, or a first name alone.
fn name_beside(words: &Words<'_>, at: &Range<usize>) -> Option<Name> {
    let before = at.start.checked_sub(1).filter(|last| words.is_close(*last));
    let before = before.and_then(|_| named::name_before(words, at.start));
    let after = words.is_close(at.end - 1).then(|| named::name(words, at.end)).flatten();
    before.into_iter().chain(after).find(|name| name.sure > Sure::Bare)
}

/// A date that begins at a word, and how many words it takes.
fn date(words: &Words<'_>, at: usize, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let year = |word: &str| full_year(word, today);
    let [first, second, third] = [0, 1, 2].map(|place| words.lower(at + place));
    let gaps = [words.gap(at), words.gap(at + 1)];
    let same = gaps[0] == gaps[1] && matches!(gaps[0], "/" | "." | "-" | "_" | " / ");
    let spaced = gaps.iter().all(|gap| matches!(*gap, " " | ", " | "\u{a0}" | "-"));
    let made = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, 3));
    if same && first.len() == 4 {
        return made(year(first)?, number(second)?, number(third)?);
    }
    if same && first.len() <= 2 && second.len() <= 2 {
        return made(year(third)?, number(second)?, number(first)?);
    }
    if spaced {
        return match (month(first), month(second)) {
            (_, Some(month)) => made(year(third)?, month, number(ordinal(first))?),
            (Some(month), None) => made(year(third)?, month, number(ordinal(second))?),
            (None, None) => None,
        };
    }
    None
}

fn number(word: &str) -> Option<u32> {
    (word.len() <= 2).then(|| word.parse().ok()).flatten()
}

fn ordinal(word: &str) -> &str {
    word.trim_end_matches(|c: char| c.is_alphabetic())
}

fn month(word: &str) -> Option<u32> {
    let place =
        MONTHS.iter().position(|month| word.starts_with(month) && word.chars().all(char::is_alphabetic))?;
    u32::try_from(place + 1).ok()
}

/// A year in four digits, or in two as people of today write it.
fn full_year(word: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    match word.len() {
        4 => (1900..2200).contains(&year).then_some(year),
        2 if year <= today.year() % 100 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}
