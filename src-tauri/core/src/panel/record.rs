//! Recording a finding: the finding and its moderated rating are one operation, whole or not at all.
//!
//! Refuses to know: the setting's own answers; it writes beside them.

use super::finding::{FindingId, ModeratedId, Moderation, NewFinding, Standing};
use super::further::Further;
use crate::error::{Error, Result};
use crate::store::{AuditFile, Operation, Row, Tx, params};
use crate::template::{LevelCode, Question, QuestionId, Template};
use crate::text::{normal, short};

const RECORD: Operation = Operation::ordinary("finding.record");

/// What else is kept of a finding was changed.
pub const AMEND: Operation = Operation::ordinary("finding.amend");

/// Records a finding and its rating, whole or not at all.
pub fn record(file: &mut AuditFile, template: &Template, new: &NewFinding) -> Result<FindingId> {
    sound(template, new)?;
    let further = new.further.sound()?;
    file.transact(RECORD, &new.submission.to_string(), |tx| {
        let id = FindingId::new(tx.world());
        tx.put(further.put(finding_row(tx, id, new))?)?;
        if let (Some(question), Some(moderation)) = (&new.question, &new.moderation) {
            put_moderation(tx, id, new, question, moderation)?;
        }
        Ok(id)
    })
}

/// Changes what else is kept of a finding: themes, permission, what children say.
pub fn amend(tx: &mut Tx<'_>, id: FindingId, further: &Further) -> Result<()> {
    let known = tx.reader().one("SELECT 1 FROM finding WHERE id = ?1", params![id], |_| Ok(()))?;
    if known.is_none() {
        return Err(Error::missing("That finding is not in this file."));
    }
    tx.put(further.sound()?.put(Row::new("finding", id))?)
}

fn sound(template: &Template, new: &NewFinding) -> Result<()> {
    if normal(&new.text).is_empty() {
        return Err(Error::input("The finding has no text.").hint("Say in a sentence what the panel found."));
    }
    match (&new.question, &new.moderation) {
        (None, None) => Ok(()),
        (None, Some(_)) => Err(Error::input("A panel\u{2019}s rating needs a question.")
            .hint("Choose the question that the rating is for.")),
        (Some(id), moderation) => {
            let question = asked(template, id)?;
            moderation.as_ref().map_or(Ok(()), |given| sound_moderation(template, question, given))
        }
    }
}

/// The question of an id, which the template must ask.
pub(super) fn asked<'a>(template: &'a Template, id: &QuestionId) -> Result<&'a Question> {
    let mut questions = template.standards.iter().flat_map(|standard| &standard.questions);
    questions.find(|question| question.id == *id).ok_or_else(|| {
        Error::missing(format!(
            "The audit tool of this round has no question \u{201c}{}\u{201d}.",
            short(&id.0)
        ))
    })
}

/// Refuses a level that is not of the question's scale.
pub(super) fn sound_level(template: &Template, question: &Question, given: &LevelCode) -> Result<()> {
    let scale = template.scales.iter().find(|scale| question.scale.as_ref() == Some(&scale.id));
    let known = scale.is_some_and(|scale| scale.levels.iter().any(|level| level.code == *given));
    if !known {
        return Err(Error::input(format!(
            "\u{201c}{}\u{201d} is not a rating of question {}.",
            short(&given.0),
            question.number
        ))
        .hint("Choose one of the ratings shown for the question."));
    }
    Ok(())
}

fn sound_moderation(template: &Template, question: &Question, given: &Moderation) -> Result<()> {
    sound_level(template, question, &given.level)?;
    if normal(&given.reason).is_empty() {
        return Err(Error::input(format!(
            "The panel\u{2019}s rating of question {} needs a reason.",
            question.number
        ))
        .hint("Say in a sentence why the panel rates it so."));
    }
    Ok(())
}

fn finding_row(tx: &Tx<'_>, id: FindingId, new: &NewFinding) -> Row {
    Row::new("finding", id)
        .text("round_id", new.round)
        .text("submission_id", new.submission)
        .set("question_id", new.question.as_ref().map(ToString::to_string))
        .text("kind", new.kind.code())
        .text("text", normal(&new.text))
        .text("agency", normal(&new.agency))
        .text("on_date", tx.world().today())
}

fn put_moderation(
    tx: &mut Tx<'_>,
    finding: FindingId,
    new: &NewFinding,
    question: &QuestionId,
    moderation: &Moderation,
) -> Result<()> {
    let agreed = i64::from(moderation.standing == Standing::Agreed);
    let row = Row::new("moderated", ModeratedId::new(tx.world()))
        .text("submission_id", new.submission)
        .text("question_id", question)
        .text("finding_id", finding)
        .text("level", &moderation.level)
        .set("agreed", agreed)
        .text("reason", normal(&moderation.reason))
        .text("at", instant(tx));
    tx.put(row)
}

/// The instant as text that sorts by time, to the millisecond.
pub(super) fn instant(tx: &Tx<'_>) -> String {
    tx.world().now().format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}
