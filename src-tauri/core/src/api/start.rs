//! The first screen: recent files, templates to start from, opening.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::gateway::Nothing;
use super::session::Session;
use super::views::{Start, TemplateChoice};
use crate::error::Result;
use crate::store::FileKind;
use crate::template::{Template, library};

/// A recent file by its number.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RecentId {
    /// Its number in the list.
    pub id: u32,
}

/// Which kind of file was opened, so that the page knows which side to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Opened {
    /// A setting's file or a partnership's.
    pub kind: FileKind,
}

/// `start.show`.
pub fn show(session: &Arc<Session>, _: Nothing) -> Result<Start> {
    Ok(Start {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        recent: session.preferences().recent(),
        templates: library::shipped().iter().map(|shipped| choice(&shipped.template)).collect(),
    })
}

/// `start.open`: asks for a file; none where the dialog was dismissed.
pub fn open(session: &Arc<Session>, _: Nothing) -> Result<Option<Opened>> {
    let picked = session.desktop().pick_files("Open an Attest file", &["attest"]);
    let Some(path) = picked.and_then(|paths| paths.into_iter().next()) else { return Ok(None) };
    session.open(&path)?;
    opened(session).map(Some)
}

/// `start.open_recent`.
pub fn open_recent(session: &Arc<Session>, recent: RecentId) -> Result<Opened> {
    let path = session.preferences().path_of(recent.id)?.to_owned();
    session.open(&path)?;
    opened(session)
}

/// `start.forget_recent`.
pub fn forget_recent(session: &Arc<Session>, recent: RecentId) -> Result<Start> {
    let mut preferences = session.preferences();
    preferences.forget(recent.id)?;
    session.keep_preferences(&preferences)?;
    show(session, Nothing {})
}

pub(super) fn opened(session: &Session) -> Result<Opened> {
    session.file(|file| Ok(Opened { kind: file.kind() }))
}

/// A template as it is chosen and named on screens.
pub(super) fn choice(template: &Template) -> TemplateChoice {
    TemplateChoice {
        key: template.key(),
        title: template.title.clone(),
        version: template.version.clone(),
        edition: template.edition.clone(),
        legal_position: template.legal_position.to_string(),
        audience: template.audience,
        status: template.status,
        status_note: template.status_note.clone(),
        questions: u32::try_from(template.questions().count()).unwrap_or(u32::MAX),
    }
}
