//! Reports: composed into one `Document`, then written; the composer knows no format, the writer knows no domain.

pub mod document;
pub mod excel;
pub mod round;

pub use document::{Block, Document, Section};
