//! The reply form of an agency: its actions as a small workbook to be filled in, and what a filled-in one says.
//!
//! No cell has to be filled in. Refuses to know: how a workbook is opened; it is given its rows as texts.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DataValidation, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::action::{ActionId, Stage};
use super::standing::Standing;
use crate::error::{Error, Result};
use crate::text::{folded, normal, short};

/// The headings of a form, in order, with the widths of their columns.
const HEADINGS: [(&str, f64); 8] = [
    ("Ref", 7.0),
    ("Action", 42.0),
    ("Owner", 18.0),
    ("Due", 13.0),
    ("How far when sent", 19.0),
    ("How far now", 15.0),
    ("What is new", 44.0),
    ("Difference made", 36.0),
];
/// The column that the identity stands in, after all others.
const IDENTITY: &str = "For Attest";
const IDENTITY_COLUMN: u16 = 8;
/// The row of the headings, counted from 0.
const HEAD_ROW: u32 = 4;
const FILLED_BY: &str = "Filled in by";
const FILLED_ON: &str = "Filled in on";
/// What may be said on a form; closing is for the group.
const STAGES: [Stage; 3] = [Stage::NotBegun, Stage::UnderWay, Stage::Done];

/// What a filled-in form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The agency.
    pub agency: String,
    /// Who filled it in; empty where nobody is named.
    pub by: String,
    /// The day it was filled in, or sent where that is not said.
    pub on: NaiveDate,
    /// What it says of each action of which it says something.
    pub replies: Vec<Reply>,
    /// What could not be read, a sentence each.
    pub unread: Vec<String>,
}

/// What was said of an action on a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The action.
    pub action: ActionId,
    /// As people call it.
    pub reference: String,
    /// How far it is now; none where that did not change.
    pub stage: Option<Stage>,
    /// What is new.
    pub text: String,
    /// The difference that it made.
    pub impact: String,
}

struct Looks {
    plain: Format,
    head: Format,
    open: Format,
}

/// The form of an agency, sent on a day.
pub fn write(agency: &str, sent: NaiveDate, actions: &[&Standing]) -> Result<Vec<u8>> {
    form(agency, sent, actions)
        .map_err(|error| Error::fault(format!("The form for {agency} could not be written: {error}.")))
}

fn form(agency: &str, sent: NaiveDate, actions: &[&Standing]) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let looks = looks();
    let sheet = book.add_worksheet();
    sheet.set_name("Actions")?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let title = Format::new().set_bold().set_font_size(14);
    sheet.write_string_with_format(0, 0, format!("Actions of {agency}"), &title)?;
    sheet.write_string(1, 0, "Please fill in the yellow cells, as far as there is something new, and send this file back. Leave the rest as it is.")?;
    for (row, label) in [(2, FILLED_BY), (3, FILLED_ON)] {
        sheet.write_string(row, 1, label)?.write_blank(row, 2, &looks.open)?;
    }
    for (place, (heading, width)) in (0_u16..).zip(HEADINGS.into_iter().chain([(IDENTITY, 4.0)])) {
        sheet.set_column_width(place, width)?;
        sheet.write_string_with_format(HEAD_ROW, place, heading, &looks.head)?;
    }
    sheet.write_string(2, IDENTITY_COLUMN, agency)?.write_string(3, IDENTITY_COLUMN, sent.to_string())?;
    sheet.set_column_hidden(IDENTITY_COLUMN)?;
    for (row, action) in (HEAD_ROW + 1..).zip(actions) {
        line(sheet, row, action, &looks)?;
    }
    checks(sheet, u32::try_from(actions.len()).unwrap_or(u32::MAX))?;
    sheet.set_print_area(0, 0, HEAD_ROW + u32::try_from(actions.len()).unwrap_or(1), IDENTITY_COLUMN - 1)?;
    sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW)?.set_freeze_panes(HEAD_ROW + 1, 0)?;
    book.save_to_buffer()
}

fn looks() -> Looks {
    let plain = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xC4_C9_CF));
    let head = plain.clone().set_bold().set_background_color(0x0B_25_45).set_font_color(0xFF_FF_FF);
    let open = plain.clone().set_background_color(0xFF_F4_CC).set_num_format("@");
    Looks { plain, head, open }
}

/// A list of stages beside each action, and a sentence where something else is typed.
fn checks(sheet: &mut Worksheet, actions: u32) -> std::result::Result<(), XlsxError> {
    if actions == 0 {
        return Ok(());
    }
    let stages = DataValidation::new()
        .allow_list_strings(&STAGES.map(Stage::label))?
        .set_error_message("Choose Not begun, Under way or Done.")?;
    sheet.add_data_validation(HEAD_ROW + 1, 5, HEAD_ROW + actions, 5, &stages)?;
    let days = DataValidation::new()
        .allow_custom(Formula::new("=LEN(C4)<=20"))
        .set_input_message("The day, such as 3 March 2027.")?;
    sheet.add_data_validation(3, 2, 3, 2, &days)?;
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    action: &Standing,
    looks: &Looks,
) -> std::result::Result<(), XlsxError> {
    let due = action.due.map(|due| due.format("%-d %b %Y").to_string()).unwrap_or_default();
    let texts = [action.reference.as_str(), &action.title, &action.owner, &due, action.stage.label()];
    for (column, text) in (0_u16..).zip(texts) {
        sheet.write_string_with_format(row, column, text, &looks.plain)?;
    }
    sheet.write_string_with_format(row, 5, action.stage.label(), &looks.open)?;
    sheet.write_blank(row, 6, &looks.open)?.write_blank(row, 7, &looks.open)?;
    sheet.write_string(row, IDENTITY_COLUMN, action.action.to_string())?;
    sheet.set_row_height(row, 48)?;
    Ok(())
}

/// What a filled-in form says, from its rows as texts, as read on a day; rows in which nothing was said are passed over.
///
/// None where they are not of a reply form.
pub fn read(rows: &[Vec<String>], today: NaiveDate) -> Option<Filled> {
    let head = rows.iter().position(|row| place(row, IDENTITY).zip(place(row, "What is new")).is_some());
    let head = head?;
    let id = place(&rows[head], IDENTITY)?;
    let above = |label: &str| rows[..head].iter().find_map(|row| Some((row, place(row, label)?)));
    let hidden = |label: &str| above(label).map(|(row, _)| cell(row, id)).unwrap_or_default();
    let typed = |label: &str| above(label).map(|(row, at)| cell(row, at + 1)).unwrap_or_default();
    let sent = day(&hidden(FILLED_ON))?;
    let mut unread = Vec::new();
    let said = typed(FILLED_ON);
    let on = match day(&said) {
        Some(on) if on <= today => on,
        _unsure if said.is_empty() => sent,
        _unsure => {
            unread.push(format!(
                "\u{201c}{}\u{201d} is no day on which it can have been filled in, so the day it was sent is taken.",
                short(&said)
            ));
            sent
        }
    };
    let lines = rows[head + 1..].iter();
    let replies = lines.filter_map(|row| reply(row, &rows[head], id, &mut unread)).collect();
    Some(Filled { agency: hidden(FILLED_BY), by: typed(FILLED_BY), on, replies, unread })
}

fn reply(row: &[String], head: &[String], id: usize, unread: &mut Vec<String>) -> Option<Reply> {
    let at = |heading| place(head, heading).map(|place| cell(row, place)).unwrap_or_default();
    let (reference, now, sent) = (at("Ref"), at("How far now"), at("How far when sent"));
    let (text, impact) = (at("What is new"), at("Difference made"));
    let moved = folded(&now) != folded(&sent) && !now.is_empty();
    if !moved && text.is_empty() && impact.is_empty() {
        return None;
    }
    let Ok(action) = cell(row, id).parse() else {
        unread.push(format!("What is said of {} is of no action of the plan.", short(&reference)));
        return None;
    };
    let stage = STAGES.into_iter().find(|stage| folded(stage.label()) == folded(&now)).filter(|_| moved);
    if moved && stage.is_none() {
        unread.push(format!(
            "\u{201c}{}\u{201d} for {} is not one of Not begun, Under way and Done, so how far it is stays as it was.",
            short(&now),
            short(&reference)
        ));
    }
    Some(Reply { action, reference, stage, text, impact })
}

fn place(row: &[String], heading: &str) -> Option<usize> {
    row.iter().position(|cell| folded(cell) == folded(heading))
}

fn cell(row: &[String], place: usize) -> String {
    normal(row.get(place).map_or("", |cell| cell.trim()))
}

/// A day as people type it.
fn day(text: &str) -> Option<NaiveDate> {
    let forms = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y"];
    forms.into_iter().find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok())
}
