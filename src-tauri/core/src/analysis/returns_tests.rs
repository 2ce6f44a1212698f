//! T1, T2 and T3 against numbers worked out by hand.

use super::*;
use crate::analysis::response::Event;
use rand::SeedableRng as _;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn line(group: &str, due: &str, events: &[(&str, Came)]) -> Line {
    let event = |(on, came): &(&str, Came)| Event { on: day(on), came: *came };
    Line {
        group: group.into(),
        due: due.parse().ok(),
        events: events.iter().map(event).collect(),
        setting: None,
    }
}

fn round(year: i32, on: &str) -> Returns {
    let due = format!("{year}-03-01");
    Returns {
        lines: vec![
            line("Primary", &due, &[(&format!("{year}-02-20"), Came::Accepted)]),
            line("Primary", &due, &[(&format!("{year}-03-04"), Came::Waiting)]),
            line("Secondary", &due, &[]),
            line("", &due, &[(&format!("{year}-02-25"), Came::SentBack)]),
        ],
        exempt: [("Primary".to_owned(), 2)].into(),
        day: day(on),
        opened: Some(day(&format!("{year}-02-01"))),
        due: due.parse().ok(),
        named: vec![(day(&format!("{year}-03-03")), "Report to the Executive".to_owned())],
        ..Returns::default()
    }
}

fn texts(row: &[Cell]) -> Vec<&str> {
    row.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn every_type_has_its_counts_and_the_share_of_last_time() {
    let before = Before { label: "2025/26".into(), returns: round(2026, "2026-06-30") };
    let table = by_group(&round(2027, "2027-03-05"), Some(&before), "Type", "", Shown::ToOfficers);
    assert_eq!(
        texts(&table.rows[0]),
        ["Primary", "2", "1", "1", "2", "100.0% (n = 2)", "1", "1", "0", "0", "0", "2", "100.0% (n = 2)"]
    );
    let all = table.rows.last().expect("all");
    assert_eq!(
        texts(all),
        ["All", "4", "1", "1", "2", "50.0% (n = 4)", "1", "1", "1", "2", "2", "2", "50.0% (n = 4)"]
    );
    for column in (1..5).chain(6..12) {
        let sum: u32 = table.rows[..3].iter().filter_map(|row| row[column].count).sum();
        assert_eq!(Some(sum), all[column].count, "{}", table.columns[column].label);
    }
}

#[test]
fn a_group_of_whom_nobody_is_asked_has_its_row_and_to_others_no_small_number() {
    let mut round = round(2027, "2027-03-05");
    round.exempt.insert("Pupil referral unit".to_owned(), 2);
    let table = by_group(&round, None, "Type", "", Shown::ToOfficers);
    let row = |table: &Table, name: &str| {
        let row = table.rows.iter().find(|row| row[0].text == name).expect("a row");
        texts(row)[1..].iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()
    };
    let mut none = vec!["0"; 11];
    (none[4], none[10]) = ("\u{2013}", "2");
    assert_eq!(row(&table, "Pupil referral unit"), none);
    assert_eq!((texts(&table.rows[3])[0], texts(&table.rows[4])[11]), ("Pupil referral unit", "4"));
    let grid = crate::analysis::naive_tests::random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(1), 30);
    let sharing = crate::analysis::sharing::Sharing::of(&grid, 3);
    round.lines = (0..9).map(|_| line("Primary", "2027-03-01", &[])).collect();
    round.lines.extend((0..6).map(|_| line("Secondary", "2027-03-01", &[])));
    let table = by_group(&round, None, "Type", "", Shown::ToOthers(&sharing));
    let exempt: Vec<&str> = table.rows.iter().map(|row| row[EXEMPT].text.as_str()).collect();
    assert_eq!(exempt, ["hidden", "hidden", "hidden", "4"], "two alone would follow from all");
    round.exempt.insert("Pupil referral unit".to_owned(), 3);
    let table = by_group(&round, None, "Type", "", Shown::ToOthers(&sharing));
    assert_eq!(texts(&table.rows[2])[EXEMPT], "3");
}

#[test]
fn on_paper_stand_the_columns_that_there_is_something_in() {
    let labels = |table: &Table| table.columns.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
    let before = Before { label: "2025/26".into(), returns: round(2026, "2026-06-30") };
    let table = by_group(&round(2027, "2027-03-05"), Some(&before), "Type", "", Shown::ToOfficers);
    let wanted = [
        "Type",
        "Expected",
        "On time",
        "Late",
        "Returned",
        "Returned, of expected",
        "Accepted",
        "Not returned",
        "Exempt",
        "2025/26",
    ];
    assert_eq!(labels(&on_paper(table)), wanted);
    let mut early = round(2027, "2027-03-01");
    early.exempt.clear();
    let table = on_paper(by_group(&early, None, "Type", "", Shown::ToOfficers));
    let wanted = ["Type", "Expected", "Returned", "Returned, of expected", "Accepted", "Not returned"];
    assert_eq!(labels(&table), wanted);
    assert!(table.notes.iter().any(|note| note == "Late: none. Exempt: none."));
    assert!(!table.notes.iter().any(|note| note.contains("Overdue")));
}

#[test]
fn few_of_the_last_round_are_hidden_from_others() {
    let sharing = crate::analysis::sharing::Sharing::of(
        &crate::analysis::naive_tests::random_grid(
            &mut <rand_chacha::ChaCha8Rng as rand::SeedableRng>::seed_from_u64(1),
            3,
        ),
        5,
    );
    let group = |name: &str, many: usize| vec![line(name, "2027-03-01", &[]); many];
    let now = Returns {
        lines: [group("Primary", 20), group("Secondary", 12)].concat(),
        day: day("2027-03-05"),
        ..Returns::default()
    };
    let then = Returns { lines: [group("Primary", 20), group("Secondary", 3)].concat(), ..now.clone() };
    let before = Before { label: "2025/26".into(), returns: then };
    let table = by_group(&now, Some(&before), "Type", "", Shown::ToOthers(&sharing));
    for row in &table.rows[..2] {
        assert_ne!(row[4], Cell::hidden());
        assert_eq!(row.last(), Some(&Cell::hidden()), "the one that is few, and the one it follows from");
    }
}

#[test]
fn a_day_stands_beside_the_same_day_of_last_time_counted_from_the_due_date() {
    let before = Before { label: "2025/26".into(), returns: round(2026, "2026-06-30") };
    let table = over_time(&round(2027, "2027-03-05"), Some(&before), "", Shown::ToOfficers);
    let of = |name: &str| {
        let row = table.rows.iter().find(|row| row[1].text == name).expect("its row");
        row[2..].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of("Returns were due"), ["1", "25.0% (n = 4)", "25.0% (n = 4)", "25.0% (n = 4)"]);
    assert_eq!(of("Report to the Executive")[0], "1");
    let last = table.rows.last().expect("the last day");
    assert_eq!((last[2].count, last[5].count), (Some(2), Some(2)));
    assert_eq!(over_time(&round(2027, "2027-02-01"), Some(&before), "", Shown::ToOfficers).rows.len(), 1);
}
