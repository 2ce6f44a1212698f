//! A document as one HTML file that needs nothing else: no script, no address, ready to print on A4 in greyscale.
//!
//! Refuses to know: what the document is about. Texts reach the page only through [`markup`], which escapes them.

mod bars;
mod blocks;
mod markup;
#[cfg(test)]
mod tests;

use super::document::{Begins, Document};
use super::pages::{Lies, Run, below, is_two_pages, lying, short_code};
use crate::analysis::table::{ColumnKind, Table};
use markup::Markup;

const STYLE: &str = include_str!("paper.css");
/// What the head of every printed page says of a draft, where a browser can write there.
const DRAFT: &str = include_str!("draft.css");

/// The room for what the foot of a printed page says, in letters of this height: an upright page between its margins.
const FOOT: (f32, f32) = (490.0, 8.0);

/// A table of so many columns lies on its side when it is printed,
const MANY: usize = 8;
/// where they need more room than this together, in dots of which a page has some 670 across.
const ROOM: u32 = 600;

/// Writes a document as an HTML file.
pub fn write(document: &Document) -> String {
    let mut page = Markup::page();
    page.element("html", &[("lang", "en-GB")], |html| {
        head(html, document);
        // What is two pages about is set closer, so that its last lines have no page of their own.
        let class = [("class", "close")];
        let class: &[(&str, &str)] = if is_two_pages(document) { &class } else { &[] };
        html.element("body", class, |body| self::body(body, document));
    });
    page.done()
}

fn head(html: &mut Markup, document: &Document) {
    html.element("head", &[], |head| {
        head.single("meta", &[("charset", "utf-8")]);
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        head.single("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
        head.single("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        let whose = document.about.first().map(|whose| format!(", {whose}")).unwrap_or_default();
        head.element("title", &[], |title| title.text(&format!("{}{whose}", document.title)));
        head.style(STYLE);
        if !document.draft.is_empty() {
            head.style(DRAFT);
        }
        head.foot(below(document, FOOT).trim_start_matches(" \u{b7} "));
    });
}

fn body(body: &mut Markup, document: &Document) {
    if !document.draft.is_empty() {
        body.element("div", &[("class", "mark"), ("aria-hidden", "true")], |mark| mark.text("DRAFT"));
        body.element("p", &[("class", "draft")], |line| line.text(&document.draft));
    }
    if !document.marking.is_empty() {
        body.element("p", &[("class", "marking")], |line| line.text(&document.marking));
    }
    body.element("main", &[], |main| {
        main.element("header", &[], |header| title(header, document));
        let runs = lying(document, &is_wide);
        runs.chunk_by(|one, next| one.place == next.place).for_each(|of| section(main, of));
    });
    body.element("footer", &[], |foot| foot.text(&foot_line(document)));
}

fn title(header: &mut Markup, document: &Document) {
    header.element("h1", &[], |title| title.text(&document.title));
    for line in &document.about {
        header.element("p", &[("class", "about")], |about| about.text(line));
    }
}

/// A section, of which each part lies its own way.
fn section(main: &mut Markup, runs: &[Run]) {
    let class = match runs.first().map(|run| run.section.begins) {
        Some(Begins::NewPage) => "new-page",
        Some(Begins::Here) | None => "here",
    };
    main.element("section", &[("class", class)], |inside| {
        for run in runs {
            match run.lies {
                Lies::Upright => run.section.blocks.iter().for_each(|block| blocks::block(inside, block)),
                Lies::Sideways => inside.element("div", &[("class", "sideways")], |wide| {
                    run.section.blocks.iter().for_each(|block| blocks::block(wide, block));
                }),
            }
        }
    });
}

/// Whether a table needs a page on its side: by its columns alone, so that no text changes the elements of a page.
fn is_wide(table: &Table) -> bool {
    let room = |kind| match kind {
        ColumnKind::Text => 110,
        ColumnKind::Short => 70,
        ColumnKind::Count => 48,
        ColumnKind::Share => 75,
    };
    table.columns.len() >= MANY && table.columns.iter().map(|column| room(column.kind)).sum::<u32>() > ROOM
}

fn foot_line(document: &Document) -> String {
    let code = short_code(&document.code);
    let whose = document.about.first().map(String::as_str).unwrap_or_default();
    let by = match document.author.as_str() {
        "Attest" => "made with Attest".to_owned(),
        author if author == whose => String::new(),
        author => format!("from {author}"),
    };
    let code = if code.is_empty() { code } else { format!("log code {code}") };
    let said = [document.title.as_str(), whose, &by, &code];
    said.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" \u{b7} ")
}
