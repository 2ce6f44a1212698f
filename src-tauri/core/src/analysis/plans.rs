//! T14: the actions in returns, by the standard that they grew out of.
//!
//! Pure. Refuses to know: what an action says, and who does it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::behind::{Behind, How, Of};
use super::grid::Grid;
use super::judged::{Caption, caption_of, day};
use super::table::{Cell, Column, ColumnKind, Table};
use crate::submission::SubmissionId;
use crate::submission::action::Planned;
use crate::template::Template;

/// The actions in a round's accepted returns.
pub fn actions(grid: &Grid, template: &Template, caption: &Caption, planned: &[Planned]) -> Table {
    let mut rows = Vec::new();
    for standard in &template.standards {
        let grew = |one: &&Planned| {
            one.questions.iter().any(|id| standard.questions.iter().any(|question| question.id == *id))
        };
        let grown: Vec<&Planned> = planned.iter().filter(grew).collect();
        if !grown.is_empty() {
            rows.push(row(format!("{} {}", standard.number, standard.title), &grown, caption.as_at));
        }
    }
    let alone: Vec<&Planned> = planned.iter().filter(|one| one.questions.is_empty()).collect();
    if !alone.is_empty() {
        rows.push(row("No question named".to_owned(), &alone, caption.as_at));
    }
    let all: Vec<&Planned> = planned.iter().collect();
    rows.push(row("All actions".to_owned(), &all, caption.as_at));
    let mut columns = vec![Column::new("Standard", ColumnKind::Text)];
    columns.extend(["Actions", "Returns"].map(|label| Column::new(label, ColumnKind::Count)));
    let shares = ["With an owner", "With a date", "Still to do", "Overdue"];
    columns.extend(shares.map(|label| Column::new(label, ColumnKind::Share)));
    Table {
        title: "Actions in returns".to_owned(),
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        rows,
        notes: vec![
            "An action that grew out of questions of several standards stands in the row of each, and once among all.".to_owned(),
            "Overdue: of those still to do, with a date that had passed on this day.".to_owned(),
        ],
    }
}

fn row(name: String, actions: &[&Planned], on: NaiveDate) -> Vec<Cell> {
    let live: Vec<&Planned> = actions.iter().copied().filter(|one| one.state.is_live()).collect();
    let returns: BTreeSet<SubmissionId> = actions.iter().map(|one| one.submission).collect();
    let returns: Vec<SubmissionId> = returns.into_iter().collect();
    let everyone = || Behind::returns(returns.iter().copied(), &returns);
    let overdue = |one: &Planned| one.due.is_some_and(|due| due < on);
    vec![
        Cell::text(name),
        Cell::count(number(actions.len())).of(everyone()),
        Cell::count(number(returns.len())).of(everyone()),
        share(actions, |one| one.owned),
        share(actions, |one| one.due.is_some()),
        share(actions, |one| one.state.is_live()),
        share(&live, overdue),
    ]
}

/// A share of actions, with the return of each.
fn share(actions: &[&Planned], holds: impl Fn(&Planned) -> bool) -> Cell {
    let how = |one: &&Planned| {
        let how = if holds(one) { How::Counted } else { How::InBase };
        (Of::Return(one.submission), how)
    };
    let named: Vec<(Of, How)> = actions.iter().map(how).collect();
    let counted = named.iter().filter(|(_, how)| *how == How::Counted).count();
    Cell::share(number(counted), number(actions.len())).of(Behind::named(named))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::naive_tests::{caption, random_grid, template};
    use super::*;
    use crate::submission::SubmissionId;
    use crate::submission::action::ActionState;
    use rand::SeedableRng as _;
    use uuid::Uuid;

    #[test]
    fn actions_are_counted_in_each_standard_and_once_in_all() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let one = |submission: u128, owned, due: Option<&str>, state, questions: &[&str]| Planned {
            submission: SubmissionId(Uuid::from_u128(submission)),
            owned,
            due: due.map(day),
            state,
            questions: questions.iter().map(|id| (*id).into()).collect(),
        };
        let planned = [
            one(1, true, Some("2026-11-20"), ActionState::Open, &["q0.1", "q1.1"]),
            one(1, false, Some("2026-11-21"), ActionState::UnderWay, &["q0.2", "q0.3"]),
            one(2, true, None, ActionState::Done, &["q0.1"]),
            one(3, true, Some("2026-01-01"), ActionState::Dropped, &[]),
        ];
        let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(1);
        let table = actions(&random_grid(&mut random, 3), &template(), &caption(), &planned);
        let rows: Vec<Vec<(Option<u32>, Option<u32>)>> = table
            .rows
            .iter()
            .map(|row| row[1..].iter().map(|cell| (cell.count, cell.base)).collect())
            .collect();
        let row = |actions, returns, owned, dated, live: u32, overdue| {
            let share = |count, base| (Some(count), Some(base));
            let mut row = vec![(Some(actions), None), (Some(returns), None)];
            row.extend([
                share(owned, actions),
                share(dated, actions),
                share(live, actions),
                share(overdue, live),
            ]);
            row
        };
        assert_eq!(
            rows,
            [row(3, 2, 2, 2, 2, 1), row(1, 1, 1, 1, 1, 1), row(1, 1, 1, 1, 0, 0), row(4, 3, 3, 3, 2, 1)]
        );
    }
}
