//! Many workbooks: read in parallel, judged together, placed as *received*; nothing counts before it is accepted.
//!
//! Refuses to know: how a workbook is laid out, and who calls.

pub mod matching;
pub mod verdict;

pub use verdict::{Verdict, VerdictKind};
