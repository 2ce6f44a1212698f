//! Sign-off: people sign in the template's order, the content is frozen at the first, and a code says later
//! whether this is what they signed. Words: "matches" and "does not match", nothing stronger.
//!
//! Refuses to know: screens and workbooks; both are given values.

pub mod canonical;
mod code;
mod content;
mod keep;
mod moved;
mod receive;
mod sign;
#[cfg(test)]
mod tests;
mod verify;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::row_id;

pub use code::Code;
pub use content::{content, said};
pub use keep::{Kept, Stage, all, of_round, signed_on, standing};
pub use moved::{Digests, Moved, Part, moved};
pub use receive::{CameIn, receive};
pub use sign::{SIGN, Signing, VOID, sign, void};
pub use verify::{Verified, verify};

row_id! {
    /// The id of a signing.
    SignOffId
}

row_id! {
    /// The id of a signature.
    SignatureId
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Signature {
    /// Id of the template's step.
    pub step: String,
    /// Who signed.
    pub name: String,
    /// As what.
    pub role: String,
    /// For which body; may be empty.
    pub body: String,
    /// When that body met.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub meeting: Option<NaiveDate>,
    /// Where its minutes say so; may be empty.
    pub minute: String,
    /// What they stated.
    pub statement: String,
    /// The day of signing.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
}

/// A sign-off as it travels with a return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// The code over what was signed; none where a workbook has lost it.
    pub code: Option<Code>,
    /// The signatures, in the template's order.
    pub signatures: Vec<Signature>,
    /// Digests of the parts of what was signed; empty where a workbook has lost them.
    pub digests: Digests,
}

/// How a return stands: what has not been signed by everybody is a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Not, or not yet wholly, signed.
    #[default]
    Draft,
    /// Signed by everybody whom the template names.
    SignedOff,
}

impl Standing {
    /// How a return of a submission in this state stands.
    pub fn of(state: super::State) -> Self {
        match state {
            super::State::SignedOff => Self::SignedOff,
            super::State::InProgress
            | super::State::Signing
            | super::State::Received
            | super::State::Checked
            | super::State::Accepted
            | super::State::SentBack
            | super::State::Replaced
            | super::State::Withdrawn => Self::Draft,
        }
    }
}
