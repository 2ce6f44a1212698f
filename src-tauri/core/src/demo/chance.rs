//! Chance from a seed: the same for ever, and each thing has a stream of its own.
//!
//! Refuses to know: what is drawn.

use chrono::NaiveDate;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

/// A stream of chance.
pub(crate) struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of a thing, by its name: adding another thing changes none of the others.
    pub fn of(seed: u64, thing: &str) -> Self {
        let start = thing.bytes().fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(ChaCha8Rng::seed_from_u64(start))
    }

    /// A number below another, near enough evenly for something made up.
    pub fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.0.next_u32()).unwrap_or(0) % most.max(1)
    }

    /// A number between two, both of which may come.
    pub fn between(&mut self, least: i32, most: i32) -> i32 {
        let span = usize::try_from(most - least).unwrap_or(0) + 1;
        least + i32::try_from(self.below(span)).unwrap_or(0)
    }

    /// Whether something comes that comes so many times in a hundred.
    pub fn in_a_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of several.
    pub fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// An id as it would have been made on a day.
    pub fn id(&mut self, on: NaiveDate) -> Uuid {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        let millis = on.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(millis).unwrap_or(0), &bytes).into_uuid()
    }

    /// Bytes for whoever makes ids elsewhere.
    pub fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_and_seed_draw_the_same() {
        let drawn = |seed, name| {
            let mut chance = Chance::of(seed, name);
            (0..20).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(drawn(1, "a"), drawn(1, "a"));
        assert_ne!(drawn(1, "a"), drawn(1, "b"));
        assert_ne!(drawn(1, "a"), drawn(2, "a"));
    }
}
