//! The workbook that was chosen to be read back: read once, looked at, taken in or put away.
//!
//! It is read in the child process. Refuses to know: what is done with it.

use std::path::Path;
use std::sync::Arc;

use super::save;
use super::session::Session;
use crate::error::{Error, Kind, Result};
use crate::problem::Read;
use crate::sheet::guard;
use crate::template::{self, Template, library};
use crate::workbook::{Found, Templates};

/// A workbook that waits for a decision.
#[derive(Clone)]
pub(super) struct Pending {
    /// Its file's name.
    pub name: String,
    /// What stands in it.
    pub content: Chosen,
}

/// How far a chosen workbook is.
#[derive(Clone)]
pub(super) enum Chosen {
    /// It is under a password; its bytes.
    Locked(Arc<Vec<u8>>),
    /// It was read.
    Read(Arc<Read<Found>>),
}

/// Asks for a workbook and reads it; none where the dialog was dismissed.
pub(super) fn choose(session: &Session, title: &str) -> Result<Option<Pending>> {
    session.refuse_while_working()?;
    let picked = session.desktop().pick_files(title, &["xlsx", "xlsm"]);
    let Some(path) = picked.and_then(|paths| paths.into_iter().next()) else { return Ok(None) };
    read(session, &path).map(Some)
}

fn read(session: &Session, path: &Path) -> Result<Pending> {
    let name = save::name(path);
    let bytes = bytes(path, &name)?;
    let content = match guard::is_locked(&bytes) {
        true => Chosen::Locked(Arc::new(bytes)),
        false => found(session, &name, &bytes)?,
    };
    let pending = Pending { name, content };
    *session.pending() = Some(pending.clone());
    Ok(pending)
}

/// The bytes of a file that a person picked; one that is too large is refused before it is read.
fn bytes(path: &Path, name: &str) -> Result<Vec<u8>> {
    let gone = |_| {
        Error::new(Kind::File, format!("{name} could not be opened."))
            .hint("If it is open in Excel or still being downloaded, close it or wait, and choose it again.")
    };
    let size = std::fs::metadata(path).map_err(gone)?.len();
    if usize::try_from(size).map_or(true, |size| size > guard::LARGEST_FILE) {
        return Err(Error::input(format!("{name} is larger than 25 MB, far more than a return needs."))
            .hint("Choose the workbook alone, without pictures or scans."));
    }
    std::fs::read(path).map_err(gone)
}

/// Opens the chosen workbook with its password.
pub(super) fn unlock(session: &Session, password: &str) -> Result<Pending> {
    let pending = waiting(session)?;
    let Chosen::Locked(bytes) = &pending.content else { return Ok(pending) };
    let plain = session.reads()?.unlock(bytes, password)?;
    let pending = Pending { content: found(session, &pending.name, &plain)?, name: pending.name };
    *session.pending() = Some(pending.clone());
    Ok(pending)
}

/// The chosen workbook.
pub(super) fn waiting(session: &Session) -> Result<Pending> {
    session.pending().clone().ok_or_else(|| {
        Error::state("No workbook was chosen.").hint("Choose the workbook that you want to read.")
    })
}

/// What was read of the chosen workbook; refuses where it is still locked.
pub(super) fn opened(session: &Session) -> Result<(String, Arc<Read<Found>>)> {
    let pending = waiting(session)?;
    match pending.content {
        Chosen::Read(found) => Ok((pending.name, found)),
        Chosen::Locked(_) => Err(Error::state("This workbook is locked by a password.")
            .hint("Type the passphrase that came with it.")),
    }
}

fn found(session: &Session, name: &str, bytes: &[u8]) -> Result<Chosen> {
    let found = session.reads()?.read(name, bytes, &Templates::of(&known(session)))?;
    Ok(Chosen::Read(Arc::new(found)))
}

/// The templates that are known here: the open audit's own first, then those that ship.
fn known(session: &Session) -> Vec<Template> {
    let own = session.audit(|file, id| {
        let submission = crate::submission::load(file.reader(), id)?;
        template::load(file.reader(), &submission.template)
    });
    let shipped = library::shipped().iter().map(|shipped| shipped.template().clone());
    own.ok().map(|own| own.as_ref().clone()).into_iter().chain(shipped).collect()
}
