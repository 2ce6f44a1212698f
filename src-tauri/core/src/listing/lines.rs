//! A list as CSV, streamed: 60 MB are read without being held, counted as they go by, and stopped when asked.

use std::borrow::Cow;
use std::io::{BufRead, Read};

use super::gather::Gathering;
use super::{Columns, List, decode, said};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;

/// The largest list.
pub const LARGEST: u64 = 300 * 1024 * 1024;
/// The longest row; a longer one is a quotation that nobody closed.
const LONGEST_ROW: usize = 1_000_000;
/// Rows between two looks at the flag that asks to stop.
const STRIDE: u64 = 500;

/// Reads a list of `size` bytes; with the columns that were said of its headings, or with those that these tell.
pub fn read_csv(
    mut input: impl BufRead,
    size: u64,
    said: impl FnOnce(&[String]) -> Option<Columns>,
    progress: &Progress,
) -> Result<List> {
    progress.expect(size);
    let first = input.fill_buf().map_err(broken)?;
    let delimiter = refuse_others(first, size)?;
    let start = if first.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    input.consume(start);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(input.take(LARGEST));
    let headings = reader.byte_headers().map_err(wrong)?;
    let headings: Vec<String> = headings.iter().map(|bytes| decode::text(bytes).trim().to_owned()).collect();
    let said = said(&headings);
    let mut gathering = Gathering::begin(headings, said, "line")?;
    rows(&mut reader, &mut gathering, progress)?;
    Ok(gathering.end())
}

/// Every row of a small CSV file as texts, its headings first.
pub fn texts_of_csv(bytes: &[u8]) -> Result<Vec<Vec<String>>> {
    let delimiter = refuse_others(bytes, u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(&bytes[start..]);
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        rows.push(record.map_err(wrong)?.iter().map(|cell| decode::text(cell).into_owned()).collect());
    }
    Ok(rows)
}

fn rows(reader: &mut csv::Reader<impl Read>, gathering: &mut Gathering, progress: &Progress) -> Result<()> {
    let mut record = csv::ByteRecord::new();
    let (mut count, mut at) = (0_u64, 0_u64);
    while reader.read_byte_record(&mut record).map_err(wrong)? {
        count += 1;
        if count.is_multiple_of(STRIDE) {
            let now = reader.position().byte();
            progress.step(now - at)?;
            at = now;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if record.as_slice().len() > LONGEST_ROW {
            gathering.say(|| said::runs_on(line));
            continue;
        }
        let cell = |place: usize| record.get(place).map_or(Cow::Borrowed(""), decode::text);
        gathering.row(line, record.len(), cell)?;
    }
    progress.step(reader.position().byte().saturating_sub(at))
}

/// What stands between two cells, from the first line; what is no such list at all is refused by what it is.
fn refuse_others(first: &[u8], size: u64) -> Result<u8> {
    if size > LARGEST {
        return Err(Error::input("The list is larger than 300 MB.").hint("Save only the rows of your area."));
    }
    if first.is_empty() {
        return Err(Error::input("The list is empty.")
            .hint("Choose the file again; it may not have come down whole."));
    }
    if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
        return Err(Error::input("The list is saved as \u{201c}Unicode text\u{201d}, which is not CSV.")
            .hint("Save it as \u{201c}CSV UTF-8\u{201d} and choose it again."));
    }
    if first.starts_with(b"PK") {
        return Err(Error::input("The file is packed, or a workbook by another name.")
            .hint("Unpack it first, or give it the ending .xlsx if it is an Excel workbook."));
    }
    if first.contains(&0) {
        return Err(
            Error::input("The file is not a list of text.").hint("Choose a CSV file or an Excel workbook.")
        );
    }
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |byte: u8| line.iter().filter(|one| **one == byte).count();
    let commonest = [b',', b';', b'\t'].into_iter().rev().max_by_key(|byte| count(*byte));
    Ok(commonest.unwrap_or(b','))
}

fn wrong(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => broken(error),
        _other => Error::input("The list cannot be read as CSV.")
            .hint("Save it again as \u{201c}CSV UTF-8\u{201d}."),
    }
}

fn broken(_: std::io::Error) -> Error {
    Error::new(Kind::Disk, "The list could not be read to its end.")
        .hint("Copy it to this computer and choose it again.")
}
