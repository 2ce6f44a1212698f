//! Attest: safeguarding self-assessment audits, from the first answer to the tracked plan.
//!
//! The order of the modules below *is* the order of dependency: a module uses only modules above it.
//! A test (`tests/src/house`) reads this list and names the line that breaks it.

pub mod analysis;
pub mod api;
pub mod demo;
pub mod error;
pub mod id;
pub mod intake;
pub mod panel;
pub mod problem;
pub mod progress;
pub mod report;
pub mod round;
pub mod setting;
pub mod sheet;
pub mod store;
pub mod submission;
pub mod template;
pub mod text;
pub mod workbook;
pub mod world;
