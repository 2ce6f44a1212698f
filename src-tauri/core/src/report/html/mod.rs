//! A document as one HTML file that needs nothing else: no script, no address, ready to print on A4 in greyscale.
//!
//! Refuses to know: what the document is about. Texts reach the page only through [`markup`], which escapes them.

mod bars;
mod blocks;
mod markup;
#[cfg(test)]
mod tests;

use super::document::{Begins, Document, Section};
use super::pages::{Lies, runs, short_code};
use crate::analysis::table::Table;
use markup::Markup;

const STYLE: &str = include_str!("paper.css");
/// What the head of every printed page says of a draft, where a browser can write there.
const DRAFT: &str = include_str!("draft.css");

/// A table of so many columns lies on its side when it is printed.
const MANY: usize = 8;

/// Writes a document as an HTML file.
pub fn write(document: &Document) -> String {
    let mut page = Markup::page();
    page.element("html", &[("lang", "en-GB")], |html| {
        head(html, document);
        html.element("body", &[], |body| self::body(body, document));
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
        document.sections.iter().for_each(|one| section(main, one));
    });
    body.element("footer", &[], |foot| foot.text(&foot_line(document)));
}

fn title(header: &mut Markup, document: &Document) {
    header.element("h1", &[], |title| title.text(&document.title));
    for line in &document.about {
        header.element("p", &[("class", "about")], |about| about.text(line));
    }
}

fn section(main: &mut Markup, section: &Section) {
    let class = match section.begins {
        Begins::Here => "here",
        Begins::NewPage => "new-page",
    };
    main.element("section", &[("class", class)], |inside| {
        for (lies, run) in runs(section, &is_wide) {
            match lies {
                Lies::Upright => run.blocks.iter().for_each(|block| blocks::block(inside, block)),
                Lies::Sideways => inside.element("div", &[("class", "sideways")], |wide| {
                    run.blocks.iter().for_each(|block| blocks::block(wide, block));
                }),
            }
        }
    });
}

/// Whether a table needs a page on its side: by its columns alone, so that no text changes the elements of a page.
fn is_wide(table: &Table) -> bool {
    table.columns.len() >= MANY
}

fn foot_line(document: &Document) -> String {
    let code = short_code(&document.code);
    let whose = document.about.first().map(|whose| format!(" \u{b7} {whose}")).unwrap_or_default();
    let made = format!("{}{whose} \u{b7} made with {}", document.title, document.author);
    if code.is_empty() { made } else { format!("{made} \u{b7} log code {code}") }
}
