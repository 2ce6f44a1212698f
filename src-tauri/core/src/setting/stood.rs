//! Settings as they stood at a past moment: what they were called, their groups, sizes and numbers.
//!
//! Refuses to know: rounds and answers.

use std::collections::BTreeMap;

use super::{Details, Setting, SettingId};
use crate::error::Result;
use crate::store::{AuditFile, Moment, RowThen};

/// A setting as it stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// What it was, with the identifiers that it had.
    pub setting: Setting,
    /// On roll, where that was known.
    pub pupils: Option<u32>,
}

/// Every setting of the file as it stood at a moment.
pub fn all_at(file: &AuditFile, then: Moment) -> Result<BTreeMap<SettingId, Stood>> {
    let stood = |row: &RowThen| {
        let id = row.parsed("id")?;
        let setting = Setting { id, details: details(row), identifiers: BTreeMap::new() };
        let pupils = row.number("pupils").and_then(|number| u32::try_from(number).ok());
        Some((id, Stood { setting, pupils }))
    };
    let mut all: BTreeMap<SettingId, Stood> =
        file.rows_at("setting", then)?.iter().filter_map(stood).collect();
    for row in file.rows_at("identifier", then)?.iter().filter(|row| row.text("valid_to").is_empty()) {
        let of = row.parsed("setting_id").and_then(|id: SettingId| all.get_mut(&id));
        if let Some(of) = of {
            of.setting.identifiers.insert(row.text("scheme").to_owned(), row.text("value").to_owned());
        }
    }
    Ok(all)
}

/// How every setting of the file was called and grouped at a moment.
pub fn details_at(file: &AuditFile, then: Moment) -> Result<BTreeMap<SettingId, Details>> {
    let rows = file.rows_at("setting", then)?;
    Ok(rows.iter().filter_map(|row| Some((row.parsed("id")?, details(row)))).collect())
}

fn details(row: &RowThen) -> Details {
    let text = |column| row.text(column).to_owned();
    Details {
        kind: text("kind"),
        name: text("name"),
        phase: text("phase"),
        status: text("status"),
        locality: text("locality"),
        trust: text("trust"),
    }
}
