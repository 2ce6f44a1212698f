//! Reads the text of a condition into its tree.

use super::lex::{Token, tokens};
use super::tree::{Expression, Name, Part, Unit};
use crate::template::{FactName, QuestionId};

/// How deep brackets and `not` may go.
const DEEPEST: usize = 64;

/// The longest condition.
const LONGEST: usize = 2_000;

/// Why a text is no condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The letter where it stands, counted from 1.
    pub at: usize,
    /// What was found.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Mistake {
    pub(super) fn new(at: usize, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { at, message: message.into(), hint: hint.into() }
    }
}

impl Expression {
    /// Reads a condition.
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        if text.chars().count() > LONGEST {
            return Err(Mistake::new(1, "the condition is too long", "Shorten it to 2,000 letters."));
        }
        let tokens = tokens(text)?;
        let mut reading = Reading { tokens: &tokens, next: 0, depth: 0, end: text.chars().count() + 1 };
        let whole = reading.or()?;
        match reading.peek() {
            None => Ok(whole),
            Some(_) => {
                Err(reading.wrong("the condition should have ended", "Join two conditions with and, or."))
            }
        }
    }
}

struct Reading<'a> {
    tokens: &'a [(usize, Token)],
    next: usize,
    depth: usize,
    end: usize,
}

type Parsed = Result<Expression, Mistake>;

impl Reading<'_> {
    fn or(&mut self) -> Parsed {
        let mut left = self.and()?;
        while self.takes_word("or") {
            left = Expression::Or(Box::new(left), Box::new(self.and()?));
        }
        Ok(left)
    }

    fn and(&mut self) -> Parsed {
        let mut left = self.not()?;
        while self.takes_word("and") {
            left = Expression::And(Box::new(left), Box::new(self.not()?));
        }
        Ok(left)
    }

    fn not(&mut self) -> Parsed {
        if self.takes_word("not") {
            return self.deeper(|reading| Ok(Expression::Not(Box::new(reading.not()?))));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Parsed {
        let left = Box::new(self.sum()?);
        if let Some(Token::Compare(comparison)) = self.peek() {
            let comparison = *comparison;
            self.next += 1;
            return Ok(Expression::Compare(left, comparison, Box::new(self.sum()?)));
        }
        if self.takes_word("in") {
            return Ok(Expression::In(left, self.list()?));
        }
        if self.takes_word("is") {
            return self.blank(left);
        }
        Ok(*left)
    }

    fn blank(&mut self, left: Box<Expression>) -> Parsed {
        let negated = self.takes_word("not");
        if !self.takes_word("blank") {
            return Err(self.wrong(
                "only \u{201c}blank\u{201d} can follow \u{201c}is\u{201d}",
                "Write is blank, is not blank, or compare with =.",
            ));
        }
        let blank = Expression::Blank(left);
        Ok(if negated { Expression::Not(Box::new(blank)) } else { blank })
    }

    fn list(&mut self) -> Result<Vec<Expression>, Mistake> {
        self.expect(
            &Token::Open,
            "a list in brackets should follow \u{201c}in\u{201d}",
            "Write in (\"one\", \"two\").",
        )?;
        let mut items = vec![self.sum()?];
        while self.takes(&Token::Comma) {
            items.push(self.sum()?);
        }
        self.expect(&Token::Close, "a bracket is not closed", "Close it with ).")?;
        Ok(items)
    }

    fn sum(&mut self) -> Parsed {
        let mut left = self.single()?;
        loop {
            left = if self.takes(&Token::Plus) {
                Expression::Plus(Box::new(left), Box::new(self.single()?))
            } else if self.takes(&Token::Minus) {
                Expression::Minus(Box::new(left), Box::new(self.single()?))
            } else {
                return Ok(left);
            };
        }
    }

    fn single(&mut self) -> Parsed {
        let token = self.peek().cloned();
        self.next += 1;
        match token {
            Some(Token::Number(number)) => Ok(self.number(number)),
            Some(Token::Date(date)) => Ok(Expression::Date(date)),
            Some(Token::Text(text)) => Ok(Expression::Text(text)),
            Some(Token::Word(word)) => self.name(&word),
            Some(Token::Open) => self.deeper(|reading| {
                let inside = reading.or()?;
                reading.expect(&Token::Close, "a bracket is not closed", "Close it with ).")?;
                Ok(inside)
            }),
            Some(Token::Compare(_) | Token::Plus | Token::Minus | Token::Close | Token::Comma) | None => {
                self.next -= 1;
                Err(self.wrong(
                    "a value is missing",
                    "Put a fact, an answer, a number, a date or text in quotes.",
                ))
            }
        }
    }

    fn number(&mut self, number: f64) -> Expression {
        let unit = match self.peek() {
            Some(Token::Word(word)) => Unit::of(word),
            Some(_) | None => None,
        };
        match unit {
            Some(unit) if number.fract() == 0.0 && number <= 10_000.0 => {
                self.next += 1;
                Expression::Span(format!("{number}").parse().unwrap_or(0), unit)
            }
            Some(_) | None => Expression::Number(number),
        }
    }

    fn name(&mut self, word: &str) -> Parsed {
        let (before, last) = word.rsplit_once('.').unwrap_or(("", word));
        Ok(match (before, last) {
            ("", "yes" | "true") => Expression::Flag(true),
            ("", "no" | "false") => Expression::Flag(false),
            ("", "today") => Expression::Name(Name::Today),
            ("", "due") => Expression::Name(Name::Due),
            ("", "answer") => Expression::Name(Name::Answer(None, Part::Value)),
            ("", "and" | "or" | "not" | "in" | "is" | "blank") => {
                self.next -= 1;
                return Err(self.wrong(
                    "a value is missing",
                    "Put a fact, an answer, a number, a date or text in quotes.",
                ));
            }
            ("", fact) => Expression::Name(Name::Fact(FactName::from(fact))),
            ("fact", fact) => Expression::Name(Name::Fact(FactName::from(fact))),
            (question, part) => Expression::Name(self.answer(question, part, word)?),
        })
    }

    fn answer(&mut self, question: &str, part: &str, word: &str) -> Result<Name, Mistake> {
        match (question, Part::of(part)) {
            ("answer", Some(part)) => Ok(Name::Answer(None, part)),
            ("answer", None) => {
                self.next -= 1;
                let words: Vec<&str> = Part::WORDS.iter().map(|(word, _)| *word).collect();
                Err(self.wrong(format!("an answer has no {part}"), format!("It has {}.", words.join(", "))))
            }
            (question, Some(part)) => Ok(Name::Answer(Some(QuestionId::from(question)), part)),
            (_, None) => Ok(Name::Answer(Some(QuestionId::from(word)), Part::Value)),
        }
    }

    fn deeper(&mut self, inside: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth == DEEPEST {
            return Err(self.wrong("the brackets go too deep", "Write it as several checks."));
        }
        self.depth += 1;
        let found = inside(self);
        self.depth -= 1;
        found
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn takes(&mut self, wanted: &Token) -> bool {
        let here = self.peek() == Some(wanted);
        self.next += usize::from(here);
        here
    }

    fn takes_word(&mut self, wanted: &str) -> bool {
        self.takes(&Token::Word(wanted.to_owned()))
    }

    fn expect(&mut self, wanted: &Token, message: &str, hint: &str) -> Result<(), Mistake> {
        if self.takes(wanted) { Ok(()) } else { Err(self.wrong(message, hint)) }
    }

    fn wrong(&self, message: impl Into<String>, hint: impl Into<String>) -> Mistake {
        let at = self.tokens.get(self.next).map_or(self.end, |(at, _)| *at);
        Mistake::new(at, message, hint)
    }
}
