//! Parts of a return as workbooks: questions sent back, and a section for a colleague; and a workbook under a password.

use attest::submission::merge;
use attest::template::{QuestionId, Template};
use attest::workbook::{self, Asked, ExportKind, InProcess, Reads, Return, Templates};
use attest_tests::returns::{Length, full};

fn school() -> Template {
    attest::template::library::shipped()[0].template().clone()
}

fn read(bytes: &[u8]) -> Return {
    let found = workbook::read(bytes, &Templates::default()).expect("it is a workbook of ours");
    assert_eq!(found.problems, []);
    found.value.returned
}

fn doubts(template: &Template) -> Vec<(QuestionId, String)> {
    let asked = template.questions().skip(3).step_by(17).take(4);
    asked
        .map(|question| (question.id.clone(), format!("Question {} is in doubt.", question.number)))
        .collect()
}

#[test]
fn questions_sent_back_come_back_with_their_reasons_and_the_identity_of_the_return() {
    let template = school();
    let given = full(&template, Length::Usual);
    let doubts = doubts(&template);
    let back = read(&workbook::fix_back(&given, &template, &doubts).expect("written"));
    assert_eq!(back.identity.kind, ExportKind::FixBack);
    assert_eq!(back.identity, workbook::Identity { kind: ExportKind::FixBack, ..given.identity.clone() });
    assert_eq!(back.asked.reasons.clone().into_iter().collect::<Vec<_>>(), {
        let mut sorted = doubts.clone();
        sorted.sort();
        sorted
    });
    assert_eq!(back.answers.len(), doubts.len());
    for answer in &back.answers {
        let before = given.answers.iter().find(|one| one.question == answer.question).expect("it was asked");
        assert_eq!((&answer.value, &answer.note, &answer.area), (&before.value, &before.note, &before.area));
    }
    assert!(back.sign_off.is_none());
}

#[test]
fn what_is_answered_again_stands_and_the_rest_of_the_return_stays() {
    let template = school();
    let given = full(&template, Length::Usual);
    let mut back = read(&workbook::fix_back(&given, &template, &doubts(&template)).expect("written"));
    back.answers[0].note = "We looked again.".to_owned();
    back.answers[1].value = None;
    let again = read(&workbook::write(&back, &template).expect("written").value);
    let laid = merge::over(&given.content(), &again.content());
    let changed: Vec<&QuestionId> = given
        .answers
        .iter()
        .zip(&laid.answers)
        .filter(|(before, after)| (&before.value, &before.note) != (&after.value, &after.note))
        .map(|(_, after)| &after.question)
        .collect();
    assert_eq!(changed, [&back.answers[0].question, &back.answers[1].question]);
    assert_eq!((laid.actions.len(), laid.evidence.len()), (given.actions.len(), given.evidence.len()));
}

#[test]
fn a_question_that_the_return_does_not_have_cannot_be_sent_back() {
    let template = school();
    let given = full(&template, Length::Usual);
    let strange = [(QuestionId("school.nowhere".to_owned()), "Why".to_owned())];
    assert!(workbook::fix_back(&given, &template, &strange).is_err());
    assert!(workbook::fix_back(&given, &template, &[]).is_err());
}

#[test]
fn a_section_says_who_it_is_for_and_holds_its_own_questions_alone() {
    let template = school();
    let given = full(&template, Length::Usual);
    let ids: Vec<QuestionId> = template.standards[1].questions.iter().map(|one| one.id.clone()).collect();
    let asked = Asked { to: "Sam Sample".to_owned(), by: "2027-02-01".parse().ok(), ..Asked::default() };
    let section = given.clone().only(ExportKind::Section, &ids, asked.clone());
    let back = read(&workbook::write(&section, &template).expect("written").value);
    assert_eq!((back.identity.kind, &back.asked), (ExportKind::Section, &asked));
    assert_eq!(back.answers.len(), given.answers.iter().filter(|one| ids.contains(&one.question)).count());
    let merged = merge::merge(Some(&section.content()), &given.content(), &back.content());
    assert!(merged.is_empty() && merged.gone.is_empty(), "{merged:?}");
}

#[test]
fn a_locked_return_is_read_with_its_password() {
    let template = school();
    let given = full(&template, Length::Usual);
    let plain = workbook::write(&given, &template).expect("written").value;
    let locked = attest::sheet::lock(&plain, "one-two-three-four-five", [3; 32]).expect("locked");
    let refused = workbook::read(&locked, &Templates::default()).expect_err("it is locked");
    assert!(refused.message.contains("locked by a password"), "{}", refused.message);
    let opened = InProcess.unlock(&locked, "one two three four five").expect("opened");
    assert_eq!(read(&opened).identity, given.identity);
}
