//! Writes a return as a workbook that is good to fill in, to print and to read back.
//!
//! The same return gives the same bytes: the time of making is the time in the export's own id.

mod cells;
mod charts;
mod cover;
mod evidence;
mod flow;
mod guidance;
mod kept;
mod lists;
mod look;
mod plan;
mod questions;
mod rules;
mod sheets;
mod signatures;
mod summary;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::{Return, identity};
use crate::error::{Error, Result};
use crate::problem::{Problem, Read};
use crate::template::Template;
use lists::Lists;
pub use sheets::broken;

/// Everything that the sheets are written from.
struct Page<'a> {
    returned: &'a Return,
    template: &'a Template,
}

/// Writes a return; what no cell can hold is said.
pub fn write(returned: &Return, template: &Template) -> Result<Read<Vec<u8>>> {
    let page = Page { returned, template };
    let mut problems = Vec::new();
    let bytes = compose(&page, &mut problems).map_err(|error| {
        Error::fault(format!(
            "The workbook for \u{2018}{}\u{2019} could not be written: {error}.",
            returned.setting
        ))
    })?;
    Ok(Read { value: bytes, problems })
}

fn compose(page: &Page<'_>, problems: &mut Vec<Problem>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(page));
    let lists = Lists::of(page);
    let sheets = sheets::plan(page);
    workbook.push_worksheet(cover::sheet(page, &lists, problems)?);
    workbook.push_worksheet(summary::sheet(page, &sheets)?);
    if let Some(charts) = summary::charts(page, &sheets)? {
        workbook.push_worksheet(charts);
    }
    for sheet in &sheets {
        workbook.push_worksheet(questions::sheet(page, sheet, &lists)?);
    }
    workbook.push_worksheet(plan::sheet(page, &lists)?);
    workbook.push_worksheet(evidence::sheet(page, &lists)?);
    if !page.template.sign_off.is_empty() || page.returned.sign_off.is_some() {
        workbook.push_worksheet(signatures::sheet(page, &lists)?);
    }
    workbook.push_worksheet(guidance::sheet(page)?);
    if let Some(sheet) = lists.sheet()? {
        workbook.push_worksheet(sheet);
    }
    workbook.push_worksheet(kept::sheet(page)?);
    for (name, cell) in sheets.iter().flat_map(sheets::names) {
        workbook.define_name(name, &cell)?;
    }
    workbook.save_to_buffer()
}

fn properties(page: &Page<'_>) -> DocProperties {
    let identity = &page.returned.identity;
    let mut properties = DocProperties::new()
        .set_title(&page.template.title)
        .set_author(&page.returned.setting)
        .set_creation_datetime(&made(page));
    for (word, value) in identity::WORDS.iter().zip(identity::spoken(identity)) {
        if !value.is_empty() && value.encode_utf16().count() <= 255 {
            properties = properties.set_custom_property(word.property, value);
        }
    }
    properties
}

/// The time that is in the export's id; an id without one gives a fixed day.
fn made(page: &Page<'_>) -> ExcelDateTime {
    let seconds = page.returned.identity.export.get_timestamp().map_or(0, |time| time.to_unix().0);
    let seconds = i64::try_from(seconds).unwrap_or(0).max(946_684_800);
    ExcelDateTime::from_timestamp(seconds)
        .or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))
        .expect("the first day of 2000 is a day in Excel")
}

#[cfg(test)]
mod tests;
