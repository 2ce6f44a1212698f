//! How many places each group gets: the floor of its share raised to the minimum, the rest by largest remainder.

use super::rules::{Rounding, Size};

/// A group that asks for places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// How many can be drawn in it.
    pub population: u64,
    /// At least so many places, where there are so many.
    pub least: u64,
}

/// How many are to be drawn of a population.
pub fn wanted(size: Size, rounding: Rounding, population: u64) -> u64 {
    let wanted = match (size, rounding) {
        (Size::Number(number), _) => u64::from(number),
        (Size::Share(share), Rounding::Up) => (population * u64::from(share)).div_ceil(10_000),
        (Size::Share(share), Rounding::Nearest) => (population * u64::from(share) + 5_000) / 10_000,
    };
    wanted.min(population)
}

/// The places of each group. Where the minimums alone come to more than is wanted, there are more: a minimum is a promise.
pub fn places(groups: &[Asked], wanted: u64) -> Vec<u64> {
    let all: u64 = groups.iter().map(|group| group.population).sum();
    if all == 0 {
        return vec![0; groups.len()];
    }
    let first = |group: &Asked| (wanted * group.population / all).max(group.least).min(group.population);
    let mut places: Vec<u64> = groups.iter().map(first).collect();
    while places.iter().sum::<u64>() < wanted {
        let Some(next) = next_place(groups, &places, wanted, all) else { break };
        places[next] += 1;
    }
    places
}

/// Who gets the next place: the largest remainder, then the larger group, then the first.
fn next_place(groups: &[Asked], places: &[u64], wanted: u64, all: u64) -> Option<usize> {
    let remainder = |at: usize| {
        let share = i128::from(wanted) * i128::from(groups[at].population);
        share - i128::from(places[at]) * i128::from(all)
    };
    let free = (0..groups.len()).filter(|at| places[*at] < groups[*at].population);
    free.max_by_key(|at| (remainder(*at), groups[*at].population, std::cmp::Reverse(*at)))
}
