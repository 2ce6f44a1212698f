//! Bringing actions into a setting's own plan that were agreed at a panel: under the id they were agreed with, once.
//!
//! Refuses to know: the file they come in.

use chrono::NaiveDate;

use super::{Action, ActionId, ActionState, Origin, change};
use crate::error::Result;
use crate::store::{AuditFile, Operation, params};
use crate::submission::Submission;
use crate::submission::links::{self, GROWTH};
use crate::template::{self, QuestionId};
use crate::text::normal;

/// Agreed actions were brought into the plan.
pub const BRING: Operation = Operation::ordinary("action.bring");

/// An action that was agreed elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Its id there, and from now on here.
    pub id: ActionId,
    /// What is to be done.
    pub title: String,
    /// Who sees to it.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// The question it came of.
    pub question: Option<QuestionId>,
}

/// Brings in those that are not in the plan yet; gives their titles.
pub fn bring(file: &mut AuditFile, submission: &Submission, all: &[Brought]) -> Result<Vec<String>> {
    submission.own()?;
    let template = template::load(file.reader(), &submission.template)?;
    file.transact(BRING, &submission.id.to_string(), |tx| {
        let mut taken = Vec::new();
        for one in all {
            let known = tx.reader().one("SELECT 1 FROM action WHERE id = ?1", params![one.id], |_| Ok(()))?;
            if known.is_some() {
                continue;
            }
            let question = one.question.iter().filter(|id| links::known(&template, &[(*id).clone()]).is_ok());
            let questions: Vec<QuestionId> = question.cloned().collect();
            let action = Action {
                title: normal(&one.title).trim().to_owned(),
                owner: normal(&one.owner).trim().to_owned(),
                due: one.due,
                state: ActionState::Open,
                done_on: None,
                outcome: String::new(),
                origin: Origin::Panel,
                created: tx.world().today(),
                questions,
            };
            change::put(tx, submission, one.id, &action)?;
            // A signed audit stays as it was signed: its plan goes on, its answers gain no link.
            if submission.changeable().is_ok() {
                GROWTH.set(tx, one.id.0, submission.id, &action.questions)?;
            }
            taken.push(action.title);
        }
        Ok(taken)
    })
}
