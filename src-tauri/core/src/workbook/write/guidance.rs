//! The guidance sheet: what each level means, and for each question what is meant and what shows it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::look;
use crate::template::{Duty, Question, Template};

const WIDTHS: [f64; 7] = [7.0, 40.0, 14.0, 28.0, 46.0, 36.0, 50.0];
const HEADINGS: [&str; 7] = [
    "No.",
    "Statement",
    "Duty",
    "Where it comes from",
    "What it means",
    "Evidence could include",
    "What good looks like",
];
/// The columns over which a level's definition goes.
const DEFINITION: (u16, u16) = (2, 6);

/// The guidance sheet.
pub fn sheet(page: &Page<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Guidance")?;
    look::paper(&mut sheet, page);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    put(&mut sheet, (0, 0), "Guidance and definitions", &look::title())?;
    sheet.set_row_height(0, 24)?;
    let mut row = levels(&mut sheet, page, 2)?;
    put(&mut sheet, (row, 1), "Question by question", &look::subtitle())?;
    row += 1;
    for (column, heading) in (0..).zip(HEADINGS) {
        put(&mut sheet, (row, column), heading, &look::heading())?;
    }
    look::height(&mut sheet, row, 2)?;
    sheet.set_repeat_rows(row, row)?;
    for question in page.template.questions().filter(|question| asked(page, question)) {
        row += 1;
        line(&mut sheet, row, page.template, question)?;
    }
    look::guard(&mut sheet);
    Ok(sheet)
}

fn asked(page: &Page<'_>, question: &Question) -> bool {
    page.returned.answers.iter().any(|answer| answer.question == question.id)
}

/// What each level of each scale means; gives the next free row.
fn levels(sheet: &mut Worksheet, page: &Page<'_>, mut row: u32) -> Result<u32, XlsxError> {
    let used = |id| page.template.questions().any(|it| it.scale.as_ref() == Some(id) && asked(page, it));
    for scale in page.template.scales.iter().filter(|scale| used(&scale.id)) {
        put(sheet, (row, 1), &scale.title, &look::subtitle())?;
        sheet.set_row_height(row, 19)?;
        row += 1;
        for level in &scale.levels {
            let filled = look::boxed().set_bold().set_background_color(look::fill(level.meaning));
            put(sheet, (row, 1), &level.label, &filled)?;
            let (from, to) = DEFINITION;
            sheet.merge_range(row, from, row, to, "", &look::boxed())?;
            put(sheet, (row, from), &level.definition, &look::boxed())?;
            let width: f64 = WIDTHS[usize::from(from)..=usize::from(to)].iter().sum();
            let lines =
                look::lines(&level.definition, width - 2.0).max(look::lines(&level.label, WIDTHS[1] - 2.0));
            look::height(sheet, row, lines)?;
            row += 1;
        }
        row += 1;
    }
    Ok(row)
}

fn line(sheet: &mut Worksheet, row: u32, template: &Template, question: &Question) -> Result<(), XlsxError> {
    let references = question.references.iter().map(|it| it.printed()).collect::<Vec<_>>();
    let good = question.looks_like.iter().map(|it| {
        let label =
            template.level(question, it.level.as_str()).map_or(it.level.as_str(), |level| &level.label);
        format!("{label}: {}", it.text)
    });
    let texts = [
        question.number.clone(),
        question.text.clone(),
        duty(question.duty).to_owned(),
        references.join("\n"),
        meant(question),
        question.evidence.iter().map(|it| format!("\u{2022} {it}")).collect::<Vec<_>>().join("\n"),
        good.collect::<Vec<_>>().join("\n"),
    ];
    let lines = texts.iter().zip(WIDTHS).map(|(text, width)| look::lines(text, width - 1.0)).max();
    let boxed = look::boxed();
    for (column, text) in (0..).zip(&texts) {
        put(sheet, (row, column), text, &boxed)?;
    }
    look::height(sheet, row, lines.unwrap_or(1))
}

/// The guidance, and what there is to choose from.
fn meant(question: &Question) -> String {
    let choices = question.choices.join("; ");
    match (question.guidance.is_empty(), choices.is_empty()) {
        (_, true) => question.guidance.clone(),
        (true, false) => format!("To choose from: {choices}."),
        (false, false) => format!("{}\nTo choose from: {choices}.", question.guidance),
    }
}

fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Must => "Must",
        Duty::Should => "Should",
        Duty::GoodPractice => "Good practice",
    }
}
