//! What a workbook is given.

use super::cells::shortened;
use super::formulas::formula;
use super::sheets::sheet_name;
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
    let document = Document { title: "A paper".into(), sections, ..Document::default() };
    of_package(&write(&document).expect("written"))
}

/// Each part of a package, as text.
fn of_package(bytes: &[u8]) -> std::collections::BTreeMap<String, String> {
    use std::io::Read as _;
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
    let one = Section::new("One").heading("One").table(long("First", 30));
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

#[test]
fn a_paper_says_on_its_first_sheet_and_on_every_page_what_it_is_of_and_for_whom() {
    let words = |name: &str| Section::new(name).heading(name);
    let sections = vec![words("One"), words("Two"), words("Three").table(long("Rows", 2))];
    let document = Document {
        title: "Annual assurance report".into(),
        about: vec!["Sampleton & District".into(), "As at 1 May 2027".into()],
        marking: "Restricted: for officers".into(),
        draft: "Draft: not approved".into(),
        sections,
        ..Document::default()
    };
    let bytes = write(&document).expect("written");
    let book = crate::sheet::open(&bytes).expect("read").value;
    let first: Vec<String> = book.sheets[0]
        .rows
        .iter()
        .filter_map(|(_, row)| {
            row.iter().next().and_then(|(_, cell)| match &cell.content {
                crate::sheet::Content::Text(text) => Some(text.to_string()),
                _other => None,
            })
        })
        .collect();
    let said = [
        "Annual assurance report",
        "Sampleton & District",
        "As at 1 May 2027",
        "Restricted: for officers",
        "Draft: not approved",
        "One",
        "Two",
    ];
    assert_eq!(first, said);
    let parts = of_package(&bytes);
    for sheet in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] {
        let head = "&amp;L&amp;8Sampleton &amp;&amp; District&amp;R&amp;8&amp;BRestricted: for officers \u{b7} Draft: not approved";
        assert!(parts[sheet].contains(head), "{}", parts[sheet]);
    }
}

#[test]
fn words_right_of_a_number_stand_apart_from_it_and_a_long_head_has_room() {
    let mut table = long("Shares", 2);
    table.columns = vec![
        Column::new("Group", ColumnKind::Text),
        Column::new("% met", ColumnKind::Share),
        Column::new("If all that are missing were at the worst or at the best", ColumnKind::Text),
    ];
    table.rows = vec![vec![Cell::text("A"), Cell::share(1, 4), Cell::text("2% to 9%")]];
    let parts = parts(vec![Section::new("One").table(table)]);
    assert!(
        parts["xl/styles.xml"].contains("horizontal=\"left\" vertical=\"top\" indent=\"1\" wrapText=\"1\""),
        "{}",
        parts["xl/styles.xml"]
    );
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("<row r=\"4\" spans=\"1:3\" ht=\"111\""), "the head has seven lines: {sheet}");
}

#[test]
fn tables_that_would_make_each_other_wide_stand_on_sheets_of_their_own() {
    let words = "So many words that they run on and on over a line of a sheet and further";
    let narrow = Table {
        columns: vec![Column::new("No.", ColumnKind::Short), Column::new("Question", ColumnKind::Text)],
        rows: vec![vec![Cell::text("1"), Cell::text(words)]],
        ..long("Narrow", 1)
    };
    let wide = Table {
        columns: vec![Column::new("Practice", ColumnKind::Text), Column::new("Where", ColumnKind::Short)],
        rows: vec![vec![Cell::text(words), Cell::text("1")]],
        ..long("Wide", 1)
    };
    let sheets = apart(&Section::new("Both").table(narrow.clone()).subheading("Then").table(wide));
    assert_eq!(sheets.len(), 2);
    assert!(matches!(sheets[1].blocks[0], Block::Subheading(_)), "its heading goes with it");
    assert_eq!(apart(&Section::new("Both").table(narrow.clone()).table(narrow)).len(), 1);
}

#[test]
fn no_two_columns_of_a_table_are_called_the_same_on_a_sheet() {
    let columns =
        ["Standard", "Base", "", "base", "", "Base"].map(|label| Column::new(label, ColumnKind::Text));
    let heads: Vec<String> = (0..columns.len()).map(|at| head(&columns, at)).collect();
    assert_eq!(heads, ["Standard", "Base", "", "base (2)", "", "Base (3)"]);
    let row = columns.iter().map(|_| Cell::text("x")).collect();
    let (title, caption, as_at) = (String::new(), String::new(), String::new());
    let table =
        Table { title, caption, as_at, columns: columns.to_vec(), rows: vec![row], notes: Vec::new() };
    let sections = vec![Section::new("Results").table(table)];
    write(&Document { sections, ..Document::default() }).expect("a workbook whose columns are told apart");
}

#[test]
fn a_row_is_as_high_as_its_longest_words() {
    let mut table = long("Words", 2);
    table.columns = vec![Column::new("Group", ColumnKind::Text)];
    let words = "Said in so many words that they run over several lines. ".repeat(12);
    table.rows = vec![vec![Cell::text("A")], vec![Cell::text(words)]];
    let parts = parts(vec![Section::new("One").table(table)]);
    let high = |row: u32| -> f64 {
        let sheet = &parts["xl/worksheets/sheet1.xml"];
        let (_, rest) = sheet.split_once(&format!("<row r=\"{row}\"")).expect("a row");
        let (_, rest) = rest.split_once("ht=\"").expect("a height");
        rest.split('"').next().expect("a number").parse().expect("a number")
    };
    assert!(high(6) > high(5) + 44.0, "{} {}", high(5), high(6));
}

#[test]
fn a_chart_over_time_names_its_days_and_not_what_was_done_on_them() {
    let share = |met: u32| Cell::share(met, 10);
    let row = |day: &str, what: &str, met: u32| vec![Cell::text(day), Cell::text(what), share(met)];
    let table = Table {
        columns: vec![
            Column::new("By the end of", ColumnKind::Short),
            Column::new("What it was", ColumnKind::Text),
            Column::new("Returned", ColumnKind::Share),
        ],
        rows: vec![row("13 September", "Workbooks issued", 0), row("20 September", "", 4)],
        ..long("Returned over time", 0)
    };
    let chart = crate::report::chart::over_time("C3", "Returned over time", &table);
    let parts = parts(vec![Section::new("Response").chart(chart)]);
    let drawn = parts.iter().find(|(name, _)| name.contains("charts/chart")).expect("a chart").1;
    let names = drawn.split("<c:cat>").nth(1).and_then(|rest| rest.split("</c:f>").next()).expect("names");
    assert!(names.contains("!$A$"), "{names}");
}

/// A chart of shares of so many rows, its words so long that each row takes several lines.
fn shares(rows: usize) -> crate::report::chart::Chart {
    let words = "We say what we do about it in so many words that they run over lines. ".repeat(3);
    let row = |n: usize| vec![Cell::text(format!("Row {n} {words}")), Cell::share(1, 4)];
    let table = Table {
        columns: vec![Column::new("Question", ColumnKind::Text), Column::new("Met", ColumnKind::Share)],
        rows: (0..rows).map(row).collect(),
        ..long("Smallest share", 0)
    };
    crate::report::chart::bars("C5", "Smallest share", &table, ("Question", "Met"), None)
}

#[test]
fn a_chart_is_on_one_page_and_so_is_the_head_of_a_table_with_its_first_rows() {
    let torn = |blocks: Section| {
        let parts = parts(vec![blocks]);
        let sheet = &parts["xl/worksheets/sheet1.xml"];
        sheet.split("<brk id=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
    };
    let few: Vec<u32> = torn(Section::new("One").chart(shares(2)));
    assert!(few.is_empty(), "{few:?}");
    let many: Vec<u32> = torn(Section::new("One").chart(shares(5)));
    assert_eq!(many.len(), 1, "rows of several lines leave no room: {many:?}");
    let after: Vec<u32> = torn(Section::new("One").table(long("First", 20)).table(long("Second", 5)));
    assert_eq!(after.len(), 1, "the second begins on the next page: {after:?}");
    let short: Vec<u32> = torn(Section::new("One").table(long("First", 9)).table(long("Second", 5)));
    assert!(short.is_empty(), "{short:?}");
}

#[test]
fn a_chart_of_a_few_has_whole_numbers_on_its_axis() {
    let bars = |most: u32| {
        let mut table = long("What panels found", 2);
        table.rows[0][1] = Cell::count(most);
        let chart = crate::report::chart::bars("C8", "What panels found", &table, ("Name", "Met"), None);
        let parts = parts(vec![Section::new("One").chart(chart)]);
        parts.iter().find(|(name, _)| name.contains("charts/chart")).expect("a chart").1.clone()
    };
    assert!(bars(2).contains("<c:majorUnit val=\"1\"/>"));
    assert!(!bars(40).contains("majorUnit"));
}

#[test]
fn one_long_text_among_many_short_ones_has_the_room_that_they_leave() {
    let labels = ["No.", "Question", "ID", "Then", "Change", "Base"];
    let table = |long_ones: usize| {
        let text =
            |at: usize| if (1..=long_ones).contains(&at) { "A long text. ".repeat(12) } else { "A1".into() };
        Table {
            columns: labels.map(|label| Column::new(label, ColumnKind::Text)).to_vec(),
            rows: vec![(0..labels.len()).map(|at| Cell::text(text(at))).collect()],
            ..long("Beside the last round", 0)
        }
    };
    assert!(sheets::width_of(&table(1), 1) >= 50, "{}", sheets::width_of(&table(1), 1));
    assert_eq!(sheets::width_of(&table(5), 1), 24);
}
