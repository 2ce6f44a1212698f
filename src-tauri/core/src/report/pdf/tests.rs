//! Papers laid and painted.

use std::collections::BTreeMap;

use super::page::{Kind, Node, What};
use super::*;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::report::bars::Fill;
use crate::report::chart::{Whole, part, stacked};
use crate::report::document::{Block, Section};

fn table(rows: usize, text: &str) -> Table {
    let row =
        |n: usize| vec![Cell::text(format!("Row {n}")), Cell::text(text), Cell::count(7), Cell::share(3, 4)];
    Table {
        title: "A table".into(),
        caption: "Self-assessed.".into(),
        as_at: String::new(),
        columns: vec![
            Column::new("Name", ColumnKind::Text),
            Column::new("What", ColumnKind::Text),
            Column::new("Met", ColumnKind::Count),
            Column::new("% met", ColumnKind::Share),
        ],
        rows: (0..rows).map(row).collect(),
        notes: vec!["A note.".into()],
    }
}

fn paper(sections: Vec<Section>) -> Document {
    Document {
        title: "A paper".into(),
        about: vec!["Sampleton partnership".into()],
        author: "Attest".into(),
        code: "ABCDEFGH".into(),
        sections,
        ..Document::default()
    }
}

fn count(nodes: &[Node], fits: &dyn Fn(&Kind) -> bool) -> usize {
    let of = |node: &Node| match node {
        Node::Leaf(_) => 0,
        Node::Group(kind, nodes) => usize::from(fits(kind)) + count(nodes, fits),
    };
    nodes.iter().map(of).sum()
}

fn laid_out(document: &Document) -> Laid {
    laid(document, &Progress::default()).expect("laid")
}

/// The rows of all tables of a document as the tree of its PDF has them, each cell with its letters alone.
pub(in crate::report) fn rows_of(document: &Document) -> Vec<Vec<String>> {
    let laid = laid_out(document);
    let mut words: BTreeMap<usize, String> = BTreeMap::new();
    for item in laid.pages.iter().flat_map(|page| &page.items) {
        if let (Some(leaf), What::Words(line)) = (item.leaf, &item.what) {
            words.entry(leaf).or_default().extend(line.text.chars().filter(|letter| !letter.is_whitespace()));
        }
    }
    let mut rows = Vec::new();
    rows_below(&laid.tree, &words, &mut rows);
    rows
}

fn rows_below(nodes: &[Node], words: &BTreeMap<usize, String>, rows: &mut Vec<Vec<String>>) {
    for node in nodes {
        match node {
            Node::Leaf(_) => {}
            Node::Group(Kind::Row, cells) => {
                rows.push(cells.iter().map(|cell| said(std::slice::from_ref(cell), words)).collect());
            }
            Node::Group(_, nodes) => rows_below(nodes, words, rows),
        }
    }
}

fn said(nodes: &[Node], words: &BTreeMap<usize, String>) -> String {
    let of = |node: &Node| match node {
        Node::Leaf(leaf) => words.get(leaf).cloned().unwrap_or_default(),
        Node::Group(_, nodes) => said(nodes, words),
    };
    nodes.iter().map(of).collect()
}

#[test]
fn every_piece_on_a_page_is_in_the_tree_once_or_adorns() {
    let section =
        Section::new("Results").heading("Results").text("Words.").table(table(120, "some words here"));
    let laid = laid_out(&paper(vec![section]));
    let mut leaves: Vec<usize> =
        laid.pages.iter().flat_map(|page| &page.items).filter_map(|item| item.leaf).collect();
    leaves.sort_unstable();
    let mut known = Vec::new();
    fn walk(nodes: &[Node], known: &mut Vec<usize>) {
        for node in nodes {
            match node {
                Node::Leaf(leaf) => known.push(*leaf),
                Node::Group(_, nodes) => walk(nodes, known),
            }
        }
    }
    walk(&laid.tree, &mut known);
    known.sort_unstable();
    assert_eq!(leaves, known);
    assert!(laid.pages.len() > 2);
    assert_eq!(count(&laid.tree, &|kind| *kind == Kind::Row), 121, "the head is read once");
    assert_eq!(count(&laid.tree, &|kind| *kind == Kind::RowHead), 120);
}

#[test]
fn a_row_that_no_page_holds_goes_on_and_is_still_one_row() {
    let long = "A sentence that says something about what is done. ".repeat(400);
    let laid = laid_out(&paper(vec![Section::new("Long").heading("Long").table(table(2, &long))]));
    assert!(laid.pages.len() >= 3, "{}", laid.pages.len());
    for page in &laid.pages {
        for item in &page.items {
            if let What::Words(line) = &item.what {
                assert!(line.y < page.lie.size().1 - 10.0, "{}", line.text);
            }
        }
    }
    assert_eq!(count(&laid.tree, &|kind| *kind == Kind::Row), 3);
}

#[test]
fn a_heading_never_stands_alone_at_the_foot_of_a_page() {
    for lines in 30..60 {
        let section =
            (0..lines).fold(Section::new("S").heading("First"), |section, _| section.text("Words."));
        let section = section.subheading("Below").table(table(3, "x"));
        let laid = laid_out(&paper(vec![section]));
        let mark = laid.marks.last().expect("a heading");
        let after = laid.pages[mark.page].items.iter().any(|item| match &item.what {
            What::Words(line) => item.leaf.is_some() && line.y > mark.y + 30.0,
            What::Rule { .. } | What::Drawing { .. } | What::Link { .. } => false,
        });
        assert!(after, "{lines}");
    }
}

#[test]
fn it_keeps_to_the_rules_of_pdf_ua_and_says_its_language_and_its_charts() {
    let chart =
        stacked("C1", "A chart", &table(4, "x"), &[part("Met", Fill::Hatched)], (Whole::Each, Some("% met")));
    let chapters = (0..7).map(|n| {
        Section::new("C").heading(format!("Chapter {n}")).text("Words \u{4e2d} \u{1f600}. ".repeat(120))
    });
    let mut sections: Vec<Section> = chapters.collect();
    sections.push(Section::new("Chart").on_new_page().heading("Chart").with(Block::Chart(Box::new(chart))));
    let document = paper(sections);
    let written = write(&document).expect("it keeps to PDF/UA-1");
    let text = String::from_utf8_lossy(&written).replace([' ', '\n'], "");
    for told in [
        "/Lang(en-GB)",
        "/MarkInfo",
        "/Markedtrue",
        "/StructTreeRoot",
        "/Outlines",
        "/DisplayDocTitletrue",
        "pdfuaid:part",
    ] {
        assert!(text.contains(told), "{told}");
    }
    assert!(text.contains("/O/Layout/BBox["), "a figure says where it stands");
    assert!(text.contains("/Alt(4stackedbars") && text.contains("/TH") && text.contains("/FontFile2"));
    assert_eq!(written, write(&document).expect("again"), "the same document gives the same bytes");
    let laid = laid_out(&document);
    assert_eq!(count(&laid.tree, &|kind| *kind == Kind::ContentsItem), 8);
}

#[test]
fn a_letter_and_an_empty_paper_are_written_too() {
    let letter = Document {
        form: Form::Letter,
        title: "Reminder".into(),
        ..paper(vec![Section::new("L").text("Dear Head")])
    };
    assert_eq!(&write(&letter).expect("written")[..5], b"%PDF-");
    assert_eq!(&write(&paper(Vec::new())).expect("written")[..5], b"%PDF-");
}

#[test]
fn no_last_page_holds_a_few_rows_alone() {
    for rows in 30..90 {
        let laid = laid_out(&paper(vec![Section::new("Log").heading("Log").table(table(rows, "x"))]));
        let last = laid.pages.last().expect("a page");
        let low = last.items.iter().filter_map(|item| match &item.what {
            What::Words(line) => item.leaf.map(|_| line.y),
            What::Rule { .. } | What::Drawing { .. } | What::Link { .. } => None,
        });
        let low = low.fold(0.0_f32, f32::max);
        assert!(laid.pages.len() == 1 || low > page::MARGIN + 90.0, "{rows}: {low}");
    }
}

/// The lowest words of a page that are read.
fn lowest(page: &page::Page) -> f32 {
    let low = page.items.iter().filter_map(|item| match &item.what {
        What::Words(line) => item.leaf.map(|_| line.y),
        What::Rule { .. } | What::Drawing { .. } | What::Link { .. } => None,
    });
    low.fold(0.0_f32, f32::max)
}

#[test]
fn the_last_lines_of_a_short_paper_have_no_page_of_their_own() {
    let points = |lines: usize| {
        let section =
            Section::new("P").heading("Points").with(Block::List(vec!["One sentence.".to_owned(); lines]));
        laid_out(&paper(vec![section]))
    };
    let full = (20..80).find(|lines| points(*lines).pages.len() > 1).expect("more than a page");
    let (last, one) = (points(full - 1), points(full + 12));
    assert_eq!((last.pages.len(), one.pages.len()), (1, 2), "what is longer than a few lines has its page");
    let size = |laid: &Laid| match &laid.pages[0].items[3].what {
        What::Words(line) => line.size,
        other => panic!("{other:?}"),
    };
    assert!(size(&last) < size(&one) && size(&last) > 0.9 * size(&one), "a little smaller");
    assert!(lowest(&last.pages[0]) < page::Lie::Upright.size().1 - page::FOOT - 10.0, "above the foot");
}

#[test]
fn a_short_list_stands_on_one_page() {
    for before in 20..60 {
        let lines = |many: usize, text: &str| Block::List(vec![text.to_owned(); many]);
        let section = Section::new("P").heading("Points").with(lines(before, "A line.")).text("These:");
        let laid = laid_out(&paper(vec![
            section.with(lines(3, "Together.")),
            Section::new("Q").with(lines(30, "After.")),
        ]));
        let with = |page: &page::Page| {
            let words = page
                .items
                .iter()
                .filter(|item| matches!(&item.what, What::Words(line) if line.text == "Together."));
            words.count()
        };
        let on: Vec<usize> = laid.pages.iter().map(with).filter(|many| *many > 0).collect();
        assert_eq!(on, [3], "{before}");
    }
}

#[test]
fn a_sentence_stands_on_the_page_of_what_it_leads_to() {
    let chart = || stacked("C1", "A chart", &table(20, "x"), &[part("Met", Fill::Deep)], (Whole::Each, None));
    for before in 10..50 {
        let section =
            Section::new("P").heading("Points").with(Block::List(vec!["A line.".to_owned(); before]));
        for led in
            [section.clone().text("It leads.").chart(chart()), section.text("It leads.").table(table(4, "x"))]
        {
            let laid = laid_out(&paper(vec![led]));
            let page = |said: &str| {
                let says = |item: &page::Item| matches!(&item.what, What::Words(line) if line.text == said);
                laid.pages.iter().position(|page| page.items.iter().any(says))
            };
            let named = page("A chart").or_else(|| page("A table"));
            assert!(named.is_some() && page("It leads.") == named, "{before}");
        }
    }
}

#[test]
fn a_chart_stands_below_its_heading_and_smaller_on_a_page_that_has_begun() {
    let chart = || stacked("C1", "A chart", &table(20, "x"), &[part("Met", Fill::Deep)], (Whole::Each, None));
    let placed = |lines: usize| {
        let section = (0..lines).fold(Section::new("S").heading("First"), |one, _| one.text("Words."));
        let laid = laid_out(&paper(vec![section.subheading("Below").with(Block::Chart(Box::new(chart())))]));
        let wide = |item: &page::Item| match &item.what {
            What::Drawing { times, .. } => Some(*times),
            What::Words(_) | What::Rule { .. } | What::Link { .. } => None,
        };
        let on = laid.pages.iter().position(|page| page.items.iter().any(|item| wide(item).is_some()));
        let mut sizes = laid.pages.iter().flat_map(|page| page.items.iter().filter_map(wide));
        (laid.marks.last().expect("a heading").page, on.expect("drawn"), sizes.next().unwrap_or_default())
    };
    let all: Vec<(usize, usize, f32)> = (0..30).map(placed).collect();
    assert!(all.iter().all(|(heading, on, _)| heading == on), "{all:?}");
    assert!(all.iter().any(|(_, on, size)| *on == 0 && *size < all[0].2 * 0.95), "{all:?}");
    assert!(all.iter().any(|(_, on, _)| *on == 1), "{all:?}");
}

#[test]
fn the_code_stands_at_the_foot_however_long_the_title_is() {
    let named = |title: &str| {
        let mut document = Document { title: title.into(), ..paper(Vec::new()) };
        document.about = vec!["Sampleshire Safeguarding Children Partnership".into()];
        below(&document, (page::Lie::Upright.room(), FOOT_SIZE))
    };
    assert!(named("A paper").contains("Sampleshire"));
    let long = named("Dip sample: threshold decisions at the front door, spring and summer");
    assert!(long.ends_with("log code ABCDEFGH") && !long.contains("Sampleshire"), "{long}");
}

#[test]
fn a_few_names_with_what_is_said_of_them_stand_on_one_page() {
    let pairs: Vec<_> = (0..8)
        .map(|n| crate::report::document::Pair::new(format!("Name {n}"), format!("said {n}")))
        .collect();
    for lines in 30..52 {
        let first = (0..lines).fold(Section::new("First").heading("First"), |one, _| one.text("Words."));
        let last =
            Section::new("Recipe").heading("Recipe").text("Open it.").with(Block::Pairs(pairs.clone()));
        let laid = laid_out(&paper(vec![first, last]));
        let on = |text: &str| {
            let holds = |what: &What| matches!(what, What::Words(line) if line.text == text);
            laid.pages.iter().position(|page| page.items.iter().any(|item| holds(&item.what)))
        };
        let pages: Vec<_> = ["Recipe", "Open it.", "said 0", "said 7"].map(on).to_vec();
        assert!(pages[0].is_some() && pages.iter().all(|page| *page == pages[0]), "{lines}: {pages:?}");
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone_on_a_page() {
    let text =
        "Who they are and why stands in the restricted log of non-returns; not received is not refused. ";
    for (before, times) in (20..60).flat_map(|before| [(before, 2), (before, 3), (before, 5)]) {
        let first = (0..before).fold(Section::new("First").heading("First"), |one, _| one.text("Words."));
        let long = text.repeat(times);
        let laid = laid_out(&paper(vec![first.text(long.trim())]));
        let of = |page: &super::page::Page| {
            let is_of =
                |what: &What| matches!(what, What::Words(line) if text.repeat(2).contains(line.text.trim()));
            page.items.iter().filter(|item| item.leaf.is_some() && is_of(&item.what)).count()
        };
        let lines: Vec<usize> = laid.pages.iter().map(of).filter(|many| *many > 0).collect();
        let all: usize = lines.iter().sum();
        assert!(all > 1 && lines.iter().all(|many| *many > 1), "{before} {times}: {lines:?}");
    }
}

#[test]
fn bars_above_a_table_of_the_same_rows_have_no_table_of_their_own() {
    use crate::report::bars::{Bar, BarShare, Bars};
    let bar = |n: usize| Bar {
        label: format!("Row {n}"),
        counts: vec![3, 1],
        share: BarShare { count: 3, base: 4 },
    };
    let bars = Bars {
        title: "Bars".into(),
        caption: String::new(),
        row: "Name".into(),
        share: "Share".into(),
        parts: vec![part("Met", Fill::Deepest), part("Not met", Fill::Empty)],
        rows: (0..3).map(bar).collect(),
        notes: Vec::new(),
    };
    let tables = |rows: usize| {
        let section =
            Section::new("S").heading("S").with(Block::Bars(bars.clone())).table(table(rows, "words"));
        count(&laid_out(&paper(vec![section])).tree, &|kind| matches!(kind, Kind::Table(_)))
    };
    assert_eq!((tables(4), tables(2)), (1, 2), "a table that lacks a row of the bars is no table of theirs");
}

#[test]
fn no_row_stands_alone_below_the_head_of_its_table() {
    for before in 20..60 {
        let first = (0..before).fold(Section::new("First").heading("First"), |one, _| one.text("Words."));
        let laid =
            laid_out(&paper(vec![first.subheading("Below").table(table(25, &"some words ".repeat(40)))]));
        let rows = |page: &super::page::Page| {
            let is_row = |what: &What| matches!(what, What::Words(line) if line.text.starts_with("Row "));
            page.items.iter().filter(|item| is_row(&item.what)).count()
        };
        let rows: Vec<usize> = laid.pages.iter().map(rows).filter(|many| *many > 0).collect();
        assert!(rows.iter().all(|many| *many > 1), "{before}: {rows:?}");
    }
}
