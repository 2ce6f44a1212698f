//! A next year in a changed version of the tool: the preview of 2026 after the school audit of 2025; and copying
//! between the schools of one file.

use attest::round::NewRound;
use attest::submission::SubmissionId;
use attest::submission::next::next_audit;
use serde_json::{Value, json};

use super::desk::Desk;

/// Last year's answers to questions that stayed, were reworded, split, merged and dropped; evidence and actions on them.
fn changed() -> Desk {
    let desk = Desk::begun();
    desk.told("home.facts", json!({"facts": {"extended": "yes"}}));
    for question in ["school.a1", "school.b12", "school.h10", "school.i5", "school.i6"] {
        desk.rate(question, "met");
        desk.write(question, "note", &format!("What shows {question}."));
    }
    let shown = json!({"title": "Visitors\u{2019} book", "place": "Office", "owner": "", "dated": null, "review": null,
        "questions": ["school.h10", "school.i5", "school.b12"]});
    desk.told("evidence.save", shown);
    let to_do = |title: &str, state: &str| json!({"title": title, "owner": "Head", "due": null, "state": state, "outcome": "", "questions": ["school.i6"]});
    desk.told("action.save", to_do("Still to do", "open"));
    desk.told("action.save", to_do("Done long ago", "done"));
    let first = desk.home()["submission"].clone();
    desk.world.pass(60);
    // A preview is not offered for a real audit, so it is gone on to without the command.
    let preview = attest::template::library::find("school@2026.0").expect("it ships");
    let first = first.as_str().and_then(|id| id.parse().ok()).map(SubmissionId).expect("an id");
    let round = NewRound { label: "2027/28".to_owned(), ..NewRound::default() };
    let begun = desk.session.file(|file| next_audit(file, first, preview, &round)).expect("gone on");
    desk.told("audit.choose", json!({"submission": begun}));
    desk
}

fn question(desk: &Desk, id: &str) -> Value {
    let letter = id.trim_start_matches("school.").chars().next().expect("a letter");
    let standard = desk.told("standard.show", json!({"standard": format!("school.{letter}")}));
    let questions = standard["questions"].as_array().expect("questions").clone();
    questions.into_iter().find(|question| question["id"] == id).expect("it is asked")
}

#[test]
fn a_changed_version_carries_what_it_may_and_says_what_changed() {
    let desk = changed();
    let home = desk.home();
    assert_eq!(
        (home["progress"]["answered"].clone(), home["progress"]["opened"].clone()),
        (json!(0), json!(0))
    );
    let split = question(&desk, "school.h11");
    assert_eq!(
        (split["answer"]["value"].clone(), split["carried_how"].clone()),
        (Value::Null, json!("split"))
    );
    assert_eq!(split["last_round"]["label"], "Met");
    assert_eq!(split["evidence_items"][0]["title"], "Visitors\u{2019} book");
    let merged = question(&desk, "school.i11");
    assert_eq!(merged["answer"]["note"], "What shows school.i5.\n\nWhat shows school.i6.");
    assert_eq!(
        (merged["last_round"]["label"].clone(), merged["last_round"]["how"].clone()),
        (json!("Met"), json!("merged"))
    );
    let actions: Vec<&Value> =
        merged["actions"].as_array().expect("actions").iter().map(|one| &one["title"]).collect();
    assert_eq!(actions, [&json!("Still to do")]);
    let changes = desk.told("changes.show", json!({}));
    let rows = changes["rows"].as_array().expect("rows");
    let dropped = rows.iter().find(|row| row["change"] == "dropped").expect("one was dropped");
    assert_eq!((dropped["answered_before"].clone(), dropped["now"].clone()), (json!(true), json!([])));
    assert!(rows.iter().all(|row| row["change"] != "same") && changes["counts"]["merged"] == 1);
    let rated = desk.rate("school.h11", "partly");
    assert_eq!(
        (rated["answer"]["carried_from"].clone(), rated["answer"]["note"].clone()),
        (Value::Null, json!("What shows school.h10."))
    );
}

#[test]
fn chosen_answers_are_copied_to_another_school_to_be_confirmed_there() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.write("school.a1", "note", "The trust\u{2019}s policy.");
    desk.rate("school.a2", "partly");
    let first = desk.home()["submission"].clone();
    desk.world.pass(60);
    let home = desk.told(
        "audit.add_setting",
        json!({"template": "school@2025.1", "name": "Sampleton Infant School", "kind": "school", "identifiers": {}, "round_label": "2026/27"}),
    );
    let second = home["submission"].clone();
    desk.rate("school.a2", "met");
    let copy = |what: &str| {
        let questions = ["school.a1", "school.a2", "school.a3"];
        desk.told("audit.copy", json!({"from": first, "to": second, "questions": questions, "what": what}))
    };
    assert_eq!(copy("texts"), json!({"copied": 1, "skipped": ["school.a2", "school.a3"]}));
    assert_eq!(question(&desk, "school.a1")["answer"]["value"], Value::Null);
    assert_eq!(copy("all")["copied"], 1, "what waits to be confirmed may be laid over");
    let copied = question(&desk, "school.a1");
    assert_eq!(copied["answer"]["carried_from"], "Example Primary School");
    assert_eq!((copied["carried_how"].clone(), copied["last_round"].clone()), (Value::Null, Value::Null));
    assert_eq!(desk.home()["to_confirm"], json!({"same": 0, "others": 1}), "not to be confirmed together");
    assert_eq!(desk.home()["progress"]["answered"], 1);
    let view = desk.told("audit.compare", json!({"submissions": [first, second]}));
    let row = view["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["question"] == "school.a2")
        .expect("a row");
    let labels: Vec<&Value> =
        row["cells"].as_array().expect("cells").iter().map(|cell| &cell["label"]).collect();
    assert_eq!(labels, [&json!("Partly met"), &json!("Met")]);
    assert!(
        desk.refused("audit.copy", json!({"from": first, "to": first, "questions": [], "what": "all"}))
            .message
            .contains("already")
    );
    assert!(desk.refused("audit.compare", json!({"submissions": []})).message.contains("Between one"));
}
