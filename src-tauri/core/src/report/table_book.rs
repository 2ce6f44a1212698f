//! One table of figures as a workbook: numerator, base and share in cells of their own, totals and shares worked out
//! by formulas whose results are there too.
//!
//! Refuses to know: what the table is about, and who may read it.

use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::excel::broken;
use super::pages::short_code;
use crate::analysis::table::{Cell, ColumnKind, Table};
use crate::error::{Error, Result};
use crate::progress::Progress;

const NAVY: u32 = 0x0B_25_45;
const LINE: u32 = 0xB1_B4_B6;
const HEAD: u32 = 3;
/// A sheet of more letters across is printed on the larger paper.
const WIDE: usize = 150;
const A3: u8 = 8;
const A4: u8 = 9;

/// Writes a table as a workbook, counted by its rows; the code of the head of the log stands at the foot of its page.
pub fn write(table: &Table, code: &str, progress: &Progress) -> Result<Vec<u8>> {
    progress.expect(u64::try_from(table.rows.len()).unwrap_or(0));
    let written = book(table, code, progress);
    progress.go_on()?;
    written.map_err(|error| {
        Error::fault(format!("The table \u{201c}{}\u{201d} could not be written: {error}.", table.title))
    })
}

/// What a column of the sheet shows.
#[derive(Clone, Copy)]
enum Shows {
    Words,
    Count,
    Numerator,
    Base,
    Share,
}

/// A column of the sheet: the table's column, and what of it.
struct Place {
    of: usize,
    shows: Shows,
}

fn book(table: &Table, code: &str, progress: &Progress) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&table.title).set_author("Attest"));
    let sheet = book.add_worksheet();
    let places = places(table);
    let widths: Vec<usize> = places.iter().map(|place| width(table, place)).collect();
    set_up(sheet, table, code, &widths)?;
    heads(sheet, table, (&places, &widths))?;
    let total = total(table);
    for (at, row) in table.rows.iter().enumerate() {
        let line = Line { at, total: total == Some(at), bold: total == Some(at) };
        let mut lines = 1;
        for (column, place) in places.iter().enumerate() {
            cell(sheet, table, row, &line, (column, &places))?;
            if let (Shows::Words, Some(cell)) = (place.shows, row.get(place.of)) {
                lines = lines.max(lines_of(&cell.text, widths[column]));
            }
        }
        sheet.set_row_height(line.row(), high(lines))?;
        if progress.step(1).is_err() {
            break;
        }
    }
    let after = HEAD + 2 + u32::try_from(table.rows.len()).unwrap_or(0);
    let wrapped = Format::new().set_font_size(9).set_font_color(Color::RGB(0x50_5A_5F));
    for (note, row) in table.notes.iter().zip(after..) {
        sheet.write_string_with_format(row, 0, note, &wrapped)?;
    }
    book.save_to_buffer()
}

fn places(table: &Table) -> Vec<Place> {
    let mut places = Vec::new();
    for (of, column) in table.columns.iter().enumerate() {
        let shows: &[Shows] = match column.kind {
            ColumnKind::Text | ColumnKind::Short => &[Shows::Words],
            ColumnKind::Count => &[Shows::Count],
            ColumnKind::Share => &[Shows::Numerator, Shows::Base, Shows::Share],
        };
        places.extend(shows.iter().map(|shows| Place { of, shows: *shows }));
    }
    places
}

fn set_up(
    sheet: &mut Worksheet,
    table: &Table,
    code: &str,
    widths: &[usize],
) -> std::result::Result<(), XlsxError> {
    sheet.set_name("Figures")?;
    let paper = if widths.iter().sum::<usize>() > WIDE { A3 } else { A4 };
    sheet.set_landscape().set_paper_size(paper).set_print_fit_to_pages(1, 0);
    let code = short_code(code);
    sheet.set_footer(format!("&L&8{}&C&8Page &P of &N&R&8Log code {code}", table.title.replace('&', "&&")));
    sheet.set_freeze_panes(HEAD + 1, 1)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    let title = Format::new().set_bold().set_font_size(14).set_font_color(Color::RGB(NAVY));
    sheet.write_string_with_format(0, 0, &table.title, &title)?;
    sheet.write_string(1, 0, &table.caption)?;
    for (at, width) in widths.iter().enumerate() {
        sheet.set_column_width(column(at), points(*width))?;
    }
    Ok(())
}

/// How many letters wide a column is.
fn width(table: &Table, place: &Place) -> usize {
    let label = &table.columns[place.of].label;
    let word = label.split(' ').map(|word| word.chars().count()).max().unwrap_or(0) + 2;
    match place.shows {
        Shows::Words => {
            let cells = table.rows.iter().filter_map(|row| row.get(place.of));
            let longest = cells.map(|cell| cell.text.chars().count()).max().unwrap_or(0);
            longest.clamp(8, 60) + 2
        }
        Shows::Count | Shows::Share => word.clamp(13, 16),
        Shows::Numerator | Shows::Base => word.clamp(9, 14),
    }
}

/// Over how many lines a text runs in a column of so many letters.
fn lines_of(text: &str, width: usize) -> usize {
    broken(text, width.saturating_sub(2)).len()
}

/// How high so many lines are.
fn high(lines: usize) -> f64 {
    (points(lines) * 15.0 + 3.0).min(409.0)
}

fn points(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn heads(
    sheet: &mut Worksheet,
    table: &Table,
    (places, widths): (&[Place], &[usize]),
) -> std::result::Result<(), XlsxError> {
    let format = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(NAVY));
    let mut lines = 2;
    for (at, place) in places.iter().enumerate() {
        let label = &table.columns[place.of].label;
        let words = match place.shows {
            Shows::Words | Shows::Count | Shows::Share => label.clone(),
            Shows::Numerator => format!("{label}: number"),
            Shows::Base => format!("{label}: out of"),
        };
        lines = lines.max(lines_of(&words, widths[at]));
        let format = match place.shows {
            Shows::Words => indented(format.clone(), places, at),
            Shows::Count | Shows::Numerator | Shows::Base | Shows::Share => {
                format.clone().set_align(FormatAlign::Right)
            }
        };
        sheet.write_string_with_format(HEAD, column(at), words, &format)?;
    }
    sheet.set_row_height(HEAD, high(lines))?;
    Ok(())
}

/// Words that stand right of a number, with a gap between the two.
fn indented(format: Format, places: &[Place], at: usize) -> Format {
    let before = at.checked_sub(1).and_then(|before| places.get(before));
    match before.map(|place| place.shows) {
        Some(Shows::Count | Shows::Numerator | Shows::Base | Shows::Share) => {
            format.set_align(FormatAlign::Left).set_indent(1)
        }
        Some(Shows::Words) | None => format,
    }
}

/// A row of the sheet that is being written.
struct Line {
    at: usize,
    total: bool,
    bold: bool,
}

impl Line {
    fn row(&self) -> u32 {
        HEAD + 1 + u32::try_from(self.at).unwrap_or(0)
    }

    fn format(&self) -> Format {
        let format = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(Color::RGB(LINE));
        if self.bold { format.set_bold() } else { format }
    }
}

fn cell(
    sheet: &mut Worksheet,
    table: &Table,
    row: &[Cell],
    line: &Line,
    (at, places): (usize, &[Place]),
) -> std::result::Result<(), XlsxError> {
    let place = &places[at];
    let Some(cell) = row.get(place.of) else { return Ok(()) };
    let format = line.format();
    match (place.shows, cell.count, cell.base) {
        (Shows::Words, ..) => {
            let format = indented(format.set_text_wrap(), places, at);
            sheet.write_string_with_format(line.row(), column(at), cell.text.as_str(), &format)?;
        }
        (Shows::Count | Shows::Numerator, Some(number), _) | (Shows::Base, _, Some(number)) => {
            number_cell(sheet, table, line, (at, place, number), &format)?;
        }
        (Shows::Share, Some(count), Some(base)) if base > 0 => {
            let (row, number, of) = (line.row() + 1, name(at - 2), name(at - 1));
            let result = (f64::from(count) / f64::from(base)).to_string();
            let formula = Formula::new(format!("=IF({of}{row}=0,\"\",{number}{row}/{of}{row})"));
            let format = format.set_num_format("0.0%");
            sheet.write_formula_with_format(line.row(), column(at), formula.set_result(result), &format)?;
        }
        (Shows::Numerator | Shows::Base, ..) => {
            sheet.write_blank(line.row(), column(at), &format)?;
        }
        (Shows::Count | Shows::Share, ..) => {
            let format = format.set_align(FormatAlign::Right);
            sheet.write_string_with_format(line.row(), column(at), cell.text.as_str(), &format)?;
        }
    }
    Ok(())
}

/// A number; in the row of all, the sum of the rows above wherever it is their sum.
fn number_cell(
    sheet: &mut Worksheet,
    table: &Table,
    line: &Line,
    (at, place, number): (usize, &Place, u32),
    format: &Format,
) -> std::result::Result<(), XlsxError> {
    if line.total && sum(table, line.at, place) == Some(number) {
        let (from, to) = (HEAD + 2, line.row());
        let formula =
            Formula::new(format!("=SUM({0}{from}:{0}{to})", name(at))).set_result(number.to_string());
        sheet.write_formula_with_format(line.row(), column(at), formula, format)?;
    } else {
        sheet.write_number_with_format(line.row(), column(at), f64::from(number), format)?;
    }
    Ok(())
}

/// The sum of a column above a row; none where one of its numbers is not there.
fn sum(table: &Table, before: usize, place: &Place) -> Option<u32> {
    let number = |row: &Vec<Cell>| {
        let cell = row.get(place.of)?;
        match place.shows {
            Shows::Base => cell.base,
            Shows::Words | Shows::Count | Shows::Numerator | Shows::Share => cell.count,
        }
    };
    (before > 0).then_some(())?;
    table.rows[..before].iter().map(number).sum()
}

/// The row of all, where the last one is it.
fn total(table: &Table) -> Option<usize> {
    let last = table.rows.len().checked_sub(1)?;
    let name = &table.rows[last].first()?.text;
    (name == "All" || name.starts_with("All ")).then_some(last)
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The letters of a column.
fn name(at: usize) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::Column;
    use std::io::Read as _;

    #[test]
    fn a_row_is_as_high_as_its_longest_words_and_the_head_as_its_labels() {
        let long =
            "A question that is put in so many words that it runs over two lines of its column, and then on";
        let table = Table {
            title: "Questions".into(),
            caption: String::new(),
            as_at: String::new(),
            columns: vec![
                Column::new("Question", ColumnKind::Text),
                Column::new("Alternative provision (2 of 5)", ColumnKind::Share),
            ],
            rows: vec![
                vec![Cell::text("Short"), Cell::share(1, 2)],
                vec![Cell::text(long), Cell::share(1, 2)],
                vec![Cell::text("Nobody"), Cell::share(0, 0)],
            ],
            notes: Vec::new(),
        };
        let bytes = write(&table, "CODE", &Progress::default()).expect("written");
        let mut package = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a package");
        let mut part = |name: &str| {
            let mut text = String::new();
            package.by_name(name).expect("a part").read_to_string(&mut text).expect("read");
            text
        };
        assert!(part("xl/workbook.xml").contains("_xlnm.Print_Titles"), "the head stands on every page");
        let sheet = part("xl/worksheets/sheet1.xml");
        let height = |row: usize| -> f64 {
            let (_, rest) = sheet.split_once(&format!("<row r=\"{row}\"")).expect("a row");
            let (_, rest) = rest.split_once("ht=\"").expect("a height");
            rest.split('"').next().expect("a number").parse().expect("a number")
        };
        assert!(height(6) > height(5) + 14.0, "{} {}", height(5), height(6));
        assert!(height(4) > 45.0, "the head has three lines");
        let book = crate::sheet::open(&bytes).expect("read").value;
        let last = book.sheets[0].rows.iter().next_back().expect("a row").1;
        let text = |at: usize| match &last.iter().nth(at).expect("a cell").1.content {
            crate::sheet::Content::Text(text) => text.to_string(),
            _other => String::new(),
        };
        assert_eq!(text(3), "\u{2013}", "nobody judged, which is no share at all: {last:?}");
    }
}
