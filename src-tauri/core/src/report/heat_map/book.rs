//! A heatmap as a workbook: every row, whole, with the numbers behind its shares and the wording of its columns.
//!
//! Refuses to know: where it is saved. What is too large to be held is written by way of a folder that is given.

use std::collections::BTreeMap;
use std::io::{Cursor, Seek, SeekFrom, Write};
use std::path::Path;

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::super::excel::broken;
use super::{HeatMap, colours, drawn_letter, step_of};
use crate::analysis::heat::{Line, Share};
use crate::error::{Error, Kind, Result};
use crate::progress::Progress;

const NAVY: u32 = 0x0B_25_45;
const LINE: u32 = 0xB1_B4_B6;
/// More cells than this are written by way of the disk.
const HELD: usize = 200_000;
/// So many rows are written between two looks at whether to stop.
const STRETCH: usize = 200;
const CODE: usize = 16;
/// So many columns still are readable on one page; more go on over several, at so many percent of their size.
const ACROSS: usize = 60;
const READABLE: u16 = 60;
/// A column is so wide of which nothing is said.
const UNSET: f64 = 8.43;

/// Writes a heatmap as a workbook, counted by its rows; what is too large to be held goes by way of a folder.
pub fn write(map: &HeatMap, by_way_of: &Path, progress: &Progress) -> Result<Vec<u8>> {
    let rows = map.shown.lines.len();
    let sheets = if map.is_letters() { 1 } else { 3 };
    progress.expect(u64::try_from(rows * sheets).unwrap_or(0));
    let mut bytes = Stopping { bytes: Cursor::new(Vec::new()), progress };
    match book(map, by_way_of, progress).and_then(|mut book| Ok(book.save_to_writer(&mut bytes)?)) {
        Ok(()) => Ok(bytes.bytes.into_inner()),
        Err(Fell::Stopped(error)) => Err(error),
        Err(Fell::Sheet(error)) => {
            progress.go_on()?;
            Err(Error::new(Kind::Disk, format!("The heatmap could not be written there: {error}."))
                .hint("Save it to another folder, such as your documents."))
        }
    }
}

enum Fell {
    Stopped(Error),
    Sheet(XlsxError),
}

impl From<XlsxError> for Fell {
    fn from(error: XlsxError) -> Self {
        Self::Sheet(error)
    }
}

type Done<T = ()> = std::result::Result<T, Fell>;

/// Bytes that are taken only as long as nobody asked to stop.
struct Stopping<'p> {
    bytes: Cursor<Vec<u8>>,
    progress: &'p Progress,
}

impl Write for Stopping<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        // Not an interruption: those who write try again after one.
        self.progress.go_on().map_err(|_| std::io::Error::other("stopped"))?;
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.bytes.flush()
    }
}

impl Seek for Stopping<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// What a sheet shows of each share.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Map,
    Met,
    Base,
}

fn book(map: &HeatMap, by_way_of: &Path, progress: &Progress) -> Done<Workbook> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&map.title).set_author("Attest"));
    let large = map.shown.lines.len() * map.shown.heads.len() > HELD;
    if large {
        book.set_tempdir(by_way_of)?;
    }
    let formats = Formats::new();
    let mut sheets = vec![(Shows::Map, "Heatmap")];
    if !map.is_letters() {
        sheets.extend([(Shows::Met, "Number met"), (Shows::Base, "Out of")]);
    }
    for (shows, name) in sheets {
        let sheet = if large { book.add_worksheet_with_low_memory()? } else { book.add_worksheet() };
        sheet.set_name(name)?;
        rows(sheet, map, shows, &formats, progress)?;
    }
    columns(book.add_worksheet(), map)?;
    Ok(book)
}

/// The looks of cells, made once.
struct Formats {
    by_letter: BTreeMap<char, [Format; 2]>,
    plain: Format,
    head: Format,
}

impl Formats {
    fn new() -> Self {
        let base = || Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE));
        let of = |letter: char| {
            let (wash, ink) = colours(letter);
            let look = base().set_background_color(Color::RGB(wash)).set_font_color(Color::RGB(ink));
            let look = look.set_align(FormatAlign::Center);
            (letter, [look.clone(), look.set_num_format("0%")])
        };
        let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Bottom);
        Self {
            by_letter: ['E', 'M', 'O', 'P', 'N', '-', '*', ' '].into_iter().map(of).collect(),
            plain: base(),
            head: head.set_font_color(Color::White).set_background_color(Color::RGB(NAVY)),
        }
    }

    fn of(&self, letter: char, number: bool) -> &Format {
        self.by_letter
            .get(&letter)
            .or_else(|| self.by_letter.get(&' '))
            .map_or(&self.plain, |two| &two[usize::from(number)])
    }
}

/// The columns that name a row, before its numbers.
const WHO: [&str; 4] = ["Phase", "Status", "Locality", "Trust"];

fn rows(sheet: &mut Worksheet, map: &HeatMap, shows: Shows, formats: &Formats, progress: &Progress) -> Done {
    let settings = map.shown.lines.iter().any(|line| !line.who.is_empty());
    let named = if settings { 1 + WHO.len() } else { 1 };
    let top = set_up(sheet, (map, shows), named, formats)?;
    let all = Line {
        name: "All shown".to_owned(),
        who: Vec::new(),
        marks: String::new(),
        shares: map.shown.totals.clone(),
        total: map.shown.total,
    };
    line(sheet, (top, named), &all, shows, formats)?;
    for (at, one) in map.shown.lines.iter().enumerate() {
        line(sheet, (top + 1 + row(at), named), one, shows, formats)?;
        if (at + 1) % STRETCH == 0 || at + 1 == map.shown.lines.len() {
            let steps = if (at + 1) % STRETCH == 0 { STRETCH } else { (at + 1) % STRETCH };
            progress.step(u64::try_from(steps).unwrap_or(0)).map_err(Fell::Stopped)?;
        }
    }
    Ok(())
}

/// Title, caption, what was chosen, the key and the headings; gives the row after them.
fn set_up(
    sheet: &mut Worksheet,
    (map, shows): (&HeatMap, Shows),
    named: usize,
    formats: &Formats,
) -> Done<u32> {
    sheet.set_landscape().set_paper_size(8);
    if map.shown.heads.len() > ACROSS {
        // What would not be readable on one page goes on over several, each with the names.
        sheet.set_print_scale(READABLE).set_repeat_columns(0, 0)?;
    } else {
        sheet.set_print_fit_to_pages(1, 0);
    }
    let code: String = map.code.chars().take(CODE).collect();
    sheet.set_footer(format!("&L&8{}&C&8Page &P of &N&R&8Log code {code}", map.title.replace('&', "&&")));
    let wide = if map.is_letters() { 5.5 } else { 8.0 };
    let widths = std::iter::once(38.0).chain(std::iter::repeat_n(16.0, named - 1)).chain([9.0, 9.0, 9.0]);
    let widths: Vec<f64> = widths.chain(std::iter::repeat_n(wide, map.shown.heads.len())).collect();
    for (at, width) in widths.iter().enumerate() {
        sheet.set_column_width(column(at), *width)?;
    }
    let title = Format::new().set_bold().set_font_size(14).set_font_color(Color::RGB(NAVY));
    let named_so = match shows {
        Shows::Map => map.title.clone(),
        Shows::Met => format!("{}: number met", map.title),
        Shows::Base => format!("{}: out of", map.title),
    };
    sheet.write_string_with_format(0, 0, named_so, &title)?;
    sheet.write_string(1, 0, &map.caption)?;
    let mut at = 2;
    for sentence in map.said.iter().chain(&map.notes) {
        sheet.write_string(at, 0, sentence)?;
        at += 1;
    }
    key(sheet, (map, at), &widths, formats)?;
    let head = at + 2;
    let names = std::iter::once(map.row).chain(WHO.into_iter().take(named - 1));
    let names = names.chain(["% met", "Number met", "Out of"]);
    let heads = names.chain(map.shown.heads.iter().map(|(short, _)| short.as_str()));
    sheet.set_row_height(head, 32)?;
    for (place, words) in heads.enumerate() {
        sheet.write_string_with_format(head, column(place), words, &formats.head)?;
    }
    sheet.set_freeze_panes(head + 2, column(1))?;
    sheet.set_repeat_rows(head, head)?;
    Ok(head + 1)
}

/// What the letters and colours mean, side by side: each over so many columns as its words need.
fn key(sheet: &mut Worksheet, (map, at): (&HeatMap, u32), widths: &[f64], formats: &Formats) -> Done {
    let mut place = 0;
    for (letter, words) in map.key() {
        let mark = if map.is_letters() { drawn_letter(letter) } else { "" };
        let words = if mark.is_empty() { words } else { format!("{mark} {words}") };
        let format = formats.of(letter, false).clone().set_align(FormatAlign::Left);
        let (first, needed) = (place, f64::from(row(words.chars().count())) + 1.0);
        let mut room = 0.0;
        while room < needed {
            room += widths.get(place).copied().unwrap_or(UNSET);
            place += 1;
        }
        if place == first + 1 {
            sheet.write_string_with_format(at, column(first), words, &format)?;
        } else {
            sheet.merge_range(at, column(first), at, column(place - 1), &words, &format)?;
        }
    }
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    (at, named): (u32, usize),
    line: &Line,
    shows: Shows,
    formats: &Formats,
) -> Done {
    sheet.write_string_with_format(at, 0, &line.name, &formats.plain)?;
    for (place, who) in line.who.iter().take(named - 1).enumerate() {
        sheet.write_string_with_format(at, column(place + 1), who, &formats.plain)?;
    }
    share(sheet, (at, named), line.total, Shows::Map, formats)?;
    share(sheet, (at, named + 1), line.total, Shows::Met, formats)?;
    share(sheet, (at, named + 2), line.total, Shows::Base, formats)?;
    if line.shares.is_empty() {
        for (place, letter) in line.marks.chars().enumerate() {
            let format = formats.of(letter, false);
            sheet.write_string_with_format(at, column(named + 3 + place), drawn_letter(letter), format)?;
        }
    }
    for (place, one) in line.shares.iter().enumerate() {
        share(sheet, (at, named + 3 + place), *one, shows, formats)?;
    }
    Ok(())
}

fn share(
    sheet: &mut Worksheet,
    (at, place): (u32, usize),
    share: Share,
    shows: Shows,
    formats: &Formats,
) -> Done {
    let (place, letter) = (column(place), step_of(share));
    match (shows, share) {
        (_, Share { hidden: true, .. }) => {
            sheet.write_string_with_format(at, place, "hidden", formats.of(' ', false))?;
        }
        (Shows::Map, Share { base: 0, .. }) => {
            sheet.write_string_with_format(at, place, drawn_letter('.'), formats.of(' ', false))?;
        }
        (Shows::Map, Share { met, base, .. }) => {
            let part = f64::from(met) / f64::from(base);
            sheet.write_number_with_format(at, place, part, formats.of(letter, true))?;
        }
        (Shows::Met, Share { met, .. }) => {
            sheet.write_number_with_format(at, place, met, &formats.plain)?;
        }
        (Shows::Base, Share { base, .. }) => {
            sheet.write_number_with_format(at, place, base, &formats.plain)?;
        }
    }
    Ok(())
}

/// The wording behind each heading.
fn columns(sheet: &mut Worksheet, map: &HeatMap) -> Done {
    sheet.set_name("Columns")?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 12.0)?;
    sheet.set_column_width(1, 110.0)?;
    let (bold, wrapped) =
        (Format::new().set_bold(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    sheet.write_string_with_format(0, 0, "No.", &bold)?;
    sheet.write_string_with_format(0, 1, "What the column is of", &bold)?;
    for (at, (short, long)) in map.shown.heads.iter().enumerate() {
        sheet.write_string_with_format(row(at) + 1, 0, short, &wrapped)?;
        sheet.write_string_with_format(row(at) + 1, 1, long, &wrapped)?;
        let lines = row(broken(long, 105).len());
        sheet.set_row_height(row(at) + 1, (f64::from(lines) * 15.0 + 2.0).min(409.0))?;
    }
    Ok(())
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
