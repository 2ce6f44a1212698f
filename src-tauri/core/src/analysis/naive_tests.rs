//! Every table against a second, slow count over random rounds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use super::behind::{How, lists};
use super::between::{Beside, Earlier, matched};
use super::grid::{Absent, Grid, GridRow, columns};
use super::group::{By, Who, groups};
use super::judged::Caption;
use super::response::Came;
use super::rises::changes;
use super::sharing::Shown;
use super::tally::{Mark, Tally, shown_percent, shown_range};
use super::{Table, matrix, profile, questions, standards, themes};
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::{Meaning, QuestionId, Template};

/// Five standards of four questions on two scales; the last is not scored.
pub(crate) fn template() -> Template {
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

pub(crate) fn random_grid(random: &mut ChaCha8Rng, rows: u32) -> Grid {
    let columns = columns(&template());
    let row = |place: u32, random: &mut ChaCha8Rng| GridRow {
        submission: SubmissionId(Uuid::from_u128(u128::from(place))),
        setting: SettingId(Uuid::from_u128(u128::from(random.random_range(0..200_u32)))),
        ratings: (0..columns.len()).map(|_| random.random_range(0..10)).collect(),
        moderated: 0,
        who: Who {
            name: format!("Example School {place}").into(),
            phase: ["Primary", "Secondary", ""][usize::try_from(random.next_u32() % 3).unwrap_or(0)].into(),
            ..Who::default()
        },
    };
    let rows = (0..rows).map(|place| row(place, random)).collect::<Vec<_>>();
    let missing = random.random_range(0..30);
    let absent = (0..missing).map(|place| absent(place, random)).collect();
    let expected = u32::try_from(rows.len()).unwrap_or(0) + missing;
    Grid { columns, rows, expected, absent, outside: Vec::new() }
}

fn absent(place: u32, random: &mut ChaCha8Rng) -> Absent {
    let came = [Came::Missing, Came::SentBack, Came::Waiting];
    let phase = ["Primary", "Secondary", ""][usize::try_from(random.next_u32() % 3).unwrap_or(0)];
    Absent {
        setting: SettingId(Uuid::from_u128(u128::from(1_000 + place))),
        came: came[usize::try_from(random.next_u32() % 3).unwrap_or(0)],
        submission: None,
        who: Who { name: format!("Absent School {place}").into(), phase: phase.into(), ..Who::default() },
    }
}

fn each(test: impl Fn(&Grid, &Grid)) {
    for seed in 0..12 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let (now, before) = (random.random_range(0..90), random.random_range(0..90));
        test(&random_grid(&mut random, now), &random_grid(&mut random, before));
    }
}

pub(crate) fn caption() -> Caption {
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
            rests(&by_standard, row, tally);
            assert_eq!(cell(&by_standard, row, "Not asked"), tally.not_asked.to_string());
        }
        let by_question = questions::results(grid, &template(), &caption(), Shown::ToOfficers);
        assert_eq!(by_question.rows.len(), 16);
        for row in 0..16 {
            let tally = slow(grid, &all, |column| column == row);
            let share = shown_percent(tally.at_least_met(), tally.base());
            assert_eq!(cell(&by_question, row, "% met"), share);
            assert_eq!(cell(&by_question, row, "Not applicable"), tally.not_applicable.to_string());
            rests(&by_question, row, tally);
            assert_eq!(
                cell(&by_question, row, "ID"),
                template().questions().nth(row).expect("one").id.as_str()
            );
        }
    });
}

/// What is left of the base beside what is met, with its range where the base is small.
fn rests(table: &Table, row: usize, tally: Tally) {
    let base = tally.base();
    for (share, range, count) in [
        ("% partly", "Range, partly", tally.mostly + tally.partly),
        ("% not met", "Range, not met", tally.not_met),
    ] {
        assert_eq!(cell(table, row, share), shown_percent(count, base));
        assert_eq!(cell(table, row, range), shown_range(count, base));
    }
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
        let open = table.columns[0].label != "Place";
        for row in table.rows.iter().filter(|_| !open) {
            let (first, last) = row[0].text.split_once(" to ").unwrap_or((&row[0].text, &row[0].text));
            let (first, last): (usize, usize) =
                (first.parse().expect("a place"), last.parse().expect("a place"));
            assert!(1 <= first && first <= last && last <= 16, "{}", row[0].text);
        }
        let met = table.columns.iter().position(|one| one.label == "% met").expect("a share");
        let shares: Vec<f64> = table.rows.iter().map(|row| share(&row[met].text)).collect();
        assert!(open || !table.notes[0].contains("each question could stand"));
        let least = 10.min(u32::try_from(grid.rows.len().div_ceil(2)).expect("few"));
        assert!(table.rows.iter().all(|row| row[met].base >= Some(least)), "one return moves it too far");
        assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]));
    });
    let whole =
        Grid { expected: 0, absent: Vec::new(), ..random_grid(&mut ChaCha8Rng::seed_from_u64(3), 60) };
    let table = questions::ends(&whole, &template(), &caption(), Shown::ToOfficers);
    assert_eq!(table.rows[0][0].text, "1", "nobody is missing, so the first place is certain");
}

fn share(text: &str) -> f64 {
    text.split('%').next().and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

/// Every question that does not end in 3 is the same as before.
fn same() -> BTreeMap<QuestionId, Beside> {
    let ids = template().questions().map(|question| question.id.clone()).collect::<Vec<_>>();
    let beside = |id: QuestionId| {
        let beside = if id.as_str().ends_with('3') {
            Beside::Broken {
                why: "Reworded".into(),
                from: vec![("was a".into(), String::new()), ("was b".into(), String::new())],
            }
        } else {
            Beside::With { then: id.clone(), number: format!("was {id}"), said: String::new() }
        };
        (id, beside)
    };
    ids.into_iter().map(beside).collect()
}

#[test]
fn between_rounds_only_what_is_the_same() {
    each(|grid, earlier| {
        let questions = same();
        let before = Earlier { label: "2025/26", grid: earlier, questions: &questions, shared: &[] };
        let table = changes(grid, &template(), &caption(), &before, Shown::ToOfficers);
        let number = table.columns.iter().position(|one| one.label == "No.").expect("numbers");
        assert!(
            table.rows.iter().all(|row| !row[number].text.ends_with('3')),
            "a reworded question is compared"
        );
        assert!(table.notes.iter().any(|note| note.starts_with("4 questions are new, reworded")));
        let matched = matched(grid, &template(), &caption(), &before, Shown::ToOfficers);
        assert_eq!(matched.rows.len(), 12);
        assert_eq!(matched.rows[0][4].count, Some(risen(grid, earlier, 0)));
        assert_eq!(matched.rows[4][4].count, Some(risen(grid, earlier, 5)));
        let breaks = super::between::breaks(grid, &template(), &caption(), &before);
        assert!(breaks.rows.len() == 4 && breaks.rows.iter().all(|row| row[3].text == "Reworded"));
    });
}

#[test]
fn last_rounds_share_is_over_the_same_questions_alone() {
    each(|grid, earlier| {
        let questions = same();
        let before = Earlier { label: "2025/26", grid: earlier, questions: &questions, shared: &[] };
        let table =
            standards::results_beside(grid, &template(), &caption(), Some(&before), Shown::ToOfficers);
        for (place, row) in (0..4).enumerate() {
            let same = |grid: &Grid, column: usize| {
                grid.columns[column].standard == place
                    && !grid.columns[column].question.as_str().ends_with('3')
            };
            let then = slow(earlier, &earlier.everyone(), |column| same(earlier, column));
            let now = slow(grid, &grid.everyone(), |column| same(grid, column));
            assert_eq!(cell(&table, row, "2025/26"), shown_percent(then.at_least_met(), then.base()));
            assert_eq!(cell(&table, row, "Same questions"), shown_percent(now.at_least_met(), now.base()));
            assert_eq!(cell(&table, row, "Questions compared"), "3 of 4");
        }
        let table =
            questions::results_beside(grid, &template(), &caption(), Some(&before), Shown::ToOfficers);
        let then = slow(earlier, &earlier.everyone(), |column| column == 1);
        assert_eq!(cell(&table, 1, "2025/26"), shown_percent(then.at_least_met(), then.base()));
        assert_eq!(cell(&table, 3, "2025/26"), "Reworded");
        assert_eq!([1, 3].map(|row| cell(&table, row, "No. in 2025/26")), ["was q0.1", "was a, was b"]);
    });
}

#[test]
fn behind_every_figure_stand_as_many_as_it_says() {
    each(|grid, earlier| {
        let questions = same();
        let before = Earlier { label: "2025/26", grid: earlier, questions: &questions, shared: &[] };
        let (template, caption, to) = (template(), caption(), Shown::ToOfficers);
        let half = grid.rows.iter().step_by(2).map(|row| row.submission);
        let spoken = [themes::Spoken { name: "Half".into(), returns: half.collect(), ..Default::default() }];
        let tables = [
            standards::results(grid, &template, &caption, to),
            questions::results_beside(grid, &template, &caption, Some(&before), to),
            questions::ends(grid, &template, &caption, to),
            matrix::questions(grid, &template, &caption, By::Phase, to),
            matrix::standards(grid, &template, &caption, By::Phase, to),
            profile::settings(grid, &template, &caption),
            matched(grid, &template, &caption, &before, to),
            themes::table(grid, &template, &caption, (By::Phase, themes::Beside::Quotation), &spoken, to),
        ];
        for table in &tables {
            for cell in table.rows.iter().flatten() {
                let Some(behind) = cell.behind.as_ref().filter(|it| **it != super::behind::Behind::Earlier)
                else {
                    continue;
                };
                let listed = lists(grid, behind);
                let of = |how| listed.iter().find(|list| list.how == how).map_or(0, |list| list.count);
                assert_eq!(Some(of(How::Counted)), cell.count, "{}: {}", table.title, cell.text);
                if let Some(base) = cell.base {
                    assert_eq!(of(How::Counted) + of(How::InBase), base, "{}: {}", table.title, cell.text);
                }
                for list in &listed {
                    assert_eq!(list.lines.iter().map(|line| line.count).sum::<u32>(), list.count);
                }
            }
        }
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
    let beside = Beside::With { then: QuestionId("q9.9".into()), number: String::new(), said: String::new() };
    let gone = [(QuestionId("q0.0".into()), beside)].into();
    let earlier = Earlier { label: "2025/26", grid: &before, questions: &gone, shared: &[] };
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
