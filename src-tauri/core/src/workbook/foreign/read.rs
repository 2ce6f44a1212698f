//! A filled workbook of the partnership's own read back by its mapping: rows by statement, columns by heading.
//!
//! Never by a sheet's name or a cell's address alone. Whatever is repaired, in doubt or gone is said with its
//! sheet and cell. Refuses to know: identities beyond a name and a URN; such a workbook carries no other.

mod sheets;
mod whose;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mapping::{Asked, ColumnMap, ColumnRole, Mapping};
use super::template::field_name;
use crate::problem::{Problem, Read, Severity};
use crate::sheet::{Book, Cell, Place};
use crate::submission::Answer;
use crate::template::{Question, Template, toml};
use crate::text::{folded, normal, short};
use crate::workbook::read::value;
use crate::workbook::{Found, Identity, Return};
use sheets::{Located, Sheets};

/// A workbook that answers a mapped one has at least so many of its statements, of 1.
const ENOUGH: f64 = 0.5;

/// The return in a workbook, if it is the mapped one; `template` is the tool that the mapping came to.
pub fn read(book: &Book, mapping: &Mapping, template: &Arc<Template>) -> Option<Read<Found>> {
    let sheets = Sheets::of(book, mapping);
    if sheets.likeness() < ENOUGH {
        return None;
    }
    let mut problems = Vec::new();
    let answers = template
        .questions()
        .map(|question| match mapping.questions.iter().find(|one| one.id == question.id.as_str()) {
            Some(asked) => answer(&sheets, mapping, template, question, asked, &mut problems),
            None => Answer::blank(question.id.clone()),
        })
        .collect();
    let (setting, identifiers) = whose::read(book, mapping, &mut problems);
    let identity = Identity {
        template: template.id.clone(),
        version: template.version.clone(),
        digest: toml::digest(template),
        ..Identity::default()
    };
    let returned = Return { identity, setting, identifiers, answers, ..Return::default() };
    Some(Read { value: Found { returned, template: Arc::clone(template), verified: None }, problems })
}

fn answer(
    sheets: &Sheets<'_>,
    mapping: &Mapping,
    template: &Template,
    question: &Question,
    asked: &Asked,
    problems: &mut Vec<Problem>,
) -> Answer {
    let mut answer = Answer::blank(question.id.clone());
    let Some(row) = sheets.locate(asked, problems) else { return answer };
    let cells = Cells { row: &row, problems };
    cells.fill(&mut answer, mapping, template, question, asked);
    answer
}

struct Cells<'a> {
    row: &'a Located<'a>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Cells<'a> {
    fn fill(
        mut self,
        answer: &mut Answer,
        mapping: &Mapping,
        template: &Template,
        question: &Question,
        asked: &Asked,
    ) {
        let Some(map) = mapping.sheets.get(asked.sheet) else { return };
        let rating = map.columns.iter().find(|one| one.column == asked.rating);
        if let Some(place) = rating.and_then(|one| self.row.place(one)) {
            answer.source = self.row.sheet.at(place);
            answer.value = self.rating(place, mapping, template, question, asked);
        }
        let texts: [(ColumnRole, &mut String); 4] = [
            (ColumnRole::Note, &mut answer.note),
            (ColumnRole::Impact, &mut answer.impact),
            (ColumnRole::Area, &mut answer.area),
            (ColumnRole::Reason, &mut answer.reason),
        ];
        for (role, text) in texts {
            if let Some(column) = map.beside(asked.rating, role) {
                *text = self.text(column);
            }
        }
        let mut extra = BTreeMap::new();
        for column in map.extras(asked.rating) {
            let text = self.text(column);
            if !text.is_empty() {
                extra.insert(field_name(&column.heading), text);
            }
        }
        answer.extra = extra;
    }

    fn rating(
        &mut self,
        place: Place,
        mapping: &Mapping,
        template: &Template,
        question: &Question,
        asked: &Asked,
    ) -> Option<String> {
        let cell = self.cell(place)?;
        let text = normal(&cell.text());
        let blanks = mapping.scale(&asked.scale).map(|scale| scale.blanks.as_slice()).unwrap_or_default();
        if blanks.iter().any(|blank| folded(blank) == folded(&text)) {
            return None;
        }
        value::read(question, template, cell, &self.row.sheet.at(place), self.problems)
    }

    fn text(&mut self, column: &ColumnMap) -> String {
        let cell = self.row.place(column).and_then(|place| self.cell(place));
        cell.map(|cell| normal(&cell.text())).unwrap_or_default()
    }

    /// A cell whose content was typed.
    fn cell(&mut self, place: Place) -> Option<&'a Cell> {
        let row: &'a Located<'a> = self.row;
        value::plain(row.sheet.cell(place)?, &|| row.sheet.at(place), self.problems)
    }
}

/// What is said of a statement whose row is not there.
fn gone(asked: &Asked, sheet: &str) -> Problem {
    let message = format!(
        "The row of question {} (\u{201c}{}\u{201d}) is no longer there; it was taken as blank.",
        asked.number,
        short(&asked.text)
    );
    Problem::new(Severity::Question, format!("Sheet \u{2018}{sheet}\u{2019}"), message)
        .hint("Ask the setting for this answer.")
}
