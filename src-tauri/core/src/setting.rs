//! A school or organisation, its identifiers and facts.
//!
//! Refuses to know: rounds and answers. A URN is never a key: identifiers are rows of their own.

mod about;
pub mod also;
mod change;
pub mod contact;
mod stood;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Reader, Row, Tx, params};
use crate::text;

pub use about::{About, about, abouts};
pub use change::{identify, know, past_identifiers, predecessors, rename, succeed};
pub use stood::{Stood, all_at, details_at};

row_id! {
    /// The id of a setting.
    SettingId
}

row_id! {
    /// The id of an identifier's row.
    IdentifierId
}

/// A setting as it is named and grouped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its id.
    pub id: SettingId,
    /// What it is.
    pub details: Details,
    /// Identifiers: scheme to value.
    pub identifiers: BTreeMap<String, String>,
}

/// What a setting is called and how it is grouped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Details {
    /// `school`, `organisation`, `early_years`, `voluntary`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// `Primary`.
    #[serde(default)]
    pub phase: String,
    /// `Academy`.
    #[serde(default)]
    pub status: String,
    /// Locality.
    #[serde(default)]
    pub locality: String,
    /// Trust.
    #[serde(default)]
    pub trust: String,
}

/// The longest name, phase, status, locality or trust.
const MOST_OF_A_NAME: usize = 400;

/// Kinds of setting.
pub const KINDS: [&str; 4] = ["school", "organisation", "early_years", "voluntary"];

/// A kind of identifier: its name in the file, its name in a sentence, and the form its values have.
struct Scheme {
    name: &'static str,
    said: &'static str,
    form: &'static str,
    fits: fn(&str) -> bool,
}

const SCHEMES: [Scheme; 6] = [
    Scheme { name: "urn", said: "URN", form: "six digits", fits: |value| digits(value, 6) },
    Scheme {
        name: "laestab",
        said: "LAESTAB number",
        form: "seven digits, such as 815/3001",
        fits: |value| digits(value, 7),
    },
    Scheme {
        name: "ukprn",
        said: "UKPRN",
        form: "eight digits that begin with 10",
        fits: |value| digits(value, 8) && value.starts_with("10"),
    },
    Scheme {
        name: "charity",
        said: "charity number",
        form: "six to eight digits",
        fits: |value| (6..=8).any(|length| digits(value, length)),
    },
    Scheme {
        name: "ofsted",
        said: "Ofsted number",
        form: "at most 20 letters and digits",
        fits: |value| value.len() <= 20 && value.chars().all(char::is_alphanumeric),
    },
    Scheme {
        name: "local",
        said: "local number",
        form: "at most 40 letters and digits",
        fits: |value| value.len() <= 40 && value.chars().all(char::is_alphanumeric),
    },
];

/// The kinds of identifier, by their names in the file.
pub fn schemes() -> impl Iterator<Item = &'static str> {
    SCHEMES.iter().map(|scheme| scheme.name)
}

fn digits(value: &str, length: usize) -> bool {
    value.len() == length && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// An identifier in its one form (`815/3001` becomes `8153001`), or why it cannot be one.
pub fn identifier(scheme: &str, typed: &str) -> Result<String> {
    let known = SCHEMES.iter().find(|known| known.name == scheme).ok_or_else(|| {
        let shown = text::short(scheme);
        Error::input(format!("\u{201c}{shown}\u{201d} is not a kind of identifier that Attest knows."))
            .hint("Use URN, LAESTAB, UKPRN, charity, Ofsted or a local number.")
    })?;
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '/' && *c != '-').collect();
    if (known.fits)(&bare) && !bare.is_empty() {
        return Ok(bare);
    }
    let Scheme { said, form, .. } = known;
    Err(Error::input(format!("\u{201c}{}\u{201d} does not have the form of a {said}.", text::short(typed)))
        .hint(format!("It should have {form}.")))
}

/// Adds a setting with its identifiers; blank identifiers are left out.
pub fn add(tx: &mut Tx<'_>, details: &Details, identifiers: &BTreeMap<String, String>) -> Result<SettingId> {
    if !KINDS.contains(&details.kind.as_str()) {
        return Err(Error::input(format!(
            "\u{201c}{}\u{201d} is not a kind of setting.",
            text::short(&details.kind)
        )));
    }
    let id = SettingId::new(tx.world());
    tx.put(tidied(Row::new("setting", id).text("kind", &details.kind), details)?)?;
    for (scheme, typed) in identifiers.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
        let value = identifier(scheme, typed)?;
        let row = Row::new("identifier", IdentifierId::new(tx.world())).text("setting_id", id);
        tx.put(row.text("scheme", scheme).text("value", value))?;
    }
    Ok(id)
}

/// A row with the name and the groups of a setting, in normal form; endless ones are refused.
fn tidied(row: Row, details: &Details) -> Result<Row> {
    let Details { kind: _, name, phase, status, locality, trust } = details;
    if name.trim().is_empty() {
        return Err(
            Error::input("The setting has no name.").hint("Type the name as it stands on the register.")
        );
    }
    let fields = [
        ("name", "name", name),
        ("phase", "phase", phase),
        ("status", "status", status),
        ("locality", "locality", locality),
        ("trust", "trust", trust),
    ];
    fields.into_iter().try_fold(row, |row, (column, said, typed)| {
        let value = text::normal(typed).trim().to_owned();
        if value.chars().count() > MOST_OF_A_NAME {
            return Err(Error::input(format!("The {said} of the setting is over 400 characters long."))
                .hint("Type a shorter one."));
        }
        Ok(row.text(column, value))
    })
}

/// A setting with its identifiers.
pub fn load(reader: Reader<'_>, id: SettingId) -> Result<Setting> {
    let sql = "SELECT kind, name, phase, status, locality, trust FROM setting WHERE id = ?1";
    let details = reader.one(sql, params![id], |row| details(row, 0))?;
    let details = details.ok_or_else(|| Error::missing("That setting is not in this file."))?;
    Ok(Setting { id, details, identifiers: identifiers(reader, id)? })
}

/// Every setting of the file with its identifiers, read at once.
pub fn all(reader: Reader<'_>) -> Result<BTreeMap<SettingId, Setting>> {
    let sql = "SELECT id, kind, name, phase, status, locality, trust FROM setting";
    let settings = reader.all(sql, [], |row| {
        let (id, details) = (row.get(0)?, details(row, 1)?);
        Ok((id, Setting { id, details, identifiers: BTreeMap::new() }))
    })?;
    let mut settings: BTreeMap<SettingId, Setting> = settings.into_iter().collect();
    let sql = "SELECT setting_id, scheme, value FROM identifier WHERE valid_to IS NULL";
    for (id, scheme, value) in reader.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        if let Some(setting) = settings.get_mut(&id) {
            setting.identifiers.insert(scheme, value);
        }
    }
    Ok(settings)
}

/// Shows the name of every setting of the file.
pub fn each_name(reader: Reader<'_>, mut show: impl FnMut(SettingId, String)) -> Result<()> {
    let named = |row: &rusqlite::Row<'_>| {
        show(row.get(0)?, row.get(1)?);
        Ok(())
    };
    reader.all("SELECT id, name FROM setting", [], named).map(drop)
}

/// Shows every identifier that a setting of the file has now: its scheme and its value.
pub fn each_identifier(reader: Reader<'_>, mut show: impl FnMut(SettingId, &str, &str)) -> Result<()> {
    let sql = "SELECT setting_id, scheme, value FROM identifier WHERE valid_to IS NULL";
    let known = |row: &rusqlite::Row<'_>| {
        show(row.get(0)?, row.get_ref(1)?.as_str()?, row.get_ref(2)?.as_str()?);
        Ok(())
    };
    reader.all(sql, [], known).map(drop)
}

fn details(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Details> {
    Ok(Details {
        kind: row.get(at)?,
        name: row.get(at + 1)?,
        phase: row.get(at + 2)?,
        status: row.get(at + 3)?,
        locality: row.get(at + 4)?,
        trust: row.get(at + 5)?,
    })
}

fn identifiers(reader: Reader<'_>, id: SettingId) -> Result<BTreeMap<String, String>> {
    let sql = "SELECT scheme, value FROM identifier WHERE setting_id = ?1 AND valid_to IS NULL";
    Ok(reader.all(sql, params![id], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// Every setting that has, or had, an identifier.
pub fn with_identifier(reader: Reader<'_>, scheme: &str, value: &str) -> Result<Vec<SettingId>> {
    let sql =
        "SELECT DISTINCT setting_id FROM identifier WHERE scheme = ?1 AND value = ?2 ORDER BY setting_id";
    reader.all(sql, params![scheme, value], |row| row.get(0))
}

/// How a setting is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Its head or chief officer; may be empty.
    pub head: String,
    /// Its e-mail address; may be empty.
    pub email: String,
    /// Its postal address; may be empty.
    pub address: String,
}

/// How every setting of the file is reached.
pub fn reaches(reader: Reader<'_>) -> Result<BTreeMap<SettingId, Reach>> {
    let all = reader.all("SELECT id, head, email, address FROM setting", [], |row| {
        Ok((row.get(0)?, Reach { head: row.get(1)?, email: row.get(2)?, address: row.get(3)? }))
    })?;
    Ok(all.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_have_one_form() {
        assert_eq!(identifier("urn", " 123456 ").as_deref(), Ok("123456"));
        assert_eq!(identifier("laestab", "815/3001").as_deref(), Ok("8153001"));
        assert_eq!(identifier("ukprn", "10012345").as_deref(), Ok("10012345"));
        assert_eq!(identifier("local", "EX-17").as_deref(), Ok("EX17"));
        assert!(identifier("local", "EX\u{7}17").is_err() && identifier("ofsted", "<b>").is_err());
        for (scheme, value) in
            [("urn", "12345"), ("urn", "12345a"), ("ukprn", "20012345"), ("laestab", ""), ("ni", "1")]
        {
            let error = identifier(scheme, value).expect_err("not an identifier");
            assert!(error.message.contains(if scheme == "ni" { "ni" } else { value }), "{}", error.message);
        }
    }
}
