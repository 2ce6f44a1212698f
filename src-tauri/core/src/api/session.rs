//! What is open at one screen: the file, the running job, and what is asked of a desktop.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::job::Job;
use super::preferences::Preferences;
use super::views::FileState;
use crate::error::{Error, Result};
use crate::store::AuditFile;
use crate::world::World;

/// What only a desktop can do: dialogs. The page never sees a path.
pub trait Desktop: Send + Sync {
    /// Asks for one or more existing files with one of these endings (`xlsx`, `attest`).
    fn pick_files(&self, title: &str, endings: &[&str]) -> Option<Vec<PathBuf>>;
    /// Asks for a folder.
    fn pick_folder(&self, title: &str) -> Option<PathBuf>;
    /// Asks where to save, with a suggested name.
    fn pick_save(&self, title: &str, suggested: &str) -> Option<PathBuf>;
    /// Shows a written file in its folder.
    fn reveal(&self, path: &Path) -> Result<()>;
}

/// One screen's open file and surroundings; commands are given an `&Arc<Session>`, so that a job can keep one.
pub struct Session {
    world: Arc<dyn World>,
    desktop: Arc<dyn Desktop>,
    preferences: Option<PathBuf>,
    open: Mutex<Option<Open>>,
    job: Mutex<Option<Job>>,
}

struct Open {
    file: AuditFile,
    path: PathBuf,
}

impl Session {
    /// A session with no file open; `preferences` is the user's own small file, if they have one.
    pub fn new(world: Arc<dyn World>, desktop: Arc<dyn Desktop>, preferences: Option<PathBuf>) -> Self {
        Self { world, desktop, preferences, open: Mutex::default(), job: Mutex::default() }
    }

    /// Works on the open file; refuses where none is open.
    pub fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        let mut slot = locked(&self.open);
        let open = slot.as_mut().ok_or_else(|| {
            Error::state("No file is open.").hint("Open a file or start a new audit on the first screen.")
        })?;
        work(&mut open.file)
    }

    /// Takes a file as the open one; one that was open before is closed. It becomes the newest recent file.
    pub fn adopt(&self, file: AuditFile, path: PathBuf) -> Result<()> {
        self.refuse_while_working()?;
        self.remember(&path, &file);
        *locked(&self.open) = Some(Open { file, path });
        Ok(())
    }

    /// Closes the open file.
    pub fn close(&self) -> Result<()> {
        self.refuse_while_working()?;
        *locked(&self.open) = None;
        Ok(())
    }

    /// Opens a file from its path: an argument, a drop on the window, a recent file.
    pub fn open(&self, path: &Path) -> Result<()> {
        self.close()?;
        let file = AuditFile::open(path, Arc::clone(&self.world))?;
        self.adopt(file, path.to_owned())
    }

    /// Where the open file stands.
    pub fn path(&self) -> Option<PathBuf> {
        locked(&self.open).as_ref().map(|open| open.path.clone())
    }

    /// What every reply says of the open file.
    pub fn file_state(&self) -> Option<FileState> {
        locked(&self.open).as_ref().map(|open| FileState {
            name: open.path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            kind: open.file.kind(),
            revision: open.file.revision(),
            undo: open.file.can_undo().map(ToOwned::to_owned),
            redo: open.file.can_redo().map(ToOwned::to_owned),
            read_only: open.file.read_only().map(ToOwned::to_owned),
        })
    }

    /// The world.
    pub fn world(&self) -> &Arc<dyn World> {
        &self.world
    }

    /// The desktop.
    pub fn desktop(&self) -> &dyn Desktop {
        self.desktop.as_ref()
    }

    /// The user's preferences; the usual ones where the file is missing or damaged.
    pub fn preferences(&self) -> Preferences {
        self.preferences.as_deref().map(Preferences::load).unwrap_or_default()
    }

    /// Keeps the user's preferences; a folder that cannot be written is no reason to stop work.
    pub fn keep_preferences(&self, preferences: &Preferences) -> Result<()> {
        self.preferences.as_deref().map_or(Ok(()), |path| preferences.save(path))
    }

    pub(super) fn job(&self) -> MutexGuard<'_, Option<Job>> {
        locked(&self.job)
    }

    fn refuse_while_working(&self) -> Result<()> {
        match self.job().as_ref() {
            Some(job) if job.is_running() => {
                Err(Error::state("Something is still running in this file.").hint("Wait for it, or stop it, then try again."))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn remember(&self, path: &Path, file: &AuditFile) {
        let mut preferences = self.preferences();
        preferences.opened(path, file.kind(), self.world.now());
        // Recent files are a comfort: where they cannot be kept, the file opens all the same.
        let _ = self.keep_preferences(&preferences);
    }
}

fn locked<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
