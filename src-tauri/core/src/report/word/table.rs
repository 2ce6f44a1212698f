//! Tables with their captions, and heads that are said again on every page.
//!
//! Refuses to know: what is counted.

use super::body::Body;
use super::lines::Lines;
use super::run::{Look, paragraph, run, words};
use super::xml::Xml;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::report::font::{self, Weight};
use crate::report::pages::{self, share_and_base};

/// How the pages of a section lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// As a page is read.
    Upright,
    /// On its side.
    Sideways,
}

impl Room {
    /// The width between the margins, in twentieths of a point.
    pub fn width(self) -> u32 {
        match self {
            Self::Upright => 9638,
            Self::Sideways => 14570,
        }
    }

    /// The height between the margins, in the same.
    pub fn height(self) -> u32 {
        match self {
            Self::Upright => 14570,
            Self::Sideways => 9638,
        }
    }
}

/// The room that a table needs so that no column of it is hard to read.
pub(super) fn wanted(table: &Table) -> u32 {
    least(table, &AS_ASKED).iter().sum()
}

/// What surrounds a table: its style, its words for those who do not see it, its columns.
pub(super) struct Frame<'a> {
    /// The style.
    pub style: &'a str,
    /// What it is.
    pub name: &'a str,
    /// What stands in it.
    pub about: &'a str,
    /// The widths of the columns.
    pub widths: &'a [u32],
}

/// A table in its frame, and the gap below it.
pub(super) fn framed(xml: &mut Xml, frame: &Frame<'_>, rows: impl FnOnce(&mut Xml)) {
    bare(xml, frame, rows);
    gap(xml, Below::Free);
}

fn bare(xml: &mut Xml, frame: &Frame<'_>, rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |table| {
        table.element("w:tblPr", &[], |how| {
            how.value("w:tblStyle", frame.style);
            how.single("w:tblW", &[("w:w", &sum(frame.widths)), ("w:type", "dxa")]);
            how.single("w:tblLayout", &[("w:type", "fixed")]);
            if frame.widths.len() >= MANY {
                how.element("w:tblCellMar", &[], |sides| {
                    for side in ["w:left", "w:right"] {
                        sides.single(side, &[("w:w", "45"), ("w:type", "dxa")]);
                    }
                });
            }
            let look = [
                ("w:val", "0420"),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ];
            how.single("w:tblLook", &look);
            how.value("w:tblCaption", frame.name);
            how.value("w:tblDescription", frame.about);
        });
        table.element("w:tblGrid", &[], |grid| {
            for width in frame.widths {
                grid.single("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        rows(table);
    });
}

/// A little room below a table; what it is kept with stands on its page.
fn gap(xml: &mut Xml, below: Below) {
    xml.element("w:p", &[], |gap| {
        gap.element("w:pPr", &[], |how| {
            if below == Below::Kept {
                how.single("w:keepNext", &[]);
            }
            how.single("w:spacing", &[("w:after", "0"), ("w:line", "160"), ("w:lineRule", "exact")]);
        });
    });
}

fn sum(widths: &[u32]) -> String {
    widths.iter().sum::<u32>().to_string()
}

/// A row that is not broken over two pages.
pub(super) fn row(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |row| {
        row.element("w:trPr", &[], |how| how.single("w:cantSplit", &[]));
        cells(row);
    });
}

/// The head of a table, said again on every page.
pub(super) fn head(xml: &mut Xml, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |row| {
        row.element("w:trPr", &[], |how| {
            how.single("w:cantSplit", &[]);
            how.single("w:tblHeader", &[]);
        });
        cells(row);
    });
}

/// A cell and what stands in it: paragraphs.
pub(super) fn cell(xml: &mut Xml, width: u32, inside: impl FnOnce(&mut Xml)) {
    placed(xml, (width, 0), inside);
}

/// The same, its words so far from what stands left of it.
fn placed(xml: &mut Xml, (width, apart): (u32, u32), inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |one| {
        one.element("w:tcPr", &[], |how| {
            how.single("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if apart > 0 {
                how.element("w:tcMar", &[], |sides| {
                    sides.single("w:left", &[("w:w", &apart.to_string()), ("w:type", "dxa")]);
                });
            }
        });
        inside(one);
    });
}

/// How far the words of a column are from what stands left of it, where that is a number, which stands right in its column.
fn apart(columns: &[Column], place: usize) -> u32 {
    let after = place.checked_sub(1).is_some_and(|left| columns[left].kind.is_number());
    if after && !columns[place].kind.is_number() { APART } else { 0 }
}

/// A table under its title and caption, with its notes below.
pub(super) fn table(body: &mut Body, table: &Table) {
    caption(&mut body.xml, &table.title, &table.caption);
    if table.rows.is_empty() {
        words(&mut body.xml, "Note", "None recorded.");
    } else {
        let widths = widths(table, body.room.width());
        let about = about(table);
        let frame = Frame { style: "Figures", name: &table.title, about: &about, widths: &widths };
        let together = is_kept(table, &widths, body.room);
        let noted = if table.notes.is_empty() { Below::Free } else { Below::Kept };
        bare(&mut body.xml, &frame, |xml| {
            head(xml, |cells| {
                for (place, (column, width)) in table.columns.iter().zip(&widths).enumerate() {
                    placed(cells, (*width, apart(&table.columns, place)), |one| {
                        words(
                            one,
                            style(column, Below::Kept, is_close(widths.len())),
                            &pages::head(&column.label),
                        );
                    });
                }
            });
            for (place, cells) in table.rows.iter().enumerate() {
                let below = Below::of((place, table.rows.len()), (together, noted));
                line(xml, cells, (&table.columns, &widths), below);
            }
        });
        gap(&mut body.xml, noted);
    }
    notes(&mut body.xml, &table.notes);
}

fn about(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
    format!("{} Columns: {}.", table.caption, columns.join("; ")).trim().to_owned()
}

/// Whether the next row stands on the same page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Below {
    Kept,
    Free,
}

impl Below {
    /// A table that is kept together has all its rows on a page, another one its first two and its last, so that no row
    /// stands alone; and the last with the notes, so that they do not either.
    fn of((place, rows): (usize, usize), (together, noted): (bool, Self)) -> Self {
        let last = if rows >= LONG { LAST } else { 2 };
        match rows - place {
            1 => noted,
            left if left <= last || together || place == 0 => Self::Kept,
            _ => Self::Free,
        }
    }
}

fn line(xml: &mut Xml, cells: &[Cell], (columns, widths): (&[Column], &[u32]), below: Below) {
    row(xml, |inside| {
        for (place, ((one, column), width)) in cells.iter().zip(columns).zip(widths).enumerate() {
            // A base is never torn apart: it stands beside its share, or below it.
            let number = column.kind.is_number();
            let text = if number { one.text.replace(" = ", "\u{a0}=\u{a0}") } else { one.text.to_string() };
            placed(inside, (*width, apart(columns, place)), |paragraphs| {
                words(paragraphs, style(column, below, is_close(widths.len())), &text)
            });
        }
    });
}

fn style(column: &Column, below: Below, is_close: bool) -> &'static str {
    match (column.kind.is_number(), below, is_close) {
        (true, Below::Kept, false) => "CellNumberKept",
        (true, Below::Free, false) => "CellNumber",
        (false, Below::Kept, false) => "CellKept",
        (false, Below::Free, false) => "Cell",
        (true, Below::Kept, true) => "CloseNumberKept",
        (true, Below::Free, true) => "CloseNumber",
        (false, Below::Kept, true) => "CloseKept",
        (false, Below::Free, true) => "Close",
    }
}

/// Whether so many columns stand in a table that its words are set smaller.
fn is_close(columns: usize) -> bool {
    columns >= CLOSE_FROM
}

/// A title, and whose figures they are.
pub(super) fn caption(xml: &mut Xml, title: &str, caption: &str) {
    if title.is_empty() && caption.is_empty() {
        return;
    }
    let below = if title.is_empty() || caption.is_empty() { "" } else { "\n" };
    paragraph(xml, "Caption", |one| {
        if !title.is_empty() {
            run(one, Look::Strong, title);
        }
        if !caption.is_empty() {
            run(one, Look::Plain, &format!("{below}{caption}"));
        }
    });
}

/// What must be known to read a table.
pub(super) fn notes(xml: &mut Xml, notes: &[String]) {
    for (place, note) in notes.iter().enumerate() {
        words(xml, if place + 1 == notes.len() { "Note" } else { "NoteKept" }, note);
    }
}

/// Of a table of so many rows the last so many stand on one page.
const LONG: usize = 12;
const LAST: usize = 5;

/// So many rows are kept on one page, where they take less of it than this, of a hundred.
const TOGETHER: usize = 8;
const PART: u32 = 36;

/// Whether a table is kept together: where it has few rows, and a page would not stand half empty for it.
fn is_kept(table: &Table, widths: &[u32], room: Room) -> bool {
    let rows = table.rows.len();
    rows <= TOGETHER && Lines::of(table).high(widths, rows) <= room.height() * PART / 100
}

/// The height of words in a cell, and in a table of so many columns.
pub(super) const SIZE: f32 = 9.0;
const SMALL: f32 = 8.0;
const CLOSE_FROM: usize = 10;
/// A column of short texts never has more room than this.
const SHORT: u32 = 2_600;

/// What columns are measured for: how much wider than ours the letters may be, and the least room of long texts and of names.
struct Measure {
    wider: f32,
    text: u32,
    names: u32,
}

/// The letters that the paper asks for.
const AS_ASKED: Measure = Measure { wider: 1.0, text: 2_300, names: NAMES };
/// Wider ones, which a reader's program may have in place of them.
const AT_WORST: Measure = Measure { wider: 1.13, text: 1_900, names: NAMES };
/// The same where that leaves hardly any room: no word is torn, and all else goes where it saves most lines.
const SCARCE: Measure = Measure { wider: 1.13, text: 0, names: 0 };

/// The width of what surrounds the words of a cell.
pub(super) const PADDING: u32 = 180;
/// The same of a table of so many columns, which stand closer.
pub(super) const CLOSE: u32 = 120;
pub(super) const MANY: usize = 8;
/// Words are so far from a number left of them.
const APART: u32 = 200;
/// Names stand in two lines in so much room; texts with more letters are sentences.
const NAMES: u32 = 1_500;
const SENTENCE: usize = 60;

/// The least room that each column needs to be read well.
fn least(table: &Table, measure: &Measure) -> Vec<u32> {
    let columns = table.columns.iter().enumerate();
    columns.map(|(place, column)| least_of(table, (place, column.kind), measure)).collect()
}

fn least_of(table: &Table, (place, kind): (usize, ColumnKind), measure: &Measure) -> u32 {
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.as_str());
    let room = |words: f32| (words * 20.0 * measure.wider * smaller(table)).ceil() as u32;
    let head = room(longest(pages::head(&table.columns[place].label).split([' ', '-']), Weight::Bold));
    let body = match kind {
        ColumnKind::Text => {
            let word = longest(cells.clone().flat_map(pages::words), Weight::Plain);
            let sentences = cells.clone().any(|text| text.chars().count() > SENTENCE);
            let enough = if sentences { measure.text } else { measure.names };
            room(longest(cells, Weight::Plain)).min(enough).max(room(word).min(SHORT))
        }
        ColumnKind::Short => room(longest(cells.flat_map(str::lines), Weight::Plain)).min(SHORT),
        // A share stands above its base where there is no room beside it.
        ColumnKind::Count | ColumnKind::Share => {
            room(longest(cells.flat_map(share_and_base), Weight::Plain)).min(SHORT)
        }
    };
    head.max(body) + apart(&table.columns, place) + if table.columns.len() >= MANY { CLOSE } else { PADDING }
}

/// How much smaller than others the words of a table are.
pub(super) fn smaller(table: &Table) -> f32 {
    if is_close(table.columns.len()) { SMALL / SIZE } else { 1.0 }
}

/// The width of the longest of some words, in points.
fn longest<'t>(words: impl Iterator<Item = &'t str>, weight: Weight) -> f32 {
    words.map(|word| font::width(word, SIZE, weight)).fold(0.0_f32, f32::max)
}

/// The widths of the columns: the least of each, and what is left where it saves most lines; the rest to long texts.
pub(super) fn widths(table: &Table, whole: u32) -> Vec<u32> {
    let mut widths = least(table, &AT_WORST);
    if widths.iter().sum::<u32>() * 100 > whole * 90 {
        widths = least(table, &SCARCE);
    }
    let used: u32 = widths.iter().sum();
    if used > whole {
        return widths.iter().map(|width| width * whole / used).collect();
    }
    let mut used = used;
    // A base stands beside its share where half of the room that is left is enough for that.
    let flat: Vec<u32> =
        (0..table.columns.len()).map(|place| flat(table, place).max(widths[place])).collect();
    if (flat.iter().sum::<u32>() - used) * 2 <= whole - used {
        used = flat.iter().sum();
        widths = flat;
    }
    let left = Lines::of(table).spread(&mut widths, whole - used);
    let wants: Vec<u32> = (0..table.columns.len()).map(|place| want(table, place)).collect();
    let wanted = wants.iter().sum::<u32>().max(1);
    for (width, want) in widths.iter_mut().zip(&wants) {
        *width += left * want / wanted;
    }
    widths
}

/// The width at which the shares of a column stand in one line; none for other columns.
fn flat(table: &Table, place: usize) -> u32 {
    match table.columns[place].kind {
        ColumnKind::Share => {
            let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.as_str());
            (longest(cells, Weight::Plain) * 20.0 * AT_WORST.wider * smaller(table)).ceil() as u32 + PADDING
        }
        ColumnKind::Text | ColumnKind::Short | ColumnKind::Count => 0,
    }
}

/// How much a column would gain from more room: by the longest text that stands in it.
fn want(table: &Table, place: usize) -> u32 {
    match table.columns[place].kind {
        ColumnKind::Text => {
            let cells =
                table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.chars().count());
            u32::try_from(cells.max().unwrap_or(0).clamp(6, 160)).unwrap_or(60)
        }
        ColumnKind::Short | ColumnKind::Count => 3,
        ColumnKind::Share => 14,
    }
}
