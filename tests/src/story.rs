//! The sample partnership: two years in one file, nothing of them empty, and the same from the same seed.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::command_line::{program, said};

/// What an officer looks at without choosing anything, and the lists that must not be empty there.
const SCREENS: [(&str, &[&str]); 22] = [
    ("round.show", &["/settings", "/batches"]),
    ("round.list", &["", "/2"]),
    ("partnership.show", &["/contacts", "/groups", "/agencies"]),
    ("issue.show", &["/lines"]),
    ("return.list", &[""]),
    ("chase.show", &["/lines"]),
    ("signals.show", &["/standards"]),
    ("survey.list", &["/surveys"]),
    ("theme.list", &[""]),
    ("quote.list", &[""]),
    ("finding.list", &[""]),
    ("draw.show", &["/samples", "/picks"]),
    ("panel.list", &["/sessions", "/members"]),
    ("panel.agreement", &["", "/0/rows", "/1/rows"]),
    ("workshop.list", &["/workshops", "/workshops/0/lines", "/workshops/0/challenges"]),
    ("case_audit.list", &["/audits", "/tools"]),
    ("dip_sample.list", &["/samples"]),
    ("programme.show", &["/lines", "/counts/rows"]),
    ("pack.list", &["/rounds", "/given"]),
    ("plan.show", &["/recommendations", "/groups"]),
    ("meeting.list", &["/meetings", "/waiting"]),
    ("report.list", &[""]),
];

fn demo(home: &Path, folder: &str, settings: &str) -> PathBuf {
    let made = program(home, &["--json", "demo", folder, "--settings", settings, "--seed", "31"]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let said: Value = serde_json::from_slice(&made.stdout).expect("it is JSON");
    home.join(said["file"].as_str().expect("a file"))
}

fn call(home: &Path, file: &Path, command: &str, request: &Value) -> Value {
    let answer = program(home, &["--json", "call", &file.to_string_lossy(), command, &request.to_string()]);
    assert_eq!(answer.status.code(), Some(0), "{command}: {}", said(&answer));
    serde_json::from_slice(&answer.stdout).unwrap_or_else(|error| panic!("{command}: {error}"))
}

fn size(value: &Value, place: &str) -> usize {
    value.pointer(place).and_then(Value::as_array).map_or(0, Vec::len)
}

#[test]
fn the_same_seed_makes_the_same_file() {
    let home = tempfile::tempdir().expect("a folder");
    let heads = ["once", "again"].map(|folder| head(home.path(), &demo(home.path(), folder, "3")));
    assert_eq!(heads[0], heads[1]);
}

#[test]
fn every_screen_of_the_sample_tells_something() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let file = demo(home, "demo", "20");
    for (command, lists) in SCREENS {
        let view = call(home, &file, command, &json!({}));
        for list in lists {
            let there = match view.pointer(list) {
                Some(Value::Array(all)) => !all.is_empty(),
                Some(other) => !other.is_null(),
                None => false,
            };
            assert!(there, "{command} has nothing at {list}");
        }
    }
    audits(home, &file);
    merged(home, &file);
}

/// One audit is done, with forms, voices, what was learnt and a briefing; another looks again.
fn audits(home: &Path, file: &Path) {
    let list = call(home, file, "case_audit.list", &json!({}));
    let (again, done) = (&list["audits"][0], &list["audits"][1]);
    assert_eq!((&done["state"], &again["state"]), (&json!("done"), &json!("open")));
    assert_eq!((&done["back"], &done["fed_back"], &again["back"]), (&json!(4), &json!(3), &json!(2)));
    assert_eq!(again["earlier"], done["title"]);
    let view = call(home, file, "case_audit.show", &json!({ "audit": done["id"] }));
    assert_eq!(view["missing"], json!([]));
    for list in ["/points", "/came_of", "/cases", "/cases/0/items", "/came_of/0/actions"] {
        assert!(size(&view, list) > 0, "{list}");
    }
    for case in view["cases"].as_array().expect("cases") {
        assert!(case["voice"].as_str().is_some_and(|voice| !voice.is_empty()), "{case}");
    }
    let paper = json!({ "audit": done["id"], "paper": "briefing", "agency": null, "format": "docx" });
    let briefing = call(home, file, "case_audit.paper_show", &paper);
    assert_eq!(size(&briefing, "/sections"), 7);
    assert!(!briefing.to_string().contains("Nobody has written this point yet"));
}

/// The packs of four neighbours and the own round come together in one report.
fn merged(home: &Path, file: &Path) {
    let packs = call(home, file, "pack.list", &json!({}));
    let section_11 = packs["rounds"].as_array().expect("rounds").iter();
    let rounds: Vec<&Value> =
        section_11.filter(|one| one["family"] == "section11").map(|one| &one["round"]).collect();
    assert_eq!(rounds.len(), 5);
    let report = call(home, file, "merged.show", &json!({ "rounds": rounds })).to_string();
    for told in ["Northsample", "Southpattern", "What reviewers said", "What was found"] {
        assert!(report.contains(told), "{told}");
    }
}

/// The code of the log: that of all that was ever written.
fn head(home: &Path, file: &Path) -> String {
    let verified = program(home, &["--json", "file", "verify", &file.to_string_lossy()]);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
    let told: Value = serde_json::from_slice(&verified.stdout).expect("it is JSON");
    assert_eq!(told["sound"], true);
    told["head"].as_str().expect("a code").to_owned()
}
