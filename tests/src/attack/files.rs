//! What is written of a paper, read back from the bytes: no number stands there that the paper itself does not say.
//!
//! Workbooks are read part by part, pages that are not shown, kept results and charts among it; Word files with all their
//! parts; the page with its attributes; PDFs as poppler reads their structure, with what their pictures say in words; and the
//! file that a setting's app opens. A row must be a row of the paper, figure for figure, and words must be words of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use attest::analysis::Table;
use attest::analysis::sharing::{Sharing, Shown};
use attest::analysis::table::Cell;
use attest::progress::Progress;
use attest::report::document::{Block, Section};
use attest::report::feedback_file::{self, FeedbackFile};
use attest::report::{Document, excel, html, pdf, table_book, word};

use super::ground::{Dice, THRESHOLD};
use super::markup::{Piece, of_hidden_page, of_package, of_page, of_pdf};
use super::words::{drawn, every_table, words};

/// How a row is written: as it is read, or as numbers that a workbook works with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum As {
    Read,
    Numbers,
    Both,
}

/// The first words of a row, and its numbers, written in each way.
type Row = (String, [Vec<String>; 3]);

/// Everything that a paper says.
struct Said {
    /// Words, without gaps between them.
    words: BTreeSet<String>,
    all: String,
    /// Rows: their first words and their numbers, as they are read and as numbers.
    rows: Vec<Row>,
}

impl Said {
    fn of(document: &Document) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for block in document.sections.iter().flat_map(|one| &one.blocks) {
            match block {
                Block::Pairs(pairs) => {
                    rows.extend(pairs.iter().map(|one| row(&[one.name.clone(), one.said.clone()])))
                }
                Block::Figures(figures) => {
                    let mut side = Vec::new();
                    for one in figures {
                        rows.push(row(&[one.value.clone(), one.label.clone(), one.note.clone()]));
                        rows.push(row(&[one.label.clone(), one.value.clone(), one.note.clone()]));
                        side.extend([one.label.clone(), one.value.clone(), one.note.clone()]);
                    }
                    rows.push(row(&side));
                }
                _other => {}
            }
        }
        rows.extend(every_table(document).iter().flat_map(rows_of));
        let (mut known, mut all) = (BTreeSet::new(), String::new());
        for text in words(document).iter().map(String::as_str).chain(TECHNICAL) {
            known.extend(clauses(text).map(squeezed));
            all = all + &squeezed(text) + "\n";
        }
        Self { words: known, all, rows }
    }

    /// Whether the paper says this.
    fn holds(&self, piece: &Piece, how: As) -> bool {
        let has = |text: &str| {
            let text = squeezed(text);
            let long = text.chars().count() >= LONG && self.all.contains(&text);
            long || self.words.contains(&text) || numbers(&text).is_empty()
        };
        match piece {
            Piece::Words(text) => has(text) || clauses(text).all(has),
            Piece::Row(cells) => {
                let begins = first(cells);
                let all: Vec<String> = cells.iter().flat_map(|cell| numbers(cell)).collect();
                let fits = |(name, rows): &Row| {
                    (begins.starts_with(name.as_str()) || name.starts_with(&begins))
                        && within(&all, &rows[how as usize])
                };
                all.is_empty() || self.rows.iter().any(fits)
            }
        }
    }
}

/// A row of words.
fn row(cells: &[String]) -> Row {
    let all: Vec<String> = cells.iter().flat_map(|cell| numbers(cell)).collect();
    (first(cells), [all.clone(), all.clone(), all])
}

/// The rows of a table with its head, which may stand three times: a share stands in three columns of a workbook.
fn rows_of(table: &Table) -> Vec<Row> {
    let heads: Vec<String> = table.columns.iter().map(|one| one.label.clone()).collect();
    let head = row(&[heads.clone(), heads.clone(), heads].concat());
    let of = |cells: &Vec<Cell>| {
        let texts: Vec<String> = cells.iter().map(|cell| cell.text.to_string()).collect();
        let read: Vec<String> = texts.iter().flat_map(|text| numbers(text)).collect();
        let behind = cells.iter().flat_map(|cell| cell.count.into_iter().chain(cell.base));
        let both = read.iter().cloned().chain(behind.map(|one| one.to_string())).collect();
        (first(&texts), [read, cells.iter().flat_map(plain).collect(), both])
    };
    [head].into_iter().chain(table.rows.iter().map(of)).collect()
}

/// The numbers that stand for a cell in a workbook.
fn plain(cell: &Cell) -> Vec<String> {
    match (cell.count, cell.base) {
        (Some(count), Some(base)) if base > 0 => {
            vec![count.to_string(), base.to_string(), number(f64::from(count) / f64::from(base))]
        }
        (Some(count), None) => vec![count.to_string()],
        (count, base) => count.iter().chain(&base).map(u32::to_string).chain(numbers(&cell.text)).collect(),
    }
}

/// Words of so many letters are looked for within longer ones.
const LONG: usize = 15;

fn first(cells: &[String]) -> String {
    cells.iter().map(|cell| squeezed(cell)).find(|cell| !cell.is_empty()).unwrap_or_default()
}

/// Letters and figures without what stands between them.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The parts of which words are put together.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    [". ", "; ", ": ", " \u{b7} "]
        .iter()
        .fold(vec![text], |all, mark| all.into_iter().flat_map(|one| one.split(mark)).collect())
        .into_iter()
}

/// What files say that is no figure: pages, sizes, layouts, and years at the end of a line.
const TECHNICAL: [&str; 8] = [
    "width=device-width, initial-scale=1",
    "Page 1 of 1",
    "Attest feedback sheet 1",
    "2026",
    "2025",
    "2026/27",
    "2025/26",
    "100",
];

/// A number as it is compared: whole, or to nine places.
pub fn number(of: f64) -> String {
    if of.fract() == 0.0 { format!("{of:.0}") } else { format!("{of:.9}") }
}

/// Every number in words: `1,234` is one, `80.0%` is one.
fn numbers(text: &str) -> Vec<String> {
    let part = |letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == ',');
    let bare = text.split(part).map(|one| one.trim_matches(['.', ',']).replace(',', ""));
    bare.filter(|one| !one.is_empty()).collect()
}

/// Whether each number of the first is one of the second, each taken once.
fn within(some: &[String], all: &[String]) -> bool {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    all.iter().for_each(|one| *left.entry(one).or_default() += 1);
    some.iter().all(|one| match left.get_mut(one.as_str()) {
        Some(many) if *many > 0 => {
            *many -= 1;
            true
        }
        _ => false,
    })
}

/// Every format of a paper with the pieces that are read back from it.
fn written(document: &Document, folder: &Path) -> Vec<(&'static str, As, Vec<Piece>)> {
    let path = folder.join("paper.pdf");
    let mut all = vec![
        ("Excel", As::Numbers, of_package(&excel::write(document).expect("a workbook"))),
        ("the page", As::Read, of_page(&html::write(document))),
    ];
    // Slides and tables that are saved one by one have no paper of their own.
    if !document.title.is_empty() {
        let file = FeedbackFile { sheet: document.clone(), ..FeedbackFile::default() };
        let book = feedback_file::write(&file).expect("a workbook");
        all.push(("the app's file", As::Both, of_hidden_page(&book)));
        all.push(("Word", As::Read, of_package(&word::write(document).expect("a Word file"))));
        let bytes = pdf::write(document).expect("a PDF");
        std::fs::write(&path, &bytes).expect("written");
        all.push(("the PDF", As::Read, of_pdf(&path, &bytes)));
    }
    all
}

/// What the files of a document say that a paper does not, and what its drawings say that the tables below them do not.
fn besides(document: &Document, paper: &Document, folder: &Path) -> BTreeSet<String> {
    let said = Said::of(paper);
    let mut found = drawn_besides(paper);
    for (format, how, pieces) in written(document, folder) {
        assert!(pieces.len() > 10, "{format} of {} is not read", document.title);
        for (place, piece) in pieces.iter().enumerate() {
            let is_said = said.holds(piece, how) || said.holds(&with_before(&pieces[..place], piece), how);
            found.extend((!is_said).then(|| format!("{format} of {}: {piece:?}", document.title)));
        }
    }
    found
}

/// The end of a sentence that goes on from one row to the next.
fn with_before(before: &[Piece], piece: &Piece) -> Piece {
    match (before.last(), piece) {
        (Some(Piece::Words(one)), Piece::Words(other)) => Piece::Words(format!("{one} {other}")),
        _other => piece.clone(),
    }
}

/// What a workbook of one table says that the table does not.
fn besides_table(table: &Table) -> BTreeSet<String> {
    let section = Section::new(&table.title).with(Block::Table(table.clone()));
    let said = Said::of(&Document { sections: vec![section], ..Document::default() });
    let bytes = table_book::write(table, "HEAD", &Progress::default()).expect("a workbook");
    let pieces = of_package(&bytes);
    let more = pieces.iter().enumerate().filter(|(place, piece)| {
        !said.holds(piece, As::Numbers) && !said.holds(&with_before(&pieces[..*place], piece), As::Numbers)
    });
    more.map(|(_, piece)| format!("{}: {piece:?}", table.title)).collect()
}

/// Steps of axes and of shades.
const STEPS: [&str; 9] = ["0", "20", "25", "40", "50", "60", "75", "90", "100"];

/// Numbers in drawings, and in what is said of them, that do not stand in the table below.
fn drawn_besides(document: &Document) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for block in document.sections.iter().flat_map(|one| &one.blocks) {
        let Block::Chart(chart) = block else { continue };
        let cells = || chart.table.rows.iter().flatten();
        let behind =
            cells().flat_map(|cell| cell.count.into_iter().chain(cell.base)).map(|one| one.to_string());
        let heads = chart.table.columns.iter().map(|column| column.label.as_str());
        let texts = cells().map(|cell| cell.text.as_str()).chain(heads).chain([chart.caption.as_str()]);
        let mut known: BTreeSet<String> = texts.flat_map(numbers).chain(behind).collect();
        let size = [chart.table.rows.len(), chart.table.columns.len(), chart.table.columns.len() - 1];
        known.extend(size.iter().map(ToString::to_string).chain(STEPS.map(str::to_owned)));
        for text in drawn(chart).iter().chain([&chart.said, &chart.note]) {
            let more = numbers(text).into_iter().filter(|one| !known.contains(one));
            found.extend(more.map(|one| format!("the chart {}: {one} in {text}", chart.title)));
        }
    }
    found
}

#[test]
fn no_written_file_says_more_than_its_paper() {
    let round = super::round(&mut Dice::new(4));
    let sharing = Sharing::of(&round.grid, THRESHOLD);
    let folder = tempfile::tempdir().expect("a folder");
    let (mut seen, mut found) = (BTreeSet::new(), BTreeSet::new());
    for paper in round.shared(Shown::ToOthers(&sharing), &[]) {
        // The same figures under other headings are written alike.
        if seen.insert(paper.title.clone()) {
            found.extend(besides(&paper, &paper, folder.path()));
        }
    }
    found.extend(round.tables(Shown::ToOthers(&sharing), &[]).iter().flat_map(besides_table));
    assert!(found.is_empty(), "{found:#?}");
    assert!(seen.len() > 10, "{seen:?}");
}

/// The paper with one figure hidden in a table, and all of a chart, as if it should have been so.
fn with_one_more_hidden(paper: &Document) -> Document {
    let mut paper = paper.clone();
    let hide = |table: &mut Table| {
        let cell = table.rows.iter_mut().flatten().find(|cell| cell.base.is_some_and(|base| base > 0));
        cell.map(|cell| *cell = Cell::hidden()).is_some()
    };
    let (mut tables, mut charts) = (1, 1);
    for block in paper.sections.iter_mut().flat_map(|one| &mut one.blocks) {
        match block {
            Block::Table(table) if tables > 0 => tables -= usize::from(hide(table)),
            Block::Chart(chart) if charts > 0 => {
                while hide(&mut chart.table) {
                    charts = 0;
                }
                chart.said = "Hidden.".to_owned();
            }
            _other => {}
        }
    }
    assert!(tables + charts == 0, "a paper with a table and a chart");
    paper
}

#[test]
fn a_figure_that_a_file_says_besides_is_found_in_every_format() {
    let round = super::round(&mut Dice::new(4));
    let sharing = Sharing::of(&round.grid, THRESHOLD);
    let folder = tempfile::tempdir().expect("a folder");
    let papers = round.shared(Shown::ToOthers(&sharing), &[]);
    let paper = papers.iter().find(|paper| paper.title == "Report of the round").expect("a paper");
    let found = besides(paper, &with_one_more_hidden(paper), folder.path());
    for format in ["Excel", "Word", "the page", "the PDF", "the app's file", "the chart"] {
        assert!(found.iter().any(|one| one.starts_with(format)), "{format}: {found:#?}");
    }
    for format in ["Excel", "Word", "the page", "the PDF"] {
        let in_words = |one: &&String| one.starts_with(format) && one.contains(" bars, the first");
        assert!(found.iter().any(|one| in_words(&one)), "what a picture says in {format}: {found:#?}");
    }
}

#[test]
fn a_word_of_a_picture_and_of_a_page_that_is_not_shown_is_read() {
    let pieces =
        of_page("<svg aria-label=\"3 of 4 met\"><text>75%</text></svg><table><tr><td>All</td></tr></table>");
    let words = |text: &str| Piece::Words(text.to_owned());
    assert!(pieces.contains(&words("3 of 4 met")) && pieces.contains(&words("75%")));
    let nothing = Said::of(&Document::default());
    assert!(!nothing.holds(&words("3 of 4 met"), As::Read) && !nothing.holds(&words("3"), As::Numbers));
    let row = Piece::Row(vec!["All".to_owned(), "3".to_owned()]);
    assert!(!nothing.holds(&row, As::Read) && !nothing.holds(&row, As::Both));
}
