//! Returns that went through LibreOffice, an OpenDocument file and openpyxl, several at a time.

use std::path::{Path, PathBuf};
use std::process::Command;

use attest::template::library;
use attest::workbook::Return;
use attest_tests::returns::{Length, full, signed};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::made::{self, AWKWARD, Made};
use super::{expected, read, written};

/// A signed school return, an organisation's with awkward texts, and three made up at random.
fn several() -> Vec<Made> {
    let school = library::find("school@2025.1").expect("it ships").clone();
    let agency = library::find("section11@2026.1").expect("it ships").clone();
    let mut awkward = full(&agency, Length::Long);
    for (answer, text) in awkward.answers.iter_mut().zip(AWKWARD.iter().cycle()) {
        answer.note = attest::text::normal(text);
    }
    let returned = signed(&school, full(&school, Length::Usual));
    let fixed = [Made { template: school, returned }, Made { template: agency, returned: awkward }];
    let mut runner = TestRunner::deterministic();
    let random = (0..3).map(|_| made::anything().new_tree(&mut runner).expect("one is made").current());
    fixed.into_iter().chain(random).collect()
}

fn saved(folder: &Path, several: &[Made]) -> Vec<PathBuf> {
    let save = |(place, made): (usize, &Made)| {
        let path = folder.join(format!("{place}.xlsx"));
        std::fs::write(&path, written(made)).expect("written");
        path
    };
    several.iter().enumerate().map(save).collect()
}

/// Converts files in one run of LibreOffice, with a profile of its own.
fn converted(folder: &Path, files: &[PathBuf], to: &str, into: &str) -> Vec<PathBuf> {
    let out = folder.join(into);
    let mut office = Command::new("soffice");
    office.arg("--headless").arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    let output = office.args(["--convert-to", to, "--outdir"]).arg(&out).args(files).output();
    let output = output.expect("LibreOffice is installed (make test installs it)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = |file: &PathBuf| out.join(file.file_name().expect("a name")).with_extension(to);
    files.iter().map(name).collect()
}

fn check(several: &[Made], files: &[PathBuf], same: fn(&Return) -> Return, lost: &[&str]) {
    for (made, file) in several.iter().zip(files) {
        let (returned, mut problems) = read(&std::fs::read(file).expect("saved again"), made);
        problems.retain(|problem| lost.iter().all(|lost| !problem.message.ends_with(lost)));
        assert_eq!(problems, [], "{}", file.display());
        let (returned, sent) = (same(&returned), same(&expected(made)));
        for (read, sent) in returned.answers.iter().zip(&sent.answers) {
            assert_eq!(read, sent, "{}", file.display());
        }
        assert_eq!(returned, sent, "{}", file.display());
    }
}

#[test]
fn returns_saved_again_by_libreoffice_are_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let several = several();
    let files = saved(folder.path(), &several);
    check(&several, &converted(folder.path(), &files, "xlsx", "again"), Return::clone, &[]);
    let open = converted(folder.path(), &files, "ods", "open");
    let back = converted(folder.path(), &open, "xlsx", "back");
    check(&several[..2], &back[..2], bare, &[]);
    // Tabs and runs of spaces are lost on that way: a signed text without them is said to differ, and so is a long one.
    let lost = ["is not as it was signed.", "it was taken as it stands now."];
    check(&several[2..], &back[2..], bare, &lost);
}

/// The same return but for white space, which an OpenDocument file may change.
fn bare(returned: &Return) -> Return {
    let mut same = returned.clone();
    let fold = |text: &mut String| *text = text.split_whitespace().collect();
    for answer in &mut same.answers {
        let texts = [&mut answer.note, &mut answer.impact, &mut answer.area, &mut answer.reason];
        texts.into_iter().chain(answer.extra.values_mut()).chain(answer.value.as_mut()).for_each(fold);
    }
    for action in &mut same.actions {
        [&mut action.title, &mut action.owner, &mut action.outcome].into_iter().for_each(fold);
    }
    for item in &mut same.evidence {
        [&mut item.title, &mut item.owner, &mut item.place].into_iter().for_each(fold);
    }
    same
}

#[test]
fn returns_saved_again_by_openpyxl_are_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut several = several();
    // The one thing that it loses: a text that looks like an escaped sign is taken for that sign.
    let notes = several.iter_mut().flat_map(|made| &mut made.returned.answers).map(|answer| &mut answer.note);
    notes.for_each(|note| *note = note.replace("_x000D_", "x000D"));
    several.truncate(2);
    let files = saved(folder.path(), &several);
    let script =
        "import sys, openpyxl\nfor path in sys.argv[1:]:\n    openpyxl.load_workbook(path).save(path)";
    let output =
        Command::new("/usr/bin/python3").args(["-c", script]).args(&files).output().expect("python3 runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "openpyxl (Debian's python3-openpyxl, which make test installs) failed: {said}"
    );
    check(&several, &files, Return::clone, &[]);
}
