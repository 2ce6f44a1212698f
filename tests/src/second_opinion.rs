//! Our own walk beside calamine: the same cells of every shipped template's workbook and of random ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;

use attest::sheet::{self, Book, Content, Place};
use attest::template::{excel, library};
use attest::workbook;
use attest_tests::hostile::{book, packed};
use attest_tests::returns::{Length, full, signed};
use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};
use proptest::prelude::*;

type Cells = BTreeMap<(String, u32, u32), (String, bool)>;

fn ours(book: &Book) -> Cells {
    let mut cells = Cells::new();
    for sheet in &book.sheets {
        for (row, column, cell) in
            sheet.rows.iter().flat_map(|(row, cells)| cells.iter().map(move |(at, cell)| (row, at, cell)))
        {
            let kind = match &cell.content {
                Content::Text(text) => format!("text {text}"),
                Content::Date(days) => format!("date {days}"),
                Content::Duration(text) => format!("duration {text}"),
                Content::Number(_) | Content::Truth(_) | Content::IsoDate(_) | Content::Error(_) => {
                    cell.text()
                }
            };
            cells.insert((sheet.name.clone(), *row, *column), (kind, cell.formula));
        }
    }
    cells
}

fn theirs(bytes: &[u8]) -> Cells {
    let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let (mut cells, later) = (Cells::new(), xlsx.has_1904_epoch());
    for name in xlsx.sheet_names() {
        let mut reader = xlsx.worksheet_cells_reader(&name).expect("a sheet");
        while let Some(record) = reader.next_cell_with_formula_metadata().expect("a cell") {
            let Some(kind) = kind(&record.value, later) else { continue };
            cells.insert((name.clone(), record.pos.0, record.pos.1), (kind, record.formula.is_some()));
        }
    }
    cells
}

fn kind(value: &DataRef<'_>, later: bool) -> Option<String> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::String(text) if text.is_empty() => return None,
        DataRef::SharedString("") => return None,
        DataRef::String(text) => format!("text {text}"),
        DataRef::SharedString(text) => format!("text {text}"),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string().to_uppercase(),
        DataRef::DateTime(date) => dated(date, later),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    })
}

fn dated(date: &ExcelDateTime, later: bool) -> String {
    match date.is_duration() {
        true => format!("duration {}", date.as_f64()),
        false => format!("date {}", date.as_f64() + if later { 1462.0 } else { 0.0 }),
    }
}

fn same(bytes: &[u8]) {
    let read = sheet::open(bytes).expect("a workbook");
    assert_eq!(read.problems, []);
    let (ours, theirs) = (ours(&read.value), theirs(bytes));
    assert!(!theirs.is_empty());
    for (place, cell) in &theirs {
        assert_eq!(ours.get(place), Some(cell), "{place:?}");
    }
    assert_eq!(ours.len(), theirs.len());
}

#[test]
fn every_shipped_template_and_its_return_have_the_same_cells() {
    for shipped in library::shipped() {
        let template = shipped.template();
        same(&excel::write(template).expect("written"));
        let returned = signed(template, full(template, Length::Usual));
        same(&workbook::write(&returned, template).expect("written").value);
    }
}

/// A cell as some program would write it: its attributes and what is in it.
fn cell() -> impl Strategy<Value = (String, String)> {
    let word = "[a-z <>&'é_]{0,9}|_x00[0-4][0-9A-F]_|\u{1f600}?|[ \n\t]{1,3}";
    let escaped = |text: String| text.replace('&', "&amp;").replace('<', "&lt;");
    let pair = |kind: &'static str, text: String| (kind.to_owned(), text);
    prop_oneof![
        (0_u32..6).prop_map(move |number| pair(" t=\"s\"", format!("<v>{number}</v>"))),
        word.prop_map(move |text| pair(" t=\"inlineStr\"", format!("<is><t>{}</t></is>", escaped(text)))),
        (word, word).prop_map(move |(one, two)| pair(" t=\"inlineStr\"", format!("<is><r><rPr><b/></rPr><t xml:space=\"preserve\">{}</t></r><r><t>{}</t></r><rPh><t>no</t></rPh></is>", escaped(one), escaped(two)))),
        word.prop_map(move |text| pair(" t=\"str\"", format!("<f>A1&amp;\"x\"</f><v>{}</v>", escaped(text)))),
        any::<bool>().prop_map(move |truth| pair(" t=\"b\"", format!("<v>{}</v>", u8::from(truth)))),
        Just(pair(" t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>".to_owned())),
        (-1_000_000_i32..1_000_000).prop_map(move |number| pair("", format!("<v>{}</v>", f64::from(number) / 64.0))),
        (0_u32..60_000).prop_map(move |days| pair(" s=\"1\"", format!("<v>{days}</v>"))),
        (0_u32..9).prop_map(move |days| pair(" s=\"2\"", format!("<v>{days}.5</v>"))),
        Just(pair(" s=\"1\"", String::new())),
        Just(pair(" t=\"n\"", "<v></v>".to_owned())),
        Just(pair("", "<v/>".to_owned())),
        Just(pair(" t=\"d\"", "<v>2027-03-04T10:00:00</v>".to_owned())),
    ]
}

/// Rows with cells, each with or without saying where it stands.
fn rows() -> impl Strategy<Value = String> {
    let one = (0_u32..4, any::<bool>(), proptest::collection::vec((0_u32..3, any::<bool>(), cell()), 0..6));
    proptest::collection::vec(one, 1..9).prop_map(|rows| {
        let (mut text, mut row) = (String::from("<row><c><v>1</v></c></row>"), 1);
        for (gap, says, cells) in rows {
            let (gap, mut column) = (if says { gap } else { 0 }, 0);
            row += gap;
            text.push_str(&if says {
                format!("<row r=\"{}\" spans=\"1:9\">", row + 1)
            } else {
                "<row>".to_owned()
            });
            for (gap, says, (marks, inside)) in cells {
                column += if says { gap } else { 0 };
                let place = if says { format!(" r=\"{}\"", Place::new(row, column)) } else { String::new() };
                write!(text, "<c{place}{marks}>{inside}</c>").expect("written");
                column += 1;
            }
            text.push_str("</row>\n");
            row += 1;
        }
        text
    })
}

/// The same part with a prefix to every element, as some programs write it.
fn prefixed(part: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(part).replace("xmlns=", "xmlns:x=");
    text.replace("</", "\u{1}").replace('<', "<x:").replace('\u{1}', "</x:").into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]
    #[test]
    fn random_workbooks_have_the_same_cells(rows in rows(), later in any::<bool>(), prefix in any::<bool>()) {
        let strings = "<si><t>One</t></si><si><t xml:space=\"preserve\"> two </t></si><si><t> three </t></si><si/><si><r><t>fo</t></r><r><t>ur&#10;</t></r></si><si><t>_x005F_x000D_</t></si>";
        let mut parts = book(&rows, strings);
        if later {
            let text = String::from_utf8_lossy(&parts[3].1).replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
            parts[3].1 = text.into_bytes();
        }
        if prefix {
            parts[4].1 = prefixed(&parts[4].1);
            parts[5].1 = prefixed(&parts[5].1);
        }
        same(&packed(&parts));
    }
}
