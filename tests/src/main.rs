//! Every integration test, in one binary.

mod house;
mod workbook;
