//! Each piece of a section as paragraphs and tables.
//!
//! Refuses to know: what is said in them.

use super::bars::bars;
use super::body::Body;
use super::chart::chart;
use super::run::{Look, paragraph, run, told, words};
use super::table::{self, Frame};
use super::xml::Xml;
use crate::error::Result;
use crate::report::document::{Block, Figure, Notice, Pair, SignaturePlace, Tone};

/// So many figures stand beside each other.
const BESIDE: usize = 4;
/// So many pairs stand on one page.
const TOGETHER: usize = 12;
/// The room for the name of a pair.
const NAME: u32 = 2700;

/// Writes a piece.
pub(super) fn block(body: &mut Body, block: &Block) -> Result<()> {
    let form = body.form;
    match block {
        Block::Heading(text) => body.heading(text),
        Block::Subheading(text) => words(&mut body.xml, "Heading2", text),
        Block::Text(text) => paragraph(&mut body.xml, "Normal", |one| told(one, form, text)),
        Block::List(items) => {
            for (place, item) in items.iter().enumerate() {
                // What follows a list stands as far below it as below a paragraph.
                let style = if place + 1 < items.len() { "ListBullet" } else { "ListBulletLast" };
                paragraph(&mut body.xml, style, |one| told(one, form, item));
            }
        }
        Block::Pairs(some) => pairs(body, some),
        Block::Notice(one) => notice(body, one),
        Block::Figures(some) => figures(body, some),
        Block::Table(one) => table::table(body, one),
        Block::Bars(some) => bars(body, some)?,
        Block::Chart(one) => chart(body, one)?,
        Block::Signatures(places) => places.iter().for_each(|one| place(body, one)),
    }
    Ok(())
}

fn notice(body: &mut Body, notice: &Notice) {
    let style = match notice.tone {
        Tone::Plain | Tone::Good => "Notice",
        Tone::Warning => "NoticeWarning",
    };
    words(&mut body.xml, style, &notice.text);
}

fn pairs(body: &mut Body, pairs: &[Pair]) {
    let widths = [NAME, body.room.width() - NAME];
    let frame =
        Frame { style: "Lines", name: "Details", about: "Names and what is said of each.", widths: &widths };
    table::framed(&mut body.xml, &frame, |rows| {
        for (place, pair) in pairs.iter().enumerate() {
            // A few stand on one page, with the heading and the sentence above them.
            let kept = pairs.len() <= TOGETHER && place + 1 < pairs.len();
            let style = if kept { "CellKept" } else { "Cell" };
            table::row(rows, |cells| {
                table::cell(cells, NAME, |one| words(one, style, &pair.name));
                table::cell(cells, widths[1], |one| {
                    paragraph(one, style, |said| run(said, Look::Strong, &pair.said));
                });
            });
        }
    });
}

fn figures(body: &mut Body, figures: &[Figure]) {
    for line in figures.chunks(BESIDE) {
        let wide = body.room.width() / u32::try_from(line.len().max(1)).unwrap_or(1);
        let widths = vec![wide; line.len()];
        let frame =
            Frame { style: "Boxes", name: "Main figures", about: "Each with its base.", widths: &widths };
        table::framed(&mut body.xml, &frame, |rows| {
            table::row(rows, |cells| line.iter().for_each(|one| figure(cells, wide, one)));
        });
    }
}

fn figure(cells: &mut Xml, wide: u32, figure: &Figure) {
    table::cell(cells, wide, |one| {
        words(one, "CellSmall", &figure.label);
        words(one, "Value", &figure.value);
        if !figure.note.is_empty() {
            words(one, "CellSmall", &figure.note);
        }
    });
}

fn place(body: &mut Body, place: &SignaturePlace) {
    words(&mut body.xml, "Heading3", &place.role);
    if !place.body.is_empty() {
        words(&mut body.xml, "Statement", &place.body);
    }
    words(&mut body.xml, "Statement", &place.statement);
    match &place.signed {
        Some(said) => pairs(body, said),
        None => lines(body),
    }
}

/// Lines to sign by hand.
fn lines(body: &mut Body) {
    let half = body.room.width() / 2;
    let frame = Frame {
        style: "Lines",
        name: "Lines to sign",
        about: "Empty lines for a name, a signature, the meeting and a date.",
        widths: &[half, half],
    };
    table::framed(&mut body.xml, &frame, |rows| {
        for pair in [["Name", "Signature"], ["Meeting and minute", "Date"]] {
            table::row(rows, |cells| {
                pair.iter().for_each(|name| table::cell(cells, half, |one| line(one, name)));
            });
        }
    });
}

fn line(cell: &mut Xml, name: &str) {
    cell.element("w:p", &[], |one| {
        one.element("w:pPr", &[], |how| {
            how.value("w:pStyle", "CellSmall");
            how.element("w:pBdr", &[], |edge| {
                let thin = [("w:val", "single"), ("w:sz", "6"), ("w:space", "3"), ("w:color", "0B0C0C")];
                edge.single("w:top", &thin);
            });
            how.single("w:spacing", &[("w:before", "480"), ("w:after", "20")]);
        });
        run(one, Look::Plain, name);
    });
}
