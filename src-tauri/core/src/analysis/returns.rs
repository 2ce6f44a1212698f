//! T1, T2 and T3: who has returned, by type, status, locality or trust, and over time, beside the round before.
//!
//! Pure. Refuses to know: what a return says, and whom anybody chased.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::behind::{Behind, How, Of};
use super::group::NOT_SAID;
use super::response::{self, Came, Line, Response};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::round::base::Since;

/// The returns of a round, as they are counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returns {
    /// The settings that are asked.
    pub lines: Vec<Line>,
    /// By group, how many on the register are not asked: exempt, covered by another's return, or closed.
    pub exempt: BTreeMap<String, u32>,
    /// The day that is looked at.
    pub day: NaiveDate,
    /// When the round opened, where that is known.
    pub opened: Option<NaiveDate>,
    /// When its returns are due.
    pub due: Option<NaiveDate>,
    /// Days that have a name: cut-offs.
    pub named: Vec<(NaiveDate, String)>,
    /// When the register that counts was frozen; none where it is the one of the day.
    pub frozen: Option<Since>,
    /// So many accepted returns are of settings that are not asked on it.
    pub outside: u32,
}

impl Returns {
    /// Which register the base is, and what is in no figure.
    pub fn base(&self) -> Vec<String> {
        let register = self.frozen.as_ref().map(Since::register);
        let changed = self.frozen.as_ref().and_then(Since::changed);
        let mut said: Vec<String> = register.into_iter().chain(changed).collect();
        match self.outside {
            0 => {}
            1 => said.push(
                "1 accepted return is of a setting that is not in the base: it is in no figure.".to_owned(),
            ),
            many => said.push(format!(
                "{many} accepted returns are of settings that are not in the base: they are in no figure."
            )),
        }
        said
    }
}

/// The round before, as it is set beside this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Its label.
    pub label: String,
    /// Its returns, looked at in the end.
    pub returns: Returns,
}

/// T1 and T3: a row a group, and all of them last.
pub fn by_group(
    returns: &Returns,
    before: Option<&Before>,
    group: &str,
    caption: &str,
    shown: Shown<'_>,
) -> Table {
    let groups = response::by_group(&returns.lines, returns.day);
    let hidden = response::hidden(&groups, shown);
    let few = before.map(|before| few_then(before, shown)).unwrap_or_default();
    let mut rows: Vec<Vec<Cell>> = groups
        .iter()
        .zip(hidden)
        .map(|((name, _), hidden)| {
            let mut cells = row(returns, before, Some(name));
            // How many are asked is known from the register.
            cells.iter_mut().skip(2).filter(|_| hidden).for_each(|cell| *cell = Cell::hidden());
            if few.contains(name)
                && let Some(cell) = cells.last_mut()
            {
                *cell = Cell::hidden();
            }
            cells
        })
        .collect();
    rows.push(row(returns, before, None));
    let count = |label: &str| Column::new(label, ColumnKind::Count);
    let share = |label: &str| Column::new(label, ColumnKind::Share);
    let mut columns = vec![Column::new(group, ColumnKind::Text)];
    columns.extend(["Expected", "On time", "Late", "Returned"].map(count));
    columns.push(share("Returned, of expected"));
    columns.extend(["Accepted", "Waiting", "Sent back", "Not returned", "Overdue", "Exempt"].map(count));
    columns.extend(before.map(|before| share(&before.label)));
    let mut notes = vec![
        "Returned: received and not sent back. Late: of those returned, first received after the day they were due. Not returned: nothing came, or it was sent back. Overdue: of those not returned, due before this day.".to_owned(),
        "Exempt: on the register and not asked: exempt, covered by another\u{2019}s return, or closed. In no base.".to_owned(),
    ];
    notes.extend(before.map(|before| format!("{}: returned in the end, of expected.", before.label)));
    notes.extend(returns.base().into_iter().filter(|said| !caption.contains(said)));
    Table {
        title: format!("Response by {}", group.to_lowercase()),
        caption: caption.to_owned(),
        as_at: returns.day.to_string(),
        columns,
        rows,
        notes: shown.notes(notes),
    }
}

/// The groups of the round before that are hidden from others.
fn few_then(before: &Before, shown: Shown<'_>) -> BTreeSet<String> {
    let groups = response::by_group(&before.returns.lines, before.returns.day);
    let hidden = response::hidden(&groups, shown);
    groups.into_iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|((name, _), _)| name).collect()
}

/// T1 and T3 as they stand on paper: what is on the way is in \u{201c}returned\u{201d} or \u{201c}not returned\u{201d}, and a
/// column in which nobody is, is a word below the table.
pub fn on_paper(table: Table) -> Table {
    let table = table.without(&["Waiting", "Sent back", "Overdue"]);
    let (mut table, empty) = table.without_zeros(&["Late", "Exempt"]);
    if empty.iter().any(|label| label == "Late") {
        table = table.without(&["On time"]);
    }
    if !empty.is_empty() {
        let none: Vec<String> = empty.iter().map(|label| format!("{label}: none.")).collect();
        table.notes.retain(|note| !empty.iter().any(|label| note.starts_with(&format!("{label}:"))));
        table.notes.push(none.join(" "));
    }
    for note in &mut table.notes {
        *note = note.replace(" Overdue: of those not returned, due before this day.", "");
    }
    table
}

fn row(returns: &Returns, before: Option<&Before>, group: Option<&str>) -> Vec<Cell> {
    let (day, lines) = (returns.day, of_group(&returns.lines, group));
    let counted = Response::of(lines.iter().copied(), day);
    let cell = |holds: &dyn Fn(&Line) -> bool| {
        let count = lines.iter().filter(|line| holds(line)).count();
        Cell::count(u32::try_from(count).unwrap_or(u32::MAX)).of(Behind::Named(named(&lines, holds)))
    };
    let came = |line: &Line| matches!(line.came(day), Came::Waiting | Came::Accepted);
    let returned = Behind::Named(named(&lines, &came));
    let mut cells = vec![Cell::text(group.unwrap_or("All"))];
    cells.push(cell(&|_| true));
    cells.push(cell(&|line| came(line) && !line.late(day)));
    cells.push(cell(&|line| came(line) && line.late(day)));
    cells.push(cell(&came));
    cells.push(Cell::share(counted.returned(), counted.expected).of(returned));
    cells.push(cell(&|line| line.came(day) == Came::Accepted));
    cells.push(cell(&|line| line.came(day) == Came::Waiting));
    cells.push(cell(&|line| line.came(day) == Came::SentBack));
    cells.push(cell(&|line| !came(line)));
    cells.push(cell(&|line| !came(line) && line.due.is_some_and(|due| due < day)));
    let exempt = returns.exempt.iter().filter(|(name, _)| group.is_none_or(|group| said(name) == group));
    cells.push(Cell::count(exempt.map(|(_, count)| count).sum()));
    cells.extend(before.map(|before| {
        let lines = of_group(&before.returns.lines, group);
        let then = Response::of(lines, before.returns.day);
        if then.expected == 0 {
            Cell::text("no earlier figure")
        } else {
            earlier(then.returned(), then.expected)
        }
    }));
    cells
}

fn earlier(count: u32, base: u32) -> Cell {
    Cell::share(count, base).of(Behind::Earlier)
}

fn of_group<'l>(lines: &'l [Line], group: Option<&str>) -> Vec<&'l Line> {
    let own = |line: &&Line| group.is_none_or(|group| said(&line.group) == group);
    lines.iter().filter(own).collect()
}

/// The name of a group, also of the settings of which it is not known.
fn said(group: &str) -> &str {
    if group.is_empty() { NOT_SAID } else { group }
}

/// Those that hold, and those that stand in the base besides.
fn named(lines: &[&Line], holds: &dyn Fn(&Line) -> bool) -> Vec<(Of, How)> {
    let how = |line: &&Line| {
        let how = if holds(line) { How::Counted } else { How::InBase };
        Some((Of::Setting(line.setting?), how))
    };
    lines.iter().filter_map(how).collect()
}

/// T2: how many had returned by the end of each day that matters, and how many had at the same point of the last round.
pub fn over_time(returns: &Returns, before: Option<&Before>, caption: &str, shown: Shown<'_>) -> Table {
    let first = returns.lines.iter().flat_map(|line| line.events.iter().map(|event| event.on)).min();
    let first = returns.opened.or(first).unwrap_or(returns.day).min(returns.day);
    let mut days: BTreeMap<NaiveDate, Vec<&str>> =
        response::days(first, returns.day).into_iter().map(|day| (day, Vec::new())).collect();
    for (day, name) in returns.named.iter().filter(|(day, _)| *day <= returns.day) {
        days.entry(*day).or_default().push(name);
    }
    if let Some(due) = returns.due.filter(|due| *due <= returns.day) {
        days.entry(due).or_default().push("Returns were due");
    }
    let few = shown.hides_base(u32::try_from(returns.lines.len()).unwrap_or(u32::MAX));
    let row = |(day, names): (&NaiveDate, &Vec<&str>)| {
        let lines: Vec<&Line> = returns.lines.iter().collect();
        let counted = Response::of(lines.iter().copied(), *day);
        let came = |line: &Line| matches!(line.came(*day), Came::Waiting | Came::Accepted);
        let accepted = |line: &Line| line.came(*day) == Came::Accepted;
        let share = |count: u32, holds: &dyn Fn(&Line) -> bool| {
            Cell::share(count, counted.expected).of(Behind::Named(named(&lines, holds)))
        };
        let mut cells = vec![Cell::text(super::judged::day(*day)), Cell::text(names.join(", "))];
        cells.push(Cell::count(counted.returned()).of(Behind::Named(named(&lines, &came))));
        cells.push(share(counted.returned(), &came));
        cells.push(share(counted.accepted, &accepted));
        cells.extend(before.map(|before| at_same_point(returns, *day, before)));
        cells.iter_mut().skip(2).filter(|_| few).for_each(|cell| *cell = Cell::hidden());
        cells
    };
    let rows = days.iter().map(row).collect();
    let share = |label: &str| Column::new(label, ColumnKind::Share);
    let mut columns =
        vec![Column::new("By the end of", ColumnKind::Short), Column::new("What it was", ColumnKind::Text)];
    columns.push(Column::new("Returned", ColumnKind::Count));
    columns.extend(["Returned, of expected", "Accepted, of expected"].map(share));
    columns.extend(before.map(|before| share(&format!("{} at the same point", before.label))));
    Table {
        title: "Response over time".to_owned(),
        caption: caption.to_owned(),
        as_at: returns.day.to_string(),
        columns,
        rows,
        notes: shown.notes(vec![
            "The base is the same in every row, so that the rows can be compared: who was asked to return on the last day.".to_owned(),
            "The same point: as many days before or after the day on which returns were due.".to_owned(),
        ]),
    }
}

/// The day of the last round that is as many days before or after its due date; none where it was not open yet, or where
/// one of the two has no due date.
pub fn same_point(returns: &Returns, day: NaiveDate, before: &Before) -> Option<NaiveDate> {
    let (now, then) = returns.due.zip(before.returns.due)?;
    let then = then.checked_add_signed(day - now)?;
    before.returns.opened.is_none_or(|opened| then >= opened).then_some(then)
}

/// What the last round had at the same point.
fn at_same_point(returns: &Returns, day: NaiveDate, before: &Before) -> Cell {
    match same_point(returns, day, before) {
        Some(then) => {
            let counted = Response::of(&before.returns.lines, then);
            earlier(counted.returned(), counted.expected)
        }
        None if returns.due.zip(before.returns.due).is_none() => Cell::text("no due date"),
        None => Cell::text("not open yet"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::response::Event;

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
        assert!(table.notes.iter().any(|note| note == "Late: none. Exempt: none."), "{:?}", table.notes);
        assert!(!table.notes.iter().any(|note| note.contains("Overdue")), "{:?}", table.notes);
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
}
