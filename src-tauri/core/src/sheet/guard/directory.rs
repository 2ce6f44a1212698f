//! The directory at the end of a zip package: which parts there are, where, and how long each says it is.
//!
//! Refuses to know: which parts are wanted.

use memchr::memmem;

/// A part as the directory lists it.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Its name as it is written.
    pub name: &'a [u8],
    /// Its bytes in the package.
    pub packed: &'a [u8],
    /// How it is packed: 0 as it is, 8 deflated.
    pub method: u16,
    /// How long it says it is when it is unpacked.
    pub size: usize,
    /// Its checksum.
    pub checksum: u32,
    /// Whether it is locked by a password.
    pub locked: bool,
}

/// Why a directory cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// It is damaged or cut short.
    Damaged,
    /// It lists more parts than may be.
    TooMany,
}

/// Every part of a package, in the order of its directory; not more than so many.
pub fn entries(bytes: &[u8], most: usize) -> Result<Vec<Entry<'_>>, Broken> {
    let (count, mut at) = end(bytes).ok_or(Broken::Damaged)?;
    if count > most {
        return Err(Broken::TooMany);
    }
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        let (entry, next) = entry(bytes, at).ok_or(Broken::Damaged)?;
        entries.push(entry);
        at = next;
    }
    Ok(entries)
}

/// The number of parts and the place of the directory, from the record at the end of the package.
fn end(bytes: &[u8]) -> Option<(usize, usize)> {
    let from = bytes.len().saturating_sub(65_557);
    let at = from + memmem::rfind(&bytes[from..], b"PK\x05\x06")?;
    let count = short(bytes, at + 10)?;
    let offset = long(bytes, at + 16)?;
    Some((usize::from(count), usize::try_from(offset).ok()?))
}

fn entry(bytes: &[u8], at: usize) -> Option<(Entry<'_>, usize)> {
    if bytes.get(at..at + 4)? != b"PK\x01\x02" {
        return None;
    }
    let [name, extra, comment] = [28, 30, 32].map(|place| short(bytes, at + place).map(usize::from));
    let (name, extra, comment) = (name?, extra?, comment?);
    let more = bytes.get(at + 46 + name..at + 46 + name + extra)?;
    let mut wide = Wide::of(more);
    let size = wide.or(long(bytes, at + 24)?)?;
    let packed = wide.or(long(bytes, at + 20)?)?;
    let offset = wide.or(long(bytes, at + 42)?)?;
    let entry = Entry {
        name: bytes.get(at + 46..at + 46 + name)?,
        packed: packed_at(bytes, offset, packed)?,
        method: short(bytes, at + 10)?,
        size,
        checksum: long(bytes, at + 16)?,
        locked: short(bytes, at + 8)? & 1 == 1,
    };
    Some((entry, at + 46 + name + extra + comment))
}

/// The bytes of a part, behind the small heading that it has of its own.
fn packed_at(bytes: &[u8], offset: usize, length: usize) -> Option<&[u8]> {
    if bytes.get(offset..offset.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    let from =
        offset + 30 + usize::from(short(bytes, offset + 26)?) + usize::from(short(bytes, offset + 28)?);
    bytes.get(from..from.checked_add(length)?)
}

/// The long form of sizes and places, which some programs always write.
struct Wide<'a>(&'a [u8]);

impl<'a> Wide<'a> {
    fn of(extra: &'a [u8]) -> Self {
        let mut rest = extra;
        while let (Some(kind), Some(length)) = (short(rest, 0), short(rest, 2)) {
            let Some(body) = rest.get(4..4 + usize::from(length)) else { break };
            if kind == 1 {
                return Self(body);
            }
            rest = &rest[4 + body.len()..];
        }
        Self(&[])
    }

    /// A number as the short form says it; the next one of the long form where the short one has no room.
    fn or(&mut self, short: u32) -> Option<usize> {
        if short != u32::MAX {
            return usize::try_from(short).ok();
        }
        let (number, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        usize::try_from(u64::from_le_bytes(*number)).ok()
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}
