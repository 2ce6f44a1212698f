//! Which sheet holds which standard, and in which rows its questions stand.

use std::collections::BTreeMap;

use super::Page;
use super::flow;
use super::lists::absolute;
use crate::sheet::Place;
use crate::submission::Answer;
use crate::template::{Question, QuestionKind, Scale, Standard};
use crate::workbook::layout::{self, Column};
use crate::workbook::names;

/// Which standard a sheet holds, and where its questions stand.
pub struct Planned<'a> {
    /// The name on the tab.
    pub name: String,
    /// The standard.
    pub standard: &'a Standard,
    /// Its questions with their answers and rows.
    pub lines: Vec<Line<'a>>,
    /// Its introduction, in lines.
    pub introduction: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Their widths.
    pub widths: Vec<f64>,
}

/// A question with the rows it takes.
pub struct Line<'a> {
    /// The first of its rows, counted from 0.
    pub row: u32,
    /// The question.
    pub question: &'a Question,
    /// Its scale, if it is rated.
    pub scale: Option<&'a Scale>,
    /// Its answer.
    pub answer: &'a Answer,
    /// A text for each column, row by row: what is long goes on below.
    pub rows: Vec<Vec<String>>,
}

/// Names of sheets that are none of a standard's.
const TAKEN: [&str; 8] =
    ["cover", "summary", "action plan", "evidence", "sign-off", "guidance", "lists", "attest"];

/// The sheets of a return, one for each standard with a question that is asked.
pub fn plan<'a>(page: &Page<'a>) -> Vec<Planned<'a>> {
    let answers: BTreeMap<_, _> = page.returned.answers.iter().map(|it| (&it.question, it)).collect();
    let columns = Column::all(page.returned, page.template);
    let mut names = Vec::new();
    let mut sheets = Vec::new();
    for standard in &page.template.standards {
        let asked =
            standard.questions.iter().filter_map(|it| answers.get(&it.id).map(|answer| (it, *answer)));
        let asked: Vec<(&Question, &Answer)> = asked.collect();
        if asked.is_empty() {
            continue;
        }
        let mut sheet = Planned {
            name: tab(standard, &mut names),
            standard,
            lines: Vec::new(),
            introduction: broken(&standard.introduction, 190),
            columns: columns.clone(),
            widths: widths(&columns, &asked),
        };
        sheet.lines = lines(page, &sheet, &asked);
        sheets.push(sheet);
    }
    sheets
}

/// Widths of the columns; where texts or choices are answered, the answer has room for them.
fn widths(columns: &[Column], asked: &[(&Question, &Answer)]) -> Vec<f64> {
    let texts =
        |kind| matches!(kind, QuestionKind::Text | QuestionKind::ManyChoices | QuestionKind::OneChoice);
    let wide = asked.iter().any(|(question, _)| texts(question.kind));
    let width = |column: &Column| if *column == Column::Rating && wide { 30.0 } else { column.width() };
    columns.iter().map(width).collect()
}

fn lines<'a>(page: &Page<'a>, sheet: &Planned<'a>, asked: &[(&'a Question, &'a Answer)]) -> Vec<Line<'a>> {
    let mut row = sheet.heading() + 1;
    let mut lines = Vec::new();
    for (question, answer) in asked {
        let texts = sheet.columns.iter().map(|column| text(page, question, answer, *column)).collect();
        let rows = flow::rows(texts, &sheet.widths);
        let taken = u32::try_from(rows.len()).unwrap_or(1);
        lines.push(Line { row, question, scale: page.template.scale_of(question), answer, rows });
        row += taken;
    }
    lines
}

/// What stands in a column; what was carried and not confirmed leaves as blank.
fn text(page: &Page<'_>, question: &Question, answer: &Answer, column: Column) -> String {
    let carried = answer.carried_from.is_some();
    match column {
        Column::Number => question.number.clone(),
        Column::Statement => question.text.clone(),
        Column::Key => question.id.to_string(),
        Column::Scale => question.scale.as_ref().map(ToString::to_string).unwrap_or_default(),
        Column::Why => page.returned.asked.reasons.get(&question.id).cloned().unwrap_or_default(),
        Column::Last => last_round(page, question, answer),
        _ if carried => String::new(),
        Column::Rating => shown(page, question, answer),
        Column::Note | Column::Impact | Column::Area | Column::Reason | Column::Extra(_) => {
            layout::text(answer, column, page.template)
        }
    }
}

/// The answer as people read it: a level's label, else the value itself.
fn shown(page: &Page<'_>, question: &Question, answer: &Answer) -> String {
    let value = answer.value.as_deref().unwrap_or_default();
    page.template.level(question, value).map_or_else(|| value.to_owned(), |level| level.label.clone())
}

/// Last round's answer in one text: the round, what was chosen, what was written.
fn last_round(page: &Page<'_>, question: &Question, answer: &Answer) -> String {
    let (round, parts) = match (page.returned.last_round.get(&question.id), &answer.carried_from) {
        (Some(last), _) => (&last.round, vec![last.label.clone().unwrap_or_default(), last.note.clone()]),
        (None, Some(round)) => {
            (round, vec![shown(page, question, answer), answer.note.clone(), answer.area.clone()])
        }
        (None, None) => return String::new(),
    };
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() { format!("{round}: blank") } else { format!("{round}: {}", said.join("\n")) }
}

/// A tab's name: at most 31 characters, none that Excel refuses, never twice.
fn tab(standard: &Standard, names: &mut Vec<String>) -> String {
    let full = format!("{} {}", standard.number, standard.title);
    let sound = full.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ");
    let mut name = String::new();
    for word in sound.split_whitespace() {
        if (name.encode_utf16().count() + word.encode_utf16().count()) > 29 {
            break;
        }
        name = format!("{name} {word}").trim().to_owned();
    }
    let odd = |name: &str| {
        name.is_empty() || name.chars().any(char::is_control) || name.eq_ignore_ascii_case("history")
    };
    let taken = |name: &str| TAKEN.contains(&name.to_lowercase().as_str());
    let again = |name: &str| names.iter().any(|it| it.to_lowercase() == name.to_lowercase());
    if odd(&name) || taken(&name) || again(&name) {
        name = format!("Standard {}", names.len() + 1);
    }
    names.push(name.clone());
    name
}

/// A text in lines of about so many characters, because nothing is merged.
pub fn broken(text: &str, width: usize) -> Vec<String> {
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

/// The names of the rating cells, `Attest_r.school.c4`, and of the columns of answers, `Attest_c.note.c`.
pub fn names(planned: &Planned<'_>) -> Vec<(String, String)> {
    let at = |row, column: Column| absolute(Place::new(row, u32::from(planned.column(column))));
    let cell = |line: &Line<'_>| {
        let place = at(line.row, Column::Rating);
        (names::rating(line.question.id.as_str()), format!("='{}'!{place}", planned.name))
    };
    let area = |column: &Column| {
        let name = names::column(*column, planned.standard.id.as_str())?;
        let (from, to) = (at(planned.heading() + 1, *column), at(planned.last(), *column));
        Some((name, format!("='{}'!{from}:{to}", planned.name)))
    };
    planned.lines.iter().map(cell).chain(planned.columns.iter().filter_map(area)).collect()
}

impl Planned<'_> {
    /// The row of headings, counted from 0.
    pub fn heading(&self) -> u32 {
        u32::try_from(self.introduction.len()).unwrap_or(0) + 2
    }

    /// The last row with a question, counted from 0.
    pub fn last(&self) -> u32 {
        let rows = |line: &Line<'_>| line.row + u32::try_from(line.rows.len()).unwrap_or(1) - 1;
        self.lines.last().map_or(self.heading(), rows)
    }

    /// The place of a column, counted from 0.
    pub fn column(&self, column: Column) -> u16 {
        let place = self.columns.iter().position(|it| *it == column).unwrap_or(0);
        u16::try_from(place).unwrap_or(0)
    }
}
