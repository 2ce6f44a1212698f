//! Other people's spreadsheets: the only place where one is opened that we did not just write.
//!
//! `guard` takes the bytes in, `read` gives cells of our own type, `blot` takes a text out of a package.
//! Refuses to know: what a return or a register is.

pub(crate) mod blot;
pub mod guard;
mod book;
mod pack;
mod place;
mod read;
mod sorted;

pub use book::{Area, Book, Cell, Cells, Content, Name, Ranges, Sheet};
pub use pack::{pack, unpack};
pub use place::Place;
pub use read::{open, read};
pub use sorted::Sorted;
