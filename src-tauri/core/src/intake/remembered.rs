//! What the officer said once: it holds for the same case in this round until it is taken back.
//!
//! Owns the table `remembered`. Refuses to know: what follows from it; `decide` and `verdict` are given it.

use std::collections::HashMap;

use rusqlite::Row as Line;

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Reader, Row, Tx, params};

row_id! {
    /// The id of something the officer said.
    RememberedId
}

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "NeedKind"))]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Whose return it is: a return, a name or a file, to a setting.
    Whose,
    /// Which of several returns of a setting counts: the setting, to a file.
    Which,
    /// What a word means: a scale and a word, to a level.
    Level,
    /// Whether the day or the month stands first in a date.
    Dates,
    /// Whether a return that was made from another version is taken.
    Version,
    /// Whether a return of another round of this file is placed there: a file, to that round.
    Round,
    /// Whether what was found in a file may stand as it was read.
    Doubt,
    /// A heading of a foreign workbook.
    Heading,
    /// The password of a locked file; never remembered.
    Locked,
}

impl Asked {
    const ALL: [Self; 9] = [
        Self::Whose,
        Self::Which,
        Self::Level,
        Self::Dates,
        Self::Version,
        Self::Round,
        Self::Doubt,
        Self::Heading,
        Self::Locked,
    ];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Whose => "whose",
            Self::Which => "which",
            Self::Level => "level",
            Self::Dates => "dates",
            Self::Version => "version",
            Self::Round => "round",
            Self::Doubt => "doubt",
            Self::Heading => "heading",
            Self::Locked => "locked",
        }
    }

    /// The kind with a name in the file.
    pub fn of(code: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code).ok_or(rusqlite::Error::InvalidQuery)
    }
}

/// The meaning of a file that does not count, or of something that is not to be taken.
pub const ASIDE: &str = "aside";

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Its id.
    pub id: RememberedId,
    /// What was asked.
    pub kind: Asked,
    /// What was found.
    pub given: String,
    /// What it means.
    pub meaning: String,
    /// Who said so.
    pub who: String,
    /// When.
    pub at: String,
}

/// All that was said in a round and holds, by what was asked and found.
#[derive(Debug, Clone, Default)]
pub struct Said(HashMap<(Asked, String), String>);

impl Said {
    /// What a case means, if that was said.
    pub fn of(&self, kind: Asked, given: &str) -> Option<&str> {
        self.0.get(&(kind, given.to_owned())).map(String::as_str)
    }

    /// The same with one thing more.
    #[must_use]
    pub fn with(mut self, kind: Asked, given: &str, meaning: &str) -> Self {
        self.0.insert((kind, given.to_owned()), meaning.to_owned());
        self
    }

    /// Whether nothing was said of that.
    pub fn is_silent_on(&self, kind: Asked) -> bool {
        self.0.keys().all(|(said, _)| *said != kind)
    }
}

/// Remembers what was said; what was said of the same case before holds no more.
pub fn put(tx: &mut Tx<'_>, round: RoundId, kind: Asked, given: &str, meaning: &str) -> Result<RememberedId> {
    let earlier = all(tx.reader(), round)?.into_iter().filter(|it| it.kind == kind && it.given == given);
    for it in earlier {
        revoke(tx, it.id)?;
    }
    let (id, at, who) = (RememberedId::new(tx.world()), tx.world().now().to_rfc3339(), tx.world().who());
    let row = Row::new("remembered", id).text("round_id", round).text("kind", kind.code());
    tx.put(row.text("given", given).text("meaning", meaning).text("who", who).text("at", at))?;
    Ok(id)
}

/// Takes back what was said; that it was said stays in the file.
pub fn revoke(tx: &mut Tx<'_>, id: RememberedId) -> Result<()> {
    let at = tx.world().now().to_rfc3339();
    tx.put(Row::new("remembered", id).text("revoked", at))
}

const COLUMNS: &str = "id, kind, given, meaning, who, at";

/// All that holds in a round, latest first.
pub fn all(reader: Reader<'_>, round: RoundId) -> Result<Vec<Remembered>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM remembered WHERE round_id = ?1 AND revoked IS NULL ORDER BY at DESC, rowid DESC"
    );
    reader.all(&sql, params![round], remembered)
}

/// One thing that was said and holds.
pub fn one(reader: Reader<'_>, id: RememberedId) -> Result<Remembered> {
    let sql = format!("SELECT {COLUMNS} FROM remembered WHERE id = ?1 AND revoked IS NULL");
    let found = reader.one(&sql, params![id], remembered)?;
    found.ok_or_else(|| {
        Error::missing("That answer is not remembered any more.").hint("Look at the list of what is.")
    })
}

/// The same as it is asked.
pub fn said(reader: Reader<'_>, round: RoundId) -> Result<Said> {
    let all = all(reader, round)?.into_iter().map(|it| ((it.kind, it.given), it.meaning));
    Ok(Said(all.collect()))
}

fn remembered(line: &Line<'_>) -> rusqlite::Result<Remembered> {
    Ok(Remembered {
        id: line.get(0)?,
        kind: Asked::of(&line.get::<_, String>(1)?)?,
        given: line.get(2)?,
        meaning: line.get(3)?,
        who: line.get(4)?,
        at: line.get(5)?,
    })
}
