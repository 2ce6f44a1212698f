//! The draw of a dip sample: each number of the list gets one number of ChaCha8 in the order of the list's sorting, and
//! is drawn by that number; the same list and seed draw the same cases for ever.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::case_audit::CaseNumber;

/// What a sample was drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "DipFrame"))]
pub struct Frame {
    /// Every number that could be drawn, sorted.
    pub numbers: Vec<CaseNumber>,
    /// The seed, a whole number.
    pub seed: String,
    /// How many were wanted.
    pub wanted: u32,
}

/// All numbers of a list in the order in which they are drawn: the first so many are the sample.
pub fn ordered(numbers: &[CaseNumber], seed: u64) -> Vec<CaseNumber> {
    let mut key = [0_u8; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    let mut stream = ChaCha8Rng::from_seed(key);
    let mut sorted: Vec<&CaseNumber> = numbers.iter().collect();
    sorted.sort();
    let mut drawn: Vec<(u64, &CaseNumber)> = sorted.into_iter().map(|one| (stream.next_u64(), one)).collect();
    drawn.sort();
    drawn.into_iter().map(|(_, one)| one.clone()).collect()
}
