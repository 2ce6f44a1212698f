//! What a list would change: nothing, a conversion, a merger, a closure, somebody gone.

use std::collections::BTreeMap;

use super::super::register::{Expected, ExpectedId, Standing};
use super::{Change, ChangeKind, Known, difference};
use crate::listing::{Candidate, Entry, Field, Filter};
use crate::setting::{About, Details, SettingId};

fn id(number: u32) -> SettingId {
    format!("00000000-0000-7000-8000-{number:012}").parse().expect("an id")
}

/// A school of the file, on the register.
fn known(number: u32, name: &str, urn: &str) -> Known {
    let line = Expected {
        id: format!("00000000-0000-7000-9000-{number:012}").parse::<ExpectedId>().expect("an id"),
        setting: id(number),
        standing: Standing::Expected,
        reason: String::new(),
        covered_by: None,
        extended_to: None,
        extension_reason: String::new(),
        since: None,
        issue: None,
    };
    let identifiers = match urn {
        "" => BTreeMap::new(),
        urn => [("urn".to_owned(), urn.to_owned())].into(),
    };
    let details =
        Details { kind: "school".into(), name: name.into(), phase: "Primary".into(), ..Details::default() };
    Known {
        id: id(number),
        details,
        identifiers,
        past: Vec::new(),
        about: About::default(),
        line: Some(line),
    }
}

fn listed(fields: &[(Field, &str)]) -> Candidate {
    let base = [(Field::Phase, "Primary")];
    let entry = Entry::of(2, base.into_iter().chain(fields.iter().copied()));
    Candidate::of(&entry, "school", &Filter::default())
}

fn kinds(changes: &[Change]) -> Vec<(ChangeKind, &str, bool)> {
    changes.iter().map(|change| (change.kind, change.name.as_str(), change.suggested)).collect()
}

#[test]
fn the_same_list_changes_nothing() {
    let register = [known(1, "A", "100001"), known(2, "B", "")];
    let list = [listed(&[(Field::Name, "A"), (Field::Urn, "100001")]), listed(&[(Field::Name, "b ")])];
    let changes = difference(&register, &list, &[]);
    assert_eq!(kinds(&changes), [(ChangeKind::Renamed, "b ", true)], "only the small letter");
}

#[test]
fn a_conversion_is_the_same_setting_under_a_new_number() {
    let mut before = known(1, "A", "100001");
    before.identifiers.insert("laestab".into(), "9992001".into());
    let by_number =
        listed(&[(Field::Name, "A Academy"), (Field::Urn, "200001"), (Field::Laestab, "9992001")]);
    let by_word =
        listed(&[(Field::Name, "A Academy"), (Field::Urn, "200001"), (Field::Predecessor, "100001")]);
    let by_place = listed(&[
        (Field::Name, "A Academy"),
        (Field::Urn, "200001"),
        (Field::Address, "1 Example Road"),
        (Field::Opened, "01-09-2026"),
    ]);
    let old = listed(&[
        (Field::Name, "A"),
        (Field::Urn, "100001"),
        (Field::Address, "1 Example Road"),
        (Field::Closed, "31-08-2026"),
        (Field::State, "Closed"),
    ]);
    for candidate in [by_number, by_word, by_place] {
        let changes = difference(std::slice::from_ref(&before), &[candidate], std::slice::from_ref(&old));
        assert_eq!(kinds(&changes), [(ChangeKind::Converted, "A Academy", true)]);
        assert!(changes[0].fields.iter().any(|field| field.before == "100001" && field.after == "200001"));
    }
}

#[test]
fn two_that_become_one_are_a_conversion_and_a_merger() {
    let register = [known(1, "A Infant", "100001"), known(2, "A Junior", "100002")];
    let list = [listed(&[
        (Field::Name, "A Primary"),
        (Field::Urn, "200001"),
        (Field::Predecessor, "100001; 100002"),
    ])];
    let changes = difference(&register, &list, &[]);
    assert_eq!(
        kinds(&changes),
        [(ChangeKind::Converted, "A Primary", true), (ChangeKind::Merged, "A Junior", true)]
    );
    assert_eq!(changes[1].into, Some(id(1)));
}

#[test]
fn who_is_absent_closed_went_elsewhere_or_is_gone() {
    let register =
        [known(1, "A", "100001"), known(2, "B", "100002"), known(3, "C", "100003"), known(4, "D", "")];
    let list = [listed(&[(Field::Name, "E"), (Field::Urn, "100005")])];
    let beside = [
        listed(&[
            (Field::Name, "A"),
            (Field::Urn, "100001"),
            (Field::State, "Closed"),
            (Field::Closed, "31-08-2026"),
            (Field::WhyClosed, "Closure"),
        ]),
        listed(&[(Field::Name, "B"), (Field::Urn, "100002"), (Field::Authority, "Elsewhere")]),
    ];
    let changes = difference(&register, &list, &beside);
    let told: Vec<_> =
        changes.iter().map(|it| (it.kind, it.name.as_str(), it.suggested, it.note.as_str())).collect();
    assert_eq!(
        told,
        [
            (ChangeKind::New, "E", true, ""),
            (ChangeKind::Closed, "A", true, "It closed on 31 August 2026: Closure."),
            (ChangeKind::Gone, "B", false, "The list has it under Elsewhere, not among what you chose."),
            (ChangeKind::Gone, "C", false, "It is not on the list."),
            (ChangeKind::Gone, "D", false, "It is not on the list."),
        ]
    );
}

#[test]
fn an_organisation_on_the_register_is_not_gone_from_a_list_of_schools() {
    let mut agency = known(1, "Sampleshire Police", "");
    agency.details.kind = "organisation".into();
    let list = [listed(&[(Field::Name, "A"), (Field::Urn, "100001")])];
    assert_eq!(kinds(&difference(&[agency], &list, &[])), [(ChangeKind::New, "A", true)]);
}

#[test]
fn a_name_recognises_nobody_where_both_have_numbers() {
    let list = [listed(&[(Field::Name, "A"), (Field::Urn, "200001")])];
    let changes = difference(&[known(1, "A", "100001")], &list, &[]);
    assert_eq!(kinds(&changes), [(ChangeKind::New, "A", true), (ChangeKind::Gone, "A", false)]);
}
