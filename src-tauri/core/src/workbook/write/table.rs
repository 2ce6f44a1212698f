//! A table on a sheet of its own: title, remark, headings, rows that go on below, and empty rows to fill.

use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, Format, Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::lists::Lists;
use super::questions::day;
use super::{flow, look, rules};
use crate::submission::action::{ActionState, Origin};
use crate::workbook::onward::Part;
use crate::workbook::tables::{Holds, Table, origin_words, state_words};

/// The row of headings, counted from 0.
pub const HEADINGS: u32 = 3;

/// Whether people write in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// Its cells are cream.
    Open,
    /// It stays as it is.
    Locked,
}

/// A table with its rows of texts; gives the sheet and the last row.
pub fn sheet(
    page: &Page<'_>,
    table: &Table,
    rows: &[Vec<String>],
    (spare, writing): (usize, Writing),
    lists: &Lists,
) -> Result<(Worksheet, u32), XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(table.name)?;
    look::paper(&mut sheet, page);
    top(&mut sheet, table)?;
    let mut body = Body { sheet, table, looks: looks(table, writing), row: HEADINGS + 1 };
    for (number, texts) in (1..).zip(rows) {
        body.line(number, texts)?;
    }
    for number in (rows.len() + 1..).take(spare) {
        body.spare(number)?;
    }
    let (mut sheet, last) = (body.sheet, body.row - 1);
    if last > HEADINGS && writing == Writing::Open {
        rules_of(&mut sheet, table, last, lists)?;
    }
    if let Some(key) = (0..).zip(table.columns).find(|(_, it)| it.holds == Holds::Key).map(|(at, _)| at) {
        sheet.set_column_hidden(key)?;
    }
    look::guard(&mut sheet);
    Ok((sheet, last))
}

/// Fills a column orange where a rule holds for a row: `{A}` to `{Z}` stand for its cells.
pub fn missing(sheet: &mut Worksheet, (column, last): (u16, u32), holds: &str) -> Result<(), XlsxError> {
    let rule = ConditionalFormatFormula::new()
        .set_rule(format!("={}", holds.replace("{row}", &(HEADINGS + 2).to_string())).as_str())
        .set_format(Format::new().set_background_color(look::ORANGE));
    sheet.add_conditional_format(HEADINGS + 1, column, last, column, &rule).map(|_| ())
}

fn top(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    put(sheet, (0, 0), table.name, &look::title())?;
    sheet.set_row_height(0, 24)?;
    put(sheet, (1, 0), table.remark, &look::remark())?;
    look::height(sheet, 1, 1)?;
    for (column, heading) in (0..).zip(table.columns) {
        sheet.set_column_width(column, heading.width)?;
        let centred = matches!(heading.holds, Holds::Day | Holds::State | Holds::Origin);
        let look = if centred { look::heading_centred() } else { look::heading() };
        put(sheet, (HEADINGS, column), heading.words[0], &look)?;
    }
    look::height(sheet, HEADINGS, 2)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?.set_freeze_panes(HEADINGS + 1, 0)?;
    Ok(())
}

/// The look of each column.
fn looks(table: &Table, writing: Writing) -> Vec<Format> {
    let look = |holds| match (holds, writing) {
        (Holds::Number, _) => look::count(),
        (Holds::Key, _) => look::small(),
        (Holds::Text, Writing::Open) => look::answer(),
        (Holds::Day, Writing::Open) => look::answer_date(),
        (Holds::State | Holds::Origin, Writing::Open) => look::answer_centred(),
        (Holds::Day, Writing::Locked) => look::date(),
        (Holds::Text, Writing::Locked) => look::boxed(),
        (Holds::State | Holds::Origin, Writing::Locked) => look::count(),
    };
    table.columns.iter().map(|column| look(column.holds)).collect()
}

struct Body<'a> {
    sheet: Worksheet,
    table: &'a Table,
    looks: Vec<Format>,
    row: u32,
}

impl Body<'_> {
    /// A row, and the rows that it goes on in.
    fn line(&mut self, number: usize, texts: &[String]) -> Result<(), XlsxError> {
        let widths: Vec<f64> = self.table.columns.iter().map(|it| it.width).collect();
        let rows = flow::rows(texts.to_vec(), &widths);
        let of = u32::try_from(rows.len()).unwrap_or(1);
        for (place, texts) in (1..).zip(&rows) {
            let number = number.to_string();
            let name = if place == 1 { number } else { Part { place, of }.key(&number) };
            for column in 0..self.table.columns.len() {
                self.cell(column, &name, texts.get(column).map_or("", String::as_str))?;
            }
            look::height(
                &mut self.sheet,
                self.row,
                flow::height(texts, &widths).max(look::lines(&name, 6.0)),
            )?;
            self.row += 1;
        }
        Ok(())
    }

    fn spare(&mut self, number: usize) -> Result<(), XlsxError> {
        for column in 0..self.table.columns.len() {
            self.cell(column, &number.to_string(), "")?;
        }
        look::height(&mut self.sheet, self.row, 2)?;
        self.row += 1;
        Ok(())
    }

    fn cell(&mut self, column: usize, name: &str, text: &str) -> Result<(), XlsxError> {
        let at = (self.row, u16::try_from(column).unwrap_or(0));
        let look = &self.looks[column];
        match self.table.columns[column].holds {
            Holds::Number => put(&mut self.sheet, at, name, look),
            Holds::Day => day(&mut self.sheet, at, text, look),
            Holds::Text | Holds::State | Holds::Origin | Holds::Key => put(&mut self.sheet, at, text, look),
        }
    }
}

/// The lists and kinds of value of a table that people write in.
fn rules_of(sheet: &mut Worksheet, table: &Table, last: u32, lists: &Lists) -> Result<(), XlsxError> {
    let words = |words: &'static [&'static str]| words[0].to_owned();
    for (column, heading) in (0..).zip(table.columns) {
        let rule: Option<DataValidation> = match heading.holds {
            Holds::Day => rules::day(),
            Holds::State => lists.rule(&ActionState::ALL.map(|it| words(state_words(it)))),
            Holds::Origin => lists.rule(&Origin::ALL.map(|it| words(origin_words(it)))),
            Holds::Number | Holds::Text | Holds::Key => None,
        };
        if let Some(rule) = rule {
            sheet.add_data_validation(HEADINGS + 1, column, last, column, &rule)?;
        }
    }
    Ok(())
}
