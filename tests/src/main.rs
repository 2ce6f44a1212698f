//! Every integration test, in one binary.

mod cases;
mod command_line;
mod command_line_round;
mod exchange;
mod gateway;
mod hostile_files;
mod house;
mod issuing;
mod own_workbook;
mod panels;
mod partnership;
mod register;
mod second_opinion;
mod setting;
mod store_faults;
mod store_golden;
mod store_model;
mod story;
mod table_office;
mod templates;
mod workbook;
mod workbook_any;
mod workbook_corpus;
mod workbook_office;
mod workbook_part;
mod worker;
