//! The summary: for each standard how much was answered and how it was rated, counted by Excel itself.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::lists::absolute;
use super::sheets::Planned;
use super::{charts, look};
use crate::sheet::Place;
use crate::template::{Meaning, Scale};
use crate::workbook::layout::Column;

const MEANINGS: [(Meaning, &str); 7] = [
    (Meaning::Exceeds, "Exceeds"),
    (Meaning::Met, "Met"),
    (Meaning::Mostly, "Mostly met"),
    (Meaning::Partly, "Partly met"),
    (Meaning::NotMet, "Not met"),
    (Meaning::NotApplicable, "Not applicable"),
    (Meaning::None, "Other"),
];
/// What stands for a share of nothing.
const NONE: &str = "\u{2013}";
/// What the figures are.
pub const SAID: &str = "Self-assessed. % met is exceeds and met, out of all ratings but \u{201c}not applicable\u{201d}; blanks are not counted.";

/// The row of the first standard.
pub const FIRST: u32 = 4;
/// The column of the first meaning.
pub const MEANING: u16 = 2;

/// What the summary counts: the standards with their rows, and the meanings with their columns.
pub struct Counts<'a> {
    /// The sheets of questions.
    pub sheets: &'a [Planned<'a>],
    /// The meanings that some scale here can give.
    pub meanings: Vec<(Meaning, &'static str)>,
}

impl Counts<'_> {
    /// The row of the total.
    pub fn total(&self) -> u32 {
        FIRST + u32::try_from(self.sheets.len()).unwrap_or(0)
    }

    /// The column of what is still blank; the share and its base follow.
    pub fn blank(&self) -> u16 {
        MEANING + u16::try_from(self.meanings.len()).unwrap_or(0)
    }
}

/// The summary sheet.
pub fn sheet(page: &Page<'_>, sheets: &[Planned<'_>]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Summary")?;
    look::paper(&mut sheet, page);
    put(&mut sheet, (0, 0), "Summary", &look::title())?;
    sheet.set_row_height(0, 24)?;
    put(&mut sheet, (1, 0), SAID, &look::remark())?;
    let counts = Counts { sheets, meanings: used(sheets) };
    headings(&mut sheet, &counts)?;
    let mut totals = vec![0; counts.meanings.len() + 2];
    for (row, plan) in (FIRST..).zip(sheets) {
        line(&mut sheet, page, row, (plan, &counts), &mut totals)?;
    }
    total(&mut sheet, &counts, &totals)?;
    look::guard(&mut sheet);
    Ok(sheet)
}

/// The charts of what stands in the summary: none where nothing is rated.
pub fn charts(page: &Page<'_>, sheets: &[Planned<'_>]) -> Result<Option<Worksheet>, XlsxError> {
    let counts = Counts { sheets, meanings: used(sheets) };
    if counts.meanings.is_empty() || counts.sheets.is_empty() {
        return Ok(None);
    }
    charts::sheet(page, &counts).map(Some)
}

fn used(sheets: &[Planned<'_>]) -> Vec<(Meaning, &'static str)> {
    let scales: Vec<&Scale> =
        sheets.iter().flat_map(|plan| &plan.lines).filter_map(|line| line.scale).collect();
    let given = |meaning| scales.iter().any(|it| it.levels.iter().any(|level| level.meaning == meaning));
    MEANINGS.into_iter().filter(|(meaning, _)| given(*meaning)).collect()
}

fn headings(sheet: &mut Worksheet, counts: &Counts<'_>) -> Result<(), XlsxError> {
    let fixed = ["Standard", "Questions to rate"];
    let after = ["Still blank", "% met", "out of rated"];
    let headings = fixed.into_iter().chain(counts.meanings.iter().map(|it| it.1)).chain(after);
    for (column, heading) in (0..).zip(headings) {
        sheet.set_column_width(column, if column == 0 { 52 } else { 13 })?;
        let look = if column == 0 { look::heading() } else { look::heading_centred() };
        put(sheet, (FIRST - 1, column), heading, &look)?;
    }
    look::height(sheet, FIRST - 1, 2)?;
    sheet.set_repeat_rows(FIRST - 1, FIRST - 1).map(|_| ())
}

fn line(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    row: u32,
    (plan, counts): (&Planned<'_>, &Counts<'_>),
    totals: &mut [u32],
) -> Result<(), XlsxError> {
    let title = format!("{}  {}", plan.standard.number, plan.standard.title);
    let title = if plan.standard.scored { title } else { format!("{title} (not counted in the total)") };
    put(sheet, (row, 0), &title, &look::boxed())?;
    let found = found(page, plan, counts);
    sheet.write_number_with_format(row, 1, found[0], &look::count())?;
    for ((column, (meaning, _)), count) in (MEANING..).zip(&counts.meanings).zip(&found[1..]) {
        formula(sheet, (row, column), &counted(plan, *meaning), *count)?;
    }
    blank(sheet, row, counts, &found)?;
    share(sheet, row, counts, &found)?;
    if plan.standard.scored {
        totals.iter_mut().zip(&found).for_each(|(total, count)| *total += count);
    }
    look::height(sheet, row, look::lines(&title, 50.0))
}

/// Questions to rate, then each meaning, then what is blank.
fn found(page: &Page<'_>, plan: &Planned<'_>, counts: &Counts<'_>) -> Vec<u32> {
    let rated = || plan.lines.iter().filter(|line| line.scale.is_some());
    let given = |wanted: Option<Meaning>| {
        let found = rated().filter(|line| {
            let value = line.answer.value.as_deref().filter(|_| line.answer.carried_from.is_none());
            value.and_then(|it| page.template.level(line.question, it)).map(|level| level.meaning) == wanted
        });
        u32::try_from(found.count()).unwrap_or(0)
    };
    let questions = u32::try_from(rated().count()).unwrap_or(0);
    let meanings = counts.meanings.iter().map(|(meaning, _)| given(Some(*meaning)));
    [questions].into_iter().chain(meanings).chain([given(None)]).collect()
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

/// How often a meaning was given: by label and scale, because two scales may share a word.
fn counted(plan: &Planned<'_>, meaning: Meaning) -> String {
    let [rating, scales] = [Column::Rating, Column::Scale].map(|column| area(plan, column));
    let mut parts = Vec::new();
    let mut seen: Vec<&Scale> = Vec::new();
    for scale in plan.lines.iter().filter_map(|line| line.scale) {
        if seen.iter().any(|known| known.id == scale.id) {
            continue;
        }
        seen.push(scale);
        for level in scale.levels.iter().filter(|level| level.meaning == meaning) {
            let (label, id) = (matched(&level.label), matched(&scale.id.to_string()));
            parts.push(format!("COUNTIFS({rating},\"{label}\",{scales},\"{id}\")"));
        }
    }
    sum(&parts)
}

/// A word as a criterion that matches it alone.
fn matched(word: &str) -> String {
    let word = word.replace('~', "~~").replace('*', "~*").replace('?', "~?").replace('"', "\"\"");
    format!("={word}")
}

fn area(plan: &Planned<'_>, column: Column) -> String {
    let column = u32::from(plan.column(column));
    let [from, to] = [plan.heading() + 1, plan.last()].map(|row| absolute(Place::new(row, column)));
    format!("'{}'!{from}:{to}", plan.name)
}

fn sum(parts: &[String]) -> String {
    if parts.is_empty() { "=0".to_owned() } else { format!("={}", parts.join("+")) }
}

/// What is still blank: the questions without what was counted.
fn blank(sheet: &mut Worksheet, row: u32, counts: &Counts<'_>, found: &[u32]) -> Result<(), XlsxError> {
    let column = counts.blank();
    let [from, to] = [MEANING, column - 1].map(|column| Place::new(row, u32::from(column)));
    let all = Place::new(row, 1);
    let text = if column == MEANING { format!("={all}") } else { format!("={all}-SUM({from}:{to})") };
    formula(sheet, (row, column), &text, found.last().copied().unwrap_or(0))
}

/// "% met" and its base, from the counts in the same row.
fn share(sheet: &mut Worksheet, row: u32, counts: &Counts<'_>, found: &[u32]) -> Result<(), XlsxError> {
    let cells = |wanted: fn(Meaning) -> bool| {
        let columns = (MEANING..).zip(&counts.meanings).filter(move |(_, (meaning, _))| wanted(*meaning));
        sum(&columns.map(|(column, _)| Place::new(row, u32::from(column)).to_string()).collect::<Vec<_>>())
    };
    let add = |wanted: fn(Meaning) -> bool| -> u32 {
        let counted = counts.meanings.iter().zip(&found[1..]);
        counted.filter(|((meaning, _), _)| wanted(*meaning)).map(|(_, count)| count).sum()
    };
    let (met, base) = (add(Meaning::reached), add(Meaning::judged));
    let column = counts.blank() + 1;
    let base_cell = Place::new(row, u32::from(column) + 1);
    let met_cells = cells(Meaning::reached);
    let text = format!("=IF({base_cell}=0,\"{NONE}\",({})/{base_cell})", met_cells.trim_start_matches('='));
    let result = if base == 0 { NONE.to_owned() } else { (f64::from(met) / f64::from(base)).to_string() };
    let formula = Formula::new(text).set_result(result);
    sheet.write_formula_with_format(row, column, formula, &look::percent())?;
    self::formula(sheet, (row, column + 1), &cells(Meaning::judged), base)
}

fn total(sheet: &mut Worksheet, counts: &Counts<'_>, totals: &[u32]) -> Result<(), XlsxError> {
    let row = counts.total();
    put(sheet, (row, 0), "All standards that count", &look::boxed().set_bold())?;
    for (column, count) in (1..).zip(totals) {
        let scored = (FIRST..).zip(counts.sheets).filter(|(_, plan)| plan.standard.scored);
        let cells: Vec<String> =
            scored.map(|(row, _)| Place::new(row, u32::from(column)).to_string()).collect();
        formula(sheet, (row, column), &sum(&cells), *count)?;
    }
    look::height(sheet, row, 1)?;
    share(sheet, row, counts, totals)
}
