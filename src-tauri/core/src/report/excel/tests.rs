//! What a workbook is given.

use super::cells::shortened;
use super::formulas::formula;
use super::*;
use crate::analysis::table::Cell;

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_says_so() {
    let cut = shortened(&"\u{1F600}".repeat(20_000));
    assert!(cut.encode_utf16().count() <= 32_767 && cut.ends_with("is in Attest]"));
    assert_eq!(shortened("short"), "short");
}

#[test]
fn lines_break_at_spaces() {
    assert_eq!(broken("one two three", 8), ["one two", "three"]);
    assert_eq!(broken("a\nb", 8), ["a", "b"]);
    assert_eq!(broken("unbreakableword x", 4), ["unbreakableword", "x"]);
}

#[test]
fn a_sheet_has_a_name_that_excel_takes() {
    assert_eq!(sheet_name("What counts: T5/T6?"), "What counts T5T6");
}

#[test]
fn no_two_sheets_have_one_name_whatever_its_letters() {
    let long = "Organisations without an accepted return";
    let sections = ["Session", "session", "Session", long, long].map(Section::new);
    let cut = "Organisations without an accept";
    let numbered = "Organisations without an acce 2";
    assert_eq!(sheet_names(&sections), ["Session", "session 2", "Session 3", cut, numbered]);
    let document = Document { sections: sections.to_vec(), ..Document::default() };
    write(&document).expect("a workbook of five sheets");
}

#[test]
fn a_share_is_written_as_the_sum_it_comes_from_and_only_where_it_comes_to_it() {
    let column = |label: &str, kind| Column::new(label, kind);
    let row = |name: &str, exceeds: u32, met: u32, not: u32| {
        let base = exceeds + met + not;
        let mut cells = vec![Cell::text(name)];
        cells.extend([exceeds, met, not, base].map(Cell::count));
        cells.push(Cell::share(exceeds + met, base));
        cells
    };
    let mut table = Table {
        title: String::new(),
        caption: String::new(),
        as_at: String::new(),
        columns: vec![
            column("Standard", ColumnKind::Text),
            column("Exceeds", ColumnKind::Count),
            column("Met", ColumnKind::Count),
            column("Not met", ColumnKind::Count),
            column("Base", ColumnKind::Count),
            column("% met", ColumnKind::Share),
        ],
        rows: vec![row("A", 1, 2, 1), row("B", 0, 3, 2), row("All standards", 1, 5, 3)],
        notes: Vec::new(),
    };
    assert_eq!(formula(&table, (0, 5), 4), Some(("=(B6+C6)/E6".into(), "0.75".into())));
    assert_eq!(formula(&table, (0, 4), 4), Some(("=B6+C6+D6".into(), "4".into())));
    assert_eq!(formula(&table, (2, 1), 4), Some(("=SUM(B6:B7)".into(), "1".into())));
    table.rows[2][1] = Cell::count(2);
    assert_eq!(formula(&table, (2, 1), 4), None, "a sum that is not the figure is not written");
    table.rows[0][1] = Cell::hidden();
    assert_eq!(formula(&table, (0, 5), 4), Some(("=3/4".into(), "0.75".into())));
}

fn long(title: &str, rows: usize) -> Table {
    Table {
        title: title.to_owned(),
        caption: String::new(),
        as_at: String::new(),
        columns: vec![Column::new("Name", ColumnKind::Text), Column::new("Met", ColumnKind::Count)],
        rows: (0..rows).map(|row| vec![Cell::text(format!("Row {row}")), Cell::count(1)]).collect(),
        notes: Vec::new(),
    }
}

fn parts(sections: Vec<Section>) -> std::collections::BTreeMap<String, String> {
    use std::io::Read as _;
    let document = Document { title: "A paper".into(), sections, ..Document::default() };
    let bytes = write(&document).expect("written");
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut parts = std::collections::BTreeMap::new();
    for place in 0..package.len() {
        let mut part = package.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        parts.insert(part.name().expect("a name").to_string(), String::from_utf8_lossy(&bytes).into_owned());
    }
    parts
}

#[test]
fn a_head_is_kept_in_view_only_above_the_one_table_of_a_sheet() {
    let one = Section::new("One").heading("One").table(long("First", 3));
    let two = Section::new("Two").heading("Two").table(long("First", 30)).table(long("Second", 30));
    let parts = parts(vec![one, two]);
    assert!(parts["xl/worksheets/sheet1.xml"].contains("state=\"frozen\""));
    assert!(
        !parts["xl/worksheets/sheet2.xml"].contains("state=\"frozen\""),
        "the first would fill the screen"
    );
    assert_eq!(parts["xl/workbook.xml"].matches("_xlnm.Print_Titles").count(), 1);
}

#[test]
fn a_long_table_has_a_sheet_of_its_own_and_every_sheet_a_name_of_its_own() {
    let of = || {
        Section::new("Sample")
            .heading("Sample")
            .table(long("Short", 3))
            .table(long("Result per question", 60))
    };
    let parts = parts(vec![of(), of()]);
    for name in ["\"Sample\"", "\"Result per question\"", "\"Sample 2\"", "\"Result per question 2\""] {
        assert!(
            parts["xl/workbook.xml"].contains(&format!("name={name}")),
            "{name}: {}",
            parts["xl/workbook.xml"]
        );
    }
    assert!(parts["xl/worksheets/sheet2.xml"].contains("state=\"frozen\""));
}
