//! The feedback file: a workbook that says what was found and brings what was agreed into the setting's own plan.
//!
//! A workbook, so that a setting without the app reads it, and it passes the same guard as returns. An action is known
//! by the reference it was agreed under. Refuses to know: either side's file.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::agreed::AgreedId;
use crate::error::{Error, Result};
use crate::sheet::{Book, Place, Sheet};
use crate::template::QuestionId;
use crate::text::{folded, normal};

/// What a feedback file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feedback {
    /// The partnership.
    pub partnership: String,
    /// Label of the round.
    pub round: String,
    /// The setting.
    pub setting: String,
    /// Its number as people say it.
    pub number: String,
    /// The day of the session: an ISO date.
    pub on: String,
    /// What was found: kind and text.
    pub findings: Vec<(String, String)>,
    /// What the setting agreed to do.
    pub actions: Vec<FeedbackAction>,
}

/// An agreed action in a feedback file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackAction {
    /// The reference it was agreed under.
    pub id: AgreedId,
    /// The question it came of.
    pub question: Option<QuestionId>,
    /// Number of that question.
    pub number: String,
    /// What is to be done.
    pub title: String,
    /// Who sees to it.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// What the first cell of a feedback file says.
const TITLE: &str = "Feedback from an audit panel";
const HEADS: [&str; 6] = ["Action", "Who", "By when", "Question", "Question id", "Reference"];
/// The row of the headings of the actions, counted from 0.
const HEAD_ROW: u32 = 8;

/// Writes it.
pub fn write(feedback: &Feedback) -> Result<Vec<u8>> {
    workbook(feedback).map_err(|error| {
        Error::fault(format!("The feedback of {} could not be written: {error}.", feedback.setting))
    })
}

fn workbook(feedback: &Feedback) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title(TITLE).set_author("Attest").set_creation_datetime(&day),
    );
    let base = || Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
    let boxed = || base().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00B8_C4CE));
    let (title, name) = (base().set_bold().set_font_size(16), base().set_bold());
    let said = base().set_num_format("@").set_quote_prefix();
    let cell = boxed().set_text_wrap().set_num_format("@").set_quote_prefix();
    let head = boxed().set_bold().set_font_color(Color::White).set_background_color(Color::RGB(0x0012_3A52));
    let page = book.add_worksheet();
    page.set_name("Feedback")?;
    for (column, width) in (0_u16..).zip([60.0, 24.0, 14.0, 12.0, 18.0, 40.0]) {
        page.set_column_width(column, width)?;
    }
    // What the app knows an action by is not for reading.
    for column in [4, 5] {
        page.set_column_hidden(column)?;
    }
    page.set_landscape().set_print_fit_to_pages(1, 0);
    page.write_string_with_format(0, 0, TITLE, &title)?;
    page.set_row_height(0, 26)?;
    let on = feedback.on.parse().map_or_else(|_| feedback.on.clone(), in_words);
    let pairs = [
        ("Partnership", &feedback.partnership),
        ("Round", &feedback.round),
        ("Setting", &feedback.setting),
        ("Number", &feedback.number),
        ("Session", &on),
    ];
    for (row, (what, text)) in (1_u32..).zip(pairs) {
        page.write_string_with_format(row, 0, what, &name)?;
        page.write_string_with_format(row, 1, text, &said)?;
    }
    let hint = "Opened in Attest, these actions go into your own plan; how far they are comes back with your next return.";
    page.write_string_with_format(6, 0, hint, &base())?;
    for (column, text) in (0_u16..).zip(HEADS) {
        page.write_string_with_format(HEAD_ROW, column, text, &head)?;
    }
    actions(page, feedback, &cell)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    found(book.add_worksheet(), feedback, (&title, &cell))?;
    book.save_to_buffer()
}

fn actions(page: &mut Worksheet, feedback: &Feedback, cell: &Format) -> std::result::Result<(), XlsxError> {
    for (row, action) in (HEAD_ROW + 1..).zip(&feedback.actions) {
        let due = action.due.map(in_words).unwrap_or_default();
        let question = action.question.as_ref().map(ToString::to_string).unwrap_or_default();
        let texts = [&action.title, &action.owner, &due, &action.number, &question, &action.id.to_string()]
            .map(Clone::clone);
        for (column, text) in (0_u16..).zip(texts) {
            page.write_string_with_format(row, column, &text, cell)?;
        }
    }
    Ok(())
}

fn found(
    page: &mut Worksheet,
    feedback: &Feedback,
    (title, cell): (&Format, &Format),
) -> std::result::Result<(), XlsxError> {
    page.set_name("What was found")?;
    page.set_column_width(0, 26)?.set_column_width(1, 100)?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    page.write_string_with_format(0, 0, "What was found", title)?;
    page.set_row_height(0, 26)?;
    page.set_paper_size(9);
    for (row, (kind, text)) in (2_u32..).zip(&feedback.findings) {
        page.write_string_with_format(row, 0, kind, cell)?;
        page.write_string_with_format(row, 1, text, cell)?;
    }
    Ok(())
}

/// Reads it; refused where the workbook is none.
pub fn read(book: &Book) -> Result<Feedback> {
    let sheet = book.sheets.iter().find(|sheet| folded(&sheet.text(Place::new(0, 0))) == folded(TITLE));
    let sheet = sheet.ok_or_else(|| {
        Error::input("This workbook is no feedback file of an audit panel.")
            .hint("Open the file that came with the panel\u{2019}s letter.")
    })?;
    let head = sheet
        .rows
        .iter()
        .find(|(_, cells)| cells.iter().any(|(_, cell)| folded(&cell.shown()) == folded(HEADS[5])));
    let mut feedback = Feedback {
        partnership: said(sheet, "Partnership"),
        round: said(sheet, "Round"),
        setting: said(sheet, "Setting"),
        number: said(sheet, "Number"),
        on: day(&said(sheet, "Session")).map_or_else(|| said(sheet, "Session"), |day| day.to_string()),
        ..Feedback::default()
    };
    if let Some((row, cells)) = head {
        let columns = HEADS.map(|head| {
            cells.iter().find(|(_, cell)| folded(&cell.shown()) == folded(head)).map(|(column, _)| *column)
        });
        let below = sheet.rows.iter().filter(|(at, _)| *at > row).map(|(at, _)| *at);
        feedback.actions = below.filter_map(|at| action(sheet, at, columns)).collect();
    }
    Ok(feedback)
}

fn said(sheet: &Sheet, name: &str) -> String {
    let row = sheet.rows.iter().find(|(row, _)| folded(&sheet.text(Place::new(**row, 0))) == folded(name));
    row.map(|(row, _)| normal(&sheet.text(Place::new(*row, 1))).trim().to_owned()).unwrap_or_default()
}

fn action(sheet: &Sheet, row: u32, columns: [Option<u32>; 6]) -> Option<FeedbackAction> {
    let text = |at: usize| {
        columns[at]
            .map(|column| normal(&sheet.text(Place::new(row, column))).trim().to_owned())
            .unwrap_or_default()
    };
    let title = text(0);
    Some(FeedbackAction {
        id: text(5).parse().ok()?,
        question: Some(text(4)).filter(|id| !id.is_empty()).map(QuestionId),
        number: text(3),
        owner: text(1),
        due: day(&text(2)),
        title: Some(title).filter(|title| !title.is_empty())?,
    })
}

/// A day as people read it.
fn in_words(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A day as it is written here, or was by an earlier Attest.
fn day(text: &str) -> Option<NaiveDate> {
    let forms = ["%d %B %Y", "%Y-%m-%d"];
    forms.into_iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::derived;

    #[test]
    fn what_was_agreed_comes_out_as_it_went_in() {
        let action = |title: &str, due: Option<&str>| FeedbackAction {
            id: AgreedId(derived("feedback", title)),
            question: due.map(|_| QuestionId("school.a1".into())),
            number: due.map(|_| "A1".to_owned()).unwrap_or_default(),
            title: title.into(),
            owner: "DSL".into(),
            due: due.map(|day| day.parse().expect("a date")),
        };
        let feedback = Feedback {
            partnership: "Sampleton Partnership".into(),
            round: "2026/27".into(),
            setting: "Example Primary School".into(),
            number: "URN 100001".into(),
            on: "2027-03-02".into(),
            findings: Vec::new(),
            actions: vec![action("=Ask governors", Some("2027-06-01")), action("Date the log", None)],
        };
        let bytes = write(&feedback).expect("written");
        let book = crate::sheet::open(&bytes).expect("our own file opens").value;
        assert_eq!(read(&book), Ok(feedback));
        assert!(read(&Book::default()).expect_err("it is none").message.contains("no feedback file"));
    }
}
