//! A signed return at the partnership: it matches what was signed, or these answers differ.

use attest::template::{self, Template};
use attest::workbook::{self, Return};
use serde_json::{Value, json};

use crate::gateway::seat::Seat;
use crate::setting::signing::{ready, sign};

fn template() -> &'static Template {
    template::library::find("school@2025.1").expect("it ships")
}

/// A return that everybody has signed, as it is read from its workbook.
fn signed_return() -> (Vec<u8>, Return, String) {
    let desk = ready();
    for step in ["dsl", "headteacher", "board"] {
        sign(&desk, step);
    }
    let written = desk.told("return.write", json!({}));
    let name = written["name"].as_str().expect("a name");
    let bytes = std::fs::read(desk.folder.path().join(name)).expect("saved");
    let read =
        workbook::read(&bytes, &workbook::Templates::of(&[template().clone()])).expect("it is a return");
    let code = desk.told("sign_off.show", json!({}))["code"].as_str().expect("a code").to_owned();
    (bytes, read.value.returned, code)
}

/// What the partnership is shown of a workbook that came in.
fn taken_in(bytes: &[u8]) -> Value {
    let seat = Seat::new();
    std::fs::create_dir_all(seat.path("in")).expect("made");
    std::fs::write(seat.path("in/return.xlsx"), bytes).expect("written");
    seat.begin_partnership("partnership.attest");
    let school = json!({
        "name": "Example School", "kind": "school", "phase": "Primary", "status": "Maintained",
        "locality": "Sampleton", "identifiers": { "urn": "123456" },
    });
    seat.done("register.add", school);
    seat.next_dialog("in");
    seat.done("intake.folder", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let line = seat.done("intake.latest", json!({}))["lines"][0].clone();
    assert!(line["submission"].is_string(), "{line}");
    seat.done("return.show", json!({"submission": line["submission"]}))["sign_off"].clone()
}

#[test]
fn what_was_signed_arrives_as_it_was_signed_and_a_change_on_the_way_is_named() {
    let (bytes, mut returned, code) = signed_return();
    let whole = taken_in(&bytes);
    assert_eq!((&whole["code"], &whole["matches"]), (&json!(code), &json!(true)));
    assert_eq!((&whole["complete"], &whole["differs"]), (&json!(true), &json!([])));
    assert_eq!(whole["signatures"].as_array().map(Vec::len), Some(3));
    assert_eq!(whole["signatures"][2]["minute"], "7.2");

    let answer = returned.answers.iter_mut().find(|answer| answer.question.0 == "school.a1");
    answer.expect("it was answered").note.push_str(" Nobody signed this.");
    let other = workbook::write(&returned, template()).expect("written").value;
    let changed = taken_in(&other);
    assert_eq!((&changed["code"], &changed["matches"]), (&json!(code), &json!(false)));
    assert_eq!(changed["differs"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&changed["differs"][0]["number"], &changed["differs"][0]["what"]),
        (&json!("A1"), &json!("answer"))
    );
}

#[test]
fn a_draft_comes_in_without_a_sign_off() {
    let desk = crate::setting::desk::Desk::begun();
    desk.rate("school.a1", "met");
    let written = desk.told("return.write", json!({}));
    let name = written["name"].as_str().expect("a name");
    assert_eq!(taken_in(&std::fs::read(desk.folder.path().join(name)).expect("saved")), Value::Null);
}

#[test]
fn what_a_child_compared_is_what_the_partnership_would_and_goes_with_the_return() {
    let (bytes, ..) = signed_return();
    let mut child = workbook::Listener::default();
    let answer = child.serve(&[&workbook::ask(), &bytes[..]].concat());
    let found = workbook::hear(&answer, &workbook::Templates::default()).expect("a return").value;
    assert_eq!(found.verified.as_ref().and_then(|seen| seen.matches), Some(true));
    assert_eq!(found.verified, workbook::verified(&found.returned, &found.template));
}
