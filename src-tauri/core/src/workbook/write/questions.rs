//! One sheet for each standard: a row a question, cream where people write.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ExcelDateTime, Worksheet, XlsxError,
};

use super::Page;
use super::cells::{fitted, put};
use super::{cover, look};
use crate::problem::Problem;
use crate::sheet::Place;
use crate::submission::Answer;
use crate::template::{Question, QuestionKind, Standard};
use crate::workbook::layout::{self, Column};

/// Which standard a sheet holds, and where its questions stand.
pub struct Planned<'a> {
    /// The name on the tab.
    pub name: String,
    /// The standard.
    pub standard: &'a Standard,
    /// Its questions with their answers and rows.
    pub lines: Vec<(u32, &'a Question, &'a Answer)>,
    introduction: Vec<String>,
    columns: Vec<Column>,
}

/// The sheets of a return, one for each standard with a question that is asked.
pub fn plan<'a>(page: &Page<'a>) -> Vec<Planned<'a>> {
    let answers: BTreeMap<_, _> = page.returned.answers.iter().map(|it| (&it.question, it)).collect();
    let columns = Column::all(page.returned, page.template);
    let mut names = Vec::new();
    let sheets = page.template.standards.iter().filter_map(|standard| {
        let introduction = broken(&standard.introduction, 200);
        let first = heading_row(&introduction) + 1;
        let asked =
            standard.questions.iter().filter_map(|it| answers.get(&it.id).map(|answer| (it, *answer)));
        let lines: Vec<_> =
            (first..).zip(asked).map(|(row, (question, answer))| (row, question, answer)).collect();
        let name = tab(standard, &mut names);
        let sheet = Planned { name, standard, lines, introduction, columns: columns.clone() };
        (!sheet.lines.is_empty()).then_some(sheet)
    });
    sheets.collect()
}

fn heading_row(introduction: &[String]) -> u32 {
    u32::try_from(introduction.len()).unwrap_or(0) + 2
}

/// A tab's name: at most 31 characters, none that Excel refuses, never twice.
fn tab(standard: &Standard, names: &mut Vec<String>) -> String {
    let full = format!("{} {}", standard.number, standard.title);
    let sound = full.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let words: Vec<&str> = sound.split_whitespace().collect();
    let mut name = String::new();
    for word in words {
        if (name.encode_utf16().count() + word.encode_utf16().count()) > 29 {
            break;
        }
        name = format!("{name} {word}").trim().to_owned();
    }
    let taken = |name: &str| ["Cover", "Summary", "Guidance", layout::KEPT].contains(&name);
    if name.is_empty() || taken(&name) || names.contains(&name) {
        name = format!("Standard {}", names.len() + 1);
    }
    names.push(name.clone());
    name
}

/// A text in lines of about so many characters, because nothing is merged.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.len() + word.len() >= width {
                lines.push(std::mem::take(&mut line));
            }
            line = format!("{line} {word}").trim().to_owned();
        }
        lines.push(line);
    }
    lines
}

/// The names of the rating cells: `Attest_r.school.c4`.
pub fn names(planned: &Planned<'_>) -> Vec<(String, String)> {
    let column = planned.column(Column::Rating);
    let name = |id: &str| {
        let sound = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '_' };
        format!("Attest_r.{}", id.chars().map(sound).collect::<String>())
    };
    let cell = |row| {
        let letters = Place::new(row, u32::from(column)).to_string();
        let letters = letters.trim_end_matches(|c: char| c.is_ascii_digit());
        format!("='{}'!${letters}${}", planned.name, row + 1)
    };
    planned.lines.iter().map(|(row, question, _)| (name(question.id.as_str()), cell(*row))).collect()
}

impl Planned<'_> {
    /// The place of a column, counted from 0.
    pub fn column(&self, column: Column) -> u16 {
        let place = self.columns.iter().position(|it| *it == column).unwrap_or(0);
        u16::try_from(place).unwrap_or(0)
    }
}

/// A standard's sheet.
pub fn sheet(
    page: &Page<'_>,
    plan: &Planned<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&plan.name)?;
    look::paper(&mut sheet, page);
    let title = format!("{}  {}", plan.standard.number, plan.standard.title);
    put(&mut sheet, (0, 0), &title, &look::title())?;
    sheet.set_row_height(0, 24)?;
    for (row, line) in (1..).zip(&plan.introduction) {
        put(&mut sheet, (row, 0), line, &look::plain())?;
        look::height(&mut sheet, row, 1)?;
    }
    headings(&mut sheet, page, plan)?;
    for line in &plan.lines {
        question(&mut sheet, page, plan, *line, problems)?;
    }
    rating_fills(&mut sheet, page, plan)?;
    let last_row = plan.lines.last().map_or(0, |line| line.0);
    sheet.set_print_area(0, 0, last_row, plan.column(Column::Key).saturating_sub(1))?;
    look::guard(&mut sheet);
    Ok(sheet)
}

fn headings(sheet: &mut Worksheet, page: &Page<'_>, plan: &Planned<'_>) -> Result<(), XlsxError> {
    let row = heading_row(&plan.introduction);
    for (place, column) in (0..).zip(&plan.columns) {
        sheet.set_column_width(place, column.width())?;
        put(sheet, (row, place), &column.heading(page.template), &look::heading())?;
    }
    look::height(sheet, row, 2)?;
    sheet.set_repeat_rows(row, row)?.set_freeze_panes(row + 1, 2)?;
    Ok(())
}

fn question(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    plan: &Planned<'_>,
    (row, question, answer): (u32, &Question, &Answer),
    problems: &mut Vec<Problem>,
) -> Result<(), XlsxError> {
    let mut lines = 1;
    let carried = answer.carried_from.is_some();
    for (place, column) in (0..).zip(&plan.columns) {
        let text = match column {
            Column::Number => question.number.clone(),
            Column::Statement => question.text.clone(),
            Column::Key => question.id.to_string(),
            Column::Last => last_round(page, question, answer),
            Column::Rating if carried => String::new(),
            Column::Rating => shown(page, question, answer),
            _ if carried => String::new(),
            other => layout::text(answer, *other, page.template),
        };
        let text = fitted(&text, format!("Question {}", question.number), problems);
        lines = lines.max(if *column == Column::Key { 1 } else { look::lines(&text, column.width() - 1.0) });
        match column {
            Column::Rating => rating(sheet, page, question, (row, place), &text)?,
            other if other.answered() => put(sheet, (row, place), &text, &look::answer())?,
            Column::Key => put(sheet, (row, place), &text, &look::small())?,
            _ => put(sheet, (row, place), &text, &look::boxed())?,
        }
    }
    look::height(sheet, row, lines)
}

/// The answer as people read it: a level's label, else the value itself.
fn shown(page: &Page<'_>, question: &Question, answer: &Answer) -> String {
    let value = answer.value.as_deref().unwrap_or_default();
    page.template.level(question, value).map_or_else(|| value.to_owned(), |level| level.label.clone())
}

fn last_round(page: &Page<'_>, question: &Question, answer: &Answer) -> String {
    let Some(round) = &answer.carried_from else { return String::new() };
    let parts = [shown(page, question, answer), answer.note.clone(), answer.area.clone()];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{round}: {}", said.join("\n"))
}

fn rating(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    question: &Question,
    (row, column): (u32, u16),
    text: &str,
) -> Result<(), XlsxError> {
    let choices: Vec<String> = match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => page
            .template
            .scale_of(question)
            .into_iter()
            .flat_map(|it| &it.levels)
            .map(|it| it.label.clone())
            .collect(),
        QuestionKind::OneChoice => question.choices.clone(),
        QuestionKind::ManyChoices | QuestionKind::Number | QuestionKind::Date | QuestionKind::Text => {
            Vec::new()
        }
    };
    if let Some(list) = cover::list(&choices).filter(|_| !choices.is_empty()) {
        sheet.add_data_validation(row, column, row, column, &list)?;
    }
    match (question.kind, text.parse::<f64>(), ExcelDateTime::parse_from_str(text)) {
        (QuestionKind::Number, Ok(number), _) if number.to_string() == text => {
            sheet.write_number_with_format(row, column, number, &look::answer_number()).map(|_| ())
        }
        (QuestionKind::Date, _, Ok(date)) => {
            sheet.write_datetime_with_format(row, column, &date, &look::answer_date()).map(|_| ())
        }
        (QuestionKind::Number, _, _) => put(sheet, (row, column), text, &look::answer_number()),
        (QuestionKind::Date, _, _) => put(sheet, (row, column), text, &look::answer_date()),
        _ => put(sheet, (row, column), text, &look::answer().set_bold()),
    }
}

/// A fill for each level, run by run of questions on one scale.
fn rating_fills(sheet: &mut Worksheet, page: &Page<'_>, plan: &Planned<'_>) -> Result<(), XlsxError> {
    let column = plan.column(Column::Rating);
    for (from, to, scale) in runs(page, plan) {
        for level in &scale.levels {
            let look = rust_xlsxwriter::Format::new().set_background_color(look::fill(level.meaning));
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(level.label.as_str()))
                .set_format(look);
            sheet.add_conditional_format(from, column, to, column, &rule)?;
        }
    }
    Ok(())
}

/// Neighbouring rows with one scale: first row, last row, scale.
pub fn runs<'a>(page: &Page<'a>, plan: &Planned<'_>) -> Vec<(u32, u32, &'a crate::template::Scale)> {
    let mut runs: Vec<(u32, u32, &crate::template::Scale)> = Vec::new();
    for (row, question, _) in &plan.lines {
        let Some(scale) = question.scale.as_ref().and_then(|id| page.template.scale(id)) else { continue };
        match runs.last_mut() {
            Some((_, to, last)) if last.id == scale.id && *to + 1 == *row => *to = *row,
            _ => runs.push((*row, *row, scale)),
        }
    }
    runs
}
