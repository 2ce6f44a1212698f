//! The package: its parts, how they relate, head and foot of the page, and what the file says of itself.
//!
//! Refuses to know: what the document is about, who is at the computer, and what time it is.

use std::borrow::Cow;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::body::Body;
use super::run::{Look, field, paragraph, run};
use super::xml::Xml;
use crate::report::document::Document;
use crate::report::pages::{below, is_long_letter};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The room of a foot in points, and its letters, with room for wider ones that a reader's program may have.
const FOOT: (f32, f32) = (482.0 / 1.13, 8.0);

/// Packs a document with its body.
pub(super) fn packed(document: &Document, body: &Body) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, content: &[u8]| -> ZipResult<()> {
        zip.start_file(name, SimpleFileOptions::default())?;
        Ok(zip.write_all(content)?)
    };
    put("[Content_Types].xml", types().as_bytes())?;
    put("_rels/.rels", package_relations().as_bytes())?;
    put("docProps/core.xml", core(document).as_bytes())?;
    put("docProps/app.xml", app().as_bytes())?;
    put("word/document.xml", body.xml.so_far().as_bytes())?;
    put("word/_rels/document.xml.rels", relations(body.pictures.len()).as_bytes())?;
    put("word/styles.xml", styles(document).as_bytes())?;
    put("word/numbering.xml", include_bytes!("numbering.xml"))?;
    put("word/settings.xml", include_bytes!("settings.xml"))?;
    put("word/header1.xml", header(document).as_bytes())?;
    put("word/footer1.xml", footer(document).as_bytes())?;
    for (place, picture) in body.pictures.iter().enumerate() {
        put(&format!("word/media/image{place}.png"), picture)?;
    }
    Ok(zip.finish()?.into_inner())
}

const STYLES: &str = include_str!("styles.xml");
/// The room between lines, below paragraphs and above headings, and what a long letter has of it.
const CLOSER: [(&str, &str); 3] = [
    (
        r#"<w:spacing w:after="120" w:line="271" w:lineRule="auto"/>"#,
        r#"<w:spacing w:after="80" w:line="252" w:lineRule="auto"/>"#,
    ),
    (
        r#"<w:spacing w:before="240" w:after="60" w:line="240""#,
        r#"<w:spacing w:before="150" w:after="40" w:line="240""#,
    ),
    (
        r#"<w:spacing w:before="200" w:after="60" w:line="240""#,
        r#"<w:spacing w:before="40" w:after="40" w:line="240""#,
    ),
];

/// How paragraphs look: those of a long letter stand closer, so that its end has no page of its own.
fn styles(document: &Document) -> Cow<'static, str> {
    if !is_long_letter(document) {
        return Cow::Borrowed(STYLES);
    }
    let closer = CLOSER.iter().fold(STYLES.to_owned(), |styles, (wide, close)| styles.replace(wide, close));
    Cow::Owned(closer)
}

fn types() -> String {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |types| {
        let defaults = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
        ];
        for (ending, kind) in defaults {
            types.single("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        let own = [
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("header1", "header"),
            ("footer1", "footer"),
        ];
        for (part, kind) in own {
            let (part, kind) = (format!("/word/{part}.xml"), format!("{KIND}.{kind}+xml"));
            types.single("Override", &[("PartName", &part), ("ContentType", &kind)]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        types.single("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
        let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
        types.single("Override", &[("PartName", "/docProps/app.xml"), ("ContentType", app)]);
    });
    xml.done()
}

fn package_relations() -> String {
    let core = format!("{PACKAGE}/relationships/metadata/core-properties");
    related(&[
        ("rId1".to_owned(), format!("{RELATIONS}/officeDocument"), "word/document.xml".to_owned()),
        ("rId2".to_owned(), core, "docProps/core.xml".to_owned()),
        ("rId3".to_owned(), format!("{RELATIONS}/extended-properties"), "docProps/app.xml".to_owned()),
    ])
}

fn relations(pictures: usize) -> String {
    let own = |id: &str, kind: &str, part: &str| {
        (id.to_owned(), format!("{RELATIONS}/{kind}"), format!("{part}.xml"))
    };
    let mut all = vec![
        own("rIdStyles", "styles", "styles"),
        own("rIdNumbering", "numbering", "numbering"),
        own("rIdSettings", "settings", "settings"),
        own("rIdHeader", "header", "header1"),
        own("rIdFooter", "footer", "footer1"),
    ];
    all.extend((0..pictures).map(|place| {
        (format!("rIdPicture{place}"), format!("{RELATIONS}/image"), format!("media/image{place}.png"))
    }));
    related(&all)
}

fn related(all: &[(String, String, String)]) -> String {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |inside| {
        for (id, kind, target) in all {
            inside.single("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.done()
}

/// What the file says of itself: title and language; no login name and no time.
fn core(document: &Document) -> String {
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
    ];
    let spaces: Vec<(&str, &str)> = spaces.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.element("cp:coreProperties", &spaces, |core| {
        core.words("dc:title", &[], &document.title);
        core.words("dc:subject", &[], document.about.first().map_or("", String::as_str));
        core.words("dc:creator", &[], &document.author);
        core.words("dc:language", &[], "en-GB");
    });
    xml.done()
}

fn app() -> String {
    let mut xml = Xml::part();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |inside| inside.words("Application", &[], "Attest"));
    xml.done()
}

/// The head of every page: who may read it, and that it is not final.
fn header(document: &Document) -> String {
    let said: Vec<&str> = [&document.marking, &document.draft]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let mut xml = Xml::part();
    xml.element("w:hdr", &[("xmlns:w", WORD), ("xmlns:r", RELATIONS)], |head| {
        paragraph(head, "Header", |one| run(one, Look::Plain, &said.join(" \u{b7} ")));
    });
    xml.done()
}

/// The foot of every page: which page it is, of what, and the code of the log.
fn footer(document: &Document) -> String {
    let said = below(document, FOOT);
    let mut xml = Xml::part();
    xml.element("w:ftr", &[("xmlns:w", WORD), ("xmlns:r", RELATIONS)], |foot| {
        paragraph(foot, "Footer", |one| {
            run(one, Look::Plain, "Page ");
            field(one, " PAGE ", "1");
            run(one, Look::Plain, " of ");
            field(one, " NUMPAGES ", "1");
            run(one, Look::Plain, &said);
        });
    });
    xml.done()
}
