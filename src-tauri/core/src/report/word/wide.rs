//! Whether a table lies on its side: where it has no room upright, or would stand over many pages in high rows.
//!
//! Refuses to know: what is counted, and how a table is written.

use super::lines::Lines;
use super::table::{Room, wanted, widths};
use crate::analysis::table::Table;

/// A table of so many rows stands on several pages.
const LONG: usize = 30;
/// Rows of more lines than this, on average, have a column in which sentences are hard to read.
const HIGH: f64 = 3.5;

/// Whether a table needs a page on its side, or is read better there.
pub(super) fn is_wide(table: &Table) -> bool {
    wanted(table) > Room::Upright.width() || is_calmer_lying(table)
}

/// Whether the rows of a long table are high upright, and take no more pages on their side.
fn is_calmer_lying(table: &Table) -> bool {
    if table.rows.len() < LONG {
        return false;
    }
    let lines = Lines::of(table);
    let pages = |room: Room| {
        let (many, high) = lines.a_row(&widths(table, room.width()));
        (many, high / f64::from(room.height()))
    };
    let ((upright, before), (_, then)) = (pages(Room::Upright), pages(Room::Sideways));
    upright > HIGH && then <= before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::{Cell, Column, ColumnKind};

    /// Questions, with so many shares beside each.
    fn questions(rows: usize, shares: usize) -> Table {
        let text = "Our governing board has arrangements in place that support and promote the welfare of all \
                    pupils, and staff at every level know what these are.";
        let mut columns = vec![Column::new("Question", ColumnKind::Text)];
        columns.extend((0..shares).map(|_| Column::new("Secondary (3\u{a0}of\u{a0}7)", ColumnKind::Share)));
        let mut row = vec![Cell::text(text)];
        row.extend((0..shares).map(|_| Cell::text("66.7% (n = 3)")));
        Table {
            title: "Result per question by phase".into(),
            caption: String::new(),
            as_at: String::new(),
            columns,
            rows: vec![row; rows],
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_long_table_of_high_rows_lies_on_its_side_though_it_has_room_upright() {
        let table = questions(120, 6);
        assert!(wanted(&table) < Room::Upright.width(), "{}", wanted(&table));
        assert!(is_wide(&table));
        assert!(!is_wide(&questions(LONG - 1, 6)), "a short one stands upright");
        assert!(!is_wide(&questions(120, 2)), "in a wide column it is read well");
    }

    #[test]
    fn a_long_table_that_would_take_more_pages_on_its_side_stands_upright() {
        let mut table = questions(120, 1);
        for row in &mut table.rows {
            row[0] = Cell::text("One line.\n".repeat(6));
        }
        assert!(!is_wide(&table), "lines that end by themselves are as many on a wide page");
    }
}
