//! sheet.

pub(crate) mod blot;
