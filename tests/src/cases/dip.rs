//! A dip sample from its list of numbers to its counts.

use serde_json::{Value, json};

use super::ground::seat;

fn begun() -> (crate::gateway::seat::Seat, Value) {
    let seat = seat();
    let id = seat.done("dip_sample.begin", json!({ "title": "Threshold guidance" }))["id"].clone();
    let view = seat.done(
        "dip_sample.plan",
        json!({
            "sample": id, "title": "Threshold guidance", "plan": { "on": "2026-11-20", "cases": 3, "lead": "Front door manager" },
            "questions": [{ "text": "Was the threshold applied?" }, { "text": " " }, { "text": "Was the family told?" }],
        }),
    );
    assert_eq!(view["questions"].as_array().map(Vec::len), Some(2), "a blank question is none");
    (seat, id)
}

fn list() -> Vec<String> {
    (1..=12).map(|number| format!("C-{number:03}")).collect()
}

#[test]
fn cases_are_drawn_answered_and_counted() {
    let (seat, id) = begun();
    let draw = |wanted: u32| json!({ "sample": id, "numbers": list(), "wanted": wanted, "seed": "11" });
    assert!(seat.refused("dip_sample.draw", draw(13)).message.contains("cannot be drawn"));
    let view = seat.done("dip_sample.draw", draw(3));
    assert_eq!((&view["drawn"]["same_again"], &view["drawn"]["list"]), (&json!(true), &json!(12)));
    assert!(seat.refused("dip_sample.draw", draw(2)).message.contains("already"));
    assert!(seat.refused("dip_sample.finish", json!({ "sample": id })).message.contains("not answered"));
    let cases = view["cases"].as_array().expect("cases").clone();
    for (case, answer) in cases.iter().zip(["yes", "partly", "not_applicable"]) {
        let said = json!({ "sample": id, "case": case["id"], "answers": { "q1": answer, "q2": "no" }, "note": "Seen." });
        seat.done("dip_sample.answer", said);
    }
    let view = seat.done("dip_sample.finish", json!({ "sample": id }));
    let row: Vec<&str> = view["counts"]["rows"][0]
        .as_array()
        .expect("cells")
        .iter()
        .filter_map(|cell| cell["text"].as_str())
        .collect();
    assert_eq!(row, ["Was the threshold applied?", "1", "1", "0", "1", "0", "2"]);
    seat.next_dialog("dip.xlsx");
    seat.done("dip_sample.paper", json!({ "sample": id, "format": "xlsx" }));
    assert!(seat.path("dip.xlsx").exists());
    let done = seat.done("dip_sample.list", json!({}));
    assert_eq!((&done["samples"][0]["answered"], &done["samples"][0]["state"]), (&json!(3), &json!("done")));
    let more = json!({ "sample": id, "numbers": ["C-900"] });
    assert!(seat.refused("dip_sample.add", more).message.contains("done"));
}

#[test]
fn names_are_refused_and_what_was_answered_stays() {
    let (seat, id) = begun();
    let named = json!({ "sample": id, "numbers": ["C-001", "Ella"], "wanted": 1 });
    assert!(seat.refused("dip_sample.draw", named).message.contains("looks like a name"));
    let twice = json!({ "sample": id, "numbers": ["C-001", "c 001"] });
    assert!(seat.refused("dip_sample.add", twice).message.contains("twice"));
    let view = seat.done("dip_sample.add", json!({ "sample": id, "numbers": ["C-001"] }));
    let case = view["cases"][0]["id"].clone();
    assert_eq!(view["cases"][0]["chosen"], "by_hand");
    let data =
        json!({ "sample": id, "case": case, "answers": {}, "note": "Her NHS number is 943 476 5919." });
    assert!(seat.refused("dip_sample.answer", data).message.contains("personal data"));
    seat.done("dip_sample.answer", json!({ "sample": id, "case": case, "answers": { "q1": "no" } }));
    let less = json!({ "sample": id, "title": "T", "plan": {}, "questions": [{ "id": "q2", "text": "Was the family told?" }] });
    assert!(seat.refused("dip_sample.plan", less).message.contains("answered already"));
    assert!(
        seat.refused("dip_sample.remove_case", json!({ "sample": id, "case": case }))
            .message
            .contains("stays")
    );
    seat.done("file.undo", json!({}));
    seat.done("dip_sample.remove_case", json!({ "sample": id, "case": case }));
    seat.done("dip_sample.remove", json!({ "sample": id }));
}
