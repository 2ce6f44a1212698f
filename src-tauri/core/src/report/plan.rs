//! The plan as one list: what is to be done, by whom, by when, how far it is, and what grew overdue.
//!
//! Pure. Refuses to know: the format.

use super::document::{Document, Section};
use super::year::Year;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::submission::action::{ActionState, Kept};

/// Which actions a table is to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those with something still to do.
    Live,
    /// All of them.
    All,
}

/// Composes the plan.
pub fn compose(year: &Year<'_>) -> Document {
    let mut document = year.document("Action plan");
    document.sections.push(Section::new("Action plan").table(actions(year, Which::All)));
    let reviews = reviews(year);
    if !reviews.rows.is_empty() {
        document.sections.push(Section::new("Reviews").table(reviews));
    }
    document
}

/// The actions as a table: overdue ones first, then by due date.
pub fn actions(year: &Year<'_>, which: Which) -> Table {
    let mut listed: Vec<&Kept> = year
        .actions
        .iter()
        .filter(|kept| match which {
            Which::Live => kept.action.state.is_live(),
            Which::All => true,
        })
        .collect();
    listed.sort_by_key(|kept| (!kept.action.state.is_live(), kept.action.due.is_none(), kept.action.due));
    Table {
        title: match which {
            Which::Live => "Open actions".to_owned(),
            Which::All => "All actions".to_owned(),
        },
        caption: said(year),
        as_at: day(year.today),
        columns: columns(),
        rows: listed.into_iter().map(|kept| line(year, kept)).collect(),
        notes: Vec::new(),
    }
}

/// How many there are and how they stand: `12 actions: 7 open, 2 of them overdue; 4 done; 1 dropped.`
pub fn said(year: &Year<'_>) -> String {
    let count = |fits: &dyn Fn(&Kept) -> bool| year.actions.iter().filter(|kept| fits(kept)).count();
    let live = count(&|kept| kept.action.state.is_live());
    let overdue = count(&|kept| kept.action.is_overdue(year.today));
    let done = count(&|kept| kept.action.state == ActionState::Done);
    let dropped = count(&|kept| kept.action.state == ActionState::Dropped);
    let all = match year.actions.len() {
        1 => "1 action".to_owned(),
        many => format!("{many} actions"),
    };
    let late = if overdue > 0 { format!(", {overdue} of them overdue") } else { String::new() };
    let gone = if dropped > 0 { format!("; {dropped} dropped") } else { String::new() };
    format!("{all}: {live} open or under way{late}; {done} done{gone}.")
}

/// An action in a line: what, by whom, by when.
pub fn short(year: &Year<'_>, kept: &Kept) -> String {
    let action = &kept.action;
    let when = match action.due {
        _ if !action.state.is_live() => words(action.state).to_lowercase(),
        Some(due) if action.is_overdue(year.today) => format!("overdue since {}", day(due)),
        Some(due) => format!("by {}", day(due)),
        None => "no date".to_owned(),
    };
    let said = [action.owner.clone(), when];
    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ({})", action.title, said.join(", "))
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Action", ColumnKind::Text),
        Column::new("Owner", ColumnKind::Text),
        Column::new("Due", ColumnKind::Short),
        Column::new("State", ColumnKind::Text),
        Column::new("Questions", ColumnKind::Text),
    ]
}

fn line(year: &Year<'_>, kept: &Kept) -> Vec<Cell> {
    let action = &kept.action;
    let owner = if action.owner.is_empty() { "No owner yet" } else { &action.owner };
    let due = action.due.map_or_else(|| "No date".to_owned(), day);
    vec![
        Cell::text(&action.title),
        Cell::text(owner),
        Cell::text(due),
        Cell::text(state(year, kept)),
        Cell::text(year.numbers(&action.questions)),
    ]
}

/// How far it is, with what makes it late or what it came to.
fn state(year: &Year<'_>, kept: &Kept) -> String {
    let action = &kept.action;
    let outcome = if action.outcome.is_empty() { String::new() } else { format!(": {}", action.outcome) };
    match action.state {
        _ if action.is_overdue(year.today) => format!("Overdue ({})", words(action.state).to_lowercase()),
        ActionState::Done => {
            let on = action.done_on.map(|date| format!(" on {}", day(date))).unwrap_or_default();
            format!("Done{on}{outcome}")
        }
        ActionState::Open | ActionState::UnderWay | ActionState::Dropped => {
            format!("{}{outcome}", words(action.state))
        }
    }
}

fn words(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "Open",
        ActionState::UnderWay => "Under way",
        ActionState::Done => "Done",
        ActionState::Dropped => "Dropped",
    }
}

fn reviews(year: &Year<'_>) -> Table {
    let mut lines: Vec<(&Kept, &crate::submission::action::Review)> =
        year.actions.iter().flat_map(|kept| kept.reviews.iter().map(move |review| (kept, review))).collect();
    lines.sort_by_key(|(_, review)| std::cmp::Reverse(review.on));
    let row = |(kept, review): (&Kept, &crate::submission::action::Review)| {
        vec![
            Cell::text(day(review.on)),
            Cell::text(&kept.action.title),
            Cell::text(words(review.state)),
            Cell::text(&review.note),
            Cell::text(&review.who),
        ]
    };
    Table {
        title: "Reviews between rounds".to_owned(),
        caption: "Each look at an action, the latest first.".to_owned(),
        as_at: day(year.today),
        columns: vec![
            Column::new("On", ColumnKind::Short),
            Column::new("Action", ColumnKind::Text),
            Column::new("State", ColumnKind::Short),
            Column::new("What was said", ColumnKind::Text),
            Column::new("By", ColumnKind::Text),
        ],
        rows: lines.into_iter().map(row).collect(),
        notes: Vec::new(),
    }
}
