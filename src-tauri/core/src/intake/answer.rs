//! An answer of the officer: remembered for the same case, and applied at once to every file that it touches.
//!
//! Refuses to know: screens, and how a question was worded.

use super::again::{look_again, settle_within};
use super::among::Choice;
use super::ask::{Question, questions};
use super::decide::case;
use super::kept;
use super::known::Ground;
use super::original::{Original, OriginalId};
use super::place::{Lends, take_kept};
use super::remembered::{self, ASIDE, Asked, Remembered, RememberedId};
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::round::RoundId;
use crate::store::{AuditFile, Operation, Reader};
use crate::template::Template;
use crate::workbook::Reads;

/// A question of the officer's work list was answered.
pub const ANSWER: Operation = Operation::bulk("needs.answer");
/// What was answered was taken back.
pub const REVOKE: Operation = Operation::bulk("needs.revoke");

/// Answers a question; gives how many files that touched.
pub fn answer(
    desk: &impl Lends,
    reads: &dyn Reads,
    progress: &Progress,
    round: RoundId,
    said: (Asked, &str, &str),
) -> Result<usize> {
    let (kind, given, meaning) = said;
    let question = desk.file(|file| asked(file.reader(), round, kind, given))?;
    possible(&question, meaning, |setting| {
        desk.file(|file| Ok(crate::round::register::line(file.reader(), round, setting)?.is_some()))
    })?;
    if kind == Asked::Round && meaning != ASIDE {
        place_elsewhere(desk, reads, progress, &question, meaning)?;
    }
    let (files, restore) = desk.file(|file| say(file, round, said))?;
    look_again(desk, reads, progress, round, &restore)?;
    Ok(files)
}

/// How many files an answer to a question touches.
pub fn touches(reader: Reader<'_>, round: RoundId, kind: Asked, given: &str) -> Result<usize> {
    Ok(touched(reader, round, kind, given)?.len())
}

/// Takes back what was answered: the files that it touched are asked again.
pub fn revoke(
    desk: &impl Lends,
    reads: &dyn Reads,
    progress: &Progress,
    round: RoundId,
    id: RememberedId,
) -> Result<()> {
    let restore = desk.file(|file| {
        let Remembered { kind, given, .. } = remembered::one(file.reader(), id)?;
        let files = touched(file.reader(), round, kind, &given)?;
        file.transact(REVOKE, &id.to_string(), |tx| {
            remembered::revoke(tx, id)?;
            follow(tx, round, kind, &files)
        })
    })?;
    look_again(desk, reads, progress, round, &restore).map(drop)
}

fn asked(reader: Reader<'_>, round: RoundId, kind: Asked, given: &str) -> Result<Question> {
    let found = questions(reader, round)?.into_iter().find(|it| it.kind == kind && it.given == given);
    found.ok_or_else(|| {
        Error::state("That question is not asked any more.").hint("Go on with the next one in the list.")
    })
}

/// Refuses an answer that the question cannot have. Whose it is may be any setting of the register.
fn possible(
    question: &Question,
    meaning: &str,
    is_registered: impl FnOnce(crate::setting::SettingId) -> Result<bool>,
) -> Result<()> {
    let offered = question.choices.iter().any(|choice| choice.meaning == meaning);
    let named = || match (question.kind, meaning.parse()) {
        (Asked::Whose, Ok(setting)) => is_registered(setting),
        _ => Ok(false),
    };
    if offered || named()? {
        return Ok(());
    }
    Err(Error::input("That is not one of the answers to this question.").hint("Choose one of those shown."))
}

fn say(
    file: &mut AuditFile,
    round: RoundId,
    (kind, given, meaning): (Asked, &str, &str),
) -> Result<(usize, Vec<OriginalId>)> {
    let files = touched(file.reader(), round, kind, given)?;
    let restore = file.transact(ANSWER, kind.code(), |tx| {
        remembered::put(tx, round, kind, given, meaning)?;
        follow(tx, round, kind, &files)
    })?;
    Ok((files.len(), restore))
}

/// What follows at once, and the files that have to be read again.
fn follow(
    tx: &mut crate::store::Tx<'_>,
    round: RoundId,
    kind: Asked,
    files: &[Original],
) -> Result<Vec<OriginalId>> {
    match kind {
        Asked::Level | Asked::Dates | Asked::Doubt => Ok(files.iter().map(|it| it.id).collect()),
        Asked::Whose | Asked::Which | Asked::Version | Asked::Round | Asked::Heading | Asked::Locked => {
            settle_within(tx, round, files)
        }
    }
}

/// The files of a round that a case is the case of.
fn touched(reader: Reader<'_>, round: RoundId, kind: Asked, given: &str) -> Result<Vec<Original>> {
    let template = Ground::of(reader, round)?.template;
    let mut files = kept::standing(reader, round)?;
    files.retain(|file| is_case(file, &template, kind, given));
    Ok(files)
}

fn is_case(file: &Original, template: &Template, kind: Asked, given: &str) -> bool {
    let Some(claim) = &file.claim else { return false };
    match kind {
        Asked::Whose => claim.case(&file.sha256) == given,
        Asked::Which => file.setting.is_some_and(|setting| Choice::case(setting) == given),
        Asked::Version => claim.version_case() == given,
        Asked::Round => format!("file {}", file.sha256) == given,
        Asked::Doubt => given.starts_with(&file.sha256),
        Asked::Level | Asked::Dates => file.problems.iter().any(|problem| {
            problem.doubt.is_some() && case(problem, template, &file.sha256) == (kind, given.to_owned())
        }),
        Asked::Heading | Asked::Locked => false,
    }
}

/// Places the files of a question in the round of this Attest file that they belong to.
fn place_elsewhere(
    desk: &impl Lends,
    reads: &dyn Reads,
    progress: &Progress,
    question: &Question,
    meaning: &str,
) -> Result<()> {
    let round: RoundId = meaning.parse()?;
    for place in &question.places {
        let bytes = desk.file(|file| kept::readable(file.reader(), place.original))?;
        take_kept(desk, reads, progress, round, &place.name, bytes)?;
    }
    Ok(())
}
