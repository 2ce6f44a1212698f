//! Every paper that was written, with the recipe of its figures; append-only.
//!
//! Refuses to know: where the file went, which is nobody's business here.

use super::{Recipe, read};
use crate::error::{Error, Result};
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

/// The papers of a round that were written, the latest first.
pub fn writings(reader: Reader<'_>, round: RoundId) -> Result<Vec<Wrote>> {
    let sql = "SELECT id, kind, format, at, who, recipe FROM publication WHERE round_id = ?1 ORDER BY at DESC, rowid DESC";
    reader.all(sql, params![round], |row| {
        Ok(Wrote {
            id: row.get(0)?,
            paper: row.get(1)?,
            format: row.get(2)?,
            at: row.get(3)?,
            who: row.get(4)?,
            recipe: read(&row.get::<_, String>(5)?)?,
        })
    })
}

/// The paper of a kind that was written last.
pub fn latest(reader: Reader<'_>, round: RoundId, paper: &str) -> Result<Option<Wrote>> {
    Ok(writings(reader, round)?.into_iter().find(|one| one.paper == paper))
}
