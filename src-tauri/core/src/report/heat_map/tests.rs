//! Heatmaps that are saved: whole in a workbook, bounded in a picture, hidden where they are hidden.

use super::*;
use crate::analysis::heat::Line;
use crate::progress::Progress;
use crate::sheet::{Content, Place, open};

fn share(met: u32, base: u32) -> Share {
    Share { met, base, hidden: false }
}

fn letters(rows: usize, columns: usize) -> HeatMap {
    let line = |at: usize| Line {
        name: format!("Example School {at}"),
        who: ["Primary", "Academy", "", ""].map(str::to_owned).to_vec(),
        marks: "EMOPN-. *".chars().cycle().skip(at % 9).take(columns).collect(),
        shares: Vec::new(),
        total: share(1, 2),
    };
    let shown = Chosen {
        heads: (1..=columns).map(|at| (format!("A{at}"), format!("Text {at}"))).collect(),
        lines: (1..=rows).map(line).collect(),
        totals: vec![share(1, 2); columns],
        total: share(3, 4),
        all: rows,
    };
    HeatMap {
        title: "Heatmap".to_owned(),
        caption: "Round 2026/27, as at 12 January 2027".to_owned(),
        said: vec!["By name.".to_owned()],
        row: "Setting",
        notes: Vec::new(),
        code: "0123456789abcdef0123".to_owned(),
        shown,
    }
}

/// The first cell of every sheet.
fn titles(bytes: &[u8]) -> Vec<String> {
    let book = open(bytes).expect("it is read").value;
    let first = |sheet: &crate::sheet::Sheet| match sheet.cell(Place::new(0, 0)).map(|cell| &cell.content) {
        Some(Content::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    book.sheets.iter().map(first).collect()
}

fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = open(bytes).expect("it is read").value;
    let sheet = book.sheets.first().expect("a sheet");
    let text = |row: u32, column: u32| match sheet.cell(Place::new(row, column)).map(|cell| &cell.content) {
        Some(Content::Number(number)) => number.to_string(),
        Some(Content::Text(text)) => text.to_string(),
        _ => String::new(),
    };
    (0..14).map(|row| (0..17).map(|column| text(row, column)).collect()).collect()
}

#[test]
fn a_workbook_has_every_row_its_numbers_and_its_letters() {
    let bytes = write(&letters(3, 9), std::path::Path::new("."), &Progress::default()).expect("written");
    let rows = texts(&bytes);
    let head = rows.iter().position(|row| row[0] == "Setting").expect("headings");
    assert_eq!(rows[head][5..9], ["% met", "Number met", "Out of", "A1"].map(str::to_owned));
    assert_eq!(rows[head + 1][..8], ["All shown", "", "", "", "", "0.75", "3", "4"].map(str::to_owned));
    assert_eq!(rows[head + 2][8..17].join(""), "MOPN\u{2013}\u{b7}*E");
    assert_eq!(rows[head + 4][0], "Example School 3");
}

#[test]
fn what_is_too_large_to_be_held_goes_by_way_of_a_folder_and_comes_out_the_same_and_a_stop_is_heard() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = letters(1100, 200);
    let bytes = write(&map, folder.path(), &Progress::default()).expect("written");
    let rows = texts(&bytes);
    assert!(rows.iter().any(|row| row[0] == "Example School 3" && row[8] == "P"), "{rows:?}");
    assert_eq!(std::fs::read_dir(folder.path()).expect("read").count(), 0, "nothing is left there");
    let stopped = Progress::default();
    stopped.stop();
    let fell = write(&map, folder.path(), &stopped).map_err(|error| error.kind);
    assert_eq!(fell, Err(crate::error::Kind::Stopped));
}

#[test]
fn a_picture_is_sound_says_what_it_leaves_out_and_is_bounded() {
    let small = svg(&letters(3, 9));
    assert!(small.contains("Example School 3") && !small.contains("This picture shows"), "{small}");
    assert!(
        small.contains("Exceeds")
            && small.contains("Not asked")
            && small.contains("Log code 0123456789abcdef<")
    );
    let mut reader = quick_xml::Reader::from_str(&small);
    while !matches!(reader.read_event().expect("sound"), quick_xml::events::Event::Eof) {}

    let large = svg(&letters(MOST_ROWS + 1, 3));
    assert!(large.contains("the first 400 of 401 rows"), "it says what is left out");
    assert!(large.contains("Example School 400<") && !large.contains("Example School 401<"));
    let picture = png(&letters(3, 9), &Progress::default()).expect("drawn");
    assert_eq!(&picture[1..4], b"PNG");
}

#[test]
fn what_is_hidden_is_hidden_in_every_form() {
    let mut map = letters(1, 2);
    let hidden = Share { hidden: true, ..Share::default() };
    map.shown.lines[0].marks = String::new();
    map.shown.lines[0].shares = vec![hidden, share(19, 20)];
    map.shown.lines[0].total = hidden;
    let drawn = svg(&map);
    assert!(drawn.contains("\u{d7}: a figure that is hidden.") && !drawn.contains("nothing was judged"));
    map.shown.lines[0].shares[0] = share(0, 0);
    map.shown.lines[0].total = share(19, 20);
    let drawn = svg(&map);
    assert!(!drawn.contains("that is hidden") && drawn.contains("\u{b7}: nothing was judged."));
    map.shown.lines[0].shares[0] = hidden;
    map.shown.lines[0].total = hidden;
    assert!(!svg(&letters(1, 2)).contains("is hidden"), "letters have a key of their own");
    let bytes = write(&map, std::path::Path::new("."), &Progress::default()).expect("written");
    let row = texts(&bytes).into_iter().find(|row| row[0] == "Example School 1").expect("the row");
    assert_eq!(row[5..10], ["hidden", "hidden", "hidden", "hidden", "0.95"].map(str::to_owned));
    let key = texts(&bytes).into_iter().find(|row| row[0] == "95% or more").expect("the key");
    assert_eq!(
        (key[1].as_str(), key[2].as_str()),
        ("85% to under 95%", ""),
        "over as many columns as it needs"
    );
    assert_eq!(titles(&bytes)[..3], ["Heatmap", "Heatmap: number met", "Heatmap: out of"].map(str::to_owned));
    assert_eq!((step_of(share(19, 20)), step_of(share(18, 20)), step_of(hidden)), ('E', 'M', ' '));
    assert_eq!(
        [narrow(share(1, 300)), narrow(share(299, 300)), narrow(share(3, 3))],
        ["1", "99", "100"].map(str::to_owned)
    );
}
