//! Lists to choose from: in the cell's own rule where Excel can hold them there, else on a hidden sheet.
//!
//! Refuses to know: which cells offer which list.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::look;
use crate::sheet::Place;
use crate::template::{Fact, Question, QuestionKind};
use crate::workbook::layout::{LISTS, LISTS_MARK};

/// The lists that stand on the hidden sheet, a column each.
pub struct Lists(Vec<Vec<String>>);

/// The choices of a question; none where it is not answered from a list.
pub fn choices(page: &Page<'_>, question: &Question) -> Vec<String> {
    match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => {
            let levels = page.template.scale_of(question).into_iter().flat_map(|it| &it.levels);
            levels.map(|level| level.label.clone()).collect()
        }
        QuestionKind::OneChoice => question.choices.clone(),
        QuestionKind::ManyChoices | QuestionKind::Number | QuestionKind::Date | QuestionKind::Text => {
            Vec::new()
        }
    }
}

/// The choices of a fact: its own, else yes and no.
pub fn of_fact(fact: &Fact) -> Vec<String> {
    if fact.choices.is_empty() { vec!["Yes".into(), "No".into()] } else { fact.choices.clone() }
}

impl Lists {
    /// Gathers the lists of a return that need the hidden sheet.
    pub fn of(page: &Page<'_>) -> Self {
        let facts = page.template.facts.iter().map(of_fact);
        let questions = page.template.questions().map(|question| choices(page, question));
        let mut kept: Vec<Vec<String>> = Vec::new();
        for list in facts.chain(questions) {
            if !list.is_empty() && inline(&list).is_none() && !kept.contains(&list) {
                kept.push(list);
            }
        }
        Self(kept)
    }

    /// The rule of a cell that is answered from a list.
    pub fn rule(&self, list: &[String]) -> Option<DataValidation> {
        let rule = inline(list).or_else(|| {
            let column = u32::try_from(self.0.iter().position(|kept| kept == list)?).ok()?;
            let last = u32::try_from(list.len()).ok()?;
            let [from, to] = [1, last].map(|row| absolute(Place::new(row, column)));
            Some(DataValidation::new().allow_list_formula(Formula::new(format!("={LISTS}!{from}:{to}"))))
        });
        let rule = rule?.set_error_title("Not in the list").ok()?;
        rule.set_error_message("Please choose from the list, or leave the cell empty.").ok()
    }

    /// The hidden sheet, if any list needs it.
    pub fn sheet(&self) -> Result<Option<Worksheet>, XlsxError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let mut sheet = Worksheet::new();
        sheet.set_name(LISTS)?.set_very_hidden(true);
        let look = look::plain().set_num_format("@");
        put(&mut sheet, (0, 0), LISTS_MARK, &look)?;
        for (column, list) in (0..).zip(&self.0) {
            for (row, choice) in (1..).zip(list) {
                put(&mut sheet, (row, column), choice, &look)?;
            }
        }
        Ok(Some(sheet))
    }
}

/// A reference that stays where it is: `$C$7`.
pub fn absolute(place: Place) -> String {
    let plain = place.to_string();
    let letters = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    format!("${letters}${}", place.row + 1)
}

/// A list within the rule itself: at most 255 characters, nothing that would be taken apart or worked out.
fn inline(list: &[String]) -> Option<DataValidation> {
    let awkward = |choice: &String| {
        choice.is_empty()
            || choice.trim() != choice
            || choice.starts_with('=')
            || choice.contains([',', '"', '\n'])
    };
    if list.is_empty() || list.iter().any(awkward) {
        return None;
    }
    DataValidation::new().allow_list_strings(list).ok()
}
