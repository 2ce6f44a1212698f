//! Taking into an audit what came back in a workbook: all that was chosen, as one operation that can be undone.
//!
//! Refuses to know: what was chosen and why; and never takes an action, an item or an answer away.

use uuid::Uuid;

use super::action::{ActionId, change};
use super::content::Content;
use super::evidence::{self, EvidenceId};
use super::links::{BACKING, GROWTH};
use super::{Submission, answer, share, tell};
use crate::error::Result;
use crate::store::{AuditFile, Operation, Tx};
use crate::template::Template;

/// What came back in a workbook was taken in.
pub const TAKE: Operation = Operation::ordinary("return.take");

/// Puts what is to stand in the place of what stood there; `export` is the workbook that it came back in.
pub fn take(
    file: &mut AuditFile,
    submission: &Submission,
    template: &Template,
    (before, made): (&Content, &Content),
    (export, from): (Uuid, &str),
) -> Result<()> {
    submission.changeable()?;
    file.transact(TAKE, from, |tx| {
        let told = tell(tx, submission, &made.facts)?;
        for answer in made.answers.iter().filter(|answer| !before.answers.contains(answer)) {
            tx.put(answer::whole(submission.id, answer)?)?;
        }
        actions(tx, submission, before, made)?;
        items(tx, submission, before, made)?;
        share::came_back(tx, submission.id, export)?;
        answer::refresh(tx, &told, template)
    })
}

/// Puts the actions and the evidence that a workbook brings to an audit that has none yet.
pub(super) fn new_things(tx: &mut Tx<'_>, submission: &Submission, made: &Content) -> Result<()> {
    actions(tx, submission, &Content::default(), made)?;
    items(tx, submission, &Content::default(), made)
}

fn actions(tx: &mut Tx<'_>, submission: &Submission, before: &Content, made: &Content) -> Result<()> {
    for (place, action) in made.actions.iter().enumerate() {
        if before.actions.get(place) == Some(action) {
            continue;
        }
        let id = kept(&made.action_ids, place).map_or_else(|| ActionId::new(tx.world()), ActionId);
        change::put(tx, submission, id, action)?;
        GROWTH.set(tx, id.0, submission.id, &action.questions)?;
    }
    Ok(())
}

fn items(tx: &mut Tx<'_>, submission: &Submission, before: &Content, made: &Content) -> Result<()> {
    for (place, item) in made.evidence.iter().enumerate() {
        if before.evidence.get(place) == Some(item) {
            continue;
        }
        let id = kept(&made.evidence_ids, place).map_or_else(|| EvidenceId::new(tx.world()), EvidenceId);
        evidence::put(tx, submission, id, item)?;
        BACKING.set(tx, id.0, submission.id, &item.questions)?;
    }
    Ok(())
}

/// The id of what is there already; none for what is new.
fn kept(ids: &[String], place: usize) -> Option<Uuid> {
    ids.get(place).and_then(|id| Uuid::parse_str(id).ok())
}
