//! A partnership's round by the program alone: register, issue, intake. People and programs are told the same counts,
//! each end has the exit status that the help names, and a run that was killed goes on.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use attest::workbook::{self, Templates};
use serde_json::{Value, json};

use crate::command_line::{program, said};
use crate::gateway::seat::Seat;
use crate::register::ground::{School, national, school};

const SCHOOLS: usize = 6;

/// A folder with a partnership's new file, and a list of six open schools and a closed one.
fn ground() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let seat = Seat::new();
    seat.next_dialog("partnership.attest");
    let new =
        json!({ "name": "Sampleton Partnership", "round_label": "2026/27", "template": "school@2025.1" });
    seat.done("start.new_partnership", new);
    seat.done("file.close", json!({}));
    let file = folder.path().join("partnership.attest");
    std::fs::copy(seat.path("partnership.attest"), &file).expect("copied");
    std::fs::write(folder.path().join("list.csv"), list(Standing::Open)).expect("written");
    (folder, file.to_string_lossy().into_owned())
}

/// The list, in which the first school stands as is said, and one that closed long ago.
fn list(first: Standing) -> Vec<u8> {
    let mut schools: Vec<School> =
        (100_001..).take(SCHOOLS).map(|urn| school(urn, &format!("Example School {urn}"))).collect();
    schools[0].open = matches!(first, Standing::Open);
    schools.push(School { open: false, ..school(100_099, "Gone School") });
    national(&schools, 3)
}

enum Standing {
    Open,
    Closed,
}

/// Runs for programs: the exit status, and what was said.
fn asked(home: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = program(home, &[&["--json"], arguments].concat());
    let value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", said(&output)));
    (output.status.code(), value)
}

/// Runs for people: the exit status, and what was said.
fn told(home: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = program(home, arguments);
    (output.status.code(), said(&output))
}

fn registered(home: &Path, file: &str) {
    let (code, value) = asked(home, &["register", "import", file, "list.csv", "--yes"]);
    assert_eq!((code, &value["taken"]["changes"]), (Some(0), &json!(SCHOOLS)), "{value}");
}

/// Begins a run, kills it once something is seen or after a while, and says whether it was still at work.
fn killed(home: &Path, arguments: &[&str], seen: impl Fn() -> bool) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_attest-under-test"))
        .env("XDG_DATA_HOME", home.join("home"))
        .env("HOME", home.join("home"))
        .env("LOCALAPPDATA", home.join("home"))
        .current_dir(home)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    for _ in 0..2_000 {
        if seen() || child.try_wait().expect("it can be asked").is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let at_work = child.try_wait().expect("it can be asked").is_none();
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    at_work
}

fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    // One that a kill left half written beside its place has another ending.
    let named = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("1000") && name.ends_with(".xlsx")
    };
    let mut found: Vec<PathBuf> = entries.filter(named).collect();
    found.sort();
    found
}

#[test]
fn a_list_says_the_same_to_people_and_to_programs_and_ends_with_1_where_something_is_left_to_decide() {
    let (folder, file) = ground();
    let home = folder.path();
    let (code, value) = asked(home, &["register", "import", &file, "list.csv"]);
    let counts =
        |value: &Value| ["rows", "chosen", "on_register", "left"].map(|it| value[it].as_u64().unwrap_or(999));
    assert_eq!((code, counts(&value), &value["taken"]), (Some(0), [7, 6, 0, 0], &Value::Null), "{value}");
    let (code, text) = told(home, &["register", "import", &file, "list.csv"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("7 settings read, 6 chosen, 0 on the register."), "{text}");
    assert!(text.contains("6 changes, 0 of them left for you to decide. Nothing was changed"), "{text}");
    registered(home, &file);
    let (code, text) = told(home, &["register", "import", &file, "list.csv", "--yes"]);
    assert!(code == Some(0) && text.contains("Nothing differs from the register."), "{text}");

    // A school that has closed since is for a person to decide, in either voice.
    std::fs::write(home.join("list.csv"), list(Standing::Closed)).expect("written");
    let (code, value) = asked(home, &["register", "import", &file, "list.csv", "--yes"]);
    let (left, taken) = (value["left"].as_u64().expect("a count"), &value["taken"]);
    let again = program(home, &["register", "import", &file, "list.csv"]);
    let kinds: Vec<&str> =
        value["changes"].as_array().expect("a list").iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!((code, kinds.len()), (Some(i32::from(left > 0)), 1), "{value}");
    assert_eq!(
        taken["expected"].as_u64().map(|it| it + taken["exempt"].as_u64().unwrap_or(0)),
        Some(6),
        "{value}"
    );
    assert_eq!(again.status.code(), Some(i32::from(left > 0)), "{}", said(&again));

    let (code, text) = told(home, &["register", "import", &file, "list.csv", "--la", "Nowhere"]);
    assert!(code == Some(2) && text.contains("Nowhere"), "{text}");
    assert_eq!(told(home, &["register", "import", &file, "none.csv"]).0, Some(2));
}

#[test]
fn an_issue_that_was_killed_goes_on_and_ends_with_0_once_everybody_has_a_workbook() {
    let (folder, file) = ground();
    let home = folder.path();
    registered(home, &file);
    let issue = ["issue", &file, "out"];
    let (code, text) = told(home, &issue);
    assert!(code == Some(2) && text.contains("reviewed"), "an audit tool that nobody reviewed: {text}");
    let issue = [&issue[..], &["--unreviewed"]].concat();
    let out = home.join("out");
    killed(home, &issue, || !workbooks(&out).is_empty());
    let before: Vec<(PathBuf, Vec<u8>)> = whole(&out);
    let (code, value) = asked(home, &issue);
    assert_eq!(
        (code, &value["issued"], &value["expected"], &value["waiting"]),
        (Some(0), &json!(SCHOOLS), &json!(SCHOOLS), &json!(0)),
        "{value}"
    );
    assert_eq!(whole(&out).len(), SCHOOLS, "each has one, and each can be read");
    for (path, bytes) in before {
        let submission = |bytes: &[u8]| {
            workbook::read(bytes, &Templates::default()).expect("read").value.returned.identity.submission
        };
        assert_eq!(
            submission(&bytes),
            submission(&std::fs::read(&path).expect("there")),
            "{}",
            path.display()
        );
    }
    let (code, text) = told(home, &issue);
    assert!(code == Some(0) && text.contains("6 of 6 asked to return have a workbook."), "{text}");
    let (code, text) = told(home, &["issue", &file, "out", "--only", "999999", "--unreviewed"]);
    assert!(code == Some(2) && text.contains("999999"), "{text}");
    let one = asked(home, &["issue", &file, "one", "--only", "100002", "--unreviewed"]);
    assert_eq!((one.0, workbooks(&home.join("one")).len()), (Some(0), 1), "{}", one.1);
}

/// The workbooks of a folder that can be read.
fn whole(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |path: PathBuf| std::fs::read(&path).ok().map(|bytes| (path, bytes));
    workbooks(folder)
        .into_iter()
        .filter_map(read)
        .filter(|(_, bytes)| workbook::read(bytes, &Templates::default()).is_ok())
        .collect()
}

/// Fills in two answers of each workbook, as schools would, into the folder of what came.
fn returned(home: &Path) {
    std::fs::create_dir_all(home.join("in")).expect("made");
    for (path, bytes) in whole(&home.join("out")) {
        let mut found = workbook::read(&bytes, &Templates::default()).expect("ours").value;
        let met = found.template.scales[0].levels[0].code.0.clone();
        for answer in found.returned.answers.iter_mut().take(2) {
            answer.value = Some(met.clone());
        }
        let written = workbook::write(&found.returned, &found.template).expect("written").value;
        std::fs::write(home.join("in").join(path.file_name().expect("a name")), written).expect("saved");
    }
}

#[test]
fn an_intake_that_was_killed_goes_on_and_says_the_same_to_people_and_to_programs() {
    let (folder, file) = ground();
    let home = folder.path();
    registered(home, &file);
    assert_eq!(told(home, &["issue", &file, "out", "--unreviewed"]).0, Some(0));
    returned(home);
    let undisturbed = home.join("copy.attest");
    std::fs::copy(&file, &undisturbed).expect("copied");
    let (code, value) = asked(home, &["intake", &undisturbed.to_string_lossy(), "in"]);
    let counts = |value: &Value| ["files", "to_look_at"].map(|it| value[it].as_u64().unwrap_or(999));
    assert_eq!((code, counts(&value)), (Some(0), [6, 0]), "{value}");
    assert_eq!(value["verdicts"], json!([["clean", 6]]));

    let owner = PathBuf::from(format!("{file}-owner"));
    let mut at_work = 0;
    for moment in 0..3 {
        let pause = || std::thread::sleep(Duration::from_millis(40 * moment));
        let seen = || {
            owner.exists() && {
                pause();
                true
            }
        };
        at_work += u32::from(killed(home, &["intake", &file, "in"], seen));
    }
    assert!(at_work > 0, "no run was killed at its work");
    let (code, text) = told(home, &["intake", &file, "in"]);
    assert!(code == Some(0) && text.contains("6 files: 6 clean. 0 to look at."), "{text}");
    let digest = |file: &str| asked(home, &["file", "dump", file]).1["digest"].clone();
    assert_eq!(digest(&file), digest(&undisturbed.to_string_lossy()), "nothing twice, nothing lost");

    std::fs::write(home.join("in/letter.xlsx"), "Dear all").expect("written");
    let (code, value) = asked(home, &["intake", &file, "in"]);
    assert_eq!((code, value["to_look_at"].as_u64()), (Some(1), Some(1)), "{value}");
    let (code, text) = told(home, &["intake", &file, "in"]);
    let files = value["files"].as_u64().expect("a count");
    assert!(
        code == Some(1) && text.contains(&format!("{files} files: ")) && text.contains(" 1 to look at."),
        "{text}"
    );
    let (code, text) = told(home, &["intake", &file, "nowhere"]);
    assert!(code == Some(2) && text.contains("not there"), "{text}");
}
