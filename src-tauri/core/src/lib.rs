//! Attest: safeguarding self-assessment audits, from the first answer to the tracked plan.
//!
//! The order of the modules below *is* the order of dependency: a module uses only modules above it.
//! A test (`tests/src/house`) reads this list and names the line that breaks it.

pub mod error;
pub mod problem;
pub mod progress;
pub mod text;
pub mod world;
pub mod id;
pub mod sheet;
pub mod store;
pub mod template;
pub mod setting;
pub mod listing;
pub mod partnership;
pub mod round;
pub mod submission;
pub mod workbook;
pub mod own_workbook;
pub mod intake;
pub mod issue;
pub mod chase;
pub mod panel;
pub mod theme;
pub mod survey;
pub mod plan;
pub mod case_audit;
pub mod dip_sample;
pub mod programme;
pub mod analysis;
pub mod pack;
pub mod publication;
pub mod report;
pub mod demo;
pub mod api;
