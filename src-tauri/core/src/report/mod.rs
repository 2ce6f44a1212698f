//! Reports: composed into one `Document`, then written; the composer knows no format, the writer knows no domain.

pub mod account;
pub mod bars;
pub mod changes;
pub mod chart;
pub mod document;
pub mod drawing;
pub mod evidence;
pub mod excel;
pub mod feedback_file;
pub mod font;
pub mod governors;
pub mod handover;
pub mod history;
pub mod html;
pub mod inspection;
pub mod letter;
mod measure;
pub mod merge;
pub mod merged;
pub mod non_return;
mod pages;
pub mod panel;
pub mod pdf;
pub mod plan;
pub mod response;
pub mod round;
pub mod sample;
mod signed;
pub mod table_book;
pub mod word;
pub mod wording;
pub mod workshop;
pub mod year;

pub use document::{Block, Document, Section};
