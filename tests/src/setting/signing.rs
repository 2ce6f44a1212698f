//! Signing as the screens see it: gaps first, then in order, frozen for every command, taken back, compared.

use attest::error::Kind;
use attest::template::{self, Question, QuestionKind};
use serde_json::{Value, json};

use super::desk::Desk;

/// A desk at which every question is answered so that nothing is in the way of signing.
pub fn ready() -> Desk {
    let desk = Desk::begun();
    let template = template::library::find("school@2025.1").expect("it ships");
    desk.told(
        "evidence.save",
        json!({"title": "Minutes", "place": "Office", "owner": "Clerk", "questions": ["school.a1"]}),
    );
    desk.told(
        "action.save",
        json!({"title": "Check the minutes", "owner": "Clerk", "due": "2027-03-01", "state": "open", "outcome": "", "questions": ["school.a1"]}),
    );
    desk.session
        .audit(|file, id| {
            let submission = attest::submission::load(file.reader(), id)?;
            for question in template.asked(&submission.facts) {
                answered(file, id, question)?;
            }
            Ok(())
        })
        .expect("answered");
    desk
}

fn answered(
    file: &mut attest::store::AuditFile,
    id: attest::submission::SubmissionId,
    question: &Question,
) -> attest::error::Result<()> {
    use attest::submission::answer::{rate, write};
    let value = match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => {
            let met =
                ["met", "yes"].into_iter().find(|code| rate(file, id, &question.id, Some(code)).is_ok());
            assert!(met.is_some(), "{} can be rated", question.number);
            write(file, id, &question.id, "impact", "Pupils say so.")?;
            return write(file, id, &question.id, "note", "Minutes of the board.");
        }
        QuestionKind::Number if question.id.0 == "school.v6" => "1".to_owned(),
        QuestionKind::Number => "3".to_owned(),
        QuestionKind::Date => "2026-11-02".to_owned(),
        QuestionKind::OneChoice | QuestionKind::ManyChoices => question.choices[0].clone(),
        QuestionKind::Text => "In the office.".to_owned(),
    };
    write(file, id, &question.id, "value", &value)
}

/// Signs one step.
pub fn sign(desk: &Desk, step: &str) -> Value {
    desk.world.pass(60);
    let given = json!({
        "step": step, "name": "Alex Example", "role": "", "body": "", "meeting": "2027-01-11", "minute": "7.2",
    });
    desk.told("sign_off.sign", given)
}

/// Every command that would change what is signed, with a request that it could use.
fn changes(desk: &Desk) -> Vec<(&'static str, Value)> {
    let evidence = desk.told("evidence.list", json!({}))["items"][0].clone();
    let action = desk.told("action.list", json!({}))["actions"][0].clone();
    let (item, plan, question) = (&evidence["id"], &action["id"], "school.a2");
    vec![
        ("answer.rate", json!({"question": question, "level": "partly"})),
        ("answer.rate", json!({"question": question, "level": null})),
        ("answer.write", json!({"question": question, "field": "note", "text": "Other minutes."})),
        ("answer.flag", json!({"question": question, "flag": true})),
        ("answer.confirm", json!({"question": question})),
        ("home.facts", json!({"facts": {"boarding": "yes"}})),
        ("evidence.save", json!({"title": "Policy", "place": "", "owner": "", "questions": [question]})),
        ("evidence.save", json!({"id": item, "title": "Other", "place": "", "owner": "", "questions": []})),
        ("evidence.link", json!({"id": item, "question": question})),
        ("evidence.unlink", json!({"id": item, "question": "school.a1"})),
        ("evidence.retire", json!({"id": item})),
        (
            "action.save",
            json!({"id": plan, "title": "Other", "owner": "", "due": null, "state": "open", "outcome": "", "questions": ["school.a1"]}),
        ),
        (
            "action.save",
            json!({"title": "New", "owner": "", "due": null, "state": "open", "outcome": "", "questions": [question]}),
        ),
        ("action.link", json!({"id": plan, "question": question})),
        ("action.unlink", json!({"id": plan, "question": "school.a1"})),
        ("action.remove", json!({"id": plan})),
    ]
}

#[test]
fn nobody_signs_over_gaps() {
    let desk = Desk::begun();
    let shown = desk.told("sign_off.show", json!({}));
    assert!(shown["blocking"].as_u64().is_some_and(|gaps| gaps > 100), "{}", shown["blocking"]);
    assert_eq!(
        (&shown["state"], &shown["next"], &shown["code"]),
        (&json!("in_progress"), &json!("dsl"), &Value::Null)
    );
    let failure = desk.refused("sign_off.sign", json!({"step": "dsl", "name": "Alex Example"}));
    assert_eq!(failure.kind, Kind::State);
    assert!(
        failure.message.contains("gaps are still open") && failure.hint.ends_with('.'),
        "{}",
        failure.message
    );
}

#[test]
fn signed_taken_back_changed_and_signed_again() {
    let desk = ready();
    let first = sign(&desk, "dsl");
    assert_eq!(
        (&first["state"], &first["next"], &first["matches"]),
        (&json!("signing"), &json!("headteacher"), &json!(true))
    );
    frozen(&desk);
    sign(&desk, "headteacher");
    let signed = sign(&desk, "board");
    assert_eq!((&signed["state"], &signed["next"]), (&json!("signed_off"), &Value::Null));
    assert_eq!(signed["steps"][2]["signature"]["minute"], "7.2");
    frozen(&desk);
    goes_on(&desk);
    sent(&desk);
    let code = signed["code"].as_str().expect("a code").to_owned();
    assert_eq!(desk.told("sign_off.show", json!({}))["matches"], true, "reviewing a plan voids nothing");
    compared(&desk, &code);
}

/// Every change is refused with a sentence and what to do, and nothing is different afterwards.
fn frozen(desk: &Desk) {
    let before = desk.session.file_state();
    for (name, input) in changes(desk) {
        let failure = desk.refused(name, input.clone());
        assert_eq!(failure.kind, Kind::State, "{name} {input}: {}", failure.message);
        assert!(failure.message.ends_with('.') && failure.hint.ends_with('.'), "{name}: {}", failure.message);
    }
    for step in ["file.undo", "file.redo"] {
        assert_eq!(desk.refused(step, json!({})).kind, Kind::State, "{step}");
    }
    assert_eq!(desk.session.file_state(), before);
}

/// How an action stands, what governors ask and the dates go on after the signing.
fn goes_on(desk: &Desk) {
    let action = desk.told("action.list", json!({}))["actions"][0]["id"].clone();
    desk.told("action.review", json!({"id": action, "state": "done", "note": "Finished early."}));
    desk.told("challenge.save", json!({"question": "school.a1", "asked_by": "Governor", "role": "", "text": "How do you know?", "on": "2027-01-11"}));
    desk.told("home.dates", json!({"governors": "2027-01-14", "due": "2027-02-02"}));
    desk.told("file.undo", json!({}));
    assert_eq!(desk.home()["round"]["due"], "2027-02-01");
}

fn sent(desk: &Desk) {
    let send = desk.told("send.show", json!({}));
    assert_eq!((&send["signed"], &send["last"]), (&json!(true), &Value::Null));
    assert_eq!(send["file_name"], "Example-Primary-School_123456_2026-27_r1.xlsx");
    desk.told("return.write", json!({}));
    let after = desk.told("send.show", json!({}));
    assert_eq!(after["last"]["name"], send["file_name"]);
    assert_eq!(after["revision"], 2);
}

/// A code typed from paper, before and after an answer moved.
fn compared(desk: &Desk, code: &str) {
    let typed = json!({"code": code.to_lowercase().replace('-', " ")});
    let told = desk.told("sign_off.compare", typed.clone());
    assert_eq!((&told["matches"], &told["moved"]), (&json!(true), &json!([])));
    let failure = desk.refused("sign_off.void", json!({"reason": "  "}));
    assert_eq!(failure.kind, Kind::Input);
    desk.told("sign_off.void", json!({"reason": "The panel asked for a date."}));
    desk.write("school.a1", "note", "Minutes of 11 January.");
    let told = desk.told("sign_off.compare", typed);
    assert_eq!((&told["matches"], &told["moved"][0]["number"]), (&json!(false), &json!("A1")));
    assert_eq!(told["signing"]["reason"], "The panel asked for a date.");
    let unknown = desk.told("sign_off.compare", json!({"code": "WERC-8GMR-ZGE1-96QV-M"}));
    assert_eq!((&unknown["matches"], &unknown["signing"]), (&json!(false), &Value::Null));
    let again = sign(desk, "dsl");
    assert_ne!(again["code"], code);
    assert_eq!(again["earlier"][0]["signatures"].as_array().map(Vec::len), Some(3));
}
