//! The zip package: its parts counted, named, sorted by an allow-list and packed again.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Guarded, LARGEST_FILE, LARGEST_PART, LARGEST_WHOLE, MOST_PARTS, kind, refused, scan};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};

/// Takes the bytes of a file from outside; what comes back is safe to read.
pub fn open(bytes: &[u8]) -> Result<Read<Guarded>> {
    if bytes.len() > LARGEST_FILE {
        return Err(refused("This file is larger than 25 MB, far more than a return needs."));
    }
    kind::package(bytes)?;
    let declared = entries_declared(bytes).ok_or_else(broken)?;
    if declared > MOST_PARTS {
        return Err(refused("This file has more than 512 parts, which no workbook of answers has."));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() != declared {
        return Err(refused("This file holds the same part twice, so that it can be read in two ways."));
    }
    repack(&mut archive)
}

fn broken() -> Error {
    Error::input("This file starts like an Excel workbook, but is damaged or cut short.")
        .hint("Ask for it again, or open it in Excel, let Excel repair it, and save it under a new name.")
}

/// The number of entries as the end of the zip says, before anything is allocated for them.
fn entries_declared(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let from = bytes.len().saturating_sub(65_557);
    let at = from + bytes[from..].windows(END.len()).rposition(|window| window == END)?;
    let count = bytes.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

/// What becomes of a part.
enum Fate {
    /// Read.
    Kept,
    /// Not needed: styles of charts, pictures, printers.
    Left,
    /// Left at the door, and said.
    Dropped(&'static str),
}

fn fate(name: &str) -> Fate {
    let lower = name.to_lowercase();
    let within = |folder: &str| lower.starts_with(folder);
    if lower.contains("vbaproject") || within("xl/macrosheets/") || within("xl/dialogsheets/") {
        return Fate::Dropped("macros");
    }
    if within("xl/externallinks/") {
        return Fate::Dropped("links to other workbooks");
    }
    if within("xl/embeddings/") || within("xl/activex/") || within("xl/ctrlprops/") {
        return Fate::Dropped("embedded files or controls");
    }
    let kept = ["[content_types].xml", "_rels/.rels", "docprops/custom.xml"].contains(&lower.as_str())
        || (within("xl/worksheets/") && lower.ends_with(".xml"))
        || (within("xl/") && lower.matches('/').count() == 1 && lower.ends_with(".xml"))
        || (within("xl/_rels/") && lower.ends_with(".rels"));
    if kept && !lower.ends_with("calcchain.xml") { Fate::Kept } else { Fate::Left }
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn repack(archive: &mut Archive<'_>) -> Result<Read<Guarded>> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let (mut seen, mut dropped, mut properties) = (HashSet::new(), Vec::new(), Vec::new());
    let (mut room, mut parts) = (LARGEST_WHOLE, HashMap::new());
    for index in 0..archive.len() {
        let name = sound_name(archive, index, &mut seen)?;
        match fate(&name) {
            Fate::Left => continue,
            Fate::Dropped(what) => {
                dropped.push(what);
                continue;
            }
            Fate::Kept => {}
        }
        let mut part = inflated(archive, index, &mut room)?;
        let found = scan::part(&name, &mut part)?;
        properties.extend(found);
        parts.insert(name.to_lowercase(), part.clone());
        out.start_file(name, stored).map_err(|_| broken())?;
        out.write_all(&part).map_err(|_| broken())?;
    }
    if !seen.contains("xl/workbook.xml") {
        return Err(not_a_workbook(&seen));
    }
    let package = out.finish().map_err(|_| broken())?.into_inner();
    Ok(Read { value: Guarded { package, properties, parts }, problems: said(dropped) })
}

/// The name of a part with forward slashes; refused when it is odd or comes twice.
fn sound_name(archive: &mut Archive<'_>, index: usize, seen: &mut HashSet<String>) -> Result<String> {
    let entry = archive.by_index_raw(index).map_err(|_| broken())?;
    if entry.encrypted() {
        return Err(Error::input("This file is a zip locked by a password.")
            .hint("Take the password off and save the workbook as .xlsx, then try again."));
    }
    let name = String::from_utf8(entry.name_raw().to_vec()).map_err(|_| odd())?.replace('\\', "/");
    let name = name.trim_start_matches('/').to_owned();
    let odd_part = |part: &str| part == ".." || part == ".";
    let odd_letter = |c: char| c.is_control() || c == ':' || c == '\u{fffd}';
    if name.is_empty() || name.len() > 255 || name.split('/').any(odd_part) || name.contains(odd_letter) {
        return Err(odd());
    }
    if !seen.insert(name.to_lowercase()) {
        return Err(refused("This file holds the same part twice, so that it can be read in two ways."));
    }
    Ok(name)
}

fn odd() -> Error {
    refused("This file has a part with a name that no spreadsheet program gives.")
}

fn inflated(archive: &mut Archive<'_>, index: usize, room: &mut u64) -> Result<Vec<u8>> {
    let entry = archive.by_index(index).map_err(|_| broken())?;
    let limit = LARGEST_PART.min(*room);
    let mut part = Vec::new();
    entry.take(limit + 1).read_to_end(&mut part).map_err(|_| broken())?;
    let size = u64::try_from(part.len()).unwrap_or(u64::MAX);
    if size > limit {
        return Err(refused("This file unpacks to far more than it could hold as a workbook of answers."));
    }
    *room -= size;
    Ok(part)
}

/// A zip without a workbook: said by what it holds instead.
fn not_a_workbook(seen: &HashSet<String>) -> Error {
    let holds = |name: &str| seen.iter().any(|part| part.starts_with(name));
    let (message, hint) = if holds("xl/workbook.bin") {
        ("This is a binary Excel workbook (.xlsb).", "Open it in Excel and save it as .xlsx.")
    } else if holds("content.xml") {
        ("This is an OpenDocument file (.ods).", "Open it and save it as an Excel workbook (.xlsx).")
    } else if holds("index/") || holds("index.zip") {
        ("This is an Apple Numbers file.", "Open it in Numbers and export it as Excel (.xlsx).")
    } else if holds("word/") {
        ("This is a Word document, not a workbook.", "Ask for the Excel workbook.")
    } else if holds("ppt/") {
        ("This is a PowerPoint presentation, not a workbook.", "Ask for the Excel workbook.")
    } else {
        ("This is a zip of other files, not an Excel workbook.", "Unpack it and take the workbooks inside.")
    };
    Error::input(message).hint(hint)
}

fn said(mut dropped: Vec<&'static str>) -> Vec<Problem> {
    dropped.sort_unstable();
    dropped.dedup();
    let note = |what| {
        Problem::new(Severity::Note, "The file", format!("The file holds {what}, which were left out."))
            .hint("Nothing to do: the answers are read without them.")
    };
    dropped.into_iter().map(note).collect()
}
