//! The same over several days: parts of now, and parts of then as far as nothing in them changed.
//!
//! Refuses to know: when anything was shared.

use super::bounds::Bounds;
use super::{Combinations, Figures, Parts, Target, is_unanimous};

/// A line over the parts of now, which come first, and those of then.
pub struct OverDays<'a> {
    /// All of them.
    pub parts: &'a Parts,
    /// What was said in them.
    pub figures: &'a Figures,
    /// How many are of now.
    pub now: usize,
}

impl OverDays<'_> {
    /// Of the parts of now, those that are hidden where it takes more of them for nothing to be told of any of these few. What is
    /// told whatever is hidden of now is told already.
    pub fn hidden(&self, mut hidden: Vec<bool>, few: &[usize], combinations: &mut Combinations) -> Vec<bool> {
        let shut: Vec<bool> = hidden.iter().enumerate().map(|(at, shut)| *shut || at < self.now).collect();
        let mut open: Vec<usize> = few.to_vec();
        let mut told = self.tells(&shut, combinations);
        open.retain(|part| !told(*part));
        drop(told);
        while let Some(part) = self.first_told(&hidden, &open, combinations) {
            let Some(next) = self.cover(&hidden, part, combinations) else { break };
            hidden[next] = true;
        }
        hidden.truncate(self.now);
        hidden
    }

    fn first_told(&self, hidden: &[bool], of: &[usize], combinations: &mut Combinations) -> Option<usize> {
        let mut told = self.tells(hidden, combinations);
        of.iter().copied().find(|part| told(*part))
    }

    /// Whether the figure of a part is a sum or a difference of what is shown, or bounds leave one number of something.
    fn tells<'t>(
        &'t self,
        hidden: &'t [bool],
        combinations: &'t mut Combinations,
    ) -> impl FnMut(usize) -> bool + 't {
        let bounds = Bounds::of(self.parts, self.figures, hidden);
        // Of a part of then, others may have said otherwise who changed since.
        let shut: Vec<bool> = hidden.iter().enumerate().map(|(at, shut)| *shut || at >= self.now).collect();
        move |part| {
            let atoms = &self.parts.of[part];
            let judged = self.figures.settings[part] > 0;
            (judged && combinations.tell(self.parts, hidden, atoms)) || self.is_bounded(&bounds, &shut, part)
        }
    }

    fn is_bounded(&self, bounds: &Bounds, shut: &[bool], part: usize) -> bool {
        let found = bounds.of_part(self.parts, part);
        let mut said = found.into_iter().enumerate();
        said.any(|(said, (least, most))| {
            let is_of_one_mind = || is_unanimous(self.parts, self.figures, shut, (part, said));
            least == most && least > 0 && !is_of_one_mind()
        })
    }

    /// What is best hidden besides: the smallest that closes the gap, else the smallest; the figure for everyone last of all.
    fn cover(&self, hidden: &[bool], part: usize, combinations: &mut Combinations) -> Option<usize> {
        let target = Target { atoms: self.parts.of[part].clone(), facet: Some(self.parts.facet[part]) };
        let meets = |it: &usize| !hidden[*it] && self.parts.meets(*it, &target);
        let mut open: Vec<usize> = (0..self.now).filter(meets).collect();
        open.sort_by_key(|it| (*it == 0, self.figures.settings[*it], *it));
        let closes = |it: &&usize| {
            let mut with = hidden.to_vec();
            with[**it] = true;
            !self.tells(&with, combinations)(part)
        };
        let alone = open.iter().find(closes).copied();
        alone.or_else(|| open.first().copied()).or_else(|| (0..self.now).rev().find(|it| !hidden[*it]))
    }
}
