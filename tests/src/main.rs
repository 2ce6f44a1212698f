//! Every integration test, in one binary.

mod house;
mod partnership;
mod workbook;
mod workbook_office;
mod worker;
