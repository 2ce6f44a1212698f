//! Case audits: begun from a tool or an earlier one, planned, filled in by agencies, discussed, learnt from.
//!
//! Refuses to know: how forms and papers are laid out.

pub mod forms;
mod ground;
pub mod learning;
pub mod papers;
mod shown;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::round as rounds;
use super::session::Session;
use crate::case_audit::case::{self, Discussed};
use crate::case_audit::note::{self, TYPED};
use crate::case_audit::{
    self, Begun, CaseAudit, CaseAuditId, CaseId, CaseNote, CaseNoteId, Focus, Item, Plan, Sitting, nameless,
};
use crate::error::{Error, Result};
use crate::panel::noted::Noted;
use crate::store::{AuditFile, Operation, Tx};
use crate::template::{Audience, LevelCode, Template, library};

pub use shown::{
    CaseAuditLine, CaseAuditList, CaseAuditView, CaseBack, CaseCameOf, CaseFedWords, CaseItemView,
    CaseNoteView, CaseOther, CaseTool, CaseView,
};

/// An audit that is to be begun: from a tool, or as a second look at an earlier one.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAuditBegun {
    pub title: String,
    /// Key of a tool for case audits.
    #[serde(default)]
    pub tool: Option<String>,
    #[serde(default)]
    pub earlier: Option<CaseAuditId>,
}

/// One audit.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAuditChosen {
    pub audit: CaseAuditId,
}

/// What is planned of an audit.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAuditPlanned {
    pub audit: CaseAuditId,
    pub title: String,
    pub plan: Plan,
    pub focus: Vec<Focus>,
    pub agencies: Vec<String>,
}

/// Meetings of the agencies.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseSittings {
    pub audit: CaseAuditId,
    pub sittings: Vec<Sitting>,
}

/// Cases that are to be added, a number a line.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CasesAdded {
    pub audit: CaseAuditId,
    pub numbers: Vec<String>,
}

/// One case of an audit.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseChosen {
    pub audit: CaseAuditId,
    pub case: CaseId,
}

/// What agencies said together of a case.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseSaid {
    pub audit: CaseAuditId,
    pub case: CaseId,
    pub said: Discussed,
}

/// What one agency says of an item, typed here.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseNoted {
    pub audit: CaseAuditId,
    pub case: CaseId,
    pub item: Item,
    pub agency: String,
    pub author: String,
    #[serde(default)]
    pub grade: Option<LevelCode>,
    #[serde(default)]
    pub saw: String,
    #[serde(default)]
    pub good: String,
    #[serde(default)]
    pub develop: String,
}

/// One note of an agency.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseNoteChosen {
    pub audit: CaseAuditId,
    pub note: CaseNoteId,
}

/// `case_audit.list`.
pub fn list(session: &Session, _: Nothing) -> Result<CaseAuditList> {
    session.file(|file| {
        session.round(file)?;
        shown::list(session, file)
    })
}

/// `case_audit.begin`.
pub fn begin(session: &Session, begun: CaseAuditBegun) -> Result<CaseAuditView> {
    let id = session.file(|file| {
        session.round(file)?;
        let with = match begun.earlier {
            Some(earlier) => looking_again(file, earlier, &begun.title)?,
            None => from_tool(session, &begun)?,
        };
        file.transact(case_audit::BEGIN, &with.title, |tx| case_audit::begin(tx, &with))
    })?;
    show(session, CaseAuditChosen { audit: id })
}

fn looking_again(file: &AuditFile, earlier: CaseAuditId, title: &str) -> Result<Begun> {
    let before = case_audit::load(file.reader(), earlier)?;
    Ok(Begun {
        title: title.to_owned(),
        tool: before.tool,
        scale: before.scale,
        focus: before.focus,
        agencies: before.agencies,
        earlier: Some(earlier),
    })
}

fn from_tool(session: &Session, begun: &CaseAuditBegun) -> Result<Begun> {
    let key = begun.tool.as_deref().unwrap_or_default();
    tools(session, |all| {
        let tool = all.iter().find(|one| one.key() == key).ok_or_else(|| {
            Error::missing("That tool for case audits is not here.").hint("Choose one of those offered.")
        })?;
        Ok(case_audit::from_tool(&begun.title, tool))
    })
}

/// The tools for case audits that ship, and those that were opened or made here.
fn tools<T>(session: &Session, with: impl FnOnce(&[&Template]) -> Result<T>) -> Result<T> {
    let own = super::template::own(session);
    let shipped = library::shipped().iter().filter(|one| one.head.audience == Audience::CaseAudit);
    let own = own.iter().filter(|one| one.audience == Audience::CaseAudit);
    let all: Vec<&Template> = shipped.map(library::Shipped::template).chain(own.map(AsRef::as_ref)).collect();
    with(&all)
}

/// `case_audit.show`.
pub fn show(session: &Session, chosen: CaseAuditChosen) -> Result<CaseAuditView> {
    session.file(|file| {
        session.round(file)?;
        shown::view(file, &case_audit::load(file.reader(), chosen.audit)?)
    })
}

/// `case_audit.plan`.
pub fn plan(session: &Session, planned: CaseAuditPlanned) -> Result<CaseAuditView> {
    changed(session, planned.audit, case_audit::PLAN, |tx, audit| {
        case_audit::plan(tx, audit, &planned.title, &planned.plan, (&planned.focus, &planned.agencies))
    })
}

/// `case_audit.sittings`.
pub fn sittings(session: &Session, said: CaseSittings) -> Result<CaseAuditView> {
    changed(session, said.audit, case_audit::SITTINGS, |tx, audit| {
        case_audit::sittings(tx, audit, &said.sittings)
    })
}

/// `case_audit.add_cases`: all of them, or none where one of them is no number.
pub fn add_cases(session: &Session, added: CasesAdded) -> Result<CaseAuditView> {
    changed(session, added.audit, case::ADD, |tx, audit| case::add(tx, audit, &added.numbers).map(drop))
}

/// `case_audit.remove_case`.
pub fn remove_case(session: &Session, chosen: CaseChosen) -> Result<CaseAuditView> {
    of_case(session, chosen, case::REMOVE, case::remove)
}

/// `case_audit.discuss`.
pub fn discuss(session: &Session, said: CaseSaid) -> Result<CaseAuditView> {
    let chosen = CaseChosen { audit: said.audit, case: said.case };
    of_case(session, chosen, case::DISCUSS, |tx, audit, case| case::discuss(tx, audit, case, &said.said))
}

/// `case_audit.close_case`: refused without the voice of the child.
pub fn close_case(session: &Session, chosen: CaseChosen) -> Result<CaseAuditView> {
    of_case(session, chosen, case::CLOSE, case::close)
}

/// `case_audit.reopen_case`.
pub fn reopen_case(session: &Session, chosen: CaseChosen) -> Result<CaseAuditView> {
    of_case(session, chosen, case::REOPEN, case::reopen)
}

fn of_case(
    session: &Session,
    chosen: CaseChosen,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>, &CaseAudit, &case_audit::AuditedCase) -> Result<()>,
) -> Result<CaseAuditView> {
    changed(session, chosen.audit, operation, |tx, audit| {
        let case = case::load(tx.reader(), audit.id, chosen.case)?;
        change(tx, audit, &case)
    })
}

/// `case_audit.note`.
pub fn note(session: &Session, noted: CaseNoted) -> Result<CaseAuditView> {
    changed(session, noted.audit, note::NOTE, |tx, audit| {
        let said = typed(tx, audit, &noted)?;
        note::add(tx, audit.id, &[said]).map(drop)
    })
}

/// A note as it was typed, refused where it is of nothing, by nobody, or names a child.
fn typed(tx: &Tx<'_>, audit: &CaseAudit, noted: &CaseNoted) -> Result<CaseNote> {
    audit.still_open()?;
    let case = case::load(tx.reader(), audit.id, noted.case)?;
    case::still_open(&case)?;
    let unknown = |what: &str| {
        Error::missing(format!("That {what} is not in this audit.")).hint("Choose one of those offered.")
    };
    let today = tx.world().today();
    let said = CaseNote {
        case: case.number,
        item: Some(&noted.item)
            .filter(|item| audit.items().contains(item))
            .cloned()
            .ok_or_else(|| unknown("area"))?,
        agency: Some(&noted.agency)
            .filter(|one| audit.agencies.contains(one))
            .cloned()
            .ok_or_else(|| unknown("agency"))?,
        author: nameless("name of who says it", &noted.author, today)?,
        grade: noted.grade.clone(),
        saw: nameless("note", &noted.saw, today)?,
        good: nameless("note", &noted.good, today)?,
        develop: nameless("note", &noted.develop, today)?,
        source: TYPED.to_owned(),
    };
    if said.author.is_empty() {
        return Err(Error::input("It is not said who says it.").hint("Type a name or a role of the agency."));
    }
    if !said.says_something() {
        return Err(Error::input("There is no grade and no words in the note.")
            .hint("Choose a grade, or type what was seen."));
    }
    match &said.grade {
        Some(grade) if audit.level(grade.as_str()).is_none() => Err(unknown("grade")),
        Some(_) | None => Ok(said),
    }
}

/// `case_audit.note_remove`.
pub fn note_remove(session: &Session, chosen: CaseNoteChosen) -> Result<CaseAuditView> {
    changed(session, chosen.audit, note::UNNOTE, |tx, audit| {
        audit.still_open()?;
        let notes = note::of_audit(tx.reader(), audit.id)?;
        if !notes.iter().any(|one| one.id(audit.id) == chosen.note) {
            return Err(Error::missing("That note is not in this audit.").hint("Look at the audit again."));
        }
        note::remove(tx, chosen.note)
    })
}

/// `case_audit.finish`.
pub fn finish(session: &Session, chosen: CaseAuditChosen) -> Result<CaseAuditView> {
    changed(session, chosen.audit, case_audit::FINISH, case_audit::finish)
}

/// `case_audit.reopen`.
pub fn reopen(session: &Session, chosen: CaseAuditChosen) -> Result<CaseAuditView> {
    changed(session, chosen.audit, case_audit::REOPEN, case_audit::reopen)
}

/// `case_audit.remove`: an audit that was begun by mistake.
pub fn remove(session: &Session, chosen: CaseAuditChosen) -> Result<CaseAuditList> {
    session.file(|file| {
        session.round(file)?;
        let audit = case_audit::load(file.reader(), chosen.audit)?;
        file.transact(case_audit::REMOVE, &audit.title, |tx| case_audit::remove(tx, &audit))
    })?;
    list(session, Nothing {})
}

/// One change of an audit, and the audit after it.
fn changed(
    session: &Session,
    id: CaseAuditId,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>, &CaseAudit) -> Result<()>,
) -> Result<CaseAuditView> {
    session.file(|file| {
        session.round(file)?;
        let audit = case_audit::load(file.reader(), id)?;
        file.transact(operation, &id.to_string(), |tx| change(tx, &audit))
    })?;
    show(session, CaseAuditChosen { audit: id })
}

/// An audit of a partnership's file.
fn known(session: &Session, file: &AuditFile, id: CaseAuditId) -> Result<CaseAudit> {
    rounds::partnership(file)?;
    session.round(file)?;
    case_audit::load(file.reader(), id)
}
