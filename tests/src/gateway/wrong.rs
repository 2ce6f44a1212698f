//! Whatever a host sends, in whatever situation: a reply, or a failure with a sentence; never a fault, never a panic.

use attest::api::{Failure, NAMES, Reply};
use attest::error::Kind;
use attest::store::FileKind;
use serde_json::{Map, Value, json};

use super::seat::{Seat, new_partnership, new_school, new_setting};

/// Longest sentence that a screen has room for.
const LONGEST: usize = 500;
const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

/// A screen with nothing open, with a school's file, and with a partnership's file that holds a return.
fn situations() -> Vec<(&'static str, Seat)> {
    let (setting, partnership) = (Seat::new(), Seat::new());
    setting.begin_setting("school.attest");
    super::walk::accepted_return(&partnership);
    vec![("nothing open", Seat::new()), ("a setting's file", setting), ("a partnership's file", partnership)]
}

/// For each command a request that it could use, as far as one can be made without looking.
fn requests(seat: &Seat) -> Vec<(&'static str, Value)> {
    let round = seat.call("round.show", json!({})).map(|reply| reply.value).unwrap_or_default();
    let line = &round["settings"][0];
    let id = |value: &Value| value.as_str().unwrap_or(NOBODY).to_owned();
    let (submission, setting) = (id(&line["submission"]), id(&line["setting"]));
    let batch = json!({ "batch": id(&round["batches"][0]["id"]) });
    let question = first_question();
    let of = |name: &str| match name {
        "start.new_setting" => new_setting(),
        "start.new_partnership" => new_partnership(),
        "start.open_recent" | "start.forget_recent" | "file.restore" => json!({ "id": 99 }),
        "file.redact" => json!({ "text": "nowhere to be found" }),
        "home.facts" => json!({ "facts": { "academy": "yes" } }),
        "home.dates" => json!({ "governors": "2027-02-11", "due": "2027-02-27" }),
        "standard.show" => json!({ "standard": first_standard() }),
        "answer.rate" => json!({ "question": question, "level": "met" }),
        "answer.write" => json!({ "question": question, "field": "note", "text": "Kept in the office." }),
        "answer.flag" => json!({ "question": question, "flag": true }),
        "evidence.save" => {
            json!({ "title": "Minutes", "place": "Shared drive", "review": "2027-09-01", "questions": [question] })
        }
        "evidence.link" | "evidence.unlink" | "action.link" | "action.unlink" => {
            json!({ "id": NOBODY, "question": question })
        }
        "evidence.retire" | "evidence.restore" | "action.remove" | "challenge.remove" => {
            json!({ "id": NOBODY })
        }
        "action.save" => {
            json!({ "title": "Book a course", "due": "2027-03-01", "state": "under_way", "questions": [question] })
        }
        "action.review" => json!({ "id": NOBODY, "state": "done", "note": "Looked at." }),
        "challenge.save" => {
            json!({ "question": question, "asked_by": "Chair of governors", "text": "How do we know?", "on": "2027-01-14" })
        }
        "challenge.reply" => json!({ "id": NOBODY, "reply": "By sampling.", "replied_by": "DSL" }),
        "audit.choose" => json!({ "submission": submission }),
        "audit.add_setting" => added(),
        "audit.next_year" => json!({
            "submission": submission, "template": "school@2025.1", "round_label": "2027/28",
        }),
        "audit.compare" => json!({ "submissions": [submission] }),
        "audit.copy" => json!({
            "from": submission, "to": NOBODY, "questions": [question], "what": "texts",
        }),
        "answer.confirm" | "answer.history" => json!({ "question": question }),
        "search.find" => json!({ "text": "office" }),
        "register.add" => new_school(),
        "round.choose" => json!({ "round": NOBODY }),
        "round.save" => json!({
            "label": "2026/27", "opens": null, "due": "2027-02-28", "return_to": "", "instructions": "",
            "signs": "", "threshold": 5, "replacing": "until_due",
        }),
        "round.group_dates" => {
            json!({ "groups": [{ "by": "phase", "value": "Primary", "settings": [], "due": "2027-01-31" }] })
        }
        "round.state" => json!({ "state": "open" }),
        "round.add" => json!({ "label": "2027/28", "template": "school@2025.1", "due": null }),
        "round.add_question" => {
            json!({ "standard": first_standard(), "text": "Ours?", "kind": "rating" })
        }
        "round.remove_question" => json!({ "id": "local.sampleton.1" }),
        "register.list" => json!({ "filter": null, "kind": null }),
        "register.columns" => json!({ "columns": { "name": ["Name"] } }),
        "register.take" => json!({ "changes": [] }),
        "register.setting" | "register.ask" | "register.leave" => json!({ "setting": setting }),
        "register.edit" => json!({ "setting": setting, "name": "Example Primary School" }),
        "register.cover" => json!({ "setting": setting, "by": NOBODY, "reason": "" }),
        "register.close" => json!({ "setting": setting, "on": "2026-08-31", "reason": "" }),
        "register.extend" => json!({ "setting": setting, "until": "2027-03-31", "reason": "" }),
        "register.freeze" => json!({ "label": "Report" }),
        "partnership.save" => json!({ "name": "Sampleshire Safeguarding Partnership" }),
        "contact.save" => json!({ "role": "Chair", "name": "A. Person" }),
        "group.save" => json!({ "kind": "subgroup", "name": "Quality Assurance" }),
        "group.rename" => json!({ "id": NOBODY, "name": "Quality", "from": "2026-01-01" }),
        "agency.save" => json!({ "kind": "police", "name": "Sampleshire Police" }),
        "contact.remove" | "group.remove" | "agency.remove" => json!({ "id": NOBODY }),
        "register.exempt" => json!({ "setting": setting, "reason": "Closed in the summer." }),
        "intake.show" | "intake.accept_clean" | "intake.again" | "intake.withdraw" => batch.clone(),
        "intake.accept" | "return.check" | "return.accept" => json!({ "submissions": [submission] }),
        "return.show" => json!({ "submission": submission }),
        "return.send_back" => json!({
            "submission": submission, "reason": "One answer is unclear.", "questions": [[question, "Which policy?"]],
        }),
        "return.save_original" => json!({ "original": NOBODY }),
        "note.write" => json!({ "submission": submission, "question": question, "text": "Ring them." }),
        "note.remove" => json!({ "submission": submission, "note": NOBODY }),
        "sample.partnership" => json!({ "settings": 3, "seed": 7 }),
        "finding.record" => json!({
            "submission": submission, "question": question, "kind": "challenge", "text": "Said by the panel.",
            "agency": "health", "level": "partly", "reason": "Minutes show it.", "agreed": true,
        }),
        "return.unlock" | "start.unlock_workbook" => json!({ "password": "one-two-three" }),
        "return.take" => json!({ "theirs": [format!("answer/{question}/value")], "both": [] }),
        "sent_back.settle" => json!({ "question": question }),
        "share.write" => json!({ "standards": [first_standard()], "to": "Sam Sample", "by": "2027-02-01" }),
        "share.call_off" => json!({ "id": NOBODY }),
        "issue.preview" | "issue.try_one" => json!({ "setting": setting, "answers": "carried" }),
        "issue.write" => {
            json!({ "whom": "these", "settings": [setting], "answers": "blank", "understood": "unreviewed" })
        }
        "wording.show" => json!({ "kind": "reminder", "setting": setting }),
        "wording.save" => {
            json!({ "kind": "head", "name": "Head", "subject": "For {name}", "text": "Dear {head}" })
        }
        "wording.reset" => json!({ "kind": "head" }),
        "chase.history" => json!({ "setting": setting }),
        "chase.letters" => json!({ "kind": "reminder", "settings": [setting] }),
        "chase.spoken" => json!({ "setting": setting, "note": "On its way." }),
        "chase.extend" => {
            json!({ "settings": [setting], "until": "2027-03-14", "reason": "A later meeting." })
        }
        "chase.escalate" => json!({ "settings": [setting], "rung": "chair", "note": "No answer." }),
        "round_paper.show" => json!({ "paper": "response", "by": "locality", "on": "2026-11-20" }),
        "round_paper.write" => json!({ "paper": "non_return", "format": "docx" }),
        "sign_off.sign" => json!({ "step": "dsl", "name": "Alex Example", "meeting": null }),
        "sign_off.void" => json!({ "reason": "One answer has to be put right." }),
        "sign_off.compare" => json!({ "code": "WERC-8GMR-ZGE1-96QV-M" }),
        "papers.show" => json!({ "paper": "plan" }),
        "papers.write" => json!({ "paper": "plan", "format": "xlsx" }),
        "file.history" => json!({ "before_seq": 3 }),
        "answer.confirm_same" => json!({ "standard": first_standard() }),
        "template.show" => json!({ "key": "school@2025.1" }),
        "template.save" => json!({ "key": "school@2025.1", "form": "toml" }),
        "template.compare" => json!({ "earlier": "school@2025.1", "now": "school@2025.1" }),
        "template.try_out" => json!({
            "key": "school@2025.1", "facts": { "boarding": "yes" }, "answers": { "school.a1": "met" },
            "due": "2027-02-27",
        }),
        "template.adopt" => json!({ "base": "school@2025.1", "partnership": "Sampleton Partnership" }),
        "template.confirm" => json!({ "key": "school@2025.1", "rows": [] }),
        "preferences.set" => json!({ "theme": "dark", "single_keys": false, "text_size": 115 }),
        _ => json!({}),
    };
    NAMES.iter().map(|name| (*name, of(name))).collect()
}

fn added() -> Value {
    json!({
        "template": "school@2025.1", "name": "Sampleton Infant School", "kind": "school",
        "identifiers": {}, "round_label": "2026/27",
    })
}

fn template() -> &'static attest::template::Template {
    attest::template::library::find("school@2025.1").expect("it ships")
}

fn first_question() -> String {
    template().questions().next().expect("it asks something").id.to_string()
}

fn first_standard() -> String {
    template().standards[0].id.to_string()
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
    let free = ["start.", "preferences.", "job.", "file.close", "sample.", "template."];
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
                "table.",
                "finding.",
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
            "a partnership's file" => {
                names.extend(["intake.files", "intake.folder", "round.write", "register.open_list"])
            }
            _ => {}
        }
        for name in names {
            let reply = seat.call(name, asking(name)).unwrap_or_else(|failure| panic!("{}", failure.message));
            assert_eq!(reply.value, Value::Null, "{name} with {situation}");
            assert_eq!(reply.file, seat.session.file_state());
        }
    }
}
