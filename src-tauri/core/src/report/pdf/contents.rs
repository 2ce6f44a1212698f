//! The list of contents of a long paper: each chapter with its page, and a way there.
//!
//! Refuses to know: what a chapter is about.

use super::flow::{FIRST, Flow, TEXT};
use super::page::{Kind, MARGIN, What};
use crate::report::document::{Block, Document, Form};
use crate::report::font::{Weight, width};
use crate::report::pages::is_long;

/// From so many chapters on a long paper has a list of contents.
const MANY: usize = 6;

/// The chapters of a document that are listed.
pub(super) fn chapters(document: &Document) -> Vec<&str> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let headings: Vec<&str> = blocks
        .filter_map(|block| match block {
            Block::Heading(text) => Some(text.as_str()),
            Block::Subheading(_)
            | Block::Text(_)
            | Block::List(_)
            | Block::Pairs(_)
            | Block::Notice(_)
            | Block::Figures(_)
            | Block::Table(_)
            | Block::Bars(_)
            | Block::Chart(_)
            | Block::Signatures(_) => None,
        })
        .collect();
    let long = document.form == Form::Report && headings.len() >= MANY && is_long(document);
    if long { headings } else { Vec::new() }
}

/// Lays the list, with the pages as far as they are known.
pub(super) fn contents(flow: &mut Flow, chapters: &[&str], pages: &[usize]) {
    if chapters.is_empty() {
        return;
    }
    flow.heading("Contents", (2, FIRST), 60.0);
    let room = flow.room();
    flow.open(Kind::Contents);
    for (place, chapter) in chapters.iter().enumerate() {
        flow.need(TEXT.leading() + 2.0);
        let (top, y) = (flow.y, flow.y + TEXT.size);
        let number = pages.get(place).map_or_else(String::new, |page| (page + 1).to_string());
        let shown = crate::report::font::writable(chapter);
        flow.open(Kind::ContentsItem);
        flow.open(Kind::Link);
        flow.line(&format!("{shown} "), TEXT, MARGIN, y);
        let wide = width(&number, TEXT.size, Weight::Plain);
        flow.line(&number, TEXT, MARGIN + room - wide, y);
        // The title and the contents are headings too.
        let heading = place + 2;
        let said = format!("{chapter}, page {number}");
        flow.read(What::Link { x: MARGIN, y: top, width: room, height: TEXT.leading(), heading, said });
        flow.close();
        flow.close();
        flow.y += TEXT.leading() + 2.0;
    }
    flow.close();
}
