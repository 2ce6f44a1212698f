//! Dialogs answered from a file, so that the window tests need no hand: the feature `scripted-desktop`, debug builds only.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use attest::api::Desktop;
use attest::error::Result;
use serde_json::Value;

#[cfg(not(debug_assertions))]
compile_error!("scripted dialogs are for tests and never ship");

/// Answers in the order in which they stand in `answers.json`; null, or none left, is a dismissed dialog.
pub struct Scripted {
    folder: PathBuf,
    turn: Mutex<()>,
}

impl Scripted {
    /// Reads its answers from a folder.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, turn: Mutex::new(()) }
    }

    fn next(&self) -> Option<Vec<PathBuf>> {
        let _turn = self.turn.lock().ok()?;
        let queue = self.folder.join("answers.json");
        let mut answers: Vec<Value> = serde_json::from_slice(&std::fs::read(&queue).ok()?).ok()?;
        if answers.is_empty() {
            return None;
        }
        let answer = answers.remove(0);
        std::fs::write(&queue, serde_json::to_vec(&answers).ok()?).ok()?;
        match answer {
            Value::String(path) => Some(vec![path.into()]),
            Value::Array(paths) => Some(paths.iter().filter_map(Value::as_str).map(PathBuf::from).collect()),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
        }
    }
}

impl Desktop for Scripted {
    fn pick_files(&self, _title: &str, _endings: &[&str]) -> Option<Vec<PathBuf>> {
        self.next()
    }
    fn pick_folder(&self, _title: &str) -> Option<PathBuf> {
        self.next()?.into_iter().next()
    }
    fn pick_save(&self, _title: &str, _suggested: &str) -> Option<PathBuf> {
        self.next()?.into_iter().next()
    }
    fn dropped(&self) -> Vec<PathBuf> {
        self.next().unwrap_or_default()
    }
    fn reveal(&self, _path: &Path) -> Result<()> {
        Ok(())
    }
}
