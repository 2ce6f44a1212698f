//! The recipe of every paper of the sample partnership: whatever changes what a paper says, its recipe says so; and when the
//! change is taken back, the same figures come out again.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::every_table::sample;
use crate::gateway::seat::Seat;

const PAPERS: [&str; 9] = [
    "full",
    "executive",
    "dsl_briefing",
    "governors",
    "public",
    "assurance",
    "method",
    "decisions",
    "scrutineer",
];

/// What a paper says, without its recipe.
fn said(seat: &Seat, paper: &str, readers: &str) -> String {
    let view = seat.done("report.show", json!({ "paper": paper, "readers": readers }));
    let mut sections = view["document"]["sections"].as_array().expect("sections").clone();
    sections.retain(|one| one["name"] != "Recipe");
    for blocks in sections.iter_mut().filter_map(|one| one["blocks"].as_array_mut()) {
        blocks
            .retain(|block| !block.to_string().contains("Recipe: ") && !block.to_string().contains("digest"));
    }
    Value::from(sections).to_string()
}

/// Every paper as it is written, for officers and for others.
fn written(seat: &Seat) -> BTreeMap<(&'static str, &'static str), (Value, String)> {
    let mut all = BTreeMap::new();
    for (paper, readers) in PAPERS.into_iter().flat_map(|paper| [(paper, "officers"), (paper, "others")]) {
        seat.next_dialog("paper.html");
        let asked = json!({ "paper": paper, "readers": readers, "format": "html" });
        seat.done("report.write", asked);
        let wrote = seat.done("report.show", json!({ "paper": paper, "readers": readers }));
        all.insert((paper, readers), (wrote["writings"][0]["id"].clone(), said(seat, paper, readers)));
    }
    all
}

/// Something that changes each of what papers are made of besides ratings, and how the check begins to say so.
fn changes(seat: &Seat) -> Vec<(&'static str, &'static str, Value)> {
    let first = |command: &str, at: &str| {
        seat.done(command, json!({})).pointer(at).unwrap_or_else(|| panic!("{command} has no {at}")).clone()
    };
    let compared = seat.done("comparison.list", json!({}));
    let compared = compared.as_array().expect("questions").iter().find(|one| one["compared"] == json!(true));
    let theme = seat.done("theme.list", json!({}));
    let theme = theme.as_array().expect("themes").iter().find(|one| one["returns"] != json!(0)).expect("one");
    let round = seat.done("round.show", json!({}));
    let returned =
        round["settings"].as_array().expect("settings").iter().find(|one| one["submission"].is_string());
    vec![
        (
            "Who is asked",
            "chase.spoken",
            json!({ "setting": first("chase.show", "/lines/0/setting"), "note": "On its way." }),
        ),
        (
            "Other questions",
            "comparison.say",
            json!({ "question": compared.expect("one")["question"], "verdict": "leave_out", "reason": "Asked otherwise." }),
        ),
        (
            "Themes",
            "theme.save",
            json!({ "id": theme["id"], "name": "Another name", "kind": theme["kind"], "response": theme["response"] }),
        ),
        ("Surveys", "survey.remove", json!({ "id": first("survey.list", "/surveys/0/id") })),
        (
            "Samples",
            "finding.record",
            json!({
                "submission": returned.expect("one")["submission"], "kind": "challenge", "text": "Said by the panel.",
                "agency": "health",
            }),
        ),
        (
            "The partnership",
            "recommendation.save",
            json!({
                "id": null,
                "said": { "text": "Train everybody.", "source": "panel", "theme": "Training", "stance": "waiting" },
            }),
        ),
    ]
}

#[test]
fn whatever_changes_what_a_paper_says_its_recipe_says_so() {
    let seat = sample();
    let papers = written(&seat);
    let mut moved = BTreeMap::new();
    for (sentence, command, input) in changes(&seat) {
        seat.done(command, input);
        for ((paper, readers), (id, before)) in &papers {
            let check = seat.done("report.check", json!({ "publication": id }));
            let told = check["changed"].to_string().contains(sentence);
            let changed = said(&seat, paper, readers) != *before;
            assert!(told || !changed, "{command} changes {paper} for {readers}, and nobody says so: {check}");
            assert_eq!(told, check["same"] == json!(false), "{command}, {paper} for {readers}: {check}");
            // As the file stood then the ratings come out, whatever else has moved.
            assert!(!told || check["again"] == json!(true), "{command}, {paper} for {readers}: {check}");
            *moved.entry((command, changed)).or_insert(0) += 1;
        }
        seat.done("file.undo", json!({}));
    }
    for ((paper, readers), (id, before)) in &papers {
        let check = seat.done("report.check", json!({ "publication": id }));
        assert_eq!(check["same"], json!(true), "{paper} for {readers}: {check}");
        assert_eq!(said(&seat, paper, readers), *before, "{paper} for {readers}");
    }
    let commands: std::collections::BTreeSet<&str> =
        moved.keys().filter(|(_, changed)| *changed).map(|(command, _)| *command).collect();
    assert_eq!(commands.len(), 6, "each of them changes a paper: {moved:?}");
}

#[test]
fn figures_are_made_again_with_all_that_is_as_it_was() {
    let seat = sample();
    seat.next_dialog("full.html");
    seat.done("report.write", json!({ "paper": "full", "readers": "officers", "format": "html" }));
    let id = seat.done("report.writings", json!({}))[0]["id"].clone();
    let made_again = || {
        seat.next_dialog("again.html");
        seat.done("report.again", json!({ "publication": id, "format": "html" }));
        std::fs::read_to_string(seat.path("again.html")).expect("written")
    };
    seat.done("register.add", json!({ "name": "Another School", "kind": "school", "phase": "Primary" }));
    let whole = made_again();
    for part in ["Voices beside the self-ratings", "Panel sessions", "Recommendations"] {
        assert!(whole.contains(part), "{part} is as it was");
    }
    assert!(!whole.contains("Left out, since changed"));
    let survey = seat.done("survey.list", json!({}))["surveys"][0]["id"].clone();
    seat.done("survey.remove", json!({ "id": survey }));
    let check = seat.done("report.check", json!({ "publication": id }));
    assert!(check["sentence"].as_str().is_some_and(|it| it.contains("What it said of surveys")), "{check}");
    assert!(made_again().contains("Left out, since changed: surveys."));
}

#[test]
fn everything_that_was_written_is_listed_and_can_be_checked() {
    let seat = sample();
    for (command, input) in [
        ("round_paper.write", json!({ "paper": "response", "format": "html" })),
        ("round_paper.write", json!({ "paper": "non_return", "format": "html" })),
        ("round_paper.write", json!({ "paper": "handover", "format": "html" })),
        ("table.save", json!({ "table": "standards", "readers": "others" })),
        ("report.write", json!({ "paper": "public", "format": "html" })),
    ] {
        seat.next_dialog("out.html");
        seat.done(command, input);
    }
    let lines = seat.done("report.writings", json!({}));
    let kinds: Vec<&str> =
        lines.as_array().expect("lines").iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!(kinds, ["public", "tables", "handover", "non_return", "response"]);
    let check = |at: usize| seat.done("report.check", json!({ "publication": lines[at]["id"] }));
    assert!((0..kinds.len()).all(|at| check(at)["same"] == json!(true)), "{}", check(4));
    let line = seat.done("chase.show", json!({}))["lines"][0]["setting"].clone();
    seat.done("chase.spoken", json!({ "setting": line, "note": "On its way." }));
    assert_eq!((check(4)["same"].clone(), check(4)["again"].clone()), (json!(false), json!(true)));
    let page = std::fs::read_to_string(seat.path("out.html")).expect("written");
    assert!(page.contains("How to make these figures again"), "{page}");
}
