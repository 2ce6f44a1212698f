//! A stacked bar as a small picture (PNG): fills from dark to light and by pattern, to be told apart without colour.
//!
//! Refuses to know: what is counted; the words stand beside it.

use libdeflater::{CompressionLvl, Compressor, crc32};

use crate::error::{Error, Result};
use crate::report::bars::Fill;

/// The size of a bar in dots; of the swatch of a fill, a square of the same height.
pub(super) const WIDTH: u32 = 720;
pub(super) const HEIGHT: u32 = 36;

/// The colours of the picture, by their places.
const PALETTE: [[u8; 3]; 6] = [
    [0xff, 0xff, 0xff],
    [0x50, 0x5a, 0x5f],
    [0x0b, 0x25, 0x45],
    [0x3f, 0x62, 0x8a],
    [0x8d, 0xa9, 0xc4],
    [0xd3, 0xe0, 0xec],
];
const LINE: u8 = 1;

/// A picture of parts one after the other, each with its width in dots.
pub(super) fn bar(width: u32, parts: &[(Fill, u32)]) -> Result<Vec<u8>> {
    let mut rows = vec![vec![0_u8; size(width)]; size(HEIGHT)];
    let mut from = 0;
    for (fill, wide) in parts {
        let until = (from + wide).min(width);
        draw(&mut rows, *fill, from, until);
        from = until;
    }
    packed(width, &rows)
}

fn draw(rows: &mut [Vec<u8>], fill: Fill, from: u32, until: u32) {
    for y in 0..HEIGHT {
        for x in from..until {
            let edge = y == 0 || y == HEIGHT - 1 || x == from || x == until - 1;
            let dot = if edge { LINE } else { colour(fill, x - from, y) };
            if let Some(place) = rows.get_mut(size(y)).and_then(|row| row.get_mut(size(x))) {
                *place = dot;
            }
        }
    }
}

fn colour(fill: Fill, x: u32, y: u32) -> u8 {
    match fill {
        Fill::Deepest => 2,
        Fill::Deep => 3,
        Fill::Middle => 4,
        Fill::Light => 5,
        Fill::Hatched => u8::from((x + y) % 9 < 2),
        Fill::Dotted => u8::from(x % 8 < 2 && y % 8 < 2),
        Fill::Empty => 0,
    }
}

fn packed(width: u32, rows: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend(width.to_be_bytes());
    head.extend(HEIGHT.to_be_bytes());
    // Eight bits a dot, by palette, nothing interlaced.
    head.extend([8, 3, 0, 0, 0]);
    chunk(&mut bytes, b"IHDR", &head);
    chunk(&mut bytes, b"PLTE", PALETTE.as_flattened());
    // Each row begins with the number of its filter: none.
    let raw: Vec<u8> = rows.iter().flat_map(|row| std::iter::once(0).chain(row.iter().copied())).collect();
    chunk(&mut bytes, b"IDAT", &deflated(&raw)?);
    chunk(&mut bytes, b"IEND", &[]);
    Ok(bytes)
}

fn deflated(raw: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut packed = vec![0; compressor.zlib_compress_bound(raw.len())];
    let length = compressor
        .zlib_compress(raw, &mut packed)
        .map_err(|_| Error::fault("A bar of the report could not be drawn."))?;
    packed.truncate(length);
    Ok(packed)
}

fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    let named: Vec<u8> = name.iter().chain(content).copied().collect();
    bytes.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes());
    bytes.extend(&named);
    bytes.extend(crc32(&named).to_be_bytes());
}

fn size(dots: u32) -> usize {
    usize::try_from(dots).unwrap_or(usize::MAX)
}
