//! How wide each column of a table is: no word torn, and what room is left goes where it saves the most lines.
//!
//! Refuses to know: what is counted, and where the table stands.

use super::flow::Look;
use super::table::{CELL, GUTTER, HEAD};
use crate::analysis::table::{Column, ColumnKind, Table};
use crate::report::font::{self, width};
use crate::report::pages::{head, share_and_base, words};

/// Words are never set smaller than this, as a part of their size.
const LEAST: f32 = 0.62;
/// Texts longer than this need a column of some width to be read.
const LONG: usize = 60;
/// So wide a column of long texts has to be for a table to stand upright.
const READABLE: f32 = 112.0;
/// No word or short text keeps a column wider than this.
const WORD: f32 = 140.0;
const SHORT: f32 = 130.0;
/// Room is given out in pieces of so much, one or several at once.
const PIECE: f32 = 6.0;
const AT_ONCE: [f32; 6] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
/// Words are set smaller where rows then take so little of the height that they took.
const WORTH: f64 = 0.75;
/// So many rows of a long table are looked at.
const SEEN: usize = 90;

/// The room that a table needs so that no column of it is hard to read.
pub(super) fn wanted(table: &Table) -> f32 {
    (0..table.columns.len()).map(|place| readable(table, place)).sum()
}

/// How many lines a row has in some room, on average.
pub(super) fn lines_a_row(table: &Table, room: f32) -> f32 {
    let (widths, small) = widths(table, room);
    let widths: Vec<f32> = widths.iter().map(|width| (width - GUTTER) / small + GUTTER).collect();
    let rows = Spread::of(table, Vec::new(), 0.0).texts;
    let many: u32 = rows.iter().map(|row| Row::of(row, &widths).most).sum();
    (f64::from(many) / rows.len().max(1) as f64) as f32
}

/// The widths of the columns, and how much smaller words are where the page does not hold them.
pub(super) fn widths(table: &Table, room: f32) -> (Vec<f32>, f32) {
    let least: Vec<f32> = (0..table.columns.len()).map(|place| least(table, place)).collect();
    let used: f32 = least.iter().sum();
    if used > room {
        return narrowed(&least, room);
    }
    let (widths, many) = spread(table, &least, room);
    if !has_torn_names(table, &widths) {
        return (widths, 1.0);
    }
    for small in [0.93, 0.86] {
        let gutters = GUTTER * super::flow::pixels(i32::try_from(least.len()).unwrap_or(0));
        let (wide, then) = spread(table, &least, (room - gutters * (1.0 - small)) / small);
        if f64::from(then) * f64::from(small) <= f64::from(many) * WORTH {
            return (wide.iter().map(|width| (width - GUTTER) * small + GUTTER).collect(), small);
        }
    }
    (widths, 1.0)
}

/// Whether a name does not stand in one line; sentences need not.
fn has_torn_names(table: &Table, widths: &[f32]) -> bool {
    let broken =
        |(text, width): (&str, &f32)| lines(&[font::width(text, CELL.size, CELL.weight)], *width) > 1;
    let cells =
        |place: usize| table.rows.iter().filter_map(move |row| row.get(place)).map(|cell| cell.text.as_str());
    let names = |place: &usize| cells(*place).all(|text| text.chars().count() <= LONG);
    (0..widths.len()).filter(names).any(|place| cells(place).any(|text| broken((text, &widths[place]))))
}

/// The widths in some room, and how many lines the rows then have: with every base beside its share or with some of
/// them below, whichever takes fewer lines.
fn spread(table: &Table, least: &[f32], room: f32) -> (Vec<f32>, u32) {
    let heads = with_flat_heads(table, least.to_vec(), room);
    let shares = with_flat_shares(table, &heads, room);
    let laid = [Some(heads), shares].into_iter().flatten().map(|least| {
        let used: f32 = least.iter().sum();
        let spread = Spread::of(table, least, room - used);
        let texts = spread.texts.clone();
        let widths = spread.given_out(table);
        let many = texts.iter().map(|row| Row::of(row, &widths).most).sum();
        (widths, many)
    });
    laid.min_by_key(|(_, many)| *many).unwrap_or_default()
}

/// The same, and wide enough for every base to stand beside its share; none where there is no room for that.
fn with_flat_shares(table: &Table, least: &[f32], room: f32) -> Option<Vec<f32>> {
    let flat = |(place, least): (usize, &f32)| match table.columns[place].kind {
        ColumnKind::Share => {
            let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.as_str());
            least.max(longest(cells, CELL) + GUTTER + 0.5)
        }
        ColumnKind::Text | ColumnKind::Short | ColumnKind::Count => *least,
    };
    let wide: Vec<f32> = least.iter().enumerate().map(flat).collect();
    (wide.iter().sum::<f32>() <= room && wide != least).then_some(wide)
}

/// The same, and wide enough for heads of two lines, where half of the room that is left is enough for that.
fn with_flat_heads(table: &Table, least: Vec<f32>, room: f32) -> Vec<f32> {
    let flat = |(column, least): (&Column, &f32)| {
        let steps = (0..16).map(|step| least + PIECE * super::flow::pixels(step));
        let fits =
            |wide: &f32| font::lines(&head(&column.label), HEAD.size, HEAD.weight, wide - GUTTER).len() <= 2;
        steps.into_iter().find(fits).unwrap_or(*least)
    };
    let wide: Vec<f32> = table.columns.iter().zip(&least).map(flat).collect();
    let (used, then): (f32, f32) = (least.iter().sum(), wide.iter().sum());
    if then - used <= (room - used) / 2.0 { wide } else { least }
}

/// All columns narrower and their words smaller, so that a word that filled its column still does.
fn narrowed(least: &[f32], room: f32) -> (Vec<f32>, f32) {
    let used: f32 = least.iter().sum();
    let gutters = GUTTER * super::flow::pixels(i32::try_from(least.len()).unwrap_or(0));
    let small = ((room - gutters) / (used - gutters).max(1.0)).max(LEAST);
    let widths: Vec<f32> = least.iter().map(|width| (width - GUTTER) * small + GUTTER).collect();
    let over = room / widths.iter().sum::<f32>().max(1.0);
    (widths.iter().map(|width| width * over.min(1.0)).collect(), small)
}

/// The width below which a word of a column would be torn.
fn least(table: &Table, place: usize) -> f32 {
    let column = &table.columns[place];
    let head = longest(head(&column.label).split(' '), HEAD);
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(|cell| cell.text.as_str());
    let body = match column.kind {
        ColumnKind::Text => longest(cells.flat_map(words), CELL).min(WORD),
        ColumnKind::Short => longest(cells.flat_map(str::lines), CELL).min(SHORT),
        ColumnKind::Count | ColumnKind::Share => longest(cells.flat_map(share_and_base), CELL),
    };
    // A little more than the words, so that no rounding tears them.
    head.max(body) + GUTTER + 0.5
}

/// The same, and wide enough for texts that are long.
fn readable(table: &Table, place: usize) -> f32 {
    let mut cells = table.rows.iter().filter_map(|row| row.get(place));
    let is_long = cells.any(|cell| cell.text.chars().count() > LONG);
    let words = table.columns[place].kind == ColumnKind::Text;
    least(table, place).max(if words && is_long { READABLE } else { 0.0 })
}

fn longest<'t>(texts: impl Iterator<Item = &'t str>, look: Look) -> f32 {
    texts.map(|text| width(text, look.size, look.weight)).fold(0.0_f32, f32::max)
}

/// Room that is being given out.
struct Spread {
    /// How wide each column is so far.
    widths: Vec<f32>,
    /// How much is left.
    room: f32,
    /// How wide the lines of each cell are, of the head and of the rows that are looked at.
    texts: Vec<Vec<Vec<f32>>>,
}

impl Spread {
    fn of(table: &Table, widths: Vec<f32>, room: f32) -> Self {
        let measured = |text: &str, look: Look| -> Vec<f32> {
            text.lines().map(|line| width(line, look.size, look.weight)).collect()
        };
        let head = table.columns.iter().map(|column| measured(&column.label, HEAD)).collect();
        let every = table.rows.len().div_ceil(SEEN).max(1);
        let rows = table.rows.iter().step_by(every);
        let rows = rows.map(|row| row.iter().map(|cell| measured(&cell.text, CELL)).collect());
        Self { widths, room, texts: std::iter::once(head).chain(rows).collect() }
    }

    /// The widths once every piece is given to the column that saves the most lines with it; then the rest.
    fn given_out(mut self, table: &Table) -> Vec<f32> {
        while let Some((place, more)) = self.best() {
            self.widths[place] += more;
            self.room -= more;
        }
        let says = |place: usize| table.rows.iter().any(|row| row[place].text.chars().count() > 8);
        let words = |place: usize| table.columns[place].kind == ColumnKind::Text && says(place);
        let share = |place: usize| if words(place) { 4.0_f32 } else { 1.0 };
        let all: f32 = (0..self.widths.len()).map(share).sum();
        let room = self.room / all.max(1.0);
        self.widths.iter().enumerate().map(|(place, width)| width + room * share(place)).collect()
    }

    /// The column that saves most lines for the room it takes, and that room; none where no line is saved.
    fn best(&self) -> Option<(usize, f32)> {
        let rows: Vec<Row> = self.texts.iter().map(|row| Row::of(row, &self.widths)).collect();
        let mut best: Option<(usize, f32, f32)> = None;
        for place in 0..self.widths.len() {
            for more in AT_ONCE.map(|times| times * PIECE).into_iter().filter(|more| *more <= self.room) {
                let wide = self.widths[place] + more;
                let saved: u32 =
                    self.texts.iter().zip(&rows).map(|(row, now)| now.saved(row, place, wide)).sum();
                let worth = f64::from(saved) as f32 / more;
                if saved > 0 && best.is_none_or(|(_, _, most)| worth > most) {
                    best = Some((place, more, worth));
                }
            }
        }
        best.map(|(place, more, _)| (place, more))
    }
}

/// How many lines a row has, and how many without the one column that has most.
struct Row {
    lines: Vec<u32>,
    most: u32,
    most_at: usize,
    second: u32,
}

impl Row {
    fn of(cells: &[Vec<f32>], widths: &[f32]) -> Self {
        let lines = cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).collect();
        let mut row = Self { lines, most: 1, most_at: usize::MAX, second: 1 };
        for (place, many) in row.lines.iter().copied().enumerate() {
            if many > row.most {
                (row.second, row.most, row.most_at) = (row.most, many, place);
            } else {
                row.second = row.second.max(many);
            }
        }
        row
    }

    /// What is gained for the row with one column so wide: lines of a high row count for more, and a little where another
    /// column is as high, or two that are would wait for each other.
    fn saved(&self, cells: &[Vec<f32>], place: usize, width: f32) -> u32 {
        let own = self.lines.get(place).copied().unwrap_or(1);
        if own == 1 || own + 1 < self.most {
            return 0;
        }
        let then = cells.get(place).map_or(1, |cell| lines(cell, width)).min(own);
        let rest = if self.most_at == place { self.second } else { self.most };
        let most = then.max(rest);
        4 * (self.most * self.most - most * most) + own * own - then * then
    }
}

/// How many lines a cell will have about: what is broken at spaces wastes a little of each.
fn lines(cell: &[f32], width: f32) -> u32 {
    let room = (width - GUTTER).max(8.0);
    let of = |line: &f32| if *line <= room { 1 } else { (line * 1.08 / room).ceil() as u32 };
    cell.iter().map(of).sum::<u32>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::Cell;

    fn table(heads: &[(&str, ColumnKind)], rows: &[&[&str]]) -> Table {
        Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: heads.iter().map(|(label, kind)| Column::new(*label, *kind)).collect(),
            rows: rows.iter().map(|row| row.iter().copied().map(Cell::text).collect()).collect(),
            notes: Vec::new(),
        }
    }

    /// Whether every word of a table fits its column.
    fn whole(table: &Table, (widths, small): &(Vec<f32>, f32)) -> bool {
        let words = |place: usize| {
            let cells = table.rows.iter().map(move |row| (row[place].text.to_string(), CELL));
            cells.chain([(table.columns[place].label.clone(), HEAD)])
        };
        (0..widths.len()).all(|place| {
            words(place).all(|(text, look)| {
                longest(text.split(' '), Look { size: look.size * small, ..look }) <= widths[place] - GUTTER
            })
        })
    }

    #[test]
    fn no_word_is_torn_even_where_all_is_set_smaller() {
        let heads = [
            ("Setting", ColumnKind::Text),
            ("Reminders", ColumnKind::Count),
            ("Reminded on", ColumnKind::Short),
            ("Said", ColumnKind::Text),
        ];
        let long = "Until the fourteenth of December: the safeguarding lead has been ill since half-term.";
        let table = table(&heads, &[&["Exampledale Primary School", "1", "11 November 2026", long]]);
        for room in [493.0, 300.0, 235.0] {
            let widths = widths(&table, room);
            assert!(whole(&table, &widths), "{room}: {widths:?}");
            assert!(widths.0.iter().sum::<f32>() <= room + 0.5, "{room}: {widths:?}");
        }
        assert!(super::widths(&table, 235.0).1 < 1.0);
    }

    #[test]
    fn room_goes_to_the_column_that_saves_lines_and_not_to_an_empty_one() {
        let heads = [("Empty", ColumnKind::Text), ("Question", ColumnKind::Text), ("Met", ColumnKind::Count)];
        let text =
            "Our governing board has arrangements in place that support and promote the welfare of all.";
        let table = table(&heads, &[&["", text, "1"], &["", text, "2"]]);
        let (widths, small) = widths(&table, 493.0);
        assert!(widths[1] > 350.0 && widths[0] < 80.0 && small == 1.0, "{widths:?}");
    }

    #[test]
    fn a_column_of_words_has_room_for_a_day_in_one_line() {
        let heads = [("Setting", ColumnKind::Text), ("On", ColumnKind::Text)];
        let table = table(&heads, &[&["Example School", "12 November 2026"], &["Example School", ""]]);
        let day = width("12 November 2026", CELL.size, CELL.weight);
        assert!(least(&table, 1) >= day + GUTTER && least(&table, 0) < day, "a name may be broken");
    }

    #[test]
    fn a_base_is_not_torn_and_a_head_has_two_lines_where_there_is_room() {
        let heads = [
            ("Question", ColumnKind::Text),
            ("% met", ColumnKind::Share),
            ("A quarter are below", ColumnKind::Share),
        ];
        let text =
            "Our governing board has arrangements in place that support and promote the welfare of all.";
        let table = table(&heads, &[&[text, "89.8% (n\u{a0}=\u{a0}49)", "40.0%"]]);
        let (widths, _) = widths(&table, 493.0);
        let base = width("(n\u{a0}=\u{a0}49)", CELL.size, CELL.weight);
        assert!(base <= widths[1] - GUTTER, "{widths:?}");
        let head = font::lines("A quarter are below", HEAD.size, HEAD.weight, widths[2] - GUTTER);
        assert!(head.len() <= 2, "{head:?}");
    }

    #[test]
    fn bases_of_several_columns_stand_beside_their_shares_where_there_is_room() {
        let share = ColumnKind::Share;
        let heads = [("Standard", ColumnKind::Text), ("One", share), ("Two", share), ("Three", share)];
        let cell = "100.0% (n\u{a0}=\u{a0}48)";
        let table =
            table(&heads, &[&["Policies", cell, cell, cell], &["Training and induction", cell, cell, cell]]);
        let (widths, small) = widths(&table, 493.0);
        assert!(small == 1.0, "{small}");
        let whole = width(cell, CELL.size, CELL.weight);
        assert!(widths[1..].iter().all(|wide| whole <= wide - GUTTER), "{widths:?}");
    }

    #[test]
    fn one_long_text_is_not_left_in_a_column_of_single_words() {
        let heads = [
            ("Meeting", ColumnKind::Short),
            ("What", ColumnKind::Text),
            ("To", ColumnKind::Text),
            ("Reply", ColumnKind::Text),
        ];
        let day = "21 November 2026";
        let (to, reply) = ("Sampleshire Fire and Rescue Service", "Reply wanted by 22 December 2026");
        let rows: [&[&str]; 4] = [
            &[day, "The plan is agreed. The subgroup looks at it every term.", "", ""],
            &[
                day,
                "The council\u{2019}s education lead takes on records transfer, with a day a week for it.",
                "",
                "",
            ],
            &[day, "Case audits look again at neglect this year, before another theme is chosen.", "", ""],
            &[day, "The fire service is asked whether it will join the next Section 11 round.", to, reply],
        ];
        let table = table(&heads, &rows);
        let (widths, small) = widths(&table, 493.0);
        for (place, text) in [(2, to), (3, reply)] {
            let many = font::lines(text, CELL.size * small, CELL.weight, widths[place] - GUTTER).len();
            assert!(many <= 4, "{many} {widths:?}");
        }
    }

    #[test]
    fn names_beside_many_numbers_are_set_smaller_rather_than_in_three_lines() {
        let heads = ["Expected", "Returned", "Accepted", "Waiting", "Not received", "Late", "Overdue"];
        let mut columns = vec![("Trust", ColumnKind::Text)];
        columns.extend(heads.map(|head| (head, ColumnKind::Count)));
        columns.push(("Returned, of expected", ColumnKind::Share));
        let row = |name| [name, "6", "3", "3", "0", "3", "0", "0", "50.0% (n\u{a0}=\u{a0}6)"];
        let rows =
            ["Specimen Academies Trust", "Instance Education Trust", "Pattern Partnership Trust"].map(row);
        let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
        let table = table(&columns, &rows);
        let (widths, small) = widths(&table, 493.0);
        assert!(small < 1.0 && widths.iter().sum::<f32>() <= 493.5, "{small} {widths:?}");
        let look = CELL.size * small;
        let lines = font::lines("Pattern Partnership Trust", look, CELL.weight, widths[0] - GUTTER).len();
        assert!(lines <= 2, "{lines} {widths:?}");
        assert!(whole(&table, &(widths, small)));
    }
}
