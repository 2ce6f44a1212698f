//! Beginning: a setting's audit or a partnership's round, each in a new file of its own.
//!
//! Nothing is created before everything given has been looked at, and a file that could not be begun is taken away.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::audit::date;
use super::call::Nothing;
use super::own_workbook::keep_with;
use super::session::Session;
use super::start::adopt;
use super::template::begun_with;
use super::views::{Home, RoundOverview};
use super::{home, round as rounds, save};
use crate::error::{Error, Result};
use crate::partnership::{self, Partnership};
use crate::round::settings;
use crate::round::{self, NewRound, RoundState};
use crate::setting::Details;
use crate::store::{AuditFile, FileKind};
use crate::submission::start::{NewAudit, new_audit};
use crate::template::Status;
use crate::text;

/// A setting's new audit.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BeginSetting {
    /// Key of the template.
    pub template: String,
    /// The scale chosen instead of the template's own, if one was.
    #[serde(default)]
    pub scale: Option<String>,
    /// The status of a draft or preview that the person has understood.
    #[serde(default)]
    pub understood: Option<Status>,
    /// Name of the setting.
    pub name: String,
    /// `school`, `organisation`, `early_years`, `voluntary`.
    pub kind: String,
    /// Scheme (`urn`) to value.
    pub identifiers: BTreeMap<String, String>,
    /// Label of the round: `2026/27`.
    pub round_label: String,
    /// When the governors meet.
    #[serde(default)]
    pub governors: Option<String>,
    /// When the return is due.
    #[serde(default)]
    pub due: Option<String>,
}

/// A partnership's new round.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BeginPartnership {
    /// Name of the partnership.
    pub name: String,
    /// Label of the round.
    pub round_label: String,
    /// Key of the template.
    pub template: String,
    /// The scale chosen instead of the template's own, if one was.
    #[serde(default)]
    pub scale: Option<String>,
    /// The status of a draft or preview that the person has understood.
    #[serde(default)]
    pub understood: Option<Status>,
    /// When returns are due.
    #[serde(default)]
    pub due: Option<String>,
}

/// `start.new_setting`: none where the dialog was dismissed.
pub fn new_setting(session: &Session, new: BeginSetting) -> Result<Option<Home>> {
    let template = begun_with(session, &new.template, new.scale.as_deref(), new.understood)?;
    let round = new_round(&new.round_label, new.governors.as_deref(), new.due.as_deref())?;
    let details = Details { kind: new.kind, name: named(&new.name, "setting")?, ..Details::default() };
    let suggested = save::file_name(&[&details.name, &round.label], "attest");
    let audit = NewAudit { setting: details, identifiers: new.identifiers, round };
    let begun = begin(session, FileKind::Setting, &suggested, |file| {
        new_audit(file, &template, &audit)?;
        keep_with(session, file, &template.key())
    })?;
    begun.map(|()| home::show(session, Nothing {})).transpose()
}

/// `start.new_partnership`: none where the dialog was dismissed.
pub fn new_partnership(session: &Session, new: BeginPartnership) -> Result<Option<RoundOverview>> {
    let template = begun_with(session, &new.template, new.scale.as_deref(), new.understood)?;
    let round = new_round(&new.round_label, None, new.due.as_deref())?;
    let name = named(&new.name, "partnership")?;
    let suggested = save::file_name(&[&name, &round.label], "attest");
    let begun = begin(session, FileKind::Partnership, &suggested, |file| {
        file.transact(round::CREATE, &name, |tx| {
            let id = round::create(tx, &template, &round)?;
            partnership::save(tx, &Partnership { name: name.clone(), ..Partnership::default() })?;
            let state = RoundState::Preparing;
            settings::stand(tx, &round::load(tx.reader(), id)?, state)
        })?;
        keep_with(session, file, &template.key())
    })?;
    begun.map(|()| rounds::show(session, Nothing {})).transpose()
}

/// Asks where to save, creates the file, begins it, and makes it the open one.
pub(super) fn begin(
    session: &Session,
    kind: FileKind,
    suggested: &str,
    work: impl FnOnce(&mut AuditFile) -> Result<()>,
) -> Result<Option<()>> {
    session.refuse_while_working()?;
    let Some(path) = session.desktop().pick_save("Save the new file", suggested) else { return Ok(None) };
    let mut file = AuditFile::create(&path, kind, session.world().clone())?;
    if let Err(error) = work(&mut file) {
        drop(file);
        take_away(&path);
        return Err(error);
    }
    adopt(session, &path, file).map(|_| Some(()))
}

/// Takes away the file that this very call created and could not begin.
fn take_away(path: &Path) {
    // If even that fails, an empty file is left; the reason why it could not be begun matters more.
    let _ = std::fs::remove_file(path);
}

/// A round as it was typed.
pub(super) fn new_round(label: &str, governors: Option<&str>, due: Option<&str>) -> Result<NewRound> {
    Ok(NewRound { label: named(label, "round")?, governors: date(governors)?, due: date(due)? })
}

/// A name as it was typed: neither blank nor endless.
pub(super) fn named(name: &str, what: &str) -> Result<String> {
    let name = text::normal(name).trim().to_owned();
    match name.chars().count() {
        0 => Err(Error::input(format!("The {what} has no name.")).hint("Type one, as people know it.")),
        1..=200 => Ok(name),
        _ => Err(Error::input(format!("The name of the {what} is over 200 characters long."))
            .hint("Type a shorter one.")),
    }
}
