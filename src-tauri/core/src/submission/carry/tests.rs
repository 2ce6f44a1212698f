//! Carrying forward: every kind of change in a small pair of versions, and whatever lineage and answers there may be.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{answers, facts};
use crate::submission::Answer;
use crate::template::{Came, QuestionId, Template, Way, toml};

pub(super) fn first() -> Template {
    toml::read(include_str!("first.toml")).expect("the fixture is sound")
}

fn second() -> Template {
    toml::read(include_str!("second.toml")).expect("the fixture is sound")
}

fn way() -> Way {
    Way::over(vec![Arc::new(first()), Arc::new(second())])
}

fn said(question: &str, value: &str, note: &str) -> (QuestionId, Answer) {
    let mut answer = Answer::blank(question.into());
    answer.value = (!value.is_empty()).then(|| value.to_owned());
    answer.note = note.to_owned();
    (question.into(), answer)
}

fn carried(before: &[(QuestionId, Answer)]) -> BTreeMap<String, Answer> {
    let before = before.iter().cloned().collect();
    answers(&way(), "2025/26", &before)
        .into_iter()
        .map(|answer| (answer.question.0.clone(), answer))
        .collect()
}

#[test]
fn each_kind_of_change_carries_what_it_may() {
    let now = carried(&[
        said("sample.same", "met", "Minutes."),
        said("sample.old", "partly", "Log."),
        said("sample.whole", "met", "Kept in the office."),
        said("sample.m1", "met", "Book."),
        said("sample.m2", "met", "Badges."),
        said("sample.gone", "met", "Lost."),
    ]);
    let shown: Vec<_> = now
        .iter()
        .map(|(id, answer)| (id.as_str(), answer.carried_how, answer.value.as_deref(), answer.note.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("sample.kept", Some(Came::Split), None, "Kept in the office."),
            ("sample.merged", Some(Came::Merged), None, "Book.\n\nBadges."),
            ("sample.reworded", Some(Came::Reworded), Some("partly"), "Log."),
            ("sample.same", Some(Came::Same), Some("met"), "Minutes."),
            ("sample.sent", Some(Came::Split), None, "Kept in the office."),
        ]
    );
    assert!(now.values().all(|answer| answer.carried_from.as_deref() == Some("2025/26")));
}

#[test]
fn a_value_comes_along_only_where_it_can_still_be_said() {
    let now = carried(&[
        said("sample.same", "not_met", "No level for it."),
        said("sample.count", "12", ""),
        said("sample.when", "2025-10-01", ""),
        said("sample.one", "Deputy", ""),
        said("sample.many", "Website\nHandbook\nNotice board", ""),
        said("sample.text", "Nothing.\nReally.", ""),
    ]);
    let value = |id: &str| now.get(id).and_then(|answer| answer.value.as_deref());
    assert_eq!(value("sample.same"), None, "the map says nothing of that level");
    assert_eq!(now["sample.same"].note, "No level for it.");
    assert_eq!(value("sample.count"), Some("12"));
    assert_eq!(value("sample.when"), Some("2025-10-01"));
    assert_eq!(value("sample.one"), Some("Deputy"));
    assert_eq!(value("sample.many"), Some("Notice board\nWebsite"), "in the order of the choices now");
    assert_eq!(value("sample.text"), Some("Nothing.\nReally."));
}

#[test]
fn a_mark_and_a_place_in_a_workbook_stay_behind_and_blank_is_not_carried() {
    let mut marked = said("sample.same", "met", "Minutes.");
    (marked.1.flag, marked.1.source) = (true, "Answers!C4".to_owned());
    marked.1.extra =
        [("whose".to_owned(), "The head.".to_owned()), ("other".to_owned(), "x".to_owned())].into();
    let now = carried(&[marked, said("sample.old", "", "")]);
    let same = &now["sample.same"];
    assert_eq!((same.flag, same.source.as_str()), (false, ""));
    assert_eq!(same.extra, BTreeMap::from([("whose".to_owned(), "The head.".to_owned())]));
    assert!(!now.contains_key("sample.reworded"));
}

#[test]
fn what_was_never_confirmed_keeps_its_age() {
    let mut old = said("sample.same", "met", "Minutes.");
    (old.1.carried_from, old.1.carried_how) = (Some("2024/25".to_owned()), Some(Came::Reworded));
    let now = carried(&[old]);
    assert_eq!(now["sample.same"].carried_from.as_deref(), Some("2024/25"));
    assert_eq!(now["sample.same"].carried_how, Some(Came::Reworded), "the worst of the steps");
}

#[test]
fn merged_texts_stop_before_they_are_too_long_and_never_within_one() {
    let long = "x".repeat(20_000);
    let now = carried(&[said("sample.m1", "", &long), said("sample.m2", "", &"y".repeat(20_000))]);
    assert_eq!(now["sample.merged"].note, long);
    let now = carried(&[said("sample.m1", "met", "The same."), said("sample.m2", "met", "The same.\n")]);
    assert_eq!(now["sample.merged"].note, "The same.");
}

#[test]
fn only_facts_that_are_still_asked_come_along() {
    let before = [("boarding", "yes"), ("phase", "secondary"), ("gone", "yes")];
    let before = before.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    assert_eq!(facts(&second(), &before), BTreeMap::from([("boarding".to_owned(), "yes".to_owned())]));
}

#[test]
fn a_version_whose_step_is_missing_is_taken_question_by_question() {
    let mut third = second();
    (third.version, third.follows) = ("3".to_owned(), Some("2b".to_owned()));
    let way = Way::over(vec![Arc::new(first()), Arc::new(third)]);
    let origin = way.origin(&"sample.same".into()).expect("the id is the same");
    assert_eq!(origin.came, Came::Reworded, "not to be confirmed together");
    assert_eq!(way.origin(&"sample.new".into()), None);
}
