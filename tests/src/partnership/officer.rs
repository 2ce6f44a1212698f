//! What an officer does with a return: listed, noted on, looked at, sent back with its workbook, and its file saved.

use attest::workbook::{InProcess, Reads, Templates};
use serde_json::{Value, json};

use super::ground::{Ground, states};
use crate::gateway::seat::{Seat, new_partnership, new_school};

/// A round with one return in it, half answered, and a school that has not returned.
fn round() -> (Seat, String) {
    let ground = Ground::new(3);
    let made = ground.made(1, 1, "100001", &[0, 1, 2, 3]);
    let bytes = attest::workbook::write(&made, ground.template).expect("written").value;
    let seat = Seat::new();
    std::fs::create_dir_all(seat.path("in")).expect("made");
    std::fs::write(seat.path("in/return.xlsx"), bytes).expect("written");
    seat.next_dialog("partnership.attest");
    seat.done("start.new_partnership", new_partnership());
    seat.done("register.add", new_school());
    seat.next_dialog("in");
    seat.done("intake.folder", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let rows = seat.done("return.list", json!({}));
    let submission = rows[0]["submission"].as_str().expect("it is listed").to_owned();
    (seat, submission)
}

fn only_row(seat: &Seat) -> Value {
    let rows = seat.done("return.list", json!({}));
    assert_eq!(rows.as_array().map(Vec::len), Some(1), "{rows}");
    rows[0].clone()
}

#[test]
fn a_return_is_listed_light_noted_on_and_looked_at() {
    let (seat, submission) = round();
    let row = only_row(&seat);
    assert_eq!((&row["name"], &row["state"]), (&json!("Example Primary School"), &json!("received")));
    assert_eq!(
        (&row["late"], &row["signed"], &row["file"]),
        (&json!(false), &json!("nobody"), &json!("return.xlsx"))
    );
    seat.done("note.write", json!({ "submission": submission, "text": "Ring them on Monday." }));
    let noted =
        json!({ "submission": submission, "question": "school.a2", "text": "Is this about this year?" });
    let view = seat.done("note.write", noted);
    assert_eq!(view["beside"]["notes"][1]["question"], "school.a2");
    assert_eq!(view["beside"]["notes"][0]["who"], "Alex Example");
    assert_eq!(only_row(&seat)["notes"], 2);
    let gone = json!({ "submission": submission, "note": view["beside"]["notes"][0]["id"] });
    assert_eq!(seat.done("note.remove", gone.clone())["beside"]["notes"].as_array().map(Vec::len), Some(1));
    assert!(seat.refused("note.remove", gone).message.contains("not on this return"));
    let chosen = json!({ "submissions": [submission] });
    assert_eq!(seat.done("return.check", chosen.clone()), json!(1));
    assert_eq!(only_row(&seat)["state"], "checked");
    assert!(seat.refused("return.check", chosen.clone()).message.contains("received"));
    seat.done("return.accept", chosen);
    let view = seat.done("return.show", json!({ "submission": submission }));
    assert_eq!(states(&view), ["received", "checked", "accepted"]);
}

#[test]
fn a_return_goes_back_with_a_reason_and_only_the_questions_in_doubt() {
    let (seat, submission) = round();
    let blank = json!({ "submission": submission, "reason": "  ", "questions": [["school.a2", "x"]] });
    assert!(seat.refused("return.send_back", blank).message.contains("reason"));
    let back = json!({
        "submission": submission, "reason": "Two answers need a word more.",
        "questions": [["school.a2", "Which policy is meant?"], ["school.a3", "By when?"]],
    });
    assert_eq!(seat.done("return.send_back", back.clone()), Value::Null, "dismissed, so nothing is changed");
    assert_eq!(only_row(&seat)["state"], "received");
    seat.next_dialog("back.xlsx");
    let sent = seat.done("return.send_back", back.clone());
    let covering = sent["covering"].as_str().expect("a text");
    for words in
        ["Example Primary School", "2026/27", "Two answers need a word more.", "2 questions", "back.xlsx"]
    {
        assert!(covering.contains(words), "{words} in {covering}");
    }
    let bytes = std::fs::read(seat.path("back.xlsx")).expect("it was written");
    let template = attest::template::library::find("school@2025.1").expect("it ships").clone();
    let known = Templates::of(&[template]);
    let read = InProcess.read("back.xlsx", &bytes, &known).expect("it is one of ours").value.returned;
    assert_eq!(read.identity.submission.to_string(), submission);
    let asked: Vec<&str> = read.answers.iter().map(|answer| answer.question.0.as_str()).collect();
    assert_eq!(asked, ["school.a2", "school.a3"]);
    let view = seat.done("return.show", json!({ "submission": submission }));
    assert_eq!(view["state"], "sent_back");
    assert_eq!(view["beside"]["history"][1]["reason"], "Two answers need a word more.");
    assert_eq!(view["beside"]["notes"][0]["text"], "Which policy is meant?");
    assert!(seat.refused("return.send_back", back).message.contains("before"));
}

#[test]
fn the_original_file_is_saved_to_the_byte_and_each_answer_says_its_cell() {
    let (seat, submission) = round();
    let view = seat.done("return.show", json!({ "submission": submission }));
    let file = &view["beside"]["files"][0];
    assert_eq!((&file["name"], &file["stands"]), (&json!("return.xlsx"), &json!(true)));
    let answered =
        view["standards"].as_array().expect("standards").iter().flat_map(|one| one["lines"].as_array());
    let sources: Vec<&str> = answered
        .flatten()
        .filter(|line| !line["self_rating"].is_null())
        .filter_map(|line| line["source"].as_str())
        .collect();
    assert!(sources.len() == 4 && sources.iter().all(|source| source.contains("cell")), "{sources:?}");
    seat.next_dialog("saved.xlsx");
    seat.done("return.save_original", json!({ "original": file["original"] }));
    let saved = std::fs::read(seat.path("saved.xlsx")).expect("saved");
    assert_eq!(saved, std::fs::read(seat.path("in/return.xlsx")).expect("there"));
}
