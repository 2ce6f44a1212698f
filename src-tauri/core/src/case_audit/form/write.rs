//! Writing an agency's form: what to fill in is cream, the rest is to be read; no macro, no formula.

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::{AGENCY, AUTHOR, Form, HEADS};
use crate::case_audit::{CaseNumber, Item};
use crate::error::{Error, Result};
use crate::panel::form::{LONGEST_LIST, Looks, REFERENCE};

/// The row that the headings stand in, counted from 0.
const HEAD_ROW: u32 = 11;

/// Writes it.
pub fn write(form: &Form<'_>) -> Result<Vec<u8>> {
    workbook(form)
        .map_err(|error| Error::fault(format!("The form of {} could not be written: {error}.", form.agency)))
}

fn workbook(form: &Form<'_>) -> std::result::Result<Vec<u8>, XlsxError> {
    let (mut book, looks) = (Workbook::new(), Looks::new());
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title("Case audit form").set_author("Attest").set_creation_datetime(&day),
    );
    let page = book.add_worksheet();
    page.set_name("Cases")?;
    cover(page, form, &looks)?;
    cases(page, form, &looks)?;
    if !form.audit.scale.is_empty() {
        grades(book.add_worksheet(), form, &looks)?;
    }
    book.save_to_buffer()
}

fn cover(page: &mut Worksheet, form: &Form<'_>, looks: &Looks) -> std::result::Result<(), XlsxError> {
    for (column, width) in (0_u16..).zip([16.0, 30.0, 46.0, 20.0, 40.0, 34.0, 34.0]) {
        page.set_column_width(column, width)?;
    }
    page.write_string_with_format(0, 0, "Case audit form", &looks.title)?;
    page.set_row_height(0, 26)?;
    let reference = form.audit.id.to_string();
    let pairs = [
        ("Audit", form.audit.title.as_str()),
        ("Partnership", form.partnership),
        (AGENCY, form.agency),
        ("Back by", &form.by),
        (REFERENCE, &reference),
    ];
    for (row, (name, said)) in (1_u32..).zip(pairs) {
        page.write_string_with_format(row, 0, name, &looks.name)?;
        page.write_string_with_format(row, 1, said, &looks.said)?;
    }
    page.write_string_with_format(6, 0, AUTHOR, &looks.name)?;
    page.write_blank(6, 1, &looks.fill)?;
    let hints = [
        "Look at your own agency\u{2019}s work, from your own record, before you hear the others. Leave a line blank where you have nothing to say.",
        "A case stands here by its number alone. Write no name, no initials, no date of birth, no address, and no number from a record.",
        "If anything suggests that a child may be in danger today, stop, pass it on by the normal route now, and come back to the form afterwards.",
    ];
    for (row, hint) in (7_u32..).zip(hints) {
        page.write_string_with_format(row, 0, hint, &looks.hint)?;
    }
    page.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    page.set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    Ok(())
}

fn cases(page: &mut Worksheet, form: &Form<'_>, looks: &Looks) -> std::result::Result<(), XlsxError> {
    for (column, head) in (0_u16..).zip(HEADS) {
        page.write_string_with_format(HEAD_ROW, column, head, &looks.head)?;
    }
    let items = form.audit.items();
    let lines = form.cases.iter().flat_map(|case| items.iter().map(move |item| (case, item)));
    for (row, (case, item)) in (HEAD_ROW + 1..).zip(lines) {
        line(page, row, (case, item), form, looks)?;
    }
    page.set_freeze_panes(HEAD_ROW + 1, 2)?;
    page.protect();
    Ok(())
}

fn line(
    page: &mut Worksheet,
    row: u32,
    (case, item): (&CaseNumber, &Item),
    form: &Form<'_>,
    looks: &Looks,
) -> std::result::Result<(), XlsxError> {
    let look_for = look_for(form, item);
    for (column, text) in (0_u16..).zip([case.as_str(), &form.audit.called(item), &look_for]) {
        page.write_string_with_format(row, column, text, &looks.read)?;
    }
    let labels: Vec<&str> = form.audit.scale.iter().map(|level| level.label.as_str()).collect();
    let graded = !labels.is_empty() && *item != Item::voice();
    page.write_blank(row, 3, if graded { &looks.fill } else { &looks.read })?;
    for column in 4..7 {
        page.write_blank(row, column, &looks.fill)?;
    }
    let short = labels.iter().map(|label| label.len() + 1).sum::<usize>() <= LONGEST_LIST;
    if graded && short && !labels.iter().any(|label| label.contains(',')) {
        page.add_data_validation(row, 3, row, 3, &DataValidation::new().allow_list_strings(&labels)?)?;
    }
    let lines: usize = look_for.lines().map(|line| line.chars().count().div_ceil(46).max(1)).sum();
    let lines = u32::try_from(lines).unwrap_or(1).clamp(3, 28);
    page.set_row_height(row, f64::from(lines) * 13.5 + 4.0)?;
    Ok(())
}

fn look_for(form: &Form<'_>, item: &Item) -> String {
    match item.0.as_str() {
        "voice" => {
            "What the child said, showed or lived through, and how your agency knows. What it changed."
                .to_owned()
        }
        "whole" => "How good your agency\u{2019}s work was for this child, all in all.".to_owned(),
        id => form
            .audit
            .focus
            .iter()
            .find(|one| one.id == id)
            .map(|one| one.look_for.clone())
            .unwrap_or_default(),
    }
}

fn grades(page: &mut Worksheet, form: &Form<'_>, looks: &Looks) -> std::result::Result<(), XlsxError> {
    page.set_name("Grades")?;
    page.set_column_width(0, 28)?.set_column_width(1, 90)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    page.write_string_with_format(0, 0, "Grades", &looks.title)?;
    page.set_row_height(0, 26)?;
    for (row, level) in (2_u32..).zip(&form.audit.scale) {
        page.write_string_with_format(row, 0, &level.label, &looks.read)?;
        page.write_string_with_format(row, 1, &level.definition, &looks.read)?;
    }
    Ok(())
}
