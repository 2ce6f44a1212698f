//! The bytes of a file that a person picked, never more than a template could have.

use std::io::Read as _;
use std::path::Path;

use crate::error::{Error, Kind, Result};

/// The most that a template's file may have.
const MOST: u64 = 25 * 1024 * 1024;

/// Reads a file whole; one that is too large is refused before it is read.
pub(in super::super) fn bytes(path: &Path, name: &str) -> Result<Vec<u8>> {
    let gone = |_| {
        Error::new(Kind::File, format!("{name} could not be read."))
            .hint("Look whether it is still there, and whether you may open it.")
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(gone)?;
    let read = file.take(MOST + 1).read_to_end(&mut bytes).map_err(gone)?;
    if u64::try_from(read).unwrap_or(u64::MAX) > MOST {
        return Err(Error::input(format!("{name} is larger than any template."))
            .hint("Open the template itself: a TOML text, or an Excel workbook."));
    }
    Ok(bytes)
}
