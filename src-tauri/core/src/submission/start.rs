//! A new audit in a setting's file: the setting, the round and the submission that is born here, in one operation.

use std::collections::BTreeMap;

use super::{State, Submission, SubmissionId, answer, put_state};
use crate::error::Result;
use crate::round::{self, NewRound};
use crate::setting::{self, Details};
use crate::store::{AuditFile, Operation, Row};
use crate::template::{Facts, Template};

/// A new audit was begun.
pub const BEGIN: Operation = Operation::fence("submission.begin");

/// What a new audit is made of.
#[derive(Debug, Clone)]
pub struct NewAudit {
    /// The setting.
    pub setting: Details,
    /// Its identifiers: scheme to value.
    pub identifiers: BTreeMap<String, String>,
    /// The round.
    pub round: NewRound,
}

/// Begins an audit; undo does not go behind it.
pub fn new_audit(file: &mut AuditFile, template: &Template, new: &NewAudit) -> Result<SubmissionId> {
    file.transact(BEGIN, &new.setting.name, |tx| {
        let setting = setting::add(tx, &new.setting, &new.identifiers)?;
        let round = round::create(tx, template, &new.round)?;
        let id = SubmissionId::new(tx.world());
        let row = Row::new("submission", id).text("round_id", round).text("subject_id", setting);
        tx.put(row.text("state", State::InProgress.code()).text("template", template.key()))?;
        put_state(tx, id, State::InProgress, "")?;
        let submission = Submission {
            id,
            round,
            setting,
            state: State::InProgress,
            revision: 0,
            issue: None,
            template: template.key(),
            batch: None,
            original: None,
            earlier: None,
            facts: Facts::new(),
        };
        answer::refresh(tx, &submission, template)?;
        Ok(id)
    })
}
