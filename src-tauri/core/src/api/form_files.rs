//! Files that a person chose, each read on its own: what is wrong with one is said of it, and the others are read.
//!
//! Refuses to know: what is in them.

use std::path::Path;

use super::save;
use super::session::Session;
use crate::error::Result;

/// What is said of one chosen file; of one not yet read, nothing.
pub(super) trait FileRead: Default {
    /// The name of the file, why nothing was taken, and what to do about it.
    fn named_and_refused(&mut self) -> [&mut String; 3];
}

/// Asks for files and reads each; none where the dialog was dismissed.
pub(super) fn each_chosen<L: FileRead>(
    session: &Session,
    (title, endings): (&str, &[&str]),
    take: impl Fn(&Path, &mut L) -> Result<()>,
) -> Option<Vec<L>> {
    let read = |path: &Path| {
        let mut line = L::default();
        *line.named_and_refused()[0] = save::name(path);
        if let Err(error) = take(path, &mut line) {
            let [_, refused, hint] = line.named_and_refused();
            (*refused, *hint) = (error.message, error.hint);
        }
        line
    };
    let paths = session.desktop().pick_files(title, endings)?;
    Some(paths.iter().map(|path| read(path)).collect())
}

/// How many of all notes of a form were new, and how many were here already.
pub(super) fn new_and_known(new: usize, all: usize) -> (u32, u32) {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (count(new), count(all.saturating_sub(new)))
}
