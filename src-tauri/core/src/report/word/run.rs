//! Paragraphs and runs of text: line ends as breaks, fields where Word works something out itself.
//!
//! Refuses to know: what is said in them.

use super::xml::Xml;
use crate::report::document::Form;

/// How a run of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As its paragraph says.
    Plain,
    /// In bold.
    Strong,
}

/// A paragraph in a style, and what stands in it.
pub(super) fn paragraph(xml: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |one| {
        one.element("w:pPr", &[], |how| how.value("w:pStyle", style));
        inside(one);
    });
}

/// A paragraph that holds a text alone.
pub(super) fn words(xml: &mut Xml, style: &str, text: &str) {
    paragraph(xml, style, |one| run(one, Look::Plain, text));
}

/// A run of text; its line ends stay.
pub(super) fn run(xml: &mut Xml, look: Look, text: &str) {
    xml.element("w:r", &[], |one| {
        match look {
            Look::Plain => {}
            Look::Strong => one.element("w:rPr", &[], |how| how.value("w:rStyle", "Strong")),
        }
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                one.single("w:br", &[]);
            }
            one.words("w:t", &[("xml:space", "preserve")], line);
        }
    });
}

/// A text of a document of some form: in a letter, names between « and » are fields of a mail merge.
pub(super) fn told(xml: &mut Xml, form: Form, text: &str) {
    match form {
        Form::Report => run(xml, Look::Plain, text),
        Form::Letter => merged(xml, text),
    }
}

fn merged(xml: &mut Xml, text: &str) {
    let mut rest = text;
    while let Some((before, name, after)) = next_field(rest) {
        if !before.is_empty() {
            run(xml, Look::Plain, before);
        }
        field(xml, &format!(" MERGEFIELD {name} "), &format!("\u{ab}{name}\u{bb}"));
        rest = after;
    }
    if !rest.is_empty() {
        run(xml, Look::Plain, rest);
    }
}

fn next_field(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('\u{ab}')?;
    let (name, after) = rest.split_once('\u{bb}')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then_some((before, name, after))
}

/// Something that Word works out itself, with what stands there until it has.
pub(super) fn field(xml: &mut Xml, asked: &str, until: &str) {
    mark(xml, "begin");
    xml.element("w:r", &[], |one| one.words("w:instrText", &[("xml:space", "preserve")], asked));
    mark(xml, "separate");
    run(xml, Look::Plain, until);
    mark(xml, "end");
}

/// The beginning, the middle or the end of a field.
pub(super) fn mark(xml: &mut Xml, which: &str) {
    xml.element("w:r", &[], |one| one.single("w:fldChar", &[("w:fldCharType", which)]));
}
