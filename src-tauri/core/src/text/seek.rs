//! What is looked for in many texts: words, beginnings of words and phrases, and where they stand with the words around.
//!
//! Case and accents do not matter. Refuses to know: where the texts come from, and how they are indexed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::find::Found;

/// How much is shown on each side, in characters.
const AROUND: usize = 70;

/// A word of a text, by its bytes, and as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Without case and accents.
    pub folded: String,
}

/// One thing that is looked for: words that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The words, as they are compared.
    pub words: Vec<String>,
    /// How the last of them is meant.
    pub ending: Ending,
}

/// How the last word of a term is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// As the beginning of a word: "train" finds "training".
    Open,
    /// As a whole word.
    Whole,
}

/// What is looked for: a text has to hold all of these, and none of those.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// What has to be there.
    pub with: Vec<Term>,
    /// What may not be there.
    pub without: Vec<Term>,
}

impl Sought {
    /// What somebody typed: beginnings of words, `"whole phrases"`, and `-word` for what may not be there.
    pub fn read(typed: &str) -> Self {
        let mut sought = Self::default();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let (minus, from) = rest.strip_prefix('-').map_or((false, rest), |from| (true, from));
            let (said, ending, after) = match from.strip_prefix(QUOTES) {
                Some(inside) => {
                    let (said, after) = inside.split_once(QUOTES).unwrap_or((inside, ""));
                    (said, Ending::Whole, after)
                }
                None => {
                    let end = from.find(char::is_whitespace).unwrap_or(from.len());
                    (&from[..end], Ending::Open, &from[end..])
                }
            };
            let words: Vec<String> = words(said).into_iter().map(|word| word.folded).collect();
            let into = if minus { &mut sought.without } else { &mut sought.with };
            into.extend((!words.is_empty()).then_some(Term { words, ending }));
            rest = after.trim_start();
        }
        sought
    }

    /// Whether nothing is looked for.
    pub fn is_nothing(&self) -> bool {
        self.with.is_empty()
    }

    /// Whether a text holds it.
    pub fn fits(&self, text: &str) -> bool {
        let words = words(text);
        let there = |term: &Term| (0..words.len()).any(|at| term.stands(&words, at));
        self.with.iter().all(there) && !self.without.iter().any(there)
    }

    /// Where it stands in a text: first byte, and byte after the last, in order and apart.
    pub fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let words = words(text);
        let mut places: Vec<(usize, usize)> = Vec::new();
        for at in 0..words.len() {
            let longest =
                self.with.iter().filter(|term| term.stands(&words, at)).map(|term| term.words.len()).max();
            let Some(end) = longest.and_then(|long| words.get(at + long - 1)).map(|word| word.end) else {
                continue;
            };
            match places.last_mut().filter(|last| words[at].start < last.1) {
                Some(last) => last.1 = last.1.max(end),
                None => places.push((words[at].start, end)),
            }
        }
        places
    }
}

const QUOTES: [char; 3] = ['"', '\u{201c}', '\u{201d}'];

impl Term {
    fn stands(&self, words: &[Word], at: usize) -> bool {
        let Some(here) = words.get(at..at + self.words.len()) else { return false };
        let last = self.words.len() - 1;
        here.iter().zip(&self.words).enumerate().all(|(place, (word, wanted))| match self.ending {
            Ending::Open if place == last => word.folded.starts_with(wanted),
            Ending::Open | Ending::Whole => word.folded == *wanted,
        })
    }
}

/// The words of a text: letters and digits that stand together.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric() || is_combining_mark(letter);
        match (from, inside) {
            (None, true) => from = Some(at),
            (Some(start), false) => {
                words.push(Word { start, end: at, folded: bare(&text[start..at]) });
                from = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

/// A word without case and accents.
fn bare(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect()
}

/// A place of a text with the words around it.
pub fn context(text: &str, (start, end): (usize, usize)) -> Found {
    let before: Vec<char> = text[..start].chars().rev().take(AROUND).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[end..].chars().take(AROUND).collect();
    Found { before: one_line(&before), found: one_line(&text[start..end]), after: one_line(&after) }
}

fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect()
}

/// The sentences of a text: up to a full stop, a question or exclamation mark that a space follows, or a line's end.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = |line: &str| -> Vec<usize> {
        let letters: Vec<(usize, char)> = line.char_indices().collect();
        let pairs = letters.windows(2);
        pairs
            .filter(|pair| matches!(pair[0].1, '.' | '?' | '!') && pair[1].1.is_whitespace())
            .map(|pair| pair[1].0)
            .chain([line.len()])
            .collect()
    };
    let of = move |line| {
        let line: &str = line;
        let ends = ends(line);
        let starts = std::iter::once(0).chain(ends.clone());
        starts.zip(ends).map(move |(start, end)| line[start..end].trim()).collect::<Vec<_>>()
    };
    text.lines().flat_map(of).filter(|sentence| !sentence.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, text: &str) -> Vec<String> {
        Sought::read(typed).places(text).into_iter().map(|(start, end)| text[start..end].to_owned()).collect()
    }

    #[test]
    fn beginnings_of_words_phrases_and_what_may_not_be_there() {
        assert_eq!(found("train", "Trained in training; retrained."), ["Trained", "training"]);
        assert_eq!(found("\"early help\"", "Early help, early helpers"), ["Early help"]);
        assert_eq!(found("follow-up", "A follow-up, and follow upwards"), ["follow-up", "follow upwards"]);
        assert!(Sought::read("train -police").fits("Training by health"));
        assert!(!Sought::read("train -police").fits("Training by the police"));
        assert!(Sought::read("cafe").fits("Caf\u{e9}") && Sought::read("caf\u{e9}").fits("cafe"));
        assert!(!Sought::read("train log").fits("Training alone"));
        assert!(Sought::read(" \"\" - ").is_nothing());
    }

    #[test]
    fn places_that_touch_are_one() {
        assert_eq!(found("early \"early help\" help", "early help"), ["early help"]);
    }

    #[test]
    fn a_place_has_its_words_around_it() {
        let text = "Each term the lead\nlooks at logs.";
        let place = Sought::read("lead").places(text)[0];
        let around = context(text, place);
        assert_eq!((around.before.as_str(), around.after.as_str()), ("Each term the ", " looks at logs."));
    }

    #[test]
    fn sentences_end_where_a_space_follows() {
        let text = "It is 2.5 a term. Who asks?\nNobody! Then";
        assert_eq!(
            sentences(text).collect::<Vec<_>>(),
            ["It is 2.5 a term.", "Who asks?", "Nobody!", "Then"]
        );
    }

    proptest::proptest! {
        #[test]
        fn every_place_lies_in_the_text(typed in "\\PC{0,12}", text in "\\PC{0,60}") {
            for (start, end) in Sought::read(&typed).places(&text) {
                proptest::prop_assert!(!text[start..end].is_empty());
            }
            let all: String = sentences(&text).collect();
            proptest::prop_assert!(all.len() <= text.len());
        }
    }
}
