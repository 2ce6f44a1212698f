//! C5: a table as a grid of shades, its share in every cell; what is hidden is hatched and says so.
//!
//! Refuses to know: what settings are told apart by.

use super::rows::{LEFT, labelled};
use super::{Chart, dots, hidden, thousandths};
use crate::analysis::table::{Cell, Table};
use crate::report::bars::Fill;
use crate::report::drawing::{Anchor, Area, Drawing, WIDTH};
use crate::report::font::{Weight, lines};

/// The shades, from how many thousandths on, and what they are called.
const SHADES: [(i32, Fill, &str); 4] = [
    (900, Fill::Deepest, "90% or more"),
    (750, Fill::Deep, "75% to under 90%"),
    (500, Fill::Middle, "50% to under 75%"),
    (0, Fill::Light, "under 50%"),
];

/// The share columns of a table as shades.
pub fn heat(code: &str, title: &str, table: &Table) -> Chart {
    let columns: Vec<usize> =
        (1..table.columns.len()).filter(|place| table.columns[*place].kind.is_number()).collect();
    let mut drawing = Drawing::default();
    key(&mut drawing, table);
    let wide = (WIDTH - LEFT) / dots(columns.len()).max(1);
    let head = heads(&mut drawing, table, &columns, wide);
    let names: Vec<String> = table.rows.iter().map(|row| row[0].text.to_string()).collect();
    let rows = labelled(&mut drawing, head, &names);
    for (row, cells) in rows.iter().zip(&table.rows) {
        for (place, column) in columns.iter().enumerate() {
            let x = LEFT + wide * dots(place);
            let area = Area { x, y: row.top, width: wide, height: row.height };
            let (fill, said) = shade(&cells[*column], wide);
            drawing.area(area, fill);
            drawing.inked((x + wide / 2, row.words()), 15, (Anchor::Middle, fill.ink()), said);
        }
    }
    let said = format!(
        "A grid of {} rows and {} columns, the share met in every cell, darker where it is larger. The table says the same.",
        names.len(),
        columns.len()
    );
    Chart::of(code, title, (drawing, said), table)
}

/// Each shade beside its words; what is hidden only where something is.
fn key(drawing: &mut Drawing, table: &Table) {
    for (place, (_, fill, said)) in SHADES.iter().enumerate() {
        let x = dots(place) * 205;
        drawing.area(Area { x: x + 1, y: 4, width: 22, height: 20 }, *fill);
        drawing.words((x + 30, 20), 16, Anchor::Start, *said);
    }
    if table.rows.iter().flatten().any(hidden) {
        drawing.area(Area { x: 821, y: 4, width: 22, height: 20 }, Fill::Hatched);
        drawing.words((850, 20), 16, Anchor::Start, "hidden");
    }
}

/// The headings above the grid; gives where it may begin.
fn heads(drawing: &mut Drawing, table: &Table, columns: &[usize], wide: i32) -> i32 {
    let most = f32::from(i16::try_from(wide - 6).unwrap_or(100));
    let broken: Vec<Vec<String>> =
        columns.iter().map(|place| lines(&table.columns[*place].label, 14.0, Weight::Plain, most)).collect();
    let deepest = dots(broken.iter().map(Vec::len).max().unwrap_or(1));
    let bottom = 44 + deepest * 16;
    for (place, written) in broken.into_iter().enumerate() {
        let x = LEFT + wide * dots(place) + wide / 2;
        let first = bottom - 8 - (dots(written.len()) - 1) * 16;
        for (line, words) in written.into_iter().enumerate() {
            drawing.words((x, first + dots(line) * 16), 14, Anchor::Middle, words);
        }
    }
    bottom
}

/// The fill of a cell and what stands in it.
fn shade(cell: &Cell, wide: i32) -> (Fill, String) {
    if hidden(cell) {
        return (Fill::Hatched, if wide < 60 { "h".to_owned() } else { "hidden".to_owned() });
    }
    match thousandths(cell) {
        None => (Fill::Empty, "\u{2013}".to_owned()),
        Some(share) => {
            let fill =
                SHADES.iter().find(|(from, ..)| share >= *from).map_or(Fill::Light, |(_, fill, _)| *fill);
            let said = if wide < 60 {
                format!("{}", (share + 5) / 10)
            } else {
                cell.text.split(" (").next().unwrap_or_default().to_owned()
            };
            (fill, said)
        }
    }
}
