//! What is said of actions as time goes on, in Attest or on a form, and how far each one is by it.
//!
//! What is said is a set in an order of its own, so that the same follows in whatever order forms come in, and however
//! often. Refuses to know: what a form looks like.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::{self, ActionId, Stage};
use super::limited;
use super::rag::follow_up;
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx};

row_id! {
    /// The id of what was said of an action; of a form it follows from what was said.
    UpdateId
}

/// What is new of an action was said.
pub const UPDATE: Operation = Operation::ordinary("plan.update");

/// By which way something was said. What is said in Attest comes after what a form of the same day says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "UpdateWay"))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// On a reply form.
    Form,
    /// In Attest.
    Here,
}

/// What was said of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PlanUpdate"))]
pub struct Update {
    /// Its id.
    pub id: UpdateId,
    /// The day on which it was said, or on which the form was filled in.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
    /// Who said it.
    pub who: String,
    /// By which way.
    pub way: Way,
    /// How far it was then; none where nothing was said of it.
    pub stage: Option<Stage>,
    /// What was said.
    pub text: String,
}

impl Way {
    const ALL: [Self; 2] = [Self::Form, Self::Here];

    fn word(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Here => "here",
        }
    }
}

impl Update {
    /// Where it stands among others; of two forms of a day the further stage comes last.
    fn place(&self) -> (NaiveDate, Way, usize, UpdateId) {
        let rank = match self.way {
            Way::Form => self.stage.map_or(0, |stage| stage as usize + 1),
            Way::Here => 0,
        };
        (self.on, self.way, rank, self.id)
    }
}

/// What was said of each action, in its order.
pub(super) fn all(reader: Reader<'_>) -> Result<Vec<(ActionId, Update)>> {
    let sql = "SELECT action_id, id, on_date, who, by_way, stage, text FROM plan_update";
    let mut all = reader.all(sql, [], |row| {
        let unread = || rusqlite::Error::InvalidQuery;
        let (on, way, stage): (String, String, Option<String>) = (row.get(2)?, row.get(4)?, row.get(5)?);
        let update = Update {
            id: row.get(1)?,
            on: on.parse().map_err(|_| unread())?,
            who: row.get(3)?,
            way: Way::ALL.into_iter().find(|it| it.word() == way).ok_or_else(unread)?,
            stage: stage.map(|word| Stage::of(&word)).transpose()?,
            text: row.get(6)?,
        };
        Ok((row.get(0)?, update))
    })?;
    all.sort_by_key(|(_, update)| update.place());
    Ok(all)
}

/// Writes down what was said of an action.
pub(super) fn put(tx: &mut Tx<'_>, of: ActionId, said: &Update) -> Result<()> {
    let row = Row::new("plan_update", said.id).text("action_id", of).text("on_date", said.on);
    let row = row.text("who", &said.who).text("by_way", said.way.word());
    tx.put(row.set("stage", said.stage.map(|stage| stage.word().to_owned())).text("text", &said.text))
}

/// How far an action is by all that was said of it.
pub(super) fn stage_of(updates: &[Update]) -> Option<Stage> {
    updates.iter().rev().find_map(|update| update.stage)
}

/// Says what is new of an action, and how far it is; who closes one says what difference it made.
pub fn update(tx: &mut Tx<'_>, id: ActionId, stage: Stage, text: &str, impact: &str) -> Result<()> {
    let known = action::load(tx.reader(), id)?;
    let (text, impact) = (limited("update", text)?, limited("difference", impact)?);
    may_go(known.stage, stage, &impact)?;
    let (who, today) = (tx.world().who(), tx.world().today());
    let said =
        Update { id: UpdateId::new(tx.world()), on: today, who, way: Way::Here, stage: Some(stage), text };
    put(tx, id, &said)?;
    let row = Row::new("plan_action", id).text("stage", stage.word());
    tx.put(match stage {
        Stage::Closed if known.stage == Stage::Closed => row.text("followed_up", impact),
        Stage::Closed => row.text("ended", today).text("follow_up", follow_up(today)).text("impact", impact),
        Stage::Dropped => row.text("ended", today).set("follow_up", None::<String>).text("impact", impact),
        Stage::NotBegun | Stage::UnderWay | Stage::Done => {
            row.set("ended", None::<String>).set("follow_up", None::<String>).text("followed_up", "")
        }
    })
}

/// Whether an action may go from one stage to another.
fn may_go(from: Stage, to: Stage, impact: &str) -> Result<()> {
    match (from, to) {
        (Stage::NotBegun | Stage::UnderWay | Stage::Dropped, Stage::Closed) => {
            Err(Error::state("An action is closed only once it is done.").hint("Say first that it is done."))
        }
        (Stage::Done | Stage::Closed, Stage::Closed) if impact.is_empty() => {
            Err(Error::input("An action is closed only once its difference is said.")
                .hint("Say what is different now, and how you know."))
        }
        (_any, Stage::Dropped) if impact.is_empty() => {
            Err(Error::input("An action is dropped only with a reason.").hint("Say why it is given up."))
        }
        (_any, Stage::NotBegun | Stage::UnderWay | Stage::Done | Stage::Closed | Stage::Dropped) => Ok(()),
    }
}
