//! Writing that goes on from page to page: what does not fit begins on the next.
//!
//! Refuses to know: what is written.

use super::page::{FOOT, Frame, HEAD, Item, Kind, Laid, Lie, Line, MARGIN, Mark, Node, Page, Tint, What};
use crate::report::drawing::Drawing;
use crate::report::font::{self, Weight, lines};

/// How words look: their height, weight, ink and the height of their lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// The height of the words.
    pub size: f32,
    /// How heavy they are.
    pub weight: Weight,
    /// In what ink.
    pub tint: Tint,
}

impl Look {
    /// The height of a line.
    pub fn leading(self) -> f32 {
        self.size * 1.36
    }
}

pub(super) const TEXT: Look = Look { size: 10.0, weight: Weight::Plain, tint: Tint::Ink };
pub(super) const STRONG: Look = Look { size: 10.0, weight: Weight::Bold, tint: Tint::Ink };
pub(super) const SMALL: Look = Look { size: 8.5, weight: Weight::Plain, tint: Tint::Soft };
/// The height of what stands above and below a page.
pub(super) const FOOT_SIZE: f32 = 8.0;
pub(super) const FIRST: Look = Look { size: 15.0, weight: Weight::Bold, tint: Tint::Navy };
pub(super) const SECOND: Look = Look { size: 11.5, weight: Weight::Bold, tint: Tint::Ink };
pub(super) const TITLE: Look = Look { size: 21.0, weight: Weight::Bold, tint: Tint::Navy };

/// Pages in the making.
pub(super) struct Flow {
    /// The pages so far.
    pub laid: Laid,
    /// How far down the page is written on.
    pub y: f32,
    /// How pages lie from the next on.
    pub lie: Lie,
    /// So many times as large as it is painted everything is laid.
    times: f32,
    open: Vec<(Kind, Vec<Node>)>,
    leaves: usize,
    level: u16,
}

impl Flow {
    /// A first page with nothing on it, laid so many times as large as it is painted.
    pub fn new(lie: Lie, times: f32) -> Self {
        let laid = Laid::default();
        let mut flow = Self { laid, y: 0.0, lie, times, open: Vec::new(), leaves: 0, level: 0 };
        flow.turn();
        flow
    }

    /// Begins a page.
    pub fn turn(&mut self) {
        self.laid.pages.push(Page { lie: self.lie, items: Vec::new() });
        self.y = MARGIN;
    }

    /// Begins a page where this one has something on it.
    pub fn fresh(&mut self) {
        let untouched = self.laid.pages.last().is_some_and(|page| page.items.is_empty());
        if untouched {
            if let Some(page) = self.laid.pages.last_mut() {
                page.lie = self.lie;
            }
            self.y = MARGIN;
        } else {
            self.turn();
        }
    }

    /// How the page lies that is written on.
    fn here(&self) -> Lie {
        self.laid.pages.last().map_or(self.lie, |page| page.lie)
    }

    /// The width between the margins.
    pub fn room(&self) -> f32 {
        self.here().size().0 * self.times - 2.0 * MARGIN
    }

    /// How much of the page is left.
    pub fn left(&self) -> f32 {
        self.bottom() - self.y
    }

    /// How much a page holds.
    pub fn whole(&self) -> f32 {
        self.bottom() - MARGIN
    }

    /// How far down the page may be written on.
    fn bottom(&self) -> f32 {
        self.here().size().1 * self.times - MARGIN
    }

    /// Begins a page where so much does not fit on this one.
    pub fn need(&mut self, height: f32) {
        if height > self.left() && self.y > MARGIN {
            self.turn();
        }
    }

    /// Leaves a gap, but not at the head of a page.
    pub fn gap(&mut self, height: f32) {
        if self.y > MARGIN {
            self.y += height;
        }
    }

    /// What is written inside belongs together.
    pub fn group(&mut self, kind: Kind, inside: impl FnOnce(&mut Self)) {
        self.open(kind);
        inside(self);
        self.close();
    }

    /// Begins to write what belongs together.
    pub fn open(&mut self, kind: Kind) {
        self.open.push((kind, Vec::new()));
    }

    /// Ends what was begun last; what holds nothing is left out.
    pub fn close(&mut self) {
        if let Some((kind, nodes)) = self.open.pop().filter(|(_, nodes)| !nodes.is_empty()) {
            self.belongs(Node::Group(kind, nodes));
        }
    }

    /// Ends a cell, which is one even with nothing in it: or rows would not be of one length.
    pub fn close_cell(&mut self) {
        if let Some((kind, nodes)) = self.open.pop() {
            self.belongs(Node::Group(kind, nodes));
        }
    }

    fn belongs(&mut self, node: Node) {
        match self.open.last_mut() {
            Some((_, nodes)) => nodes.push(node),
            None => self.laid.tree.push(node),
        }
    }

    /// Puts something on the page that is read with the rest.
    pub fn read(&mut self, what: What) {
        let leaf = self.leaves;
        self.leaves += 1;
        self.belongs(Node::Leaf(leaf));
        self.put(Item { leaf: Some(leaf), what });
    }

    /// Puts something on the page that only adorns it.
    pub fn adorn(&mut self, what: What) {
        self.put(Item { leaf: None, what });
    }

    fn put(&mut self, item: Item) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.items.push(item);
        }
    }

    /// Words in lines within a width, each where there is room for it; neither a first nor a last line is left alone.
    pub fn words(&mut self, text: &str, look: Look, (x, width): (f32, f32)) {
        let written = lines(&font::writable(text), look.size, look.weight, width);
        let many = written.len();
        for (place, line) in written.into_iter().enumerate() {
            let together = match (place, many - place) {
                // Of three lines none may stand alone, so that all stand together.
                (0, 3) => 3.0,
                (0, more) if more > 1 => 2.0,
                (_, 2) => 2.0,
                _ => 1.0,
            };
            self.need(together * look.leading());
            self.line(&line, look, x, self.y + look.size);
            self.y += look.leading();
        }
    }

    /// One line of words at a place.
    pub fn line(&mut self, text: &str, look: Look, x: f32, y: f32) {
        if !text.trim().is_empty() {
            let line =
                Line { x, y, size: look.size, weight: look.weight, tint: look.tint, text: text.to_owned() };
            self.read(What::Words(line));
        }
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, text: &str, look: Look) {
        let room = self.room().min(500.0_f32.max(self.room() * 0.8));
        self.group(Kind::Paragraph, |flow| flow.words(text, look, (MARGIN, room)));
    }

    /// A heading with what has to stand on its page too; its level follows from the one before.
    pub fn heading(&mut self, text: &str, (wanted, look): (u16, Look), with: f32) {
        let level = wanted.min(self.level + 1);
        self.level = level;
        self.gap(look.size * 0.9);
        self.need(look.leading() + with);
        let page = self.laid.pages.len() - 1;
        self.laid.marks.push(Mark { level, text: text.to_owned(), page, y: self.y });
        let room = self.room();
        self.group(Kind::Heading(level, text.to_owned()), |flow| flow.words(text, look, (MARGIN, room)));
        self.y += look.size * 0.3;
    }

    /// A drawing over a width, with what it says for those who do not see it.
    pub fn drawing(&mut self, drawing: &Drawing, said: &str, (x, width): (f32, f32)) {
        let times = width / 1000.0;
        let height = pixels(drawing.height) * times;
        self.need(height);
        let y = self.y;
        let said = if said.trim().is_empty() { "Chart" } else { said };
        let frame = Frame { page: self.laid.pages.len() - 1, at: (x, y), size: (width, height) };
        self.group(Kind::Figure(said.to_owned(), frame), |flow| {
            flow.read(What::Drawing { x, y, times, drawing: drawing.clone() });
        });
        self.y += height;
    }

    /// A straight line over a width at the height that is reached.
    pub fn rule(&mut self, (x, width): (f32, f32), thick: f32, tint: Tint) {
        let y = self.y;
        self.adorn(What::Rule { x, y, to: (x + width, y), thick, tint });
    }

    /// The head and the foot of every page, once it is known how many there are.
    pub fn framed(mut self, head: &str, foot: &str) -> Laid {
        let many = self.laid.pages.len();
        self.laid.filled = 1.0 - self.left() / self.whole();
        self.laid.shrink(1.0 / self.times);
        for (place, page) in self.laid.pages.iter_mut().enumerate() {
            let (width, height) = page.lie.size();
            let mut said = |text: String, y: f32, weight| {
                let text = font::writable(&text);
                let fits = lines(&text, FOOT_SIZE, weight, width - 2.0 * MARGIN)
                    .into_iter()
                    .next()
                    .unwrap_or_default();
                let line = Line { x: MARGIN, y, size: FOOT_SIZE, weight, tint: Tint::Soft, text: fits };
                page.items.push(Item { leaf: None, what: What::Words(line) });
            };
            if !head.is_empty() {
                said(head.to_owned(), HEAD, Weight::Bold);
            }
            said(format!("Page {} of {many}{foot}", place + 1), height - FOOT, Weight::Plain);
        }
        self.laid
    }
}

/// The height of a drawing as a measure of a page.
pub(super) fn pixels(measure: i32) -> f32 {
    measure as f32
}
