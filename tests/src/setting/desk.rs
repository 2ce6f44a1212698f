//! A desk with a fixed clock, at which whoever is asked where to save says "here, under that name".

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use attest::api::{Desktop, Failure, Session, dispatch};
use attest::error::Result;
use attest::workbook::InProcess;
use attest::world::FixedWorld;
use serde_json::{Value, json};

struct Saver {
    folder: Mutex<PathBuf>,
    picked: Mutex<Option<PathBuf>>,
}

impl Desktop for Saver {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        self.picked.lock().expect("no test panics with it").take().map(|path| vec![path])
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str, suggested: &str) -> Option<PathBuf> {
        Some(self.folder.lock().expect("no test panics with it").join(suggested))
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

/// A desktop on which nobody answers.
pub struct Nobody;

impl Desktop for Nobody {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

pub struct Desk {
    pub folder: tempfile::TempDir,
    pub session: Session,
    pub world: Arc<FixedWorld>,
    saver: Arc<Saver>,
}

impl Desk {
    /// A desk with nothing open.
    pub fn bare() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let saver =
            Arc::new(Saver { folder: Mutex::new(folder.path().to_owned()), picked: Mutex::default() });
        let world = Arc::new(FixedWorld::new("2027-01-11T18:00:00Z".parse().expect("a time"), 11));
        let session = Session::new(world.clone(), saver.clone()).with_reads(Arc::new(InProcess));
        Self { folder, session, world, saver }
    }

    /// A desk at which an audit has been begun.
    pub fn begun() -> Self {
        let desk = Self::bare();
        desk.told(
            "start.new_setting",
            json!({
                "template": "school@2025.1", "name": "Example Primary School", "kind": "school",
                "identifiers": {"urn": "123456"}, "round_label": "2026/27",
                "governors": "2027-01-14", "due": "2027-02-01",
            }),
        );
        desk
    }

    /// What a command answers.
    pub fn told(&self, name: &str, input: Value) -> Value {
        match dispatch(&self.session, name, input) {
            Ok(reply) => reply.value,
            Err(failure) => panic!("{name}: {}", failure.message),
        }
    }

    /// How a command refuses.
    pub fn refused(&self, name: &str, input: Value) -> Failure {
        match dispatch(&self.session, name, input.clone()) {
            Ok(reply) => panic!("{name} took {input}: {}", reply.value),
            Err(failure) => failure,
        }
    }

    /// The next time somebody is asked for a file, it is this one of the folder.
    pub fn pick(&self, name: &str) {
        let path = self.folder.path().join(name);
        *self.saver.picked.lock().expect("no test panics with it") = Some(path);
    }

    /// From now on files are saved in another folder.
    pub fn save_in(&self, folder: &Path) {
        folder.clone_into(&mut self.saver.folder.lock().expect("no test panics with it"));
    }

    pub fn rate(&self, question: &str, level: &str) -> Value {
        self.told("answer.rate", json!({"question": question, "level": level}))
    }

    pub fn write(&self, question: &str, field: &str, text: &str) -> Value {
        self.told("answer.write", json!({"question": question, "field": field, "text": text}))
    }

    pub fn home(&self) -> Value {
        self.told("home.show", json!({}))
    }
}
