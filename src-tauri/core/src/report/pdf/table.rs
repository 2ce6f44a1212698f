//! Tables over pages: a caption, a head that stands on every page, rows that are broken only where a page cannot hold one.
//!
//! Refuses to know: what is counted.

use super::flow::{Flow, Look, SMALL, STRONG, TEXT};
use super::page::{Kind, MARGIN, Tint, What};
use super::widths::widths;
use crate::analysis::table::Table;
use crate::report::font::{self, Weight, lines, width};
use crate::report::pages;

pub(super) const CELL: Look = Look { size: 8.8, weight: Weight::Plain, tint: Tint::Ink };
pub(super) const HEAD: Look = Look { size: 8.8, weight: Weight::Bold, tint: Tint::Ink };
pub(super) const GUTTER: f32 = 8.0;
const PAD: f32 = 3.0;
/// A table that is longer than a page by less than this is set smaller, no more than it has to be.
const NEARLY: f32 = 1.4;
/// By how much, and what is then left of the room above and below the words of a row: that gives way last.
const SMALLER: [(f32, f32); 5] = [(0.93, 1.0), (0.86, 1.0), (0.8, 1.0), (0.93, 0.5), (0.8, 0.5)];
/// But to save a page no words are set smaller than this, as a part of their size: they are to be read on paper.
const READ: f32 = 0.76;
/// A last page that holds less than this is saved, if a little smaller words do that.
const FEW: f32 = 0.25;
/// No note is wider than this.
const NOTE: f32 = 640.0;
/// A table that takes less of a page than this is not broken over two.
const TOGETHER: f32 = 0.36;
/// The gaps between a heading and a table below it; and by how much what is said of the height of a heading is too much.
const GAPS: f32 = 12.0;
const ROOMY: f32 = 20.0;
/// So far down a page only what leads to a table stands above it.
const LED: f32 = 110.0;

/// The height that has to follow a heading of some height above a table: all of it where it is not to be broken.
pub(super) fn led(flow: &Flow, table: &Table, above: f32) -> f32 {
    if table.rows.is_empty() {
        return 60.0;
    }
    let (page, columns) = (flow.whole(), Columns::of(table, flow.room()));
    match columns.all_high(flow) {
        high if high <= page * TOGETHER => {
            let here = columns.in_what_is_left(flow, flow.left() + ROOMY - above - GAPS);
            here.map_or(high, |one| one.all_high(flow)) + GAPS
        }
        high if high > page && high <= page * NEARLY && columns.smaller(flow, page - LED).is_some() => {
            page - LED
        }
        _ => (columns.beginning(flow) + 20.0).max(130.0),
    }
}

/// Lays a table under its title and caption, with its notes below.
pub(super) fn table(flow: &mut Flow, table: &Table) {
    flow.gap(6.0);
    if table.rows.is_empty() {
        flow.need(50.0);
        for (text, look) in [(table.title.as_str(), STRONG), ("None recorded.", TEXT)] {
            if !text.is_empty() {
                flow.paragraph(text, look);
            }
        }
    } else {
        Columns::of(table, flow.room()).fitting(flow).lay(flow);
    }
    flow.gap(3.0);
    for note in &table.notes {
        flow.group(Kind::Note, |flow| {
            let room = flow.room().min(NOTE);
            flow.words(note, SMALL, (MARGIN, room));
        });
        flow.gap(1.0);
    }
    flow.gap(7.0);
}

/// The height of the notes below a table, so that they never stand on a page without it.
fn notes_high(flow: &Flow, table: &Table) -> f32 {
    let room = flow.room().min(NOTE);
    let many: usize = table
        .notes
        .iter()
        .map(|note| lines(&font::writable(note), SMALL.size, SMALL.weight, room).len())
        .sum();
    let many = i32::try_from(many).unwrap_or(i32::MAX);
    let gaps = i32::try_from(table.notes.len()).unwrap_or(i32::MAX);
    super::flow::pixels(many) * SMALL.leading() + super::flow::pixels(gaps) + 4.0
}

#[derive(Clone)]
struct Columns<'t> {
    widths: Vec<f32>,
    small: f32,
    /// How much there is of the room above and below the words of a row.
    air: f32,
    table: &'t Table,
}

type Broken = Vec<Vec<String>>;

impl<'t> Columns<'t> {
    fn of(table: &'t Table, room: f32) -> Self {
        let (widths, small) = widths(table, room);
        Self { widths, small, air: 1.0, table }
    }

    /// The same, a little smaller where a page would hold all but the last rows of it; a small one is kept together.
    fn fitting(self, flow: &mut Flow) -> Self {
        let high = self.all_high(flow);
        // With a heading above it a table stands below that, or the heading would be left alone.
        let page = if flow.whole() - flow.left() < LED { flow.left() } else { flow.whole() };
        if high <= flow.whole() * TOGETHER {
            if let Some(smaller) = self.in_what_is_left(flow, flow.left()) {
                return smaller;
            }
            flow.need(high);
        }
        if high <= page {
            return if high > flow.left() { self.in_fewer_pages(flow) } else { self };
        }
        if high > page * NEARLY {
            return self.in_fewer_pages(flow);
        }
        match self.smaller(flow, page) {
            Some(smaller) => {
                flow.need(smaller.all_high(flow));
                smaller
            }
            None => self,
        }
    }

    /// The same a little smaller where it then fits what is left of a page, and only then.
    fn in_what_is_left(&self, flow: &Flow, left: f32) -> Option<Self> {
        let closer = (self.all_high(flow) > left).then(|| self.closer().take(2));
        closer.into_iter().flatten().find(|one| one.all_high(flow) <= left)
    }

    /// The same a little smaller where the last of many pages would hold a few rows alone.
    fn in_fewer_pages(self, flow: &Flow) -> Self {
        let (pages, last) = self.pages(flow);
        if last > flow.whole() * FEW {
            return self;
        }
        let closer = self.closer().find(|one| one.pages(flow).0 < pages);
        closer.unwrap_or(self)
    }

    /// On how many pages it stands about, and how far down the last.
    fn pages(&self, flow: &Flow) -> (usize, f32) {
        let head = self.high(&self.head(), self.look(HEAD));
        let mut at = (1, flow.whole() - flow.left() + self.above_high(flow));
        for place in 0..self.table.rows.len() {
            let high = self.high(&self.row_of(place), self.look(CELL));
            let with = high + self.below(flow, place);
            at = if at.1 + with > flow.whole() { (at.0 + 1, head + high) } else { (at.0, at.1 + high) };
        }
        at
    }

    /// The same set smaller, as far as a page then holds it.
    fn smaller(&self, flow: &Flow, page: f32) -> Option<Self> {
        self.closer().find(|one| one.all_high(flow) <= page)
    }

    /// The same set smaller and closer, no more at once than is worth a try.
    fn closer(&self) -> impl Iterator<Item = Self> {
        SMALLER.into_iter().map(|(by, air)| Self {
            small: (self.small * by).max(READ.min(self.small)),
            air,
            ..self.clone()
        })
    }

    /// The height of the whole table with what stands above and below it.
    fn all_high(&self, flow: &Flow) -> f32 {
        let rows = (0..self.table.rows.len()).map(|place| self.high(&self.row_of(place), self.look(CELL)));
        self.above_high(flow) + rows.sum::<f32>() + notes_high(flow, self.table)
    }

    /// The height of title, caption and head.
    fn above_high(&self, flow: &Flow) -> f32 {
        let lines_of = |text: &str, look: Look| match text {
            "" => 0.0,
            text => {
                let many = lines(&font::writable(text), look.size, look.weight, flow.room()).len();
                super::flow::pixels(i32::try_from(many).unwrap_or(1)) * look.leading()
            }
        };
        let (title, caption) = (lines_of(&self.table.title, STRONG), lines_of(&self.table.caption, SMALL));
        title + caption + 3.0 + self.high(&self.head(), self.look(HEAD))
    }

    /// The height of what has to stand on the page on which it begins: its head with two rows, so that none stands alone.
    fn beginning(&self, flow: &Flow) -> f32 {
        let rows = (0..self.table.rows.len().min(2)).map(|at| self.high(&self.row_of(at), self.look(CELL)));
        let most = flow.whole() * TOGETHER;
        (self.above_high(flow) + rows.sum::<f32>().min(most)).max(92.0)
    }

    fn head(&self) -> Broken {
        let heads: Vec<String> = self.table.columns.iter().map(|column| pages::head(&column.label)).collect();
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        self.broken(&heads, self.look(HEAD))
    }

    fn row_of(&self, place: usize) -> Broken {
        let texts: Vec<&str> = self.table.rows[place].iter().map(|cell| cell.text.as_str()).collect();
        self.broken(&texts, self.look(CELL))
    }

    fn lay(&self, flow: &mut Flow) {
        let table = self.table;
        flow.need(self.beginning(flow));
        flow.open(Kind::Table(if table.title.is_empty() {
            table.caption.clone()
        } else {
            table.title.clone()
        }));
        if !table.title.is_empty() || !table.caption.is_empty() {
            flow.open(Kind::Caption);
            let room = flow.room();
            if !table.title.is_empty() {
                flow.words(&table.title, STRONG, (MARGIN, room));
            }
            if !table.caption.is_empty() {
                flow.words(&table.caption, SMALL, (MARGIN, room));
            }
            flow.close();
            flow.y += 3.0;
        }
        let head = self.head();
        flow.open(Kind::Row);
        self.row(flow, &head, Cells::Head);
        flow.close();
        for place in 0..table.rows.len() {
            let below = self.below(flow, place);
            self.body(flow, self.row_of(place), (&head, below));
        }
        flow.close();
    }

    /// What has to stand on the page of a row below it: of the last the notes, of the one before it the last too.
    fn below(&self, flow: &Flow, place: usize) -> f32 {
        let rows = self.table.rows.len();
        match rows - place {
            1 => notes_high(flow, self.table),
            2 if rows > 2 => {
                self.high(&self.row_of(rows - 1), self.look(CELL)) + notes_high(flow, self.table)
            }
            _ => 0.0,
        }
    }

    /// What stands above and below the words of a cell.
    fn pad(&self) -> f32 {
        PAD * self.small * self.air
    }

    fn look(&self, look: Look) -> Look {
        Look { size: look.size * self.small, ..look }
    }

    fn broken(&self, texts: &[&str], look: Look) -> Broken {
        let fit = |(place, (text, wide)): (usize, (&&str, &f32))| {
            let number = self.table.columns.get(place).is_some_and(|column| column.kind.is_number());
            // A base is never torn apart: it stands beside its share, or below it.
            let text = if number { text.replace(" = ", "\u{a0}=\u{a0}") } else { (*text).to_owned() };
            lines(&font::writable(&text), look.size, look.weight, (wide - GUTTER).max(8.0))
        };
        texts.iter().zip(&self.widths).enumerate().map(fit).collect()
    }

    /// A row, with the room that what stands below it needs; one that no page holds is broken over several.
    fn body(&self, flow: &mut Flow, mut cells: Broken, (head, below): (&Broken, f32)) {
        flow.open(Kind::Row);
        let look = self.look(CELL);
        let high = self.high(&cells, look);
        let whole = flow.whole() - self.high(head, self.look(HEAD)) - 20.0;
        let with = if high + below <= whole { high + below } else { high };
        if with > flow.left() && (high <= whole || flow.left() < 60.0) {
            self.over(flow, head);
        }
        while self.high(&cells, look) > flow.left() {
            let fits = ((flow.left() - 2.0 * self.pad()) / look.leading()).floor().max(1.0) as usize;
            let now: Broken =
                cells.iter_mut().map(|cell| cell.drain(..fits.min(cell.len())).collect()).collect();
            self.row(flow, &now, Cells::Body);
            self.over(flow, head);
        }
        self.row(flow, &cells, Cells::Body);
        flow.close();
    }

    /// The next page, with the head again, which is not read twice.
    fn over(&self, flow: &mut Flow, head: &Broken) {
        flow.turn();
        self.row(flow, head, Cells::HeadAgain);
    }

    fn high(&self, cells: &Broken, look: Look) -> f32 {
        let many = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        super::flow::pixels(i32::try_from(many).unwrap_or(i32::MAX)) * look.leading() + 2.0 * self.pad()
    }

    fn row(&self, flow: &mut Flow, cells: &Broken, which: Cells) {
        let look = match which {
            Cells::Head | Cells::HeadAgain => self.look(HEAD),
            Cells::Body => self.look(CELL),
        };
        let high = self.high(cells, look);
        let mut x = MARGIN;
        for (place, (written, wide)) in cells.iter().zip(&self.widths).enumerate() {
            self.cell(flow, (written, place), (x, *wide), (which, look));
            x += wide;
        }
        flow.y += high;
        let all = self.widths.iter().sum();
        match which {
            Cells::Head | Cells::HeadAgain => flow.rule((MARGIN, all), 1.0, Tint::Navy),
            Cells::Body => flow.rule((MARGIN, all), 0.4, Tint::Pale),
        }
    }

    fn cell(
        &self,
        flow: &mut Flow,
        (written, place): (&Vec<String>, usize),
        (x, wide): (f32, f32),
        (which, look): (Cells, Look),
    ) {
        let number = self.table.columns.get(place).is_some_and(|column| column.kind.is_number());
        let kind = match (which, place) {
            (Cells::Head | Cells::HeadAgain, _) => Kind::ColumnHead,
            (Cells::Body, 0) => Kind::RowHead,
            (Cells::Body, _) => Kind::Cell,
        };
        flow.open(kind);
        let mut y = flow.y + self.pad() + look.size;
        for line in written {
            let end = x + wide - GUTTER - width(line, look.size, look.weight);
            let from = if number { end.max(x) } else { x };
            match which {
                Cells::Head | Cells::Body => flow.line(line, look, from, y),
                Cells::HeadAgain => flow.adorn(What::Words(super::page::Line {
                    x: from,
                    y,
                    size: look.size,
                    weight: look.weight,
                    tint: look.tint,
                    text: line.clone(),
                })),
            }
            y += look.leading();
        }
        match which {
            Cells::Head | Cells::Body => flow.close_cell(),
            Cells::HeadAgain => flow.close(),
        }
    }
}

/// Which cells a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cells {
    Head,
    HeadAgain,
    Body,
}
