//! The plan as it stands on a day: every action with the recommendation it came of, coloured, with the latest said of it.
//!
//! Kept as a whole in the snapshot of a meeting. Refuses to know: papers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::{self, Action, ActionId, Stage, Visibility};
use super::rag::Rag;
use super::recommendation::{self, Recommendation};
use crate::error::Result;
use crate::partnership::group::{self, Group};
use crate::round::RoundId;
use crate::store::Reader;

/// An action as it stood on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PlanStanding"))]
#[allow(missing_docs)]
pub struct Standing {
    pub action: ActionId,
    /// `A7`.
    pub reference: String,
    /// `R3`.
    pub recommendation: String,
    pub recommended: String,
    /// The round in which it was recommended.
    pub round: Option<RoundId>,
    pub source: String,
    pub title: String,
    pub owner: String,
    pub agency: String,
    /// What the groups were called that look at it.
    pub groups: Vec<String>,
    #[cfg_attr(test, ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    pub stage: Stage,
    pub rag: Rag,
    /// Why it has another colour than the one worked out; empty where it has not.
    pub rag_reason: String,
    pub update: String,
    pub impact: String,
    #[cfg_attr(test, ts(type = "string | null"))]
    pub ended: Option<NaiveDate>,
    #[cfg_attr(test, ts(type = "string | null"))]
    pub follow_up: Option<NaiveDate>,
    pub followed_up: String,
    pub shareable: bool,
}

impl Standing {
    /// Whether its date has passed with something left to do.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.stage.is_live() && self.due.is_some_and(|due| due < on)
    }
}

/// The plan as it stands, coloured as at a day.
pub fn standing(reader: Reader<'_>, on: NaiveDate) -> Result<Vec<Standing>> {
    let (recommendations, groups) = (recommendation::all(reader)?, group::all(reader)?);
    let of = |action: Action| {
        let known = recommendations.iter().find(|one| one.id == action.recommendation);
        stood(action, known, &groups, on)
    };
    Ok(action::all(reader)?.into_iter().map(of).collect())
}

fn stood(action: Action, known: Option<&Recommendation>, groups: &[Group], on: NaiveDate) -> Standing {
    let (shown, worked_out) = (Rag::shown(&action, on), Rag::worked_out(&action, on));
    let named = |id| groups.iter().find(|one| one.id == id).map(|one| one.called(on).to_owned());
    let latest = action.updates.iter().rev().find(|update| !update.text.is_empty());
    Standing {
        action: action.id,
        reference: format!("A{}", action.number),
        recommendation: known.map(|one| format!("R{}", one.number)).unwrap_or_default(),
        recommended: known.map(|one| one.said.text.clone()).unwrap_or_default(),
        round: known.map(|one| one.round),
        source: known.map(|one| one.said.source.label().to_owned()).unwrap_or_default(),
        rag: shown,
        update: latest.map(|update| update.text.clone()).unwrap_or_default(),
        groups: action.said.groups.iter().filter_map(|id| named(*id)).collect(),
        title: action.said.title,
        owner: action.said.owner,
        agency: action.said.agency,
        due: action.said.due,
        stage: action.stage,
        rag_reason: if shown == worked_out { String::new() } else { action.said.rag_reason },
        impact: action.impact,
        ended: action.ended,
        follow_up: action.follow_up,
        followed_up: action.followed_up,
        shareable: action.said.visibility == Visibility::Shareable,
    }
}
