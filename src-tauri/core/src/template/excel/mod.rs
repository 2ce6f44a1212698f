//! A template as an Excel workbook: one row a question; scales, facts, checks and sign-off on sheets of their own.
//!
//! What is written is read as the same template; every fault is named with its sheet and cell.
//! Refuses to know: where the workbook comes from, and who will look at it.

mod form;
mod gather;
mod look;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{read, read_with_remarks};
pub use write::write;
