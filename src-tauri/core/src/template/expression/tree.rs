//! The tree of a condition.

use chrono::NaiveDate;

use crate::template::{FactName, QuestionId};

/// A condition, or a value inside one.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// One or the other.
    Or(Box<Self>, Box<Self>),
    /// Both.
    And(Box<Self>, Box<Self>),
    /// Not so.
    Not(Box<Self>),
    /// Two values compared.
    Compare(Box<Self>, Comparison, Box<Self>),
    /// One of several values.
    In(Box<Self>, Vec<Self>),
    /// Nothing stands there.
    Blank(Box<Self>),
    /// Added.
    Plus(Box<Self>, Box<Self>),
    /// Taken away.
    Minus(Box<Self>, Box<Self>),
    /// A length of time: `2 years`.
    Span(u32, Unit),
    /// `yes` or `no`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A date: `2026-09-01`.
    Date(NaiveDate),
    /// Text in quotes.
    Text(String),
    /// Something with a name.
    Name(Name),
}

/// Something with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// Today's date.
    Today,
    /// The date the return is due.
    Due,
    /// A fact about the setting.
    Fact(FactName),
    /// A part of the answer in turn (`answer.note`), or of a named question's (`school.c4.note`).
    Answer(Option<QuestionId>, Part),
}

/// What is asked of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Part {
    Value,
    Meaning,
    Target,
    Note,
    Impact,
    Area,
    Reason,
    Evidence,
    Actions,
    Overdue,
    Flagged,
    Duty,
    Priority,
}

impl Part {
    /// Every part, with its word.
    pub const WORDS: &[(&str, Self)] = &[
        ("value", Self::Value),
        ("meaning", Self::Meaning),
        ("target", Self::Target),
        ("note", Self::Note),
        ("impact", Self::Impact),
        ("area", Self::Area),
        ("reason", Self::Reason),
        ("evidence", Self::Evidence),
        ("actions", Self::Actions),
        ("overdue", Self::Overdue),
        ("flagged", Self::Flagged),
        ("duty", Self::Duty),
        ("priority", Self::Priority),
    ];

    /// The part with a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, part)| *part)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, part)| *part == self).map_or("", |(word, _)| word)
    }
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Comparison {
    /// Every comparison, with its sign; longer signs first.
    pub const SIGNS: &[(&str, Self)] = &[
        ("!=", Self::Unequal),
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("=", Self::Equal),
        ("<", Self::Less),
        (">", Self::More),
    ];

    /// Its sign.
    pub fn sign(self) -> &'static str {
        Self::SIGNS.iter().find(|(_, known)| *known == self).map_or("", |(sign, _)| sign)
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unit {
    Days,
    Months,
    Years,
}

impl Unit {
    /// The unit with a word, in the singular or the plural.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "day" | "days" => Some(Self::Days),
            "month" | "months" => Some(Self::Months),
            "year" | "years" => Some(Self::Years),
            _ => None,
        }
    }

    /// Its word in the plural.
    pub fn word(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

impl Expression {
    /// Every branch directly below this one.
    pub fn branches(&self) -> Vec<&Self> {
        match self {
            Self::Or(a, b)
            | Self::And(a, b)
            | Self::Compare(a, _, b)
            | Self::Plus(a, b)
            | Self::Minus(a, b) => {
                vec![a, b]
            }
            Self::Not(a) | Self::Blank(a) => vec![a],
            Self::In(a, list) => std::iter::once(a.as_ref()).chain(list).collect(),
            Self::Span(..)
            | Self::Flag(_)
            | Self::Number(_)
            | Self::Date(_)
            | Self::Text(_)
            | Self::Name(_) => Vec::new(),
        }
    }

    /// This and everything below it.
    pub fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.branches().into_iter().flat_map(Self::all)).collect()
    }
}
