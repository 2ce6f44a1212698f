//! Every command of the setting's side with wrong input: a sentence, never a panic, and nothing changed.

use std::sync::Arc;

use attest::error::Kind;
use attest::store::AuditFile;
use attest::world::FixedWorld;
use serde_json::{Value, json};

use super::desk::Desk;

fn long() -> String {
    "x".repeat(32_768)
}

fn wrong() -> Vec<(&'static str, Value)> {
    let write = |question: &str, field: &str, text: &str| {
        ("answer.write", json!({"question": question, "field": field, "text": text}))
    };
    vec![
        ("answer.rate", json!({"question": "school.zz9", "level": "met"})),
        ("answer.rate", json!({"question": "", "level": "met"})),
        ("answer.rate", json!({"question": "school.a1", "level": "excellent"})),
        ("answer.rate", json!({"question": "school.a1", "level": ""})),
        ("answer.rate", json!({"question": "school.a1", "level": 3})),
        ("answer.rate", json!({})),
        write("school.zz9", "note", "x"),
        write("school.a1", "colour", "x"),
        write("school.a1", "note", &long()),
        write("school.a1", "value", "met"),
        ("answer.flag", json!({"question": "school.zz9", "flag": true})),
        ("answer.flag", json!({"question": "school.a1", "flag": "yes"})),
        ("home.facts", json!({"facts": {"boarding": "perhaps"}})),
        ("home.facts", json!({"facts": {"castle": "yes"}})),
        ("home.facts", json!({"facts": {"boarding": long()}})),
        ("home.dates", json!({"due": "31/02/2027"})),
        ("home.dates", json!({"governors": "0001-01-01"})),
        ("standard.show", json!({"standard": "school.zz"})),
        ("return.write", json!({"path": "elsewhere"})),
    ]
}

#[test]
fn wrong_input_is_refused_with_a_sentence_and_changes_nothing() {
    let desk = Desk::begun();
    let before = desk.home();
    for (name, input) in wrong() {
        let failure = desk.refused(name, input.clone());
        assert!(matches!(failure.kind, Kind::Input | Kind::Missing | Kind::State), "{name} {input}");
        assert!(failure.message.ends_with('.') && failure.message.len() < 300, "{name}: {}", failure.message);
    }
    assert_eq!(desk.home(), before);
}

#[test]
fn a_question_of_a_module_that_is_off_is_not_asked() {
    let desk = Desk::begun();
    desk.told("home.facts", json!({"facts": {"boarding": "yes"}}));
    let home = desk.home();
    let standards = home["standards"].as_array().expect("standards").iter();
    let ids: Vec<String> = standards
        .flat_map(|task| {
            let shown = desk.told("standard.show", json!({"standard": task["id"]}));
            shown["questions"].as_array().expect("questions").clone()
        })
        .map(|question| question["id"].as_str().expect("an id").to_owned())
        .collect();
    desk.told("home.facts", json!({"facts": {"boarding": "no"}}));
    let mut off = 0;
    for id in ids {
        let flag = json!({"question": id, "flag": true});
        if let Err(failure) = attest::api::dispatch(&desk.session, "answer.flag", flag) {
            assert_eq!(failure.kind, Kind::State);
            assert!(failure.message.contains("is not asked of this setting"));
            off += 1;
        }
    }
    assert!(off > 0, "boarding has questions of its own");
}

#[test]
fn without_a_file_every_command_says_so() {
    let desk = Desk::bare();
    for (name, input) in [
        ("home.show", json!({})),
        ("standard.show", json!({"standard": "school.a"})),
        ("answer.rate", json!({"question": "school.a1", "level": "met"})),
        ("return.write", json!({})),
    ] {
        assert_eq!(desk.refused(name, input).message, "No file is open.");
    }
}

#[test]
fn who_comes_second_to_a_file_reads_only() {
    let desk = Desk::begun();
    let path = desk.session.path().expect("a file is open");
    let world = FixedWorld::new("2027-01-11T18:05:00Z".parse().expect("a time"), 12);
    let mut second = AuditFile::open(&path, Arc::new(world)).expect("it can be read");
    let audit = attest::submission::current(second.reader()).expect("the audit is there");
    let question = "school.a1".into();
    let error = attest::submission::answer::rate(&mut second, audit.id, &question, Some("met"))
        .expect_err("somebody else has it");
    assert_eq!(error.kind, Kind::ReadOnly);
    desk.rate("school.a1", "met");
}
