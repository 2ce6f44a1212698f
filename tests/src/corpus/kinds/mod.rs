//! Every kind of damage that is done to a package directly.

mod cells;
mod columns;
mod dates;
mod forms;
mod identity;
mod rows;
mod sheets;
mod templates;

use super::desk::Desk;

/// A kind of damage.
#[derive(Clone, Copy)]
pub struct Kind {
    /// What is done, in words.
    pub name: &'static str,
    /// Does it, and says what is expected.
    pub does: fn(&mut Desk<'_>),
}

/// A kind by its name.
const fn kind(name: &'static str, does: fn(&mut Desk<'_>)) -> Kind {
    Kind { name, does }
}

/// Every group of kinds by its name.
pub fn all() -> [(&'static str, &'static [Kind]); 8] {
    [
        ("rows", rows::KINDS),
        ("columns", columns::KINDS),
        ("cells", cells::KINDS),
        ("dates and numbers", dates::KINDS),
        ("sheets", sheets::KINDS),
        ("identity", identity::KINDS),
        ("templates", templates::KINDS),
        ("forms of the file", forms::KINDS),
    ]
}
