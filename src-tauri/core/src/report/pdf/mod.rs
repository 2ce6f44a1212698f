//! A document as a PDF that can be heard as well as seen: tagged (PDF/UA-1), bookmarked, its letters within, made without
//! a browser.
//!
//! Two steps: laid on pages, then painted. The same document gives the same bytes. Refuses to know: what it is about.

mod blocks;
mod contents;
mod fit;
mod flow;
mod lone;
mod page;
mod paint;
mod sketch;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod wide;
mod widths;

use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;

use super::document::{Begins, Document, Form};
use super::pages::{Lies, Run, below, lying};
use crate::error::{Error, Result};
use crate::progress::{Progress, count};
use flow::{FOOT_SIZE, Flow, Look, TEXT, TITLE};
use page::{Kind, Laid, MARGIN, Tint};
#[cfg(test)]
pub(super) use tests::rows_of;
use wide::is_wide;

/// Writes a document as a PDF; refuses to give one that does not keep to PDF/UA-1.
pub fn write(document: &Document) -> Result<Vec<u8>> {
    write_watched(document, &Progress::default())
}

/// The same, counted piece by piece, so that a long one can be stopped.
pub fn write_watched(document: &Document, progress: &Progress) -> Result<Vec<u8>> {
    let fault = |why: String| {
        Error::fault(format!(
            "The paper \u{201c}{}\u{201d} could not be written as a PDF: {why}.",
            document.title
        ))
    };
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| fault("its kind of PDF is not known".to_owned()))?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let laid = laid(document, progress)?;
    let mut pdf = krilla::Document::new_with(settings);
    let fonts = paint::Fonts::new()?;
    let known = paint::paint(&mut pdf, &laid, &fonts, progress)?;
    pdf.set_tag_tree(tags::tree(&laid.tree, known));
    pdf.set_outline(tags::outline(&laid.marks));
    pdf.set_metadata(metadata(document));
    pdf.finish().map_err(|_| fault("it would not keep to PDF/UA-1".to_owned()))
}

fn metadata(document: &Document) -> Metadata {
    let whose = document.about.first().map(|whose| format!(", {whose}")).unwrap_or_default();
    let title = format!("{}{whose}", if document.title.is_empty() { "Paper" } else { &document.title });
    Metadata::new()
        .title(title)
        .language("en-GB".to_owned())
        .creator("Attest".to_owned())
        .authors(vec![document.author.clone()])
}

/// Lays a document twice where it has a list of contents: once to know the pages.
fn laid(document: &Document, progress: &Progress) -> Result<Laid> {
    let chapters = contents::chapters(document);
    let pieces = lying(document, &is_wide);
    let lays = if chapters.is_empty() { 1 } else { 2 };
    // How many pages there will be to paint is not known yet.
    progress.expect((lays + 1) * count(pieces.len()));
    let first = once(document, &pieces, (&chapters, &[]), (1.0, progress))?;
    let again = |pieces: &[Run]| once(document, pieces, (&chapters, &[]), (1.0, &Progress::default()));
    let (pieces, first) = lone::lying_too(pieces, first, again)?;
    if chapters.is_empty() {
        let closer = |times: f32| once(document, &pieces, (&[], &[]), (times, &Progress::default()));
        return fit::fitted(first, closer);
    }
    let pages: Vec<usize> =
        first.marks.iter().filter(|mark| mark.level == 2).skip(1).map(|mark| mark.page).collect();
    once(document, &pieces, (&chapters, &pages), (1.0, progress))
}

/// Lays the pieces of a document, with its contents as chapters and their pages, so many times as large as it is painted.
fn once(
    document: &Document,
    pieces: &[Run],
    (chapters, pages): (&[&str], &[usize]),
    (times, progress): (f32, &Progress),
) -> Result<Laid> {
    let lie = pieces.first().filter(|_| chapters.is_empty()).map_or(page::Lie::Upright, lie_of);
    let mut flow = Flow::new(lie, times);
    match document.form {
        Form::Report => head(&mut flow, document),
        Form::Letter => addressed(&mut flow, document),
    }
    contents::contents(&mut flow, chapters, pages);
    for run in pieces {
        let lie = lie_of(run);
        let turned = lie != flow.lie;
        flow.lie = lie;
        let begins = run.section.begins == Begins::NewPage && (run.place > 0 || !chapters.is_empty());
        if turned || begins {
            flow.fresh();
        }
        flow.laid.runs.push(flow.laid.pages.len() - 1);
        flow.group(Kind::Section, |flow| blocks::blocks(flow, &run.section.blocks));
        progress.step(1)?;
    }
    let foot = below(document, (page::Lie::Upright.room(), FOOT_SIZE));
    Ok(flow.framed(&said_above(document), &foot))
}

/// How the pages of some pieces lie.
fn lie_of(run: &Run) -> page::Lie {
    match run.lies {
        Lies::Upright => page::Lie::Upright,
        Lies::Sideways => page::Lie::Sideways,
    }
}

fn head(flow: &mut Flow, document: &Document) {
    flow.heading(&document.title, (1, TITLE), 40.0);
    for (place, line) in document.about.iter().enumerate() {
        let strong = Look { size: 12.0, weight: super::font::Weight::Bold, ..TEXT };
        flow.paragraph(line, if place == 0 { strong } else { Look { tint: Tint::Soft, ..TEXT } });
    }
    flow.y += 4.0;
    let room = flow.room();
    flow.rule((MARGIN, room), 1.5, Tint::Navy);
    flow.y += 8.0;
}

fn addressed(flow: &mut Flow, document: &Document) {
    for line in &document.about {
        if line.is_empty() { flow.y += TEXT.leading() } else { flow.paragraph(line, TEXT) }
    }
    flow.y += 10.0;
    flow.heading(&document.title, (1, Look { size: 12.0, ..flow::SECOND }), 60.0);
}

/// At the head of every page: who may read it, and that it is not final.
fn said_above(document: &Document) -> String {
    let said: Vec<&str> = [&document.marking, &document.draft]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    said.join(" \u{b7} ")
}
