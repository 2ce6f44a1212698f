//! Whatever a host sends, in whatever situation: a reply, or a failure with a sentence; never a fault, never a panic.

use attest::api::{Failure, NAMES, Reply};
use attest::error::Kind;
use attest::store::FileKind;
use serde_json::{Map, Value, json};

use super::requests::{NOBODY, requests};
use super::seat::{Seat, new_partnership, new_setting};

/// Longest sentence that a screen has room for.
const LONGEST: usize = 500;

/// A screen with nothing open, with a school's file, and with a partnership's file that holds a return.
fn situations() -> Vec<(&'static str, Seat)> {
    let (setting, partnership) = (Seat::new(), Seat::new());
    setting.begin_setting("school.attest");
    super::walk::accepted_return(&partnership);
    vec![("nothing open", Seat::new()), ("a setting's file", setting), ("a partnership's file", partnership)]
}

/// Values that nobody should send.
fn odd() -> Vec<Value> {
    let huge = "x".repeat(100_000);
    vec![
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(4_294_967_296_u64),
        json!(1.5),
        json!(""),
        json!("   "),
        json!("x"),
        json!("\u{0}\u{7}\u{202e}"),
        json!(NOBODY),
        json!("' OR 1=1; --"),
        json!(huge),
        json!([]),
        json!(["x", huge]),
        json!([NOBODY]),
        json!({}),
        json!({ "x": 1 }),
        json!({ "urn": huge, "ni": "x" }),
        json!({ huge.clone(): huge }),
        json!({ "academy": huge }),
    ]
}

/// The request as a whole put wrong, then each of its fields in turn.
fn spoiled(good: &Value) -> Vec<Value> {
    let empty = Map::new();
    let fields = good.as_object().unwrap_or(&empty);
    let with = |name: &str, value: Value| {
        let mut fields = fields.clone();
        fields.insert(name.to_owned(), value);
        Value::Object(fields)
    };
    let without =
        |name: &String| Value::Object(fields.iter().filter(|(one, _)| *one != name).map(own).collect());
    let mut all: Vec<Value> = odd();
    all.push(with("x", json!(1)));
    all.extend(fields.keys().map(without));
    all.extend(fields.keys().flat_map(|name| odd().into_iter().map(|value| with(name, value))));
    all
}

fn own((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

fn is_sentence(text: &str) -> bool {
    let ends = ['.', '?', '\u{201d}'].iter().any(|end| text.ends_with(*end));
    ends && text.chars().next().is_some_and(|first| !first.is_whitespace()) && text.chars().count() <= LONGEST
}

/// What is wrong with an answer, if anything.
fn complaint(answer: &Result<Reply, Failure>) -> Option<String> {
    match answer {
        Ok(_) => None,
        Err(failure) if failure.kind == Kind::Fault => Some(format!("a fault: {}", failure.message)),
        Err(failure) if !is_sentence(&failure.message) => {
            Some(format!("no sentence: {}", short(&failure.message)))
        }
        Err(failure) if !failure.hint.is_empty() && !is_sentence(&failure.hint) => {
            Some(format!("no sentence as a hint: {}", short(&failure.hint)))
        }
        Err(_) => None,
    }
}

fn short(text: &str) -> String {
    text.chars().take(120).collect()
}

#[test]
fn whatever_is_sent_a_reply_or_a_sentence_comes_back_and_the_files_stay_whole() {
    let mut complaints = Vec::new();
    for (situation, seat) in situations() {
        for (name, good) in requests(&seat) {
            // The one closes the file that the others are tried on, the other opens another in its place.
            if name == "file.close" || name == "sample.open" {
                continue;
            }
            complaints
                .extend(tried(&seat, name, &good).map(|said| format!("{name} with {situation}, {said}")));
        }
        whole(&seat, situation);
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What is wrong with the answers to a request spoiled in every way.
fn tried(seat: &Seat, name: &str, good: &Value) -> impl Iterator<Item = String> {
    let open = seat.session.file_state().is_some();
    let tried = spoiled(good).into_iter().filter_map(move |input| {
        let shown = short(&input.to_string());
        let answer = seat.call(name, input);
        if let Ok(reply) = &answer {
            assert_eq!(reply.file.is_some(), open, "{name} given {shown}");
        }
        complaint(&answer).map(|said| format!("given {shown}: {said}"))
    });
    tried.collect::<Vec<_>>().into_iter()
}

/// The open file's history is unbroken, and its workbook can be written.
fn whole(seat: &Seat, situation: &str) {
    let Some(file) = seat.session.file_state() else { return };
    seat.session.file(|file| file.verify()).unwrap_or_else(|error| panic!("{situation}: {}", error.message));
    let write = if file.kind == FileKind::Setting { "return.write" } else { "round.write" };
    seat.next_dialog("written.xlsx");
    assert!(seat.done(write, json!({}))["sentence"].is_string(), "{situation}");
}

#[test]
fn wholes_that_are_no_request_are_refused_as_input() {
    let seat = Seat::new();
    for name in NAMES {
        for input in [json!(null), json!([]), json!("x"), json!(7), json!({ "x": 1 })] {
            let failure = seat.refused(name, input);
            assert_eq!(failure.kind, Kind::Input, "{name}: {}", failure.message);
            assert!(failure.message.contains(name), "{}", failure.message);
        }
    }
}

#[test]
fn an_unknown_command_is_missing_whatever_its_name() {
    let seat = Seat::new();
    for name in ["", "answer", "answer.rate ", "Answer.Rate", "start.show\0", &"x".repeat(100_000)] {
        let failure = seat.refused(name, json!({}));
        assert_eq!(failure.kind, Kind::Missing);
        assert!(is_sentence(&failure.message), "{}", short(&failure.message));
    }
}

#[test]
fn commands_that_need_a_file_say_that_none_is_open() {
    let seat = Seat::new();
    let free =
        ["start.", "preferences.", "job.", "dialog.", "file.close", "sample.", "template.", "own_workbook."];
    for (name, good) in requests(&seat) {
        if free.iter().any(|free| name.starts_with(free)) {
            continue;
        }
        let failure = seat.refused(name, good);
        assert_eq!((failure.kind, failure.message.as_str()), (Kind::State, "No file is open."), "{name}");
    }
}

#[test]
fn each_side_refuses_the_commands_of_the_other_and_changes_nothing() {
    let sides = [
        (
            "a setting's file",
            &[
                "round.",
                "register.",
                "partnership.",
                "contact.",
                "group.",
                "agency.",
                "intake.",
                "needs.",
                "chase.",
                "issue.",
                "heat.",
                "table.",
                "shown.",
                "finding.",
                "draw.",
                "panel.",
                "case_audit.",
                "dip_sample.",
                "programme.",
                "report.",
                "chart.",
                "feedback.show",
                "feedback.write",
                "theme.",
                "coding.",
                "survey.",
                "recommendation.",
                "plan.",
                "meeting.",
                "signals.",
                "figure.",
                "comparison.",
                "pack.",
                "merged.",
                "workshop.",
            ][..],
        ),
        (
            "a partnership's file",
            &[
                "home.",
                "standard.",
                "answer.",
                "audit.",
                "changes.",
                "search.",
                "return.write",
                "sign_off.",
                "send.",
                "papers.",
                "feedback.take",
            ][..],
        ),
    ];
    for (situation, seat) in situations() {
        let Some((_, others)) = sides.iter().find(|(side, _)| *side == situation) else { continue };
        let before = seat.session.file_state();
        for (name, good) in requests(&seat) {
            if !others.iter().any(|other| name.starts_with(other)) {
                continue;
            }
            let failure = seat.refused(name, good);
            assert!([Kind::State, Kind::Missing].contains(&failure.kind), "{name}: {}", failure.message);
            assert_eq!(seat.session.file_state(), before, "{name} with {situation}");
        }
    }
}

#[test]
fn a_dismissed_dialog_gives_nothing_and_leaves_the_open_file() {
    let asking = |name: &str| match name {
        "start.new_setting" => new_setting(),
        "start.new_partnership" => new_partnership(),
        _ => json!({}),
    };
    for (situation, seat) in situations() {
        let mut names = vec!["start.new_setting", "start.new_partnership", "start.open"];
        match situation {
            "a setting's file" => names.push("return.write"),
            "a partnership's file" => names.extend([
                "intake.files",
                "intake.folder",
                "intake.dropped",
                "round.write",
                "register.open_list",
            ]),
            _ => {}
        }
        for name in names {
            let reply = seat.call(name, asking(name)).unwrap_or_else(|failure| panic!("{}", failure.message));
            assert_eq!(reply.value, Value::Null, "{name} with {situation}");
            assert_eq!(reply.file, seat.session.file_state());
        }
    }
}
