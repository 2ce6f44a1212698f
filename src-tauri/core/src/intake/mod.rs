//! Many workbooks: read in parallel, judged together, placed as *received*; nothing counts before it is accepted.
//!
//! Refuses to know: how a workbook is laid out, and who calls.

pub mod accept;
pub mod back;
pub mod gather;
pub mod matching;
pub mod original;
pub mod place;
pub mod read;
pub mod remembered;
pub mod verdict;

pub use original::BatchId;
pub use place::{Lends, Outcome, again, run};
pub use verdict::{Verdict, VerdictKind};
