//! Every text that people typed into a submission, with the place where it stands; and the personal data among them.
//!
//! Refuses to know: how personal data is recognised (`personal`), and screens.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::challenge::Challenge;
use super::personal::{self, What};
use super::{Answer, action, evidence};
use crate::template::QuestionId;

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PlaceKind {
    Answer,
    Evidence,
    Action,
    Challenge,
    File,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What it belongs to.
    pub kind: PlaceKind,
    /// The question, where it belongs to one.
    pub question: Option<QuestionId>,
    /// The item of evidence, the action or the challenge.
    pub id: Option<String>,
    /// The field's name.
    pub field: String,
}

/// A text with its place.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// Where it stands.
    pub place: Place,
    /// The text.
    pub text: &'a str,
}

/// Something that looks like personal data, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighted {
    /// What it looks like.
    pub what: What,
    /// A little of what stands before it.
    pub before: String,
    /// The text itself.
    pub found: String,
    /// A little of what stands after it.
    pub after: String,
    /// Where it stands.
    pub place: Place,
}

/// How much is shown on either side.
const AROUND: usize = 40;

/// Everything in these texts that looks like a child's personal data.
pub fn personal(texts: &[Text<'_>], today: NaiveDate) -> Vec<Sighted> {
    let of = |text: &Text<'_>| -> Vec<Sighted> {
        personal::find(text.text, today).into_iter().map(|one| sighted(text, one)).collect()
    };
    texts.iter().flat_map(of).collect()
}

fn sighted(text: &Text<'_>, one: personal::Sighting) -> Sighted {
    let (before, rest) = text.text.split_at(one.start);
    let (found, after) = rest.split_at(one.end - one.start);
    let skipped = before.chars().count().saturating_sub(AROUND);
    Sighted {
        what: one.what,
        before: before.chars().skip(skipped).collect(),
        found: found.to_owned(),
        after: after.chars().take(AROUND).collect(),
        place: text.place.clone(),
    }
}

/// The texts of answers.
pub fn of_answers(answers: &BTreeMap<QuestionId, Answer>) -> Vec<Text<'_>> {
    answers.values().flat_map(of_answer).collect()
}

fn of_answer(answer: &Answer) -> Vec<Text<'_>> {
    let named = [
        ("note", answer.note.as_str()),
        ("impact", &answer.impact),
        ("area", &answer.area),
        ("reason", &answer.reason),
        ("value", answer.value.as_deref().unwrap_or_default()),
    ];
    let extra = answer.extra.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let at = |(field, text)| {
        let place = Place {
            kind: PlaceKind::Answer,
            question: Some(answer.question.clone()),
            id: None,
            field: String::from(field),
        };
        Text { place, text }
    };
    named.into_iter().chain(extra).filter(|(_, text)| !text.is_empty()).map(at).collect()
}

/// The texts of a list of evidence.
pub fn of_evidence(evidence: &[evidence::Kept]) -> Vec<Text<'_>> {
    evidence.iter().flat_map(of_item).collect()
}

fn of_item(kept: &evidence::Kept) -> [Text<'_>; 3] {
    let (item, id) = (&kept.item, kept.id.to_string());
    let named = [("title", &item.title), ("place", &item.place), ("owner", &item.owner)];
    named.map(|(field, typed)| text(PlaceKind::Evidence, item.questions.first(), &id, field, typed))
}

/// The texts of a plan, with its reviews.
pub fn of_actions(actions: &[action::Kept]) -> Vec<Text<'_>> {
    actions.iter().flat_map(of_action).collect()
}

fn of_action(kept: &action::Kept) -> Vec<Text<'_>> {
    let (action, id) = (&kept.action, kept.id.to_string());
    let own = [("title", &action.title), ("owner", &action.owner), ("outcome", &action.outcome)];
    let reviews = kept.reviews.iter().map(|review| ("review", &review.note));
    let named = own.into_iter().chain(reviews);
    named.map(|(field, typed)| text(PlaceKind::Action, action.questions.first(), &id, field, typed)).collect()
}

/// The texts of challenges and replies.
pub fn of_challenges(challenges: &[Challenge]) -> Vec<Text<'_>> {
    challenges.iter().flat_map(of_challenge).collect()
}

fn of_challenge(challenge: &Challenge) -> [Text<'_>; 4] {
    let (asked, id) = (&challenge.asked, challenge.id.to_string());
    let named = [
        ("asked_by", &asked.asked_by),
        ("text", &asked.text),
        ("reply", &challenge.reply),
        ("replied_by", &challenge.replied_by),
    ];
    named.map(|(field, typed)| text(PlaceKind::Challenge, asked.question.as_ref(), &id, field, typed))
}

fn text<'a>(
    kind: PlaceKind,
    question: Option<&QuestionId>,
    id: &str,
    field: &str,
    typed: &'a str,
) -> Text<'a> {
    let place = Place { kind, question: question.cloned(), id: Some(id.to_owned()), field: field.to_owned() };
    Text { place, text: typed }
}
