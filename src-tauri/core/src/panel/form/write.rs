//! Writing a note form: what to fill in is cream, the rest is to be read; no macro, no formula.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use super::{Form, FormQuestion, HEADS, REFERENCE, WHOLE};
use crate::error::{Error, Result};

/// The longest list that Excel takes in a cell's rule.
pub(crate) const LONGEST_LIST: usize = 250;
/// The row that the headings stand in, counted from 0.
const HEAD_ROW: u32 = 9;

/// Writes it.
pub fn write(form: &Form) -> Result<Vec<u8>> {
    workbook(form).map_err(|error| {
        Error::fault(format!("The note form of {} could not be written: {error}.", form.member))
    })
}

/// How the cells of a form look.
pub(crate) struct Looks {
    pub(crate) title: Format,
    pub(crate) name: Format,
    pub(crate) said: Format,
    pub(crate) head: Format,
    pub(crate) read: Format,
    pub(crate) fill: Format,
    pub(crate) hint: Format,
}

impl Looks {
    /// The looks that every form has.
    pub(crate) fn new() -> Self {
        let base = || Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
        let boxed = || base().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00B8_C4CE));
        Self {
            title: base().set_bold().set_font_size(16).set_font_color(Color::RGB(0x0012_3A52)),
            name: base().set_bold(),
            said: base().set_num_format("@"),
            head: boxed()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x0012_3A52))
                .set_text_wrap(),
            read: boxed().set_text_wrap().set_num_format("@"),
            fill: boxed()
                .set_text_wrap()
                .set_num_format("@")
                .set_background_color(Color::RGB(0x00FF_F7E0))
                .set_unlocked(),
            hint: base().set_font_color(Color::RGB(0x0049_5A66)),
        }
    }
}

fn workbook(form: &Form) -> std::result::Result<Vec<u8>, XlsxError> {
    let (mut book, looks) = (Workbook::new(), Looks::new());
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title("Panel note form").set_author("Attest").set_creation_datetime(&day),
    );
    let page = book.add_worksheet();
    page.set_name("Notes")?;
    cover(page, form, &looks)?;
    questions(page, form, &looks)?;
    enquiries(book.add_worksheet(), form, &looks)?;
    book.save_to_buffer()
}

fn cover(page: &mut Worksheet, form: &Form, looks: &Looks) -> std::result::Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip([8.0, 60.0, 18.0, 20.0, 60.0]) {
        page.set_column_width(column, width)?;
    }
    page.write_string_with_format(0, 0, "Panel note form", &looks.title)?;
    page.set_row_height(0, 26)?;
    let reference = form.session.to_string();
    let pairs = [
        ("Setting", form.setting.as_str()),
        ("Session", &form.when),
        ("Member", &form.member),
        ("Agency", &form.agency),
        (REFERENCE, &reference),
    ];
    for (row, (name, said)) in (1_u32..).zip(pairs) {
        page.write_string_with_format(row, 0, name, &looks.name)?;
        page.write_string_with_format(row, 1, said, &looks.said)?;
    }
    let hints = [
        "Rate for yourself before you hear the others. Leave a line blank where you have nothing to say.",
        "Name no child and copy no evidence. An immediate concern about a child goes by the normal referral route now.",
    ];
    for (row, hint) in (6_u32..).zip(hints) {
        page.write_string_with_format(row, 0, hint, &looks.hint)?;
    }
    page.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    page.set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    Ok(())
}

fn questions(page: &mut Worksheet, form: &Form, looks: &Looks) -> std::result::Result<(), XlsxError> {
    for (column, head) in (0_u16..).zip(HEADS) {
        page.write_string_with_format(HEAD_ROW, column, head, &looks.head)?;
    }
    let whole = FormQuestion {
        question: None,
        number: String::new(),
        text: WHOLE.to_owned(),
        own: String::new(),
        levels: Vec::new(),
    };
    for (row, question) in (HEAD_ROW + 1..).zip(form.questions.iter().chain([&whole])) {
        line(page, row, question, looks)?;
    }
    page.set_freeze_panes(HEAD_ROW + 1, 0)?;
    page.protect();
    Ok(())
}

fn line(
    page: &mut Worksheet,
    row: u32,
    question: &FormQuestion,
    looks: &Looks,
) -> std::result::Result<(), XlsxError> {
    for (column, text) in (0_u16..).zip([&question.number, &question.text, &question.own]) {
        page.write_string_with_format(row, column, text, &looks.read)?;
    }
    let rate = if question.levels.is_empty() { &looks.read } else { &looks.fill };
    page.write_blank(row, 3, rate)?;
    page.write_blank(row, 4, &looks.fill)?;
    let labels: Vec<&str> = question.levels.iter().map(|(_, label)| label.as_str()).collect();
    let short = labels.iter().map(|label| label.len() + 1).sum::<usize>() <= LONGEST_LIST;
    if !labels.is_empty() && short && !labels.iter().any(|label| label.contains(',')) {
        page.add_data_validation(row, 3, row, 3, &DataValidation::new().allow_list_strings(&labels)?)?;
    }
    let lines = u32::try_from(question.text.chars().count().div_ceil(58)).unwrap_or(1).clamp(3, 20);
    page.set_row_height(row, f64::from(lines) * 14.0 + 4.0)?;
    Ok(())
}

fn enquiries(page: &mut Worksheet, form: &Form, looks: &Looks) -> std::result::Result<(), XlsxError> {
    page.set_name("Lines of enquiry")?;
    page.set_column_width(0, 110)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    page.write_string_with_format(0, 0, "Lines of enquiry", &looks.title)?;
    page.set_row_height(0, 26)?;
    for (row, text) in (2_u32..).zip(&form.enquiries) {
        page.write_string_with_format(row, 0, text, &looks.read)?;
    }
    Ok(())
}
