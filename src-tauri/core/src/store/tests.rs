//! The store's promises, one test each, under a fixed world.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::progress::Progress;
use crate::world::FixedWorld;

pub(super) struct Place {
    pub(super) folder: tempfile::TempDir,
    pub(super) world: Arc<FixedWorld>,
}

pub(super) const RATE: Operation = Operation::ordinary("answer.rate");
const WRITE: Operation = Operation::typing("answer.write");

impl Place {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let now = "2027-05-03T09:00:00Z".parse().expect("a time");
        let world = Arc::new(FixedWorld::new(now, 7).with_backups(folder.path().join("backups")));
        Self { folder, world }
    }
    fn path(&self) -> PathBuf {
        self.folder.path().join("Example.attest")
    }
    pub(super) fn create(&self) -> AuditFile {
        AuditFile::create(&self.path(), FileKind::Setting, self.world.clone()).expect("a new file")
    }
    fn open(&self) -> Result<AuditFile> {
        AuditFile::open(&self.path(), self.world.clone())
    }
}

fn named(tx: &mut Tx<'_>, id: &str, name: &str) -> Result<()> {
    tx.put(Row::new("setting", id).text("kind", "school").text("name", name))
}

fn name(file: &AuditFile, id: &str) -> Option<String> {
    file.reader().one("SELECT name FROM \"setting\" WHERE id = ?1", [id], |row| row.get(0)).expect("reads")
}

pub(super) fn put(file: &mut AuditFile, operation: Operation, name: &str) {
    file.transact(operation, "s", |tx| named(tx, "s", name)).expect("commits");
}

#[test]
fn what_is_put_is_there_after_opening_again() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "Example Primary School");
    let head = file.head().expect("a head");
    drop(file);
    let file = place.open().expect("opens");
    assert_eq!(name(&file, "s").as_deref(), Some("Example Primary School"));
    assert_eq!((file.revision(), file.head().expect("a head")), (Revision(1), head));
    assert_eq!((file.kind(), file.read_only(), file.can_undo()), (FileKind::Setting, None, None));
    assert_eq!(file.verify().expect("holds"), 1);
}

#[test]
fn undo_and_redo_are_appended_and_marked() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    put(&mut file, RATE, "Two");
    assert_eq!(file.undo().expect("undoes"), "answer.rate");
    assert_eq!(name(&file, "s").as_deref(), Some("One"));
    assert_eq!(file.undo().expect("undoes"), "answer.rate");
    assert_eq!(name(&file, "s"), None);
    assert!(file.undo().is_err());
    file.redo().expect("again");
    file.redo().expect("again");
    assert_eq!(name(&file, "s").as_deref(), Some("Two"));
    assert_eq!(file.redo().expect_err("nothing more").kind, Kind::State);
    let undone: Vec<(u32, bool)> =
        file.history().expect("reads").iter().map(|past| (past.seq, past.undone)).collect();
    assert_eq!(undone, [(6, false), (5, false), (4, true), (3, true), (2, false), (1, false)]);
    assert_eq!(file.verify().expect("holds"), 6);
}

#[test]
fn undo_stops_at_a_fence_and_a_new_step_clears_redo() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    put(&mut file, RATE, "Two");
    file.undo().expect("undoes");
    put(&mut file, RATE, "Three");
    assert_eq!(file.can_redo(), None);
    put(&mut file, Operation::fence("audit.sign"), "Four");
    assert_eq!((file.can_undo(), file.can_redo()), (None, None));
}

#[test]
fn typing_on_within_a_minute_is_one_step_until_somebody_looks() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "");
    for text in ["E", "Ex", "Exa"] {
        put(&mut file, WRITE, text);
        place.world.pass(59);
    }
    assert_eq!(file.revision(), Revision(2));
    place.world.pass(2);
    put(&mut file, WRITE, "Exam");
    assert_eq!(file.revision(), Revision(3));
    file.head().expect("seen");
    put(&mut file, WRITE, "Examp");
    assert_eq!(file.revision(), Revision(4));
    for left in ["Exam", "Exa", ""] {
        file.undo().expect("undoes");
        assert_eq!(name(&file, "s").as_deref(), Some(left));
    }
    file.verify().expect("holds");
}

#[test]
fn typing_back_to_the_beginning_leaves_nothing_to_take_back() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    put(&mut file, WRITE, "Two");
    put(&mut file, WRITE, "One");
    file.verify().expect("holds");
    file.undo().expect("takes back the first step");
    assert_eq!(name(&file, "s"), None);
}

#[test]
fn a_bulk_chunk_is_logged_without_images_and_leaves_undo_alone() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    file.transact(Operation::bulk("intake.place"), "b", |tx| named(tx, "t", "Two")).expect("commits");
    let images: u32 = file
        .reader()
        .one("SELECT count(*) FROM image WHERE seq = 2", [], |row| row.get(0))
        .expect("reads")
        .expect("a count");
    assert_eq!((images, file.can_undo()), (0, Some("answer.rate")));
    assert!(file.history().expect("reads")[0].summary.starts_with("{\"count\":1,"));
    file.verify().expect("holds");
}

#[test]
fn a_step_that_changes_nothing_or_fails_leaves_no_trace() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    put(&mut file, RATE, "One");
    let failed: Result<()> = file.transact(RATE, "s", |tx| {
        named(tx, "s", "Lost")?;
        Err(Error::input("no"))
    });
    assert!(failed.is_err());
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        file.transact(RATE, "s", |tx| -> Result<()> {
            named(tx, "s", "Lost")?;
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!((file.revision(), name(&file, "s").as_deref()), (Revision(1), Some("One")));
    put(&mut file, RATE, "Two");
    file.verify().expect("holds");
}

#[test]
fn a_changed_log_is_found_and_its_first_broken_step_named() {
    for damage in [
        "UPDATE operation SET who = 'Somebody Else' WHERE seq = 2",
        "UPDATE image SET after = replace(after, 'Two', 'Six') WHERE seq = 2",
        "DELETE FROM image WHERE seq = 2",
    ] {
        let place = Place::new();
        let mut file = place.create();
        for text in ["One", "Two", "Three"] {
            put(&mut file, RATE, text);
        }
        file.connection.execute_batch(damage).expect("damages");
        let error = file.verify().expect_err("found");
        assert!(error.message.contains("at step 2 "), "{damage}: {}", error.message);
    }
}

#[test]
fn a_second_opening_reads_only_and_says_who_has_it() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    let mut second = place.open().expect("opens for reading");
    assert!(second.read_only().expect("a reason").starts_with("Test Person has the file"));
    let error = second.transact(RATE, "s", |tx| named(tx, "s", "Two")).expect_err("refused");
    assert_eq!(error.kind, Kind::ReadOnly);
    drop((second, file));
    assert_eq!(place.open().expect("opens").read_only(), None);
    assert!(!place.folder.path().join("Example.attest-owner").exists());
}

#[test]
fn creating_never_writes_over_a_file() {
    let place = Place::new();
    std::fs::write(place.path(), "precious").expect("writes");
    let error =
        AuditFile::create(&place.path(), FileKind::Setting, place.world.clone()).err().expect("refused");
    assert_eq!(error.kind, Kind::Input);
    assert_eq!(std::fs::read(place.path()).expect("reads"), b"precious");
}

#[test]
fn each_unsound_file_is_refused_with_its_own_sentence() {
    let refusal = |bytes: &[u8]| {
        let place = Place::new();
        std::fs::write(place.path(), bytes).expect("writes");
        let error = place.open().err().expect("refused");
        assert!(!error.hint.is_empty());
        error.message
    };
    let sound = |sql: &str| {
        let place = Place::new();
        let mut file = place.create();
        (0..200).for_each(|n| put(&mut file, RATE, &format!("Example {n} {}", "x".repeat(500))));
        file.connection.execute_batch(sql).expect("changes");
        drop(file);
        std::fs::read(place.path()).expect("reads")
    };
    let whole = sound("");
    assert!(
        refusal(b"PK not a database at all, but long enough to be one").contains("is not an Attest file")
    );
    assert!(refusal(b"").contains("is not an Attest file"));
    assert!(refusal(&sound("PRAGMA application_id = 5")).contains("is not an Attest file"));
    assert!(refusal(&sound("PRAGMA user_version = 99")).contains("newer version"));
    assert!(refusal(&whole[..whole.len() / 2]).contains("is damaged"));
    let missing = Place::new().open().err().expect("refused");
    assert_eq!(missing.kind, Kind::Missing);
}

/// A batch with one kept original, packed as it is kept.
pub(super) fn put_original(file: &mut AuditFile, text: &str) {
    let packed = packed::pack(text.as_bytes()).expect("packs");
    file.transact(RATE, "b", |tx| {
        tx.put(
            Row::new("template", "t@1")
                .text("template_id", "t")
                .text("version", "1")
                .text("title", "T")
                .text("status", "draft")
                .text("digest", "d")
                .text("toml", "x"),
        )?;
        tx.put(Row::new("round", "r").text("label", "2027").text("template", "t@1").text("created", "2027"))?;
        tx.put(
            Row::new("batch", "b")
                .text("round_id", "r")
                .text("at", "2027")
                .text("on_date", "2027-01-01")
                .text("who", "W")
                .text("label", "L"),
        )?;
        tx.put(
            Row::new("original", "o")
                .text("batch_id", "b")
                .text("round_id", "r")
                .text("name", "n.xlsx")
                .text("sha256", "0")
                .set("size", 20)
                .set("bytes", packed)
                .text("verdict", "clean"),
        )
    })
    .expect("commits");
}

#[test]
fn a_redacted_text_is_found_nowhere_and_the_chain_holds() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "Example");
    put(&mut file, WRITE, "told to Zzyx Samplename, \"in person\"");
    put_original(&mut file, "<t>Zzyx Samplename</t>");
    put(&mut file, RATE, "Example");
    let backup = file.backup("before intake").expect("writes").expect("a backup");
    let done = file.redact("Zzyx Samplename").expect("redacts");
    assert_eq!((done.backups, done.left.len()), (1, 0));
    assert_eq!(file.can_undo(), None);
    file.verify().expect("the chain holds");
    let (bytes, redacted): (Vec<u8>, u32) = file
        .reader()
        .one("SELECT bytes, redacted FROM original", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("reads")
        .expect("a row");
    assert_eq!(
        (packed::unpack(&bytes).expect("unpacks"), redacted),
        (format!("<t>{TOMBSTONE}</t>").into_bytes(), 1)
    );
    drop(file);
    for path in [place.path(), backup.path.clone()] {
        let raw = std::fs::read(&path).expect("reads");
        assert!(!raw.windows(15).any(|window| window == b"Zzyx Samplename"), "{}", path.display());
    }
    let restored = backup::restore(
        &backup.path,
        &place.folder.path().join("Restored.attest"),
        place.world.clone(),
        &Progress::default(),
    )
    .expect("restores");
    restored.verify().expect("the backup's chain holds too");
    for short in ["", " a ", "setting", "answer.rate", "Test Person"] {
        let mut file = place.open().expect("opens");
        assert_eq!(file.redact(short).expect_err("refused").kind, Kind::Input, "{short}");
    }
}

#[test]
fn a_backup_is_made_when_something_changed_and_restores_to_a_new_file_only() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    drop(file);
    drop(place.open().expect("opens"));
    let file = place.open().expect("opens");
    let backups = file.backups().expect("lists");
    assert_eq!(
        backups.iter().map(|backup| (backup.revision, backup.reason.as_str())).collect::<Vec<_>>(),
        [(1, "at opening")]
    );
    let new = place.folder.path().join("Restored.attest");
    let restored =
        backup::restore(&backups[0].path, &new, place.world.clone(), &Progress::default()).expect("restores");
    assert_eq!(name(&restored, "s").as_deref(), Some("One"));
    let again = backup::restore(&backups[0].path, &new, place.world.clone(), &Progress::default());
    assert_eq!(again.err().expect("refused").kind, Kind::Input);
}

#[test]
fn a_backups_folder_that_cannot_be_made_is_a_remark() {
    let place = Place::new();
    let mut file = place.create();
    put(&mut file, RATE, "One");
    drop(file);
    std::fs::write(place.folder.path().join("backups"), "in the way").expect("writes");
    let mut file = place.open().expect("opens");
    assert!(file.remark().expect("a remark").starts_with("No backup could be made."));
    put(&mut file, RATE, "Two");
}

#[test]
fn a_further_copy_goes_where_the_person_chose_and_a_redaction_reaches_it() {
    let place = Place::new();
    let stick = place.folder.path().join("stick");
    let mut file = place.create();
    put(&mut file, RATE, "Robin Sample");
    place.world.keep_further_backups(stick.clone());
    file.backup("before intake").expect("a missing stick stops nobody");
    assert!(file.remark().expect("a remark").contains("folder that you chose"));
    std::fs::create_dir(&stick).expect("the stick is plugged in");
    place.world.pass(1);
    file.backup("before intake").expect("writes");
    let copies = || {
        let folders = std::fs::read_dir(&stick).expect("read").flatten();
        folders.flat_map(|folder| backup::list(&folder.path()).expect("lists")).collect::<Vec<_>>()
    };
    assert_eq!(copies().len(), 1);
    let done = file.redact("Robin Sample").expect("redacted");
    assert_eq!((done.backups, done.left.len()), (3, 0));
    let new = place.folder.path().join("Restored.attest");
    let restored = backup::restore(&copies()[0].path, &new, place.world.clone(), &Progress::default())
        .expect("restores");
    assert_eq!(name(&restored, "s").as_deref(), Some(TOMBSTONE));
}

#[test]
fn what_is_looked_up_for_every_return_is_found_by_an_index() {
    let place = Place::new();
    let file = place.create();
    for (table, column) in [
        ("evidence", "returned_id"),
        ("action", "returned_id"),
        ("backing", "evidence_id"),
        ("growth", "action_id"),
        ("answer", "submission_id"),
        ("original", "sha256"),
        ("original", "setting_id"),
        ("original", "submission_id"),
        ("state_event", "submission_id"),
        ("sign_off", "submission_id"),
    ] {
        let sql = format!("EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = ?1");
        let plan = file.reader().all(&sql, ["x"], |row| row.get::<_, String>(3)).expect("a plan").join("; ");
        assert!(plan.starts_with("SEARCH"), "{table} by {column}: {plan}");
    }
}
