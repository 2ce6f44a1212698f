//! Other people's spreadsheets: the only place where one is opened that we did not just write.
//!
//! `guard` takes the bytes in; `read` walks once over each part that is needed, keeps the limits and gives cells of
//! our own type; `seen` lists and looks besides; `blot` takes a text out of a package, `patch` changes cells in one.
//! Refuses to know: what a return or a register is.

pub(crate) mod blot;
pub mod guard;
mod book;
mod lists;
mod looks;
mod lock;
mod outline;
mod pack;
mod passphrase;
mod parts;
pub mod patch;
mod place;
mod read;
mod seen;
mod scan;
mod sorted;
mod strings;
mod styles;
mod words;
mod xml;

pub use book::{Area, Book, Cell, Cells, Content, Name, Ranges, Sheet};
pub use lists::{List, Word};
pub use lock::{lock, unlock};
pub use looks::{Look, Looks};
pub use pack::{pack, unpack};
pub use passphrase::{passphrase, seed};
pub use place::Place;
pub use read::{open, read};
pub use seen::{Beside, Seen, see};
pub use sorted::Sorted;

/// The longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
/// What is said of a longer one.
const TOO_LONG: xml::Fault =
    xml::Fault::Over("This file has a cell with more text than Excel itself can hold.");
