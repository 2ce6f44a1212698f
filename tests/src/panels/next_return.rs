//! What was agreed at a panel comes back with the next return: a year later, in another round, done before it was begun.

use serde_json::{Value, json};

use super::session::{people, planned};
use crate::gateway::seat::Seat;

/// A session held with an action agreed; its feedback file in `letters`.
fn agreed() -> (Seat, Value, String) {
    let (seat, id) = planned();
    people(&seat, &id, "");
    for (title, question) in [("Date the policy", json!("school.a1")), ("Ask the pupils", json!(null))] {
        let action = json!({
            "session": id, "question": question, "title": title, "owner": "DSL", "by_whom": "setting",
            "due": "2027-03-01",
        });
        seat.done("panel.action", action);
    }
    seat.done("panel.hold", json!({ "session": id }));
    std::fs::create_dir_all(seat.path("letters")).expect("made");
    seat.next_dialog("letters");
    seat.done("panel.letters", json!({ "sessions": [id] }));
    assert_eq!(seat.ended()["state"], "done");
    let names = std::fs::read_dir(seat.path("letters")).expect("read");
    let names = names.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let feedback = names.into_iter().find(|name| name.contains("Feedback")).expect("a feedback file");
    (seat, id, format!("letters/{feedback}"))
}

#[test]
fn progress_of_agreed_actions_comes_back_with_the_next_years_return() {
    let (seat, id, feedback) = agreed();
    let school = seat.beside("Robin School");
    school.begin_setting("school.attest");
    school.next_dialog(&feedback);
    assert_eq!(school.done("feedback.take", json!({}))["taken"].as_array().map(Vec::len), Some(2));
    let plan = school.done("action.list", json!({}));
    for line in plan["actions"].as_array().expect("a plan") {
        let state = if line["title"] == "Date the policy" { "done" } else { "under_way" };
        school.done("action.review", json!({ "id": line["id"], "state": state, "note": "Seen to." }));
    }
    let audits = school.done("audit.list", json!({}));
    let submission = audits[0]["submission"].clone();
    school.done(
        "audit.next_year",
        json!({ "submission": submission, "template": "school@2025.1", "round_label": "2027/28" }),
    );
    school.next_dialog("next.xlsx");
    school.done("return.write", json!({}));

    let from = seat.done("round.show", json!({}))["round"]["id"].clone();
    seat.done(
        "round.add",
        json!({ "label": "2027/28", "template": "school@2025.1", "due": null, "from": from }),
    );
    seat.next_dialog("next.xlsx");
    seat.done("intake.files", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let rows = seat.done("return.list", json!({}));
    let waits = rows.as_array().expect("rows").iter().find(|row| row["state"] == "received");
    let row = waits.unwrap_or_else(|| panic!("{rows} {}", seat.done("needs.list", json!({}))));
    seat.done("return.accept", json!({ "submissions": [row["submission"]] }));
    let view = seat.done("panel.show", json!({ "session": id }));
    let told: Vec<Value> = view["actions"]
        .as_array()
        .expect("actions")
        .iter()
        .map(|one| json!([one["title"], one["progress"], one["progress_round"]]))
        .collect();
    for wanted in
        [json!(["Date the policy", "done", "2027/28"]), json!(["Ask the pupils", "under_way", "2027/28"])]
    {
        assert!(told.contains(&wanted), "{told:?}");
    }
}
