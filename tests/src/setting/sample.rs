//! The sample: two years of a school that does not exist, made afresh whenever it is opened.

use std::sync::Arc;

use attest::api::{Session, dispatch};
use attest::world::FixedWorld;
use serde_json::{Value, json};

use super::desk::{Desk, Nobody};

fn told(session: &Session, name: &str, input: Value) -> Value {
    match dispatch(session, name, input) {
        Ok(reply) => reply.value,
        Err(failure) => panic!("{name}: {}", failure.message),
    }
}

#[test]
fn two_years_stand_in_it_and_opening_it_again_starts_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let world = Arc::new(FixedWorld::new("2026-11-21T12:00:00Z".parse().expect("a time"), 5));
    let preferences = folder.path().join("own/preferences.json");
    let session = Session::with_preferences(world, Arc::new(Nobody), preferences);
    assert_eq!(told(&session, "sample.open", json!({})), json!({"kind": "setting"}));
    let lines = told(&session, "audit.list", json!({}));
    let shown: Vec<Value> = lines
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| json!([line["name"], line["round"], line["state"], line["current"]]))
        .collect();
    let name = "Example Primary School (sample)";
    assert_eq!(
        json!(shown),
        json!([[name, "2026/27", "in_progress", true], [name, "2025/26", "signed_off", false]])
    );
    let home = told(&session, "home.show", json!({}));
    for count in ["open_actions", "overdue_actions", "stale_evidence"] {
        assert!(home[count].as_u64().is_some_and(|count| count > 0), "{count}: {}", home[count]);
    }
    let (same, others) = (home["to_confirm"]["same"].as_u64(), home["to_confirm"]["others"].as_u64());
    assert!(same > Some(20) && others > Some(3), "{same:?} {others:?}");
    assert!(home["progress"]["answered"].as_u64() > Some(20));
    assert!(home["plan"].as_array().expect("steps").iter().all(|step| step["state"] != "late"));
    assert!(told(&session, "changes.show", json!({}))["rows"].as_array().expect("rows").len() > 10);
    let last = told(&session, "audit.choose", json!({"submission": home["earlier"]["submission"]}));
    assert_eq!(
        (last["read_only"].clone(), last["progress"]["answered"].clone()),
        (json!(true), last["progress"]["asked"].clone())
    );
    assert_eq!(
        told(&session, "sign_off.show", json!({}))["matches"],
        true,
        "this year moved nothing of what was signed"
    );
    told(&session, "audit.choose", json!({"submission": home["submission"]}));
    told(&session, "answer.confirm_same", json!({}));
    assert!(dispatch(&session, "sample.open", json!({})).is_ok());
    assert_eq!(told(&session, "home.show", json!({}))["to_confirm"]["same"].as_u64(), same);
}

#[test]
fn without_a_folder_of_its_own_there_is_no_sample() {
    assert!(Desk::bare().refused("sample.open", json!({})).message.contains("no folder"));
}
