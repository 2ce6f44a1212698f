//! One walk over the XML of a part: what may crash a reader stops here.
//!
//! Sizes that a part only declares are blanked, in place, so that nobody allocates for them.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::place::{LAST_ROW, Place};
use super::refused;
use crate::error::{Error, Result};

const DEEPEST: usize = 64;
/// The longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// White space between elements may be longer than a cell; not without end.
const LONGEST_GAP: usize = 65_536;
const MOST_CELLS: usize = 3_000_000;
const MOST_STRINGS: usize = 1_000_000;

/// Walks over a part; gives the custom properties if it is the part that holds them.
pub fn part(name: &str, bytes: &mut [u8]) -> Result<Vec<(String, String)>> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| refused(format!("The part {name} of this file is not in UTF-8.")))?;
    let mut walk = Walk { name, ..Walk::default() };
    let mut reader = Reader::from_str(text);
    loop {
        let from = reader.buffer_position();
        let event = reader.read_event().map_err(|_| walk.unsound())?;
        let span = (span(from), span(reader.buffer_position()));
        match event {
            Event::Eof => break,
            event => walk.event(event, span)?,
        }
    }
    for (from, to) in walk.blanks {
        bytes[from..to].fill(b' ');
    }
    Ok(walk.properties)
}

fn span(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

#[derive(Default)]
struct Walk<'a> {
    name: &'a str,
    depth: usize,
    text: String,
    units: usize,
    cells: usize,
    strings: usize,
    /// Inside a text of several runs, which count together.
    inside: bool,
    property: Option<String>,
    properties: Vec<(String, String)>,
    blanks: Vec<(usize, usize)>,
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, span: (usize, usize)) -> Result<()> {
        match event {
            Event::DocType(_) => Err(refused(format!(
                "The part {} of this file declares a document type, which no spreadsheet program writes.",
                self.name
            ))),
            Event::Start(element) => {
                self.depth += 1;
                self.start(&element, span)
            }
            Event::Empty(element) => self.start(&element, span).map(|()| self.text.clear()),
            Event::End(element) => {
                self.end(element.local_name().as_ref());
                Ok(())
            }
            Event::Text(text) => self.count(&text.into_inner()),
            Event::CData(text) => self.count(&text.into_inner()),
            Event::GeneralRef(_) => self.count(" "),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, span: (usize, usize)) -> Result<()> {
        if self.depth > DEEPEST {
            return Err(refused(format!("The part {} of this file is nested too deeply.", self.name)));
        }
        self.forget_text();
        match element.local_name().as_ref() {
            "c" => self.cell(element),
            "row" => self.row(element),
            "f" => self.formula(element),
            "dimension" => self.dimension(element),
            "sst" => self.sized(element, span),
            "si" | "is" => self.string(),
            "property" => self.property(element),
            _ => Ok(()),
        }
    }

    fn end(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        if let (Some(property), "lpwstr" | "i4" | "lpstr") = (&self.property, name) {
            self.properties.push((property.clone(), self.text.clone()));
        }
        match name {
            "si" | "is" => self.inside = false,
            "property" => self.property = None,
            _ => {}
        }
        self.forget_text();
    }

    fn forget_text(&mut self) {
        self.text.clear();
        if !self.inside {
            self.units = 0;
        }
    }

    fn count(&mut self, text: &str) -> Result<()> {
        self.units += text.encode_utf16().count();
        let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
        if self.units > if blank { LONGEST_GAP } else { LONGEST_TEXT } {
            return Err(refused("This file has a cell with more text than Excel itself can hold."));
        }
        if self.property.is_some() {
            self.text.push_str(text);
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<()> {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(refused("This file has more cells than a workbook of answers could have."));
        }
        match self.attribute(element, "r")? {
            Some(reference) if Place::parse(&reference).is_none() => Err(self.no_such_cell(&reference)),
            _ => Ok(()),
        }
    }

    fn row(&self, element: &BytesStart<'_>) -> Result<()> {
        let Some(number) = self.attribute(element, "r")? else { return Ok(()) };
        let inside = number.parse::<u32>().is_ok_and(|row| (1..=LAST_ROW + 1).contains(&row));
        if inside { Ok(()) } else { Err(self.no_such_cell(&number)) }
    }

    /// A shared formula's number and reach: a reader makes room for as many.
    fn formula(&self, element: &BytesStart<'_>) -> Result<()> {
        let shared = self.attribute(element, "si")?;
        if shared.is_some_and(|text| !text.parse::<usize>().is_ok_and(|number| number < 100_000)) {
            return Err(self.unsound());
        }
        self.area(element)
    }

    fn dimension(&self, element: &BytesStart<'_>) -> Result<()> {
        self.area(element)
    }

    fn area(&self, element: &BytesStart<'_>) -> Result<()> {
        let Some(area) = self.attribute(element, "ref")? else { return Ok(()) };
        match area.split(':').all(|corner| Place::parse(corner).is_some()) {
            true => Ok(()),
            false => Err(self.no_such_cell(&area)),
        }
    }

    fn string(&mut self) -> Result<()> {
        (self.inside, self.units) = (true, 0);
        self.strings += 1;
        if self.strings > MOST_STRINGS {
            return Err(refused("This file has more texts than a workbook of answers could have."));
        }
        Ok(())
    }

    /// The list of strings says how long it is: the reader shall find out by itself.
    fn sized(&mut self, element: &BytesStart<'_>, (from, to): (usize, usize)) -> Result<()> {
        self.attribute(element, "count")?;
        let name = element.name().as_ref().len();
        for attribute in element.attributes().flatten() {
            let local = attribute.key.local_name();
            if !["count", "uniqueCount"].contains(&local.as_ref()) {
                continue;
            }
            let inside = element.attributes_raw();
            let Some(at) = inside.find(&format!("{}=", attribute.key.as_ref())) else {
                return Err(self.unsound());
            };
            let quoted = at + attribute.key.as_ref().len() + 1;
            let length = attribute.value.len() + 2;
            let start = from + 1 + name + at;
            self.blanks.push((start, (start + (quoted - at) + length).min(to)));
        }
        Ok(())
    }

    fn property(&mut self, element: &BytesStart<'_>) -> Result<()> {
        self.property = self.attribute(element, "name")?;
        Ok(())
    }

    fn attribute(&self, element: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|_| self.unsound())?;
            if attribute.key.as_ref() == name {
                return Ok(Some(attribute.value.into_owned()));
            }
        }
        Ok(None)
    }

    fn unsound(&self) -> Error {
        refused(format!("The part {} of this file is not sound XML.", self.name))
    }

    fn no_such_cell(&self, reference: &str) -> Error {
        let shown: String = reference.chars().take(20).collect();
        refused(format!(
            "The part {} of this file names a cell \u{201c}{shown}\u{201d} that no sheet has.",
            self.name
        ))
    }
}
