//! A partnership's file to test on, and returns as small files that a test's own reader understands.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use attest::error::{Error, Result};
use attest::intake::{self, Lends, Outcome};
use attest::problem::{Problem, Read, Severity};
use attest::progress::Progress;
use attest::round::{self, NewRound, RoundId, register};
use attest::setting::{self, Details, SettingId};
use attest::store::{AuditFile, FileKind, Tx};
use attest::submission::{Answer, SubmissionId};
use attest::template::{self, Template, library};
use attest::workbook::{Found, Identity, Return, Templates};
use attest::world::FixedWorld;
use serde_json::Value;

use crate::reads::TestReads;

/// An open partnership file with a register of three schools, and a folder for what comes in.
pub struct Ground {
    pub folder: tempfile::TempDir,
    pub file: Mutex<AuditFile>,
    pub world: Arc<FixedWorld>,
    pub round: RoundId,
    pub settings: Vec<SettingId>,
    pub template: &'static Template,
}

impl Lends for Ground {
    fn file<T>(&self, work: impl FnOnce(&mut AuditFile) -> Result<T>) -> Result<T> {
        work(&mut self.file.lock().expect("no test panics while it holds the file"))
    }
}

impl Ground {
    pub fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join("in")).expect("made");
        let world = Arc::new(FixedWorld::new("2026-11-21T12:00:00Z".parse().expect("a time"), seed));
        let path = folder.path().join("partnership.attest");
        let mut file = AuditFile::create(&path, FileKind::Partnership, world.clone()).expect("created");
        let template = library::find("school@2025.1").expect("it ships");
        let new = NewRound { label: "2026/27".into(), ..NewRound::default() };
        let round =
            file.transact(round::CREATE, "", |tx| round::create(tx, template, &new)).expect("a round");
        let mut ground =
            Self { folder, file: Mutex::new(file), world, round, settings: Vec::new(), template };
        let schools =
            [("Example Primary School", "100001"), ("Sampleton High", "100002"), ("Plain Junior", "100003")];
        ground.expect(&schools);
        ground
    }

    /// Puts schools on the register: name and URN.
    pub fn expect(&mut self, schools: &[(&str, &str)]) {
        let round = self.round;
        let add = |tx: &mut Tx<'_>, name: &str, urn: &str| {
            let details = Details { kind: "school".into(), name: name.into(), ..Details::default() };
            let setting = setting::add(tx, &details, &[("urn".to_owned(), urn.to_owned())].into())?;
            register::expect(tx, round, setting).map(|()| setting)
        };
        let all = |file: &mut AuditFile| {
            file.transact(register::ADD, "", |tx| {
                schools.iter().map(|(name, urn)| add(tx, name, urn)).collect()
            })
        };
        let settings: Vec<SettingId> = Lends::file(self, all).expect("added");
        self.settings.extend(settings);
    }

    /// Writes a file into the folder.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.folder.path().join("in").join(name), bytes).expect("written");
    }

    /// Writes a return into the folder: its number, revision, URN, and the places of the levels of its first answers.
    pub fn put_return(&self, name: &str, number: u128, revision: u32, urn: &str, places: &[usize]) {
        self.put(name, &serde_json::to_vec(&self.made(number, revision, urn, places)).expect("json"));
    }

    pub fn made(&self, number: u128, revision: u32, urn: &str, places: &[usize]) -> Return {
        let mut answers: Vec<Answer> =
            self.template.questions().map(|question| Answer::blank(question.id.clone())).collect();
        let questions =
            self.template.questions().filter_map(|it| self.template.scale_of(it).map(|scale| (it, scale)));
        for ((question, scale), place) in questions.zip(places) {
            let answer =
                answers.iter_mut().find(|answer| answer.question == question.id).expect("made above");
            answer.value = Some(scale.levels[*place].code.0.clone());
        }
        Return {
            identity: Identity {
                submission: submission(number).0,
                issue: None,
                export: submission(number + 1000).0,
                revision,
                template: self.template.id.clone(),
                version: self.template.version.clone(),
                digest: template::digest(self.template),
                round: "2026/27".into(),
                kind: Default::default(),
            },
            setting: format!("School {urn}"),
            identifiers: [("urn".to_owned(), urn.to_owned())].into(),
            facts: BTreeMap::new(),
            answers,
            ..Return::default()
        }
    }

    pub fn chosen(&self) -> Vec<PathBuf> {
        vec![self.folder.path().join("in")]
    }

    pub fn take_in(&self) -> Result<Outcome> {
        intake::run(self, &json_reads(), &Progress::default(), self.round, &self.chosen())
    }

    /// All that stands in the file, without log, times and ids of batches and originals.
    pub fn dump(&self) -> Vec<String> {
        let sql = [
            "SELECT 'original ' || name || ' ' || sha256 || ' ' || verdict || ' ' || message || ' ' || placed || ' ' || coalesce(submission_id, '') FROM original",
            "SELECT 'return ' || id || ' ' || subject_id || ' ' || state || ' ' || revision || ' ' || hex(ratings) FROM submission",
            "SELECT 'answer ' || ' ' || submission_id || ' ' || question_id || ' ' || coalesce(value, '') FROM answer",
        ];
        let mut lines: Vec<String> = sql.iter().flat_map(|sql| self.lines(sql)).collect();
        lines.sort();
        lines
    }

    pub fn lines(&self, sql: &str) -> Vec<String> {
        Lends::file(self, |file| file.reader().all(sql, [], |line| line.get(0))).expect("read")
    }
}

/// The number of a return, as its files carry it.
pub fn submission(number: u128) -> SubmissionId {
    format!("{:08x}-0000-7000-8000-{:012x}", number, number).parse().expect("a number")
}

/// The states of a return as it is shown, in their order.
pub fn states(view: &Value) -> Vec<&str> {
    let history = view["beside"]["history"].as_array().expect("a list");
    history.iter().filter_map(|one| one["state"].as_str()).collect()
}

/// Reads the returns that these tests write; refuses anything else with a sentence.
pub fn json_reads() -> TestReads {
    TestReads::returning(read_json)
}

fn read_json(bytes: &[u8], known: &Templates) -> Result<Read<Found>> {
    let returned: Return = serde_json::from_slice(bytes)
        .map_err(|_| Error::input("This is not a workbook.").hint("Ask for the workbook."))?;
    let same = |it: &Arc<Template>| it.id == returned.identity.template;
    let mut templates = known.all().map(|known| Arc::clone(&known.template));
    let exact = known.find(&returned.identity.template, &returned.identity.version);
    let template = exact.map(|known| Arc::clone(&known.template)).or_else(|| templates.find(same));
    let template = template.ok_or_else(|| Error::missing("No such audit tool."))?;
    let doubtful = returned.setting.contains("doubtful");
    let problems = match doubtful {
        true => {
            vec![Problem::new(Severity::Question, "Sheet 1, cell D4", "\u{201c}maybe\u{201d} is no rating.")]
        }
        false => Vec::new(),
    };
    let verified = attest::workbook::verified(&returned, &template);
    Ok(Read { value: Found { returned, template, verified }, problems })
}
