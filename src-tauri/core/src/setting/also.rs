//! Other partnerships that a setting makes the same return to: one return, counted in each.
//!
//! Refuses to know: rounds, and what the others do with it.

use std::collections::BTreeMap;

use super::SettingId;
use crate::error::{Error, Result};
use crate::id::{derived, row_id};
use crate::store::{Operation, Reader, Row, Tx};
use crate::text::{folded, normal};

row_id! {
    /// The id of such a line: it follows from the setting and the partnership.
    AlsoId
}

/// To whom else a setting returns was changed.
pub const ALSO: Operation = Operation::ordinary("setting.also");

/// The most partnerships, and the longest name of one.
const MOST: (usize, usize) = (40, 120);

/// To whom else each setting of the file returns.
pub fn all(reader: Reader<'_>) -> Result<BTreeMap<SettingId, Vec<String>>> {
    let rows = reader.all(
        "SELECT setting_id, partnership FROM also_returns ORDER BY partnership, id",
        [],
        |row| Ok((row.get::<_, SettingId>(0)?, row.get::<_, String>(1)?)),
    )?;
    let mut all: BTreeMap<SettingId, Vec<String>> = BTreeMap::new();
    for (setting, partnership) in rows {
        all.entry(setting).or_default().push(partnership);
    }
    Ok(all)
}

/// To whom else a setting returns.
pub fn of(reader: Reader<'_>, setting: SettingId) -> Result<Vec<String>> {
    Ok(all(reader)?.remove(&setting).unwrap_or_default())
}

/// Says to which other partnerships a setting makes the same return; the same name twice is once.
pub fn set(tx: &mut Tx<'_>, setting: SettingId, partnerships: &[String]) -> Result<()> {
    let (most, longest) = MOST;
    let mut wanted: BTreeMap<String, String> = BTreeMap::new();
    for typed in partnerships {
        let name = normal(typed).trim().to_owned();
        if name.chars().count() > longest {
            return Err(Error::input("The name of a partnership is over 120 characters long.")
                .hint("Type a shorter one."));
        }
        if !name.is_empty() {
            wanted.entry(folded(&name)).or_insert(name);
        }
    }
    if wanted.len() > most {
        return Err(Error::input("A return goes to at most 40 other partnerships.").hint("Take some out."));
    }
    for old in of(tx.reader(), setting)? {
        if !wanted.contains_key(&folded(&old)) {
            tx.remove("also_returns", id(setting, &old))?;
        }
    }
    for name in wanted.values() {
        let row = Row::new("also_returns", id(setting, name)).text("setting_id", setting);
        tx.put(row.text("partnership", name))?;
    }
    Ok(())
}

fn id(setting: SettingId, partnership: &str) -> AlsoId {
    AlsoId(derived(&setting.to_string(), &folded(partnership)))
}
