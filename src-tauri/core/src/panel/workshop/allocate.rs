//! Who reviews whom: never oneself, never who is kept apart, all as evenly as can be; the same from the same seed.
//!
//! Pure. Each reviewer takes one more only when nobody can be given to those with fewer, moving others if that helps.
//! Refuses to know: names, and what a review is.

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::setting::SettingId;

/// By organisation, who reviews it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allocation(pub BTreeMap<SettingId, BTreeSet<SettingId>>);

impl Allocation {
    /// Its lines as text, to be kept as a digest.
    pub fn text(&self) -> String {
        let line = |(one, by): (&SettingId, &BTreeSet<SettingId>)| {
            let by: Vec<String> = by.iter().map(ToString::to_string).collect();
            format!("{one}: {}\n", by.join(" "))
        };
        self.0.iter().map(line).collect()
    }
}

/// Who reviews whom, of those who take part, in whatever order they are named.
pub fn allocate(takers: &[SettingId], apart: &[(SettingId, SettingId)], each: u32, seed: u64) -> Allocation {
    let takers: BTreeSet<SettingId> = takers.iter().copied().collect();
    let barred: BTreeSet<(SettingId, SettingId)> =
        apart.iter().flat_map(|(one, other)| [(*one, *other), (*other, *one)]).collect();
    let mut numbers = stream(seed);
    let mut shuffled = |all: Vec<SettingId>| shuffle(all, &mut numbers);
    let turns = shuffled(takers.iter().copied().collect());
    let may = |one: SettingId| -> Vec<SettingId> {
        let other = |it: &SettingId| *it != one && !barred.contains(&(one, *it));
        takers.iter().copied().filter(other).collect()
    };
    let order = takers.iter().map(|one| (*one, shuffled(may(*one)))).collect();
    let mut table =
        Table { order, given: takers.iter().map(|one| (*one, BTreeSet::new())).collect(), most: 0 };
    let each = usize::try_from(each).unwrap_or(usize::MAX);
    for most in 1..takers.len().max(1) {
        table.most = most;
        for one in &turns {
            while table.given[one].len() < each && table.find(*one, &mut BTreeSet::new()) {}
        }
        if table.given.values().all(|by| by.len() >= each) {
            break;
        }
    }
    Allocation(table.given)
}

/// Those who take part in the order in which they present.
pub fn in_order(takers: &[SettingId], seed: u64) -> Vec<SettingId> {
    let takers: BTreeSet<SettingId> = takers.iter().copied().collect();
    shuffle(takers.into_iter().collect(), &mut stream(seed))
}

/// ChaCha8 as samples use it: the key is the seed in eight bytes, the lowest first, and then zeros.
fn stream(seed: u64) -> ChaCha8Rng {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    ChaCha8Rng::from_seed(key)
}

/// Sorted by a number each gets in turn.
fn shuffle(all: Vec<SettingId>, numbers: &mut ChaCha8Rng) -> Vec<SettingId> {
    let mut keyed: Vec<(u64, SettingId)> = all.into_iter().map(|one| (numbers.next_u64(), one)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, one)| one).collect()
}

/// The table that is being filled.
struct Table {
    /// By organisation, who may review it, in the order in which they are asked.
    order: BTreeMap<SettingId, Vec<SettingId>>,
    given: BTreeMap<SettingId, BTreeSet<SettingId>>,
    /// How many anybody reviews at most, just now.
    most: usize,
}

impl Table {
    /// Gives an organisation one more reviewer; moves others where somebody would have too many.
    fn find(&mut self, one: SettingId, asked: &mut BTreeSet<SettingId>) -> bool {
        for reviewer in self.order[&one].clone() {
            if self.given[&one].contains(&reviewer) || !asked.insert(reviewer) {
                continue;
            }
            let of: Vec<SettingId> =
                self.given.iter().filter(|(_, by)| by.contains(&reviewer)).map(|(of, _)| *of).collect();
            let free = of.len() < self.most;
            let freed = free || of.into_iter().any(|other| self.moved(other, reviewer, asked));
            if freed {
                self.given.entry(one).or_default().insert(reviewer);
                return true;
            }
        }
        false
    }

    /// Takes a reviewer from an organisation, if another can be found for it.
    fn moved(&mut self, other: SettingId, reviewer: SettingId, asked: &mut BTreeSet<SettingId>) -> bool {
        if !self.find(other, asked) {
            return false;
        }
        self.given.entry(other).or_default().remove(&reviewer);
        true
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::id::derived;

    fn setting(number: usize) -> SettingId {
        SettingId(derived("setting", &number.to_string()))
    }

    fn loads(allocation: &Allocation, count: usize) -> Vec<usize> {
        let of = |one: SettingId| allocation.0.values().filter(|by| by.contains(&one)).count();
        (0..count).map(|number| of(setting(number))).collect()
    }

    #[test]
    fn a_seed_draws_the_same_for_ever() {
        let takers: Vec<SettingId> = (0..4).map(setting).collect();
        let named = |one: &SettingId| (0..4).find(|number| setting(*number) == *one).expect("one of them");
        let drawn = allocate(&takers, &[(takers[0], takers[1])], 1, 7);
        let pairs: Vec<(usize, usize)> =
            drawn.0.iter().flat_map(|(one, by)| by.iter().map(move |it| (named(one), named(it)))).collect();
        let mut pairs = pairs;
        pairs.sort_unstable();
        assert_eq!(pairs, GOLDEN);
    }

    /// Drawn once from seed 7; the same for ever.
    const GOLDEN: [(usize, usize); 4] = [(0, 2), (1, 3), (2, 0), (3, 1)];

    #[test]
    fn others_are_moved_where_somebody_has_few_to_choose_from() {
        let takers: Vec<SettingId> = (0..3).map(setting).collect();
        let apart = [(takers[0], takers[1])];
        for seed in 0..50 {
            let drawn = allocate(&takers, &apart, 1, seed);
            assert!(drawn.0.values().all(|by| by.len() == 1), "{seed}: {drawn:?}");
        }
    }

    proptest! {
        #[test]
        fn nobody_reviews_itself_or_whom_it_is_kept_apart_from(
            count in 0..14_usize, each in 0..4_u32, seed in any::<u64>(),
            apart in proptest::collection::vec((0..14_usize, 0..14_usize), 0..8),
        ) {
            let takers: Vec<SettingId> = (0..count).map(setting).collect();
            let apart: Vec<_> = apart.into_iter().map(|(one, other)| (setting(one), setting(other))).collect();
            let drawn = allocate(&takers, &apart, each, seed);
            for (one, by) in &drawn.0 {
                prop_assert!(!by.contains(one) && by.len() <= each as usize);
                prop_assert!(by.iter().all(|it| !apart.contains(&(*one, *it)) && !apart.contains(&(*it, *one))));
            }
            let turned: Vec<SettingId> = takers.into_iter().rev().collect();
            prop_assert_eq!(allocate(&turned, &apart, each, seed), drawn);
        }

        #[test]
        fn with_nobody_kept_apart_all_review_alike(count in 1..16_usize, each in 0..5_u32, seed in any::<u64>()) {
            let takers: Vec<SettingId> = (0..count).map(setting).collect();
            let drawn = allocate(&takers, &[], each, seed);
            let wanted = (each as usize).min(count - 1);
            prop_assert!(drawn.0.values().all(|by| by.len() == wanted));
            prop_assert!(loads(&drawn, count).iter().all(|load| *load == wanted));
        }
    }
}
