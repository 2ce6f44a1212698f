//! Which figures are hidden in what is shared, so that nothing about a handful of settings can be worked out.
//!
//! A figure that speaks of fewer settings than the round's smallest number is hidden, and so is whatever else one
//! would need to work it out: by subtraction, over two tables, or because all the others said one thing.
//! What is said by everybody alike follows from the figure for all and is no secret. Refuses to know: tables and words.

mod bounds;
mod cover;
mod follows;
mod over_days;
mod sums;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use bounds::Bounds;
use cover::Cover;
pub use follows::{Combinations, Follows};
pub use over_days::{Few, OverDays, hidden_from_sums};

/// The parts of the returns that figures speak of, and what they have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The places of the settings in each atom: settings that no part tells apart.
    atoms: Vec<Vec<usize>>,
    /// The atoms of each part, in their order.
    of: Vec<Vec<usize>>,
    /// Which parts stand in one table, beside each other.
    facet: Vec<usize>,
}

impl Parts {
    /// Parts by the table in which they stand and the places of their settings; those of one table do not overlap.
    pub fn new(parts: &[(usize, Vec<usize>)]) -> Self {
        let most = parts.iter().flat_map(|(_, places)| places).max().map_or(0, |place| place + 1);
        let mut signs: Vec<Vec<usize>> = vec![Vec::new(); most];
        for (at, (_, places)) in parts.iter().enumerate() {
            for place in places {
                signs[*place].push(at);
            }
        }
        let signed = signs.into_iter().enumerate().filter(|(_, sign)| !sign.is_empty());
        let mut signed: Vec<(Vec<usize>, usize)> = signed.map(|(place, sign)| (sign, place)).collect();
        signed.sort_unstable();
        let mut atoms: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for (sign, place) in signed {
            match atoms.last_mut() {
                Some((last, places)) if *last == sign => places.push(place),
                _ => atoms.push((sign, vec![place])),
            }
        }
        let within =
            |part: usize| (0..atoms.len()).filter(|atom| atoms[*atom].0.contains(&part)).collect::<Vec<_>>();
        Self {
            of: (0..parts.len()).map(within).collect(),
            facet: parts.iter().map(|(facet, _)| *facet).collect(),
            atoms: atoms.into_iter().map(|(_, places)| places).collect(),
        }
    }

    /// The same with one part more, in a table of its own.
    #[must_use]
    pub fn and(&self, places: &[usize]) -> Self {
        let within: BTreeSet<&usize> = places.iter().collect();
        let mut made = Self { atoms: Vec::new(), of: vec![Vec::new(); self.of.len() + 1], facet: Vec::new() };
        for (atom, places) in self.atoms.iter().enumerate() {
            let (inside, outside): (Vec<usize>, Vec<usize>) =
                places.iter().partition(|place| within.contains(place));
            let mut holds: Vec<usize> =
                (0..self.of.len()).filter(|part| self.of[*part].binary_search(&atom).is_ok()).collect();
            for (half, last) in [(outside, None), (inside, Some(self.of.len()))] {
                if !half.is_empty() {
                    holds.extend(last);
                    holds.iter().for_each(|part| made.of[*part].push(made.atoms.len()));
                    made.atoms.push(half);
                }
            }
        }
        let next = self.facet.iter().max().map_or(0, |last| last + 1);
        made.facet = self.facet.iter().copied().chain([next]).collect();
        made
    }

    /// By atom, something counted over the places of its settings.
    pub fn by_atom<T>(&self, count: impl Fn(&[usize]) -> T) -> Vec<T> {
        self.atoms.iter().map(|places| count(places)).collect()
    }

    /// The atoms of some places, each once and in order.
    pub fn atoms_of(&self, places: &[usize]) -> Vec<usize> {
        let of: BTreeSet<&usize> = places.iter().collect();
        (0..self.atoms.len())
            .filter(|atom| self.atoms[*atom].iter().any(|place| of.contains(place)))
            .collect()
    }

    /// By atom, a number that it shares with those which no part that is shown tells apart from it.
    fn alike(&self, hidden: &[bool]) -> Vec<usize> {
        let mut alike = vec![0; self.atoms.len()];
        let mut next = 1;
        for part in (0..hidden.len()).filter(|part| !hidden[*part]) {
            let mut split: BTreeMap<usize, usize> = BTreeMap::new();
            for atom in &self.of[part] {
                alike[*atom] = *split.entry(alike[*atom]).or_insert_with(|| {
                    next += 1;
                    next
                });
            }
        }
        alike
    }

    /// The atoms of each part.
    pub fn atoms_by_part(&self) -> &[Vec<usize>] {
        &self.of
    }

    /// The table in which a part stands.
    pub fn facet(&self, part: usize) -> usize {
        self.facet[part]
    }

    fn size(&self, atom: usize) -> u32 {
        u32::try_from(self.atoms[atom].len()).unwrap_or(u32::MAX)
    }

    /// Whether a part stands in a table in which a target is a group, or speaks of any of the same settings.
    fn meets(&self, part: usize, target: &Target) -> bool {
        let is_beside =
            |whole: usize| self.facet[whole] == self.facet[part] && self.of[whole] == target.atoms;
        Some(self.facet[part]) == target.facet
            || (0..self.of.len()).any(is_beside)
            || target.atoms.iter().any(|atom| self.of[part].binary_search(atom).is_ok())
    }
}

/// Of which other thing something is a kind; none where it stands by itself, and with those beside it is everything.
pub type Kind = Option<usize>;

/// Met, judged otherwise, and nothing judged.
pub const THINGS: &[Kind] = &[None, None, None];

/// It is so, and it is not.
pub const YES_NO: &[Kind] = &[None, None];

/// A line of figures over the parts: one question, or one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// By part, how often each thing was said, or the first of them.
    pub said: Vec<Vec<u32>>,
    /// Of each thing, of which other it is a kind.
    pub kinds: &'static [Kind],
    /// By part, how many settings that speaks of.
    pub settings: Vec<u32>,
    /// How many settings of each atom it speaks of, by everything that must not be told of a few.
    pub atoms: Vec<Vec<u32>>,
}

/// Settings of which something can be worked out, and the table in which they are a group.
struct Target {
    atoms: Vec<usize>,
    facet: Option<usize>,
}

/// A line that is to be hidden as far as needs be.
struct Shut<'a> {
    parts: &'a Parts,
    figures: &'a Figures,
    threshold: u32,
    small: Vec<usize>,
    /// Parts that are hidden whatever they hold.
    stays: BTreeSet<usize>,
}

/// Which parts are hidden in a line.
pub fn hidden(parts: &Parts, figures: &Figures, threshold: u32, follows: &mut Follows) -> Vec<bool> {
    hidden_with(parts, figures, threshold, follows, BTreeSet::new())
}

/// The same where some parts are to stay hidden, and nothing is to follow about those either.
pub fn hidden_with(
    parts: &Parts,
    figures: &Figures,
    threshold: u32,
    follows: &mut Follows,
    stays: BTreeSet<usize>,
) -> Vec<bool> {
    let small: Vec<usize> = (0..figures.settings.len())
        .filter(|part| (1..threshold).contains(&figures.settings[*part]))
        .collect();
    let is_shut = |part: usize| small.contains(&part) || stays.contains(&part);
    let mut hidden: Vec<bool> = (0..figures.settings.len()).map(is_shut).collect();
    let line = Shut { parts, figures, threshold, small, stays };
    while let Some(target) = line.exposed(&hidden, follows) {
        let cover = line.cover(&hidden, follows, &target);
        if cover.is_empty() {
            break;
        }
        cover.into_iter().for_each(|part| hidden[part] = true);
    }
    hidden
}

/// Whether anything about a few settings follows from the parts of a line that are not hidden.
pub fn tells(parts: &Parts, figures: &Figures, hidden: &[bool], threshold: u32) -> bool {
    let line = Shut { parts, figures, threshold, small: Vec::new(), stays: BTreeSet::new() };
    line.combined(hidden, &mut Follows::new(parts)).is_some()
}

impl Shut<'_> {
    /// Settings, too few, of which something can be worked out from what is shown.
    fn exposed(&self, hidden: &[bool], follows: &mut Follows) -> Option<Target> {
        let told = self.small.iter().find(|part| self.is_alone(hidden, **part)).copied();
        told.map(|part| self.part(part))
            .or_else(|| self.combined(hidden, follows))
            .or_else(|| self.bounded(hidden, follows))
    }

    /// Whether the parts that are hidden beside a small one are too few with it.
    fn is_alone(&self, hidden: &[bool], part: usize) -> bool {
        let facet = &self.parts.facet;
        let beside = (0..hidden.len()).filter(|it| hidden[*it] && facet[*it] == facet[part]);
        let rest: u32 = beside.map(|it| self.figures.settings[it]).sum();
        rest < self.threshold && (0..hidden.len()).any(|it| !hidden[it] && covers(self.parts, it, part))
    }

    /// A few settings, or a part that stays hidden, whose figure is a sum or a difference of what is shown.
    fn combined(&self, hidden: &[bool], follows: &mut Follows) -> Option<Target> {
        let few = |set: &&Vec<usize>| {
            let told = |of: &Vec<u32>| set.iter().map(|atom| of[*atom]).sum::<u32>();
            let stays = self.stays.iter().any(|part| self.parts.of[*part] == **set);
            stays || self.figures.atoms.iter().any(|of| (1..self.threshold).contains(&told(of)))
        };
        let found = follows.from(self.parts, hidden).iter().find(few)?;
        Some(Target { atoms: found.clone(), facet: None })
    }

    /// A small part that said only one number of something, given what is shown.
    fn bounded(&self, hidden: &[bool], follows: &mut Follows) -> Option<Target> {
        if self.small.is_empty() {
            return None;
        }
        let bounds = Bounds::of(self.parts, self.figures, follows.sums(self.parts, hidden));
        let told =
            |part: &&usize| is_told(&bounds, (self.parts, self.figures), hidden, &self.parts.of[**part]);
        self.small.iter().find(told).map(|part| self.part(*part))
    }

    fn part(&self, part: usize) -> Target {
        Target { atoms: self.parts.of[part].clone(), facet: Some(self.parts.facet[part]) }
    }

    /// What is best hidden besides: what closes the gap, else the smallest that has to do with it; the figure for everyone last
    /// of all.
    fn cover(&self, hidden: &[bool], follows: &mut Follows, target: &Target) -> Vec<usize> {
        let mut open: Vec<usize> =
            (0..hidden.len()).filter(|it| !hidden[*it] && self.parts.meets(*it, target)).collect();
        let size = |it: usize| self.figures.settings[it];
        open.sort_by_key(|it| (*it == 0, Some(self.parts.facet[*it]) != target.facet, size(*it), *it));
        let groups: Vec<usize> = open.iter().copied().filter(|it| *it != 0).collect();
        let cover = Cover { parts: self.parts, hidden, groups: &groups, meeting: &groups };
        let found = cover.found(size, |too| self.closes(hidden, follows, target, too));
        found.unwrap_or_else(|| open.first().copied().into_iter().collect())
    }

    /// Whether nothing about a target, or about any few, is told where these are hidden too.
    fn closes(&self, hidden: &[bool], follows: &mut Follows, target: &Target, too: &[usize]) -> bool {
        let mut with = hidden.to_vec();
        too.iter().for_each(|part| with[*part] = true);
        match target.facet {
            Some(_) => self.exposed(&with, follows).is_none(),
            None => !follows.from(self.parts, &with).contains(&target.atoms),
        }
    }
}

/// Whether a part lies within another.
fn covers(parts: &Parts, whole: usize, part: usize) -> bool {
    whole != part && holds(parts, whole, &parts.of[part])
}

/// Whether a part holds all of some atoms.
fn holds(parts: &Parts, whole: usize, atoms: &[usize]) -> bool {
    atoms.iter().all(|atom| parts.of[whole].binary_search(atom).is_ok())
}

/// Whether the bounds leave one number above none of something that some atoms said; but for what is said of each of them, since
/// everybody in a larger part that is shown said it.
fn is_told(
    bounds: &Bounds<'_>,
    (parts, figures): (&Parts, &Figures),
    hidden: &[bool],
    atoms: &[usize],
) -> bool {
    let found = bounds.of_atoms(atoms).into_iter().enumerate();
    let mut told = found.filter(|(_, (least, most))| least == most && *least > 0);
    told.any(|(thing, _)| !is_unanimous(parts, figures, hidden, (atoms, thing)))
}

/// Whether everybody in a larger part that is shown said one thing, so that it is said of each.
fn is_unanimous(
    parts: &Parts,
    figures: &Figures,
    hidden: &[bool],
    (atoms, thing): (&[usize], usize),
) -> bool {
    let all = |whole: usize| {
        let total = parts.of[whole].iter().map(|atom| parts.size(*atom)).sum::<u32>();
        !hidden[whole] && figures.said[whole].get(thing) == Some(&total) && holds(parts, whole, atoms)
    };
    (0..hidden.len()).any(all)
}
