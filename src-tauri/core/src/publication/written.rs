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

/// The papers of a round that were written, the latest first.
pub fn writings(reader: Reader<'_>, round: RoundId) -> Result<Vec<Wrote>> {
    let sql = "SELECT id, kind, format, at, who, recipe FROM publication WHERE round_id = ?1 ORDER BY at DESC, rowid DESC";
    let kept = reader.all(sql, params![round], |row| {
        let text = |at: usize| row.get::<_, String>(at);
        Ok((row.get(0)?, [text(1)?, text(2)?, text(3)?, text(4)?], text(5)?))
    })?;
    let wrote = |(id, [paper, format, at, who], json): (PublicationId, [String; 4], String)| {
        let recipe = serde_json::from_str(&json).map_err(|_| unread(&at, &json))?;
        Ok(Wrote { id, paper, format, at, who, recipe })
    };
    kept.into_iter().map(wrote).collect()
}

/// Why a recipe cannot be read: what is no recipe is damaged, what names another version came from that.
fn unread(at: &str, json: &str) -> Error {
    let day = at.split('T').next().unwrap_or(at);
    let whole: Option<serde_json::Value> = serde_json::from_str(json).ok();
    let program = whole.as_ref().and_then(|one| one.get("program")?.as_str());
    match program.filter(|version| *version != env!("CARGO_PKG_VERSION")) {
        Some(version) => Error::new(
            Kind::File,
            format!("The recipe of a paper written on {day} is of Attest {version}, which this version cannot read."),
        )
        .hint("Open the file with that version or a later one."),
        None => Error::new(Kind::File, format!("The recipe of a paper written on {day} is damaged."))
            .hint("What was shared with it is not known, so nothing is written or shared of this round. Open a copy of the file from before."),
    }
}

/// The paper of a kind that was written last.
pub fn latest(reader: Reader<'_>, round: RoundId, paper: &str) -> Result<Option<Wrote>> {
    Ok(writings(reader, round)?.into_iter().find(|one| one.paper == paper))
}
