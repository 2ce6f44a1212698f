//! What a partnership adds to the figures of its papers: sentences put in its own words, texts, to whom a paper goes, how
//! far it is approved, and every paper that was written with the recipe of its figures.
//!
//! Refuses to know: how a figure is worked out, and how a paper is composed.

mod recipe;
mod shared;
mod source;
#[cfg(test)]
mod tests;
mod written;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text;

pub use recipe::{Differs, Line, Of, Recipe, Returned, Single, again, now, of};
pub use shared::{counted, rated_then, shared_before, told};
pub use source::{Source, Sources, handed_over, words};
pub use written::{Listed, PublicationId, Wrote, listed, record, writings};

row_id! {
    /// The id of a paper of a round.
    PaperId
}

/// A sentence or a text was changed.
pub const WORDS: Operation = Operation::typing("publication.words");
/// It was said to whom a paper goes, or under which headings it stands.
pub const ARRANGE: Operation = Operation::ordinary("publication.arrange");
/// A paper was approved, or opened again.
pub const APPROVE: Operation = Operation::ordinary("publication.approve");
/// A paper was written: it is out, so that no undo forgets it.
pub const WRITE: Operation = Operation::stays("publication.write");
/// Figures for others were copied from the screen or printed by the command line.
pub const COPY: Operation = Operation::stays("publication.copy");

/// A sentence as somebody put it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// The figures behind it at that time.
    pub figures: String,
    /// Who put it so.
    pub who: String,
}

/// What a partnership adds to one paper of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// Under which set of headings it stands; the paper's own where none is said.
    pub headings: String,
    /// Sentences made from data, as somebody put them.
    pub sentences: BTreeMap<String, Sentence>,
    /// Texts that nothing but a person can write.
    pub texts: BTreeMap<String, String>,
    /// To whom it goes, a line each.
    pub circulation: Vec<String>,
    /// Who approved it.
    pub approved: Option<Approved>,
}

/// That a paper was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approved {
    /// By whom: a person or a group.
    pub by: String,
    /// On which day.
    pub on: String,
    /// The digest of what was approved.
    pub content: String,
}

/// What was added to a paper of a round; nothing where nobody has.
pub fn added(reader: Reader<'_>, round: RoundId, paper: &str) -> Result<Added> {
    Ok(found(reader, round, paper)?.map(|(_, added)| added).unwrap_or_default())
}

fn found(reader: Reader<'_>, round: RoundId, paper: &str) -> Result<Option<(PaperId, Added)>> {
    let sql = "SELECT id, headings, sentences, texts, circulation, approved FROM paper WHERE round_id = ?1 AND kind = ?2";
    reader.one(sql, params![round, paper], |row| {
        let json = |at: usize| row.get::<_, String>(at);
        Ok((
            row.get(0)?,
            Added {
                headings: row.get(1)?,
                sentences: read(&json(2)?)?,
                texts: read(&json(3)?)?,
                circulation: read(&json(4)?)?,
                approved: row.get::<_, Option<String>>(5)?.map(|text| read(&text)).transpose()?,
            },
        ))
    })
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> rusqlite::Result<T> {
    serde_json::from_str(json).map_err(|_| rusqlite::Error::InvalidQuery)
}

/// Puts a sentence made from data in other words; with none, the one made from data stands again.
pub fn put_sentence(
    tx: &mut Tx<'_>,
    (round, paper): (RoundId, &str),
    key: &str,
    words: Option<&str>,
    figures: &str,
) -> Result<()> {
    let words = words.map(tidy).transpose()?.filter(|words| !words.is_empty());
    let who = tx.world().who();
    change(tx, round, paper, |added| {
        match words {
            Some(text) => {
                let sentence = Sentence { text, figures: figures.to_owned(), who };
                added.sentences.insert(key.to_owned(), sentence);
            }
            None => {
                added.sentences.remove(key);
            }
        }
        Ok(())
    })
}

/// Puts a text that only a person can write.
pub fn put_text(tx: &mut Tx<'_>, (round, paper): (RoundId, &str), key: &str, words: &str) -> Result<()> {
    let words = tidy(words)?;
    change(tx, round, paper, |added| {
        if words.is_empty() {
            added.texts.remove(key)
        } else {
            added.texts.insert(key.to_owned(), words)
        };
        Ok(())
    })
}

/// Says to whom a paper goes, and under which headings it stands.
pub fn arrange(
    tx: &mut Tx<'_>,
    (round, paper): (RoundId, &str),
    circulation: &[String],
    headings: &str,
) -> Result<()> {
    let lines: Vec<String> = circulation
        .iter()
        .map(|line| text::normal(line).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect();
    if lines.len() > 60 || lines.iter().any(|line| line.chars().count() > 200) {
        return Err(Error::input("The circulation list is too long.")
            .hint("Name groups instead of persons: at most 60 lines of 200 characters."));
    }
    change(tx, round, paper, |added| {
        added.circulation = lines;
        added.headings = headings.to_owned();
        Ok(())
    })
}

/// Approves a paper as it stands, or with none opens it again.
pub fn approve(tx: &mut Tx<'_>, (round, paper): (RoundId, &str), approved: Option<Approved>) -> Result<()> {
    if let Some(approved) = &approved
        && approved.by.trim().is_empty()
    {
        return Err(Error::input("It is not said who approved the paper.")
            .hint("Write the person or the group, such as the Executive."));
    }
    change_any(tx, round, paper, |added| {
        added.approved = approved;
        Ok(())
    })
}

/// Changes what was added; a paper that is approved stays as it is.
fn change(
    tx: &mut Tx<'_>,
    round: RoundId,
    paper: &str,
    with: impl FnOnce(&mut Added) -> Result<()>,
) -> Result<()> {
    change_any(tx, round, paper, |added| {
        if added.approved.is_some() {
            return Err(Error::state("This paper is approved, so its words stand as they are.")
                .hint("Open it again first; then it has to be approved anew."));
        }
        with(added)
    })
}

fn change_any(
    tx: &mut Tx<'_>,
    round: RoundId,
    paper: &str,
    with: impl FnOnce(&mut Added) -> Result<()>,
) -> Result<()> {
    let (id, mut added) = match found(tx.reader(), round, paper)? {
        Some(found) => found,
        None => (PaperId::new(tx.world()), Added::default()),
    };
    with(&mut added)?;
    let json = |fault| Error::fault(format!("What was added to the paper could not be kept: {fault}."));
    let row =
        Row::new("paper", id).text("round_id", round).text("kind", paper).text("headings", &added.headings);
    let row = row.text("sentences", serde_json::to_string(&added.sentences).map_err(json)?);
    let row = row.text("texts", serde_json::to_string(&added.texts).map_err(json)?);
    let row = row.text("circulation", serde_json::to_string(&added.circulation).map_err(json)?);
    let approved = added.approved.as_ref().map(serde_json::to_string).transpose().map_err(json)?;
    tx.put(row.set("approved", approved))
}

fn tidy(words: &str) -> Result<String> {
    let words = text::normal(words).trim().to_owned();
    if words.chars().count() > 8_000 {
        return Err(Error::input("The text is over 8,000 characters long.")
            .hint("Shorten it, or attach a paper of its own."));
    }
    Ok(words)
}
