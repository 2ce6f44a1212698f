//! Terms that returns use more than they did last round, by the log-likelihood of their counts, with sentences.
//!
//! A term is one word or two that follow each other. It says what is spoken of more, not what is better or worse.
//! Pure: it hears texts. Refuses to know: the file.

use std::collections::{BTreeMap, BTreeSet};

use crate::submission::SubmissionId;
use crate::text::seek::{Word, sentences, words};

/// Words that say nothing by themselves.
const PLAIN: &str = include_str!("plain_words.txt");
/// A term that fewer returns use is not spoken of much.
const ENOUGH_RETURNS: usize = 3;
/// Above this the difference is one that chance would seldom make (0.1 % for a single term).
const SELDOM: f64 = 10.83;
/// So many terms are shown, and so many sentences of each.
const MOST: usize = 40;
const SENTENCES: usize = 3;

/// How often terms are used in a round.
#[derive(Debug, Default)]
pub struct Usage {
    plain: BTreeSet<&'static str>,
    terms: BTreeMap<String, (u32, BTreeSet<SubmissionId>)>,
    words: u32,
}

/// A term that is used more than before.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The word, or the two words.
    pub term: String,
    /// How often it is used now, and in how many returns.
    pub now: (u32, u32),
    /// How often it was used then, and in how many returns.
    pub then: (u32, u32),
    /// Log-likelihood of the two counts.
    pub likelihood: f64,
}

/// Terms that are used more in a round than in the one before, with sentences in which they stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MoreUsed {
    /// The label of the round before.
    pub then: String,
    /// Words that were heard now, and then.
    pub words: (u32, u32),
    /// The terms, the most telling first.
    pub terms: Vec<(Term, Vec<(SubmissionId, String)>)>,
}

impl Usage {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self { plain: PLAIN.split_whitespace().collect(), ..Self::default() }
    }

    /// Hears a text of a return.
    pub fn hear(&mut self, submission: SubmissionId, text: &str) {
        for sentence in sentences(text) {
            let words = words(sentence);
            self.words = self.words.saturating_add(u32::try_from(words.len()).unwrap_or(u32::MAX));
            for term in self.terms_of(&words) {
                let (count, returns) = self.terms.entry(term).or_default();
                *count += 1;
                returns.insert(submission);
            }
        }
    }

    /// How many words were heard.
    pub fn words(&self) -> u32 {
        self.words
    }

    fn terms_of(&self, words: &[Word]) -> Vec<String> {
        let speaks = |word: &Word| {
            word.folded.chars().count() > 2
                && word.folded.chars().any(char::is_alphabetic)
                && !self.plain.contains(word.folded.as_str())
        };
        let single = words.iter().filter(|word| speaks(word)).map(|word| word.folded.clone());
        let pairs = words.windows(2).filter(|pair| pair.iter().all(speaks));
        single.chain(pairs.map(|pair| format!("{} {}", pair[0].folded, pair[1].folded))).collect()
    }
}

/// The terms that are used more than before, the most telling first; a word that is only used within a pair of the
/// list is left out.
pub fn more_than_before(now: &Usage, then: &Usage) -> Vec<Term> {
    let of = |(term, (count, returns)): (&String, &(u32, BTreeSet<SubmissionId>))| {
        let before = then.terms.get(term).map_or((0, 0), |(count, returns)| (*count, number(returns.len())));
        let likelihood = likelihood((*count, now.words), (before.0, then.words))?;
        let told = returns.len() >= ENOUGH_RETURNS && likelihood >= SELDOM;
        told.then(|| Term {
            term: term.clone(),
            now: (*count, number(returns.len())),
            then: before,
            likelihood,
        })
    };
    let mut terms: Vec<Term> = now.terms.iter().filter_map(of).collect();
    terms.sort_by(|one, other| other.likelihood.total_cmp(&one.likelihood).then(one.term.cmp(&other.term)));
    let pairs: Vec<Term> = terms.iter().filter(|term| term.term.contains(' ')).cloned().collect();
    let within = |term: &Term| {
        pairs
            .iter()
            .any(|pair| pair.now.0 == term.now.0 && pair.term.split(' ').any(|word| word == term.term))
    };
    terms.retain(|term| !within(term));
    terms.truncate(MOST);
    terms
}

/// The log-likelihood of a count in so many words beside another; nothing where it is not used more now.
fn likelihood((now, words): (u32, u32), (then, before): (u32, u32)) -> Option<f64> {
    let (a, c, b, d) = (f64::from(now), f64::from(words), f64::from(then), f64::from(before));
    if c <= 0.0 || d <= 0.0 || a * d <= b * c {
        return None;
    }
    let part = |seen: f64, words: f64| {
        let expected = words * (a + b) / (c + d);
        if seen > 0.0 { seen * (seen / expected).ln() } else { 0.0 }
    };
    Some(2.0 * (part(a, c) + part(b, d)))
}

/// Sentences in which a term stands, one from each return, as they are found.
#[derive(Debug, Default)]
pub struct Sentences(BTreeMap<String, Vec<(SubmissionId, String)>>);

impl Sentences {
    /// Sentences for these terms.
    pub fn of(terms: &[Term]) -> Self {
        Self(terms.iter().map(|term| (term.term.clone(), Vec::new())).collect())
    }

    /// Takes from a text what is still wanted.
    pub fn hear(&mut self, usage: &Usage, submission: SubmissionId, text: &str) {
        for sentence in sentences(text) {
            for term in usage.terms_of(&words(sentence)) {
                let Some(kept) = self.0.get_mut(&term).filter(|kept| kept.len() < SENTENCES) else {
                    continue;
                };
                if kept.iter().all(|(from, said)| *from != submission && said != sentence) {
                    kept.push((submission, sentence.to_owned()));
                }
            }
        }
    }

    /// The sentences of a term.
    pub fn take(&mut self, term: &str) -> Vec<(SubmissionId, String)> {
        self.0.remove(term).unwrap_or_default()
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn usage(texts: &[&str]) -> Usage {
        let mut usage = Usage::new();
        for (place, text) in texts.iter().enumerate() {
            usage.hear(SubmissionId(Uuid::from_u128(place as u128)), text);
        }
        usage
    }

    #[test]
    fn the_likelihood_is_that_of_published_examples() {
        // Worked by hand: 30 of 1,000 words beside 10 of 1,000, 20 expected in each.
        let by_hand = 2.0 * (30.0 * (1.5_f64).ln() + 10.0 * (0.5_f64).ln());
        assert!((likelihood((30, 1000), (10, 1000)).expect("more") - by_hand).abs() < 1e-9);
        assert_eq!(likelihood((10, 1000), (30, 1000)), None);
        assert_eq!(likelihood((10, 1000), (10, 1000)), None);
        assert_eq!(likelihood((10, 1000), (0, 0)), None);
    }

    #[test]
    fn a_term_that_many_returns_take_up_is_told_and_one_return_s_favourite_is_not() {
        let before = vec!["The lead keeps the log and looks at it each week with the staff."; 30];
        let now = vec!["The lead keeps the log. Vaping alerts reach the lead each week."; 30];
        let (then, mut usage_now) = (usage(&before), usage(&now));
        usage_now.hear(SubmissionId(Uuid::from_u128(99)), &"Zebra. ".repeat(200));
        let terms = more_than_before(&usage_now, &then);
        let names: Vec<&str> = terms.iter().map(|term| term.term.as_str()).collect();
        assert!(names.contains(&"vaping alerts"), "{names:?}");
        assert!(
            !names.contains(&"vaping") && !names.contains(&"zebra") && !names.contains(&"lead"),
            "{names:?}"
        );
        let mut kept = Sentences::of(&terms);
        for (place, text) in now.iter().enumerate() {
            kept.hear(&usage_now, SubmissionId(Uuid::from_u128(place as u128)), text);
        }
        assert_eq!(kept.take("vaping alerts").len(), 1, "the same sentence is shown once");
    }

    #[test]
    fn counts_are_what_a_slow_count_gives() {
        let texts = ["Early help. Early help!", "Help early, the help.", "Nothing here at all."];
        let usage = usage(&texts);
        assert_eq!(usage.terms["help"].0, 4);
        assert_eq!(usage.terms["early help"], (2, [SubmissionId(Uuid::from_u128(0))].into()));
        assert_eq!(usage.words(), 12);
        assert!(!usage.terms.contains_key("help early the") && !usage.terms.contains_key("the help"));
    }
}
