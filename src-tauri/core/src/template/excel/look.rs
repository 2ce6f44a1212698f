//! How a template's workbook looks: navy headings, wrapped cells, and lists to choose from.
//!
//! Refuses to know: what stands in it.

use rust_xlsxwriter::{DataValidation, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

const NAVY: &str = "#1F3864";
const RULE: &str = "#BFC5D2";
const FONT: &str = "Calibri";

/// A cell that is written in; always text, so that nothing is taken for a number.
pub(super) fn cell() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format("@")
        .set_border(FormatBorder::Thin)
        .set_border_color(RULE)
}

/// A heading above a column, or the name of a value beside it.
pub(super) fn heading() -> Format {
    cell().set_bold().set_font_color("#FFFFFF").set_background_color(NAVY)
}

/// What to do on a sheet.
pub(super) fn lead() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_italic()
}

/// A row as high as the text that needs most of it.
pub(super) fn height<'a>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl Iterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    let lines = cells.map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    sheet.set_row_height(row, (f64::from(lines) * 13.5 + 4.0).min(409.0)).map(|_| ())
}

fn lines(text: &str, width: f64) -> u32 {
    let line = |line: &str| (line.chars().count() as f64 / width.max(1.0)).ceil().max(1.0) as u32;
    text.split('\n').map(line).sum()
}

/// Lets a column be chosen from a list, as long as Excel takes the list in the cell itself.
pub(super) fn choose(sheet: &mut Worksheet, column: u16, from: u32, words: &[&str]) -> Result<(), XlsxError> {
    if words.is_empty() || words.iter().map(|word| word.chars().count() + 1).sum::<usize>() > 255 {
        return Ok(());
    }
    let list = DataValidation::new().allow_list_strings(words)?.ignore_blank(true);
    sheet.add_data_validation(from, column, from + 999, column, &list).map(|_| ())
}
