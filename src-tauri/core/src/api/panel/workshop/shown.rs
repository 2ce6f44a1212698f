//! Workshops as they are shown: who reviews whom by name, who can be asked, what was put to whom.

use std::collections::BTreeMap;

use crate::api::views::view;
use crate::error::Result;
use crate::panel::session::{self, PanelSession, PanelSessionId, SessionState};
use crate::panel::workshop::{self, PutId, Workshop, WorkshopId, WorkshopKind, WorkshopPlan, in_order};
use crate::round::{RoundId, register};
use crate::setting::contact::{self, Answerable};
use crate::setting::{self, Setting, SettingId};
use crate::store::Reader;
use crate::submission::{self, State};
use crate::text::digest;

view! {
    /// The workshops of a round, and who can take part.
    WorkshopsView { workshops: Vec<WorkshopView>, organisations: Vec<WorkshopOrganisation>, }
    /// Who can take part.
    WorkshopOrganisation {
        setting: SettingId,
        name: String,
        returned: bool,
        /// Who wrote the return; may be empty.
        author: String,
        /// Who stands in; may be empty.
        substitute: String,
    }
    /// A workshop.
    WorkshopView {
        id: WorkshopId,
        plan: WorkshopPlan,
        seed: String,
        who: String,
        at: String,
        /// Whether the same comes out when it is drawn again.
        same_again: bool,
        /// Of a peer review by name; of an event in the order in which they present.
        lines: Vec<WorkshopLine>,
        challenges: Vec<PutLine>,
        remarks: Vec<String>,
    }
    /// One who takes part.
    WorkshopLine {
        setting: SettingId,
        name: String,
        /// Who reviews it.
        reviewers: Vec<String>,
        /// Whom it reviews.
        reviews: Vec<String>,
        session: Option<PanelSessionId>,
        state: Option<SessionState>,
    }
    /// A challenge that was put.
    PutLine {
        id: PutId,
        setting: SettingId,
        name: String,
        by: String,
        text: String,
        reply: String,
        replied: Option<String>,
    }
}

/// All that workshops are shown with.
pub(super) struct Ground {
    pub settings: BTreeMap<SettingId, Setting>,
    pub people: BTreeMap<SettingId, Answerable>,
    pub sessions: Vec<PanelSession>,
}

impl Ground {
    pub fn of(reader: Reader<'_>, round: RoundId) -> Result<Self> {
        Ok(Self {
            settings: setting::all(reader)?,
            people: contact::all(reader)?,
            sessions: session::of_round(reader, round)?,
        })
    }

    pub fn name(&self, id: SettingId) -> String {
        self.settings.get(&id).map(|one| one.details.name.clone()).unwrap_or_default()
    }

    /// The session with an organisation that came of a workshop.
    pub fn session(&self, one: &Workshop, setting: SettingId) -> Option<&PanelSession> {
        self.sessions.iter().find(|met| met.setting == setting && one.sessions.contains(&met.id))
    }
}

pub(super) fn list(reader: Reader<'_>, round: RoundId) -> Result<WorkshopsView> {
    let ground = Ground::of(reader, round)?;
    let returned = submission::of_round(reader, round)?;
    let accepted =
        |id: SettingId| returned.iter().any(|one| one.setting == id && one.state == State::Accepted);
    let organisation = |id: SettingId| {
        let people = ground.people.get(&id).cloned().unwrap_or_default();
        WorkshopOrganisation {
            setting: id,
            name: ground.name(id),
            returned: accepted(id),
            author: people.author.name,
            substitute: people.substitute.name,
        }
    };
    let lines = register::lines(reader, round)?.into_iter();
    let asked = lines.filter(|line| line.standing == register::Standing::Expected);
    let mut organisations: Vec<WorkshopOrganisation> = asked.map(|line| organisation(line.setting)).collect();
    organisations.sort_by(|one, other| (&one.name, one.setting).cmp(&(&other.name, other.setting)));
    let workshops = workshop::of_round(reader, round)?;
    let workshops = workshops.into_iter().map(|one| shown(reader, &ground, one)).collect::<Result<_>>()?;
    Ok(WorkshopsView { workshops, organisations })
}

fn shown(reader: Reader<'_>, ground: &Ground, one: Workshop) -> Result<WorkshopView> {
    let put = workshop::challenges(reader, one.id)?.into_iter().map(|put| PutLine {
        id: put.id,
        name: ground.name(put.setting),
        setting: put.setting,
        by: put.by,
        text: put.text,
        reply: put.reply,
        replied: put.replied.map(|day| day.to_string()),
    });
    Ok(WorkshopView {
        same_again: digest(one.drawn().text().as_bytes()) == one.list,
        lines: lines(ground, &one),
        challenges: put.collect(),
        remarks: remarks(ground, &one),
        id: one.id,
        seed: one.seed.to_string(),
        plan: one.plan,
        who: one.who,
        at: one.at,
    })
}

/// Who takes part: of a peer review by name, of an event in the order in which they present.
pub(super) fn lines(ground: &Ground, one: &Workshop) -> Vec<WorkshopLine> {
    let drawn = one.drawn();
    let names = |ids: &mut dyn Iterator<Item = SettingId>| {
        let mut names: Vec<String> = ids.map(|id| ground.name(id)).collect();
        names.sort();
        names
    };
    let line = |id: SettingId| {
        let met = ground.session(one, id);
        WorkshopLine {
            setting: id,
            name: ground.name(id),
            reviewers: names(&mut drawn.0.get(&id).into_iter().flatten().copied()),
            reviews: names(&mut drawn.0.iter().filter(|(_, by)| by.contains(&id)).map(|(of, _)| *of)),
            session: met.map(|met| met.id),
            state: met.map(|met| met.state),
        }
    };
    match one.plan.kind {
        WorkshopKind::ChallengeEvent => in_order(&one.plan.takers, one.seed).into_iter().map(line).collect(),
        WorkshopKind::PeerReview => {
            let mut lines: Vec<WorkshopLine> = one.plan.takers.iter().map(|id| line(*id)).collect();
            lines.sort_by(|one, other| (&one.name, one.setting).cmp(&(&other.name, other.setting)));
            lines
        }
    }
}

/// What an officer should know of a workshop before it is held.
fn remarks(ground: &Ground, one: &Workshop) -> Vec<String> {
    let mut remarks = Vec::new();
    let drawn = one.drawn();
    let each = usize::try_from(one.plan.each).unwrap_or_default();
    for (id, by) in drawn.0.iter().filter(|(_, by)| by.len() < each) {
        let reviewers =
            if by.len() == 1 { "1 reviewer".to_owned() } else { format!("{} reviewers", by.len()) };
        remarks.push(format!(
            "{} has {reviewers} instead of {each}: too many are kept apart from it.",
            ground.name(*id)
        ));
    }
    let alone = one.plan.takers.iter().filter(|id| {
        let people = ground.people.get(id);
        people.and_then(Answerable::reachable).is_none()
    });
    let alone: Vec<String> = alone.map(|id| ground.name(*id)).collect();
    if !alone.is_empty() {
        remarks.push(format!(
            "Nobody is named to answer for: {}. Enter the author and a substitute on the register.",
            alone.join(", ")
        ));
    }
    remarks
}
