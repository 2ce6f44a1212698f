//! Signing as the screens see it: gaps first, then in order, frozen for every command, taken back, compared.

use attest::error::Kind;
use attest::template::{self, Question, QuestionKind};
use serde_json::{Value, json};

use super::desk::Desk;

/// A desk at which every question is answered so that nothing is in the way of signing.
pub fn ready() -> Desk {
    let desk = Desk::begun();
    let template = template::library::find("school@2025.1").expect("it ships");
    let evidence = desk.told("evidence.save", json!({"title": "Minutes", "place": "Office", "owner": "Clerk", "questions": []}));
    assert_eq!(evidence["items"].as_array().map(Vec::len), Some(1));
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
            let met = ["met", "yes"].into_iter().find(|code| rate(file, id, &question.id, Some(code)).is_ok());
            assert!(met.is_some(), "{} can be rated", question.number);
            write(file, id, &question.id, "impact", "Pupils say so.")?;
            return write(file, id, &question.id, "note", "Minutes of the board.");
        }
        QuestionKind::Number => "3".to_owned(),
        QuestionKind::Date => "2026-11-02".to_owned(),
        QuestionKind::OneChoice | QuestionKind::ManyChoices => question.choices[0].clone(),
        QuestionKind::Text => "In the office.".to_owned(),
    };
    write(file, id, &question.id, "value", &value)
}

pub fn sign(desk: &Desk, step: &str) -> Value {
    desk.told("sign_off.sign", json!({"step": step, "name": "Alex Example", "role": "", "body": "", "meeting": null, "minute": ""}))
}

#[test]
fn see() {
    let desk = ready();
    let check = desk.told("check.show", json!({}));
    println!("{}", check["counts"]);
    for gap in check["gaps"].as_array().expect("gaps") {
        println!("{} {} {}", gap["weight"], gap["number"], gap["message"]);
    }
}
