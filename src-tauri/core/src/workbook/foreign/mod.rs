//! A partnership's own workbook, in whatever layout: guessed, put right by a person, made into an audit tool,
//! filled in as it stands, and read back.
//!
//! `guess` is the one entry for a workbook nobody has seen; from there on everything is the `Mapping`.
//! Refuses to know: files and screens.

mod carry;
mod correct;
mod fill;
mod guess;
mod headings;
mod mapping;
mod questions;
mod read;
mod scales;
mod template;
#[cfg(test)]
mod tests;
mod words;

pub use carry::{Became, Carried, Difference, apply, carry};
pub use correct::{CellPointed, Correction, correct};
pub use fill::fill;
pub use guess::guess;
pub use mapping::{
    Asked, ColumnMap, ColumnRole, Divided, LevelMap, Mapping, RowRole, ScaleMap, SheetMap, SheetRole, Spot,
    Tool,
};
pub use read::read;
pub use scales::TYPED;
pub use template::template;
