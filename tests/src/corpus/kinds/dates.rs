//! Dates and numbers as people and programs give them.

use attest::sheet::Place;
use attest::template::QuestionKind;
use chrono::NaiveDate;

use super::{Kind, kind};
use crate::corpus::desk::{Desk, RATING};
use crate::corpus::package::WORKBOOK;

pub const KINDS: &[Kind] = &[
    kind("dates as bare numbers", bare),
    kind("dates as ISO text", |desk| said(desk, "%Y-%m-%d")),
    kind("dates as ISO text with a time", |desk| said(desk, "%Y-%m-%dT00:00:00")),
    kind("dates as text, the month as a word", |desk| said(desk, "%-d %B %Y")),
    kind("dates as text, the month short", |desk| said(desk, "%-d-%b-%y")),
    kind("dates as text with weekday and ordinal", |desk| {
        said_by(desk, |day| format!("{} {}th {}", day.format("%A"), day.format("%-d"), day.format("%B %Y")));
    }),
    kind("dates as text with slashes, day first", |desk| said(desk, "%d/%m/%Y")),
    kind("dates as text with two digits for the year", |desk| said(desk, "%d.%m.%y")),
    kind("dates as text with slashes, month first", |desk| said(desk, "%m/%d/%Y")),
    kind("dates as text, the year first with slashes", |desk| said(desk, "%Y/%m/%d")),
    kind("dates that could be day or month first", |desk| each(desk, "03/04/2027")),
    kind("dates that are none", |desk| each(desk, "last spring")),
    kind("dates that no calendar has", |desk| each(desk, "31/02/2027")),
    kind("only month and year", |desk| each(desk, "September 2026")),
    kind("dates as cells of type d", typed_d),
    kind("the 1904 date system", since_1904),
    kind("numbers as text with commas", |desk| number_text(desk, |text| format!(" {text} "))),
    kind("numbers with a word behind", numbers_with_words),
    kind("numbers as powers", powers),
];

fn days(desk: &Desk<'_>) -> Vec<(usize, u32, NaiveDate)> {
    let found = desk.of_kind(QuestionKind::Date).into_iter().filter_map(|(question, sheet, row)| {
        let day = desk.base.answer(&question.id).value.as_deref()?.parse().ok()?;
        Some((sheet, row, day))
    });
    found.collect()
}

fn serial(day: NaiveDate) -> i64 {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
    (day - first).num_days()
}

/// A number in a cell that does not look like a date: what SheetJS makes of it.
fn bare(desk: &mut Desk<'_>) {
    for (sheet, row, day) in days(desk) {
        desk.package.edit(sheet, |grid, _| {
            grid.clear(Place::new(row, RATING));
            grid.raw(Place::new(row, RATING), "", &format!("<v>{}</v>", serial(day)));
        });
    }
}

fn said(desk: &mut Desk<'_>, form: &str) {
    said_by(desk, |day| day.format(form).to_string());
}

fn said_by(desk: &mut Desk<'_>, form: impl Fn(NaiveDate) -> String) {
    for (sheet, row, day) in days(desk) {
        desk.write_in(sheet, row, RATING, &form(day));
    }
}

/// Types the same into every date, which a person has to look at.
fn each(desk: &mut Desk<'_>, text: &str) {
    for (question, sheet, row) in desk.of_kind(QuestionKind::Date) {
        desk.write_in(sheet, row, RATING, text);
        desk.asked(question);
    }
}

fn typed_d(desk: &mut Desk<'_>) {
    for (sheet, row, day) in days(desk) {
        desk.raw(sheet, (row, RATING), "d", &format!("<v>{day}T00:00:00</v>"));
    }
}

fn since_1904(desk: &mut Desk<'_>) {
    for (sheet, row, day) in days(desk) {
        desk.raw(sheet, (row, RATING), "", &format!("<v>{}</v>", serial(day) - 1_462));
    }
    desk.package.change(WORKBOOK, |text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    let others: Vec<usize> =
        (0..desk.package.sheets().len()).filter(|it| !desk.sheets.contains(it)).collect();
    for sheet in others {
        desk.package.edit(sheet, |grid, _| earlier(grid));
    }
}

/// Whole numbers of the size of a day, which only dates are.
fn earlier(grid: &mut crate::corpus::grid::Grid) {
    for cell in grid.rows.values_mut().flat_map(|line| line.cells.values_mut()) {
        let value = cell.inner.strip_prefix("<v>").and_then(|rest| rest.strip_suffix("</v>"));
        let value = value.filter(|_| cell.kind.is_empty()).and_then(|text| text.parse::<i64>().ok());
        if let Some(days) = value.filter(|days| (40_000..60_000).contains(days)) {
            cell.inner = format!("<v>{}</v>", days - 1_462);
        }
    }
}

fn number_text(desk: &mut Desk<'_>, with: impl Fn(&str) -> String) {
    for (place, (question, sheet, row)) in desk.of_kind(QuestionKind::Number).into_iter().enumerate() {
        if place == 0 {
            desk.write_in(sheet, row, RATING, "1,204");
            desk.expect(question, |answer| answer.value = Some("1204".to_owned()));
            continue;
        }
        let text = desk.base.answer(&question.id).value.clone().unwrap_or_default();
        desk.write_in(sheet, row, RATING, &with(&text));
    }
}

fn numbers_with_words(desk: &mut Desk<'_>) {
    for (question, sheet, row) in desk.of_kind(QuestionKind::Number) {
        desk.write_in(sheet, row, RATING, "about 40");
        desk.asked(question);
    }
}

fn powers(desk: &mut Desk<'_>) {
    for (question, sheet, row) in desk.of_kind(QuestionKind::Number) {
        desk.raw(sheet, (row, RATING), "", "<v>4.12E2</v>");
        desk.expect(question, |answer| answer.value = Some("412".to_owned()));
    }
}
