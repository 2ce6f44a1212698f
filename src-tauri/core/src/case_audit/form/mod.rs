//! An agency's own tool: a workbook with a line for each item of each case; written here, read by the same guard as
//! panels' note forms.
//!
//! A line is known by the number of its case and what it is on, never by its place. Refuses to know: the file.

mod read;
mod write;

pub use read::{FormRead, Whose, read, whose};
pub use write::write;

use super::{CaseAudit, CaseNumber};

/// What a form is made of.
pub struct Form<'a> {
    /// The audit.
    pub audit: &'a CaseAudit,
    /// The partnership.
    pub partnership: &'a str,
    /// The agency.
    pub agency: &'a str,
    /// The cases.
    pub cases: &'a [CaseNumber],
    /// By when it is to be back, in words; may be empty.
    pub by: String,
}

/// What stands over the columns.
const HEADS: [&str; 7] =
    ["Case", "Area", "Look for", "Your grade", "What you saw", "Good practice", "Area for development"];
/// Whose form it is.
const AGENCY: &str = "Agency";
/// Who filled it in.
const AUTHOR: &str = "Filled in by";

#[cfg(test)]
mod tests;
