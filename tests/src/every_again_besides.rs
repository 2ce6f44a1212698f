//! A handover's recipe tells people, what was done lately and files that wait; and whoever can only read a file makes again
//! all that was written in it, as it stood then.

use serde_json::{Value, json};

use crate::every_again::said;
use crate::every_recipe::changes;
use crate::every_table::sample;
use crate::gateway::seat::Seat;

/// Writes a paper as a page; gives its line and what it says.
fn wrote(seat: &Seat, command: &str, asked: Value) -> (Value, String) {
    seat.next_dialog("first.html");
    seat.done(command, asked);
    (seat.done("report.writings", json!({}))[0].clone(), said(seat, "first.html"))
}

fn again(seat: &Seat, line: &Value) -> String {
    seat.next_dialog("again.html");
    seat.done("report.again", json!({ "publication": line["id"], "format": "html" }));
    said(seat, "again.html")
}

fn check(seat: &Seat, line: &Value) -> Value {
    seat.done("report.check", json!({ "publication": line["id"] }))
}

/// A handover is written, something is done, and the check says so; of the response it says nothing. Gives the handover.
fn is_told(seat: &Seat, (sentence, command, input): (&str, &str, Value)) -> (Value, String) {
    let (line, before) = wrote(seat, "round_paper.write", json!({ "paper": "handover", "format": "html" }));
    let (response, _) = wrote(seat, "round_paper.write", json!({ "paper": "response", "format": "html" }));
    assert_eq!(check(seat, &line)["same"], json!(true), "a paper that was written since is no step");
    let shown = || seat.done("round_paper.show", json!({ "paper": "handover" }))["sections"].to_string();
    let now = shown();
    seat.done(command, input);
    assert_ne!(shown(), now, "{command} changes the page");
    let told = check(seat, &line);
    let changed = told["changed"].to_string();
    assert!(told["same"] == json!(false) && changed.contains(sentence), "{command}: {told}");
    assert!(!check(seat, &response)["changed"].to_string().contains(sentence), "{command}");
    (line, before)
}

#[test]
fn a_handover_says_when_people_or_steps_are_others_and_is_made_again_as_it_was() {
    let seat = sample();
    let person = seat.done("partnership.show", json!({}))["contacts"][0]["id"].clone();
    let theme = seat.done("theme.list", json!({}))[0].clone();
    let theme = json!({ "id": theme["id"], "name": "Another name", "kind": theme["kind"], "response": theme["response"] });
    for change in [
        ("What was done lately is another", "theme.save", theme),
        ("The people of the partnership", "contact.save", json!({ "role": "Chair", "name": "A. Person" })),
        ("The people of the partnership", "contact.remove", json!({ "id": person })),
    ] {
        let command = change.1;
        let (line, before) = is_told(&seat, change);
        assert_eq!(check(&seat, &line)["again"], json!(true), "{command}");
        assert!(again(&seat, &line) == before, "{command}: as it was then");
    }
}

#[test]
fn words_that_somebody_puts_into_a_paper_are_told_and_taken_back() {
    let seat = sample();
    let shown = seat.done("report.show", json!({ "paper": "executive", "readers": "officers" }));
    let asked = json!({ "paper": "executive", "readers": "officers", "format": "html" });
    let (line, before) = wrote(&seat, "report.write", asked);
    let key = shown["texts"][0]["key"].clone();
    seat.done("report.text", json!({ "paper": "executive", "key": key, "words": "Put by somebody since." }));
    let told = check(&seat, &line);
    assert!(
        told["same"] == json!(false) && told["changed"].to_string().contains("Words that people wrote"),
        "{told}"
    );
    assert!(again(&seat, &line) == before, "as it was then");
    seat.done("file.undo", json!({}));
    assert_eq!(check(&seat, &line)["same"], json!(true));
}

#[test]
fn a_handover_says_when_other_files_wait() {
    let seat = sample();
    let all = std::fs::read_dir(seat.path("sample")).expect("there").map(|one| one.expect("a file").path());
    let strange = |folder: std::path::PathBuf| folder.join("New school safeguarding audit.xlsx");
    let file = all.map(strange).find(|file| file.is_file()).expect("a return of a school that nobody knows");
    seat.next_dialog(file.to_str().expect("a path in letters"));
    seat.done("intake.files", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let asked = seat.done("needs.list", json!({}))["questions"][0].clone();
    let answer = json!({ "kind": asked["kind"], "given": asked["given"], "meaning": "aside" });
    is_told(&seat, ("More or fewer files wait", "needs.answer", answer));
}

#[test]
fn whoever_can_only_read_a_file_makes_again_all_that_was_written_in_it() {
    let seat = sample();
    let papers = [
        wrote(&seat, "report.write", json!({ "paper": "full", "readers": "officers", "format": "html" })),
        wrote(&seat, "report.write", json!({ "paper": "public", "format": "html" })),
        wrote(&seat, "round_paper.write", json!({ "paper": "handover", "format": "html" })),
    ];
    for (_, command, input) in changes(&seat) {
        seat.done(command, input);
    }
    let reader = seat.beside("Robin Reader");
    let files = std::fs::read_dir(seat.path("sample")).expect("there").map(|one| one.expect("a file").path());
    let is_it = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|end| end == "attest") && path.to_string_lossy().contains("artnership")
    };
    let file = files.into_iter().find(is_it).expect("the partnership");
    reader.next_dialog(file.to_str().expect("a path in letters"));
    reader.done("start.open", json!({}));
    let reply = reader.call("report.writings", json!({})).expect("listed");
    assert!(reply.file.and_then(|file| file.read_only).is_some(), "somebody else has it");
    for (line, said) in papers {
        let check = reader.done("report.check", json!({ "publication": line["id"] }));
        assert!(check["same"] == json!(false) && check["again"] == json!(true), "{check}");
        assert!(!check["sentence"].to_string().contains("not among them"), "{check}");
        assert!(again(&reader, &line) == said, "{} says the same", line["kind"]);
    }
}
