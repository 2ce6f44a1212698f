//! A new audit in a setting's file: the setting, the round and the submission that is born here, in one operation.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::content::Content;
use super::{State, Submission, SubmissionId, answer, facts_text, put_state, take};
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

/// What a workbook brings along from which an audit begins.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The return’s id, born when it was issued; nil where it was lost.
    pub submission: Uuid,
    /// Its issue, if a partnership issued it.
    pub issue: Option<Uuid>,
    /// Where the return goes.
    pub return_to: String,
    /// What it says already.
    pub content: Content,
}

/// Begins an audit from a workbook: it keeps the return’s id, so that what is sent is known as the answer to it.
pub fn from_workbook(
    file: &mut AuditFile,
    template: &Template,
    new: &NewAudit,
    sent: &Sent,
) -> Result<SubmissionId> {
    file.transact(BEGIN, &new.setting.name, |tx| {
        let setting = setting::add(tx, &new.setting, &new.identifiers)?;
        let round = round::create(tx, template, &new.round)?;
        round::set_return_to(tx, round, &sent.return_to)?;
        let id = if sent.submission.is_nil() {
            SubmissionId::new(tx.world())
        } else {
            SubmissionId(sent.submission)
        };
        let begun = put_as(tx, id, (round, setting), template, (None, sent.content.facts.clone()))?;
        tx.put(Row::new("submission", id).set("issue_id", sent.issue.map(|issue| issue.to_string())))?;
        for answer in sent.content.answers.iter().filter(|answer| answer.says_something()) {
            tx.put(answer::whole(id, answer)?)?;
        }
        take::new_things(tx, &begun, &sent.content)?;
        answer::refresh(tx, &begun, template)?;
        Ok(id)
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
    let id = SubmissionId::new(tx.world());
    put_as(tx, id, (round, setting), template, (earlier, facts))
}

fn put_as(
    tx: &mut Tx<'_>,
    id: SubmissionId,
    (round, setting): (RoundId, SettingId),
    template: &Template,
    (earlier, facts): (Option<SubmissionId>, Facts),
) -> Result<Submission> {
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
