//! The texts that a workbook keeps once and its cells share.
//!
//! Refuses to know: which cell uses which.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::LONGEST_TEXT;
use super::words;
use super::xml::{Fault, Xml};

/// The most texts of a workbook.
const MOST_STRINGS: usize = 400_000;
/// All texts of a workbook together, in bytes.
const MOST_TEXT: usize = 24 * 1024 * 1024;
/// Of a text in pieces so much is put together, in bytes: more than any cell holds.
const MOST_OF_ONE: usize = 8 * LONGEST_TEXT;

/// How much text may still be kept.
#[derive(Debug)]
pub struct Room(usize);

impl Default for Room {
    fn default() -> Self {
        Self(MOST_TEXT)
    }
}

impl Room {
    /// Keeps a text, if there is room; of one that is too long for a cell only the beginning.
    pub fn keep(&mut self, text: &str) -> Result<Kept, Fault> {
        const OVER: Fault = Fault::Over("This file holds more text than a workbook of answers could have.");
        let end = end(text);
        let text = &text[..end.unwrap_or(text.len())];
        self.0 = self.0.checked_sub(text.len()).ok_or(OVER)?;
        Ok(Kept { text: Arc::from(text), cut: end.is_some() })
    }
}

/// A text that was kept.
#[derive(Debug)]
pub struct Kept {
    /// As much of it as a cell holds.
    pub text: Arc<str>,
    /// Whether there was more.
    pub cut: bool,
}

/// Where a text has to end that is longer than a cell holds.
fn end(text: &str) -> Option<usize> {
    if text.len() <= LONGEST_TEXT {
        return None;
    }
    let mut units = 0;
    let over = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > LONGEST_TEXT
    });
    over.map(|(at, _)| at)
}

/// The shared texts of a workbook.
#[derive(Debug, Default)]
pub struct Strings {
    /// Each by its number.
    pub texts: Vec<Arc<str>>,
    /// Those of which only the beginning was kept.
    pub cut: BTreeSet<usize>,
}

/// Reads the shared texts, in order.
pub fn strings(part: &[u8], room: &mut Room) -> Result<Strings, Fault> {
    let (mut xml, mut strings) = (Xml::new(part)?, Strings::default());
    xml.root()?;
    while let Some(tag) = xml.child()? {
        if tag.name != "si" {
            xml.skip()?;
            continue;
        }
        if strings.texts.len() >= MOST_STRINGS {
            return Err(Fault::Over("This file has more texts than a workbook of answers could have."));
        }
        let kept = room.keep(&string(&mut xml)?)?;
        if kept.cut {
            strings.cut.insert(strings.texts.len());
        }
        strings.texts.push(kept.text);
    }
    Ok(strings)
}

/// The text of the element that was given last: its runs together, without how they are pronounced.
pub fn string<'a>(xml: &mut Xml<'a>) -> Result<Cow<'a, str>, Fault> {
    let mut whole = Cow::Borrowed("");
    while let Some(tag) = xml.child()? {
        match tag.name {
            "t" => add(&mut whole, text(xml, tag.raw("xml:space")?)?),
            "r" => {
                while let Some(tag) = xml.child()? {
                    match tag.name {
                        "t" => add(&mut whole, text(xml, tag.raw("xml:space")?)?),
                        _ => xml.skip()?,
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(whole)
}

/// A piece of text; white space at its ends counts only where that is said.
fn text<'a>(xml: &mut Xml<'a>, space: Option<&str>) -> Result<Cow<'a, str>, Fault> {
    const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];
    let text = xml.content()?;
    let blank = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
    if !blank(text.as_bytes().first()) && !blank(text.as_bytes().last()) {
        return Ok(words::unescaped(text));
    }
    Ok(words::unescaped(match (space, text) {
        (Some("preserve"), text) => text,
        (_, Cow::Borrowed(text)) => Cow::Borrowed(text.trim_matches(BLANKS)),
        (_, Cow::Owned(text)) => Cow::Owned(text.trim_matches(BLANKS).to_owned()),
    }))
}

/// Adds a piece; where there is more already than a cell holds, the rest is left out, and the text is cut anyway.
fn add<'a>(whole: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if whole.is_empty() {
        *whole = piece;
    } else if whole.len() <= MOST_OF_ONE {
        whole.to_mut().push_str(&piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_one_text_and_what_is_pronounced_is_none() {
        let part = br#"<sst count="9"><si><t> trimmed </t></si><si><t xml:space="preserve"> kept </t></si>
            <si><r><rPr><b/></rPr><t xml:space="preserve">One </t></r><r><t>&amp; two_x000A_</t></r><rPh sb="0"><t>no</t></rPh></si>
            <si/><si><t/></si><extLst><si><t>no</t></si></extLst></sst>"#;
        let strings = strings(part, &mut Room::default()).expect("sound");
        let strings: Vec<&str> = strings.texts.iter().map(|text| &**text).collect();
        assert_eq!(strings, ["trimmed", " kept ", "One & two\n", "", ""]);
    }

    #[test]
    fn of_a_text_that_no_cell_holds_the_beginning_is_kept() {
        let read = |text: String| {
            strings(format!("<sst><si><t>{text}</t></si></sst>").as_bytes(), &mut Room::default())
        };
        let most = read("\u{e9}".repeat(LONGEST_TEXT)).expect("it may be");
        assert!(most.cut.is_empty() && words::units(&most.texts[0]) == LONGEST_TEXT);
        let long = read("\u{1f600}".repeat(LONGEST_TEXT)).expect("its beginning");
        assert!(long.cut.contains(&0) && words::units(&long.texts[0]) == LONGEST_TEXT - 1);
        let longer = read("x".repeat(40 * LONGEST_TEXT)).expect("its beginning");
        assert!(longer.cut.contains(&0) && longer.texts[0].len() == LONGEST_TEXT);
    }

    #[test]
    fn of_text_without_end_the_beginning_is_kept_and_too_much_of_all_is_refused() {
        let runs = format!("<sst><si>{}</si></sst>", "<r><t>yyyyyyyyyyyyyyyy</t></r>".repeat(20_000));
        let read = strings(runs.as_bytes(), &mut Room::default()).expect("its beginning");
        assert!(read.cut.contains(&0) && read.texts[0].len() == LONGEST_TEXT);
        let some = b"<sst><si><t>more than nine</t></si></sst>";
        assert!(matches!(strings(some, &mut Room(9)), Err(Fault::Over(_))));
    }
}
