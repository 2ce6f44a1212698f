//! What a reader can work out: of every atom the least and the most that it can have said, from what is shown.
//!
//! Every set of which figures are told says that its atoms sum to them; each such sum narrows its atoms until nothing moves.

use std::collections::BTreeSet;

use super::sums::{Set, Sums};
use super::{Figures, Parts};

/// So often everything is narrowed at most: what still moves then moves by little.
const TIMES: usize = 100;

/// The least and the most.
type Range = (u32, u32);

/// The least and the most of each thing that each atom can have said.
#[derive(Debug, Clone)]
pub struct Bounds<'s> {
    /// By thing said, by atom.
    said: Vec<Vec<Range>>,
    sums: &'s Sums,
    /// By sum, by thing said.
    told: Vec<Vec<u32>>,
    atoms: usize,
}

impl<'s> Bounds<'s> {
    /// What follows from the figures of sets that are told.
    pub fn of(parts: &Parts, figures: &Figures, sums: &'s Sums) -> Self {
        let whole = |atom: usize| parts.size(atom) * figures.each;
        let atoms = parts.atoms.len();
        let said = vec![(0..atoms).map(|atom| (0, whole(atom))).collect(); figures.kinds.len()];
        let mut bounds = Self { said, sums, told: sums.said(figures), atoms };
        let mut moved = Set::of(&(0..atoms).collect::<Vec<_>>(), atoms);
        for _ in 0..TIMES {
            let mut next = bounds.narrowed(&moved);
            for atom in
                (0..atoms).filter(|atom| moved.holds(*atom) || next.contains(atom)).collect::<Vec<_>>()
            {
                if bounds.kept(atom, whole(atom), figures.kinds) {
                    next.insert(atom);
                }
            }
            if next.is_empty() {
                break;
            }
            moved = Set::of(&next.into_iter().collect::<Vec<_>>(), atoms);
        }
        bounds
    }

    /// The least and the most of each thing that some atoms can have said: by each of them, and by every sum that holds them or
    /// that they hold, less or more what the others can have said.
    pub fn of_atoms(&self, atoms: &[usize]) -> Vec<Range> {
        let of = Set::of(atoms, self.atoms);
        let mut found: Vec<Range> = self.said.iter().map(|bounds| added(bounds, atoms.iter())).collect();
        for (sum, told) in self.sums.all.iter().zip(&self.told) {
            let things = found.iter_mut().zip(&self.said).zip(told);
            if of.is_within(&sum.set) {
                for ((found, bounds), count) in things {
                    let (low, high) = added(bounds, sum.atoms.iter().filter(|atom| !of.holds(**atom)));
                    let (least, most) = (count.saturating_sub(high), count.saturating_sub(low));
                    *found = (found.0.max(least), found.1.min(most));
                }
            } else if sum.set.is_within(&of) {
                for ((found, bounds), count) in things {
                    let (low, high) = added(bounds, atoms.iter().filter(|atom| !sum.set.holds(**atom)));
                    *found = (found.0.max(count + low), found.1.min(count + high));
                }
            }
        }
        found
    }

    /// Narrows by every sum of which an atom moved; which atoms did now.
    fn narrowed(&mut self, moved: &Set) -> BTreeSet<usize> {
        let mut now = BTreeSet::new();
        for (sum, told) in self.sums.all.iter().zip(&self.told).filter(|(sum, _)| sum.set.meets(moved)) {
            for (said, count) in self.said.iter_mut().zip(told) {
                let all = added(said, sum.atoms.iter());
                if all == (*count, *count) {
                    continue;
                }
                for atom in &sum.atoms {
                    if narrow(&mut said[*atom], all, (*count, *count)) {
                        now.insert(*atom);
                    }
                }
            }
        }
        now
    }

    /// Narrows by what an atom said in all: the more of one thing, the less of the others that are of the same kind.
    fn kept(&mut self, atom: usize, whole: u32, kinds: &[Option<usize>]) -> bool {
        let mut moved = false;
        for kind in std::iter::once(None).chain((0..kinds.len()).map(Some)) {
            let of = |thing: &usize| kinds[*thing] == kind;
            let all = (0..kinds.len()).filter(of).map(|thing| self.said[thing][atom]);
            let Some(all) = all.reduce(|sum, one| (sum.0 + one.0, sum.1 + one.1)) else { continue };
            let within = kind.map_or((whole, whole), |kind| self.said[kind][atom]);
            for thing in (0..kinds.len()).filter(of) {
                moved |= narrow(&mut self.said[thing][atom], all, within);
            }
            if let Some(kind) = kind {
                let (low, high) = within;
                let known = (low.max(all.0), high.min(all.1));
                moved |= known != within;
                self.said[kind][atom] = known;
            }
        }
        moved
    }
}

/// The least and the most that some atoms can have said together.
fn added<'a>(bounds: &[Range], atoms: impl Iterator<Item = &'a usize>) -> Range {
    atoms.fold((0, 0), |sum, atom| (sum.0 + bounds[*atom].0, sum.1 + bounds[*atom].1))
}

/// Narrows one of several that sum to something, from what they can come to together; whether it moved.
fn narrow(one: &mut Range, all: Range, within: Range) -> bool {
    let (low, high) = *one;
    let least = within.0.saturating_sub(all.1 - high);
    let most = within.1.saturating_sub(all.0 - low);
    *one = (low.max(least), high.min(most));
    *one != (low, high)
}
