//! A document as a Word file: real headings, contents where it is long, tables whose heads repeat, words for every
//! picture, British English, pages numbered at the foot.
//!
//! A few XML parts in a zip. The same document gives the same bytes. Refuses to know: what it is about.

mod bars;
mod blocks;
mod body;
mod chart;
mod lines;
mod package;
mod picture;
mod run;
mod table;
#[cfg(test)]
mod tests;
mod wide;
mod xml;

use super::document::Document;
use crate::error::{Error, Result};
use crate::progress::Progress;
use body::Body;

/// Writes a document as a Word file.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    write_watched(document, &Progress::default())
}

/// The same, counted piece by piece, so that a long one can be stopped.
pub fn write_watched(document: &Document, progress: &Progress) -> Result<Vec<u8>> {
    let written = Body::of(document, progress)?;
    package::packed(document, &written).map_err(|error| {
        Error::fault(format!("The paper \u{201c}{}\u{201d} could not be written: {error}.", document.title))
    })
}
