//! How a workbook looks: navy headings, cream where people write, a colour and its word for each rating.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::Page;
use crate::template::Meaning;

const NAVY: &str = "#1F3864";
const CREAM: &str = "#FFF9E8";
const RULE: &str = "#BFC5D2";
const GREY: &str = "#6B7280";
const FONT: &str = "Calibri";

/// Plain text.
pub fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11).set_align(FormatAlign::Top)
}

/// Wrapped text with a thin rule around it.
pub fn boxed() -> Format {
    plain().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(RULE)
}

/// A cell that people write in.
pub fn answer() -> Format {
    boxed().set_background_color(CREAM).set_unlocked().set_num_format("@").set_quote_prefix()
}

/// A cell for a date that people write in.
pub fn answer_date() -> Format {
    boxed().set_background_color(CREAM).set_unlocked().set_num_format("[$-809]dd/mm/yyyy")
}

/// A cell for a number that people write in.
pub fn answer_number() -> Format {
    boxed().set_background_color(CREAM).set_unlocked().set_num_format("General")
}

/// A heading above a column.
pub fn heading() -> Format {
    boxed()
        .set_bold()
        .set_font_color("#FFFFFF")
        .set_background_color(NAVY)
        .set_align(FormatAlign::VerticalCenter)
}

/// A heading above a column of numbers.
pub fn heading_centred() -> Format {
    heading().merge(&Format::new().set_align(FormatAlign::Center))
}

/// The title of a sheet.
pub fn title() -> Format {
    plain().set_bold().set_font_size(16).set_font_color(NAVY)
}

/// A smaller title inside a sheet.
pub fn subtitle() -> Format {
    plain().set_bold().set_font_size(12).set_font_color(NAVY)
}

/// Small grey text: ids and remarks.
pub fn small() -> Format {
    plain().set_font_size(8).set_font_color(GREY)
}

/// A number in a table.
pub fn count() -> Format {
    boxed().set_align(FormatAlign::Center)
}

/// A percentage in a table.
pub fn percent() -> Format {
    count().set_num_format("0%")
}

/// The fill of a meaning; its word always stands with it.
pub fn fill(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Exceeds => "#B7DDF0",
        Meaning::Met => "#C9E7CB",
        Meaning::Mostly => "#E4EFC0",
        Meaning::Partly => "#FCE5A6",
        Meaning::NotMet => "#F6C7C1",
        Meaning::NotApplicable => "#E2E5EA",
        Meaning::None => "#FFFFFF",
    }
}

/// A4 landscape, one page wide, with the setting, the page and the return's id at the foot.
pub fn paper(sheet: &mut Worksheet, page: &Page<'_>) {
    let setting = page.returned.setting.replace('&', "&&");
    let setting: String = setting.chars().take(100).collect();
    // The space after a size keeps digits of the text apart from it.
    let footer = format!("&L&8 {setting}&C&8 &P of &N&R&8 {}", page.returned.identity.submission);
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_footer(footer);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_screen_gridlines(false);
}

/// Locks what is not an answer, as guidance and without a password.
pub fn guard(sheet: &mut Worksheet) {
    let options = rust_xlsxwriter::ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        ..rust_xlsxwriter::ProtectionOptions::default()
    };
    sheet.protect_with_options(&options);
}

/// Lines that a text takes in a column of a width in characters.
pub fn lines(text: &str, width: f64) -> u32 {
    text.split('\n').map(|paragraph| wrapped(paragraph, width)).sum()
}

fn wrapped(paragraph: &str, width: f64) -> u32 {
    let room = (width * 7.0) as u32;
    let (mut lines, mut used) = (1, 0);
    for word in paragraph.split(' ') {
        // Measured at 11 points; a word longer than the column breaks inside.
        let long: u32 = pieces(word).map(|piece| rust_xlsxwriter::cell_autofit_width(&piece) - 7).sum();
        if used > 0 && used + 3 + long > room {
            (lines, used) = (lines + 1, 0);
        }
        used += long + if used > 0 { 3 } else { 0 };
        lines += used / room.max(1);
        used %= room.max(1);
    }
    lines
}

fn pieces(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(200).map(|piece| piece.iter().collect()).collect::<Vec<String>>().into_iter()
}

/// Sets a row's height for the text that needs most lines.
pub fn height(sheet: &mut Worksheet, row: u32, lines: u32) -> Result<(), XlsxError> {
    let points = (f64::from(lines.max(1)) * 15.0 + 4.0).min(409.0);
    sheet.set_row_height(row, points).map(|_| ())
}
