//! Answers that nobody sees: on hidden sheets, in hidden rows and columns. They are taken, and said.
//!
//! Refuses to know: what they say.

use std::collections::HashSet;

use super::heads::{Headed, Heads};
use crate::problem::{Problem, Severity};
use crate::sheet::{Place, Ranges, Sheet};

/// So many stretches of hidden rows are named; what is more is counted.
const MOST: usize = 6;

/// Says where rows that were a question's are hidden; `taken` are those rows, by the place of their sheet.
pub fn say(sheets: &[Headed<'_>], taken: &HashSet<(usize, u32)>, problems: &mut Vec<Problem>) {
    for (place, headed) in sheets.iter().enumerate() {
        let sheet = headed.sheet;
        let rows = || taken.iter().filter(|(at, _)| *at == place).map(|(_, row)| *row);
        if sheet.hidden && rows().next().is_some() {
            problems.push(hidden_sheet(sheet));
            continue;
        }
        if sheet.hidden_rows.iter().next().is_some() && rows().any(|row| sheet.hidden_rows.holds(row)) {
            problems.push(hidden_rows(sheet));
        }
        problems.extend(hidden_columns(headed));
    }
}

fn place(sheet: &Sheet) -> String {
    format!("Sheet '{}'", sheet.name)
}

fn hidden_sheet(sheet: &Sheet) -> Problem {
    let message = "This sheet is hidden; the answers on it were taken where no other sheet has them.";
    Problem::new(Severity::Question, place(sheet), message)
        .hint("Look whether what is hidden is still meant.")
}

fn hidden_rows(sheet: &Sheet) -> Problem {
    let message = format!(
        "Rows of this sheet are hidden ({}); the answers in them were taken.",
        spoken(&sheet.hidden_rows)
    );
    Problem::new(Severity::Note, place(sheet), message)
        .hint("A filter hides rows too; look whether they are still meant.")
}

fn spoken(ranges: &Ranges) -> String {
    let stretch = |(from, to): (u32, u32)| {
        if from == to { format!("{}", from + 1) } else { format!("{} to {}", from + 1, to + 1) }
    };
    let mut named: Vec<String> = ranges.iter().take(MOST).map(stretch).collect();
    let more = ranges.iter().count().saturating_sub(MOST);
    if more > 0 {
        named.push(format!("{more} more"));
    }
    named.join(", ")
}

/// Hidden columns in which people answer.
fn hidden_columns(headed: &Headed<'_>) -> Vec<Problem> {
    let sheet = headed.sheet;
    if sheet.hidden_columns.iter().next().is_none() {
        return Vec::new();
    }
    let tables = headed.heads.iter().filter_map(|(row, head)| match head {
        Heads::Answers(found) => Some((*row, &found.columns)),
        Heads::Beside(..) => None,
    });
    let hidden = tables.flat_map(|(row, columns)| {
        let answered =
            columns.iter().filter(|(column, at)| column.answered() && sheet.hidden_columns.holds(**at));
        answered.map(move |(_, at)| Place::new(row, *at))
    });
    let say = |at| {
        let message = "This column is hidden; the answers in it were taken.";
        Problem::new(Severity::Note, sheet.at(at), message).hint("Look whether they are still meant.")
    };
    hidden.map(say).collect()
}
