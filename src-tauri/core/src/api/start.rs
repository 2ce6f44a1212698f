//! The first screen: files opened lately, templates to start from, opening and starting.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::job;
use super::session::Session;
use super::views::{Opened, Start, TemplateChoice};
use crate::error::Result;
use crate::store::AuditFile;
use crate::template::Template;
use crate::template::library::{Head, Shipped};

/// A file of the recent ones, by its number.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Recent {
    /// Its number in the list.
    pub id: u32,
}

/// What the first screen shows.
pub fn show(session: &Session, _: Nothing) -> Result<Start> {
    Ok(Start {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        recent: session.preferences().recent(),
        templates: super::template::choices(session),
    })
}

/// Asks for a file and opens it.
pub fn open(session: &Session, _: Nothing) -> Result<Option<Opened>> {
    session.refuse_while_working()?;
    let picked = session.desktop().pick_files("Open an Attest file", &["attest"]);
    picked.and_then(|paths| paths.into_iter().next()).map(|path| open_path(session, &path)).transpose()
}

/// Opens one of the recent files.
pub fn open_recent(session: &Session, recent: Recent) -> Result<Opened> {
    let path = session.preferences().recent_path(recent.id)?;
    open_path(session, &path)
}

/// Takes a file out of the recent ones; the file itself stays.
pub fn forget_recent(session: &Session, recent: Recent) -> Result<Start> {
    session.preferences().forget(recent.id)?;
    show(session, Nothing {})
}

/// Opens the file at a path that a host was given: as an argument, or dropped on the window.
pub fn open_path(session: &Session, path: &Path) -> Result<Opened> {
    session.refuse_while_working()?;
    // The same file is let go first, else it would be open twice; another one stays until the new one is open.
    if session.path().is_ok_and(|open| open == path) {
        session.close()?;
    }
    let file = looked_through(session, path)?;
    adopt(session, path, file)
}

/// Opens a file once it was looked through and a backup kept: a large one takes a while, and either can be stopped.
fn looked_through(session: &Session, path: &Path) -> Result<AuditFile> {
    let world = session.world().clone();
    let mut file =
        job::here(session, "file.check", |progress| AuditFile::look_through(path, world, progress))?;
    job::here(session, "file.back_up", |progress| {
        file.back_up_at_opening(progress);
        Ok(())
    })?;
    Ok(file)
}

/// Makes a file that was just opened or created the open one, and remembers it.
pub(super) fn adopt(session: &Session, path: &Path, file: AuditFile) -> Result<Opened> {
    let kind = file.kind();
    session.take(path, file)?;
    let now = session.world().now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    // A list of recent files that cannot be kept is no reason to refuse the file.
    let _ = session.preferences().opened(path, kind, now);
    Ok(Opened { kind })
}

/// A template that ships, from its head alone.
pub(super) fn shipped_choice(shipped: &Shipped) -> TemplateChoice {
    let Head { title, version, edition, status_note, .. } = shipped.head.clone();
    TemplateChoice {
        key: shipped.key.clone(),
        title,
        version,
        edition,
        legal_position: shipped.head.legal_position.to_string(),
        audience: shipped.head.audience,
        status: shipped.head.status,
        status_note,
        questions: shipped.questions,
    }
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
