//! Agencies that sit on panels and own actions: the three safeguarding partners, relevant agencies, others.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{in_order, required};
use crate::error::Result;
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx};

row_id! {
    /// The id of an agency.
    AgencyId
}

/// An agency was added or changed.
pub const SAVE: Operation = Operation::ordinary("agency.save");
/// An agency was taken out.
pub const REMOVE: Operation = Operation::ordinary("agency.remove");

/// What an agency is to the partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AgencyKind {
    /// Safeguarding partner: the local authority.
    LocalAuthority,
    /// Safeguarding partner: health (the integrated care board).
    Health,
    /// Safeguarding partner: police.
    Police,
    /// A relevant agency.
    Relevant,
    /// Any other.
    Other,
}

/// An agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// Its name.
    pub name: String,
    /// What it is to the partnership.
    pub kind: AgencyKind,
    /// Since when it takes part.
    pub from: Option<NaiveDate>,
    /// Until when it took part.
    pub to: Option<NaiveDate>,
}

impl AgencyKind {
    const ALL: [Self; 5] = [Self::LocalAuthority, Self::Health, Self::Police, Self::Relevant, Self::Other];

    fn word(self) -> &'static str {
        match self {
            Self::LocalAuthority => "local_authority",
            Self::Health => "health",
            Self::Police => "police",
            Self::Relevant => "relevant",
            Self::Other => "other",
        }
    }
}

/// Every agency, the safeguarding partners first.
pub fn all(reader: Reader<'_>) -> Result<Vec<(AgencyId, Agency)>> {
    let sql = "SELECT id, name, kind, valid_from, valid_to FROM agency ORDER BY name, id";
    let mut agencies = reader.all(sql, [], |row| Ok((row.get(0)?, agency(row)?)))?;
    agencies.sort_by_key(|(_, agency)| agency.kind);
    Ok(agencies)
}

/// Adds an agency, or changes one that is there.
pub fn save(tx: &mut Tx<'_>, id: Option<AgencyId>, agency: &Agency) -> Result<()> {
    in_order(agency.from, agency.to)?;
    let id = id.unwrap_or_else(|| AgencyId::new(tx.world()));
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let row = Row::new("agency", id).text("name", required("name of the agency", &agency.name)?);
    let row = row.text("kind", agency.kind.word());
    tx.put(row.set("valid_from", day(agency.from)).set("valid_to", day(agency.to)))
}

/// Takes an agency out.
pub fn remove(tx: &mut Tx<'_>, id: AgencyId) -> Result<()> {
    tx.remove("agency", id)
}

fn agency(row: &rusqlite::Row<'_>) -> rusqlite::Result<Agency> {
    let day =
        |at: usize| row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| text.parse().ok()));
    let word: String = row.get(2)?;
    let kind = AgencyKind::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or(AgencyKind::Other);
    Ok(Agency { name: row.get(1)?, kind, from: day(3)?, to: day(4)? })
}
