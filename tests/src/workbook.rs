//! A return written as a workbook and read back, by the product's own two hands.

use std::collections::BTreeMap;

use attest::problem::{Read, Severity};
use attest::sheet;
use attest::submission::Answer;
use attest::template::{self, QuestionKind, Template};
use attest::workbook::{self, Found, Identity, Return, Templates};
use proptest::prelude::*;
use uuid::Uuid;

/// The school template that ships.
pub fn school() -> Template {
    template::toml::read(include_str!("../../audit-templates/school-2025.1.toml"))
        .expect("the template is sound")
}

/// A return with every kind of answer in turn, some blank, some with awkward texts.
pub fn sample(template: &Template) -> Return {
    let answers = template.questions().enumerate().map(|(place, question)| {
        let mut answer = Answer::blank(question.id.clone());
        answer.value = match question.kind {
            QuestionKind::Rating | QuestionKind::YesNo => {
                let levels = &template.scale_of(question).expect("a rated question has a scale").levels;
                levels.get(place % (levels.len() + 1)).map(|level| level.code.to_string())
            }
            QuestionKind::OneChoice => question.choices.get(place % question.choices.len()).cloned(),
            QuestionKind::Date => Some("2026-09-14".to_owned()),
            QuestionKind::Number => Some("412".to_owned()),
            QuestionKind::ManyChoices => Some(question.choices[..2].join("\n")),
            QuestionKind::Text => Some("Looked at each term".to_owned()),
        };
        let notes = [
            "",
            "=1+1",
            "+44 is no formula",
            "First line\nsecond line",
            "Policy, section 4; kept in the shared drive.",
        ];
        answer.note = notes[place % notes.len()].to_owned();
        answer.area =
            if place % 3 == 0 { "Agree dates for the refresher and put them in the calendar." } else { "" }
                .to_owned();
        answer
    });
    Return {
        identity: identity(template),
        setting: "Example Primary School".to_owned(),
        identifiers: BTreeMap::from([("urn".to_owned(), "100000".to_owned())]),
        facts: template
            .facts
            .iter()
            .filter(|it| it.choices.is_empty())
            .map(|it| (it.name.to_string(), "yes".to_owned()))
            .collect(),
        answers: answers.collect(),
        ..Return::default()
    }
}

fn identity(template: &Template) -> Identity {
    Identity {
        submission: Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0001),
        issue: Some(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0002)),
        export: Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0003),
        revision: 3,
        template: template.id.clone(),
        version: template.version.clone(),
        digest: template::toml::digest(template),
        round: "2026 to 2027".to_owned(),
        kind: Default::default(),
    }
}

/// Reads a workbook without knowing its template.
pub fn read(bytes: &[u8]) -> Read<Found> {
    workbook::read(bytes, &Templates::default()).expect("it is a return")
}

/// The same return without the places its answers were read from.
pub fn unplaced(mut returned: Return) -> Return {
    returned.answers.iter_mut().for_each(|answer| answer.source.clear());
    returned
}

pub fn written(returned: &Return, template: &Template) -> Vec<u8> {
    let written = workbook::write(returned, template).expect("it can be written");
    assert_eq!(written.problems, []);
    written.value
}

#[test]
fn what_is_written_is_read_back_with_nothing_to_say() {
    let template = school();
    let returned = sample(&template);
    let found = read(&written(&returned, &template));
    assert_eq!(found.problems, []);
    assert!(found.value.returned.answers[0].source.starts_with("Sheet '"));
    assert_eq!(unplaced(found.value.returned), returned);
    assert_eq!(*found.value.template, template);
}

#[test]
fn the_same_return_gives_the_same_bytes() {
    let template = school();
    let returned = sample(&template);
    assert!(written(&returned, &template) == written(&returned, &template), "two runs differ");
}

#[test]
fn a_carried_answer_leaves_the_file_as_blank() {
    let template = school();
    let mut returned = sample(&template);
    returned.answers[0].value = Some("met".to_owned());
    returned.answers[0].carried_from = Some("2025".to_owned());
    let found = read(&written(&returned, &template)).value.returned;
    assert_eq!(found.answers[0].value, None);
    assert_eq!(found.answers[0].note, "");
    assert_eq!(unplaced(found).answers[1], returned.answers[1]);
}

#[test]
fn a_text_as_long_as_can_be_goes_on_over_rows_and_comes_back_whole() {
    let template = school();
    let mut returned = sample(&template);
    returned.answers[2].note = "\u{1f600}".repeat(20_000);
    returned.answers[3].area = "Agree who does it, and by when. ".repeat(1_000).trim().to_owned();
    let found = read(&written(&returned, &template));
    assert_eq!(found.problems, []);
    assert_eq!(unplaced(found.value.returned), returned);
}

#[test]
fn another_text_of_a_known_template_is_refused() {
    let template = school();
    let returned = sample(&template);
    let mut other = template.clone();
    other.title = "Another title".to_owned();
    let error =
        workbook::read(&written(&returned, &template), &Templates::of(&[other])).expect_err("refused");
    assert!(error.message.contains("school@2025.1"), "{}", error.message);
}

#[test]
fn a_word_of_somebodys_own_is_a_question_with_its_cell() {
    let template = school();
    let mut returned = sample(&template);
    let rated =
        returned.answers.iter().position(|it| it.value.as_deref() == Some("met")).expect("one is met");
    returned.answers[rated].value = Some("sort of".to_owned());
    let found = read(&written(&returned, &template));
    assert_eq!(found.value.returned.answers[rated].value, None);
    let problem = &found.problems[0];
    assert_eq!((problem.severity, problem.place.contains(", cell C")), (Severity::Question, true));
    assert!(problem.message.contains("sort of"));
}

#[test]
fn the_wire_carries_a_return_and_a_refusal() {
    let template = school();
    let returned = sample(&template);
    let bytes = written(&returned, &template);
    for known in [Templates::default(), Templates::of(&[template])] {
        let mut child = workbook::Listener::default();
        let told = workbook::tell(&known).expect("it can be told");
        workbook::hear_kept(&child.serve(&told)).expect("they are kept");
        let mut ask = |bytes: &[u8]| child.serve(&[&workbook::ask(), bytes].concat());
        let found = workbook::hear(&ask(&bytes), &known).expect("it is a return");
        assert_eq!(found.value, read(&bytes).value);
        let error = workbook::hear(&ask(b"%PDF-1.7"), &known).expect_err("a PDF is no return");
        assert_eq!(error.message, "This is a PDF, not a workbook.");
        let asked = [&workbook::ask_book(), &bytes[..]].concat();
        let book = workbook::hear_book(&child.serve(&asked)).expect("cells");
        assert_eq!(book, sheet::open(&bytes).expect("cells"));
    }
}

#[test]
fn the_wire_carries_what_there_is_to_say() {
    let template = school();
    let mut returned = sample(&template);
    returned.answers[0].value = Some("sort of".to_owned());
    let bytes = written(&returned, &template);
    let mut child = workbook::Listener::default();
    let answer = child.serve(&[&workbook::ask(), &bytes[..]].concat());
    let found = workbook::hear(&answer, &Templates::default()).expect("it is a return");
    assert_eq!(found, read(&bytes));
    assert!(!found.problems.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn any_text_comes_back(texts in proptest::collection::vec("(?s).{0,80}|=[A-Z]{1,3}[0-9]\\(.*|[-+@\t].{0,20}|_x00[0-9A-F]{2}_.{0,9}| [a-z]{1,9} |[a-z\n]{900}", 40)) {
        let template = school();
        let mut returned = sample(&template);
        for (answer, text) in returned.answers.iter_mut().zip(&texts) {
            answer.note = attest::text::normal(text);
        }
        let found = read(&written(&returned, &template)).value.returned;
        for (read, sent) in found.answers.iter().zip(&returned.answers) {
            prop_assert_eq!(&read.note, &sent.note);
        }
    }
}
