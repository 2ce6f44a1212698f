//! What Excel itself looks after on a sheet of questions: lists, kinds of value, a fill for each level,
//! orange where a level asks for something that is missing.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, ExcelDateTime, Format, Worksheet, XlsxError,
};

use super::Page;
use super::lists::{self, Lists};
use super::look;
use super::sheets::{Line, Planned};
use crate::sheet::Place;
use crate::template::{Asks, QuestionKind, Scale};
use crate::workbook::layout::Column;

/// A fill for each level, and orange where a level asks for what is not there.
pub fn fills(sheet: &mut Worksheet, plan: &Planned<'_>) -> Result<(), XlsxError> {
    for scale in scales(plan) {
        let rows = rows(plan, &|line| line.scale.is_some_and(|it| it.id == scale.id));
        for level in &scale.levels {
            let is = is(plan, &rows, &[level.label.as_str()]);
            let filled = Format::new().set_background_color(look::fill(level.meaning));
            rule(sheet, plan, &rows, Column::Rating, &is, filled)?;
        }
        for (asks, column) in [(Asks::Evidence, Column::Note), (Asks::Reason, Column::Reason)] {
            let asking = scale.levels.iter().filter(|level| level.asks_for(asks));
            let labels: Vec<&str> = asking.map(|level| level.label.as_str()).collect();
            if labels.is_empty() {
                continue;
            }
            let empty = format!("LEN(TRIM({}))=0", here(plan, &rows, column));
            let missing = format!("AND({},{empty})", is(plan, &rows, &labels));
            rule(sheet, plan, &rows, column, &missing, Format::new().set_background_color(look::ORANGE))?;
        }
    }
    Ok(())
}

/// Lists to choose from, and what kind of value a cell takes.
pub fn choices(
    sheet: &mut Worksheet,
    page: &Page<'_>,
    plan: &Planned<'_>,
    lists: &Lists,
) -> Result<(), XlsxError> {
    let mut done: Vec<Vec<String>> = Vec::new();
    for line in &plan.lines {
        let list = lists::choices(page, line.question);
        if list.is_empty() || done.contains(&list) {
            continue;
        }
        let same = rows(plan, &|other| lists::choices(page, other.question) == list);
        if let Some(valid) = lists.rule(&list) {
            validate(sheet, plan, &same, valid)?;
        }
        done.push(list);
    }
    for (kind, valid) in [(QuestionKind::Number, number()), (QuestionKind::Date, day())] {
        let rows = rows(plan, &|line| line.question.kind == kind);
        if let (Some(valid), false) = (valid, rows.is_empty()) {
            validate(sheet, plan, &rows, valid)?;
        }
    }
    plan.lines.iter().filter(|it| it.question.kind == QuestionKind::ManyChoices).try_for_each(|line| {
        many(&line.question.choices)
            .map_or(Ok(()), |valid| validate(sheet, plan, &[(line.row, line.row)], valid))
    })
}

fn scales<'a>(plan: &Planned<'a>) -> Vec<&'a Scale> {
    let mut scales: Vec<&Scale> = Vec::new();
    for scale in plan.lines.iter().filter_map(|line| line.scale) {
        if !scales.iter().any(|known| known.id == scale.id) {
            scales.push(scale);
        }
    }
    scales
}

/// First rows of questions of one sort, neighbours together: from and to.
type Rows = Vec<(u32, u32)>;

fn rows(plan: &Planned<'_>, wanted: &dyn Fn(&Line<'_>) -> bool) -> Rows {
    let mut rows = Rows::new();
    for line in plan.lines.iter().filter(|line| wanted(line)) {
        match rows.last_mut() {
            Some((_, to)) if *to + 1 == line.row => *to = line.row,
            _ => rows.push((line.row, line.row)),
        }
    }
    rows
}

/// The cell of a column in the first of some rows, as a rule names it: `$C5`.
fn here(plan: &Planned<'_>, rows: &Rows, column: Column) -> String {
    let row = rows.first().map_or(0, |rows| rows.0);
    format!("${}", Place::new(row, u32::from(plan.column(column))))
}

fn is(plan: &Planned<'_>, rows: &Rows, labels: &[&str]) -> String {
    let cell = here(plan, rows, Column::Rating);
    let one = |label: &&str| format!("{cell}=\"{}\"", label.replace('"', "\"\""));
    let all = labels.iter().map(one).collect::<Vec<_>>();
    if all.len() == 1 { all.concat() } else { format!("OR({})", all.join(",")) }
}

fn areas(plan: &Planned<'_>, rows: &[(u32, u32)], column: Column) -> String {
    let column = u32::from(plan.column(column));
    let area = |(from, to): &(u32, u32)| format!("{}:{}", Place::new(*from, column), Place::new(*to, column));
    rows.iter().map(area).collect::<Vec<_>>().join(" ")
}

fn rule(
    sheet: &mut Worksheet,
    plan: &Planned<'_>,
    rows: &Rows,
    column: Column,
    holds: &str,
    look: Format,
) -> Result<(), XlsxError> {
    let (Some((from, to)), at) = (rows.first(), plan.column(column)) else { return Ok(()) };
    let mut rule = ConditionalFormatFormula::new().set_rule(format!("={holds}").as_str()).set_format(look);
    if rows.len() > 1 {
        rule = rule.set_multi_range(areas(plan, rows, column));
    }
    sheet.add_conditional_format(*from, at, *to, at, &rule).map(|_| ())
}

fn validate(
    sheet: &mut Worksheet,
    plan: &Planned<'_>,
    rows: &[(u32, u32)],
    mut valid: DataValidation,
) -> Result<(), XlsxError> {
    let (Some((from, to)), at) = (rows.first(), plan.column(Column::Rating)) else { return Ok(()) };
    if rows.len() > 1 {
        valid = valid.set_multi_range(areas(plan, rows, Column::Rating));
    }
    sheet.add_data_validation(*from, at, *to, at, &valid).map(|_| ())
}

fn number() -> Option<DataValidation> {
    let rule = DataValidationRule::Between(-1e15, 1e15);
    let valid = DataValidation::new().allow_decimal_number(rule).set_error_title("Not a number").ok()?;
    valid.set_error_message("Please type digits only, such as 42.").ok()
}

/// A day of this age.
pub fn day() -> Option<DataValidation> {
    let [from, to] =
        [(1900, 3, 1), (2199, 12, 31)].map(|(year, month, day)| ExcelDateTime::from_ymd(year, month, day));
    let rule = DataValidationRule::Between(from.ok()?, to.ok()?);
    let valid = DataValidation::new().allow_date(rule).set_error_title("Not a date").ok()?;
    valid.set_error_message("Please type day, month and year, such as 31/03/2027.").ok()
}

/// What may be chosen, said where the cell is picked; Excel has no list of which several are taken.
fn many(choices: &[String]) -> Option<DataValidation> {
    let said = format!("One or more, a line each: {}.", choices.join("; "));
    let said = if said.encode_utf16().count() > 255 {
        "Write one or more, a line each; the sheet \u{201c}Guidance\u{201d} lists what there is to choose from.".to_owned()
    } else {
        said
    };
    DataValidation::new().allow_any_value().set_input_title("Choose").ok()?.set_input_message(said).ok()
}
