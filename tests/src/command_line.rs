//! The command line: how runs end, what programs read of them, and the demonstration by the real program.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use attest::template::toml;
use attest::world::FixedWorld;
use attest_cli::Status;
use serde_json::Value;

/// A run in this process: how it ended, and what it said on both streams.
fn run(arguments: &[&str]) -> (Status, String, String) {
    let world = Arc::new(FixedWorld::new("2026-11-21T12:00:00Z".parse().expect("a time"), 1));
    let arguments = std::iter::once("attest").chain(arguments.iter().copied()).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = attest_cli::run(arguments, world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
    (status, text(out), text(err))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

const SOUND: &str = include_str!("../../audit-templates/school-2025.1.toml");

/// A folder with a sound template, one with three faults, and a letter.
fn folder() -> (tempfile::TempDir, [String; 3]) {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    };
    let unsound =
        SOUND.replacen("version = \"2025.1\"", "", 1).replacen("meaning = \"met\"", "meaning = \"x\"", 1);
    let files = [put("sound.toml", SOUND), put("unsound.toml", &unsound), put("letter.attest", "Dear all")];
    (folder, files)
}

#[test]
fn a_template_is_checked_with_every_fault_and_its_line() {
    let (_folder, [sound, unsound, _]) = folder();
    let (status, out, err) = run(&["template", "check", &sound]);
    assert_eq!((status, err.as_str()), (Status::Done, ""));
    assert!(out.starts_with("school@2025.1 is sound: ") && out.contains("reading age"), "{out}");
    let (status, out, err) = run(&["template", "check", &unsound]);
    assert_eq!((status, err.as_str()), (Status::Problems, ""));
    assert!(
        out.lines().count() >= 2 && out.contains("version") && out.to_lowercase().contains("line"),
        "{out}"
    );

    let (status, out, _) = run(&["--json", "template", "check", &sound]);
    assert_eq!((status, &json(&out)["template"]), (Status::Done, &Value::from("school@2025.1")));
    let (status, out, _) = run(&["template", "check", &unsound, "--json"]);
    assert_eq!((status, &json(&out)["template"]), (Status::Problems, &Value::Null));
    assert!(json(&out)["problems"].as_array().is_some_and(|problems| problems.len() >= 2), "{out}");
}

#[test]
fn a_template_goes_to_excel_and_back_and_shows_its_blank_workbook() {
    let (folder, [sound, _, _]) = folder();
    let real = |arguments: &[&str]| program(folder.path(), arguments);
    let done = |arguments: &[&str]| {
        let output = real(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        said(&output)
    };
    done(&["template", "convert", &sound, "--out", "book.xlsx"]);
    done(&["template", "convert", "book.xlsx", "--out", "back.toml"]);
    let canonical = |path: &Path| toml::write(&toml::read(&std::fs::read_to_string(path).unwrap()).unwrap());
    assert_eq!(canonical(Path::new(&sound)), canonical(&folder.path().join("back.toml")));
    let again = real(&["template", "convert", "book.xlsx", "--out", "back.toml"]);
    assert!(again.status.code() == Some(2) && said(&again).contains("nothing is overwritten"));
    assert!(!done(&["template", "diff", &sound, "book.xlsx"]).contains("reworded"));
    done(&["template", "preview", &sound, "--out", "blank.xlsx", "--yes", "boarding"]);
    assert!(std::fs::metadata(folder.path().join("blank.xlsx")).unwrap().len() > 10_000);
    let unknown = real(&["template", "preview", &sound, "--yes", "boardin"]);
    assert!(unknown.status.code() == Some(2) && said(&unknown).contains("boarding"));
}

#[test]
fn what_cannot_be_done_ends_with_a_sentence_on_the_other_stream() {
    let (folder, [sound, _, letter]) = folder();
    let gone = folder.path().join("gone.xlsx").to_string_lossy().into_owned();
    let cases: [&[&str]; 9] = [
        &["return", "read", &gone],
        &["template", "check", &gone],
        &["analyse", &letter],
        &["analyse", &gone],
        &["file", "verify", &letter],
        &["file", "history", &sound],
        &["return", "write", &letter],
        &["intake", &letter, &gone],
        &["call", &letter, "home.show", "not json"],
    ];
    for arguments in cases {
        let (status, out, err) = run(arguments);
        let said = arguments.join(" ");
        assert_eq!((status, out.as_str()), (Status::Failed, ""), "{said}");
        assert!(err.lines().next().is_some_and(|line| line.ends_with('.')), "{said}: {err}");
        let (status, out, err) = run(&[&["--json"], arguments].concat());
        assert_eq!((status, out.as_str()), (Status::Failed, ""), "{said}");
        let failure = json(&err);
        assert!(failure["message"].is_string() && failure["kind"] != "fault", "{said}: {err}");
    }
    assert_eq!(std::fs::read(&letter).expect("read"), b"Dear all");
}

#[test]
fn wrong_usage_fails_and_help_is_no_failure() {
    for arguments in [&[][..], &["frobnicate"], &["return"], &["return", "read"], &["demo", "--outt", "x"]] {
        let (status, out, err) = run(arguments);
        assert_eq!((status, out.as_str()), (Status::Failed, ""), "{}", arguments.join(" "));
        assert!(err.contains("Usage"), "{err}");
    }
    let (status, out, _) = run(&["--help"]);
    assert!(status == Status::Done && out.contains("analyse"), "{out}");
    assert!(run(&["--version"]).1.starts_with("attest "));
}

#[test]
fn each_end_has_its_own_exit_code() {
    let (folder, [sound, unsound, letter]) = folder();
    for (arguments, code) in [
        (vec!["template", "check", &sound], 0),
        (vec!["template", "check", &unsound], 1),
        (vec!["analyse", &letter], 2),
        (vec!["frobnicate"], 2),
    ] {
        assert_eq!(program(folder.path(), &arguments).status.code(), Some(code), "{}", arguments.join(" "));
    }
}

/// The real program, which keeps its backups in a folder of the test.
pub fn program(home: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_attest-under-test"));
    for name in ["XDG_DATA_HOME", "HOME", "LOCALAPPDATA"] {
        command.env(name, home.join("home"));
    }
    command.current_dir(home).args(arguments).output().expect("the program runs")
}

pub fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// Every file below a folder that ends so.
fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = entries
        .flat_map(|path| if path.is_dir() { below(&path, ending) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|one| one == ending))
        .collect();
    found.sort();
    found
}

#[test]
fn the_sample_partnership_is_sound_its_returns_are_read_and_taken_in_and_it_is_not_made_twice() {
    let home = tempfile::tempdir().expect("a folder");
    let out = home.path().join("demo");
    let make = ["--json", "demo", "demo", "--settings", "3", "--seed", "7"];
    let ran = program(home.path(), &make);
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    let made = json(&String::from_utf8_lossy(&ran.stdout));
    assert_eq!((made["settings"].as_u64(), made["seed"].as_u64()), (Some(3), Some(7)));
    let (files, returns) = (below(&out, "attest"), below(&out.join("returned"), "xlsx"));
    assert_eq!((files.len(), returns.len()), (1, 3), "{}", said(&ran));
    let list = std::fs::read(out.join("register.csv")).expect("the list is there");
    assert!(String::from_utf8_lossy(&list).contains("900001,998"));
    for path in &returns {
        let read = program(home.path(), &["--json", "return", "read", &path.to_string_lossy()]);
        assert_eq!(read.status.code(), Some(0), "{}: {}", path.display(), said(&read));
        let value = json(&String::from_utf8_lossy(&read.stdout));
        assert_eq!(value["template"], "school@2025.1");
        let name = value["return"]["setting"].as_str().expect("a name");
        assert!(path.to_string_lossy().contains(name), "{name} in {}", path.display());
    }
    care_by_the_program(home.path(), &files[0].to_string_lossy(), &out.join("returned").to_string_lossy());
    let again = program(home.path(), &make);
    assert_eq!(again.status.code(), Some(2), "{}", said(&again));
    assert!(said(&again).contains("not empty"), "{}", said(&again));
    assert!(below(&home.path().join("home"), "attest").iter().all(|path| path.starts_with(home.path())));
}

/// Soundness, history, intake and table, each by the program, on the sample's file.
fn care_by_the_program(home: &Path, partnership: &str, returns: &str) {
    let verified = program(home, &["--json", "file", "verify", partnership]);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
    assert_eq!(json(&String::from_utf8_lossy(&verified.stdout))["sound"], true);
    let history = program(home, &["--json", "file", "history", partnership]);
    assert!(json(&String::from_utf8_lossy(&history.stdout)).as_array().is_some_and(|lines| lines.len() > 3));
    let intake = program(home, &["intake", partnership, returns]);
    assert!([Some(0), Some(1)].contains(&intake.status.code()), "{}", said(&intake));
    accept_all(home, partnership);
    let table = program(home, &["--json", "analyse", partnership]);
    assert_eq!(table.status.code(), Some(0), "{}", said(&table));
    assert!(
        json(&String::from_utf8_lossy(&table.stdout))["rows"].as_array().is_some_and(|rows| rows.len() > 3)
    );
    for table in ["questions", "standards_by", "questions_by", "ends", "settings"] {
        let shown = program(home, &["--json", "analyse", partnership, "--table", table, "--by", "status"]);
        assert_eq!(shown.status.code(), Some(0), "{table}: {}", said(&shown));
        assert!(
            json(&String::from_utf8_lossy(&shown.stdout))["rows"].as_array().is_some_and(|it| it.len() > 1)
        );
    }
    let copied = || {
        let history = program(home, &["--json", "file", "history", partnership]);
        String::from_utf8_lossy(&history.stdout).matches("publication.copy").count()
    };
    assert_eq!(copied(), 0, "what officers print is not shared");
    let shared = program(home, &["analyse", partnership, "--share"]);
    assert_eq!((shared.status.code(), copied()), (Some(0), 1), "{}", said(&shared));
    let tables = home.join("tables");
    let folder = tables.to_str().expect("a path");
    let all = program(home, &["analyse", partnership, "--all", "--share", "--out", folder]);
    assert_eq!(all.status.code(), Some(0), "{}", said(&all));
    assert!(tables.join("standards-by.xlsx").is_file() && !tables.join("settings.xlsx").exists());
    let past = program(home, &["analyse", partnership, "--as-at", "2020-01-01", "--table", "questions"]);
    assert!(said(&past).contains("As at 1 January 2020"), "{}", said(&past));
    let today = program(home, &["analyse", partnership, "--as-at", "2020-01-01", "--table", "actions"]);
    assert_eq!(today.status.code(), Some(2), "{}", said(&today));
    assert_eq!(program(home, &["return", "write", partnership]).status.code(), Some(2));
    figures_made_again(home, partnership);
    sheets_for_everybody(home, partnership);
    saved_by_name(home, partnership);
}

/// A return that is in no figure yet has its feedback sheet among the others.
fn sheets_for_everybody(home: &Path, partnership: &str) {
    let listed = program(home, &["--json", "call", partnership, "round.show"]);
    let settings = json(&String::from_utf8_lossy(&listed.stdout))["settings"].clone();
    let came = settings.as_array().expect("settings").iter().filter(|one| one["state"] == "accepted");
    let came: Vec<_> = came.collect();
    let setting = &came.first().expect("one that came")["setting"];
    let exempt = serde_json::json!({ "setting": setting, "reason": "Opened this term." });
    let done = program(home, &["call", partnership, "register.exempt", &exempt.to_string()]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let cut = program(home, &["call", partnership, "register.freeze", "{\"label\":\"Another cut-off\"}"]);
    assert_eq!(cut.status.code(), Some(0), "{}", said(&cut));
    let folder = home.join("sheets");
    let sheets =
        program(home, &["report", partnership, "feedback", "--out", folder.to_str().expect("a path")]);
    assert_eq!(sheets.status.code(), Some(0), "{}", said(&sheets));
    assert!(said(&sheets).contains("1 of them is of a return that is in no figure yet"), "{}", said(&sheets));
    assert_eq!(std::fs::read_dir(&folder).expect("there").count(), 3 * came.len());
}

/// A paper is written, the file goes on, and the figures of the paper come out again.
fn figures_made_again(home: &Path, partnership: &str) {
    let out = home.join("full.html");
    let report = |more: &[&str]| {
        let place = out.to_str().expect("a path");
        let asked = ["report", partnership, "full", "--format", "html", "--out", place];
        program(home, &[&asked[..], more].concat())
    };
    let none = report(&["--again"]);
    assert_eq!(none.status.code(), Some(2), "{}", said(&none));
    assert_eq!(report(&[]).status.code(), Some(0));
    let listed = program(home, &["--json", "call", partnership, "return.list"]);
    let submission = json(&String::from_utf8_lossy(&listed.stdout))[0]["submission"].clone();
    let back =
        serde_json::json!({ "submission": submission, "reason": "One answer is unclear.", "questions": [] });
    let back = program(home, &["call", partnership, "return.send_back", &back.to_string()]);
    assert_eq!(back.status.code(), Some(0), "{}", said(&back));
    let copied = program(home, &["analyse", partnership, "--share"]);
    assert_eq!(
        copied.status.code(),
        Some(2),
        "few differ from what --all --share gave out: {}",
        said(&copied)
    );
    assert!(said(&copied).contains("differs from what was shared before"), "{}", said(&copied));
    let again = report(&["--again"]);
    assert_eq!(again.status.code(), Some(0), "{}", said(&again));
    let page = std::fs::read_to_string(&out).expect("written");
    assert!(
        page.contains("Figures made again as at") && page.contains("Accepted returns from 3 of"),
        "{}",
        page.len()
    );
    for wrong in [&["--again", "nothing"][..], &["--again", "--share"]] {
        assert_eq!(report(wrong).status.code(), Some(2), "{wrong:?}");
    }
    for paper in ["scrutineer", "decisions", "non-return", "response", "handover", "check"] {
        let shared = program(home, &["report", partnership, paper, "--share"]);
        assert_eq!(shared.status.code(), Some(2), "{paper}");
        assert!(said(&shared).contains("cannot be shared"), "{paper}: {}", said(&shared));
    }
}

/// A command that asks where to save is told with `--at`; without it its dialog counts as dismissed.
fn saved_by_name(home: &Path, partnership: &str) {
    let place = home.join("log.pdf");
    let asked = serde_json::json!({ "paper": "non_return", "format": "pdf" }).to_string();
    let call = ["call", partnership, "round_paper.write", &asked];
    assert_eq!(program(home, &call).status.code(), Some(0));
    assert!(!place.exists());
    let written = program(home, &[&call[..], &["--at", place.to_str().expect("a path")]].concat());
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    assert!(std::fs::read(&place).is_ok_and(|bytes| bytes.starts_with(b"%PDF-")));
}

/// Accepts every return that was taken in, by the commands that the window uses.
fn accept_all(home: &Path, partnership: &str) {
    let listed = program(home, &["--json", "call", partnership, "return.list"]);
    let rows = json(&String::from_utf8_lossy(&listed.stdout));
    let ids: Vec<&str> =
        rows.as_array().expect("a list").iter().filter_map(|row| row["submission"].as_str()).collect();
    assert_eq!(ids.len(), 3, "{}", said(&listed));
    let input = serde_json::json!({ "submissions": ids }).to_string();
    let accepted = program(home, &["call", partnership, "return.accept", &input]);
    assert_eq!(accepted.status.code(), Some(0), "{}", said(&accepted));
}
