//! The next year: last year's answers come along unconfirmed, stand beside the question for good, and are no progress.

use serde_json::{Value, json};

use super::desk::Desk;

/// A desk at which one year was answered in part and the next has been begun.
fn second_year() -> (Desk, Value) {
    let desk = Desk::begun();
    desk.told("home.facts", json!({"facts": {"boarding": "yes"}}));
    desk.rate("school.a1", "met");
    desk.write("school.a1", "note", "Minutes of the board.");
    desk.rate("school.a2", "partly");
    desk.write("school.a3", "note", "Only a text.");
    let first = desk.home()["submission"].clone();
    desk.world.pass(60);
    let home = desk.told("audit.next_year", next(&first));
    (desk, home)
}

fn next(first: &Value) -> Value {
    json!({
        "submission": first, "template": "school@2025.1", "round_label": "2027/28",
        "governors": "2028-01-13", "due": "2028-02-01",
    })
}

fn question(desk: &Desk, id: &str) -> Value {
    let standard = desk.told("standard.show", json!({"standard": "school.a"}));
    let questions = standard["questions"].as_array().expect("questions").clone();
    questions.into_iter().find(|question| question["id"] == id).expect("it is asked")
}

#[test]
fn what_is_carried_is_no_progress_until_it_is_confirmed() {
    let (desk, home) = second_year();
    assert_eq!(home["earlier"]["round"], "2026/27");
    assert_eq!(home["progress"]["answered"], 0);
    assert_eq!(home["progress"]["opened"], 0, "carried texts have not been opened here");
    assert_eq!(home["to_confirm"], json!({"same": 2, "others": 1}));
    assert_eq!(home["setting"]["facts"]["boarding"], "yes", "facts come along");
    let carried = question(&desk, "school.a1");
    assert_eq!(carried["answer"]["value"], "met");
    assert_eq!(carried["answer"]["carried_from"], "2026/27");
    assert_eq!(carried["carried_how"], "same");
    let confirmed = desk.told("answer.confirm", json!({"question": "school.a1"}));
    assert_eq!(confirmed["answer"]["carried_from"], Value::Null);
    assert_eq!(confirmed["last_round"]["label"], "Met", "last round stays beside it");
    assert_eq!(confirmed["last_round"]["note"], "Minutes of the board.");
    assert_eq!(desk.home()["progress"]["answered"], 1);
    let again = desk.refused("answer.confirm", json!({"question": "school.a1"}));
    assert!(again.message.contains("nothing to confirm"), "{}", again.message);
    let text_alone = desk.refused("answer.confirm", json!({"question": "school.a3"}));
    assert!(text_alone.message.contains("only texts"), "{}", text_alone.message);
}

#[test]
fn unchanged_answers_are_confirmed_together_and_that_is_one_step() {
    let (desk, _) = second_year();
    let none = desk.told("answer.confirm_same", json!({"standard": "school.c"}));
    assert_eq!(none["confirmed"], 0);
    assert_eq!(desk.told("answer.confirm_same", json!({}))["confirmed"], 2);
    assert_eq!(desk.home()["to_confirm"], json!({"same": 0, "others": 1}));
    desk.told("file.undo", json!({}));
    assert_eq!(desk.home()["to_confirm"], json!({"same": 2, "others": 1}));
    assert!(
        desk.refused("answer.confirm_same", json!({"standard": "school.zz"})).message.contains("no standard")
    );
}

#[test]
fn another_rating_this_year_leaves_last_years_beside_it() {
    let (desk, _) = second_year();
    let rated = desk.rate("school.a2", "met");
    assert_eq!(rated["answer"]["carried_from"], Value::Null);
    assert_eq!(rated["last_round"]["label"], "Partly met");
    assert_eq!(rated["last_round"]["meaning"], "partly");
    let past = desk.told("answer.history", json!({"question": "school.a2"}));
    let shown: Vec<Value> = past
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| json!([line["step"], line["what"], line["before"], line["after"]]))
        .collect();
    assert_eq!(
        json!(shown),
        json!([
            ["answer.rate", "carried_from", "2026/27", null],
            ["answer.rate", "value", "Partly met", "Met"],
            ["audit.next_year", "carried_from", null, "2026/27"],
            ["audit.next_year", "value", null, "Partly met"],
        ])
    );
}

#[test]
fn a_year_is_gone_on_from_once_and_with_a_label_of_its_own() {
    let (desk, home) = second_year();
    let first = home["earlier"]["submission"].clone();
    let twice = desk.refused(
        "audit.next_year",
        json!({"submission": first, "template": "school@2025.1", "round_label": "2028/29"}),
    );
    assert!(twice.message.contains("2027/28 already goes on"), "{}", twice.message);
    let same = desk.refused(
        "audit.next_year",
        json!({"submission": home["submission"], "template": "school@2025.1", "round_label": "2027/28"}),
    );
    assert!(same.message.contains("already an audit 2027/28"), "{}", same.message);
    assert!(
        desk.refused(
            "audit.next_year",
            json!({"submission": first, "template": "school@1", "round_label": "x"})
        )
        .message
        .contains("no template")
    );
    let lines = desk.told("audit.list", json!({}));
    let shown: Vec<Value> = lines
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| json!([line["round"], line["current"], line["latest"]]))
        .collect();
    assert_eq!(json!(shown), json!([["2027/28", true, true], ["2026/27", false, false]]));
}

#[test]
fn nothing_changed_in_the_same_version() {
    let (desk, _) = second_year();
    let changes = desk.told("changes.show", json!({}));
    assert_eq!(changes["earlier_round"], "2026/27");
    assert_eq!(changes["rows"], json!([]));
    assert!(changes["counts"]["same"].as_u64().is_some_and(|same| same > 80));
}

#[test]
fn a_word_is_found_wherever_it_stands() {
    let (desk, _) = second_year();
    let hits = desk.told("search.find", json!({"text": "MINUTES of the"}));
    let hit =
        hits.as_array().expect("hits").iter().find(|hit| hit["kind"] == "note").expect("in the note").clone();
    assert_eq!(hit["question"], "school.a1");
    assert_eq!(
        (hit["before"].clone(), hit["match"].clone(), hit["after"].clone()),
        (json!(""), json!("Minutes of the"), json!(" board."))
    );
    desk.told(
        "evidence.save",
        json!({ "id": null, "title": "Gate log", "place": "Office", "owner": "",
        "dated": null, "review": null, "questions": ["school.a1"] }),
    );
    let hits = desk.told("search.find", json!({"text": "gate LOG"}));
    assert_eq!((&hits[0]["kind"], &hits[0]["match"]), (&json!("evidence"), &json!("Gate log")));
    assert_eq!(desk.told("search.find", json!({"text": " "})), json!([]));
    assert!(desk.refused("search.find", json!({"text": "x".repeat(201)})).message.contains("too long"));
}
