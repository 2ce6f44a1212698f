//! Answers from rows: each row is known by its key and by its statement, each column by its heading.

use std::collections::HashMap;

use super::cover::Kept;
use super::heads::{Columns, Headed, Heads};
use super::row::{Onward, Row};
use super::value;
use crate::error::{Error, Result};
use crate::problem::{Problem, Severity};
use crate::sheet::{Place, Sheet};
use crate::submission::Answer;
use crate::template::{Question, QuestionId, Template};
use crate::text::{folded, short};
use crate::workbook::layout::Column;
use crate::workbook::onward::{self, Part};
use crate::workbook::tables::Names;

/// Every answer, in the template's order; a question whose row is gone is blank, and said.
pub fn read(
    sheets: &[Headed<'_>],
    template: &Template,
    kept: &Kept,
    problems: &mut Vec<Problem>,
) -> Result<Vec<Answer>> {
    let mut rows = Rows {
        template,
        statements: statements(template),
        names: Names::of(template),
        found: HashMap::new(),
        onward: Onward::default(),
        problems,
    };
    let mut tables = 0;
    for headed in sheets {
        tables += rows.sheet(headed);
    }
    if tables == 0 {
        return Err(Error::input("No sheet of this workbook has the headings \u{2018}Statement\u{2019} and \u{2018}Rating\u{2019}.")
            .hint("Put the row of headings back above the answers, as it was in the workbook that was sent out."));
    }
    let (mut found, mut onward) = (rows.found, rows.onward);
    let mut answers = Vec::new();
    for question in template.questions() {
        let row = found.remove(&question.id);
        match onward.join(question, row, problems) {
            Some(row) => answers.push(row.answer(question, template, problems)),
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
    names: Names<'a>,
    found: HashMap<QuestionId, Row>,
    onward: Onward,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Rows<'a> {
    /// Reads a sheet's rows below its headings; gives how many rows of headings there were.
    fn sheet(&mut self, headed: &Headed<'_>) -> usize {
        let (mut columns, mut tables) = (None, 0);
        for row in headed.sheet.rows.keys() {
            match (headed.heads.get(row), columns) {
                (Some(Heads::Answers(found)), _) => (columns, tables) = (Some(found), tables + 1),
                (Some(Heads::Beside(..)), _) => columns = None,
                (None, Some(columns)) => self.row(headed.sheet, *row, columns),
                (None, None) => {}
            }
        }
        tables
    }

    fn row(&mut self, sheet: &Sheet, row: u32, columns: &Columns) {
        let place = |column: Column| columns.get(&column).map(|at| Place::new(row, *at));
        let text = |column| place(column).map(|at| sheet.text(at)).unwrap_or_default();
        let (key, statement) = (text(Column::Key), text(Column::Statement));
        if let Some((question, part)) = self.continued(&key, &statement) {
            let read = Row::read(sheet, row, columns, self.problems);
            self.onward.keep(question, part, read, self.problems);
            return;
        }
        let at = place(Column::Rating).unwrap_or(Place::new(row, 0));
        let Some(question) = self.question(&key, &statement, &sheet.at(at)) else {
            self.unknown(sheet, row, columns);
            return;
        };
        let read = Row::read(sheet, row, columns, self.problems);
        self.keep(question, read);
    }

    /// The question that a row goes on with: by its key, else by its words.
    fn continued(&self, key: &str, statement: &str) -> Option<(&'a Question, Part)> {
        let (id, by_key) = onward::split(key);
        let by_words = onward::continued(statement);
        let part = by_key.or(by_words.as_ref().map(|it| it.1))?;
        let by_key = by_key.and_then(|_| self.template.question(&QuestionId(id.to_owned())));
        let by_words = by_words.and_then(|(number, _)| self.names.find(&number));
        by_key.or_else(|| by_words.and_then(|id| self.template.question(id))).map(|question| (question, part))
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
        for (at, text) in columns.iter().filter_map(filled) {
            let message = format!(
                "\u{201c}{}\u{201d} stands in a row that is no question of this template; it was left out.",
                short(&text)
            );
            let hint = "If it belongs to a question, copy it into that question\u{2019}s row.";
            self.problems.push(Problem::new(Severity::Question, sheet.at(at), message).hint(hint));
        }
    }

    /// A second row for a question is never taken; it is only said when it differs.
    fn keep(&mut self, question: &Question, row: Row) {
        let Some(first) = self.found.get_mut(&question.id) else {
            self.found.insert(question.id.clone(), row);
            return;
        };
        let same = row.says(first) || row.is_blank();
        let (severity, place) = (if same { Severity::Note } else { Severity::Question }, row.source.clone());
        let earlier = first.source.clone();
        if first.is_blank() && !same {
            *first = row;
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

impl Row {
    fn answer(self, question: &Question, template: &Template, problems: &mut Vec<Problem>) -> Answer {
        let mut answer = Answer::blank(question.id.clone());
        for (column, text) in self.texts {
            crate::workbook::layout::set_text(&mut answer, column, text, template);
        }
        if let Some((cell, place)) = &self.rating {
            answer.value = value::read(question, template, cell, place, problems);
        }
        answer.source = self.source;
        answer
    }
}
