//! An index of words over many texts, in memory: built when somebody looks for something, and gone with the program.
//!
//! Nothing of it stands in the file. Refuses to know: what the texts are; each is known by its place in the order given.

use rusqlite::Connection;

use crate::error::Result;
use crate::text::seek::{Ending, Sought, Term};

/// An index of words.
pub struct Words {
    connection: Connection,
    count: u32,
}

/// Only the index is kept, not the texts themselves.
const LAY: &str = "CREATE VIRTUAL TABLE words USING fts5(text, content = '', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'); BEGIN;";

impl Words {
    /// An index of nothing, open for texts.
    pub fn open() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(LAY)?;
        Ok(Self { connection, count: 0 })
    }

    /// Adds the next text.
    pub fn add(&mut self, text: &str) -> Result<()> {
        let mut put = self.connection.prepare_cached("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?;
        put.execute((self.count, text))?;
        self.count += 1;
        Ok(())
    }

    /// Closes the index: from now on it is only looked in.
    pub fn close(self) -> Result<Self> {
        self.connection.execute_batch("COMMIT")?;
        Ok(self)
    }

    /// How many texts it has.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The places of the texts that hold what is sought, in their order.
    pub fn find(&self, sought: &Sought) -> Result<Vec<u32>> {
        if sought.is_nothing() {
            return Ok(Vec::new());
        }
        let mut find =
            self.connection.prepare_cached("SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid")?;
        let places = find.query_map([asked(sought)], |row| row.get(0))?;
        Ok(places.collect::<rusqlite::Result<_>>()?)
    }
}

/// What is sought, as the index is asked for it: every word in quotation marks, so that none is read as anything else.
fn asked(sought: &Sought) -> String {
    let all = |terms: &[Term]| terms.iter().map(term).collect::<Vec<_>>();
    let with = all(&sought.with).join(" AND ");
    match all(&sought.without).join(" OR ") {
        without if without.is_empty() => with,
        without => format!("({with}) NOT ({without})"),
    }
}

fn term(term: &Term) -> String {
    let phrase = term.words.join(" ").replace('"', "");
    match term.ending {
        Ending::Open => format!("\"{phrase}\" *"),
        Ending::Whole => format!("\"{phrase}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(texts: &[&str]) -> Words {
        let mut words = Words::open().expect("memory");
        texts.iter().for_each(|text| words.add(text).expect("added"));
        words.close().expect("closed")
    }

    #[test]
    fn the_index_finds_what_reading_every_text_finds() {
        let texts = [
            "Training log, kept by the lead.",
            "The police were asked; training followed up.",
            "Caf\u{e9} visits: NOT recorded (early help).",
            "early HELP and early helpers AND logs",
            "",
        ];
        let index = index(&texts);
        let asked = [
            "train",
            "train -police",
            "\"early help\"",
            "help log",
            "caf\u{e9}",
            "NOT",
            "AND",
            "lead.",
            "x\"y",
            "follow-up",
            "-train log",
            "NEAR(early help)",
            "*",
            "early*",
        ];
        for typed in asked {
            let sought = Sought::read(typed);
            let read = texts.iter().enumerate().filter(|(_, text)| !sought.is_nothing() && sought.fits(text));
            let read: Vec<u32> = read.map(|(place, _)| u32::try_from(place).expect("few")).collect();
            assert_eq!(index.find(&sought).expect("found"), read, "{typed}");
        }
        assert_eq!(index.count(), 5);
    }
}
