//! The door for spreadsheets from outside: what passes is small, sound and without surprises.
//!
//! A part has to unpack to exactly what it declares, and what it declares is limited: so no limit is counted on
//! a promise. Macros, embedded files and links are left at the door. The XML has its own limits, which the one
//! walk over it keeps. Refuses to know: what the cells say.

mod directory;
mod kind;
mod package;
mod parcel;

pub use kind::is_locked;
pub use package::{Guarded, open, weight};
pub use parcel::parcel;

use super::xml::Fault;
use crate::error::Error;

/// The largest file that is looked at.
pub const LARGEST_FILE: usize = 25 * 1024 * 1024;
/// The most parts a package may have.
const MOST_PARTS: usize = 512;
/// The largest single part, inflated.
const LARGEST_PART: usize = 40 * 1024 * 1024;
/// All parts that are read together, inflated.
const LARGEST_WHOLE: usize = 56 * 1024 * 1024;

pub(super) fn refused(message: impl Into<String>) -> Error {
    Error::input(message)
        .hint("Open it in Excel, save it as an Excel workbook (.xlsx) under a new name, and try again.")
}

/// The sentence for a fault in the XML of a part.
pub(super) fn faulty(part: &str, fault: &Fault) -> Error {
    refused(match fault {
        Fault::Unsound => format!("The part {part} of this file is not sound XML."),
        Fault::NotUtf8 => format!("The part {part} of this file is not in UTF-8."),
        Fault::Utf16 => format!("The part {part} of this file is written in UTF-16, which is not read here."),
        Fault::DocumentType => {
            format!(
                "The part {part} of this file declares a document type, which no spreadsheet program writes."
            )
        }
        Fault::TooDeep => format!("The part {part} of this file is nested too deeply."),
        Fault::NoSuchCell(reference) => {
            let shown: String = reference.chars().take(20).collect();
            format!("The part {part} of this file names a cell \u{201c}{shown}\u{201d} that no sheet has.")
        }
        Fault::Over(sentence) => (*sentence).to_owned(),
    })
}

#[cfg(test)]
mod tests;
