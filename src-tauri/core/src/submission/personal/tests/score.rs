//! Precision and recall, per kind and overall.

use std::collections::BTreeMap;

use super::super::{What, find};

/// A text with the pieces that are to be found in it, by their bytes.
#[derive(Debug, Clone)]
pub struct Labelled {
    pub text: String,
    pub wanted: Vec<(What, usize, usize)>,
}

/// Right, wrong and missed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub right: u32,
    pub wrong: u32,
    pub missed: u32,
}

impl Count {
    pub fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }
    pub fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

/// Reads the marks of a text: `{pupil:Sam Example}`.
pub fn marked(line: &str) -> Labelled {
    let (mut text, mut wanted, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (mark, on) = after.split_once('}').expect("a mark is closed");
        let (what, piece) = mark.split_once(':').expect("a mark names its kind");
        let what = serde_json::from_value(what.into()).expect("a kind");
        wanted.push((what, text.len(), text.len() + piece.len()));
        text.push_str(piece);
        rest = on;
    }
    text.push_str(rest);
    Labelled { text, wanted }
}

/// Counts over some texts, and a line for each that was not read right.
pub fn score(texts: &[Labelled]) -> (BTreeMap<What, Count>, Count, Vec<String>) {
    let today = "2027-01-11".parse().expect("a date");
    let (mut kinds, mut lines) = (BTreeMap::<What, Count>::new(), Vec::new());
    for one in texts {
        let found = find(&one.text, today);
        let over = |what: What, start: usize, end: usize| {
            found.iter().any(|it| it.what == what && it.start < end && start < it.end)
        };
        for (what, start, end) in &one.wanted {
            let count = kinds.entry(*what).or_default();
            if over(*what, *start, *end) {
                count.right += 1;
            } else {
                count.missed += 1;
                lines.push(format!("missed {what:?} in: {}", one.text));
            }
        }
        for it in &found {
            let wanted = one
                .wanted
                .iter()
                .any(|(what, start, end)| it.what == *what && it.start < *end && *start < it.end);
            if !wanted {
                kinds.entry(it.what).or_default().wrong += 1;
                lines.push(format!("wrong {:?} {:?} in: {}", it.what, &one.text[it.start..it.end], one.text));
            }
        }
    }
    let all = kinds.values().fold(Count::default(), |sum, it| Count {
        right: sum.right + it.right,
        wrong: sum.wrong + it.wrong,
        missed: sum.missed + it.missed,
    });
    (kinds, all, lines)
}

/// The figures as a table, for a person who runs the tests with `--no-capture`.
pub fn table(title: &str, kinds: &BTreeMap<What, Count>, all: &Count) -> String {
    let line = |name: String, it: &Count| {
        format!(
            "{name:10} {:4} found {:3} wrong {:3} missed  precision {:.3} recall {:.3}\n",
            it.right,
            it.wrong,
            it.missed,
            it.precision(),
            it.recall()
        )
    };
    let body: String = kinds.iter().map(|(what, it)| line(format!("{what:?}"), it)).collect();
    format!("{title}\n{body}{}", line("all".to_owned(), all))
}
