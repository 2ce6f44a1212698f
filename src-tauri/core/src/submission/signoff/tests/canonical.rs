//! The canonical text: settled for ever, unchanged by what spreadsheets do, changed by what can be seen.

use proptest::prelude::*;

use super::super::canonical::{Content, canonical, seen};
use super::super::{Code, Digests, Part, moved};
use crate::submission::Answer;
use crate::submission::action::{Action, ActionState, Origin};
use crate::submission::evidence::Item;
use crate::template::{Template, library};

fn template() -> &'static Template {
    library::find("school@2025.1").expect("it ships")
}

fn day(text: &str) -> Option<chrono::NaiveDate> {
    text.parse().ok()
}

fn answer(question: &str, value: &str, note: &str) -> Answer {
    let mut answer = Answer::blank(question.into());
    answer.value = Some(value.to_owned()).filter(|value| !value.is_empty());
    answer.note = note.to_owned();
    answer
}

fn content() -> Content {
    Content {
        template: "9f86d081".to_owned(),
        setting: "Example Primary School".to_owned(),
        round: "2026/27".to_owned(),
        facts: [("boarding", "no"), ("academy", "yes")].map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
        answers: vec![
            answer("school.a2", "partly", "Two lines,\nand a back\\slash"),
            answer("school.a1", "met", "Café minutes"),
            answer("school.a3", "", ""),
        ],
        actions: vec![Action {
            title: "Review the policy".to_owned(),
            owner: "Headteacher".to_owned(),
            due: day("2027-03-01"),
            state: ActionState::Open,
            done_on: None,
            outcome: String::new(),
            origin: Origin::Audit,
            created: day("2027-01-11").expect("a date"),
            questions: vec!["school.a2".into(), "school.a1".into()],
        }],
        evidence: vec![Item {
            title: "Policy".to_owned(),
            place: "Shared drive".to_owned(),
            questions: vec!["school.a1".into()],
            ..Item::default()
        }],
    }
}

fn code(content: &Content) -> Code {
    Code::of(&canonical(content, template()).text())
}

#[test]
fn the_text_and_its_code_are_settled_for_ever() {
    let text = canonical(&content(), template()).text();
    let golden = "attest sign-off 1\n\
        template: 9f86d081\n\
        setting: Example Primary School\n\
        round: 2026/27\n\
        fact academy: yes\n\
        fact boarding: no\n\
        answer school.a1\n\
        \u{20} value: met\n\
        \u{20} note: Café minutes\n\
        answer school.a2\n\
        \u{20} value: partly\n\
        \u{20} note: Two lines,\\nand a back\\\\slash\n\
        action\n\
        \u{20} title: Review the policy\n\
        \u{20} owner: Headteacher\n\
        \u{20} due: 2027-03-01\n\
        \u{20} for: school.a1 school.a2\n\
        evidence\n\
        \u{20} title: Policy\n\
        \u{20} place: Shared drive\n\
        \u{20} for: school.a1\n";
    assert_eq!(text, golden);
    assert_eq!(Code::of(&text).to_string(), "KM8D-0XAZ-1AJ2-2R14-S");
}

#[test]
fn what_nobody_confirmed_is_not_asked_or_stands_alone_is_not_signed() {
    let signed = code(&content());
    let mut other = content();
    other.answers[2] =
        Answer { carried_from: Some("2025/26".to_owned()), ..answer("school.a3", "met", "Last year") };
    let boarding =
        template().questions().find(|one| !one.applies.is_empty()).expect("modules have questions");
    if template().asked(&other.facts).iter().all(|one| one.id != boarding.id) {
        other.answers.push(answer(&boarding.id.0, "met", "Kept, not asked"));
    }
    other.answers.push(answer("school.no-such", "met", ""));
    other.evidence.push(Item { title: "Behind nothing".to_owned(), ..Item::default() });
    other.actions[0].state = ActionState::Done;
    other.actions[0].done_on = day("2027-02-01");
    other.actions[0].outcome = "Staff know the procedure.".to_owned();
    other.evidence[0].review = day("2027-09-01");
    other.answers[0].flag = true;
    other.answers[0].source = "Sheet1!C4".to_owned();
    assert_eq!(code(&other), signed);
}

#[test]
fn what_moved_is_named_part_by_part() {
    let then = Digests::of(&canonical(&content(), template()));
    let mut now = content();
    now.setting = "Example Junior School".to_owned();
    now.facts.insert("boarding".to_owned(), "yes".to_owned());
    now.answers[0].note.push('!');
    now.answers[2].value = Some("met".to_owned());
    now.actions[0].due = day("2027-04-01");
    now.actions[0].owner = "Chair".to_owned();
    now.evidence.clear();
    let found = moved(&then, &canonical(&now, template()));
    let shown: Vec<(Part, String)> = found
        .iter()
        .map(|one| (one.part, one.question.as_ref().map_or_else(|| one.name.clone(), ToString::to_string)))
        .collect();
    let expected = [
        (Part::Setting, ""),
        (Part::Fact, "boarding"),
        (Part::Answer, "school.a2"),
        (Part::Answer, "school.a3"),
        (Part::Action, "Review the policy"),
        (Part::Evidence, ""),
    ];
    assert_eq!(shown, expected.map(|(part, name)| (part, name.to_owned())));
    assert_eq!(moved(&then, &canonical(&content(), template())), []);
}

#[test]
fn digests_survive_a_hidden_sheet() {
    let digests = Digests::of(&canonical(&content(), template()));
    let strange = [("colour".to_owned(), "red".to_owned()), (String::new(), String::new())];
    assert_eq!(Digests::from_pairs(digests.pairs().into_iter().chain(strange)), digests);
    assert!(Digests::from_pairs([]).is_empty() && !digests.is_empty());
}

#[test]
fn numbers_and_choices_have_one_spelling() {
    let number = template().questions().find(|one| one.kind == crate::template::QuestionKind::Number);
    let number = number.expect("the template asks for a number").id.0.clone();
    let with = |value: &str| {
        let mut content = content();
        content.answers.push(answer(&number, value, ""));
        code(&content)
    };
    assert_eq!(with("3"), with("3.0"));
    assert_ne!(with("3"), with("3.1"));
}

/// What Excel and LibreOffice do to a text that nobody changed.
fn respelt(text: &str, how: u8) -> String {
    match how {
        0 => text.replace('\n', "\r\n"),
        1 => text.replace('\n', "\r"),
        2 => format!("{text}  "),
        3 => format!("{text}\n\n"),
        4 => text.replace('\n', " \n"),
        5 => text.replace(' ', "\t"),
        6 => format!(" {text}"),
        _ => unicode_normalization::UnicodeNormalization::nfd(text).collect(),
    }
}

proptest! {
    #[test]
    fn a_spreadsheet_changes_no_code(note in "[a-zA-Z0-9 éü\n\\\\'.,=+-]{0,60}", how in 0..8_u8) {
        let mut typed = content();
        typed.answers[1].note = note.clone();
        let mut read = content();
        read.answers[1].note = respelt(&note, how);
        read.answers.reverse();
        prop_assert_eq!(code(&typed), code(&read));
    }

    #[test]
    fn every_visible_change_changes_the_code(note in "[a-zA-Z0-9 éü\n\\\\'.,]{0,40}", other in "[a-zA-Z0-9 éü\n\\\\'.,]{0,40}", at in 0..12_usize) {
        prop_assume!(seen(&note) != seen(&other));
        let with = |text: &str| {
            let mut content = content();
            let action = &mut content.actions[0];
            let answer = &mut content.answers[0];
            let slot = match at {
                0 => &mut answer.note,
                1 => &mut answer.impact,
                2 => &mut answer.area,
                3 => &mut answer.reason,
                4 => answer.extra.entry("agency".to_owned()).or_default(),
                5 => answer.value.get_or_insert_default(),
                6 => &mut action.title,
                7 => &mut action.owner,
                8 | 9 => &mut content.evidence[0].place,
                10 => &mut content.setting,
                _ => &mut content.round,
            };
            text.clone_into(slot);
            content
        };
        prop_assert_ne!(code(&with(&note)), code(&with(&other)));
    }

    #[test]
    fn plain_texts_are_seen_like_all_others(text in "[!-~][ -~\n]{0,40}") {
        prop_assert_eq!(seen(&format!("\u{e9}{text}")), format!("\u{e9}{}", seen(&text)));
        prop_assert_eq!(seen(&format!("e\u{301}{text}")), format!("\u{e9}{}", seen(&text)));
    }

    #[test]
    fn a_text_cannot_pass_itself_off_as_another_part(first in "[a-z\n:\\\\ ]{0,12}", second in "[a-z\n:\\\\ ]{0,12}") {
        let with = |note: &str, impact: &str| {
            let mut content = content();
            (content.answers[0].note, content.answers[0].impact) = (note.to_owned(), impact.to_owned());
            code(&content)
        };
        let joined = format!("{first}\n  impact: {second}");
        prop_assume!(!seen(&second).is_empty());
        prop_assert_ne!(with(&joined, ""), with(&first, &second));
    }
}
