//! A drawing on a page, as lines and letters and no picture, so that it is sharp at every size.
//!
//! Refuses to know: what it shows.

use krilla::geom::PathBuilder;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::flow::pixels;
use super::paint::{Colour, Fonts, rgb, stroke, written};
use crate::report::drawing::{Anchor, Area, Dot, Drawing, Ink, Shape, Stroke, Words, pattern};
use crate::report::font::{self, Weight, width};

const LINE: Colour = [0x0b, 0x25, 0x45];
const INK: Colour = [0x0b, 0x0c, 0x0c];
const WHITE: Colour = [0xff, 0xff, 0xff];
const SOFT: Colour = [0x50, 0x5a, 0x5f];
const PALE: Colour = [0xb1, 0xb4, 0xb6];
const SKY: Colour = [0x8f, 0xb4, 0xd9];

/// Where a drawing stands, and how many times as large it is.
type At = (f32, f32, f32);

/// Paints a drawing.
pub(super) fn sketch(surface: &mut Surface<'_>, drawing: &Drawing, at: At, fonts: &Fonts) {
    for shape in &drawing.shapes {
        match shape {
            Shape::Box(area, fill) => filled(surface, *area, *fill, at),
            Shape::Line(places, how) => line(surface, places, *how, at),
            Shape::Dot(place, kind) => dot(surface, *place, *kind, at),
            Shape::Words(one) => words(surface, one, at, fonts),
        }
    }
}

fn on((x, y): (i32, i32), at: At) -> (f32, f32) {
    (at.0 + pixels(x) * at.2, at.1 + pixels(y) * at.2)
}

fn filled(surface: &mut Surface<'_>, area: Area, fill: crate::report::bars::Fill, at: At) {
    let corners = [
        (area.x, area.y),
        (area.x + area.width, area.y),
        (area.x + area.width, area.y + area.height),
        (area.x, area.y + area.height),
    ];
    let corners = corners.map(|place| on(place, at));
    shape(surface, &corners, fill.shade());
    for [from, to] in pattern(area, fill) {
        stroke(surface, &[on(from, at), on(to, at)], (2.0 * at.2, LINE), &[]);
    }
    let around: Vec<(f32, f32)> = corners.iter().chain(&corners[..1]).copied().collect();
    stroke(surface, &around, (at.2, LINE), &[]);
}

fn shape(surface: &mut Surface<'_>, corners: &[(f32, f32)], colour: Colour) {
    let mut path = PathBuilder::new();
    for (order, (x, y)) in corners.iter().enumerate() {
        if order == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path.close();
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: rgb(colour).into(), ..Fill::default() }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

fn line(surface: &mut Surface<'_>, places: &[(i32, i32)], how: Stroke, at: At) {
    let places: Vec<(f32, f32)> = places.iter().map(|place| on(*place, at)).collect();
    match how {
        Stroke::Faint => stroke(surface, &places, (at.2, PALE), &[]),
        Stroke::Plain => stroke(surface, &places, (3.0 * at.2, LINE), &[]),
        Stroke::Broken => stroke(surface, &places, (3.0 * at.2, SOFT), &[10.0 * at.2, 6.0 * at.2]),
    }
}

fn dot(surface: &mut Surface<'_>, place: (i32, i32), kind: Dot, at: At) {
    let centre = on(place, at);
    match kind {
        Dot::Full => shape(surface, &disc(centre, 8.0 * at.2), LINE),
        Dot::Ring => {
            shape(surface, &disc(centre, 8.5 * at.2), LINE);
            shape(surface, &disc(centre, 5.5 * at.2), WHITE);
        }
        Dot::Diamond => {
            let far = 10.0 * at.2;
            let corners = [
                (centre.0, centre.1 - far),
                (centre.0 + far, centre.1),
                (centre.0, centre.1 + far),
                (centre.0 - far, centre.1),
            ];
            shape(surface, &corners, SKY);
        }
    }
}

/// A disc as a shape of many corners.
fn disc((x, y): (f32, f32), far: f32) -> Vec<(f32, f32)> {
    const CORNERS: i32 = 24;
    let corner = |order: i32| {
        let turn = pixels(order) * std::f32::consts::TAU / pixels(CORNERS);
        (x + far * turn.cos(), y + far * turn.sin())
    };
    (0..CORNERS).map(corner).collect()
}

fn words(surface: &mut Surface<'_>, words: &Words, at: At, fonts: &Fonts) {
    let text = font::writable(&words.text);
    if text.trim().is_empty() {
        return;
    }
    let size = pixels(words.size) * at.2;
    let wide = width(&text, size, Weight::Plain);
    let (x, y) = on(words.at, at);
    let x = match words.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    let colour = match words.ink {
        Ink::Dark => INK,
        Ink::Light => WHITE,
        Ink::Edged => {
            let (top, low, edge) = (y - size, y + size * 0.25, size * 0.2);
            let (left, right) = (x - edge, x + wide + edge);
            shape(surface, &[(left, top), (right, top), (right, low), (left, low)], WHITE);
            INK
        }
    };
    written(surface, &text, (x, y, size), (Weight::Plain, colour), fonts);
}
