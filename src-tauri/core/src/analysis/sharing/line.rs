//! Which parts are hidden in a line of a table.
//!
//! Refuses to know: why.

use super::super::group::By;

/// Which parts are hidden in a line of a table.
#[derive(Debug, Clone)]
pub struct Line {
    pub(super) hidden: Vec<bool>,
    pub(super) first: [usize; By::ALL.len()],
}

impl Line {
    /// Whether the figure for all is hidden.
    pub fn hides_all(&self) -> bool {
        self.hidden[0]
    }

    /// Whether the figure of a group is hidden.
    pub fn hides(&self, by: By, group: usize) -> bool {
        let first = By::ALL.into_iter().zip(self.first).find(|(one, _)| *one == by);
        self.hides_all() || first.is_some_and(|(_, first)| self.hidden[first + group])
    }

    /// The names of the parts that are hidden.
    pub(super) fn names(&self, all: &[String]) -> Vec<String> {
        let hidden = all.iter().zip(&self.hidden).filter(|(_, hidden)| **hidden);
        hidden.map(|(name, _)| name.clone()).collect()
    }

    /// Hides these parts too.
    pub(super) fn hide(&mut self, parts: &[bool]) {
        self.hidden.iter_mut().zip(parts).for_each(|(hidden, too)| *hidden |= too);
    }
}
