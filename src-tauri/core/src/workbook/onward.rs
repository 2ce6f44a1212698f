//! How a row says that it goes on with the one above: by its key, and in words that a person reads.
//!
//! Refuses to know: what stands in the row.

use crate::text::folded;

/// Which part of a row that goes on: the second of three is `(2, 3)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its place, from 2.
    pub place: u32,
    /// How many there are.
    pub of: u32,
}

impl Part {
    /// The key of a part: `school.a1 (2 of 3)`; likewise a number.
    pub fn key(self, key: &str) -> String {
        format!("{key} ({} of {})", self.place, self.of)
    }

    /// The words of a part of an answer: `Question A1, continued (2 of 3)`.
    pub fn statement(self, number: &str) -> String {
        self.key(&format!("Question {number}, continued"))
    }
}

/// A key, and which part it is of, where it is one.
pub fn split(key: &str) -> (&str, Option<Part>) {
    let part = || {
        let (before, inside) = key.trim().strip_suffix(')')?.rsplit_once(" (")?;
        let (place, of) = inside.split_once(" of ")?;
        let part = Part { place: place.trim().parse().ok()?, of: of.trim().parse().ok()? };
        (part.place > 1 && part.of >= part.place).then_some((before, part))
    };
    part().map_or((key.trim(), None), |(before, part)| (before.trim(), Some(part)))
}

/// The number of the question that a statement goes on with, folded, and which part it is.
pub fn continued(statement: &str) -> Option<(String, Part)> {
    let (words, part) = split(statement);
    let part = part?;
    let words = folded(words);
    let number = words.strip_prefix("question ")?.strip_suffix(", continued")?;
    Some((number.to_owned(), part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_known_by_its_key_and_by_its_words() {
        let part = Part { place: 2, of: 3 };
        assert_eq!(split(&part.key("school.a1")), ("school.a1", Some(part)));
        assert_eq!(continued(&part.statement("A1 (b)")), Some(("a1 (b)".to_owned(), part)));
        assert_eq!(split("school.a1"), ("school.a1", None));
        for typed in ["a (1 of 2)", "a (3 of 2)", "a (x of 2)", "(see 2 of 3)", "7 (b)"] {
            assert_eq!(split(typed), (typed, None));
        }
        assert_eq!(continued("Question A1"), None);
    }
}
