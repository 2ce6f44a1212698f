//! Home, standard and question: what has been looked at, how it was rated, what is still asked for.

use serde_json::{Value, json};

use super::desk::Desk;

fn task<'a>(home: &'a Value, id: &str) -> &'a Value {
    let tasks = home["standards"].as_array().expect("standards");
    tasks.iter().find(|task| task["id"] == id).expect("the standard is on the list")
}

#[test]
fn a_new_audit_is_a_list_of_standards_not_started_with_the_days_that_are_left() {
    let home = Desk::begun().home();
    assert_eq!(home["setting"]["name"], "Example Primary School");
    assert_eq!((&home["round"]["days_to_governors"], &home["round"]["days_to_due"]), (&json!(3), &json!(21)));
    assert!(
        home["standards"].as_array().expect("standards").iter().all(|task| task["state"] == "not_started")
    );
    assert_eq!(home["progress"]["answered"], 0);
    assert!(home["progress"]["asked"].as_u64().expect("a count") >= 40);
}

#[test]
fn progress_and_ratings_are_two_measures() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.rate("school.a2", "not_applicable");
    let home = desk.home();
    let task = task(&home, "school.a");
    assert_eq!((&task["state"], &task["progress"]["answered"]), (&json!("incomplete"), &json!(2)));
    assert_eq!((&task["ratings"]["met"], &task["ratings"]["not_applicable"]), (&json!(1), &json!(1)));
    let questions = desk.told("standard.show", json!({"standard": "school.a"}));
    for question in questions["questions"].as_array().expect("questions") {
        let id = question["id"].as_str().expect("an id");
        match (question["levels"][0]["level"]["code"].as_str(), question["kind"].as_str()) {
            (Some(level), _) => desk.rate(id, level),
            (None, Some("date")) => desk.write(id, "value", "2026-09-14"),
            (None, _) => desk.write(id, "value", "3"),
        };
    }
    assert_eq!(self::task(&desk.home(), "school.a")["state"], "done");
}

#[test]
fn a_mark_or_a_note_is_a_beginning() {
    let desk = Desk::begun();
    desk.write("school.b1", "note", "Minutes of the autumn meeting");
    desk.told("answer.flag", json!({"question": "school.b1", "flag": true}));
    let home = desk.home();
    let task = task(&home, "school.b");
    assert_eq!((&task["state"], &task["progress"]["answered"]), (&json!("incomplete"), &json!(0)));
    assert_eq!(home["progress"]["flagged"], 1);
}

#[test]
fn a_level_asks_for_what_belongs_beside_it() {
    let desk = Desk::begun();
    let gaps = |view: &Value| view["gaps"].as_array().expect("gaps").len();
    assert_eq!(gaps(&desk.rate("school.a1", "met")), 1, "evidence");
    assert_eq!(gaps(&desk.write("school.a1", "note", " \n")), 1, "white space is no evidence");
    assert_eq!(gaps(&desk.write("school.a1", "note", "Annual report, shared drive")), 0);
    assert_eq!(gaps(&desk.rate("school.a1", "not_met")), 1, "an area for development");
    assert_eq!(gaps(&desk.rate("school.a1", "not_applicable")), 1, "a reason");
    assert_eq!(gaps(&desk.write("school.a1", "reason", "No pupils yet")), 0);
    assert_eq!(gaps(&desk.told("answer.rate", json!({"question": "school.a1", "level": null}))), 0);
}

#[test]
fn the_digit_of_a_level_follows_the_order_shown_and_not_applicable_is_zero() {
    let desk = Desk::begun();
    let view = desk.rate("school.a1", "met");
    let keys: Vec<_> = view["levels"].as_array().expect("levels").iter().map(|level| &level["key"]).collect();
    assert_eq!(keys, [&json!("1"), &json!("2"), &json!("3"), &json!("4"), &json!("0")]);
    assert!(!view["levels"][0]["looks_like"].as_str().expect("text").is_empty());
    assert_eq!(view["references"][0], "Education Act 2002, section 175");
}

#[test]
fn standards_lead_to_the_next_and_back() {
    let desk = Desk::begun();
    let first = desk.told("standard.show", json!({"standard": "school.a"}));
    assert_eq!(first["previous"], Value::Null);
    let second = desk.told("standard.show", json!({"standard": first["next"]}));
    assert_eq!(second["previous"], "school.a");
}

#[test]
fn a_fact_brings_a_module_and_undo_takes_it_away() {
    let desk = Desk::begun();
    let asked = |home: &Value| home["progress"]["asked"].as_u64().expect("a count");
    let before = asked(&desk.home());
    let with = desk.told("home.facts", json!({"facts": {"boarding": "yes"}}));
    assert!(asked(&with) > before);
    assert_eq!(desk.told("file.undo", json!({}))["name"], "home.facts");
    assert_eq!(asked(&desk.home()), before);
    desk.told("home.dates", json!({"governors": "", "due": "2027-01-10"}));
    let round = &desk.home()["round"];
    assert_eq!((&round["governors"], &round["days_to_due"]), (&Value::Null, &json!(-1)));
    let to = " audits@sampleton.example ";
    desk.told("home.dates", json!({"governors": "", "due": "2027-01-10", "return_to": to}));
    assert_eq!(desk.told("send.show", json!({}))["to"], to.trim());
    desk.told("home.dates", json!({"governors": "", "due": "2027-01-11"}));
    assert_eq!(desk.home()["round"]["return_to"], to.trim(), "what is not said stays");
    let long = json!({"return_to": "x".repeat(301)});
    assert!(desk.refused("home.dates", long).message.contains("300"));
}
