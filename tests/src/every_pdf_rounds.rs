//! Papers as a PDF that one round has and another has not: drawn samples, workshops, packs of their sessions, what a case audit
//! gives out, and something that is made again.

use std::path::Path;

use serde_json::{Value, json};

use crate::gateway::seat::Seat;

/// Papers as PDF, each with its name.
type Papers = Vec<(String, Vec<u8>)>;

/// Writes a paper and takes it along.
fn one(seat: &Seat, all: &mut Papers, name: &str, (command, asked): (&str, Value)) {
    seat.next_dialog("paper.pdf");
    seat.done(command, asked);
    all.push((name.to_owned(), std::fs::read(seat.path("paper.pdf")).expect("written")));
}

/// Writes into a folder of its own, and takes along every PDF that is there then.
fn folder(seat: &Seat, all: &mut Papers, name: &str, (command, asked): (&str, Value)) {
    let place = format!("{name} {}", all.len());
    std::fs::create_dir(seat.path(&place)).expect("a folder");
    seat.next_dialog(&place);
    seat.done(command, asked);
    let before = all.len();
    below(&seat.path(&place), &mut |path| all.push((name.to_owned(), std::fs::read(path).expect("read"))));
    assert!(all.len() > before, "{name} writes a PDF");
}

fn below(folder: &Path, take: &mut impl FnMut(&Path)) {
    for path in std::fs::read_dir(folder).expect("a folder").map(|one| one.expect("one").path()) {
        if path.is_dir() {
            below(&path, take);
        } else if path.extension().is_some_and(|ending| ending == "pdf") {
            take(&path);
        }
    }
}

fn ids(all: &Value) -> Vec<Value> {
    all.as_array().map(|all| all.iter().map(|one| one["id"].clone()).collect()).unwrap_or_default()
}

/// All of them, of every round of the open file and of its case audits.
pub fn papers(seat: &Seat) -> Papers {
    let mut all = Papers::new();
    let rounds = seat.done("round.list", json!({})).as_array().expect("rounds").clone();
    let first = rounds.iter().find(|one| one["current"] == true).expect("one in view")["round"].clone();
    let rules = seat.done("draw.show", json!({}))["rules"].clone();
    seat.done("draw.make", json!({ "name": "Drawn for its paper", "rules": rules, "seed": "7" }));
    for round in &rounds {
        seat.done("round.choose", json!({ "round": round["round"] }));
        for sample in ids(&seat.done("draw.show", json!({}))["samples"]) {
            one(seat, &mut all, "drawn", ("draw.write", json!({ "sample": sample, "format": "pdf" })));
        }
        for workshop in ids(&seat.done("workshop.list", json!({}))["workshops"]) {
            for paper in ["allocation", "programme", "record", "presentation"] {
                let asked = json!({ "workshop": workshop, "paper": paper, "format": "pdf" });
                one(seat, &mut all, &format!("workshop {paper}"), ("workshop.paper", asked));
            }
        }
        of_sessions(seat, &mut all);
    }
    for audit in ids(&seat.done("case_audit.list", json!({}))["audits"]) {
        of_cases(seat, &mut all, &audit);
    }
    seat.done("round.choose", json!({ "round": first }));
    let lines = seat.done("report.writings", json!({}));
    if let Some(line) = lines.as_array().and_then(|all| all.iter().find(|one| one["kind"] == "full")) {
        let asked = json!({ "publication": line["id"], "format": "pdf" });
        one(seat, &mut all, "made again", ("report.again", asked));
    }
    all
}

/// The packs of a session, of each member and of one over all sessions.
fn of_sessions(seat: &Seat, all: &mut Papers) {
    for session in ids(&seat.done("panel.list", json!({}))["sessions"]) {
        let met = seat.done("panel.show", json!({ "session": session }));
        let people = met["people"].as_array().cloned().unwrap_or_default();
        let Some(member) = people.iter().find(|one| one["side"] == "panel") else { continue };
        folder(seat, all, "forms", ("panel.forms", json!({ "session": session, "packs": "pdf" })));
        let asked = json!({ "member": member["name"], "format": "pdf" });
        one(seat, all, "member pack", ("panel.member_pack", asked));
    }
}

/// What a case audit gives out: its summary, its briefing, what each agency takes back.
fn of_cases(seat: &Seat, all: &mut Papers, audit: &Value) {
    let shown = seat.done("case_audit.show", json!({ "audit": audit }));
    let mut papers = vec![("summary", Value::Null)];
    let approved = !shown["approved"].is_null()
        || seat.call("case_audit.approve", json!({ "audit": audit, "by": "The Executive" })).is_ok();
    papers.extend(approved.then_some(("briefing", Value::Null)));
    papers.extend(shown["agencies"].as_array().expect("agencies").iter().map(|one| ("extract", one.clone())));
    for (paper, agency) in papers {
        let asked = json!({ "audit": audit, "paper": paper, "agency": agency, "format": "pdf" });
        one(seat, all, &format!("case {paper}"), ("case_audit.paper", asked));
    }
}
