//! XML in the making: names are our own words, everything else is escaped or, where XML cannot hold it, left out.
//!
//! Refuses to know: what Word makes of it.

use std::fmt::Write;

/// A part of a package, or a piece of one.
pub(super) struct Xml(String);

impl Xml {
    /// A part with its declaration.
    pub fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element with attributes and what stands in it.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.begin(name, attributes);
        self.0.push('>');
        inside(self);
        self.end(name);
    }

    /// An element that is closed later.
    pub fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.begin(name, attributes);
        self.0.push('>');
    }

    /// The end of an element that was opened.
    pub fn end(&mut self, name: &'static str) {
        let _ = write!(self.0, "</{name}>");
    }

    /// An element that holds nothing.
    pub fn single(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.begin(name, attributes);
        self.0.push_str("/>");
    }

    /// An element whose one attribute is a value.
    pub fn value(&mut self, name: &'static str, value: &str) {
        self.single(name, &[("w:val", value)]);
    }

    /// An element with a text alone.
    pub fn words(&mut self, name: &'static str, attributes: &[(&'static str, &str)], text: &str) {
        self.element(name, attributes, |inside| inside.text(text));
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        text.chars().for_each(|letter| self.letter(letter));
    }

    /// What is written so far.
    pub fn so_far(&self) -> &str {
        &self.0
    }

    /// The part as it is written.
    pub fn done(self) -> String {
        self.0
    }

    fn begin(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        let _ = write!(self.0, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.0, " {attribute}=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            '"' => self.0.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => self.0.push(letter),
        }
    }
}
