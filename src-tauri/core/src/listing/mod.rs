//! Lists of settings that others keep: the national register of schools as CSV, or any list whose columns are named.
//!
//! A list is read row by row into entries of the fields that an audit needs, and no others: it holds personal
//! details. Refuses to know: files of ours, rounds, and what is done with an entry.

mod candidate;
mod columns;
mod decode;
mod field;
mod filter;
mod gather;
mod grid;
mod lines;
mod said;

use crate::problem::Problem;

pub use candidate::Candidate;
pub use columns::{Columns, guessed};
pub use field::Field;
pub use filter::{Counted, Facet, Filter, Holdings, LocalityBy};
pub use grid::{read_book, texts_of_book};
pub use lines::{read_csv, texts_of_csv};

/// One setting as a list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line or row it stands on.
    pub line: u32,
    values: Vec<Box<str>>,
}

/// A list that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Its headings, as they stand.
    pub headings: Vec<String>,
    /// Its first rows, as they stand, so that a person sees what a column holds.
    pub sample: Vec<Vec<String>>,
    /// Which heading means what.
    pub columns: Columns,
    /// What was read; none where it is not known yet which column holds the name.
    pub entries: Vec<Entry>,
    /// What there was to say, by line.
    pub problems: Vec<Problem>,
}

impl Entry {
    /// What it has of a field; empty where the list says nothing.
    pub fn get(&self, field: Field) -> &str {
        self.values.get(field.place()).map_or("", |value| value)
    }

    /// An entry of some fields.
    pub fn of<'a>(line: u32, fields: impl IntoIterator<Item = (Field, &'a str)>) -> Self {
        let mut values = vec![Box::<str>::default(); Field::ALL.len()];
        for (field, value) in fields {
            values[field.place()] = value.into();
        }
        Self { line, values }
    }
}

#[cfg(test)]
mod tests;
