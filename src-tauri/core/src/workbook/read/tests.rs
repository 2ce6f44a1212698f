//! Workbooks that people have worked in: rows moved, taken out, typed over; nothing silently wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use super::found;
use crate::problem::{Problem, Read, Severity};
use crate::sheet::{self, Book, Cell, Cells, Content, Sheet};
use crate::submission::Answer;
use crate::template::{self, QuestionKind, Template};
use crate::workbook::Templates;
use crate::workbook::{Found, Identity, Return, write};

/// Columns as they are written.
const STATEMENT: u32 = 1;
const RATING: u32 = 2;
const NOTE: u32 = 3;
const KEY: u32 = 7;

fn template() -> &'static Template {
    template::library::find("school@2025.1").expect("it ships")
}

fn sample() -> Return {
    let template = template();
    let answers = template.questions().enumerate().map(|(place, question)| {
        let mut answer = Answer::blank(question.id.clone());
        if matches!(question.kind, QuestionKind::Rating | QuestionKind::YesNo) {
            let levels = &template.scale_of(question).expect("a scale").levels;
            answer.value = Some(levels[place % levels.len()].code.to_string());
        }
        answer.note = format!("Note {place}");
        answer
    });
    Return {
        identity: Identity {
            submission: Uuid::from_u128(11),
            issue: None,
            export: Uuid::from_u128(12),
            revision: 2,
            template: template.id.clone(),
            version: template.version.clone(),
            digest: template::toml::digest(template),
            round: "2026 to 2027".to_owned(),
            kind: crate::workbook::ExportKind::Return,
        },
        setting: "Example Primary School".to_owned(),
        identifiers: BTreeMap::from([("urn".to_owned(), "100000".to_owned())]),
        facts: BTreeMap::new(),
        answers: answers.collect(),
        ..Return::default()
    }
}

fn book(returned: &Return) -> Book {
    let bytes = write(returned, template()).expect("written").value;
    sheet::read(sheet::guard::open(&bytes).expect("sound").value).expect("read").value
}

/// The sheet of the first standard, and the row of its first question.
fn first(book: &mut Book) -> (&mut Sheet, u32) {
    let known = template().standards[0].questions[0].text.clone();
    let at = |sheet: &Sheet| {
        let holds = |cells: &Cells| {
            cells.contains_key(&KEY) && cells.get(&STATEMENT).is_some_and(|cell| cell.text() == known)
        };
        sheet.rows.iter().find(|(_, cells)| holds(cells)).map(|(row, _)| *row)
    };
    let sheet = book.sheets.iter_mut().find(|sheet| at(sheet).is_some()).expect("its sheet");
    let row = at(sheet).expect("its row");
    (sheet, row)
}

fn typed(text: &str) -> Cell {
    Cell { content: Content::Text(Arc::from(text)), formula: false }
}

fn read(book: &Book) -> Read<Found> {
    found(book, Vec::new(), &Templates::of(&[template().clone()])).expect("it is a return")
}

/// What was answered, without places.
fn answers(read: &Read<Found>) -> Vec<Answer> {
    let mut answers = read.value.returned.answers.clone();
    answers.iter_mut().for_each(|answer| answer.source.clear());
    answers
}

fn said(read: &Read<Found>, severity: Severity, words: &str) -> usize {
    let fits = |problem: &&Problem| problem.severity == severity && problem.message.contains(words);
    read.problems.iter().filter(fits).count()
}

#[test]
fn a_row_taken_out_is_blank_and_said_and_the_others_stay_right() {
    let returned = sample();
    let mut book = book(&returned);
    let (sheet, row) = first(&mut book);
    sheet.rows.remove(&row);
    let read = read(&book);
    assert_eq!(answers(&read)[0], Answer::blank(returned.answers[0].question.clone()));
    assert_eq!(answers(&read)[1..], returned.answers[1..]);
    assert_eq!(
        (read.problems.len(), said(&read, Severity::Question, "no longer in the workbook")),
        (1, 1),
        "{:#?}",
        read.problems
    );
}

#[test]
fn rows_and_columns_put_in_between_and_sheets_renamed_change_nothing() {
    let returned = sample();
    let mut book = book(&returned);
    for (place, sheet) in book
        .sheets
        .iter_mut()
        .enumerate()
        .filter(|(_, sheet)| sheet.text(sheet::Place::new(0, 0)) != "attest-return")
    {
        sheet.name = format!("Renamed {place}");
        let rows = std::mem::take(&mut sheet.rows);
        let aside = |cells: Cells| cells.into_iter().map(|(column, cell)| (column + 3, cell)).collect();
        sheet.rows = rows.into_iter().map(|(row, cells)| (row * 2 + 5, aside(cells))).collect();
        let hidden = sheet.hidden_columns.iter().map(|(from, to)| (from + 3, to + 3));
        sheet.hidden_columns = sheet::Ranges::of(hidden.collect());
    }
    let read = read(&book);
    assert_eq!((answers(&read) == returned.answers, read.problems), (true, Vec::new()));
}

#[test]
fn a_sort_that_left_the_key_out_believes_the_statement() {
    let returned = sample();
    let mut book = book(&returned);
    let (sheet, row) = first(&mut book);
    let keys = [row, row + 1].map(|row| sheet.rows[&row][&KEY].clone());
    let [one, two] = [row, row + 1].map(|row| sheet.rows.remove(&row).expect("a row"));
    sheet.rows.insert(row, two);
    sheet.rows.insert(row + 1, one);
    for (row, key) in (row..).zip(keys) {
        sheet.rows.get_mut(&row).expect("a row").insert(KEY, key);
    }
    let read = read(&book);
    assert_eq!(answers(&read), returned.answers);
    assert_eq!(said(&read, Severity::Repaired, "the statement was believed"), 2);
    assert_eq!((read.problems.len(), said(&read, Severity::Repaired, "in another order")), (3, 1));
}

#[test]
fn without_keys_or_with_a_reworded_statement_rows_are_still_known() {
    let returned = sample();
    let mut book = book(&returned);
    let (sheet, row) = first(&mut book);
    let cells = sheet.rows.get_mut(&row).expect("a row");
    cells.insert(STATEMENT, typed("Our own words"));
    sheet.rows.get_mut(&(row + 1)).expect("a row").remove(&KEY);
    let read = read(&book);
    assert_eq!(answers(&read), returned.answers);
    assert_eq!(said(&read, Severity::Repaired, "known by its key"), 1);
    assert_eq!(said(&read, Severity::Repaired, "known by its statement"), 1);
}

#[test]
fn a_row_that_stands_twice_is_a_question_and_the_first_is_taken() {
    let returned = sample();
    let mut book = book(&returned);
    let (sheet, row) = first(&mut book);
    let mut again = sheet.rows[&row].clone();
    again.insert(NOTE, typed("Another note"));
    sheet.rows.insert(9_000, again);
    let read = read(&book);
    assert_eq!(answers(&read), returned.answers);
    assert_eq!(
        (read.problems.len(), said(&read, Severity::Question, "stands twice")),
        (1, 1),
        "{:#?}",
        read.problems
    );
}

#[test]
fn an_answer_to_no_question_is_said() {
    let returned = sample();
    let mut book = book(&returned);
    first(&mut book)
        .0
        .rows
        .insert(9_000, Cells::from([(STATEMENT, typed("Our own line")), (NOTE, typed("Ours"))]));
    let read = read(&book);
    assert_eq!(answers(&read), returned.answers);
    assert_eq!(
        (read.problems.len(), said(&read, Severity::Question, "no question of this template")),
        (1, 1)
    );
}

#[test]
fn formulas_errors_and_words_of_their_own_are_never_taken() {
    let returned = sample();
    let mut book = book(&returned);
    let (sheet, row) = first(&mut book);
    let mut put = |row: u32, cell: Cell| drop(sheet.rows.get_mut(&row).expect("a row").insert(RATING, cell));
    put(row, Cell { formula: true, ..typed("Met") });
    put(row + 1, Cell { content: Content::Error("#REF!"), formula: false });
    put(row + 2, typed("sort of"));
    put(row + 3, typed(" FULLY  met "));
    let read = read(&book);
    let values: Vec<_> =
        read.value.returned.answers[..4].iter().map(|answer| answer.value.as_deref()).collect();
    assert_eq!(values, [None, None, None, Some("met")]);
    assert_eq!(said(&read, Severity::Question, "a formula"), 1);
    assert_eq!(said(&read, Severity::Question, "#REF!"), 1);
    assert_eq!(said(&read, Severity::Question, "none of the answers"), 1);
    assert_eq!(said(&read, Severity::Repaired, "was read as"), 1);
}

#[test]
fn the_identity_outlives_the_loss_of_any_two_of_its_places() {
    let returned = sample();
    let whole = book(&returned);
    let mut only_cover = whole.clone();
    only_cover.properties.clear();
    only_cover.sheets.retain(|sheet| sheet.name != "Attest");
    let mut only_properties = whole.clone();
    only_properties.sheets.retain(|sheet| !["Attest", "Cover"].contains(&sheet.name.as_str()));
    for book in [only_cover, only_properties] {
        assert_eq!(read(&book).value.returned.identity, returned.identity);
    }
    let mut mixed = whole.clone();
    mixed.properties.insert("Attest return".to_owned(), Uuid::from_u128(99).to_string());
    let read = read(&mixed);
    assert_eq!(read.value.returned.identity, returned.identity);
    assert_eq!(said(&read, Severity::Question, "not the same everywhere"), 1);
}

#[test]
fn a_workbook_without_headings_or_identity_is_no_return() {
    let mut book = book(&sample());
    book.sheets.retain(|sheet| ["Cover", "Attest"].contains(&sheet.name.as_str()));
    let error = found(&book, Vec::new(), &Templates::default()).expect_err("no headings");
    assert!(error.message.contains("headings"), "{}", error.message);
    let error = found(&Book::default(), Vec::new(), &Templates::default()).expect_err("nothing at all");
    assert!(error.message.contains("not a return"), "{}", error.message);
}
