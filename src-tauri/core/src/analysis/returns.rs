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

    /// How many of a group, or of all, are not asked.
    fn exempt_of(&self, group: Option<&str>) -> u32 {
        let mine = self.exempt.iter().filter(|(name, _)| group.is_none_or(|group| said(name) == group));
        mine.map(|(_, count)| count).sum()
    }

    /// The groups of whom nobody is asked, since all are exempt; by name.
    fn none_asked(&self) -> Vec<(String, Response)> {
        let asked = |name: &str| self.lines.iter().any(|line| said(&line.group) == name);
        let mut names: Vec<&str> =
            self.exempt.iter().filter(|(_, count)| **count > 0).map(|(name, _)| said(name)).collect();
        names.sort_unstable_by_key(|name| (*name == NOT_SAID, *name));
        names.dedup();
        let none = names.into_iter().filter(|name| !asked(name));
        none.map(|name| (name.to_owned(), Response::default())).collect()
    }
}

/// The place of the column of those that are not asked.
const EXEMPT: usize = 11;

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
    let mut groups = response::by_group(&returns.lines, returns.day);
    let asked = groups.len();
    let mut hidden = response::hidden(&groups, shown);
    groups.extend(returns.none_asked());
    hidden.resize(groups.len(), false);
    let exempt: Vec<u32> = groups.iter().map(|(name, _)| returns.exempt_of(Some(name))).collect();
    let exempt = hidden_exempt(&exempt, (&hidden, asked), shown);
    let few = before.map(|before| few_then(before, shown)).unwrap_or_default();
    let mut rows: Vec<Vec<Cell>> = groups
        .iter()
        .zip(hidden.into_iter().zip(exempt))
        .map(|((name, _), (hidden, exempt))| {
            let mut cells = row(returns, before, Some(name));
            if exempt {
                cells[EXEMPT] = Cell::hidden();
            }
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
        notes: shown.notes(&rows, notes),
        rows,
    }
}

/// The groups of the round before that are hidden from others.
fn few_then(before: &Before, shown: Shown<'_>) -> BTreeSet<String> {
    let groups = response::by_group(&before.returns.lines, before.returns.day);
    let hidden = response::hidden(&groups, shown);
    groups.into_iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|((name, _), _)| name).collect()
}

/// Of which groups others are not told how many are exempt: of those with so few of whom nobody is asked, and of as many
/// others that the few do not follow from all.
fn hidden_exempt(exempt: &[u32], (hidden, asked): (&[bool], usize), shown: Shown<'_>) -> Vec<bool> {
    let mut shut: Vec<bool> = hidden.to_vec();
    (asked..exempt.len()).for_each(|place| shut[place] = shown.hides_base(exempt[place]));
    if !shut[asked..].contains(&true) {
        return shut;
    }
    let together =
        |shut: &[bool]| exempt.iter().zip(shut).filter(|(_, it)| **it).map(|(count, _)| count).sum();
    while shut.iter().filter(|it| **it).count() < 2 || shown.hides_base(together(&shut)) {
        match shut.iter().rposition(|it| !it) {
            Some(next) => shut[next] = true,
            None => break,
        }
    }
    shut
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
        Cell::count(u32::try_from(count).unwrap_or(u32::MAX)).of(named(&lines, holds))
    };
    let came = |line: &Line| matches!(line.came(day), Came::Waiting | Came::Accepted);
    let returned = named(&lines, &came);
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
    cells.push(Cell::count(returns.exempt_of(group)));
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
fn named(lines: &[&Line], holds: &dyn Fn(&Line) -> bool) -> Behind {
    let how = |line: &&Line| {
        let how = if holds(line) { How::Counted } else { How::InBase };
        Some((Of::Setting(line.setting?), how))
    };
    Behind::named(lines.iter().filter_map(how))
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
            Cell::share(count, counted.expected).of(named(&lines, holds))
        };
        let mut cells = vec![Cell::text(super::judged::day(*day)), Cell::text(names.join(", "))];
        cells.push(Cell::count(counted.returned()).of(named(&lines, &came)));
        cells.push(share(counted.returned(), &came));
        cells.push(share(counted.accepted, &accepted));
        cells.extend(before.map(|before| at_same_point(returns, *day, before)));
        cells.iter_mut().skip(2).filter(|_| few).for_each(|cell| *cell = Cell::hidden());
        cells
    };
    let rows: Vec<Vec<Cell>> = days.iter().map(row).collect();
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
        notes: shown.notes(&rows, vec![
            "The base is the same in every row, so that the rows can be compared: who was asked to return on the last day.".to_owned(),
            "The same point: as many days before or after the day on which returns were due.".to_owned(),
        ]),
        rows,
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
#[path = "returns_tests.rs"]
mod tests;
