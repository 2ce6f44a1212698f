//! A return that went through another spreadsheet program comes back the same.

use std::path::Path;
use std::process::Command;

use crate::workbook::{read, sample, school, unplaced, written};

/// Opens a workbook in LibreOffice and saves it again, with a profile of its own.
fn saved_again(bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let (before, after) = (folder.path().join("return.xlsx"), folder.path().join("again"));
    std::fs::write(&before, bytes).expect("written");
    let status =
        office(folder.path()).args(["--convert-to", "xlsx", "--outdir"]).arg(&after).arg(&before).output();
    let output = status.expect("LibreOffice is installed (make test installs it)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(after.join("return.xlsx")).expect("saved again")
}

fn office(folder: &Path) -> Command {
    let mut office = Command::new("soffice");
    office.arg("--headless").arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    office
}

#[test]
fn a_return_saved_again_by_libreoffice_is_the_same() {
    let template = school();
    let returned = sample(&template);
    let found = read(&saved_again(&written(&returned, &template)));
    assert_eq!(found.problems, []);
    assert_eq!(unplaced(found.value.returned), returned);
    assert_eq!(*found.value.template, template);
}
