//! A setting that is there, changed: named or grouped otherwise, known by a new number, followed by another.

use chrono::NaiveDate;

use super::about::{self, About};
use super::{Details, IdentifierId, SettingId, identifier, tidied};
use crate::error::Result;
use crate::id::row_id;
use crate::store::{Reader, Row, Tx, params};

row_id! {
    /// The id of a link between a setting and the one that followed it.
    SuccessionId
}

/// Names and groups a setting as given; its kind stays.
pub fn rename(tx: &mut Tx<'_>, id: SettingId, details: &Details) -> Result<()> {
    tx.put(tidied(Row::new("setting", id), details)?)
}

/// Says what else is known of a setting.
pub fn know(tx: &mut Tx<'_>, id: SettingId, about: &About) -> Result<()> {
    tx.put(about::put(Row::new("setting", id), about))
}

/// Gives a setting an identifier from a day on; one of the same scheme that it had before is kept as past.
pub fn identify(
    tx: &mut Tx<'_>,
    id: SettingId,
    scheme: &str,
    typed: &str,
    from: Option<NaiveDate>,
) -> Result<()> {
    let value = identifier(scheme, typed)?;
    let sql = "SELECT id, value FROM identifier WHERE setting_id = ?1 AND scheme = ?2 AND valid_to IS NULL";
    let held: Vec<(IdentifierId, String)> =
        tx.reader().all(sql, params![id, scheme], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if held.iter().any(|(_, known)| *known == value) {
        return Ok(());
    }
    let day = from.unwrap_or_else(|| tx.world().today()).to_string();
    for (known, _) in held {
        tx.put(Row::new("identifier", known).text("valid_to", &day))?;
    }
    let row = Row::new("identifier", IdentifierId::new(tx.world())).text("setting_id", id);
    tx.put(
        row.text("scheme", scheme).text("value", value).set("valid_from", from.map(|date| date.to_string())),
    )
}

/// Says that a setting went over into another.
pub fn succeed(
    tx: &mut Tx<'_>,
    earlier: SettingId,
    later: SettingId,
    kind: &str,
    on: Option<NaiveDate>,
) -> Result<()> {
    let sql = "SELECT id FROM succession WHERE earlier_id = ?1 AND later_id = ?2";
    let known: Option<SuccessionId> = tx.reader().one(sql, params![earlier, later], |row| row.get(0))?;
    let id = known.unwrap_or_else(|| SuccessionId::new(tx.world()));
    let row = Row::new("succession", id).text("earlier_id", earlier).text("later_id", later);
    tx.put(row.text("kind", kind).set("on_date", on.map(|date| date.to_string())))
}

/// The settings that went over into this one.
pub fn predecessors(reader: Reader<'_>, id: SettingId) -> Result<Vec<SettingId>> {
    let sql = "SELECT earlier_id FROM succession WHERE later_id = ?1 ORDER BY on_date, id";
    reader.all(sql, params![id], |row| row.get(0))
}

/// Identifiers that settings had before, by scheme and value.
pub fn past_identifiers(reader: Reader<'_>) -> Result<Vec<(SettingId, String, String)>> {
    let sql = "SELECT setting_id, scheme, value FROM identifier WHERE valid_to IS NOT NULL";
    reader.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}
