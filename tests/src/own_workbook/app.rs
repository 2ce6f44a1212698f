//! The same in the app: a workbook opened, put right, made, begun with, filled in, and taken in by a partnership.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use attest::api::{Desktop, Session, dispatch};
use attest::error::Result;
use attest::sheet;
use attest::workbook::{self, InProcess, Templates};
use attest::world::FixedWorld;
use serde_json::{Value, json};

use super::layouts;

/// A desktop that opens what it is told to and saves under the suggested name.
struct Told {
    folder: PathBuf,
    files: Mutex<VecDeque<PathBuf>>,
}

impl Desktop for Told {
    fn pick_files(&self, _: &str, _: &[&str]) -> Option<Vec<PathBuf>> {
        self.files.lock().expect("no test panics with it").pop_front().map(|path| vec![path])
    }
    fn pick_folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str, suggested: &str) -> Option<PathBuf> {
        Some(self.folder.join(suggested))
    }
    fn reveal(&self, _: &Path) -> Result<()> {
        Ok(())
    }
}

struct Seat {
    folder: tempfile::TempDir,
    session: Session,
    told: Arc<Told>,
}

impl Seat {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let told = Arc::new(Told { folder: folder.path().to_owned(), files: Mutex::default() });
        let world = Arc::new(FixedWorld::new("2026-11-21T09:00:00Z".parse().expect("a time"), 5));
        let session = Session::new(world, told.clone()).with_reads(Arc::new(InProcess));
        Self { folder, session, told }
    }

    fn ask(&self, name: &str, input: Value) -> Value {
        match dispatch(&self.session, name, input) {
            Ok(reply) => reply.value,
            Err(failure) => panic!("{name}: {} {}", failure.message, failure.hint),
        }
    }

    fn step(&self, step: Value) -> Value {
        self.ask("own_workbook.correct", json!({ "step": step }))
    }

    /// Opens a layout and makes its tool; gives the key.
    fn made(&self, name: &str) -> String {
        let layout = layouts::all().into_iter().find(|one| one.name == name).expect("a layout");
        let path = self.folder.path().join(format!("{name}.xlsx"));
        std::fs::write(&path, &layout.bytes).expect("written");
        self.told.files.lock().expect("free").push_back(path);
        let view = self.ask("own_workbook.open", json!({}));
        for scale in view["scales"].as_array().expect("scales") {
            self.step(json!({"what": "confirm", "scale": scale["id"]}));
        }
        self.step(json!({"what": "tool", "title": "Sampleton audit", "publisher": "Sampleton", "audience": "school"}));
        let opened = self.ask("own_workbook.make", json!({}));
        opened["sheet"]["choice"]["key"].as_str().expect("it is sound").to_owned()
    }
}

fn begin(seat: &Seat, key: &str) {
    let started = json!({
        "template": key, "name": "Example Primary School", "kind": "school", "identifiers": {"urn": "100001"},
        "round_label": "2026/27", "understood": "draft",
    });
    seat.ask("start.new_setting", started);
}

#[test]
fn a_school_answers_its_partnerships_own_workbook_and_the_original_is_filled_in() {
    let seat = Seat::new();
    let key = seat.made("cover-cells");
    begin(&seat, &key);
    assert_eq!(seat.ask("own_workbook.offered", json!({}))["name"], "cover-cells.xlsx");
    let standard = seat.ask("home.show", json!({}))["standards"][0]["id"].clone();
    let shown = seat.ask("standard.show", json!({ "standard": standard }));
    let question = &shown["questions"][0];
    let level = &question["levels"][1]["level"];
    seat.ask("answer.rate", json!({"question": question["id"], "level": level["code"]}));
    seat.ask(
        "answer.write",
        json!({"question": question["id"], "field": "note", "text": "In the blue folder"}),
    );
    let written = seat.ask("own_workbook.write", json!({}));
    let path = seat.folder.path().join(written["name"].as_str().expect("a name"));
    let book = sheet::open(&std::fs::read(path).expect("written")).expect("it opens").value;
    let all: Vec<String> = book
        .sheets
        .iter()
        .flat_map(|one| one.rows.values())
        .flat_map(|cells| cells.values())
        .map(sheet::Cell::text)
        .collect();
    for text in
        ["Example Primary School", "100001", "In the blue folder", level["label"].as_str().expect("a label")]
    {
        assert!(all.iter().any(|cell| cell == text), "{text}");
    }
    assert!(seat.ask("own_workbook.show", json!({}))["steps"].as_u64() >= Some(2));
}

#[test]
fn an_unconfirmed_scale_is_refused_and_a_step_is_taken_back() {
    let seat = Seat::new();
    let path = seat.folder.path().join("figures.xlsx");
    let layout = layouts::all().into_iter().find(|one| one.name == "figures").expect("a layout");
    std::fs::write(&path, &layout.bytes).expect("written");
    seat.told.files.lock().expect("free").push_back(path);
    seat.ask("own_workbook.open", json!({}));
    let refused =
        dispatch(&seat.session, "own_workbook.make", json!({})).expect_err("nobody said what 0 means");
    assert!(refused.message.contains("confirmed"), "{}", refused.message);
    let before = seat.ask("own_workbook.show", json!({}));
    let row = before["questions"][0]["row"].clone();
    assert_ne!(
        seat.step(json!({"what": "row", "sheet": 0, "row": row, "role": "other"}))["questions"],
        before["questions"]
    );
    assert_eq!(seat.ask("own_workbook.undo", json!({}))["questions"], before["questions"]);
    let picture = seat.ask("own_workbook.sheet", json!({"sheet": 0}));
    assert_eq!(picture["rows"][0]["role"], "heading");
    assert!(picture["columns"].as_array().expect("columns").iter().any(|one| one["role"] == "rating"));
}

#[test]
fn a_partnership_keeps_the_mapping_and_reads_filled_workbooks_with_it() {
    let seat = Seat::new();
    let key = seat.made("cover-cells");
    let started =
        json!({"template": key, "name": "Sampleton", "round_label": "2026/27", "understood": "draft"});
    seat.ask("start.new_partnership", started);
    let mappings =
        seat.session.file(|file| attest::own_workbook::mappings(file.reader())).expect("kept with the round");
    let known = Templates::default().mapped(mappings.into_iter().map(Arc::new));
    let layout = layouts::all().into_iter().find(|one| one.name == "cover-cells").expect("a layout");
    let mapping = &known.mappings()[0];
    let template =
        Arc::clone(&known.find(&mapping.tool.id, &mapping.tool.version).expect("with its tool").template);
    let returned = super::answered(mapping, &template);
    let filled = workbook::foreign::fill(&layout.bytes, mapping, &returned).expect("filled").value;
    let found = workbook::read(&filled, &known).expect("read as a return").value;
    assert_eq!(
        (found.returned.setting, found.template.key()),
        ("Example Primary School".to_owned(), key.clone())
    );
    assert_eq!(found.returned.answers.iter().filter(|one| one.value.is_some()).count(), 4);
    let plain = layouts::all().into_iter().find(|one| one.name == "figures").expect("a layout");
    assert!(workbook::read(&plain.bytes, &Templates::default()).is_err(), "no mapping, no return");
}

#[test]
fn a_school_that_is_given_the_tool_as_a_file_fills_in_the_original() {
    let partnership = Seat::new();
    let key = partnership.made("cover-cells");
    let saved = partnership.ask("template.save", json!({ "key": key, "form": "text" }));
    let path = partnership.folder.path().join(saved["name"].as_str().expect("a name"));

    let school = Seat::new();
    school.told.files.lock().expect("free").push_back(path);
    assert_eq!(school.ask("template.open", json!({}))["sheet"]["choice"]["key"], key.as_str());
    begin(&school, &key);
    assert_eq!(school.ask("own_workbook.offered", json!({}))["name"], "cover-cells.xlsx");
    let written = school.ask("own_workbook.write", json!({}));
    let filled = school.folder.path().join(written["name"].as_str().expect("a name"));
    let original = layouts::all().into_iter().find(|one| one.name == "cover-cells").expect("a layout").bytes;
    let parts = |bytes: &[u8]| super::parts::parts(bytes).into_keys().collect::<Vec<_>>();
    assert_eq!(parts(&std::fs::read(filled).expect("written")), parts(&original));
}

/// The session's file, lent to a run of the post room.
struct Post<'s>(&'s Session);

impl attest::intake::Lends for Post<'_> {
    fn file<T>(&self, work: impl FnOnce(&mut attest::store::AuditFile) -> Result<T>) -> Result<T> {
        self.0.file(work)
    }
}

#[test]
fn a_partnership_takes_in_its_own_workbook_that_a_school_filled_in() {
    use attest::{round, setting, submission};

    let school = Seat::new();
    let key = school.made("cover-cells");
    begin(&school, &key);
    let standard = school.ask("home.show", json!({}))["standards"][0]["id"].clone();
    let question = school.ask("standard.show", json!({ "standard": standard }))["questions"][0].clone();
    let level = question["levels"][1]["level"]["code"].clone();
    school.ask("answer.rate", json!({"question": question["id"], "level": level}));
    let written = school.ask("own_workbook.write", json!({}));

    let seat = Seat::new();
    let key = seat.made("cover-cells");
    let started =
        json!({"template": key, "name": "Sampleton", "round_label": "2026/27", "understood": "draft"});
    seat.ask("start.new_partnership", started);
    let given = setting::Details {
        kind: "school".into(),
        name: "Example Primary School".into(),
        ..setting::Details::default()
    };
    let round = seat.session.file(|file| Ok(round::all(file.reader())?[0].id)).expect("a round");
    let expect = |tx: &mut attest::store::Tx<'_>| {
        let added = setting::add(tx, &given, &[("urn".to_owned(), "100001".to_owned())].into())?;
        round::register::expect(tx, round, added)
    };
    seat.session.file(|file| file.transact(round::register::ADD, "", expect).map(drop)).expect("expected");

    let post = seat.folder.path().join("post");
    std::fs::create_dir(&post).expect("a folder");
    let name = written["name"].as_str().expect("a name");
    std::fs::copy(school.folder.path().join(name), post.join("came-back.xlsx")).expect("copied");
    let outcome = attest::intake::run(&Post(&seat.session), &InProcess, &Default::default(), round, &[post])
        .expect("run");
    assert_eq!((outcome.files, outcome.placed), (1, 1));
    let sql = "SELECT coalesce(value, '') FROM answer WHERE question_id = ?1";
    let id = question["id"].as_str().expect("an id").to_owned();
    let kept = seat.session.file(|file| file.reader().all(sql, [id], |line| line.get::<_, String>(0)));
    assert_eq!(kept.expect("read"), [level.as_str().expect("a code").to_owned()]);
    let state = seat.session.file(|file| {
        let returned = file.reader().all("SELECT id FROM submission", [], |line| line.get::<_, String>(0))?;
        submission::load(file.reader(), returned[0].parse().expect("an id"))
    });
    assert_eq!(state.expect("it is there").state, submission::State::Received);
}
