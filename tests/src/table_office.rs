//! A table saved as a workbook: its own formulas, worked out by another program, come to the table's numbers.

use std::io::{Cursor, Read, Write};
use std::process::Command;

use attest::analysis::table::{Cell, Column, ColumnKind, Table};
use attest::progress::Progress;
use attest::report::table_book;
use attest::sheet::{Content, Place, open};

/// A table with every kind of cell; the last row is that of all.
fn table() -> Table {
    let column = |label: &str, kind| Column::new(label, kind);
    let row = |name: &str, met: u32, base: u32, blank: u32| {
        vec![
            Cell::text(name),
            Cell::count(base),
            Cell::share(met, base),
            Cell::count(blank),
            Cell::text("=1+1"),
        ]
    };
    Table {
        title: "Result per standard".into(),
        caption: "Self-assessed. Round 2026/27. As at 21 November 2026.".into(),
        as_at: "21 November 2026".into(),
        columns: vec![
            column("Standard", ColumnKind::Text),
            column("Base", ColumnKind::Count),
            column("% met", ColumnKind::Share),
            column("Blank", ColumnKind::Count),
            column("Range", ColumnKind::Short),
        ],
        rows: vec![
            row("A Leadership", 7, 12, 1),
            row("B Safer staff", 0, 0, 4),
            row("C Listening", 30, 61, 0),
            row("All standards", 37, 73, 5),
        ],
        notes: vec!["% met is exceeds and met, out of all judgements.".into()],
    }
}

/// The same package with the kept results of its formulas taken out, so that nobody can read them instead of working; and
/// how many formulas it has.
pub fn without_results(bytes: &[u8]) -> (Vec<u8>, usize) {
    let mut formulas = 0;
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let (name, mut body) = (part.name().expect("a name").into_owned(), Vec::new());
        part.read_to_end(&mut body).expect("read");
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(body).expect("text");
            let pieces: Vec<String> = text.split("</f>").enumerate().map(|(at, it)| cut(at, it)).collect();
            formulas += pieces.len() - 1;
            body = pieces.join("</f>").into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        out.write_all(&body).expect("written");
    }
    (out.finish().expect("whole").into_inner(), formulas)
}

/// What follows a formula, without its result.
fn cut(at: usize, piece: &str) -> String {
    match (at, piece.split_once("</v>")) {
        (1.., Some((result, rest))) if result.starts_with("<v>") => rest.to_owned(),
        _ => piece.to_owned(),
    }
}

fn worked_out(bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let (before, after) = (folder.path().join("table.xlsx"), folder.path().join("again"));
    std::fs::write(&before, bytes).expect("written");
    let mut office = Command::new("soffice");
    office.arg("--headless").arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()));
    let output = office.args(["--convert-to", "xlsx", "--outdir"]).arg(&after).arg(&before).output();
    let output = output.expect("LibreOffice is installed (make test installs it)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(after.join("table.xlsx")).expect("saved again")
}

/// The numbers and texts of the sheet by row, from a heading row on.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = open(bytes).expect("it is read").value;
    let sheet = book.sheets.first().expect("a sheet");
    let text = |row: u32, column: u32| match sheet.cell(Place::new(row, column)).map(|cell| &cell.content) {
        Some(Content::Number(number)) => format!("{number:.6}"),
        Some(Content::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    (4..8).map(|row| (0..7).map(|column| text(row, column)).collect()).collect()
}

#[test]
fn another_program_works_out_the_same_totals_and_shares() {
    let written = table_book::write(&table(), "0123456789abcdef0123", &Progress::default()).expect("written");
    let (bare, formulas) = without_results(&written);
    assert!(formulas > 5, "the table has formulas");
    let again = cells(&worked_out(&bare));
    for (row, found) in table().rows.iter().zip(&again) {
        let number =
            |number: Option<u32>| number.map(|it| format!("{:.6}", f64::from(it))).unwrap_or_default();
        let (count, base) = (row[2].count.expect("a share"), row[2].base.expect("a share"));
        let share = if base == 0 {
            "\u{2013}".to_owned()
        } else {
            format!("{:.6}", f64::from(count) / f64::from(base))
        };
        let expected = [
            row[0].text.to_string(),
            number(row[1].count),
            number(Some(count)),
            number(Some(base)),
            share,
            number(row[3].count),
            "=1+1".to_owned(),
        ];
        assert_eq!(*found, expected);
    }
    assert_eq!(cells(&written)[3][1], again[3][1], "and the results that were kept are those");
}
