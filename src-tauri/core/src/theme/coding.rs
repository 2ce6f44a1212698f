//! Coding: which texts speak of which theme, and what of a text may stand as a quotation.
//!
//! A coding stands beside a text and never in it. Refuses to know: who reads the quotations.

use serde::{Deserialize, Serialize};

use super::ThemeId;
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::submission::SubmissionId;
use crate::submission::written::{WrittenAt, text_at};
use crate::text::{digest, folded, normal};

row_id! {
    /// The id of a coding: it follows from the place and the theme.
    CodingId
}

/// A text was coded, or a coding taken back.
pub const CODE: Operation = Operation::ordinary("coding.set");
/// What of a text may be quoted was chosen.
pub const QUOTE: Operation = Operation::ordinary("coding.quote");

/// The longest quotation.
const LONGEST: usize = 600;

/// That a text speaks of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    /// Its id.
    pub id: CodingId,
    /// The theme.
    pub theme: ThemeId,
    /// The return.
    pub submission: SubmissionId,
    /// The place of the text in it, as `written` names it.
    pub place: String,
    /// The digest of the text as it was coded.
    pub digest: String,
    /// What of it may be quoted; empty where nothing is.
    pub quote: String,
}

/// Whether a text speaks of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Speaks {
    /// It does.
    OfIt,
    /// It does not, or no longer.
    NotOfIt,
}

/// The codings of the accepted returns of a round, in the order of themes and places.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Coding>> {
    let sql = "SELECT id, theme_id, submission_id, place, digest, quote FROM coding WHERE round_id = ?1 \
               ORDER BY theme_id, submission_id, place";
    reader.all(sql, params![round], |row| {
        Ok(Coding {
            id: row.get(0)?,
            theme: row.get(1)?,
            submission: row.get(2)?,
            place: row.get(3)?,
            digest: row.get(4)?,
            quote: row.get(5)?,
        })
    })
}

/// Says whether the text at a place speaks of a theme.
pub fn set(tx: &mut Tx<'_>, round: RoundId, at: &WrittenAt, theme: ThemeId, speaks: Speaks) -> Result<()> {
    let id = id_of(at, theme);
    match speaks {
        Speaks::OfIt => {
            super::load(tx.reader(), theme)?;
            let text = there(tx.reader(), at)?;
            let row = Row::new("coding", id)
                .text("theme_id", theme)
                .text("round_id", round)
                .text("submission_id", at.submission)
                .text("place", at.key());
            tx.put(row.text("digest", digest(text.as_bytes())))
        }
        Speaks::NotOfIt => match exists(tx.reader(), id)? {
            true => tx.remove("coding", id),
            false => Ok(()),
        },
    }
}

/// Chooses what of a coded text may be quoted; nothing takes the choice back.
pub fn quote(tx: &mut Tx<'_>, at: &WrittenAt, theme: ThemeId, words: &str) -> Result<()> {
    let (id, words) = (id_of(at, theme), normal(words.trim()));
    if !exists(tx.reader(), id)? {
        return Err(
            Error::state("That text is not coded by this theme.").hint("Code it first, then quote it.")
        );
    }
    let text = there(tx.reader(), at)?;
    if !folded(&text).contains(&folded(&words)) {
        return Err(Error::input("A quotation stands in the text word for word.")
            .hint("Select the words in the text; leave out what should not be shown."));
    }
    if words.chars().count() > LONGEST {
        return Err(Error::input("The quotation is longer than 600 characters.").hint("Choose fewer words."));
    }
    tx.put(Row::new("coding", id).text("quote", words))
}

fn id_of(at: &WrittenAt, theme: ThemeId) -> CodingId {
    CodingId(derived(&format!("{} {}", at.submission, at.key()), &theme.to_string()))
}

fn exists(reader: Reader<'_>, id: CodingId) -> Result<bool> {
    Ok(reader.one("SELECT 1 FROM coding WHERE id = ?1", params![id], |_| Ok(()))?.is_some())
}

fn there(reader: Reader<'_>, at: &WrittenAt) -> Result<String> {
    text_at(reader, at)?.ok_or_else(|| {
        Error::missing("Nothing is written at that place any more.").hint("Look for the text again.")
    })
}
