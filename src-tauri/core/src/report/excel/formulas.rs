//! Where a figure follows from others in its table, the cell says how: a workbook can be checked and worked on.
//!
//! A formula is written only where it comes to the very figure. Refuses to know: sheets.

use crate::analysis::table::{Cell, Table};

/// The columns that are judgements.
const JUDGED: [&str; 5] = ["Exceeds", "Met", "Mostly met", "Partly met", "Not met"];
/// Shares with the columns that they follow from: what counts, and the base.
const SHARES: [(&[&str], &str); 2] = [(&["Exceeds", "Met"], "Base"), (&["Returned"], "Expected")];

/// The formula of a cell, with what it comes to; its table's head stands in the row `top`.
pub(super) fn formula(table: &Table, (row, at): (usize, usize), top: u32) -> Option<(String, String)> {
    let cell = &table.rows[row][at];
    match (cell.count?, cell.base) {
        (_, Some(0)) => None,
        (count, Some(base)) => {
            let result = f64::from(count) / f64::from(base);
            let formula = share(table, row, (count, base), top).unwrap_or_else(|| format!("={count}/{base}"));
            Some((formula, result.to_string()))
        }
        (count, None) => {
            let formula = sum_of_row(table, (row, at), count, top)
                .or_else(|| sum_of_column(table, (row, at), count, top))?;
            Some((formula, count.to_string()))
        }
    }
}

fn place(table: &Table, label: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.label == label)
}

fn counted(cell: &Cell) -> Option<u32> {
    if cell.base.is_some() { None } else { cell.count }
}

fn share(table: &Table, row: usize, (count, base): (u32, u32), top: u32) -> Option<String> {
    let cells = &table.rows[row];
    SHARES.iter().find_map(|(over, under)| {
        let under = place(table, under).filter(|at| counted(&cells[*at]) == Some(base))?;
        let over: Vec<usize> = over.iter().filter_map(|label| place(table, label)).collect();
        let sum: u32 = over.iter().map(|at| counted(&cells[*at])).sum::<Option<u32>>()?;
        let named: Vec<String> = over.iter().map(|at| address(row, *at, top)).collect();
        (sum == count && !over.is_empty())
            .then(|| format!("=({})/{}", named.join("+"), address(row, under, top)))
    })
}

/// The base is the sum of the judgements.
fn sum_of_row(table: &Table, (row, at): (usize, usize), count: u32, top: u32) -> Option<String> {
    if table.columns[at].label != "Base" {
        return None;
    }
    let places: Vec<usize> = JUDGED.iter().filter_map(|label| place(table, label)).collect();
    let sum = places.iter().map(|at| counted(&table.rows[row][*at])).sum::<Option<u32>>()?;
    let named: Vec<String> = places.iter().map(|at| address(row, *at, top)).collect();
    (sum == count && !places.is_empty()).then(|| format!("={}", named.join("+")))
}

/// A last row of all is the sum of those above it, where it is.
fn sum_of_column(table: &Table, (row, at): (usize, usize), count: u32, top: u32) -> Option<String> {
    let is_last = row + 1 == table.rows.len() && row > 0 && table.rows[row][0].text.starts_with("All");
    if !is_last {
        return None;
    }
    let sum = table.rows[..row].iter().map(|cells| counted(&cells[at])).sum::<Option<u32>>()?;
    (sum == count).then(|| format!("=SUM({}:{})", address(0, at, top), address(row - 1, at, top)))
}

/// `C7`: a cell of the table in its sheet.
fn address(row: usize, at: usize, top: u32) -> String {
    let mut letters = String::new();
    let mut left = at + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    format!("{letters}{}", u64::from(top) + 2 + u64::try_from(row).unwrap_or(0))
}
