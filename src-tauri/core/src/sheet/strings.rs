//! The texts that a workbook keeps once and its cells share.
//!
//! Refuses to know: which cell uses which.

use std::borrow::Cow;
use std::sync::Arc;

use super::words;
use super::xml::{Fault, Xml};
use super::{LONGEST_TEXT, TOO_LONG};

/// The most texts of a workbook.
const MOST_STRINGS: usize = 400_000;
/// All texts of a workbook together, in bytes.
const MOST_TEXT: usize = 24 * 1024 * 1024;

/// How much text may still be kept.
#[derive(Debug)]
pub struct Room(usize);

impl Default for Room {
    fn default() -> Self {
        Self(MOST_TEXT)
    }
}

impl Room {
    /// Keeps a text, if there is room.
    pub fn keep(&mut self, text: &str) -> Result<Arc<str>, Fault> {
        const OVER: Fault = Fault::Over("This file holds more text than a workbook of answers could have.");
        if text.len() > LONGEST_TEXT && words::units(text) > LONGEST_TEXT {
            return Err(TOO_LONG);
        }
        self.0 = self.0.checked_sub(text.len()).ok_or(OVER)?;
        Ok(Arc::from(text))
    }
}

/// Reads the shared texts, in order.
pub fn strings(part: &[u8], room: &mut Room) -> Result<Vec<Arc<str>>, Fault> {
    let (mut xml, mut strings) = (Xml::new(part)?, Vec::new());
    xml.root()?;
    while let Some(tag) = xml.child()? {
        if tag.name != "si" {
            xml.skip()?;
            continue;
        }
        if strings.len() >= MOST_STRINGS {
            return Err(Fault::Over("This file has more texts than a workbook of answers could have."));
        }
        strings.push(room.keep(&string(&mut xml)?)?);
    }
    Ok(strings)
}

/// The text of the element that was given last: its runs together, without how they are pronounced.
pub fn string<'a>(xml: &mut Xml<'a>) -> Result<Cow<'a, str>, Fault> {
    let mut whole = Cow::Borrowed("");
    while let Some(tag) = xml.child()? {
        match tag.name {
            "t" => add(&mut whole, text(xml, tag.raw("xml:space")?)?)?,
            "r" => {
                while let Some(tag) = xml.child()? {
                    match tag.name {
                        "t" => add(&mut whole, text(xml, tag.raw("xml:space")?)?)?,
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
    Ok(words::unescaped(match (space, text) {
        (Some("preserve"), text) => text,
        (_, Cow::Borrowed(text)) => Cow::Borrowed(text.trim_matches(BLANKS)),
        (_, Cow::Owned(text)) => Cow::Owned(text.trim_matches(BLANKS).to_owned()),
    }))
}

fn add<'a>(whole: &mut Cow<'a, str>, piece: Cow<'a, str>) -> Result<(), Fault> {
    if whole.is_empty() {
        *whole = piece;
    } else {
        whole.to_mut().push_str(&piece);
    }
    // A character is at most four bytes to one or two units.
    if whole.len() > 4 * LONGEST_TEXT { Err(TOO_LONG) } else { Ok(()) }
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
        let strings: Vec<&str> = strings.iter().map(|text| &**text).collect();
        assert_eq!(strings, ["trimmed", " kept ", "One & two\n", "", ""]);
    }

    #[test]
    fn text_without_end_is_refused() {
        let long = format!("<sst><si><t>{}</t></si></sst>", "\u{e9}".repeat(LONGEST_TEXT + 1));
        assert_eq!(strings(long.as_bytes(), &mut Room::default()), Err(TOO_LONG));
        let most = format!("<sst><si><t>{}</t></si></sst>", "\u{e9}".repeat(LONGEST_TEXT));
        assert_eq!(strings(most.as_bytes(), &mut Room::default()).expect("it may be").len(), 1);
        assert!(matches!(strings(most.as_bytes(), &mut Room(9)), Err(Fault::Over(_))));
    }
}
