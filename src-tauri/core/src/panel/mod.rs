//! What others than the setting say of a return: whom a panel meets, what it finds, ratings beside the setting's own.
//!
//! Refuses to know: how a return came in, and what is made of figures.

pub mod agreed;
pub mod agreement;
pub mod drawing;
pub mod feedback;
pub mod finding;
pub mod form;
pub mod further;
pub mod note;
pub mod noted;
pub mod record;
pub mod sample;
pub mod session;
pub mod view;
pub mod workshop;

use crate::store::Rows;

pub use finding::{Finding, FindingKind};
pub use record::record;

/// The rows of what panels were to see, saw and found; themes are looked at over all rounds.
pub const ROWS: &[Rows] = &[
    Rows::All("finding"),
    Rows::All("moderated"),
    Rows::Of("panel_session", "round_id"),
    Rows::Of("sample", "round_id"),
    Rows::All("sample_refusal"),
    Rows::Of("pick", "round_id"),
];
