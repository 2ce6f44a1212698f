//! Themes: what officers hear again and again in what settings wrote. One code frame, which goes on over the rounds.
//!
//! Refuses to know: where a text came from beyond its place, and what is made of the counts.

pub mod coding;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Rows, Tx, params};
use crate::text::{folded, normal};

row_id! {
    /// The id of a theme.
    ThemeId
}

/// A theme was added or changed.
pub const SAVE: Operation = Operation::ordinary("theme.save");
/// A theme was taken out, with what was coded by it.
pub const REMOVE: Operation = Operation::ordinary("theme.remove");

/// The rows of themes and of what was coded by them.
pub const ROWS: &[Rows] = &[Rows::All("theme"), Rows::Of("coding", "round_id")];

/// The longest name and the longest text of a theme.
const LONGEST_NAME: usize = 120;
const LONGEST_TEXT: usize = 2_000;

/// What a theme is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ThemeKind {
    /// What settings speak of.
    #[default]
    Comment,
    /// Something that works, and that others could use.
    GoodPractice,
    /// Something that settings ask for.
    Support,
}

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// What it is called.
    pub name: String,
    /// What belongs to it and what does not.
    pub meaning: String,
    /// What it is about.
    pub kind: ThemeKind,
    /// What the partnership plans in answer to it.
    pub response: String,
}

/// A theme as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeTyped {
    /// What it is called.
    pub name: String,
    /// What belongs to it.
    pub meaning: String,
    /// What it is about.
    pub kind: ThemeKind,
    /// What is planned in answer to it.
    pub response: String,
}

impl ThemeKind {
    const ALL: [Self; 3] = [Self::Comment, Self::GoodPractice, Self::Support];

    fn word(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::GoodPractice => "good_practice",
            Self::Support => "support",
        }
    }

    fn of(word: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or(rusqlite::Error::InvalidQuery)
    }
}

/// Every theme, in the order written down.
pub fn all(reader: Reader<'_>) -> Result<Vec<Theme>> {
    let sql = "SELECT id, name, meaning, kind, response FROM theme ORDER BY id";
    reader.all(sql, [], |row| {
        Ok(Theme {
            id: row.get(0)?,
            name: row.get(1)?,
            meaning: row.get(2)?,
            kind: ThemeKind::of(&row.get::<_, String>(3)?)?,
            response: row.get(4)?,
        })
    })
}

/// A theme by its id.
pub fn load(reader: Reader<'_>, id: ThemeId) -> Result<Theme> {
    all(reader)?.into_iter().find(|theme| theme.id == id).ok_or_else(|| {
        Error::missing("That theme is not in this file.").hint("Look at the list of themes again.")
    })
}

/// Adds a theme, or changes one.
pub fn save(tx: &mut Tx<'_>, id: Option<ThemeId>, typed: &ThemeTyped) -> Result<ThemeId> {
    let name = normal(typed.name.trim());
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Error::input("The name of a theme has between 1 and 120 characters.")
            .hint("Give it a short name, and say below what belongs to it."));
    }
    let long = [&typed.meaning, &typed.response].into_iter().any(|text| text.chars().count() > LONGEST_TEXT);
    if long {
        return Err(Error::input("A text of this theme is longer than 2,000 characters.").hint("Shorten it."));
    }
    let same = |theme: &Theme| folded(&theme.name) == folded(&name) && Some(theme.id) != id;
    if all(tx.reader())?.iter().any(same) {
        return Err(Error::input(format!("There is a theme called \u{201c}{name}\u{201d} already."))
            .hint("Give it another name, or use the one that is there."));
    }
    let id = id.unwrap_or_else(|| ThemeId::new(tx.world()));
    let row = Row::new("theme", id).text("name", name).text("meaning", normal(&typed.meaning));
    tx.put(row.text("kind", typed.kind.word()).text("response", normal(&typed.response)))?;
    Ok(id)
}

/// Takes a theme out, with all that was coded by it.
pub fn remove(tx: &mut Tx<'_>, id: ThemeId) -> Result<()> {
    load(tx.reader(), id)?;
    let sql = "SELECT id FROM coding WHERE theme_id = ?1 ORDER BY id";
    for coded in tx.reader().all(sql, params![id], |row| row.get::<_, String>(0))? {
        tx.remove("coding", coded)?;
    }
    tx.remove("theme", id)
}
