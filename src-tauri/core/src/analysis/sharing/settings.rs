//! What is hidden where settings are counted of which something is true: late, not signed, that speak of a theme.
//!
//! Refuses to know: what is true of them.

use std::collections::BTreeSet;

use super::super::disclose::{Figures, Follows, Parts, YES_NO, hidden_with};
use super::{Line, Sharing, count};

impl Sharing {
    /// What is hidden where settings are counted of which something is true, of all whose return counts; and was true, each time
    /// that it was shared before.
    pub fn line_of_settings(&self, is_true: &[bool], then: &[Vec<bool>]) -> Line {
        // What was hidden of it then is not known: a group of which few changed would tell that.
        let stays = self.since.iter().flat_map(|since| since.little_changed(self.threshold)).collect();
        let mut line = self.line_of(self.hidden_of_settings(is_true, stays));
        for since in &self.since {
            line.hide(&since.line_of_settings(self.threshold, is_true));
        }
        if let Some(over_days) = &self.over_days {
            line.hide(&over_days.hidden_of_settings(is_true, &line.hidden, self.threshold));
        }
        for was_true in then {
            let other: Vec<bool> = is_true.iter().zip(was_true).map(|(is, was)| is != was).collect();
            if other.contains(&true) {
                line.hide(&self.hidden_of_settings(&other, BTreeSet::new()));
            }
        }
        line
    }

    fn hidden_of_settings(&self, is_true: &[bool], stays: BTreeSet<usize>) -> Vec<bool> {
        let figures = figures((&self.parts, &self.rows), |row| is_true[row], self.threshold);
        hidden_with(&self.parts, &figures, self.threshold, &mut Follows::new(&self.parts), stays)
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
