//! C2, C6 and C9: a bar a row, of a share or of a number, with a line to aim at where there is one.
//!
//! Refuses to know: what is counted, and whether more of it is better.

use super::rows::{LEFT, SIZE, WIDE, beside, labelled, shares};
use super::{Chart, NativeKind, column, hidden, of, thousandths};
use crate::analysis::table::{Cell, Table};
use crate::report::bars::Fill;
use crate::report::drawing::{Anchor, Drawing, Stroke};

/// What is aimed at: its word, and a share in thousandths.
pub type Aim<'a> = (&'a str, u32);

/// A bar a row of one column, named by another.
pub fn bars(
    code: &str,
    title: &str,
    table: &Table,
    (name, value): (&str, &str),
    aim: Option<Aim<'_>>,
) -> Chart {
    let (name, value) = (column(table, name).unwrap_or(0), column(table, value).unwrap_or(1));
    let number = column(table, "No.").filter(|place| *place != name);
    let mut drawing = Drawing::default();
    let label = |row: &Vec<Cell>| match number {
        Some(place) => format!("{} {}", row[place].text, row[name].text),
        None => row[name].text.to_string(),
    };
    let labels: Vec<String> = table.rows.iter().map(label).collect();
    let is_share = table.rows.iter().any(|row| row[value].base.is_some());
    let top = if aim.is_some() { 62 } else { 36 };
    let rows = labelled(&mut drawing, top, &labels);
    let bottom = drawing.height - 4;
    if is_share {
        shares(&mut drawing, top, bottom);
    }
    let most = table.rows.iter().filter_map(|row| row[value].count).max().unwrap_or(1).max(1);
    for (row, cells) in rows.iter().zip(&table.rows) {
        let cell = &cells[value];
        if hidden(cell) {
            drawing.words((LEFT + 6, row.words()), SIZE, Anchor::Start, "hidden");
            continue;
        }
        let share = if is_share { thousandths(cell) } else { cell.count.map(|count| part(count, most)) };
        if let Some(share) = share.filter(|share| *share > 0) {
            drawing.area(row.bar(LEFT, of(WIDE, share).max(2)), Fill::Deep);
        }
        beside(&mut drawing, *row, &told(cell));
    }
    if let Some((word, share)) = aim {
        let x = LEFT + of(WIDE, i32::try_from(share.min(1000)).unwrap_or(1000));
        drawing.line(vec![(x, 30), (x, bottom)], Stroke::Broken);
        drawing.words((x.min(LEFT + WIDE - 60), 22), 16, Anchor::Middle, word);
    }
    let said = said(table, &labels, value, aim);
    Chart::of(code, title, (drawing, said), table).drawn_by(NativeKind::Bars, &[value])
}

fn part(count: u32, most: u32) -> i32 {
    i32::try_from(u64::from(count) * 1000 / u64::from(most)).unwrap_or(1000)
}

/// A figure with what it is out of.
fn told(cell: &Cell) -> String {
    match (cell.count, cell.base) {
        (Some(_), Some(0)) | (None, _) => cell.text.to_string(),
        (Some(count), Some(base)) => {
            let percent = cell.text.split(" (").next().unwrap_or_default();
            format!("{percent} ({count} of {base})")
        }
        (Some(_), None) => cell.text.to_string(),
    }
}

fn said(table: &Table, labels: &[String], value: usize, aim: Option<Aim<'_>>) -> String {
    let (Some(first), Some(last)) = (table.rows.first(), table.rows.last()) else {
        return "Nothing to show.".to_owned();
    };
    let many = if labels.len() == 1 { "A bar".to_owned() } else { format!("{} bars", labels.len()) };
    let aim = aim.map(|(word, _)| format!(" A broken line: {word}.")).unwrap_or_default();
    let ends = if labels.len() == 1 {
        format!("{} {}", labels[0], told(&first[value]))
    } else {
        format!(
            "the first, {}: {}; the last, {}: {}",
            labels[0],
            told(&first[value]),
            labels[labels.len() - 1],
            told(&last[value])
        )
    };
    format!("{many}, {ends}.{aim} The figures of every row stand in the table.")
}
