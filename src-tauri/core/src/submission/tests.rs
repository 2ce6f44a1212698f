//! Answering on a real file: rate, write, undo, reopen; wrong input; bytes always in step.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use super::answer::{self, Mark};
use super::progress;
use super::start::{NewAudit, new_audit};
use super::{Answer, State, SubmissionId, answers, load, put_state, ratings};
use crate::error::Kind;
use crate::round::NewRound;
use crate::setting::Details;
use crate::store::{AuditFile, FileKind, Operation, params};
use crate::template::{QuestionId, Template, library};
use crate::world::FixedWorld;

struct Desk {
    _folder: tempfile::TempDir,
    path: std::path::PathBuf,
    world: Arc<FixedWorld>,
    file: AuditFile,
    id: SubmissionId,
    template: Template,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("Example.attest");
        let world = Arc::new(FixedWorld::new("2027-01-11T18:00:00Z".parse().expect("a time"), 7));
        let mut file = AuditFile::create(&path, FileKind::Setting, world.clone()).expect("created");
        let template = library::shipped()[0].template().clone();
        let new = NewAudit {
            setting: Details {
                kind: "school".into(),
                name: "Example Primary School".into(),
                ..Details::default()
            },
            identifiers: BTreeMap::from([("urn".to_owned(), "123456".to_owned())]),
            round: NewRound { label: "2026/27".into(), ..NewRound::default() },
        };
        let id = new_audit(&mut file, &template, &new).expect("begun");
        Self { _folder: folder, path, world, file, id, template }
    }

    fn rate(&mut self, question: &str, level: Option<&str>) -> crate::error::Result<()> {
        answer::rate(&mut self.file, self.id, &question.into(), level)
    }

    fn write(&mut self, question: &str, field: &str, text: &str) -> crate::error::Result<()> {
        answer::write(&mut self.file, self.id, &question.into(), field, text)
    }

    fn answer(&self, question: &str) -> Answer {
        let found = answers(self.file.reader(), self.id).expect("read").remove(&QuestionId::from(question));
        answer::or_blank(found, &question.into())
    }

    fn say(&mut self, fact: &str, value: &str) {
        let submission = load(self.file.reader(), self.id).expect("read");
        let facts = BTreeMap::from([(fact.to_owned(), value.to_owned())]);
        let told = self.file.transact(Operation::ordinary("home.facts"), "", |tx| {
            let submission = super::tell(tx, &submission, &facts)?;
            answer::refresh(tx, &submission, &self.template)
        });
        told.expect("said");
    }

    /// One step of any kind; undo and redo refuse when there is nothing to take back, which is fine.
    fn step(&mut self, verb: u8, question: usize, level: usize) {
        let question = ["school.a1", "school.a2", "school.c1", "school.c2"][question];
        let levels = [Some("met"), Some("mostly"), Some("not_met"), Some("not_applicable"), None];
        match verb {
            0..=2 => self.rate(question, levels[level]).expect("rated"),
            3 => answer::flag(&mut self.file, self.id, &question.into(), Mark::Set).expect("marked"),
            4 => self.write(question, "note", &"a ".repeat(level)).expect("written"),
            5 => self.say("boarding", if level < 3 { "yes" } else { "no" }),
            6 => drop(self.file.undo()),
            _ => drop(self.file.redo()),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let sql = "SELECT ratings FROM submission WHERE id = ?1";
        let found = self.file.reader().one(sql, params![self.id], |row| row.get(0)).expect("read");
        found.expect("the submission is there")
    }

    fn recomputed(&self) -> Vec<u8> {
        let submission = load(self.file.reader(), self.id).expect("read");
        ratings::bytes(
            &self.template,
            &submission.facts,
            &answers(self.file.reader(), self.id).expect("read"),
        )
    }
}

#[test]
fn a_rating_is_kept_undone_and_there_again_after_reopening() {
    let mut desk = Desk::new();
    desk.rate("school.a1", Some("met")).expect("rated");
    desk.rate("school.a1", Some("partly")).expect("rated");
    desk.file.undo().expect("undone");
    assert_eq!(desk.answer("school.a1").value.as_deref(), Some("met"));
    desk.file.redo().expect("done again");
    assert_eq!(desk.answer("school.a1").value.as_deref(), Some("partly"));
    assert_eq!(desk.bytes(), desk.recomputed());
    let Desk { path, world, file, id, _folder, .. } = desk;
    drop(file);
    let file = AuditFile::open(&path, world).expect("opened");
    let answer =
        answers(file.reader(), id).expect("read").remove(&QuestionId::from("school.a1")).expect("answered");
    assert_eq!(answer.value.as_deref(), Some("partly"));
    assert_eq!(file.can_undo(), None, "undo stops at opening");
}

#[test]
fn typing_on_is_one_step_and_trailing_spaces_stay_while_typing() {
    let mut desk = Desk::new();
    for text in ["Minutes", "Minutes of ", "Minutes of the board\r\n"] {
        desk.write("school.a1", "note", text).expect("written");
        desk.world.pass(2);
    }
    assert_eq!(desk.answer("school.a1").note, "Minutes of the board\n");
    desk.file.undo().expect("undone");
    assert_eq!(desk.answer("school.a1").note, "");
}

#[test]
fn nothing_can_be_typed_in_that_does_not_fit() {
    let mut desk = Desk::new();
    let long = "x".repeat(32_768);
    let tried = [
        desk.rate("school.zz9", Some("met")),
        desk.rate("school.a1", Some("excellent")),
        desk.rate("school.q1", Some("met")),
        desk.write("school.a1", "colour", "red"),
        desk.write("school.a1", "note", &long),
        desk.write("school.a1", "value", "met"),
        desk.write("school.c13", "value", "three"),
        desk.write("school.c14", "value", "31/02/2026"),
    ];
    for result in tried {
        let error = result.expect_err("it does not fit");
        assert!(matches!(error.kind, Kind::Input | Kind::Missing | Kind::State), "{}", error.message);
        assert!(error.message.ends_with('.'), "{}", error.message);
    }
    assert_eq!(desk.answer("school.a1"), Answer::blank("school.a1".into()));
    desk.write("school.c13", "value", " 3 ").expect("a number");
    desk.write("school.c14", "value", "2026-02-28").expect("a date");
}

#[test]
fn a_module_switched_off_keeps_its_answers_and_counts_none() {
    let mut desk = Desk::new();
    desk.say("boarding", "yes");
    let without = desk.template.asked(&BTreeMap::new());
    let with = desk.template.asked(&BTreeMap::from([("boarding".to_owned(), "yes".to_owned())]));
    let added = with
        .iter()
        .find(|one| !without.iter().any(|other| other.id == one.id))
        .expect("boarding adds questions");
    let boarding = added.id.0.clone();
    desk.rate(&boarding, Some("met")).expect("rated");
    desk.say("boarding", "no");
    let place =
        desk.template.questions().position(|one| one.id.0 == boarding).expect("it is in the template");
    assert_eq!(desk.bytes()[place], ratings::NOT_ASKED);
    assert_eq!(desk.answer(&boarding).value.as_deref(), Some("met"), "kept, though not counted");
}

#[test]
fn carried_is_no_progress_and_blank_not_applicable_and_not_met_are_three_things() {
    let desk = Desk::new();
    let mut answer = Answer::blank("school.a1".into());
    let question = desk.template.question(&answer.question).expect("there").clone();
    let mut byte = |value: Option<&str>, carried: Option<&str>| {
        answer.value = value.map(ToOwned::to_owned);
        answer.carried_from = carried.map(ToOwned::to_owned);
        let (progress, counted) = progress::count(&desk.template, [(&question, Some(&answer))]);
        (ratings::of(&desk.template, &question, Some(&answer)), progress.answered, counted.base())
    };
    assert_eq!(byte(None, None), (ratings::BLANK, 0, 0));
    assert_eq!(byte(Some("met"), Some("2025/26")), (ratings::CARRIED, 0, 0));
    assert_eq!(byte(Some("not_applicable"), None), (ratings::NOT_APPLICABLE, 1, 0));
    assert_eq!(byte(Some("not_met"), None), (ratings::FIRST_LEVEL + 3, 1, 1));
}

#[test]
fn a_text_leaves_the_file_without_the_spaces_of_typing() {
    let mut answer = Answer::blank("school.a1".into());
    answer.note = "Minutes of ".into();
    answer.reason = " \n".into();
    answer.extra.insert("place".into(), "Shared drive\t".into());
    let tidy = answer.tidied();
    assert_eq!((tidy.note.as_str(), tidy.reason.as_str()), ("Minutes of", ""));
    assert_eq!(tidy.extra["place"], "Shared drive");
}

#[test]
fn a_return_that_came_in_keeps_its_answers() {
    let mut desk = Desk::new();
    let id = desk.id;
    desk.file
        .transact(Operation::ordinary("test"), "", |tx| put_state(tx, id, State::Accepted, ""))
        .expect("accepted");
    let error = desk.rate("school.a1", Some("met")).expect_err("it came in");
    assert_eq!(error.kind, Kind::State);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_bytes_are_always_those_of_the_answers(steps in prop::collection::vec((0..8_u8, 0..4_usize, 0..5_usize), 1..24)) {
        let mut desk = Desk::new();
        let begun = desk.bytes();
        for (verb, question, level) in steps {
            desk.step(verb, question, level);
            prop_assert_eq!(desk.bytes(), desk.recomputed());
        }
        while desk.file.undo().is_ok() {}
        prop_assert_eq!(desk.bytes(), begun, "all taken back is as it was begun");
    }
}
