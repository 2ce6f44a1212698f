//! C1 and C8: stacked bars, a row each, every part with its fill, its word in the key, and its number where there is room.
//!
//! Refuses to know: what is counted.

use super::rows::{LEFT, Row, SIZE, WIDE, beside, labelled};
use super::{Chart, NativeKind, column, hidden};
use crate::analysis::table::{Cell, Table};
use crate::report::bars::{BarPart, Bars, Fill};
use crate::report::drawing::{Anchor, Area, Drawing};
use crate::report::font::{Weight, width};

/// Against what bars are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// Each fills the whole width: shares.
    Each,
    /// The longest fills the whole width: numbers.
    Longest,
}

/// A part of every bar: the heading of its column, and its fill.
pub fn part(label: &str, fill: Fill) -> BarPart {
    BarPart { label: label.to_owned(), fill }
}

/// Stacked bars of the columns that are named; a column that the table lacks, or that is empty, is left out.
pub fn stacked(
    code: &str,
    title: &str,
    table: &Table,
    parts: &[BarPart],
    (whole, share): (Whole, Option<&str>),
) -> Chart {
    let any = |place: &usize| table.rows.iter().any(|row| row[*place].count.is_some_and(|count| count > 0));
    let parts: Vec<(usize, &BarPart)> =
        parts.iter().filter_map(|part| Some((column(table, &part.label).filter(any)?, part))).collect();
    let share = share.and_then(|label| column(table, label));
    let mut drawing = Drawing::default();
    let top = key(&mut drawing, parts.iter().map(|(_, part)| *part));
    let labels: Vec<String> = table.rows.iter().map(|row| row[0].text.to_string()).collect();
    let rows = labelled(&mut drawing, top, &labels);
    let longest = table.rows.iter().map(|row| total(row, &parts)).max().unwrap_or(0);
    for (row, cells) in rows.iter().zip(&table.rows) {
        let most = match whole {
            Whole::Each => total(cells, &parts),
            Whole::Longest => longest,
        };
        bar(&mut drawing, *row, cells, &parts, most);
        if let Some(share) = share {
            beside(&mut drawing, *row, &cells[share].text);
        }
    }
    let said = said(table, &parts, share);
    let kind = match whole {
        Whole::Each => NativeKind::StackedWhole,
        Whole::Longest => NativeKind::Stacked,
    };
    let columns: Vec<usize> = parts.iter().map(|(place, _)| *place).collect();
    let fills = parts.iter().map(|(_, part)| part.fill).collect();
    Chart::of(code, title, (drawing, said), table).drawn_by(kind, &columns).filled(fills)
}

/// Bars of a paper as a chart.
pub fn from_bars(bars: &Bars) -> Chart {
    let table = bars.table();
    stacked("", &bars.title, &table, &bars.parts, (Whole::Longest, Some(&bars.share)))
}

fn total(cells: &[Cell], parts: &[(usize, &BarPart)]) -> u32 {
    parts.iter().filter_map(|(place, _)| cells[*place].count).sum()
}

fn bar(drawing: &mut Drawing, row: Row, cells: &[Cell], parts: &[(usize, &BarPart)], most: u32) {
    if parts.iter().any(|(place, _)| hidden(&cells[*place])) {
        drawing.words((LEFT, row.words()), SIZE, Anchor::Start, "hidden");
        return;
    }
    let mut sum = 0_u32;
    let at = |sum: u32| LEFT + i32::try_from(u64::from(sum) * 480 / u64::from(most.max(1))).unwrap_or(WIDE);
    for (place, part) in parts {
        let count = cells[*place].count.unwrap_or(0);
        let (from, until) = (at(sum), at(sum + count));
        sum += count;
        if until <= from {
            continue;
        }
        let area = row.bar(from, until - from);
        drawing.area(area, part.fill);
        let text = count.to_string();
        if width(&text, 16.0, Weight::Plain) + 8.0 < pixels(area.width) {
            let middle = (area.x + area.width / 2, row.middle() + 6);
            drawing.inked(middle, 16, (Anchor::Middle, part.fill.ink()), text);
        }
    }
    if sum == 0 {
        drawing.words((LEFT, row.words()), SIZE, Anchor::Start, "none");
    }
}

fn pixels(width: i32) -> f32 {
    f32::from(i16::try_from(width).unwrap_or(i16::MAX))
}

/// Each fill beside its word; gives where the rows may begin.
fn key<'p>(drawing: &mut Drawing, parts: impl Iterator<Item = &'p BarPart>) -> i32 {
    let (mut x, mut y) = (0, 4);
    for part in parts {
        let wide = 46 + width(&part.label, 17.0, Weight::Plain).ceil() as i32;
        if x + wide > crate::report::drawing::WIDTH {
            (x, y) = (0, y + 30);
        }
        drawing.area(Area { x: x + 1, y, width: 22, height: 20 }, part.fill);
        drawing.words((x + 30, y + 16), 17, Anchor::Start, &part.label);
        x += wide;
    }
    y + 34
}

/// What the last row says: that of all.
fn said(table: &Table, parts: &[(usize, &BarPart)], share: Option<usize>) -> String {
    let Some(last) = table.rows.last() else { return "Nothing to show.".to_owned() };
    let counts: Vec<String> =
        parts.iter().map(|(place, part)| format!("{} {}", part.label, last[*place].text)).collect();
    let share = share.map(|place| format!("; {} {}", table.columns[place].label, last[place].text));
    let rows = table.rows.len();
    let many = if rows == 1 { "A stacked bar".to_owned() } else { format!("{rows} stacked bars") };
    format!(
        "{many}. {}: {}{}. The figures of every row stand in the table.",
        last[0].text,
        counts.join(", "),
        share.unwrap_or_default()
    )
}
