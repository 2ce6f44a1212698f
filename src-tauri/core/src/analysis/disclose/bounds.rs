//! What a reader can work out: of every atom the least and the most that it can have said, from what is shown.
//!
//! Every set of which figures are told says that its atoms sum to them; each such sum narrows its atoms until nothing moves.
//! What the atoms of each sum can come to together is kept beside them, so that a move costs only the sums that hold it.

use super::sums::{Set, Sum, Sums};
use super::{Figures, Parts};

/// The least and the most.
type Range = (u32, u32);

/// The least and the most of each thing that each atom can have said.
#[derive(Debug, Clone)]
pub struct Bounds<'s> {
    /// By thing said, by atom.
    said: Vec<Vec<Range>>,
    /// By thing said, by sum: what its atoms can have said together.
    together: Vec<Vec<Range>>,
    sums: &'s Sums,
    /// By sum, by thing said.
    told: Vec<Vec<u32>>,
}

/// Of which thing some things are the kinds, and which; of none: those that are everything together.
type Family = (Option<usize>, Vec<usize>);

/// What has yet to be looked at, each once.
struct Waiting {
    sums: Vec<(usize, usize)>,
    /// By thing said, by sum.
    has_sum: Vec<Vec<bool>>,
    atoms: Vec<usize>,
    has_atom: Vec<bool>,
}

impl<'s> Bounds<'s> {
    /// What follows from the figures of sets that are told.
    pub fn of(parts: &Parts, figures: &Figures, sums: &'s Sums) -> Self {
        let whole: Vec<u32> = (0..parts.atoms.len()).map(|atom| parts.size(atom)).collect();
        let all = |sum: &Sum| (0, sum.atoms.iter().map(|atom| whole[*atom]).sum());
        let things = figures.kinds.len();
        let mut bounds = Self {
            said: vec![whole.iter().map(|most| (0, *most)).collect(); things],
            together: vec![sums.all.iter().map(all).collect(); things],
            sums,
            told: sums.said(figures),
        };
        bounds.narrow(&families(figures.kinds), &whole);
        bounds
    }

    /// The least and the most of each thing that some atoms can have said: by each of them, and by every sum that holds them or
    /// that they hold, less or more what the others can have said.
    pub fn of_atoms(&self, atoms: &[usize]) -> Vec<Range> {
        let of = Set::of(atoms, self.sums.of_atom.len());
        let added = |bounds: &Vec<Range>| {
            atoms.iter().fold((0, 0), |sum, atom| (sum.0 + bounds[*atom].0, sum.1 + bounds[*atom].1))
        };
        let own: Vec<Range> = self.said.iter().map(added).collect();
        let mut found = own.clone();
        for (place, (sum, told)) in self.sums.all.iter().zip(&self.told).enumerate() {
            let (is_part, is_whole) = (of.is_within(&sum.set), sum.set.is_within(&of));
            if !is_part && !is_whole {
                continue;
            }
            for (thing, count) in told.iter().enumerate() {
                let ((low, high), own, found) = (self.together[thing][place], own[thing], &mut found[thing]);
                let (least, most) = if is_part {
                    (count.saturating_sub(high - own.1), count.saturating_sub(low - own.0))
                } else {
                    (count + own.0 - low, count + own.1 - high)
                };
                *found = (found.0.max(least), found.1.min(most));
            }
        }
        found
    }

    /// Narrows until nothing moves.
    fn narrow(&mut self, families: &[Family], whole: &[u32]) {
        let sums = self.told.iter().enumerate();
        let mut waiting = Waiting {
            sums: sums.flat_map(|(sum, told)| (0..told.len()).map(move |thing| (sum, thing))).collect(),
            has_sum: vec![vec![true; self.sums.all.len()]; self.said.len()],
            atoms: (0..whole.len()).collect(),
            has_atom: vec![true; whole.len()],
        };
        while let Some((sum, thing)) = waiting.sum() {
            self.narrow_sum(sum, thing, &mut waiting);
            while let Some(atom) = waiting.atom() {
                self.narrow_atom(atom, whole[atom], families, &mut waiting);
            }
        }
    }

    /// Narrows what the atoms of a sum can have said.
    fn narrow_sum(&mut self, place: usize, thing: usize, waiting: &mut Waiting) {
        let (sum, count) = (&self.sums.all[place], self.told[place][thing]);
        let all = self.together[thing][place];
        // So wide that it says nothing about any of them.
        if all.0 + sum.widest <= count && count + sum.widest <= all.1 {
            return;
        }
        for atom in &sum.atoms {
            let one = self.said[thing][*atom];
            self.set(thing, *atom, within(one, all, (count, count)), waiting);
        }
    }

    /// Narrows by what an atom said in all: the more of one thing, the less of the others that are of the same kind.
    fn narrow_atom(&mut self, atom: usize, whole: u32, families: &[Family], waiting: &mut Waiting) {
        for (kind, things) in families {
            let said = things.iter().map(|thing| self.said[*thing][atom]);
            let all = said.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            let of = kind.map_or((whole, whole), |kind| self.said[kind][atom]);
            for thing in things {
                let one = self.said[*thing][atom];
                self.set(*thing, atom, within(one, all, of), waiting);
            }
            if let Some(kind) = kind {
                self.set(*kind, atom, (of.0.max(all.0), of.1.min(all.1)), waiting);
            }
        }
    }

    fn set(&mut self, thing: usize, atom: usize, to: Range, waiting: &mut Waiting) {
        let was = std::mem::replace(&mut self.said[thing][atom], to);
        if was == to {
            return;
        }
        for sum in &self.sums.of_atom[atom] {
            let together = &mut self.together[thing][*sum];
            *together = (together.0 + to.0 - was.0, together.1 + to.1 - was.1);
            waiting.add_sum(*sum, thing, thing < self.told[*sum].len());
        }
        waiting.add_atom(atom);
    }
}

impl Waiting {
    fn sum(&mut self) -> Option<(usize, usize)> {
        let (sum, thing) = self.sums.pop()?;
        self.has_sum[thing][sum] = false;
        Some((sum, thing))
    }

    fn atom(&mut self) -> Option<usize> {
        let atom = self.atoms.pop()?;
        self.has_atom[atom] = false;
        Some(atom)
    }

    fn add_sum(&mut self, sum: usize, thing: usize, is_told: bool) {
        if is_told && !std::mem::replace(&mut self.has_sum[thing][sum], true) {
            self.sums.push((sum, thing));
        }
    }

    fn add_atom(&mut self, atom: usize) {
        if !std::mem::replace(&mut self.has_atom[atom], true) {
            self.atoms.push(atom);
        }
    }
}

fn families(kinds: &[Option<usize>]) -> Vec<Family> {
    let all = std::iter::once(None).chain((0..kinds.len()).map(Some));
    let of = all.map(|kind| (kind, (0..kinds.len()).filter(|thing| kinds[*thing] == kind).collect()));
    of.filter(|(_, things): &Family| !things.is_empty()).collect()
}

/// One of several that sum to something, narrowed by what they can come to together.
fn within((low, high): Range, all: Range, sum: Range) -> Range {
    let least = sum.0.saturating_sub(all.1 - high);
    let most = sum.1.saturating_sub(all.0 - low);
    (low.max(least), high.min(most))
}
