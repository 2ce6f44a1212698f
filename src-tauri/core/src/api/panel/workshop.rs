//! Workshops of a round: peer reviews and challenge events, planned, drawn, turned into sessions, recorded.
//!
//! Refuses to know: what reviewers say, which stands in the sessions that come of a workshop.

pub mod papers;
pub mod sessions;
mod shown;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::api::call::Nothing;
use crate::api::round as rounds;
use crate::api::session::Session;
use crate::error::{Error, Result};
use crate::panel::drawing;
use crate::panel::session;
use crate::panel::workshop::{self, PutId, Workshop, WorkshopId, WorkshopPlan};
use crate::setting::SettingId;
use crate::store::{AuditFile, Operation, Tx};
pub use shown::{PutLine, WorkshopLine, WorkshopOrganisation, WorkshopView, WorkshopsView};

/// A workshop that is to be planned or changed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WorkshopSaved {
    #[serde(default)]
    pub id: Option<WorkshopId>,
    pub plan: WorkshopPlan,
    /// A whole number; taken at random where none is given.
    #[serde(default)]
    pub seed: Option<String>,
}

/// One workshop.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WorkshopChosen {
    pub workshop: WorkshopId,
}

/// A challenge that is put, or changed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PutTyped {
    pub workshop: WorkshopId,
    #[serde(default)]
    pub id: Option<PutId>,
    pub setting: SettingId,
    pub by: String,
    pub text: String,
    #[serde(default)]
    pub reply: String,
    #[serde(default)]
    #[cfg_attr(test, ts(type = "string | null"))]
    pub replied: Option<NaiveDate>,
}

/// One challenge.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PutChosen {
    pub workshop: WorkshopId,
    pub id: PutId,
}

/// `workshop.list`.
pub fn list(session: &Session, _: Nothing) -> Result<WorkshopsView> {
    session.file(|file| {
        let round = session.round(file)?;
        shown::list(file.reader(), round.id)
    })
}

/// `workshop.save`: plans a workshop and draws who reviews whom.
pub fn save(session: &Session, saved: WorkshopSaved) -> Result<WorkshopsView> {
    session.file(|file| {
        let round = session.round(file)?.id;
        let before = saved.id.map(|id| workshop::load(file.reader(), id)).transpose()?;
        let seed = seed(file, saved.seed.as_deref(), before.as_ref())?;
        for taker in &saved.plan.takers {
            crate::setting::load(file.reader(), *taker)?;
        }
        if let Some(before) = &before {
            still_free(file, before, &saved.plan, seed)?;
        }
        file.transact(workshop::SAVE, "", |tx| workshop::save(tx, round, saved.id, &saved.plan, seed))
    })?;
    list(session, Nothing {})
}

fn seed(file: &AuditFile, typed: Option<&str>, before: Option<&Workshop>) -> Result<u64> {
    match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => typed.parse().map_err(|_| {
            Error::input("The seed is not a whole number.").hint("Type one of up to twelve digits, or none.")
        }),
        None => Ok(before.map_or_else(|| drawing::seed_of(file.world().random()), |before| before.seed)),
    }
}

/// Once sessions came of it, who reviews whom stays as it was drawn.
fn still_free(file: &AuditFile, before: &Workshop, plan: &WorkshopPlan, seed: u64) -> Result<()> {
    let same = before.plan.takers == plan.takers
        && before.plan.apart == plan.apart
        && (before.plan.each, before.plan.kind, before.seed) == (plan.each, plan.kind, seed);
    let stands = before.sessions.iter().any(|id| session::load(file.reader(), *id).is_ok());
    if same || !stands {
        return Ok(());
    }
    Err(Error::state("Sessions came of this workshop, so who reviews whom stays as it was drawn.")
        .hint("Call those sessions off first, or plan another workshop."))
}

/// `workshop.remove`.
pub fn remove(session: &Session, chosen: WorkshopChosen) -> Result<WorkshopsView> {
    changed(session, workshop::REMOVE, |tx| workshop::remove(tx, chosen.workshop))
}

/// `workshop.challenge`.
pub fn challenge(session: &Session, typed: PutTyped) -> Result<WorkshopsView> {
    changed(session, workshop::CHALLENGE, |tx| {
        let said = (typed.setting, typed.by.as_str(), typed.text.as_str(), typed.reply.as_str());
        workshop::put(tx, typed.workshop, typed.id, said, typed.replied)
    })
}

/// `workshop.challenge_remove`.
pub fn challenge_remove(session: &Session, chosen: PutChosen) -> Result<WorkshopsView> {
    changed(session, workshop::UNCHALLENGE, |tx| workshop::take_out(tx, chosen.workshop, chosen.id))
}

fn changed(
    session: &Session,
    operation: Operation,
    change: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<WorkshopsView> {
    session.file(|file| {
        rounds::partnership(file)?;
        file.transact(operation, "", change)
    })?;
    list(session, Nothing {})
}
