//! How a workbook draws a chart itself, from the cells of its table.
//!
//! Refuses to know: the workbook.

use serde::{Deserialize, Serialize};

use crate::report::bars::Fill;

/// How a workbook draws a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Native {
    /// As what.
    pub kind: NativeKind,
    /// The columns of the table that are its series, each named by its heading.
    pub columns: Vec<u16>,
    /// How each series is filled; where nothing is said, by its place.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub fills: Vec<Fill>,
}

/// As what a workbook draws a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NativeKind {
    /// Bars that fill the whole width.
    StackedWhole,
    /// Bars as long as what they count.
    Stacked,
    /// Bars side by side.
    Bars,
    /// Lines over time.
    Lines,
}
