//! What others than the setting say of a return: findings, and ratings beside the setting's own, never over it.
//!
//! Refuses to know: how a return came in, and what is made of figures.

pub mod finding;
pub mod record;

pub use finding::{Finding, FindingKind};
pub use record::record;
