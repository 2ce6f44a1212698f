//! The evidence: what shows it, where it is kept, and when it is looked at again.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Page;
use super::lists::Lists;
use super::table::{self, Writing};
use crate::submission::evidence::Item;
use crate::submission::signoff::Standing;
use crate::workbook::tables::{EVIDENCE, Names, evidence};

/// Empty rows to fill.
const SPARE: usize = 20;

/// The sheet of the evidence.
pub fn sheet(page: &Page<'_>, lists: &Lists) -> Result<Worksheet, XlsxError> {
    let names = Names::of(page.template);
    let rows: Vec<Vec<String>> = page.returned.evidence.iter().map(|it| row(&names, it)).collect();
    let spare = match page.returned.standing {
        Standing::Draft => SPARE,
        Standing::SignedOff => usize::from(rows.is_empty()),
    };
    let (mut sheet, last) = table::sheet(page, &EVIDENCE, &rows, (spare, Writing::Open), lists)?;
    let nowhere = "AND(LEN(TRIM($B{row}))>0,LEN(TRIM($C{row}))=0,ISERROR(FIND(\" of \",$A{row})))";
    table::missing(&mut sheet, (u16::try_from(evidence::PLACE).unwrap_or(0), last), nowhere)?;
    Ok(sheet)
}

fn row(names: &Names<'_>, item: &Item) -> Vec<String> {
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        String::new(),
        item.title.clone(),
        item.place.clone(),
        item.owner.clone(),
        day(item.dated),
        day(item.review),
        names.list(&item.questions),
    ]
}
