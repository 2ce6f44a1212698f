//! Opening a large file: looked through before anything is written to it, watched, and stopped when asked.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use attest::api::{Session, dispatch};
use attest::error::Kind;
use attest::progress::Progress;
use attest::store::{AuditFile, FileKind, Operation, Row, backup};
use attest::world::World;
use chrono::{DateTime, Utc};
use serde_json::json;

use super::seat::{Person, Script};

const PAGE: usize = 4096;

/// A partnership's file of so many megabytes, most of them kept texts that no two rows share.
fn large(folder: &Path, megabytes: u32) -> PathBuf {
    let (path, world) = (folder.join("large.attest"), Arc::new(Person::at(folder, "Alex Example", 1)));
    let mut file = AuditFile::create(&path, FileKind::Partnership, world).expect("made");
    let rows = |tx: &mut attest::store::Tx<'_>| {
        for id in 0..megabytes * 4 {
            let name = format!("Example School {id} ").repeat(256 * 1024 / 20);
            tx.put(Row::new("setting", id.to_string()).text("kind", "school").text("name", name))?;
        }
        Ok(())
    };
    file.transact(Operation::bulk("intake.place"), "", rows).expect("filled");
    path
}

/// What stands in a folder, the safety copies too.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("read")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_large_file_is_looked_through_with_a_count_and_copied_with_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large(folder.path(), 16);
    let (world, progress) = (Arc::new(Person::at(folder.path(), "Alex Example", 2)), Progress::default());
    let mut file = AuditFile::look_through(&path, world, &progress).expect("sound");
    assert!(file.backups().expect("lists").is_empty());
    let progress = Progress::default();
    file.back_up_at_opening(&progress);
    let (done, total) = progress.seen();
    assert!(done >= 2000 && total > 3000 && total >= done, "{done} of {total} pages");
    assert_eq!((file.remark(), file.backups().expect("lists").len()), (None, 1));
}

#[test]
fn a_damaged_large_file_is_refused_and_not_a_byte_of_it_is_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large(folder.path(), 16);
    let mut bytes = std::fs::read(&path).expect("read");
    // A page in the middle points elsewhere, and the last is cut off.
    let middle = bytes.len() / 2 / PAGE * PAGE;
    bytes[middle..middle + 4].copy_from_slice(&[0, 0, 0, 9]);
    bytes.truncate(bytes.len() - PAGE);
    std::fs::write(&path, &bytes).expect("damaged");
    let world = Arc::new(Person::at(folder.path(), "Alex Example", 2));
    let error = AuditFile::open(&path, world).err().expect("refused");
    assert_eq!(error.kind, Kind::File, "{}", error.message);
    assert!(
        error.message.contains("“large.attest” is damaged") && error.hint.contains("backup"),
        "{}",
        error.message
    );
    assert!(std::fs::read(&path).expect("read") == bytes, "the file is as it was");
    assert_eq!(names(folder.path()), ["large.attest"]);
}

#[test]
fn a_file_whose_looking_through_is_stopped_is_left_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large(folder.path(), 16);
    let before = std::fs::read(&path).expect("read");
    let (world, progress) = (Arc::new(Person::at(folder.path(), "Alex Example", 2)), Progress::default());
    progress.stop();
    let error = AuditFile::look_through(&path, world.clone(), &progress).err().expect("stopped");
    assert_eq!(error.kind, Kind::Stopped);
    assert!(
        error.message.contains("“large.attest” was not opened") && !error.hint.is_empty(),
        "{}",
        error.message
    );
    assert!(progress.seen().0 < 40, "heard at once: {} pages", progress.seen().0);
    assert!(std::fs::read(&path).expect("read") == before, "the file is as it was");
    assert_eq!(names(folder.path()), ["large.attest"]);

    let mut file = AuditFile::look_through(&path, world.clone(), &Progress::default()).expect("opens");
    file.back_up_at_opening(&progress);
    assert!(file.remark().expect("a remark").starts_with("No safety copy was kept"));
    assert!(file.backups().expect("lists").is_empty(), "half a copy is none");
    file.back_up_at_opening(&Progress::default());
    let copy = file.backups().expect("lists").remove(0).path;
    let restored = folder.path().join("restored.attest");
    let stopped = backup::restore(&copy, &restored, world.clone(), &progress).err().expect("stopped");
    assert_eq!((stopped.kind, restored.exists()), (Kind::Stopped, false));
    backup::restore(&copy, &restored, world, &Progress::default()).expect("restores");
}

/// A world that asks for the running job, and to stop it, while a file is being opened.
struct Watching {
    person: Person,
    session: Mutex<Option<Session>>,
    seen: Mutex<Vec<String>>,
}

impl World for Watching {
    fn now(&self) -> DateTime<Utc> {
        self.person.now()
    }
    /// Who has a file is asked first of all that opening does.
    fn who(&self) -> String {
        if let Some(session) = self.session.lock().expect("nobody panics").take() {
            let shown =
                dispatch(&session, "job.show", json!({})).unwrap_or_else(|why| panic!("{}", why.message));
            self.seen.lock().expect("nobody panics").push(shown.value["name"].to_string());
            assert!(dispatch(&session, "file.close", json!({})).is_err(), "not while a file is being opened");
            dispatch(&session, "job.stop", json!({})).unwrap_or_else(|why| panic!("{}", why.message));
        }
        self.person.who()
    }
    fn random(&self) -> [u8; 10] {
        self.person.random()
    }
    fn backups(&self) -> Option<PathBuf> {
        self.person.backups()
    }
}

#[test]
fn an_opening_is_seen_and_stopped_from_the_page_and_the_file_that_was_open_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = large(folder.path(), 1);
    let person = Person::at(folder.path(), "Alex Example", 3);
    let world = Arc::new(Watching { person, session: Mutex::default(), seen: Mutex::default() });
    let session = Session::new(Arc::clone(&world) as Arc<dyn World>, Arc::new(Script::default()));
    let other = folder.path().join("other.attest");
    let file = AuditFile::create(&other, FileKind::Partnership, Arc::clone(&world) as Arc<dyn World>);
    session.take(&other, file.expect("made")).expect("taken");

    *world.session.lock().expect("nobody panics") = Some(session.clone());
    let error = attest::api::start::open_path(&session, &path).expect_err("stopped");
    assert_eq!(error.kind, Kind::Stopped, "{}", error.message);
    assert_eq!(*world.seen.lock().expect("nobody panics"), ["\"file.check\""]);
    assert_eq!(session.path().expect("still open"), other);
    let shown = dispatch(&session, "job.show", json!({})).unwrap_or_else(|why| panic!("{}", why.message));
    assert!(shown.value.is_null(), "nothing runs any more");
    attest::api::start::open_path(&session, &path).expect("opens");
    assert_eq!(session.path().expect("open"), path);
}
