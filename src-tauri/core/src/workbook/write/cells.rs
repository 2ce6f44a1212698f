//! Texts as they stand in cells: never too long, never with a sign that XML cannot hold.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::problem::{Problem, Severity};
use crate::workbook::layout::LONGEST_TEXT;

const CUT: &str = "\n[Cut here: the text is longer than a cell can hold. The whole of it is in Attest.]";

/// Writes a text, or an empty cell of the same look.
pub fn put(sheet: &mut Worksheet, at: (u32, u16), text: &str, look: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        return sheet.write_blank(at.0, at.1, look).map(|_| ());
    }
    sheet.write_string_with_format(at.0, at.1, sound(text), look).map(|_| ())
}

/// A text that fits into a cell; what is cut is said.
pub fn fitted(text: &str, place: String, problems: &mut Vec<Problem>) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    problems.push(
        Problem::new(
            Severity::Question,
            place,
            "This text is longer than the 32,767 characters that a cell can hold; it was cut in the workbook.",
        )
        .hint("Shorten it, or send the whole text beside the workbook."),
    );
    let room = LONGEST_TEXT - CUT.encode_utf16().count();
    let mut used = 0;
    let kept = text.chars().take_while(|c| {
        used += c.len_utf16();
        used <= room
    });
    kept.chain(CUT.chars()).collect()
}

/// A text that XML and a cell can hold; nearly every text is one as it is.
fn sound(text: &str) -> String {
    let odd = |c: char| !matches!(c, '\n' | '\t') && (c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    if text.len() <= LONGEST_TEXT && !text.contains(odd) {
        return text.to_owned();
    }
    let mut kept: String = text.chars().filter(|c| !odd(*c)).collect();
    while kept.encode_utf16().count() > LONGEST_TEXT {
        kept.pop();
    }
    kept
}
