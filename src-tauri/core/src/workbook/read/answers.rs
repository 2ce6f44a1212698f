//! Answers from rows: each row is known by its key and by its statement together.
//!
//! Where the two differ, what the workbook held when it was written decides; where nothing does, the statement
//! is believed and a person is asked. Refuses to know: which column holds what.

use std::collections::{HashMap, HashSet};

use super::cover::Kept;
use super::heads::{Columns, Headed, Heads};
use super::marks::{At, Marks};
use super::row::{Onward, Row, Seam};
use super::value;
use crate::error::{Error, Result};
use crate::problem::{Problem, Severity};
use crate::sheet::{Cell, Place, Sheet};
use crate::submission::Answer;
use crate::template::{Question, Template};
use crate::workbook::layout::{self, Column};
use crate::workbook::onward::{self, Part};
use crate::workbook::tables::Names;

/// What answers are read by.
pub struct By<'a> {
    /// The template.
    pub template: &'a Template,
    /// What its rows are known by.
    pub marks: &'a Marks,
    /// What people call its questions.
    pub names: &'a Names<'a>,
    /// The hidden sheet.
    pub kept: &'a Kept,
    /// The questions that were asked.
    pub asked: HashSet<At>,
}

/// What came of a workbook's rows.
pub struct Taken {
    /// Every answer, in the template's order; a question whose row is gone is blank, and said.
    pub answers: Vec<Answer>,
    /// The rows that were a question's, by the place of their sheet.
    pub rows: HashSet<(usize, u32)>,
}

/// Reads every row of answers.
pub fn read(sheets: &[Headed<'_>], by: &By<'_>, problems: &mut Vec<Problem>) -> Result<Taken> {
    let (found, onward) = (HashMap::new(), Onward::default());
    let mut rows = Rows { by, found, onward, taken: HashSet::new(), problems };
    let mut tables = 0;
    for (place, headed) in sheets.iter().enumerate() {
        tables += rows.sheet(place, headed);
    }
    if tables == 0 {
        return Err(Error::input("No sheet of this workbook has the headings \u{2018}Statement\u{2019} and \u{2018}Rating\u{2019}.")
            .hint("Put the row of headings back above the answers, as it was in the workbook that was sent out."));
    }
    let (mut found, mut onward, taken) = (rows.found, rows.onward, rows.taken);
    let mut answers = Vec::new();
    for (at, question) in by.template.questions().enumerate() {
        match onward.join(question, found.remove(&at), problems) {
            Some(row) => answers.push(whole(row, question, by, problems)),
            None if by.asked.contains(&at) => {
                problems.push(gone(question));
                answers.push(Answer::blank(question.id.clone()));
            }
            None => {}
        }
    }
    Ok(Taken { answers, rows: taken })
}

fn gone(question: &Question) -> Problem {
    Problem::new(
        Severity::Question,
        format!("Question {}", question.number),
        format!(
            "The row of question {} is no longer in the workbook; it was taken as blank.",
            question.number
        ),
    )
    .hint("Ask the setting for this answer, or put the row back and read the workbook again.")
}

/// An answer over several rows is sure where it says what it said when the workbook was written, but for its rating.
fn whole(row: Row, question: &Question, by: &By<'_>, problems: &mut Vec<Problem>) -> Answer {
    let seam = row.seam;
    let answer = row.answer(question, by.template, problems);
    let before = by.kept.answers.get(question.id.as_str());
    let sure = match seam {
        Seam::None => return answer,
        Seam::Whole => before.is_none_or(|before| texts_stand(&answer, question, by.template, before)),
        Seam::Torn => false,
    };
    if !sure && answer.says_something() {
        problems.push(torn(question, &answer.source));
    }
    answer
}

fn texts_stand(answer: &Answer, question: &Question, template: &Template, before: &str) -> bool {
    let levels = template.scale_of(question).into_iter().flat_map(|scale| &scale.levels);
    let codes = levels.map(|level| Some(level.code.to_string())).chain([None, answer.value.clone()]);
    codes.into_iter().any(|value| layout::answer_digest(&Answer { value, ..answer.clone() }) == before)
}

fn torn(question: &Question, place: &str) -> Problem {
    let message = format!(
        "The answer to question {} goes over several rows, and some of them were changed or moved; it was taken as it stands now.",
        question.number
    );
    Problem::new(Severity::Question, place, message)
        .hint("Look whether its rows still make one answer, and take out what is left of the earlier text.")
}

struct Rows<'a> {
    by: &'a By<'a>,
    found: HashMap<At, Row>,
    onward: Onward,
    taken: HashSet<(usize, u32)>,
    problems: &'a mut Vec<Problem>,
}

/// How a row is known.
enum Whose {
    /// By both, or by the only one that says anything.
    One(At, Option<String>),
    /// Key and statement name two questions.
    Two { key: At, statement: At },
    /// It is no question's.
    Nobody,
}

impl<'a> Rows<'a> {
    /// Reads a sheet's rows; gives how many tables of answers there were.
    fn sheet(&mut self, place: usize, headed: &Headed<'_>) -> usize {
        let mut columns = headed.above.as_ref().map(|found| &found.columns);
        let mut tables = usize::from(columns.is_some());
        let (mut last, mut moved) = (None, false);
        for row in headed.sheet.rows.keys() {
            match (headed.heads.get(row), columns) {
                (Some(Heads::Answers(found)), _) => (columns, tables) = (Some(&found.columns), tables + 1),
                (Some(Heads::Beside(..)), _) => columns = None,
                (None, Some(columns)) => {
                    if let Some(at) = self.row((place, headed.sheet), *row, columns) {
                        moved |= last.is_some_and(|last| at < last);
                        last = Some(at);
                    }
                }
                (None, None) => {}
            }
        }
        if moved {
            self.problems.push(out_of_order(headed.sheet));
        }
        tables
    }

    /// Reads a row; gives the question whose first row it is.
    fn row(&mut self, (place, sheet): (usize, &Sheet), row: u32, columns: &Columns) -> Option<At> {
        let text = |column| {
            let at = columns.get(&column).map(|at| Place::new(row, *at));
            let typed = at.and_then(|at| sheet.cell(at)).filter(|cell| !cell.formula);
            typed.map(Cell::shown).unwrap_or_default()
        };
        let (key, statement) = (text(Column::Key), text(Column::Statement));
        if let Some((question, part)) = self.continued(&key, &statement) {
            self.taken.insert((place, row));
            let read = Row::read(sheet, row, columns, self.problems);
            self.onward.keep(question, part, read, self.problems);
            return None;
        }
        let whose = self.whose(key.trim(), &statement);
        if matches!(whose, Whose::Nobody) {
            return None;
        }
        self.taken.insert((place, row));
        let mut read = Row::read(sheet, row, columns, self.problems);
        read.hidden = sheet.hidden || sheet.hidden_rows.holds(row);
        let at = self.decided(whose, &read)?;
        let first = !self.found.contains_key(&at);
        self.keep(at, read);
        first.then_some(at)
    }

    /// The question that a row goes on with: by its key, else by its words.
    fn continued(&self, key: &str, statement: &str) -> Option<(&'a Question, Part)> {
        let (id, by_key) = onward::split(key);
        let by_words = onward::continued(statement);
        let part = by_key.or(by_words.as_ref().map(|it| it.1))?;
        let by_key = by_key.and_then(|_| self.by.marks.keyed(id));
        let by_words = by_words.and_then(|(number, _)| self.by.names.find(&number));
        let by_words = || by_words.and_then(|id| self.by.marks.place(id));
        self.question(by_key.or_else(by_words)?).map(|question| (question, part))
    }

    fn question(&self, at: At) -> Option<&'a Question> {
        self.by.marks.question(self.by.template, at)
    }

    fn whose(&self, key: &str, statement: &str) -> Whose {
        match (self.by.marks.keyed(key), self.by.marks.stated(statement)) {
            (Some(key), Some(Some(statement))) if key == statement => Whose::One(key, None),
            (Some(key), Some(None)) => Whose::One(key, None),
            (Some(key), Some(Some(statement))) => Whose::Two { key, statement },
            (Some(key), None) => Whose::One(
                key,
                Some(self.said(
                    key,
                    "The statement of question {} was changed or is gone; the row was known by its key.",
                )),
            ),
            (None, Some(Some(statement))) => Whose::One(
                statement,
                Some(self.said(
                    statement,
                    "The key of question {} is gone or was changed; the row was known by its statement.",
                )),
            ),
            (None, Some(None) | None) => Whose::Nobody,
        }
    }

    fn said(&self, at: At, sentence: &str) -> String {
        sentence.replace("{}", self.question(at).map_or("", |question| &question.number))
    }

    /// The question of a row whose key and statement may differ: what was said before tells which.
    fn decided(&mut self, whose: Whose, row: &Row) -> Option<At> {
        let (key, statement) = match whose {
            Whose::Nobody => return None,
            Whose::One(at, message) => {
                if let Some(message) = message {
                    self.say(Severity::Repaired, &row.source, message);
                }
                return Some(at);
            }
            Whose::Two { key, statement } => (key, statement),
        };
        let (at, severity) = match (self.said_before(row, key), self.said_before(row, statement)) {
            (true, false) => (key, Severity::Repaired),
            (false, true) => (statement, Severity::Repaired),
            (true, true) | (false, false) => (statement, Severity::Question),
        };
        let believed = if at == key { "key" } else { "statement" };
        let message = format!(
            "The key and the statement of this row are of two questions, {} and {}; the {believed} was believed.",
            self.said(key, "{}"),
            self.said(statement, "{}")
        );
        self.say(severity, &row.source, message);
        Some(at)
    }

    /// Whether a row says just what a question's did when the workbook was written.
    fn said_before(&self, row: &Row, at: At) -> bool {
        let Some(question) = self.question(at) else { return false };
        let before = self.by.kept.answers.get(question.id.as_str());
        let now = || row.clone().answer(question, self.by.template, &mut Vec::new());
        !row.is_blank() && before.is_some_and(|before| layout::answer_digest(&now()) == *before)
    }

    fn say(&mut self, severity: Severity, at: &str, message: String) {
        self.problems.push(
            Problem::new(severity, at, message).hint("Look whether the answer belongs to this question."),
        );
    }

    /// A second row for a question is never taken; it is only said when it differs.
    fn keep(&mut self, at: At, row: Row) {
        let number = self.said(at, "{}");
        let Some(first) = self.found.get_mut(&at) else {
            self.found.insert(at, row);
            return;
        };
        let same = row.says(first) || row.is_blank();
        let (severity, place) = (if same { Severity::Note } else { Severity::Question }, row.source.clone());
        let earlier = first.source.clone();
        if (first.hidden || first.is_blank()) && !row.hidden && !same {
            *first = row;
        }
        let taken = &first.source;
        let message =
            format!("Question {number} stands twice, here and at {earlier}; the row at {taken} was taken.");
        self.problems
            .push(Problem::new(severity, place, message).hint("Look which of the two answers is meant."));
    }
}

fn out_of_order(sheet: &Sheet) -> Problem {
    let message = "The rows of this sheet stand in another order than they were written in; each was known by its key and its statement.";
    Problem::new(Severity::Repaired, format!("Sheet '{}'", sheet.name), message)
        .hint("If the rows were sorted, look whether the answers moved along with their statements.")
}

impl Row {
    fn answer(self, question: &Question, template: &Template, problems: &mut Vec<Problem>) -> Answer {
        let mut answer = Answer::blank(question.id.clone());
        for (column, text) in self.texts {
            layout::set_text(&mut answer, column, text, template);
        }
        if let Some((cell, place)) = &self.rating {
            answer.value = value::read(question, template, cell, place, problems);
        }
        answer.source = self.source;
        answer
    }
}

/// Says where answers stand beside other questions than when the workbook was written, as after a sort of them alone.
pub fn compare(answers: &[Answer], by: &By<'_>, problems: &mut Vec<Problem>) {
    let changed: Vec<Changed<'_>> = answers.iter().filter_map(|answer| Changed::of(answer, by)).collect();
    let moved = |one: &&Changed<'_>| {
        let noted = !one.answer.note.is_empty();
        noted && changed.iter().any(|other| one.stood_at(other))
    };
    let moved: Vec<&Answer> = changed.iter().filter(moved).map(|one| one.answer).collect();
    let sheets: HashSet<&str> =
        moved.iter().filter_map(|it| it.source.rsplit_once(", cell ")).map(|it| it.0).collect();
    let mut sheets: Vec<&str> = sheets.into_iter().filter(|sheet| count(&moved, sheet) > 1).collect();
    sheets.sort_unstable();
    problems.extend(sheets.into_iter().map(|sheet| sorted_alone(sheet, count(&moved, sheet))));
}

/// An answer that is not as it was when the workbook was written.
struct Changed<'a> {
    answer: &'a Answer,
    standard: Option<usize>,
    /// The digest of what stood there, where anything did.
    before: Option<&'a str>,
}

impl<'a> Changed<'a> {
    fn of(answer: &'a Answer, by: &By<'a>) -> Option<Self> {
        let before = by.kept.answers.get(answer.question.as_str())?;
        if layout::answer_digest(answer) == *before {
            return None;
        }
        let at = by.marks.place(&answer.question);
        let blank = at.and_then(|at| by.marks.blank(at)) == Some(before.as_str());
        let standard = at.and_then(|at| by.marks.standard(at));
        Some(Self { answer, standard, before: (!blank).then_some(before.as_str()) })
    }

    /// Whether this answer is what stood beside another question of the same standard.
    fn stood_at(&self, other: &Self) -> bool {
        let Some(before) = other.before else { return false };
        other.answer.question != self.answer.question
            && other.standard == self.standard
            && layout::digest_as(self.answer, &other.answer.question) == before
    }
}

fn count(moved: &[&Answer], sheet: &str) -> usize {
    moved
        .iter()
        .filter(|answer| answer.source.strip_prefix(sheet).is_some_and(|rest| rest.starts_with(", cell ")))
        .count()
}

fn sorted_alone(sheet: &str, count: usize) -> Problem {
    let message = format!(
        "{count} answers on this sheet stand beside other questions than when the workbook was written, as if they had been sorted without their statements."
    );
    let hint = "Ask the setting for the workbook as it was before it was sorted, or look at every answer on this sheet.";
    Problem::new(Severity::Question, sheet, message).hint(hint)
}
