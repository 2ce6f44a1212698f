//! What an answer of a survey leans to, as far as its words tell; a number tells nothing.
//!
//! Refuses to know: the question.

use serde::{Deserialize, Serialize};

use crate::text::folded;

/// What an answer leans to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Leaning {
    /// Towards what the question asks for.
    For,
    /// Neither; it is in the base.
    Neither,
    /// Away from it.
    Against,
    /// No answer to the question; it is in no base.
    LeftOut,
    /// It is not known: a person has to say.
    NotKnown,
}

/// Words that begin an answer, with what it leans to; the longer ones stand first.
const WORDS: [(&str, Leaning); 34] = [
    ("strongly agree", Leaning::For),
    ("strongly disagree", Leaning::Against),
    ("neither", Leaning::Neither),
    ("tend to agree", Leaning::For),
    ("tend to disagree", Leaning::Against),
    ("disagree", Leaning::Against),
    ("agree", Leaning::For),
    ("not applicable", Leaning::LeftOut),
    ("n/a", Leaning::LeftOut),
    ("prefer not", Leaning::LeftOut),
    ("rather not", Leaning::LeftOut),
    ("don't know", Leaning::Neither),
    ("do not know", Leaning::Neither),
    ("not sure", Leaning::Neither),
    ("unsure", Leaning::Neither),
    ("neutral", Leaning::Neither),
    ("sometimes", Leaning::Neither),
    ("partly", Leaning::Neither),
    ("not very", Leaning::Against),
    ("not at all", Leaning::Against),
    ("not confident", Leaning::Against),
    ("very", Leaning::For),
    ("fairly", Leaning::For),
    ("confident", Leaning::For),
    ("satisfied", Leaning::For),
    ("dissatisfied", Leaning::Against),
    ("always", Leaning::For),
    ("often", Leaning::For),
    ("usually", Leaning::For),
    ("rarely", Leaning::Against),
    ("never", Leaning::Against),
    ("yes", Leaning::For),
    ("no", Leaning::Against),
    ("true", Leaning::For),
];

impl Leaning {
    /// What an answer leans to, as far as its words tell.
    pub fn guessed(answer: &str) -> Self {
        let answer = folded(answer);
        let begins = |word: &&(&str, Self)| {
            let rest = answer.strip_prefix(word.0);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        // "Very dissatisfied", "very unsafe": the second word turns the first.
        let turned = answer.split(' ').nth(1).is_some_and(|word| {
            ["un", "dis", "in"].iter().any(|turn| word.starts_with(turn))
                || word == "poor"
                || word == "little"
        });
        match WORDS.iter().find(begins).map(|(_, leaning)| *leaning) {
            Some(Self::For) if turned => Self::Against,
            Some(leaning) => leaning,
            None => Self::NotKnown,
        }
    }
}
