//! How a workbook looks: navy headings, cream where people write, a colour and its word for each rating.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::Page;
use crate::submission::signoff::Standing;
use crate::template::Meaning;
pub use crate::workbook::measure::lines;

/// Headings and titles.
pub const NAVY: &str = "#1F3864";
const CREAM: &str = "#FFF9E8";
const RULE: &str = "#BFC5D2";
const GREY: &str = "#5B6270";
const PALE: &str = "#F3F4F7";
const RED: &str = "#B42318";
const GREEN: &str = "#1F6B3A";
/// Where something is missing.
pub const ORANGE: &str = "#FBD3A4";
const FONT: &str = "Calibri";
const DAY: &str = "[$-809]dd/mm/yyyy";

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

/// A cell that people choose a rating in.
pub fn rating() -> Format {
    answer().set_bold().set_align(FormatAlign::Center)
}

/// A cell with a short word that people choose.
pub fn answer_centred() -> Format {
    answer().set_align(FormatAlign::Center)
}

/// A cell for a date that people write in.
pub fn answer_date() -> Format {
    boxed().set_background_color(CREAM).set_unlocked().set_num_format(DAY).set_align(FormatAlign::Center)
}

/// A cell for a number that people write in.
pub fn answer_number() -> Format {
    boxed()
        .set_background_color(CREAM)
        .set_unlocked()
        .set_num_format("General")
        .set_align(FormatAlign::Center)
}

/// A date that stays as it is.
pub fn date() -> Format {
    boxed().set_num_format(DAY).set_align(FormatAlign::Center)
}

/// Text for the eye only, a shade back from the rest: last round's answer, the head of a row that goes on.
pub fn aside() -> Format {
    boxed().set_background_color(PALE).set_font_color(GREY)
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

/// A remark under a title.
pub fn remark() -> Format {
    plain().set_font_color(GREY)
}

/// How the return stands, in a word and its colour.
pub fn standing(standing: Standing) -> Format {
    let colour = match standing {
        Standing::Draft => RED,
        Standing::SignedOff => GREEN,
    };
    plain().set_bold().set_font_size(13).set_font_color(colour)
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

/// The colour of a meaning in a chart, where it stands beside its word in the legend.
pub fn chart(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Exceeds => "#2E86AB",
        Meaning::Met => "#5BA663",
        Meaning::Mostly => "#B5C94C",
        Meaning::Partly => "#F0B429",
        Meaning::NotMet => "#D1584B",
        Meaning::NotApplicable => "#A3AAB7",
        Meaning::None => "#8A7FB0",
    }
}

/// The colour of what is still blank in a chart.
pub const BLANK: &str = "#E6E8ED";

/// A4 landscape, one page wide, with the setting, the page and the return's id at the foot.
pub fn paper(sheet: &mut Worksheet, page: &Page<'_>) {
    let setting = page.returned.setting.replace('&', "&&");
    let setting: String = setting.chars().take(100).collect();
    // The space after a size keeps digits of the text apart from it.
    let footer = format!("&L&8 {setting}&C&8 &P of &N&R&8 {}", page.returned.identity.submission);
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_footer(footer);
    if let Some(mark) = mark(page.returned.standing) {
        sheet.set_header(format!("&R&\"{FONT},Bold\"&10&K{}{mark}", &RED[1..]));
    }
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_screen_gridlines(false);
}

/// What stands on every page of a return that is not signed.
pub fn mark(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Draft => Some("DRAFT until signed off"),
        Standing::SignedOff => None,
    }
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

/// Sets a row's height for the text that needs most lines.
pub fn height(sheet: &mut Worksheet, row: u32, lines: u32) -> Result<(), XlsxError> {
    let points = (f64::from(lines.max(1)) * 15.0 + 4.0).min(409.0);
    sheet.set_row_height(row, points).map(|_| ())
}
