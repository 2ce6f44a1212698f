//! A heatmap as a picture: title, what it is of, the key, headings, all together, and the rows; bounded, and saying so.
//!
//! Refuses to know: where it is saved. It is drawn in bands of rows, so that a large one can be counted and stopped.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{HeatMap, colours, drawn_letter, narrow, step_of};
use crate::analysis::heat::{Line, Share};
use crate::error::Result;
use crate::progress::Progress;
use crate::report::chart::png as picture;
use crate::report::chart::svg::escaped;
use crate::report::font::{Weight, lines, width};

/// What stands in a cell that has no share.
const MARKS: [(char, &str); 2] =
    [('\u{d7}', "\u{d7}: a figure that is hidden."), ('\u{b7}', "\u{b7}: nothing was judged.")];
/// More rows than this nobody reads in a picture.
pub const MOST_ROWS: usize = 400;
/// Nor more columns.
pub const MOST_COLUMNS: usize = 300;
/// So many dots a picture may have: more is too large for a mail, and for the memory of a small computer.
const DOTS: f32 = 16_000_000.0;
const SHARPEST: f32 = 2.0;
const BAND: usize = 40;

const EDGE: i32 = 24;
const NAME: i32 = 250;
const TOTAL: i32 = 50;
const ROW: i32 = 18;
const SIZE: i32 = 12;
const CODE: usize = 16;

/// The picture as SVG.
pub fn svg(map: &HeatMap) -> String {
    let plan = Plan::of(map);
    let (wide, high) = (plan.wide, plan.high());
    let mut out = opened(wide, high);
    let _ = write!(
        out,
        "<title>{}</title><rect width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>",
        escaped(&map.title)
    );
    for (down, band) in plan.bands() {
        let _ = write!(out, "<g transform=\"translate(0 {down})\">{band}</g>");
    }
    out.push_str("</svg>\n");
    out
}

/// The picture as PNG, counted by its bands.
pub fn png(map: &HeatMap, progress: &Progress) -> Result<Vec<u8>> {
    let plan = Plan::of(map);
    let (wide, high) = (plan.wide, plan.high());
    let alone = |(down, band): (i32, String)| {
        let tall = plan.band_high(down);
        (
            down,
            format!(
                "{}<rect width=\"{wide}\" height=\"{tall}\" fill=\"#ffffff\"/>{band}</svg>",
                opened(wide, tall)
            ),
        )
    };
    let bands: Vec<(i32, String)> = plan.bands().into_iter().map(alone).collect();
    progress.expect(u64::try_from(bands.len()).unwrap_or(0));
    let times = (DOTS / (wide as f32 * high as f32)).sqrt().min(SHARPEST);
    picture::banded((wide, high), &bands, times, &|| progress.step(1))
}

fn opened(wide: i32, high: i32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"Noto Sans, Segoe UI, Arial, sans-serif\" font-size=\"{SIZE}\">"
    )
}

/// What is drawn, and how large it is.
struct Plan<'m> {
    map: &'m HeatMap,
    columns: usize,
    rows: &'m [Line],
    cell: i32,
    wide: i32,
    above: Vec<String>,
    /// Where the headings begin, and how high they are.
    head: (i32, i32),
}

impl<'m> Plan<'m> {
    fn of(map: &'m HeatMap) -> Self {
        let columns = map.shown.heads.len().min(MOST_COLUMNS);
        let rows = &map.shown.lines[..map.shown.lines.len().min(MOST_ROWS)];
        let cell = if map.is_letters() { 20 } else { 32 };
        let wide = (2 * EDGE + NAME + TOTAL + cell * count(columns)).max(760);
        let mut said = vec![map.caption.clone()];
        said.extend(map.said.iter().cloned());
        said.extend(left_out(map, rows.len(), columns));
        said.extend(map.notes.iter().cloned());
        said.extend(marks(map, rows));
        let most = (wide - 2 * EDGE).min(1400) as f32;
        let above: Vec<String> =
            said.iter().flat_map(|one| lines(one, SIZE as f32, Weight::Plain, most)).collect();
        let longest = map.shown.heads[..columns]
            .iter()
            .map(|(short, _)| width(short, SIZE as f32, Weight::Plain) as i32);
        let upright = longest.max().unwrap_or(0) + 12;
        let key = 2 * 26;
        let top = EDGE + 34 + count(above.len()) * 18 + 10 + key;
        Self { map, columns, rows, cell, wide, above, head: (top, upright.max(24)) }
    }

    fn first_row(&self) -> i32 {
        self.head.0 + self.head.1 + ROW + 2
    }

    fn high(&self) -> i32 {
        self.first_row() + count(self.rows.len()) * ROW + 30 + EDGE
    }

    /// How high the band is that begins so far down.
    fn band_high(&self, down: i32) -> i32 {
        let end = self.first_row() + count(self.rows.len()) * ROW;
        match down {
            0 => self.first_row(),
            down if down == end => 30 + EDGE,
            down => (count(BAND) * ROW).min(end - down),
        }
    }

    /// What stands above the rows, the rows in stretches, and the foot; each with how far down it is.
    fn bands(&self) -> Vec<(i32, String)> {
        let mut bands = vec![(0, self.heading())];
        let first = self.first_row();
        for (at, rows) in self.rows.chunks(BAND).enumerate() {
            let mut out = String::new();
            rows.iter().enumerate().for_each(|(place, line)| self.line(&mut out, count(place) * ROW, line));
            bands.push((first + count(at * BAND) * ROW, out));
        }
        let code: String = self.map.code.chars().take(CODE).collect();
        let mut foot = String::new();
        words(&mut foot, (EDGE, 22), "start", "", &format!("Made with Attest. Log code {code}"));
        bands.push((first + count(self.rows.len()) * ROW, foot));
        bands
    }

    fn heading(&self) -> String {
        let mut out = String::new();
        words(
            &mut out,
            (EDGE, EDGE + 20),
            "start",
            " font-size=\"22\" font-weight=\"bold\"",
            &self.map.title,
        );
        let mut y = EDGE + 34;
        for line in &self.above {
            y += 18;
            words(&mut out, (EDGE, y), "start", "", line);
        }
        self.key(&mut out, y + 14);
        let (top, high) = self.head;
        for (at, (short, _)) in self.map.shown.heads[..self.columns].iter().enumerate() {
            let (x, y) = (self.left(at) + self.cell / 2 + 4, top + high - 6);
            let turned = format!(" transform=\"rotate(-90 {x} {y})\"");
            words(&mut out, (x, y), "start", &turned, short);
        }
        words(&mut out, (EDGE + NAME + TOTAL / 2, top + high - 6), "middle", "", "% met");
        let all = Line {
            name: "All shown".to_owned(),
            who: Vec::new(),
            marks: String::new(),
            shares: self.map.shown.totals.clone(),
            total: self.map.shown.total,
        };
        self.line(&mut out, top + high, &all);
        let (y, to) = (top + high + ROW + 1, self.left(self.columns));
        let _ = write!(out, "<path d=\"M{EDGE} {y}H{to}\" stroke=\"#0b2545\" fill=\"none\"/>");
        out
    }

    /// What stands for each thing in a cell.
    fn key(&self, out: &mut String, top: i32) {
        let (mut x, mut y) = (EDGE, top);
        for (letter, said) in self.map.key() {
            let room = 34 + width(&said, SIZE as f32, Weight::Plain) as i32 + 18;
            if x + room > self.wide - EDGE {
                (x, y) = (EDGE, y + 26);
            }
            let (wash, ink) = colours(letter);
            let _ = write!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"26\" height=\"18\" fill=\"#{wash:06x}\" stroke=\"#b1b4b6\"/>"
            );
            if self.map.is_letters() {
                words(
                    out,
                    (x + 13, y + 13),
                    "middle",
                    &format!(" fill=\"#{ink:06x}\""),
                    drawn_letter(letter),
                );
            }
            words(out, (x + 34, y + 13), "start", "", &said);
            x += room;
        }
    }

    fn left(&self, column: usize) -> i32 {
        EDGE + NAME + TOTAL + self.cell * count(column)
    }

    fn line(&self, out: &mut String, y: i32, line: &Line) {
        words(out, (EDGE, y + 13), "start", "", &fitted(&line.name, NAME - 10));
        share(out, (EDGE + NAME, y, TOTAL), line.total);
        if line.shares.is_empty() {
            self.letters(out, y, &line.marks);
        }
        for (at, one) in line.shares.iter().take(self.columns).enumerate() {
            share(out, (self.left(at), y, self.cell), *one);
        }
    }

    /// The boxes and letters of a row: one path and one text for each letter that stands in it.
    fn letters(&self, out: &mut String, y: i32, marks: &str) {
        let mut places: BTreeMap<char, Vec<i32>> = BTreeMap::new();
        for (at, letter) in marks.chars().take(self.columns).enumerate() {
            places.entry(letter).or_default().push(self.left(at));
        }
        for (letter, places) in places {
            let (wash, ink) = colours(letter);
            let (wide, high) = (self.cell - 1, ROW - 1);
            let boxes: String = places.iter().map(|x| format!("M{x} {y}h{wide}v{high}h-{wide}z")).collect();
            let _ = write!(out, "<path d=\"{boxes}\" fill=\"#{wash:06x}\"/>");
            let drawn = drawn_letter(letter);
            if drawn.is_empty() {
                continue;
            }
            let at: Vec<String> = places.iter().map(|x| (x + self.cell / 2).to_string()).collect();
            let _ = write!(
                out,
                "<text y=\"{}\" x=\"{}\" text-anchor=\"middle\" fill=\"#{ink:06x}\">{}</text>",
                y + 13,
                at.join(" "),
                drawn.repeat(places.len())
            );
        }
    }
}

/// What is meant by what stands in cells without a share, as far as there are such.
fn marks(map: &HeatMap, rows: &[Line]) -> Option<String> {
    if map.is_letters() {
        return None;
    }
    let cells = rows.iter().flat_map(|line| line.shares.iter().chain([&line.total]));
    let cells = cells.chain(&map.shown.totals).chain([&map.shown.total]);
    let drawn: Vec<String> = cells.map(|share| narrow(*share)).collect();
    let said = MARKS.iter().filter(|(mark, _)| drawn.iter().any(|cell| cell.starts_with(*mark)));
    let said: Vec<&str> = said.map(|(_, words)| *words).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What of the rows and columns is not in the picture, and where it is.
fn left_out(map: &HeatMap, rows: usize, columns: usize) -> Option<String> {
    let (all, wide) = (map.shown.lines.len(), map.shown.heads.len());
    let part = |drawn: usize, of: usize, what: &str| {
        (drawn < of).then(|| format!("the first {drawn} of {of} {what}"))
    };
    let parts: Vec<String> =
        [part(rows, all, "rows"), part(columns, wide, "columns")].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| {
        format!(
            "This picture shows {}; the totals are of all of them, and the workbook holds every one.",
            parts.join(" and ")
        )
    })
}

fn share(out: &mut String, (x, y, wide): (i32, i32, i32), share: Share) {
    let (wash, ink) = colours(step_of(share));
    let _ = write!(out, "<path d=\"M{x} {y}h{0}v{1}h-{0}z\" fill=\"#{wash:06x}\"/>", wide - 1, ROW - 1);
    words(out, (x + wide / 2, y + 13), "middle", &format!(" fill=\"#{ink:06x}\""), &narrow(share));
}

fn words(out: &mut String, (x, y): (i32, i32), anchor: &str, look: &str, text: &str) {
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\"{look}>{}</text>", escaped(text));
}

/// A name cut to a width, with three dots where it was cut.
fn fitted(text: &str, most: i32) -> String {
    let wide = |text: &str| width(text, SIZE as f32, Weight::Plain) as i32;
    if wide(text) <= most {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while kept.pop().is_some() && wide(&format!("{kept}\u{2026}")) > most {}
    format!("{}\u{2026}", kept.trim_end())
}

fn count(of: usize) -> i32 {
    i32::try_from(of).unwrap_or(i32::MAX)
}
