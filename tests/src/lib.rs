//! What tests and benches share: made-up returns of every size.

pub mod returns;
