//! The return: saved whole under a name that survives e-mail, numbered, and no step of undo.

use attest::workbook;
use serde_json::{Value, json};

use super::desk::Desk;

fn returned(desk: &Desk, name: &str) -> workbook::Return {
    let bytes = std::fs::read(desk.folder.path().join(name)).expect("it was saved");
    let template = attest::template::library::find("school@2025.1").expect("it ships");
    let found = workbook::read(&bytes, &workbook::Templates::of(std::slice::from_ref(template)))
        .expect("it is a return");
    found.value.returned
}

#[test]
fn what_was_answered_stands_in_the_workbook_and_every_export_has_its_number() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.write("school.a1", "note", "Annual report \n ");
    let saved = desk.told("return.write", json!({}));
    assert_eq!(saved["name"], "Example-Primary-School_123456_2026-27_r1_DRAFT.xlsx");
    let sentence = saved["sentence"].as_str().expect("a sentence");
    assert!(sentence.contains("Now send it to") && !sentence.contains("submitted"), "{sentence}");
    let first = returned(&desk, "Example-Primary-School_123456_2026-27_r1_DRAFT.xlsx");
    let answer = first.answers.iter().find(|answer| answer.question.0 == "school.a1").expect("answered");
    assert_eq!((answer.value.as_deref(), answer.note.as_str()), (Some("met"), "Annual report"));
    desk.told("return.write", json!({}));
    let second = returned(&desk, "Example-Primary-School_123456_2026-27_r2_DRAFT.xlsx");
    assert_eq!((first.identity.revision, second.identity.revision), (1, 2));
    assert_eq!(first.identity.submission, second.identity.submission);
    assert_ne!(first.identity.export, second.identity.export);
}

#[test]
fn writing_a_return_is_no_fence() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.told("return.write", json!({}));
    assert_eq!(desk.told("file.undo", json!({}))["name"], "answer.rate");
    desk.told("return.write", json!({}));
    assert_eq!(desk.told("file.redo", json!({}))["name"], "answer.rate");
}

#[test]
fn a_return_that_could_not_be_saved_is_not_in_the_history() {
    let desk = Desk::begun();
    desk.save_in(&desk.folder.path().join("no such folder"));
    let failure = desk.refused("return.write", json!({}));
    assert!(failure.message.contains("nothing was written") && !failure.hint.is_empty());
    let history = desk.told("file.history", json!({}));
    let names: Vec<&Value> = history.as_array().expect("lines").iter().map(|line| &line["name"]).collect();
    assert!(!names.contains(&&json!("return.write")), "{names:?}");
    desk.save_in(desk.folder.path());
    let saved = desk.told("return.write", json!({}));
    assert!(saved["sentence"].as_str().expect("a sentence").contains("revision 1"));
}
