//! Hostile and foreign files, each made by hand: a sentence for each, and nothing aborts.

use std::io::{Cursor, Write as _};

use rand::{RngExt, SeedableRng};
use zip::write::SimpleFileOptions;

use super::open;
use crate::sheet;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook of one sheet with these rows and this list of shared texts.
fn book(rows: &str, strings: &str) -> Vec<u8> {
    book_with(rows, strings, &[])
}

fn book_with(rows: &str, strings: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>");
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    zipped(&[&parts[..], more].concat())
}

fn strings(attributes: &str, items: &str) -> String {
    format!("<sst {MAIN} {attributes}>{items}</sst>")
}

fn refusal(bytes: &[u8]) -> String {
    let error = sheet::open(bytes).expect_err("it is refused");
    assert!(!error.hint.is_empty(), "{}", error.message);
    error.message
}

fn read(bytes: &[u8]) -> sheet::Book {
    sheet::open(bytes).expect("it is read").value
}

#[test]
fn two_far_cells_cost_two_cells() {
    let rows =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let read = read(&book(rows, &strings("", "")));
    assert_eq!(read.sheets[0].text(sheet::Place::new(1_048_575, 16_383)), "2");
}

#[test]
fn a_declared_count_of_texts_is_not_believed() {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    for declared in ["uniqueCount=\"1000000000\" count='4'", "count=\"9\" uniqueCount = \"1000000000\""] {
        let bytes = book(rows, &strings(declared, "<si><t>word</t></si>"));
        match sheet::open(&bytes) {
            Ok(_) => assert_eq!(read(&bytes).sheets[0].text(sheet::Place::new(0, 0)), "word"),
            Err(error) => assert!(error.message.contains("not sound XML"), "{}", error.message),
        }
    }
}

#[test]
fn cells_that_no_sheet_has_are_refused() {
    for reference in ["A4294967298", "A0", "XFE1", "AAAAAAA1", "A99999999999999999999"] {
        let message =
            refusal(&book(&format!("<row><c r=\"{reference}\"><v>1</v></c></row>"), &strings("", "")));
        assert!(message.contains("that no sheet has"), "{message}");
    }
    assert!(refusal(&book("<row r=\"99999999999\"/>", &strings("", ""))).contains("no sheet has"));
}

#[test]
fn a_huge_number_of_a_shared_formula_is_refused() {
    let rows = r#"<row r="1"><c r="A1"><f t="shared" si="99999999999" ref="A1:A2">1</f><v>1</v></c></row>"#;
    assert!(refusal(&book(rows, &strings("", ""))).contains("not sound XML"));
}

#[test]
fn bombs_are_stopped_by_what_comes_out() {
    let texts = format!("<si><t>{}</t></si>", "x".repeat(30_000)).repeat(1_000);
    assert!(refusal(&book("", &strings("", &texts))).contains("more text than a workbook"));
    assert!(refusal(&book(&" ".repeat(70 << 20), &strings("", ""))).contains("unpacks to far more"));
}

#[test]
fn a_text_that_no_cell_holds_is_said_for_its_cell_and_the_rest_is_read() {
    let long = "x".repeat(40_000);
    let cells = format!(
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>{long}</t></is></c><c r=\"D2\"><v>7</v></c></row>"
    );
    let read =
        crate::sheet::open(&book(&cells, &strings("", &format!("<si><t>{long}</t></si>")))).expect("read");
    let said: Vec<&str> = read.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert!(said.len() == 2 && said[0].ends_with("cell B2") && said[1].ends_with("cell C2"), "{said:?}");
    let sheet = &read.value.sheets[0];
    let long = |column| sheet.text(crate::sheet::Place::new(1, column)).len();
    assert_eq!((long(1), long(2), long(3)), (32_767, 32_767, 1));
}

#[test]
fn one_text_used_often_is_kept_once() {
    let text = "z".repeat(32_000);
    let cells: String =
        (1..4_000).map(|row| format!("<row><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    let read = read(&book(&cells, &strings("", &format!("<si><t>{text}</t></si>"))));
    let texts: Vec<_> =
        read.sheets[0].rows.values().flat_map(|row| row.values()).map(|cell| &cell.content).collect();
    let (sheet::Content::Text(first), sheet::Content::Text(last)) = (texts[0], texts[3_998]) else {
        panic!("texts")
    };
    assert!(std::sync::Arc::ptr_eq(first, last));
}

#[test]
fn document_types_and_deep_nesting_are_refused() {
    let typed = format!("<!DOCTYPE sst [<!ENTITY a \"b\">]>{}", strings("", ""));
    assert!(refusal(&book("", &typed)).contains("document type"));
    let deep = format!("{}{}", "<r>".repeat(100), "</r>".repeat(100));
    assert!(refusal(&book(&deep, &strings("", ""))).contains("nested too deeply"));
}

#[test]
fn packages_with_odd_parts_are_refused() {
    let parts: Vec<(String, &str)> = (0..600).map(|it| (format!("xl/part{it}.xml"), "<a/>")).collect();
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert!(refusal(&zipped(&parts)).contains("more than 512 parts"));
    assert!(refusal(&book_with("", "<sst/>", &[("../evil.xml", "<a/>")])).contains("no spreadsheet program"));
    assert!(
        refusal(&book_with("", "<sst/>", &[("XL/Workbook.xml", "<a/>")])).contains("the same part twice")
    );
    let mut twice = book_with("", "<sst/>", &[("xl/workbooK.xml", "<a/>")]);
    rename(&mut twice, b"xl/workbooK.xml", b"xl/workbook.xml");
    assert!(refusal(&twice).contains("the same part twice"));
}

fn rename(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|it| it.1 == from).map(|it| it.0).collect();
    places.into_iter().for_each(|at| bytes[at..at + to.len()].copy_from_slice(to));
}

#[test]
fn macros_and_links_are_left_at_the_door_and_said() {
    let more = [("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<a/>")];
    let problems = open(&book_with("", "<sst/>", &more)).expect("it is let in").problems;
    let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "The file holds links to other workbooks, which were left out.",
            "The file holds macros, which were left out."
        ]
    );
}

#[test]
fn each_foreign_kind_of_file_is_named() {
    let ole = |word: &str| {
        let wide = word.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
            .into_iter()
            .chain([0; 600])
            .chain(wide)
            .collect::<Vec<u8>>()
    };
    let mut lock = vec![4, b'A', b'b', b'c', b'd'];
    lock.resize(165, b' ');
    let kinds: [(Vec<u8>, &str); 15] = [
        (Vec::new(), "This file is empty"),
        (vec![0; 4096], "nothing but zeros"),
        (b"PK\x05\x06".to_vec(), "empty or broken zip"),
        (b"PK\x03\x04 and no more".to_vec(), "damaged or cut short"),
        (ole("EncryptedPackage"), "locked by a password"),
        (ole("Workbook"), "old Excel format"),
        (ole("WordDocument"), "older Office file"),
        (b"%PDF-1.7 ...".to_vec(), "a PDF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>".to_vec(), "a web page"),
        (b"[InternetShortcut]\nURL=x".to_vec(), "a link to a file"),
        (b"No.,Statement,Rating\n1,Policy,Met\n".to_vec(), "plain text (CSV)"),
        (lock, "lock file"),
        (zipped(&[("content.xml", "<a/>")]), "OpenDocument"),
        (zipped(&[("Index/Document.iwa", "x")]), "Numbers"),
        (zipped(&[("a.txt", "x")]), "a zip of other files"),
    ];
    for (bytes, said) in kinds {
        let message = refusal(&bytes);
        assert!(message.contains(said), "{message} / {said}");
    }
    assert!(refusal(&vec![1; super::LARGEST_FILE + 1]).contains("25 MB"));
}

#[test]
fn three_hundred_mutations_never_panic() {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>2</v></c></row>"#;
    let sound = book(rows, &strings("count=\"1\" uniqueCount=\"1\"", "<si><t>word</t></si>"));
    let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(14);
    for _ in 0..300 {
        let mut bytes = sound.clone();
        for _ in 0..random.random_range(1..6) {
            let at = random.random_range(0..bytes.len());
            bytes[at] = random.random();
        }
        if let Err(error) = sheet::open(&bytes) {
            assert!(!error.hint.is_empty(), "{}", error.message);
        }
    }
}
