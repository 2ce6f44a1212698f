//! A return that goes back and comes again: its correction laid over it, locked or not, beside what it was, and a file
//! of another round. All by the commands of the page.

use attest::workbook::{self, Return, Templates};
use serde_json::{Value, json};

use super::ground::{Ground, states};
use crate::gateway::seat::{Seat, new_partnership, new_school};

const PASSPHRASE: &str = "one-two-three-four-five";

/// A round with one school, and its return in it: four answers, revision 1.
fn round() -> (Seat, Ground) {
    let (seat, ground) = (Seat::new(), Ground::new(3));
    seat.next_dialog("partnership.attest");
    seat.done("start.new_partnership", new_partnership());
    seat.done("register.add", new_school());
    let made = ground.made(1, 1, "100001", &[0, 1, 2, 3]);
    let line = taken_in(&seat, "first.xlsx", &written(&made, &ground));
    assert_eq!(line["verdict"], "clean", "{line}");
    (seat, ground)
}

fn written(made: &Return, ground: &Ground) -> Vec<u8> {
    workbook::write(made, ground.template).expect("written").value
}

/// Takes in one file that came, and gives its line.
fn taken_in(seat: &Seat, name: &str, bytes: &[u8]) -> Value {
    let folder = format!("in-{name}");
    std::fs::create_dir_all(seat.path(&folder)).expect("made");
    std::fs::write(seat.path(&folder).join(name), bytes).expect("written");
    seat.world.pass(60);
    seat.next_dialog(&folder);
    seat.done("intake.folder", json!({}));
    let job = seat.ended();
    assert_eq!(job["state"], "done", "{job}");
    let lines = seat.done("intake.latest", json!({}))["lines"].clone();
    assert_eq!(lines.as_array().map(Vec::len), Some(1), "{lines}");
    lines[0].clone()
}

fn row(seat: &Seat) -> Value {
    seat.done("return.list", json!({}))[0].clone()
}

fn shown(seat: &Seat) -> Value {
    seat.done("return.show", json!({ "submission": row(seat)["submission"] }))
}

/// What a return answers to a question.
fn answer(view: &Value, question: &str) -> Value {
    let standards = view["standards"].as_array().expect("standards").iter();
    let mut lines = standards.flat_map(|one| one["lines"].as_array().into_iter().flatten());
    let line = lines.find(|line| line["question"] == question).unwrap_or_else(|| panic!("no {question}"));
    line["self_rating"].clone()
}

/// The workbook that goes back with two questions, as the school fills it in: A2 fully met.
fn corrected(seat: &Seat) -> Vec<u8> {
    seat.next_dialog("back.xlsx");
    seat.done(
        "return.send_back",
        json!({
            "submission": row(seat)["submission"], "reason": "Two answers need a word more.",
            "questions": [["school.a2", "Which policy is meant?"], ["school.a3", "By when?"]],
        }),
    );
    let bytes = std::fs::read(seat.path("back.xlsx")).expect("it was written");
    let mut found = workbook::read(&bytes, &Templates::default()).expect("ours").value;
    assert_eq!(found.returned.answers.len(), 2, "only what is in doubt");
    let (first, met) = (&mut found.returned.answers[0], found.template.scales[0].levels[0].code.0.clone());
    assert_ne!(first.value.as_deref(), Some(met.as_str()));
    (first.value, first.note) = (Some(met), "The policy of September.".to_owned());
    workbook::write(&found.returned, &found.template).expect("written").value
}

/// The correction stands in the one answer that it changed; all else is as it was returned first.
fn corrected_in(seat: &Seat, before: &Value, file: &str) {
    let (row, view) = (row(seat), shown(seat));
    assert_eq!(
        (&row["state"], seat.done("return.list", json!({})).as_array().map(Vec::len)),
        (&json!("received"), Some(1))
    );
    for question in ["school.a1", "school.a3", "school.a4"] {
        assert_eq!(answer(&view, question), answer(before, question), "{question}");
    }
    assert_ne!(answer(&view, "school.a2"), answer(before, "school.a2"));
    let files = view["beside"]["files"].as_array().expect("files").iter();
    let names: Vec<&str> = files.filter_map(|one| one["name"].as_str()).collect();
    assert!(names.contains(&file) && names.contains(&"first.xlsx"), "{names:?}");
    assert_eq!(states(&view), ["received", "sent_back", "received"]);
}

#[test]
fn the_correction_of_a_return_that_was_sent_back_is_laid_over_it() {
    let (seat, _) = round();
    let before = shown(&seat);
    let bytes = corrected(&seat);
    assert_eq!(row(&seat)["state"], "sent_back");
    let line = taken_in(&seat, "corrected.xlsx", &bytes);
    assert_eq!(line["verdict"], "replaces", "{line}");
    corrected_in(&seat, &before, "corrected.xlsx");
    assert_eq!(taken_in(&seat, "corrected.xlsx", &bytes)["verdict"], "replaces", "taken in once");
    corrected_in(&seat, &before, "corrected.xlsx");
}

#[test]
fn a_locked_correction_waits_for_its_password_and_is_then_laid_over_the_return() {
    let (seat, _) = round();
    let before = shown(&seat);
    let locked = attest::sheet::lock(&corrected(&seat), PASSPHRASE, [3; 32]).expect("locked");
    let line = taken_in(&seat, "locked.xlsx", &locked);
    assert_eq!((&line["asks"], &row(&seat)["state"]), (&json!(true), &json!("sent_back")), "{line}");
    let asked = seat.done("needs.list", json!({}))["questions"][0].clone();
    assert_eq!(asked["kind"], "locked", "{asked}");
    let with = |password: &str| json!({ "original": asked["given"], "password": password });
    let wrong = seat.refused("needs.unlock", with("six-seven"));
    assert!(wrong.message.contains("does not open") && !wrong.hint.is_empty(), "{}", wrong.message);
    assert_eq!(row(&seat)["state"], "sent_back");
    let left = seat.done("needs.unlock", with(PASSPHRASE));
    assert_eq!(left["questions"], json!([]));
    corrected_in(&seat, &before, "locked.xlsx");
    assert!(!seat.done("file.history", json!({})).to_string().contains(PASSPHRASE), "it is kept nowhere");
    assert!(seat.refused("needs.unlock", with(PASSPHRASE)).message.contains("not locked"));
}

#[test]
fn a_second_return_is_shown_beside_the_first_question_by_question() {
    let (seat, ground) = round();
    let mut second = ground.made(1, 2, "100001", &[0, 0, 2, 3]);
    second.answers[0].note = "Written since.".to_owned();
    let line = taken_in(&seat, "second.xlsx", &written(&second, &ground));
    assert_eq!(line["verdict"], "replaces", "{line}");
    let two = json!({ "before": line["beside"], "now": line["original"] });
    let view = seat.done("intake.difference", two);
    assert_eq!(
        (&view["before"]["name"], &view["now"]["name"]),
        (&json!("first.xlsx"), &json!("second.xlsx"))
    );
    assert_eq!((&view["before"]["revision"], &view["now"]["revision"]), (&json!(1), &json!(2)));
    let lines: Vec<(&str, &str, &str)> = view["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| ["number", "before", "now"].map(|field| line[field].as_str().unwrap_or("")).into())
        .collect();
    assert_eq!(lines.len(), 2, "{view}");
    assert_eq!((lines[0].0, lines[0].1, lines[0].2), ("A1", "", "Written since."), "{view}");
    assert!(lines[1].0 == "A2" && lines[1].1 != lines[1].2 && !lines[1].1.is_empty(), "{view}");
    assert_eq!(view["alike"], 2, "{view}");
}

#[test]
fn a_return_of_another_round_is_kept_aside_and_placed_there_once_that_is_said() {
    let (seat, ground) = round();
    let other = |number, label: &str| {
        let mut made = ground.made(number, 1, "100001", &[3, 3]);
        made.identity.round = label.to_owned();
        written(&made, &ground)
    };
    let line = taken_in(&seat, "old.xlsx", &other(7, "2019/20"));
    assert_eq!((&line["verdict"], &line["submission"]), (&json!("other_round"), &Value::Null), "{line}");
    assert!(line["message"].as_str().is_some_and(|said| said.contains("2019/20")), "{line}");
    assert_eq!(seat.done("needs.list", json!({}))["questions"], json!([]), "no such round is in this file");

    let first = seat.done("round.show", json!({}))["round"]["id"].clone();
    seat.done("round.add", json!({ "label": "2027/28", "template": "school@2025.1", "from": first }));
    let now = seat.done("round.show", json!({}))["round"]["id"].clone();
    seat.done("round.choose", json!({ "round": first }));
    let line = taken_in(&seat, "early.xlsx", &other(8, "2027/28"));
    assert_eq!((&line["verdict"], &line["asks"]), (&json!("other_round"), &json!(true)), "{line}");
    let asked = seat.done("needs.list", json!({}))["questions"][0].clone();
    assert_eq!((&asked["kind"], &asked["choices"][0]["meaning"]), (&json!("round"), &now), "{asked}");
    let said = json!({ "kind": "round", "given": asked["given"], "meaning": now });
    assert_eq!(seat.done("needs.answer", said)["questions"], json!([]));
    assert_eq!(
        seat.done("return.list", json!({})).as_array().map(Vec::len),
        Some(1),
        "this round is as it was"
    );
    seat.done("round.choose", json!({ "round": now }));
    assert_eq!((&row(&seat)["file"], &row(&seat)["state"]), (&json!("early.xlsx"), &json!("received")));
}
