//! Packages written part by part: strict, prefixed, with the lists of newer programs, with macros beside.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// In which letters a package is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Strict OOXML.
    Strict,
    /// With a prefix before every element.
    Prefixed,
    /// With its lists in the extension.
    Extension,
    /// With macros beside.
    Macros,
}

/// A package with one sheet of rows (a number, a statement) and one of words.
pub fn package(way: Way, rows: &[(&str, &str)], words: &[&str]) -> Vec<u8> {
    let p = if way == Way::Prefixed { "x:" } else { "" };
    let (main, relations) = if way == Way::Strict { (STRICT, STRICT_RELATIONS) } else { (MAIN, RELATIONS) };
    let bind = if p.is_empty() { format!("xmlns=\"{main}\"") } else { format!("xmlns:x=\"{main}\"") };
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let workbook = format!(
        "{head}<{p}workbook {bind} xmlns:r=\"{relations}\"><{p}sheets><{p}sheet name=\"Tool\" sheetId=\"1\" r:id=\"rId1\"/><{p}sheet name=\"Words\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></{p}sheets></{p}workbook>"
    );
    let links = |kind: &str, name: &str, number: u32| {
        format!("<Relationship Id=\"rId{number}\" Type=\"{relations}/{kind}\" Target=\"{name}\"/>")
    };
    let rels = |inside: String| {
        format!(
            "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
        )
    };
    let sheets =
        links("worksheet", "worksheets/sheet1.xml", 1) + &links("worksheet", "worksheets/sheet2.xml", 2);
    let sheet = format!("{head}{}", asking(way, p, &bind, rows, words.len()));
    let listed = format!("{head}{}", listing(p, &bind, words));
    let mut parts = vec![
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", rels(links("officeDocument", "xl/workbook.xml", 1))),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", rels(sheets)),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", listed),
        ("docProps/unknown.bin", "parts that nobody knows stay too".to_owned()),
    ];
    if way == Way::Macros {
        parts.push(("xl/vbaProject.bin", "macros that nobody runs".to_owned()));
    }
    zipped(&parts)
}

fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(*name, SimpleFileOptions::default()).expect("a part");
        out.write_all(text.as_bytes()).expect("written");
    }
    out.finish().expect("a zip").into_inner()
}

fn inline(p: &str, at: &str, text: &str) -> String {
    format!("<{p}c r=\"{at}\" t=\"inlineStr\"><{p}is><{p}t>{text}</{p}t></{p}is></{p}c>")
}

/// Headings and rows; the cells to be filled in are not there, and every third row has none but its statement.
fn asking(way: Way, p: &str, bind: &str, rows: &[(&str, &str)], words: usize) -> String {
    let mut data = format!(
        "<{p}row r=\"2\">{}{}{}{}</{p}row>",
        inline(p, "A2", "Ref"),
        inline(p, "B2", "Statement"),
        inline(p, "C2", "Rating"),
        inline(p, "D2", "Evidence")
    );
    for (place, (number, text)) in rows.iter().enumerate() {
        let row = place + 3;
        let after = if place % 3 == 0 {
            String::new()
        } else {
            format!("<{p}c r=\"F{row}\"><{p}v>{row}</{p}v></{p}c>")
        };
        data += &format!(
            "<{p}row r=\"{row}\">{}{}{after}</{p}row>",
            inline(p, &format!("A{row}"), number),
            inline(p, &format!("B{row}"), text)
        );
    }
    let (last, source) = (rows.len() + 2, format!("Words!$B$2:$B${}", words + 1));
    let lists = match way {
        Way::Extension => format!(
            "<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" uri=\"{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}\"><x14:dataValidations xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\" count=\"1\"><x14:dataValidation type=\"list\" allowBlank=\"1\"><x14:formula1><xm:f>{source}</xm:f></x14:formula1><xm:sqref>C3:C{last}</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
        ),
        Way::Strict | Way::Prefixed | Way::Macros => format!(
            "<{p}dataValidations count=\"1\"><{p}dataValidation type=\"list\" allowBlank=\"1\" sqref=\"C3:C{last}\"><{p}formula1>{source}</{p}formula1></{p}dataValidation></{p}dataValidations>"
        ),
    };
    format!(
        "<{p}worksheet {bind}><{p}dimension ref=\"A2:F{last}\"/><{p}sheetData>{data}</{p}sheetData>{lists}</{p}worksheet>"
    )
}

fn listing(p: &str, bind: &str, words: &[&str]) -> String {
    let row = |(place, word): (usize, &&str)| {
        format!("<{p}row r=\"{}\">{}</{p}row>", place + 2, inline(p, &format!("B{}", place + 2), word))
    };
    let data: String = words.iter().enumerate().map(row).collect();
    format!("<{p}worksheet {bind}><{p}sheetData>{data}</{p}sheetData></{p}worksheet>")
}
