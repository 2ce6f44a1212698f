//! Dialogs answered from a queue: what a test says beforehand, else the suggested name in the test's folder.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use attest::api::Desktop;
use attest::error::Result;
use serde_json::Value;

/// A desktop without a person.
pub struct QueuedDesktop {
    folder: PathBuf,
    answers: Mutex<VecDeque<Value>>,
}

impl QueuedDesktop {
    /// A desktop that saves below a folder.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, answers: Mutex::default() }
    }

    /// What the next dialogs answer; null is a dismissed dialog.
    pub fn queue(&self, answers: Vec<Value>) {
        self.waiting().extend(answers);
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<Value>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<Option<Vec<PathBuf>>> {
        let answer = self.waiting().pop_front()?;
        Some(match answer {
            Value::String(path) => Some(vec![self.folder.join(path)]),
            Value::Array(paths) => {
                Some(paths.iter().filter_map(Value::as_str).map(|path| self.folder.join(path)).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
        })
    }
}

impl Desktop for QueuedDesktop {
    fn pick_files(&self, _title: &str, _endings: &[&str]) -> Option<Vec<PathBuf>> {
        self.next().flatten()
    }
    fn pick_folder(&self, _title: &str) -> Option<PathBuf> {
        self.next().map_or_else(|| Some(self.folder.clone()), |answer| answer?.into_iter().next())
    }
    fn pick_save(&self, _title: &str, suggested: &str) -> Option<PathBuf> {
        self.next().map_or_else(|| Some(self.folder.join(suggested)), |answer| answer?.into_iter().next())
    }
    fn dropped(&self) -> Vec<PathBuf> {
        self.next().flatten().unwrap_or_default()
    }
    fn reveal(&self, _path: &Path) -> Result<()> {
        Ok(())
    }
}
