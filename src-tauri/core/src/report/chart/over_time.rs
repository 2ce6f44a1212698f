//! C3: returns as they came in, one line for this round and a broken one for the last.
//!
//! Refuses to know: dates; the rows of the table are points in time, in their order.

use super::rows::SIZE;
use super::{Chart, NativeKind, dots, of, thousandths};
use crate::analysis::table::Table;
use crate::report::drawing::{Anchor, Dot, Drawing, Stroke};

const LEFT: i32 = 70;
const WIDE: i32 = 690;
const TOP: i32 = 20;
const HIGH: i32 = 300;

/// The share columns of a table over its rows, the first as a plain line, the others broken.
pub fn over_time(code: &str, title: &str, table: &Table) -> Chart {
    let series: Vec<usize> = (1..table.columns.len())
        .filter(|place| table.rows.iter().any(|row| row[*place].base.is_some_and(|base| base > 0)))
        .collect();
    let mut drawing = Drawing { height: TOP + HIGH + 60, shapes: Vec::new() };
    axes(&mut drawing, table);
    let mut ends = Vec::new();
    for (order, place) in series.iter().enumerate() {
        if let Some(end) = drawn(&mut drawing, table, order, *place) {
            ends.push((end, table.columns[*place].label.clone(), table.rows.len()));
        }
    }
    name(&mut drawing, ends);
    Chart::of(code, title, (drawing, said(table, &series)), table).drawn_by(NativeKind::Lines, &series)
}

fn across(table: &Table, place: usize) -> i32 {
    LEFT + WIDE * dots(place) / dots(table.rows.len().saturating_sub(1)).max(1)
}

fn down(share: i32) -> i32 {
    TOP + HIGH - of(HIGH, share)
}

fn axes(drawing: &mut Drawing, table: &Table) {
    for quarter in 0..=4 {
        let y = down(quarter * 250);
        drawing.line(vec![(LEFT, y), (LEFT + WIDE, y)], Stroke::Faint);
        drawing.words((LEFT - 10, y + 5), 15, Anchor::End, format!("{}%", quarter * 25));
    }
    let last = table.rows.len().saturating_sub(1);
    let mut shown = vec![0, last / 2, last];
    shown.dedup();
    for place in shown {
        let Some(row) = table.rows.get(place) else { continue };
        let x = across(table, place);
        drawing.line(vec![(x, TOP + HIGH), (x, TOP + HIGH + 8)], Stroke::Faint);
        let anchor = if place == 0 { Anchor::Start } else { Anchor::Middle };
        drawing.words((x, TOP + HIGH + 30), 15, anchor, row[0].text.as_str());
    }
}

/// Draws a line and gives where it ends.
fn drawn(drawing: &mut Drawing, table: &Table, order: usize, place: usize) -> Option<(i32, i32)> {
    let point = |(at, row): (usize, &Vec<crate::analysis::table::Cell>)| {
        Some((across(table, at), down(thousandths(&row[place])?)))
    };
    let points: Vec<(i32, i32)> = table.rows.iter().enumerate().filter_map(point).collect();
    let end = *points.last()?;
    let (stroke, dot) = if order == 0 { (Stroke::Plain, Dot::Full) } else { (Stroke::Broken, Dot::Ring) };
    let marks: Vec<(i32, i32)> = points.iter().step_by((points.len() / 8).max(1)).copied().collect();
    drawing.line(points, stroke);
    marks.into_iter().chain([end]).for_each(|at| drawing.dot(at, dot));
    Some(end)
}

/// The name of each line at its end, apart from each other.
fn name(drawing: &mut Drawing, mut ends: Vec<((i32, i32), String, usize)>) {
    ends.sort_by_key(|((_, y), _, _)| *y);
    let mut free = 0;
    for ((x, y), label, _) in ends {
        let y = y.max(free);
        for (place, line) in
            crate::report::font::lines(&label, 18.0, crate::report::font::Weight::Plain, 210.0)
                .iter()
                .enumerate()
        {
            drawing.words((x + 16, y + 6 + dots(place) * 20), SIZE, Anchor::Start, line);
            free = y + dots(place + 1) * 20 + 6;
        }
    }
}

fn said(table: &Table, series: &[usize]) -> String {
    let Some(last) = table.rows.last() else { return "Nothing to show.".to_owned() };
    let told: Vec<String> =
        series.iter().map(|place| format!("{} {}", table.columns[*place].label, last[*place].text)).collect();
    format!(
        "Lines over time; at the end, {}: {}. Every point stands in the table.",
        last[0].text,
        told.join(", ")
    )
}
