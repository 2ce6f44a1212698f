//! The bytes of kept originals: deflated as they came, and blotted where a text must go.
//!
//! Refuses to know: what a workbook says; `sheet::blot` rewrites its parts.

use libdeflater::{CompressionLvl, Compressor, Decompressor};

use crate::error::{Error, Kind, Result};
use crate::sheet::blot;

/// No original is larger than this when it is inflated.
const LARGEST: usize = 64 * 1024 * 1024;

/// Set in the length of bytes that are stored as they came.
const AS_IT_IS: u32 = 1 << 31;

/// An original as it is stored: its length, then its bytes deflated; a package that is deflated already is left so.
pub fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let length = u32::try_from(bytes.len()).ok().filter(|_| bytes.len() <= LARGEST).ok_or_else(|| {
        Error::input("The file is larger than an Attest file keeps.").hint("Ask for it without pictures.")
    })?;
    if is_deflated(bytes) {
        return Ok([&(length | AS_IT_IS).to_le_bytes()[..], bytes].concat());
    }
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut packed = vec![0; 4 + compressor.deflate_compress_bound(bytes.len())];
    packed[..4].copy_from_slice(&length.to_le_bytes());
    let written = compressor.deflate_compress(bytes, &mut packed[4..]).map_err(|_| unreadable())?;
    packed.truncate(4 + written);
    Ok(packed)
}

/// An original as it came.
pub fn unpack(packed: &[u8]) -> Result<Vec<u8>> {
    let (length, deflated) = packed.split_first_chunk::<4>().ok_or_else(unreadable)?;
    let length = u32::from_le_bytes(*length);
    if length & AS_IT_IS != 0 {
        let whole = usize::try_from(length & !AS_IT_IS).is_ok_and(|length| length == deflated.len());
        return if whole { Ok(deflated.to_vec()) } else { Err(unreadable()) };
    }
    let length = usize::try_from(length).ok().filter(|length| *length <= LARGEST);
    let mut bytes = vec![0; length.ok_or_else(unreadable)?];
    let written = Decompressor::new().deflate_decompress(deflated, &mut bytes).map_err(|_| unreadable())?;
    if written == bytes.len() { Ok(bytes) } else { Err(unreadable()) }
}

/// Stored bytes without a text; nothing where it does not stand in them.
pub(super) fn without(stored: &[u8], text: &str, tombstone: &str) -> Result<Option<Vec<u8>>> {
    match unpack(stored) {
        Ok(bytes) => blot::without(&bytes, text, tombstone)?.map(|bytes| pack(&bytes)).transpose(),
        Err(_) => blot::without(stored, text, tombstone),
    }
}

/// Whether the first part of a zip package is deflated: then deflating the whole again gains next to nothing.
fn is_deflated(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") && bytes.get(8..10) == Some(&[8, 0])
}

fn unreadable() -> Error {
    Error::new(Kind::File, "A kept original in this file cannot be read.")
        .hint("Restore the newest backup from the start screen.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let bytes = b"the same words again and again and again".repeat(50);
        let packed = pack(&bytes).expect("packs");
        assert!(packed.len() < bytes.len());
        assert_eq!(unpack(&packed).expect("unpacks"), bytes);
        assert!(unpack(b"PK\x03\x04 not ours").is_err());
        let deflated = b"PK\x03\x04\x14\x00\x00\x00\x08\x00 a package";
        let packed = pack(deflated).expect("packs");
        assert_eq!(
            (packed.len(), unpack(&packed).expect("unpacks")),
            (deflated.len() + 4, deflated.to_vec())
        );
        assert!(unpack(&packed[..packed.len() - 1]).is_err());
    }
}
