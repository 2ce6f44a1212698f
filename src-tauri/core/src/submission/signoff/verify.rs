//! Whether what stands here is what was signed: it matches, or these parts differ.
//!
//! Refuses to know: files and who asks; it sees values.

use serde::{Deserialize, Serialize};

use super::canonical::Canonical;
use super::{Code, Moved, SignOff, moved};

/// What a comparison came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// Whether what stands here has the code that was signed; none where a code is missing.
    pub matches: Option<bool>,
    /// The code of what stands here.
    pub now: Code,
    /// Parts that differ; empty where they match, or where no digests tell.
    pub moved: Vec<Moved>,
    /// Whether digests could tell which parts differ.
    pub told: bool,
}

/// Compares what stands here with what was signed.
pub fn verify(signed: &SignOff, now: &Canonical) -> Verified {
    let code = Code::of(&now.text());
    let matches = signed.code.map(|signed| signed == code);
    let told = !signed.digests.is_empty();
    let moved = if matches != Some(true) && told { moved(&signed.digests, now) } else { Vec::new() };
    Verified { matches, now: code, moved, told }
}
