//! Every paper of the sample partnership: another program works the formulas of its workbook out again and comes to the same
//! cells, and each row of its tables stands in the Word file and in the page as on the screen.

use std::collections::BTreeMap;

use attest::sheet::{Content, open};
use serde_json::{Value, json};

use crate::every_table::{sample, worked_out};
use crate::gateway::seat::Seat;

/// Those that nobody has to approve first, each for whom it is written here.
const PAPERS: [(&str, &str); 11] = [
    ("full", "officers"),
    ("full", "others"),
    ("executive", "officers"),
    ("executive", "others"),
    ("governors", "others"),
    ("public", "others"),
    ("assurance", "officers"),
    ("assurance", "others"),
    ("method", "officers"),
    ("decisions", "officers"),
    ("scrutineer", "officers"),
];

fn write(seat: &Seat, (paper, readers): (&str, &str), format: &str) -> Vec<u8> {
    let path = format!("reports/{paper} {readers}.{format}");
    seat.next_dialog(&path);
    seat.done("report.write", json!({ "paper": paper, "readers": readers, "format": format }));
    std::fs::read(seat.path(&path)).expect("written")
}

/// Every cell of a workbook by its place, numbers to six places.
fn cells(bytes: &[u8]) -> BTreeMap<(usize, u32, u32), String> {
    let book = open(bytes).expect("it is read").value;
    let mut all = BTreeMap::new();
    for (number, sheet) in book.sheets.iter().enumerate() {
        for (row, cells) in sheet.rows.iter() {
            for (column, cell) in cells.iter() {
                let text = match &cell.content {
                    Content::Number(number) => format!("{number:.6}"),
                    Content::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                    _other => continue,
                };
                all.insert((number, *row, *column), text);
            }
        }
    }
    all
}

#[test]
fn another_program_comes_to_the_same_cells_in_every_report() {
    let seat = sample();
    std::fs::create_dir(seat.path("reports")).expect("a folder");
    let mut kept = BTreeMap::new();
    for (paper, readers) in PAPERS {
        kept.insert(format!("{paper} {readers}"), cells(&write(&seat, (paper, readers), "xlsx")));
    }
    let names: Vec<(String, Value)> = kept.keys().map(|name| (name.clone(), Value::Null)).collect();
    let (again, formulas) = worked_out(&seat, "reports", &names);
    assert!(formulas > 500, "{formulas} formulas");
    for (name, wanted) in kept {
        let bytes = std::fs::read(again.join(format!("{name}.xlsx"))).expect("worked out");
        let found = cells(&bytes);
        assert!(!wanted.is_empty(), "{name} has nothing in it");
        for (place, text) in wanted {
            assert_eq!(found.get(&place), Some(&text), "{name}: {place:?}");
        }
    }
}

/// The rows of a table.
type Rows = Vec<Vec<String>>;

/// The tables of a view that have rows: the heads of their columns, then each row, as the texts of the cells with their bases.
fn tables_of(document: &Value) -> Vec<Rows> {
    let sections = document["sections"].as_array().expect("sections").iter();
    let blocks = sections.flat_map(|one| one["blocks"].as_array()).flatten();
    let tables = blocks.filter_map(|block| match block["block"].as_str() {
        Some("table") => Some(&block["content"]),
        Some("chart") => Some(&block["content"]["table"]),
        _other => None,
    });
    let texts = |cells: &Value, name: &str| -> Vec<String> {
        let cells = cells.as_array().expect("cells").iter();
        cells.map(|cell| squeezed(cell[name].as_str().expect("a text"))).collect()
    };
    let rows = |table: &Value| -> Rows {
        let rows = table["rows"].as_array().expect("rows").iter().map(|row| texts(row, "text"));
        std::iter::once(texts(&table["columns"], "label")).chain(rows).collect()
    };
    tables.map(rows).filter(|rows| rows.len() > 1).collect()
}

/// The tables of some markup, in their order: those whose beginning says what was asked for, and no table of another look.
fn tables_in(markup: &str, [begins, ends, look]: [&str; 3], row: &str, cell: [&str; 2]) -> Vec<Rows> {
    let tables = markup.split(ends).filter_map(|piece| Some(piece.rsplit_once(begins)?.1));
    tables.filter(|table| table.contains(look)).map(|table| cells_in(table, row, cell)).collect()
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The rows of the tables in some markup: what stands in each cell, without its marks.
pub fn rows_in(markup: &str, row: &str, cell: [&str; 2]) -> Rows {
    let rows = cells_in(markup, row, cell).into_iter();
    rows.map(|row| row.into_iter().filter(|text| !text.is_empty()).collect()).collect()
}

/// The same with the cells in which nothing stands.
fn cells_in(markup: &str, row: &str, cell: [&str; 2]) -> Rows {
    let mut rows = Rows::new();
    let mut inside = false;
    for piece in markup.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let name = tag.split([' ', '\n']).next().unwrap_or_default().trim_end_matches('/');
        let closes = name.strip_prefix('/');
        if name == row {
            rows.push(Vec::new());
        } else if cell.contains(&name) && !tag.ends_with('/') {
            inside = true;
            rows.last_mut().expect("a cell stands in a row").push(String::new());
        } else if closes.is_some_and(|name| cell.contains(&name)) {
            inside = false;
        }
        if let Some(last) = rows.last_mut().and_then(|row| row.last_mut()).filter(|_| inside) {
            last.push_str(&squeezed(&unescaped(text)));
        }
    }
    rows
}

fn unescaped(text: &str) -> String {
    let marks =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (mark, letter)| text.replace(mark, letter))
}

/// Whether a row says all that is wanted, in its order; a base may stand behind a share.
pub fn says(row: &[String], wanted: &[String]) -> bool {
    let mut cells = row.iter();
    wanted.iter().all(|text| cells.any(|cell| cell.starts_with(text.as_str())))
}

#[test]
fn every_row_of_every_report_stands_in_its_table_in_word_and_on_the_page_as_on_the_screen() {
    let seat = sample();
    std::fs::create_dir(seat.path("reports")).expect("a folder");
    let (mut seen, mut bases) = (0, 0);
    for (paper, readers) in PAPERS {
        let view = seat.done("report.show", json!({ "paper": paper, "readers": readers }));
        let wanted = tables_of(&view["document"]);
        let word = part(&write(&seat, (paper, readers), "docx"), "word/document.xml");
        let page = String::from_utf8(write(&seat, (paper, readers), "html")).expect("text");
        let figures = "<w:tblStyle w:val=\"Figures\"";
        let formats = [
            ("Word", tables_in(&word, ["<w:tbl>", "</w:tbl>", figures], "w:tr", ["w:tc", "w:tc"])),
            ("the page", tables_in(&page, ["<table>", "</table>", ""], "tr", ["td", "th"])),
        ];
        for (format, found) in formats {
            let name = format!("{paper} for {readers} in {format}");
            let heads = |tables: &[Rows]| tables.iter().map(|rows| rows[0].clone()).collect::<Vec<_>>();
            assert_eq!(heads(&found), heads(&wanted), "{name}: the same tables in their order");
            for (found, wanted) in found.iter().zip(&wanted) {
                assert_eq!(found.len(), wanted.len(), "{name}: {:?}", wanted[0]);
                for (found, wanted) in found.iter().zip(wanted) {
                    assert_eq!(found, wanted, "{name}");
                    seen += 1;
                    bases += wanted.iter().filter(|text| text.contains("(n=")).count();
                }
            }
        }
    }
    assert!(seen > 1000 && bases > 100, "{seen} rows with {bases} bases");
}

fn part(bytes: &[u8], name: &str) -> String {
    use std::io::Read as _;
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    package.by_name(name).expect("the part").read_to_string(&mut text).expect("read");
    text
}
