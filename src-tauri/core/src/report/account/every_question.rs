//! The tables with a row for every question: what a reader has nothing of is left out, and how much that is stands below.
//!
//! Refuses to know: what a figure is, and why one is hidden.

use super::ground::Ground;
use crate::analysis::group::{By, named};
use crate::analysis::table::{Cell, Table};
use crate::analysis::{between, matrix, questions};
use crate::report::document::Section;

/// T6, T7 and T10 in full, without the questions that no setting was asked and those of which nothing may be shown.
pub(super) fn full_tables(section: Section, ground: &Ground<'_>) -> Section {
    if ground.has_no_returns() {
        return section;
    }
    let (grid, template, caption) = (ground.grid, ground.template, ground.caption);
    let earlier = ground.earlier.as_ref().map(|before| &before.earlier);
    let every = questions::on_paper(grid, template, caption, earlier, ground.shown);
    let by_phase = (named(grid, By::Phase) > 0)
        .then(|| matrix::questions(grid, template, caption, By::Phase, ground.shown));
    let unasked = ground.unasked();
    let of_every = every.into_iter().chain(by_phase).map(|table| told(asked(table, &unasked)));
    let in_both = earlier.and_then(|earlier| {
        let table = between::matched(grid, template, caption, earlier, ground.shown);
        judged_in_both(table).map(told)
    });
    of_every.chain(in_both).fold(section, Section::table)
}

/// A table of matched settings without the questions that none of them judged in both rounds; none where none is left.
fn judged_in_both(table: Table) -> Option<Table> {
    let judged: Vec<bool> =
        table.rows.iter().map(|row| row.iter().all(|cell| cell.base != Some(0))).collect();
    let table = keeping(table, &judged, "that no setting judged in both rounds");
    (!table.rows.is_empty()).then_some(table)
}

/// A table with a row a question, without those that no setting was asked.
fn asked(table: Table, unasked: &[bool]) -> Table {
    if unasked.iter().all(|none| *none) || table.rows.len() != unasked.len() {
        return table;
    }
    let asked: Vec<bool> = unasked.iter().map(|none| !none).collect();
    keeping(table, &asked, "that no setting was asked")
}

/// The same without those of which every figure is hidden, and without such columns; where that is so of all of them, the
/// table itself says it.
fn told(table: Table) -> Table {
    if table.is_hidden() {
        return table;
    }
    let told: Vec<bool> = table.rows.iter().map(|row| !is_hidden(&table, row)).collect();
    keeping(table, &told, "of which every figure is hidden").hidden_below()
}

/// Whether nothing stands in a row but its names.
fn is_hidden(table: &Table, row: &[Cell]) -> bool {
    let mut figures = row.iter().zip(&table.columns).filter(|(_, column)| column.kind.is_number()).peekable();
    figures.peek().is_some() && figures.all(|(cell, _)| cell.is_hidden())
}

/// The rows that are kept, and a sentence on how many questions are not.
fn keeping(mut table: Table, kept: &[bool], those: &str) -> Table {
    let left_out = kept.iter().filter(|kept| !**kept).count();
    let mut kept = kept.iter();
    table.rows.retain(|_| kept.next().is_none_or(|kept| *kept));
    match left_out {
        0 => {}
        1 => table.notes.push(format!("1 question {those} is left out.")),
        some => table.notes.push(format!("{some} questions {those} are left out.")),
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::{Column, ColumnKind};

    fn table(rows: &[[Cell; 3]]) -> Table {
        Table {
            title: "Result per question".to_owned(),
            caption: String::new(),
            as_at: String::new(),
            columns: vec![
                Column::new("No.", ColumnKind::Short),
                Column::new("Met", ColumnKind::Count),
                Column::new("% met", ColumnKind::Share),
            ],
            rows: rows.iter().map(|row| row.to_vec()).collect(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn what_nothing_is_told_of_is_left_out_and_counted() {
        let (hidden, no) = (Cell::hidden, Cell::text);
        let rows = [
            [no("A1"), hidden(), hidden()],
            [no("A2"), Cell::count(7), hidden()],
            [no("A3"), Cell::count(0), Cell::share(0, 0)],
            [no("A4"), hidden(), hidden()],
            [no("A5"), Cell::count(9), Cell::share(4, 9)],
        ];
        let told = told(asked(table(&rows), &[false, false, true, false, false]));
        let numbers: Vec<&str> = told.rows.iter().map(|row| row[0].text.as_str()).collect();
        assert_eq!(numbers, ["A2", "A5"], "a row with one figure stays");
        assert_eq!(
            told.notes,
            [
                "1 question that no setting was asked is left out.",
                "2 questions of which every figure is hidden are left out."
            ]
        );
    }

    #[test]
    fn a_column_of_which_nothing_is_told_is_left_out_too() {
        let row = |number: &str| [Cell::text(number), Cell::count(7), Cell::hidden()];
        let told = told(table(&[row("A1"), [Cell::text("A2"), Cell::count(7), Cell::share(0, 0)]]));
        assert_eq!(told.columns.len(), 2);
        assert_eq!(told.notes, ["Left out, since every figure of it is hidden: % met."]);
    }

    #[test]
    fn a_table_of_which_all_is_hidden_says_so_itself() {
        let rows = [
            [Cell::text("A1"), Cell::hidden(), Cell::hidden()],
            [Cell::text("A2"), Cell::count(0), Cell::share(0, 0)],
        ];
        let all = told(asked(table(&rows), &[false, true]));
        assert!(all.is_hidden() && all.rows.len() == 1, "{all:?}");
    }
}
