//! The way back: a workbook beside the file, place by place; all, some or none taken, as one step of undo; parts, locks
//! and workbooks that were sent.

use attest::submission::merge;
use attest::template::QuestionId;
use attest::workbook::{self, Return, Templates};
use serde_json::{Value, json};

use super::desk::Desk;
use crate::command_line::{program, said};

const NAME: &str = "Example-Primary-School_123456_2026-27_r1_DRAFT.xlsx";

/// An audit with some answers whose return has been written.
fn sent() -> Desk {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.write("school.a1", "note", "Annual report");
    desk.rate("school.a2", "mostly");
    desk.told("return.write", json!({}));
    desk
}

/// Changes a workbook of the folder as a colleague would.
fn changed(desk: &Desk, name: &str, change: impl FnOnce(&mut Return)) {
    let path = desk.folder.path().join(name);
    let bytes = std::fs::read(&path).expect("it was written");
    let mut found = workbook::read(&bytes, &Templates::default()).expect("it is ours").value;
    change(&mut found.returned);
    let written = workbook::write(&found.returned, &found.template).expect("written");
    std::fs::write(path, written.value).expect("saved");
}

fn answer<'r>(returned: &'r mut Return, question: &str) -> &'r mut attest::submission::Answer {
    let id = QuestionId::from(question);
    returned.answers.iter_mut().find(|answer| answer.question == id).expect("it is asked")
}

fn looked(desk: &Desk, name: &str) -> Value {
    desk.pick(name);
    desk.told("return.choose", json!({}))
}

fn keys(view: &Value) -> Vec<(String, bool)> {
    let lines = view["lines"].as_array().expect("lines");
    lines.iter().map(|line| (line["key"].as_str().unwrap_or("").to_owned(), line["clash"] == true)).collect()
}

fn question(desk: &Desk, id: &str) -> Value {
    let standards = desk.home()["standards"].as_array().expect("standards").clone();
    for standard in standards {
        let shown = desk.told("standard.show", json!({"standard": standard["id"]}));
        for one in shown["questions"].as_array().expect("questions") {
            if one["id"] == id {
                return one.clone();
            }
        }
    }
    panic!("{id} is not asked")
}

#[test]
fn only_what_the_workbook_changed_is_shown_and_what_both_changed_is_asked() {
    let desk = sent();
    changed(&desk, NAME, |returned| {
        answer(returned, "school.a2").value = Some("met".to_owned());
        answer(returned, "school.a1").note = "Annual report and minutes".to_owned();
        answer(returned, "school.c1").note = "New here".to_owned();
    });
    desk.write("school.a1", "note", "Termly report");
    let view = looked(&desk, NAME);
    let expected = [
        ("answer/school.a1/note", true),
        ("answer/school.a2/value", false),
        ("answer/school.c1/note", false),
    ];
    assert_eq!(keys(&view), expected.map(|(key, clash)| (key.to_owned(), clash)));
    let clash = &view["lines"][0];
    assert_eq!(clash["before"]["text"], "Termly report");
    assert_eq!(
        (&clash["base"]["text"], &clash["theirs"]["text"]),
        (&json!("Annual report"), &json!("Annual report and minutes"))
    );
    assert!(clash["place"].as_str().expect("a place").contains("row"), "{clash}");
    assert_eq!(view["based"], true);
    assert_eq!(
        question(&desk, "school.a2")["answer"]["value"],
        "mostly",
        "nothing is taken before it is chosen"
    );
}

#[test]
fn some_are_taken_as_one_step_and_undone_as_one() {
    let desk = sent();
    changed(&desk, NAME, |returned| {
        answer(returned, "school.a2").value = Some("met".to_owned());
        answer(returned, "school.a1").note = "Theirs".to_owned();
        answer(returned, "school.c1").value = Some("met".to_owned());
    });
    desk.write("school.a1", "note", "Mine");
    looked(&desk, NAME);
    let taken = desk.told(
        "return.take",
        json!({"theirs": ["answer/school.a2/value"], "both": ["answer/school.a1/note"]}),
    );
    let left: Vec<String> = keys(&taken).into_iter().map(|(key, _)| key).collect();
    assert_eq!(left, ["answer/school.a1/note", "answer/school.c1/value"]);
    assert_eq!(question(&desk, "school.a2")["answer"]["value"], "met");
    assert_eq!(question(&desk, "school.a1")["answer"]["note"], "Mine\n\nTheirs");
    assert_eq!(desk.told("file.undo", json!({}))["name"], "return.take");
    assert_eq!(question(&desk, "school.a2")["answer"]["value"], "mostly");
    assert_eq!(question(&desk, "school.a1")["answer"]["note"], "Mine");
}

#[test]
fn a_choice_that_no_longer_stands_is_refused() {
    let desk = sent();
    changed(&desk, NAME, |returned| answer(returned, "school.a2").value = Some("met".to_owned()));
    looked(&desk, NAME);
    desk.rate("school.a2", "met");
    let refused = desk.refused("return.take", json!({"theirs": ["answer/school.a2/value"]}));
    assert!(refused.message.contains("changed since") && !refused.hint.is_empty());
}

#[test]
fn a_workbook_of_another_setting_is_refused_with_both_names() {
    let desk = sent();
    changed(&desk, NAME, |returned| {
        returned.identity.submission = uuid::Uuid::from_u128(7);
        returned.setting = "Sampleton Infant School".to_owned();
        returned.identifiers.insert("urn".to_owned(), "999999".to_owned());
    });
    desk.pick(NAME);
    let refused = desk.refused("return.choose", json!({}));
    assert!(refused.message.contains("Sampleton Infant School"), "{}", refused.message);
    assert!(refused.message.contains("Example Primary School"), "{}", refused.message);
    assert_eq!(desk.told("return.compare", json!({})), Value::Null, "it is not kept");
}

#[test]
fn a_section_is_out_until_it_is_back_and_is_no_revision() {
    let desk = sent();
    let list = desk.told("share.list", json!({}));
    let standard = list["standards"][0]["id"].clone();
    let written =
        desk.told("share.write", json!({"standards": [standard], "to": "Sam Sample", "by": "2027-01-20"}));
    let name = written["name"].as_str().expect("a name").to_owned();
    assert!(name.contains("Section") && written["sentence"].as_str().expect("said").contains("Sam Sample"));
    assert_eq!(desk.told("send.show", json!({}))["revision"], 2, "a section is no revision of the return");
    desk.write("school.a2", "note", "Written meanwhile");
    changed(&desk, &name, |returned| {
        answer(returned, "school.a1").value = Some("mostly".to_owned());
        answer(returned, "school.a2").area = "To be done".to_owned();
    });
    let view = looked(&desk, &name);
    assert_eq!((&view["kind"], &view["to"]), (&json!("section"), &json!("Sam Sample")));
    assert!(keys(&view).iter().all(|(_, clash)| !clash), "{view}");
    let all: Vec<String> = keys(&view).into_iter().map(|(key, _)| key).collect();
    desk.told("return.take", json!({"theirs": all}));
    assert_eq!(question(&desk, "school.a2")["answer"]["note"], "Written meanwhile");
    let list = desk.told("share.list", json!({}));
    assert_eq!(list["shares"][0]["back"], "2027-01-11");
}

#[test]
fn questions_sent_back_stand_beside_the_answers_until_they_are_looked_at() {
    let desk = sent();
    let bytes = std::fs::read(desk.folder.path().join(NAME)).expect("it was written");
    let found = workbook::read(&bytes, &Templates::default()).expect("ours").value;
    let doubts = [(QuestionId::from("school.a1"), "The report is not named.".to_owned())];
    let back = workbook::fix_back(&found.returned, &found.template, &doubts).expect("written");
    std::fs::write(desk.folder.path().join("back.xlsx"), back).expect("saved");
    let view = looked(&desk, "back.xlsx");
    assert_eq!((&view["kind"], view["lines"].as_array().map(Vec::len)), (&json!("fix_back"), Some(0)));
    assert_eq!(view["sent_back"][0]["reason"], "The report is not named.");
    desk.told("return.note_questions", json!({}));
    assert_eq!(question(&desk, "school.a1")["sent_back"], "The report is not named.");
    desk.told("sent_back.settle", json!({"question": "school.a1"}));
    assert_eq!(question(&desk, "school.a1")["sent_back"], Value::Null);
    assert_eq!(desk.told("send.show", json!({}))["revision"], 2, "the corrected return is the next revision");
}

#[test]
fn a_return_under_a_passphrase_is_read_back_with_it_alone() {
    let desk = sent();
    let locked = desk.told("return.write_locked", json!({}));
    let name = locked["written"]["name"].as_str().expect("a name").to_owned();
    let passphrase = locked["passphrase"].as_str().expect("a passphrase").to_owned();
    let history = desk.told("file.history", json!({})).to_string();
    assert!(!history.contains(&passphrase), "the passphrase is kept nowhere");
    let view = looked(&desk, &name);
    assert_eq!(view["locked"], true);
    let refused = desk.refused("return.unlock", json!({"password": "one-two-three"}));
    assert!(refused.message.contains("does not open"), "{}", refused.message);
    let view = desk.told("return.unlock", json!({"password": passphrase}));
    assert_eq!((&view["locked"], view["lines"].as_array().map(Vec::len)), (&json!(false), Some(0)));
}

#[test]
fn an_audit_begins_from_a_workbook_that_was_sent_and_answers_its_issue() {
    let desk = sent();
    let issue = uuid::Uuid::from_u128(9);
    changed(&desk, NAME, |returned| {
        returned.identity.issue = Some(issue);
        returned.setting = "Sampleton Infant School".to_owned();
        returned.calendar.return_to = "returns@sampleton.example".to_owned();
    });
    let bytes = std::fs::read(desk.folder.path().join(NAME)).expect("it is there");
    let before = workbook::read(&bytes, &Templates::default()).expect("ours").value.returned;
    desk.told("file.close", json!({}));
    desk.pick(NAME);
    let seen = desk.told("start.read_workbook", json!({}));
    assert_eq!((&seen["setting"], &seen["issued"]), (&json!("Sampleton Infant School"), &json!(true)));
    let home = desk.told("start.begin_from_workbook", json!({}));
    assert_eq!(home["round"]["return_to"], "returns@sampleton.example");
    assert_eq!(question(&desk, "school.a1")["answer"]["value"], "met");
    let written = desk.told("return.write", json!({}));
    let path = desk.folder.path().join(written["name"].as_str().expect("a name"));
    let bytes = std::fs::read(path).expect("written");
    let after = workbook::read(&bytes, &Templates::default()).expect("ours").value.returned;
    assert_eq!(after.identity.submission, before.identity.submission);
    assert_eq!(after.identity.issue, Some(issue));
    let merged = merge::merge(None, &before.content(), &after.content());
    assert!(merged.clashes.is_empty(), "{merged:?}");
}

#[test]
fn the_program_sets_a_workbook_beside_a_file_and_takes_it_in() {
    let desk = sent();
    changed(&desk, NAME, |returned| answer(returned, "school.a2").value = Some("met".to_owned()));
    desk.told("file.close", json!({}));
    let (home, file) = (desk.folder.path(), "Example-Primary-School_2026-27.attest");
    let shown = program(home, &["return", "read", NAME, "--into", file]);
    assert_eq!(shown.status.code(), Some(1), "{}", said(&shown));
    assert!(said(&shown).contains("[waits] A2, value: Mostly met \u{2192} Met"), "{}", said(&shown));
    let taken = program(home, &["--json", "return", "read", NAME, "--into", file, "--take", "clear"]);
    assert_eq!(taken.status.code(), Some(0), "{}", said(&taken));
    let again = program(home, &["return", "read", NAME, "--into", file]);
    assert!(said(&again).contains("0 differ from the file"), "{}", said(&again));
}
