//! The list of what is open: contradictions planted in random answers are found, and none where none was planted.

use std::collections::BTreeSet;

use attest::submission::check::{GapKind, Ground, gaps};
use attest::submission::{Answer, evidence};
use attest::template::{Facts, Meaning, Question, QuestionId, Template, library};
use attest::world::{FixedWorld, World};
use serde_json::json;

use super::desk::Desk;

type Answers = std::collections::BTreeMap<QuestionId, Answer>;
type Plant = (&'static str, fn(&mut Answers));

/// A contradiction: its check, and how it is planted.
const PLANTS: &[Plant] = &[
    ("dsl_training_out_of_date", |answers| put(answers, "school.c14", "2024-11-01")),
    ("date_in_future", |answers| put(answers, "school.c14", "2027-01-12")),
    ("dsl_cover_thin", |answers| {
        put(answers, "school.c13", "1");
        put(answers, "school.c5", "met");
    }),
    ("arrangements_without_review", |answers| {
        put(answers, "school.a1", "met");
        put(answers, "school.a10", "partly");
    }),
];

fn put(answers: &mut Answers, question: &str, value: &str) {
    let id = QuestionId::from(question);
    let answer = answers.entry(id.clone()).or_insert_with(|| Answer::blank(id));
    answer.value = Some(value.to_owned());
}

/// Answers drawn at random that contradict themselves nowhere.
fn sound(template: &Template, random: &FixedWorld) -> Answers {
    let mut answers = Answers::new();
    for question in template.asked(&Facts::new()) {
        let mut answer = Answer::blank(question.id.clone());
        answer.value = Some(value(template, question, random));
        for text in [&mut answer.note, &mut answer.impact, &mut answer.area, &mut answer.reason] {
            "Seen at the spring visit.".clone_into(text);
        }
        answers.insert(question.id.clone(), answer);
    }
    put(&mut answers, "school.c14", "2026-09-14");
    put(&mut answers, "school.c13", "3");
    put(&mut answers, "school.a10", "met");
    answers
}

fn value(template: &Template, question: &Question, random: &FixedWorld) -> String {
    let levels = template.scale_of(question).map(|scale| scale.levels.as_slice()).unwrap_or_default();
    let judged: Vec<_> = levels.iter().filter(|level| level.meaning != Meaning::NotApplicable).collect();
    match judged.len() {
        0 => question.choices.first().cloned().unwrap_or_else(|| "5".to_owned()),
        count => judged[usize::from(random.random()[0]) % count].code.0.clone(),
    }
}

fn named(template: &Template, answers: &Answers) -> BTreeSet<String> {
    let facts = Facts::new();
    let ground = Ground {
        template,
        facts: &facts,
        answers,
        evidence: &[] as &[evidence::Kept],
        actions: &[],
        today: "2027-01-11".parse().expect("a date"),
        due: "2027-02-01".parse().ok(),
    };
    gaps(&ground).into_iter().filter(|gap| gap.kind == GapKind::Check).filter_map(|gap| gap.check).collect()
}

#[test]
fn each_planted_contradiction_is_found_and_none_where_none_was_planted() {
    let template = library::find("school@2025.1").expect("it ships");
    let random = FixedWorld::new("2027-01-11T18:00:00Z".parse().expect("a time"), 2027);
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for round in 0..100 {
        let mut answers = sound(template, &random);
        let before = named(template, &answers);
        let planted = (round % 5 > 0).then(|| &PLANTS[round % 5 - 1]);
        if let Some((_, plant)) = planted {
            plant(&mut answers);
        }
        let known: BTreeSet<&str> = PLANTS.iter().map(|(check, _)| *check).collect();
        let found = named(template, &answers);
        for check in found.iter().filter(|check| known.contains(check.as_str())) {
            if planted.is_some_and(|(name, _)| name == check) { right += 1 } else { wrong += 1 }
        }
        missed += usize::from(planted.is_some_and(|(name, _)| !found.contains(*name)));
        assert!(before.iter().all(|check| !known.contains(check.as_str())), "{before:?}");
    }
    println!("contradictions: {right} found, {wrong} wrong, {missed} missed");
    assert_eq!((right, wrong, missed), (80, 0, 0));
}

#[test]
fn the_list_leads_to_each_place_and_shows_personal_data() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.told("answer.write", json!({"question": "school.c14", "field": "value", "text": "2024-01-10"}));
    desk.write("school.a2", "note", "Pupil: Sam Example told us.");
    desk.told("evidence.save", json!({"title": "Log", "place": "Sam_Example_Y4.docx"}));
    desk.told("action.save", json!({"title": "Ring mum on 07700 900123"}));
    desk.told("challenge.save", json!({"asked_by": "Chair", "text": "What of child B?"}));
    let view = desk.told("check.show", json!({}));
    let gaps = view["gaps"].as_array().expect("gaps");
    let of = |kind: &str| gaps.iter().find(|gap| gap["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"));
    assert_eq!(of("unanswered")["number"], "A2");
    assert_eq!((&of("asks")["number"], &of("asks")["standard"]), (&json!("A1"), &json!("school.a")));
    let trained = gaps.iter().find(|gap| gap["check"] == "dsl_training_out_of_date").expect("it is said");
    assert_eq!((&trained["number"], &trained["weight"]), (&json!("V3"), &json!("gap")));
    let kinds: Vec<_> =
        view["personal"].as_array().expect("found").iter().map(|one| one["where"]["kind"].clone()).collect();
    assert_eq!(kinds, ["answer", "evidence", "action", "challenge"]);
    assert_eq!(
        (&view["personal"][0]["match"], &view["personal"][0]["what"]),
        (&json!("Sam Example"), &json!("pupil"))
    );
}
