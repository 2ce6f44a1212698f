//! A setting's answers written into the partnership's own workbook: only the cells that the mapping names.
//!
//! Refuses to know: packages and XML; `sheet::patch` changes the cells.

use super::mapping::{Asked, ColumnMap, ColumnRole, Mapping, SheetMap, Spot};
use super::template::field_name;
use crate::error::Result;
use crate::problem::{Problem, Read, Severity};
use crate::sheet::Place;
use crate::sheet::patch::{Change, Value, patch};
use crate::submission::Answer;
use crate::template::QuestionId;
use crate::workbook::Return;
use crate::workbook::layout::LONGEST_TEXT;

/// What stands at the end of a text that a cell cannot hold whole.
const CUT: &str = "\u{2026} [cut: see the Attest file]";

/// The original with the answers in it; blank answers change nothing.
pub fn fill(original: &[u8], mapping: &Mapping, returned: &Return) -> Result<Read<Vec<u8>>> {
    let mut problems = Vec::new();
    let changes = changes(mapping, returned, &mut problems);
    let mut filled = patch(original, &changes)?;
    problems.append(&mut filled.problems);
    Ok(Read { value: filled.value, problems })
}

/// Every cell that gets a value.
fn changes(mapping: &Mapping, returned: &Return, problems: &mut Vec<Problem>) -> Vec<Change> {
    let mut changes = Vec::new();
    let urn = returned.identifiers.get("urn").map(String::as_str).unwrap_or_default();
    changes.extend(mapping.name_at.and_then(|spot| at(spot, &returned.setting)));
    changes.extend(mapping.urn_at.and_then(|spot| at(spot, urn)));
    for asked in &mapping.questions {
        let answer = returned.answers.iter().find(|answer| answer.question.as_str() == asked.id);
        let (Some(answer), Some(sheet)) = (answer, mapping.sheets.get(asked.sheet)) else { continue };
        let mut row = Row { asked, sheet, changes: &mut changes, problems };
        row.rating(mapping, answer);
        row.texts(answer, returned);
    }
    changes
}

fn at(spot: Spot, text: &str) -> Option<Change> {
    let place = Place::new(spot.row, spot.column);
    (!text.is_empty()).then(|| Change { sheet: spot.sheet, place, value: Value::Text(text.to_owned()) })
}

struct Row<'a> {
    asked: &'a Asked,
    sheet: &'a SheetMap,
    changes: &'a mut Vec<Change>,
    problems: &'a mut Vec<Problem>,
}

impl Row<'_> {
    /// The rating in the word that the workbook's own list has for it.
    fn rating(&mut self, mapping: &Mapping, answer: &Answer) {
        let Some(code) = &answer.value else { return };
        let level = mapping
            .scale(&self.asked.scale)
            .and_then(|scale| scale.levels.iter().find(|one| one.code == *code));
        match level {
            Some(level) => {
                let value = level.number.map_or_else(|| Value::Text(level.word.clone()), Value::Number);
                self.put(self.asked.rating, value);
            }
            None => self.problems.push(
                Problem::new(
                    Severity::Question,
                    self.place(self.asked.rating),
                    "The workbook\u{2019}s own list has no word for this rating; it was left blank.",
                )
                .hint("Choose the rating in the workbook by hand."),
            ),
        }
    }

    /// The texts beside it; what has no column of its own goes with the commentary.
    fn texts(&mut self, answer: &Answer, returned: &Return) {
        let note = [answer.note.clone(), evidence(&answer.question, returned)];
        let area = [answer.area.clone(), actions(&answer.question, returned)];
        let mut left = Vec::new();
        for (role, texts) in [
            (ColumnRole::Area, joined(&area)),
            (ColumnRole::Impact, answer.impact.clone()),
            (ColumnRole::Reason, answer.reason.clone()),
        ] {
            match self.sheet.beside(self.asked.rating, role).map(|one| one.column) {
                Some(column) => self.text(column, &texts),
                None => left.push(texts),
            }
        }
        let whole = joined(&[&note[..], &left].concat());
        match self.sheet.beside(self.asked.rating, ColumnRole::Note).map(|one| one.column) {
            Some(column) => self.text(column, &whole),
            None if !whole.is_empty() => self.problems.push(
                Problem::new(
                    Severity::Note,
                    self.place(self.asked.rating),
                    format!(
                        "The workbook has no column for what was written beside question {}.",
                        self.asked.number
                    ),
                )
                .hint("It stays in the Attest file; send it beside the workbook if it is wanted."),
            ),
            None => {}
        }
        let extras: Vec<ColumnMap> = self.sheet.extras(self.asked.rating).into_iter().cloned().collect();
        for one in extras {
            let text = answer.extra.get(&field_name(&one.heading)).cloned().unwrap_or_default();
            self.text(one.column, &text);
        }
    }

    fn text(&mut self, column: u32, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let kept = cut(text);
        if kept.len() != text.len() {
            let message = "This text is longer than a cell can hold; it was cut.";
            self.problems.push(
                Problem::new(Severity::Question, self.place(column), message)
                    .hint("Shorten it, or send the whole text beside the workbook."),
            );
        }
        self.put(column, Value::Text(kept));
    }

    fn put(&mut self, column: u32, value: Value) {
        self.changes.push(Change {
            sheet: self.asked.sheet,
            place: Place::new(self.asked.row, column),
            value,
        });
    }

    fn place(&self, column: u32) -> String {
        format!("Sheet \u{2018}{}\u{2019}, cell {}", self.sheet.name, Place::new(self.asked.row, column))
    }
}

fn joined(texts: &[String]) -> String {
    let said = texts.iter().map(|text| text.trim_end()).filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join("\n")
}

/// So much of a text as a cell holds.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text.to_owned();
    }
    let mut room = LONGEST_TEXT - CUT.encode_utf16().count();
    let kept: String = text
        .chars()
        .take_while(|letter| {
            let fits = letter.len_utf16() <= room;
            room = room.saturating_sub(letter.len_utf16());
            fits
        })
        .collect();
    kept + CUT
}

/// What shows it and where that is kept, a line each.
fn evidence(question: &QuestionId, returned: &Return) -> String {
    let items = returned.evidence.iter().filter(|item| item.questions.contains(question));
    let line = |title: &str, kept: &str| match kept.trim() {
        "" => format!("Evidence: {title}"),
        kept => format!("Evidence: {title} ({kept})"),
    };
    items.map(|item| line(&item.title, &item.place)).collect::<Vec<_>>().join("\n")
}

/// What is to be done, by whom and by when, a line each.
fn actions(question: &QuestionId, returned: &Return) -> String {
    let grown = returned.actions.iter().filter(|action| action.questions.contains(question));
    let line = |action: &crate::submission::action::Action| {
        let due = action.due.map(|due| due.format("by %-d %B %Y").to_string()).unwrap_or_default();
        let who = [action.owner.trim().to_owned(), due];
        let who = who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let title = action.title.trim();
        if who.is_empty() { format!("Action: {title}") } else { format!("Action: {title} ({who})") }
    };
    grown.map(line).collect::<Vec<_>>().join("\n")
}
