//! Who answers for a setting's return, and who stands in when that person cannot be reached.
//!
//! Refuses to know: the head or chief officer, who stands with the setting itself, and what is written to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::SettingId;
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::store::{Operation, Reader, Row, Tx};
use crate::text::normal;

row_id! {
    /// The id of such a person's row: it follows from the setting and the part.
    PartId
}

/// The people who answer for a return were changed.
pub const SAVE: Operation = Operation::ordinary("setting.people");

/// The longest name, role, address or number.
const LONGEST: usize = 200;

/// What a person does about the return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Wrote it, and answers questions about it.
    Author,
    /// Stands in.
    Substitute,
}

/// A person who answers for a return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Answering {
    /// Name; blank where nobody is named.
    pub name: String,
    /// What they do.
    #[serde(default)]
    pub role: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub telephone: String,
}

/// Who answers for one setting's return.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Answerable {
    /// The author.
    pub author: Answering,
    /// Who stands in.
    pub substitute: Answering,
}

impl Part {
    fn code(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Substitute => "substitute",
        }
    }
}

impl Answerable {
    /// Whoever can be asked: the author, else who stands in; none where nobody is named.
    pub fn reachable(&self) -> Option<&Answering> {
        [&self.author, &self.substitute].into_iter().find(|one| !one.name.is_empty())
    }
}

/// Who answers for the return of each setting of the file.
pub fn all(reader: Reader<'_>) -> Result<BTreeMap<SettingId, Answerable>> {
    let sql = "SELECT setting_id, part, name, role, email, telephone FROM setting_contact";
    let rows = reader.all(sql, [], |row| {
        let person =
            Answering { name: row.get(2)?, role: row.get(3)?, email: row.get(4)?, telephone: row.get(5)? };
        Ok((row.get::<_, SettingId>(0)?, row.get::<_, String>(1)?, person))
    })?;
    let mut all: BTreeMap<SettingId, Answerable> = BTreeMap::new();
    for (setting, part, person) in rows {
        let of = all.entry(setting).or_default();
        let place = if part == Part::Substitute.code() { &mut of.substitute } else { &mut of.author };
        *place = person;
    }
    Ok(all)
}

/// Says who answers for a setting's return; a blank name takes the person out.
pub fn save(tx: &mut Tx<'_>, setting: SettingId, people: &Answerable) -> Result<()> {
    let there = all(tx.reader())?.remove(&setting).unwrap_or_default();
    for (part, person, old) in [
        (Part::Author, &people.author, &there.author),
        (Part::Substitute, &people.substitute, &there.substitute),
    ] {
        let id = PartId(derived(&setting.to_string(), part.code()));
        let name = limited("name", &person.name)?;
        if name.is_empty() {
            if !old.name.is_empty() {
                tx.remove("setting_contact", id)?;
            }
            continue;
        }
        let row = Row::new("setting_contact", id).text("setting_id", setting).text("part", part.code());
        let row = row.text("name", name).text("role", limited("role", &person.role)?);
        let row = row.text("email", limited("e-mail address", &person.email)?);
        tx.put(row.text("telephone", limited("telephone number", &person.telephone)?))?;
    }
    Ok(())
}

fn limited(what: &str, typed: &str) -> Result<String> {
    let text = normal(typed).trim().to_owned();
    if text.chars().count() > LONGEST {
        return Err(
            Error::input(format!("The {what} is over 200 characters long.")).hint("Type a shorter one.")
        );
    }
    Ok(text)
}
