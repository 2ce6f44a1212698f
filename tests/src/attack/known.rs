//! What can be worked out from figures: by the least and the most of each thing, and by adding and taking away.
//!
//! Nothing of the program is used here: an attacker brings a program of his own.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Rows;

/// Ratings, a bit each: exceeds, met, mostly, partly, not met, not applicable, no judgement, blank, not asked.
pub type What = u16;

pub const MET: What = 0b11;
pub const JUDGED: What = 0b1_1111;
pub const EVERY: What = 0b1_1111_1111;
/// What a figure with its base tells apart: met, judged otherwise, not judged.
pub const THINGS: [What; 3] = [MET, JUDGED & !MET, EVERY & !JUDGED];
const RATINGS: usize = 9;
/// Of each atom: the three things, then the ratings.
const EACH: usize = 3 + RATINGS;
/// No thing was said more often.
const PLACES: i64 = Rows::PLACES as i64;
const PRIME: u64 = 998_244_353;
/// So many sets are made by taking one from another, of one question.
const MOST: usize = 400;

/// So many ratings of some kind are among those of some questions by some returns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    pub of: Vec<(usize, Rows)>,
    pub what: What,
    pub count: i64,
    /// Whether it is the very number, or there may be more.
    pub more: bool,
}

/// What is known of the ratings.
pub struct Known {
    /// By question, the returns that no figure tells apart.
    atoms: BTreeMap<usize, Vec<Rows>>,
    first: BTreeMap<usize, usize>,
    /// What was read.
    given: BTreeSet<Fact>,
    /// The same, and what is left where one of them is taken from another.
    facts: BTreeSet<Fact>,
    bounds: Vec<(i64, i64)>,
}

/// Variables that are added, variables that are taken away, and what is left.
type Equation = (Vec<usize>, Vec<usize>, i64);

impl Known {
    /// What follows from facts; the sets of returns that are asked about later are told apart too.
    pub fn of(whole: &BTreeMap<usize, Rows>, facts: BTreeSet<Fact>, asked: &[Rows]) -> Self {
        let mut atoms: BTreeMap<usize, Vec<Rows>> =
            whole.iter().map(|(question, rows)| (*question, vec![*rows])).collect();
        for (question, rows) in facts.iter().flat_map(|fact| &fact.of) {
            split(atoms.get_mut(question).expect("a question"), *rows);
        }
        for rows in asked {
            atoms.values_mut().for_each(|atoms| split(atoms, *rows));
        }
        let mut first = BTreeMap::new();
        let mut many = 0;
        for (question, atoms) in &atoms {
            first.insert(*question, many);
            many += atoms.len() * EACH;
        }
        let mut known = Self {
            atoms,
            first,
            facts: closed(facts.clone()),
            given: facts,
            bounds: vec![(0, PLACES); many],
        };
        known.narrow();
        known
    }

    /// The returns that are told apart, of any question.
    pub fn atoms(&self) -> Vec<Rows> {
        self.atoms.values().flatten().copied().collect::<BTreeSet<Rows>>().into_iter().collect()
    }

    fn places(&self, question: usize, rows: Rows) -> impl Iterator<Item = usize> + '_ {
        let first = self.first[&question];
        let of = self.atoms[&question].iter().enumerate();
        of.filter(move |(_, atom)| !(**atom & rows).is_empty()).map(move |(place, _)| first + place * EACH)
    }

    /// The variables of some ratings: the three things where they are told whole, else the ratings.
    fn of_kind(&self, question: usize, rows: Rows, what: What) -> Vec<usize> {
        let whole = THINGS.iter().enumerate().filter(|(_, thing)| what & **thing == **thing);
        let whole: Vec<(usize, What)> = whole.map(|(place, thing)| (place, *thing)).collect();
        let rest = whole.iter().fold(what, |rest, (_, thing)| rest & !thing);
        let ratings = (0..RATINGS).filter(|rating| rest >> rating & 1 == 1).map(|rating| 3 + rating);
        let kinds: Vec<usize> = whole.iter().map(|(place, _)| *place).chain(ratings).collect();
        self.places(question, rows).flat_map(|place| kinds.iter().map(move |kind| place + kind)).collect()
    }

    fn variables(&self, of: &[(usize, Rows)], what: What) -> Vec<usize> {
        of.iter().flat_map(|(question, rows)| self.of_kind(*question, *rows, what)).collect()
    }

    /// Narrows until nothing moves.
    fn narrow(&mut self) {
        let mut equations: Vec<Equation> = Vec::new();
        for (question, atoms) in &self.atoms {
            for (place, atom) in atoms.iter().enumerate() {
                let at = self.first[question] + place * EACH;
                equations.push(((at..at + 3).collect(), Vec::new(), i64::from(atom.many())));
                for (thing, what) in THINGS.iter().enumerate() {
                    let ratings = (0..RATINGS).filter(|rating| what >> rating & 1 == 1);
                    equations.push((ratings.map(|rating| at + 3 + rating).collect(), vec![at + thing], 0));
                }
            }
        }
        for fact in &self.facts {
            let more = self.bounds.len();
            let less = if fact.more { vec![more] } else { Vec::new() };
            self.bounds.extend(less.iter().map(|_| (0, PLACES)));
            equations.push((self.variables(&fact.of, fact.what), less, fact.count));
        }
        loop {
            let mut moved = false;
            for equation in &equations {
                moved |= narrowed(&mut self.bounds, equation);
            }
            if !moved {
                return;
            }
        }
    }

    fn added(&self, variables: &[usize]) -> (i64, i64) {
        variables.iter().fold((0, 0), |sum, it| (sum.0 + self.bounds[*it].0, sum.1 + self.bounds[*it].1))
    }

    /// The least and the most of some kind that some returns said of a question: by their atoms, and by each figure that
    /// they are part of or that is part of them.
    pub fn of_cell(&self, question: usize, rows: Rows, what: What) -> (i64, i64) {
        let mut found = self.added(&self.of_kind(question, rows, what));
        for fact in self.facts.iter().filter(|fact| fact.what == what && !fact.more) {
            let [(of, held)] = fact.of[..] else { continue };
            if of != question {
                continue;
            }
            if rows.is_within(held) {
                let (low, high) = self.added(&self.of_kind(question, held & !rows, what));
                found = (found.0.max(fact.count - high), found.1.min(fact.count - low));
            } else if held.is_within(rows) {
                let (low, high) = self.added(&self.of_kind(question, rows & !held, what));
                found = (found.0.max(fact.count + low), found.1.min(fact.count + high));
            }
        }
        found
    }

    /// Whether each of them is in a larger group of which all are shown to have said the same, so that it is said of each.
    pub fn is_of_one_mind(&self, question: usize, rows: Rows, what: What) -> bool {
        let all = |fact: &Fact| match fact.of[..] {
            [(of, held)] if of == question && !fact.more && fact.what & !what == 0 => {
                Some(held).filter(|_| fact.count == i64::from(held.many()) && rows != held)
            }
            _ => None,
        };
        self.facts.iter().filter_map(all).fold(rows, |left, held| left & !held).is_empty()
    }

    /// Everything of some kind that follows by adding figures and taking them away.
    pub fn combined(&self, what: What) -> Combined<'_> {
        let mut made = Combined { known: self, rows: BTreeMap::new() };
        for fact in self.given.iter().filter(|fact| fact.what == what && !fact.more) {
            made.add(&fact.of);
        }
        made
    }
}

/// Figures brought to their simplest combinations: each has a place that no other has.
pub struct Combined<'k> {
    known: &'k Known,
    rows: BTreeMap<usize, BTreeMap<usize, u64>>,
}

impl Combined<'_> {
    fn signs(&self, of: &[(usize, Rows)]) -> BTreeMap<usize, u64> {
        let places = of.iter().flat_map(|(question, rows)| self.known.places(*question, *rows));
        places.map(|place| (place, 1)).collect()
    }

    fn add(&mut self, of: &[(usize, Rows)]) {
        let mut row = self.left(self.signs(of));
        let Some((&place, &sign)) = row.iter().next() else { return };
        let over = power(sign, PRIME - 2);
        row.values_mut().for_each(|one| *one = *one * over % PRIME);
        self.rows.values_mut().for_each(|other| take(other, place, &row));
        self.rows.insert(place, row);
    }

    /// What is left of a row without the places of the others.
    fn left(&self, mut row: BTreeMap<usize, u64>) -> BTreeMap<usize, u64> {
        let places: Vec<usize> = row.keys().copied().filter(|place| self.rows.contains_key(place)).collect();
        places.into_iter().for_each(|place| take(&mut row, place, &self.rows[&place]));
        row
    }

    /// Whether what these said follows, less what those said.
    pub fn follows(&self, of: &[(usize, Rows)], less: &[(usize, Rows)]) -> bool {
        let mut signs = self.signs(of);
        for place in self.signs(less).into_keys() {
            signs.insert(place, PRIME - 1);
        }
        self.left(signs).is_empty()
    }
}

/// Takes away as much of another row as leaves nothing in a place.
fn take(row: &mut BTreeMap<usize, u64>, place: usize, other: &BTreeMap<usize, u64>) {
    let Some(times) = row.get(&place).map(|sign| PRIME - sign) else { return };
    for (at, sign) in other {
        let one = row.entry(*at).or_default();
        *one = (*one + times * sign) % PRIME;
        if *one == 0 {
            row.remove(at);
        }
    }
}

fn power(number: u64, times: u64) -> u64 {
    (0..64).rev().fold(1, |made, bit| {
        let square = made * made % PRIME;
        if times >> bit & 1 == 1 { square * number % PRIME } else { square }
    })
}

fn split(atoms: &mut Vec<Rows>, rows: Rows) {
    let halves = atoms.iter().flat_map(|atom| [*atom & rows, *atom & !rows]).filter(|half| !half.is_empty());
    *atoms = halves.collect();
}

/// The facts with those of one question that are left where one that lies within another is taken from it.
fn closed(mut facts: BTreeSet<Fact>) -> BTreeSet<Fact> {
    let mut of: BTreeMap<(usize, What), BTreeMap<Rows, i64>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| !fact.more) {
        if let [(question, rows)] = fact.of[..] {
            of.entry((question, fact.what)).or_default().insert(rows, fact.count);
        }
    }
    for ((question, what), mut sets) in of {
        let mut before = 0;
        while before < sets.len() && sets.len() < MOST {
            before = sets.len();
            let all: Vec<(Rows, i64)> = sets.iter().map(|(rows, count)| (*rows, *count)).collect();
            for (whole, count) in &all {
                for (part, less) in all.iter().filter(|(part, _)| part.is_within(*whole) && part != whole) {
                    if sets.len() < MOST {
                        sets.entry(*whole & !*part).or_insert(count - less);
                    }
                }
            }
        }
        let made = sets.into_iter().map(|(rows, count)| Fact {
            of: vec![(question, rows)],
            what,
            count,
            more: false,
        });
        facts.extend(made);
    }
    facts
}

/// Narrows what an equation holds; tells whether anything moved.
fn narrowed(bounds: &mut [(i64, i64)], (plus, minus, count): &Equation) -> bool {
    let (mut least, mut most) = (-count, -count);
    for it in plus {
        (least, most) = (least + bounds[*it].0, most + bounds[*it].1);
    }
    for it in minus {
        (least, most) = (least - bounds[*it].1, most - bounds[*it].0);
    }
    let mut moved = false;
    for it in plus {
        let (low, high) = bounds[*it];
        bounds[*it] = (low.max(high - most), high.min(low - least));
        assert!(bounds[*it].0 <= bounds[*it].1, "figures that cannot all be true");
        moved |= bounds[*it] != (low, high);
    }
    for it in minus {
        let (low, high) = bounds[*it];
        bounds[*it] = (low.max(high + least), high.min(low + most));
        moved |= bounds[*it] != (low, high);
    }
    moved
}
