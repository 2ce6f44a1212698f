//! Several settings in one file: which are there, which is looked at, and that one's answers are never another's.

use serde_json::{Value, json};

use super::desk::Desk;

fn second() -> Value {
    json!({
        "template": "school@2025.1", "name": "Sampleton Infant School", "kind": "school",
        "identifiers": {"urn": "123457"}, "round_label": "2026/27", "due": "2027-03-01",
    })
}

#[test]
fn a_second_school_has_its_own_answers_and_undo_goes_on() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    let first = desk.home()["submission"].clone();
    desk.world.pass(60);
    let home = desk.told("audit.add_setting", second());
    assert_eq!(home["setting"]["name"], "Sampleton Infant School");
    assert_eq!(home["progress"]["answered"], 0);
    desk.rate("school.a1", "partly");
    desk.rate("school.a2", "met");
    let back = desk.told("audit.choose", json!({"submission": first}));
    assert_eq!(back["setting"]["name"], "Example Primary School");
    assert_eq!(back["progress"]["answered"], 1);
    assert_eq!(desk.rate("school.a3", "met")["answer"]["value"], "met");
    desk.told("file.undo", json!({}));
    desk.told("file.undo", json!({}));
    let lines = desk.told("audit.list", json!({}));
    let shown: Vec<Value> = lines
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| json!([line["name"], line["progress"]["answered"], line["current"], line["latest"]]))
        .collect();
    assert_eq!(
        json!(shown),
        json!([["Example Primary School", 1, true, true], ["Sampleton Infant School", 1, false, true]])
    );
}

#[test]
fn what_is_not_there_cannot_be_chosen() {
    let desk = Desk::begun();
    let nobody = json!({"submission": "00000000-0000-7000-8000-000000000000"});
    assert!(desk.refused("audit.choose", nobody).message.contains("not in this file"));
    let nameless = json!({"template": "school@2025.1", "name": " ", "kind": "school", "identifiers": {}, "round_label": "2026/27"});
    assert!(desk.refused("audit.add_setting", nameless).message.contains("no name"));
    assert_eq!(desk.told("audit.list", json!({})).as_array().expect("lines").len(), 1);
}
