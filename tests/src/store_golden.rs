//! The first schema's golden file still opens, verifies and tells its history.
//!
//! Until 1.0 the schema may change; then make the file again by
//! `cargo test -p attest-tests --test all make_the_golden_file -- --ignored`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::store::{AuditFile, FileKind, Operation, Row};
use attest::world::FixedWorld;

const AGAIN: &str = "make it again: cargo test -p attest-tests --test all make_the_golden_file -- --ignored";

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schema-1.attest")
}

fn world() -> Arc<FixedWorld> {
    Arc::new(FixedWorld::new("2027-05-03T09:00:00Z".parse().unwrap(), 1))
}

fn written(path: &Path) -> AuditFile {
    let mut file = AuditFile::create(path, FileKind::Setting, world()).unwrap();
    for name in ["Example Primary School", "Example Infant School", "Sampleton School"] {
        let row = Row::new("setting", "s").text("kind", "school").text("name", name);
        file.transact(Operation::ordinary("setting.put"), "s", |tx| tx.put(row)).unwrap();
    }
    file.undo().unwrap();
    file
}

fn tables(file: &AuditFile) -> Vec<String> {
    let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
    file.reader().all(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn the_golden_file_of_the_first_schema_opens_and_tells_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("golden.attest");
    std::fs::copy(golden(), &path).unwrap();
    let file = AuditFile::open(&path, world()).unwrap();
    assert_eq!(file.verify().unwrap(), 4);
    let undone: Vec<bool> = file.history().unwrap().iter().map(|past| past.undone).collect();
    assert_eq!(undone, [false, true, false, false]);
    let name: Option<String> = file.reader().one("SELECT name FROM setting", [], |row| row.get(0)).unwrap();
    assert_eq!(name.as_deref(), Some("Example Infant School"));
    let fresh = written(&folder.path().join("fresh.attest"));
    assert!(tables(&fresh) == tables(&file), "the schema is not that of the golden file; {AGAIN}");
}

#[test]
#[ignore = "writes the golden file anew"]
fn make_the_golden_file() {
    match std::fs::remove_file(golden()) {
        Ok(()) => {}
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound),
    }
    drop(written(&golden()));
}
