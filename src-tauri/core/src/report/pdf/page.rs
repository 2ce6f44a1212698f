//! Laid pages: what stands where, and how the pieces belong together for those who hear the paper read.
//!
//! Refuses to know: how a page is painted.

use crate::report::drawing::Drawing;
use crate::report::font::Weight;

/// How pages lie, with their measures in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lie {
    /// As a page is read.
    Upright,
    /// On its side.
    Sideways,
}

/// The margin on every side.
pub(super) const MARGIN: f32 = 51.0;
/// Where what is said at the head and at the foot of every page stands.
pub(super) const HEAD: f32 = 30.0;
pub(super) const FOOT: f32 = 26.0;

impl Lie {
    /// Width and height of a page.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Upright => (595.28, 841.89),
            Self::Sideways => (841.89, 595.28),
        }
    }

    /// The width between the margins.
    pub fn room(self) -> f32 {
        self.size().0 - 2.0 * MARGIN
    }
}

/// A page.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// How it lies.
    pub lie: Lie,
    /// What stands on it.
    pub items: Vec<Item>,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its place among the pieces that are read, or nothing where it only adorns.
    pub leaf: Option<usize>,
    /// What it is.
    pub what: What,
}

/// A shade of ink or of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tint {
    /// Of text.
    Ink,
    /// Of what is said beside.
    Soft,
    /// Of headings and strong lines.
    Navy,
    /// Of thin lines.
    Pale,
}

/// What stands on a page.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// A line of words.
    Words(Line),
    /// A straight line from a place, to the right or down, with its thickness.
    Rule { x: f32, y: f32, to: (f32, f32), thick: f32, tint: Tint },
    /// A drawing, so many times as large as it says.
    Drawing { x: f32, y: f32, times: f32, drawing: Drawing },
    /// A place to press that leads to a heading.
    Link { x: f32, y: f32, width: f32, height: f32, heading: usize, said: String },
}

/// A line of words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Where it begins.
    pub x: f32,
    /// The line that the words stand on.
    pub y: f32,
    /// How high they are.
    pub size: f32,
    /// How heavy.
    pub weight: Weight,
    /// In what ink.
    pub tint: Tint,
    /// The words.
    pub text: String,
}

/// How pieces belong together.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// Several of them.
    Group(Kind, Vec<Node>),
    /// One that is painted.
    Leaf(usize),
}

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Its page.
    pub page: usize,
    /// Its left edge, and how far down it begins.
    pub at: (f32, f32),
    /// How wide and high it is.
    pub size: (f32, f32),
}

/// What several pieces are together.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Section,
    Heading(u16, String),
    Paragraph,
    List,
    ListItem,
    ListBody,
    Label,
    Table(String),
    Caption,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Figure(String, Frame),
    Note,
    Contents,
    ContentsItem,
    Link,
}

/// A heading that the bookmarks lead to.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its level, the title's being the first.
    pub level: u16,
    /// Its words.
    pub text: String,
    /// Its page.
    pub page: usize,
    /// How far down it stands.
    pub y: f32,
}

/// A document laid out.
#[derive(Debug, Clone, Default)]
pub(super) struct Laid {
    /// Its pages.
    pub pages: Vec<Page>,
    /// How its pieces belong together.
    pub tree: Vec<Node>,
    /// Its headings.
    pub marks: Vec<Mark>,
    /// How far down its last page is written on, as a part of what a page holds.
    pub filled: f32,
    /// The page on which each run of pieces begins.
    pub runs: Vec<usize>,
}
