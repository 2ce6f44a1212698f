//! A table of figures that describes itself: title, caption, date, base, notes.
//!
//! Refuses to know: where it is shown.

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::behind::Behind;

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Table {
    /// What it is.
    pub title: String,
    /// Whose figures, of which round, from how many returns.
    pub caption: String,
    /// The day it is true of.
    pub as_at: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// What must be known to read it.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// What stands in it.
    pub kind: ColumnKind,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A few words that stay on one line: a number of a question, a date, a state.
    Short,
    /// A number of things.
    Count,
    /// A share of a base.
    Share,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Cell {
    /// As it is read. Short, so that it lies in the cell itself: a table can have a hundred thousand of them.
    #[cfg_attr(test, ts(type = "string"))]
    pub text: SmolStr,
    /// The number behind it, or the numerator of a share.
    pub count: Option<u32>,
    /// The base of a share.
    pub base: Option<u32>,
    /// What the figure is made of; it goes no further than the officers' own screens.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub behind: Option<Behind>,
}

impl Table {
    /// The same without those of some columns in which nothing stands.
    #[must_use]
    pub fn without_empty(self, labels: &[&str]) -> Self {
        let is_empty = |place: usize| self.rows.iter().all(|row| row[place].text.is_empty());
        let kept: Vec<bool> = (0..self.columns.len())
            .map(|place| !labels.contains(&self.columns[place].label.as_str()) || !is_empty(place))
            .collect();
        self.only(&kept)
    }

    /// The same without those of some columns in which every number is nought, and which those are.
    #[must_use]
    pub fn without_zeros(self, labels: &[&str]) -> (Self, Vec<String>) {
        let is_zero = |place: usize| self.rows.iter().all(|row| row[place].count == Some(0));
        let zeros: Vec<bool> = (0..self.columns.len())
            .map(|place| labels.contains(&self.columns[place].label.as_str()) && is_zero(place))
            .collect();
        let gone = self.columns.iter().zip(&zeros).filter(|(_, zero)| **zero);
        let gone = gone.map(|(column, _)| column.label.clone()).collect();
        (self.only(&zeros.iter().map(|zero| !zero).collect::<Vec<_>>()), gone)
    }

    /// The same without columns of which every figure is hidden, and which those are; as it is where no other would be left.
    /// A share of nobody is no figure.
    #[must_use]
    pub fn without_hidden(self) -> (Self, Vec<String>) {
        let shut: Vec<bool> = (0..self.columns.len())
            .map(|place| {
                let mut cells = self.rows.iter().map(|row| &row[place]);
                cells.clone().any(Cell::is_hidden)
                    && cells.all(|cell| cell.is_hidden() || cell.base == Some(0))
            })
            .collect();
        let left = self.columns.iter().zip(&shut).filter(|(_, shut)| !**shut);
        if left.filter(|(column, _)| column.kind.is_number()).count() == 0 {
            return (self, Vec::new());
        }
        let gone = self.columns.iter().zip(&shut).filter(|(_, shut)| **shut);
        let gone = gone.map(|(column, _)| column.label.clone()).collect();
        (self.only(&shut.iter().map(|shut| !shut).collect::<Vec<_>>()), gone)
    }

    /// The same without columns of which every figure is hidden; which those are stands below it.
    #[must_use]
    pub fn hidden_below(self) -> Self {
        let (mut table, hidden) = self.without_hidden();
        let them = if hidden.len() == 1 { "it" } else { "them" };
        if !hidden.is_empty() {
            let said = hidden.iter().map(|label| without_number(label)).collect::<Vec<_>>().join(", ");
            table.notes.push(format!("Left out, since every figure of {them} is hidden: {said}."));
        }
        table
    }

    /// The same without some columns.
    #[must_use]
    pub fn without(self, labels: &[&str]) -> Self {
        let kept: Vec<bool> =
            self.columns.iter().map(|column| !labels.contains(&column.label.as_str())).collect();
        self.only(&kept)
    }

    /// Whether every figure in it is hidden, so that nothing stands in it but the names of its rows.
    pub fn is_hidden(&self) -> bool {
        let names = |row: &[Cell]| row.iter().take_while(|cell| !cell.is_hidden()).count();
        let is_named = |place: usize| self.columns.get(place).is_some_and(|column| !column.kind.is_number());
        let hidden = |row: &Vec<Cell>| {
            let named = names(row);
            named < row.len() && (0..named).all(is_named) && row[named..].iter().all(Cell::is_hidden)
        };
        !self.rows.is_empty() && self.rows.iter().all(hidden)
    }

    /// The columns that are kept, by place.
    fn only(mut self, kept: &[bool]) -> Self {
        let mut of_columns = kept.iter();
        self.columns.retain(|_| of_columns.next().is_some_and(|kept| *kept));
        for row in &mut self.rows {
            let mut of_cells = kept.iter();
            row.retain(|_| of_cells.next().is_some_and(|kept| *kept));
        }
        self
    }
}

/// The name over a column without how many returns it is of: `Special` for `Special (1 of 2)`.
fn without_number(label: &str) -> &str {
    let parts =
        label.rsplit_once(" (").filter(|(_, rest)| rest.starts_with(|first: char| first.is_ascii_digit()));
    parts.map_or(label, |(name, _)| name)
}

impl ColumnKind {
    /// Whether numbers stand in it.
    pub fn is_number(self) -> bool {
        match self {
            Self::Text | Self::Short => false,
            Self::Count | Self::Share => true,
        }
    }
}

impl Column {
    /// A column.
    pub fn new(label: impl Into<String>, kind: ColumnKind) -> Self {
        Self { label: label.into(), kind }
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<SmolStr>) -> Self {
        Self { text: text.into(), count: None, base: None, behind: None }
    }

    /// A figure that is not shared.
    pub fn hidden() -> Self {
        Self::text("hidden")
    }

    /// Whether it is one.
    pub fn is_hidden(&self) -> bool {
        self.count.is_none() && self.text == "hidden"
    }

    /// A number of things.
    pub fn count(count: u32) -> Self {
        Self { text: super::tally::shown_number(count), count: Some(count), base: None, behind: None }
    }

    /// A share with its base.
    pub fn share(count: u32, base: u32) -> Self {
        let text = super::tally::shown_percent(count, base);
        Self { text, count: Some(count), base: Some(base), behind: None }
    }

    /// The same cell, with what its figure is made of.
    #[must_use]
    pub fn of(self, behind: Behind) -> Self {
        Self { behind: Some(behind), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_small_since_a_table_can_have_a_hundred_thousand() {
        assert!(size_of::<Cell>() <= 56, "{} bytes", size_of::<Cell>());
    }

    #[test]
    fn a_table_is_hidden_where_names_alone_are_left_of_it() {
        let of = |rows: Vec<Vec<Cell>>| Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: [("No.", ColumnKind::Short), ("Met", ColumnKind::Count), ("Answer", ColumnKind::Text)]
                .map(|(label, kind)| Column::new(label, kind))
                .to_vec(),
            rows,
            notes: Vec::new(),
        };
        let row = |met: Cell, answer: Cell| vec![Cell::text("1.1"), met, answer];
        assert!(of(vec![row(Cell::hidden(), Cell::hidden())]).is_hidden());
        assert!(!of(vec![row(Cell::hidden(), Cell::text("Planned"))]).is_hidden(), "words are left");
        assert!(
            !of(vec![row(Cell::hidden(), Cell::hidden()), row(Cell::count(3), Cell::hidden())]).is_hidden()
        );
        assert!(
            !of(vec![row(Cell::count(3), Cell::text("")), row(Cell::count(0), Cell::text(""))]).is_hidden()
        );
        assert!(!of(Vec::new()).is_hidden());
    }

    #[test]
    fn a_column_that_is_hidden_throughout_is_left_out_and_named_where_another_is_left() {
        let table = |rows: Vec<Vec<Cell>>| Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: ["Returns", "Signed", "Blank"]
                .map(|label| Column::new(label, ColumnKind::Count))
                .to_vec(),
            rows,
            notes: Vec::new(),
        };
        let row = |returns: u32, blank| vec![Cell::count(returns), Cell::hidden(), blank];
        let (left, gone) = table(vec![row(6, Cell::hidden()), row(9, Cell::count(1))]).without_hidden();
        assert_eq!((gone, left.columns.len(), left.rows[1].len()), (vec!["Signed".to_owned()], 2, 2));
        let said = table(vec![vec![Cell::count(6), Cell::hidden(), Cell::share(0, 0)]]).hidden_below();
        assert_eq!(said.notes, ["Left out, since every figure of it is hidden: Signed."]);
        assert_eq!(said.columns.len(), 2, "a share of nobody alone is not hidden");
        assert_eq!(
            ["Special (1 of 2)", "Post-16 (1)", "Gap (points)", "All"].map(without_number),
            ["Special", "Post-16", "Gap (points)", "All"]
        );
        let both = vec![Cell::count(6), Cell::hidden(), Cell::hidden()];
        let both = table(vec![both, vec![Cell::count(6), Cell::share(0, 0), Cell::hidden()]]).hidden_below();
        assert_eq!(both.notes, ["Left out, since every figure of them is hidden: Signed, Blank."]);
        let (kept, gone) = table(vec![vec![Cell::hidden(); 3]]).without_hidden();
        assert!(gone.is_empty() && kept.columns.len() == 3, "all hidden stays, to be said as a sentence");
    }

    #[test]
    fn a_column_of_noughts_is_left_out_and_named_and_a_hidden_one_is_not() {
        let table = Table {
            title: String::new(),
            caption: String::new(),
            as_at: String::new(),
            columns: ["Returned", "Waiting", "Sent back", "Late"]
                .map(|label| Column::new(label, ColumnKind::Count))
                .to_vec(),
            rows: vec![
                vec![Cell::count(0), Cell::count(0), Cell::count(0), Cell::hidden()],
                vec![Cell::count(0), Cell::count(3), Cell::count(0), Cell::count(0)],
            ],
            notes: Vec::new(),
        };
        let (left, gone) = table.without_zeros(&["Waiting", "Sent back", "Late"]);
        assert_eq!(gone, ["Sent back"]);
        assert_eq!((left.columns.len(), left.rows[1].len()), (3, 3));
    }
}
