//! Made-up workbooks in many layouts, built by code.

use attest::workbook::foreign::{Correction, SheetRole};
use rust_xlsxwriter::Workbook;

use super::Layout;
use super::raw::{self, Way};
use super::sheets::*;

fn texts(statements: &[&str]) -> Vec<String> {
    statements.iter().map(|text| (*text).to_owned()).collect()
}

/// Every layout.
pub fn all() -> Vec<Layout> {
    let written = [
        ("plain", plain as fn(&mut Workbook)),
        ("section-rows", section_rows),
        ("section-column", section_column),
        ("ids-inside", ids_inside),
        ("far-right-list", far_right),
        ("named-list", named_list),
        ("hidden-list", hidden_list),
        ("headings-again", headings_again),
        ("guidance-rows", guidance_rows),
        ("guidance-column", guidance_column),
        ("summary-and-chart", summary),
        ("several-sheets", several_sheets),
        ("no-headings", no_headings),
        ("whole-column-list", whole_column),
        ("table", table),
        ("protected", protected),
        ("merged-evidence", merged_evidence),
        ("two-row-heading", two_row_heading),
        ("cover-cells", cover_cells),
        ("sections-in-range", sections_in_range),
        ("tall", tall),
    ];
    let mut all: Vec<Layout> = written
        .into_iter()
        .map(|(name, make)| written_by(name, make, texts(STATEMENTS), Vec::new()))
        .collect();
    let rating = |sheet, column| Correction::OnlyScore { sheet, column };
    all.push(written_by(
        "matrix",
        matrix,
        STATEMENTS
            .iter()
            .flat_map(|text| [(*text).to_owned(), (*text).to_owned(), (*text).to_owned()])
            .collect(),
        Vec::new(),
    ));
    all.push(written_by("terms-one-asked", matrix, texts(STATEMENTS), vec![rating(0, 5)]));
    all.push(written_by("figures", figures, texts(STATEMENTS), Vec::new()));
    let words = ["Secure", "Developing", "Not yet"].map(str::to_owned).to_vec();
    all.push(written_by("no-lists", no_lists, texts(STATEMENTS), vec![Correction::Words { words }]));
    let skip = Correction::Sheet { sheet: 1, role: SheetRole::Skipped };
    all.push(written_by("one-sheet-skipped", two_copies, texts(STATEMENTS), vec![skip]));
    let rows: Vec<(String, &str)> =
        STATEMENTS.iter().enumerate().map(|(place, text)| (format!("S{}", place + 1), *text)).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(number, text)| (number.as_str(), *text)).collect();
    for (name, way) in [
        ("strict", Way::Strict),
        ("prefixed", Way::Prefixed),
        ("extension", Way::Extension),
        ("macros", Way::Macros),
    ] {
        all.push(Layout {
            name,
            bytes: raw::package(way, &rows, WORDS),
            asks: texts(STATEMENTS),
            steps: Vec::new(),
        });
    }
    for layout in all.iter_mut().filter(|layout| layout.name == "tall") {
        layout.asks = (0..400).map(|place| format!("{} ({place})", STATEMENTS[place % 8])).collect();
    }
    for layout in all.iter_mut().filter(|layout| layout.name == "several-sheets") {
        layout.asks = (1..=3)
            .flat_map(|sheet| STATEMENTS.iter().map(move |text| format!("{text} in part {sheet}")))
            .collect();
    }
    all
}

fn written_by(
    name: &'static str,
    make: fn(&mut Workbook),
    asks: Vec<String>,
    steps: Vec<Correction>,
) -> Layout {
    let mut workbook = Workbook::new();
    make(&mut workbook);
    Layout { name, bytes: workbook.save_to_buffer().expect("written"), asks, steps }
}
