//! The audits of a setting's file: which there are, which is looked at, another school's in the same file.
//!
//! One file holds several settings (a trust's schools) with all their rounds.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::audit::Audit;
use super::begin::{named, new_round};
use super::call::Nothing;
use super::home;
use super::own_workbook::keep_with;
use super::session::Session;
use super::template::begun_with;
use super::views::{Home, Progress, Ratings, view};
use crate::error::{Error, Kind, Result};
use crate::setting::{Details, SettingId};
use crate::store::{AuditFile, FileKind};
use crate::submission::next::next_audit;
use crate::submission::start::{NewAudit, new_audit};
use crate::submission::{self, State, Submission, SubmissionId};
use crate::template::{self, Status};

view! {
    /// One audit of the open file.
    AuditLine {
        submission: SubmissionId,
        setting: SettingId,
        /// Name of the setting.
        name: String,
        /// `school`, `organisation`, `early_years`, `voluntary`.
        kind: String,
        /// Label of the round.
        round: String,
        /// Title of the template.
        template: String,
        state: State,
        progress: Progress,
        ratings: Ratings,
        due: Option<String>,
        /// Whether it is the one being looked at.
        current: bool,
        /// Whether it is the latest of its setting.
        latest: bool,
    }
}

/// An audit of the open file.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    /// Its id.
    pub submission: SubmissionId,
}

/// The audit of a next round, which goes on from one that is there.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct NextYear {
    /// The audit that it goes on from.
    pub submission: SubmissionId,
    /// Key of the template, of those that ship or that the file holds.
    pub template: String,
    /// The scale chosen instead of the template's own, if one was.
    #[serde(default)]
    pub scale: Option<String>,
    /// The status of a draft or preview that the person has understood.
    #[serde(default)]
    pub understood: Option<Status>,
    /// Label of the round: `2027/28`.
    pub round_label: String,
    /// When the governors meet.
    #[serde(default)]
    pub governors: Option<String>,
    /// When the return is due.
    #[serde(default)]
    pub due: Option<String>,
}

/// Another setting's first audit, in the same file.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AddSetting {
    /// Name of the setting.
    pub name: String,
    /// `school`, `organisation`, `early_years`, `voluntary`.
    pub kind: String,
    /// Scheme (`urn`) to value.
    pub identifiers: BTreeMap<String, String>,
    /// Key of the template.
    pub template: String,
    /// The scale chosen instead of the template's own, if one was.
    #[serde(default)]
    pub scale: Option<String>,
    /// The status of a draft or preview that the person has understood.
    #[serde(default)]
    pub understood: Option<Status>,
    /// Label of the round: `2026/27`.
    pub round_label: String,
    /// When the governors meet.
    #[serde(default)]
    pub governors: Option<String>,
    /// When the return is due.
    #[serde(default)]
    pub due: Option<String>,
}

/// `audit.list`: by setting, each with its latest audit first.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<AuditLine>> {
    session.audit(|file, current| lines(file, current))
}

/// `audit.choose`: from now on every screen is about this audit.
pub fn choose(session: &Session, chosen: Chosen) -> Result<Home> {
    let begun = session.file(|file| submission::begun(file.reader()))?;
    let there = begun.iter().find(|audit| audit.id == chosen.submission);
    session.look_at(there.ok_or_else(|| Error::missing("That audit is not in this file."))?.id);
    home::show(session, Nothing {})
}

/// `audit.next_year`: last round's answers come along, unconfirmed; the new audit is the one looked at.
pub fn next_year(session: &Session, next: NextYear) -> Result<Home> {
    let round = new_round(&next.round_label, next.governors.as_deref(), next.due.as_deref())?;
    let begun = session.file(|file| {
        of_settings(file)?;
        let chosen = begun_with(session, &next.template, next.scale.as_deref(), next.understood);
        let template = match chosen {
            Err(unknown) if unknown.kind == Kind::Missing => {
                template::load(file.reader(), &next.template).map_err(|_| unknown)?
            }
            chosen => chosen?,
        };
        keep_with(session, file, &template.key())?;
        next_audit(file, next.submission, &template, &round)
    })?;
    session.look_at(begun);
    home::show(session, Nothing {})
}

/// `audit.add_setting`: another school in the same file; its first audit is the one looked at.
pub fn add_setting(session: &Session, new: AddSetting) -> Result<Home> {
    let template = begun_with(session, &new.template, new.scale.as_deref(), new.understood)?;
    let round = new_round(&new.round_label, new.governors.as_deref(), new.due.as_deref())?;
    let setting = Details { kind: new.kind, name: named(&new.name, "setting")?, ..Details::default() };
    let audit = NewAudit { setting, identifiers: new.identifiers, round };
    let begun = session.file(|file| {
        of_settings(file)?;
        keep_with(session, file, &template.key())?;
        new_audit(file, &template, &audit)
    })?;
    session.look_at(begun);
    home::show(session, Nothing {})
}

/// Refuses in a partnership's file, whose settings stand on its register.
fn of_settings(file: &AuditFile) -> Result<()> {
    match file.kind() {
        FileKind::Setting => Ok(()),
        FileKind::Partnership => {
            Err(Error::state("This is a partnership\u{2019}s file, not a setting\u{2019}s.")
                .hint("Add settings to its register instead."))
        }
    }
}

fn lines(file: &AuditFile, current: SubmissionId) -> Result<Vec<AuditLine>> {
    let mut begun = submission::begun(file.reader())?;
    begun.reverse();
    let mut seen = HashSet::new();
    let line = |submission: Submission| {
        let latest = seen.insert(submission.setting);
        line(file, submission, current, latest)
    };
    let mut lines = begun.into_iter().map(line).collect::<Result<Vec<_>>>()?;
    // Stable: within a setting the latest stays first.
    lines.sort_by(|a, b| (&a.name, a.setting).cmp(&(&b.name, b.setting)));
    Ok(lines)
}

fn line(file: &AuditFile, submission: Submission, current: SubmissionId, latest: bool) -> Result<AuditLine> {
    let audit = Audit::of(file.reader(), submission)?;
    let (progress, ratings) = audit.counted();
    let Audit { submission, round, setting, template, .. } = audit;
    Ok(AuditLine {
        submission: submission.id,
        setting: setting.id,
        name: setting.details.name,
        kind: setting.details.kind,
        round: round.label,
        template: template.title.clone(),
        state: submission.state,
        progress,
        ratings,
        due: round.due.map(|date| date.to_string()),
        current: submission.id == current,
        latest,
    })
}
