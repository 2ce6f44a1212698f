//! The walk of a school and of a partnership, command by command.

use serde_json::{Value, json};

use super::seat::Seat;

/// A partnership's file in which one school's return was taken in and accepted; gives the round.
pub fn accepted_return(seat: &Seat) -> Value {
    std::fs::create_dir_all(seat.path("in")).expect("made");
    let school = seat.beside("Sam Sample");
    school.begin_setting("school.attest");
    school.done("answer.rate", json!({ "question": first(&school), "level": "met" }));
    school.next_dialog("in/return.xlsx");
    school.done("return.write", json!({}));
    school.done("file.close", json!({}));
    seat.begin_partnership("partnership.attest");
    seat.next_dialog("in");
    assert_eq!(seat.done("intake.folder", json!({}))["name"], "intake.folder");
    let job = seat.ended();
    assert_eq!(job["state"], "done", "{job}");
    let intake = seat.done("intake.latest", json!({}));
    seat.done("intake.accept_clean", json!({ "batch": intake["batch"]["id"] }))
}

/// The first question of the open audit.
pub fn first(seat: &Seat) -> String {
    let home = seat.done("home.show", json!({}));
    let standard = seat.done("standard.show", json!({ "standard": home["standards"][0]["id"] }));
    standard["questions"][0]["id"].as_str().expect("a question has an id").to_owned()
}

fn answered(seat: &Seat) -> Value {
    seat.done("home.show", json!({}))["progress"]["answered"].clone()
}

#[test]
fn a_school_begins_answers_takes_back_closes_and_opens_again_by_number() {
    let seat = Seat::new();
    let home = seat.begin_setting("school.attest");
    assert_eq!(home["setting"]["name"], "Example Primary School");
    assert_eq!(home, seat.done("home.show", json!({})));
    let reply = seat.call("answer.rate", json!({ "question": first(&seat), "level": "met" })).expect("rated");
    assert_eq!(reply.value["answer"]["value"], "met");
    let file = reply.file.expect("a file is open");
    assert_eq!((file.name.as_str(), file.undo.as_deref(), file.redo), ("school", Some("answer.rate"), None));
    assert_eq!(answered(&seat), 1);

    assert_eq!(seat.done("file.undo", json!({})), json!({ "name": "answer.rate" }));
    assert_eq!(answered(&seat), 0);
    assert_eq!(seat.session.file_state().and_then(|file| file.redo).as_deref(), Some("answer.rate"));
    assert_eq!(seat.done("file.redo", json!({})), json!({ "name": "answer.rate" }));
    assert_eq!(answered(&seat), 1);

    let closed = seat.call("file.close", json!({})).expect("closed");
    assert_eq!(closed.file, None);
    let recent = &closed.value["recent"][0];
    assert_eq!((&recent["name"], &recent["there"]), (&json!("school"), &json!(true)));
    // Another start of the program: the list is kept in the user's file.
    let later = seat.beside("Alex Example");
    assert_eq!(later.done("start.show", json!({}))["recent"][0], *recent);
    let opened = later.call("start.open_recent", json!({ "id": recent["id"] })).expect("opened");
    assert_eq!(opened.value, json!({ "kind": "setting" }));
    assert_eq!(opened.file.map(|file| (file.name, file.read_only)), Some(("school".to_owned(), None)));
    assert_eq!(answered(&later), 1);
    assert_eq!(later.done("start.forget_recent", json!({ "id": recent["id"] }))["recent"], json!([]));
}

#[test]
fn nothing_is_left_to_undo_behind_the_beginning() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    for name in ["file.undo", "file.redo"] {
        let failure = seat.refused(name, json!({}));
        assert_eq!(failure.kind, attest::error::Kind::State, "{}", failure.message);
    }
    seat.done("home.show", json!({}));
}

#[test]
fn a_file_is_never_begun_over_another_and_a_failed_beginning_leaves_none() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    seat.next_dialog("school.attest");
    let failure = seat.refused("start.new_setting", super::seat::new_setting());
    assert!(failure.message.contains("school.attest"), "{}", failure.message);
    assert_eq!(answered(&seat), 0);
    let mut wrong = super::seat::new_setting();
    wrong["identifiers"] = json!({ "urn": "12" });
    seat.next_dialog("other.attest");
    assert!(seat.refused("start.new_setting", wrong).message.contains("12"));
    assert!(!seat.path("other.attest").exists());
}

#[test]
fn a_partnership_takes_in_accepts_finds_and_reports() {
    let seat = Seat::new();
    let round = accepted_return(&seat);
    assert_eq!((&round["expected"], &round["accepted"]), (&json!(1), &json!(1)));
    let submission = round["settings"][0]["submission"].clone();
    let view = seat.done("return.show", json!({ "submission": submission }));
    let question = &view["standards"][0]["lines"][0];
    assert_eq!(question["self_rating"], "met");
    let finding = json!({
        "submission": submission, "question": question["question"], "kind": "challenge",
        "text": "Reports come in; the minutes show no question asked.", "agency": "health",
        "level": "partly", "reason": "No challenge is recorded.", "agreed": true,
    });
    let view = seat.done("finding.record", finding);
    let line = &view["standards"][0]["lines"][0];
    assert_eq!((&line["self_rating"], &line["moderated"]), (&json!("met"), &json!("partly")));
    assert!(seat.done("table.show", json!({}))["rows"].as_array().is_some_and(|rows| !rows.is_empty()));
    seat.next_dialog("report.xlsx");
    assert_eq!(seat.done("round.write", json!({}))["name"], "report.xlsx");
    assert!(seat.path("report.xlsx").is_file());
    let withdrawn = seat.done("intake.withdraw", json!({ "batch": round["batches"][0]["id"] }));
    assert_eq!((&withdrawn["accepted"], &withdrawn["not_received"]), (&json!(0), &json!(1)));
}

#[test]
fn preferences_are_kept_for_the_next_start() {
    let seat = Seat::new();
    let chosen = json!({
        "theme": "dark", "single_keys": false, "text_size": 130, "name": "Robin Sample", "backup_folder": null,
    });
    assert_eq!(seat.done("preferences.set", chosen.clone()), chosen);
    assert_eq!(seat.beside("Alex Example").done("preferences.show", json!({})), chosen);
    seat.refused("preferences.set", json!({ "theme": "dark", "single_keys": false, "text_size": 131 }));
    assert_eq!(seat.done("preferences.show", json!({})), chosen);
}

#[test]
fn the_history_says_the_name_a_person_gave_and_copies_go_where_they_chose() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    let given =
        json!({ "theme": "system", "single_keys": true, "text_size": 100, "name": " Robin  Sample " });
    seat.done("preferences.set", given);
    seat.done("answer.rate", json!({ "question": first(&seat), "level": "met" }));
    let who = |line: usize| seat.done("file.history", json!({}))[line]["who"].clone();
    assert_eq!((who(0), who(1)), (json!("Robin Sample"), json!("Alex Example")));
    std::fs::create_dir(seat.path("stick")).expect("made");
    seat.next_dialog("stick");
    let shown = seat.done("preferences.pick_backup_folder", json!({}))["backup_folder"].clone();
    assert!(shown.as_str().is_some_and(|folder| folder.ends_with("stick")), "{shown}");
    let copies = || std::fs::read_dir(seat.path("stick")).expect("read").count();
    assert_eq!(copies(), 1, "a copy of the open file is made at once");
    seat.next_dialog("nowhere");
    let failure = seat.refused("preferences.pick_backup_folder", json!({}));
    assert!(failure.message.contains("nowhere"), "{}", failure.message);
    assert_eq!(seat.done("preferences.drop_backup_folder", json!({}))["backup_folder"], Value::Null);
    assert_eq!(copies(), 1, "what is there stays");
}
