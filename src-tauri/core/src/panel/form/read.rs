//! Reading a note form: whose it is, what was noted and rated; what is not understood is said with its cell.

use super::{FormQuestion, HEADS, REFERENCE, WHOLE};
use crate::panel::note::Note;
use crate::panel::noted::Noted;
use crate::panel::session::PanelSessionId;
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Place, Sheet};
use crate::template::LevelCode;
use crate::text::{folded, normal};

/// Whose form it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The session.
    pub session: PanelSessionId,
    /// The member, as it stands there.
    pub member: String,
}

/// What a form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRead {
    /// The notes, without blank ones.
    pub notes: Vec<Note>,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

/// Whose form a workbook is; none where it is no note form.
pub fn whose(book: &Book) -> Option<Whose> {
    book.sheets.iter().find_map(|sheet| {
        let session = beside(sheet, REFERENCE)?.parse().ok()?;
        Some(Whose { session, member: beside(sheet, "Member")? })
    })
}

/// What stands to the right of a name, wherever on the sheet that is.
pub(crate) fn beside(sheet: &Sheet, name: &str) -> Option<String> {
    for (row, cells) in sheet.rows.iter() {
        for (column, cell) in cells.iter() {
            if folded(&cell.shown()) == folded(name) {
                let found = (1..4).map(|step| sheet.text(Place::new(*row, column + step)));
                return found.map(|text| normal(&text).trim().to_owned()).find(|text| !text.is_empty());
            }
        }
    }
    None
}

/// Where the columns of a form stand.
struct Columns {
    row: u32,
    number: Option<u32>,
    text: u32,
    rating: u32,
    note: u32,
}

/// Reads the notes of a member, against the questions that the form was made of.
pub fn read(book: &Book, questions: &[FormQuestion], member: &str, agency: &str, source: &str) -> FormRead {
    let mut found = FormRead { notes: Vec::new(), problems: Vec::new() };
    let Some((sheet, columns)) = book.sheets.iter().find_map(|sheet| Some((sheet, columns(sheet)?))) else {
        found.problems.push(problem(
            String::new(),
            "The headings of the form are not there.".to_owned(),
            "Ask for the notes in the form as it was sent.",
        ));
        return found;
    };
    let author = Note {
        question: None,
        member: member.to_owned(),
        agency: agency.to_owned(),
        level: None,
        text: String::new(),
        source: source.to_owned(),
    };
    for (row, _) in sheet.rows.iter().filter(|(row, _)| **row > columns.row) {
        let line = Line { sheet, columns: &columns, row: *row };
        found.notes.extend(line.note(questions, &author, &mut found.problems));
    }
    found
}

/// One row of a form.
struct Line<'s> {
    sheet: &'s Sheet,
    columns: &'s Columns,
    row: u32,
}

impl Line<'_> {
    fn cell(&self, column: u32) -> String {
        normal(&self.sheet.text(Place::new(self.row, column))).trim().to_owned()
    }

    fn at(&self, column: u32) -> String {
        self.sheet.at(Place::new(self.row, column))
    }

    /// What its author noted there; none where nothing was, or where nobody can say on what.
    fn note(&self, questions: &[FormQuestion], author: &Note, problems: &mut Vec<Problem>) -> Option<Note> {
        let (rating, text) = (self.cell(self.columns.rating), self.cell(self.columns.note));
        if rating.is_empty() && text.is_empty() {
            return None;
        }
        let number = self.columns.number.map(|column| self.cell(column)).unwrap_or_default();
        let statement = self.cell(self.columns.text);
        let Some(question) = question(questions, &number, &statement) else {
            let said = format!("A line is of no question of this form: \u{201c}{statement}\u{201d}.");
            let hint = "Ask its author which question is meant.";
            problems.push(problem(self.at(self.columns.text), said, hint));
            return None;
        };
        if question.is_some_and(|one| folded(&one.text) != folded(&statement)) {
            let said = format!("The statement beside number {number} is not the one that was sent.");
            let hint = "It was read by its number; look whether that was meant.";
            problems.push(problem(self.at(self.columns.text), said, hint));
        }
        let level = question.and_then(|one| level(one, &rating));
        if level.is_none() && !rating.is_empty() {
            let said = format!("\u{201c}{rating}\u{201d} is not a rating of this question.");
            let hint = "The note beside it was taken; ask its author for the rating.";
            problems.push(problem(self.at(self.columns.rating), said, hint));
        }
        let question = question.and_then(|one| one.question.clone());
        Some(Note { question, level, text, ..author.clone() }).filter(Note::says_something)
    }
}

fn columns(sheet: &Sheet) -> Option<Columns> {
    sheet.rows.iter().find_map(|(row, cells)| {
        let at = |head: &str| {
            cells.iter().find(|(_, cell)| folded(&cell.shown()) == folded(head)).map(|(column, _)| *column)
        };
        let [number, text, _, rating, note] = HEADS;
        Some(Columns { row: *row, number: at(number), text: at(text)?, rating: at(rating)?, note: at(note)? })
    })
}

/// The question of a row: by its statement, else by its number; the whole is no question.
#[allow(clippy::option_option, reason = "known to be on the whole is not the same as not known")]
fn question<'q>(questions: &'q [FormQuestion], number: &str, text: &str) -> Option<Option<&'q FormQuestion>> {
    if folded(text) == folded(WHOLE) {
        return Some(None);
    }
    let by_text = questions.iter().find(|one| folded(&one.text) == folded(text));
    let by_number =
        || questions.iter().find(|one| !number.is_empty() && folded(&one.number) == folded(number));
    by_text.or_else(by_number).map(Some)
}

fn level(question: &FormQuestion, said: &str) -> Option<LevelCode> {
    let said = folded(said);
    let of = |(code, label): &&(LevelCode, String)| folded(label) == said || folded(&code.0) == said;
    (!said.is_empty()).then(|| question.levels.iter().find(of)).flatten().map(|(code, _)| code.clone())
}

fn problem(place: String, message: String, hint: &str) -> Problem {
    Problem::new(Severity::Question, place, message).hint(hint)
}
