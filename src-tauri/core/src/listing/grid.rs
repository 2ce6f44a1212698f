//! A list in an Excel workbook: the first sheet that a person sees with a row of headings on it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::gather::Gathering;
use super::{Columns, List};
use crate::error::{Error, Result};
use crate::progress::{Progress, count};
use crate::sheet::{Book, Content, Sheet};

/// Rows before the headings that may be a title or a remark.
const HEAD: usize = 30;

/// Reads the list of a workbook.
pub fn read_book(
    book: &Book,
    said: impl FnOnce(&[String]) -> Option<Columns>,
    progress: &Progress,
) -> Result<List> {
    let shown = book.sheets.iter().filter(|sheet| !sheet.hidden);
    let found = shown.filter_map(|sheet| head(sheet).map(|head| (sheet, head))).next();
    let (sheet, (at, headings)) = found.ok_or_else(|| {
        Error::input("No sheet of the workbook has a row of headings.")
            .hint("Put a heading above each column, such as Name and URN, and save it again.")
    })?;
    progress.expect(count(sheet.rows.len()));
    let names: Vec<String> = headings.values().cloned().collect();
    let columns: Vec<u32> = headings.keys().copied().collect();
    let said = said(&names);
    let mut gathering = Gathering::begin(names, said, "row")?;
    for (number, cells) in sheet.rows.iter().filter(|(number, _)| **number > at) {
        progress.step(1)?;
        if sheet.hidden_rows.holds(*number) {
            continue;
        }
        let values: Vec<String> = columns
            .iter()
            .map(|column| cells.get(column).map(|cell| shown_as(&cell.content)).unwrap_or_default())
            .collect();
        gathering
            .row(number.saturating_add(1), values.len(), |place| Cow::Borrowed(values[place].as_str()))?;
    }
    Ok(gathering.end())
}

/// Every row that a person sees of the first sheet with a row of headings, as texts; none where there is no such sheet.
pub fn texts_of_book(book: &Book) -> Vec<Vec<String>> {
    let mut shown = book.sheets.iter().filter(|sheet| !sheet.hidden && head(sheet).is_some());
    let Some(sheet) = shown.next() else { return Vec::new() };
    let width = sheet.rows.iter().flat_map(|(_, cells)| cells.iter().map(|(column, _)| column + 1)).max();
    // Forms and SurveyMonkey write a few hundred columns at most; what stands far out is no question.
    let width = width.unwrap_or(0).min(2_000);
    let seen = sheet.rows.iter().filter(|(number, _)| !sheet.hidden_rows.holds(**number));
    let text = |cells: &crate::sheet::Cells, column| {
        cells.get(&column).map(|cell| shown_as(&cell.content)).unwrap_or_default()
    };
    seen.map(|(_, cells)| (0..width).map(|column| text(cells, column)).collect()).collect()
}

/// The row of headings: the first one with two texts or more, by column.
fn head(sheet: &Sheet) -> Option<(u32, BTreeMap<u32, String>)> {
    sheet.rows.iter().take(HEAD).find_map(|(number, cells)| {
        let mut texts = BTreeMap::new();
        for (column, cell) in cells.iter() {
            if let Content::Text(text) = &cell.content {
                texts.insert(*column, text.trim().to_owned());
            }
        }
        texts.retain(|_, text| !text.is_empty());
        (texts.len() >= 2).then_some((*number, texts))
    })
}

/// A cell as the list means it: whole numbers without a point, dates as dates.
fn shown_as(content: &Content) -> String {
    match content {
        Content::Text(text) => text.to_string(),
        Content::Number(number) => number.to_string(),
        Content::Truth(true) => "Yes".to_owned(),
        Content::Truth(false) => "No".to_owned(),
        Content::Date(days) => day(*days),
        Content::IsoDate(text) => text.chars().take(10).collect(),
        Content::Duration(text) => text.clone(),
        Content::Error(_) => String::new(),
    }
}

fn day(days: f64) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(1899, 12, 30);
    let whole = format!("{:.0}", days.floor()).parse::<u64>().unwrap_or(0);
    let date = first.and_then(|first| first.checked_add_days(chrono::Days::new(whole)));
    date.map(|date| date.to_string()).unwrap_or_default()
}
