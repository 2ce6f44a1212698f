//! Prints the tree of a condition as text that reads into the same tree.

use std::fmt::{Display, Formatter, Result};

use super::tree::{Expression, Name, Part};

impl Display for Expression {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Or(a, b) => write!(f, "{} or {}", Inside(a, 0), Inside(b, 1)),
            Self::And(a, b) => write!(f, "{} and {}", Inside(a, 1), Inside(b, 2)),
            Self::Not(inside) => match inside.as_ref() {
                Self::Blank(a) => write!(f, "{} is not blank", Inside(a, 4)),
                other => write!(f, "not {}", Inside(other, 2)),
            },
            Self::Compare(a, comparison, b) => {
                write!(f, "{} {} {}", Inside(a, 4), comparison.sign(), Inside(b, 4))
            }
            Self::In(a, list) => {
                let items: Vec<String> = list.iter().map(|item| Inside(item, 4).to_string()).collect();
                write!(f, "{} in ({})", Inside(a, 4), items.join(", "))
            }
            Self::Blank(a) => write!(f, "{} is blank", Inside(a, 4)),
            Self::Plus(a, b) => write!(f, "{} + {}", Inside(a, 4), Inside(b, 5)),
            Self::Minus(a, b) => write!(f, "{} - {}", Inside(a, 4), Inside(b, 5)),
            Self::Span(count, unit) => write!(f, "{count} {}", unit.word()),
            Self::Flag(true) => f.write_str("yes"),
            Self::Flag(false) => f.write_str("no"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "{date}"),
            Self::Text(text) if text.contains(['"', '\u{201c}', '\u{201d}']) => write!(f, "'{text}'"),
            Self::Text(text) => write!(f, "\"{text}\""),
            Self::Name(name) => name.fmt(f),
        }
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Due => f.write_str("due"),
            Self::Fact(fact) => write!(f, "fact.{fact}"),
            Self::Answer(None, Part::Value) => f.write_str("answer"),
            Self::Answer(Some(question), Part::Value) => write!(f, "{question}.value"),
            Self::Answer(None, part) => write!(f, "answer.{}", part.word()),
            Self::Answer(Some(question), part) => write!(f, "{question}.{}", part.word()),
        }
    }
}

/// An expression inside another: in brackets where it binds less tightly than what is around it.
struct Inside<'a>(&'a Expression, u8);

impl Display for Inside<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if binding(self.0) < self.1 { write!(f, "({})", self.0) } else { write!(f, "{}", self.0) }
    }
}

fn binding(expression: &Expression) -> u8 {
    match expression {
        Expression::Or(..) => 0,
        Expression::And(..) => 1,
        // `x is not blank` stands as tightly as a comparison, but is read as a negation.
        Expression::Not(_) => 2,
        Expression::Compare(..) | Expression::In(..) | Expression::Blank(_) => 3,
        Expression::Plus(..) | Expression::Minus(..) => 4,
        Expression::Span(..)
        | Expression::Flag(_)
        | Expression::Number(_)
        | Expression::Date(_)
        | Expression::Text(_)
        | Expression::Name(_) => 5,
    }
}
