//! What happens to a workbook on its way: cut short, saved by another program, rated in letters; and what is no return.
//!
//! Refuses to know: whose it is.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::error::{Error, Result};
use crate::sheet;
use crate::template::{Meaning, Template};

/// A file that never arrived whole.
pub fn damaged(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() * 3 / 5].to_vec()
}

/// A workbook as another program saves it that keeps the words and nothing else.
pub fn resaved(bytes: &[u8]) -> Result<Vec<u8>> {
    copied(bytes, &str::to_owned)
}

/// A workbook in which the ratings were typed as letters of the school's own.
pub fn in_own_words(bytes: &[u8], template: &Template) -> Result<Vec<u8>> {
    let levels: Vec<_> = template.scales.iter().flat_map(|scale| &scale.levels).collect();
    copied(bytes, &|text| match levels.iter().find(|level| level.label == text).map(|level| level.meaning) {
        Some(Meaning::Exceeds | Meaning::Met) => "G".to_owned(),
        Some(Meaning::Mostly | Meaning::Partly) => "A".to_owned(),
        Some(Meaning::NotMet) => "R".to_owned(),
        Some(Meaning::NotApplicable | Meaning::None) | None => text.to_owned(),
    })
}

/// What else lies in such a folder, by name: none of it is a return.
pub fn strays() -> Result<Vec<(&'static str, Vec<u8>)>> {
    Ok(vec![
        ("Minutes of governors.docx", letter()?),
        (
            "scan0001.pdf",
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".to_vec(),
        ),
        ("IMG_2041.jpg", [&[0xff, 0xd8, 0xff, 0xe0][..], &[0x10; 600], &[0xff, 0xd9]].concat()),
        ("Trip register.xlsx", list()?),
        (
            "Re audit.txt",
            b"Dear all, our return follows next week. With thanks, the school office.\n".to_vec(),
        ),
    ])
}

fn copied(bytes: &[u8], word: &dyn Fn(&str) -> String) -> Result<Vec<u8>> {
    let book = sheet::read(sheet::guard::open(bytes)?.value)?.value;
    let mut workbook = Workbook::new();
    for sheet in &book.sheets {
        let page = workbook.add_worksheet();
        page.set_name(&sheet.name).map_err(unwritable)?;
        for (row, cells) in &sheet.rows {
            for (column, cell) in cells {
                let Ok(at) = u16::try_from(*column) else { continue };
                page.write_string(*row, at, word(&cell.text())).map_err(unwritable)?;
            }
        }
    }
    workbook.save_to_buffer().map_err(unwritable)
}

/// A letter of another program: a package, but no workbook.
fn letter() -> Result<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        (
            "word/document.xml",
            "<document><body><p>Minutes of the governing body. Item 6: safeguarding audit agreed.</p></body></document>",
        ),
    ];
    for (name, text) in parts {
        package.start_file(name, SimpleFileOptions::default()).map_err(unwritable)?;
        package.write_all(text.as_bytes()).map_err(unwritable)?;
    }
    Ok(package.finish().map_err(unwritable)?.into_inner())
}

/// A workbook that is something else.
fn list() -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    for (row, (trip, cost)) in
        [("Trip", "Cost"), ("Example farm", "4.50"), ("Sample museum", "2.00")].iter().enumerate()
    {
        let row = u32::try_from(row).unwrap_or(0);
        page.write_string(row, 0, *trip)
            .and_then(|page| page.write_string(row, 1, *cost))
            .map_err(unwritable)?;
    }
    workbook.save_to_buffer().map_err(unwritable)
}

fn unwritable(error: impl std::fmt::Display) -> Error {
    Error::fault(format!("A file of the sample could not be made: {error}."))
}
