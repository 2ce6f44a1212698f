//! A sheet for a mail merge: the names of the fields in its first row, a row for each letter, nothing else.
//!
//! No cell becomes a formula, in Excel or in a program that opens the text file. Refuses to know: what the fields are.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::error::{Error, Result};

/// Fields and rows of a mail merge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MergeSheet {
    /// What it is called.
    pub name: String,
    /// Names of the fields: letters and lines under them alone.
    pub fields: Vec<&'static str>,
    /// The rows, a text for each field.
    pub rows: Vec<Vec<String>>,
}

/// The sheet as comma-separated text that Excel reads as UTF-8.
pub fn csv(sheet: &MergeSheet) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    let head: Vec<String> = sheet.fields.iter().map(|field| (*field).to_owned()).collect();
    for row in std::iter::once(&head).chain(&sheet.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A cell in quotation marks; what a program might take for a formula has an apostrophe before it.
fn quoted(cell: &str) -> String {
    let shown = cell.trim_start_matches([' ', '\u{a0}']);
    let risky = shown
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let safe = if risky { format!("'{cell}") } else { cell.to_owned() };
    format!("\"{}\"", safe.replace('"', "\"\""))
}

/// The sheet as a workbook.
pub fn excel(sheet: &MergeSheet) -> Result<Vec<u8>> {
    workbook(sheet).map_err(|error| {
        Error::fault(format!("The sheet \u{201c}{}\u{201d} could not be written: {error}.", sheet.name))
    })
}

fn workbook(sheet: &MergeSheet) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title(&sheet.name).set_author("Attest").set_creation_datetime(&day),
    );
    let page = book.add_worksheet();
    page.set_name("Mail merge")?;
    let (head, text) = (Format::new().set_bold(), Format::new().set_num_format("@").set_quote_prefix());
    for (at, field) in (0_u16..).zip(&sheet.fields) {
        page.write_string_with_format(0, at, *field, &head)?;
        let cells =
            sheet.rows.iter().filter_map(|row| row.get(usize::from(at))).map(|cell| cell.chars().count());
        let longest = cells.max().unwrap_or(0).max(field.len()).min(50);
        page.set_column_width(at, f64::from(u32::try_from(longest).unwrap_or(50)) + 2.0)?;
    }
    for (at, row) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            page.write_string_with_format(at, column, cell.chars().take(32_000).collect::<String>(), &text)?;
        }
    }
    page.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> MergeSheet {
        let cells = ["=HYPERLINK(\"x\")", "+44 1", "Saint \"A\", Sampleton", " -1", "line\nend"];
        MergeSheet {
            name: "Mail merge".into(),
            fields: vec!["Name", "Telephone", "Place", "Number", "Text"],
            rows: vec![cells.map(str::to_owned).to_vec()],
        }
    }

    #[test]
    fn no_cell_of_the_text_file_begins_a_formula() {
        let text = String::from_utf8(csv(&sheet())).expect("UTF-8");
        let line = text.split_once("\r\n").expect("a head").1;
        assert_eq!(
            line,
            "\"'=HYPERLINK(\"\"x\"\")\",\"'+44 1\",\"Saint \"\"A\"\", Sampleton\",\"' -1\",\"line\nend\"\r\n"
        );
    }

    #[test]
    fn the_workbook_holds_texts_alone() {
        use std::io::Read;
        let bytes = excel(&sheet()).expect("written");
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
        let mut xml = String::new();
        zip.by_name("xl/worksheets/sheet1.xml").expect("a sheet").read_to_string(&mut xml).expect("read");
        assert!(!xml.contains("<f>") && xml.contains("t=\"s\""), "{xml}");
    }
}
