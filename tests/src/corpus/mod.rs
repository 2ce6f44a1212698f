//! Workbooks that came back edited, saved again and damaged: each kind of damage is code, applied to returns of
//! the tools that ship, and every answer is judged.
//!
//! Refuses to know: how a workbook is read.

pub mod base;
pub mod desk;
pub mod grid;
pub mod judge;
pub mod kinds;
pub mod package;
pub mod table;
pub mod tools;
