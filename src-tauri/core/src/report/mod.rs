//! Reports: composed into one `Document`, then written; the composer knows no format, the writer knows no domain.

pub mod bars;
pub mod changes;
pub mod document;
pub mod evidence;
pub mod excel;
pub mod governors;
pub mod history;
pub mod html;
pub mod inspection;
mod measure;
pub mod plan;
pub mod round;
mod signed;
pub mod word;
pub mod wording;
pub mod year;

pub use document::{Block, Document, Section};
