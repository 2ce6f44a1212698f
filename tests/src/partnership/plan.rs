//! The plan as an officer works with it: a theme, a recommendation, actions, two meetings, reply forms, a closed action,
//! the tracker as it stood.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;
use crate::reads::{TestReads, Typed};

/// What each agency typed into its reply form.
fn typed(name: &str) -> &'static [Typed] {
    match name {
        "Health.xlsx" => &[
            (2, 2, "Example Lead"),
            (5, 5, "Done"),
            (5, 6, "All three sessions were held."),
            (5, 7, "Nine of ten know whom to ask."),
        ],
        _other => &[],
    }
}

fn group(seat: &Seat) -> Value {
    let view = seat.done("group.save", json!({ "kind": "subgroup", "name": "Quality Assurance" }));
    view["groups"][0]["id"].clone()
}

fn first_return(seat: &Seat) -> Value {
    seat.done("round.show", json!({}))["settings"][0]["submission"].clone()
}

/// A partnership whose panel found a theme, with a recommendation in answer to it and two actions.
fn planned() -> (Seat, Value, Value) {
    let seat = Seat::reading(Arc::new(TestReads::typing(typed)));
    accepted(&seat);
    let group = group(&seat);
    seat.done(
        "finding.record",
        json!({
            "submission": first_return(&seat), "question": null, "kind": "theme", "text": "Many ask about this.",
            "level": null, "further": { "themes": ["Online harm"] },
        }),
    );
    let raised = seat.done("plan.show", json!({}))["themes"].clone();
    assert_eq!((&raised[0]["name"], &raised[0]["rounds"][0]["findings"]), (&json!("Online harm"), &json!(1)));
    let said = json!({
        "text": "Give every setting a session on online harm.", "source": "panel", "theme": "Online harm",
        "stance": "accepted",
    });
    let view = seat.done("recommendation.save", json!({ "id": null, "said": said }));
    let of = view["recommendations"][0]["id"].clone();
    for (title, due, visibility) in
        [("Hold three sessions", "2026-11-20", "shareable"), ("Write a guide", "2027-03-01", "internal")]
    {
        let said = json!({
            "title": title, "owner": "Training lead", "agency": "Health", "groups": [group], "due": due, "rag": null,
            "visibility": visibility,
        });
        seat.done("plan.save", json!({ "recommendation": of, "id": null, "said": said }));
    }
    (seat, of, group)
}

/// Presses the first cell of a column that opens; gives the names under what counts.
fn opened(seat: &Seat, table: &str, label: &str) -> Vec<String> {
    let view = seat.done("table.show", json!({ "table": table }));
    let columns = view["columns"].as_array().expect("columns");
    let column = columns.iter().position(|one| one["label"] == label).expect("its column");
    let rows = view["rows"].as_array().expect("rows");
    let row = rows.iter().position(|row| row[column]["opens"] == true).expect("a cell that opens");
    let chosen = json!({ "figures": { "table": table }, "row": row, "column": column });
    let behind = seat.done("figure.behind", chosen);
    assert_eq!(
        (&behind["unit"], &behind["lists"][0]["how"]),
        (&json!("items"), &json!("counted")),
        "{table}"
    );
    let lines = behind["lists"][0]["lines"].as_array().expect("lines");
    lines.iter().map(|line| line["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn practice_ratings_and_actions_open_the_returns_behind_them() {
    let (seat, _, group) = planned();
    let of = first_return(&seat);
    let found = |kind: &str, question: Value, level: Value| {
        json!({ "submission": of, "question": question, "kind": kind, "text": "Seen.", "level": level,
            "reason": "Minutes show it.", "agreed": true, "further": {} })
    };
    seat.done("finding.record", found("good_practice", json!(null), json!(null)));
    seat.done("finding.record", found("challenge", json!("school.a1"), json!("not_met")));
    meet(&seat, &group, "2026-11-20");
    for (table, label) in [
        ("good_practice", "Setting"),
        ("self_and_panel", "Own rating"),
        ("self_and_panel", "Panel"),
        ("action_plan", "Source"),
        ("earlier_actions", "Now"),
        ("finding_types", "Findings"),
    ] {
        assert_eq!(opened(&seat, table, label), ["Example Primary School"], "{table}");
    }
}

fn action(seat: &Seat, place: usize) -> Value {
    seat.done("plan.show", json!({}))["recommendations"][0]["actions"][place].clone()
}

fn meet(seat: &Seat, group: &Value, on: &str) -> Value {
    let said = json!({ "group": group, "on": on, "agenda": "The plan\nReplies" });
    let view = seat.done("meeting.save", json!({ "id": null, "said": said }));
    let found = view["meetings"].as_array().expect("meetings").iter().find(|one| one["said"]["on"] == on);
    let id = found.expect("there")["id"].clone();
    seat.done("meeting.hold", json!({ "id": id }));
    id
}

/// All texts of the tracker.
fn tracker(seat: &Seat, meeting: &Value, readers: &str) -> String {
    seat.done("plan.tracker_show", json!({ "meeting": meeting, "readers": readers, "format": "docx" }))
        .to_string()
}

#[test]
fn a_theme_becomes_a_closed_action_and_each_meeting_keeps_the_plan_as_it_stood() {
    let (seat, _, group) = planned();
    let first = action(&seat, 0);
    assert_eq!(
        (&first["reference"], &first["rag"], &first["overdue"]),
        (&json!("A1"), &json!("red"), &json!(true))
    );
    let before = meet(&seat, &group, "2026-11-21");
    let matter = json!({
        "meeting": before, "action": first["id"], "kind": "escalation", "level": "executive",
        "text": "The sessions are late.", "due": "2026-11-21", "replied_on": null,
    });
    let view = seat.done("meeting.matter", json!({ "id": null, "said": matter }));
    assert_eq!(view["waiting"][0]["goes_to"], "Executive");
    assert_eq!(action(&seat, 0)["escalated"]["open"], true);

    std::fs::create_dir_all(seat.path("forms")).expect("made");
    seat.next_dialog("forms/Health.xlsx");
    let written = seat.done("plan.form", json!({ "agency": "Health" }));
    assert!(written["sentence"].as_str().expect("said").contains("send it"), "{written}");
    for (new, known) in [(1, 0), (0, 1)] {
        seat.next_dialog("forms/Health.xlsx");
        let taken = seat.done("plan.replies", json!({}))["taken"][0].clone();
        assert_eq!(
            (&taken["new"], &taken["known"], &taken["agency"]),
            (&json!(new), &json!(known), &json!("Health"))
        );
    }
    let replied = action(&seat, 0);
    assert_eq!(
        (&replied["stage"], &replied["updates"][0]["who"]),
        (&json!("done"), &json!("Example Lead, Health"))
    );
    let refused = seat.refused("plan.update", json!({ "id": first["id"], "stage": "closed" }));
    assert!(refused.message.contains("difference"), "{}", refused.message);
    seat.done(
        "plan.update",
        json!({ "id": first["id"], "stage": "closed", "impact": "Nine of ten know whom to ask." }),
    );

    let reply = json!({
        "meeting": before, "action": first["id"], "kind": "escalation", "level": "executive",
        "text": "The sessions are late.", "due": "2026-11-21", "reply": "Money was found.", "replied_on": null,
    });
    let id = view["waiting"][0]["id"].clone();
    seat.done("meeting.matter", json!({ "id": id, "said": reply }));
    seat.world.pass(60 * 60 * 24 * 30);
    let after = meet(&seat, &group, "2026-12-21");
    let (then, now) = (tracker(&seat, &before, "partnership"), tracker(&seat, &after, "partnership"));
    assert!(then.contains("Red: overdue") && !then.contains("Blue: closed. Closed"), "{then}");
    assert!(
        now.contains("Blue: closed. Closed") && now.contains("What changed since 21 November 2026"),
        "{now}"
    );
    assert!(then.contains("Money was found."), "the reply stands with the matter");
    let shared = tracker(&seat, &json!(null), "others");
    assert!(shared.contains("Hold three sessions") && !shared.contains("Write a guide"), "{shared}");
    assert!(!shared.contains("Restricted"));

    assert_eq!(action(&seat, 0)["look_again"], false);
    seat.world.pass(60 * 60 * 24 * 185);
    assert_eq!(action(&seat, 0)["look_again"], true, "six months on");
    assert_eq!(action(&seat, 1)["overdue"], true);
    for (format, start) in [("docx", &b"PK"[..]), ("xlsx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!")] {
        let name = format!("tracker.{format}");
        seat.next_dialog(&name);
        seat.done("plan.tracker", json!({ "meeting": after, "format": format }));
        assert!(std::fs::read(seat.path(&name)).expect("written").starts_with(start), "{format}");
    }
}

#[test]
fn what_is_no_reply_form_leaves_the_plan_as_it_was() {
    let (seat, of, _) = planned();
    assert!(seat.refused("recommendation.remove", json!({ "id": of })).message.contains("stays"));
    let before = seat.session.file_state().map(|state| state.revision);
    seat.next_dialog("other.xlsx");
    seat.done("round.write", json!({}));
    seat.next_dialog("other.xlsx");
    let refused = seat.refused("plan.replies", json!({}));
    assert_eq!(refused.message, "other.xlsx is not a reply form of the plan.");
    assert_eq!(seat.session.file_state().map(|state| state.revision), before);
    assert!(seat.refused("plan.form", json!({ "agency": "Nobody" })).message.contains("no action"));
}
