//! What else is known of a setting: who leads it, how to reach it, and what a register says of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::SettingId;
use crate::error::Result;
use crate::store::{Reader, Row, params};

/// What is known of a setting beside its name and groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its head teacher or chief officer.
    pub head: String,
    /// E-mail address.
    pub email: String,
    /// Postal address on one line.
    pub address: String,
    /// On roll.
    pub pupils: Option<u32>,
    /// What switches modules on: fact to `yes` or `no`.
    pub facts: BTreeMap<String, String>,
    /// When it opened.
    pub opened: Option<NaiveDate>,
    /// When it closed.
    pub closed: Option<NaiveDate>,
}

const COLUMNS: &str = "id, head, email, address, pupils, facts, opened, closed";

/// What is known of a setting.
pub fn about(reader: Reader<'_>, id: SettingId) -> Result<About> {
    let sql = format!("SELECT {COLUMNS} FROM setting WHERE id = ?1");
    Ok(reader.one(&sql, params![id], read)?.map(|(_, about)| about).unwrap_or_default())
}

/// What is known of every setting.
pub fn abouts(reader: Reader<'_>) -> Result<BTreeMap<SettingId, About>> {
    Ok(reader.all(&format!("SELECT {COLUMNS} FROM setting"), [], read)?.into_iter().collect())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<(SettingId, About)> {
    let day =
        |at: usize| row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| text.parse().ok()));
    let facts: String = row.get(5)?;
    let about = About {
        head: row.get(1)?,
        email: row.get(2)?,
        address: row.get(3)?,
        pupils: row.get(4)?,
        facts: serde_json::from_str(&facts).unwrap_or_default(),
        opened: day(6)?,
        closed: day(7)?,
    };
    Ok((row.get(0)?, about))
}

/// A row with all of it.
pub(super) fn put(row: Row, about: &About) -> Row {
    let facts = serde_json::json!(about.facts).to_string();
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let row = row.text("head", &about.head).text("email", &about.email).text("address", &about.address);
    let row = row.set("pupils", about.pupils.map(i64::from)).text("facts", facts);
    row.set("opened", day(about.opened)).set("closed", day(about.closed))
}
