//! A peer review merged from five partnerships' packs: every row with whose it is, one return counted in each.

use serde_json::{Value, json};

use super::ground::{Organisation, pack, partnership, rated, read, setting};
use crate::gateway::seat::Seat;

const POLICE: Organisation = ("Sampleshire Police", "POL1", 900, "met");

/// A partnership with two organisations of its own and one that returns to several, reviewed.
fn reviewed(seed: u64, name: &str, own: [Organisation; 2]) -> Seat {
    let seat = partnership(seed, name, &[own[0], own[1], POLICE]);
    let first = setting(&seat, own[0].0);
    let met = seat.done("panel.begin", json!({ "setting": first, "plan": { "on": "2026-11-20" } }));
    let person = json!({ "name": "Drew Sample", "agency": "police", "presence": "present" });
    seat.done("panel.people", json!({ "session": met["id"], "people": [person] }));
    let view = json!({
        "session": met["id"], "question": rated(1)[0], "sees": "lower", "level": "partly",
        "reason": "The policy is of 2019.", "agreed": true,
    });
    seat.done("panel.view", view);
    seat.done("panel.hold", json!({ "session": met["id"] }));
    seat
}

fn five() -> Vec<Seat> {
    let names = ["Sampleton", "Exampleton", "Instanceshire", "Northsample", "Southsample"];
    let organisations: [[Organisation; 2]; 5] = [
        [("Trust One", "T1", 1, "met"), ("College One", "C1", 2, "partly")],
        [("Trust Two", "T2", 3, "met"), ("College Two", "C2", 4, "met")],
        [("Trust Three", "T3", 5, "met"), ("College Three", "C3", 6, "met")],
        [("Trust Four", "T4", 7, "met"), ("College Four", "C4", 8, "not_met")],
        [("Trust Five", "T5", 9, "met"), ("College Five", "C5", 10, "met")],
    ];
    let all = names.iter().zip(organisations).zip(21_u64..);
    all.map(|((name, own), seed)| reviewed(seed, &format!("{name} Partnership"), own)).collect()
}

fn table(paper: &Value, title: &str) -> Value {
    let sections = paper["sections"].as_array().expect("sections");
    let blocks = sections.iter().flat_map(|section| section["blocks"].as_array().expect("blocks"));
    let tables = blocks.filter(|block| block["block"] == "table").map(|block| &block["content"]);
    tables
        .into_iter()
        .find(|table| table["title"] == title)
        .unwrap_or_else(|| panic!("{title}: {paper}"))
        .clone()
}

fn texts(row: &Value) -> Vec<&str> {
    row.as_array().expect("cells").iter().map(|cell| cell["text"].as_str().expect("text")).collect()
}

#[test]
fn a_peer_review_is_merged_from_five_partnerships_packs() {
    let five = five();
    let here = &five[0];
    for (at, seat) in five.iter().enumerate().skip(1) {
        let path = pack(seat, &format!("{at}.attestpack"), "named");
        assert_eq!(read(here, &path)["rounds"][0]["became"], "new");
    }
    let rounds = here.done("pack.list", json!({}))["rounds"].clone();
    let rounds = rounds.as_array().expect("rounds");
    assert_eq!(rounds.len(), 5);
    let ids: Vec<&Value> = rounds.iter().map(|one| &one["round"]).collect();
    let paper = here.done("merged.show", json!({ "rounds": ids }));
    let questions = table(&paper, "Result per question, % met");
    assert_eq!(questions["columns"].as_array().map(Vec::len), Some(8), "number, text, all and five");
    let first = texts(&questions["rows"][0]);
    assert_eq!(first[2], "36.4% (n = 11)", "eleven organisations, the police once: {first:?}");
    let by_partnership = table(&paper, "Reviewers beside own ratings, by partnership");
    assert_eq!(
        texts(&by_partnership["rows"][5]),
        ["All", "0.0% (n = 5)", "0.0% (n = 5)", "100.0% (n = 5)", "5"]
    );
    let returns = table(&paper, "Returns in this report");
    let all = returns["rows"].as_array().expect("rows");
    assert_eq!(all.len(), 11);
    let police = all.iter().map(texts).find(|row| row[0] == "Sampleshire Police").expect("it is there");
    assert_eq!(police[1].split("; ").count(), 5);
    let two = here.done("merged.show", json!({ "rounds": [ids[0], ids[1]] }));
    assert_eq!(table(&two, "Returns in this report")["rows"].as_array().map(Vec::len), Some(5));
}

#[test]
fn the_order_of_reading_makes_no_difference_and_what_is_shared_names_nobody() {
    let five = five();
    let (one, two) = (&five[0], &five[1]);
    let packs: Vec<_> = five.iter().skip(2).map(|seat| pack(seat, "out.attestpack", "named")).collect();
    packs.iter().for_each(|path| drop(read(one, path)));
    packs.iter().rev().chain(&packs).for_each(|path| drop(read(two, path)));
    let others = |seat: &Seat| {
        let rounds = seat.done("pack.list", json!({}))["rounds"].clone();
        rounds
            .as_array()
            .expect("rounds")
            .iter()
            .filter(|one| one["own"] == false)
            .map(|one| one["round"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(others(one), others(two));
    let tables = |seat: &Seat, readers: &str| {
        let paper = seat.done("merged.show", json!({ "rounds": others(seat), "readers": readers }));
        paper["sections"].clone()
    };
    assert_eq!(tables(one, "officers"), tables(two, "officers"));
    let shared = tables(one, "others").to_string();
    assert!(
        !shared.contains("Sampleshire Police")
            && !shared.contains("Trust Three")
            && shared.contains("hidden")
    );
}
