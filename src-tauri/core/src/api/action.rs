//! The plan on screen: every action with its owner, due date, state, reviews and the answers it grew out of.

use chrono::NaiveDate;
use serde::Deserialize;

use super::answer;
use super::audit::{Audit, date};
use super::call::Nothing;
use super::evidence::{QuestionLine, question_lines};
use super::session::Session;
use super::views::{QuestionView, view};
use crate::error::Result;
use crate::store::AuditFile;
use crate::submission::SubmissionId;
use crate::submission::action::change::{self, Typed};
use crate::submission::action::{ActionId, ActionState, Kept, Origin, Review};
use crate::template::QuestionId;

view! {
    /// The setting's plan, beside one of its audits.
    PlanView { actions: Vec<ActionLine>, counts: PlanCounts, }
    PlanCounts { open: u32, under_way: u32, done: u32, dropped: u32, overdue: u32, }
    ActionLine {
        id: ActionId,
        title: String,
        owner: String,
        due: Option<String>,
        state: ActionState,
        done_on: Option<String>,
        outcome: String,
        origin: Origin,
        overdue: bool,
        created: String,
        questions: Vec<QuestionLine>,
        reviews: Vec<ReviewLine>,
    }
    /// A look at an action between rounds.
    ReviewLine { on: String, who: String, state: ActionState, note: String, }
    /// An action as it stands beside a question.
    ActionItem { id: ActionId, title: String, owner: String, due: Option<String>, state: ActionState, overdue: bool, }
}

/// An action as it is typed; an empty date is none.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ActionTyped {
    #[serde(default)]
    pub id: Option<ActionId>,
    pub title: String,
    #[serde(default)]
    pub owner: String,
    #[serde(default)]
    pub due: Option<String>,
    #[serde(default)]
    pub state: ActionState,
    #[serde(default)]
    pub outcome: String,
    #[serde(default)]
    pub questions: Vec<QuestionId>,
}

/// How far an action is.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Reviewed {
    pub id: ActionId,
    pub state: ActionState,
    #[serde(default)]
    pub note: String,
}

/// An action and a question.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Growth {
    pub id: ActionId,
    pub question: QuestionId,
}

/// An action.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ActionChosen {
    pub id: ActionId,
}

/// `action.list`.
pub fn list(session: &Session, _: Nothing) -> Result<PlanView> {
    session.audit(|file, audit| plan(file, audit))
}

/// `action.save`.
pub fn save(session: &Session, typed: ActionTyped) -> Result<PlanView> {
    let action = Typed {
        title: typed.title,
        owner: typed.owner,
        due: date(typed.due.as_deref())?,
        state: typed.state,
        outcome: typed.outcome,
        questions: typed.questions,
    };
    session.submission(|file, submission| {
        change::save(file, submission, typed.id, &action)?;
        plan(file, submission.id)
    })
}

/// `action.review`.
pub fn review(session: &Session, reviewed: Reviewed) -> Result<PlanView> {
    session.submission(|file, submission| {
        change::review(file, submission, reviewed.id, reviewed.state, &reviewed.note)?;
        plan(file, submission.id)
    })
}

/// `action.link`.
pub fn link(session: &Session, growth: Growth) -> Result<QuestionView> {
    session.submission(|file, submission| {
        change::link(file, submission, growth.id, &growth.question)?;
        answer::question(file, submission.id, &growth.question)
    })
}

/// `action.unlink`.
pub fn unlink(session: &Session, growth: Growth) -> Result<QuestionView> {
    session.submission(|file, submission| {
        change::unlink(file, submission, growth.id, &growth.question)?;
        answer::question(file, submission.id, &growth.question)
    })
}

/// `action.remove`.
pub fn remove(session: &Session, chosen: ActionChosen) -> Result<PlanView> {
    session.submission(|file, submission| {
        change::remove(file, submission, chosen.id)?;
        plan(file, submission.id)
    })
}

fn plan(file: &AuditFile, id: SubmissionId) -> Result<PlanView> {
    let (audit, today) = (Audit::load(file.reader(), id)?, file.world().today());
    let actions: Vec<ActionLine> = audit.actions.iter().map(|kept| line(&audit, kept, today)).collect();
    let count = |of: &dyn Fn(&ActionLine) -> bool| {
        u32::try_from(actions.iter().filter(|line| of(line)).count()).unwrap_or(u32::MAX)
    };
    let counts = PlanCounts {
        open: count(&|line| line.state == ActionState::Open),
        under_way: count(&|line| line.state == ActionState::UnderWay),
        done: count(&|line| line.state == ActionState::Done),
        dropped: count(&|line| line.state == ActionState::Dropped),
        overdue: count(&|line| line.overdue),
    };
    Ok(PlanView { actions, counts })
}

fn line(audit: &Audit, kept: &Kept, today: NaiveDate) -> ActionLine {
    let action = &kept.action;
    ActionLine {
        id: kept.id,
        title: action.title.clone(),
        owner: action.owner.clone(),
        due: action.due.map(|date| date.to_string()),
        state: action.state,
        done_on: action.done_on.map(|date| date.to_string()),
        outcome: action.outcome.clone(),
        origin: action.origin,
        overdue: action.is_overdue(today),
        created: action.created.to_string(),
        questions: question_lines(audit, &action.questions),
        reviews: kept.reviews.iter().map(review_line).collect(),
    }
}

fn review_line(review: &Review) -> ReviewLine {
    ReviewLine {
        on: review.on.to_string(),
        who: review.who.clone(),
        state: review.state,
        note: review.note.clone(),
    }
}

/// The actions that grew out of one question, as they stand beside it.
pub(super) fn beside(audit: &Audit, question: &QuestionId, today: NaiveDate) -> Vec<ActionItem> {
    let mine = audit.actions.iter().filter(|kept| kept.action.questions.contains(question));
    mine.map(|kept| ActionItem {
        id: kept.id,
        title: kept.action.title.clone(),
        owner: kept.action.owner.clone(),
        due: kept.action.due.map(|date| date.to_string()),
        state: kept.action.state,
        overdue: kept.action.is_overdue(today),
    })
    .collect()
}
