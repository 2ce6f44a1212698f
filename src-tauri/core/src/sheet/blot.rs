//! Taking a text out of a kept workbook: every part is rewritten without it, the package stays a package.
//!
//! Refuses to know: cells and sheets; a text is looked for in the parts as they stand.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::error::{Error, Kind, Result};

/// No part is taken to be larger than this when it is inflated.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The bytes without a text, plain or as XML writes it; nothing where it does not stand in them.
pub fn without(bytes: &[u8], text: &str, tombstone: &str) -> Result<Option<Vec<u8>>> {
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => package(archive, text, tombstone),
        Err(_) => Ok(plain(bytes, text, tombstone)),
    }
}

fn package(mut archive: ZipArchive<Cursor<&[u8]>>, text: &str, tombstone: &str) -> Result<Option<Vec<u8>>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut found = false;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| unreadable())?;
        let name = part.name().map_err(|_| unreadable())?.into_owned();
        let mut bytes = Vec::new();
        part.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
            return Err(unreadable());
        }
        let clean = plain(&bytes, text, tombstone);
        found |= clean.is_some();
        writer.start_file(name, SimpleFileOptions::default()).map_err(|_| unreadable())?;
        writer.write_all(&clean.unwrap_or(bytes)).map_err(|_| unreadable())?;
    }
    let whole = writer.finish().map_err(|_| unreadable())?.into_inner();
    Ok(found.then_some(whole))
}

fn plain(bytes: &[u8], text: &str, tombstone: &str) -> Option<Vec<u8>> {
    let spellings =
        [text.to_owned(), escaped(text), escaped(text).replace('"', "&quot;").replace('\'', "&apos;")];
    let mut clean: Option<Vec<u8>> = None;
    for spelling in spellings {
        let held = clean.as_deref().unwrap_or(bytes);
        if let Some(replaced) = replaced(held, spelling.as_bytes(), tombstone.as_bytes()) {
            clean = Some(replaced);
        }
    }
    clean
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn replaced(held: &[u8], text: &[u8], tombstone: &[u8]) -> Option<Vec<u8>> {
    let mut clean = Vec::new();
    let (mut rest, mut found) = (held, false);
    while let Some(at) = rest.windows(text.len()).position(|window| window == text) {
        clean.extend_from_slice(&rest[..at]);
        clean.extend_from_slice(tombstone);
        rest = &rest[at + text.len()..];
        found = true;
    }
    clean.extend_from_slice(rest);
    found.then_some(clean)
}

fn unreadable() -> Error {
    Error::new(Kind::File, "A kept workbook in this file could not be rewritten without the text.")
        .hint("Withdraw the batch that it came in, and take the text out again.")
}
