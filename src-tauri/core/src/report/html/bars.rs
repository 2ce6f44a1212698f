//! Stacked bars as drawings in the page, each beside its share, with the number in every part that has room for it.
//!
//! Refuses to know: what is counted.

use super::blocks::{caption, notes};
use super::markup::Markup;
use crate::analysis::tally::shown_percent;
use crate::report::bars::{Bar, BarPart, Bars, Fill};

/// The width of the longest bar and the height of each, in the drawing's own measure.
const WIDTH: u32 = 1000;
const HEIGHT: u32 = 56;
/// The least width in which a number can be read.
const ROOM: u32 = 34;

/// Writes bars as a table: what each is of, its drawing, its share.
pub(super) fn bars(page: &mut Markup, bars: &Bars) {
    let longest = bars.longest().max(1);
    page.element("table", &[("class", "bars")], |table| {
        caption(table, &bars.title, &bars.caption);
        table.element("thead", &[], |head| head.element("tr", &[], |row| headings(row, bars)));
        table.element("tbody", &[], |body| {
            bars.rows.iter().for_each(|bar| body.element("tr", &[], |row| line(row, bar, bars, longest)));
        });
    });
    notes(page, &bars.notes);
}

fn headings(row: &mut Markup, bars: &Bars) {
    row.words("th", &[("scope", "col"), ("class", "text")], &bars.row);
    row.element("th", &[("scope", "col"), ("class", "drawn")], |cell| {
        bars.parts.iter().for_each(|part| key(cell, part));
    });
    row.words("th", &[("scope", "col"), ("class", "number")], &bars.share);
}

/// A part's fill beside its words.
fn key(cell: &mut Markup, part: &BarPart) {
    cell.element("span", &[("class", "key")], |key| {
        key.element("svg", &[("viewBox", "0 0 40 40"), ("aria-hidden", "true")], |drawing| {
            filled(drawing, part.fill, 0, 40, 40);
        });
        key.text(&part.label);
    });
}

fn line(row: &mut Markup, bar: &Bar, bars: &Bars, longest: u32) {
    row.words("th", &[("scope", "row"), ("class", "text")], &bar.label);
    row.element("td", &[("class", "drawn")], |cell| drawing(cell, bar, bars, longest));
    row.element("td", &[("class", "number")], |cell| match bar.share.base {
        0 => cell.text("none rated"),
        base => {
            cell.text(&format!("{} of {base}", bar.share.count));
            cell.words("span", &[("class", "percent")], &percent(bar));
        }
    });
}

/// The base stands beside it already.
fn percent(bar: &Bar) -> String {
    let shown = shown_percent(bar.share.count, bar.share.base);
    shown.split(" (").next().unwrap_or_default().to_owned()
}

fn drawing(cell: &mut Markup, bar: &Bar, bars: &Bars, longest: u32) {
    let said: Vec<String> = bar
        .counts
        .iter()
        .zip(&bars.parts)
        .filter(|(count, _)| **count > 0)
        .map(|(count, part)| format!("{} {count}", part.label))
        .collect();
    let view = format!("0 0 {WIDTH} {HEIGHT}");
    let attributes =
        [("viewBox", view.as_str()), ("role", "img"), ("aria-label", &said.join(", ")), ("class", "bar")];
    cell.element("svg", &attributes, |drawing| {
        let mut from = 0;
        for (count, part) in bar.counts.iter().zip(&bars.parts) {
            let width = count * WIDTH / longest;
            if width > 0 {
                filled(drawing, part.fill, from, width, HEIGHT);
            }
            if width >= ROOM {
                number(drawing, part.fill, from + width / 2, *count);
            }
            from += width;
        }
    });
}

fn filled(drawing: &mut Markup, fill: Fill, from: u32, width: u32, height: u32) {
    let at = |value: u32| value.to_string();
    let (x, w, h) = (at(from), at(width), at(height));
    drawing.element("rect", &[("class", class(fill)), ("x", &x), ("width", &w), ("height", &h)], |_| {});
    let path = match fill {
        Fill::Hatched => hatching(from, width, height),
        Fill::Dotted => dotting(from, width, height),
        Fill::Deepest | Fill::Deep | Fill::Middle | Fill::Light | Fill::Empty => return,
    };
    drawing.element("path", &[("class", "pattern"), ("d", &path)], |_| {});
}

/// Slanting lines within a box; drawn one by one, so that nothing is named and nothing is referred to.
fn hatching(from: u32, width: u32, height: u32) -> String {
    let mut path = String::new();
    let mut start = 0;
    while start < width + height {
        let (low, high) = (start.saturating_sub(height), start.min(width));
        path.push_str(&format!("M{} {}L{} {}", from + low, start - low, from + high, start - high));
        start += 14;
    }
    path
}

fn dotting(from: u32, width: u32, height: u32) -> String {
    let columns = (8..width).step_by(16);
    let rows: Vec<u32> = (8..height).step_by(16).collect();
    columns.flat_map(|x| rows.iter().map(move |y| format!("M{} {y}h4", from + x))).collect()
}

fn number(drawing: &mut Markup, fill: Fill, middle: u32, count: u32) {
    let class = match fill {
        Fill::Deepest | Fill::Deep => "on-dark",
        Fill::Middle | Fill::Light | Fill::Hatched | Fill::Dotted | Fill::Empty => "on-light",
    };
    let x = middle.to_string();
    drawing.words("text", &[("class", class), ("x", &x), ("y", "40")], &count.to_string());
}

fn class(fill: Fill) -> &'static str {
    match fill {
        Fill::Deepest => "deepest",
        Fill::Deep => "deep",
        Fill::Middle => "middle",
        Fill::Light => "light",
        Fill::Hatched => "hatched",
        Fill::Dotted => "dotted",
        Fill::Empty => "empty",
    }
}
