//! The next audit of a setting: goes on from the one before, with its facts, answers and links carried forward.
//!
//! Refuses to know: screens.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Answer, Submission, SubmissionId, answer, answers, begun, carry, load, start};
use crate::error::{Error, Result};
use crate::round::{self, NewRound};
use crate::setting;
use crate::store::{AuditFile, Operation, Reader, Tx};
use crate::template::{self, QuestionId, Template, Way};

/// The audit of a next round was begun.
pub const NEXT: Operation = Operation::fence("audit.next_year");

/// Begins the next audit of a setting after one of its audits; undo does not go behind it.
///
/// Where the template is of another family nothing is carried, and the new audit goes on from none.
pub fn next_audit(
    file: &mut AuditFile,
    earlier: SubmissionId,
    template: &Template,
    new: &NewRound,
) -> Result<SubmissionId> {
    let earlier = load(file.reader(), earlier)?;
    may_follow(file.reader(), &earlier, template, new)?;
    let name = setting::load(file.reader(), earlier.setting)?.details.name;
    file.transact(NEXT, &name, |tx| {
        let round = round::create(tx, template, new)?;
        let now = template::load(tx.reader(), &template.key())?;
        let way = template::way(tx.reader(), &earlier.template, &now)?;
        let before = way.as_ref().map(|_| earlier.id);
        let facts = carry::facts(&now, &earlier.facts);
        let begun = start::put(tx, round, earlier.setting, template, before, facts)?;
        if let Some(way) = way {
            carry_over(tx, &way, &earlier, &begun)?;
        }
        answer::refresh(tx, &begun, template)?;
        Ok(begun.id)
    })
}

/// Carries answers and links; what was not asked last round is not carried.
fn carry_over(tx: &mut Tx<'_>, way: &Way, earlier: &Submission, begun: &Submission) -> Result<()> {
    let label = round::load(tx.reader(), earlier.round)?.label;
    for answer in carry::answers(way, &label, &asked(tx.reader(), earlier)?) {
        tx.put(answer::whole(begun.id, &answer)?)?;
    }
    carry::link(tx, way, earlier, begun.id)
}

/// The answers of an audit to the questions that it asks.
pub fn asked(reader: Reader<'_>, submission: &Submission) -> Result<BTreeMap<QuestionId, Answer>> {
    let template: Arc<Template> = template::load(reader, &submission.template)?;
    let mut there = answers(reader, submission.id)?;
    let asked = template.asked(&submission.facts);
    Ok(asked.iter().filter_map(|question| there.remove_entry(&question.id)).collect())
}

fn may_follow(reader: Reader<'_>, earlier: &Submission, template: &Template, new: &NewRound) -> Result<()> {
    if earlier.batch.is_some() {
        return Err(Error::state("A return that came in is not gone on from here.")
            .hint("Begin the next audit in the setting\u{2019}s own file."));
    }
    for other in begun(reader)?.iter().filter(|other| other.setting == earlier.setting) {
        let label = round::load(reader, other.round)?.label;
        let family = template::load(reader, &other.template)?.id == template.id;
        if family && label == new.label.trim() {
            return Err(Error::input(format!("There is already an audit {label} of this setting."))
                .hint("Give the new one the label of its own year, or go on with the one that is there."));
        }
        if family && other.earlier == Some(earlier.id) {
            return Err(Error::state(format!("The audit {label} already goes on from this one."))
                .hint("Go on with that one; the next one begins from it."));
        }
    }
    Ok(())
}
