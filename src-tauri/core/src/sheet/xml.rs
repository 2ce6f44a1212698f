//! The XML of a part, element by element over one text: sound, not too deep, and nothing copied that need not be.
//!
//! An element that was given is walked into with `child`, read with `content` or left with `skip`.
//! Refuses to know: what any element means.

use std::borrow::Cow;

use memchr::{memchr, memchr3, memmem};

use super::words;

/// Elements may stand so deep within each other.
const DEEPEST: usize = 64;

/// Why a part is not read on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not sound XML.
    Unsound,
    /// It is in another encoding.
    NotUtf8,
    /// It is in UTF-16.
    Utf16,
    /// It declares a document type.
    DocumentType,
    /// Its elements stand too deep within each other.
    TooDeep,
    /// It names a cell that no sheet has.
    NoSuchCell(String),
    /// It goes over a limit: the sentence that says so.
    Over(&'static str),
}

/// A walk over the XML of a part.
pub struct Xml<'a> {
    text: &'a str,
    at: usize,
    open: Vec<&'a str>,
    /// The element that was given last has nothing in it and no end of its own.
    empty: bool,
}

/// The start of an element.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'a> {
    /// Its name without a prefix.
    pub name: &'a str,
    inside: &'a str,
}

/// The attributes of an element, as they are written.
pub struct Attributes<'a>(&'a str);

impl<'a> Xml<'a> {
    /// Begins at the start of a part.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Fault> {
        let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        if wide || bytes.starts_with(b"<\0") || bytes.starts_with(b"\0<") {
            return Err(Fault::Utf16);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Ok(Self { text, at: 0, open: Vec::with_capacity(8), empty: false })
    }

    /// The next element within the one that is open; none at its end, which is then left.
    pub fn child(&mut self) -> Result<Option<Tag<'a>>, Fault> {
        if self.left_empty() {
            return Ok(None);
        }
        loop {
            // Elements mostly follow each other with nothing between.
            if self.text.as_bytes().get(self.at) != Some(&b'<') {
                let Some(next) = memchr(b'<', &self.text.as_bytes()[self.at..]) else {
                    self.at = self.text.len();
                    return if self.open.is_empty() { Ok(None) } else { Err(Fault::Unsound) };
                };
                self.at += next;
            }
            self.at += 1;
            match self.text.as_bytes().get(self.at) {
                Some(b'/') => return self.end().map(|()| None),
                Some(b'!' | b'?') => self.aside().map(drop)?,
                Some(_) => return self.start().map(Some),
                None => return Err(Fault::Unsound),
            }
        }
    }

    /// The root element; a part without one is not sound.
    pub fn root(&mut self) -> Result<Tag<'a>, Fault> {
        self.child()?.ok_or(Fault::Unsound)
    }

    /// Leaves the element that was given last.
    pub fn skip(&mut self) -> Result<(), Fault> {
        if self.left_empty() {
            return Ok(());
        }
        let outside = self.open.len();
        while self.open.len() >= outside {
            if self.child()?.is_none() && self.open.len() < outside {
                break;
            }
        }
        Ok(())
    }

    /// The text of the element that was given last, entities resolved; elements within it are left out.
    pub fn content(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.left_empty() {
            return Ok(Cow::Borrowed(""));
        }
        let mut whole = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let next = memchr(b'<', rest.as_bytes()).ok_or(Fault::Unsound)?;
            join(&mut whole, words::resolved(&rest[..next]).ok_or(Fault::Unsound)?);
            self.at += next + 1;
            match self.text.as_bytes().get(self.at) {
                Some(b'/') => return self.end().map(|()| whole),
                Some(b'!' | b'?') => {
                    if let Some(literal) = self.aside()? {
                        join(&mut whole, words::lines(literal));
                    }
                }
                Some(_) => {
                    self.start()?;
                    self.skip()?;
                }
                None => return Err(Fault::Unsound),
            }
        }
    }

    fn left_empty(&mut self) -> bool {
        let empty = std::mem::take(&mut self.empty);
        if empty {
            self.open.pop();
        }
        empty
    }

    /// Behind `</`: the name has to be that of the element that is open.
    fn end(&mut self) -> Result<(), Fault> {
        let from = self.at + 1;
        let rest = &self.text[from..];
        let open = self.open.pop().ok_or(Fault::Unsound)?;
        if rest.as_bytes().get(open.len()) == Some(&b'>') && rest.starts_with(open) {
            self.at = from + open.len() + 1;
            return Ok(());
        }
        let length = memchr(b'>', rest.as_bytes()).ok_or(Fault::Unsound)?;
        if rest[..length].trim_ascii_end() != open {
            return Err(Fault::Unsound);
        }
        self.at = from + length + 1;
        Ok(())
    }

    /// Behind `<` and before `!` or `?`: a comment, an instruction, or a literal text, which is given.
    fn aside(&mut self) -> Result<Option<&'a str>, Fault> {
        let rest = &self.text[self.at..];
        let (opens, closes) = match rest {
            _ if rest.starts_with("!--") => ("!--", "-->"),
            _ if rest.starts_with("![CDATA[") => ("![CDATA[", "]]>"),
            _ if rest.starts_with('?') => ("?", "?>"),
            _ if rest.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!DOCTYPE")) => {
                return Err(Fault::DocumentType);
            }
            _ => return Err(Fault::Unsound),
        };
        let rest = &rest[opens.len()..];
        let length = memmem::find(rest.as_bytes(), closes.as_bytes()).ok_or(Fault::Unsound)?;
        self.at += opens.len() + length + closes.len();
        Ok((opens.len() == 8).then_some(&rest[..length]))
    }

    /// Behind `<` and before a name.
    fn start(&mut self) -> Result<Tag<'a>, Fault> {
        let rest = &self.text[self.at..];
        let bytes = rest.as_bytes();
        let ends = |byte: &u8| matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r');
        let length = bytes.iter().position(ends).ok_or(Fault::Unsound)?;
        let close = closing(bytes, length).ok_or(Fault::Unsound)?;
        let name = &rest[..length];
        if name.is_empty() || self.open.len() >= DEEPEST {
            return Err(if name.is_empty() { Fault::Unsound } else { Fault::TooDeep });
        }
        self.at += close + 1;
        self.open.push(name);
        let inside = &rest[length..close];
        self.empty = inside.ends_with('/');
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        Ok(Tag { name: local(name), inside })
    }
}

/// Where the start of an element ends: the first `>` that stands in no value.
fn closing(bytes: &[u8], from: usize) -> Option<usize> {
    if bytes[from] == b'>' {
        return Some(from);
    }
    // The first one of all, where as many quotes open as close before it.
    let first = from + memchr(b'>', &bytes[from..])?;
    let (mut double, mut single) = (0_u32, 0_u32);
    for byte in &bytes[from..first] {
        double += u32::from(*byte == b'"');
        single += u32::from(*byte == b'\'');
    }
    if single == 0 && double % 2 == 0 {
        return Some(first);
    }
    let mut at = from;
    loop {
        at += memchr3(b'>', b'"', b'\'', &bytes[at..])?;
        match bytes[at] {
            b'>' => return Some(at),
            quote => at += memchr(quote, &bytes[at + 1..])? + 2,
        }
    }
}

fn local(name: &str) -> &str {
    name.bytes().rposition(|byte| byte == b':').map_or(name, |colon| &name[colon + 1..])
}

fn join<'a>(whole: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if whole.is_empty() {
        *whole = piece;
    } else if !piece.is_empty() {
        whole.to_mut().push_str(&piece);
    }
}

impl<'a> Tag<'a> {
    /// Its attributes, in order, as they are written.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes(self.inside)
    }

    /// An attribute by its full name, as it is written; one that stands twice is a fault.
    pub fn raw(&self, name: &str) -> Result<Option<&'a str>, Fault> {
        let mut found = None;
        for attribute in self.attributes() {
            let (named, value) = attribute?;
            if named == name && found.replace(value).is_some() {
                return Err(Fault::Unsound);
            }
        }
        Ok(found)
    }

    /// An attribute by its full name, entities resolved.
    pub fn get(&self, name: &str) -> Result<Option<Cow<'a, str>>, Fault> {
        let resolved = |raw| words::resolved(raw).ok_or(Fault::Unsound);
        self.raw(name)?.map(resolved).transpose()
    }

    /// Whether an attribute says yes.
    pub fn says(&self, name: &str) -> Result<bool, Fault> {
        Ok(self.raw(name)?.is_some_and(|value| matches!(value.trim(), "1" | "true" | "on")))
    }

    /// An attribute of another namespace, whatever its prefix.
    pub fn foreign(&self, name: &str) -> Result<Option<Cow<'a, str>>, Fault> {
        for attribute in self.attributes() {
            let (named, value) = attribute?;
            if named.split_once(':').is_some_and(|(_, local)| local == name) {
                return words::resolved(value).ok_or(Fault::Unsound).map(Some);
            }
        }
        Ok(None)
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<(&'a str, &'a str), Fault>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_ascii_start();
        if rest.is_empty() {
            return None;
        }
        let parted = parted(rest);
        self.0 = parted.map_or("", |(_, rest)| rest);
        Some(parted.map(|(pair, _)| pair).ok_or(Fault::Unsound))
    }
}

/// An attribute's name and value, and what stands behind it.
#[inline]
fn parted(text: &str) -> Option<((&str, &str), &str)> {
    let bytes = text.as_bytes();
    let equals = bytes.iter().position(|byte| *byte == b'=')?;
    let name = text[..equals].trim_ascii_end();
    let value = text[equals + 1..].trim_ascii_start();
    let quote = value.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''))?;
    // Names and nearly all values are too short for a search by words to be quicker.
    let length = value.as_bytes()[1..].iter().position(|byte| *byte == quote)?;
    let sound = !name.is_empty() && !name.bytes().any(|byte| matches!(byte, b' ' | b'"'));
    sound.then(|| ((name, &value[1..=length]), &value[length + 2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(text: &str) -> Result<Vec<String>, Fault> {
        fn into(xml: &mut Xml<'_>, found: &mut Vec<String>) -> Result<(), Fault> {
            while let Some(tag) = xml.child()? {
                found.push(tag.name.to_owned());
                tag.attributes().collect::<Result<Vec<_>, _>>()?;
                into(xml, found)?;
            }
            Ok(())
        }
        let (mut xml, mut found) = (Xml::new(text.as_bytes())?, Vec::new());
        into(&mut xml, &mut found).map(|()| found)
    }

    #[test]
    fn elements_come_in_order_whatever_stands_between() {
        let text = "\u{feff}<?xml version='1.0'?><!-- > --><a x='>' y = \"/\"><b:c/>text<![CDATA[<d>]]><e ></e >\n<f z=\">\" w='\"' v=\"'>\"/></a>";
        assert_eq!(walked(text).expect("sound"), ["a", "c", "e", "f"]);
    }

    #[test]
    fn content_is_joined_and_resolved() {
        let mut xml =
            Xml::new(b"<a>x &amp; <!-- no -->y<b>left <i>out</i></b><![CDATA[&lt;\r\n]]>&#x20;&#9;</a><c/>")
                .expect("text");
        xml.root().expect("a");
        assert_eq!(xml.content().expect("sound"), "x & y&lt;\n \t");
        assert_eq!(xml.child().expect("sound").expect("c").name, "c");
        assert_eq!(xml.content().expect("sound"), "");
        assert!(xml.child().expect("the end").is_none());
    }

    #[test]
    fn what_is_left_is_left_whole() {
        let mut xml = Xml::new(b"<a><b><c><b/></c>text</b><d n='1' x:n='2'/></a>").expect("text");
        xml.root().expect("a");
        xml.child().expect("sound").expect("b");
        xml.skip().expect("sound");
        let tag = xml.child().expect("sound").expect("d");
        assert_eq!(tag.raw("n"), Ok(Some("1")));
        assert_eq!(tag.foreign("n"), Ok(Some("2".into())));
        xml.skip().expect("sound");
        assert!(xml.child().expect("sound").is_none());
    }

    #[test]
    fn what_is_not_sound_is_a_fault() {
        for text in [
            "<a>",
            "<a></b>",
            "<a",
            "<a x=1/>",
            "<a x='1/>",
            "</a>",
            "<",
            "<a><",
            "<!x><a/>",
            "<a><!--</a>",
            "< a/>",
        ] {
            assert_eq!(walked(text).expect_err(text), Fault::Unsound, "{text}");
        }
        assert_eq!(walked("<!doctype a><a/>"), Err(Fault::DocumentType));
        assert_eq!(walked(&"<a>".repeat(65)), Err(Fault::TooDeep));
        assert_eq!(Xml::new(b"\xff\xfe<\0").err(), Some(Fault::Utf16));
        assert_eq!(Xml::new(b"<a>\xe9</a>").err(), Some(Fault::NotUtf8));
        let twice = Xml::new(b"<a x='1' x='2'/>").expect("text").root().expect("a");
        assert_eq!(twice.raw("x"), Err(Fault::Unsound));
    }
}
