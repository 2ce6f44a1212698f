//! The words and signs of a condition.

use chrono::NaiveDate;

use super::parse::Mistake;
use super::tree::Comparison;

/// One word or sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Word(String),
    Number(f64),
    Date(NaiveDate),
    Text(String),
    Compare(Comparison),
    Plus,
    Minus,
    Open,
    Close,
    Comma,
}

/// Every token with the place of its first letter, counted from 1.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Mistake> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if letters[at].is_whitespace() {
            at += 1;
            continue;
        }
        let (token, length) = token(&letters[at..], at + 1)?;
        found.push((at + 1, token));
        at += length;
    }
    Ok(found)
}

fn token(rest: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let first = rest.first().copied().unwrap_or_default();
    match first {
        '"' | '\'' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' => quoted(rest, at),
        '(' => Ok((Token::Open, 1)),
        ')' => Ok((Token::Close, 1)),
        ',' => Ok((Token::Comma, 1)),
        '+' => Ok((Token::Plus, 1)),
        '-' | '\u{2212}' => Ok((Token::Minus, 1)),
        '0'..='9' => figures(rest, at),
        'a'..='z' | 'A'..='Z' => Ok(word(rest)),
        _ => sign(rest, at),
    }
}

fn quoted(rest: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let single = |c: char| matches!(c, '\'' | '\u{2018}' | '\u{2019}');
    let double = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}');
    let ends = |c: &char| if single(rest[0]) { single(*c) } else { double(*c) };
    match rest[1..].iter().position(ends) {
        Some(length) => Ok((Token::Text(rest[1..=length].iter().collect()), length + 2)),
        None => {
            Err(Mistake::new(at, "a quote is opened and not closed", "Close the text with the same quote."))
        }
    }
}

fn figures(rest: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let length = rest.iter().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '-')).count();
    let mut text: String = rest[..length].iter().collect();
    if let Ok(date) = NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        && text.len() == 10
    {
        return Ok((Token::Date(date), length));
    }
    if text.matches('-').count() == 1 {
        text.truncate(text.find('-').unwrap_or(text.len()));
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok((Token::Number(number), text.len())),
        Ok(_) | Err(_) => Err(Mistake::new(
            at,
            format!("\u{201c}{text}\u{201d} is neither a number nor a date"),
            "Write a date as year-month-day, such as 2026-09-01.",
        )),
    }
}

fn word(rest: &[char]) -> (Token, usize) {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let joins = |place: usize| {
        matches!(rest[place], '.' | '-') && rest.get(place + 1).is_some_and(|next| inside(*next))
    };
    let length = (0..rest.len()).take_while(|place| inside(rest[*place]) || joins(*place)).count();
    (Token::Word(rest[..length].iter().collect::<String>().to_ascii_lowercase()), length)
}

fn sign(rest: &[char], at: usize) -> Result<(Token, usize), Mistake> {
    let fits = |sign: &str| sign.chars().eq(rest.iter().take(sign.len()).copied());
    let known = Comparison::SIGNS.iter().find(|(sign, _)| fits(sign));
    match known {
        Some((sign, comparison)) => Ok((Token::Compare(*comparison), sign.len())),
        None => Err(Mistake::new(
            at,
            format!("\u{201c}{}\u{201d} has no meaning here", rest[0]),
            "Use = != < <= > >= + - and, or, not, in, is blank.",
        )),
    }
}
