//! Settings whose name is near to one that was typed: to be offered, never taken.
//!
//! Pure. Refuses to know: where the name stood.

use super::known::Known;
use crate::setting::SettingId;
use crate::text::folded;

/// How many are offered.
const MOST: usize = 4;
/// How much of two names must be the same, in hundredths, for one to be offered.
const LEAST: usize = 40;

/// The settings of the register whose names are nearest to this one, nearest first.
pub fn near(known: &Known, name: &str) -> Vec<SettingId> {
    let wanted = pairs(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &String, SettingId)> = known
        .register
        .iter()
        .map(|(id, name)| (likeness(&wanted, &pairs(name)), name, *id))
        .filter(|(likeness, ..)| *likeness >= LEAST)
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    found.into_iter().take(MOST).map(|(_, _, id)| id).collect()
}

/// Neighbouring letters of each word, sorted.
fn pairs(name: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<(char, char)> = folded(name)
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(|word| {
            let letters: Vec<char> = [' '].into_iter().chain(word.chars()).collect();
            letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

/// Twice what two lists share over what both have, in hundredths.
fn likeness(one: &[(char, char)], other: &[(char, char)]) -> usize {
    let (mut shared, mut at) = (0, 0);
    for pair in one {
        while at < other.len() && other[at] < *pair {
            at += 1;
        }
        if other.get(at) == Some(pair) {
            shared += 1;
            at += 1;
        }
    }
    200 * shared / (one.len() + other.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_slips_is_offered_and_a_strange_one_is_not() {
        let mut known = Known::default();
        let id = |n: u128| SettingId(uuid::Uuid::from_u128(n));
        for (n, name) in [(1, "Example Primary School"), (2, "Sampleton High School"), (3, "Oak Academy")] {
            known.register.insert(id(n), name.into());
        }
        assert_eq!(near(&known, "exampel primary sch")[0], id(1));
        assert_eq!(near(&known, "Sampletown High")[0], id(2));
        assert!(near(&known, "Zyx").is_empty());
        assert!(near(&known, "").is_empty());
    }
}
