//! The cells of a table: words as words, numbers as numbers, a share as the sum it comes from.
//!
//! Refuses to know: what is counted.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, XlsxError};

use super::{LINE, LINE_HIGH, Sheet, broken, chars, column, follows_number, formulas, rows};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};

impl Sheet<'_> {
    /// A row of a table whose head stands in the row `top`.
    pub(super) fn line(
        &mut self,
        top: u32,
        place: usize,
        table: &Table,
    ) -> std::result::Result<(), XlsxError> {
        let row = top + 1 + rows(place);
        let mut lines = 1;
        for (at, (cell, head)) in table.rows[place].iter().zip(&table.columns).enumerate() {
            if !head.kind.is_number() {
                lines = lines.max(broken(&cell.text, self.wide[at].saturating_sub(2)).len());
            }
            match formulas::formula(table, (place, at), top) {
                Some((formula, result)) => self.formula(row, at, head, (&formula, &result))?,
                None => self.cell((row, at), cell, head, follows_number(table, at))?,
            }
        }
        self.high(row, (chars(lines) * LINE_HIGH + 4.0).min(409.0))
    }

    fn formula(
        &mut self,
        row: u32,
        at: usize,
        head: &Column,
        (formula, result): (&str, &str),
    ) -> std::result::Result<(), XlsxError> {
        let format = cell_format().set_align(FormatAlign::Right);
        let format = if head.kind == ColumnKind::Share { format.set_num_format("0.0%") } else { format };
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(row, column(at), formula, &format)?;
        Ok(())
    }

    fn cell(
        &mut self,
        (row, at): (u32, usize),
        cell: &Cell,
        head: &Column,
        indented: bool,
    ) -> std::result::Result<(), XlsxError> {
        let at = column(at);
        let number = cell_format().set_align(FormatAlign::Right);
        match (head.kind, cell.count) {
            (ColumnKind::Count, Some(count)) => {
                self.sheet.write_with_format(row, at, count, &number)?;
            }
            (ColumnKind::Count | ColumnKind::Share, _) => {
                self.sheet.write_with_format(row, at, shortened(&cell.text), &number)?;
            }
            (ColumnKind::Text | ColumnKind::Short, _) => {
                let format = cell_format().set_text_wrap().set_num_format("@");
                let format =
                    if indented { format.set_align(FormatAlign::Left).set_indent(1) } else { format };
                self.sheet.write_with_format(row, at, shortened(&cell.text), &format)?;
            }
        }
        Ok(())
    }
}

fn cell_format() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_color(Color::RGB(LINE))
}

/// Excel holds 32,767 characters in a cell: a longer text is cut, and says so.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 32_767;
    const NOTE: &str = " [cut: the whole text is in Attest]";
    if text.encode_utf16().count() <= MOST {
        return text.to_owned();
    }
    let mut left = MOST - NOTE.len();
    let fits = |c: &char| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    text.chars().take_while(fits).chain(NOTE.chars()).collect()
}
