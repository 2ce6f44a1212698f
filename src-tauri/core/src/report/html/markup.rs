//! HTML in the making: names of elements and attributes are our own words, everything else is escaped.
//!
//! Refuses to know: any way to put text on the page as it is, but the style sheet that ships.

use std::fmt::Write;

/// A page, or a part of one.
pub(super) struct Markup(String);

impl Markup {
    /// A page with nothing on it.
    pub fn page() -> Self {
        Self("<!DOCTYPE html>\n".to_owned())
    }

    /// An element with attributes and what stands in it.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        let _ = write!(self.0, "</{name}>");
        if BREAKS.contains(&name) {
            self.0.push('\n');
        }
    }

    /// An element that holds nothing.
    pub fn single(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.open(name, attributes);
    }

    /// An element with a text alone.
    pub fn words(&mut self, name: &'static str, attributes: &[(&'static str, &str)], text: &str) {
        self.element(name, attributes, |inside| inside.text(text));
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        text.chars().for_each(|letter| self.letter(letter));
    }

    /// The style sheet that ships.
    pub fn style(&mut self, sheet: &'static str) {
        let _ = write!(self.0, "<style>\n{sheet}</style>\n");
    }

    /// What the foot of every printed page says, where a browser can write there: each letter by its number, so that no text
    /// is anything but words.
    pub fn foot(&mut self, text: &str) {
        let letters: String =
            text.chars().filter(|letter| !letter.is_control()).fold(String::new(), |mut letters, letter| {
                let _ = write!(letters, "\\{:06X}", u32::from(letter));
                letters
            });
        let _ = write!(self.0, "<style>\n@page {{ @bottom-left {{ content: \"{letters}\"; }} }}\n</style>\n");
    }

    /// A drawing of our own, which is markup already; anything else is left out.
    pub fn drawing(&mut self, svg: &str) {
        if svg.starts_with("<svg ") && !svg.contains("<script") {
            self.0.push_str(svg);
        }
    }

    /// The page as it is written.
    pub fn done(self) -> String {
        self.0
    }

    fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        let _ = write!(self.0, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.0, " {attribute}=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            '"' => self.0.push_str("&quot;"),
            '\'' => self.0.push_str("&#39;"),
            '\n' | '\t' => self.0.push(letter),
            letter if letter.is_control() => {}
            letter => self.0.push(letter),
        }
    }
}

/// Elements after which the source goes on in a new line.
const BREAKS: [&str; 16] = [
    "head", "title", "body", "header", "footer", "section", "h1", "h2", "h3", "p", "tr", "li", "div",
    "caption", "table", "main",
];
