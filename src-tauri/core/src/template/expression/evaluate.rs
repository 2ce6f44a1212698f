//! Whether a condition holds for some values.

use std::cmp::Ordering;

use chrono::{Days, Months, NaiveDate};

use super::tree::{Comparison, Expression, Name, Unit};
use crate::template::Facts;
use crate::text::folded;

/// A value of a fact, of an answer, or of a part of a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A date.
    Date(NaiveDate),
    /// Text.
    Text(String),
    /// A length of time.
    Span(u32, Unit),
}

impl Value {
    /// Text, or nothing where it is empty.
    pub fn text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }

    /// A count.
    pub fn count(count: u32) -> Self {
        Self::Number(f64::from(count))
    }
}

/// What conditions are asked of.
pub trait Values {
    /// The value of something with a name; blank where it is not known.
    fn value(&self, name: &Name) -> Value;
}

/// Facts alone: enough for when something applies.
impl Values for Facts {
    fn value(&self, name: &Name) -> Value {
        match name {
            Name::Fact(fact) => self.get(fact.as_str()).map_or(Value::Blank, |value| Value::text(value)),
            Name::Today | Name::Due | Name::Answer(..) => Value::Blank,
        }
    }
}

impl Expression {
    /// Whether the condition holds; what is blank does not.
    pub fn holds(&self, values: &dyn Values) -> bool {
        match self {
            Self::Or(a, b) => a.holds(values) || b.holds(values),
            Self::And(a, b) => a.holds(values) && b.holds(values),
            Self::Not(a) => !a.holds(values),
            Self::Compare(a, comparison, b) => compare(&a.value(values), *comparison, &b.value(values)),
            Self::In(a, list) => {
                let value = a.value(values);
                list.iter().any(|item| compare(&value, Comparison::Equal, &item.value(values)))
            }
            Self::Blank(a) => a.value(values) == Value::Blank,
            Self::Plus(..) | Self::Minus(..) | Self::Span(..) | Self::Flag(_) | Self::Number(_) => {
                says_yes(&self.value(values))
            }
            Self::Date(_) | Self::Text(_) | Self::Name(_) => says_yes(&self.value(values)),
        }
    }

    fn value(&self, values: &dyn Values) -> Value {
        match self {
            Self::Plus(a, b) => add(a.value(values), b.value(values), 1),
            Self::Minus(a, b) => add(a.value(values), b.value(values), -1),
            Self::Span(count, unit) => Value::Span(*count, *unit),
            Self::Flag(flag) => Value::Flag(*flag),
            Self::Number(number) => Value::Number(*number),
            Self::Date(date) => Value::Date(*date),
            Self::Text(text) => Value::text(text),
            Self::Name(name) => values.value(name),
            Self::Or(..)
            | Self::And(..)
            | Self::Not(_)
            | Self::Compare(..)
            | Self::In(..)
            | Self::Blank(_) => Value::Flag(self.holds(values)),
        }
    }
}

/// A bare name holds when it says yes, or counts something.
fn says_yes(value: &Value) -> bool {
    match value {
        Value::Flag(flag) => *flag,
        Value::Number(number) => *number != 0.0,
        Value::Text(text) => as_flag(text) == Some(true),
        Value::Blank | Value::Date(_) | Value::Span(..) => false,
    }
}

fn as_flag(text: &str) -> Option<bool> {
    match folded(text).as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

/// Values of different kinds are compared as what the text of one says; what cannot be compared is false.
fn compare(a: &Value, comparison: Comparison, b: &Value) -> bool {
    let Some(order) = order(a, b) else { return false };
    match comparison {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Unequal => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::More => order == Ordering::Greater,
        Comparison::AtLeast => order != Ordering::Less,
    }
}

fn order(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.partial_cmp(b),
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Flag(a), Value::Flag(b)) => Some(a.cmp(b)),
        (Value::Text(a), Value::Text(b)) => Some(folded(a).cmp(&folded(b))),
        (Value::Text(text), Value::Number(b)) => text.trim().parse::<f64>().ok()?.partial_cmp(b),
        (Value::Text(text), Value::Date(b)) => Some(text.trim().parse::<NaiveDate>().ok()?.cmp(b)),
        (Value::Text(text), Value::Flag(b)) => Some(as_flag(text)?.cmp(b)),
        (Value::Number(_) | Value::Date(_) | Value::Flag(_), Value::Text(_)) => {
            order(b, a).map(Ordering::reverse)
        }
        (Value::Blank | Value::Span(..), _) | (_, Value::Blank | Value::Span(..)) => None,
        (Value::Number(_), Value::Date(_) | Value::Flag(_))
        | (Value::Date(_), Value::Number(_) | Value::Flag(_))
        | (Value::Flag(_), Value::Number(_) | Value::Date(_)) => None,
    }
}

/// A sum, or a difference where the sign is negative; blank where the two do not go together.
fn add(a: Value, b: Value, sign: i8) -> Value {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Value::Number(a + f64::from(sign) * b),
        (Value::Date(date), Value::Span(count, unit)) => {
            shift(date, count, unit, sign).map_or(Value::Blank, Value::Date)
        }
        (Value::Text(text), span @ Value::Span(..)) => {
            text.trim().parse().map_or(Value::Blank, |date| add(Value::Date(date), span, sign))
        }
        (
            Value::Blank
            | Value::Flag(_)
            | Value::Span(..)
            | Value::Number(_)
            | Value::Date(_)
            | Value::Text(_),
            _,
        ) => Value::Blank,
    }
}

fn shift(date: NaiveDate, count: u32, unit: Unit, sign: i8) -> Option<NaiveDate> {
    let (months, days) = match unit {
        Unit::Days => (0, u64::from(count)),
        Unit::Months => (count, 0),
        Unit::Years => (count.checked_mul(12)?, 0),
    };
    let (months, days) = (Months::new(months), Days::new(days));
    if sign < 0 {
        date.checked_sub_months(months)?.checked_sub_days(days)
    } else {
        date.checked_add_months(months)?.checked_add_days(days)
    }
}
