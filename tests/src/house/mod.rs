//! The rules of the house, each an absence, each checked; a breach is named by file and line.
//!
//! A rule is a pure function over the source files, so that each has a test of its own in which it is broken once.

mod order;
mod page;
mod rules;
mod shape;
mod source;
mod tree;
mod words;
