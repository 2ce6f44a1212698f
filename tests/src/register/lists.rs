//! Lists through the gateway: compared, taken whole or in part, undone, remembered, measured.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::ground::{School, national, read, school, seat, standing, take};
use crate::gateway::seat::Seat;

const NAMES: [&str; 4] =
    ["Example Primary", "St Anne\u{2019}s, the \"\"lower\"\" school", "Sampleton High", "Plain\nJunior"];

fn any_school(urn: u32) -> impl Strategy<Value = Option<School>> {
    let phases = prop::sample::select(vec!["Primary", "Secondary", "Nursery"]);
    let wards = prop::sample::select(vec!["Upper", "Lower"]);
    let places = prop::sample::select(vec!["Sampleshire", "Sampleshire", "Elsewhere"]);
    let names = prop::sample::select(NAMES.to_vec());
    let made = (names, phases, wards, places, any::<bool>());
    prop::option::of(made).prop_map(move |made| {
        let (name, phase, ward, authority, open) = made?;
        Some(School { urn, name: format!("{name} {urn}"), phase, ward, authority, open })
    })
}

fn any_list() -> impl Strategy<Value = Vec<School>> {
    let some: Vec<_> = (100_001..100_007).map(any_school).collect();
    some.prop_map(|some| some.into_iter().flatten().collect())
}

/// Those of Sampleshire that are open, as a register has them.
fn wanted(list: &[School]) -> Vec<[String; 5]> {
    let ours = list.iter().filter(|one| one.open && one.authority == "Sampleshire");
    let mut lines: Vec<[String; 5]> = ours
        .map(|one| {
            let name = one.name.replace("\"\"", "\"").split_whitespace().collect::<Vec<_>>().join(" ");
            [one.urn.to_string(), name, one.phase.into(), one.ward.into(), "expected".into()]
        })
        .collect();
    lines.sort();
    lines
}

fn choose(seat: &Seat) {
    let filter = json!({ "authorities": ["Sampleshire"], "states": ["Open"] });
    seat.done("register.list", json!({ "filter": filter }));
}

fn taken(seat: &Seat, list: &[School]) -> Value {
    read(seat, "register.csv", &national(list, 4));
    choose(seat);
    take(seat, |_| true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn taking_a_difference_gives_the_new_list_and_twice_changes_nothing(first in any_list(), second in any_list()) {
        let seat = seat();
        for list in [&first, &second] {
            if wanted(list).is_empty() {
                continue;
            }
            let round = taken(&seat, list);
            let asked: Vec<_> = standing(&round).into_iter().filter(|line| line[4] == "expected").collect();
            prop_assert_eq!(asked, wanted(list));
            read(&seat, "register.csv", &national(list, 4));
            choose(&seat);
            let again = seat.done("register.difference", json!({}));
            prop_assert_eq!(&again["changes"], &json!([]));
            seat.done("register.close_list", json!({}));
        }
    }
}

#[test]
fn nothing_changes_before_it_is_taken_and_undo_takes_all_of_it_back() {
    let seat = seat();
    let list = read(
        &seat,
        "edubasealldata20261101.csv",
        &national(&[school(100_001, "A"), school(100_002, "B")], 120),
    );
    assert_eq!(
        (&list["national"], &list["rows"], &list["kind"]),
        (&json!(true), &json!(2), &json!("school"))
    );
    let before = seat.session.file_state().map(|state| state.revision);
    choose(&seat);
    seat.done("register.difference", json!({}));
    assert_eq!(seat.session.file_state().map(|state| state.revision), before);
    assert_eq!(standing(&take(&seat, |_| true)).len(), 2);
    seat.done("file.undo", json!({}));
    assert_eq!(standing(&seat.done("round.show", json!({}))), Vec::<[String; 5]>::new());
}

#[test]
fn some_of_a_difference_can_be_taken_and_what_is_gone_waits_for_a_person() {
    let seat = seat();
    taken(&seat, &[school(100_001, "A"), school(100_002, "B")]);
    read(&seat, "register.csv", &national(&[school(100_001, "A renamed"), school(100_003, "C")], 4));
    choose(&seat);
    let round = take(&seat, |change| change["suggested"] == true);
    let names: Vec<String> = standing(&round).into_iter().map(|line| line[1].clone()).collect();
    assert_eq!(names, ["A renamed", "B", "C"]);
}

#[test]
fn the_columns_of_an_own_list_are_said_once_and_remembered() {
    let seat = seat();
    let bytes = b"Bezeichnung,Nummer\nExample,100001\n";
    let list = read(&seat, "own.csv", bytes);
    assert_eq!(list["ready"], false);
    seat.done("register.columns", json!({ "columns": { "name": ["Bezeichnung"], "urn": ["Nummer"] } }));
    while seat.done("job.show", json!({}))["state"] == "running" {
        std::thread::yield_now();
    }
    assert_eq!(standing(&take(&seat, |_| true)).len(), 1);
    let list = read(&seat, "own-next-year.csv", bytes);
    assert_eq!((&list["ready"], &list["rows"]), (&json!(true), &json!(1)));
}

#[test]
fn a_register_of_thousands_is_read_whole() {
    let many: Vec<School> =
        (100_000..108_000).map(|urn| school(urn, "Example School of a usual length")).collect();
    let bytes = national(&many, 120);
    let list = read(&seat(), "edubasealldata.csv", &bytes);
    assert_eq!(list["rows"], 8_000);
}
