//! Many workbooks: read chunk by chunk, judged as a set, placed as *received*; nothing counts before it is accepted.
//!
//! Refuses to know: how a workbook is laid out, and who calls.

pub mod accept;
pub mod across;
pub mod again;
pub mod among;
pub mod answer;
pub mod ask;
pub mod back;
pub mod claim;
pub mod copy;
pub mod decide;
pub mod differ;
pub mod gather;
pub mod kept;
pub mod known;
pub mod matching;
pub mod near;
pub mod original;
pub mod place;
pub mod read;
pub mod remembered;
pub mod settle;
pub mod unlock;
pub mod verdict;

pub use original::BatchId;
pub use place::{Lends, Outcome, run};
pub use verdict::{Verdict, VerdictKind};
