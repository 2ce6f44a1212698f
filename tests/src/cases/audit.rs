//! A case audit from four agencies to its briefing.

use serde_json::{Value, json};

use super::ground::{AGENCIES, begun, case, forms_in, item, names, planned};
use crate::gateway::seat::Seat;

fn agreed(grade: &str) -> Value {
    json!({ "whole": { "grade": grade, "reason": "Drift for six months.", "dissent": [{ "agency": "Police", "text": "We saw good." }] } })
}

fn show(seat: &Seat, id: &Value) -> Value {
    seat.done("case_audit.show", json!({ "audit": id }))
}

fn row(table: &Value, at: usize) -> Vec<String> {
    let cells = table["rows"][at].as_array().expect("cells").iter();
    cells.map(|cell| cell["text"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Reads the forms of four agencies: what must not stand there stays out and is said.
fn take_in(seat: &Seat, id: &Value) {
    let read = forms_in(seat, id);
    assert_eq!(read.len(), 4);
    let of = |agency: &str| read.iter().find(|one| one["agency"] == agency).expect("it was read").clone();
    assert_eq!((&of("Police")["new"], &of("Police")["author"]), (&json!(3), &json!("Sergeant Sample")));
    assert_eq!(of(AGENCIES[0])["new"], 1, "a line with personal data and a grade that is none stay out");
    let problems = of(AGENCIES[0])["problems"].to_string();
    assert!(problems.contains("Splendid") && problems.contains("personal data"), "{problems}");
    assert!(of("Education")["problems"].to_string().contains("who filled it in"));
    let view = show(seat, id);
    assert_eq!(item(&view, "C-01", "whole")["notes"].as_array().map(Vec::len), Some(2));
    assert!(!view.to_string().contains("943 476"), "nothing of it is kept");
    seat.next_dialog("forms/Case-audit-form_Neglect-autumn_Police.xlsx");
    let again = seat.done("case_audit.read_forms", json!({}));
    let counts = (&again["forms"][0]["new"], &again["forms"][0]["known"]);
    assert_eq!(counts, (&json!(0), &json!(3)), "a form read twice");
}

/// Closes both cases: not without the voice of the child, nor without a grade for the whole.
fn close_both(seat: &Seat, id: &Value) {
    let close = |number: &str| json!({ "audit": id, "case": case(&show(seat, id), number)["id"] });
    assert!(seat.refused("case_audit.close_case", close("C-01")).message.contains("voice of the child"));
    for number in ["C-01", "C-02"] {
        let mut said = close(number);
        said["said"] = json!({ "voice": "Slept badly, liked school; from the teacher and the nurse.", "discussion": "One plan would have helped." });
        seat.done("case_audit.discuss", said.clone());
        assert!(seat.refused("case_audit.close_case", close(number)).message.contains("No grade is agreed"));
        said["said"]["agreed"] = agreed("requires_improvement");
        seat.done("case_audit.discuss", said);
        seat.done("case_audit.close_case", close(number));
    }
}

/// One meeting held and one planned; Police did not come.
fn meet(seat: &Seat, id: &Value) {
    let sitting = |held: bool, on: &str| {
        let came = |agency: &str| match agency {
            "Police" => json!({ "agency": agency, "presence": "absent", "note": "No capacity" }),
            _ => json!({ "agency": agency, "presence": "present" }),
        };
        json!({ "on": on, "held": held, "attendance": AGENCIES.map(came) })
    };
    let sittings = [sitting(true, "2026-11-18"), sitting(false, "2026-12-02")];
    let view = seat.done("case_audit.sittings", json!({ "audit": id, "sittings": sittings }));
    assert_eq!(row(&view["attendance"], 1), ["Police", "0 of 1", "1", "18 November 2026: No capacity"]);
    assert_eq!(row(&view["done"], 0), ["Cases closed", "3", "2 of 2 added"]);
    assert_eq!(row(&view["done"], 2), ["Meetings of the agencies", "2", "1 held"]);
}

/// Learns, and has the summary approved once every part of it is there; the briefing waits for that.
fn learn(seat: &Seat, id: &Value, briefing: &Value) {
    let points = json!({ "audit": id, "points": [
        { "kind": "good_practice", "text": "Seen alone by one trusted adult." },
        { "kind": "area_for_development", "text": "Chronologies of all agencies.", "agencies": ["Health"] },
        { "kind": "good_practice", "text": "  " },
    ] });
    assert_eq!(seat.done("case_audit.points", points)["points"].as_array().map(Vec::len), Some(2));
    assert!(seat.refused("case_audit.paper", briefing.clone()).message.contains("waits until"));
    let approve = json!({ "audit": id, "by": "Learning subgroup" });
    let refused = seat.refused("case_audit.approve", approve.clone());
    assert!(refused.message.contains("voice and lived experience") && refused.message.contains("since"));
    for (key, text) in [
        ("voices", "Children told us who stayed."),
        ("happened_since", "A joint chronology is tried out."),
        ("point_do_now", "Ask who sees the child alone."),
    ] {
        seat.done("case_audit.words", json!({ "audit": id, "key": key, "text": text }));
    }
    seat.done("case_audit.approve", approve);
    let late = json!({ "audit": id, "key": "voices", "text": "Otherwise." });
    assert!(seat.refused("case_audit.words", late).message.contains("approved"));
}

#[test]
fn from_four_agencies_to_the_briefing() {
    let (seat, id) = planned();
    take_in(&seat, &id);
    close_both(&seat, &id);
    meet(&seat, &id);
    let briefing = json!({ "audit": id, "paper": "briefing", "format": "docx" });
    learn(&seat, &id, &briefing);
    let text = seat.done("case_audit.paper_show", briefing.clone()).to_string();
    for words in [
        "Neglect was the commonest theme",
        "Seen alone by one trusted adult.",
        "Chronologies",
        "Ask who sees the child alone.",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("C-01"));
    seat.next_dialog("briefing.docx");
    seat.done("case_audit.paper", briefing);
    assert!(seat.path("briefing.docx").exists());
    std::fs::create_dir_all(seat.path("extracts")).expect("made");
    seat.next_dialog("extracts");
    seat.done("case_audit.extracts", json!({ "audit": id }));
    assert_eq!(names(&seat, "extracts").len(), 4);
    let back = json!({ "audit": id, "agency": "Health", "on": "2026-11-20", "by": "Named nurse", "how": "Team meeting" });
    let view = seat.done("case_audit.fed_back", back);
    assert_eq!(row(&view["done"], 3), ["Agencies that fed back", "4", "1"]);
    let view = seat.done("case_audit.finish", json!({ "audit": id }));
    assert_eq!((&view["state"], &view["done_on"]), (&json!("done"), &json!("2026-11-21")));
    let list = seat.done("case_audit.list", json!({}));
    assert_eq!((&list["audits"][0]["closed"], &list["audits"][0]["back"]), (&json!(2), &json!(4)));
}

#[test]
fn two_people_of_an_agency_stand_beside_each_other_and_the_later_takes_nothing_away() {
    let (seat, id) = planned();
    forms_in(&seat, &id);
    let police = "forms/Case-audit-form_Neglect-autumn_Police.xlsx";
    std::fs::copy(seat.path(police), seat.path("forms/second-Police.xlsx")).expect("copied");
    seat.next_dialog("forms/second-Police.xlsx");
    assert_eq!(seat.done("case_audit.read_forms", json!({}))["forms"][0]["new"], 2);
    let view = seat.done("case_audit.show", json!({ "audit": id }));
    let whole = item(&view, "C-01", "whole")["notes"].as_array().expect("notes").clone();
    let police: Vec<(&Value, &Value)> = whole
        .iter()
        .filter(|one| one["agency"] == "Police")
        .map(|one| (&one["author"], &one["grade"]))
        .collect();
    assert_eq!(
        police,
        [(&json!("Inspector Example"), &json!("inadequate")), (&json!("Sergeant Sample"), &json!("good"))]
    );
    let record =
        seat.done("case_audit.paper_show", json!({ "audit": id, "paper": "record", "format": "docx" }));
    assert!(
        record.to_string().contains("Good / Inadequate"),
        "both grades of the agency stand in the record"
    );
    seat.done("file.undo", json!({}));
    let view = seat.done("case_audit.show", json!({ "audit": id }));
    assert_eq!(
        item(&view, "C-01", "whole")["notes"].as_array().map(Vec::len),
        Some(2),
        "one undo takes the form back"
    );
}

#[test]
fn a_second_look_takes_areas_grades_and_agencies_over_and_stands_beside_the_first() {
    let (seat, first) = planned();
    let grade = |id: &Value, number: &str, grade: &str| {
        let view = seat.done("case_audit.show", json!({ "audit": id }));
        let area = view["focus"][0]["id"].as_str().expect("an id").to_owned();
        let said = json!({ "voice": "Told a teacher.", "agreed": { area: { "grade": grade } } });
        seat.done(
            "case_audit.discuss",
            json!({ "audit": id, "case": case(&view, number)["id"], "said": said }),
        )
    };
    grade(&first, "C-01", "inadequate");
    grade(&first, "C-02", "good");
    seat.done("case_audit.points", json!({ "audit": first, "points": [{ "text": "Seen alone." }] }));
    let again = seat.done("case_audit.begin", json!({ "title": "Neglect, again", "earlier": first }));
    assert_eq!(
        (&again["focus"][1]["name"], &again["agencies"]),
        (&json!("First response"), &json!(AGENCIES))
    );
    assert_eq!(again["earlier_points"][0]["text"], "Seen alone.");
    let second = again["id"].clone();
    seat.done("case_audit.add_cases", json!({ "audit": second, "numbers": ["C-31"] }));
    let view = grade(&second, "C-31", "good");
    let texts: Vec<&str> = view["beside"]["rows"][0]
        .as_array()
        .expect("cells")
        .iter()
        .filter_map(|cell| cell["text"].as_str())
        .collect();
    assert_eq!(texts, ["Prevention", "1 of 2", "1 of 1"]);
    assert!(seat.refused("case_audit.remove", json!({ "audit": first })).message.contains("recorded"));
    let other = begun(&seat, "By mistake", json!({ "tool": "case_audit@2026.1" }));
    let list = seat.done("case_audit.remove", json!({ "audit": other["id"] }));
    assert_eq!(list["audits"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_has_happened_since_comes_from_the_actions_of_the_plan() {
    let (seat, id) = planned();
    let view = seat.done("case_audit.recommend", json!({ "audit": id, "text": "Agree one chronology." }));
    assert_eq!(
        (&view["came_of"][0]["reference"], &view["came_of"][0]["stance"]),
        (&json!("R1"), &json!("waiting"))
    );
    let again = json!({ "audit": id, "text": "Agree one chronology." });
    assert!(seat.refused("case_audit.recommend", again).message.contains("already"));
    let summary = json!({ "audit": id, "paper": "summary", "format": "docx" });
    let text = seat.done("case_audit.paper_show", summary).to_string();
    assert!(
        text.contains("Agree one chronology.") && text.contains("Recommended, not decided yet"),
        "{text}"
    );
    assert!(!view["missing"].to_string().contains("since"), "the plan feeds it");
    assert!(seat.refused("case_audit.remove", json!({ "audit": id })).message.contains("recorded"));
}
