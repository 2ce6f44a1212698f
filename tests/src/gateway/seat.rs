//! A seat at the gateway: a folder, a session, and a desktop whose dialogs are answered beforehand.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use attest::api::{Desktop, Failure, Reply, Session, dispatch};
use attest::error::Result;
use attest::workbook::{InProcess, Reads};
use attest::world::{FixedWorld, World};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

/// A fixed world with a person of its own in it.
pub struct Person(FixedWorld, &'static str);

impl Person {
    pub fn at(folder: &Path, who: &'static str, seed: u64) -> Self {
        let noon = "2026-11-21T12:00:00Z".parse().expect("a time");
        Self(FixedWorld::new(noon, seed).with_backups(folder.join("backups")), who)
    }

    pub fn pass(&self, seconds: i64) {
        self.0.pass(seconds);
    }
}

impl World for Person {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }
    fn who(&self) -> String {
        self.1.to_owned()
    }
    fn random(&self) -> [u8; 10] {
        self.0.random()
    }
    fn backups(&self) -> Option<PathBuf> {
        self.0.backups()
    }
}

/// Answers dialogs with the paths given beforehand; with none left, every dialog is dismissed.
#[derive(Default)]
pub struct Script(Mutex<VecDeque<PathBuf>>);

impl Script {
    fn next(&self) -> Option<PathBuf> {
        self.0.lock().expect("no dialog panics").pop_front()
    }
}

impl Desktop for Script {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        self.next().map(|path| vec![path])
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        self.next()
    }
    fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
        self.next()
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

/// One screen, and the folder in which its files stand.
pub struct Seat {
    pub folder: Arc<tempfile::TempDir>,
    pub world: Arc<Person>,
    pub session: Session,
    script: Arc<Script>,
}

impl Seat {
    pub fn new() -> Self {
        Self::in_folder(Arc::new(tempfile::tempdir().expect("a folder")), "Alex Example", 1)
    }

    /// A screen elsewhere, whose ids are its own.
    pub fn elsewhere(seed: u64) -> Self {
        Self::in_folder(Arc::new(tempfile::tempdir().expect("a folder")), "Robin Elsewhere", seed)
    }

    /// Another person's screen over the same folder.
    pub fn beside(&self, who: &'static str) -> Self {
        Self::in_folder(Arc::clone(&self.folder), who, 2)
    }

    fn in_folder(folder: Arc<tempfile::TempDir>, who: &'static str, seed: u64) -> Self {
        Self::reading_by(folder, who, seed, Arc::new(InProcess))
    }

    /// A screen whose workbooks are read by a reader of the test's own.
    pub fn reading(reads: Arc<dyn Reads + Send + Sync>) -> Self {
        Self::reading_by(Arc::new(tempfile::tempdir().expect("a folder")), "Alex Example", 1, reads)
    }

    fn reading_by(
        folder: Arc<tempfile::TempDir>,
        who: &'static str,
        seed: u64,
        reads: Arc<dyn Reads + Send + Sync>,
    ) -> Self {
        let (world, script) = (Arc::new(Person::at(folder.path(), who, seed)), Arc::new(Script::default()));
        let preferences = folder.path().join(who).join("preferences.json");
        let session = Session::with_preferences(
            Arc::clone(&world) as Arc<dyn World>,
            Arc::clone(&script) as Arc<dyn Desktop>,
            preferences,
        );
        Self { folder, world, session: session.with_reads(reads), script }
    }

    /// The path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Says beforehand what the next dialog gives.
    pub fn next_dialog(&self, name: &str) {
        self.script.0.lock().expect("no dialog panics").push_back(self.path(name));
    }

    pub fn call(&self, name: &str, input: Value) -> std::result::Result<Reply, Failure> {
        dispatch(&self.session, name, input)
    }

    /// The value of a command that has to work.
    pub fn done(&self, name: &str, input: Value) -> Value {
        match self.call(name, input) {
            Ok(reply) => reply.value,
            Err(failure) => panic!("{name}: {} {}", failure.message, failure.hint),
        }
    }

    /// The failure of a command that has to be refused.
    pub fn refused(&self, name: &str, input: Value) -> Failure {
        let failure = self.call(name, input).err();
        failure.unwrap_or_else(|| panic!("{name} was not refused"))
    }

    /// Begins a school's audit in a new file.
    pub fn begin_setting(&self, name: &str) -> Value {
        self.next_dialog(name);
        self.done("start.new_setting", new_setting())
    }

    /// Begins a partnership's round in a new file, with one school on its register.
    pub fn begin_partnership(&self, name: &str) -> Value {
        self.next_dialog(name);
        self.done("start.new_partnership", new_partnership());
        self.done("register.add", new_school())
    }

    /// Calls until the job that runs has ended, and gives how it ended.
    pub fn ended(&self) -> Value {
        loop {
            let job = self.done("job.show", json!({}));
            if job["state"] != "running" {
                return job;
            }
            std::thread::yield_now();
        }
    }
}

pub fn new_setting() -> Value {
    json!({
        "template": "school@2025.1", "name": "Example Primary School", "kind": "school",
        "identifiers": { "urn": "100001" }, "round_label": "2026/27", "governors": "2027-02-10",
        "due": "2027-02-28",
    })
}

pub fn new_partnership() -> Value {
    json!({
        "name": "Sampleton Partnership", "round_label": "2026/27", "template": "school@2025.1",
        "due": "2027-02-28",
    })
}

pub fn new_school() -> Value {
    json!({
        "name": "Example Primary School", "kind": "school", "phase": "Primary", "status": "Maintained",
        "locality": "Sampleton", "identifiers": { "urn": "100001" },
    })
}
