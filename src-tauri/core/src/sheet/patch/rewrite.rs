//! The XML of one sheet with some cells changed: everything else is copied letter for letter.
//!
//! Rows and cells that are not there yet are put in where their order wants them. Refuses to know: packages.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Value, cell};
use crate::sheet::Place;
use crate::sheet::parts::attribute;

/// The sheet with its cells changed, and the cells that were left because they hold a formula; none where the
/// XML is broken or has no place for cells.
pub(super) fn sheet(xml: &str, cells: &BTreeMap<Place, &Value>) -> Option<(String, Vec<Place>)> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, &Value>> = BTreeMap::new();
    for (place, value) in cells {
        rows.entry(place.row).or_default().insert(place.column, *value);
    }
    let mut walk = Walk { xml, rows, reach: Reach::of(cells.keys())?, ..Walk::default() };
    let mut reader = Reader::from_str(xml);
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Start(element) => walk.start(&element, from, to)?,
            Event::Empty(element) => walk.empty(&element, from, to),
            Event::End(element) => walk.end(element.local_name().as_ref(), from, to),
            Event::Eof => break,
            _ => {}
        }
    }
    walk.out.push_str(&xml[walk.copied..]);
    walk.done.then_some((walk.out, walk.formulas))
}

/// An area as far as it reaches: its first and its last cell.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Reach {
    from: (u32, u32),
    to: (u32, u32),
}

impl Reach {
    fn of<'a>(mut cells: impl Iterator<Item = &'a Place>) -> Option<Self> {
        let first = cells.next()?;
        let one = |place: &Place| Self { from: (place.row, place.column), to: (place.row, place.column) };
        Some(cells.fold(one(first), |reach, place| reach.with(one(place))))
    }

    /// The area of a reference such as `A1:D9`.
    fn parse(reference: &str) -> Option<Self> {
        let (from, to) = reference.split_once(':').unwrap_or((reference, reference));
        let (from, to) = (Place::parse(from)?, Place::parse(to)?);
        Some(Self { from: (from.row, from.column), to: (to.row, to.column) })
    }

    fn with(self, other: Self) -> Self {
        let from = (self.from.0.min(other.from.0), self.from.1.min(other.from.1));
        let to = (self.to.0.max(other.to.0), self.to.1.max(other.to.1));
        Self { from, to }
    }

    fn reference(self) -> String {
        format!("{}:{}", Place::new(self.from.0, self.from.1), Place::new(self.to.0, self.to.1))
    }
}

#[derive(Default)]
struct Walk<'a> {
    xml: &'a str,
    /// What is still to be written.
    rows: BTreeMap<u32, BTreeMap<u32, &'a Value>>,
    /// Where changed cells stand.
    reach: Reach,
    out: String,
    /// How far the original is copied.
    copied: usize,
    prefix: String,
    /// Formats of columns, for cells that are not there yet: first, last, format.
    columns: Vec<(u32, u32, String)>,
    inside: bool,
    row: Option<u32>,
    next_row: u32,
    next_column: u32,
    row_style: Option<String>,
    cell: Option<Open>,
    formulas: Vec<Place>,
    done: bool,
}

/// A cell that is being walked over and is to be changed.
struct Open {
    from: usize,
    place: Place,
    style: Option<String>,
    formula: bool,
}

impl Walk<'_> {
    fn start(&mut self, element: &BytesStart<'_>, from: usize, to: usize) -> Option<()> {
        match element.local_name().as_ref() {
            "worksheet" => self.prefix = prefix(element),
            "dimension" => self.dimension(element, from, to),
            "col" => self.column(element),
            "sheetData" => self.inside = true,
            "row" if self.inside => self.open_row(element, from, to),
            "c" if self.inside => self.open_cell(element, from),
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            _ => {}
        }
        Some(())
    }

    fn empty(&mut self, element: &BytesStart<'_>, from: usize, to: usize) {
        match element.local_name().as_ref() {
            "dimension" => self.dimension(element, from, to),
            "col" => self.column(element),
            "sheetData" => self.empty_sheet(element, from, to),
            "row" if self.inside => self.empty_row(element, from, to),
            "c" if self.inside => {
                self.open_cell(element, from);
                self.close_cell(to);
            }
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, from: usize, to: usize) {
        match name {
            "sheetData" if self.inside => {
                self.put(from, from, "");
                self.missing_rows(u32::MAX);
                (self.inside, self.done) = (false, true);
            }
            "row" if self.inside => self.close_row(from),
            "c" => self.close_cell(to),
            _ => {}
        }
    }

    /// Copies the original up to a place, writes something, and goes on behind another place.
    fn put(&mut self, from: usize, to: usize, text: &str) {
        self.out.push_str(&self.xml[self.copied..from]);
        self.out.push_str(text);
        self.copied = to;
    }

    fn dimension(&mut self, element: &BytesStart<'_>, from: usize, to: usize) {
        let Some(written) = attribute(element, "ref") else { return };
        let Some(area) = Reach::parse(&written) else { return };
        let wide = area.with(self.reach);
        if wide != area {
            let tag = self.xml[from..to].replacen(&written, &wide.reference(), 1);
            self.put(from, to, &tag);
        }
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        let number = |name| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        if let (Some(first), Some(last), Some(style)) =
            (number("min"), number("max"), attribute(element, "style"))
        {
            self.columns.push((first.saturating_sub(1), last.saturating_sub(1), style));
        }
    }

    /// A sheet without any row.
    fn empty_sheet(&mut self, element: &BytesStart<'_>, from: usize, to: usize) {
        let name = element.name().as_ref().to_owned();
        self.put(from, to, &format!("<{name}>"));
        self.missing_rows(u32::MAX);
        self.out.push_str(&format!("</{name}>"));
        self.done = true;
    }

    fn number(&mut self, element: &BytesStart<'_>) -> u32 {
        let written = attribute(element, "r").and_then(|text| text.parse::<u32>().ok());
        let row = written.map_or(self.next_row, |row| row.saturating_sub(1));
        self.next_row = row.saturating_add(1);
        row
    }

    fn open_row(&mut self, element: &BytesStart<'_>, from: usize, to: usize) {
        let row = self.number(element);
        self.put(from, from, "");
        self.missing_rows(row);
        self.row_style = row_style(element);
        (self.row, self.next_column) = (Some(row), 0);
        if let Some(tag) = self.spanned(element, row, from, to) {
            self.put(from, to, &tag);
        }
    }

    fn empty_row(&mut self, element: &BytesStart<'_>, from: usize, to: usize) {
        self.open_row(element, from, to);
        let Some(row) = self.row.take() else { return };
        if !self.rows.contains_key(&row) {
            return;
        }
        if self.copied < to {
            self.put(to, to, "");
        }
        // The tag closes itself: it is opened for the cells that come in.
        let closing = self.out.trim_end_matches('>').trim_end_matches('/').trim_end().len();
        self.out.truncate(closing);
        self.out.push('>');
        self.missing_cells(row, u32::MAX);
        self.out.push_str(&format!("</{}>", element.name().as_ref()));
    }

    /// The row's tag with the reach of its cells widened, where it says one that no longer holds.
    fn spanned(&self, element: &BytesStart<'_>, row: u32, from: usize, to: usize) -> Option<String> {
        let cells = self.rows.get(&row)?;
        let spans = attribute(element, "spans")?;
        let (first, last) = spans.split_once(':')?;
        let (first, last): (u32, u32) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        let wide = (first.min(*cells.keys().next()? + 1), last.max(*cells.keys().next_back()? + 1));
        (wide != (first, last)).then(|| {
            let (old, new) = (format!("spans=\"{spans}\""), format!("spans=\"{}:{}\"", wide.0, wide.1));
            self.xml[from..to].replacen(&old, &new, 1)
        })
    }

    fn close_row(&mut self, from: usize) {
        if let Some(row) = self.row.take() {
            self.put(from, from, "");
            self.missing_cells(row, u32::MAX);
        }
    }

    fn open_cell(&mut self, element: &BytesStart<'_>, from: usize) {
        let Some(row) = self.row else { return };
        let written = attribute(element, "r").and_then(|text| Place::parse(&text));
        let column = written.map_or(self.next_column, |place| place.column);
        self.next_column = column.saturating_add(1);
        if self.rows.get(&row).is_some_and(|cells| cells.keys().next().is_some_and(|first| *first < column)) {
            self.put(from, from, "");
            self.missing_cells(row, column);
        }
        if self.rows.get(&row).is_some_and(|cells| cells.contains_key(&column)) {
            let place = Place::new(row, column);
            self.cell = Some(Open { from, place, style: attribute(element, "s"), formula: false });
        }
    }

    fn close_cell(&mut self, to: usize) {
        let Some(open) = self.cell.take() else { return };
        let value = self.rows.get_mut(&open.place.row).and_then(|cells| cells.remove(&open.place.column));
        match value {
            Some(_) if open.formula => self.formulas.push(open.place),
            Some(value) => {
                let text = cell::xml(&self.prefix, open.place, open.style.as_deref(), value);
                self.put(open.from, to, &text);
            }
            None => {}
        }
    }

    /// The cells of a row that stand before a column and are not there.
    fn missing_cells(&mut self, row: u32, before: u32) {
        let Some(cells) = self.rows.get_mut(&row) else { return };
        let after = cells.split_off(&before);
        let wanted = std::mem::replace(cells, after);
        if cells.is_empty() {
            self.rows.remove(&row);
        }
        for (column, value) in wanted {
            let style = self.style(column);
            self.out.push_str(&cell::xml(&self.prefix, Place::new(row, column), style.as_deref(), value));
        }
    }

    /// The rows that stand before a row and are not there.
    fn missing_rows(&mut self, before: u32) {
        self.row_style = None;
        let wanted: Vec<u32> = self.rows.range(..before).map(|(row, _)| *row).collect();
        for row in wanted {
            self.out.push_str(&format!("<{}row r=\"{}\">", self.prefix, row + 1));
            self.missing_cells(row, u32::MAX);
            self.out.push_str(&format!("</{}row>", self.prefix));
        }
    }

    /// The format that Excel gives a new cell: the row's, else the column's.
    fn style(&self, column: u32) -> Option<String> {
        let of_column = || {
            let found = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&column));
            found.map(|(_, _, style)| style.clone())
        };
        self.row_style.clone().or_else(of_column)
    }
}

fn row_style(element: &BytesStart<'_>) -> Option<String> {
    let custom = attribute(element, "customFormat")?;
    ["1", "true"].contains(&custom.as_str()).then(|| attribute(element, "s")).flatten()
}

fn prefix(element: &BytesStart<'_>) -> String {
    element.name().prefix().map(|it| format!("{}:", it.as_ref())).unwrap_or_default()
}
