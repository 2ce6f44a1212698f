//! The action plan: what is to be done, by whom, by when, and what came of it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Page;
use super::lists::Lists;
use super::table::{self, Writing};
use crate::submission::action::Action;
use crate::submission::signoff::Standing;
use crate::workbook::tables::{Names, PLAN, origin_words, plan, state_words};

/// Empty rows to fill.
const SPARE: usize = 20;

/// The sheet of the plan.
pub fn sheet(page: &Page<'_>, lists: &Lists) -> Result<Worksheet, XlsxError> {
    let names = Names::of(page.template);
    let rows: Vec<Vec<String>> = page.returned.actions.iter().map(|it| row(&names, it)).collect();
    let spare = match page.returned.standing {
        Standing::Draft => SPARE,
        Standing::SignedOff => usize::from(rows.is_empty()),
    };
    let (mut sheet, last) = table::sheet(page, &PLAN, &rows, (spare, Writing::Open), lists)?;
    let live = "LEN(TRIM($B{row}))>0,$E{row}<>\"Done\",$E{row}<>\"Dropped\",ISERROR(FIND(\" of \",$A{row}))";
    for (column, letter) in [(plan::OWNER, 'C'), (plan::DUE, 'D')] {
        let column = u16::try_from(column).unwrap_or(0);
        table::missing(&mut sheet, (column, last), &format!("AND({live},LEN(TRIM(${letter}{{row}}))=0)"))?;
    }
    Ok(sheet)
}

fn row(names: &Names<'_>, action: &Action) -> Vec<String> {
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        String::new(),
        action.title.clone(),
        action.owner.clone(),
        day(action.due),
        state_words(action.state)[0].to_owned(),
        day(action.done_on),
        action.outcome.clone(),
        names.list(&action.questions),
        origin_words(action.origin)[0].to_owned(),
        action.created.to_string(),
    ]
}
