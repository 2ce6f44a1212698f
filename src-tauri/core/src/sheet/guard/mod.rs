//! The door for spreadsheets from outside: what passes is small, sound and without surprises.
//!
//! Every limit is counted on what really comes out of the package, never on what it declares. The parts
//! that are needed are packed again in memory; macros, embedded files and links are left at the door.
//! Refuses to know: what the cells say.

mod kind;
mod package;
mod scan;

pub use kind::is_locked;
pub use package::open;

use std::collections::HashMap;

use crate::error::Error;

/// The largest file that is looked at.
pub const LARGEST_FILE: usize = 25 * 1024 * 1024;
/// The most parts a package may have.
const MOST_PARTS: usize = 512;
/// The largest single part, inflated.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// All parts together, inflated.
const LARGEST_WHOLE: u64 = 128 * 1024 * 1024;

/// A package that came through the door: sound parts only, in memory.
#[derive(Debug, Clone)]
pub struct Guarded {
    pub(super) package: Vec<u8>,
    pub(super) properties: Vec<(String, String)>,
    parts: HashMap<String, Vec<u8>>,
}

impl Guarded {
    /// A part that came through, by its name; none where the file has no such part or it was left at the door.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(&name.to_lowercase()).map(Vec::as_slice)
    }
}

fn refused(message: impl Into<String>) -> Error {
    Error::input(message)
        .hint("Open it in Excel, save it as an Excel workbook (.xlsx) under a new name, and try again.")
}

#[cfg(test)]
mod tests;
