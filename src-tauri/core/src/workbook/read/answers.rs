//! Answers from rows: each row is known by its key and by its statement, each column by its heading.

use std::collections::{BTreeMap, HashMap};

use super::cover::{Kept, is_kept};
use super::value;
use crate::error::{Error, Result};
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Place, Sheet};
use crate::submission::Answer;
use crate::template::{Question, QuestionId, Template};
use crate::text::{folded, normal};
use crate::workbook::layout::{self, Column};

type Columns = BTreeMap<Column, u32>;

/// Every answer, in the template's order; a question whose row is gone is blank, and said.
pub fn read(
    book: &Book,
    template: &Template,
    kept: &Kept,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Answer>> {
    let mut rows = Rows { template, statements: statements(template), found: HashMap::new(), problems };
    let mut headings = 0;
    for sheet in book.sheets.iter().filter(|sheet| !is_kept(sheet)) {
        headings += rows.sheet(sheet);
    }
    if headings == 0 {
        return Err(Error::input("No sheet of this workbook has the headings \u{2018}Statement\u{2019} and \u{2018}Rating\u{2019}.")
            .hint("Put the row of headings back above the answers, as it was in the workbook that was sent out."));
    }
    let mut found = rows.found;
    let mut answers = Vec::new();
    for question in template.questions() {
        match found.remove(&question.id) {
            Some(answer) => answers.push(answer),
            None if kept.answers.contains_key(question.id.as_str()) => {
                problems.push(gone(question));
                answers.push(Answer::blank(question.id.clone()));
            }
            None => {}
        }
    }
    Ok(answers)
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
    .hint("Ask the setting for this answer.")
}

/// Questions by their statement; a text that two questions share knows neither.
fn statements(template: &Template) -> HashMap<String, Option<&Question>> {
    let mut statements = HashMap::new();
    for question in template.questions() {
        statements.entry(folded(&question.text)).and_modify(|found| *found = None).or_insert(Some(question));
    }
    statements
}

struct Rows<'a> {
    template: &'a Template,
    statements: HashMap<String, Option<&'a Question>>,
    found: HashMap<QuestionId, Answer>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Rows<'a> {
    /// Reads a sheet's rows below its headings; gives how many rows of headings there were.
    fn sheet(&mut self, sheet: &Sheet) -> usize {
        let (mut columns, mut headings) = (Columns::new(), 0);
        for row in sheet.rows.keys() {
            if let Some(found) = self.headings(sheet, *row) {
                (columns, headings) = (found, headings + 1);
            } else if !columns.is_empty() {
                self.row(sheet, *row, &columns);
            }
        }
        headings
    }

    fn headings(&self, sheet: &Sheet, row: u32) -> Option<Columns> {
        let mut columns = Columns::new();
        for (column, cell) in sheet.rows.get(&row)? {
            if let Some(named) = Column::read(&cell.text(), self.template) {
                columns.entry(named).or_insert(*column);
            }
        }
        let known = columns.contains_key(&Column::Statement) || columns.contains_key(&Column::Key);
        (known && columns.contains_key(&Column::Rating)).then_some(columns)
    }

    fn row(&mut self, sheet: &Sheet, row: u32, columns: &Columns) {
        let place = |column: Column| columns.get(&column).map(|at| Place::new(row, *at));
        let text = |column| place(column).map(|at| sheet.text(at)).unwrap_or_default();
        let at = place(Column::Rating).unwrap_or(Place::new(row, 0));
        let Some(question) = self.question(&text(Column::Key), &text(Column::Statement), &sheet.at(at))
        else {
            self.unknown(sheet, row, columns);
            return;
        };
        let answer = self.answer(question, sheet, row, columns);
        self.keep(question, answer);
    }

    /// The question of a row: key and statement together; the statement wins.
    fn question(&mut self, key: &str, statement: &str, at: &str) -> Option<&'a Question> {
        let template = self.template;
        let by_key = template.question(&QuestionId(key.trim().to_owned()));
        let by_statement = self.statements.get(&folded(statement)).copied().flatten();
        let repeated = self.statements.get(&folded(statement)).is_some_and(Option::is_none);
        match (by_key, by_statement) {
            (Some(key), Some(statement)) if key.id == statement.id => Some(key),
            (Some(key), None) if repeated => Some(key),
            (Some(_), Some(statement)) => {
                self.say(at, format!("The key of this row is another question\u{2019}s; the statement was believed: question {}.", statement.number));
                Some(statement)
            }
            (Some(key), None) => {
                self.say(
                    at,
                    format!(
                        "The statement of question {} was changed or is gone; the row was known by its key.",
                        key.number
                    ),
                );
                Some(key)
            }
            (None, Some(statement)) => {
                self.say(
                    at,
                    format!(
                        "The key of question {} is gone; the row was known by its statement.",
                        statement.number
                    ),
                );
                Some(statement)
            }
            (None, None) => None,
        }
    }

    fn say(&mut self, at: &str, message: String) {
        self.problems.push(
            Problem::new(Severity::Repaired, at, message)
                .hint("Look whether the answer belongs to this question."),
        );
    }

    fn unknown(&mut self, sheet: &Sheet, row: u32, columns: &Columns) {
        let filled = |(column, at): (&Column, &u32)| {
            let text = sheet.text(Place::new(row, *at));
            (column.answered() && !text.trim().is_empty()).then(|| (Place::new(row, *at), text))
        };
        let Some((at, text)) = columns.iter().find_map(filled) else { return };
        let shown: String = text.chars().take(60).collect();
        self.problems.push(
            Problem::new(
                Severity::Question,
                sheet.at(at),
                format!("\u{201c}{shown}\u{201d} stands in a row that is no question of this template; it was left out."),
            )
            .hint("If it belongs to a question, copy it into that question\u{2019}s row."),
        );
    }

    fn answer(&mut self, question: &Question, sheet: &Sheet, row: u32, columns: &Columns) -> Answer {
        let mut answer = Answer::blank(question.id.clone());
        for (column, at) in columns.iter().filter(|(column, _)| column.answered()) {
            let at = Place::new(row, *at);
            let place = sheet.at(at);
            let Some(cell) = sheet.cell(at).and_then(|cell| value::plain(cell, &place, self.problems)) else {
                continue;
            };
            if *column == Column::Rating {
                answer.value = value::read(question, self.template, cell, &place, self.problems);
            } else {
                layout::set_text(&mut answer, *column, normal(&cell.text()), self.template);
            }
        }
        answer.source = sheet.at(Place::new(row, columns.get(&Column::Rating).copied().unwrap_or(0)));
        answer
    }

    /// A second row for a question is never taken; it is only said when it differs.
    fn keep(&mut self, question: &Question, answer: Answer) {
        let Some(first) = self.found.get_mut(&question.id) else {
            self.found.insert(question.id.clone(), answer);
            return;
        };
        let blank = |answer: &Answer| {
            *answer == Answer { source: answer.source.clone(), ..Answer::blank(answer.question.clone()) }
        };
        let same = Answer { source: first.source.clone(), ..answer.clone() } == *first || blank(&answer);
        let (severity, place) =
            (if same { Severity::Note } else { Severity::Question }, answer.source.clone());
        let earlier = first.source.clone();
        if blank(first) && !same {
            *first = answer;
        }
        let taken = &first.source;
        let message = format!(
            "Question {} stands twice, here and at {earlier}; the row at {taken} was taken.",
            question.number
        );
        self.problems
            .push(Problem::new(severity, place, message).hint("Look which of the two answers is meant."));
    }
}
