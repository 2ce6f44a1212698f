//! Every paper that was written, with the recipe of its figures; append-only.
//!
//! Refuses to know: where the file went, which is nobody's business here.

use super::Recipe;
use crate::error::{Error, Kind, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Reader, Row, Tx, params};

row_id! {
    /// The id of a paper that was written.
    PublicationId
}

/// A paper that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrote {
    /// Its id.
    pub id: PublicationId,
    /// Which paper.
    pub paper: String,
    /// As what kind of file.
    pub format: String,
    /// When.
    pub at: String,
    /// By whom.
    pub who: String,
    /// From what.
    pub recipe: Recipe,
}

/// Keeps that a paper was written.
pub fn record(tx: &mut Tx<'_>, round: RoundId, (paper, format): (&str, &str), recipe: &Recipe) -> Result<()> {
    let json = serde_json::to_string(recipe)
        .map_err(|fault| Error::fault(format!("The recipe of the paper could not be kept: {fault}.")))?;
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    let row = Row::new("publication", PublicationId::new(tx.world())).text("round_id", round);
    let row = row.text("kind", paper).text("format", format).text("at", at).text("who", who);
    tx.put(row.text("recipe", json))
}

/// A paper that was written, whether or not its recipe can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: PublicationId,
    /// Which paper.
    pub paper: String,
    /// As what kind of file.
    pub format: String,
    /// When.
    pub at: String,
    /// By whom.
    pub who: String,
    /// From what; where that cannot be read, why not and what to do.
    pub recipe: Result<Recipe>,
}

impl Listed {
    /// The paper with its recipe; refused where that cannot be read.
    pub fn wrote(self) -> Result<Wrote> {
        let Self { id, paper, format, at, who, recipe } = self;
        Ok(Wrote { id, paper, format, at, who, recipe: recipe? })
    }
}

/// The papers of a round that were written, the latest first, to be looked at: one that cannot be read stops no other.
pub fn listed(reader: Reader<'_>, round: RoundId) -> Result<Vec<Listed>> {
    let sql = "SELECT id, kind, format, at, who, recipe FROM publication WHERE round_id = ?1 ORDER BY at DESC, rowid DESC";
    reader.all(sql, params![round], |row| {
        let (at, json): (String, String) = (row.get(3)?, row.get(5)?);
        Ok(Listed {
            id: row.get(0)?,
            paper: row.get(1)?,
            format: row.get(2)?,
            who: row.get(4)?,
            recipe: serde_json::from_str(&json).map_err(|_| unread(&at, &json)),
            at,
        })
    })
}

/// The same, each with its recipe: refused where one cannot be read, since what was shared with it is not known then.
pub fn writings(reader: Reader<'_>, round: RoundId) -> Result<Vec<Wrote>> {
    listed(reader, round)?.into_iter().map(Listed::wrote).collect()
}

/// Why a recipe cannot be read: what is no recipe is damaged, what names another version came from that.
fn unread(at: &str, json: &str) -> Error {
    let day = at.split('T').next().unwrap_or(at);
    let whole: Option<serde_json::Value> = serde_json::from_str(json).ok();
    let program = whole.as_ref().and_then(|one| one.get("program")?.as_str());
    let not_known = "What was shared with it is not known, so until then nothing more is shared of its round; papers for officers can still be written.";
    let (said, do_first) = match program.filter(|version| *version != env!("CARGO_PKG_VERSION")) {
        Some(version) => (
            format!("of Attest {version}, which this version cannot read"),
            "Open the file with that version or a later one.",
        ),
        None => ("damaged".to_owned(), "Open a copy of the file from before."),
    };
    Error::new(Kind::File, format!("The recipe of a paper written on {day} is {said}."))
        .hint(format!("{do_first} {not_known}"))
}
