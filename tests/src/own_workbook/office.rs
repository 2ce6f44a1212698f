//! Filled workbooks opened in LibreOffice: everything that was filled in is seen, and totals are of the answers.

use std::path::{Path, PathBuf};
use std::process::Command;

use attest::workbook::foreign;

use super::{Layout, answered, layouts, mapped, tool};

/// Several workbooks as text, a list of values for the first sheet of each, in one run of LibreOffice.
fn shown(folder: &Path, names: &[String], filter: &str) -> Vec<String> {
    let out = folder.join("shown");
    let mut office = Command::new("soffice");
    office.arg("--headless").arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    let files = names.iter().map(|name| folder.join(name));
    let output = office.args(["--convert-to", filter, "--outdir"]).arg(&out).args(files).output();
    let output = output.expect("LibreOffice is installed (make test installs it)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // Each sheet is a list of its own, named after the file and the sheet.
    let read = |name: &String| -> String {
        let stem = name.rsplit_once('.').expect("an ending").0;
        let files = std::fs::read_dir(&out).expect("a folder").flatten().map(|entry| entry.path());
        let of = |path: &PathBuf| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{stem}-")))
        };
        files.filter(of).map(|path| std::fs::read_to_string(path).expect("text")).collect()
    };
    names.iter().map(read).collect()
}

fn filled(layout: &Layout) -> (Vec<u8>, Vec<String>) {
    let mapping = mapped(layout);
    let returned = answered(&mapping, &tool(layout, &mapping));
    let words = returned
        .answers
        .iter()
        .filter(|answer| answer.value.is_some())
        .map(|answer| answer.note.lines().next().unwrap_or_default().to_owned());
    let seen = words.filter(|text| !text.is_empty()).map(|text| text.replace('"', "\"\"")).collect();
    (foreign::fill(&layout.bytes, &mapping, &returned).expect("filled").value, seen)
}

/// Totals that were worked out anew: each of the four words was chosen once.
fn added_up(shown: &str) -> bool {
    ["Fully met,1", "Partly met,1", "Not met,1", "N/A,1"].iter().all(|line| shown.contains(line))
}

fn opened(wanted: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let layouts: Vec<Layout> =
        layouts::all().into_iter().filter(|one| wanted.is_empty() || wanted.contains(&one.name)).collect();
    let mut expected = Vec::new();
    let mut names = Vec::new();
    for layout in &layouts {
        let (bytes, texts) = filled(layout);
        let name = format!("{}.xlsx", layout.name);
        std::fs::write(folder.path().join(&name), bytes).expect("written");
        expected.push(texts);
        names.push(name);
    }
    let texts = shown(
        folder.path(),
        &names,
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
    );
    for ((layout, shown), expected) in layouts.iter().zip(&texts).zip(&expected) {
        assert!(!shown.is_empty(), "{}: LibreOffice did not open it", layout.name);
        assert!(layout.name != "summary-and-chart" || added_up(shown), "old totals are shown:\n{shown}");
        for text in expected {
            assert!(shown.contains(text.as_str()), "{}: {text} is not seen in\n{shown}", layout.name);
        }
    }
}

#[test]
fn some_filled_workbooks_open_in_libreoffice_with_what_was_filled_in() {
    opened(&[
        "plain",
        "section-rows",
        "protected",
        "table",
        "strict",
        "prefixed",
        "extension",
        "summary-and-chart",
    ]);
}

#[test]
#[ignore = "every layout in LibreOffice: make own-workbooks"]
fn every_filled_workbook_opens_in_libreoffice_with_what_was_filled_in() {
    opened(&[]);
}
