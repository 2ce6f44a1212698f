//! A day on which organisations of a round meet: to review each other, or to present and be challenged.
//!
//! Who reviews whom follows from who takes part, who is kept apart and a seed. Refuses to know: what was answered, and
//! the sessions in which reviewers say what they see.

mod allocate;
mod challenge;
mod keep;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use allocate::{Allocation, allocate, in_order};
pub use challenge::{CHALLENGE, Put, PutId, UNCHALLENGE, challenges, put, take_out};
pub use keep::{REMOVE, SAVE, SESSIONS, link, load, of_round, remove, save};

use super::session::PanelSessionId;
use crate::id::row_id;
use crate::round::RoundId;
use crate::setting::SettingId;

row_id! {
    /// The id of a workshop.
    WorkshopId
}

/// What a day is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WorkshopKind {
    /// Organisations review each other.
    #[default]
    PeerReview,
    /// Organisations present and are challenged.
    ChallengeEvent,
}

/// Two organisations that do not review each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// The one.
    pub one: SettingId,
    /// The other.
    pub other: SettingId,
    /// Why: one runs the other, one commissions the other.
    pub reason: String,
}

/// What is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WorkshopPlan {
    /// What it is for.
    pub kind: WorkshopKind,
    /// What it is called.
    pub name: String,
    /// The day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// When it begins, as it is said.
    #[serde(default)]
    pub starts: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// What it is about.
    #[serde(default)]
    pub theme: String,
    /// How many review each organisation.
    pub each: u32,
    /// Who takes part.
    pub takers: Vec<SettingId>,
    /// Who is kept apart.
    #[serde(default)]
    pub apart: Vec<Apart>,
}

/// A workshop as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    /// Its id.
    pub id: WorkshopId,
    /// Its round.
    pub round: RoundId,
    /// What is planned.
    pub plan: WorkshopPlan,
    /// What it is drawn from.
    pub seed: u64,
    /// Digest of who reviews whom, as it was drawn.
    pub list: String,
    /// The sessions that came of it.
    pub sessions: Vec<PanelSessionId>,
    /// When it was drawn.
    pub at: String,
    /// By whom.
    pub who: String,
}

impl Workshop {
    /// Who reviews whom, drawn again.
    pub fn drawn(&self) -> Allocation {
        drawn(&self.plan, self.seed)
    }

    /// How often each reviews, by who takes part.
    pub fn loads(&self) -> BTreeMap<SettingId, u32> {
        let mut loads: BTreeMap<SettingId, u32> = self.plan.takers.iter().map(|one| (*one, 0)).collect();
        for reviewer in self.drawn().0.values().flatten() {
            *loads.entry(*reviewer).or_default() += 1;
        }
        loads
    }
}

fn drawn(plan: &WorkshopPlan, seed: u64) -> Allocation {
    match plan.kind {
        WorkshopKind::PeerReview => {
            let apart: Vec<(SettingId, SettingId)> =
                plan.apart.iter().map(|pair| (pair.one, pair.other)).collect();
            allocate(&plan.takers, &apart, plan.each, seed)
        }
        WorkshopKind::ChallengeEvent => Allocation::default(),
    }
}
