//! Every table against a second, slow count over random rounds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use super::between::{Earlier, changes, matched};
use super::grid::{Grid, GridRow, columns};
use super::group::{By, Who, groups};
use super::judged::Caption;
use super::sharing::Shown;
use super::tally::{Mark, Tally, shown_percent};
use super::{Table, matrix, profile, questions, standards};
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::{Meaning, QuestionId, Template};

/// Five standards of four questions on two scales; the last is not scored.
pub(super) fn template() -> Template {
    let level = |code: &str, meaning: &str| serde_json::json!({"code": code, "label": code, "definition": "", "meaning": meaning});
    let four = [level("e", "exceeds"), level("m", "met"), level("p", "partly"), level("n", "not_met")];
    let five = [
        level("m", "met"),
        level("y", "mostly"),
        level("p", "partly"),
        level("n", "not_met"),
        level("x", "not_applicable"),
    ];
    let standard = |place: usize| {
        let scale = if place.is_multiple_of(2) { "four" } else { "five" };
        let question = |it: usize| {
            let id = format!("q{place}.{it}");
            serde_json::json!({"id": id, "number": id, "text": format!("Question {id}"), "scale": scale, "duty": "must"})
        };
        serde_json::json!({"id": format!("s{place}"), "number": place.to_string(), "title": format!("Standard {place}"),
            "scored": place < 4, "questions": (0..4).map(question).collect::<Vec<_>>()})
    };
    serde_json::from_value(serde_json::json!({
        "id": "school", "version": "2025.1", "title": "Example audit", "publisher": "x", "audience": "school",
        "edition": "2025", "legal_position": "2025-09-01", "status": "unreviewed",
        "scales": [{"id": "four", "title": "Four", "levels": four}, {"id": "five", "title": "Five", "levels": five}],
        "standards": (0..5).map(standard).collect::<Vec<_>>(),
    }))
    .expect("a template")
}

pub(super) fn random_grid(random: &mut ChaCha8Rng, rows: u32) -> Grid {
    let columns = columns(&template());
    let row = |place: u32, random: &mut ChaCha8Rng| GridRow {
        submission: SubmissionId(Uuid::from_u128(u128::from(place))),
        setting: SettingId(Uuid::from_u128(u128::from(random.random_range(0..200_u32)))),
        ratings: (0..columns.len()).map(|_| random.random_range(0..10)).collect(),
        moderated: 0,
        who: Who {
            name: format!("Example School {place}"),
            phase: ["Primary", "Secondary", ""][usize::try_from(random.next_u32() % 3).unwrap_or(0)]
                .to_owned(),
            ..Who::default()
        },
    };
    let rows = (0..rows).map(|place| row(place, random)).collect::<Vec<_>>();
    let expected = u32::try_from(rows.len()).unwrap_or(0) + random.random_range(0..30);
    Grid { columns, rows, expected }
}

fn each(test: impl Fn(&Grid, &Grid)) {
    for seed in 0..12 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let (now, before) = (random.random_range(0..90), random.random_range(0..90));
        test(&random_grid(&mut random, now), &random_grid(&mut random, before));
    }
}

pub(super) fn caption() -> Caption {
    let as_at = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    Caption { round: "Round 2026/27".into(), as_at }
}

fn cell<'t>(table: &'t Table, row: usize, label: &str) -> &'t str {
    let column = table.columns.iter().position(|column| column.label.starts_with(label));
    &table.rows[row][column.unwrap_or_else(|| panic!("no column {label}"))].text
}

/// One mark at a time.
fn slow(grid: &Grid, rows: &[usize], wanted: impl Fn(usize) -> bool) -> Tally {
    let columns = (0..grid.columns.len()).filter(|column| wanted(*column));
    let marks = columns.flat_map(|column| rows.iter().map(move |row| (*row, column)));
    Tally::of(marks.map(|(row, column)| grid.mark(&grid.rows[row], column)))
}

#[test]
fn standards_and_questions() {
    each(|grid, _| {
        let all = grid.everyone();
        let by_standard = standards::results(grid, &template(), &caption(), Shown::ToOfficers);
        for (place, row) in (0..4).enumerate() {
            let tally = slow(grid, &all, |column| grid.columns[column].standard == place);
            assert_eq!(cell(&by_standard, row, "Base"), tally.base().to_string());
            assert_eq!(cell(&by_standard, row, "Exceeds"), tally.exceeds.to_string());
            assert_eq!(cell(&by_standard, row, "Blank"), tally.blank.to_string());
            assert_eq!(cell(&by_standard, row, "Not asked"), tally.not_asked.to_string());
        }
        let by_question = questions::results(grid, &template(), &caption(), Shown::ToOfficers);
        assert_eq!(by_question.rows.len(), 16);
        for row in 0..16 {
            let tally = slow(grid, &all, |column| column == row);
            let share = shown_percent(tally.at_least_met(), tally.base());
            assert_eq!(cell(&by_question, row, "% met"), share);
            assert_eq!(cell(&by_question, row, "Not applicable"), tally.not_applicable.to_string());
        }
    });
}

#[test]
fn every_group_and_all_together() {
    each(|grid, _| {
        let by_question = matrix::questions(grid, &template(), &caption(), By::Phase, Shown::ToOfficers);
        let by_standard = matrix::standards(grid, &template(), &caption(), By::Phase, Shown::ToOfficers);
        for (name, rows) in groups(grid, By::Phase) {
            let tally = slow(grid, &rows, |column| column == 5);
            assert_eq!(cell(&by_question, 5, &name), shown_percent(tally.at_least_met(), tally.base()));
            let tally = slow(grid, &rows, |column| grid.columns[column].standard == 2);
            assert_eq!(cell(&by_standard, 2, &name), shown_percent(tally.at_least_met(), tally.base()));
        }
    });
}

#[test]
fn a_place_is_certain_only_where_no_missing_return_can_change_it() {
    each(|grid, _| {
        let table = questions::ends(grid, &template(), &caption(), Shown::ToOfficers);
        for row in &table.rows {
            let (first, last) = row[0].text.split_once(" to ").unwrap_or((&row[0].text, &row[0].text));
            let (first, last): (usize, usize) =
                (first.parse().expect("a place"), last.parse().expect("a place"));
            assert!(1 <= first && first <= last && last <= 16, "{}", row[0].text);
        }
        let shares: Vec<f64> = table.rows.iter().map(|row| share(&row[3].text)).collect();
        assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]), "{shares:?}");
    });
    let whole = Grid { expected: 0, ..random_grid(&mut ChaCha8Rng::seed_from_u64(3), 60) };
    let table = questions::ends(&whole, &template(), &caption(), Shown::ToOfficers);
    assert_eq!(table.rows[0][0].text, "1", "nobody is missing, so the first place is certain");
}

fn share(text: &str) -> f64 {
    text.split('%').next().and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

/// Every question that does not end in 3 is the same as before.
fn same() -> BTreeMap<QuestionId, QuestionId> {
    let ids = template().questions().map(|question| question.id.clone()).collect::<Vec<_>>();
    ids.into_iter().filter(|id| !id.as_str().ends_with('3')).map(|id| (id.clone(), id)).collect()
}

#[test]
fn between_rounds_only_what_is_the_same() {
    each(|grid, earlier| {
        let same = same();
        let before = Earlier { label: "2025/26", grid: earlier, same: &same };
        let table = changes(grid, &template(), &caption(), &before, Shown::ToOfficers);
        assert!(table.rows.iter().all(|row| !row[0].text.ends_with('3')), "a reworded question is compared");
        assert!(table.notes.iter().any(|note| note.starts_with("4 questions are new, reworded")));
        let matched = matched(grid, &template(), &caption(), &before, Shown::ToOfficers);
        assert_eq!(matched.rows.len(), 12);
        assert_eq!(matched.rows[0][2].count, Some(risen(grid, earlier, 0)));
        assert_eq!(matched.rows[4][2].count, Some(risen(grid, earlier, 5)));
    });
}

/// Settings that rate a column higher than before, one by one; the last return of a setting before counts.
fn risen(now: &Grid, before: &Grid, column: usize) -> u32 {
    let order = [Meaning::NotMet, Meaning::Partly, Meaning::Mostly, Meaning::Met, Meaning::Exceeds];
    let place = |mark| match mark {
        Mark::Level(meaning) => order.iter().position(|it| *it == meaning),
        Mark::NotAsked | Mark::Blank | Mark::NotApplicable => None,
    };
    let mut count = 0;
    for row in &now.rows {
        let Some(then) = before.rows.iter().rev().find(|then| then.setting == row.setting) else { continue };
        if let (Some(was), Some(is)) = (place(before.mark(then, column)), place(now.mark(row, column))) {
            count += u32::from(is > was);
        }
    }
    count
}

#[test]
fn a_profile_is_one_setting() {
    each(|grid, _| {
        let table = profile::settings(grid, &template(), &caption());
        assert_eq!(table.rows.len(), grid.rows.len());
        for row in &grid.rows {
            let line = table.rows.iter().find(|line| line[0].text == row.who.name).expect("its line");
            let tally = Tally::of((0..16).map(|column| grid.mark(row, column)));
            assert_eq!((line[2].count, line[2].base), (Some(tally.at_least_met()), Some(tally.base())));
        }
    });
}

#[test]
fn a_question_that_is_gone_is_compared_with_nothing() {
    let mut random = ChaCha8Rng::seed_from_u64(9);
    let (now, before) = (random_grid(&mut random, 40), random_grid(&mut random, 40));
    let gone = [(QuestionId("q0.0".into()), QuestionId("q9.9".into()))].into();
    let earlier = Earlier { label: "2025/26", grid: &before, same: &gone };
    assert_eq!(changes(&now, &template(), &caption(), &earlier, Shown::ToOfficers).rows.len(), 0);
}

#[test]
fn every_letter_of_the_heatmap_is_its_cell() {
    each(|grid, _| {
        let heat = super::heat::heat(grid, &template(), &caption());
        assert_eq!((heat.columns.len(), heat.rows.len()), (16, grid.rows.len()));
        for line in &heat.rows {
            let row = grid.rows.iter().find(|row| row.submission == line.submission).expect("its row");
            let tally = grid.tally_of(row);
            let count =
                |letter| u32::try_from(line.marks.chars().filter(|it| *it == letter).count()).unwrap_or(0);
            assert_eq!(
                [count('E'), count('M'), count('O'), count('P'), count('N')],
                [tally.exceeds, tally.met, tally.mostly, tally.partly, tally.not_met]
            );
            assert_eq!(
                [count('-'), count('.'), count(' ')],
                [tally.not_applicable, tally.blank, tally.not_asked]
            );
        }
    });
}
