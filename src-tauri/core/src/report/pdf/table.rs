//! Tables over pages: a caption, a head that stands on every page, rows that are broken only where a page cannot hold one.
//!
//! Refuses to know: what is counted.

use super::flow::{Flow, Look, SMALL, STRONG, TEXT};
use super::page::{Kind, Lie, MARGIN, Tint, What};
use crate::analysis::table::{ColumnKind, Table};
use crate::report::font::{self, Weight, lines, width};

const CELL: Look = Look { size: 8.8, weight: Weight::Plain, tint: Tint::Ink };
const HEAD: Look = Look { size: 8.8, weight: Weight::Bold, tint: Tint::Ink };
const GUTTER: f32 = 8.0;
const PAD: f32 = 3.0;
/// A table that is longer than a page by less than this is set smaller, by so much, but never below the least.
const NEARLY: f32 = 1.25;
const SMALLER: f32 = 0.86;
const LEAST: f32 = 0.62;
/// No note is wider than this.
const NOTE: f32 = 560.0;
/// Texts longer than this need a column of some width to be read.
const LONG: usize = 60;

/// Whether a table needs a page on its side.
pub(super) fn is_wide(table: &Table) -> bool {
    least(table).iter().sum::<f32>() > Lie::Upright.room()
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
        let (widths, small) = widths(table, flow.room());
        Columns { widths, small, table }.fitting(flow).lay(flow);
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

struct Columns<'t> {
    widths: Vec<f32>,
    small: f32,
    table: &'t Table,
}

type Broken = Vec<Vec<String>>;

impl Columns<'_> {
    /// The same, a little smaller where a page would hold all but the last rows of it.
    fn fitting(self, flow: &mut Flow) -> Self {
        let (page, high) = (flow.whole(), self.all_high(flow));
        if high <= page || high > page * NEARLY {
            return self;
        }
        let smaller = Self { small: (self.small * SMALLER).max(LEAST), ..self };
        if smaller.all_high(flow) <= page {
            flow.need(smaller.all_high(flow));
        }
        smaller
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

    fn head(&self) -> Broken {
        let heads: Vec<&str> = self.table.columns.iter().map(|column| column.label.as_str()).collect();
        self.broken(&heads, self.look(HEAD))
    }

    fn row_of(&self, place: usize) -> Broken {
        let texts: Vec<&str> = self.table.rows[place].iter().map(|cell| cell.text.as_str()).collect();
        self.broken(&texts, self.look(CELL))
    }

    fn lay(&self, flow: &mut Flow) {
        let table = self.table;
        let first = self.high(&self.row_of(0), self.look(CELL)).min(80.0);
        flow.need((self.above_high(flow) + first).max(92.0));
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
            let below = if place + 1 == table.rows.len() { notes_high(flow, table) } else { 0.0 };
            self.body(flow, self.row_of(place), (&head, below));
        }
        flow.close();
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
            let fits = ((flow.left() - 2.0 * PAD) / look.leading()).floor().max(1.0) as usize;
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
        super::flow::pixels(i32::try_from(many).unwrap_or(i32::MAX)) * look.leading() + 2.0 * PAD
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
        let mut y = flow.y + PAD + look.size;
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

/// The least width of each column.
fn least(table: &Table) -> Vec<f32> {
    (0..table.columns.len()).map(|place| least_of(table, place)).collect()
}

fn least_of(table: &Table, place: usize) -> f32 {
    let column = &table.columns[place];
    let longest = |texts: &mut dyn Iterator<Item = &str>, look: Look| {
        texts.map(|text| width(text, look.size, look.weight)).fold(0.0_f32, f32::max)
    };
    let head = longest(&mut column.label.split(' '), HEAD);
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.as_str());
    let body = match column.kind {
        ColumnKind::Text => {
            let long = cells.clone().any(|text| text.chars().count() > LONG);
            let word = longest(&mut cells.flat_map(|text| text.split(&[' ', '\n'][..])), CELL);
            word.clamp(if long { 130.0 } else { 48.0 }, 140.0)
        }
        ColumnKind::Short => longest(&mut cells.flat_map(str::lines), CELL).min(130.0),
        ColumnKind::Count | ColumnKind::Share => longest(&mut cells.flat_map(|text| text.split(" (")), CELL),
    };
    head.max(body) + GUTTER
}

/// The width in which a share stands on one line with its base; of other columns, the least.
fn whole_of(table: &Table, place: usize) -> f32 {
    if table.columns[place].kind != ColumnKind::Share {
        return 0.0;
    }
    let cells = table.rows.iter().filter_map(|row| row.get(place));
    cells.map(|cell| width(&cell.text, CELL.size, CELL.weight)).fold(0.0_f32, f32::max) + GUTTER + 1.0
}

/// The widths of the columns, and how much smaller words are where the page does not hold them.
fn widths(table: &Table, room: f32) -> (Vec<f32>, f32) {
    let mut widths = least(table);
    let used: f32 = widths.iter().sum();
    if used > room {
        let small = (room / used).max(LEAST);
        return (widths.iter().map(|width| width * room / used).collect(), small);
    }
    let want = |place: usize| match table.columns[place].kind {
        ColumnKind::Text => {
            let cells = table.rows.iter().filter_map(|row| row.get(place));
            let longest =
                cells.map(|cell| width(&cell.text, CELL.size, CELL.weight)).fold(20.0_f32, f32::max);
            longest.min(600.0)
        }
        ColumnKind::Short => 12.0,
        ColumnKind::Count | ColumnKind::Share => 18.0,
    };
    let whole = |place: usize| whole_of(table, place) - widths[place];
    let beside: Vec<f32> = (0..table.columns.len()).map(whole).map(|more| more.max(0.0)).collect();
    if beside.iter().sum::<f32>() < (room - used) * 0.7 {
        widths.iter_mut().zip(&beside).for_each(|(width, more)| *width += more);
    }
    let used: f32 = widths.iter().sum();
    let wants: Vec<f32> = (0..table.columns.len()).map(want).collect();
    let wanted: f32 = wants.iter().sum::<f32>().max(1.0);
    for (width, want) in widths.iter_mut().zip(&wants) {
        *width += (room - used) * want / wanted;
    }
    (widths, 1.0)
}
