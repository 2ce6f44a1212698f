//! Places of questions in an order: which questions have one, and where every range overlaps, that this is said once.
//!
//! Pure. Refuses to know: by what they are ordered.

use super::grid::Grid;
use super::table::{Column, ColumnKind, Table};

/// The heading of the column of places.
const PLACE: &str = "Place";
/// With fewer judgements than this one return moves a share by more than ten points.
const FEW: u32 = 10;

/// The column of places.
pub(super) fn column() -> Column {
    Column::new(PLACE, ColumnKind::Short)
}

/// A place, or the range of places that are possible.
pub(super) fn place(first: usize, last: usize) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// So many have to judge a question for it to stand at an end: ten, of a small round half of its returns.
pub(super) fn least(grid: &Grid) -> u32 {
    u32::try_from(grid.rows.len().div_ceil(2)).unwrap_or(FEW).min(FEW)
}

/// What is said of those that fewer judged.
pub(super) fn least_said(grid: &Grid) -> String {
    match least(grid) {
        0 | 1 => "A question that nobody judged has no place here.".to_owned(),
        least => format!(
            "A question that fewer than {least} returns judged has no place here: a single return would move its share too far."
        ),
    }
}

/// Whether no place is certain by even one: every range overlaps with every other.
pub fn is_open(table: &Table) -> bool {
    table.columns.first().is_none_or(|first| first.label != PLACE)
        || table.rows.iter().any(|row| row[0].text.contains(" to "))
}

/// The same table; where the same range stands in every row, without the column, and with a sentence in its stead.
pub(super) fn said_once(mut table: Table, (means, none): (&str, &str)) -> Table {
    let range = match table.rows.as_slice() {
        [first, _, ..] if table.rows.iter().all(|row| row[0] == first[0]) => first[0].text.clone(),
        _ => "".into(),
    };
    if !range.contains(" to ") {
        table.notes.insert(0, means.to_owned());
        return table;
    }
    table.notes.insert(
        0,
        format!("With every missing setting at the worst or at the best, each question could stand at any place from {range}: {none}."),
    );
    table.without(&[PLACE])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::Cell;

    fn table(places: &[&str]) -> Table {
        Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: vec![column(), Column::new("No.", ColumnKind::Short)],
            rows: places.iter().map(|place| vec![Cell::text(*place), Cell::text("A1")]).collect(),
            notes: vec!["Sorted.".to_owned()],
        }
    }

    #[test]
    fn the_same_range_in_every_row_is_a_sentence_and_no_column() {
        let said = ("A place is a range.", "none is said to be ahead");
        let open = said_once(table(&["1 to 9", "1 to 9"]), said);
        assert_eq!((open.columns.len(), open.rows[0].len()), (1, 1));
        assert!(
            open.notes[0].ends_with("any place from 1 to 9: none is said to be ahead."),
            "{:?}",
            open.notes
        );
        assert!(is_open(&open));
        for places in [&["1", "2 to 9"][..], &["1", "2"], &["1 to 9"], &[]] {
            let kept = said_once(table(places), said);
            assert_eq!((kept.columns.len(), kept.notes[0].as_str()), (2, said.0), "{places:?}");
            assert_eq!(is_open(&kept), places.iter().any(|place| place.contains("to")));
        }
    }
}
