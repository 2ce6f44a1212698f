//! A passphrase of five plain short words, chosen by chance: easy to say on the telephone, hard to guess.
//!
//! The words are our own list of 1,024, so five of them are 50 bits. Refuses to know: what it locks.

use crate::world::World;

/// The words, one a line or several, in no order that matters.
const LIST: &str = include_str!("words.txt");
/// How many words the list has: ten bits choose one.
const WORDS: usize = 1_024;

/// Five words by chance, with hyphens between them.
pub fn passphrase(world: &dyn World) -> String {
    let words: Vec<&str> = LIST.split_whitespace().collect();
    let bits = world.random().into_iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(byte));
    let word = |place: u32| {
        let chosen = (bits >> (place * 10)) & 0x3ff;
        words.get(usize::try_from(chosen).unwrap_or(0) % words.len().min(WORDS)).copied().unwrap_or("")
    };
    (0..5).map(word).collect::<Vec<_>>().join("-")
}

/// A seed for a lock, of four draws.
pub fn seed(world: &dyn World) -> [u8; 32] {
    let mut seed = [0; 32];
    let drawn = (0..4).flat_map(|_| world.random());
    seed.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
    seed
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::world::FixedWorld;

    #[test]
    fn the_list_has_plain_short_words_each_once() {
        let words: Vec<&str> = LIST.split_whitespace().collect();
        let once: BTreeSet<&str> = words.iter().copied().collect();
        assert_eq!((words.len(), once.len()), (WORDS, WORDS));
        for word in words {
            assert!((3..=6).contains(&word.len()) && word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn two_passphrases_differ_and_have_five_words() {
        let world = FixedWorld::new("2027-01-11T18:00:00Z".parse().expect("a time"), 3);
        let made: BTreeSet<String> = (0..200).map(|_| passphrase(&world)).collect();
        assert_eq!(made.len(), 200);
        assert!(
            made.iter().all(|phrase| phrase.split('-').filter(|word| word.len() > 2).count() == 5),
            "{made:?}"
        );
        assert_ne!(seed(&world), seed(&world));
    }
}
