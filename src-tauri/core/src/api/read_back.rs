//! The way back: a workbook's answers beside what the file has, place by place, before anything is taken.
//!
//! What only the workbook changed can be taken at once; what both changed is asked. Refuses to know: how it is read.

use serde::Deserialize;

use super::call::Nothing;
use super::pending::{self, Chosen, Pending};
use super::session::Session;
use super::views::view;
use super::whose::{self, Sides};
use super::{pending as waiting, read_back_line};
use crate::error::{Error, Result};
use crate::problem::{Problem, Severity};
use crate::submission::merge::{self, Choice, Difference};
use crate::submission::{self, State, SubmissionId, sent_back, take};
use crate::template::{Meaning, QuestionId, StandardId};
use crate::workbook::ExportKind;

view! {
    /// A workbook that was chosen to be read back.
    ReadBackView {
        /// Its file's name.
        name: String,
        /// It waits for its password; nothing else is known yet.
        locked: bool,
        kind: ExportKind,
        submission: Option<SubmissionId>,
        setting: String,
        round: String,
        revision: u32,
        /// When the workbook was written, where this file wrote it.
        written: Option<String>,
        /// Whether what it held when it was written is kept here; else every difference is asked.
        based: bool,
        state: State,
        /// Answers that it holds.
        answered: u32,
        /// Who filled in a section.
        to: String,
        lines: Vec<ReadBackLine>,
        /// Titles of actions and evidence that are gone from the workbook; they stay in the file.
        gone: Vec<String>,
        problems: Vec<Problem>,
        sent_back: Vec<SentBackLine>,
    }
    /// A place where the workbook says something else than the file.
    ReadBackLine {
        /// By which it is chosen.
        key: String,
        /// Title of its standard, or what it belongs to.
        group: String,
        question: Option<QuestionId>,
        standard: Option<StandardId>,
        number: String,
        /// The question, the action or the item.
        about: String,
        /// The name of the field.
        field: String,
        before: ReadBackSaid,
        theirs: ReadBackSaid,
        /// What the workbook held when it was written, where both sides changed it.
        base: Option<ReadBackSaid>,
        /// Both sides changed it, or it is not known who did.
        clash: bool,
        /// Both texts can stand, one below the other.
        both: bool,
        /// Sheet and cell.
        place: String,
        problems: Vec<Problem>,
    }
    /// What one side says, as people read it; empty is blank.
    ReadBackSaid { text: String, meaning: Option<Meaning>, }
    /// A question that was sent back.
    SentBackLine { question: QuestionId, standard: Option<StandardId>, number: String, text: String, reason: String, }
}

/// A password as it was typed.
#[derive(Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PasswordTyped {
    /// The passphrase.
    pub password: String,
}

/// What is taken from the workbook.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Taking {
    /// Keys of the places at which the workbook is believed.
    pub theirs: Vec<String>,
    /// Keys of the places at which both texts are to stand.
    #[serde(default)]
    pub both: Vec<String>,
}

/// `return.choose`: none where the dialog was dismissed.
pub fn choose(session: &Session, _: Nothing) -> Result<Option<ReadBackView>> {
    there(session)?;
    let chosen = pending::choose(session, "Read a workbook back")?;
    chosen.map(|_| looked(session)).transpose()
}

/// `return.unlock`.
pub fn unlock(session: &Session, typed: PasswordTyped) -> Result<ReadBackView> {
    there(session)?;
    pending::unlock(session, &typed.password)?;
    looked(session)
}

/// `return.compare`: none where no workbook was chosen.
pub fn compare(session: &Session, _: Nothing) -> Result<Option<ReadBackView>> {
    there(session)?;
    if session.pending().is_none() {
        return Ok(None);
    }
    looked(session).map(Some)
}

/// `return.put_away`.
pub fn put_away(session: &Session, _: Nothing) -> Result<Option<ReadBackView>> {
    there(session)?;
    *session.pending() = None;
    Ok(None)
}

/// `return.take`: all that was chosen, as one operation.
pub fn take(session: &Session, taking: Taking) -> Result<ReadBackView> {
    there(session)?;
    let (name, found) = waiting::opened(session)?;
    let returned = &found.value.returned;
    session.audit(|file, audit| {
        let sides = Sides::of(file.reader(), audit, &found.value)?;
        let differences = merge::merge(sides.base.as_ref(), &sides.mine, &sides.theirs);
        known(&differences.differences(), &taking)?;
        let choose = |one: &Difference| {
            let key = read_back_line::key(&one.spot);
            match (taking.both.contains(&key), taking.theirs.contains(&key)) {
                (true, _) => Choice::Both,
                (false, true) => Choice::Theirs,
                (false, false) => Choice::Mine,
            }
        };
        let made = merge::applied(sides.base.as_ref(), &sides.mine, &sides.theirs, &choose);
        let export = returned.identity.export;
        take::take(file, &sides.submission, &sides.template, (&sides.mine, &made), (export, &name))
    })?;
    looked(session)
}

/// `return.note_questions`: questions that were sent back are put on the audit's list.
pub fn note(session: &Session, _: Nothing) -> Result<ReadBackView> {
    there(session)?;
    let (_, found) = waiting::opened(session)?;
    session.audit(|file, audit| {
        let sides = Sides::of(file.reader(), audit, &found.value)?;
        sent_back::note(file, &sides.submission, &found.value.returned.asked.reasons)
    })?;
    looked(session)
}

/// `sent_back.settle`: a question that was sent back has been looked at.
pub fn settle(session: &Session, asked: super::answer::Asked) -> Result<super::views::QuestionView> {
    session.submission(|file, submission| {
        sent_back::settle(file, submission, &asked.question)?;
        super::answer::question(file, submission.id, &asked.question)
    })
}

/// Refuses where there is no audit that a workbook could be set beside.
fn there(session: &Session) -> Result<()> {
    session.audit(|_, _| Ok(()))
}

/// Refuses a choice that is none of the differences any more.
fn known(differences: &[&Difference], taking: &Taking) -> Result<()> {
    let keys: Vec<String> = differences.iter().map(|one| read_back_line::key(&one.spot)).collect();
    match taking.theirs.iter().chain(&taking.both).find(|key| !keys.contains(key)) {
        None => Ok(()),
        Some(_) => Err(Error::state("The audit was changed since the workbook was set beside it.")
            .hint("Look at the differences again, then take them.")),
    }
}

fn looked(session: &Session) -> Result<ReadBackView> {
    let pending = waiting::waiting(session)?;
    let found = match &pending.content {
        Chosen::Locked(_) => return Ok(locked(&pending)),
        Chosen::Read(found) => std::sync::Arc::clone(found),
    };
    let seen = session.audit(|file, audit| {
        let reader = file.reader();
        let sides = Sides::of(reader, audit, &found.value)?;
        let merge = merge::merge(sides.base.as_ref(), &sides.mine, &sides.theirs);
        let returned = &found.value.returned;
        let written = submission::saved_at(reader, returned.identity.export)?;
        let answered = returned.answers.iter().filter(|answer| answer.value.is_some()).count();
        Ok(ReadBackView {
            name: pending.name.clone(),
            locked: false,
            kind: returned.identity.kind,
            submission: Some(sides.submission.id),
            setting: sides.setting.details.name.clone(),
            round: sides.round.label.clone(),
            revision: returned.identity.revision,
            written,
            based: sides.base.is_some(),
            state: sides.submission.state,
            answered: u32::try_from(answered).unwrap_or(u32::MAX),
            to: returned.asked.to.clone(),
            lines: read_back_line::lines(&sides, &merge, &found.problems),
            gone: merge.gone.clone(),
            problems: found.problems.iter().filter(|it| it.severity > Severity::Note).cloned().collect(),
            sent_back: read_back_line::sent_back(&sides.template, &returned.asked.reasons),
        })
    });
    // A workbook that is no use here is not kept: the next one is chosen afresh.
    seen.inspect_err(|_| *session.pending() = None)
}

fn locked(pending: &Pending) -> ReadBackView {
    ReadBackView {
        name: pending.name.clone(),
        locked: true,
        kind: ExportKind::Return,
        submission: None,
        setting: String::new(),
        round: String::new(),
        revision: 0,
        written: None,
        based: false,
        state: State::InProgress,
        answered: 0,
        to: String::new(),
        lines: Vec::new(),
        gone: Vec::new(),
        problems: Vec::new(),
        sent_back: Vec::new(),
    }
}

impl whose::Sides {
    /// The number of a question, or nothing where it is none of this audit's.
    pub(super) fn number(&self, question: &QuestionId) -> String {
        self.template.question(question).map(|one| one.number.clone()).unwrap_or_default()
    }
}
