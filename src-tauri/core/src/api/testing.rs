//! A session for this module's tests: a fixed world, and a desktop on which nobody answers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::session::{Desktop, Session};
use crate::error::Result;
use crate::round::{self, NewRound, RoundId, register};
use crate::setting::{self, Details};
use crate::store::{AuditFile, FileKind, Row};
use crate::submission::{self, Answer, State, SubmissionId};
use crate::template::{Facts, library};
use crate::world::FixedWorld;

struct Nobody;

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

pub(super) fn session() -> Session {
    session_at(Arc::new(Nobody))
}

/// A session at some desktop.
pub(super) fn session_at(desktop: Arc<dyn Desktop>) -> Session {
    let noon = "2026-11-21T12:00:00Z".parse().expect("a time");
    Session::new(Arc::new(FixedWorld::new(noon, 1)), desktop)
}

/// Returns in each round of [`two_rounds`]: more than are read at a time.
pub(super) const RETURNS: usize = 23;

/// A partnership with two rounds, in each of which every school says one thing in the same words.
pub(super) fn two_rounds() -> (tempfile::TempDir, Session) {
    let (folder, session) = (tempfile::tempdir().expect("a folder"), session());
    let path = folder.path().join("partnership.attest");
    let mut file = AuditFile::create(&path, FileKind::Partnership, session.world().clone()).expect("created");
    let then = answered(&mut file, "2025/26", None, "Staff keep the log and look at it together each week.");
    let now = "Vaping alerts reach the lead, who looks at them with the staff.";
    answered(&mut file, "2026/27", Some(then), now);
    session.take(&path, file).expect("nothing else is open");
    (folder, session)
}

fn answered(file: &mut AuditFile, label: &str, earlier: Option<RoundId>, note: &str) -> RoundId {
    let template = library::find("school@2025.1").expect("it ships");
    let new = NewRound { label: label.to_owned(), ..NewRound::default() };
    let made = file.transact(round::CREATE, label, |tx| {
        let round = round::create(tx, template, &new)?;
        tx.put(Row::new("round", round).set("earlier_id", earlier.map(|id| id.to_string())))?;
        let mut returns = Vec::new();
        for number in 0..RETURNS {
            let name = format!("Example School {}", 10 + number);
            let details = Details { kind: "school".to_owned(), name, ..Details::default() };
            let setting = setting::add(tx, &details, &[].into())?;
            register::expect(tx, round, setting)?;
            let id = SubmissionId::new(tx.world());
            let row = Row::new("submission", id).text("round_id", round).text("subject_id", setting);
            tx.put(row.text("template", template.key()).text("state", State::InProgress.code()))?;
            returns.push(id);
        }
        Ok((round, returns))
    });
    let (round, returns) = made.expect("a round");
    let question = template.questions().next().expect("a question").id.clone();
    let answer = Answer { value: Some("met".to_owned()), note: note.to_owned(), ..Answer::blank(question) };
    for id in &returns {
        submission::answer::fill(file, *id, &Facts::default(), std::slice::from_ref(&answer))
            .expect("answered");
    }
    let accept = file.transact(round::DATES, label, |tx| {
        returns.iter().try_for_each(|id| submission::put_state(tx, *id, State::Accepted, ""))
    });
    accept.expect("accepted");
    round
}
