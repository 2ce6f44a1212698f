//! Rounds of packs as this file keeps them, and what was given to others: by whom, to whom, with or without names.
//!
//! Refuses to know: the form of a pack, and figures.

use super::{Naming, PackRound, Rounds};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text::normal;

row_id! {
    /// The id of a pack that was given.
    GivenId
}

/// Packs were read in.
pub const READ: Operation = Operation::ordinary("pack.read");
/// A round of a pack was taken out.
pub const REMOVE: Operation = Operation::ordinary("pack.remove");
/// A pack was given to others.
pub const GIVE: Operation = Operation::ordinary("pack.write");

/// What became of a round of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It was not here.
    New,
    /// It is here already.
    Known,
    /// It took the place of an earlier edition.
    Later,
    /// A later edition is here.
    Earlier,
}

/// A pack that was given to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// When.
    pub at: String,
    /// By whom.
    pub who: String,
    /// To whom.
    pub to: String,
    /// With or without names.
    pub naming: Naming,
    /// Labels of its rounds.
    pub rounds: String,
}

/// The rounds that were read in.
pub fn rounds(reader: Reader<'_>) -> Result<Rounds> {
    let texts = reader.all("SELECT content FROM pack_round", [], |row| row.get::<_, String>(0))?;
    let read = |text: String| {
        serde_json::from_str::<PackRound>(&text)
            .map_err(|_| Error::fault("A round of another partnership in this file cannot be read."))
    };
    Ok(Rounds::of(texts.into_iter().map(read).collect::<Result<Vec<_>>>()?))
}

/// Places a round of a pack, unless a later edition of it is here.
pub fn place(tx: &mut Tx<'_>, round: &PackRound) -> Result<Became> {
    let there = edition(tx.reader(), round.round)?;
    let became = match there {
        None => Became::New,
        Some(there) if there == round.edition() => Became::Known,
        Some(there) if there < round.edition() => Became::Later,
        Some(_) => Became::Earlier,
    };
    match became {
        Became::New | Became::Later => tx.put(row(round)?)?,
        Became::Known | Became::Earlier => {}
    }
    Ok(became)
}

fn row(round: &PackRound) -> Result<Row> {
    let content = serde_json::to_string(round)
        .map_err(|_| Error::fault("A round of a pack could not be written down."))?;
    let row = Row::new("pack_round", round.round).text("partnership", &round.partnership);
    let row = row.text("label", &round.label).set("revision", i64::from(round.revision));
    Ok(row.text("naming", word(round.naming)).text("digest", round.digest()).text("content", content))
}

fn edition(reader: Reader<'_>, round: RoundId) -> Result<Option<(u32, Naming, String)>> {
    let sql = "SELECT revision, naming, digest FROM pack_round WHERE id = ?1";
    reader.one(sql, params![round], |row| Ok((row.get(0)?, naming(&row.get::<_, String>(1)?), row.get(2)?)))
}

/// Takes a round of a pack out.
pub fn remove(tx: &mut Tx<'_>, round: RoundId) -> Result<()> {
    if edition(tx.reader(), round)?.is_none() {
        return Err(Error::missing("That round of another partnership is not in this file."));
    }
    tx.remove("pack_round", round)
}

/// Keeps that a pack was given to others.
pub fn give(tx: &mut Tx<'_>, to: &str, naming: Naming, rounds: &[PackRound]) -> Result<()> {
    let labels: Vec<&str> = rounds.iter().map(|round| round.label.as_str()).collect();
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    let to: String = normal(to).trim().chars().take(200).collect();
    let row = Row::new("pack_given", GivenId::new(tx.world())).text("at", at).text("who", who);
    tx.put(row.text("given_to", to).text("naming", word(naming)).text("rounds", labels.join(", ")))
}

/// The packs that were given to others, the latest first.
pub fn given(reader: Reader<'_>) -> Result<Vec<Given>> {
    let sql = "SELECT at, who, given_to, naming, rounds FROM pack_given ORDER BY at DESC, id DESC";
    reader.all(sql, [], |row| {
        Ok(Given {
            at: row.get(0)?,
            who: row.get(1)?,
            to: row.get(2)?,
            naming: naming(&row.get::<_, String>(3)?),
            rounds: row.get(4)?,
        })
    })
}

fn word(naming: Naming) -> &'static str {
    match naming {
        Naming::Named => "named",
        Naming::Nameless => "nameless",
    }
}

fn naming(word: &str) -> Naming {
    if word == "named" { Naming::Named } else { Naming::Nameless }
}
