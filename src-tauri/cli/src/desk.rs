//! A seat at the gateway without a window: a session whose dialogs are answered from the command line.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use attest::api::{Desktop, Session, dispatch, start};
use attest::error::{Error, Result};
use attest::world::World;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::host;

/// A session, and the answers that its next dialogs are given.
pub struct Desk {
    session: Session,
    given: Arc<Given>,
}

impl Desk {
    /// A desk with no file open.
    pub fn new(world: Arc<dyn World>) -> Self {
        let given = Arc::new(Given::default());
        let session = Session::new(world, Arc::clone(&given) as Arc<dyn Desktop>).with_reads(host::reads());
        Self { session, given }
    }

    /// A desk with a file open.
    pub fn at(world: Arc<dyn World>, file: &Path) -> Result<Self> {
        let desk = Self::new(world);
        start::open_path(&desk.session, file)?;
        Ok(desk)
    }

    /// Says beforehand which path the next dialog gives.
    pub fn next_dialog(&self, path: &Path) {
        self.given.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(path.to_owned());
    }

    /// Calls a command.
    pub fn call(&self, name: &str, input: Value) -> Result<Value> {
        dispatch(&self.session, name, input).map(|reply| reply.value)
    }

    /// Calls a command and reads its answer.
    pub fn ask<T: DeserializeOwned>(&self, name: &str, input: Value) -> Result<T> {
        serde_json::from_value(self.call(name, input)?)
            .map_err(|_| Error::fault(format!("The answer of “{name}” could not be read.")))
    }

    /// The session itself.
    pub fn session(&self) -> &Session {
        &self.session
    }
}

/// Paths given beforehand, one a dialog; none left is a dismissed dialog.
#[derive(Default)]
struct Given(Mutex<VecDeque<PathBuf>>);

impl Given {
    fn next(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}

impl Desktop for Given {
    fn pick_files(&self, _title: &str, _endings: &[&str]) -> Option<Vec<PathBuf>> {
        self.next().map(|path| vec![path])
    }
    fn pick_folder(&self, _title: &str) -> Option<PathBuf> {
        self.next()
    }
    fn pick_save(&self, _title: &str, _suggested: &str) -> Option<PathBuf> {
        self.next()
    }
    fn reveal(&self, _path: &Path) -> Result<()> {
        Ok(())
    }
}
