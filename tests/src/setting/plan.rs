//! The plan: actions grow out of answers, go overdue, are reviewed between rounds though the audit is signed.

use attest::error::Kind;
use attest::submission::State;
use serde_json::{Value, json};

use super::desk::Desk;
use super::evidence::put_state;

fn course() -> Value {
    json!({
        "title": "Book refresher training", "owner": "Business manager", "due": "2027-01-10",
        "questions": ["school.c6"],
    })
}

fn saved(desk: &Desk) -> (String, Value) {
    let plan = desk.told("action.save", course());
    (plan["actions"][0]["id"].as_str().expect("an id").to_owned(), plan)
}

#[test]
fn an_action_stands_in_the_plan_and_beside_its_answer() {
    let desk = Desk::begun();
    let (id, plan) = saved(&desk);
    let action = &plan["actions"][0];
    assert_eq!(
        (&action["overdue"], &action["created"], &action["origin"]),
        (&json!(true), &json!("2027-01-11"), &json!("audit"))
    );
    assert_eq!(plan["counts"], json!({"open": 1, "under_way": 0, "done": 0, "dropped": 0, "overdue": 1}));
    let question = desk.rate("school.c6", "partly");
    assert_eq!(question["actions"][0]["title"], "Book refresher training");
    assert_eq!(desk.told("action.unlink", json!({"id": id, "question": "school.c6"}))["actions"], json!([]));
    assert_eq!(
        desk.told("action.link", json!({"id": id, "question": "school.c7"}))["actions"][0]["overdue"],
        true
    );
}

#[test]
fn a_rating_at_target_with_an_overdue_action_is_remarked_at_once() {
    let desk = Desk::begun();
    let (id, _) = saved(&desk);
    let named = |view: &Value| -> Vec<String> {
        view["remarks"]
            .as_array()
            .expect("remarks")
            .iter()
            .map(|one| one["check"].as_str().expect("a check").to_owned())
            .collect()
    };
    assert!(named(&desk.rate("school.c6", "met")).contains(&"met_with_overdue_action".to_owned()));
    desk.told("action.review", json!({"id": id, "state": "done", "note": "Everybody went."}));
    assert!(!named(&desk.rate("school.c6", "met")).contains(&"met_with_overdue_action".to_owned()));
}

#[test]
fn done_has_its_day_and_keeps_it() {
    let desk = Desk::begun();
    let (id, _) = saved(&desk);
    let plan = desk.told("action.review", json!({"id": id, "state": "done", "note": "Everybody went."}));
    assert_eq!(
        (&plan["actions"][0]["done_on"], &plan["actions"][0]["overdue"]),
        (&json!("2027-01-11"), &json!(false))
    );
    assert_eq!(
        plan["actions"][0]["reviews"],
        json!([{"on": "2027-01-11", "who": "Test Person", "state": "done", "note": "Everybody went."}])
    );
    let again =
        desk.told("action.review", json!({"id": id, "state": "under_way", "note": "Two are missing."}));
    assert_eq!(
        (&again["actions"][0]["done_on"], again["actions"][0]["reviews"].as_array().map(Vec::len)),
        (&Value::Null, Some(2))
    );
}

#[test]
fn progress_goes_on_while_what_was_signed_stays() {
    let desk = Desk::begun();
    let (id, _) = saved(&desk);
    put_state(&desk, State::SignedOff);
    let with = |name: &str, value: Value| {
        let mut typed = course();
        typed["id"] = json!(id);
        typed[name] = value;
        typed
    };
    for typed in [
        with("title", json!("Other")),
        with("owner", json!("Other")),
        with("due", json!("2027-05-01")),
        with("questions", json!([])),
    ] {
        let failure = desk.refused("action.save", typed);
        assert_eq!(failure.kind, Kind::State);
        assert!(failure.hint.contains("can still be changed"), "{}", failure.hint);
    }
    for (name, input) in [
        ("action.link", json!({"id": id, "question": "school.c7"})),
        ("action.unlink", json!({"id": id, "question": "school.c6"})),
        ("action.remove", json!({"id": id})),
        ("action.save", course()),
    ] {
        assert_eq!(desk.refused(name, input).kind, Kind::State, "{name}");
    }
    let plan = desk.told("action.save", with("outcome", json!("Two more can act.")));
    assert_eq!(plan["actions"][0]["outcome"], "Two more can act.");
    desk.told("action.review", json!({"id": id, "state": "done", "note": ""}));
    let new = desk.told("action.save", json!({"title": "Came up at the panel"}));
    assert_eq!(new["counts"]["open"], 1, "what grew out of no signed answer is not part of what was signed");
    assert_eq!(desk.told("file.undo", json!({}))["name"], "action.save");
    assert_eq!(desk.told("file.undo", json!({}))["name"], "action.review");
}

#[test]
fn an_action_taken_out_takes_its_reviews_and_comes_back_whole() {
    let desk = Desk::begun();
    let (id, _) = saved(&desk);
    desk.told("action.review", json!({"id": id, "state": "under_way", "note": "Dates asked for."}));
    let before = desk.told("action.list", json!({}));
    assert_eq!(desk.told("action.remove", json!({"id": id}))["actions"], json!([]));
    desk.told("file.undo", json!({}));
    assert_eq!(desk.told("action.list", json!({})), before);
}

#[test]
fn wrong_actions_are_refused_with_a_sentence() {
    let desk = Desk::begun();
    let nobody = "00000000-0000-7000-8000-000000000000";
    for (name, input) in [
        ("action.save", json!({"title": ""})),
        ("action.save", json!({"title": "x".repeat(501)})),
        ("action.save", json!({"title": "x", "due": "soon"})),
        ("action.save", json!({"title": "x", "state": "finished"})),
        ("action.save", json!({"title": "x", "outcome": "x".repeat(32_768)})),
        ("action.save", json!({"title": "x", "questions": ["school.zz9"]})),
        ("action.review", json!({"id": nobody, "state": "done"})),
        ("action.remove", json!({"id": nobody})),
    ] {
        let failure = desk.refused(name, input);
        assert!(failure.message.ends_with('.'), "{}", failure.message);
        assert!(!failure.hint.is_empty(), "{}", failure.message);
    }
}
