//! Rounds through the gateway: due dates, how settings stand, cut-offs, further rounds, questions of one's own.

use serde_json::{Value, json};

use super::ground::{national, read, school, seat, standing, take};
use crate::gateway::accepted;
use crate::gateway::seat::{Seat, new_school};

fn filled() -> (Seat, Value) {
    let seat = seat();
    read(&seat, "r.csv", &national(&[school(100_001, "A"), school(100_002, "B"), school(100_003, "C")], 4));
    let round = take(&seat, |_| true);
    (seat, round)
}

fn line(round: &Value, name: &str) -> Value {
    let lines = round["settings"].as_array().expect("a list");
    lines.iter().find(|line| line["name"] == name).cloned().unwrap_or_else(|| panic!("{name} is not there"))
}

fn id(round: &Value, name: &str) -> Value {
    line(round, name)["setting"].clone()
}

#[test]
fn a_due_date_is_the_settings_own_else_its_groups_else_the_rounds() {
    let (seat, round) = filled();
    seat.done(
        "round.save",
        json!({
            "label": "2026/27", "opens": null, "due": "2027-02-28", "return_to": "", "instructions": "",
            "signs": "", "threshold": 5, "replacing": "asked",
        }),
    );
    let picked =
        json!({ "by": "picked", "value": "Early", "settings": [id(&round, "B")], "due": "2027-01-15" });
    let phase = json!({ "by": "phase", "value": "primary", "settings": [], "due": "2027-01-31" });
    let settings = seat.done("round.group_dates", json!({ "groups": [phase, picked] }));
    assert_eq!(settings["groups"][0]["by"], "picked");
    seat.done(
        "register.extend",
        json!({ "setting": id(&round, "C"), "until": "2027-03-31", "reason": "Flood" }),
    );
    let round = seat.done("round.show", json!({}));
    let due = ["A", "B", "C"].map(|name| line(&round, name)["due"].clone());
    assert_eq!(due, [json!("2027-01-31"), json!("2027-01-15"), json!("2027-03-31")]);
}

#[test]
fn who_is_covered_closed_or_exempt_is_not_expected_and_can_be_asked_again() {
    let (seat, round) = filled();
    let of = |name: &str| id(&round, name);
    seat.done("register.cover", json!({ "setting": of("A"), "by": of("B"), "reason": "One federation" }));
    let refused = seat.refused("register.cover", json!({ "setting": of("B"), "by": of("C"), "reason": "" }));
    assert!(refused.message.contains("covers another"), "{}", refused.message);
    seat.refused("register.leave", json!({ "setting": of("B") }));
    let closed = seat.done(
        "register.close",
        json!({ "setting": of("C"), "on": "2026-08-31", "reason": "Merged", "into": of("B") }),
    );
    assert_eq!((&closed["expected"], &closed["exempt"]), (&json!(1), &json!(2)));
    assert_eq!(line(&closed, "A")["covered_by"], "B");
    assert_eq!(seat.done("register.setting", json!({ "setting": of("B") }))["predecessors"], json!(["C"]));
    let again = seat.done("register.ask", json!({ "setting": of("C") }));
    assert_eq!(line(&again, "C")["standing"], "expected");
}

#[test]
fn a_register_that_was_frozen_stays_as_it_was() {
    let (seat, round) = filled();
    seat.done("register.freeze", json!({ "label": "Report to the Executive" }));
    seat.done("register.exempt", json!({ "setting": id(&round, "A"), "reason": "New" }));
    let cuts = seat.done("register.cut_offs", json!({}));
    assert_eq!((&cuts[0]["expected"], &cuts[0]["all"]), (&json!(3), &json!(3)));
    let round = round["round"]["id"].as_str().expect("an id").parse().expect("an id");
    let base = seat
        .session
        .file(|file| attest::round::base::base(file, round, file.moment(file.world().now())?))
        .expect("read");
    assert_eq!((base.asked().count(), base.frozen.map(|since| since.fewer)), (3, Some(1)));
}

#[test]
fn a_round_made_from_the_last_one_takes_its_register_over_and_another_audit_stands_beside_it() {
    let (seat, round) = filled();
    let of = |name: &str| id(&round, name);
    seat.done("register.close", json!({ "setting": of("C"), "on": null, "reason": "" }));
    seat.done("register.cover", json!({ "setting": of("A"), "by": of("B"), "reason": "" }));
    let next = seat.done(
        "round.add",
        json!({ "label": "2027/28", "template": "school@2025.1", "due": "2028-02-28", "from": round["round"]["id"] }),
    );
    let lines: Vec<(String, String)> =
        standing(&next).into_iter().map(|line| (line[1].clone(), line[4].clone())).collect();
    assert_eq!(lines, [("A".into(), "covered".into()), ("B".into(), "expected".into())]);
    assert_eq!(seat.done("round.settings", json!({}))["earlier"], "2026/27");
    let section = seat.done("template.list", json!({}));
    let agency = section.as_array().expect("a list").iter().find(|one| one["audience"] == "agency");
    let agency = agency.expect("one ships")["key"].clone();
    seat.done("round.add", json!({ "label": "2027", "template": agency, "understood": null }));
    let rounds = seat.done("round.list", json!({}));
    assert_eq!(rounds.as_array().map(Vec::len), Some(3));
    let back = seat.done("round.choose", json!({ "round": round["round"]["id"] }));
    assert_eq!(back["round"]["label"], "2026/27");
    let current: Vec<&Value> = rounds.as_array().expect("a list").iter().map(|one| &one["current"]).collect();
    assert_eq!(current, [true, false, false]);
}

#[test]
fn a_local_question_makes_a_version_of_the_partnerships_own() {
    let (seat, _) = filled();
    let settings = seat.done("round.settings", json!({}));
    let standard = settings["standards"][0]["id"].clone();
    let question = json!({ "standard": standard, "text": "How was the summer?", "kind": "text" });
    let refused = seat.refused("round.add_question", question.clone());
    assert!(refused.message.contains("short name"), "{}", refused.message);
    seat.done("partnership.save", json!({ "name": "Sampleshire", "short_name": "sampleshire" }));
    let with = seat.done("round.add_question", question);
    assert_eq!(with["template"]["version"], "2025.1.sampleshire");
    assert_eq!(with["local"][0]["id"], "local.sampleshire.1");
    let without = seat.done("round.remove_question", json!({ "id": "local.sampleshire.1" }));
    assert_eq!(without["local"], json!([]));
}

#[test]
fn a_closed_round_leaves_its_register_alone() {
    let (seat, round) = filled();
    seat.done("round.state", json!({ "state": "closed" }));
    let refused = seat.refused("register.ask", json!({ "setting": id(&round, "A") }));
    assert!(refused.message.contains("closed"), "{}", refused.message);
}

#[test]
fn who_returned_and_then_closed_is_asked_no_more_in_any_count_and_its_return_stays() {
    let seat = Seat::new();
    let round = accepted(&seat);
    let school = round["settings"][0]["setting"].clone();
    let mut another = new_school();
    (another["name"], another["identifiers"]["urn"]) = (json!("Sampleton High"), json!("100009"));
    seat.done("register.add", another);
    let counts = || {
        let of = |name: &str, at: &str, fields: &[&str]| {
            let view = seat.done(name, json!({}));
            let found = view.pointer(at).unwrap_or_else(|| panic!("{name} has {at}"));
            fields.iter().map(|field| found[*field].as_u64().expect("a count")).collect::<Vec<_>>()
        };
        assert_eq!(of("round.show", "", &["expected"]), of("issue.show", "", &["expected"]));
        assert_eq!(
            of("chase.show", "", &["expected", "returned"]),
            of("round.list", "/0", &["expected", "returned"])
        );
        assert_eq!(
            of(
                "round.show",
                "",
                &["expected", "exempt", "received", "accepted", "sent_back", "not_received"]
            ),
            of(
                "handover.show",
                "/stands",
                &["expected", "not_asked", "waiting", "accepted", "sent_back", "missing"]
            ),
        );
        of("round.show", "", &["expected", "accepted", "not_received", "exempt"])
    };
    assert_eq!(counts(), [2, 1, 1, 0]);
    seat.done("register.close", json!({ "setting": school, "on": "2026-11-20", "reason": "" }));
    assert_eq!(counts(), [1, 0, 1, 1]);
    assert_eq!(seat.done("round.show", json!({}))["settings"][0]["state"], "accepted");
    let rows = seat.done("return.list", json!({}));
    assert_eq!(rows.as_array().map(Vec::len), Some(1), "what it returned is there: {rows}");
    let panel = seat.done("pack.list", json!({}));
    assert_eq!(panel["rounds"][0]["expected"], 1);
}
