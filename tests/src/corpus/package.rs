//! A written workbook as a package of parts that a test may damage.
//!
//! Refuses to know: what a cell is for.

use std::io::{Cursor, Read, Write};

use attest::sheet::Place;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::grid::Grid;

/// The parts of a workbook, in order.
#[derive(Debug, Clone)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    strings: Vec<String>,
}

/// The part that lists the sheets.
pub const WORKBOOK: &str = "xl/workbook.xml";
/// The part of the custom properties.
pub const PROPERTIES: &str = "docProps/custom.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

impl Package {
    /// Opens a sound package.
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut parts = Vec::new();
        for place in 0..archive.len() {
            let mut part = archive.by_index(place).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a sound part");
            parts.push((name, bytes));
        }
        let mut package = Self { parts, strings: Vec::new() };
        package.strings = strings(&package.text(STRINGS));
        package
    }

    /// The package as a file.
    pub fn bytes(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a name");
            writer.write_all(bytes).expect("room");
        }
        writer.finish().expect("a package").into_inner()
    }

    /// A part as text; empty where it is not there.
    pub fn text(&self, name: &str) -> String {
        let part = self.parts.iter().find(|(part, _)| part == name);
        part.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    /// Changes a part.
    pub fn change(&mut self, name: &str, with: impl FnOnce(String) -> String) {
        let changed = with(self.text(name));
        self.put(name, changed.into_bytes());
    }

    /// Puts a part in, or over the one that is there.
    pub fn put(&mut self, name: &str, bytes: Vec<u8>) {
        match self.parts.iter_mut().find(|(part, _)| part == name) {
            Some((_, held)) => *held = bytes,
            None => self.parts.push((name.to_owned(), bytes)),
        }
    }

    /// Every part's name.
    pub fn names(&self) -> Vec<String> {
        self.parts.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The names of the sheets, in order; the nth is in the part of its place.
    pub fn sheets(&self) -> Vec<String> {
        let workbook = self.text(WORKBOOK);
        let names = workbook.split("<sheet ").skip(1).filter_map(|sheet| attribute(sheet, "name"));
        names.map(|name| unescaped(&name)).collect()
    }

    /// The part of the sheet with this place.
    pub fn part(place: usize) -> String {
        format!("xl/worksheets/sheet{}.xml", place + 1)
    }

    /// The cells of the sheet with this place.
    pub fn grid(&self, place: usize) -> Grid {
        Grid::parse(&self.text(&Self::part(place)))
    }

    /// Puts the cells of a sheet back.
    pub fn put_grid(&mut self, place: usize, grid: &Grid) {
        self.put(&Self::part(place), grid.xml().into_bytes());
    }

    /// Changes the cells of a sheet.
    pub fn edit<T>(&mut self, place: usize, with: impl FnOnce(&mut Grid, &[String]) -> T) -> T {
        let mut grid = self.grid(place);
        let strings = std::mem::take(&mut self.strings);
        let made = with(&mut grid, &strings);
        self.strings = strings;
        self.put_grid(place, &grid);
        made
    }

    /// The shared texts.
    pub fn strings(&self) -> &[String] {
        &self.strings
    }

    /// The text of a cell.
    pub fn cell(&self, sheet: usize, at: Place) -> String {
        self.grid(sheet).text(at, &self.strings)
    }

    /// The place of the sheet with this name.
    pub fn sheet(&self, name: &str) -> usize {
        self.sheets().iter().position(|it| it == name).expect("a sheet of this name")
    }

    /// Renames a sheet, wherever it is named.
    pub fn rename(&mut self, from: &str, to: &str) {
        let (from, to) = (escaped(from), escaped(to));
        self.change(WORKBOOK, |text| {
            text.replace(&format!("name=\"{from}\""), &format!("name=\"{to}\""))
                .replace(&format!("'{from}'!"), &format!("'{to}'!"))
                .replace(&format!("{from}!"), &format!("'{to}'!"))
        });
    }

    /// Takes a sheet out of the list of sheets; its part stays, as nobody looks for it.
    pub fn drop_sheet(&mut self, name: &str) {
        let wanted = format!("name=\"{}\"", escaped(name));
        self.change(WORKBOOK, |text| {
            let (head, rest) = text.split_once("<sheets>").expect("sheets");
            let (list, tail) = rest.split_once("</sheets>").expect("sheets");
            let kept = list.split_inclusive("/>").filter(|sheet| !sheet.contains(&wanted));
            let kept: String = kept.collect();
            let names = without_names(tail);
            format!("{head}<sheets>{kept}</sheets>{names}")
        });
    }

    /// Adds a sheet of these cells at the end.
    pub fn add_sheet(&mut self, name: &str, xml: &str, state: &str) {
        let number = 50 + self.parts.len();
        let part = format!("xl/worksheets/sheet{number}.xml");
        self.put(&part, xml.as_bytes().to_vec());
        self.change(WORKBOOK, |text| {
            let state = if state.is_empty() { String::new() } else { format!(" state=\"{state}\"") };
            let sheet = format!(
                "<sheet name=\"{}\" sheetId=\"{number}\"{state} r:id=\"rIdx{number}\"/></sheets>",
                escaped(name)
            );
            text.replace("</sheets>", &sheet)
        });
        self.change("xl/_rels/workbook.xml.rels", |text| {
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
            let row = format!(
                "<Relationship Id=\"rIdx{number}\" Type=\"{kind}\" Target=\"worksheets/sheet{number}.xml\"/></Relationships>"
            );
            text.replace("</Relationships>", &row)
        });
        self.change("[Content_Types].xml", |text| {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
            text.replace(
                "</Types>",
                &format!("<Override PartName=\"/{part}\" ContentType=\"{kind}\"/></Types>"),
            )
        });
    }

    /// Turns the list of sheets about.
    pub fn order_sheets(&mut self, with: impl FnOnce(&mut Vec<String>)) {
        self.change(WORKBOOK, |text| {
            let (head, rest) = text.split_once("<sheets>").expect("sheets");
            let (list, tail) = rest.split_once("</sheets>").expect("sheets");
            let mut sheets: Vec<String> = list.split_inclusive("/>").map(str::to_owned).collect();
            with(&mut sheets);
            format!("{head}<sheets>{}</sheets>{}", sheets.concat(), without_names(tail))
        });
    }

    /// Takes the defined names away.
    pub fn drop_names(&mut self) {
        self.change(WORKBOOK, |text| without_names(&text));
    }
}

/// Without the defined names, of which some belong to sheets by their place.
fn without_names(text: &str) -> String {
    match (text.split_once("<definedNames>"), text.split_once("</definedNames>")) {
        (Some((head, _)), Some((_, tail))) => format!("{head}{tail}"),
        _ => text.to_owned(),
    }
}

/// The shared texts of a part, rich ones as one.
fn strings(xml: &str) -> Vec<String> {
    let items = xml.split("<si>").skip(1).map(|item| item.split("</si>").next().unwrap_or_default());
    items.map(texts).collect()
}

/// The texts of all `t` elements, as one.
pub fn texts(xml: &str) -> String {
    let pieces = xml.split("<t").skip(1).filter_map(|piece| {
        let (_, text) = piece.split_once('>')?;
        Some(unescaped(text.split("</t>").next()?))
    });
    pieces.collect()
}

/// The value of an attribute in an element's text.
pub fn attribute(element: &str, name: &str) -> Option<String> {
    let head = element.split('>').next()?;
    let (_, rest) = head.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

/// A text as XML holds it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text that XML held.
pub fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    plain.replace("&amp;", "&")
}
