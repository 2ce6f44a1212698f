//! A drawing as SVG: one element with no style sheet, no script and nothing referred to, so that it stands anywhere.
//!
//! Refuses to know: what it shows. Words reach the file escaped.

use std::fmt::Write;

use super::Chart;
use crate::report::drawing::{Anchor, Dot, Drawing, Ink, Shape, Stroke, WIDTH, Words, pattern};
use crate::report::font::{Weight, lines, width};

const LINE: &str = "#0b2545";
const INK: &str = "#0b0c0c";
/// So much stands free around a chart by itself.
const EDGE: i32 = 30;

/// Writes a drawing, with its title and what it says for those who do not see it.
pub fn svg(drawing: &Drawing, title: &str, said: &str) -> String {
    let mut out = String::new();
    let height = drawing.height;
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         role=\"img\" font-family=\"Noto Sans, Segoe UI, Arial, sans-serif\"><title>{}</title><desc>{}</desc>\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>",
        escaped(title),
        escaped(said)
    );
    drawing.shapes.iter().for_each(|one| shape(&mut out, one));
    out.push_str("</svg>\n");
    out
}

/// A chart by itself, on a slide or in a mail: below its title and whose figures they are, above what must be known to read it.
pub fn alone(chart: &Chart) -> String {
    let (mut y, mut above) = (EDGE, String::new());
    for (text, size, weight) in [(&chart.title, 28, Weight::Bold), (&chart.caption, 16, Weight::Plain)] {
        paragraph(&mut above, &mut y, text, (size, weight));
    }
    let mut end = y + 10 + chart.drawing.height + 10;
    let mut below = String::new();
    paragraph(&mut below, &mut end, &chart.note, (16, Weight::Plain));
    let (wide, high) = (WIDTH + 2 * EDGE, end - 10 + if chart.note.is_empty() { EDGE - 6 } else { EDGE });
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         font-family=\"Noto Sans, Segoe UI, Arial, sans-serif\"><rect width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>\
         {above}<g transform=\"translate({EDGE} {})\">{}</g>{below}</svg>\n",
        y + 10,
        chart.svg.trim_end()
    )
}

/// Words across a chart, from a height on, which it moves on.
fn paragraph(out: &mut String, y: &mut i32, text: &str, (size, weight): (i32, Weight)) {
    let mut drawing = Drawing::default();
    let all = lines(text, pixels(size), weight, pixels(WIDTH));
    for line in all.into_iter().filter(|line| !line.is_empty()) {
        *y += size;
        drawing.words((EDGE, *y), size, Anchor::Start, &line);
        *y += size / 3;
    }
    let heavy = if weight == Weight::Bold { "bold" } else { "normal" };
    let _ = write!(out, "<g font-weight=\"{heavy}\">");
    drawing.shapes.iter().for_each(|one| shape(out, one));
    out.push_str("</g>");
    *y += 6;
}

fn pixels(measure: i32) -> f32 {
    measure as f32
}

fn shape(out: &mut String, shape: &Shape) {
    match shape {
        Shape::Box(area, fill) => {
            let [r, g, b] = fill.shade();
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#{r:02x}{g:02x}{b:02x}\" stroke=\"{LINE}\"/>",
                area.x, area.y, area.width, area.height
            );
            let strokes: String = pattern(*area, *fill)
                .into_iter()
                .map(|[(x, y), (to, down)]| format!("M{x} {y}L{to} {down}"))
                .collect();
            if !strokes.is_empty() {
                let _ =
                    write!(out, "<path d=\"{strokes}\" stroke=\"{LINE}\" stroke-width=\"2\" fill=\"none\"/>");
            }
        }
        Shape::Line(places, stroke) => line(out, places, *stroke),
        Shape::Dot((x, y), kind) => dot(out, *x, *y, *kind),
        Shape::Words(words) => written(out, words),
    }
}

fn line(out: &mut String, places: &[(i32, i32)], stroke: Stroke) {
    let points: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let look = match stroke {
        Stroke::Faint => "stroke=\"#b1b4b6\" stroke-width=\"1\"",
        Stroke::Plain => "stroke=\"#0b2545\" stroke-width=\"3\"",
        Stroke::Broken => "stroke=\"#505a5f\" stroke-width=\"3\" stroke-dasharray=\"10 6\"",
    };
    let _ = write!(out, "<polyline points=\"{}\" fill=\"none\" {look}/>", points.join(" "));
}

fn dot(out: &mut String, x: i32, y: i32, kind: Dot) {
    let _ = match kind {
        Dot::Full => write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"8\" fill=\"{LINE}\"/>"),
        Dot::Ring => {
            write!(
                out,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"7\" fill=\"#ffffff\" stroke=\"{LINE}\" stroke-width=\"3\"/>"
            )
        }
        Dot::Diamond => write!(
            out,
            "<path d=\"M{x} {}L{} {y}L{x} {}L{} {y}Z\" fill=\"#8fb4d9\" stroke=\"{LINE}\" stroke-width=\"2\"/>",
            y - 10,
            x + 10,
            y + 10,
            x - 10
        ),
    };
}

fn written(out: &mut String, words: &Words) {
    let anchor = match words.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let ink = match words.ink {
        Ink::Dark => format!("fill=\"{INK}\""),
        Ink::Light => "fill=\"#ffffff\"".to_owned(),
        Ink::Edged => {
            behind(out, words);
            format!("fill=\"{INK}\"")
        }
    };
    let (x, y) = words.at;
    let _ = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" text-anchor=\"{anchor}\" {ink}>{}</text>",
        words.size,
        escaped(&words.text)
    );
}

/// A plain ground for words on a pattern.
fn behind(out: &mut String, words: &Words) {
    let wide = width(&words.text, words.size as f32, Weight::Plain).ceil() as i32 + 6;
    let (x, y) = words.at;
    let x = match words.anchor {
        Anchor::Start => x - 3,
        Anchor::Middle => x - wide / 2,
        Anchor::End => x - wide + 3,
    };
    let (top, high) = (y - words.size, words.size + words.size / 4);
    let _ = write!(out, "<rect x=\"{x}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"#ffffff\"/>");
}

pub(in crate::report) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_the_file_is_sound() {
        let mut drawing = Drawing { height: 100, shapes: Vec::new() };
        drawing.words((10, 20), 18, Anchor::Start, "<b> & \"more\"");
        let written = svg(&drawing, "A & B", "<nothing>");
        assert!(written.contains("&lt;b&gt; &amp; &quot;more&quot;"), "{written}");
        assert!(written.contains("<title>A &amp; B</title><desc>&lt;nothing&gt;</desc>"), "{written}");
        let mut reader = quick_xml::Reader::from_str(&written);
        while !matches!(reader.read_event().expect("sound"), quick_xml::events::Event::Eof) {}
    }
}
