//! A date that somebody typed as text, or that a program made a number: what day it says, and how sure that is.
//!
//! Refuses to know: cells, and what the date is for.

use chrono::{Datelike, NaiveDate};

/// What a text says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// One day, in the form that is kept.
    Plain(NaiveDate),
    /// One day, in another form.
    Sure(NaiveDate),
    /// The day comes first, or the month: both give a day.
    Either(NaiveDate, NaiveDate),
    /// No day.
    Nothing,
}

/// Numbers that are days between 1954 and 2119, in the count that Excel keeps.
const DAYS: std::ops::Range<f64> = 20_000.0..80_000.0;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A part of a date.
enum Piece {
    Number { value: u32, digits: usize },
    Month(u32),
}

/// The day that a text says.
pub fn said(text: &str) -> Said {
    let text = text.trim();
    if let (10, Ok(day)) = (text.len(), NaiveDate::parse_from_str(text, "%Y-%m-%d")) {
        return Said::Plain(day);
    }
    if let Some(day) = text.parse().ok().and_then(counted) {
        return Said::Sure(day);
    }
    let Some(pieces) = pieces(&timeless(text).to_lowercase()) else { return Said::Nothing };
    match pieces.as_slice() {
        [
            Piece::Number { value: year, digits: 4 },
            Piece::Number { value: month, .. },
            Piece::Number { value: day, digits: 1..=2 },
        ] => sure(*year, *month, *day),
        [
            Piece::Number { value: one, digits: 1..=2 },
            Piece::Number { value: other, digits: 1..=2 },
            year,
        ] => numbered(*one, *other, year),
        [Piece::Number { value: day, digits: 1..=2 }, Piece::Month(month), year]
        | [Piece::Month(month), Piece::Number { value: day, digits: 1..=2 }, year] => match year.year() {
            Some(year) => sure(year, *month, *day),
            None => Said::Nothing,
        },
        _ => Said::Nothing,
    }
}

/// The day of a number that a program made of a date.
pub fn counted(number: f64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let whole =
        DAYS.contains(&number).then(|| chrono::TimeDelta::try_days(number.floor() as i64)).flatten()?;
    first.checked_add_signed(whole)
}

/// A text without a time of day behind it.
fn timeless(text: &str) -> &str {
    let time = |rest: &str| {
        rest.contains(':') && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z' | '+'))
    };
    match text.split_once(['T', ' ']) {
        Some((day, rest)) if time(rest) => day,
        Some(_) | None => text,
    }
}

/// Numbers and months; none where anything else stands there but the day of the week.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let words = text.split(|c: char| c.is_whitespace() || ",./-\u{2013}".contains(c));
    let mut pieces = Vec::new();
    for word in words.filter(|word| !word.is_empty() && *word != "of" && *word != "the") {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &word[digits.len()..];
        match digits.parse() {
            Ok(value) if ["", "st", "nd", "rd", "th"].contains(&ending) => {
                pieces.push(Piece::Number { value, digits: digits.len() });
            }
            Err(_) if weekday(word) => {}
            Ok(_) | Err(_) => pieces.push(Piece::Month(month(word)?)),
        }
    }
    Some(pieces)
}

fn weekday(word: &str) -> bool {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3 && days.iter().any(|day| day.starts_with(word))
}

fn month(word: &str) -> Option<u32> {
    let short = if word == "sept" { "sep" } else { word };
    let at = MONTHS.iter().position(|month| short.len() >= 3 && month.starts_with(short))?;
    u32::try_from(at + 1).ok()
}

impl Piece {
    /// A year of four digits, or of two after 2000.
    fn year(&self) -> Option<u32> {
        match self {
            Self::Number { value, digits: 4 } => Some(*value),
            Self::Number { value, digits: 2 } => Some(2000 + value),
            Self::Number { .. } | Self::Month(_) => None,
        }
    }
}

fn sure(year: u32, month: u32, day: u32) -> Said {
    date(year, month, day).map_or(Said::Nothing, Said::Sure)
}

/// Two numbers and a year: the day comes first here, the month first elsewhere.
fn numbered(one: u32, other: u32, year: &Piece) -> Said {
    let Some(year) = year.year() else { return Said::Nothing };
    match (date(year, other, one), date(year, one, other)) {
        (Some(first), Some(second)) if first == second => Said::Sure(first),
        (Some(first), Some(second)) => Said::Either(first, second),
        (Some(only), None) | (None, Some(only)) => Said::Sure(only),
        (None, None) => Said::Nothing,
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok()?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| date.year() >= 1900)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn a_day_is_read_in_the_forms_that_people_and_programs_give_it() {
        let fourteenth = day(2026, 9, 14);
        for text in [
            "14 September 2026",
            "14-Sep-26",
            "Monday 14th of September, 2026",
            "Sept 14, 2026",
            "14/09/2026",
            "14.9.26",
            "09/14/2026",
            "2026/9/14",
            "2026-09-14T00:00:00",
            "2026-09-14 09:30:00.000",
            "46279",
        ] {
            assert_eq!(said(text), Said::Sure(fourteenth), "{text}");
        }
        assert_eq!(said("2026-09-14"), Said::Plain(fourteenth));
        assert_eq!(said("5/5/2027"), Said::Sure(day(2027, 5, 5)));
    }

    #[test]
    fn what_could_be_two_days_is_said_and_what_is_none_is_none() {
        assert_eq!(said("03/04/2027"), Said::Either(day(2027, 4, 3), day(2027, 3, 4)));
        for text in [
            "",
            "September 2026",
            "31/02/2027",
            "last spring",
            "14/09",
            "2026",
            "14 Sep",
            "12/2026",
            "1.2.3.4",
        ] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }
}
