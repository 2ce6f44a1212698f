//! Looking for a word in all that an audit says: the tool's own text and what people wrote.

use serde::{Deserialize, Serialize};

use super::audit::Audit;
use super::session::Session;
use super::views::view;
use crate::error::{Error, Result};
use crate::submission::Answer;
use crate::template::{Question, QuestionId, StandardId};
use crate::text::find::{Found, find as look, wanted};

/// How many places are shown at most.
const MOST: usize = 300;

/// In what a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SearchKind {
    Question,
    Guidance,
    /// The answer to a question that is not rated.
    Answer,
    Note,
    Impact,
    Area,
    Reason,
    /// A field that the template declares.
    Extra,
    Evidence,
    Action,
    Challenge,
}

view! {
    /// A word where it stands, with the words around it.
    SearchHit {
        kind: SearchKind,
        question: Option<QuestionId>,
        standard: Option<StandardId>,
        /// Printed number of the question.
        number: Option<String>,
        /// Of an item of evidence, an action or a challenge.
        id: Option<String>,
        before: String,
        r#match: String,
        after: String,
    }
}

/// What to look for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sought {
    /// A word or a phrase; case and accents do not matter.
    pub text: String,
}

/// `search.find`: the lists first, then in the order of the audit, at most three hundred places; nothing sought
/// is nothing found.
pub fn find(session: &Session, sought: Sought) -> Result<Vec<SearchHit>> {
    if sought.text.chars().count() > 200 {
        return Err(Error::input("That is too long to look for.").hint("Type a word or a short phrase."));
    }
    let audit = session.audit(|file, id| Audit::load(file.reader(), id))?;
    let Some(wanted) = wanted(&sought.text) else { return Ok(Vec::new()) };
    let mut hits: Vec<SearchHit> = listed(&audit)
        .into_iter()
        .filter_map(|(kind, id, text)| {
            let found = look(text, &wanted)?;
            Some(SearchHit { id: Some(id), ..hit(kind, found) })
        })
        .collect();
    for (standard, questions) in audit.asked() {
        for question in questions {
            let answer = audit.answers.get(&question.id);
            let texts = printed(question).into_iter().chain(answer.into_iter().flat_map(written));
            hits.extend(texts.filter_map(|(kind, text)| {
                Some(SearchHit {
                    question: Some(question.id.clone()),
                    standard: Some(standard.id.clone()),
                    number: Some(question.number.clone()),
                    ..hit(kind, look(text, &wanted)?)
                })
            }));
        }
    }
    hits.truncate(MOST);
    Ok(hits)
}

fn hit(kind: SearchKind, found: Found) -> SearchHit {
    let Found { before, found, after } = found;
    SearchHit { kind, question: None, standard: None, number: None, id: None, before, r#match: found, after }
}

/// What stands in the lists beside the answers: evidence, actions, challenges, each with its id.
fn listed(audit: &Audit) -> Vec<(SearchKind, String, &str)> {
    let mut texts = Vec::new();
    for kept in &audit.evidence {
        let item = [&kept.item.title, &kept.item.place, &kept.item.owner];
        texts.extend(item.map(|text| (SearchKind::Evidence, kept.id.to_string(), text.as_str())));
    }
    for kept in &audit.actions {
        let action = [&kept.action.title, &kept.action.owner, &kept.action.outcome];
        let notes = kept.reviews.iter().map(|review| &review.note);
        let said = action.into_iter().chain(notes);
        texts.extend(said.map(|text| (SearchKind::Action, kept.id.to_string(), text.as_str())));
    }
    for challenge in &audit.challenges {
        let said = [&challenge.asked.text, &challenge.asked.asked_by, &challenge.reply];
        texts.extend(said.map(|text| (SearchKind::Challenge, challenge.id.to_string(), text.as_str())));
    }
    texts
}

/// What the tool itself says of a question.
fn printed(question: &Question) -> Vec<(SearchKind, &str)> {
    let guidance = [question.guidance.as_str()].into_iter();
    let guidance = guidance.chain(question.evidence.iter().map(String::as_str));
    let guidance = guidance.chain(question.looks_like.iter().map(|one| one.text.as_str()));
    let guidance = guidance.map(|text| (SearchKind::Guidance, text));
    [(SearchKind::Question, question.text.as_str())].into_iter().chain(guidance).collect()
}

/// What was written in an answer.
fn written(answer: &Answer) -> Vec<(SearchKind, &str)> {
    let mut texts = vec![
        (SearchKind::Note, answer.note.as_str()),
        (SearchKind::Impact, answer.impact.as_str()),
        (SearchKind::Area, answer.area.as_str()),
        (SearchKind::Reason, answer.reason.as_str()),
    ];
    texts.extend(answer.extra.values().map(|text| (SearchKind::Extra, text.as_str())));
    texts.extend(answer.value.as_deref().map(|value| (SearchKind::Answer, value)));
    texts
}
