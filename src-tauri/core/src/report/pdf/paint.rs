//! Laid pages, painted: every piece is marked as read or as adornment, none is left unmarked.
//!
//! Refuses to know: how pages were laid.

use krilla::action::Action;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb::Color;
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::page::{Item, Laid, Line, Page, Tint, What};
use super::sketch;
use crate::error::{Error, Result};
use crate::progress::{Progress, count};
use crate::report::font::{Weight, letters};

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// A colour as it is painted.
pub(super) fn rgb([red, green, blue]: Colour) -> Color {
    Color::new(red, green, blue)
}

/// The letters of a paper.
pub(super) struct Fonts {
    plain: Font,
    bold: Font,
}

impl Fonts {
    /// The letters that ship.
    pub fn new() -> Result<Self> {
        let font = |weight: Weight| {
            Font::new(weight.bytes().into(), 0)
                .ok_or_else(|| Error::fault("The letters of a paper cannot be read."))
        };
        Ok(Self { plain: font(Weight::Plain)?, bold: font(Weight::Bold)? })
    }

    fn of(&self, weight: Weight) -> Font {
        match weight {
            Weight::Plain => self.plain.clone(),
            Weight::Bold => self.bold.clone(),
        }
    }
}

/// Paints the pages, counting them, and gives what each piece that is read is known by, in their order.
pub(super) fn paint(
    document: &mut krilla::Document,
    laid: &Laid,
    fonts: &Fonts,
    progress: &Progress,
) -> Result<Vec<(usize, Identifier)>> {
    let mut known = Vec::new();
    progress.expect(progress.seen().0 + count(laid.pages.len()));
    for page in &laid.pages {
        let (width, height) = page.lie.size();
        let Some(settings) = PageSettings::from_wh(width, height) else { continue };
        let mut painted = document.start_page_with(settings);
        surface(&mut painted, page, fonts, &mut known);
        for item in &page.items {
            if let (What::Link { x, y, width, height, heading, said }, Some(leaf)) = (&item.what, item.leaf)
                && let Some(link) = link((*x, *y, *width, *height), laid, *heading)
            {
                let annotation = Annotation::new_link(link, Some(said.clone()));
                known.push((leaf, painted.add_tagged_annotation(annotation)));
            }
        }
        painted.finish();
        progress.step(1)?;
    }
    Ok(known)
}

fn link(at: (f32, f32, f32, f32), laid: &Laid, heading: usize) -> Option<LinkAnnotation> {
    let area = Rect::from_xywh(at.0, at.1, at.2, at.3)?;
    let mark = laid.marks.get(heading)?;
    let place = XyzDestination::new(mark.page, Point::from_xy(0.0, (mark.y - 12.0).max(0.0)));
    Some(LinkAnnotation::new(area, Target::Action(Action::Goto(Destination::Xyz(place)))))
}

fn surface(
    painted: &mut krilla::page::Page<'_>,
    page: &Page,
    fonts: &Fonts,
    known: &mut Vec<(usize, Identifier)>,
) {
    let mut surface = painted.surface();
    for item in &page.items {
        if matches!(item.what, What::Link { .. }) {
            continue;
        }
        let identifier = surface.start_tagged(tag(item));
        thing(&mut surface, &item.what, fonts);
        surface.end_tagged();
        if let Some(leaf) = item.leaf {
            known.push((leaf, identifier));
        }
    }
    surface.finish();
}

fn tag(item: &Item) -> ContentTag<'static> {
    match (item.leaf, &item.what) {
        (None, What::Words(_)) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)),
        (None, What::Rule { .. } | What::Drawing { .. } | What::Link { .. }) => {
            ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
        }
        (Some(_), What::Words(_)) => ContentTag::Span(SpanTag::empty()),
        (Some(_), What::Rule { .. } | What::Drawing { .. } | What::Link { .. }) => ContentTag::Other,
    }
}

fn thing(surface: &mut Surface<'_>, what: &What, fonts: &Fonts) {
    match what {
        What::Words(line) => words(surface, line, fonts),
        What::Rule { x, y, to, thick, tint } => {
            stroke(surface, &[(*x, *y), *to], (*thick, colour(*tint)), &[]);
        }
        What::Drawing { x, y, times, drawing } => sketch::sketch(surface, drawing, (*x, *y, *times), fonts),
        What::Link { .. } => {}
    }
}

fn words(surface: &mut Surface<'_>, line: &Line, fonts: &Fonts) {
    written(surface, &line.text, (line.x, line.y, line.size), (line.weight, colour(line.tint)), fonts);
}

/// A line of words at a place.
pub(super) fn written(
    surface: &mut Surface<'_>,
    text: &str,
    (x, y, size): (f32, f32, f32),
    (weight, colour): (Weight, Colour),
    fonts: &Fonts,
) {
    let glyphs: Vec<KrillaGlyph> = letters(text, weight)
        .into_iter()
        .map(|letter| {
            KrillaGlyph::new(
                GlyphId::new(letter.glyph.into()),
                letter.advance,
                0.0,
                0.0,
                0.0,
                letter.range,
                None,
            )
        })
        .collect();
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: rgb(colour).into(), ..Fill::default() }));
    surface.draw_glyphs(Point::from_xy(x, y), &glyphs, fonts.of(weight), text, size, false);
}

/// A line through some places.
pub(super) fn stroke(
    surface: &mut Surface<'_>,
    places: &[(f32, f32)],
    (thick, colour): (f32, Colour),
    broken: &[f32],
) {
    let mut path = PathBuilder::new();
    for (order, (x, y)) in places.iter().enumerate() {
        if order == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    let dash =
        (!broken.is_empty()).then(|| krilla::paint::StrokeDash { array: broken.to_vec(), offset: 0.0 });
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: rgb(colour).into(), width: thick, dash, ..Stroke::default() }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
    surface.set_stroke(None);
}

fn colour(tint: Tint) -> Colour {
    match tint {
        Tint::Ink => [0x0b, 0x0c, 0x0c],
        Tint::Soft => [0x45, 0x4c, 0x51],
        Tint::Navy => [0x0b, 0x25, 0x45],
        Tint::Pale => [0xb1, 0xb4, 0xb6],
    }
}
