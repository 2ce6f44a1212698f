//! One walk over a sheet: every limit is kept and every cell is taken in the same pass.
//!
//! Refuses to know: which sheet it is, and what its cells are for.

use std::borrow::Cow;
use std::sync::Arc;

use super::book::{Area, Cell, Content, Ranges, Sheet};
use super::place::{ERRORS, LAST_COLUMN, LAST_ROW, Place};
use super::sorted::Sorted;
use super::strings::{Room, Strings, string};
use super::styles::{Shows, Styles};
use super::words;
use super::xml::{Fault, Tag, Xml};

/// The most cells of a workbook, empty ones too.
const MOST_SEEN: usize = 3_000_000;
/// The most cells with content that are kept of a whole workbook.
const MOST_CELLS: usize = 400_000;
/// The most merged areas of a workbook.
const MOST_MERGED: usize = 20_000;
/// Shared formulas are numbered below this.
const MOST_SHARED: usize = 100_000;
/// The days between the two epochs that Excel knows.
const EPOCHS_APART: f64 = 1462.0;

/// What all sheets of a workbook share.
pub struct Ground {
    /// The shared texts.
    pub strings: Strings,
    /// The formats.
    pub styles: Styles,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
    /// How much text may still be kept.
    pub room: Room,
    /// How many cells were seen, kept, and merged areas.
    pub counted: Counted,
}

/// How much was taken of a workbook so far.
#[derive(Debug, Default)]
pub struct Counted {
    seen: usize,
    kept: usize,
    merged: usize,
}

/// What of a sheet could not be taken as it stands there.
#[derive(Debug, Default)]
pub struct Lost {
    /// Cells that hold something that cannot be read: the first one, and how many.
    pub unread: Option<(Place, usize)>,
    /// Cells of whose text only the beginning was taken.
    pub cut: Vec<Place>,
}

/// Walks over a sheet's part and takes its cells.
pub fn scan(part: &[u8], sheet: &mut Sheet, ground: &mut Ground) -> Result<Lost, Fault> {
    let mut xml = Xml::new(part)?;
    let mut scan = Scan { ground, rows: Vec::new(), hidden: Vec::new(), lost: Lost::default() };
    let mut columns = Vec::new();
    xml.root()?;
    while let Some(tag) = xml.child()? {
        match tag.name {
            "sheetData" => scan.rows(&mut xml)?,
            "cols" => scan.columns(&mut xml, &mut columns)?,
            "mergeCells" => scan.merges(&mut xml, &mut sheet.merged)?,
            "dimension" => {
                area(&tag)?;
                xml.skip()?;
            }
            _ => xml.skip()?,
        }
    }
    sheet.hidden_columns = Ranges::of(columns);
    sheet.hidden_rows = Ranges::of(scan.hidden);
    let rows = Sorted::of(scan.rows, |row, again| row.extend(again));
    sheet.rows = rows.map(|cells| Sorted::of(cells, |cell, again| *cell = again));
    Ok(scan.lost)
}

struct Scan<'g> {
    ground: &'g mut Ground,
    rows: Vec<(u32, Vec<(u32, Cell)>)>,
    hidden: Vec<(u32, u32)>,
    lost: Lost,
}

/// A value as it stands in a cell, before anybody knows what it is.
enum Value<'a> {
    /// In `v`.
    Plain(Cow<'a, str>),
    /// In `is`.
    Inline(Cow<'a, str>),
}

/// The attributes of a cell that matter.
#[derive(Default)]
struct Marks<'a> {
    reference: Option<&'a str>,
    style: Option<&'a str>,
    kind: Option<&'a str>,
}

impl Scan<'_> {
    fn rows(&mut self, xml: &mut Xml<'_>) -> Result<(), Fault> {
        let mut next = 0;
        while let Some(tag) = xml.child()? {
            if tag.name == "row" {
                let row = self.row(&tag, next)?;
                self.cells(xml, row)?;
                next = row + 1;
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    /// The number of a row; one that does not say it comes after the one before.
    fn row(&mut self, tag: &Tag<'_>, next: u32) -> Result<u32, Fault> {
        let (mut row, mut hidden) = (next, false);
        for attribute in tag.attributes() {
            match attribute? {
                ("r", number) => {
                    let inside = number.parse::<u32>().ok().filter(|row| (1..=LAST_ROW + 1).contains(row));
                    row = inside.ok_or_else(|| Fault::NoSuchCell(number.to_owned()))? - 1;
                }
                ("hidden", said) => hidden = matches!(said, "1" | "true" | "on"),
                _ => {}
            }
        }
        if row > LAST_ROW {
            return Err(Fault::NoSuchCell((row + 1).to_string()));
        }
        if hidden {
            self.hidden.push((row, row));
        }
        Ok(row)
    }

    fn cells(&mut self, xml: &mut Xml<'_>, row: u32) -> Result<(), Fault> {
        let like = self.rows.last().map_or(0, |(_, cells)| cells.len().min(32));
        let (mut next, mut cells) = (0, Vec::new());
        while let Some(tag) = xml.child()? {
            if tag.name != "c" {
                xml.skip()?;
                continue;
            }
            let (place, cell) = self.cell(xml, &tag, Place::new(row, next))?;
            next = place.column + 1;
            let Some(cell) = cell else { continue };
            self.ground.counted.kept += 1;
            if self.ground.counted.kept > MOST_CELLS {
                return Err(TOO_MANY);
            }
            if cells.is_empty() {
                cells.reserve(like);
            }
            if place.row == row {
                cells.push((place.column, cell));
            } else {
                self.rows.push((place.row, vec![(place.column, cell)]));
            }
        }
        if !cells.is_empty() {
            self.rows.push((row, cells));
        }
        Ok(())
    }

    fn cell(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        next: Place,
    ) -> Result<(Place, Option<Cell>), Fault> {
        self.ground.counted.seen += 1;
        if self.ground.counted.seen > MOST_SEEN {
            return Err(TOO_MANY);
        }
        let marks = Marks::of(tag)?;
        let place = match marks.reference {
            Some(reference) => {
                Place::parse(reference).ok_or_else(|| Fault::NoSuchCell(reference.to_owned()))?
            }
            None if next.column > LAST_COLUMN => return Err(Fault::NoSuchCell(next.to_string())),
            None => next,
        };
        let (mut value, mut formula) = (None, false);
        while let Some(tag) = xml.child()? {
            match tag.name {
                "v" => value = value.or(Some(Value::Plain(xml.content()?))),
                "is" => value = Some(Value::Inline(string(xml)?)),
                "f" => {
                    formula = true;
                    shared(&tag)?;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        let Some(value) = value else { return Ok((place, None)) };
        let content = self.content(value, &marks, place)?;
        Ok((place, content.map(|content| Cell { content, formula })))
    }

    /// What a cell shows; nothing where it is empty, or cannot be read.
    fn content(
        &mut self,
        value: Value<'_>,
        marks: &Marks<'_>,
        place: Place,
    ) -> Result<Option<Content>, Fault> {
        let text = match value {
            Value::Inline(text) => return self.text(&text, place),
            Value::Plain(text) => text,
        };
        let read = match marks.kind {
            Some("s") if text.is_empty() => return Ok(None),
            Some("s") => match text.trim().parse().ok().and_then(|number| self.shared(number, place)) {
                Some(text) if text.is_empty() => return Ok(None),
                text => text.map(Content::Text),
            },
            None | Some("n") if text.trim().is_empty() => return Ok(None),
            None | Some("n") => match (number(text.trim()), marks.kind) {
                (Some(number), _) => Some(self.number(number, marks.style)),
                (None, None) => return self.text(&text, place),
                (None, Some(_)) => None,
            },
            Some("str") => return self.text(&words::unescaped(text), place),
            Some("inlineStr") => return Ok(None),
            Some("b") => truth(text.trim()),
            Some("e") => Some(Content::Error(error(text.trim()))),
            Some("d") if text.is_empty() => return Ok(None),
            Some("d") => Some(Content::IsoDate(self.ground.room.keep(&text)?.text.to_string())),
            Some(_) => None,
        };
        if read.is_none() {
            self.lost.unread.get_or_insert((place, 0)).1 += 1;
        }
        Ok(read)
    }

    /// The shared text with a number.
    fn shared(&mut self, number: usize, place: Place) -> Option<Arc<str>> {
        let text = self.ground.strings.texts.get(number)?;
        if !self.ground.strings.cut.is_empty() && self.ground.strings.cut.contains(&number) {
            self.lost.cut.push(place);
        }
        Some(Arc::clone(text))
    }

    fn text(&mut self, text: &str, place: Place) -> Result<Option<Content>, Fault> {
        if text.is_empty() {
            return Ok(None);
        }
        let kept = self.ground.room.keep(text)?;
        if kept.cut {
            self.lost.cut.push(place);
        }
        Ok(Some(Content::Text(kept.text)))
    }

    fn number(&self, number: f64, style: Option<&str>) -> Content {
        let shows = style.and_then(|style| style.parse().ok()).map(|style| self.ground.styles.shows(style));
        match shows {
            Some(Shows::Date) if self.ground.from_1904 => Content::Date(number + EPOCHS_APART),
            Some(Shows::Date) => Content::Date(number),
            Some(Shows::Duration) => Content::Duration(number.to_string()),
            Some(Shows::Number) | None => Content::Number(number),
        }
    }

    fn columns(&mut self, xml: &mut Xml<'_>, hidden: &mut Vec<(u32, u32)>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            let end = |name| -> Result<Option<u32>, Fault> {
                let number = tag.raw(name)?.and_then(|number| number.trim().parse::<u32>().ok());
                Ok(number.filter(|number| (1..=LAST_COLUMN + 1).contains(number)).map(|number| number - 1))
            };
            if let (true, Some(from), Some(to)) = (tag.says("hidden")?, end("min")?, end("max")?) {
                hidden.push((from, to.max(from)));
            }
            xml.skip()?;
        }
        Ok(())
    }

    fn merges(&mut self, xml: &mut Xml<'_>, merged: &mut Vec<Area>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            self.ground.counted.merged += 1;
            if self.ground.counted.merged > MOST_MERGED {
                return Err(Fault::Over(
                    "This file has more merged cells than a workbook of answers could have.",
                ));
            }
            merged.extend(area(&tag)?);
            xml.skip()?;
        }
        Ok(())
    }
}

impl<'a> Marks<'a> {
    fn of(tag: &Tag<'a>) -> Result<Self, Fault> {
        let mut marks = Self::default();
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            let place = match name {
                "r" => &mut marks.reference,
                "s" => &mut marks.style,
                "t" => &mut marks.kind,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(Fault::Unsound);
            }
        }
        Ok(marks)
    }
}

const TOO_MANY: Fault = Fault::Over("This file has more cells than a workbook of answers could have.");

/// The area that an element speaks of, if it does.
fn area(tag: &Tag<'_>) -> Result<Option<Area>, Fault> {
    let Some(reference) = tag.raw("ref")? else { return Ok(None) };
    Area::parse(reference).ok_or_else(|| Fault::NoSuchCell(reference.to_owned())).map(Some)
}

/// A shared formula's number and reach: other programs make room for as many.
fn shared(tag: &Tag<'_>) -> Result<(), Fault> {
    let number = tag.raw("si")?;
    if number.is_some_and(|number| !number.parse::<usize>().is_ok_and(|number| number < MOST_SHARED)) {
        return Err(Fault::Unsound);
    }
    area(tag).map(drop)
}

/// A number as XML writes it; words such as `inf` are none.
fn number(text: &str) -> Option<f64> {
    let first = text.bytes().next()?;
    let begins = first.is_ascii_digit() || matches!(first, b'-' | b'+' | b'.');
    let number: f64 = text.parse().ok().filter(|_| begins)?;
    number.is_finite().then_some(number)
}

fn truth(text: &str) -> Option<Content> {
    match text {
        "1" | "true" | "TRUE" => Some(Content::Truth(true)),
        "0" | "false" | "FALSE" => Some(Content::Truth(false)),
        _ => None,
    }
}

/// An error by its name; one that is newer than this list is an error of value.
fn error(text: &str) -> &'static str {
    ERRORS.iter().find(|name| **name == text).copied().unwrap_or("#VALUE!")
}
