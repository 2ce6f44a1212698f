//! Signals against a second, slow search over random returns, and each kind by itself.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use super::*;
use crate::analysis::naive_tests::template;
use crate::submission::action::ActionState;
use crate::template::LevelCode;

const TODAY: &str = "2026-11-21";
const LONG: [&str; 3] = [
    "The lead keeps a log of every concern, and the governors see a summary of it each term.",
    "Each new member of staff is trained in the first week, and again every September by the lead.",
    "A survey of pupils was held in May; what they said was looked at by the whole of the staff.",
];

/// A return with its own things, for as long as it is heard.
#[derive(Clone)]
struct Made {
    submission: SubmissionId,
    setting: SettingId,
    who: Who,
    answers: BTreeMap<QuestionId, Answer>,
    evidence: BTreeMap<QuestionId, u32>,
    actions: Vec<Planned>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn made(place: u128) -> Made {
    Made {
        submission: SubmissionId(Uuid::from_u128(1000 + place)),
        setting: SettingId(Uuid::from_u128(place)),
        who: Who { name: format!("Example School {place}").into(), ..Who::default() },
        answers: BTreeMap::new(),
        evidence: BTreeMap::new(),
        actions: Vec::new(),
    }
}

fn said(made: &mut Made, question: &str, value: &str, note: &str) {
    let id = QuestionId(question.to_owned());
    let mut answer = Answer::blank(id.clone());
    answer.value = (!value.is_empty()).then(|| value.to_owned());
    answer.note = note.to_owned();
    made.answers.insert(id, answer);
}

fn planned(made: &Made, question: &str, due: &str, state: ActionState) -> Planned {
    Planned {
        submission: made.submission,
        owned: true,
        due: Some(day(due)),
        state,
        questions: vec![QuestionId(question.to_owned())],
    }
}

fn heard(returns: &[Made], last: LastRound) -> Vec<Signal> {
    let template = template();
    let facts = Facts::new();
    let mut hearing = Hearing::of(&template, day(TODAY), None, last);
    for one in returns {
        let actions: Vec<&Planned> = one.actions.iter().collect();
        hearing.hear(&Heard {
            submission: one.submission,
            setting: one.setting,
            who: &one.who,
            facts: &facts,
            answers: &one.answers,
            evidence: &one.evidence,
            actions: &actions,
        });
    }
    hearing.end()
}

fn random_return(random: &mut ChaCha8Rng, place: u128) -> Made {
    let mut one = made(place);
    for standard in 0..5 {
        let codes: &[&str] =
            if standard % 2 == 0 { &["e", "m", "p", "n", ""] } else { &["m", "y", "p", "n", "x", ""] };
        for question in 0..4 {
            let id = format!("q{standard}.{question}");
            let value = codes[random.random_range(0..codes.len())];
            let note = if random.random_range(0..3) == 0 { LONG[random.random_range(0..3)] } else { "" };
            said(&mut one, &id, value, note);
            if random.random_range(0..5) == 0 {
                one.evidence.insert(QuestionId(id.clone()), 1);
            }
            if random.random_range(0..6) == 0 {
                let due = if random.random_range(0..2) == 0 { "2026-11-20" } else { TODAY };
                let state = ActionState::ALL[random.random_range(0..4)];
                let action = planned(&one, &id, due, state);
                one.actions.push(action);
            }
        }
    }
    one
}

type At = (SignalKind, Uuid, String);

fn places(signals: &[Signal], kinds: &[SignalKind]) -> BTreeSet<At> {
    let wanted = signals.iter().filter(|signal| kinds.contains(&signal.kind));
    wanted
        .flat_map(|signal| {
            signal.cells.iter().map(|cell| {
                (
                    signal.kind,
                    cell.submission.0,
                    cell.question.as_ref().map_or(String::new(), ToString::to_string),
                )
            })
        })
        .collect()
}

/// Question by question, with the levels of the two scales written out.
fn slowly(returns: &[Made]) -> BTreeSet<At> {
    let mut found = BTreeSet::new();
    for one in returns {
        for (id, answer) in &one.answers {
            let four = id.0.as_bytes()[1].is_multiple_of(2);
            let value = answer.value.as_deref().unwrap_or("");
            let top = if four { value == "e" } else { value == "m" };
            let at = |kind| (kind, one.submission.0, id.to_string());
            if top && answer.note.is_empty() && !one.evidence.contains_key(id) {
                found.insert(at(SignalKind::NoEvidence));
            }
            let mine = || one.actions.iter().filter(|action| action.questions.contains(id));
            if value == "x" && (one.evidence.contains_key(id) || mine().next().is_some()) {
                found.insert(at(SignalKind::Contradiction));
            }
            let late = mine().any(|it| {
                matches!(it.state, ActionState::Open | ActionState::UnderWay)
                    && it.due == Some(day("2026-11-20"))
            });
            if late && ["e", "m"].contains(&value) {
                found.insert(at(SignalKind::OverdueMet));
            }
            let elsewhere = |other: &&Made| {
                other.setting != one.setting && other.answers.values().any(|it| it.note == answer.note)
            };
            if !answer.note.is_empty() && returns.iter().any(|other| elsewhere(&other)) {
                found.insert(at(SignalKind::SameText));
            }
        }
    }
    found
}

#[test]
fn random_returns_give_what_a_slow_search_finds() {
    let kinds =
        [SignalKind::NoEvidence, SignalKind::Contradiction, SignalKind::OverdueMet, SignalKind::SameText];
    for seed in 0..20 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let count = random.random_range(0..8);
        let returns: Vec<Made> = (0..count).map(|place| random_return(&mut random, place)).collect();
        let signals = heard(&returns, LastRound::default());
        assert_eq!(places(&signals, &kinds), slowly(&returns), "seed {seed}");
        let mut sorted = signals.clone();
        sorted.sort_by_key(|signal| signal.kind);
        assert_eq!(sorted, signals, "by kind");
    }
}

#[test]
fn all_at_the_top_is_said_of_the_return_and_not_of_a_few_judgements() {
    let mut one = made(1);
    for standard in 0..4 {
        for question in 0..4 {
            let top = if standard % 2 == 0 { "e" } else { "m" };
            said(&mut one, &format!("q{standard}.{question}"), top, "Shown in the log.");
        }
    }
    let signals = heard(&[one.clone()], LastRound::default());
    assert_eq!(signals.len(), 1);
    assert_eq!(signals[0].said, "All 16 judgements are at the top of the scale.");
    assert_eq!((signals[0].cells.len(), signals[0].cells[0].question.clone()), (1, None));
    said(&mut one, "q0.0", "m", "Shown in the log.");
    assert_eq!(heard(&[one.clone()], LastRound::default()), []);
    one.answers.retain(|id, _| id.0.starts_with("q1") || id.0.starts_with("q2"));
    assert_eq!(heard(&[one], LastRound::default()), [], "eight judgements are too few to say");
}

#[test]
fn the_same_words_in_one_setting_are_no_signal_and_one_trust_is_said() {
    let (mut one, mut other) = (made(1), made(2));
    said(&mut one, "q0.0", "m", LONG[0]);
    said(&mut one, "q0.1", "m", LONG[0]);
    assert_eq!(heard(&[one.clone()], LastRound::default()), []);
    let spaced = LONG[0].to_uppercase().replace(' ', "  ");
    said(&mut other, "q2.3", "m", &spaced);
    one.who.trust = "Example Trust".into();
    other.who.trust = "Example Trust".into();
    let signals = heard(&[one, other], LastRound::default());
    assert_eq!(signals.len(), 1);
    assert_eq!(signals[0].cells.len(), 3);
    assert!(signals[0].said.contains("2 settings, all of one trust (Example Trust)"), "{}", signals[0].said);
}

#[test]
fn a_short_text_is_the_same_by_chance() {
    let (mut one, mut other) = (made(1), made(2));
    said(&mut one, "q0.0", "m", "See the policy.");
    said(&mut other, "q0.0", "m", "See the policy.");
    assert_eq!(heard(&[one, other], LastRound::default()), []);
}

#[test]
fn answers_that_stand_as_they_stood_are_counted_by_lineage() {
    let mut one = made(1);
    for question in 0..4 {
        said(&mut one, &format!("q0.{question}"), "m", &format!("As shown in log {question}."));
        said(&mut one, &format!("q2.{question}"), "m", &format!("As shown in log {question}."));
    }
    let all: Vec<QuestionId> = one.answers.keys().cloned().collect();
    let mut last = LastRound { label: "2024/25".to_owned(), ..LastRound::default() };
    last.same = all.iter().take(7).map(|id| (id.clone(), id.clone())).collect();
    last.hear(one.setting, &one.answers);
    said(&mut one, "q0.0", "p", "As shown in log 0.");
    said(&mut one, "q0.1", "m", "Shown elsewhere now.");
    let signals = heard(&[one.clone()], last.clone());
    assert_eq!(signals.len(), 1);
    assert!(
        signals[0].said.starts_with("5 of 7 answers with a text stand word for word"),
        "{}",
        signals[0].said
    );
    for question in ["q0.2", "q0.3"] {
        said(&mut one, question, "m", "Looked at again.");
    }
    assert_eq!(heard(&[one], last), [], "3 of 7 are less than half");
}

#[test]
fn a_check_between_answers_is_a_signal_and_no_other_check_is() {
    let mut template = template();
    template.checks = serde_json::from_value(serde_json::json!([
        {"id": "two", "message": "The two differ.", "when": "school.q1 > school.q2"},
        {"id": "one", "message": "Late.", "when": "school.q1 is blank"},
    ]))
    .expect("checks");
    assert_eq!(template.checks.iter().map(|it| it.compares()).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_level_is_at_the_top_only_of_its_own_scale() {
    let template = template();
    let hearing = Hearing::of(&template, day(TODAY), None, LastRound::default());
    let mut one = made(1);
    said(&mut one, "q0.0", "m", "");
    said(&mut one, "q1.0", "m", "");
    said(&mut one, "q1.1", "x", "");
    let top = |id: &str| hearing.at_the_top(&one.answers[&QuestionId(id.to_owned())]);
    assert_eq!([top("q0.0"), top("q1.0"), top("q1.1")], [Some(false), Some(true), None]);
    let level = LevelCode("m".to_owned());
    assert!(template.scales.iter().all(|scale| scale.level(level.as_str()).is_some()));
}

#[test]
fn what_some_kinds_do_not_need_is_there_for_the_others() {
    let cell = SignalCell {
        submission: SubmissionId(uuid::Uuid::nil()),
        setting: String::new(),
        phase: String::new(),
        question: None,
        number: String::new(),
        standard: String::new(),
        said: String::new(),
    };
    let of = |kind, cells: usize| Signal { kind, said: String::new(), cells: vec![cell.clone(); cells] };
    let many = SHOWN / SignalKind::ALL.len() + 400;
    let mut signals = vec![of(SignalKind::ALL[0], 1)];
    signals.extend((0..many).map(|_| of(SignalKind::ALL[1], 1)));
    let shown = StandsOut::of(String::new(), signals);
    assert_eq!((shown.signals.len(), shown.left_out), (many + 1, 0));
    let too_many = (0..SHOWN + 5).map(|_| of(SignalKind::ALL[1], 1)).collect();
    let shown = StandsOut::of(String::new(), too_many);
    assert_eq!((shown.signals.len(), shown.left_out), (SHOWN, 5));
}
