//! The one small language of conditions: when something applies, when a check has something to say.
//!
//! The same text in TOML and in Excel. Fixed operators, no functions; reading gives one tree, and printing
//! the tree gives the same text again. Refuses to know: where values come from.
//!
//! ```text
//! boarding and not independent
//! phase in ("primary", "special")
//! answer.target and answer.note is blank and answer.evidence = 0
//! school.c4 < due - 2 years
//! school.b2 > school.b1
//! answer.meaning = "met" and answer.overdue > 0
//! ```
//!
//! A comparison with something blank is false, whichever way it is asked; `is blank` asks for blankness.

mod evaluate;
mod known;
mod lex;
mod parse;
mod print;
mod tree;

pub use evaluate::{Value, Values};
pub use parse::Mistake;
pub use tree::{Comparison, Expression, Name, Part, Unit};

#[cfg(test)]
mod tests;
