//! The body of the file: title, contents, sections; a page lies on its side where a table needs it.
//!
//! Refuses to know: parts and relationships.

use super::blocks::block;
use super::run::{Look, field, mark, paragraph, run, told, words};
use super::table::Room;
use super::wide::is_wide;
use super::xml::Xml;
use crate::error::Result;
use crate::progress::{Progress, count};
use crate::report::document::{Begins, Block, Document, Form, Section};
use crate::report::pages::{Lies, Run, is_long, lying};

/// From so many headings on there is a list of contents.
const MANY: usize = 6;
/// The names that the body is written with.
const SPACES: [(&str, &str); 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// The body as it is written, and its pictures.
pub(super) struct Body {
    /// The XML so far.
    pub xml: Xml,
    /// The pictures it shows, each once.
    pub pictures: Vec<Vec<u8>>,
    /// How many pictures have been shown.
    pub shown: usize,
    /// What it is laid out as.
    pub form: Form,
    /// The room for tables in the section that is being written.
    pub room: Room,
    headings: usize,
    turns_page: bool,
}

impl Body {
    /// Writes the body of a document, counting its pieces.
    pub fn of(document: &Document, progress: &Progress) -> Result<Self> {
        let mut body = Self {
            xml: Xml::part(),
            pictures: Vec::new(),
            shown: 0,
            form: document.form,
            room: lying(document, &is_wide).first().map_or(Room::Upright, room_of),
            headings: 0,
            turns_page: false,
        };
        body.xml.open("w:document", &SPACES);
        body.xml.open("w:body", &[]);
        body.head(document);
        body.sections(document, progress)?;
        body.page();
        body.xml.end("w:body");
        body.xml.end("w:document");
        Ok(body)
    }

    fn head(&mut self, document: &Document) {
        match document.form {
            Form::Report => {
                words(&mut self.xml, "Title", &document.title);
                document.about.iter().for_each(|line| words(&mut self.xml, "Subtitle", line));
                self.contents(document);
            }
            Form::Letter => {
                for line in &document.about {
                    paragraph(&mut self.xml, "Addressee", |one| told(one, Form::Letter, line));
                }
                self.heading(&document.title);
            }
        }
    }

    /// The list of contents, written out, and made again by Word when it is asked to.
    fn contents(&mut self, document: &Document) {
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let headings: Vec<&String> = blocks.filter_map(heading_of).collect();
        if headings.len() < MANY || !is_long(document) {
            return;
        }
        words(&mut self.xml, "TOCHeading", "Contents");
        for (place, heading) in headings.iter().enumerate() {
            paragraph(&mut self.xml, "TOC1", |one| {
                if place == 0 {
                    mark(one, "begin");
                    let asked = " TOC \\o \"1-1\" \\h \\z \\u ";
                    let space = [("xml:space", "preserve")];
                    one.element("w:r", &[], |inside| inside.words("w:instrText", &space, asked));
                    mark(one, "separate");
                }
                entry(one, place + 1, heading);
                if place + 1 == headings.len() {
                    mark(one, "end");
                }
            });
        }
    }

    fn sections(&mut self, document: &Document, progress: &Progress) -> Result<()> {
        let pieces = lying(document, &is_wide);
        progress.expect(count(pieces.len()));
        for run in pieces {
            let room = room_of(&run);
            let turned = room != self.room;
            if turned {
                self.break_section();
                self.room = room;
            }
            let starts = document.form == Form::Letter || run.place > 0 || document.sections.len() > MANY;
            self.turns_page = run.section.begins == Begins::NewPage && !turned && starts;
            self.section(&run.section)?;
            progress.step(1)?;
        }
        Ok(())
    }

    fn section(&mut self, section: &Section) -> Result<()> {
        if self.turns_page && !matches!(section.blocks.first(), Some(Block::Heading(_))) {
            self.turns_page = false;
            self.xml.element("w:p", &[], |one| {
                one.element("w:pPr", &[], |how| how.single("w:pageBreakBefore", &[]));
            });
        }
        let rest = |place: usize| section.blocks.get(place + 1..).unwrap_or_default();
        for (place, one) in section.blocks.iter().enumerate() {
            match (one, section.blocks.get(place + 1)) {
                // The end of a letter stands on one page, and never a signature alone.
                (Block::Text(text), Some(_)) if self.form == Form::Letter && is_end(rest(place)) => {
                    paragraph(&mut self.xml, "Leading", |one| told(one, Form::Letter, text));
                }
                // A sentence that leads to a table stands on its page.
                (
                    Block::Text(text),
                    Some(Block::Table(_) | Block::Bars(_) | Block::Chart(_) | Block::Pairs(_)),
                ) => {
                    let form = self.form;
                    paragraph(&mut self.xml, "Leading", |one| told(one, form, text));
                }
                _ => block(self, one)?,
            }
        }
        Ok(())
    }

    /// A heading of the first level, to which the contents lead.
    pub fn heading(&mut self, text: &str) {
        self.headings += 1;
        let (id, name) = (self.headings.to_string(), bookmark(self.headings));
        let turns = std::mem::take(&mut self.turns_page);
        self.xml.element("w:p", &[], |one| {
            one.element("w:pPr", &[], |how| {
                how.value("w:pStyle", "Heading1");
                if turns {
                    how.single("w:pageBreakBefore", &[]);
                }
            });
            one.single("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            run(one, Look::Plain, text);
            one.single("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    /// The number of a picture's relationship; the same picture is kept once.
    pub fn picture(&mut self, bytes: Vec<u8>) -> usize {
        self.shown += 1;
        let known = self.pictures.iter().position(|one| *one == bytes);
        known.unwrap_or_else(|| {
            self.pictures.push(bytes);
            self.pictures.len() - 1
        })
    }

    /// Ends the pages that stand as they do now.
    fn break_section(&mut self) {
        let room = self.room;
        // It takes no room, or after a full page it would stand on one of its own.
        self.xml.element("w:p", &[], |one| {
            one.element("w:pPr", &[], |how| {
                let none = [("w:before", "0"), ("w:after", "0"), ("w:line", "20"), ("w:lineRule", "exact")];
                how.single("w:spacing", &none);
                how.element("w:rPr", &[], |mark| mark.value("w:sz", "2"));
                page(how, room);
            });
        });
    }

    fn page(&mut self) {
        page(&mut self.xml, self.room);
    }
}

/// Whether what follows is the end of a letter: a few sentences, the name, the copies.
fn is_end(rest: &[Block]) -> bool {
    const FEW: usize = 4;
    rest.len() <= FEW && rest.iter().all(|block| matches!(block, Block::Text(_)))
}

/// The room that the pages of some pieces give.
fn room_of(run: &Run) -> Room {
    match run.lies {
        Lies::Upright => Room::Upright,
        Lies::Sideways => Room::Sideways,
    }
}

/// How the pages of a section lie.
fn page(xml: &mut Xml, room: Room) {
    let (wide, high) = match room {
        Room::Upright => ("11906", "16838"),
        Room::Sideways => ("16838", "11906"),
    };
    xml.element("w:sectPr", &[], |section| {
        section.single("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
        section.single("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")]);
        match room {
            Room::Upright => section.single("w:pgSz", &[("w:w", wide), ("w:h", high)]),
            Room::Sideways => {
                section.single("w:pgSz", &[("w:w", wide), ("w:h", high), ("w:orient", "landscape")])
            }
        }
        let margin = [
            ("w:top", "1134"),
            ("w:right", "1134"),
            ("w:bottom", "1134"),
            ("w:left", "1134"),
            ("w:header", "567"),
            ("w:footer", "567"),
            ("w:gutter", "0"),
        ];
        section.single("w:pgMar", &margin);
    });
}

fn entry(one: &mut Xml, number: usize, heading: &str) {
    let name = bookmark(number);
    one.element("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")], |link| {
        run(link, Look::Plain, heading);
        link.element("w:r", &[], |gap| gap.single("w:tab", &[]));
        field(link, &format!(" PAGEREF {name} \\h "), "");
    });
}

fn bookmark(number: usize) -> String {
    format!("_Toc{number:04}")
}

fn heading_of(block: &Block) -> Option<&String> {
    match block {
        Block::Heading(text) => Some(text),
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
    }
}
