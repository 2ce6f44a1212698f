//! How many lines the words of a table take, and to which columns more room is given, so that names stand whole and rows
//! are low.
//!
//! Refuses to know: what is counted, and how a table is written.

use super::table::{CLOSE, MANY, PADDING, SIZE, smaller};
use crate::analysis::table::{ColumnKind, Table};
use crate::report::font::{self, Weight};

/// Room is given out in pieces of so much, in twentieths of a point.
const PIECE: u32 = 100;
/// So many rows of a long table are looked at.
const SEEN: usize = 90;
/// The height of a line, and of what stands above and below the words of a row.
const LINE: u32 = 220;
const AROUND: u32 = 110;
/// What is broken at spaces, and letters of another program, take about so much more.
const WASTE: f32 = 1.15;

/// The words of a table, as wide as they would be in one line.
pub(super) struct Lines {
    /// The columns of words, each with its cells, and these with their lines.
    columns: Vec<(usize, Vec<Vec<f32>>)>,
    /// The room of a cell that words do not have.
    padding: u32,
}

impl Lines {
    /// Those of a table.
    pub fn of(table: &Table) -> Self {
        let every = table.rows.len().div_ceil(SEEN).max(1);
        let measured = |text: &str| -> Vec<f32> {
            let wide = |line: &str| font::width(line, SIZE, Weight::Plain) * 20.0 * WASTE * smaller(table);
            text.lines().map(wide).collect()
        };
        let cells = |place: usize| {
            let rows = table.rows.iter().step_by(every);
            rows.filter_map(|row| row.get(place)).map(|cell| measured(&cell.text)).collect()
        };
        let is_words = |place: &usize| table.columns[*place].kind == ColumnKind::Text;
        let columns = (0..table.columns.len()).filter(is_words).map(|place| (place, cells(place))).collect();
        Self { columns, padding: if table.columns.len() >= MANY { CLOSE } else { PADDING } }
    }

    /// Gives room out, a piece at a time, where it helps most; tells what nobody needs.
    pub fn spread(&self, widths: &mut [u32], mut room: u32) -> u32 {
        while room >= PIECE {
            let gain = |(place, cells): &(usize, Vec<Vec<f32>>)| {
                let (now, then) =
                    (self.weight(cells, widths[*place]), self.weight(cells, widths[*place] + PIECE));
                (*place, now - then)
            };
            let best = self.columns.iter().map(gain).max_by(|one, other| one.1.total_cmp(&other.1));
            let Some((place, _)) = best.filter(|(_, gained)| *gained > 0.01) else { break };
            widths[place] += PIECE;
            room -= PIECE;
        }
        room
    }

    /// The height of so many rows at some widths, in twentieths of a point.
    pub fn high(&self, widths: &[u32], rows: usize) -> u32 {
        (0..rows).map(|row| self.in_row(widths, row) * LINE + AROUND).sum()
    }

    /// How many lines a row has at some widths, and its height, on average of those that are looked at.
    pub fn a_row(&self, widths: &[u32]) -> (f64, f64) {
        let rows = self.columns.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        let lines = (0..rows).map(|row| self.in_row(widths, row)).sum::<u32>();
        let lines = f64::from(lines) / rows.max(1) as f64;
        (lines, lines * f64::from(LINE) + f64::from(AROUND))
    }

    /// How many lines a row has at some widths: those of its highest cell.
    fn in_row(&self, widths: &[u32], row: usize) -> u32 {
        let cells =
            self.columns.iter().filter_map(|(place, cells)| Some((widths.get(*place)?, cells.get(row)?)));
        let lines = |(width, cell): (&u32, &Vec<f32>)| {
            let room = (width.saturating_sub(self.padding)).max(PIECE) as f32;
            cell.iter().map(|line| (line / room).ceil().max(1.0) as u32).sum()
        };
        cells.map(lines).max().unwrap_or(1).max(1)
    }

    /// How much the lines of a column weigh at a width: their square, so that high cells weigh more than many low ones;
    /// what stands in one line weighs nothing more.
    fn weight(&self, cells: &[Vec<f32>], width: u32) -> f32 {
        let room = (width.saturating_sub(self.padding)).max(PIECE) as f32;
        let lines = |cell: &Vec<f32>| cell.iter().map(|line| (line / room).max(1.0)).sum::<f32>();
        cells.iter().map(|cell| lines(cell).powi(2)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::{Cell, Column};

    fn table(heads: &[(&str, ColumnKind)], row: &[&str]) -> Table {
        Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: heads.iter().map(|(label, kind)| Column::new(*label, *kind)).collect(),
            rows: vec![row.iter().copied().map(Cell::text).collect(); 5],
            notes: Vec::new(),
        }
    }

    #[test]
    fn room_goes_to_words_that_are_broken_and_not_to_those_that_are_not() {
        let heads = [("Name", ColumnKind::Text), ("Phase", ColumnKind::Text), ("Due", ColumnKind::Short)];
        let table =
            table(&heads, &["Great Proofbridge Church Primary Academy", "Primary", "1 December 2026"]);
        let mut widths = [1_000, 1_000, 1_500];
        let left = Lines::of(&table).spread(&mut widths, 6_000);
        assert_eq!((widths[1], widths[2]), (1_000, 1_500), "what is whole has room enough");
        let name = font::width("Great Proofbridge Church Primary Academy", SIZE, Weight::Plain) * 20.0;
        assert!(widths[0] as f32 >= name + PADDING as f32 && left > 0, "{widths:?} {left}");
        assert_eq!(widths.iter().sum::<u32>() + left, 9_500);
    }

    #[test]
    fn where_room_is_scarce_the_longer_text_has_more_and_the_name_is_not_starved() {
        let heads = [("Name", ColumnKind::Text), ("What was done", ColumnKind::Text)];
        let done = "13 September 2026: issued\n12 November 2026: reminder written (Sam Sample)\n19 November 2026: more time given (Sam Sample)";
        let table = table(&heads, &["Great Proofbridge Church Primary Academy", done]);
        let mut widths = [1_600, 2_000];
        assert!(Lines::of(&table).spread(&mut widths, 2_000) < PIECE);
        assert!(widths[1] > widths[0] && widths[0] > 1_900, "{widths:?}");
    }
}
