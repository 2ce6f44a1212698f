//! The same door for a pack: a zip of a manifest, lines of JSON and audit tools; anything else in it is refused.
//!
//! Refuses to know: what the lines say.

use std::collections::BTreeMap;

use super::package::{sound_name, unpacked};
use super::{LARGEST_FILE, LARGEST_PART, LARGEST_WHOLE, directory};
use crate::error::{Error, Result};

/// The most parts of a pack.
const MOST_PARTS: usize = 64;

/// The parts of a pack by name, each exactly as long as it says and with its checksum.
pub fn parcel(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    if bytes.len() > LARGEST_FILE {
        return Err(refused("This file is larger than 25 MB, far more than a pack needs."));
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(refused("This is not a pack that Attest wrote."));
    }
    let entries = directory::entries(bytes, MOST_PARTS).map_err(|why| match why {
        directory::Broken::Damaged => damaged(),
        directory::Broken::TooMany => refused("This file has more parts than a pack has."),
    })?;
    let (mut parts, mut room) = (BTreeMap::new(), LARGEST_WHOLE);
    for entry in entries {
        let name = sound_name(&entry).map_err(|_| refused("This file has a part with an odd name."))?;
        if !belongs(&name) {
            return Err(refused(format!("This file holds a part \u{201c}{name}\u{201d} that no pack has.")));
        }
        room = room
            .checked_sub(entry.size)
            .filter(|_| entry.size <= LARGEST_PART)
            .ok_or_else(|| refused("This file unpacks to far more than a pack could hold."))?;
        let part = unpacked(&entry, &mut Vec::new()).map(<[u8]>::to_vec).map_err(|_| damaged())?;
        if parts.insert(name, part).is_some() {
            return Err(refused("This file holds the same part twice, so that it can be read in two ways."));
        }
    }
    Ok(parts)
}

/// Whether a part can belong to a pack.
fn belongs(name: &str) -> bool {
    let plain = |stem: &str| !stem.is_empty() && stem.chars().all(|c| c.is_ascii_alphanumeric());
    name == "manifest.json"
        || name.strip_suffix(".jsonl").is_some_and(plain)
        || name.strip_prefix("templates/").and_then(|rest| rest.strip_suffix(".toml")).is_some_and(plain)
}

fn damaged() -> Error {
    Error::input("This pack is damaged or cut short.").hint("Ask whoever sent it to send it again.")
}

fn refused(message: impl Into<String>) -> Error {
    Error::input(message).hint("Ask for the pack as it was written by Attest (.attestpack).")
}
