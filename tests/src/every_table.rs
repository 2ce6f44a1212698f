//! Every table of the sample partnership as a workbook: another program works its formulas out again, and comes to the
//! figures of the screen.

use std::path::{Path, PathBuf};
use std::process::Command;

use attest::sheet::{Content, Place, Sheet, open};
use serde_json::{Value, json};

use crate::gateway::seat::Seat;
use crate::table_office::without_results;

/// The row of the headings.
const HEAD: u32 = 3;

/// A seat before the sample partnership, whose file is open.
pub fn sample() -> Seat {
    let seat = Seat::new();
    std::fs::create_dir(seat.path("sample")).expect("a folder");
    seat.next_dialog("sample");
    seat.done("sample.partnership", json!({ "settings": 9, "seed": 7 }));
    let ended = seat.ended();
    assert_eq!(ended["state"], "done", "{ended}");
    seat.done("sample.open_partnership", json!({}));
    seat
}

/// Saves every table in a folder; gives the name of each with what the screen shows of it.
fn saved(seat: &Seat, folder: &str) -> Vec<(String, Value)> {
    std::fs::create_dir(seat.path(folder)).expect("a folder");
    let tables = seat.done("table.list", json!({}));
    let names = tables.as_array().expect("tables").iter().map(|one| one["table"].as_str().expect("a name"));
    names
        .map(|name| {
            seat.next_dialog(&format!("{folder}/{name}.xlsx"));
            seat.done("table.save", json!({ "table": name }));
            (name.to_owned(), seat.done("table.show", json!({ "table": name })))
        })
        .collect()
}

/// Takes the kept results out of every workbook and has all of them worked out again in one run.
pub fn worked_out(seat: &Seat, folder: &str, names: &[(String, Value)]) -> (PathBuf, usize) {
    let (bare, again) = (seat.path("bare"), seat.path("again"));
    std::fs::create_dir(&bare).expect("a folder");
    let mut formulas = 0;
    let mut office = Command::new("soffice");
    office.arg("--headless").arg(format!("-env:UserInstallation=file://{}", seat.path("profile").display()));
    office.args(["--convert-to", "xlsx", "--outdir"]).arg(&again);
    for (name, _) in names {
        let bytes = std::fs::read(seat.path(&format!("{folder}/{name}.xlsx"))).expect("saved");
        let (bytes, found) = without_results(&bytes);
        formulas += found;
        let path = bare.join(format!("{name}.xlsx"));
        std::fs::write(&path, bytes).expect("written");
        office.arg(path);
    }
    let output = office.output().expect("LibreOffice is installed (make test installs it)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (again, formulas)
}

fn text(sheet: &Sheet, row: u32, column: u32) -> String {
    match sheet.cell(Place::new(row, column)).map(|cell| &cell.content) {
        Some(Content::Number(number)) => format!("{number:.6}"),
        Some(Content::Text(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

/// What a cell of the screen comes to in the cells of the sheet that stand for it.
fn expected(cell: &Value, in_three: bool) -> Vec<String> {
    let number = |name: &str| cell[name].as_f64();
    let shown = |number: Option<f64>| number.map(|it| format!("{it:.6}")).unwrap_or_default();
    let words = cell["text"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    match (in_three, number("count"), number("base")) {
        (true, Some(count), Some(base)) => {
            let share = if base == 0.0 { words } else { format!("{:.6}", count / base) };
            vec![shown(Some(count)), shown(Some(base)), share]
        }
        (true, ..) => vec![String::new(), String::new(), words],
        (false, Some(count), None) => vec![shown(Some(count))],
        (false, ..) => vec![words],
    }
}

/// Compares a table with its sheet; gives how many cells were.
fn compared(name: &str, view: &Value, folder: &Path) -> usize {
    let bytes = std::fs::read(folder.join(format!("{name}.xlsx"))).expect("saved again");
    let book = open(&bytes).expect("it is read").value;
    let sheet = book.sheets.first().expect("a sheet");
    let mut at = 0;
    let mut seen = 0;
    for (place, column) in view["columns"].as_array().expect("columns").iter().enumerate() {
        let label =
            column["label"].as_str().expect("a label").split_whitespace().collect::<Vec<_>>().join(" ");
        let in_three = text(sheet, HEAD, at) == format!("{label}: number");
        let width = if in_three { 3 } else { 1 };
        assert_eq!(text(sheet, HEAD, at + width - 1), label, "{name}");
        for (row, cells) in (HEAD + 1..).zip(view["rows"].as_array().expect("rows")) {
            let found: Vec<String> = (at..at + width).map(|column| text(sheet, row, column)).collect();
            assert_eq!(found, expected(&cells[place], in_three), "{name}, row {row}, {label}");
            seen += 1;
        }
        at += width;
    }
    seen
}

#[test]
fn another_program_comes_to_the_same_figures_in_every_table() {
    let seat = sample();
    let tables = saved(&seat, "tables");
    let (folder, formulas) = worked_out(&seat, "tables", &tables);
    assert!(tables.len() >= 24 && formulas > 500, "{} tables, {formulas} formulas", tables.len());
    for (name, view) in &tables {
        let cells = compared(name, view, &folder);
        // Both rounds follow the same version: no meaning broke between them.
        assert!(cells > 0 || name == "breaks", "{name} has nothing in it");
    }
}
