//! The draw: counts of the field, the same list for ever, chances in simulation, a cycle that is kept.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::id::derived;
use crate::setting::SettingId;

fn candidate(phase: &str, number: usize) -> Candidate {
    let name = format!("Example {phase} {number}");
    let status = if number.is_multiple_of(3) { "Academy" } else { "Maintained" };
    Candidate {
        setting: SettingId(derived("a sample", &name)),
        traits: BTreeMap::from([("phase".into(), phase.into()), ("status".into(), status.into())]),
        name,
        out: String::new(),
        returned: !number.is_multiple_of(5),
        met: None,
        opened: None,
    }
}

fn frame(of: &[(&str, usize)]) -> Frame {
    let all = of.iter().flat_map(|(phase, count)| (1..=*count).map(|number| candidate(phase, number)));
    Frame { on: day("2027-01-11"), candidates: all.collect() }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// State-funded schools of a large county.
fn county() -> Frame {
    frame(&[("Primary", 297), ("Secondary", 43), ("Special", 10), ("PRU", 5)])
}

fn drawn(drawing: &Drawing) -> Vec<(String, u32, Vec<String>)> {
    let names = |stratum: &Stratum| {
        let places = usize::try_from(stratum.places).expect("a count");
        stratum.order.iter().take(places).map(|one| one.name.clone()).collect()
    };
    drawing.strata.iter().map(|one| (one.name.clone(), one.places, names(one))).collect()
}

#[test]
fn the_schools_of_a_county_at_three_per_cent_give_nine_one_and_one() {
    let drawing = draw(&county(), &Rules::default(), 1).expect("drawn");
    let places: Vec<(&str, u32)> = drawing.strata.iter().map(|one| (one.name.as_str(), one.places)).collect();
    assert_eq!(places, [("Primary", 9), ("Secondary", 1), ("PRU and Special", 1)]);
    assert_eq!((drawing.population(), drawing.places(), drawing.wanted), (355, 11, 11));
    let three = frame(&[("Primary", 40), ("Special", 4), ("PRU", 3), ("Nursery", 2)]);
    let drawing = draw(&three, &Rules::default(), 1).expect("drawn");
    assert_eq!(drawing.strata[1].name, "Nursery, PRU and Special");
    assert!(drawing.remarks.contains(&"Nursery, PRU and Special are drawn as one group.".to_owned()));
    let by_hand = Rules {
        merge_below: 0,
        merges: vec![Merge { name: "Specialist".into(), of: vec!["Special".into(), "PRU".into()] }],
        ..Rules::default()
    };
    let drawing = draw(&county(), &by_hand, 1).expect("drawn");
    let places: Vec<u32> = drawing.strata.iter().map(|one| one.places).collect();
    assert_eq!(places, [9, 1, 1]);
    let said = "PRU and Special are drawn as one group: Specialist.";
    assert!(drawing.remarks.contains(&said.to_owned()), "{:?}", drawing.remarks);
    let apart = Rules { merge_below: 0, minimum: 0, ..Rules::default() };
    let places: Vec<u32> =
        draw(&county(), &apart, 1).expect("drawn").strata.iter().map(|one| one.places).collect();
    assert_eq!(places, [9, 2, 0, 0], "largest remainder alone never meets the smallest groups");
}

#[test]
fn the_same_frame_rules_and_seed_draw_the_same_list_for_ever() {
    let frame = frame(&[("Primary", 30), ("Secondary", 8)]);
    let rules = Rules { size: Size::Number(5), ..Rules::default() };
    let golden = draw(&frame, &rules, 402_118_905_377).expect("drawn");
    let names: Vec<String> = drawn(&golden).into_iter().flat_map(|one| one.2).collect();
    assert_eq!(names, GOLDEN);
    assert_eq!(golden.strata[0].order[0].number, GOLDEN_NUMBER);
    let mut shuffled = frame.clone();
    shuffled.candidates.reverse();
    assert_eq!(
        draw(&shuffled, &rules, 402_118_905_377),
        Ok(golden.clone()),
        "the order of the list is nothing"
    );
    assert_ne!(draw(&frame, &rules, 402_118_905_378), Ok(golden));
}

/// Worked out apart from this program, by ChaCha8 written out in another language.
const GOLDEN: [&str; 5] = [
    "Example Primary 21",
    "Example Primary 13",
    "Example Primary 22",
    "Example Primary 17",
    "Example Secondary 5",
];
const GOLDEN_NUMBER: &str = "071d0bf81887987e";

#[test]
fn who_is_left_out_says_why_and_moves_nobody_elses_number() {
    let mut frame = frame(&[("Primary", 40)]);
    frame.candidates[3].out = "Exempt: newly opened".into();
    frame.candidates[4].met = Some(day("2026-03-01"));
    frame.candidates[5].opened = Some(day("2026-09-01"));
    let out = |of: Criterion, reason: &str| Rule { bearing: Bearing::LeavesOut, of, reason: reason.into() };
    let rules = Rules {
        rules: vec![
            out(Criterion::MetWithin(2), "Met last year"),
            out(Criterion::OpenedSince(day("2026-01-01")), "New head and new school"),
            out(Criterion::Named(vec![frame.candidates[6].setting]), "Inspected this week"),
        ],
        ..Rules::default()
    };
    let with = draw(&frame, &rules, 7).expect("drawn");
    let reasons: Vec<&str> = with.left_out.iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(
        reasons,
        ["Exempt: newly opened", "Met last year", "New head and new school", "Inspected this week"]
    );
    let without = draw(&frame, &Rules::default(), 7).expect("drawn");
    let number = |drawing: &Drawing, name: &str| {
        drawing.strata[0].order.iter().find(|one| one.name == name).map(|one| one.number.clone())
    };
    assert_eq!(number(&with, "Example Primary 20"), number(&without, "Example Primary 20"));
    let taken_in = Rules {
        rules: vec![Rule {
            bearing: Bearing::TakesIn,
            of: Criterion::Is(Trait::Status, "Academy".into()),
            reason: "Academies only".into(),
        }],
        ..Rules::default()
    };
    assert!(draw(&frame, &taken_in, 7).expect("drawn").population() < 20);
    let returned = Rules { base: Base::Returned, ..Rules::default() };
    assert_eq!(draw(&frame, &returned, 7).expect("drawn").population(), 31);
    let bare = Rules { rules: vec![out(Criterion::MetWithin(2), " ")], ..Rules::default() };
    assert!(draw(&frame, &bare, 7).expect_err("no reason").message.contains("reason"));
}

#[test]
fn reserves_take_places_in_their_order_and_none_twice() {
    let drawing = draw(&frame(&[("Primary", 6)]), &Rules { size: Size::Number(2), ..Rules::default() }, 3);
    let drawing = drawing.expect("drawn");
    let order: Vec<SettingId> = drawing.strata[0].order.iter().map(|one| one.setting).collect();
    let refusal = |at: usize| Refusal { setting: order[at], reason: "Inspected that week".into() };
    let refusals = [refusal(3), refusal(0), refusal(2)];
    let now = standing(&drawing, &refusals);
    let seats: Vec<(u32, bool)> =
        now.iter().map(|one| (one.place, matches!(one.seat, Seat::Declined(..)))).collect();
    assert_eq!(seats, [(1, true), (2, false), (3, true), (5, false)], "the fourth had declined before");
    assert!(matches!(&now[3].seat, Seat::Reserve(name) if *name == now[2].name));
    let nobody = standing(&drawing, &(0..6).map(refusal).collect::<Vec<_>>());
    assert_eq!(nobody.iter().filter(|one| !matches!(one.seat, Seat::Declined(..))).count(), 0);
}

#[test]
fn everybody_in_a_group_has_the_chance_that_its_places_give() {
    let frame = frame(&[("Primary", 24), ("Secondary", 12)]);
    // Six of 24, and by the minimum five of 12.
    let rules = Rules { size: Size::Number(9), merge_below: 0, minimum: 5, ..Rules::default() };
    let rounds = 4_000_u32;
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for seed in 0..u64::from(rounds) {
        for (_, _, names) in drawn(&draw(&frame, &rules, seed).expect("drawn")) {
            names.into_iter().for_each(|name| *taken.entry(name).or_default() += 1);
        }
    }
    assert_eq!(taken.len(), 36, "everybody can be drawn");
    for (name, times) in taken {
        let chance = if name.contains("Primary") { 6.0 / 24.0 } else { 5.0 / 12.0 };
        let share = f64::from(times) / f64::from(rounds);
        assert!((share - chance).abs() < 0.035, "{name} was drawn in {share} of the draws, not in {chance}");
    }
}

#[test]
fn every_setting_is_met_within_the_cycle() {
    let mut frame = frame(&[("Primary", 26), ("Secondary", 7)]);
    let rules = Rules { size: Size::Share(300), cycle: Some(4), merge_below: 0, ..Rules::default() };
    let mut met: BTreeMap<SettingId, Vec<i32>> = BTreeMap::new();
    for year in 0..12 {
        frame.on = frame.on.with_year(2027 + year).expect("a year");
        let drawing = draw(&frame, &rules, u64::try_from(year).expect("a year")).expect("drawn");
        let names: Vec<String> = drawn(&drawing).into_iter().flat_map(|one| one.2).collect();
        for one in frame.candidates.iter_mut().filter(|one| names.contains(&one.name)) {
            one.met = Some(frame.on);
            met.entry(one.setting).or_default().push(year);
        }
    }
    assert_eq!(met.len(), 33);
    for years in met.values() {
        let gaps = years.windows(2).map(|two| two[1] - two[0]);
        assert!(years[0] < 4 && gaps.max().unwrap_or(0) <= 4, "a setting waited too long");
    }
}

proptest! {
    #[test]
    fn places_keep_the_size_the_minimum_and_what_is_there(
        populations in prop::collection::vec(0_u64..200, 1..9), least in 0_u64..4, share in 1_u32..2_000,
    ) {
        let groups: Vec<Asked> = populations.iter().map(|population| Asked { population: *population, least }).collect();
        let all: u64 = populations.iter().sum();
        let wanted = wanted(Size::Share(share), Rounding::Up, all);
        let places = places(&groups, wanted);
        for (group, places) in groups.iter().zip(&places) {
            prop_assert!(*places <= group.population && *places >= least.min(group.population));
        }
        let least: u64 = groups.iter().map(|group| group.least.min(group.population)).sum();
        let sum: u64 = places.iter().sum();
        let raised: u64 = groups.iter().map(|group| {
            (wanted * group.population).checked_div(all).unwrap_or(0).max(group.least).min(group.population)
        }).sum();
        prop_assert_eq!(sum, wanted.max(raised).max(least).min(all));
    }
}
