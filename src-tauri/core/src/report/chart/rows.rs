//! The rows of a chart: a label to the left, broken where it is long, and the room beside it.
//!
//! Refuses to know: what is drawn in that room.

use crate::report::drawing::{Anchor, Area, Drawing, Stroke};
use crate::report::font::{self, Weight, lines, width};

/// The height of words.
pub(super) const SIZE: i32 = 18;
/// Where the room for drawing begins and how wide it is.
pub(super) const LEFT: i32 = 330;
pub(super) const WIDE: i32 = 480;
/// Where what is said beside a row begins.
pub(super) const BESIDE: i32 = LEFT + WIDE + 14;
const LINE: i32 = 21;
/// Less than the room, for letters that are wider than ours where a page has others.
const LABEL: f32 = 288.0;
/// The least height of a row.
const LEAST: i32 = 34;

/// A row: its place and how high it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Where it begins.
    pub top: i32,
    /// How high it is.
    pub height: i32,
}

impl Row {
    /// Its middle.
    pub fn middle(self) -> i32 {
        self.top + self.height / 2
    }

    /// The line on which one line of words stands.
    pub fn words(self) -> i32 {
        self.middle() + SIZE / 3
    }

    /// The box of a bar in it.
    pub fn bar(self, x: i32, width: i32) -> Area {
        Area { x, y: self.middle() - 12, width, height: 24 }
    }
}

/// Writes the labels of rows one below the other, and gives where each row stands.
pub(super) fn labelled(drawing: &mut Drawing, from: i32, labels: &[String]) -> Vec<Row> {
    let mut top = from;
    let mut rows = Vec::new();
    for label in labels {
        let written = short(label);
        let many = super::dots(written.len());
        let height = LEAST.max(many * LINE + 13);
        let first = top + (height - many * LINE) / 2 + LINE - 5;
        for (place, line) in written.into_iter().enumerate() {
            drawing.words((0, first + super::dots(place) * LINE), SIZE, Anchor::Start, line);
        }
        rows.push(Row { top, height });
        top += height;
    }
    drawing.height = drawing.height.max(top + 6);
    rows
}

/// A label in three lines at the most; what is longer ends in dots, its whole text stands in the table.
fn short(label: &str) -> Vec<String> {
    const MOST: usize = 3;
    let size = 18.0;
    let mut written = lines(&font::writable(label), size, Weight::Plain, LABEL);
    if written.len() > MOST {
        written.truncate(MOST);
        if let Some(last) = written.last_mut() {
            while width(&format!("{last} \u{2026}"), size, Weight::Plain) > LABEL && last.pop().is_some() {}
            *last = format!("{} \u{2026}", last.trim_end());
        }
    }
    written
}

/// An axis of shares from nothing to all, with faint lines down to a height.
pub(super) fn shares(drawing: &mut Drawing, top: i32, bottom: i32) {
    for quarter in 0..=4 {
        let x = LEFT + WIDE * quarter / 4;
        drawing.line(vec![(x, top), (x, bottom)], Stroke::Faint);
        drawing.words((x, top - 8), 15, Anchor::Middle, format!("{}%", quarter * 25));
    }
}

/// What is said beside a row, in a line or two.
pub(super) fn beside(drawing: &mut Drawing, row: Row, said: &str) {
    let written = lines(&font::writable(said), 16.0, Weight::Plain, 170.0);
    let many = super::dots(written.len());
    let first = row.middle() - many * 18 / 2 + 14;
    for (place, line) in written.into_iter().enumerate() {
        drawing.words((BESIDE, first + super::dots(place) * 18), 16, Anchor::Start, line);
    }
}
