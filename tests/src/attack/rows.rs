//! Sets of returns, a bit each.

use std::fmt;
use std::ops::{BitAnd, BitOr, Not};

const WORDS: usize = 8;

/// Some of at most so many returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Rows([u64; WORDS]);

impl Rows {
    /// So many places there are.
    pub const PLACES: usize = WORDS * 64;
    pub const NONE: Self = Self([0; WORDS]);

    pub fn holds(self, place: usize) -> bool {
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    pub fn is_empty(self) -> bool {
        self == Self::NONE
    }

    pub fn is_within(self, other: Self) -> bool {
        (self & !other).is_empty()
    }

    pub fn many(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub fn insert(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..Self::PLACES).filter(move |place| self.holds(*place))
    }
}

impl FromIterator<usize> for Rows {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        let mut rows = Self::NONE;
        places.into_iter().for_each(|place| rows.insert(place));
        rows
    }
}

impl BitAnd for Rows {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }
}

impl BitOr for Rows {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }
}

impl Not for Rows {
    type Output = Self;

    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
}

impl fmt::Display for Rows {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places: Vec<String> = self.places().map(|place| place.to_string()).collect();
        out.write_str(&places.join(" "))
    }
}
