//! What was shared before and what may be shared now, together: by the least and the most that all their figures leave.
//!
//! A figure of then and one of now that speak of many can leave one number alone for the few of a cell that one of them hides,
//! or for the few who came, went or changed between. What is not known of then is taken to be known to the reader, who then
//! knows more than anybody does. Refuses to know: in which paper it was shared.

use std::collections::BTreeMap;

use super::super::disclose::{self, Combinations, Few, Figures, Parts, hidden_from_sums};
use super::super::grid::Grid;
use super::super::group::By;
use super::super::tally::{Mark, Tally};
use super::since::Since;
use super::{RATED, said};
use crate::submission::SubmissionId;

/// The parts of now, and those of what was shared before.
#[derive(Debug, Clone)]
pub(super) struct OverDays {
    parts: Parts,
    rows: Vec<Vec<usize>>,
    /// How many of them are parts of now, and of each day before.
    each: usize,
    /// Of each part, whether all that was said in it is known.
    whole: Vec<bool>,
    /// What returns had said then that went or changed since: their places come after those of now.
    then: Vec<Vec<u8>>,
    /// The atoms of those who came, went or changed since, of each part.
    between: Vec<Vec<usize>>,
    /// By question, of each part of then whether it was hidden.
    was_hidden: Vec<Vec<bool>>,
    /// Of each day, which earlier papers are of it.
    days: Vec<Vec<usize>>,
    /// Whose what returns had said then is.
    whose: Vec<SubmissionId>,
}

/// Returns as they were then, each once: which one, where, and what it had said.
struct Versions<'s> {
    after: usize,
    places: BTreeMap<(SubmissionId, [&'s str; 4], &'s [u8]), usize>,
}

/// A part of a day that is past.
struct Then {
    rows: Vec<usize>,
    came: Vec<usize>,
    went: Vec<usize>,
    whole: bool,
}

impl OverDays {
    /// None where nothing was shared before of which anything changed.
    pub fn of(parts: &Parts, rows: &[Vec<usize>], since: &[Since]) -> Option<Self> {
        let columns = 0..since.first()?.columns();
        let mut days: Vec<Vec<usize>> = Vec::new();
        for (place, one) in since.iter().enumerate().filter(|(_, one)| one.many() > 0) {
            match days.iter_mut().find(|day| one.tells_as(&since[day[0]])) {
                Some(day) => day.push(place),
                None => days.push(vec![place]),
            }
        }
        let known: Vec<&Since> = days.iter().map(|day| &since[day[0]]).collect();
        if known.is_empty() {
            return None;
        }
        let mut versions = Versions { after: rows[0].len(), places: BTreeMap::new() };
        let mut then: Vec<Then> = Vec::new();
        for one in &known {
            then.extend(rows.iter().enumerate().map(|(part, rows)| versions.then(one, (part, rows))));
        }
        let facets = 1 + (0..rows.len()).map(|part| parts.facet(part)).max().unwrap_or(0);
        let facet = |part: usize| part / rows.len() * facets + parts.facet(part % rows.len());
        let all = rows.iter().chain(then.iter().map(|one| &one.rows)).cloned().enumerate();
        let all: Vec<(usize, Vec<usize>)> = all.map(|(part, rows)| (facet(part), rows)).collect();
        let made = Parts::new(&all);
        let between = then.iter().flat_map(|one| [&one.came, &one.went]).map(|places| made.atoms_of(places));
        let mut between: Vec<Vec<usize>> = between.filter(|atoms| !atoms.is_empty()).collect();
        between.sort_unstable();
        between.dedup();
        let was = |column: usize| known.iter().flat_map(|one| shut(one.was_hidden(column))).collect();
        let (whose, said) = versions.all();
        Some(Self {
            parts: made,
            each: rows.len(),
            whole: rows.iter().map(|_| true).chain(then.iter().map(|one| one.whole)).collect(),
            rows: all.into_iter().map(|(_, rows)| rows).collect(),
            then: said,
            whose,
            between,
            was_hidden: columns.map(was).collect(),
            days,
        })
    }

    /// What is hidden of a question, with what has to be besides.
    pub fn hidden(
        &self,
        grid: &Grid,
        (column, hidden): (usize, &[bool]),
        threshold: u32,
        combinations: &mut Combinations,
    ) -> Vec<bool> {
        let hidden: Vec<bool> = shut(hidden).chain(self.was_hidden[column].iter().copied()).collect();
        let tallied =
            self.parts.by_atom(|rows| Tally::of(rows.iter().map(|row| self.mark(grid, *row, column))));
        let tally =
            |atoms: &Vec<usize>| atoms.iter().fold(Tally::default(), |sum, atom| sum.plus(tallied[*atom]));
        let tallies: Vec<Tally> = self.parts.atoms_by_part().iter().map(tally).collect();
        let mut few: Vec<Few> = Vec::new();
        for part in (0..hidden.len()).filter(|part| hidden[*part]) {
            let judged = tallies[part].base();
            // Whose words of then are not known may have judged.
            let is_few = judged < threshold && (judged > 0 || !self.whole[part]);
            let atoms = || self.parts.atoms_by_part()[part].clone();
            few.extend(is_few.then(|| Few { atoms: atoms(), judged: judged > 0 }));
        }
        let between = self.between.iter().filter(|atoms| (1..threshold).contains(&tally(atoms).base()));
        few.extend(between.map(|atoms| Few { atoms: atoms.clone(), judged: true }));
        let mut now = hidden[..self.each].to_vec();
        if !few.is_empty() {
            let of = self.rows.iter().zip(&tallies).enumerate();
            let figures = Figures {
                said: of.map(|(part, of)| said(part % self.each == 0, of)).collect(),
                kinds: RATED,
                settings: tallies.iter().map(|tally| tally.base()).collect(),
                atoms: Vec::new(),
            };
            let (parts, whole) = (&self.parts, &self.whole[..]);
            let by_atom = self.parts.by_atom(<[usize]>::to_vec);
            let by_atom: Vec<Vec<u32>> = by_atom.iter().zip(&tallied).map(|of| said(true, of)).collect();
            let line =
                disclose::OverDays { parts, figures: &figures, now: self.each, whole, by_atom: &by_atom };
            now = line.hidden(hidden.clone(), &few, combinations);
        }
        let hidden = now.into_iter().chain(hidden[self.each..].iter().copied()).collect();
        let judged: Vec<u32> = tallied.iter().map(|tally| tally.base()).collect();
        let is_few =
            |set: &[usize]| (1..threshold).contains(&set.iter().map(|atom| judged[*atom]).sum::<u32>());
        hidden_from_sums((&self.parts, self.each), hidden, is_few, combinations)
    }

    /// The same where settings are counted of which something is true.
    pub fn hidden_of_settings(
        &self,
        (word, since, is_true): (&str, &[Since], &[bool]),
        hidden: &[bool],
        threshold: u32,
        combinations: &mut Combinations,
    ) -> Vec<bool> {
        let was = self.days.iter().flat_map(|day| {
            let of = day.iter().map(|one| &since[*one]);
            let was = of.flat_map(|one| one.counted(word).map(|counted| one.parts(&counted.hidden)));
            // Of what was not told at all, nothing was.
            let was = was.reduce(both).unwrap_or_else(|| vec![true; self.each]);
            shut(&was).collect::<Vec<_>>()
        });
        let hidden = shut(hidden).chain(was).collect();
        let was_true = |of: &SubmissionId| {
            since.iter().any(|one| one.counted(word).any(|counted| counted.returns.contains(of)))
        };
        let all: Vec<bool> = is_true.iter().copied().chain(self.whose.iter().map(was_true)).collect();
        let size = self.parts.by_atom(|places| super::count(places.len()));
        let is = |place: &&usize| all[**place];
        let true_of = self.parts.by_atom(|places| super::count(places.iter().filter(is).count()));
        let is_few = |set: &[usize]| {
            [&size, &true_of]
                .iter()
                .any(|of| (1..threshold).contains(&set.iter().map(|atom| of[*atom]).sum::<u32>()))
        };
        hidden_from_sums((&self.parts, self.each), hidden, is_few, combinations)
    }

    fn mark(&self, grid: &Grid, place: usize, column: usize) -> Mark {
        match place.checked_sub(grid.rows.len()) {
            None => grid.mark(&grid.rows[place], column),
            Some(then) => {
                self.then[then].get(column).map_or(Mark::NotAsked, |byte| grid.columns[column].read(*byte))
            }
        }
    }
}

/// Where everyone is hidden, all is.
fn shut(hidden: &[bool]) -> impl Iterator<Item = bool> + '_ {
    hidden.iter().map(|one| *one || hidden[0])
}

/// What is hidden in one and in the other.
fn both(mut one: Vec<bool>, other: Vec<bool>) -> Vec<bool> {
    one.iter_mut().zip(other).for_each(|(one, other)| *one &= other);
    one
}

impl<'s> Versions<'s> {
    fn then(&mut self, since: &'s Since, (part, rows): (usize, &[usize])) -> Then {
        let went: Vec<Option<usize>> = since
            .went(part)
            .map(|(row, said)| {
                let place = self.after + self.places.len();
                let groups = By::ALL.map(|by| by.of(&row.who));
                said.map(|said| *self.places.entry((row.submission, groups, said)).or_insert(place))
            })
            .collect();
        let stayed = rows.iter().copied().filter(|row| !since.has_changed(*row));
        Then {
            rows: stayed.chain(went.iter().flatten().copied()).collect(),
            came: since.came(part).collect(),
            whole: went.iter().all(Option::is_some),
            went: went.into_iter().flatten().collect(),
        }
    }

    /// Whose they are and what they had said, by their places.
    fn all(self) -> (Vec<SubmissionId>, Vec<Vec<u8>>) {
        let mut all: Vec<(usize, SubmissionId, &[u8])> =
            self.places.into_iter().map(|((whose, _, said), place)| (place, whose, said)).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, whose, said)| (whose, said.to_vec())).unzip()
    }
}
