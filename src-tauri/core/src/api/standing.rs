//! How a setting stands on the register of the round in view: covered, closed, asked again, given more time, frozen.

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::session::Session;
use super::views::{RoundOverview, view};
use super::{audit, round as rounds};
use crate::error::{Error, Result};
use crate::round::register::{self, CutOff};
use crate::round::{Round, RoundState};
use crate::setting::contact::{self, Answerable};
use crate::setting::{self, About, Details, SettingId, also};
use crate::store::{Operation, Tx};
use crate::submission;

/// A setting of the register.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OnRegister {
    pub setting: SettingId,
}

/// A setting whose return another one's covers.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Cover {
    pub setting: SettingId,
    pub by: SettingId,
    #[serde(default)]
    pub reason: String,
}

/// A setting that closed, or went over into another.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Close {
    pub setting: SettingId,
    #[serde(default)]
    pub on: Option<String>,
    #[serde(default)]
    pub reason: String,
    /// The setting that it went over into.
    #[serde(default)]
    pub into: Option<SettingId>,
}

/// More time for a setting; no date takes it back.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Extend {
    pub setting: SettingId,
    #[serde(default)]
    pub until: Option<String>,
    #[serde(default)]
    pub reason: String,
}

/// A setting as it is put right by hand.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Edit {
    pub setting: SettingId,
    pub name: String,
    #[serde(default)]
    pub phase: String,
    #[serde(default)]
    pub status: String,
    #[serde(default)]
    pub locality: String,
    #[serde(default)]
    pub trust: String,
    #[serde(default)]
    pub head: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub address: String,
    /// A new URN, where it converted.
    #[serde(default)]
    pub urn: String,
}

/// Who answers for a setting's return.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PeopleSaid {
    pub setting: SettingId,
    pub people: Answerable,
}

/// Other partnerships that a setting makes the same return to.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AlsoSaid {
    pub setting: SettingId,
    pub partnerships: Vec<String>,
}

/// A cut-off to be made.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Freeze {
    pub label: String,
}

view! {
    /// A setting with what is known of it beside its line on the register.
    SettingCard {
        setting: SettingId,
        head: String,
        email: String,
        address: String,
        pupils: Option<u32>,
        opened: Option<String>,
        closed: Option<String>,
        /// Numbers that it had: scheme and value.
        past: Vec<PastNumber>,
        /// Names of the settings that went over into it.
        predecessors: Vec<String>,
        /// Who answers for its return, and who stands in.
        people: Answerable,
        /// Other partnerships that it makes the same return to.
        also: Vec<String>,
    }
    PastNumber { scheme: String, value: String, }
    /// The register frozen on a day.
    CutOffLine { id: String, on: String, label: String, who: String, at: String, expected: u32, all: u32, }
}

/// `register.setting`: what is known of a setting.
pub fn show(session: &Session, which: OnRegister) -> Result<SettingCard> {
    session.file(|file| {
        rounds::current(session, file)?;
        let reader = file.reader();
        let known = setting::load(reader, which.setting)?;
        let about = setting::about(reader, known.id)?;
        let past = setting::past_identifiers(reader)?.into_iter().filter(|(id, _, _)| *id == known.id);
        let names = setting::predecessors(reader, known.id)?.into_iter();
        let names = names.map(|id| setting::load(reader, id).map(|it| it.details.name));
        Ok(SettingCard {
            setting: known.id,
            head: about.head,
            email: about.email,
            address: about.address,
            pupils: about.pupils,
            opened: about.opened.map(|date| date.to_string()),
            closed: about.closed.map(|date| date.to_string()),
            past: past.map(|(_, scheme, value)| PastNumber { scheme, value }).collect(),
            predecessors: names.collect::<Result<_>>()?,
            people: contact::all(reader)?.remove(&known.id).unwrap_or_default(),
            also: also::of(reader, known.id)?,
        })
    })
}

/// `register.people`.
pub fn people(session: &Session, said: PeopleSaid) -> Result<SettingCard> {
    known(session, contact::SAVE, said.setting, |tx| contact::save(tx, said.setting, &said.people))
}

/// `register.also`.
pub fn also(session: &Session, said: AlsoSaid) -> Result<SettingCard> {
    known(session, also::ALSO, said.setting, |tx| also::set(tx, said.setting, &said.partnerships))
}

/// One change of what is known of a setting, and its card after it.
fn known(
    session: &Session,
    operation: Operation,
    setting: SettingId,
    change: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<SettingCard> {
    session.file(|file| {
        rounds::current(session, file)?;
        let name = setting::load(file.reader(), setting)?.details.name;
        file.transact(operation, &name, change)
    })?;
    show(session, OnRegister { setting })
}

/// `register.cover`.
pub fn cover(session: &Session, cover: Cover) -> Result<RoundOverview> {
    stand(session, register::COVER, cover.setting, |tx, round| {
        register::cover(tx, round.id, cover.setting, cover.by, &cover.reason)
    })
}

/// `register.close`: closed, or gone over into another setting.
pub fn close(session: &Session, close: Close) -> Result<RoundOverview> {
    let on = audit::date(close.on.as_deref())?;
    if close.into == Some(close.setting) {
        return Err(Error::input("A setting cannot go over into itself.").hint("Choose the other setting."));
    }
    stand(session, register::CLOSE, close.setting, |tx, round| {
        register::close(tx, round.id, close.setting, on, &close.reason)?;
        let about = setting::about(tx.reader(), close.setting)?;
        setting::know(tx, close.setting, &About { closed: on, ..about })?;
        let Some(later) = close.into else { return Ok(()) };
        setting::load(tx.reader(), later)?;
        setting::succeed(tx, close.setting, later, "merged", on)
    })
}

/// `register.ask`: asked to return again.
pub fn ask(session: &Session, which: OnRegister) -> Result<RoundOverview> {
    stand(session, register::ASK, which.setting, |tx, round| register::ask(tx, round.id, which.setting))
}

/// `register.extend`.
pub fn extend(session: &Session, extend: Extend) -> Result<RoundOverview> {
    let until = audit::date(extend.until.as_deref())?;
    stand(session, register::EXTEND, extend.setting, |tx, round| {
        register::extend(tx, round.id, extend.setting, until, &extend.reason)
    })
}

/// `register.leave`: off the register of the round; refused where a return is in.
pub fn leave(session: &Session, which: OnRegister) -> Result<RoundOverview> {
    stand(session, register::LEAVE, which.setting, |tx, round| {
        let returned = submission::of_round(tx.reader(), round.id)?;
        if returned.iter().any(|it| it.setting == which.setting) {
            return Err(Error::state("A return of this setting is in, so it stays on the register.")
                .hint("Make it exempt instead, and say why."));
        }
        register::leave(tx, round.id, which.setting)
    })
}

/// A setting was put right by hand.
const EDIT: Operation = Operation::ordinary("register.edit");

/// `register.edit`: names, groups and addresses put right by hand; a new URN is kept beside the old one.
pub fn edit(session: &Session, edit: Edit) -> Result<RoundOverview> {
    stand(session, EDIT, edit.setting, |tx, _| {
        let known = setting::load(tx.reader(), edit.setting)?;
        let Edit { setting: id, name, phase, status, locality, trust, head, email, address, urn } = &edit;
        let of = |text: &String| text.clone();
        let details = Details {
            kind: known.details.kind,
            name: of(name),
            phase: of(phase),
            status: of(status),
            locality: of(locality),
            trust: of(trust),
        };
        setting::rename(tx, *id, &details)?;
        let about = setting::about(tx.reader(), *id)?;
        let (head, email, address) = (short(head)?, short(email)?, short(address)?);
        setting::know(tx, *id, &About { head, email, address, ..about })?;
        if urn.trim().is_empty() {
            return Ok(());
        }
        let value = setting::identifier("urn", urn)?;
        let others = setting::with_identifier(tx.reader(), "urn", &value)?;
        if others.iter().any(|other| other != id) {
            return Err(Error::state(format!("URN {value} already belongs to another setting."))
                .hint("Check the number, or use the setting that is there."));
        }
        setting::identify(tx, *id, "urn", urn, None)
    })
}

/// `register.freeze`: the register as it stands today is kept as the base of what is printed.
pub fn freeze(session: &Session, freeze: Freeze) -> Result<Vec<CutOffLine>> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        file.transact(crate::round::cut_off::FREEZE, &freeze.label, |tx| {
            register::freeze(tx, round.id, &freeze.label).map(drop)
        })
    })?;
    cut_offs(session, Nothing {})
}

/// `register.cut_offs`: newest first.
pub fn cut_offs(session: &Session, _: Nothing) -> Result<Vec<CutOffLine>> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        let line = |cut: CutOff| {
            let (id, on) = (cut.id.to_string(), cut.on.to_string());
            CutOffLine {
                id,
                on,
                label: cut.label,
                who: cut.who,
                at: cut.at,
                expected: cut.expected,
                all: cut.all,
            }
        };
        Ok(register::cut_offs(file.reader(), round.id)?.into_iter().map(line).collect())
    })
}

fn stand(
    session: &Session,
    operation: Operation,
    id: SettingId,
    work: impl FnOnce(&mut Tx<'_>, &Round) -> Result<()>,
) -> Result<RoundOverview> {
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        refuse_closed(&round)?;
        let name = setting::load(file.reader(), id)?.details.name;
        file.transact(operation, &name, |tx| work(tx, &round))
    })?;
    rounds::show(session, Nothing {})
}

/// Refuses to change the register of a round that is closed.
pub(super) fn refuse_closed(round: &Round) -> Result<()> {
    match round.state {
        RoundState::Closed => Err(Error::state(format!("Round {} is closed.", round.label))
            .hint("Open it again in the round\u{2019}s settings first.")),
        RoundState::Preparing | RoundState::Open => Ok(()),
    }
}

fn short(typed: &str) -> Result<String> {
    let text = crate::text::normal(typed).trim().to_owned();
    if text.chars().count() > 400 {
        return Err(Error::input("A text is over 400 characters long.").hint("Shorten it."));
    }
    Ok(text)
}
