//! The letters and texts of a round: as they are worded, worded anew, and ours again.

use serde::Deserialize;

use super::call::Nothing;
use super::chasing::Chasing;
use super::round as rounds;
use super::session::Session;
use super::views::view;
use crate::error::Result;
use crate::report::{Document, letter};
use crate::round::wording::{self, FIELDS, Wording, WordingKind};
use crate::setting::SettingId;
use crate::store::AuditFile;

view! {
    /// The letters and texts of the round in view.
    WordingsView { wordings: Vec<WordingLine>, fields: Vec<FieldLine>, }
    WordingLine {
        wording: Wording,
        /// Whether it is still as it came with Attest.
        ours: bool,
        /// Whether it is a step of an escalation.
        rung: bool,
    }
    /// A name that may stand in braces, and what is filled in.
    FieldLine { name: String, meaning: String, }
}

/// One letter or text.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WhichWording {
    pub kind: WordingKind,
}

/// A letter as it would go to a setting; without one, as it merges.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LetterTo {
    pub kind: WordingKind,
    #[serde(default)]
    pub setting: Option<SettingId>,
}

/// `wording.list`.
pub fn list(session: &Session, _: Nothing) -> Result<WordingsView> {
    session.file(|file| shown(session, file))
}

/// `wording.save`.
pub fn save(session: &Session, typed: Wording) -> Result<WordingsView> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        file.transact(wording::WORD, &typed.name, |tx| wording::put(tx, round.id, &typed))?;
        shown(session, file)
    })
}

/// `wording.reset`: as it came with Attest.
pub fn reset(session: &Session, which: WhichWording) -> Result<WordingsView> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        let name = which.kind.ours().name;
        file.transact(wording::RESET, &name, |tx| wording::reset(tx, round.id, which.kind))?;
        shown(session, file)
    })
}

/// `wording.show`: the letter as it would be written.
pub fn show(session: &Session, to: LetterTo) -> Result<Document> {
    session.file(|file| {
        let chasing = Chasing::of(session, file)?;
        let wording = wording::load(file.reader(), chasing.round.id, to.kind)?;
        match to.setting {
            Some(setting) => Ok(letter::compose(&chasing.letter(&wording, setting)?)),
            None => merged(&chasing, &wording),
        }
    })
}

/// A letter with the names of its fields in it, to be merged with a sheet.
pub(super) fn merged(chasing: &Chasing, wording: &Wording) -> Result<Document> {
    let filling = chasing.merging();
    Ok(letter::compose(&letter::Letter {
        to: Vec::new(),
        date: String::new(),
        subject: wording::filled(&wording.subject, &filling)?,
        text: wording::filled(&wording.text, &filling)?,
    }))
}

fn shown(session: &Session, file: &AuditFile) -> Result<WordingsView> {
    let (round, _) = rounds::current(session, file)?;
    let line = |wording: Wording| WordingLine {
        ours: wording == wording.kind.ours(),
        rung: wording.kind.is_rung(),
        wording,
    };
    let field = |(name, meaning): (&str, &str)| FieldLine { name: name.into(), meaning: meaning.into() };
    Ok(WordingsView {
        wordings: wording::all(file.reader(), round.id)?.into_iter().map(line).collect(),
        fields: FIELDS.into_iter().map(field).collect(),
    })
}
