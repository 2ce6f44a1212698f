//! What is hidden where settings are counted of which something is true: late, not signed, that speak of a theme.
//!
//! Each such thing has a line, known by its word from day to day. Refuses to know: what is true of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::disclose::{Combinations, Figures, Follows, Parts, YES_NO, hidden_with};
use super::{Line, Sharing, Since, count};
use crate::submission::SubmissionId;

/// What was told in figures that count settings, by the word of each line.
pub type Told = BTreeMap<String, Counted>;

/// The settings of which something is true.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// The returns of which it is.
    pub returns: BTreeSet<SubmissionId>,
    /// The names of the parts of which it is hidden how many.
    pub hidden: Vec<String>,
}

/// A line as it was told before.
struct Earlier<'s> {
    since: &'s Since,
    was_hidden: Vec<bool>,
    /// Of each return of now, whether it is counted otherwise.
    other: Vec<bool>,
}

impl Sharing {
    /// The same where settings are counted too: by the word of each line, the returns of which it is true. What is not among
    /// them is hidden.
    #[must_use]
    pub fn counting(mut self, lines: impl IntoIterator<Item = (String, BTreeSet<SubmissionId>)>) -> Self {
        let mut known = Combinations::default();
        for (word, returns) in lines {
            let line = self.line_of_settings(&word, &returns, &mut known);
            self.settings.insert(word, (returns, line));
        }
        self
    }

    /// What is hidden of how many settings something is true.
    pub fn of_settings(&self, word: &str) -> Line {
        let known = self.settings.get(word).map(|(_, line)| line.clone());
        known.unwrap_or_else(|| self.line_of(vec![true; self.rows.len()]))
    }

    /// What is told of settings that are counted.
    pub fn told(&self) -> Told {
        let names = self.names();
        let counted = |(returns, line): &(BTreeSet<SubmissionId>, Line)| Counted {
            returns: returns.clone(),
            hidden: line.names(&names),
        };
        self.settings.iter().map(|(word, known)| (word.clone(), counted(known))).collect()
    }

    /// What is hidden of a line, alone and beside each time that it was told before.
    fn line_of_settings(
        &self,
        word: &str,
        returns: &BTreeSet<SubmissionId>,
        known: &mut Combinations,
    ) -> Line {
        let is_true = self.among(returns);
        let earlier: Vec<Earlier<'_>> =
            self.since.iter().flat_map(|since| self.earlier(since, word, &is_true)).collect();
        let (same, other): (Vec<&Earlier<'_>>, Vec<&Earlier<'_>>) =
            earlier.iter().partition(|earlier| earlier.is_same());
        let stays = other.iter().flat_map(|earlier| self.stays_of_settings(earlier)).collect();
        let mut line = self.line_of(self.hidden_of_settings(&is_true, stays));
        for Earlier { since, other, .. } in other {
            line.hide(&since.line_of_settings(self.threshold, &is_true));
            if other.contains(&true) {
                line.hide(&self.hidden_of_settings(other, BTreeSet::new()));
            }
        }
        // Told again with nothing changed, it says what it said.
        same.iter().for_each(|earlier| line.hide(&earlier.was_hidden));
        if let Some(over_days) = &self.over_days {
            let of = (word, &self.since[..], &is_true[..]);
            line.hide(&over_days.hidden_of_settings(of, &line.hidden, self.threshold, known));
        }
        line
    }

    fn among(&self, returns: &BTreeSet<SubmissionId>) -> Vec<bool> {
        self.open.rows.iter().map(|row| returns.contains(&row.submission)).collect()
    }

    /// Each time that a line was told in papers of some returns.
    fn earlier<'s>(&self, since: &'s Since, word: &str, is_true: &[bool]) -> Vec<Earlier<'s>> {
        let one = |counted: &Counted| {
            let was = self.among(&counted.returns);
            let other = is_true.iter().zip(was).map(|(is, was)| *is != was).collect();
            Earlier { since, was_hidden: since.parts(&counted.hidden), other }
        };
        since.counted(word).map(one).collect()
    }

    /// The parts that were hidden then and of which few changed since, or are counted otherwise: shown now, they would tell what
    /// they were.
    fn stays_of_settings(&self, earlier: &Earlier<'_>) -> Vec<usize> {
        let Earlier { since, was_hidden, other } = earlier;
        let few = |part: &usize| {
            let otherwise = self.rows[*part].iter().filter(|row| other[**row] && !since.has_changed(**row));
            since.many_of(*part) + count(otherwise.count()) < self.threshold
        };
        (0..was_hidden.len()).filter(|part| was_hidden[*part]).filter(few).collect()
    }

    fn hidden_of_settings(&self, is_true: &[bool], stays: BTreeSet<usize>) -> Vec<bool> {
        let figures = figures((&self.parts, &self.rows), |row| is_true[row], self.threshold);
        hidden_with(&self.parts, &figures, self.threshold, &mut Follows::new(&self.parts), stays)
    }
}

impl Earlier<'_> {
    /// Whether nothing changed since.
    fn is_same(&self) -> bool {
        self.since.many() == 0 && !self.other.contains(&true)
    }
}

/// Of how many settings of each part something is true.
pub(super) fn figures(
    (parts, rows): (&Parts, &[Vec<usize>]),
    is_true: impl Fn(usize) -> bool,
    threshold: u32,
) -> Figures {
    let true_of = |rows: &[usize]| count(rows.iter().filter(|row| is_true(**row)).count());
    let size = |rows: &[usize]| count(rows.len());
    // A small group is hidden whatever is true of it, and so is a small number within a large one.
    let speaks = |rows: &Vec<usize>| match size(rows) {
        few if few < threshold => few,
        _many => true_of(rows),
    };
    Figures {
        said: rows.iter().map(|rows| vec![true_of(rows), size(rows) - true_of(rows)]).collect(),
        kinds: YES_NO,
        settings: rows.iter().map(speaks).collect(),
        atoms: vec![parts.by_atom(size), parts.by_atom(true_of)],
    }
}
