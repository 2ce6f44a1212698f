//! The commands of the partnership's screens, from the register to the report on the disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::{Desktop, Session, dispatch};
use attest::error::{Kind, Result};
use attest::store::AuditFile;
use serde_json::{Value, json};

use super::ground::{Ground, json_reads, submission as number};

/// A desktop on which somebody always chooses the same folder and the same place to save.
struct Chooser {
    folder: PathBuf,
    save: PathBuf,
}

impl Desktop for Chooser {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        None
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        Some(self.folder.clone())
    }
    fn pick_save(&self, _: &str, _: &str) -> Option<PathBuf> {
        Some(self.save.clone())
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

/// A session on a file with three returns waiting in the folder.
fn session() -> (Session, tempfile::TempDir) {
    let ground = Ground::new(5);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1, 2, 3, 0, 1]);
    ground.put_return("b.xlsx", 2, 1, "100002", &[2, 2, 0]);
    ground.put_return("c.xlsx", 3, 1, "100003", &[0, 0, 1, 1]);
    let Ground { folder, file, world, .. } = ground;
    drop(file);
    let path = folder.path().join("partnership.attest");
    let desktop = Chooser { folder: folder.path().join("in"), save: folder.path().join("report") };
    let session = Session::new(world.clone(), Arc::new(desktop)).with_reads(Arc::new(json_reads()));
    session.take(&path, AuditFile::open(&path, world).expect("opened")).expect("nothing else is open");
    (session, folder)
}

fn call(session: &Session, name: &str, input: Value) -> Value {
    dispatch(session, name, input).unwrap_or_else(|error| panic!("{name}: {}", error.message)).value
}

fn taken_in(session: &Session) -> Value {
    call(session, "intake.folder", json!({}));
    while call(session, "job.show", json!({}))["state"] == "running" {
        std::thread::yield_now();
    }
    call(session, "intake.latest", json!({}))
}

#[test]
fn from_the_folder_to_the_report() {
    let (session, folder) = session();
    let intake = taken_in(&session);
    assert_eq!(intake["lines"].as_array().map(Vec::len), Some(3), "{intake}");
    let batch = &intake["batch"]["id"];
    let round = call(&session, "intake.accept_clean", json!({"batch": batch}));
    assert_eq!((round["accepted"].as_u64(), round["expected"].as_u64()), (Some(3), Some(3)));
    let shown = call(&session, "return.show", json!({"submission": number(1)}));
    let line = &shown["standards"][0]["lines"][0];
    let (question, level) = (&line["question"], &line["levels"][2]["code"]);
    let finding = json!({"submission": number(1), "question": question, "kind": "challenge", "level": level,
        "text": "The panel asked how reviews of the policy are dated and who looks at them, and was shown two undated copies.",
        "agency": "Police", "reason": "Two copies had no date and the governors\u{2019} minutes do not name them.", "agreed": true});
    let shown = call(&session, "finding.record", finding);
    let line = &shown["standards"][0]["lines"][0];
    assert_ne!(line["self_rating"], line["moderated"]);
    assert_eq!(&line["moderated"], level);
    let table = call(&session, "table.show", json!({}));
    assert!(table["caption"].as_str().is_some_and(|it| it.contains("3 of 3")), "{table}");
    let written = call(&session, "round.write", json!({}));
    assert_eq!(written["name"], "report.xlsx");
    let bytes = std::fs::read(folder.path().join("report.xlsx")).expect("saved");
    assert_eq!(&bytes[..2], b"PK");
    if let Some(keep) = option_env!("ATTEST_KEEP_REPORT") {
        std::fs::write(keep, &bytes).expect("kept");
    }
}

#[test]
fn wrong_input_is_a_sentence_and_changes_nothing() {
    let (session, _folder) = session();
    taken_in(&session);
    let nobody = "00000000-0000-7000-8000-00000000ffff";
    let before = session.file(|file| file.head()).expect("a head");
    let wrong = [
        ("intake.show", json!({"batch": nobody}), Kind::Missing),
        ("intake.withdraw", json!({"batch": nobody}), Kind::Missing),
        ("intake.again", json!({"batch": nobody}), Kind::Missing),
        ("intake.accept", json!({"submissions": []}), Kind::Input),
        ("intake.accept", json!({"submissions": [nobody]}), Kind::Missing),
        ("intake.accept_clean", json!({"batch": "x"}), Kind::Input),
        ("return.show", json!({"submission": nobody}), Kind::Missing),
        ("register.exempt", json!({"setting": nobody, "reason": "closed"}), Kind::Missing),
        ("register.add", json!({"name": "", "kind": "school"}), Kind::Input),
        ("register.add", json!({"name": "A", "kind": "ship"}), Kind::Input),
        ("register.add", json!({"name": "A", "kind": "school", "identifiers": {"urn": "12"}}), Kind::Input),
        (
            "register.add",
            json!({"name": "A", "kind": "school", "identifiers": {"urn": "100001"}}),
            Kind::State,
        ),
        ("finding.record", json!({"submission": number(1), "kind": "theme", "text": "x"}), Kind::State),
        ("finding.record", json!({"submission": nobody, "kind": "theme", "text": "x"}), Kind::Missing),
    ];
    for (name, input, kind) in wrong {
        let failure = dispatch(&session, name, input.clone()).expect_err(name);
        assert_eq!(failure.kind, kind, "{name} {input}: {}", failure.message);
        assert!(failure.message.ends_with('.'), "{}", failure.message);
    }
    assert_eq!(session.file(|file| file.head()).expect("a head"), before);
}
