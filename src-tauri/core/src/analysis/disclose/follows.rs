//! What follows from sums that are shown by adding them and taking them away, however many and however often.
//!
//! Exact: a set of settings follows where its sign is a combination of the signs of what is shown, by elimination modulo a
//! prime. Looked at are all sets that two parts, or a part and what is hidden of a table, tell apart. Refuses to know: figures.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::Parts;
use super::sums::Sums;

/// Products of two numbers below it fit into 64 bits.
const PRIME: u64 = 2_147_483_647;

/// So much is kept at most of what was worked out, since it is large.
const MOST: usize = 64;

/// What follows from which parts are shown; each of them is worked out once.
#[derive(Debug, Clone)]
pub struct Follows {
    sets: BTreeSet<Vec<usize>>,
    known: BTreeMap<Vec<bool>, Vec<Vec<usize>>>,
    combinations: Combinations,
}

/// The same of one set at a time, where there are too many parts to look at all that they tell apart.
#[derive(Debug, Clone, Default)]
pub struct Combinations {
    known: BTreeMap<Vec<bool>, Told>,
}

/// What is told where some parts are hidden.
#[derive(Debug, Clone)]
pub struct Told {
    combined: Vec<Combined>,
    sums: OnceCell<Sums>,
}

impl Combinations {
    /// What is told where these parts are hidden.
    pub fn of(&mut self, parts: &Parts, hidden: &[bool]) -> &Told {
        if self.known.len() >= MOST && !self.known.contains_key(hidden) {
            self.known.clear();
        }
        let told = || Told { combined: combined(parts, hidden), sums: OnceCell::new() };
        self.known.entry(hidden.to_vec()).or_insert_with(told)
    }
}

impl Told {
    /// Whether everything of these atoms is.
    pub fn has(&self, parts: &Parts, set: &[usize]) -> bool {
        follows(&self.combined, set, parts.atoms.len())
    }

    /// The sets of which figures are told.
    pub fn sums(&self, parts: &Parts, hidden: &[bool]) -> &Sums {
        self.sums.get_or_init(|| Sums::of(parts, hidden))
    }
}

/// A combination of what is shown, one in its own place and nothing in those of the others.
#[derive(Debug, Clone)]
struct Combined {
    place: usize,
    signs: Vec<u64>,
}

impl Follows {
    /// Nothing looked at yet.
    pub fn new(parts: &Parts) -> Self {
        let sets = told_apart(parts, parts.of.len());
        Self { sets, known: BTreeMap::new(), combinations: Combinations::default() }
    }

    /// The sets of atoms of which everything follows where these parts are hidden.
    pub fn from(&mut self, parts: &Parts, hidden: &[bool]) -> &[Vec<usize>] {
        let Self { sets, known, combinations } = self;
        known.entry(hidden.to_vec()).or_insert_with(|| {
            let told = combinations.of(parts, hidden);
            let rests = rests(parts, hidden);
            let fresh = rests.iter().filter(|set| !sets.contains(*set));
            sets.iter().chain(fresh).filter(|set| told.has(parts, set)).cloned().collect()
        })
    }

    /// The sets of which figures are told where these parts are hidden.
    pub fn sums(&mut self, parts: &Parts, hidden: &[bool]) -> &Sums {
        self.combinations.of(parts, hidden).sums(parts, hidden)
    }
}

/// Every atom, and what any two of the first so many parts have in common or not.
pub(super) fn told_apart(parts: &Parts, first: usize) -> BTreeSet<Vec<usize>> {
    let mut sets: BTreeSet<Vec<usize>> = (0..parts.atoms.len()).map(|atom| vec![atom]).collect();
    for one in &parts.of[..first] {
        for other in &parts.of[..first] {
            let (both, apart): (Vec<usize>, Vec<usize>) =
                one.iter().partition(|atom| other.binary_search(atom).is_ok());
            sets.extend([both, apart].into_iter().filter(|set| !set.is_empty()));
        }
    }
    sets
}

/// What every part has in common with all that is hidden of a table.
fn rests(parts: &Parts, hidden: &[bool]) -> BTreeSet<Vec<usize>> {
    let facets: BTreeSet<usize> = parts.facet.iter().copied().collect();
    let mut rests = BTreeSet::new();
    for facet in facets {
        let within = (0..hidden.len()).filter(|part| hidden[*part] && parts.facet[*part] == facet);
        let shut: BTreeSet<usize> = within.flat_map(|part| parts.of[part].iter().copied()).collect();
        for part in &parts.of {
            let rest: Vec<usize> = part.iter().copied().filter(|atom| shut.contains(atom)).collect();
            rests.extend((!rest.is_empty()).then_some(rest));
        }
    }
    rests
}

/// What is shown, brought to its simplest combinations.
fn combined(parts: &Parts, hidden: &[bool]) -> Vec<Combined> {
    let mut all: Vec<Combined> = Vec::new();
    for part in (0..hidden.len()).filter(|part| !hidden[*part]) {
        let mut signs = vec![0; parts.atoms.len()];
        parts.of[part].iter().for_each(|atom| signs[*atom] = 1);
        for known in &all {
            take(&mut signs, known.place, &known.signs);
        }
        let Some(place) = signs.iter().position(|sign| *sign != 0) else { continue };
        let over = inverse(signs[place]);
        signs.iter_mut().for_each(|sign| *sign = *sign * over % PRIME);
        for known in &mut all {
            take(&mut known.signs, place, &signs);
        }
        all.push(Combined { place, signs });
    }
    all
}

/// Takes away as much of others as leaves nothing in a place.
fn take(signs: &mut [u64], place: usize, others: &[u64]) {
    let times = PRIME - signs[place];
    if times < PRIME {
        signs.iter_mut().zip(others).for_each(|(sign, other)| *sign = (*sign + times * other) % PRIME);
    }
}

/// What a number is to be multiplied by to come to one.
fn inverse(number: u64) -> u64 {
    let (mut made, mut square, mut left) = (1, number, PRIME - 2);
    while left > 0 {
        if left % 2 == 1 {
            made = made * square % PRIME;
        }
        square = square * square % PRIME;
        left /= 2;
    }
    made
}

/// Whether a set is a combination of what is shown: of which ones, is told by their own places.
fn follows(combined: &[Combined], set: &[usize], atoms: usize) -> bool {
    let mut within = vec![false; atoms];
    set.iter().for_each(|atom| within[*atom] = true);
    let used: Vec<&Combined> = combined.iter().filter(|one| within[one.place]).collect();
    (0..atoms).all(|atom| {
        let sum = used.iter().map(|one| one.signs[atom]).sum::<u64>() % PRIME;
        sum == u64::from(within[atom])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_is_found_over_two_tables_and_nothing_else() {
        // Everyone; a table of two groups; a table whose first group holds all of the other's first and one more.
        let parts = Parts::new(&[
            (0, (0..9).collect()),
            (1, vec![0, 1, 2, 3]),
            (1, vec![4, 5, 6, 7, 8]),
            (2, vec![0, 1, 2, 3, 4]),
            (2, vec![5, 6, 7, 8]),
        ]);
        let mut follows = Follows::new(&parts);
        let one = parts.atoms.iter().position(|places| places == &[4]).expect("the one between");
        assert!(follows.from(&parts, &[false; 5]).contains(&vec![one]));
        assert!(follows.from(&parts, &[true, false, true, false, true]).contains(&vec![one]));
        assert!(!follows.from(&parts, &[false, true, true, false, false]).contains(&vec![one]));
    }

    #[test]
    fn every_number_has_what_makes_one_of_it() {
        for number in [1, 2, 3, 46_341, PRIME - 1] {
            assert_eq!(number * inverse(number) % PRIME, 1, "{number}");
        }
    }
}
