//! Response, actions, places and matched settings against a second, slow count over random rounds.

mod kept;
mod panels;
mod places;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use uuid::Uuid;

use super::between::{Beside as Then, Earlier, matched};
use super::grid::Grid;
use super::naive_tests::{caption, random_grid, template};
use super::response::{Came, Event, Line};
use super::returns::{Before, Returns, by_group, over_time};
use super::sharing::Shown;
use super::table::{Cell, Table};
use super::tally::{Mark, Tally};
use super::{plans, questions};
use crate::submission::SubmissionId;
use crate::submission::action::{ActionState, Planned};
use crate::template::{Meaning, QuestionId};

fn random(seed: u64) -> ChaCha8Rng {
    ChaCha8Rng::seed_from_u64(seed)
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, 1).expect("a day")
}

fn some_day(random: &mut ChaCha8Rng, within: u64) -> NaiveDate {
    first_day() + Days::new(random.random_range(0..within))
}

fn number(of: usize) -> Option<u32> {
    u32::try_from(of).ok()
}

fn column<'t>(table: &'t Table, row: &'t [Cell], label: &str) -> &'t Cell {
    let place = table.columns.iter().position(|one| one.label == label);
    &row[place.unwrap_or_else(|| panic!("no column {label}"))]
}

/// Returns of settings in three groups, one of them without a name, with all that can happen on the way.
fn returns(random: &mut ChaCha8Rng) -> Returns {
    let line = |random: &mut ChaCha8Rng| {
        let mut events: Vec<Event> = (0..random.random_range(0..4))
            .map(|_| {
                let came = [Came::Waiting, Came::SentBack, Came::Accepted, Came::Missing];
                Event { on: some_day(random, 60), came: came[random.random_range(0..4)] }
            })
            .collect();
        events.sort_by_key(|event| event.on);
        Line {
            group: ["Primary", "Secondary", ""][random.random_range(0..3)].to_owned(),
            due: (random.random_range(0..5) > 0).then(|| some_day(random, 60)),
            events,
            setting: None,
        }
    };
    let lines = (0..random.random_range(0..60)).map(|_| line(random)).collect();
    let exempt = [("Primary", random.random_range(0..4)), ("", 1), ("Special", random.random_range(0..3))]
        .map(|(group, count)| (group.to_owned(), count));
    let exempt = exempt.into();
    let due = Some(some_day(random, 60));
    let opened = Some(first_day());
    Returns { lines, exempt, day: some_day(random, 60), opened, due, ..Returns::default() }
}

/// What stood on a day: gone through from the first event to the last.
fn stood(line: &Line, day: NaiveDate) -> (Came, bool) {
    let (mut came, mut first) = (Came::Missing, None);
    for event in &line.events {
        if event.on <= day {
            came = event.came;
            if event.came != Came::Missing && first.is_none() {
                first = Some(event.on);
            }
        }
    }
    let late = match (first, line.due) {
        (Some(first), Some(due)) => first > due,
        _unknown => false,
    };
    (came, late)
}

#[test]
fn who_returned_by_group() {
    for seed in 0..40 {
        let mut random = random(seed);
        let (now, then) = (returns(&mut random), returns(&mut random));
        let before = Before { label: "2025/26".into(), returns: then };
        let table = by_group(&now, Some(&before), "Type", "", Shown::ToOfficers);
        let special = now.exempt["Special"] > 0;
        assert_eq!(table.rows.iter().any(|row| row[0].text == "Special"), special, "seed {seed}");
        for row in &table.rows {
            let name = row[0].text.as_str();
            let mine =
                |group: &str| name == "All" || name == if group.is_empty() { "Not said" } else { group };
            let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
            for line in now.lines.iter().filter(|line| mine(&line.group)) {
                let (came, late) = stood(line, now.day);
                let returned = came == Came::Waiting || came == Came::Accepted;
                let overdue = !returned && line.due.is_some_and(|due| due < now.day);
                for (label, holds) in [
                    ("Expected", true),
                    ("On time", returned && !late),
                    ("Late", returned && late),
                    ("Returned", returned),
                    ("Accepted", came == Came::Accepted),
                    ("Waiting", came == Came::Waiting),
                    ("Sent back", came == Came::SentBack),
                    ("Not returned", !returned),
                    ("Overdue", overdue),
                ] {
                    *counts.entry(label).or_default() += u32::from(holds);
                }
            }
            for (label, count) in &counts {
                assert_eq!(column(&table, row, label).count, Some(*count), "{label} of {name}, seed {seed}");
            }
            assert!(!counts.is_empty() || column(&table, row, "Expected").count == Some(0), "{name}");
            let share = column(&table, row, "Returned, of expected");
            let wanted = (counts.get("Returned").copied(), counts.get("Expected").copied());
            assert!(counts.is_empty() || (share.count, share.base) == wanted, "seed {seed}");
            let exempt = now.exempt.iter().filter(|(group, _)| mine(group)).map(|(_, count)| count).sum();
            assert_eq!(column(&table, row, "Exempt").count, Some(exempt));
            let last = before.returns.lines.iter().filter(|line| mine(&line.group));
            let then: Vec<Came> = last.map(|line| stood(line, before.returns.day).0).collect();
            let came = then.iter().filter(|came| [Came::Waiting, Came::Accepted].contains(came)).count();
            let cell = column(&table, row, "2025/26");
            let none = then.is_empty().then_some((None, None));
            assert_eq!((cell.count, cell.base), none.unwrap_or((number(came), number(then.len()))));
        }
    }
}

#[test]
fn who_returned_over_time() {
    for seed in 0..40 {
        let mut random = random(seed);
        let (now, then) = (returns(&mut random), returns(&mut random));
        let before = Before { label: "2025/26".into(), returns: then };
        let table = over_time(&now, Some(&before), "", Shown::ToOfficers);
        let mut days: Vec<NaiveDate> = Vec::new();
        for row in &table.rows {
            let day = NaiveDate::parse_from_str(&row[0].text, "%d %B %Y").expect("a day");
            days.push(day);
            let on = |all: &Returns, day: NaiveDate, holds: &dyn Fn(Came) -> bool| {
                all.lines.iter().filter(|line| holds(stood(line, day).0)).count()
            };
            let came = |came: Came| came == Came::Waiting || came == Came::Accepted;
            assert_eq!(row[2].count, number(on(&now, day, &came)), "seed {seed}, {day}");
            let accepted = on(&now, day, &|came| came == Came::Accepted);
            assert_eq!((row[4].count, row[4].base), (number(accepted), number(now.lines.len())));
            // As many days from the due date.
            let apart = (day - now.due.expect("due")).num_days();
            let same = before.returns.due.expect("due") + chrono::TimeDelta::days(apart);
            if same < first_day() {
                assert_eq!(row[5].text, "not open yet");
            } else {
                let then = on(&before.returns, same, &came);
                assert_eq!((row[5].count, row[5].base), (number(then), number(before.returns.lines.len())));
            }
        }
        assert!(
            days.is_sorted()
                && days.last() == Some(&now.day)
                && days.contains(&now.due.expect("due").min(now.day))
        );
    }
}

#[test]
fn actions_in_returns() {
    let ids: Vec<QuestionId> = template().questions().map(|question| question.id.clone()).collect();
    let states = [ActionState::Open, ActionState::UnderWay, ActionState::Done, ActionState::Dropped];
    let on = caption().as_at;
    for seed in 0..20 {
        let mut random = random(seed);
        let planned: Vec<Planned> = (0..random.random_range(1..40))
            .map(|_| Planned {
                submission: SubmissionId(Uuid::from_u128(random.random_range(0..9))),
                owned: random.random_range(0..2) == 0,
                due: (random.random_range(0..3) > 0)
                    .then(|| on - Days::new(5) + Days::new(random.random_range(0..10))),
                state: states[random.random_range(0..4)],
                questions: (0..random.random_range(0..3))
                    .map(|_| ids[random.random_range(0..20)].clone())
                    .collect(),
            })
            .collect();
        let table = plans::actions(&random_grid(&mut random, 9), &template(), &caption(), &planned);
        for row in &table.rows {
            let standard = row[0].text.split(' ').next().unwrap_or_default();
            let mine: Vec<&Planned> = planned
                .iter()
                .filter(|one| match row[0].text.as_str() {
                    "All actions" => true,
                    "No question named" => one.questions.is_empty(),
                    _named => {
                        one.questions.iter().any(|id| id.as_str().starts_with(&format!("q{standard}.")))
                    }
                })
                .collect();
            let live: Vec<&&Planned> = mine
                .iter()
                .filter(|one| one.state == ActionState::Open || one.state == ActionState::UnderWay)
                .collect();
            let returns: BTreeSet<SubmissionId> = mine.iter().map(|one| one.submission).collect();
            let late = live.iter().filter(|one| one.due.is_some_and(|due| due < on)).count();
            assert_eq!(
                [row[1].count, row[2].count],
                [number(mine.len()), number(returns.len())],
                "seed {seed}"
            );
            let owned = mine.iter().filter(|one| one.owned).count();
            assert_eq!((row[3].count, row[3].base), (number(owned), number(mine.len())));
            let dated = mine.iter().filter(|one| one.due.is_some()).count();
            assert_eq!((row[4].count, row[5].count), (number(dated), number(live.len())));
            assert_eq!((row[6].count, row[6].base), (number(late), number(live.len())), "seed {seed}");
        }
    }
}

/// How far up a rating is; none where it is no judgement.
fn height(mark: Mark) -> Option<u32> {
    match mark {
        Mark::Level(Meaning::Exceeds) => Some(4),
        Mark::Level(Meaning::Met) => Some(3),
        Mark::Level(Meaning::Mostly) => Some(2),
        Mark::Level(Meaning::Partly) => Some(1),
        Mark::Level(Meaning::NotMet) => Some(0),
        Mark::Level(Meaning::NotApplicable | Meaning::None)
        | Mark::NotAsked
        | Mark::Blank
        | Mark::NotApplicable => None,
    }
}

#[test]
fn settings_that_returned_in_both_rounds() {
    let questions: BTreeMap<QuestionId, Then> = template()
        .questions()
        .map(|one| {
            (
                one.id.clone(),
                Then::With { then: one.id.clone(), number: one.number.clone(), said: String::new() },
            )
        })
        .collect();
    for seed in 0..12 {
        let mut random = random(seed);
        let (now, then) = (random_grid(&mut random, 80), random_grid(&mut random, 80));
        let earlier = Earlier { label: "2025/26", grid: &then, questions: &questions, shared: &[] };
        let table = matched(&now, &template(), &caption(), &earlier, Shown::ToOfficers);
        for (place, row) in table.rows.iter().enumerate() {
            let mut counts = [0_u32; 6];
            for one in &now.rows {
                // Where a setting stands twice in the last round, its last return is meant.
                let Some(was) = then.rows.iter().rev().find(|row| row.setting == one.setting) else {
                    continue;
                };
                let heights = (height(then.mark(was, place)), height(now.mark(one, place)));
                let (Some(was), Some(is)) = heights else { continue };
                let holds = [was >= 3, is >= 3, is > was, is == was, is < was, true];
                counts.iter_mut().zip(holds).for_each(|(count, holds)| *count += u32::from(holds));
            }
            let found: Vec<_> = row[2..].iter().map(|cell| (cell.count, cell.base)).collect();
            let wanted: Vec<_> = counts[..5].iter().map(|count| (Some(*count), Some(counts[5]))).collect();
            assert_eq!(found, wanted, "question {place}, seed {seed}");
        }
    }
}

#[test]
fn the_strongest_and_the_weakest() {
    for seed in 0..12 {
        let grid: Grid = random_grid(&mut random(seed), 80);
        let gone = f64::from(u32::try_from(grid.absent.len()).expect("few"));
        let table = questions::ends(&grid, &template(), &caption(), Shown::ToOfficers);
        let tallies: BTreeMap<String, (f64, f64)> = template()
            .questions()
            .enumerate()
            .filter(|(column, _)| grid.columns[*column].standard < 4)
            .map(|(column, question)| {
                let tally = Tally::of(grid.rows.iter().map(|row| grid.mark(row, column)));
                (question.number.clone(), (f64::from(tally.at_least_met()), f64::from(tally.base())))
            })
            .collect();
        let share = |of: &(f64, f64)| of.0 / of.1;
        let shares: Vec<f64> = table
            .rows
            .iter()
            .map(|row| {
                let number =
                    row.iter().find(|cell| tallies.contains_key(cell.text.as_str())).expect("a number");
                share(&tallies[number.text.as_str()])
            })
            .collect();
        assert!(shares.is_sorted_by(|one, other| one >= other), "seed {seed}");
        assert_eq!(shares.len(), tallies.len().min(20));
        let mut all: Vec<f64> = tallies.values().map(share).collect();
        all.sort_by(|one, other| other.total_cmp(one));
        assert_eq!((shares.first(), shares.last()), (all.first(), all.last()), "seed {seed}");
        for row in &table.rows {
            let number = row.iter().find(|cell| tallies.contains_key(cell.text.as_str())).expect("a number");
            let (met, base) = tallies[number.text.as_str()];
            let said = format!(
                "{:.1}% to {:.1}%",
                100.0 * met / (base + gone),
                100.0 * (met + gone) / (base + gone)
            );
            let told = &row.last().expect("a range").text;
            let near = |one: &str, other: &str| {
                let read = |text: &str| text.trim_end_matches('%').parse::<f64>().expect("a share");
                (read(one) - read(other)).abs() < 0.11
            };
            let (low, high) = told.split_once(" to ").expect("two shares");
            let (least, most) = said.split_once(" to ").expect("two shares");
            assert!(near(low, least) && near(high, most), "{told} beside {said}, seed {seed}");
        }
    }
}
