//! Panel sessions: planned, prepared, held in the room, recorded, closed.
//!
//! Refuses to know: figures. What members rate alone stays hidden here until it is revealed.

pub mod agreement;
pub mod forms;
mod ground;
pub mod letters;
pub mod papers;
pub mod room;
mod shown;
mod stands_out;
pub mod workshop;

use serde::{Deserialize, Serialize};

use super::audit::date;
use super::call::Nothing;
use super::round as rounds;
use super::session::Session;
use crate::error::{Error, Result};
use crate::panel::session::{
    self, Enquiry, Outcome, PanelSession, PanelSessionId, Person, Plan, Seen, SessionState,
};
use crate::setting::{self, SettingId};
use crate::store::{AuditFile, Operation, Tx};
pub use shown::{
    AgreedLine, BankLine, KnownPerson, MemberRatingLine, MetSetting, PanelLine, PanelList, PanelNoteLine,
    PanelQuestion, PanelStandard, PanelView, PanelViewLine,
};

/// A session that is to be planned.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelBegun {
    pub setting: SettingId,
    pub plan: Plan,
}

/// One session.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelChosen {
    pub session: PanelSessionId,
}

/// A session's plan.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelPlanned {
    pub session: PanelSessionId,
    pub plan: Plan,
}

/// A session's people.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelPeople {
    pub session: PanelSessionId,
    pub people: Vec<Person>,
}

/// What is asked at a session.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelEnquiries {
    pub session: PanelSessionId,
    pub enquiries: Vec<Enquiry>,
}

/// What was looked at.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelEvidence {
    pub session: PanelSessionId,
    pub seen: Vec<Seen>,
}

/// A session's notes.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelNotes {
    pub session: PanelSessionId,
    pub text: String,
}

/// What came of a session.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelCame {
    pub session: PanelSessionId,
    pub outcome: Outcome,
}

/// Something was referred outside the audit, on this day; none takes it back.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelReferred {
    pub session: PanelSessionId,
    #[serde(default)]
    pub on: Option<String>,
}

/// `panel.list`.
pub fn list(session: &Session, _: Nothing) -> Result<PanelList> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        shown::list(file.reader(), &round)
    })
}

/// `panel.begin`.
pub fn begin(session: &Session, begun: PanelBegun) -> Result<PanelView> {
    let id = session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        let name = setting::load(file.reader(), begun.setting)?.details.name;
        file.transact(session::BEGIN, &name, |tx| session::begin(tx, round.id, begun.setting, &begun.plan))
    })?;
    show(session, PanelChosen { session: id })
}

/// `panel.show`.
pub fn show(session: &Session, chosen: PanelChosen) -> Result<PanelView> {
    let mut figures = session.figures();
    session.file(|file| {
        rounds::partnership(file)?;
        let met = session::load(file.reader(), chosen.session)?;
        shown::view(file, &mut figures, &met)
    })
}

/// `panel.plan`.
pub fn plan(session: &Session, planned: PanelPlanned) -> Result<PanelView> {
    changed(session, planned.session, session::PLAN, |tx, met| session::plan(tx, met, &planned.plan))
}

/// `panel.people`.
pub fn people(session: &Session, said: PanelPeople) -> Result<PanelView> {
    changed(session, said.session, session::PEOPLE, |tx, met| session::people(tx, met, &said.people))
}

/// `panel.enquiries`.
pub fn enquiries(session: &Session, said: PanelEnquiries) -> Result<PanelView> {
    changed(session, said.session, session::ENQUIRIES, |tx, met| session::enquiries(tx, met, &said.enquiries))
}

/// `panel.seen`.
pub fn seen(session: &Session, said: PanelEvidence) -> Result<PanelView> {
    changed(session, said.session, session::SEEN, |tx, met| session::seen(tx, met, &said.seen))
}

/// `panel.notes`.
pub fn notes(session: &Session, said: PanelNotes) -> Result<PanelView> {
    changed(session, said.session, session::NOTES, |tx, met| session::notes(tx, met, &said.text))
}

/// `panel.outcome`: when something was referred is said on its own.
pub fn outcome(session: &Session, came: PanelCame) -> Result<PanelView> {
    changed(session, came.session, session::OUTCOME, |tx, met| {
        let outcome = Outcome { referred_on: met.outcome.referred_on, ..came.outcome.clone() };
        session::outcome(tx, met, &outcome)
    })
}

/// `panel.refer`.
pub fn refer(session: &Session, referred: PanelReferred) -> Result<PanelView> {
    let on = date(referred.on.as_deref())?;
    changed(session, referred.session, session::REFER, |tx, met| {
        if on.is_some_and(|on| on > tx.world().today()) {
            return Err(Error::input("That day is still to come.").hint("Say on which day it was referred."));
        }
        session::refer(tx, met, on)
    })
}

/// `panel.hold`.
pub fn hold(session: &Session, chosen: PanelChosen) -> Result<PanelView> {
    changed(session, chosen.session, session::HOLD, session::hold)
}

/// `panel.close`.
pub fn close(session: &Session, chosen: PanelChosen) -> Result<PanelView> {
    changed(session, chosen.session, session::CLOSE, session::close)
}

/// `panel.reopen`.
pub fn reopen(session: &Session, chosen: PanelChosen) -> Result<PanelView> {
    changed(session, chosen.session, session::REOPEN, session::reopen)
}

/// `panel.remove`: calls off a session that was only planned.
pub fn remove(session: &Session, chosen: PanelChosen) -> Result<PanelList> {
    session.file(|file| {
        rounds::partnership(file)?;
        let met = session::load(file.reader(), chosen.session)?;
        if ground::has_records(file.reader(), chosen.session)? {
            return Err(Error::state("Something is recorded of this session already, so it stays.")
                .hint("Change its date instead, or take out what was recorded first."));
        }
        file.transact(session::REMOVE, &chosen.session.to_string(), |tx| session::remove(tx, &met))
    })?;
    list(session, Nothing {})
}

/// One change of a session, and the session after it.
pub(super) fn changed(
    session: &Session,
    id: PanelSessionId,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>, &PanelSession) -> Result<()>,
) -> Result<PanelView> {
    session.file(|file| {
        let met = known(file, id)?;
        file.transact(operation, &id.to_string(), |tx| change(tx, &met))
    })?;
    show(session, PanelChosen { session: id })
}

/// A session of a partnership's file.
pub(super) fn known(file: &AuditFile, id: PanelSessionId) -> Result<PanelSession> {
    rounds::partnership(file)?;
    session::load(file.reader(), id)
}

/// Refuses to change a session that is closed.
pub(super) fn still_open(met: &PanelSession) -> Result<()> {
    match met.state {
        SessionState::Planned | SessionState::Held => Ok(()),
        SessionState::Closed => {
            Err(Error::state("The session is closed.")
                .hint("Open it again first, if something is wrong in it."))
        }
    }
}
