//! Care for the open file: its history, its backups, redaction, and a file that somebody else has.

use attest::error::Kind;
use serde_json::{Value, json};

use super::seat::Seat;
use super::walk::first;

const NAME: &str = "Robin Samplesby";

fn written(seat: &Seat) -> String {
    let question = first(seat);
    seat.done("answer.rate", json!({ "question": question, "level": "met" }));
    let text = format!("{NAME} keeps the folder.");
    seat.done("answer.write", json!({ "question": question, "field": "note", "text": text }));
    question
}

/// The same name in every list beside the answers, and in a signature that was voided.
fn written_everywhere(seat: &Seat) {
    let question = written(seat);
    let said = |text: &str| format!("{NAME} {text}");
    let questions = json!([question]);
    seat.done(
        "evidence.save",
        json!({ "id": null, "title": said("kept it"), "place": said("has it"), "owner": NAME,
        "dated": null, "review": null, "questions": questions }),
    );
    seat.done(
        "action.save",
        json!({ "id": null, "title": said("does it"), "owner": NAME, "due": null,
        "state": "open", "outcome": said("did it"), "questions": questions }),
    );
    let plan = seat.done("action.list", json!({}));
    seat.done(
        "action.review",
        json!({ "id": plan["actions"][0]["id"], "state": "under_way", "note": said("looked") }),
    );
    seat.done(
        "challenge.save",
        json!({ "id": null, "question": question, "asked_by": NAME, "role": "Governor",
        "text": said("asked"), "on": null }),
    );
    let asked = seat.done("challenge.list", json!({}));
    seat.done(
        "challenge.reply",
        json!({ "id": asked[0]["id"], "reply": said("replied"), "replied_by": NAME }),
    );
}

fn reopened(seat: &Seat, name: &str) {
    seat.done("file.close", json!({}));
    seat.world.pass(60);
    seat.next_dialog(name);
    assert_eq!(seat.done("start.open", json!({})), json!({ "kind": "setting" }));
}

/// All that the answers of the screens hold.
fn shown(seat: &Seat) -> String {
    let home = seat.done("home.show", json!({}));
    let standard = seat.done("standard.show", json!({ "standard": home["standards"][0]["id"] }));
    [home, standard, seat.done("file.history", json!({}))].iter().map(Value::to_string).collect()
}

#[test]
fn the_history_tells_who_did_what_newest_first() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    let question = written(&seat);
    seat.done("file.undo", json!({}));
    let history = seat.done("file.history", json!({}));
    let lines = history.as_array().expect("lines");
    let names: Vec<&str> = lines.iter().filter_map(|line| line["name"].as_str()).collect();
    assert_eq!((names.first(), names.last()), (Some(&"undo"), Some(&"submission.begin")));
    assert!(names.contains(&"answer.rate") && names.contains(&"answer.write"), "{}", names.join(", "));
    assert!(lines.iter().all(|line| line["who"] == "Alex Example"));
    let undone = lines.iter().find(|line| line["name"] == "answer.write").expect("it was written");
    assert_eq!(
        (&undone["undone"], undone["target"].as_str()),
        (&json!(true), Some(&*format!("{question} note")))
    );
}

#[test]
fn a_backup_is_restored_to_a_new_file_that_is_then_open() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    let question = written(&seat);
    reopened(&seat, "school.attest");
    let backups = seat.done("file.backups", json!({}));
    let id = backups[0]["id"].clone();
    assert!(backups[0]["size"].as_u64().is_some_and(|size| size > 0), "{backups}");
    seat.done("answer.rate", json!({ "question": question, "level": "not_met" }));

    assert_eq!(seat.done("file.restore", json!({ "id": id })), Value::Null, "a dismissed dialog");
    seat.next_dialog("school.attest");
    let over = seat.refused("file.restore", json!({ "id": id }));
    assert!(over.message.contains("school.attest"), "{}", over.message);
    assert_eq!(seat.refused("file.restore", json!({ "id": 1 })).kind, Kind::Missing);

    seat.next_dialog("restored.attest");
    let reply = seat.call("file.restore", json!({ "id": id })).expect("restored");
    assert_eq!(reply.value, json!({ "kind": "setting" }));
    assert_eq!(reply.file.map(|file| file.name).as_deref(), Some("restored"));
    assert!(shown(&seat).contains(NAME));
    let value = |seat: &Seat| {
        let answer = seat.done("answer.flag", json!({ "question": question, "flag": false }));
        answer["answer"]["value"].clone()
    };
    assert_eq!(value(&seat), "met");
    reopened(&seat, "school.attest");
    assert_eq!(value(&seat), "not_met");
}

#[test]
fn a_redacted_text_is_gone_from_screens_history_file_and_backups() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    written_everywhere(&seat);
    reopened(&seat, "school.attest");
    assert!(shown(&seat).contains(NAME));
    let places = seat.done("file.redact", json!({ "text": NAME }));
    assert!(places["places"].as_u64().is_some_and(|count| count > 0), "{places}");
    assert_eq!((&places["backups"], &places["left"]), (&json!(1), &json!([])), "{places}");
    assert!(!shown(&seat).contains(NAME));
    seat.session.file(|file| file.verify()).expect("the history is unbroken");
    seat.done("file.close", json!({}));
    let holds = |path: &std::path::Path| {
        let bytes = std::fs::read(path).expect("read");
        bytes.windows(NAME.len()).any(|window| window == NAME.as_bytes())
    };
    let backups = std::fs::read_dir(seat.path("backups")).expect("backups").flatten();
    let backups = backups.flat_map(|folder| std::fs::read_dir(folder.path()).expect("a folder").flatten());
    let mut files: Vec<_> = backups.map(|entry| entry.path()).collect();
    assert!(!files.is_empty());
    files.push(seat.path("school.attest"));
    assert!(files.iter().all(|path| !holds(path)));
    reopened_after_redaction(&seat);
}

fn reopened_after_redaction(seat: &Seat) {
    seat.next_dialog("school.attest");
    seat.done("start.open", json!({}));
    assert_eq!(seat.done("home.show", json!({}))["progress"]["answered"], 1);
}

#[test]
fn a_file_that_somebody_has_can_be_read_and_says_who_has_it() {
    let seat = Seat::new();
    seat.begin_setting("school.attest");
    let question = written(&seat);
    let second = seat.beside("Sam Sample");
    second.next_dialog("school.attest");
    let reply = second.call("start.open", json!({})).expect("it can be read");
    let reason = reply.file.and_then(|file| file.read_only).expect("it can only be read");
    assert!(reason.contains("Alex Example") && reason.ends_with('.'), "{reason}");
    assert!(shown(&second).contains(NAME));
    let changes = [
        ("answer.rate", json!({ "question": question, "level": "not_met" })),
        ("answer.write", json!({ "question": question, "field": "note", "text": "x" })),
        ("answer.flag", json!({ "question": question, "flag": true })),
        ("home.facts", json!({ "facts": { "academy": "yes" } })),
        ("home.dates", json!({ "governors": "", "due": "" })),
        ("file.redact", json!({ "text": NAME })),
    ];
    for (name, input) in changes {
        let failure = second.refused(name, input);
        assert_eq!(failure.kind, Kind::ReadOnly, "{name}: {}", failure.message);
        assert!(failure.message.contains("Alex Example"), "{name}: {}", failure.message);
        assert!(!failure.hint.is_empty(), "{name}");
    }
    seat.done("answer.rate", json!({ "question": question, "level": "mostly" }));
    seat.done("file.close", json!({}));
    second.next_dialog("school.attest");
    let free = second.call("start.open", json!({})).expect("it is free");
    assert_eq!(free.file.and_then(|file| file.read_only), None);
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_with_its_name() {
    let seat = Seat::new();
    for (name, bytes) in
        [("empty.attest", &b""[..]), ("letter.attest", b"Dear all"), ("zip.attest", b"PK\x03\x04")]
    {
        std::fs::write(seat.path(name), bytes).expect("written");
        seat.next_dialog(name);
        let failure = seat.refused("start.open", json!({}));
        assert_eq!(failure.kind, Kind::File, "{}", failure.message);
        assert!(failure.message.contains(name) && failure.message.ends_with('.'), "{}", failure.message);
        assert_eq!(std::fs::read(seat.path(name)).expect("read"), bytes);
    }
    seat.next_dialog("gone.attest");
    assert_eq!(seat.refused("start.open", json!({})).kind, Kind::Missing);
}
