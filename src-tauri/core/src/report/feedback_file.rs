//! A feedback sheet as a file that a setting's own app opens: a workbook to read for those without it, and on a hidden page
//! the sheet itself.
//!
//! What comes back is words and figures alone: no drawing is taken from a file. Refuses to know: either side's file.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::document::{Block, Document, Section};
use super::excel;
use super::pages::twin;
use crate::error::{Error, Result};
use crate::sheet::{Book, Place, Sheet};
use crate::text::normal;

/// A feedback sheet with those it is from and for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeedbackFile {
    /// The partnership.
    pub partnership: String,
    /// Label of the round.
    pub round: String,
    /// The setting.
    pub setting: String,
    /// Its number as people say it: `URN 100001`.
    pub number: String,
    /// The day of the figures: an ISO date.
    pub on: String,
    /// What it says.
    pub sheet: Document,
}

/// What the hidden page says first, with the number of its layout.
const TITLE: &str = "Attest feedback sheet 1";
/// The name of the hidden page.
const PAGE: &str = "Attest";
const NAMES: [&str; 5] = ["Partnership", "Round", "Setting", "Number", "Figures of"];
/// The row from which the sheet stands, counted from 0.
const FIRST: u32 = 7;
/// So many characters stand in a cell: fewer than a workbook holds.
const CELL: usize = 20_000;
/// The most cells that are read.
const CELLS: u32 = 100;

/// Writes it.
pub fn write(feedback: &FeedbackFile) -> Result<Vec<u8>> {
    let json = serde_json::to_string(&plain(feedback.sheet.clone()))
        .map_err(|_| Error::fault("The feedback sheet could not be put into its file."))?;
    excel::write_with(&feedback.sheet, |book| hidden(book, feedback, &json))
}

fn hidden(book: &mut Workbook, feedback: &FeedbackFile, json: &str) -> std::result::Result<(), XlsxError> {
    let page = book.add_worksheet();
    page.set_name(PAGE)?.set_very_hidden(true);
    page.write_string(0, 0, TITLE)?;
    let said = [&feedback.partnership, &feedback.round, &feedback.setting, &feedback.number, &feedback.on];
    for ((row, name), text) in (1_u32..).zip(NAMES).zip(said) {
        page.write_string(row, 0, name)?.write_string(row, 1, text)?;
    }
    let letters: Vec<char> = json.chars().collect();
    for (row, part) in (FIRST..).zip(letters.chunks(CELL)) {
        // A mark before each part, so that no program reads a number or a formula into it.
        page.write_string(row, 0, format!("|{}", part.iter().collect::<String>()))?;
    }
    Ok(())
}

/// Reads it; none where the workbook is another.
pub fn read(book: &Book) -> Result<Option<FeedbackFile>> {
    let first = |sheet: &&Sheet| sheet.text(Place::new(0, 0)).trim() == TITLE;
    let Some(sheet) = book.sheets.iter().find(first) else { return Ok(None) };
    let json: String = (FIRST..FIRST + CELLS)
        .map(|row| sheet.text(Place::new(row, 0)))
        .map_while(|text| text.strip_prefix('|').map(str::to_owned))
        .collect();
    let said = |at: u32| normal(&sheet.text(Place::new(at + 1, 1))).trim().to_owned();
    let document: Document = serde_json::from_str(&json).map_err(|_| {
        Error::input("This feedback file was changed by another program, so that it cannot be opened here.")
            .hint("Open the Word file or the PDF that came with it, or ask for the file again.")
    })?;
    Ok(Some(FeedbackFile {
        partnership: said(0),
        round: said(1),
        setting: said(2),
        number: said(3),
        on: said(4),
        sheet: plain(document),
    }))
}

/// The same document with the figures of its charts in their place.
fn plain(document: Document) -> Document {
    let block = |block: Block| match block {
        Block::Chart(chart) => Block::Table(twin(&chart)),
        Block::Bars(bars) => Block::Table(bars.table()),
        Block::Heading(_)
        | Block::Subheading(_)
        | Block::Text(_)
        | Block::List(_)
        | Block::Pairs(_)
        | Block::Notice(_)
        | Block::Figures(_)
        | Block::Table(_)
        | Block::Signatures(_) => block,
    };
    let section =
        |section: Section| Section { blocks: section.blocks.into_iter().map(block).collect(), ..section };
    Document { sections: document.sections.into_iter().map(section).collect(), ..document }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::{Cell, Column, ColumnKind, Table};

    fn feedback() -> FeedbackFile {
        let table = Table {
            title: "What you rated below met".into(),
            caption: "You rated 1 question below met.".into(),
            as_at: String::new(),
            columns: vec![Column::new("Question", ColumnKind::Text), Column::new("Met", ColumnKind::Share)],
            rows: vec![vec![Cell::text("=A \u{1f600} question|".repeat(2_000)), Cell::share(3, 4)]],
            notes: vec!["A note.".into()],
        };
        FeedbackFile {
            partnership: "Sampleton Partnership".into(),
            round: "2026/27".into(),
            setting: "Example Primary School".into(),
            number: "URN 100001".into(),
            on: "2027-03-02".into(),
            sheet: Document {
                title: "Feedback sheet".into(),
                sections: vec![Section::new("Your return").heading("Your return").table(table)],
                ..Document::default()
            },
        }
    }

    #[test]
    fn a_sheet_comes_out_as_it_went_in_and_another_workbook_is_none() {
        let bytes = write(&feedback()).expect("written");
        let book = crate::sheet::open(&bytes).expect("our own file opens").value;
        assert_eq!(read(&book), Ok(Some(feedback())));
        assert_eq!(read(&Book::default()), Ok(None));
    }

    #[test]
    fn one_that_was_cut_is_refused_with_a_sentence() {
        let bytes =
            excel::write_with(&feedback().sheet, |book| hidden(book, &feedback(), "{\"title\":\"Cut"))
                .expect("written");
        let book = crate::sheet::open(&bytes).expect("it opens").value;
        assert!(read(&book).expect_err("it is cut").message.contains("changed by another program"));
    }

    #[test]
    fn no_drawing_is_taken_from_a_file() {
        let mut with = feedback();
        let Some(Block::Table(table)) = with.sheet.sections[0].blocks.last().cloned() else {
            panic!("a table")
        };
        let chart = crate::report::chart::bars("C6", "Met", &table, ("Question", "Met"), None);
        with.sheet.sections[0].blocks.push(Block::Chart(Box::new(chart)));
        let json = serde_json::to_string(&with.sheet).expect("written");
        let bytes = excel::write_with(&with.sheet, |book| hidden(book, &with, &json)).expect("written");
        let read = read(&crate::sheet::open(&bytes).expect("it opens").value).expect("read").expect("ours");
        let drawn = |block: &Block| matches!(block, Block::Chart(_) | Block::Bars(_));
        assert!(!read.sheet.sections[0].blocks.iter().any(drawn));
    }
}
