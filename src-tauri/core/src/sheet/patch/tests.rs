//! Filling cells in, tried on XML as several programs write it.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::*;

fn filled(xml: &str, cells: &[(&str, &str)]) -> (String, Vec<Place>) {
    let values: Vec<(Place, Value)> = cells
        .iter()
        .map(|(at, text)| (Place::parse(at).expect("a cell"), Value::Text((*text).to_owned())))
        .collect();
    let cells: BTreeMap<Place, &Value> = values.iter().map(|(place, value)| (*place, value)).collect();
    rewrite::sheet(xml, &cells).expect("sound")
}

fn inline(at: &str, style: &str, text: &str) -> String {
    format!("<c r=\"{at}\"{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

#[test]
fn a_cell_that_is_there_keeps_its_format_and_everything_around_it_stays() {
    let before = "<worksheet><dimension ref=\"A1:C2\"/><sheetData><row r=\"1\" ht=\"3\"><c r=\"A1\" s=\"5\" t=\"s\"><v>1</v></c>\
                  <c r=\"B1\" s=\"7\"/></row></sheetData><dataValidations/></worksheet>";
    let (after, _) = filled(before, &[("A1", "one"), ("B1", "two")]);
    let wanted = before
        .replace("<c r=\"A1\" s=\"5\" t=\"s\"><v>1</v></c>", &inline("A1", " s=\"5\"", "one"))
        .replace("<c r=\"B1\" s=\"7\"/>", &inline("B1", " s=\"7\"", "two"));
    assert_eq!(after, wanted);
}

#[test]
fn missing_rows_and_cells_come_in_where_their_order_wants_them() {
    let before = "<worksheet><dimension ref=\"B2:D4\"/><cols><col min=\"3\" max=\"9\" style=\"8\"/></cols><sheetData>\
                  <row r=\"2\" spans=\"2:4\"><c r=\"B2\"/><c r=\"D2\"/></row><row r=\"4\" s=\"6\" customFormat=\"1\"/>\
                  </sheetData></worksheet>";
    let (after, _) =
        filled(before, &[("A1", "a"), ("C2", "b"), ("F2", "c"), ("C3", "d"), ("A4", "e"), ("B6", "f")]);
    let row2 = format!(
        "<row r=\"2\" spans=\"2:6\"><c r=\"B2\"/>{}<c r=\"D2\"/>{}</row>",
        inline("C2", " s=\"8\"", "b"),
        inline("F2", " s=\"8\"", "c")
    );
    let wanted = format!(
        "<worksheet><dimension ref=\"A1:F6\"/><cols><col min=\"3\" max=\"9\" style=\"8\"/></cols><sheetData>\
         <row r=\"1\">{}</row>{row2}<row r=\"3\">{}</row><row r=\"4\" s=\"6\" customFormat=\"1\">{}</row><row r=\"6\">{}</row>\
         </sheetData></worksheet>",
        inline("A1", "", "a"),
        inline("C3", " s=\"8\"", "d"),
        inline("A4", " s=\"6\"", "e"),
        inline("B6", "", "f")
    );
    assert_eq!(after, wanted);
}

#[test]
fn cells_without_references_are_counted_and_prefixes_are_kept() {
    let before = "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c t=\"n\"><x:v>1</x:v></x:c><x:c/></x:row><x:row><x:c/></x:row>\
                  </x:sheetData></x:worksheet>";
    let (after, _) = filled(before, &[("B1", "one"), ("A2", "two"), ("C2", "three")]);
    for part in [
        "<x:row><x:c t=\"n\"><x:v>1</x:v></x:c><x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">one</x:t></x:is></x:c></x:row>",
        "two</x:t></x:is></x:c><x:c r=\"C2\"",
    ] {
        assert!(after.contains(part), "{part}\n{after}");
    }
}

#[test]
fn formulas_are_left_and_said_and_an_empty_sheet_takes_cells() {
    let before = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>SUM(B1)</f><v>2</v></c></row></sheetData></worksheet>";
    let (after, kept) = filled(before, &[("A1", "x")]);
    assert_eq!((after.as_str(), kept), (before, vec![Place::new(0, 0)]));
    let (after, _) = filled("<worksheet><sheetData/></worksheet>", &[("B2", "x")]);
    assert_eq!(
        after,
        format!("<worksheet><sheetData><row r=\"2\">{}</row></sheetData></worksheet>", inline("B2", "", "x"))
    );
}

#[test]
fn xml_without_a_place_for_cells_or_cut_short_is_refused() {
    let values = Value::Number(1.0);
    let cells: BTreeMap<Place, &Value> = [(Place::new(0, 0), &values)].into();
    for xml in ["<worksheet/>", "<worksheet><sheetData><row r=\"1\">", "no xml at all", "<a><b></a>"] {
        assert_eq!(rewrite::sheet(xml, &cells), None, "{xml}");
    }
}

/// A package of parts, stored or deflated in turn.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, (name, text)) in parts.iter().enumerate() {
        let method = if number % 2 == 0 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        out.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a part");
        out.write_all(text.as_bytes()).expect("written");
    }
    out.finish().expect("a zip").into_inner()
}

fn text_of(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn only_what_is_changed_is_written_and_formulas_are_asked_to_be_worked_out_again() {
    let sheet = |formula: &str| {
        format!("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"/>{formula}</row></sheetData></worksheet>")
    };
    let workbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"a\"/>\
                    <sheet name=\"Two\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet7.xml\"/>\
                     <Relationship Id=\"b\" Target=\"worksheets/sheet8.xml\"/></Relationships>";
    for (formula, asked) in [("<c r=\"B1\"><f>A1</f></c>", true), ("", false)] {
        let other = sheet(formula);
        let original = package(&[
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/sheet7.xml", &sheet("")),
            ("xl/worksheets/sheet8.xml", &other),
            ("xl/vbaProject.bin", "macros that nobody runs"),
        ]);
        let change = Change { sheet: 0, place: Place::new(0, 0), value: Value::Number(2.0) };
        let patched = patch(&original, &[change]).expect("filled").value;
        assert_eq!(
            text_of(&patched, "xl/worksheets/sheet7.xml"),
            sheet("").replace("<c r=\"A1\"/>", "<c r=\"A1\"><v>2</v></c>")
        );
        assert_eq!(text_of(&patched, "xl/workbook.xml").contains("fullCalcOnLoad"), asked);
        for name in ["xl/worksheets/sheet8.xml", "xl/vbaProject.bin", "xl/_rels/workbook.xml.rels"] {
            assert_eq!(text_of(&patched, name), text_of(&original, name));
        }
    }
}
