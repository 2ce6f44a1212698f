//! The plan: actions that grow out of answers, with owner, due date and state, looked at again between rounds.
//!
//! A setting's own plan goes on over the years; what came in with a return stays that return's.
//! Refuses to know: screens and workbooks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::evidence::returned;
use super::field::day;
use super::links::GROWTH;
use super::{Submission, SubmissionId};
use crate::error::Result;
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Reader, params};
use crate::template::QuestionId;

pub mod bring;
pub mod change;

row_id! {
    /// The id of an action.
    ActionId
}

row_id! {
    /// The id of a review of an action.
    ReviewId
}

/// How far an action is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    UnderWay,
    /// Done.
    Done,
    /// Given up, with its reason in the outcome.
    Dropped,
}

/// Where an action came from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The setting's own audit.
    #[default]
    Audit,
    /// An audit panel.
    Panel,
    /// The partnership's feedback.
    Feedback,
}

impl ActionState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::UnderWay, Self::Done, Self::Dropped];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Whether there is still something to do.
    pub fn is_live(self) -> bool {
        match self {
            Self::Open | Self::UnderWay => true,
            Self::Done | Self::Dropped => false,
        }
    }

    fn of(code: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code).ok_or(rusqlite::Error::InvalidQuery)
    }
}

impl Origin {
    /// Every origin.
    pub const ALL: [Self; 3] = [Self::Audit, Self::Panel, Self::Feedback];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Audit => "audit",
            Self::Panel => "panel",
            Self::Feedback => "feedback",
        }
    }

    fn of(code: &str) -> rusqlite::Result<Self> {
        Self::ALL.into_iter().find(|origin| origin.code() == code).ok_or(rusqlite::Error::InvalidQuery)
    }
}

/// An action as a value: what a workbook carries.
///
/// A sign-off covers `title`, `owner`, `due` and `questions` of the actions that grew out of an answer of its
/// submission ([`grown`]), never `state`, `done_on`, `outcome` or the reviews: progress goes on between rounds and
/// voids nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Action {
    /// What is to be done.
    pub title: String,
    /// Who does it: a role or a name.
    pub owner: String,
    /// By when.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: ActionState,
    /// When it was done.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub done_on: Option<NaiveDate>,
    /// The difference it made.
    pub outcome: String,
    /// Where it came from.
    pub origin: Origin,
    /// The day it was written down.
    #[cfg_attr(test, ts(type = "string"))]
    pub created: NaiveDate,
    /// The answers of this submission that it grew out of.
    pub questions: Vec<QuestionId>,
}

/// A look at an action between rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The day.
    pub on: NaiveDate,
    /// Who looked.
    pub who: String,
    /// How far it was.
    pub state: ActionState,
    /// What was said.
    pub note: String,
}

/// An action as the file keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: ActionId,
    /// What it says.
    pub action: Action,
    /// Every look at it, in order.
    pub reviews: Vec<Review>,
}

impl Action {
    /// Whether its due date has passed with something still to do; until the end of that day it is in time.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state.is_live() && self.due.is_some_and(|due| due < today)
    }
}

/// An action of a return, as figures count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The return.
    pub submission: SubmissionId,
    /// Whether somebody is named who does it.
    pub owned: bool,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How far it is.
    pub state: ActionState,
    /// The answers that it grew out of.
    pub questions: Vec<QuestionId>,
}

/// The actions that came in with the accepted returns of a round.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Planned>> {
    let sql = "SELECT a.id, s.id, a.owner, a.due, a.state, g.question_id FROM submission s \
               JOIN action a ON a.returned_id = s.id \
               LEFT JOIN growth g ON g.action_id = a.id AND g.submission_id = s.id \
               WHERE s.round_id = ?1 AND s.state = 'accepted' ORDER BY a.id, g.question_id";
    let line = |row: &rusqlite::Row<'_>| {
        let planned = Planned {
            submission: row.get(1)?,
            owned: !row.get::<_, String>(2)?.trim().is_empty(),
            due: day(row, 3)?,
            state: ActionState::of(&row.get::<_, String>(4)?)?,
            questions: row.get::<_, Option<String>>(5)?.map(QuestionId).into_iter().collect(),
        };
        Ok((row.get::<_, ActionId>(0)?, planned))
    };
    let mut actions: Vec<(ActionId, Planned)> = Vec::new();
    for (id, planned) in reader.all(sql, params![round], line)? {
        match actions.last_mut().filter(|(last, _)| *last == id) {
            Some((_, last)) => last.questions.extend(planned.questions),
            None => actions.push((id, planned)),
        }
    }
    Ok(actions.into_iter().map(|(_, planned)| planned).collect())
}

/// Every action that belongs to a submission, with the answers of it that each grew out of, in the order written
/// down: the setting's own plan, or what came in with the return.
pub fn of_submission(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Kept>> {
    let mut grew = GROWTH.of_submission(reader, submission.id)?;
    let mut reviewed = reviews(reader, submission)?;
    let sql = "SELECT id, title, owner, due, state, done_on, outcome, origin, created FROM action \
               WHERE setting_id = ?1 AND returned_id IS ?2 ORDER BY id";
    let kept = |row: &rusqlite::Row<'_>| {
        let id: ActionId = row.get(0)?;
        let action = Action {
            title: row.get(1)?,
            owner: row.get(2)?,
            due: day(row, 3)?,
            state: ActionState::of(&row.get::<_, String>(4)?)?,
            done_on: day(row, 5)?,
            outcome: row.get(6)?,
            origin: Origin::of(&row.get::<_, String>(7)?)?,
            created: day(row, 8)?.ok_or(rusqlite::Error::InvalidQuery)?,
            questions: grew.remove(&id.0).unwrap_or_default(),
        };
        let mine = reviewed.extract_if(.., |(action, _)| *action == id).map(|(_, review)| review).collect();
        Ok(Kept { id, action, reviews: mine })
    };
    reader.all(sql, params![submission.setting, returned(submission)], kept)
}

fn reviews(reader: Reader<'_>, submission: &Submission) -> Result<Vec<(ActionId, Review)>> {
    let sql = "SELECT r.action_id, r.on_date, r.who, r.state, r.note FROM review r JOIN action a ON a.id = r.action_id \
               WHERE a.setting_id = ?1 AND a.returned_id IS ?2 ORDER BY r.on_date, r.id";
    let review = |row: &rusqlite::Row<'_>| {
        let review = Review {
            on: day(row, 1)?.ok_or(rusqlite::Error::InvalidQuery)?,
            who: row.get(2)?,
            state: ActionState::of(&row.get::<_, String>(3)?)?,
            note: row.get(4)?,
        };
        Ok((row.get(0)?, review))
    };
    reader.all(sql, params![submission.setting, returned(submission)], review)
}

/// The actions that grew out of an answer of a submission, whatever became of them: what a sign-off covers.
pub fn grown(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Kept>> {
    let mut kept = of_submission(reader, submission)?;
    kept.retain(|kept| !kept.action.questions.is_empty());
    Ok(kept)
}

/// The actions that leave the file with a submission: those that grew out of it, those still to be done, and of those
/// agreed with a panel also what was done since the audit before was signed, so that its progress comes back.
pub fn travelling(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Action>> {
    Ok(leaving(reader, submission)?.into_iter().map(|kept| kept.action).collect())
}

/// The same as the file keeps them.
pub fn leaving(reader: Reader<'_>, submission: &Submission) -> Result<Vec<Kept>> {
    let before = match submission.earlier {
        Some(earlier) => super::signoff::standing(reader, earlier)?
            .and_then(|signed| signed.sign_off.signatures.iter().map(|one| one.on).max()),
        None => None,
    };
    let since = |kept: &Kept| {
        let last = kept.reviews.iter().map(|review| review.on).chain(kept.action.done_on).max();
        kept.action.origin == Origin::Panel
            && last.is_none_or(|last| before.is_none_or(|before| last >= before))
    };
    let goes = |kept: &Kept| !kept.action.questions.is_empty() || kept.action.state.is_live() || since(kept);
    let mut kept = of_submission(reader, submission)?;
    kept.retain(goes);
    Ok(kept)
}
