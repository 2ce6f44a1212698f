//! One meeting of a panel with one setting: when, who was there, what was asked, what was seen, what came of it.
//!
//! Refuses to know: what the setting answered, and what figures are made of it. Evidence is noted as seen, never copied.

mod keep;
mod outcome;
mod people;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::template::{QuestionId, StandardId};

pub use keep::{
    BEGIN, CLOSE, ENQUIRIES, HOLD, NOTES, OUTCOME, PEOPLE, PLAN, REFER, REMOVE, REOPEN, REVEAL, SEEN, begin,
    close, enquiries, hold, load, met, notes, of_round, of_setting, outcome, people, plan, refer, remove,
    reopen, reveal, seen,
};
pub use outcome::{CameOf, Outcome};
pub use people::{Duty, Person, Presence, Side, absent_agencies, agencies_present};

row_id! {
    /// The id of a panel session.
    PanelSessionId
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelState"))]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// It is still to come.
    Planned,
    /// It was held.
    Held,
    /// It is done with: the setting has said whether what was written is accurate.
    Closed,
}

/// How people meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelMode"))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// In one room.
    #[default]
    InPerson,
    /// Each before a screen.
    Online,
    /// At the setting.
    Visit,
}

/// How the setting came to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MetBecause {
    /// It was drawn: it is one of those that speak for all.
    #[default]
    Drawn,
    /// It was picked for what is known of it: it speaks for itself alone.
    Picked,
    /// For another reason; it speaks for itself alone.
    Other,
}

/// How members rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RatedBy {
    /// The panel as a whole.
    #[default]
    Together,
    /// Each alone first, without seeing the others'; then together.
    AloneFirst,
}

/// What is planned.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelPlan"))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// When it begins, as it is said.
    #[serde(default)]
    pub starts: String,
    /// When it ends.
    #[serde(default)]
    pub ends: String,
    /// How people meet.
    #[serde(default)]
    pub mode: Mode,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// How the setting came to be met.
    #[serde(default)]
    pub because: MetBecause,
    /// Agencies that must be there.
    #[serde(default)]
    pub quorum: Vec<String>,
    /// How members rate.
    #[serde(default)]
    pub rated_by: RatedBy,
    /// The questions to be talked about, in order.
    #[serde(default)]
    pub questions: Vec<QuestionId>,
}

/// Where a line of enquiry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AskedFrom {
    /// The audit tool.
    Bank,
    /// Something that stands out in the return.
    Signal,
    /// The panel itself.
    #[default]
    Own,
}

/// A line of enquiry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelEnquiry"))]
#[serde(deny_unknown_fields)]
pub struct Enquiry {
    /// Which agency asks: `all`, or an agency.
    pub agency: String,
    /// What is asked.
    pub text: String,
    /// Of which standard it is, if of one.
    #[serde(default)]
    pub standard: Option<StandardId>,
    /// Where it comes from.
    #[serde(default)]
    pub from: AskedFrom,
    /// What was said.
    #[serde(default)]
    pub said: String,
}

/// Evidence that was looked at; never a copy of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelSeen"))]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// What it is: policy, training log, minutes.
    pub what: String,
    /// Whether it was seen.
    pub seen: bool,
    /// What it showed.
    #[serde(default)]
    pub note: String,
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelSession {
    /// Its id.
    pub id: PanelSessionId,
    /// Its round.
    pub round: RoundId,
    /// The setting that is met.
    pub setting: SettingId,
    /// How far it is.
    pub state: SessionState,
    /// What is planned.
    pub plan: Plan,
    /// Who is asked, who came.
    pub people: Vec<Person>,
    /// What is asked.
    pub enquiries: Vec<Enquiry>,
    /// What was looked at.
    pub seen: Vec<Seen>,
    /// Notes.
    pub notes: String,
    /// What came of it.
    pub outcome: Outcome,
    /// When the members' own ratings were shown to all.
    pub revealed: Option<String>,
}

impl SessionState {
    const ALL: [Self; 3] = [Self::Planned, Self::Held, Self::Closed];

    fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Closed => "closed",
        }
    }
}

impl Mode {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::InPerson => "In person",
            Self::Online => "Online",
            Self::Visit => "Visit to the setting",
        }
    }
}

impl PanelSession {
    /// The members of the panel who may see this setting: those without a conflict of interest.
    pub fn members(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|one| one.side == Side::Panel && one.conflict.is_empty())
    }

    /// The member of that name, if that person may see this setting.
    pub fn member(&self, name: &str) -> Result<&Person> {
        let person = self.people.iter().find(|one| one.side == Side::Panel && one.name == name);
        let person = person.ok_or_else(|| {
            Error::missing(format!("{name} is not on this panel.")).hint("Add the person to the panel first.")
        })?;
        if !person.conflict.is_empty() {
            return Err(Error::state(format!(
                "{name} has declared a conflict of interest, so nothing about this setting is written for them."
            ))
            .hint("Take the conflict out if it was entered by mistake."));
        }
        Ok(person)
    }

    /// Agencies that must be there and were not, in the order named.
    pub fn missing(&self) -> Vec<String> {
        absent_agencies(&self.plan.quorum, &self.people, self.state)
    }
}
