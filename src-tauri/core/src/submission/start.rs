//! A new audit in a setting's file: the setting, the round and the submission that is born here, in one operation.

use std::collections::BTreeMap;

use super::{State, Submission, SubmissionId, answer, facts_text, put_state};
use crate::error::Result;
use crate::round::{self, NewRound, RoundId};
use crate::setting::{self, Details, SettingId};
use crate::store::{AuditFile, Operation, Row, Tx};
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
        let begun = put(tx, round, setting, template, None, Facts::new())?;
        answer::refresh(tx, &begun, template)?;
        Ok(begun.id)
    })
}

/// Puts a submission that is born here; its bytes are brought in step by the caller.
pub(super) fn put(
    tx: &mut Tx<'_>,
    round: RoundId,
    setting: SettingId,
    template: &Template,
    earlier: Option<SubmissionId>,
    facts: Facts,
) -> Result<Submission> {
    let submission = Submission {
        id: SubmissionId::new(tx.world()),
        round,
        setting,
        state: State::InProgress,
        revision: 0,
        issue: None,
        template: template.key(),
        batch: None,
        original: None,
        earlier,
        facts,
    };
    let row = Row::new("submission", submission.id).text("round_id", round).text("subject_id", setting);
    let row = row.text("state", State::InProgress.code()).text("template", template.key());
    let row = row.set("earlier_id", earlier.map(|id| id.to_string()));
    tx.put(row.set("facts", facts_text(&submission.facts)?))?;
    put_state(tx, submission.id, State::InProgress, "")?;
    Ok(submission)
}
