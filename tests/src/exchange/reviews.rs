//! Peer reviews and challenge events at the gateway: drawn, turned into sessions, forms out and back, sheets, replies.

use std::sync::Arc;

use serde_json::{Value, json};

use super::ground::{Organisation, at, setting};
use crate::gateway::seat::Seat;
use crate::reads::TestReads;

const FOUR: [Organisation; 4] = [
    ("Example Trust", "T1", 1, "met"),
    ("Sampleshire Police", "P1", 2, "met"),
    ("Plain College", "C1", 3, "partly"),
    ("Sampleton Council", "L1", 4, "met"),
];

fn seat() -> Seat {
    // Every reviewer writes the same into its form.
    let reads = TestReads::typing(|_| &[(10, 4, "Seen by us.")]);
    at(Seat::reading(Arc::new(reads)), "Sampleton Partnership", &FOUR)
}

fn named(seat: &Seat) {
    for (name, ..) in FOUR {
        let people = json!({
            "author": { "name": format!("Author of {name}"), "role": "Safeguarding lead", "email": "lead@example.org" },
            "substitute": { "name": format!("Substitute at {name}") },
        });
        let card = seat.done("register.people", json!({ "setting": setting(seat, name), "people": people }));
        assert_eq!(card["people"]["substitute"]["name"], format!("Substitute at {name}"));
    }
}

fn planned(seat: &Seat, kind: &str, apart: &[(&str, &str)]) -> Value {
    let takers: Vec<Value> = FOUR.iter().map(|one| setting(seat, one.0)).collect();
    let apart: Vec<Value> = apart
        .iter()
        .map(|(one, other)| json!({ "one": setting(seat, one), "other": setting(seat, other), "reason": "One commissions the other." }))
        .collect();
    let plan = json!({
        "kind": kind, "name": "Spring review", "on": "2027-03-02", "place": "Sampleton Hall", "each": 2,
        "takers": takers, "apart": apart,
    });
    let view = seat.done("workshop.save", json!({ "plan": plan, "seed": "7" }));
    view["workshops"].as_array().expect("workshops").last().expect("one").clone()
}

fn line<'v>(workshop: &'v Value, name: &str) -> &'v Value {
    workshop["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .find(|one| one["name"] == name)
        .expect("it takes part")
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().expect("names").iter().map(|one| one.as_str().expect("a name")).collect()
}

#[test]
fn each_is_reviewed_by_others_and_never_by_whom_it_is_kept_apart_from() {
    let seat = seat();
    let workshop = planned(&seat, "peer_review", &[("Example Trust", "Sampleton Council")]);
    assert_eq!((&workshop["same_again"], &workshop["seed"]), (&json!(true), &json!("7")));
    for (name, ..) in FOUR {
        let one = line(&workshop, name);
        let reviewers = names(&one["reviewers"]);
        assert_eq!((reviewers.len(), reviewers.contains(&name)), (2, false), "{one}");
        assert_eq!(names(&one["reviews"]).len(), 2, "all review alike");
    }
    assert!(!names(&line(&workshop, "Example Trust")["reviewers"]).contains(&"Sampleton Council"));
    let said = workshop["remarks"][0].as_str().expect("a remark");
    assert!(said.contains("Nobody is named to answer for"), "{said}");
    let again = planned(&seat, "peer_review", &[("Example Trust", "Sampleton Council")]);
    assert_eq!(again["lines"], workshop["lines"], "the same seed draws the same");
}

#[test]
fn a_review_becomes_sessions_whose_forms_go_out_and_come_back() {
    let seat = seat();
    named(&seat);
    let workshop = planned(&seat, "peer_review", &[]);
    let chosen = json!({ "workshop": workshop["id"] });
    assert!(seat.refused("workshop.forms", chosen.clone()).message.contains("No session"));
    let view = seat.done("workshop.sessions", chosen.clone());
    let one = line(&view["workshops"][0], "Plain College").clone();
    assert_eq!(one["state"], "planned");
    let met = seat.done("panel.show", json!({ "session": one["session"] }));
    assert_eq!((&met["plan"]["on"], &met["plan"]["rated_by"]), (&json!("2027-03-02"), &json!("alone_first")));
    let members: Vec<&Value> =
        met["people"].as_array().expect("people").iter().filter(|one| one["side"] == "panel").collect();
    assert_eq!(members.len(), 2);
    assert!(members.iter().all(|one| one["name"].as_str().is_some_and(|name| name.starts_with("Author of"))));
    assert_eq!(
        seat.done("workshop.sessions", chosen.clone())["workshops"][0]["lines"][0],
        view["workshops"][0]["lines"][0]
    );
    std::fs::create_dir_all(seat.path("forms")).expect("made");
    seat.next_dialog("forms");
    seat.done("workshop.forms", chosen.clone());
    let forms: Vec<String> = std::fs::read_dir(seat.path("forms"))
        .expect("read")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("Note-form_Plain-College"))
        .collect();
    assert_eq!(forms.len(), 2, "one for each reviewer: {forms:?}");
    seat.next_dialog(&format!("forms/{}", forms[0]));
    let read = seat.done("panel.read_forms", json!({}))["forms"][0].clone();
    assert_eq!((&read["setting"], &read["new"]), (&json!("Plain College"), &json!(1)), "{read}");
    seat.next_dialog(&format!("forms/{}", forms[0]));
    assert_eq!(
        seat.done("panel.read_forms", json!({}))["forms"][0]["new"],
        0,
        "the same twice changes nothing"
    );
    let mut plan = workshop["plan"].clone();
    plan["each"] = json!(1);
    let other = json!({ "id": workshop["id"], "plan": plan, "seed": "7" });
    assert!(seat.refused("workshop.save", other).message.contains("stays as it was drawn"));
}

#[test]
fn a_challenge_event_keeps_what_was_put_and_what_was_replied() {
    let seat = seat();
    let event = planned(&seat, "challenge_event", &[]);
    let order: Vec<&Value> =
        event["lines"].as_array().expect("lines").iter().map(|one| &one["name"]).collect();
    assert_eq!(order.len(), 4);
    let put = |id: Value, reply: &str| {
        json!({
            "workshop": event["id"], "id": id, "setting": setting(&seat, "Plain College"), "by": "Chair",
            "text": "How do you know that it works?", "reply": reply,
        })
    };
    assert!(seat.refused("workshop.challenge", json!({ "workshop": event["id"], "setting": setting(&seat, "Plain College"), "by": " ", "text": "Why?" })).message.contains("who put it"));
    let view = seat.done("workshop.challenge", put(Value::Null, ""));
    let one = view["workshops"][0]["challenges"][0].clone();
    assert_eq!((&one["name"], &one["replied"]), (&json!("Plain College"), &Value::Null));
    let view = seat.done("workshop.challenge", put(one["id"].clone(), "We ask the children."));
    let one = &view["workshops"][0]["challenges"][0];
    assert_eq!((&one["reply"], &one["replied"]), (&json!("We ask the children."), &json!("2026-11-21")));
    seat.done("file.undo", json!({}));
    assert_eq!(seat.done("workshop.list", json!({}))["workshops"][0]["challenges"][0]["reply"], "");
}

#[test]
fn every_paper_of_a_workshop_is_written() {
    let seat = seat();
    named(&seat);
    let review = planned(&seat, "peer_review", &[("Example Trust", "Sampleton Council")]);
    let event = planned(&seat, "challenge_event", &[]);
    let papers =
        [(&review, "allocation"), (&review, "presentation"), (&event, "programme"), (&event, "record")];
    for (workshop, paper) in papers {
        for format in ["docx", "pdf", "xlsx", "html"] {
            let name = format!("{paper}.{format}");
            seat.next_dialog(&name);
            seat.done(
                "workshop.paper",
                json!({ "workshop": workshop["id"], "paper": paper, "format": format }),
            );
            assert!(std::fs::metadata(seat.path(&name)).is_ok_and(|file| file.len() > 1_000), "{name}");
        }
    }
    let text = std::fs::read_to_string(seat.path("allocation.html")).expect("written");
    assert!(text.contains("One commissions the other.") && text.contains("Substitute at Plain College"));
    let sheets = std::fs::read_to_string(seat.path("presentation.html")).expect("written");
    assert!(FOUR.iter().all(|one| sheets.contains(one.0)));
}
