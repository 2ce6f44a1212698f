//! The choice of settings for panels to meet, so that those few can speak for all: frame, rules and seed give the draw.
//!
//! Pure: the same frame, rules and seed draw the same list for ever. Refuses to know: files, and who sits on a panel.
//! Picks by risk are no part of it: they are a list of their own, and never speak for all.

mod draw;
mod frame;
mod places;
mod rules;
mod standing;

pub use draw::{Drawing, Drawn, LeftOut, Stratum, draw};
pub use frame::{BANDS, Candidate, Frame, NOT_SAID, Trait, size_band};
pub use places::{Asked, places, wanted};
pub use rules::{Base, Bearing, Criterion, Merge, Rounding, Rule, Rules, Size};
pub use standing::{Chosen, Refusal, Seat, standing};

#[cfg(test)]
mod tests;
