//! The sets of settings of which figures are told: each part that is shown, and what is left of one without others within it.
//!
//! What is left of what is left is told too. Refuses to know: figures.

use std::collections::BTreeMap;

use super::{Figures, Parts};

/// So many sets are made at most of what is shown.
const MOST: usize = 1_000;

/// Atoms, a bit each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set(Vec<u64>);

/// A set of which figures are told.
#[derive(Debug, Clone)]
pub(super) struct Sum {
    pub set: Set,
    pub atoms: Vec<usize>,
    /// How many settings the largest of its atoms has.
    pub widest: u32,
    told: Told,
}

/// How its figures are told.
#[derive(Debug, Clone)]
enum Told {
    /// By parts that are the very set.
    Parts(Vec<usize>),
    /// By those of one less those of others.
    Rest(usize, Vec<usize>),
}

/// All sets of which figures are told where some parts are hidden.
#[derive(Debug, Clone)]
pub struct Sums {
    pub(super) all: Vec<Sum>,
    /// By atom, which of them hold it.
    pub(super) of_atom: Vec<Vec<usize>>,
}

impl Set {
    pub fn of(atoms: &[usize], many: usize) -> Self {
        let mut bits = vec![0; many.div_ceil(64)];
        atoms.iter().for_each(|atom| bits[atom / 64] |= 1 << (atom % 64));
        Self(bits)
    }

    pub fn holds(&self, atom: usize) -> bool {
        self.0[atom / 64] >> (atom % 64) & 1 == 1
    }

    pub fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(one, other)| one & !other == 0)
    }

    fn less(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one & !other).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }
}

impl Sums {
    pub fn of(parts: &Parts, hidden: &[bool]) -> Self {
        let many = parts.atoms.len();
        let mut made = Made { all: Vec::new(), places: BTreeMap::new() };
        let mut tables: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for part in (0..hidden.len()).filter(|part| !hidden[*part] && !parts.of[*part].is_empty()) {
            let place = made.part(part, Set::of(&parts.of[part], many));
            tables.entry(parts.facet[part]).or_default().push(place);
        }
        let tables: Vec<Vec<usize>> = tables.into_values().collect();
        let shown = made.all.len();
        made.all_rests(shown, &tables);
        let sum = |(set, told): (Set, Told)| {
            let atoms: Vec<usize> = (0..many).filter(|atom| set.holds(*atom)).collect();
            let widest = atoms.iter().map(|atom| parts.size(*atom)).max().unwrap_or(0);
            Sum { set, atoms, widest, told }
        };
        let all: Vec<Sum> = made.all.into_iter().map(sum).collect();
        let mut of_atom = vec![Vec::new(); many];
        for (place, sum) in all.iter().enumerate() {
            sum.atoms.iter().for_each(|atom| of_atom[*atom].push(place));
        }
        Self { all, of_atom }
    }

    /// What each of them said.
    pub(super) fn said(&self, figures: &Figures) -> Vec<Vec<u32>> {
        let mut all: Vec<Vec<u32>> = Vec::with_capacity(self.all.len());
        for sum in &self.all {
            all.push(match &sum.told {
                Told::Parts(parts) => {
                    let said = parts.iter().map(|part| &figures.said[*part]);
                    said.max_by_key(|said| said.len()).cloned().unwrap_or_default()
                }
                Told::Rest(whole, less) => less.iter().fold(all[*whole].clone(), |left, part| {
                    left.iter().zip(&all[*part]).map(|(left, taken)| left.saturating_sub(*taken)).collect()
                }),
            });
        }
        all
    }
}

/// Sets while they are made, each once.
struct Made {
    all: Vec<(Set, Told)>,
    places: BTreeMap<Set, usize>,
}

impl Made {
    fn part(&mut self, part: usize, set: Set) -> usize {
        let place = *self.places.entry(set.clone()).or_insert(self.all.len());
        match self.all.get_mut(place) {
            Some((_, Told::Parts(parts))) => parts.push(part),
            Some(_) => {}
            None => self.all.push((set, Told::Parts(vec![part]))),
        }
        place
    }

    /// What is left of everyone without each, of every set without those of each table and without what is left of these; and
    /// then of each set without each, until there is nothing new.
    fn all_rests(&mut self, shown: usize, tables: &[Vec<usize>]) {
        let each = |of: std::ops::Range<usize>| of.map(|place| vec![place]).collect::<Vec<_>>();
        // Of two groups that overlap neither lies within the other, but perhaps within all but the other.
        for everyone in tables.iter().filter(|table| table.len() == 1).map(|table| table[0]) {
            self.rests(everyone..everyone + 1, &each(0..shown));
        }
        self.rests(0..self.all.len(), tables);
        let rests = each(shown..self.all.len());
        self.rests(shown..self.all.len(), tables);
        self.rests(0..self.all.len(), &rests);
        let mut known = 0;
        while known < self.all.len() {
            known = self.all.len();
            self.rests(0..known, &each(0..known));
        }
    }

    /// What is left of some sets without those of each table that lie within them.
    fn rests(&mut self, of: std::ops::Range<usize>, tables: &[Vec<usize>]) {
        for whole in of {
            for table in tables {
                if self.all.len() >= MOST {
                    return;
                }
                let of = &self.all[whole].0;
                let within: Vec<usize> = table
                    .iter()
                    .copied()
                    .filter(|it| *it != whole && self.all[*it].0.is_within(of))
                    .collect();
                let rest = within.iter().fold(of.clone(), |rest, it| rest.less(&self.all[*it].0));
                let is_new = !within.is_empty() && !rest.is_empty() && !self.places.contains_key(&rest);
                if is_new {
                    self.places.insert(rest.clone(), self.all.len());
                    self.all.push((rest, Told::Rest(whole, within)));
                }
            }
        }
    }
}
