//! The actions of the plan: who does what by when, how far it is, what was said of it and what difference it made.
//!
//! A chain of stages: an action is closed only once it is done and its difference is said. Refuses to know: papers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::progress::{self, Update};
use super::rag::Rag;
use super::recommendation::{self, RecommendationId, Stance};
use super::{limited, wanted};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::partnership::group::GroupId;
use crate::store::{Operation, Reader, Row, Tx, params};

row_id! {
    /// The id of an action of the plan.
    ActionId
}

/// An action was written down or changed.
pub const SAVE: Operation = Operation::ordinary("plan.save");
/// An action was taken out.
pub const REMOVE: Operation = Operation::ordinary("plan.remove");

/// How far an action is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PlanStage"))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nothing was done yet.
    #[default]
    NotBegun,
    /// It is being done.
    UnderWay,
    /// It is done; whether it made a difference is not said yet.
    Done,
    /// It is done, and its difference was looked at.
    Closed,
    /// Given up, with a reason.
    Dropped,
}

/// Who may see an action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PlanVisibility"))]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The partnership alone.
    #[default]
    Internal,
    /// Anybody that the plan is given to.
    Shareable,
}

/// An action as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PlannedTyped"))]
#[serde(deny_unknown_fields)]
pub struct ActionTyped {
    /// What is to be done.
    pub title: String,
    /// Who does it.
    #[serde(default)]
    pub owner: String,
    /// The agency that answers for it.
    #[serde(default)]
    pub agency: String,
    /// The groups that look at it.
    #[serde(default)]
    pub groups: Vec<GroupId>,
    /// Who may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// By when.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// The colour that a person gave it, in place of the one worked out.
    pub rag: Option<Rag>,
    /// Why.
    #[serde(default)]
    pub rag_reason: String,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The recommendation that it came of.
    pub recommendation: RecommendationId,
    /// Its number in the file, for papers: `A7`.
    pub number: u32,
    /// What it says.
    pub said: ActionTyped,
    /// How far it is.
    pub stage: Stage,
    /// The difference it made, or why it was dropped.
    pub impact: String,
    /// The day it was closed or dropped.
    pub ended: Option<NaiveDate>,
    /// The day on which its difference is looked at again.
    pub follow_up: Option<NaiveDate>,
    /// What was seen then.
    pub followed_up: String,
    /// What was said of it, oldest first.
    pub updates: Vec<Update>,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 5] = [Self::NotBegun, Self::UnderWay, Self::Done, Self::Closed, Self::Dropped];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::NotBegun => "not_begun",
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::Closed => "closed",
            Self::Dropped => "dropped",
        }
    }

    /// The words for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotBegun => "Not begun",
            Self::UnderWay => "Under way",
            Self::Done => "Done",
            Self::Closed => "Closed",
            Self::Dropped => "Dropped",
        }
    }

    /// Whether there is something left to do.
    pub fn is_live(self) -> bool {
        match self {
            Self::NotBegun | Self::UnderWay => true,
            Self::Done | Self::Closed | Self::Dropped => false,
        }
    }

    pub(super) fn of(word: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word).ok_or(rusqlite::Error::InvalidQuery)
    }
}

impl Action {
    /// Whether its date has passed with something left to do; until the end of that day it is in time.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.stage.is_live() && self.said.due.is_some_and(|due| due < today)
    }

    /// Whether its difference is to be looked at again by now.
    pub fn wants_follow_up(&self, today: NaiveDate) -> bool {
        self.stage == Stage::Closed
            && self.followed_up.is_empty()
            && self.follow_up.is_some_and(|day| day <= today)
    }
}

/// Every action of the plan, in the order written down.
pub fn all(reader: Reader<'_>) -> Result<Vec<Action>> {
    let sql = "SELECT id, recommendation_id, title, owner, agency, groups, visibility, due, rag, rag_reason, stage, \
               impact, ended, follow_up, followed_up, number FROM plan_action ORDER BY number";
    let mut actions = reader.all(sql, [], action)?;
    for (of, update) in progress::all(reader)? {
        if let Some(action) = actions.iter_mut().find(|action| action.id == of) {
            action.updates.push(update);
        }
    }
    Ok(actions)
}

fn action(row: &rusqlite::Row<'_>) -> rusqlite::Result<Action> {
    let (groups, rag): (String, Option<String>) = (row.get(5)?, row.get(8)?);
    Ok(Action {
        id: row.get(0)?,
        recommendation: row.get(1)?,
        number: row.get(15)?,
        said: ActionTyped {
            title: row.get(2)?,
            owner: row.get(3)?,
            agency: row.get(4)?,
            groups: serde_json::from_str(&groups).map_err(|_| rusqlite::Error::InvalidQuery)?,
            visibility: match row.get::<_, String>(6)?.as_str() {
                "shareable" => Visibility::Shareable,
                _internal => Visibility::Internal,
            },
            due: day(row, 7)?,
            rag: rag.and_then(|word| Rag::ALL.into_iter().find(|rag| rag.word() == word)),
            rag_reason: row.get(9)?,
        },
        stage: Stage::of(&row.get::<_, String>(10)?)?,
        impact: row.get(11)?,
        ended: day(row, 12)?,
        follow_up: day(row, 13)?,
        followed_up: row.get(14)?,
        updates: Vec::new(),
    })
}

fn day(row: &rusqlite::Row<'_>, place: usize) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(place)?;
    text.map(|text| text.parse().map_err(|_| rusqlite::Error::InvalidQuery)).transpose()
}

/// An action by its id.
pub fn load(reader: Reader<'_>, id: ActionId) -> Result<Action> {
    all(reader)?
        .into_iter()
        .find(|one| one.id == id)
        .ok_or_else(|| Error::missing("That action is not in the plan.").hint("Look at the plan again."))
}

/// Writes an action of an accepted recommendation down, or changes one.
pub fn save(
    tx: &mut Tx<'_>,
    of: RecommendationId,
    id: Option<ActionId>,
    typed: &ActionTyped,
) -> Result<ActionId> {
    if recommendation::load(tx.reader(), of)?.said.stance != Stance::Accepted {
        return Err(Error::state("Actions come of recommendations that were accepted.")
            .hint("Accept the recommendation first."));
    }
    let title = wanted("action", &typed.title, "Say in a sentence what is to be done.")?;
    let reason = limited("reason for the colour", &typed.rag_reason)?;
    if typed.rag.is_some() && reason.is_empty() {
        return Err(Error::input("A colour that a person gives an action needs a reason.")
            .hint("Say in a sentence why it is not the colour that was worked out."));
    }
    let new = ActionId::new(tx.world());
    let groups =
        serde_json::to_string(&typed.groups).map_err(|_| Error::fault("The groups could not be kept."))?;
    let row = Row::new("plan_action", id.unwrap_or(new));
    let row = match id {
        None => row.text("stage", Stage::NotBegun.word()).set("number", next(tx.reader())?),
        Some(id) => load(tx.reader(), id).map(|_| row)?,
    };
    let row = row.text("recommendation_id", of).text("title", title).text("groups", groups);
    let row =
        row.text("owner", limited("owner", &typed.owner)?).text("agency", limited("agency", &typed.agency)?);
    let visibility = match typed.visibility {
        Visibility::Internal => "internal",
        Visibility::Shareable => "shareable",
    };
    let row = row.text("visibility", visibility).set("due", typed.due.map(|due| due.to_string()));
    tx.put(row.set("rag", typed.rag.map(|rag| rag.word().to_owned())).text("rag_reason", reason))?;
    Ok(id.unwrap_or(new))
}

/// The next number; numbers are given once.
fn next(reader: Reader<'_>) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM plan_action";
    Ok(reader.one(sql, [], |row| row.get(0))?.unwrap_or(1))
}

/// Takes an action out, with what was said of it; one that meetings spoke of stays.
pub fn remove(tx: &mut Tx<'_>, id: ActionId) -> Result<()> {
    let known = load(tx.reader(), id)?;
    let sql = "SELECT 1 FROM matter WHERE action_id = ?1 LIMIT 1";
    if tx.reader().one(sql, params![id], |_| Ok(()))?.is_some() {
        return Err(Error::state("A meeting spoke of this action, so it stays.")
            .hint("Drop it with a reason; then it is no longer to be done."));
    }
    for update in known.updates {
        tx.remove("plan_update", update.id)?;
    }
    tx.remove("plan_action", id)
}
