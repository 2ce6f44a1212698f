//! The same over several days: parts of now, and parts of then with what was said in them then.
//!
//! Refuses to know: when anything was shared.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use super::bounds::Bounds;
use super::cover::Cover;
use super::follows::told_apart;
use super::{Combinations, Figures, Parts, Target, is_told};

/// Of the parts of now, those that are hidden where it takes more of them for no few to be a sum or a difference of what is
/// shown: of what any two of them have in common or not. What is told whatever is hidden of now is told already.
pub fn hidden_from_sums(
    (parts, now): (&Parts, usize),
    mut hidden: Vec<bool>,
    is_few: impl Fn(&[usize]) -> bool,
    combinations: &mut Combinations,
) -> Vec<bool> {
    let mut shut = hidden.clone();
    hide(&mut shut, now, 0);
    let all = told_apart(parts, now).into_iter().filter(|set| is_few(set));
    let told = combinations.of(parts, &shut);
    let few: Vec<Vec<usize>> = all.filter(|set| !told.has(parts, set)).collect();
    let size = |part: usize| parts.of[part].iter().map(|atom| parts.size(*atom)).sum::<u32>();
    loop {
        let told = combinations.of(parts, &hidden);
        let Some(set) = few.iter().find(|set| told.has(parts, set)) else { break };
        for next in
            cover((parts, now), &hidden, set, size, |with| !combinations.of(parts, with).has(parts, set))
        {
            hide(&mut hidden, now, next);
        }
    }
    hidden.truncate(now);
    hidden
}

/// What is best hidden of now besides: what closes the gap, else all where that does, else the smallest that has to do with it.
fn cover(
    (parts, now): (&Parts, usize),
    hidden: &[bool],
    atoms: &[usize],
    size: impl Fn(usize) -> u32,
    mut closes: impl FnMut(&[bool]) -> bool,
) -> Vec<usize> {
    let target = Target { atoms: atoms.to_vec(), facet: None };
    let mut open: Vec<usize> = (0..now).filter(|it| !hidden[*it]).collect();
    open.sort_by_key(|it| (*it == 0, !parts.meets(*it, &target), size(*it), *it));
    let mut closes = |too: &[usize]| {
        let mut with = hidden.to_vec();
        too.iter().for_each(|part| hide(&mut with, now, *part));
        closes(&with)
    };
    let groups: Vec<usize> = open.iter().copied().filter(|it| *it != 0).collect();
    let meeting: Vec<usize> = groups.iter().copied().filter(|it| parts.meets(*it, &target)).collect();
    let cover = Cover { parts, hidden: &hidden[..now], groups: &groups, meeting: &meeting };
    match cover.found(&size, &mut closes) {
        Some(found) => found,
        None if closes(&[0]) => vec![0],
        None => open.first().copied().into_iter().collect(),
    }
}

/// Hides a part of now: with everyone, all.
fn hide(hidden: &mut [bool], now: usize, part: usize) {
    match part {
        0 => hidden[..now].fill(true),
        _group => hidden[part] = true,
    }
}

/// A line over the parts of now, which come first, and those of then.
pub struct OverDays<'a> {
    /// All of them.
    pub parts: &'a Parts,
    /// What was said in them.
    pub figures: &'a Figures,
    /// How many are of now; the first of them is everyone.
    pub now: usize,
    /// Of each part, whether all that was said in it is known.
    pub whole: &'a [bool],
    /// By atom, what was said in it.
    pub by_atom: &'a [Vec<u32>],
}

/// A few settings of which nothing is to be told.
pub struct Few {
    /// Their atoms.
    pub atoms: Vec<usize>,
    /// Whether any of them is known to have judged.
    pub judged: bool,
}

impl OverDays<'_> {
    /// Of the parts of now, those that are hidden where it takes more of them for nothing to be told of any of these few. What is
    /// told whatever is hidden of now is told already.
    pub fn hidden(&self, mut hidden: Vec<bool>, few: &[Few], combinations: &mut Combinations) -> Vec<bool> {
        if few.iter().any(self.tells(&hidden, combinations)) {
            let mut shut = hidden.clone();
            hide(&mut shut, self.now, 0);
            let open: Vec<&Few> = {
                let is_told = self.tells(&shut, combinations);
                few.iter().filter(|few| !is_told(few)).collect()
            };
            loop {
                let next = self.next(&hidden, &open, combinations);
                if next.is_empty() {
                    break;
                }
                next.into_iter().for_each(|part| hide(&mut hidden, self.now, part));
            }
        }
        hidden.truncate(self.now);
        hidden
    }

    /// What is to be hidden next for nothing to be told of any of these.
    fn next(&self, hidden: &[bool], few: &[&Few], combinations: &mut Combinations) -> Vec<usize> {
        let is_told = self.tells(hidden, combinations);
        let Some(told) = few.iter().find(|few| is_told(few)) else { return Vec::new() };
        let size = |part: usize| self.figures.settings[part];
        let closes = |with: &[bool]| self.is_open(told, &self.parts.alike(with));
        cover((self.parts, self.now), hidden, &told.atoms, size, closes)
    }

    /// Whether the figure of some few is a sum or a difference of what is shown, or bounds leave one number of something for them.
    fn tells<'r>(
        &'r self,
        hidden: &'r [bool],
        combinations: &'r mut Combinations,
    ) -> impl Fn(&Few) -> bool + 'r {
        let told = combinations.of(self.parts, hidden);
        let alike = self.parts.alike(hidden);
        let bounds =
            LazyCell::new(move || Bounds::of(self.parts, self.figures, told.sums(self.parts, hidden)));
        // Of a part of then, others may have said otherwise whose words of then are not known.
        let shut: Vec<bool> =
            hidden.iter().zip(self.whole).map(|(hidden, whole)| *hidden || !whole).collect();
        move |few| {
            !self.is_open(few, &alike)
                && (is_told(&bounds, (self.parts, self.figures), &shut, &few.atoms)
                    || few.judged && told.has(self.parts, &few.atoms))
        }
    }

    /// Whether each thing that some few said may as well have been said by others in their place: by settings which nothing that is
    /// shown tells apart from them. Then nothing about it follows, in whatever way.
    fn is_open(&self, few: &Few, alike: &[usize]) -> bool {
        let within: BTreeSet<usize> = few.atoms.iter().copied().collect();
        let kinds = self.figures.kinds.len();
        let mut said: BTreeMap<usize, [Vec<u32>; 2]> =
            few.atoms.iter().map(|atom| (alike[*atom], [vec![0; kinds], vec![0; kinds]])).collect();
        for (atom, counts) in self.by_atom.iter().enumerate() {
            if let Some(said) = said.get_mut(&alike[atom]) {
                let of = &mut said[usize::from(within.contains(&atom))];
                of.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
            }
        }
        let all = |of: &[u32]| {
            of.iter()
                .zip(self.figures.kinds)
                .filter(|(_, kind)| kind.is_none())
                .map(|(count, _)| count)
                .sum::<u32>()
        };
        let was_said = |thing: usize| said.values().any(|[_, inside]| inside[thing] > 0);
        let may_be_another = |thing: usize| {
            said.values().any(|[outside, inside]| {
                inside[thing] > 0 && all(outside) > outside[thing]
                    || all(inside) > inside[thing] && outside[thing] > 0
            })
        };
        (0..kinds).filter(|thing| was_said(*thing)).all(may_be_another)
    }
}
