//! Hostile files in small: the kinds of bombs, and some hundred mutated workbooks; `make hostile` reads ten thousand.

use attest::sheet;
use attest::workbook::{self, Templates};
use attest_tests::hostile::{Dice, bombs, book, mutated, packed, parts};

use crate::workbook::{sample, school, written};

#[test]
fn every_bomb_is_read_or_refused_with_a_sentence() {
    let small =
        ["two far cells", "a billion texts promised", "far more than may be", "rows backwards", "deep"];
    for (name, bomb) in bombs().into_iter().filter(|(name, _)| small.contains(name)) {
        match (sheet::open(&bomb()), name) {
            (Ok(read), "two far cells" | "a billion texts promised" | "rows backwards") => {
                assert_eq!(read.problems, [], "{name}");
            }
            (Err(error), "far more than may be") => assert!(error.message.contains("far more"), "{error:?}"),
            (Err(error), "deep") => assert!(error.message.contains("nested too deeply"), "{error:?}"),
            (read, name) => panic!("{name}: {:?}", read.map(|_| ())),
        }
    }
}

#[test]
fn rows_and_cells_out_of_order_stand_where_they_belong() {
    let rows = r#"<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>4</v></c><c r="A9"><v>9</v></c></row><row><c><v>5</v></c></row>"#;
    let book = sheet::open(&packed(&book(rows, ""))).expect("cells").value;
    let cells: Vec<(u32, u32, String)> = book.sheets[0]
        .rows
        .iter()
        .flat_map(|(row, cells)| cells.iter().map(|(column, cell)| (*row, *column, cell.text())))
        .collect();
    let said = [(0, 0, "1"), (2, 0, "2"), (2, 1, "3"), (2, 2, "4"), (3, 0, "5"), (8, 0, "9")];
    assert_eq!(cells, said.map(|(row, column, text)| (row, column, text.to_owned())));
}

#[test]
fn a_sheet_listed_twice_is_read_once_and_said() {
    let mut twice = parts(&packed(&book("<row><c><v>1</v></c></row>", "")));
    for (_, bytes) in twice.iter_mut().filter(|(name, _)| name == "xl/workbook.xml") {
        let text = String::from_utf8_lossy(bytes)
            .replace("</sheets>", "<sheet name=\"Two\" sheetId=\"2\" r:id=\"rId1\"/></sheets>");
        *bytes = text.into_bytes();
    }
    let read = sheet::open(&packed(&twice)).expect("a workbook");
    assert_eq!((read.value.sheets.len(), read.value.sheets[1].rows.len()), (2, 0));
    assert!(read.problems[0].message.contains("could not be read"), "{:?}", read.problems);
}

#[test]
fn parts_in_other_encodings_are_said() {
    let wide: Vec<u8> = "<worksheet/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let of = |sheet: Vec<u8>| {
        let mut parts = book("", "");
        parts[4].1 = sheet;
        sheet::open(&packed(&parts)).expect_err("it is refused").message
    };
    assert!(of([&[0xff, 0xfe][..], &wide].concat()).contains("UTF-16"));
    assert!(of(b"<worksheet>\xe9</worksheet>".to_vec()).contains("not in UTF-8"));
    assert!(of(b"<worksheet><sheetData>".to_vec()).contains("not sound XML"));
}

#[test]
fn cells_that_cannot_be_read_are_said_once_a_sheet() {
    let rows =
        "<row><c t=\"s\"><v>7</v></c><c t=\"what\"><v>1</v></c><c t=\"n\"><v>x</v></c><c><v>2</v></c></row>";
    let read = sheet::open(&packed(&book(rows, ""))).expect("a workbook");
    assert_eq!(read.value.sheets[0].rows[&0].len(), 1);
    assert_eq!((read.problems.len(), read.problems[0].place.as_str()), (1, "Sheet 'One', cell A1"));
    assert!(read.problems[0].message.contains("2 more"), "{}", read.problems[0].message);
}

#[test]
fn four_hundred_mutated_workbooks_give_a_return_or_a_sentence() {
    let template = school();
    let ours = written(&sample(&template), &template);
    let known = Templates::of(&[template]);
    for seed in 0..400 {
        let damaged = mutated(&ours, &mut Dice::new(seed));
        if let Err(error) = workbook::read(&damaged, &known) {
            assert!(!error.message.is_empty() && !error.hint.is_empty(), "seed {seed}: {}", error.message);
        }
    }
}
