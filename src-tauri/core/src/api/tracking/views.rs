//! What the screen of the plan is given, and what it sends.
//!
//! Refuses to know: how either comes about.

use serde::{Deserialize, Serialize};

use crate::partnership::group::GroupId;
use crate::plan::action::{ActionId, ActionTyped, Stage};
use crate::plan::progress::Update;
use crate::plan::rag::Rag;
use crate::plan::raised::ThemeRaised;
use crate::plan::recommendation::{RecommendationId, RecommendationTyped};

/// The plan as its screen shows it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TrackingView {
    pub today: String,
    /// The round in view, to which a new recommendation belongs.
    pub round: String,
    pub recommendations: Vec<RecommendationView>,
    pub groups: Vec<GroupNamed>,
    pub agencies: Vec<String>,
    /// Themes that panels, texts or recommendations raised, those of the most rounds first.
    pub themes: Vec<ThemeRaised>,
}

/// A recommendation with its actions.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct RecommendationView {
    pub id: RecommendationId,
    pub reference: String,
    pub round: String,
    pub on: String,
    pub said: RecommendationTyped,
    pub actions: Vec<ActionView>,
}

/// An action.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PlannedView"))]
#[allow(missing_docs)]
pub struct ActionView {
    pub id: ActionId,
    pub reference: String,
    pub said: ActionTyped,
    pub stage: Stage,
    /// As it is shown, and as it is worked out.
    pub rag: Rag,
    pub worked_out: Rag,
    pub overdue: bool,
    pub impact: String,
    pub ended: Option<String>,
    pub follow_up: Option<String>,
    /// Whether its difference is to be looked at again by now.
    pub look_again: bool,
    pub followed_up: String,
    pub escalated: Option<EscalatedView>,
    pub next_meeting: Option<NextMeeting>,
    pub updates: Vec<Update>,
}

/// A group by its name.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct GroupNamed {
    pub id: GroupId,
    pub name: String,
}

/// That an action was taken higher.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct EscalatedView {
    pub on: String,
    pub to: String,
    /// Whether no reply has come.
    pub open: bool,
}

/// A meeting that is to come.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct NextMeeting {
    pub on: String,
    pub group: String,
}

/// A recommendation as it is saved.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecommendationSaved {
    pub id: Option<RecommendationId>,
    pub said: RecommendationTyped,
}

/// One of the recommendations.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecommendationChosen {
    pub id: RecommendationId,
}

/// An action as it is saved.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlannedSaved {
    pub recommendation: RecommendationId,
    pub id: Option<ActionId>,
    pub said: ActionTyped,
}

/// What is new of an action.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlannedUpdated {
    pub id: ActionId,
    pub stage: Stage,
    #[serde(default)]
    pub text: String,
    /// The difference made, the reason it is dropped, or what was seen at the follow-up.
    #[serde(default)]
    pub impact: String,
}

/// One of the actions.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlannedChosen {
    pub id: ActionId,
}
