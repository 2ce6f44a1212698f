//! Rows deleted, put in, sorted, doubled and moved.

use attest::sheet::Place;

use super::{Kind, kind};
use crate::corpus::desk::{Desk, NOTE, RATING, STATEMENT};
use crate::corpus::grid::Raw;

pub const KINDS: &[Kind] = &[
    kind("two rows deleted", |desk| deleted(desk, 2)),
    kind("six rows deleted", |desk| deleted(desk, 6)),
    kind("a row emptied", emptied),
    kind("the answers of a row emptied", answers_emptied),
    kind("blank rows put in", blank_rows),
    kind("a row of their own put in", own_row),
    kind("rows of a heading put in between", subheadings),
    kind("rows sorted by rating", |desk| sorted(desk, &|_, _| true)),
    kind("rows sorted, the keys left out", |desk| sorted(desk, &|desk, column| column < desk.key)),
    kind("rows sorted, the statements left out", statements_left),
    kind("only the answers sorted", answers_sorted),
    kind("rows turned upside down", upside_down),
    kind("a row doubled as it is", |desk| doubled(desk, None)),
    kind("a row doubled and answered otherwise", |desk| doubled(desk, Some("Another note"))),
    kind("a row cut and pasted at the end", cut_and_pasted),
    kind("a row pasted over another", pasted_over),
    kind("an answer pasted a row too low", one_too_low),
    kind("the row of headings deleted", |desk| no_headings(desk, false)),
    kind("the row of headings and the names deleted", |desk| no_headings(desk, true)),
    kind("the row of headings again in between", headings_again),
    kind("everything above the headings deleted", nothing_above),
    kind("rows moved to another sheet", moved_to_another),
    kind("the whole table moved", table_moved),
];

fn deleted(desk: &mut Desk<'_>, count: usize) {
    let gone: Vec<_> = desk.here().into_iter().skip(1).take(count).collect();
    let rows: Vec<u32> = gone.iter().flat_map(|(question, _)| desk.rows_of(&question.id)).collect();
    desk.package.edit(desk.main, |grid, _| grid.delete_rows(&rows));
    gone.iter().for_each(|(question, _)| desk.gone(question));
}

fn emptied(desk: &mut Desk<'_>) {
    let (question, _) = desk.here()[2];
    let rows = desk.rows_of(&question.id);
    desk.package.edit(desk.main, |grid, _| {
        rows.iter().for_each(|row| grid.rows.entry(*row).or_default().cells.clear())
    });
    desk.gone(question);
}

/// Their own will: nothing is wrong with that.
fn answers_emptied(desk: &mut Desk<'_>) {
    let (question, _) = desk.rated()[0];
    let (rows, key) = (desk.rows_of(&question.id), desk.key);
    desk.package.edit(desk.main, |grid, _| {
        for (row, column) in rows.iter().flat_map(|row| (RATING..key).map(move |column| (*row, column))) {
            grid.clear(Place::new(row, column));
        }
    });
    desk.expect(question, |answer| *answer = attest::submission::Answer::blank(answer.question.clone()));
}

fn blank_rows(desk: &mut Desk<'_>) {
    let (_, row) = desk.here()[1];
    desk.package.edit(desk.main, |grid, _| grid.insert_rows(row, 3));
}

fn own_row(desk: &mut Desk<'_>) {
    let (_, row) = desk.here()[3];
    desk.package.edit(desk.main, |grid, _| {
        grid.insert_rows(row, 1);
        grid.write(Place::new(row, STATEMENT), "Our own line about the site");
        grid.write(Place::new(row, NOTE), "Looked at each term");
    });
    desk.says("Looked at each term");
}

fn subheadings(desk: &mut Desk<'_>) {
    let (_, row) = desk.here()[3];
    desk.package.edit(desk.main, |grid, _| {
        grid.insert_rows(row, 2);
        grid.write(Place::new(row, 0), "For the autumn term");
    });
    desk.says("For the autumn term");
}

/// Sorts by the rating, in the columns that are given.
fn sorted(desk: &mut Desk<'_>, moves: &dyn Fn(&Desk<'_>, u32) -> bool) {
    let rows: Vec<u32> = desk.here().iter().map(|(_, row)| *row).collect();
    let strings = desk.package.strings().to_vec();
    let mut grid = desk.package.grid(desk.main);
    let mut order = rows.clone();
    order.sort_by_key(|row| grid.text(Place::new(*row, RATING), &strings));
    let before = grid.rows.clone();
    for (to, from) in rows.iter().zip(&order) {
        let line = grid.rows.entry(*to).or_default();
        line.cells.retain(|column, _| !moves(desk, *column));
        let moved = before[from].cells.iter().filter(|(column, _)| moves(desk, **column));
        line.cells.extend(moved.map(|(column, cell)| (*column, cell.clone())));
    }
    desk.package.put_grid(desk.main, &grid);
}

/// The key moves with the answers, the statement does not; what the workbook held before tells which is right.
fn statements_left(desk: &mut Desk<'_>) {
    sorted(desk, &|_, column| column != STATEMENT && column != 0);
}

/// Neither key nor statement says so; only the workbook's digests of what it held when it was written.
fn answers_sorted(desk: &mut Desk<'_>) {
    let before: Vec<_> = desk.here();
    let grid = desk.package.grid(desk.main);
    let strings = desk.package.strings().to_vec();
    let said = |row: u32| -> Vec<String> {
        (RATING..desk.key).map(|column| grid.text(Place::new(row, column), &strings)).collect()
    };
    let was: Vec<_> = before.iter().map(|(_, row)| said(*row)).collect();
    sorted(desk, &|desk, column| (RATING..desk.key).contains(&column));
    let grid = desk.package.grid(desk.main);
    for ((question, row), was) in before.iter().zip(was) {
        let now: Vec<String> =
            (RATING..desk.key).map(|column| grid.text(Place::new(*row, column), &strings)).collect();
        if now != was {
            desk.asked(question);
        }
    }
}

fn upside_down(desk: &mut Desk<'_>) {
    let (last, heading) = (desk.last(), desk.heading);
    desk.package.edit(desk.main, |grid, _| {
        grid.renumber(|row| Some(if row > heading { last + heading + 1 - row } else { row }));
    });
}

fn doubled(desk: &mut Desk<'_>, note: Option<&str>) {
    let (question, row) = desk.rated()[1];
    desk.package.edit(desk.main, |grid, _| {
        let mut again = grid.rows[&row].clone();
        if let Some(note) = note {
            again.cells.insert(NOTE, Raw::typed(note));
        }
        grid.insert_rows(row + 1, 1);
        grid.rows.insert(row + 1, again);
    });
    if note.is_some() {
        desk.asked(question);
    }
}

fn cut_and_pasted(desk: &mut Desk<'_>) {
    let (question, _) = desk.rated()[2];
    let (rows, last) = (desk.rows_of(&question.id), desk.last());
    desk.package.edit(desk.main, |grid, _| {
        for (to, row) in (last + 4..).zip(rows) {
            let line = grid.rows.remove(&row).expect("its row");
            grid.rows.insert(to, line);
        }
    });
}

fn pasted_over(desk: &mut Desk<'_>) {
    let [(kept, row), (lost, over)] = [desk.rated()[0], desk.rated()[1]];
    desk.package.edit(desk.main, |grid, _| {
        let line = grid.rows[&row].clone();
        grid.rows.insert(over, line);
    });
    desk.gone(lost);
    desk.expect(kept, |_| ());
}

/// Typed a row too low, so that it stands on a row with no question.
fn one_too_low(desk: &mut Desk<'_>) {
    let (question, row) = desk.rated()[0];
    let label = desk.label(question);
    desk.package.edit(desk.main, |grid, _| {
        grid.insert_rows(row + 1, 1);
        grid.clear(Place::new(row, RATING));
        grid.write(Place::new(row + 1, RATING), &label);
    });
    desk.expect(question, |answer| answer.value = None);
    desk.says(&label);
    desk.says("no question of this template");
}

fn no_headings(desk: &mut Desk<'_>, names: bool) {
    let heading = desk.heading;
    desk.package.edit(desk.main, |grid, _| grid.delete_rows(&[heading]));
    if names {
        desk.package.drop_names();
        let untold: Vec<_> = desk.here().into_iter().map(|it| it.0).collect();
        for question in untold {
            let answer = desk.base.answer(&question.id);
            if answer.value.is_some() || !answer.note.is_empty() {
                desk.asked(question);
            }
        }
    }
}

fn headings_again(desk: &mut Desk<'_>) {
    let ((_, row), heading) = (desk.here()[4], desk.heading);
    desk.package.edit(desk.main, |grid, _| {
        let line = grid.rows[&heading].clone();
        grid.insert_rows(row, 1);
        grid.rows.insert(row, line);
    });
}

fn nothing_above(desk: &mut Desk<'_>) {
    let above: Vec<u32> = (0..desk.heading).collect();
    for sheet in desk.sheets.clone() {
        desk.package.edit(sheet, |grid, _| {
            let above: Vec<u32> = if sheet == desk.main { above.clone() } else { vec![0] };
            grid.delete_rows(&above);
        });
    }
}

fn moved_to_another(desk: &mut Desk<'_>) {
    let other = *desk.sheets.iter().find(|it| **it != desk.main).expect("another sheet");
    let rows: Vec<u32> = desk.here().iter().rev().take(3).flat_map(|(it, _)| desk.rows_of(&it.id)).collect();
    let mut lines = Vec::new();
    desk.package.edit(desk.main, |grid, _| {
        lines.extend(rows.iter().filter_map(|row| grid.rows.remove(row)));
    });
    desk.package.edit(other, |grid, _| {
        let after = grid.rows.keys().max().map_or(0, |row| row + 1);
        grid.rows.extend((after..).zip(lines));
    });
}

fn table_moved(desk: &mut Desk<'_>) {
    desk.package.edit(desk.main, |grid, _| {
        grid.renumber(|row| Some(row + 7));
        grid.insert_columns(0, 4);
    });
}
