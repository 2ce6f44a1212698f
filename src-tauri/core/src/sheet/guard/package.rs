//! The zip package: its parts counted, named and sorted by an allow-list; each is unpacked when it is asked for.

use std::cell::OnceCell;
use std::collections::HashSet;

use libdeflater::{Decompressor, crc32};

use super::directory::{self, Broken, Entry};
use super::{LARGEST_FILE, LARGEST_PART, LARGEST_WHOLE, MOST_PARTS, kind, refused};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read, Severity};

/// A package that came through the door: of its parts only those that are needed, each within the limits.
pub struct Guarded<'a> {
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    name: String,
    entry: Entry<'a>,
    unpacked: OnceCell<Option<Vec<u8>>>,
}

/// Takes the bytes of a file from outside; what comes back is safe to unpack.
pub fn open(bytes: &[u8]) -> Result<Read<Guarded<'_>>> {
    if bytes.len() > LARGEST_FILE {
        return Err(refused("This file is larger than 25 MB, far more than a return needs."));
    }
    kind::package(bytes)?;
    let entries = directory::entries(bytes, MOST_PARTS).map_err(|why| match why {
        Broken::Damaged => broken(),
        Broken::TooMany => refused("This file has more than 512 parts, which no workbook of answers has."),
    })?;
    sorted(entries)
}

/// Says that a package is damaged.
fn broken() -> Error {
    Error::input("This file starts like an Excel workbook, but is damaged or cut short.")
        .hint("Ask for it again, or open it in Excel, let Excel repair it, and save it under a new name.")
}

/// How much memory a file asks for when it is read, as its directory says; nothing where it has none.
pub fn weight(bytes: &[u8]) -> usize {
    let entries = directory::entries(bytes, MOST_PARTS).unwrap_or_default();
    bytes.len() + entries.iter().map(|entry| entry.size.min(LARGEST_WHOLE)).sum::<usize>()
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

fn fate(lower: &str) -> Fate {
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
    let text = lower.ends_with(".xml") || lower.ends_with(".rels");
    let aside = ["xl/drawings/", "xl/charts/", "xl/media/", "xl/theme/", "xl/pivot", "xl/calcchain.xml"];
    let kept = text && !aside.iter().any(|folder| within(folder)) && !within("customxml/");
    if kept { Fate::Kept } else { Fate::Left }
}

fn sorted(entries: Vec<Entry<'_>>) -> Result<Read<Guarded<'_>>> {
    let (mut seen, mut dropped, mut parts) = (HashSet::with_capacity(entries.len()), Vec::new(), Vec::new());
    let mut room = LARGEST_WHOLE;
    for entry in entries {
        let name = sound_name(&entry)?;
        match fate(&name) {
            Fate::Left => {}
            Fate::Dropped(what) => dropped.push(what),
            Fate::Kept => {
                room =
                    room.checked_sub(entry.size).filter(|_| entry.size <= LARGEST_PART).ok_or_else(bomb)?;
                parts.push(Part { name: name.clone(), entry, unpacked: OnceCell::new() });
            }
        }
        if !seen.insert(name) {
            return Err(refused("This file holds the same part twice, so that it can be read in two ways."));
        }
    }
    if !["xl/workbook.xml", "_rels/.rels"].iter().any(|name| seen.contains(*name)) || is_other(&seen) {
        return Err(not_a_workbook(&seen));
    }
    Ok(Read { value: Guarded { parts }, problems: said(dropped) })
}

fn bomb() -> Error {
    refused("This file unpacks to far more than it could hold as a workbook of answers.")
}

/// The name of a part in small letters, with forward slashes; refused when it is odd.
pub(super) fn sound_name(entry: &Entry<'_>) -> Result<String> {
    if entry.locked {
        return Err(Error::input("This file is a zip locked by a password.")
            .hint("Take the password off and save the workbook as .xlsx, then try again."));
    }
    let name = std::str::from_utf8(entry.name).map_err(|_| odd())?;
    let name = name.replace('\\', "/").trim_start_matches('/').to_lowercase();
    let odd_part = |part: &str| part == ".." || part == ".";
    let odd_letter = |c: char| c.is_control() || c == ':' || c == '\u{fffd}';
    if name.is_empty() || name.len() > 255 || name.split('/').any(odd_part) || name.contains(odd_letter) {
        return Err(odd());
    }
    Ok(name)
}

fn odd() -> Error {
    refused("This file has a part with a name that no spreadsheet program gives.")
}

impl Guarded<'_> {
    /// A part that came through, by its name; none where the file has no such part, or it was left at the door.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        let part = self.find(name)?;
        let whole = || unpacked(&part.entry, &mut Vec::new()).ok().map(<[u8]>::to_vec);
        part.unpacked.get_or_init(whole).as_deref()
    }

    /// Whether there is such a part.
    pub(in crate::sheet) fn holds(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// What to say of a package that has no workbook in it.
    pub(in crate::sheet) fn stranger(&self) -> Error {
        not_a_workbook(&self.parts.iter().map(|part| part.name.clone()).collect())
    }

    /// Unpacks a part for one walk over it, into this room if it needs any; none where the file has no such part.
    pub(in crate::sheet) fn take<'g>(
        &'g self,
        name: &str,
        room: &'g mut Vec<u8>,
    ) -> Option<Result<&'g [u8]>> {
        self.find(name).map(|part| unpacked(&part.entry, room))
    }

    fn find(&self, name: &str) -> Option<&Part<'_>> {
        let same = |part: &&Part<'_>| part.name == name;
        self.parts.iter().find(same).or_else(|| {
            let lower = name.to_lowercase();
            self.parts.iter().find(|part| part.name == lower)
        })
    }
}

/// A part as it was before it was packed: exactly as long as it says, and with its checksum.
pub(super) fn unpacked<'r>(entry: &Entry<'r>, room: &'r mut Vec<u8>) -> Result<&'r [u8]> {
    let part = match entry.method {
        0 if entry.packed.len() == entry.size => entry.packed,
        8 => {
            if room.len() < entry.size {
                room.resize(entry.size, 0);
            }
            let part = &mut room[..entry.size];
            let length = Decompressor::new().deflate_decompress(entry.packed, part);
            let length = length.map_err(|why| match why {
                libdeflater::DecompressionError::InsufficientSpace => bomb(),
                libdeflater::DecompressionError::BadData => broken(),
            })?;
            if length != entry.size {
                return Err(broken());
            }
            &*part
        }
        0 => return Err(broken()),
        _ => return Err(refused("This file is packed in a way that no spreadsheet program uses.")),
    };
    if crc32(part) != entry.checksum {
        return Err(broken());
    }
    Ok(part)
}

/// Whether what is in a package is of another program.
fn is_other(seen: &HashSet<String>) -> bool {
    seen.contains("xl/workbook.bin")
        || seen.contains("word/document.xml")
        || seen.contains("ppt/presentation.xml")
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
