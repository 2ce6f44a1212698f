//! How far people who rated alone agree: exactly, Cohen's kappa plain and weighted, Gwet's AC1.
//!
//! Pure numbers over places on a scale. Refuses to know: who rated, what, and whether anybody was right.

/// Below so many pairs no coefficient says anything that the ratings themselves do not.
pub const FEW: u32 = 10;

/// How far two lists of ratings agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many pairs of ratings there are.
    pub pairs: u32,
    /// How many of them are the same.
    pub same: u32,
    /// Cohen's kappa; none where chance alone would make all the same.
    pub kappa: Option<f64>,
    /// Cohen's kappa with linear weights: a step apart counts less than two.
    pub weighted: Option<f64>,
    /// Gwet's AC1, which few levels in use do not upset.
    pub ac1: Option<f64>,
}

/// Two ratings of one thing, as places on a scale of so many levels.
pub fn agreement(pairs: &[(usize, usize)], levels: usize) -> Option<Agreement> {
    if pairs.is_empty() || levels < 2 {
        return None;
    }
    let same = pairs.iter().filter(|(one, other)| one == other).count();
    let weight = |one: usize, other: usize| 1.0 - float(one.abs_diff(other)) / float(levels - 1);
    let exact = |one: usize, other: usize| if one == other { 1.0 } else { 0.0 };
    Some(Agreement {
        pairs: count(pairs.len()),
        same: count(same),
        kappa: cohen(pairs, levels, exact),
        weighted: cohen(pairs, levels, weight),
        ac1: gwet(&pairs.iter().map(|(one, other)| vec![*one, *other]).collect::<Vec<_>>(), levels),
    })
}

/// Cohen's kappa: agreement beyond what the two ways of rating would give by chance.
fn cohen(pairs: &[(usize, usize)], levels: usize, weight: impl Fn(usize, usize) -> f64) -> Option<f64> {
    let n = float(pairs.len());
    let share = |of: &dyn Fn(&(usize, usize)) -> usize, level: usize| {
        float(pairs.iter().filter(|pair| of(pair) == level).count()) / n
    };
    let observed = pairs.iter().map(|(one, other)| weight(*one, *other)).sum::<f64>() / n;
    let first: Vec<f64> = (0..levels).map(|level| share(&|pair| pair.0, level)).collect();
    let second: Vec<f64> = (0..levels).map(|level| share(&|pair| pair.1, level)).collect();
    let by_chance: f64 = (0..levels)
        .flat_map(|one| (0..levels).map(move |other| (one, other)))
        .map(|(one, other)| weight(one, other) * first[one] * second[other])
        .sum();
    beyond(observed, by_chance)
}

/// Gwet's AC1 of things that were each rated by one or more people, with gaps.
pub fn gwet(things: &[Vec<usize>], levels: usize) -> Option<f64> {
    let rated: Vec<&Vec<usize>> = things.iter().filter(|ratings| !ratings.is_empty()).collect();
    let twice: Vec<&&Vec<usize>> = rated.iter().filter(|ratings| ratings.len() > 1).collect();
    if twice.is_empty() || levels < 2 {
        return None;
    }
    let of = |ratings: &[usize], level: usize| float(ratings.iter().filter(|one| **one == level).count());
    let agree = |ratings: &[usize]| {
        let all = float(ratings.len());
        (0..levels).map(|level| of(ratings, level) * (of(ratings, level) - 1.0)).sum::<f64>()
            / (all * (all - 1.0))
    };
    let observed = twice.iter().map(|ratings| agree(ratings)).sum::<f64>() / float(twice.len());
    let share = |level: usize| {
        rated.iter().map(|ratings| of(ratings, level) / float(ratings.len())).sum::<f64>()
            / float(rated.len())
    };
    let by_chance =
        (0..levels).map(|level| share(level) * (1.0 - share(level))).sum::<f64>() / float(levels - 1);
    beyond(observed, by_chance)
}

fn beyond(observed: f64, by_chance: f64) -> Option<f64> {
    let room = 1.0 - by_chance;
    (room > 1e-12).then(|| (observed - by_chance) / room)
}

#[allow(clippy::cast_precision_loss, reason = "counts of ratings are far below 2^52")]
fn float(count: usize) -> f64 {
    count as f64
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of counts, rows by the first and columns by the second, as pairs.
    fn pairs(table: &[&[usize]]) -> Vec<(usize, usize)> {
        let cell = |row: usize, column: usize, count: usize| std::iter::repeat_n((row, column), count);
        table
            .iter()
            .enumerate()
            .flat_map(|(row, counts)| counts.iter().enumerate().flat_map(move |(at, n)| cell(row, at, *n)))
            .collect()
    }

    fn near(value: Option<f64>, published: f64) {
        let value = value.expect("there is one");
        assert!((value - published).abs() < 0.000_06, "{value} is not {published}");
    }

    #[test]
    fn kappa_of_fifty_grant_proposals_is_as_published() {
        // Two readers, fifty proposals: 20 yes by both, 15 no by both; kappa 0.4.
        let found = agreement(&pairs(&[&[20, 5], &[10, 15]]), 2).expect("there are pairs");
        assert_eq!((found.pairs, found.same), (50, 35));
        near(found.kappa, 0.4);
        near(found.weighted, 0.4);
    }

    #[test]
    fn plain_and_weighted_kappa_of_ninety_one_couples_are_as_published() {
        // Agresti's table of couples' answers: unweighted 0.1293, equal-spacing weights 0.2374.
        let table: [&[usize]; 4] = [&[7, 7, 2, 3], &[2, 8, 3, 7], &[1, 5, 4, 9], &[2, 8, 9, 14]];
        let found = agreement(&pairs(&table), 4).expect("there are pairs");
        assert_eq!(found.pairs, 91);
        near(found.kappa, 0.129_33);
        near(found.weighted, 0.237_37);
    }

    #[test]
    fn ac1_holds_where_kappa_is_upset_by_a_level_that_nearly_everybody_uses() {
        // Gwet's example of 125 things: 94.4 % the same, kappa below nought, AC1 0.9408.
        let found = agreement(&pairs(&[&[118, 5], &[2, 0]]), 2).expect("there are pairs");
        near(found.kappa, -0.023_35);
        near(found.ac1, 0.940_78);
    }

    #[test]
    fn ac1_of_four_raters_with_gaps_is_as_published() {
        // Gwet's data of twelve things and four raters: 0.77544.
        let things: [&[usize]; 12] = [
            &[0, 0, 0],
            &[1, 1, 2, 1],
            &[2, 2, 2, 2],
            &[2, 2, 2, 2],
            &[1, 1, 1, 1],
            &[0, 1, 2, 3],
            &[3, 3, 3, 3],
            &[0, 0, 1, 0],
            &[1, 1, 1, 1],
            &[4, 4, 4],
            &[0, 0],
            &[2],
        ];
        let things: Vec<Vec<usize>> = things.iter().map(|one| one.to_vec()).collect();
        near(gwet(&things, 5), 0.775_44);
    }

    #[test]
    fn a_naive_second_computation_says_the_same() {
        use rand::{RngExt as _, SeedableRng as _};
        let mut chance = rand_chacha::ChaCha8Rng::seed_from_u64(5);
        for _ in 0..200 {
            let levels = chance.random_range(2..6_usize);
            let number = chance.random_range(1..40);
            let pairs: Vec<(usize, usize)> = (0..number)
                .map(|_| (chance.random_range(0..levels), chance.random_range(0..levels)))
                .collect();
            let found = agreement(&pairs, levels).expect("there are pairs");
            // Chance agreement by asking every first rating against every second one.
            let (mut same, mut all) = (0.0, 0.0);
            for (one, _) in &pairs {
                for (_, other) in &pairs {
                    same += f64::from(u8::from(one == other));
                    all += 1.0;
                }
            }
            let observed = f64::from(found.same) / f64::from(found.pairs);
            let naive = (all - same > 0.0).then(|| (observed - same / all) / (1.0 - same / all));
            match (naive, found.kappa) {
                (Some(one), Some(other)) => assert!((one - other).abs() < 1e-9, "{one} {other}"),
                (None, None) => {}
                (one, other) => panic!("{one:?} is not {other:?}"),
            }
        }
    }

    #[test]
    fn naive_second_computations_of_weighted_kappa_and_of_ac1_say_the_same() {
        use rand::{RngExt as _, SeedableRng as _};
        let mut chance = rand_chacha::ChaCha8Rng::seed_from_u64(6);
        for _ in 0..200 {
            let levels = chance.random_range(2..6_usize);
            let number = chance.random_range(2..40);
            let pairs: Vec<(usize, usize)> = (0..number)
                .map(|_| (chance.random_range(0..levels), chance.random_range(0..levels)))
                .collect();
            let found = agreement(&pairs, levels).expect("there are pairs");
            // Steps apart: those that were seen beside those of every first rating with every second one.
            let seen: usize = pairs.iter().map(|(one, other)| one.abs_diff(*other)).sum();
            let every = |with: &dyn Fn(usize, usize) -> usize| -> usize {
                pairs.iter().flat_map(|one| pairs.iter().map(move |other| with(one.0, other.1))).sum()
            };
            let steps = every(&|one, other| one.abs_diff(other));
            let naive = (steps > 0).then(|| 1.0 - float(seen * pairs.len()) / float(steps));
            assert_eq!(naive.is_some(), found.weighted.is_some());
            let apart = naive.unwrap_or_default() - found.weighted.unwrap_or_default();
            assert!(apart.abs() < 1e-9, "{naive:?} {:?}", found.weighted);
            // Two ratings taken blindly from all of them: how often they differ.
            let pooled: Vec<usize> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
            let differ = pooled.iter().flat_map(|one| pooled.iter().map(move |other| one != other));
            let differ = float(differ.filter(|differ| *differ).count()) / float(pooled.len() * pooled.len());
            let by_chance = differ / float(levels - 1);
            let observed = f64::from(found.same) / f64::from(found.pairs);
            let naive = (observed - by_chance) / (1.0 - by_chance);
            assert!((naive - found.ac1.expect("there is one")).abs() < 1e-9, "{naive} {:?}", found.ac1);
        }
    }

    #[test]
    fn all_the_same_is_no_coefficient_but_is_counted() {
        let found = agreement(&[(1, 1), (1, 1)], 3).expect("there are pairs");
        assert_eq!((found.same, found.kappa), (2, None));
        near(found.ac1, 1.0);
        assert_eq!(agreement(&[], 3), None);
    }
}
