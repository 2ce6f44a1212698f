//! The register of the open round: adding a setting, exempting one with a reason.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::round;
use super::session::Session;
use super::views::RoundOverview;
use crate::error::{Error, Result};
use crate::round::register;
use crate::setting::{self, Details, SettingId};
use crate::store::Reader;

/// A setting for the register.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewSetting {
    pub name: String,
    pub kind: String,
    #[serde(default)]
    pub phase: String,
    #[serde(default)]
    pub status: String,
    #[serde(default)]
    pub locality: String,
    #[serde(default)]
    pub trust: String,
    #[serde(default)]
    pub identifiers: BTreeMap<String, String>,
}

/// A setting that need not return.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Exempt {
    pub setting: SettingId,
    pub reason: String,
}

/// Puts a setting on the register of the open round.
pub fn add(session: &Session, new: NewSetting) -> Result<RoundOverview> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        refuse_known(file.reader(), &new.identifiers)?;
        let details = Details {
            kind: new.kind,
            name: new.name,
            phase: new.phase,
            status: new.status,
            locality: new.locality,
            trust: new.trust,
        };
        file.transact(register::ADD, &details.name, |tx| {
            let setting = setting::add(tx, &details, &new.identifiers)?;
            register::expect(tx, round.id, setting)
        })
    })?;
    round::show(session, Nothing {})
}

/// Takes a setting out of those that are asked to return.
pub fn exempt(session: &Session, request: Exempt) -> Result<RoundOverview> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let setting = setting::load(file.reader(), request.setting)?;
        file.transact(register::EXEMPT, &setting.details.name, |tx| {
            register::exempt(tx, round.id, setting.id, &request.reason)
        })
    })?;
    round::show(session, Nothing {})
}

/// Two settings never share a number.
fn refuse_known(reader: Reader<'_>, identifiers: &BTreeMap<String, String>) -> Result<()> {
    for (scheme, typed) in identifiers.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
        let value = setting::identifier(scheme, typed)?;
        if let Some(known) = setting::with_identifier(reader, scheme, &value)?.first() {
            let name = setting::load(reader, *known)?.details.name;
            return Err(Error::state(format!(
                "{} {value} already belongs to {name}.",
                scheme.to_uppercase()
            ))
            .hint("Check the number, or use the setting that is there."));
        }
    }
    Ok(())
}
