//! A session from its plan to its closing: people, conflicts, forms of two members, views, letters, feedback, progress.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::gateway::seat::{Seat, new_partnership, new_school};
use crate::partnership::ground::Ground;
use crate::reads::{TestReads, Typed};

/// What each member typed into its note form.
fn typed(name: &str) -> &'static [Typed] {
    if name.contains("Drew") {
        &[(10, 3, "Met"), (10, 4, "Saw the policy."), (11, 3, "Partly met")]
    } else if name.contains("Ash") {
        &[(10, 3, "Partly met"), (11, 3, "Splendid"), (12, 4, "A good hour.")]
    } else {
        &[]
    }
}

/// What the school of the session wrote of its first answer.
pub(super) const OWN_WORDS: &str = "Pupils name three adults whom they would tell.";

/// A partnership with one accepted return, and a session planned with its school.
pub(super) fn planned() -> (Seat, Value) {
    let ground = Ground::new(3);
    let mut made = ground.made(1, 1, "100001", &[0, 1, 2, 3]);
    made.answers[0].impact = OWN_WORDS.to_owned();
    let bytes = attest::workbook::write(&made, ground.template).expect("written").value;
    let seat = Seat::reading(Arc::new(TestReads::typing(typed)));
    std::fs::create_dir_all(seat.path("in")).expect("made");
    std::fs::write(seat.path("in/return.xlsx"), bytes).expect("written");
    seat.next_dialog("partnership.attest");
    seat.done("start.new_partnership", new_partnership());
    let round = seat.done("register.add", new_school());
    let setting = round["settings"][0]["setting"].clone();
    seat.next_dialog("in");
    seat.done("intake.folder", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let rows = seat.done("return.list", json!({}));
    seat.done("return.accept", json!({ "submissions": [rows[0]["submission"]] }));
    let plan = json!({
        "on": "2026-11-20", "quorum": ["police", "health"], "rated_by": "alone_first",
        "questions": ["school.a1", "school.a2"],
    });
    let met = seat.done("panel.begin", json!({ "setting": setting, "plan": plan }));
    (seat, met["id"].clone())
}

pub(super) fn people(seat: &Seat, id: &Value, conflict: &str) -> Value {
    let person = |name: &str, agency: &str, conflict: &str| json!({ "name": name, "agency": agency, "role": "", "presence": "present", "conflict": conflict });
    let people = [
        person("Drew Sample", "police", ""),
        person("Ash Example", "health", ""),
        person("Kit Instance", "local_authority", conflict),
    ];
    seat.done("panel.people", json!({ "session": id, "people": people }))
}

fn question<'v>(view: &'v Value, id: &str) -> &'v Value {
    let all = view["questions"].as_array().expect("questions");
    all.iter().find(|one| one["line"]["question"] == id).expect("it is asked")
}

/// Both members' forms written, filled and read.
fn forms_in(seat: &Seat, id: &Value) -> Value {
    people(seat, id, "Governor of this school");
    std::fs::create_dir_all(seat.path("forms")).expect("made");
    seat.next_dialog("forms");
    let written = seat.done("panel.forms", json!({ "session": id }));
    assert!(written["sentence"].as_str().expect("a sentence").contains("conflict of interest"));
    let names: Vec<String> = std::fs::read_dir(seat.path("forms"))
        .expect("read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(!names.iter().any(|name| name.contains("Kit")), "nothing is written for who has a conflict");
    let mut read = Vec::new();
    for name in names.iter().filter(|name| name.ends_with(".xlsx")) {
        seat.next_dialog(&format!("forms/{name}"));
        read.push(seat.done("panel.read_forms", json!({}))["forms"][0].clone());
    }
    read.sort_by_key(|one| one["member"].as_str().map(ToOwned::to_owned));
    Value::Array(read)
}

#[test]
fn two_members_forms_stand_side_by_side_and_stay_hidden_until_revealed() {
    let (seat, id) = planned();
    let read = forms_in(&seat, &id);
    assert_eq!((&read[0]["member"], &read[0]["new"]), (&json!("Ash Example"), &json!(2)), "{read}");
    assert!(read[0]["problems"][0]["message"].as_str().is_some_and(|said| said.contains("Splendid")));
    assert_eq!((&read[1]["member"], &read[1]["new"]), (&json!("Drew Sample"), &json!(2)));
    let view = seat.done("panel.show", json!({ "session": id }));
    assert_eq!((&view["blind"], &view["member_notes"]), (&json!(true), &json!([])));
    let first = question(&view, "school.a1");
    assert_eq!((&first["rated_by"], &first["ratings"]), (&json!(["Ash Example", "Drew Sample"]), &json!([])));
    assert_eq!(seat.done("panel.agreement", json!({}))[0]["rows"], json!([]), "nor in any figure");
    let view = seat.done("panel.reveal", json!({ "session": id }));
    assert_eq!(question(&view, "school.a1")["ratings"].as_array().map(Vec::len), Some(2));
    assert_eq!(view["member_notes"].as_array().map(Vec::len), Some(4));
    let tables = seat.done("panel.agreement", json!({}));
    assert_eq!(tables[0]["rows"][0][2]["text"], "1", "one pair");
    assert_eq!(tables[1]["rows"][0][4]["text"], "too few");
}

#[test]
fn a_form_that_is_read_twice_changes_nothing_and_a_strangers_is_refused() {
    let (seat, id) = planned();
    forms_in(&seat, &id);
    let name = "forms/Note-form_Example-Primary-School_Drew-Sample.xlsx";
    seat.next_dialog(name);
    let again = seat.done("panel.read_forms", json!({}));
    assert_eq!((&again["forms"][0]["new"], &again["forms"][0]["known"]), (&json!(0), &json!(2)));
    seat.done(
        "panel.people",
        json!({ "session": id, "people": [{ "name": "Ash Example", "agency": "health" }] }),
    );
    seat.next_dialog(name);
    let refused = seat.done("panel.read_forms", json!({}));
    assert!(refused["forms"][0]["refused"].as_str().is_some_and(|said| said.contains("not on this panel")));
    seat.next_dialog("in/return.xlsx");
    let other = seat.done("panel.read_forms", json!({}));
    assert!(other["forms"][0]["refused"].as_str().is_some_and(|said| said.contains("no note form")));
}

#[test]
fn a_conflict_of_interest_hides_the_setting_and_breaks_the_quorum() {
    let (seat, id) = planned();
    let view = people(&seat, &id, "Governor of this school");
    assert_eq!(view["missing"], json!([]));
    let quorum = json!({ "on": "2026-11-20", "quorum": ["police", "local_authority"] });
    let view = seat.done("panel.plan", json!({ "session": id, "plan": quorum }));
    assert_eq!(view["missing"], json!(["local_authority"]));
    let pack = json!({ "member": "Kit Instance", "format": "docx" });
    assert!(seat.refused("panel.member_pack", pack).message.contains("no session"));
    let paper = json!({ "session": id, "paper": "pack", "member": "Kit Instance", "format": "docx" });
    assert!(seat.refused("panel.paper", paper).message.contains("conflict of interest"));
    let note = json!({ "session": id, "member": "Kit Instance", "text": "I know them." });
    assert!(seat.refused("panel.note", note).message.contains("conflict of interest"));
    seat.next_dialog("pack.docx");
    seat.done("panel.member_pack", json!({ "member": "Drew Sample", "format": "docx" }));
    assert!(seat.path("pack.docx").exists());
}

#[test]
fn the_panels_view_stands_beside_the_own_rating_and_counts_only_when_agreed() {
    let (seat, id) = planned();
    people(&seat, &id, "");
    let say = |level: &str, reason: &str, agreed: bool| {
        json!({
            "session": id, "question": "school.a1", "sees": "lower", "level": level, "reason": reason,
            "agreed": agreed, "dissent": [{ "member": "Drew Sample", "text": "Would have waited." }],
        })
    };
    assert!(seat.refused("panel.view", say("partly", " ", true)).message.contains("needs a reason"));
    assert!(seat.refused("panel.view", say("splendid", "Because.", true)).message.contains("not a rating"));
    let own = |view: &Value| question(view, "school.a1")["line"]["self_rating"].clone();
    let before = own(&seat.done("panel.show", json!({ "session": id })));
    let view = seat.done("panel.view", say("not_met", "The policy is of 2019.", false));
    assert_eq!(own(&view), before);
    assert_eq!(
        question(&view, "school.a1")["line"]["moderated"],
        Value::Null,
        "not agreed, so it counts nowhere"
    );
    assert_eq!(question(&view, "school.a1")["view"]["dissent"][0]["member"], "Drew Sample");
    let view = seat.done("panel.view", say("not_met", "The policy is of 2019.", true));
    assert_eq!(question(&view, "school.a1")["line"]["moderated"], "not_met");
    assert_eq!(own(&view), before);
    let t16 = seat.done("table.show", json!({ "table": "self_and_panel" }));
    assert_eq!(t16["rows"].as_array().map(Vec::len), Some(1));
    seat.done("file.undo", json!({}));
    let view = seat.done("panel.show", json!({ "session": id }));
    assert_eq!(question(&view, "school.a1")["line"]["moderated"], Value::Null, "undo takes it back");
}

#[test]
fn letters_go_to_head_and_chair_and_the_feedback_comes_back_as_progress() {
    let (seat, id) = planned();
    people(&seat, &id, "");
    let letters = json!({ "sessions": [id] });
    assert!(seat.refused("panel.letters", letters.clone()).message.contains("not held"));
    let action = json!({
        "session": id, "question": "school.a1", "title": "Date the policy", "owner": "DSL",
        "by_whom": "setting", "due": "2027-03-01",
    });
    seat.done("panel.action", action);
    seat.done("panel.hold", json!({ "session": id }));
    assert!(seat.refused("panel.close", json!({ "session": id })).message.contains("no outcome"));
    std::fs::create_dir_all(seat.path("letters")).expect("made");
    seat.next_dialog("letters");
    seat.done("panel.letters", letters);
    assert_eq!(seat.ended()["state"], "done", "{}", seat.ended());
    let mut names: Vec<String> = std::fs::read_dir(seat.path("letters"))
        .expect("read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(names[0].contains("Feedback") && names[1].contains("chair") && names[2].contains("head"));
    let school = seat.beside("Robin School");
    school.begin_setting("school.attest");
    let feedback = format!("letters/{}", names[0]);
    school.next_dialog(&feedback);
    let taken = school.done("feedback.take", json!({}));
    assert_eq!(taken["taken"], json!(["Date the policy"]));
    school.next_dialog(&feedback);
    assert_eq!(school.done("feedback.take", json!({}))["known"], 1, "each action once");
    let plan = school.done("action.list", json!({}));
    let line = &plan["actions"][0];
    assert_eq!((&line["title"], &line["origin"]), (&json!("Date the policy"), &json!("panel")));
    let review = json!({ "id": line["id"], "state": "done", "note": "Dated and read." });
    school.done("action.review", review);
    school.next_dialog("next.xlsx");
    school.done("return.write", json!({}));
    let batch = seat.done("round.show", json!({}))["batches"][0]["id"].clone();
    seat.done("intake.withdraw", json!({ "batch": batch }));
    seat.next_dialog("next.xlsx");
    seat.done("intake.files", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let rows = seat.done("return.list", json!({}));
    let waits = rows.as_array().expect("rows").iter().find(|row| row["state"] == "received");
    if let Some(row) = waits {
        seat.done("return.accept", json!({ "submissions": [row["submission"]] }));
        let view = seat.done("panel.show", json!({ "session": id }));
        assert_eq!(view["actions"][0]["progress"], "done");
        assert_eq!(view["actions"][0]["progress_round"], "2026/27");
    } else {
        let needs = seat.done("needs.list", json!({}));
        panic!("the next return waits nowhere: {rows} {needs}");
    }
}

#[test]
fn only_the_day_of_a_referral_is_kept() {
    let (seat, id) = planned();
    let refer = |on: Value| json!({ "session": id, "on": on });
    assert!(seat.refused("panel.refer", refer(json!("2027-01-01"))).message.contains("still to come"));
    let view = seat.done("panel.refer", refer(json!("2026-11-20")));
    assert_eq!(view["outcome"]["referred_on"], "2026-11-20");
    let view = seat.done("panel.outcome", json!({ "session": id, "outcome": { "result": "confirmed" } }));
    assert_eq!(view["outcome"]["referred_on"], "2026-11-20", "an outcome does not touch it");
}
