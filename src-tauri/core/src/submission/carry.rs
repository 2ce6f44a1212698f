//! Carrying a setting's answers forward: what of last round's answers stands in the next audit, to be confirmed.
//!
//! Pure but for the links of evidence and actions. Refuses to know: screens; and never confirms anything itself.

#[cfg(test)]
mod tests;
#[cfg(test)]
mod whatever;

use std::collections::BTreeMap;

use super::links::{BACKING, GROWTH};
use super::{Answer, Submission, SubmissionId, action, evidence};
use crate::error::Result;
use crate::store::Tx;
use crate::template::{Came, Facts, Origin, QuestionId, Template, Way};

/// The most that a cell of a workbook takes, in UTF-16 units; texts that were merged stop before it.
const LONGEST: usize = 32_767;

/// The answers of the round before, as they stand in the next one: unconfirmed, with the label of their round.
///
/// Same and reworded questions carry value and texts, split and merged ones the texts alone. An answer that was
/// itself never confirmed keeps the label it had, so that nobody takes it for newer than it is.
pub fn answers(way: &Way, round: &str, before: &BTreeMap<QuestionId, Answer>) -> Vec<Answer> {
    let Some(now) = way.now() else { return Vec::new() };
    now.questions().filter_map(|question| carried(way, now, round, &question.id, before)).collect()
}

/// The facts that the next audit asks about too, as they were said.
pub fn facts(now: &Template, before: &Facts) -> Facts {
    let fits = |value: &String, choices: &[String]| {
        choices.contains(value) || choices.is_empty() && ["yes", "no"].contains(&value.as_str())
    };
    let said = now.facts.iter().filter_map(|fact| {
        let value = before.get(&fact.name.0).filter(|value| fits(value, &fact.choices))?;
        Some((fact.name.0.clone(), value.clone()))
    });
    said.collect()
}

/// Links what backs last round's answers, and the actions still to be done about them, to the answers they became.
pub(super) fn link(tx: &mut Tx<'_>, way: &Way, earlier: &Submission, now: SubmissionId) -> Result<()> {
    let evidence = evidence::of_submission(tx.reader(), earlier)?;
    let evidence = evidence.into_iter().filter(|kept| kept.retired.is_none());
    let actions = action::of_submission(tx.reader(), earlier)?;
    let actions = actions.into_iter().filter(|kept| kept.action.state.is_live());
    let linked = evidence.map(|kept| (BACKING, kept.id.0, kept.item.questions));
    let linked = linked.chain(actions.map(|kept| (GROWTH, kept.id.0, kept.action.questions)));
    for (links, thing, questions) in linked {
        for question in became(way, &questions) {
            links.tie(tx, thing, now, &question)?;
        }
    }
    Ok(())
}

/// The questions that some questions of last round became.
pub fn became(way: &Way, before: &[QuestionId]) -> Vec<QuestionId> {
    if before.is_empty() {
        return Vec::new();
    }
    let questions = way.now().into_iter().flat_map(Template::questions).map(|question| &question.id);
    let comes = |id: &QuestionId| {
        way.origin(id).is_some_and(|origin| before.iter().any(|one| origin.from.contains(one)))
    };
    questions.filter(|id| comes(id)).cloned().collect()
}

fn carried(
    way: &Way,
    now: &Template,
    round: &str,
    question: &QuestionId,
    before: &BTreeMap<QuestionId, Answer>,
) -> Option<Answer> {
    let origin = way.origin(question)?;
    let sources: Vec<&Answer> = origin.from.iter().filter_map(|id| before.get(id)).collect();
    let mut answer = texts(question, now, &sources);
    if let [only] = sources.as_slice() {
        answer.value = only.value.as_deref().and_then(|value| way.value(&origin, value));
    }
    let (label, came) = marks(round, &origin, &sources);
    (answer.carried_from, answer.carried_how) = (Some(label), came);
    answer.says_something().then_some(answer)
}

/// The texts of the answers it comes from; where several say the same, once.
fn texts(question: &QuestionId, now: &Template, sources: &[&Answer]) -> Answer {
    let all = |text: fn(&Answer) -> &str| joined(sources.iter().map(|source| text(source)));
    let mut answer = Answer::blank(question.clone());
    answer.note = all(|source| &source.note);
    answer.impact = all(|source| &source.impact);
    answer.area = all(|source| &source.area);
    answer.reason = all(|source| &source.reason);
    for field in &now.fields {
        let said = sources.iter().filter_map(|source| source.extra.get(&field.name));
        let said = joined(said.map(String::as_str));
        if !said.is_empty() {
            answer.extra.insert(field.name.clone(), said);
        }
    }
    answer
}

/// Texts one after the other, as far as whole ones fit.
pub fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 0;
    for text in texts.map(str::trim_end).filter(|text| !text.is_empty()) {
        let more = text.encode_utf16().count() + 2;
        if !kept.contains(&text) && length + more <= LONGEST + 2 {
            length += more;
            kept.push(text);
        }
    }
    kept.join("\n\n")
}

/// From when it is and how it came: what was never confirmed is as old as it was, and came as it had.
fn marks(round: &str, origin: &Origin, sources: &[&Answer]) -> (String, Option<Came>) {
    match sources {
        [Answer { carried_from: Some(older), carried_how, .. }] => {
            (older.clone(), carried_how.map(|how| how.max(origin.came)))
        }
        _ => (round.to_owned(), Some(origin.came)),
    }
}
