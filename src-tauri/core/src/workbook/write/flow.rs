//! A row whose texts are long goes on in the rows below it, so that nothing is hidden on screen or paper.
//!
//! Refuses to know: what the columns are.

use crate::workbook::layout::MOST_LINES;
use crate::workbook::long;
use crate::workbook::measure::lines;

/// The rows that some texts take, each with a text for every column; always at least one.
pub fn rows(texts: Vec<String>, widths: &[f64]) -> Vec<Vec<String>> {
    let short = |(text, width): (&String, &f64)| {
        text.len() < MOST_LINES as usize || lines(text, *width - 1.0) <= MOST_LINES
    };
    if texts.iter().zip(widths).all(short) {
        return vec![texts];
    }
    let mut columns: Vec<_> = texts
        .iter()
        .zip(widths)
        .map(|(text, width)| long::parts(text, *width - 1.0, MOST_LINES).into_iter())
        .collect();
    let most = columns.iter().map(ExactSizeIterator::len).max().unwrap_or(1);
    (0..most).map(|_| columns.iter_mut().map(|parts| parts.next().unwrap_or_default()).collect()).collect()
}

/// The lines of the longest of some texts in their columns.
pub fn height(texts: &[String], widths: &[f64]) -> u32 {
    texts.iter().zip(widths).map(|(text, width)| lines(text, *width - 1.0)).max().unwrap_or(1)
}
