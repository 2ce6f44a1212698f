//! One sheet for each standard: a row a question, cream where people write.

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::lists::Lists;
use super::sheets::{Line, Planned};
use super::{flow, look, rules};
use crate::template::{Question, QuestionKind};
use crate::workbook::identity;
use crate::workbook::layout::Column;
use crate::workbook::onward::Part;

/// A day before which Excel counts wrongly.
const FIRST_SOUND_DAY: &str = "1900-03-01";

/// The sheet of a standard.
pub fn sheet(page: &Page<'_>, plan: &Planned<'_>, lists: &Lists) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&plan.name)?;
    look::paper(&mut sheet, page);
    top(&mut sheet, page, plan)?;
    let looks = Looks::new();
    for line in &plan.lines {
        question(&mut sheet, plan, line, &looks)?;
    }
    rules::fills(&mut sheet, plan)?;
    rules::choices(&mut sheet, page, plan, lists)?;
    let printed = plan.column(Column::Key) - 1;
    sheet.set_print_area(0, 0, plan.last(), printed)?;
    look::guard(&mut sheet);
    Ok(sheet)
}

/// Title, introduction and headings.
fn top(sheet: &mut Worksheet, page: &Page<'_>, plan: &Planned<'_>) -> Result<(), XlsxError> {
    let title = format!("{}  {}", plan.standard.number, plan.standard.title);
    put(sheet, (0, 0), &title, &look::title())?;
    let tag = identity::tag(&page.returned.identity);
    put(sheet, (0, plan.column(Column::Key)), &tag, &look::small())?;
    sheet.set_row_height(0, 24)?;
    for (row, line) in (1..).zip(&plan.introduction) {
        put(sheet, (row, 0), line, &look::plain())?;
        look::height(sheet, row, 1)?;
    }
    let row = plan.heading();
    for ((place, column), width) in (0..).zip(&plan.columns).zip(&plan.widths) {
        sheet.set_column_width(place, *width)?;
        let look = if *column == Column::Rating { look::heading_centred() } else { look::heading() };
        put(sheet, (row, place), &column.heading(page.template), &look)?;
    }
    look::height(sheet, row, 2)?;
    sheet.set_column_hidden(plan.column(Column::Scale))?;
    sheet.set_repeat_rows(row, row)?.set_freeze_panes(row + 1, 2)?;
    Ok(())
}

/// The looks of a sheet's cells, made once.
struct Looks {
    answer: Format,
    rating: Format,
    number: Format,
    date: Format,
    boxed: Format,
    aside: Format,
    small: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            answer: look::answer(),
            rating: look::rating(),
            number: look::answer_number(),
            date: look::answer_date(),
            boxed: look::boxed(),
            aside: look::aside(),
            small: look::small(),
        }
    }
}

fn question(
    sheet: &mut Worksheet,
    plan: &Planned<'_>,
    line: &Line<'_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let of = u32::try_from(line.rows.len()).unwrap_or(1);
    for (place, texts) in (1..).zip(&line.rows) {
        let row = line.row + place - 1;
        let part = (place > 1).then_some(Part { place, of });
        for ((at, column), text) in (0..).zip(&plan.columns).zip(texts) {
            match part {
                None => first(sheet, line, (row, at), *column, text, looks)?,
                Some(part) => onward(sheet, line, (row, at), *column, (part, text), looks)?,
            }
        }
        look::height(sheet, row, lines(plan, texts))?;
    }
    Ok(())
}

/// The lines that a row needs; the key and the scale are for programs.
fn lines(plan: &Planned<'_>, texts: &[String]) -> u32 {
    let read = usize::from(plan.column(Column::Key));
    flow::height(&texts[..read], &plan.widths)
}

fn first(
    sheet: &mut Worksheet,
    line: &Line<'_>,
    at: (u32, u16),
    column: Column,
    text: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match column {
        Column::Rating => value(sheet, line.question, at, text, looks),
        Column::Note | Column::Impact | Column::Area | Column::Reason | Column::Extra(_) => {
            put(sheet, at, text, &looks.answer)
        }
        Column::Key | Column::Scale => put(sheet, at, text, &looks.small),
        Column::Last => put(sheet, at, text, &looks.aside),
        Column::Number | Column::Statement | Column::Why => put(sheet, at, text, &looks.boxed),
    }
}

/// A cell of a row that goes on with the one above.
fn onward(
    sheet: &mut Worksheet,
    line: &Line<'_>,
    at: (u32, u16),
    column: Column,
    (part, text): (Part, &str),
    looks: &Looks,
) -> Result<(), XlsxError> {
    match column {
        Column::Number => put(sheet, at, &line.question.number, &looks.aside),
        Column::Statement => put(sheet, at, &part.statement(&line.question.number), &looks.aside),
        Column::Key => put(sheet, at, &part.key(line.question.id.as_str()), &looks.small),
        Column::Rating if text.is_empty() => put(sheet, at, "", &looks.aside),
        Column::Scale => Ok(()),
        Column::Why | Column::Last => put(sheet, at, text, &looks.aside),
        Column::Rating | Column::Note | Column::Impact | Column::Area | Column::Reason | Column::Extra(_) => {
            put(sheet, at, text, &looks.answer)
        }
    }
}

/// The answer itself: a number and a date as such, wherever Excel gives the same back.
fn value(
    sheet: &mut Worksheet,
    question: &Question,
    at: (u32, u16),
    text: &str,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match question.kind {
        QuestionKind::Number => match text.parse::<f64>() {
            Ok(number) if number.to_string() == text && number.abs() < 1e15 => {
                sheet.write_number_with_format(at.0, at.1, number, &looks.number).map(|_| ())
            }
            _ => put(sheet, at, text, &looks.number),
        },
        QuestionKind::Date => day(sheet, at, text, &looks.date),
        QuestionKind::Rating | QuestionKind::YesNo => put(sheet, at, text, &looks.rating),
        QuestionKind::OneChoice | QuestionKind::ManyChoices | QuestionKind::Text => {
            put(sheet, at, text, &looks.answer)
        }
    }
}

/// A date as Excel keeps it; what is none stays a text.
pub fn day(sheet: &mut Worksheet, at: (u32, u16), text: &str, look: &Format) -> Result<(), XlsxError> {
    let sound = text.len() == 10 && text >= FIRST_SOUND_DAY;
    match ExcelDateTime::parse_from_str(text) {
        Ok(date) if sound => sheet.write_datetime_with_format(at.0, at.1, &date, look).map(|_| ()),
        _ => put(sheet, at, text, look),
    }
}
