//! What a reader can work out: of every atom the least and the most that it can have said, from what is shown.
//!
//! Every figure that is shown says that its atoms sum to it; each such sum narrows its atoms until nothing moves.

use super::{Figures, Parts};

/// The least and the most of each thing that each atom can have said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// By thing said, by atom.
    said: Vec<Vec<(u32, u32)>>,
    /// What is known of sets of atoms besides, by thing said.
    sums: Vec<Sum>,
}

/// Atoms that sum to something known.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sum {
    atoms: Vec<usize>,
    said: Vec<u32>,
}

impl Bounds {
    /// What follows from the figures that are not hidden.
    pub fn of(parts: &Parts, figures: &Figures, hidden: &[bool]) -> Self {
        let things = figures.said.first().map_or(0, Vec::len);
        let whole = |atom: usize| (0, parts.size(atom) * figures.each);
        let said = vec![(0..parts.atoms.len()).map(whole).collect(); things];
        let mut bounds = Self { said, sums: sums(parts, figures, hidden) };
        while bounds.narrowed(parts, figures.each) {}
        bounds
    }

    /// The least and the most of each thing that a part can have said: by its atoms, and by every sum that holds it or
    /// that it holds, less or more what the others can have said.
    pub fn of_part(&self, parts: &Parts, part: usize) -> Vec<(u32, u32)> {
        let of = &parts.of[part];
        let things = self.said.iter().enumerate();
        things
            .map(|(thing, bounds)| {
                let mut found = added(bounds, of.iter());
                for sum in &self.sums {
                    let count = sum.said[thing];
                    if of.iter().all(|atom| sum.atoms.contains(atom)) {
                        let (low, high) = added(bounds, sum.atoms.iter().filter(|atom| !of.contains(atom)));
                        let (least, most) = (count.saturating_sub(high), count.saturating_sub(low));
                        found = (found.0.max(least), found.1.min(most));
                    } else if sum.atoms.iter().all(|atom| of.contains(atom)) {
                        let (low, high) = added(bounds, of.iter().filter(|atom| !sum.atoms.contains(atom)));
                        found = (found.0.max(count + low), found.1.min(count + high));
                    }
                }
                found
            })
            .collect()
    }

    fn narrowed(&mut self, parts: &Parts, each: u32) -> bool {
        let before = self.said.clone();
        for sum in &self.sums {
            for (said, count) in self.said.iter_mut().zip(&sum.said) {
                narrow(said, &sum.atoms, *count);
            }
        }
        for atom in 0..parts.atoms.len() {
            self.within(atom, parts.size(atom) * each);
        }
        self.said != before
    }

    /// What an atom said in all is known: the more of one thing, the less of the others.
    fn within(&mut self, atom: usize, whole: u32) {
        let (least, most) =
            self.said.iter().fold((0, 0), |sum, bounds| (sum.0 + bounds[atom].0, sum.1 + bounds[atom].1));
        for bounds in &mut self.said {
            let (low, high) = bounds[atom];
            bounds[atom] = (low.max(whole.saturating_sub(most - high)), high.min(whole - (least - low)));
        }
    }
}

/// The least and the most that some atoms can have said together.
fn added<'a>(bounds: &[(u32, u32)], atoms: impl Iterator<Item = &'a usize>) -> (u32, u32) {
    atoms.fold((0, 0), |sum, atom| (sum.0 + bounds[*atom].0, sum.1 + bounds[*atom].1))
}

/// Narrows atoms that sum to a count.
fn narrow(said: &mut [(u32, u32)], atoms: &[usize], count: u32) {
    let (least, most) = atoms.iter().fold((0, 0), |sum, atom| (sum.0 + said[*atom].0, sum.1 + said[*atom].1));
    for atom in atoms {
        let (low, high) = said[*atom];
        said[*atom] =
            (low.max(count.saturating_sub(most - high)), high.min(count - (least - low).min(count)));
    }
}

/// What is shown, and what is left of it without what is shown within it.
fn sums(parts: &Parts, figures: &Figures, hidden: &[bool]) -> Vec<Sum> {
    let shown: Vec<usize> = (0..hidden.len()).filter(|part| !hidden[*part]).collect();
    let mut sums: Vec<Sum> = shown
        .iter()
        .map(|part| Sum { atoms: parts.of[*part].clone(), said: figures.said[*part].clone() })
        .collect();
    let facets = parts.facet.iter().max().map_or(0, |last| last + 1);
    for whole in &shown {
        for facet in 0..facets {
            let within =
                shown.iter().filter(|it| parts.facet[**it] == facet && super::covers(parts, *whole, **it));
            let mut rest = Sum { atoms: parts.of[*whole].clone(), said: figures.said[*whole].clone() };
            for part in within {
                rest.atoms.retain(|atom| parts.of[*part].binary_search(atom).is_err());
                for (left, taken) in rest.said.iter_mut().zip(&figures.said[*part]) {
                    *left -= (*taken).min(*left);
                }
            }
            if !rest.atoms.is_empty() && rest.atoms.len() < parts.of[*whole].len() {
                sums.push(rest);
            }
        }
    }
    sums
}
