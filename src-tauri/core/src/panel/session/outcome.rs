//! What came of a session: its outcome, feedback and comments with their dates, and that it may be closed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// What a session came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CameOf {
    /// The self-assessment stands.
    Confirmed,
    /// It stands, with actions.
    ConfirmedWithActions,
    /// Something more is to be sent.
    FurtherInformation,
    /// The panel comes again.
    SecondVisit,
    /// It goes a step higher.
    Escalate,
}

/// What came of a session, with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PanelOutcome"))]
#[serde(default, deny_unknown_fields)]
pub struct Outcome {
    /// What it came to.
    pub result: Option<CameOf>,
    /// What is to be sent, why it is escalated, what the second visit is for.
    pub note: String,
    /// By when something more is to be sent, or the second visit.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub by: Option<NaiveDate>,
    /// When the letter is due.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub feedback_due: Option<NaiveDate>,
    /// When the letter was sent.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub feedback_sent: Option<NaiveDate>,
    /// Until when the setting may say whether it is accurate.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub comments_by: Option<NaiveDate>,
    /// When the setting said so.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub comments_on: Option<NaiveDate>,
    /// What it said; blank where it found it accurate.
    pub comments: String,
    /// When it is looked at again.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub follow_up: Option<NaiveDate>,
    /// On which day something was referred by the normal route, outside the audit. Nothing else of it is kept.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub referred_on: Option<NaiveDate>,
    /// What people said of the session itself.
    pub useful: String,
}

impl CameOf {
    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Confirmed => "Confirmed",
            Self::ConfirmedWithActions => "Confirmed with actions",
            Self::FurtherInformation => "Further information",
            Self::SecondVisit => "Second visit",
            Self::Escalate => "Escalated",
        }
    }
}

impl Outcome {
    /// Refuses to close before the setting has had its say on whether what was written is accurate.
    pub fn may_close(&self, today: NaiveDate) -> Result<()> {
        if self.result.is_none() {
            return Err(Error::state("The session has no outcome yet.")
                .hint("Say what it came to before it is closed."));
        }
        if self.feedback_sent.is_none() {
            return Err(Error::state("The letter to the setting is not marked as sent.")
                .hint("Enter the day on which it was sent."));
        }
        let answered = self.comments_on.is_some();
        if !answered && self.comments_by.is_none_or(|by| by >= today) {
            return Err(Error::state(
                "The setting has not yet said whether what was written is accurate, and may still do so.",
            )
            .hint("Enter when it answered, or wait until the day up to which it may."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_closes_only_when_the_setting_has_had_its_say() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let today = day("2027-03-10").expect("a date");
        let mut outcome = Outcome::default();
        outcome.may_close(today).expect_err("no outcome");
        outcome.result = Some(CameOf::Confirmed);
        outcome.may_close(today).expect_err("no letter");
        outcome.feedback_sent = day("2027-03-01");
        outcome.may_close(today).expect_err("no day up to which it may comment");
        outcome.comments_by = day("2027-03-10");
        outcome.may_close(today).expect_err("it may still comment today");
        outcome.comments_by = day("2027-03-09");
        outcome.may_close(today).expect("its days are over");
        outcome.comments_by = day("2027-04-01");
        outcome.comments_on = day("2027-03-05");
        outcome.may_close(today).expect("it has answered");
    }
}
