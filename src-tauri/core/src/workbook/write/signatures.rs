//! The sign-off: who signed what in which order, or the rows to sign in, for a setting without Attest.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Page;
use super::lists::Lists;
use super::table::{self, Writing};
use super::{cells::put, look};
use crate::submission::signoff::{Signature, Standing};
use crate::template::SignOffStep;
use crate::workbook::layout::CODE_LABEL;
use crate::workbook::tables::SIGNED;

/// The sheet of the signatures.
pub fn sheet(page: &Page<'_>, lists: &Lists) -> Result<Worksheet, XlsxError> {
    let signed = page.returned.sign_off.as_ref().map_or(&[][..], |it| &it.signatures);
    let steps = page.template.sign_off.iter();
    let waiting = steps.filter(|step| !signed.iter().any(|signature| signature.step == step.id)).map(to_sign);
    let rows: Vec<Vec<String>> = signed.iter().map(row).chain(waiting).collect();
    let writing = if signed.is_empty() { Writing::Open } else { Writing::Locked };
    let (mut sheet, last) = table::sheet(page, &SIGNED, &rows, (0, writing), lists)?;
    let said = match page.returned.standing {
        Standing::Draft => "Not yet signed off by everybody.",
        Standing::SignedOff => "Signed off by everybody who is asked to.",
    };
    put(&mut sheet, (last + 2, 1), said, &look::standing(page.returned.standing))?;
    sheet.set_row_height(last + 2, 20)?;
    let code = page.returned.sign_off.as_ref().and_then(|it| it.code);
    if let Some(code) = code {
        put(&mut sheet, (last + 3, 1), &format!("{CODE_LABEL}: {code}"), &look::plain().set_bold())?;
        put(&mut sheet, (last + 4, 1), HOW, &look::remark())?;
        sheet.set_row_height(last + 3, 19)?;
        sheet.set_row_height(last + 4, 19)?;
    }
    Ok(sheet)
}

const HOW: &str = "Attest works the code out again from what is written here, and says whether it matches.";

fn row(signature: &Signature) -> Vec<String> {
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        String::new(),
        signature.statement.clone(),
        signature.role.clone(),
        signature.body.clone(),
        signature.name.clone(),
        day(signature.meeting),
        signature.minute.clone(),
        signature.on.to_string(),
        signature.step.clone(),
    ]
}

fn to_sign(step: &SignOffStep) -> Vec<String> {
    let mut row = vec![String::new(), step.statement.clone(), step.role.clone(), step.body.clone()];
    row.extend([const { String::new() }; 4]);
    row.push(step.id.clone());
    row
}
