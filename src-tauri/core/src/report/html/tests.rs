//! The HTML writer: no text breaks out of its element, every text stands there, a draft says so.

use proptest::prelude::*;

use super::super::bars::{Bar, BarPart, BarShare, Bars, Fill};
use super::super::document::{Block, Document, Figure, Notice, Pair, Section, SignaturePlace, Tone};
use super::{foot_line, write};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};

/// A document in which every place for a text holds the same one.
fn full_of(text: &str, draft: &str) -> Document {
    let own = || text.to_owned();
    let table = Table {
        title: own(),
        caption: own(),
        as_at: own(),
        columns: vec![Column::new(text, ColumnKind::Short), Column::new(text, ColumnKind::Text)],
        rows: vec![vec![Cell::text(text), Cell::text(text)]],
        notes: vec![own()],
    };
    let bars = Bars {
        title: own(),
        caption: own(),
        row: own(),
        share: own(),
        parts: vec![
            BarPart { label: own(), fill: Fill::Hatched },
            BarPart { label: own(), fill: Fill::Dotted },
        ],
        rows: vec![Bar { label: own(), counts: vec![3, 2], share: BarShare { count: 3, base: 5 } }],
        notes: vec![own()],
    };
    let place = |signed| SignaturePlace { role: own(), body: own(), statement: own(), signed };
    let section = Section::new(text)
        .heading(text)
        .subheading(text)
        .text(text)
        .with(Block::List(vec![own()]))
        .with(Block::Pairs(vec![Pair::new(text, text)]))
        .with(Block::Notice(Notice { tone: Tone::Warning, text: own() }))
        .with(Block::Figures(vec![Figure { value: own(), label: own(), note: own() }]))
        .table(table)
        .with(Block::Bars(bars))
        .with(Block::Signatures(vec![place(None), place(Some(vec![Pair::new(text, text)]))]));
    Document {
        title: own(),
        about: vec![own()],
        draft: draft.to_owned(),
        author: own(),
        code: own(),
        sections: vec![section],
        ..Document::default()
    }
}

/// The elements of a page with the names of their attributes, as a browser sees them, without any text.
fn skeleton(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let (mut quoted, mut inside) = (false, String::new());
        let mut end = rest.len();
        for (place, letter) in rest[start + 1..].char_indices() {
            match letter {
                '"' => quoted = !quoted,
                '>' if !quoted => {
                    end = start + 2 + place;
                    break;
                }
                _ if quoted => {}
                letter => inside.push(letter),
            }
        }
        found.push(inside);
        rest = &rest[end.min(rest.len())..];
    }
    found
}

proptest! {
    #[test]
    fn no_text_breaks_out_of_its_element(text in "([<>&\"'/=a-z \\n!-]|</p>|<script>|-->|]]>|\u{0}|\u{85}|é){1,40}") {
        let page = write(&full_of(&format!("x{text}"), "x"));
        prop_assert_eq!(skeleton(&page), skeleton(&write(&full_of("x", "x"))));
        prop_assert!(!page.contains("<script"));
    }
}

#[test]
fn a_planted_breach_is_seen() {
    let page = write(&full_of("x", "x"));
    assert_ne!(skeleton(&page), skeleton(&page.replacen(">x<", "><b>x</b><", 1)));
    assert_ne!(skeleton(&page), skeleton(&page.replacen("=\"en-GB\"", "=\"en-GB\" onload=\"x\"", 1)));
}

#[test]
fn it_needs_nothing_else_and_runs_nothing() {
    let page = write(&full_of("https://example.org", ""));
    for word in ["<script", "<link", "src=", "href=", "url(", "@import", "on-load", "javascript:"] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(
        page.contains("lang=\"en-GB\"")
            && page.contains("default-src 'none'".replace('\'', "&#39;").as_str())
    );
}

#[test]
fn it_has_real_headings_captions_and_header_cells() {
    let page = write(&full_of("words", ""));
    for word in
        ["<h1>words", "<h2>words", "<h3>words", "<caption>", "scope=\"col\"", "scope=\"row\"", "<thead>"]
    {
        assert!(page.contains(word), "{word}");
    }
    assert!(page.contains("aria-label=\"words 3, words 2\""), "a bar is said in words");
    assert!(page.contains("3 of 5"), "a share stands with its base");
}

#[test]
fn what_the_foot_of_a_printed_page_says_is_words_alone() {
    let hostile = "A\"; } body { display: none } </style><script>";
    let document = Document { title: hostile.to_owned(), code: "CODE".to_owned(), ..Document::default() };
    let page = write(&document);
    let foot = page.split("@bottom-left { content: \"").nth(1).and_then(|rest| rest.split('"').next());
    let foot = foot.expect("a foot");
    assert!(foot.starts_with("\\000041\\000022\\00003B") && !foot.contains(['<', '{', ';']), "{foot}");
    assert_eq!(page.matches("</style>").count(), 2, "and nothing ends its sheet");
}

#[test]
fn the_foot_says_once_whose_it_is_and_what_it_was_made_with() {
    let foot = |author: &str| {
        let about = vec!["Sampleton partnership".to_owned()];
        let document =
            Document { title: "Paper".into(), about, author: author.into(), ..Document::default() };
        foot_line(&document)
    };
    assert_eq!(foot("Attest"), "Paper \u{b7} Sampleton partnership \u{b7} made with Attest");
    assert_eq!(foot("Sampleton partnership"), "Paper \u{b7} Sampleton partnership");
    assert_eq!(foot("Exampleton"), "Paper \u{b7} Sampleton partnership \u{b7} from Exampleton");
}

#[test]
fn a_draft_says_so_on_screen_and_on_every_printed_page() {
    let (draft, signed) = (write(&full_of("x", "Draft, not signed off")), write(&full_of("x", "")));
    assert!(
        draft.contains("class=\"mark\"")
            && draft.contains("@top-center")
            && draft.contains("Draft, not signed off")
    );
    assert!(!signed.contains("class=\"mark\"") && !signed.contains("@top-center"));
}

#[test]
fn a_table_of_eight_columns_of_words_lies_on_its_side_when_it_is_printed_and_one_of_counts_does_not() {
    let table = |columns: usize, kind: ColumnKind| Table {
        title: "Wide".into(),
        caption: String::new(),
        as_at: String::new(),
        columns: (0..columns).map(|at| Column::new(format!("Column {at}"), kind)).collect(),
        rows: vec![(0..columns).map(|_| Cell::text("words")).collect()],
        notes: Vec::new(),
    };
    let lies = |columns, kind| {
        let sections = vec![Section::new("One").table(table(columns, kind))];
        write(&Document { sections, ..Document::default() }).contains("class=\"sideways\"")
    };
    assert!(lies(8, ColumnKind::Text) && !lies(7, ColumnKind::Text));
    assert!(lies(14, ColumnKind::Count) && !lies(10, ColumnKind::Count));
}

#[test]
fn what_is_short_lies_on_the_page_of_the_wide_table_before_it() {
    let wide = || Table {
        title: "Wide".into(),
        caption: String::new(),
        as_at: String::new(),
        columns: (0..9).map(|at| Column::new(format!("Column {at}"), ColumnKind::Text)).collect(),
        rows: vec![(0..9).map(|_| Cell::text("words")).collect()],
        notes: Vec::new(),
    };
    let plan = Section::new("Plan").on_new_page().heading("Plan").table(wide()).text("Next we meet.");
    let full = Section::new("Full").on_new_page().heading("Full").table(wide());
    let page = write(&Document { sections: vec![plan, full], ..Document::default() });
    let last = page.find("Next we meet.").expect("it stands");
    let begun = page[..last].rfind("class=\"sideways\"").expect("a wide page");
    assert!(!page[begun..last].contains("</div>"), "no page of its own: {page}");
}
