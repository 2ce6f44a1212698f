//! What is open at one screen: the file, the running job, and what is asked of a desktop.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
    fn reveal(&self, path: &std::path::Path) -> Result<()>;
}

/// One screen's open file and surroundings; commands are given a `&Session`.
pub struct Session {
    world: Arc<dyn World>,
    desktop: Arc<dyn Desktop>,
    file: Mutex<Option<AuditFile>>,
}

impl Session {
    /// A session with no file open.
    pub fn new(world: Arc<dyn World>, desktop: Arc<dyn Desktop>) -> Self {
        Self { world, desktop, file: Mutex::new(None) }
    }

    /// Works on the open file; refuses where none is open.
    pub fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        let mut slot = self.slot();
        let file = slot.as_mut().ok_or_else(|| {
            Error::state("No file is open.").hint("Open a file or start a new audit on the first screen.")
        })?;
        work(file)
    }

    /// The world.
    pub fn world(&self) -> &Arc<dyn World> {
        &self.world
    }

    /// The desktop.
    pub fn desktop(&self) -> &dyn Desktop {
        self.desktop.as_ref()
    }

    fn slot(&self) -> MutexGuard<'_, Option<AuditFile>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
