//! Papers written as Word, part by part.

mod room;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::report::bars::{Bar, BarPart, BarShare, Bars, Fill};
use crate::report::document::{Begins, Block, Figure, Form, Pair, Section, SignaturePlace, Tone};

#[test]
fn notes_stand_on_the_page_of_the_last_rows_and_a_sentence_on_that_of_its_table() {
    let mut document = full_of("Text");
    let table = document.sections[0].blocks.iter_mut().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = table.expect("there is a table");
    table.rows = vec![table.rows[0].clone(); 20];
    table.notes = vec!["First note".into(), "Last note".into()];
    document.sections = vec![Section::new("One").text("It leads.").table(table.clone())];
    let body = Body::of(&document, &Progress::default()).expect("written");
    let xml = body.xml.so_far();
    let style = |text: &str| style(xml, text);
    assert_eq!(
        (style("It leads."), style("First note"), style("Last note")),
        ("Leading".into(), "NoteKept".into(), "Note".into())
    );
    assert_eq!(xml.matches("\"CellKept\"").count(), 7, "the head, the first row and the last five");
    assert_eq!(xml.matches("w:keepNext").count(), 1, "the gap below the table");
}

#[test]
fn a_table_is_kept_together_only_where_no_page_stands_half_empty_for_it() {
    let kept = |text: &str| {
        let mut document = full_of(text);
        let table = document.sections[0].blocks.iter().find_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        });
        let mut table = table.expect("there is a table");
        table.rows = vec![table.rows[0].clone(); 6];
        document.sections = vec![Section::new("One").table(table)];
        let body = Body::of(&document, &Progress::default()).expect("written");
        body.xml.so_far().matches("Kept\"").count()
    };
    assert!(kept("Few words") > kept(&"Many words in a row that is high. ".repeat(20)));
}

/// The style of the paragraph that holds a text.
fn style(xml: &str, text: &str) -> String {
    let before = &xml[..xml.find(&format!(">{text}<")).expect(text)];
    let at = before.rfind("w:pStyle").expect("a style");
    before[at..].split('"').nth(1).expect("its name").to_owned()
}

#[test]
fn what_follows_a_list_stands_apart_from_it() {
    let items = ["One item", "The last item"].map(str::to_owned).to_vec();
    let section = Section::new("One").with(Block::List(items)).text("What follows.");
    let document = Document { sections: vec![section], ..Document::default() };
    let body = Body::of(&document, &Progress::default()).expect("written");
    let xml = body.xml.so_far();
    assert_eq!([style(xml, "One item"), style(xml, "The last item")], ["ListBullet", "ListBulletLast"]);
    let styles = include_str!("styles.xml");
    let last = styles.split("ListBulletLast").nth(1).expect("a style").split("</w:style>").next();
    assert!(last.is_some_and(|last| last.contains("w:after=\"120\"")));
}

/// A document with one of everything, each text as it is given.
fn full_of(text: &str) -> Document {
    let own = || text.to_owned();
    let table = Table {
        title: own(),
        caption: own(),
        as_at: own(),
        columns: vec![Column::new(text, ColumnKind::Text), Column::new("Count", ColumnKind::Count)],
        rows: vec![vec![Cell::text(text), Cell::count(3)]; 2],
        notes: vec![own()],
    };
    let wide = Table {
        columns: (0..9).map(|at| Column::new(format!("Column {at}"), ColumnKind::Text)).collect(),
        rows: vec![vec![Cell::text("A text of some length in each of them"); 9]],
        ..table.clone()
    };
    let bars = Bars {
        title: own(),
        caption: own(),
        row: own(),
        share: own(),
        parts: vec![
            BarPart { label: "Met".into(), fill: Fill::Deep },
            BarPart { label: own(), fill: Fill::Hatched },
        ],
        rows: vec![Bar { label: own(), counts: vec![3, 1], share: BarShare { count: 3, base: 4 } }; 40],
        notes: vec![own()],
    };
    let place = SignaturePlace {
        role: own(),
        body: own(),
        statement: own(),
        signed: Some(vec![Pair::new(text, text)]),
    };
    let mut first = Section::new(text).heading(text).subheading(text).text(text);
    first = first.notice(Tone::Warning, text).table(table);
    first.blocks.push(Block::List(vec![own()]));
    first.blocks.push(Block::Pairs(vec![Pair::new(text, text)]));
    first.blocks.push(Block::Figures(vec![Figure { value: own(), label: own(), note: own() }]));
    first.blocks.push(Block::Bars(bars));
    first.blocks.push(Block::Signatures(vec![place.clone(), SignaturePlace { signed: None, ..place }]));
    let headings = (0..6).fold(Section::new("More").on_new_page(), |section, _| section.heading(text));
    Document {
        title: own(),
        about: vec![own(), own()],
        draft: own(),
        marking: own(),
        author: own(),
        code: own(),
        sections: vec![first, headings, Section::new("Wide").heading(text).table(wide)],
        form: Form::Report,
    }
}

fn parts(document: &Document) -> BTreeMap<String, Vec<u8>> {
    let bytes = write(document).expect("written");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let count = zip.len();
    let read = |place: usize| {
        let mut part = zip.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        (part.name().expect("a name").into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

/// The elements of a part with their attributes.
fn elements(part: &[u8]) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = Reader::from_reader(part);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|one| {
                    let one = one.expect("an attribute");
                    let value = one.value.to_string();
                    (one.key.as_ref().to_owned(), value)
                });
                found.push((tag.name().as_ref().to_owned(), attributes.collect()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn values(part: &[u8], element: &str, attribute: &str) -> Vec<String> {
    let named = elements(part).into_iter().filter(|(name, _)| name == element);
    named.filter_map(|(_, mut attributes)| attributes.remove(attribute)).collect()
}

#[test]
fn every_part_is_named_and_every_relationship_leads_to_one() {
    let parts = parts(&full_of("Plain"));
    let types = &parts["[Content_Types].xml"];
    let named: BTreeSet<String> = values(types, "Override", "PartName").into_iter().collect();
    let endings: BTreeSet<String> = values(types, "Default", "Extension").into_iter().collect();
    for name in &named {
        assert!(parts.contains_key(name.trim_start_matches('/')), "{name} is named and not there");
    }
    for name in parts.keys().filter(|name| name.starts_with("word/") && !name.ends_with(".rels")) {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let known = named.contains(&format!("/{name}")) || (ending != "xml" && endings.contains(ending));
        assert!(known, "{name} has no kind");
    }
    for (rels, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for target in values(&parts[rels], "Relationship", "Target") {
            assert!(parts.contains_key(&format!("{folder}{target}")), "{target} is not there");
        }
    }
}

#[test]
fn every_picture_and_page_that_is_referred_to_is_related() {
    let parts = parts(&full_of("Plain"));
    let known: BTreeSet<String> =
        values(&parts["word/_rels/document.xml.rels"], "Relationship", "Id").into_iter().collect();
    let document = &parts["word/document.xml"];
    let mut used = values(document, "a:blip", "r:embed");
    used.extend(values(document, "w:headerReference", "r:id"));
    used.extend(values(document, "w:footerReference", "r:id"));
    assert!(used.len() >= 7, "{used:?}");
    used.iter().for_each(|id| assert!(known.contains(id), "{id} leads nowhere"));
    let numbers = values(document, "wp:docPr", "id");
    assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len(), "{numbers:?}");
    assert!(values(document, "wp:docPr", "descr").iter().all(|said| !said.is_empty()));
}

#[test]
fn styles_that_are_used_are_there() {
    let parts = parts(&full_of("Plain"));
    let known: BTreeSet<String> =
        values(&parts["word/styles.xml"], "w:style", "w:styleId").into_iter().collect();
    for (part, element) in [
        ("word/document.xml", "w:pStyle"),
        ("word/document.xml", "w:tblStyle"),
        ("word/document.xml", "w:rStyle"),
        ("word/header1.xml", "w:pStyle"),
        ("word/footer1.xml", "w:pStyle"),
    ] {
        for style in values(&parts[part], element, "w:val") {
            assert!(known.contains(&style), "{style} is no style");
        }
    }
}

#[test]
fn heads_repeat_tables_have_words_and_a_wide_one_lies_on_its_side() {
    let parts = parts(&full_of("Plain"));
    let document = elements(&parts["word/document.xml"]);
    let count = |name: &str| document.iter().filter(|(one, _)| one == name).count();
    assert_eq!(count("w:tblHeader"), 3);
    assert_eq!(count("w:tbl"), count("w:tblDescription"));
    assert_eq!(values(&parts["word/document.xml"], "w:pgSz", "w:orient"), ["landscape"]);
    assert_eq!(count("w:sectPr"), 2);
    // What ends the pages of one kind takes no room, or after a full page it would stand on one of its own.
    let text = String::from_utf8_lossy(&parts["word/document.xml"]);
    assert!(text.contains("<w:sz w:val=\"2\"/></w:rPr><w:sectPr>"));
    let marks = values(&parts["word/document.xml"], "w:bookmarkStart", "w:name");
    let links = values(&parts["word/document.xml"], "w:hyperlink", "w:anchor");
    assert_eq!((marks.len(), marks), (8, links));
}

#[test]
fn it_speaks_british_english_and_names_nobody_at_a_computer() {
    let parts = parts(&full_of("Plain"));
    assert_eq!(values(&parts["word/styles.xml"], "w:lang", "w:val"), ["en-GB"]);
    let core = String::from_utf8_lossy(&parts["docProps/core.xml"]).into_owned();
    assert!(core.contains("<dc:language>en-GB</dc:language>") && !core.contains("lastModifiedBy"), "{core}");
}

#[test]
fn a_hostile_text_is_words_wherever_it_stands() {
    let document = full_of("<w:p/> & \"x\" \u{0}\u{b}\u{fffe} ]]> &amp; end");
    let told = parts(&document);
    let plain = parts(&full_of("Plain"));
    for (name, part) in told.iter().filter(|(name, _)| name.ends_with(".xml")) {
        assert_eq!(
            elements(part).len(),
            elements(&plain[name]).len(),
            "{name} has more elements than it should"
        );
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = full_of("Plain");
    assert_eq!(write(&document).expect("written"), write(&document).expect("written again"));
}

#[test]
fn names_between_guillemets_are_fields_in_a_letter_alone() {
    let text = "Dear \u{ab}Head\u{bb}, due \u{ab}Due\u{bb} \u{ab}not a field\u{bb}.";
    let letter = Document {
        form: Form::Letter,
        sections: vec![Section::new("Letter").text(text)],
        ..Document::default()
    };
    let asked = |document: &Document| {
        let parts = parts(document);
        let body = String::from_utf8_lossy(&parts["word/document.xml"]).into_owned();
        body.matches("MERGEFIELD").count()
    };
    assert_eq!(asked(&letter), 2);
    assert_eq!(asked(&Document { form: Form::Report, ..letter }), 0);
}

#[test]
fn a_section_on_a_new_page_begins_there() {
    let two = Document {
        title: "Two".into(),
        sections: vec![Section::new("One").heading("One"), Section::new("Two").heading("Two").on_new_page()],
        ..Document::default()
    };
    assert_eq!(two.sections[1].begins, Begins::NewPage);
    let breaks = elements(&parts(&two)["word/document.xml"]);
    assert_eq!(breaks.iter().filter(|(name, _)| name == "w:pageBreakBefore").count(), 1);
}

/// The styles of the paragraphs of a document, in their order.
fn styles(document: &Document) -> Vec<String> {
    let parts = parts(document);
    let elements = elements(&parts["word/document.xml"]).into_iter();
    elements.filter(|(name, _)| name == "w:pStyle").filter_map(|(_, mut of)| of.remove("w:val")).collect()
}

#[test]
fn a_few_names_with_what_is_said_of_them_are_kept_with_the_sentence_above_them() {
    let of = |many: usize| {
        let pairs = Block::Pairs(vec![Pair::new("Name", "said"); many]);
        let section = Section::new("Recipe").heading("Recipe").text("Open it.").with(pairs);
        styles(&Document { sections: vec![section], ..Document::default() })
    };
    let few = of(3);
    assert!(few.contains(&"Leading".to_owned()), "{few:?}");
    assert_eq!(few.iter().filter(|style| *style == "CellKept").count(), 4, "all but the last: {few:?}");
    assert!(!of(30).contains(&"CellKept".to_owned()), "a long list may go on");
}

#[test]
fn the_name_below_a_letter_never_stands_alone_on_a_page() {
    let section = Section::new("Letter").text("Dear headteacher").subheading("Is this accurate?");
    let section = ["Tell us.", "A concern.", "Questions.", "Yours sincerely", "Copy"]
        .into_iter()
        .fold(section, |section, text| section.text(text));
    let letter = Document { form: Form::Letter, sections: vec![section], ..Document::default() };
    let styles = styles(&letter);
    assert_eq!(styles.iter().filter(|style| *style == "Leading").count(), 4, "{styles:?}");
    assert_eq!(styles[styles.len() - 2..], ["Leading", "Normal"], "{styles:?}");
}

#[test]
fn words_stand_apart_from_a_number_left_of_them() {
    let heads = [("Question", ColumnKind::Text), ("Met", ColumnKind::Share), ("Range", ColumnKind::Short)];
    let table = Table {
        title: "Result".into(),
        caption: String::new(),
        as_at: String::new(),
        columns: heads.iter().map(|(label, kind)| Column::new(*label, *kind)).collect(),
        rows: vec![["A1", "59.1%", "38.7% to 76.7%"].map(Cell::text).to_vec()],
        notes: Vec::new(),
    };
    let parts = parts(&Document { sections: vec![Section::new("One").table(table)], ..Document::default() });
    let text = String::from_utf8_lossy(&parts["word/document.xml"]);
    let cells: Vec<bool> = text.split("<w:tc>").skip(1).map(|cell| cell.contains("<w:tcMar>")).collect();
    assert_eq!(cells, [false, false, true, false, false, true], "the head and the row");
}
