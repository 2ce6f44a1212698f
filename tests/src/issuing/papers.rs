//! The papers of a round: handover, response at a day, non-return log; in Word, as a page and as a workbook.

use serde_json::{Value, json};

use super::ground::{issue, school, seat};

fn texts(document: &Value) -> String {
    document["sections"].to_string()
}

#[test]
fn the_handover_page_says_what_is_next_as_the_round_goes_on() {
    let seat = seat();
    let next = || {
        let view = seat.done("handover.show", json!({}));
        let steps = view["next"].as_array().cloned().unwrap_or_default();
        steps
            .iter()
            .map(|step| (step["what"].as_str().unwrap_or_default().to_owned(), step["count"].clone()))
            .collect::<Vec<_>>()
    };
    assert!(next().contains(&("issue".to_owned(), json!(4))), "{:?}", next());
    issue(&seat, "out");
    assert!(next().iter().all(|(what, _)| what != "issue"), "{:?}", next());
    seat.world.pass(40 * 24 * 3600);
    assert!(next().contains(&("chase".to_owned(), json!(4))), "{:?}", next());
    let view = seat.done("handover.show", json!({}));
    assert_eq!(view["stands"]["overdue"], json!(4));
    let document = seat.done("round_paper.show", json!({ "paper": "handover" }));
    assert!(texts(&document).contains("Chase 4 returns that are overdue."), "{document}");
}

#[test]
fn the_response_at_a_past_day_is_as_it_was() {
    let seat = crate::gateway::seat::Seat::new();
    crate::gateway::accepted(&seat);
    let shown = |on: Value| {
        let document = seat.done("round_paper.show", json!({ "paper": "response", "by": "phase", "on": on }));
        document["sections"][0]["blocks"][1]["content"][0]["value"].clone()
    };
    assert_eq!(shown(json!(null)), "1 of 1");
    let list = seat.done("round.show", json!({}));
    let submission = &list["settings"][0]["submission"];
    seat.world.pass(2 * 24 * 3600);
    let back = json!({ "submission": submission, "reason": "One answer needs a word more.", "questions": [["school.a1", "Which?"]] });
    seat.next_dialog("back.xlsx");
    seat.done("return.send_back", back);
    assert_eq!(shown(json!(null)), "0 of 1");
    assert_eq!(shown(json!("2026-11-21")), "1 of 1");
    assert_eq!(shown(json!("2026-11-20")), "0 of 0", "nobody was on the register yet");
}

#[test]
fn the_log_is_restricted_names_what_was_done_and_is_written_three_ways() {
    let seat = seat();
    let setting = school(&seat, "Sampleton High");
    seat.done("chase.spoken", json!({ "setting": setting, "note": "The head will call back." }));
    let log = seat.done("round_paper.show", json!({ "paper": "non_return" }));
    assert!(log["marking"].as_str().is_some_and(|marking| marking.starts_with("Restricted")), "{log}");
    assert!(texts(&log).contains("spoken to: The head will call back."), "{log}");
    for (format, first) in [("docx", &b"PK"[..]), ("html", b"<!"), ("xlsx", b"PK")] {
        seat.next_dialog(&format!("log.{format}"));
        seat.done("round_paper.write", json!({ "paper": "non_return", "format": format }));
        let bytes = std::fs::read(seat.path(&format!("log.{format}"))).expect("written");
        assert!(bytes.starts_with(first), "{format}");
    }
    let page = std::fs::read_to_string(seat.path("log.html")).expect("written");
    assert!(page.contains("Restricted"), "the page says who may read it");
}
