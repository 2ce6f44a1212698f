//! What a case audit refuses: names, personal data, taking out what was said, changing what is closed or done.

use serde_json::json;

use super::ground::{case, forms_in, planned};

#[test]
fn a_name_is_refused_as_the_number_of_a_case_and_no_other_line_is_kept() {
    let (seat, id) = planned();
    for typed in ["Ella", "Ella S 7", "J.S. 14", "12/05/2012", "943 476 5919", "MASH"] {
        let refused =
            seat.refused("case_audit.add_cases", json!({ "audit": id, "numbers": ["C-07", typed] }));
        assert!(refused.hint.contains("such as C-07"), "{typed}: {}", refused.message);
    }
    let view = seat.done("case_audit.show", json!({ "audit": id }));
    assert_eq!(view["cases"].as_array().map(Vec::len), Some(2));
    let twice = json!({ "audit": id, "numbers": ["C 01"] });
    assert!(seat.refused("case_audit.add_cases", twice).message.contains("already"));
}

#[test]
fn personal_data_is_refused_in_every_text() {
    let (seat, id) = planned();
    let view = seat.done("case_audit.show", json!({ "audit": id }));
    let data = "Her NHS number is 943 476 5919.";
    let one = case(&view, "C-01")["id"].clone();
    let note = json!({ "audit": id, "case": one, "item": "whole", "agency": "Police", "author": "Sergeant Sample", "saw": data });
    for (command, request) in [
        ("case_audit.discuss", json!({ "audit": id, "case": one, "said": { "discussion": data } })),
        (
            "case_audit.discuss",
            json!({ "audit": id, "case": one, "said": { "agreed": { "whole": { "reason": data } } } }),
        ),
        ("case_audit.note", note),
        ("case_audit.points", json!({ "audit": id, "points": [{ "text": data }] })),
        ("case_audit.words", json!({ "audit": id, "key": "voices", "text": data })),
        (
            "case_audit.fed_back",
            json!({ "audit": id, "agency": "Police", "on": "2026-11-20", "by": "A", "how": data }),
        ),
    ] {
        let refused = seat.refused(command, request);
        assert!(refused.message.contains("personal data"), "{command}: {}", refused.message);
    }
}

#[test]
fn what_agencies_said_keeps_its_area_its_agency_and_its_case_in() {
    let (seat, id) = planned();
    forms_in(&seat, &id);
    let view = seat.done("case_audit.show", json!({ "audit": id }));
    let with = |focus: serde_json::Value, agencies: serde_json::Value| json!({ "audit": id, "title": "Neglect", "plan": {}, "focus": focus, "agencies": agencies });
    let less = with(json!([view["focus"][1]]), view["agencies"].clone());
    assert!(seat.refused("case_audit.plan", less).message.contains("Prevention"));
    let fewer = with(view["focus"].clone(), json!(["Police"]));
    assert!(seat.refused("case_audit.plan", fewer).message.contains("so it stays"));
    let one = json!({ "audit": id, "case": case(&view, "C-01")["id"] });
    assert!(seat.refused("case_audit.remove_case", one).message.contains("so it stays"));
}

#[test]
fn a_meeting_needs_a_day_that_has_come_and_a_reason_for_who_stayed_away() {
    let (seat, id) = planned();
    let say = |sitting: serde_json::Value| json!({ "audit": id, "sittings": [sitting] });
    let refused = |sitting| seat.refused("case_audit.sittings", say(sitting)).message;
    assert!(refused(json!({ "held": true })).contains("no day"));
    assert!(refused(json!({ "on": "2026-12-01", "held": true })).contains("still to come"));
    let away = json!({ "on": "2026-11-20", "held": true, "attendance": [{ "agency": "Police", "presence": "absent" }] });
    assert!(refused(away).contains("why Police did not come"));
}

#[test]
fn what_is_closed_or_done_stays_until_it_is_opened_again() {
    let (seat, id) = planned();
    assert!(seat.refused("case_audit.finish", json!({ "audit": id })).message.contains("not closed"));
    let view = seat.done("case_audit.show", json!({ "audit": id }));
    for number in ["C-01", "C-02"] {
        let one = json!({ "audit": id, "case": case(&view, number)["id"] });
        let mut said = one.clone();
        said["said"] = json!({ "voice": "Told a teacher.", "agreed": { "whole": { "grade": "good" } } });
        seat.done("case_audit.discuss", said.clone());
        seat.done("case_audit.close_case", one);
        assert!(seat.refused("case_audit.discuss", said).message.contains("is closed"));
    }
    seat.done("case_audit.finish", json!({ "audit": id }));
    let more = json!({ "audit": id, "numbers": ["C-09"] });
    assert!(seat.refused("case_audit.add_cases", more.clone()).message.contains("done"));
    seat.done("case_audit.reopen", json!({ "audit": id }));
    seat.done("case_audit.add_cases", more);
}
