//! Signing on a real file: in order, frozen at the first, undone never, taken back with a reason.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::{Code, Kept, Part, Signing, Stage, all, moved, said, sign, standing, verify, void};
use crate::error::{Kind, Result};
use crate::round::NewRound;
use crate::setting::Details;
use crate::store::{AuditFile, FileKind};
use crate::submission::start::{NewAudit, new_audit};
use crate::submission::{State, Submission, SubmissionId, answer, load};
use crate::template::library;
use crate::world::FixedWorld;

struct Desk {
    _folder: tempfile::TempDir,
    world: Arc<FixedWorld>,
    file: AuditFile,
    id: SubmissionId,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let world = Arc::new(FixedWorld::new("2027-01-11T18:00:00Z".parse().expect("a time"), 7));
        let path = folder.path().join("Example.attest");
        let mut file = AuditFile::create(&path, FileKind::Setting, world.clone()).expect("created");
        let new = NewAudit {
            setting: Details {
                kind: "school".into(),
                name: "Example Primary School".into(),
                ..Details::default()
            },
            identifiers: BTreeMap::new(),
            round: NewRound { label: "2026/27".into(), ..NewRound::default() },
        };
        let template = library::find("school@2025.1").expect("it ships");
        let id = new_audit(&mut file, template, &new).expect("begun");
        Self { _folder: folder, world, file, id }
    }

    fn submission(&self) -> Submission {
        load(self.file.reader(), self.id).expect("it is there")
    }

    fn write(&mut self, text: &str) -> Result<()> {
        answer::write(&mut self.file, self.id, &"school.a1".into(), "note", text)
    }

    fn sign(&mut self, step: &str) -> Result<()> {
        self.world.pass(60);
        let given = Signing { step: step.to_owned(), name: "Alex Example".to_owned(), ..Signing::default() };
        let submission = self.submission();
        sign(&mut self.file, &submission, &given)
    }

    fn void(&mut self, reason: &str) -> Result<()> {
        self.world.pass(60);
        let submission = self.submission();
        void(&mut self.file, &submission, reason)
    }

    fn all(&self) -> Vec<Kept> {
        all(self.file.reader(), self.id).expect("read")
    }

    fn signed() -> Self {
        let mut desk = Self::new();
        desk.write("Minutes of the board").expect("written");
        for step in ["dsl", "headteacher", "board"] {
            desk.sign(step).expect("signed");
        }
        desk
    }
}

#[test]
fn people_sign_in_order_and_the_content_is_frozen_at_the_first() {
    let mut desk = Desk::new();
    desk.write("Minutes").expect("written");
    let early = desk.sign("board").expect_err("it is not their turn");
    assert_eq!(early.kind, Kind::State);
    assert!(early.message.contains("Designated safeguarding lead"), "{}", early.message);
    desk.sign("dsl").expect("signed");
    assert_eq!(desk.submission().state, State::Signing);
    let frozen = desk.write("Minutes of the board").expect_err("frozen");
    assert!(frozen.kind == Kind::State && frozen.hint.contains("take the sign-off back"), "{}", frozen.hint);
    assert!(desk.sign("dsl").is_err(), "nobody signs twice");
    desk.sign("headteacher").expect("signed");
    desk.sign("board").expect("signed");
    assert_eq!(desk.submission().state, State::SignedOff);
    assert!(desk.sign("board").is_err(), "all have signed");
    let kept = desk.all().remove(0);
    assert_eq!(kept.stage, Stage::Complete);
    let steps: Vec<&str> = kept.sign_off.signatures.iter().map(|one| one.step.as_str()).collect();
    assert_eq!(steps, ["dsl", "headteacher", "board"]);
    assert_eq!(kept.sign_off.signatures[2].body, "Governing body, trust board or proprietor");
    assert!(kept.sign_off.signatures[0].statement.starts_with("I completed or checked"));
}

#[test]
fn undo_and_redo_never_cross_a_signature_or_its_taking_back() {
    let mut desk = Desk::new();
    desk.write("One").expect("written");
    desk.file.undo().expect("undone");
    desk.sign("dsl").expect("signed");
    assert_eq!((desk.file.can_undo(), desk.file.can_redo()), (None, None));
    assert!(desk.file.undo().is_err() && desk.file.redo().is_err());
    desk.void("A word was wrong.").expect("taken back");
    assert!(desk.file.undo().is_err(), "a taking back stays");
    desk.write("Two").expect("it can be changed again");
    desk.file.undo().expect("undone");
    assert_eq!(desk.submission().state, State::InProgress);
    assert!(desk.file.undo().is_err());
}

#[test]
fn typing_does_not_go_on_across_a_sign_off() {
    let mut desk = Desk::new();
    desk.write("One").expect("written");
    let submission = desk.submission();
    let given = Signing { step: "dsl".into(), name: "Alex Example".into(), ..Signing::default() };
    sign(&mut desk.file, &submission, &given).expect("signed");
    let submission = desk.submission();
    void(&mut desk.file, &submission, "Too early").expect("taken back");
    desk.write("One and two").expect("written");
    desk.file.undo().expect("undone");
    let now = said(desk.file.reader(), &desk.submission()).expect("read").text();
    assert!(now.contains("note: One\n"), "{now}");
}

#[test]
fn taken_back_changed_and_signed_again_the_old_one_stays() {
    let mut desk = Desk::signed();
    let first = desk.all()[0].sign_off.code;
    assert!(desk.void(" \n").is_err(), "a reason is given");
    desk.void("The panel asked for a date.").expect("taken back");
    assert_eq!(desk.submission().state, State::InProgress);
    assert!(desk.void("Again").is_err(), "nobody has signed now");
    desk.write("Minutes of the board, 11 January").expect("written");
    let now = said(desk.file.reader(), &desk.submission()).expect("read");
    let found = moved(&desk.all()[0].sign_off.digests, &now);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].part, found[0].question.clone()), (Part::Answer, Some("school.a1".into())));
    desk.sign("dsl").expect("signed again");
    let kept = desk.all();
    assert_eq!(kept.iter().map(|one| one.stage).collect::<Vec<_>>(), [Stage::Void, Stage::Open]);
    assert_eq!(
        (kept[0].reason.as_str(), kept[0].sign_off.signatures.len()),
        ("The panel asked for a date.", 3)
    );
    assert_ne!(kept[1].sign_off.code, first);
    desk.void("Back to what it was.").expect("taken back");
    desk.write("Minutes of the board").expect("written");
    desk.sign("dsl").expect("signed");
    assert_eq!(desk.all()[2].sign_off.code, first, "the same answers have the same code");
}

#[test]
fn a_redaction_after_signing_is_said_and_nobody_signs_over_it() {
    let mut desk = Desk::new();
    desk.write("Minutes kept by Robin Sample").expect("written");
    desk.sign("dsl").expect("signed");
    desk.file.redact("Robin Sample").expect("redacted");
    let now = said(desk.file.reader(), &desk.submission()).expect("read");
    let kept = standing(desk.file.reader(), desk.id).expect("read").expect("it stands");
    let verified = verify(&kept.sign_off, &now);
    assert_eq!((verified.matches, verified.moved.len()), (Some(false), 1));
    let error = desk.sign("headteacher").expect_err("it is not what was signed");
    assert!(error.message.contains("no longer what the first person signed"), "{}", error.message);
}

#[test]
fn a_signature_without_a_name_or_of_tomorrow_is_refused() {
    let mut desk = Desk::new();
    let submission = desk.submission();
    let signing = |name: &str, meeting: Option<&str>| Signing {
        step: "dsl".to_owned(),
        name: name.to_owned(),
        meeting: meeting.map(|day| day.parse().expect("a date")),
        ..Signing::default()
    };
    for (name, meeting) in [("  ", None), (&*"x".repeat(201), None), ("Alex Example", Some("2027-01-12"))] {
        let error = sign(&mut desk.file, &submission, &signing(name, meeting)).expect_err("refused");
        assert!(error.kind == Kind::Input && !error.hint.is_empty(), "{}", error.message);
    }
    sign(&mut desk.file, &submission, &signing("Alex  Example\n", Some("2027-01-11"))).expect("signed");
    assert_eq!(desk.all()[0].sign_off.signatures[0].name, "Alex Example");
}

#[test]
fn the_code_in_the_file_is_that_of_the_canonical_text() {
    let desk = Desk::signed();
    let now = said(desk.file.reader(), &desk.submission()).expect("read");
    assert_eq!(desk.all()[0].sign_off.code, Some(Code::of(&now.text())));
}
