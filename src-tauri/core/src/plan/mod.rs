//! The plan of a partnership: recommendations, the actions that came of them, and the meetings that look at them.
//!
//! A recommendation is accepted or not, with a reason; an action has an owner, an agency and a date. Refuses to know:
//! papers and screens, and how a recommendation was reached.

pub mod action;
pub mod form;
pub mod matter;
pub mod meeting;
pub mod progress;
pub mod rag;
pub mod raised;
pub mod recommendation;
pub mod reply;
pub mod standing;
#[cfg(test)]
mod tests;

use crate::error::{Error, Result};
use crate::store::Rows;
use crate::text::normal;

pub use action::{ActionId, Stage};
pub use matter::{Matter, MatterKind};
pub use meeting::MeetingId;
pub use rag::Rag;
pub use recommendation::{RecommendationId, Stance};
pub use standing::Standing;

/// The rows of the plan.
pub const ROWS: &[Rows] = &[
    Rows::All("recommendation"),
    Rows::All("plan_action"),
    Rows::All("plan_update"),
    Rows::All("meeting"),
    Rows::All("matter"),
];

/// The longest text.
const LONGEST: usize = 4_000;

/// A text that has to say something.
fn wanted(what: &str, typed: &str, hint: &str) -> Result<String> {
    let text = limited(what, typed)?;
    if text.is_empty() {
        return Err(Error::input(format!("The {what} is blank.")).hint(hint));
    }
    Ok(text)
}

/// A text as it was typed, in normal form; endless ones are refused.
fn limited(what: &str, typed: &str) -> Result<String> {
    let text = normal(typed.trim());
    if text.chars().count() > LONGEST {
        return Err(Error::input(format!("The {what} is longer than 4,000 characters.")).hint("Shorten it."));
    }
    Ok(text)
}
