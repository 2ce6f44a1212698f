//! What a round says: every table is a pure function over the grid of its accepted returns.
//!
//! Refuses to know: how a return came in, who is looking, and how a table is drawn.

pub mod action_plan;
pub mod agreement;
pub mod balance;
pub mod behind;
pub mod between;
pub mod calibration;
pub mod chased;
pub mod disclose;
pub mod grid;
pub mod group;
pub mod heat;
pub mod judged;
pub mod matrix;
pub mod numbers;
pub mod panels;
pub mod places;
pub mod plans;
pub mod practice;
pub mod profile;
pub mod quality;
pub mod questions;
pub mod response;
pub mod returns;
pub mod rises;
pub mod sharing;
pub mod signals;
pub mod standards;
pub mod support;
pub mod table;
pub mod tally;
pub mod terms;
pub mod themes;
pub mod triangle;

pub use grid::Grid;
pub use table::{Cell, Column, Table};
pub use tally::Tally;

#[cfg(test)]
pub(crate) mod naive_tests;
#[cfg(test)]
mod slow_tests;
