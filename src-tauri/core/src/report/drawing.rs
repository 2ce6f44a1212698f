//! A drawing as boxes, lines, dots and words, told apart by pattern and shape as well as by shade.
//!
//! Refuses to know: the format it is drawn in, and what it shows. Its measure is its own: a page is a thousand wide.

use super::bars::Fill;

/// The width of every drawing.
pub const WIDTH: i32 = 1000;

/// A drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Its height; its width is always the same.
    pub height: i32,
    /// What stands in it, the lowest first.
    pub shapes: Vec<Shape>,
}

/// A piece of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A box with its fill.
    Box(Area, Fill),
    /// A line through some places.
    Line(Vec<Place>, Stroke),
    /// A dot.
    Dot(Place, Dot),
    /// Words.
    Words(Words),
}

/// A place: to the right, and down.
pub type Place = (i32, i32);

/// A box: its upper left corner, its width, its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// From the left.
    pub x: i32,
    /// From above.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// Thin and pale: an axis, a gap.
    Faint,
    /// To be seen.
    Plain,
    /// Broken: what was before, what is aimed at.
    Broken,
}

/// How a dot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dot {
    /// A full disc: now, own.
    Full,
    /// A ring: before.
    Ring,
    /// A full square standing on its corner: others.
    Diamond,
}

/// Where words stand to their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// They begin there.
    Start,
    /// They stand about it.
    Middle,
    /// They end there.
    End,
}

/// In what ink words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Dark, on light.
    Dark,
    /// Light, on dark.
    Light,
    /// Dark, with a light edge, on a pattern.
    Edged,
}

/// Words in a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Where their line stands.
    pub at: Place,
    /// How high they are.
    pub size: i32,
    /// How they stand to that place.
    pub anchor: Anchor,
    /// In what ink.
    pub ink: Ink,
    /// The words.
    pub text: String,
}

impl Drawing {
    /// Adds a box with its fill.
    pub fn area(&mut self, area: Area, fill: Fill) {
        self.shapes.push(Shape::Box(area, fill));
    }

    /// Adds a line.
    pub fn line(&mut self, places: Vec<Place>, stroke: Stroke) {
        self.shapes.push(Shape::Line(places, stroke));
    }

    /// Adds a dot.
    pub fn dot(&mut self, at: Place, dot: Dot) {
        self.shapes.push(Shape::Dot(at, dot));
    }

    /// Adds dark words.
    pub fn words(&mut self, at: Place, size: i32, anchor: Anchor, text: impl Into<String>) {
        self.inked(at, size, (anchor, Ink::Dark), text);
    }

    /// Adds words in some ink.
    pub fn inked(&mut self, at: Place, size: i32, (anchor, ink): (Anchor, Ink), text: impl Into<String>) {
        self.shapes.push(Shape::Words(Words { at, size, anchor, ink, text: text.into() }));
    }
}

impl Fill {
    /// The ink in which words are read on it.
    pub fn ink(self) -> Ink {
        match self {
            Self::Deepest | Self::Deep => Ink::Light,
            Self::Middle | Self::Light | Self::Empty => Ink::Dark,
            Self::Hatched | Self::Dotted => Ink::Edged,
        }
    }

    /// Its shade: red, green and blue.
    pub fn shade(self) -> [u8; 3] {
        match self {
            Self::Deepest => [0x06, 0x16, 0x30],
            Self::Deep => [0x1d, 0x4e, 0x89],
            Self::Middle => [0x8f, 0xb4, 0xd9],
            Self::Light => [0xdb, 0xe8, 0xf5],
            Self::Hatched | Self::Dotted | Self::Empty => [0xff, 0xff, 0xff],
        }
    }
}

/// The strokes of a fill's pattern within a box, drawn one by one, so that nothing is named and referred to.
pub fn pattern(area: Area, fill: Fill) -> Vec<[Place; 2]> {
    match fill {
        Fill::Deepest | Fill::Deep | Fill::Middle | Fill::Light | Fill::Empty => Vec::new(),
        Fill::Hatched => hatching(area),
        Fill::Dotted => dotting(area),
    }
}

fn hatching(area: Area) -> Vec<[Place; 2]> {
    let stroke = |start: i32| {
        let low = (start - area.height).max(0);
        let high = start.min(area.width);
        [(area.x + low, area.y + start - low), (area.x + high, area.y + start - high)]
    };
    (0..area.width + area.height).step_by(9).skip(1).map(stroke).collect()
}

fn dotting(area: Area) -> Vec<[Place; 2]> {
    let columns = (5..area.width - 2).step_by(10);
    let dots = |x: i32| {
        (5..area.height - 2)
            .step_by(10)
            .map(move |y| [(area.x + x, area.y + y), (area.x + x + 3, area.y + y)])
    };
    columns.flat_map(dots).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_stays_within_its_box() {
        let area = Area { x: 10, y: 20, width: 57, height: 30 };
        for fill in [Fill::Hatched, Fill::Dotted] {
            let strokes = pattern(area, fill);
            assert!(strokes.len() > 5);
            for (x, y) in strokes.into_iter().flatten() {
                assert!((10..=67).contains(&x) && (20..=50).contains(&y), "{x} {y}");
            }
        }
        assert!(pattern(area, Fill::Deep).is_empty());
    }

    #[test]
    fn shades_are_told_apart_in_greyscale() {
        let grey = |fill: Fill| {
            let [r, g, b] = fill.shade().map(u32::from);
            (299 * r + 587 * g + 114 * b) / 1000
        };
        let shades = [Fill::Deepest, Fill::Deep, Fill::Middle, Fill::Light].map(grey);
        assert!(shades.windows(2).all(|two| two[1] >= two[0] + 45), "{shades:?}");
    }
}
