//! The colour of an action, worked out from its date and stage; a person may say otherwise, with a reason.
//!
//! Pure. A colour never stands without its word. Refuses to know: the file.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::action::{Action, Stage};

/// An action is soon due within so many days.
const SOON: u64 = 28;

/// The colour of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Rag {
    /// Past its date.
    Red,
    /// Soon due and not begun, or without a date.
    Amber,
    /// On its way.
    Green,
    /// Closed: its difference was looked at.
    Blue,
    /// Dropped.
    Grey,
}

impl Rag {
    /// Every colour.
    pub const ALL: [Self; 5] = [Self::Red, Self::Amber, Self::Green, Self::Blue, Self::Grey];

    /// The word for it in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Grey => "grey",
        }
    }

    /// The words for it in a paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Red => "Red: overdue",
            Self::Amber => "Amber: at risk",
            Self::Green => "Green: on track",
            Self::Blue => "Blue: closed",
            Self::Grey => "Grey: dropped",
        }
    }

    /// What an action's date and stage say on a day.
    pub fn worked_out(action: &Action, today: NaiveDate) -> Self {
        match action.stage {
            Stage::Closed => return Self::Blue,
            Stage::Dropped => return Self::Grey,
            Stage::Done => return Self::Green,
            Stage::NotBegun | Stage::UnderWay => {}
        }
        match action.said.due {
            Some(due) if due < today => Self::Red,
            Some(due) if action.stage == Stage::NotBegun && soon(due, today) => Self::Amber,
            Some(_) => Self::Green,
            None => Self::Amber,
        }
    }

    /// The colour that is shown: what a person said, else what is worked out. A closed or dropped action keeps its own.
    pub fn shown(action: &Action, today: NaiveDate) -> Self {
        let worked_out = Self::worked_out(action, today);
        match worked_out {
            Self::Blue | Self::Grey => worked_out,
            Self::Red | Self::Amber | Self::Green => action.said.rag.unwrap_or(worked_out),
        }
    }
}

fn soon(due: NaiveDate, today: NaiveDate) -> bool {
    today.checked_add_days(Days::new(SOON)).is_some_and(|soon| due <= soon)
}

/// The day on which a closed action is looked at again: did it make the difference?
pub fn follow_up(closed: NaiveDate) -> NaiveDate {
    closed.checked_add_months(Months::new(6)).unwrap_or(closed)
}
