//! The summary: for each standard how much was answered and how it was rated, counted by Excel itself.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::look;
use super::questions::{Planned, runs};
use crate::sheet::Place;
use crate::template::Meaning;
use crate::workbook::layout::Column;

const MEANINGS: [(Meaning, &str); 6] = [
    (Meaning::Exceeds, "Exceeds"),
    (Meaning::Met, "Met"),
    (Meaning::Mostly, "Mostly met"),
    (Meaning::Partly, "Partly met"),
    (Meaning::NotMet, "Not met"),
    (Meaning::NotApplicable, "Not applicable"),
];
const FIRST: u32 = 4;

/// The summary sheet.
pub fn sheet(page: &Page<'_>, sheets: &[Planned<'_>]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Summary")?;
    look::paper(&mut sheet, page);
    put(&mut sheet, (0, 0), "Summary", &look::title())?;
    sheet.set_row_height(0, 24)?;
    let said = "Self-assessed. % met is exceeds and met, out of all ratings but \u{201c}not applicable\u{201d}; blanks are not counted.";
    put(&mut sheet, (1, 0), said, &look::plain())?;
    let meanings = used(page, sheets);
    headings(&mut sheet, &meanings)?;
    let mut totals = vec![0; meanings.len() + 2];
    for (row, plan) in (FIRST..).zip(sheets) {
        line(&mut sheet, page, row, (plan, &meanings), &mut totals)?;
    }
    total(&mut sheet, sheets, &meanings, &totals)?;
    look::guard(&mut sheet);
    Ok(sheet)
}

/// The meanings that some scale here can give.
fn used(page: &Page<'_>, sheets: &[Planned<'_>]) -> Vec<(Meaning, &'static str)> {
    let scales: Vec<_> = sheets.iter().flat_map(|plan| runs(page, plan)).map(|run| run.2).collect();
    let given = |meaning| scales.iter().any(|it| it.levels.iter().any(|level| level.meaning == meaning));
    MEANINGS.into_iter().filter(|(meaning, _)| given(*meaning)).collect()
}

fn headings(sheet: &mut Worksheet, meanings: &[(Meaning, &str)]) -> Result<(), XlsxError> {
    let fixed = ["Standard", "Questions to rate", "Still blank"];
    let after = ["% met", "out of rated"];
    let headings = fixed.into_iter().chain(meanings.iter().map(|it| it.1)).chain(after);
    for (column, heading) in (0..).zip(headings) {
        sheet.set_column_width(column, if column == 0 { 48 } else { 13 })?;
        let look = if column == 0 { look::heading() } else { look::heading_centred() };
        put(sheet, (FIRST - 1, column), heading, &look)?;
    }
    look::height(sheet, FIRST - 1, 2)?;
    sheet.set_repeat_rows(FIRST - 1, FIRST - 1).map(|_| ())
}

type Counted<'a> = (&'a Planned<'a>, &'a [(Meaning, &'static str)]);

fn line(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    row: u32,
    (plan, meanings): Counted<'_>,
    totals: &mut [u32],
) -> Result<(), XlsxError> {
    let title = format!("{}  {}", plan.standard.number, plan.standard.title);
    let title = if plan.standard.scored { title } else { format!("{title} (not counted in the total)") };
    put(sheet, (row, 0), &title, &look::boxed())?;
    let runs = runs(page, plan);
    let questions: u32 = runs.iter().map(|(from, to, _)| to - from + 1).sum();
    let given = |meaning: Option<Meaning>| {
        let found =
            plan.lines.iter().filter(|line| line.1.scale.is_some()).filter(|(_, question, answer)| {
                let value = answer.value.as_deref().filter(|_| answer.carried_from.is_none());
                value.and_then(|it| page.template.level(question, it)).map(|level| level.meaning) == meaning
            });
        u32::try_from(found.count()).unwrap_or(0)
    };
    let mut counts = vec![questions, given(None)];
    counts.extend(meanings.iter().map(|(meaning, _)| given(Some(*meaning))));
    sheet.write_number_with_format(row, 1, questions, &look::count())?;
    formula(sheet, (row, 2), &blanks(plan, &runs), counts[1])?;
    for ((column, (meaning, _)), count) in (3..).zip(meanings).zip(&counts[2..]) {
        formula(sheet, (row, column), &counted(plan, &runs, *meaning), *count)?;
    }
    share(sheet, row, meanings, &counts)?;
    if plan.standard.scored {
        totals.iter_mut().zip(&counts).for_each(|(total, count)| *total += count);
    }
    look::height(sheet, row, look::lines(&title, 46.0))
}

fn formula(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    result: u32,
) -> Result<(), XlsxError> {
    let formula = Formula::new(text).set_result(result.to_string());
    sheet.write_formula_with_format(row, column, formula, &look::count()).map(|_| ())
}

type Run<'a> = (u32, u32, &'a crate::template::Scale);

fn area(plan: &Planned<'_>, (from, to, _): &Run<'_>) -> String {
    let column = u32::from(plan.column(Column::Rating));
    format!("'{}'!{}:{}", plan.name, Place::new(*from, column), Place::new(*to, column))
}

fn blanks(plan: &Planned<'_>, runs: &[Run<'_>]) -> String {
    let parts: Vec<String> = runs.iter().map(|run| format!("COUNTBLANK({})", area(plan, run))).collect();
    sum(parts)
}

fn counted(plan: &Planned<'_>, runs: &[Run<'_>], meaning: Meaning) -> String {
    let mut parts = Vec::new();
    for run in runs {
        for level in run.2.levels.iter().filter(|level| level.meaning == meaning) {
            let word =
                level.label.replace('~', "~~").replace('*', "~*").replace('?', "~?").replace('"', "\"\"");
            parts.push(format!("COUNTIF({},\"{word}\")", area(plan, run)));
        }
    }
    sum(parts)
}

fn sum(parts: Vec<String>) -> String {
    if parts.is_empty() { "=0".to_owned() } else { format!("={}", parts.join("+")) }
}

/// "% met" and its base, from the counts in the same row.
fn share(
    sheet: &mut Worksheet,
    row: u32,
    meanings: &[(Meaning, &str)],
    counts: &[u32],
) -> Result<(), XlsxError> {
    let cells = |wanted: fn(Meaning) -> bool| {
        let columns = (3..).zip(meanings).filter(move |(_, (meaning, _))| wanted(*meaning));
        sum(columns.map(|(column, _)| Place::new(row, column).to_string()).collect())
    };
    let add = |wanted: fn(Meaning) -> bool| -> u32 {
        meanings
            .iter()
            .zip(&counts[2..])
            .filter(|((meaning, _), _)| wanted(*meaning))
            .map(|(_, count)| count)
            .sum()
    };
    let (met, base) = (add(Meaning::reached), add(Meaning::judged));
    let column = u16::try_from(meanings.len()).unwrap_or(0) + 3;
    let base_cell = Place::new(row, u32::from(column) + 1);
    let met_cells = cells(Meaning::reached);
    let text = format!("=IF({base_cell}=0,\"\",({})/{base_cell})", met_cells.trim_start_matches('='));
    let result = if base == 0 { String::new() } else { (f64::from(met) / f64::from(base)).to_string() };
    let formula = Formula::new(text).set_result(result);
    sheet.write_formula_with_format(row, column, formula, &look::percent())?;
    self::formula(sheet, (row, column + 1), &cells(Meaning::judged), base)
}

fn total(
    sheet: &mut Worksheet,
    sheets: &[Planned<'_>],
    meanings: &[(Meaning, &str)],
    totals: &[u32],
) -> Result<(), XlsxError> {
    let row = FIRST + u32::try_from(sheets.len()).unwrap_or(0);
    put(sheet, (row, 0), "All standards that count", &look::boxed().set_bold())?;
    for (column, count) in (1..).zip(totals) {
        let scored = (FIRST..).zip(sheets).filter(|(_, plan)| plan.standard.scored);
        let cells = scored.map(|(row, _)| Place::new(row, u32::from(column)).to_string()).collect();
        formula(sheet, (row, column), &sum(cells), *count)?;
    }
    look::height(sheet, row, 1)?;
    share(sheet, row, meanings, totals)
}
