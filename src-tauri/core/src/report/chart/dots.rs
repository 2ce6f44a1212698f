//! C4 and C7: two dots a row and the way between them: before and now, a setting's own rating and a panel's.
//!
//! Refuses to know: whether a way up is a success.

use super::rows::{LEFT, Row, SIZE, WIDE, beside, labelled, shares};
use super::{Chart, NativeKind, column, dots, hidden, of, thousandths};
use crate::analysis::table::{Cell, Table};
use crate::report::drawing::{Anchor, Dot, Drawing, Stroke};

/// C4: a share before and the same now, and the change beside them.
pub fn moves(code: &str, title: &str, table: &Table, (before, now, change): (&str, &str, &str)) -> Chart {
    let at = |label: &str| column(table, label).unwrap_or(0);
    let (before, now, change) = (at(before), at(now), at(change));
    let mut drawing = Drawing::default();
    key(&mut drawing, [&table.columns[before].label, &table.columns[now].label]);
    let rows = labelled(&mut drawing, 64, &names(table));
    let bottom = drawing.height - 4;
    shares(&mut drawing, 64, bottom);
    for (row, cells) in rows.iter().zip(&table.rows) {
        if hidden(&cells[before]) || hidden(&cells[now]) {
            drawing.words((LEFT + 6, row.words()), SIZE, Anchor::Start, "hidden");
            continue;
        }
        let x = |place: usize| Some(LEFT + of(WIDE, thousandths(&cells[place])?));
        pair(&mut drawing, *row, x(before), x(now));
        beside(&mut drawing, *row, &cells[change].text);
    }
    let moved: Vec<String> =
        table.rows.iter().map(|row| format!("{}: {}", row[0].text, row[change].text)).collect();
    let said = format!(
        "A ring for {}, a disc for {}. Change: {}.",
        table.columns[before].label,
        table.columns[now].label,
        moved.join("; ")
    );
    Chart::of(code, title, (drawing, said), table).drawn_by(NativeKind::Bars, &[before, now])
}

/// C7: two ratings on the steps of a scale, the worst first.
pub fn ladder(
    code: &str,
    title: &str,
    table: &Table,
    (name, one, other): (&str, &str, &str),
    steps: &[String],
) -> Chart {
    let at = |label: &str| column(table, label).unwrap_or(0);
    let (name, one, other) = (at(name), at(one), at(other));
    let number = column(table, "No.").unwrap_or(name);
    let mut drawing = Drawing::default();
    key(&mut drawing, [&table.columns[one].label, &table.columns[other].label]);
    let labels: Vec<String> =
        table.rows.iter().map(|row| format!("{} {}", row[number].text, row[name].text)).collect();
    let rows = labelled(&mut drawing, 84, &labels);
    let bottom = drawing.height - 4;
    rungs(&mut drawing, steps, bottom);
    for (row, cells) in rows.iter().zip(&table.rows) {
        let x = |place: usize| {
            let step = steps.iter().position(|step| *step == cells[place].text)?;
            Some(step_at(steps, step))
        };
        let (own, panel) = (x(one), x(other));
        if own.is_none() {
            drawing.words((LEFT, row.words()), 15, Anchor::Middle, cells[one].text.as_str());
        }
        pair(&mut drawing, *row, own, panel);
    }
    let told: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("{}: {} and {}", row[number].text, row[one].text, row[other].text))
        .collect();
    let said = format!(
        "A ring for {}, a disc for {}. {}.",
        table.columns[one].label.to_lowercase(),
        table.columns[other].label.to_lowercase(),
        told.join("; ")
    );
    Chart::of(code, title, (drawing, said), table)
}

/// The steps of the scale, each with a faint line down to a height.
fn rungs(drawing: &mut Drawing, steps: &[String], bottom: i32) {
    for (place, step) in steps.iter().enumerate() {
        let x = step_at(steps, place);
        drawing.line(vec![(x, 84), (x, bottom)], Stroke::Faint);
        for (line, words) in crate::report::font::lines(step, 15.0, crate::report::font::Weight::Plain, 110.0)
            .iter()
            .take(2)
            .enumerate()
        {
            drawing.words((x, 58 + dots(line) * 17), 15, Anchor::Middle, words);
        }
    }
}

fn step_at(steps: &[String], place: usize) -> i32 {
    let apart = (WIDE + 120) / dots(steps.len()).max(1);
    LEFT + 50 + apart * dots(place)
}

fn names(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row: &Vec<Cell>| row[0].text.to_string()).collect()
}

fn key(drawing: &mut Drawing, [before, now]: [&String; 2]) {
    drawing.dot((12, 14), Dot::Ring);
    drawing.words((30, 20), 17, Anchor::Start, before);
    let x = 60 + crate::report::font::width(before, 17.0, crate::report::font::Weight::Plain).ceil() as i32;
    drawing.dot((x, 14), Dot::Full);
    drawing.words((x + 18, 20), 17, Anchor::Start, now);
}

/// Two dots and the way between; where both are at one place, the disc stands in the ring.
fn pair(drawing: &mut Drawing, row: Row, before: Option<i32>, now: Option<i32>) {
    let y = row.middle();
    if let (Some(before), Some(now)) = (before, now) {
        drawing.line(vec![(before, y), (now, y)], Stroke::Plain);
    }
    let apart = before != now;
    if let Some(before) = before {
        drawing.dot((before, if apart { y } else { y - 9 }), Dot::Ring);
    }
    if let Some(now) = now {
        drawing.dot((now, if apart { y } else { y + 9 }), Dot::Full);
    }
}
