//! Challenges: what governors asked and how it was answered, also while they sign.

use attest::error::Kind;
use attest::submission::State;
use serde_json::{Value, json};

use super::desk::Desk;
use super::evidence::put_state;

fn asked() -> Value {
    json!({"question": "school.a1", "asked_by": "Chair of governors", "role": "Chair", "text": "How do we know?", "on": "2027-01-08"})
}

#[test]
fn a_challenge_and_its_reply_stand_beside_the_question() {
    let desk = Desk::begun();
    desk.told("challenge.save", json!({"asked_by": "Vice-chair", "text": "What worries you most?"}));
    let lines = desk.told("challenge.save", asked());
    assert_eq!(lines.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&lines[0]["number"], &lines[1]["number"], &lines[1]["on"]),
        (&json!("A1"), &Value::Null, &json!("2027-01-11")),
        "by day"
    );
    let id = &lines[0]["id"];
    let replied = desk
        .told("challenge.reply", json!({"id": id, "reply": "By sampling each term.", "replied_by": "DSL"}));
    assert_eq!(replied[0]["replied_on"], "2027-01-11");
    let question = desk.rate("school.a1", "met");
    assert_eq!(question["challenges"].as_array().map(Vec::len), Some(1));
    assert_eq!(question["challenges"][0]["reply"], "By sampling each term.");
    let back = desk.told("challenge.reply", json!({"id": id, "reply": " ", "replied_by": "DSL"}));
    assert_eq!((&back[0]["replied_on"], &back[0]["replied_by"]), (&Value::Null, &json!("")));
    assert_eq!(desk.told("file.undo", json!({}))["name"], "challenge.reply");
    assert_eq!(desk.told("challenge.remove", json!({"id": id})).as_array().map(Vec::len), Some(1));
}

#[test]
fn governors_challenge_while_they_sign_but_not_a_return_that_came_in() {
    let desk = Desk::begun();
    put_state(&desk, State::Signing);
    let lines = desk.told("challenge.save", asked());
    put_state(&desk, State::SignedOff);
    desk.told(
        "challenge.reply",
        json!({"id": lines[0]["id"], "reply": "It is planned.", "replied_by": "Head"}),
    );
    put_state(&desk, State::Accepted);
    assert_eq!(desk.refused("challenge.save", asked()).kind, Kind::State);
}

#[test]
fn wrong_challenges_are_refused_with_a_sentence() {
    let desk = Desk::begun();
    let nobody = "00000000-0000-7000-8000-000000000000";
    for (name, input) in [
        ("challenge.save", json!({"asked_by": " ", "text": "Why?"})),
        ("challenge.save", json!({"asked_by": "Chair", "text": " \n"})),
        ("challenge.save", json!({"asked_by": "Chair", "text": "x".repeat(32_768)})),
        ("challenge.save", json!({"asked_by": "Chair", "text": "x", "question": "school.zz9"})),
        ("challenge.save", json!({"asked_by": "Chair", "text": "x", "on": "yesterday"})),
        ("challenge.reply", json!({"id": nobody, "reply": "x"})),
        ("challenge.remove", json!({"id": nobody})),
    ] {
        let failure = desk.refused(name, input);
        assert!(failure.message.ends_with('.') && !failure.message.contains(nobody), "{}", failure.message);
    }
}
