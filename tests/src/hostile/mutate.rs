//! A sound workbook with something wrong in it: in the package, or in the XML of a part that is packed again.

use super::{Dice, packed, parts};

/// A mutation of a sound workbook.
pub fn mutated(sound: &[u8], dice: &mut Dice) -> Vec<u8> {
    match dice.below(4) {
        0 => package(sound.to_vec(), dice),
        _ => xml(sound, dice),
    }
}

/// Damage to the bytes of the package.
fn package(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        let length = dice.below(64).min(bytes.len() - at);
        match dice.below(7) {
            0 => bytes[at] = u8::try_from(dice.below(256)).unwrap_or(0),
            1 => bytes.truncate(at.max(8)),
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let again = bytes[at..at + length].to_vec();
                drop(bytes.splice(at..at, again));
            }
            4 => bytes[at..at + length].fill(*dice.one_of(&[0, 0xff, b'P', 0x80])),
            // The directory stands at the end.
            _ => {
                let tail = bytes.len() - dice.below(bytes.len().min(1_500)) - 1;
                bytes[tail] = *dice.one_of(&[0, 1, 8, 0x7f, 0xff, b'P']);
            }
        }
    }
    bytes
}

/// Damage to the text of one or two parts.
fn xml(sound: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut parts = parts(sound);
    for _ in 0..=dice.below(2) {
        let place = dice.below(parts.len());
        let (_, bytes) = &mut parts[place];
        for _ in 0..=dice.below(5) {
            *bytes = changed(std::mem::take(bytes), dice);
        }
    }
    if dice.below(12) == 0 {
        let place = dice.below(parts.len());
        let part = parts.remove(place);
        if dice.below(2) == 0 {
            parts.push((part.0.to_uppercase(), part.1));
        }
    }
    packed(&parts)
}

/// What may stand anywhere, and hurts.
const PIECES: &[&str] = &[
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "&#x110000;",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c r=\"A4294967298\"><v>1</v></c>",
    "<c t=\"s\"><v>99999999999</v></c>",
    "<c t=\"s\"><v>-1</v></c>",
    "<c s=\"99999\"><v>1e999</v></c>",
    "<c t=\"d\"><v>not a day</v></c>",
    "<c t=\"e\"><v>#WHAT!</v></c>",
    "<row r=\"0\"/>",
    "<row r=\"1048577\"/>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<f t=\"shared\" si=\"4294967295\" ref=\"A1\"/>",
    "<si/>",
    "<is><t>inline</t></is>",
    "<![CDATA[ ]] > ]]>",
    "<!-- -- -->",
    "_xD800__x0000__xFFFF_",
    "]]>",
    "\u{0}",
    "\u{feff}",
    "\u{202e}\u{1f600}",
    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    "</sheetData>",
    "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>",
];
/// Numbers at the edges.
const NUMBERS: &[&str] =
    &["0", "-1", "65536", "1048577", "4294967296", "18446744073709551616", "1e308", "NaN", ""];

fn changed(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    if bytes.is_empty() {
        return b"<a/>".to_vec();
    }
    let at = dice.below(bytes.len());
    let element = |bytes: &[u8], from: usize| {
        bytes[from..].iter().position(|byte| *byte == b'<').map_or(bytes.len(), |it| from + it)
    };
    match dice.below(10) {
        0 => drop(bytes.splice(at..at, dice.one_of(PIECES).bytes())),
        1 => {
            let at = element(&bytes, at);
            drop(bytes.splice(at..at, dice.one_of(PIECES).bytes()));
        }
        2 => {
            let (from, to) =
                (element(&bytes, at), element(&bytes, (at + dice.below(400)).min(bytes.len() - 1)));
            drop(bytes.drain(from.min(to)..to.max(from)));
        }
        3 => {
            let (from, to) =
                (element(&bytes, at), element(&bytes, (at + dice.below(400)).min(bytes.len() - 1)));
            let again = bytes[from.min(to)..to.max(from)].repeat(dice.below(60) + 1);
            drop(bytes.splice(from.min(to)..from.min(to), again));
        }
        4 | 5 => {
            let from = bytes[at..].iter().position(u8::is_ascii_digit).map_or(at, |it| at + it);
            let length = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            drop(bytes.splice(from..from + length, dice.one_of(NUMBERS).bytes()));
        }
        6 => bytes[at] = *dice.one_of(b"<>/\"'=&; \0\xff\xc3"),
        7 => bytes.truncate(at),
        8 => drop(bytes.splice(at..at, "long ".repeat(dice.below(9_000)).bytes())),
        _ => {
            let wide: Vec<u8> =
                String::from_utf8_lossy(&bytes).encode_utf16().flat_map(u16::to_le_bytes).collect();
            if dice.below(8) == 0 { bytes = [&[0xff, 0xfe][..], &wide].concat() } else { bytes.reverse() }
        }
    }
    bytes
}
