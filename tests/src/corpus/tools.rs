//! The same returns saved again and edited by other programs: LibreOffice, openpyxl, exceljs, SheetJS.
//!
//! Each program is started once for all its jobs. Refuses to know: how it is installed.
#![allow(clippy::disallowed_methods, reason = "the corpus is told where the programs are")]

use std::path::{Path, PathBuf};
use std::process::Command;

use super::base::Base;
use super::desk::Desk;
use super::judge::{Expected, Outcome, Spaces, judge};
use super::table::Row;

/// What ought to come of a program's edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// All as it was.
    Same,
    /// As it was, but for white space.
    Loose,
    /// The second and third row below the headings are gone.
    TwoGone,
}

/// A program with the kinds of edit that it does.
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    kinds: &'static [(&'static str, Effect)],
    run: fn(&Path, &str) -> Command,
}

/// LibreOffice, by a macro.
pub const OFFICE: Tool = Tool {
    name: "LibreOffice",
    kinds: &[
        ("saved again", Effect::Same),
        ("two rows deleted", Effect::TwoGone),
        ("two rows put in", Effect::Same),
        ("a column put in", Effect::Same),
        ("the key column deleted", Effect::Same),
        ("rows sorted", Effect::Same),
        ("rows sorted, the keys left out", Effect::Same),
        ("ratings retyped", Effect::Same),
        ("rows hidden", Effect::Same),
        ("the sheet renamed", Effect::Same),
        ("the sheet copied", Effect::Same),
        ("the sheet hidden", Effect::Same),
    ],
    run: office,
};

/// openpyxl.
pub const OPENPYXL: Tool = Tool {
    name: "openpyxl",
    kinds: &[
        ("saved again", Effect::Same),
        ("two rows put in", Effect::Same),
        ("two rows deleted", Effect::TwoGone),
        ("a column put in", Effect::Same),
        ("rows sorted", Effect::Same),
        ("ratings retyped", Effect::Same),
        ("visible values copied into a new workbook", Effect::Same),
    ],
    run: openpyxl,
};

/// exceljs.
pub const EXCELJS: Tool = Tool {
    name: "exceljs",
    kinds: &[
        ("saved again", Effect::Same),
        ("two rows deleted", Effect::TwoGone),
        ("ratings retyped", Effect::Same),
    ],
    run: exceljs,
};

/// SheetJS.
pub const SHEETJS: Tool = Tool {
    name: "SheetJS",
    kinds: &[("saved again", Effect::Same), ("visible values copied into a new workbook", Effect::Same)],
    run: sheetjs,
};

/// Lets a program do all its kinds of edit, and judges what is read of each.
pub fn edited(tool: &Tool, bases: &[Base]) -> Vec<Row> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut jobs = String::new();
    for (place, base) in bases.iter().enumerate() {
        let source = folder.path().join(format!("{place}.xlsx"));
        std::fs::write(&source, &base.bytes).expect("written");
        let desk = Desk::open(base);
        for (number, (kind, _)) in tool.kinds.iter().enumerate() {
            jobs.push_str(&job(&desk, kind, &source, &target(folder.path(), place, number)));
        }
    }
    std::fs::write(folder.path().join("jobs"), &jobs).expect("written");
    finished((tool.run)(folder.path(), "jobs"), tool.name);
    let judged = |(number, (kind, effect)): (usize, &(&str, Effect))| {
        let mut outcome = Outcome::default();
        for (place, base) in bases.iter().enumerate() {
            let bytes = std::fs::read(target(folder.path(), place, number)).expect("saved");
            outcome.add(judge(base, &bytes, &expected(base, *effect)));
        }
        Row { group: tool.name.to_owned(), name: (*kind).to_owned(), outcome }
    };
    tool.kinds.iter().enumerate().map(judged).collect()
}

/// Returns saved by LibreOffice as OpenDocument files and those again as workbooks.
pub fn through_ods(bases: &[Base]) -> Vec<Row> {
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> =
        (0..bases.len()).map(|place| folder.path().join(format!("{place}.xlsx"))).collect();
    for (file, base) in files.iter().zip(bases) {
        std::fs::write(file, &base.bytes).expect("written");
    }
    let open = converted(folder.path(), &files, "ods", "open");
    let back = converted(folder.path(), &open, "xlsx", "back");
    let mut outcome = Outcome::default();
    for (file, base) in back.iter().zip(bases) {
        let bytes = std::fs::read(file).expect("saved");
        outcome.add(judge(base, &bytes, &expected(base, Effect::Loose)));
    }
    vec![Row { group: "LibreOffice".to_owned(), name: "saved again, by way of ods".to_owned(), outcome }]
}

/// How many of the returns that were only saved again came back whole: so many kinds of so many.
pub fn round_trips(rows: &[Row]) -> (usize, usize) {
    let saved: Vec<&Row> = rows.iter().filter(|row| row.name.starts_with("saved again")).collect();
    let whole = |row: &&&Row| {
        let it = &row.outcome;
        it.asked + it.missing + it.refused + it.wrong.len() == 0
    };
    (saved.iter().filter(whole).count(), saved.len())
}

fn target(folder: &Path, place: usize, number: usize) -> PathBuf {
    folder.join(format!("{place}-{number}.xlsx"))
}

/// A line that says what to do to which file, and where its main sheet's questions stand.
fn job(desk: &Desk<'_>, kind: &str, source: &Path, target: &Path) -> String {
    let sheet = &desk.package.sheets()[desk.main];
    let (first, last, key) = (desk.heading + 2, desk.last() + 1, desk.key + 1);
    format!("{kind}\t{}\t{}\t{sheet}\t{first}\t{last}\t{key}\n", source.display(), target.display())
}

fn expected(base: &Base, effect: Effect) -> Expected {
    let mut desk = Desk::open(base);
    match effect {
        Effect::Same => {}
        Effect::Loose => desk.expected.spaces = Spaces::Lost,
        Effect::TwoGone => {
            let deleted = [desk.heading + 2, desk.heading + 3];
            for (question, _) in desk.here() {
                let rows = desk.rows_of(&question.id);
                match rows.iter().filter(|row| deleted.contains(row)).count() {
                    0 => {}
                    lost if lost == rows.len() => desk.gone(question),
                    _ => desk.asked(question),
                }
            }
        }
    }
    desk.expected
}

fn finished(mut command: Command, name: &str) {
    let output = command.output().unwrap_or_else(|error| panic!("{name} does not start: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
}

fn script(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("written");
    path
}

/// Debian's Python, or the one that is named.
fn openpyxl(folder: &Path, jobs: &str) -> Command {
    let python = std::env::var("ATTEST_CORPUS_PYTHON").unwrap_or_else(|_| "/usr/bin/python3".to_owned());
    let mut command = Command::new(python);
    command.arg(script(folder, "kinds.py", include_str!("scripts/openpyxl_kinds.py"))).arg(folder.join(jobs));
    command
}

fn exceljs(folder: &Path, jobs: &str) -> Command {
    node(script(folder, "exceljs.cjs", include_str!("scripts/exceljs_kinds.cjs")), folder.join(jobs))
}

fn sheetjs(folder: &Path, jobs: &str) -> Command {
    node(script(folder, "sheetjs.cjs", include_str!("scripts/sheetjs_kinds.cjs")), folder.join(jobs))
}

/// Node with the packages in the folder that is named.
fn node(script: PathBuf, jobs: PathBuf) -> Command {
    let packages = std::env::var("ATTEST_CORPUS_NODE").expect("make corpus says where the packages are");
    let mut command = Command::new("node");
    command.env("NODE_PATH", packages).arg(script).arg(jobs);
    command
}

/// LibreOffice with a profile of its own, in which the macro stands.
fn office(folder: &Path, jobs: &str) -> Command {
    // The first start writes its own list of macros, over any that is there.
    let mut first = headless(folder);
    first.arg("--terminate_after_init");
    finished(first, "LibreOffice");
    let basic = folder.join("profile/user/basic");
    std::fs::create_dir_all(basic.join("Standard")).expect("a folder");
    let put = |name: &str, text: &str| std::fs::write(basic.join(name), text).expect("written");
    put("script.xlc", LIBRARIES);
    put("Standard/script.xlb", LIBRARY);
    let code = super::package::escaped(include_str!("scripts/office_kinds.bas"));
    put(
        "Standard/Module1.xba",
        &format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Module1\" script:language=\"StarBasic\">{code}</script:module>"
        ),
    );
    let mut command = headless(folder);
    command.env("ATTEST_JOBS", folder.join(jobs)).arg("macro:///Standard.Module1.Run");
    command
}

fn headless(folder: &Path) -> Command {
    let mut command = Command::new("soffice");
    command.arg("--headless").arg("--norestore");
    command.arg(format!("-env:UserInstallation=file://{}/profile", folder.display()));
    command
}

fn converted(folder: &Path, files: &[PathBuf], to: &str, into: &str) -> Vec<PathBuf> {
    let out = folder.join(into);
    let mut command = headless(folder);
    command.args(["--convert-to", to, "--outdir"]).arg(&out).args(files);
    finished(command, "LibreOffice");
    files.iter().map(|file| out.join(file.file_name().expect("a name")).with_extension(to)).collect()
}

const LIBRARIES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>"#;

const LIBRARY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>"#;
