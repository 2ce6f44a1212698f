//! What is best hidden besides, for a gap to be closed.
//!
//! Refuses to know: what is told, and of whom.

use super::Parts;

/// So many pairs are tried at most, the smallest first: each has to be worked out.
const PAIRS: usize = 64;

/// What may be hidden.
pub(super) struct Cover<'a> {
    pub parts: &'a Parts,
    /// What is hidden already.
    pub hidden: &'a [bool],
    /// The groups that may be hidden besides, those first that are best.
    pub groups: &'a [usize],
    /// Those of them that have to do with what is told.
    pub meeting: &'a [usize],
}

impl Cover<'_> {
    /// The first group that closes the gap, else two of one table that do: one that has to do with it, and another.
    pub fn found(
        self,
        size: impl Fn(usize) -> u32,
        mut closes: impl FnMut(&[usize]) -> bool,
    ) -> Option<Vec<usize>> {
        if let Some(alone) = self.groups.iter().find(|it| closes(&[**it])) {
            return Some(vec![*alone]);
        }
        let beside = |one: usize, it: usize| it != one && self.parts.facet(it) == self.parts.facet(one);
        let others = |one: usize| {
            let open = (0..self.hidden.len()).filter(|it| !self.hidden[*it]);
            open.filter(move |it| beside(one, *it)).map(move |other| [one, other])
        };
        let mut pairs: Vec<[usize; 2]> = self.meeting.iter().flat_map(|one| others(*one)).collect();
        pairs.sort_by_key(|[one, other]| size(*one) + size(*other));
        pairs.into_iter().take(PAIRS).find(|pair| closes(pair)).map(|pair| pair.to_vec())
    }
}
