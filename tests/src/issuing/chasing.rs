//! Letters in one run, what was said, more time, a step higher; each dated, and taken back by undo.

use serde_json::{Value, json};

use super::ground::{files, issue, school, seat};
use crate::gateway::seat::Seat;

fn line(view: &Value, name: &str) -> Value {
    let lines = view["lines"].as_array().cloned().unwrap_or_default();
    lines.into_iter().find(|line| line["name"] == name).unwrap_or_default()
}

fn letters(seat: &Seat, kind: &str, settings: Value) -> Value {
    std::fs::create_dir_all(seat.path("letters")).expect("made");
    seat.next_dialog("letters");
    seat.done("chase.letters", json!({ "kind": kind, "settings": settings }));
    seat.ended()
}

#[test]
fn one_run_writes_a_letter_each_with_one_sheet_and_is_one_step_of_undo() {
    let seat = seat();
    issue(&seat, "out");
    let both = json!([school(&seat, "Example Primary School"), school(&seat, "Plain Nursery")]);
    let job = letters(&seat, "reminder", both);
    assert_eq!(job["state"], "done", "{job}");
    let names = files(&seat, "letters");
    assert_eq!(names.iter().filter(|name| name.ends_with(".docx")).count(), 2);
    assert!(
        names.contains(&"100001_Example-Primary-School_reminder_2026-11-21.docx".to_owned()),
        "{names:?}"
    );
    assert!(names.iter().any(|name| name == "Mail-merge_reminder_2026-11-21.csv"));
    let view = seat.done("chase.show", json!({}));
    let line_of = line(&view, "Plain Nursery");
    assert_eq!((&line_of["reminders"], &line_of["last"]["what"]), (&json!(1), &json!("reminder")));
    assert_eq!(line(&view, "Sampleton High")["reminders"], json!(0));
    seat.done("file.undo", json!({}));
    assert_eq!(line(&seat.done("chase.show", json!({})), "Plain Nursery")["reminders"], json!(0));
}

#[test]
fn a_letter_is_worded_as_the_partnership_wants_and_a_stranger_name_is_refused() {
    let seat = seat();
    let worded =
        json!({ "kind": "reminder", "name": "First reminder", "subject": "{name}", "text": "Due {due}." });
    seat.done("wording.save", worded);
    let setting = school(&seat, "Sampleton High");
    let letter = seat.done("wording.show", json!({ "kind": "reminder", "setting": setting }));
    assert_eq!(letter["title"], "Sampleton High");
    assert_eq!(letter["sections"][0]["blocks"][0]["content"], "Due Friday 18 December 2026.");
    let failure = seat.refused(
        "wording.save",
        json!({ "kind": "head", "name": "Head", "subject": "x", "text": "Dear {nobody}" }),
    );
    assert!(failure.message.contains("{nobody}") && failure.hint.contains("{name}"), "{failure:?}");
    seat.done("wording.reset", json!({ "kind": "reminder" }));
    let ours = seat.done("wording.list", json!({}));
    assert!(
        ours["wordings"].as_array().is_some_and(|all| all.iter().all(|one| one["ours"] == true)),
        "{ours}"
    );
}

#[test]
fn more_time_moves_the_date_on_the_register_and_stands_in_the_history() {
    let seat = seat();
    let setting = school(&seat, "Sampleton High");
    let more = |reason: &str| json!({ "settings": [setting], "until": "2027-01-15", "reason": reason });
    assert!(seat.refused("chase.extend", more(" ")).message.contains("reason"));
    seat.done("chase.extend", more("The governors meet in January."));
    let view = seat.done("chase.show", json!({}));
    let one = line(&view, "Sampleton High");
    assert_eq!((&one["due"], &one["extended_to"]), (&json!("2027-01-15"), &json!("2027-01-15")));
    let past = seat.done("chase.history", json!({ "setting": setting }));
    assert_eq!((&past[0]["what"], &past[0]["until"]), (&json!("extension"), &json!("2027-01-15")), "{past}");
    seat.done("file.undo", json!({}));
    assert_eq!(line(&seat.done("chase.show", json!({})), "Sampleton High")["extended_to"], json!(null));
}

#[test]
fn it_goes_up_step_by_step_as_the_partnership_calls_them() {
    let seat = seat();
    let setting = school(&seat, "Sampleton High");
    seat.done(
        "chase.spoken",
        json!({ "setting": setting, "note": "The head will call back.", "on": "2026-11-20" }),
    );
    let failure =
        seat.refused("chase.spoken", json!({ "setting": setting, "note": "x", "on": "2026-11-22" }));
    assert!(failure.message.contains("still to come"), "{failure:?}");
    seat.done("chase.escalate", json!({ "settings": [setting], "rung": "chair", "note": "No answer." }));
    letters(&seat, "executive", json!([setting]));
    let view = seat.done("chase.show", json!({}));
    assert_eq!(line(&view, "Sampleton High")["escalated"], "Executive");
    let past = seat.done("chase.history", json!({ "setting": setting }));
    let steps: Vec<&str> =
        past.as_array().into_iter().flatten().filter_map(|one| one["what"].as_str()).collect();
    assert_eq!(steps, ["escalated", "escalated", "spoken"]);
}

#[test]
fn who_is_not_asked_is_not_chased() {
    let seat = seat();
    let setting = school(&seat, "Sampleton High");
    seat.done("register.exempt", json!({ "setting": setting, "reason": "Closed." }));
    for (name, input) in [
        ("chase.spoken", json!({ "setting": setting, "note": "x" })),
        ("chase.letters", json!({ "kind": "reminder", "settings": [setting] })),
        ("chase.letters", json!({ "kind": "reminder", "settings": [] })),
        ("chase.escalate", json!({ "settings": [setting], "rung": "head" })),
    ] {
        let failure = seat.refused(name, input);
        assert!(!failure.hint.is_empty(), "{name}: {failure:?}");
    }
    assert_eq!(line(&seat.done("chase.show", json!({})), "Sampleton High"), Value::Null);
}
