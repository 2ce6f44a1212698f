//! From a peer review to its sessions: one for each organisation, its reviewers as members, and their forms.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::shown::Ground;
use super::{WorkshopChosen, WorkshopsView, list};
use crate::api::call::Nothing;
use crate::api::panel::forms;
use crate::api::paper_format::PaperFormat;
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::panel::session::{self, MetBecause, PanelSession, Person, Plan, RatedBy, SessionState, Side};
use crate::panel::workshop::{self, Workshop, WorkshopId, WorkshopKind};
use crate::setting::SettingId;
use crate::setting::contact::Answerable;
use crate::store::AuditFile;

/// `workshop.sessions`: plans a session with each organisation that has none of this workshop.
pub fn plan(session: &Session, chosen: WorkshopChosen) -> Result<WorkshopsView> {
    session.file(|file| {
        session.round(file)?;
        planned_all(file, chosen.workshop)
    })?;
    list(session, Nothing {})
}

/// A session with each organisation that has none of this workshop.
pub(in crate::api) fn planned_all(file: &mut AuditFile, id: WorkshopId) -> Result<()> {
    let one = workshop::load(file.reader(), id)?;
    if one.plan.kind != WorkshopKind::PeerReview {
        return Err(Error::state("A challenge event has no reviewers.")
            .hint("Plan a peer review to have organisations reviewed by others."));
    }
    let ground = Ground::of(file.reader(), one.round)?;
    let drawn = one.drawn();
    let missing = drawn.0.iter().filter(|(id, by)| !by.is_empty() && ground.session(&one, **id).is_none());
    let missing: Vec<(SettingId, Vec<Person>)> =
        missing.map(|(id, by)| (*id, people(&ground, *id, by))).collect();
    file.transact(workshop::SESSIONS, "", |tx| {
        let there = one.sessions.iter().copied();
        let mut sessions: Vec<_> = there.filter(|id| session::load(tx.reader(), *id).is_ok()).collect();
        for (setting, people) in &missing {
            let id = session::begin(tx, one.round, *setting, &planned(&one))?;
            session::people(tx, &session::load(tx.reader(), id)?, people)?;
            sessions.push(id);
        }
        workshop::link(tx, one.id, &sessions)
    })
}

fn planned(one: &Workshop) -> Plan {
    Plan {
        on: one.plan.on,
        starts: one.plan.starts.clone(),
        place: one.plan.place.clone(),
        because: MetBecause::Other,
        rated_by: RatedBy::AloneFirst,
        ..Plan::default()
    }
}

/// The reviewers as members, and whoever answers for the organisation; each under a name of its own.
fn people(ground: &Ground, reviewed: SettingId, by: &BTreeSet<SettingId>) -> Vec<Person> {
    let mut names = BTreeSet::new();
    let mut person = |id: SettingId, side: Side| {
        let organisation = ground.name(id);
        let known = ground.people.get(&id).and_then(Answerable::reachable).cloned().unwrap_or_default();
        let name = if known.name.is_empty() { format!("Reviewer from {organisation}") } else { known.name };
        let name = if names.contains(&name) { format!("{name} ({organisation})") } else { name };
        names.insert(name.clone());
        let agency = match side {
            Side::Panel => organisation,
            Side::Setting => String::new(),
        };
        Person { name, agency, role: known.role, side, ..Person::default() }
    };
    let mut people: Vec<Person> = by.iter().map(|id| person(*id, Side::Panel)).collect();
    let answers = ground.people.get(&reviewed).and_then(Answerable::reachable).is_some();
    people.extend(answers.then(|| person(reviewed, Side::Setting)));
    people
}

/// The forms of a workshop's sessions, and how packs are written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WorkshopFormsWanted {
    pub workshop: WorkshopId,
    #[serde(default)]
    pub packs: PaperFormat,
}

/// `workshop.forms`: the invitation, packs and note forms of every session that is still to come; none where the
/// dialog was dismissed.
pub fn write(session: &Session, chosen: WorkshopFormsWanted) -> Result<Option<Written>> {
    let ready = session.file(|file| {
        session.round(file)?;
        let one = workshop::load(file.reader(), chosen.workshop)?;
        let ground = Ground::of(file.reader(), one.round)?;
        let met = one.plan.takers.iter().filter_map(|id| ground.session(&one, *id));
        Ok(met.filter(|met| met.state == SessionState::Planned).cloned().collect::<Vec<PanelSession>>())
    })?;
    if ready.is_empty() {
        return Err(Error::state("No session of this workshop is still to come.")
            .hint("Plan its sessions first; forms are written for those that are not held yet."));
    }
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the forms") else {
        return Ok(None);
    };
    let mut first = None;
    for met in &ready {
        for (name, bytes) in forms::files(session, met, chosen.packs)? {
            let path = folder.join(name);
            save::whole(&path, &bytes)?;
            first.get_or_insert(path);
        }
    }
    let sentence = format!(
        "The invitations, and a pack and a note form for each reviewer of {} sessions, are saved. Nothing was sent: \
         attach them to your own e-mail; what comes back is read on the page Panels.",
        ready.len()
    );
    Ok(first.map(|path| save::written(&path, sentence, Vec::new())))
}
