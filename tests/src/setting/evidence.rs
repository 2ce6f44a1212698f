//! Evidence: one item for many answers, stale on its review date, frozen where it was signed; each step undone by one.

use attest::error::Kind;
use attest::store::Operation;
use attest::submission::{self, State};
use serde_json::{Value, json};

use super::desk::Desk;

/// The audit comes into a state by the road that signing takes.
pub fn put_state(desk: &Desk, state: State) {
    desk.session
        .file(|file| {
            let current = submission::current(file.reader())?;
            file.transact(Operation::fence("test.state"), "", |tx| {
                submission::put_state(tx, current.id, state, "")
            })
        })
        .expect("the state is put");
}

fn minutes(review: &str) -> Value {
    json!({
        "title": "Governors\u{2019} minutes", "place": "Shared drive, Governance", "owner": "Clerk",
        "dated": "2026-11-19", "review": review, "questions": ["school.a2", "school.a1", "school.a2"],
    })
}

fn saved(desk: &Desk, review: &str) -> (String, Value) {
    let view = desk.told("evidence.save", minutes(review));
    (view["items"][0]["id"].as_str().expect("an id").to_owned(), view)
}

#[test]
fn one_item_backs_many_answers_and_stands_beside_each() {
    let desk = Desk::begun();
    let (id, view) = saved(&desk, "2027-09-01");
    let numbers: Vec<&Value> =
        view["items"][0]["questions"].as_array().expect("links").iter().map(|one| &one["number"]).collect();
    assert_eq!(numbers, ["A1", "A2"], "each once, in the order printed");
    let question = desk.told("answer.flag", json!({"question": "school.a1", "flag": true}));
    assert_eq!(question["evidence_items"][0]["id"], id.as_str());
    let without = desk.told("evidence.unlink", json!({"id": id, "question": "school.a1"}));
    assert_eq!(without["evidence_items"], json!([]));
    let with = desk.told("evidence.link", json!({"id": id, "question": "school.b1"}));
    assert_eq!(with["evidence_items"][0]["title"], "Governors\u{2019} minutes");
}

#[test]
fn an_item_is_good_until_the_end_of_its_review_date() {
    let desk = Desk::begun();
    assert_eq!(saved(&desk, "2027-01-11").1["stale"], 0);
    let (id, view) = saved(&desk, "2027-01-10");
    assert_eq!(view["stale"], 1);
    let stale = |view: &Value| {
        view["items"].as_array().expect("items").iter().filter(|it| it["stale"] == true).count()
    };
    assert_eq!(stale(&view), 1);
    let first = view["items"].as_array().expect("items").iter().find(|it| it["stale"] == true).expect("one");
    let retired = desk.told("evidence.retire", json!({"id": first["id"]}));
    assert_eq!((retired["stale"].clone(), stale(&retired)), (json!(0), 0), "what is not used is not stale");
    assert!(retired["items"].as_array().expect("items").iter().any(|it| it["retired"] == "2027-01-11"));
    desk.told("evidence.restore", json!({"id": first["id"]}));
    assert!(!id.is_empty());
}

#[test]
fn what_is_rated_at_target_without_an_item_is_listed() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.rate("school.b1", "met");
    desk.rate("school.c1", "partly");
    let (id, view) = saved(&desk, "2027-09-01");
    let unbacked = |view: &Value| -> Vec<String> {
        let lines = view["unbacked"].as_array().expect("lines").clone();
        lines.iter().map(|line| line["number"].as_str().expect("a number").to_owned()).collect()
    };
    assert_eq!(unbacked(&view), ["B1"]);
    assert_eq!(unbacked(&desk.told("evidence.retire", json!({"id": id}))), ["A1", "B1"]);
}

#[test]
fn an_item_behind_an_answer_is_the_evidence_that_its_level_asks_for() {
    let desk = Desk::begun();
    assert_eq!(desk.rate("school.a1", "met")["gaps"].as_array().expect("gaps").len(), 1);
    let (id, _) = saved(&desk, "2027-09-01");
    assert_eq!(desk.rate("school.a1", "met")["gaps"], json!([]));
    desk.told("evidence.retire", json!({"id": id}));
    assert_eq!(
        desk.rate("school.a1", "met")["gaps"].as_array().expect("gaps").len(),
        1,
        "it is no longer used"
    );
}

#[test]
fn each_step_is_one_operation_that_undo_takes_back() {
    let desk = Desk::begun();
    let before = desk.told("evidence.list", json!({}));
    let (id, _) = saved(&desk, "2027-09-01");
    desk.told("evidence.link", json!({"id": id, "question": "school.b1"}));
    desk.told("evidence.unlink", json!({"id": id, "question": "school.a1"}));
    desk.told("evidence.retire", json!({"id": id}));
    desk.told("evidence.restore", json!({"id": id}));
    let names = ["evidence.restore", "evidence.retire", "evidence.unlink", "evidence.link", "evidence.save"];
    for name in names {
        assert_eq!(desk.told("file.undo", json!({}))["name"], name);
    }
    assert_eq!(desk.told("evidence.list", json!({})), before);
    for name in names.iter().rev() {
        assert_eq!(desk.told("file.redo", json!({}))["name"], *name);
    }
    assert_eq!(
        desk.told("evidence.list", json!({}))["items"][0]["questions"].as_array().expect("links").len(),
        2
    );
}

#[test]
fn what_was_signed_stays_and_a_review_date_goes_on() {
    let desk = Desk::begun();
    let (id, _) = saved(&desk, "2027-01-10");
    put_state(&desk, State::Signing);
    let mut changed = minutes("2027-01-10");
    changed["id"] = json!(id);
    changed["title"] = json!("Other minutes");
    for (name, input) in [
        ("evidence.save", changed.clone()),
        ("evidence.save", minutes("2027-09-01")),
        ("evidence.link", json!({"id": id, "question": "school.b1"})),
        ("evidence.unlink", json!({"id": id, "question": "school.a1"})),
        ("evidence.retire", json!({"id": id})),
    ] {
        assert_eq!(desk.refused(name, input).kind, Kind::State, "{name}");
    }
    changed["title"] = minutes("")["title"].clone();
    changed["review"] = json!("2028-01-10");
    assert_eq!(desk.told("evidence.save", changed)["stale"], 0, "looked at again between rounds");
    put_state(&desk, State::Received);
    assert_eq!(desk.refused("evidence.retire", json!({"id": id})).kind, Kind::Missing);
}

#[test]
fn wrong_items_are_refused_with_a_sentence() {
    let desk = Desk::begun();
    let nobody = "00000000-0000-7000-8000-000000000000";
    for (name, input) in [
        ("evidence.save", json!({"title": " \n"})),
        ("evidence.save", json!({"title": "x".repeat(501)})),
        ("evidence.save", json!({"title": "x", "place": "x".repeat(32_768)})),
        ("evidence.save", json!({"title": "x", "dated": "31/02/2027"})),
        ("evidence.save", json!({"title": "x", "questions": ["school.zz9"]})),
        ("evidence.save", json!({"title": "x", "id": nobody})),
        ("evidence.link", json!({"id": nobody, "question": "school.a1"})),
        ("evidence.retire", json!({"id": nobody})),
    ] {
        let failure = desk.refused(name, input);
        assert!(matches!(failure.kind, Kind::Input | Kind::Missing), "{name}: {}", failure.message);
        assert!(failure.message.ends_with('.') && !failure.hint.is_empty(), "{}", failure.message);
    }
    assert_eq!(desk.told("evidence.list", json!({}))["items"], json!([]));
}
